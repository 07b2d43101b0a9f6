"""Sketches of all layouts on five shapes of screen, for the manual."""

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.layouts import LAYOUTS, Page
from kiosk.screen import Box, Screen

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

SHAPES = {
    "16:9": (1920, 1080),
    "4:3": (1440, 1080),
    "square": (1080, 1080),
    "upright": (1080, 1920),
    "very wide": (3840, 1080),
}
HEIGHT, GAP, NAMES, HEAD = 132, 26, 150, 50
"""Pixels: of a sketch, between two, of the column of names, of the row of shapes."""
SCALE = 2.0
"""The picture is painted this much larger, for screens with fine pixels."""


def sketch(file: Path) -> None:
    """Draws every layout on every shape, one row each."""
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QColor, QImage, QPainter

    from kiosk.qt.style import font
    from kiosk.qt.theatre import application
    from kiosk.theme import load_theme

    application()
    theme = load_theme("light")
    widths = [HEIGHT * width / height for width, height in SHAPES.values()]
    width = NAMES + sum(widths) + GAP * len(widths)
    height = HEAD + (HEIGHT + GAP) * len(LAYOUTS)
    image = QImage(round(width * SCALE), round(height * SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor(theme["ground"]))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE, SCALE)
    painter.setPen(QColor(theme["muted"]))
    painter.setFont(font(15, 400))
    left = float(NAMES)
    for shape, each in zip(SHAPES, widths, strict=True):
        painter.drawText(QRectF(left, 12, each + GAP, 24), Qt.AlignmentFlag.AlignLeft, shape)
        left += each + GAP
    for row, name in enumerate(LAYOUTS):
        top, left = HEAD + row * (HEIGHT + GAP), float(NAMES)
        painter.setPen(QColor(theme["text"]))
        painter.setFont(font(17, 700))
        painter.drawText(QRectF(16, top, NAMES - 20, 26), Qt.AlignmentFlag.AlignLeft, name)
        for size, each in zip(SHAPES.values(), widths, strict=True):
            painter.save()
            painter.translate(left, top)
            painter.scale(HEIGHT / size[1], HEIGHT / size[1])
            _page(painter, name, Screen(*size))
            painter.restore()
            left += each + GAP
    painter.end()
    assert image.save(str(file), None, 85)


def _page(painter: "QPainter", name: str, screen: Screen) -> None:
    """One layout on one screen, in pixels of that screen."""
    from PySide6.QtCore import QPointF, QRectF, Qt
    from PySide6.QtGui import QColor, QPen

    from kiosk.qt.style import font
    from kiosk.theme import load_theme

    theme, layout, page = load_theme("light"), LAYOUTS[name], Page(screen)
    unit = screen.height / HEIGHT
    painter.fillRect(_rect(page.whole), QColor(theme["surface"]))
    areas = layout.areas(page)
    for area, box in areas.items():
        is_behind = len(areas) > 1 and area == "main" and name in {"over", "scene", "backdrop"}
        color = QColor(theme["cool"])
        color.setAlphaF(0.14 if is_behind else 0.30)
        painter.fillRect(_rect(box), color)
        painter.setPen(QPen(color, unit))
        painter.setPen(QColor(theme["text"]))
        painter.setFont(font(round(13 * unit), 400))
        at = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight if is_behind else Qt.AlignmentFlag.AlignCenter
        painter.drawText(_rect(box).adjusted(0, 0, -4 * unit if is_behind else 0, 0), at, area)
    if not layout.is_poster:
        painter.setPen(QPen(QColor(theme["muted"]), 1.2 * unit))
        line = (
            (QPointF(page.left, page.header), QPointF(page.right, page.header))
            if page.has_header
            else (QPointF(page.spine, screen.safe.top + 7 * screen.g), QPointF(page.spine, page.source))
        )
        painter.drawLine(*line)
        width = 0.62 * page.title_width * (1.0 if page.is_ultrawide else layout.title_part(page))
        title = QRectF(page.left, page.title - layout.lift(page) - 5 * screen.g, width, 5 * screen.g)
        painter.fillRect(title, QColor(theme["text"]))
    painter.setPen(QPen(QColor(theme["axis"]), 1.4 * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(_rect(page.whole))


def _rect(box: Box) -> "QRectF":
    from PySide6.QtCore import QRectF

    return QRectF(box.left, box.top, box.width, box.height)
