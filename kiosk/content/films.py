"""Films: how large and how long a film file is, asked of the decoder, and whether it is whole enough to be shown."""

import re
import subprocess
from pathlib import Path

from kiosk.content.problem import ContentProblem, quoted
from kiosk.footage import DECODER_REMEDY, Footage, decoder

SHORTEST, LONGEST = 0.2, 600.0
"""Seconds. A visitor does not stay for longer, and a slide can not."""
MOST_PIXELS = 3840 * 2160
PATIENCE = 10.0
"""Seconds after which a decoder that says nothing is given up."""
CONTAINERS: tuple[tuple[int, bytes], ...] = ((4, b"ftyp"), (0, b"\x1a\x45\xdf\xa3"))
"""Where in its first bytes an MP4 or QuickTime file, and a WebM or Matroska file, says what it is.

Other files are not handed to a decoder: lists of films, for one, may name any file of the machine.
"""
SAVE_AGAIN = "save it as MP4 (H.264) or WebM"

_LENGTH = re.compile(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)")
_SIZE = re.compile(r"Stream #0.*?: Video: .*?[ ,](\d{2,5})x(\d{2,5})[ ,\[\n]")
_TURNED = re.compile(r"rotation of -?(?:90|270)")


def read_footage(path: Path) -> Footage:
    """The film in a file. Raises ContentProblem where it is none, is too long, large or broken, or nothing can decode it."""
    name = quoted(path.name)
    with path.open("rb") as file:
        head = file.read(16)
    if not any(head[at : at + len(sign)] == sign for at, sign in CONTAINERS):
        raise ContentProblem("bad-film", f"{name} is no film; MP4, MOV, WebM and MKV are shown", SAVE_AGAIN)
    program = decoder()
    if program is None:
        raise ContentProblem(
            "no-decoder", f"{name} cannot be shown: there is no ffmpeg on this machine", DECODER_REMEDY
        )
    told = _asked(program, path)
    length, size = _LENGTH.search(told), _SIZE.search(told)
    if length is None or size is None:
        raise ContentProblem("bad-film", f"{name} breaks off or is damaged", f"copy the file again, or {SAVE_AGAIN}")
    hours, minutes, seconds = (float(part) for part in length.groups())
    width, height = (int(part) for part in size.groups())
    if _TURNED.search(told):
        width, height = height, width
    return _judged(Footage(str(path), width, height, 3600.0 * hours + 60.0 * minutes + seconds), name)


def _judged(footage: Footage, name: str) -> Footage:
    if footage.seconds < SHORTEST:
        raise ContentProblem("bad-film", f"{name} has no length", "save it again")
    if footage.seconds > LONGEST:
        minutes = footage.seconds / 60.0
        raise ContentProblem("too-long", f"{name} takes {minutes:.0f} minutes; 10 are the most", "cut it")
    if footage.width * footage.height > MOST_PIXELS:
        message = f"{name} has {footage.width} x {footage.height} pixels; 3840 x 2160 are the most"
        raise ContentProblem("bad-film", message, "save it smaller; 1920 x 1080 are enough for most screens")
    return footage


def _asked(program: str, path: Path) -> str:
    """What the decoder says of a file. It ends with an error, since it is told of nothing to write."""
    command = [program, "-hide_banner", "-nostdin", "-protocol_whitelist", "file", "-i", f"file:{path}"]
    try:
        run = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stderr.decode("utf-8", "replace")
