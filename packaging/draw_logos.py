"""Draws the logos of the gallery: twelve firms that do not exist, each in light ink for dark grounds and in dark for light ones.

QT_QPA_PLATFORM=offscreen python packaging/draw_logos.py
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPolygonF, qRgba

from kiosk.qt.style import FAMILY
from kiosk.qt.theatre import application
from kiosk.theme import load_theme

TARGET = Path(__file__).resolve().parent.parent / "assets" / "gallery" / "images"
MARK = 200.0
"""The side of a mark in pixels."""
CANVAS = 1200
VEILS = 15

Draw = Callable[[QPainter, QPen], None]


def orbit(painter: QPainter, pen: QPen) -> None:
    painter.drawEllipse(QPointF(100, 100), 52, 52)
    painter.save()
    painter.translate(100, 100)
    painter.rotate(-28)
    painter.drawEllipse(QPointF(0, 0), 92, 30)
    painter.restore()


def latitude(painter: QPainter, pen: QPen) -> None:
    for radius in (86, 58, 30):
        painter.drawArc(QRectF(100 - radius, 130 - radius, 2 * radius, 2 * radius), 0, 180 * 16)
    painter.drawLine(10, 150, 190, 150)


def vine(painter: QPainter, pen: QPen) -> None:
    path = QPainterPath(QPointF(40, 186))
    path.cubicTo(40, 90, 90, 30, 176, 20)
    path.cubicTo(184, 110, 130, 166, 40, 166)
    painter.drawPath(path)
    painter.drawLine(52, 160, 124, 76)


def hexagons(painter: QPainter, pen: QPen) -> None:
    for radius in (88.0, 44.0):
        turns = (math.radians(60 * number + 30) for number in range(6))
        painter.drawPolygon(QPolygonF([QPointF(100 + radius * math.cos(a), 100 + radius * math.sin(a)) for a in turns]))


def tide(painter: QPainter, pen: QPen) -> None:
    for level in (60, 104, 148):
        path = QPainterPath(QPointF(14, level))
        path.cubicTo(56, level - 50, 76, level + 50, 112, level)
        path.cubicTo(140, level - 36, 162, level - 10, 186, level - 24)
        painter.drawPath(path)


def peak(painter: QPainter, pen: QPen) -> None:
    painter.setBrush(pen.color())
    painter.drawPolygon(QPolygonF([QPointF(14, 166), QPointF(84, 40), QPointF(154, 166)]))
    painter.drawPolygon(QPolygonF([QPointF(130, 110), QPointF(150, 78), QPointF(192, 166), QPointF(166, 166)]))


def matrix(painter: QPainter, pen: QPen) -> None:
    painter.setBrush(pen.color())
    painter.setPen(Qt.PenStyle.NoPen)
    for row in range(3):
        for column in range(3):
            if (row, column) != (0, 2):
                painter.drawEllipse(QPointF(38 + 62 * column, 38 + 62 * row), 22, 22)


def rings(painter: QPainter, pen: QPen) -> None:
    painter.drawEllipse(QPointF(70, 100), 56, 56)
    painter.drawEllipse(QPointF(130, 100), 56, 56)


def prism(painter: QPainter, pen: QPen) -> None:
    painter.drawPolygon(QPolygonF([QPointF(100, 24), QPointF(184, 168), QPointF(16, 168)]))
    painter.drawLine(100, 24, 128, 168)


def bridge(painter: QPainter, pen: QPen) -> None:
    painter.drawLine(8, 132, 192, 132)
    painter.drawArc(QRectF(26, 62, 148, 140), 0, 180 * 16)
    for x in (63, 100, 137):
        painter.drawLine(x, 132, x, 88 if x != 100 else 66)


def star(painter: QPainter, pen: QPen) -> None:
    painter.setBrush(pen.color())
    points = []
    for number in range(8):
        radius = 92.0 if number % 2 == 0 else 24.0
        turn = math.radians(45 * number)
        points.append(QPointF(100 + radius * math.sin(turn), 100 - radius * math.cos(turn)))
    painter.drawPolygon(QPolygonF(points))


def steps(painter: QPainter, pen: QPen) -> None:
    painter.setBrush(pen.color())
    painter.setPen(Qt.PenStyle.NoPen)
    for number in range(4):
        painter.drawRect(QRectF(18 + 43 * number, 150 - 40 * number, 34, 34 + 40 * number - 10))


@dataclass(frozen=True)
class Logo:
    """One logo: its mark, if it has one, and its words beside or below it."""

    name: str
    draw: Draw | None
    words: str = ""
    is_below: bool = False
    weight: int = 700


LOGOS = (
    Logo("orbita", orbit, "ORBITA"),
    Logo("latitude", latitude, "北纬光学"),
    Logo("vine", vine, "青藤生物", is_below=True),
    Logo("hexa", hexagons),
    Logo("tide", tide, "潮汐能源"),
    Logo("peak", peak, "PEAK", weight=900),
    Logo("matrix", matrix, "矩阵智能"),
    Logo("loop", rings, "LOOP", is_below=True),
    Logo("nova", None, "novaline", weight=900),
    Logo("bridge", bridge, "长桥软件"),
    Logo("star", star, "ZENITH", weight=400),
    Logo("steps", steps, "云阶", weight=900),
)


def drawn(logo: Logo, ink: QColor) -> QImage:
    """A logo in one ink, cropped to what is drawn."""
    image = QImage(CANVAS, CANVAS // 2, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink, 13.0)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if logo.draw is not None:
        painter.save()
        painter.setPen(pen)
        painter.translate(40.0, 40.0)
        logo.draw(painter, pen)
        painter.restore()
    if logo.words:
        font = QFont(FAMILY)
        font.setPixelSize(64 if logo.is_below else 104)
        font.setWeight(QFont.Weight(logo.weight))
        painter.setFont(font)
        painter.setPen(ink)
        left = 40.0 + (MARK + 36.0 if logo.draw and not logo.is_below else 0.0)
        if logo.is_below:
            room = QRectF(40.0 - MARK, 40.0 + MARK + 6.0, 3.0 * MARK, 90.0)
            painter.drawText(room.translated(0.0, 0.0), Qt.AlignmentFlag.AlignHCenter, logo.words)
        else:
            painter.drawText(QPointF(left, 40.0 + MARK / 2.0 + 38.0), logo.words)
    painter.end()
    return image.copy(_ink(image))


def _ink(image: QImage) -> QRect:
    """The rectangle that holds all that is drawn."""
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    alpha = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)[:, :, 3]
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    return QRect(int(columns[0]), int(rows[0]), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1)


def in_one_ink(image: QImage, ink: QColor) -> QImage:
    """The same with a palette of sixteen opacities, which makes a small file."""
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    alpha = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)[:, :, 3]
    index = np.round(alpha / 255.0 * VEILS).astype(np.uint8)
    height, width = index.shape
    wide = np.zeros((height, (width + 3) // 4 * 4), np.uint8)
    wide[:, :width] = index
    small = QImage(wide.tobytes(), width, height, wide.shape[1], QImage.Format.Format_Indexed8)
    small.setColorTable(
        [qRgba(ink.red(), ink.green(), ink.blue(), round(255 * step / VEILS)) for step in range(VEILS + 1)]
    )
    return small.copy()


def main() -> None:
    """Draws all logos in both inks."""
    application()
    TARGET.mkdir(parents=True, exist_ok=True)
    for theme, ending in (("dark", ""), ("light", ".light")):
        ink = QColor(load_theme(theme)["text"])
        for logo in LOGOS:
            path = TARGET / f"logo-{logo.name}{ending}.png"
            if not in_one_ink(drawn(logo, ink), ink).save(str(path), quality=0):
                raise SystemExit(f"{path} cannot be written")


if __name__ == "__main__":
    main()
