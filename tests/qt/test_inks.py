"""Drawings take the colours of the theme that they are shown in; pictures keep their own."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kiosk.qt.inks import in_inks_of, reinked
from kiosk.resources import content
from kiosk.theme import load_theme

CAR = content() / "images" / "car.png"


def colors(image: QImage) -> set[str]:
    """The colours of all opaque pixels."""
    shown = (image.pixelColor(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return {color.name().upper() for color in shown if color.alpha() == 255}


@pytest.mark.parametrize("name", ["lacquer", "porcelain", "contrast"])
def test_a_drawing_is_shown_in_the_two_colours_of_the_theme(qtbot: QtBot, name: str) -> None:
    theme = load_theme(name)
    shown = in_inks_of(str(CAR), theme, 1080, 900)

    assert shown is not None
    assert colors(shown.toImage()) == {theme["cool"], theme["warm"]}


def test_a_drawing_for_its_own_theme_stays_as_it_is(qtbot: QtBot) -> None:
    assert in_inks_of(str(CAR), load_theme("dark"), 1080, 900) is None


def test_a_drawing_is_read_no_larger_than_it_is_shown(qtbot: QtBot) -> None:
    shown = in_inks_of(str(CAR), load_theme("lacquer"), 300, 250)

    assert shown is not None
    assert (shown.width(), shown.height()) == (300, 250)


def test_opacities_are_kept() -> None:
    dark, lacquer = load_theme("dark"), load_theme("lacquer")
    half = 0x80000000 | int(dark["warm"][1:], 16)

    assert reinked([half, 0], lacquer) == [0x80000000 | int(lacquer["warm"][1:], 16), 0]


def test_pictures_in_other_colours_keep_them(qtbot: QtBot, tmp_path: Path) -> None:
    photo, drawn = tmp_path / "photo.png", tmp_path / "drawn.png"
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(photo))
    indexed = QImage(40, 30, QImage.Format.Format_Indexed8)
    indexed.setColorTable([QColor(load_theme("dark")["cool"]).rgba(), QColor("#123456").rgba()])
    indexed.fill(0)
    indexed.save(str(drawn))

    assert in_inks_of(str(photo), load_theme("lacquer"), 40, 30) is None
    assert in_inks_of(str(drawn), load_theme("lacquer"), 40, 30) is None
    assert in_inks_of(str(tmp_path / "none.png"), load_theme("lacquer"), 40, 30) is None
