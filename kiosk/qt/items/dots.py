"""Dots on the stage."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk.marks import Dots
from kiosk.qt.guard import guard
from kiosk.qt.style import color, pen
from kiosk.theme import Theme


class DotsItem(pg.ScatterPlotItem):  # type: ignore[misc]
    """Filled or hollow circles."""

    def __init__(self, theme: Theme) -> None:
        # Sizes are lengths of the scene, not of the device: the picture is the same at every display scaling.
        super().__init__(pxMode=False, antialias=True, useCache=False)
        self._theme = theme

    def show_mark(self, mark: Dots) -> None:
        """Shows other dots."""
        sizes = np.maximum(mark.diameter - mark.ring, 0.0)
        roles = (mark.color,) * len(sizes) if isinstance(mark.color, str) else mark.color
        stroke: Any = None
        if mark.ring:
            # pyqtgraph draws a symbol of size 1 and scales it: its pen is scaled, too.
            widths = [mark.ring / size if size else 0.0 for size in sizes]
            stroke = [pen(self._theme, role, width) for role, width in zip(roles, widths, strict=True)]
            fill: Any = color(self._theme, mark.backing) if mark.backing else None
        elif isinstance(mark.color, str):
            fill = color(self._theme, mark.color)
        else:
            fill = [color(self._theme, role) for role in roles]
        self.setOpacity(mark.opacity)
        self.setData(x=mark.x, y=mark.y, size=sizes, pen=stroke, brush=fill)

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return QRectF(super().boundingRect())

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        super().paint(painter, option, widget)
