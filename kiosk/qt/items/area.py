"""Areas on the stage."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk.marks import Area
from kiosk.qt.guard import guard
from kiosk.qt.items.revealing import strip_between, uncovered
from kiosk.qt.items.sameness import differs_at_most_in
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
        self._mark: Area | None = None

    def show_mark(self, mark: Area) -> None:
        """Shows another area, or more of it."""
        old, self._mark = self._mark, mark
        if old is not None and differs_at_most_in("reveal", old, mark):
            if old.reveal != mark.reveal:
                self.update(strip_between(old, mark, 0.0))
            return
        foot_opacity = mark.opacity if mark.foot_opacity is None else mark.foot_opacity
        top, bottom = float(np.min(mark.upper)), float(np.max(mark.lower))
        stops = ((0.0, mark.color, mark.opacity), (1.0, mark.foot_color or mark.color, foot_opacity))
        self.setBrush(downwards(self._theme, top, bottom, stops))
        self.setPen(QPen(pg.QtCore.Qt.PenStyle.NoPen))
        self._upper.setData(mark.x, mark.upper)
        self._lower.setData(mark.x, mark.lower)

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return QRectF(super().boundingRect())

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        mark = self._mark
        if mark is None or mark.reveal <= 0.0:
            return
        if mark.reveal < 1.0:
            painter.setClipRect(uncovered(mark, self.boundingRect()), Qt.ClipOperation.IntersectClip)
        super().paint(painter, option, widget)
