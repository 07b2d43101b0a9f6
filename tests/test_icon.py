"""The program's icon: all its sizes are what the drawing says, and the window wears it."""

import struct
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage, QImageReader

from kiosk.qt.theatre import application
from kiosk.resources import assets, icons
from tests.scripts import load_script

SCRIPT = load_script("packaging/draw_icon.py")
ICONS = assets() / "icons"
CELADON, VERMILION = QColor("#7CC8C2"), QColor("#FF8F4A")


@pytest.fixture(scope="module")
def drawn() -> dict[str, bytes]:
    application()
    files: dict[str, bytes] = SCRIPT.drawn((ICONS / "kiosk.svg").read_bytes())
    return files


def test_the_committed_pictures_are_the_drawing(drawn: dict[str, bytes]) -> None:
    for name, content in drawn.items():
        if name.endswith(".png"):
            assert QImage.fromData(content) == QImage(str(ICONS / name)), name
    assert {*drawn, "kiosk.svg"} == {file.name for file in ICONS.iterdir() if file.is_file()}


def test_windows_gets_every_size_up_to_256_in_one_file(drawn: dict[str, bytes]) -> None:
    for content in (drawn["kiosk.ico"], (ICONS / "kiosk.ico").read_bytes()):
        _, kind, count = struct.unpack_from("<HHH", content)
        entries = [struct.unpack_from("<BBBBHHII", content, 6 + 16 * each) for each in range(count)]

        assert kind == 1
        assert [width or 256 for width, *_ in entries] == [16, 24, 32, 48, 64, 128, 256]
        for width, height, *_, length, place in entries:
            picture = QImage.fromData(content[place : place + length], "PNG")
            assert (picture.width(), picture.height()) == (width or 256, height or 256)
    assert QImageReader(str(ICONS / "kiosk.ico")).imageCount() == 7


@pytest.mark.parametrize("size", [16, 512])
def test_three_strokes_can_be_told_apart_in_the_least_as_in_the_largest(size: int) -> None:
    image = QImage(str(ICONS / f"kiosk-{size}.png"))
    x = size * 3 // 16
    column = [image.pixelColor(x, y) for y in range(size)]

    strokes = [first for before, first in pairwise(column) if first != before and first in (CELADON, VERMILION)]
    assert strokes == [VERMILION, CELADON, CELADON]
    assert image.pixelColor(0, 0).alpha() < 128


def test_the_window_has_an_icon_for_every_place_it_is_listed_in() -> None:
    assert [QImage(str(file)).width() for file in icons()] == [16, 32, 48, 128]
