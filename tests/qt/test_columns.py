"""Strokes laid into a picture by columns: as Qt would paint them, whatever the resolution."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.marks import Stroke, Strokes
from kiosk.qt.columns import lay_strokes
from kiosk.qt.items.strokes import paint_lines
from kiosk.theme import load_theme

AREA = QRectF(10.0, 20.0, 200.0, 100.0)
INK = QColor(200, 100, 50)


def blank(ratio: float = 1.0) -> QImage:
    image = QImage(round(200 * ratio), round(100 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def alphas(image: QImage) -> np.ndarray:
    """How much of each pixel is covered, 0 to 1, by row and column."""
    pixels = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return pixels[:, : image.width(), 3] / 255.0


def level(y: float, width: float, **more: object) -> Stroke:
    return Stroke(low=y, high=y, begin=10.0, end=210.0, color="cool", width=width, **more)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_level_stroke_covers_its_width_at_every_resolution(ratio: float) -> None:
    image = blank(ratio)

    lay_strokes(image, [(level(70.3, 3.5), INK)], AREA, (10.0, 210.0))

    assert alphas(image).sum(axis=0) == pytest.approx(3.5 * ratio, abs=0.02)


def test_a_stroke_on_whole_pixels_is_of_one_colour_and_has_sharp_edges() -> None:
    image = blank()

    lay_strokes(image, [(level(70.0, 4.0), INK)], AREA, (10.0, 210.0))

    assert alphas(image)[:, 100].nonzero()[0].tolist() == [48, 49, 50, 51]
    assert image.pixelColor(100, 50) == INK


def test_a_fade_runs_between_the_ends_of_the_span() -> None:
    image = blank()

    lay_strokes(image, [(level(70.0, 4.0, fade=((0.0, 0.0), (1.0, 1.0))), INK)], AREA, (10.0, 410.0))

    assert alphas(image)[50, [0, 100, 199]] == pytest.approx([0.0, 0.25, 0.5], abs=0.01)


def test_what_climbs_out_of_the_picture_is_cut_off() -> None:
    image = blank()

    lay_strokes(
        image,
        [(Stroke(low=110.0, high=-500.0, begin=10.0, end=210.0, color="cool", width=3.0), INK)],
        AREA,
        (10.0, 210.0),
    )

    assert alphas(image)[:, 0].any()
    assert not alphas(image)[:, -1].any()


def test_a_climbing_stroke_is_painted_as_qt_paints_it() -> None:
    theme = load_theme("dark")
    stroke = Stroke(low=100.0, high=30.0, begin=30.0, end=190.0, color="cool", width=2.5)
    ours, theirs = blank(), blank()

    lay_strokes(ours, [(stroke, QColor(theme["cool"]))], AREA, (10.0, 210.0))
    painter = QPainter(theirs)
    painter.translate(-AREA.topLeft())
    paint_lines(painter, Strokes(left=10.0, top=20.0, right=210.0, bottom=120.0, strokes=(stroke,)), theme)
    painter.end()

    assert np.abs(alphas(ours) - alphas(theirs)).max() < 0.25
    assert alphas(ours).sum() == pytest.approx(alphas(theirs).sum(), rel=0.03)
