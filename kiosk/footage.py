"""Footage: a film file of the show, how large and how long it is, and the program that decodes it."""

import shutil
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

FRAMES_PER_SECOND = 25.0
"""The pace at which films are shown: a film of more frames is thinned, one of fewer repeats them."""
DECODER_REMEDY = "install ffmpeg (Debian, Ubuntu: sudo apt install ffmpeg), or pip install imageio-ffmpeg"


@dataclass(frozen=True, slots=True)
class Footage:
    """A film by its path, checked; `width` and `height` in pixels as it is to be seen, its length in seconds."""

    file: str
    width: int
    height: int
    seconds: float

    @property
    def aspect(self) -> float:
        """Its width over its height."""
        return self.width / self.height

    @property
    def frames(self) -> int:
        """The number of frames that are shown of it."""
        return max(1, int(self.seconds * FRAMES_PER_SECOND))


@lru_cache(maxsize=1)
def decoder() -> str | None:
    """The ffmpeg of the machine, or the one of the optional package imageio-ffmpeg; None where there is neither."""
    if found := shutil.which("ffmpeg"):
        return found
    if find_spec("imageio_ffmpeg") is None:
        return None
    try:
        # Named as a text, so that no packager takes it along: it is under the GPL, and large.
        return str(import_module("imageio_ffmpeg").get_ffmpeg_exe())
    except RuntimeError:
        return None
