"""Images: the size of a picture by its first bytes, and whether the file is whole, without drawing it."""

import re
import struct
import zlib
from pathlib import Path

from kiosk.content.files import read_bytes
from kiosk.content.problem import ContentProblem, quoted

MAX_BYTES = 64 * 1024 * 1024
MAX_PIXELS = 40_000_000

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"

ORIENTATION = 0x0112
"""The entry of an Exif segment that says how a picture is to be turned; from 5 on its sides change places."""

# Within the data of a scan, 0xFF is a byte of the picture before 0x00, and no more than a pause before 0xD0 to 0xD7.
MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")

OTHERS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\s*(\xef\xbb\xbf)?\s*<(\?xml|!DOCTYPE|!--|svg)", re.IGNORECASE), "a drawing (SVG)"),
    (re.compile(rb"GIF8"), "a GIF"),
    (re.compile(rb"BM"), "a BMP"),
    (re.compile(rb"II\*\0|MM\0\*"), "a TIFF"),
    (re.compile(rb"....ftyp(heic|heix|hevc|mif1|msf1)", re.DOTALL), "a HEIC picture of a phone"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "an AVIF"),
    (re.compile(rb"....ftyp", re.DOTALL), "a film"),
    (re.compile(rb"%PDF"), "a PDF"),
    (re.compile(rb"\x1f\x8b|PK\x03\x04"), "an archive"),
)
"""What a file is that is no picture we show, by how it begins."""


def image_size(path: Path) -> tuple[int, int]:
    """Width and height in pixels, as it is to be seen, of a PNG, JPEG or WebP. The content decides, not the name.

    Raises ContentProblem for other files, those of more than 40 million pixels, and those that break off.
    """
    data = read_bytes(path, MAX_BYTES)
    try:
        try:
            width, height = _size(data)
        except (struct.error, IndexError):
            raise _broken() from None
    except ContentProblem as problem:
        raise ContentProblem(problem.code, f"{quoted(path.name)} {problem.message}", problem.hint) from None
    if width * height > MAX_PIXELS:
        message = f"{quoted(path.name)} has {width} x {height} pixels, more than {MAX_PIXELS // 10**6} million"
        raise ContentProblem("bad-image", message, "save it smaller; 3840 pixels are enough for any screen")
    if not width or not height:
        raise ContentProblem("bad-image", f"{quoted(path.name)} has no pixels", "save it again")
    return width, height


def _size(data: bytes) -> tuple[int, int]:
    if data.startswith(PNG):
        return _png(data)
    if data.startswith(JPEG):
        return _jpeg(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    kind = next((name for pattern, name in OTHERS if pattern.match(data)), "no picture" if data else "empty")
    raise ContentProblem("bad-image", f"is {kind}; PNG, JPEG and WebP are shown", "save it as PNG")


def _broken() -> ContentProblem:
    return ContentProblem("bad-image", "breaks off or is damaged", "copy or save the file again")


def _png(data: bytes) -> tuple[int, int]:
    """The size by the header; whole if every chunk up to the end mark is there, with its checksum where it matters."""
    at, size, has_pixels = len(PNG), None, False
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        if kind[:1].isupper() and zlib.crc32(body, zlib.crc32(kind)) != checksum:
            raise _broken()
        if size is None:
            if kind != b"IHDR":
                raise _broken()
            size = struct.unpack_from(">II", body)
        has_pixels = has_pixels or kind == b"IDAT"
        if kind == b"IEND" and has_pixels:
            return size
        at += 12 + length
    raise _broken()


def _jpeg(data: bytes) -> tuple[int, int]:
    """The size by the frame header; the file is whole if the end mark follows the last scan."""
    at, size, is_turned = 2, None, False
    while True:
        while data[at + 1] == 0xFF:
            at += 1
        if data[at] != 0xFF:
            raise _broken()
        marker = data[at + 1]
        if marker == 0xD9:
            break
        (length,) = struct.unpack_from(">H", data, at + 2)
        if length < 2:
            raise _broken()
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = size or (width, height)
        if marker == 0xE1:
            is_turned = is_turned or _is_turned(data[at + 4 : at + 2 + length])
        at += 2 + length
        if marker == 0xDA:
            found = MARKER.search(data, at)
            if found is None:
                raise _broken()
            at = found.start()
    if size is None:
        raise _broken()
    return (size[1], size[0]) if is_turned else size


def _is_turned(segment: bytes) -> bool:
    """Whether a camera says, in its Exif segment, that the picture is stored lying on its side."""
    if not segment.startswith(b"Exif\0\0"):
        return False
    tiff = segment[6:]
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return False
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for entry in range(start + 2, start + 2 + 12 * count, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
            if tag == ORIENTATION:
                return bool(5 <= value <= 8)
    except struct.error:
        return False
    return False


def _webp(data: bytes) -> tuple[int, int]:
    (length,) = struct.unpack_from("<I", data, 4)
    if len(data) < length + 8:
        raise _broken()
    kind = data[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return width, height
    if kind == b"VP8L" and data[20] == 0x2F:
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise _broken()
