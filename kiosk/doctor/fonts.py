"""Fonts: whether the program's own are all there, and as whole as on the day they were made."""

import json
import struct
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

from kiosk.doctor.finding import Finding

VERSIONS = (b"\0\1\0\0", b"OTTO", b"true")
REMEDY = "copy the program anew: its folder assets/fonts is damaged"
ADJUSTMENT = 8
"""Where the table `head` keeps a number that its own checksum leaves out."""


def fonts(folder: Path) -> Iterator[Finding]:
    """The fonts in a folder, against the measures that lie beside them."""
    try:
        weights = json.loads((folder / "typeface.json").read_text("utf-8"))["weights"]
    except (OSError, ValueError, KeyError, TypeError):
        yield Finding("fonts", "fault", "the measures of the typeface, typeface.json, cannot be read", REMEDY)
        return
    files = sorted(folder.glob("*.ttf"))
    if len(files) < len(weights):
        message = f"{len(files)} of the {len(weights)} weights of the typeface are there"
        yield Finding("fonts", "fault", message, REMEDY)
    broken = [file.name for file in files if not is_whole(file)]
    if broken:
        yield Finding("fonts", "fault", f"damaged or not to be read: {', '.join(broken)}", REMEDY)
    elif len(files) >= len(weights):
        yield Finding("fonts", "good", f"the typeface is whole, in {len(files)} weights")


def is_whole(file: Path) -> bool:
    """Whether every table of a font is there, with the checksum that the font's directory has for it."""
    try:
        data = file.read_bytes()
        if data[:4] not in VERSIONS:
            return False
        (count,) = struct.unpack_from(">H", data, 4)
        for entry in range(12, 12 + 16 * count, 16):
            name, wanted, start, length = struct.unpack_from(">4sIII", data, entry)
            table = data[start : start + length]
            if name == b"head":
                table = table[:ADJUSTMENT] + bytes(4) + table[ADJUSTMENT + 4 :]
            if len(table) != length or _checksum(table) != wanted:
                return False
    except (OSError, struct.error):
        return False
    return bool(count)


def _checksum(table: bytes) -> int:
    """The sum of all words of four bytes, as OpenType counts it."""
    words = array("I", table + bytes(-len(table) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
