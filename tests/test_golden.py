"""Golden frames: every kind at its start, its middle and its end, against pictures that were judged by eye."""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.layers import Layer, Placed, still
from kiosk.marks import Bars, array
from tests.gallery import KINDS, placed

GOLDEN = Path(__file__).parent / "golden"
NAMES = sorted(KINDS)
MOMENTS = {"start": 0.0, "middle": 0.5, "end": 1.0}
BLOCK = 8
TOLERANCE = 9.0
"""How far the mean of 8 by 8 pixels may be off, of 255: fonts are rasterised a little differently from system to system."""

Pixels = NDArray[np.float64]


def painted(place: Placed, t: float) -> Pixels:
    """The frame at `t` seconds as grey and colour values, 480 by 270, painted on a stage of 960 by 540."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    from kiosk.qt.slide_item import SlideItem
    from kiosk.qt.stage import Stage
    from kiosk.qt.theatre import application
    from kiosk.show import PlacedSlide
    from kiosk.theme import load_theme

    application()
    theme = load_theme("dark")
    stage = Stage(theme)
    stage.resize(1920, 1080)
    item = SlideItem(PlacedSlide(place.layers, 1.0, place.duration), theme, is_patient=True)
    stage.add(item)
    item.seek(t)
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    stage.paint_slide(painter, item)
    painter.end()
    small = image.scaled(480, 270, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return pixels(small)


def pixels(image: object) -> Pixels:
    """The colours of a 480 by 270 image, shape (270, 480, 3), 0 to 255."""
    from PySide6.QtGui import QImage

    assert isinstance(image, QImage)
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return raw[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).astype(np.float64)


def difference(first: Pixels, second: Pixels) -> float:
    """The greatest difference between the mean colours of two blocks: of what is missing as of what is too much."""
    return float(np.abs(_blocks(first) - _blocks(second)).max())


def _blocks(picture: Pixels) -> Pixels:
    height, width = picture.shape[0] // BLOCK * BLOCK, picture.shape[1] // BLOCK * BLOCK
    cut = picture[:height, :width].reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK, 3)
    return cut.mean(axis=(1, 3))


def golden_file(name: str, moment: str) -> Path:
    """Where the judged picture is kept."""
    return GOLDEN / f"{name}-{moment}.png"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_frame_looks_as_it_was_judged(name: str, moment: str) -> None:
    from PySide6.QtGui import QImage

    place = placed(name)
    picture = painted(place, MOMENTS[moment] * place.duration)
    file = golden_file(name, moment)
    if os.environ.get("REMAKE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        image = QImage(picture.astype(np.uint8).tobytes(), 480, 270, 480 * 3, QImage.Format.Format_RGB888)
        assert image.save(str(file))

    assert file.exists(), "no judged picture: REMAKE_GOLDEN=1 makes it; open it before you keep it"
    assert difference(picture, pixels(QImage(str(file)))) <= TOLERANCE


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_mark_is_noticed(name: str) -> None:
    place = placed(name)
    whole = painted(place, place.duration)

    unnoticed = []
    for index, layer in enumerate(place.layers):
        less = Placed((*place.layers[:index], *place.layers[index + 1 :]), place.note)
        if difference(painted(less, place.duration), whole) <= TOLERANCE and _is_bold(layer):
            unnoticed.append(type(layer.at(place.duration)).__name__)

    assert not unnoticed


def _is_bold(layer: Layer) -> bool:
    """Whether a mark is strong and large enough that a visitor would miss it: hairlines and veils are not."""
    mark = layer.at(layer.end)
    if getattr(mark, "opacity", 1.0) < 0.5:
        return False
    return bool(getattr(mark, "runs", ())) or (
        isinstance(mark, Bars) and bool((mark.width * mark.height).max(initial=0.0) > 900.0)
    )


def test_an_extra_mark_is_noticed() -> None:
    place = placed("counter")
    extra = still(Bars(array([1500.0]), array([800.0]), array([60.0]), array([60.0]), "cool"))
    more = replace(place, layers=(*place.layers, extra))

    assert difference(painted(more, place.duration), painted(place, place.duration)) > TOLERANCE
