"""Lines on the stage."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPainter

from kiosk.marks import Line
from kiosk.qt.style import pen
from kiosk.theme import Theme


class LineItem(pg.PlotCurveItem):  # type: ignore[misc]
    """One or many strokes with one pen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(antialias=True, skipFiniteCheck=True)
        # Segments drawn one by one overlap at their joints, which shows where the pen is not opaque.
        self.setSegmentedLineMode("off")
        self._theme = theme

    def show_mark(self, mark: Line) -> None:
        """Shows another line."""
        x, y = np.atleast_2d(mark.x), np.atleast_2d(mark.y)
        if mark.closed:
            x, y = np.hstack([x, x[:, :1]]), np.hstack([y, y[:, :1]])
        connected = np.ones(x.shape, dtype=np.int32)
        if x.size:
            connected[:, -1] = 0
        span = (float(x.min()), float(x.max())) if x.size else (0.0, 1.0)
        stroke = pen(
            self._theme, mark.color, mark.width, mark.opacity, fade=mark.fade, span=span, cap=mark.cap, dashes=mark.dashes
        )
        self.setData(x.ravel(), y.ravel(), connect=connected.ravel(), pen=stroke)

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        super().paint(painter, option, widget)
