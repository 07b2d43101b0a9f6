"""The display of one run: an X server in memory with a window manager, made anew so that nothing is left over from the last."""

import contextlib
import os
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

PROGRAMS: Mapping[str, str] = {"Xvfb": "xvfb", "openbox": "openbox"}
"""The programs that are needed, and the Debian packages that hold them."""
HIDDEN = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DISPLAY")


class Display:
    """An X server of `size` pixels and its window manager; leaving it as a context ends both."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self._folder = tempfile.TemporaryDirectory(prefix="kiosk-beside-")
        folder = Path(self._folder.name)
        reading, writing = os.pipe()
        screen = ["-screen", "0", f"{size[0]}x{size[1]}x24"]
        places = ["-displayfd", str(writing), "-fbdir", str(folder)]
        self.server = subprocess.Popen(
            ["Xvfb", *places, *screen, "-nolisten", "tcp", "-noreset", "-s", "0"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.name = f":{answer.readline().strip()}"
        self._picture = _mapped(folder / "Xvfb_screen0")
        self.manager = subprocess.Popen(
            ["openbox", "--sm-disable"], env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(1.0)

    def environment(self) -> dict[str, str]:
        """The environment of a program on this display."""
        return {name: value for name, value in os.environ.items() if name not in HIDDEN} | {"DISPLAY": self.name}

    def pixels(self, left: int, top: int, right: int, bottom: int) -> NDArray[np.int16]:
        """What a part of the screen shows, of shape (height, width, 3)."""
        return self._picture[top:bottom, left:right, 2::-1].astype(np.int16)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (self.manager, self.server):
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5.0)
        self._folder.cleanup()


def _mapped(path: Path) -> NDArray[np.uint8]:
    """The server's own memory, in the format of the program xwd: a header in big-endian words, colours, lines."""
    header = np.fromfile(path, ">u4", 25)
    size, width, height, line, colors = (int(header[each]) for each in (0, 4, 5, 12, 19))
    memory = np.memmap(path, np.uint8, "r", size + 12 * colors, (height, line // 4, 4))
    return memory[:, :width]
