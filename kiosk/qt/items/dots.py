"""Dots on the stage."""

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.marks import Dots
from kiosk.qt.guard import guard
from kiosk.qt.style import color
from kiosk.theme import Theme

Dot = tuple[QPointF, float, QColor]
"""The middle, the radius, and the colour."""


class DotsItem(pg.GraphicsObject):  # type: ignore[misc]
    """Filled or hollow circles. pyqtgraph's own item takes four times as long for symbols that are as large as lengths."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._dots: list[Dot] = []
        self._ring = 0.0
        self._backing: QColor | None = None
        self._bounds = QRectF()

    def show_mark(self, mark: Dots) -> None:
        """Shows other dots."""
        self.prepareGeometryChange()
        colors = [mark.color] * len(mark.x) if isinstance(mark.color, str) else mark.color
        # The stroke of a hollow dot lies within its diameter.
        radii = (mark.diameter - mark.ring) / 2.0
        self._dots = [
            (QPointF(x, y), radius, color(self._theme, role))
            for x, y, radius, role in zip(mark.x.tolist(), mark.y.tolist(), radii.tolist(), colors, strict=True)
            if radius > 0.0
        ]
        self._ring = mark.ring
        self._backing = color(self._theme, mark.backing) if mark.ring and mark.backing else None
        self._bounds = _bounds(mark)
        self.setOpacity(mark.opacity)
        self.update()

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return self._bounds

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._backing or Qt.BrushStyle.NoBrush)
        shown: QColor | None = None
        for middle, radius, ink in self._dots:
            if ink is not shown:
                shown = ink
                if self._ring:
                    painter.setPen(QPen(ink, self._ring))
                else:
                    painter.setBrush(ink)
            painter.drawEllipse(middle, radius, radius)


def _bounds(mark: Dots) -> QRectF:
    if not len(mark.x):
        return QRectF()
    radius = mark.diameter / 2.0
    left, top = float((mark.x - radius).min()), float((mark.y - radius).min())
    right, bottom = float((mark.x + radius).max()), float((mark.y + radius).max())
    return QRectF(left, top, right - left, bottom - top).adjusted(-1.0, -1.0, 1.0, 1.0)
