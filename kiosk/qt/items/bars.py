"""Bars on the stage."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk.marks import Bars
from kiosk.qt.guard import guard
from kiosk.qt.items.sameness import differs_at_most_in
from kiosk.qt.style import color
from kiosk.theme import Theme

FEW = 8
"""Bars up to which half-transparent ones are as quick to paint as a picture of them."""


class BarsItem(pg.BarGraphItem):  # type: ignore[misc]
    """Filled rectangles, drawn by pyqtgraph in one go for each colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(x0=[], y0=[], width=[], height=[], pen=None)
        self._theme = theme
        self._mark: Bars | None = None
        self.is_veiled = False

    def show_mark(self, mark: Bars) -> None:
        """Shows other bars."""
        old, self._mark = self._mark, mark
        self.setOpacity(mark.opacity)
        self.is_veiled = len(mark.left) > FEW and 0.0 < mark.opacity < 1.0
        if old is not None and differs_at_most_in("opacity", old, mark):
            # Of what only fades, the picture that is kept is still true.
            return
        brushes: dict[str, Any] = {"brush": None, "brushes": None}
        if isinstance(mark.color, str):
            brushes["brush"] = color(self._theme, mark.color)
        else:
            brushes["brushes"] = [color(self._theme, role) for role in mark.color]
        self.setOpts(x0=mark.left, y0=mark.top, width=mark.width, height=mark.height, **brushes)

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return QRectF(super().boundingRect())

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        super().paint(painter, option, widget)
