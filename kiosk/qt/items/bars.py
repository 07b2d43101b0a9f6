"""Bars on the stage."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk.marks import Bars
from kiosk.qt.guard import guard
from kiosk.qt.style import color
from kiosk.theme import Theme


class BarsItem(pg.BarGraphItem):  # type: ignore[misc]
    """Filled rectangles, drawn by pyqtgraph in one go for each colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(x0=[], y0=[], width=[], height=[], pen=None)
        self._theme = theme

    def show_mark(self, mark: Bars) -> None:
        """Shows other bars."""
        self.setOpacity(mark.opacity)
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
