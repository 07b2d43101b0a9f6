"""The contact sheet: every slide in its own cell, on any shape of screen."""

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.qt.sheet import MARGIN, SHEET_WIDTH, ContactSheet
from kiosk.theme import load_theme

NAMES = tuple(f"slide{number}" for number in range(7))
COLORS = ("#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff", "#ffffff")


def picture(size: tuple[int, int], color: str) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


def cells(sheet: QImage, color: str) -> list[tuple[int, int]]:
    """The points of a coarse grid that have a colour."""
    wanted = QColor(color).rgb()
    return [
        (x, y) for y in range(0, sheet.height(), 8) for x in range(0, sheet.width(), 8) if sheet.pixel(x, y) == wanted
    ]


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 1080), (1280, 1024)])
def test_every_picture_keeps_its_shape_and_its_place(size: tuple[int, int]) -> None:
    sheet = ContactSheet(NAMES, size, load_theme("dark"))
    for name, color in zip(NAMES, COLORS, strict=True):
        sheet.add(name, picture(size, color))

    image = sheet.image()
    assert MARGIN * 4 < image.width() <= SHEET_WIDTH
    starts = []
    for color in COLORS:
        found = cells(image, color)
        (left, top), (right, bottom) = found[0], found[-1]
        assert (right - left + 8) / (bottom - top + 8) == pytest.approx(size[0] / size[1], rel=0.1)
        assert min(left, top) >= MARGIN
        assert right <= image.width() - MARGIN
        starts.append((top, left))
    assert starts == sorted(starts)


def test_a_slide_without_a_picture_leaves_its_cell_empty_and_moves_no_other() -> None:
    size = (320, 180)
    whole, lacking = (ContactSheet(NAMES, size, load_theme("dark")) for _ in range(2))
    for name, color in zip(NAMES, COLORS, strict=True):
        whole.add(name, picture(size, color))
        if name != "slide2":
            lacking.add(name, picture(size, color))

    assert cells(lacking.image(), COLORS[2]) == []
    assert [cells(lacking.image(), color) == cells(whole.image(), color) for color in COLORS].count(True) == 6


def test_the_cells_of_a_long_show_stay_large_enough_to_see() -> None:
    image = ContactSheet(tuple(map(str, range(1000))), (1920, 1080), load_theme("light")).image()

    assert image.width() <= SHEET_WIDTH
    assert image.height() < 32767


def test_a_single_slide_is_not_enlarged() -> None:
    assert ContactSheet(("one",), (320, 180), load_theme("dark")).image().width() == 320 + 2 * MARGIN
