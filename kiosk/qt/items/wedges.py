"""Wedges on the stage."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from kiosk.marks import Wedges
from kiosk.qt.guard import guard
from kiosk.qt.items.sameness import differs_at_most_in
from kiosk.qt.style import color
from kiosk.theme import Theme


class WedgesItem(pg.GraphicsObject):  # type: ignore[misc]
    """Pieces of a ring: pyqtgraph has no item for them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bounds = QRectF()
        self._pieces: list[tuple[QPainterPath, QColor]] = []
        self._mark: Wedges | None = None
        self.is_veiled = False

    def show_mark(self, mark: Wedges) -> None:
        """Shows other wedges."""
        old, self._mark = self._mark, mark
        self.setOpacity(mark.opacity)
        is_same = old is not None and differs_at_most_in("opacity", old, mark)
        # Of what only fades, a picture that is kept stays true.
        self.is_veiled = is_same and 0.0 < mark.opacity < 1.0
        if is_same:
            return
        self.prepareGeometryChange()
        roles = (mark.color,) * len(mark.start) if isinstance(mark.color, str) else mark.color
        outer = QRectF(mark.x - mark.outer, mark.y - mark.outer, 2 * mark.outer, 2 * mark.outer)
        inner = QRectF(mark.x - mark.inner, mark.y - mark.inner, 2 * mark.inner, 2 * mark.inner)
        self._bounds = outer.adjusted(-1, -1, 1, 1)
        self._pieces = []
        for start, span, role in zip(mark.start, mark.span, roles, strict=True):
            if span <= 0.0:
                continue
            # Qt counts counter-clockwise from three o'clock.
            first, sweep = 90.0 - float(start), -float(span)
            path = QPainterPath()
            path.arcMoveTo(outer, first)
            path.arcTo(outer, first, sweep)
            if mark.inner > 0.0:
                path.arcTo(inner, first + sweep, -sweep)
            else:
                # An arc without a radius adds nothing to a path, and the piece would lose its point.
                path.lineTo(mark.x, mark.y)
            path.closeSubpath()
            self._pieces.append((path, color(self._theme, role)))
        self.update()

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return self._bounds

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for path, fill in self._pieces:
            painter.fillPath(path, fill)
