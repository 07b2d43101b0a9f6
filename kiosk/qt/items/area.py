"""Areas on the stage."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPen

from kiosk.marks import Area
from kiosk.qt.style import downwards
from kiosk.theme import Theme


class AreaItem(pg.FillBetweenItem):  # type: ignore[misc]
    """What lies between two curves, shaded downwards."""

    def __init__(self, theme: Theme) -> None:
        self._upper, self._lower = pg.PlotCurveItem(skipFiniteCheck=True), pg.PlotCurveItem(skipFiniteCheck=True)
        super().__init__(self._upper, self._lower)
        # pyqtgraph puts a filling behind its curves, and so behind everything else: here the order of the marks decides.
        self.setZValue(0.0)
        self._theme = theme

    def show_mark(self, mark: Area) -> None:
        """Shows another area."""
        foot_opacity = mark.opacity if mark.foot_opacity is None else mark.foot_opacity
        top, bottom = float(np.min(mark.upper)), float(np.max(mark.lower))
        stops = ((0.0, mark.color, mark.opacity), (1.0, mark.foot_color or mark.color, foot_opacity))
        self.setBrush(downwards(self._theme, top, bottom, stops))
        self.setPen(QPen(pg.QtCore.Qt.PenStyle.NoPen))
        self._upper.setData(mark.x, mark.upper)
        self._lower.setData(mark.x, mark.lower)
