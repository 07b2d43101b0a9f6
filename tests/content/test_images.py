"""Images: their size by the header, and files that are broken, too large, or something else."""

import struct
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.content.images import image_size
from kiosk.content.problem import ContentProblem


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = zlib.compress(b"\0" * (width + 1) * height if width * height < 10_000 else b"")
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"tEXt", b"a\0b") + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg(width: int, height: int) -> bytes:
    """A progressive file with a preview in its header, as a phone writes it."""
    preview = segment(0xE1, b"Exif\0\0\xff\xd8\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00\xff\xd9")
    frame = segment(0xC2, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\x34\xff\xd0\x56"
    return (
        b"\xff\xd8"
        + preview
        + segment(0xC4, b"\0" * 17)
        + frame
        + scan
        + segment(0xC4, b"\0" * 17)
        + scan
        + b"\xff\xd9"
    )


def webp(kind: bytes, body: bytes) -> bytes:
    content = b"WEBP" + kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(content)) + content


WEBP = {
    "lossy": webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 300, 200) + b"\0\0"),
    "lossless": webp(b"VP8L", b"\x2f" + struct.pack("<I", 299 | 199 << 14) + b"\0"),
    "extended": webp(b"VP8X", b"\0\0\0\0" + (299).to_bytes(3, "little") + (199).to_bytes(3, "little")),
}


def size(folder: Path, data: bytes, name: str = "a.png") -> tuple[int, int]:
    path = folder / name
    path.write_bytes(data)
    return image_size(path)


def refusal(folder: Path, data: bytes, name: str = "a.png") -> ContentProblem:
    with pytest.raises(ContentProblem) as caught:
        size(folder, data, name)
    assert caught.value.code == "bad-image"
    assert name in caught.value.message
    return caught.value


def test_the_size_is_read_from_the_header(tmp_path: Path) -> None:
    assert size(tmp_path, png(300, 200)) == (300, 200)
    assert size(tmp_path, jpeg(300, 200)) == (300, 200)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("orientation", "seen"), [(1, (300, 200)), (3, (300, 200)), (6, (200, 300)), (8, (200, 300))])
def test_a_photograph_lying_on_its_side_is_as_large_as_it_is_seen(
    tmp_path: Path, order: str, orientation: int, seen: tuple[int, int]
) -> None:
    tiff = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}IH", 8, 2)
    tiff += struct.pack(f"{order}HHIHH", 0x010F, 2, 4, 0, 0) + struct.pack(
        f"{order}HHIHH", 0x0112, 3, 1, orientation, 0
    )
    stored = jpeg(300, 200)

    turned = stored[:2] + segment(0xE1, b"Exif\0\0" + tiff) + stored[2:]

    assert size(tmp_path, turned) == seen


@pytest.mark.parametrize("kind", WEBP)
def test_the_size_of_every_sort_of_webp_is_read(tmp_path: Path, kind: str) -> None:
    assert size(tmp_path, WEBP[kind]) == (300, 200)


@pytest.mark.parametrize("data", [png(30, 20), jpeg(30, 20), *WEBP.values()])
def test_a_file_that_breaks_off_anywhere_is_refused(tmp_path: Path, data: bytes) -> None:
    for end in range(len(data)):
        refusal(tmp_path, data[:end])


@pytest.mark.parametrize("data", [png(30, 20), jpeg(30, 20), *WEBP.values()])
def test_a_flipped_byte_never_raises_anything_else(tmp_path: Path, data: bytes) -> None:
    for at in range(len(data)):
        with suppress(ContentProblem):
            size(tmp_path, data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])


def test_bytes_after_the_end_do_no_harm(tmp_path: Path) -> None:
    assert size(tmp_path, jpeg(30, 20) + b"trailer") == (30, 20)


def test_an_image_of_more_than_forty_million_pixels_is_refused(tmp_path: Path) -> None:
    assert size(tmp_path, png(8_000, 5_000)) == (8_000, 5_000)
    assert "8001 x 5000" in refusal(tmp_path, png(8_001, 5_000)).message


def test_an_image_without_pixels_is_refused(tmp_path: Path) -> None:
    assert "no pixels" in refusal(tmp_path, png(0, 5)).message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><svg/>", "SVG"),
        (b"GIF89a", "GIF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"%PDF-1.7", "PDF"),
        (b"", "empty"),
        (b"hello", "no picture"),
    ],
)
def test_something_else_under_the_name_of_an_image_is_named(tmp_path: Path, data: bytes, kind: str) -> None:
    assert kind in refusal(tmp_path, data).message
