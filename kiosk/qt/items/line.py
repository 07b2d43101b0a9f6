"""Lines on the stage."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPolygonF

from kiosk.marks import Line
from kiosk.qt.guard import guard
from kiosk.qt.items.revealing import strip_between, uncovered
from kiosk.qt.items.sameness import differs_at_most_in
from kiosk.qt.style import pen
from kiosk.theme import Theme

HAIRLINE = 4.0
"""Pixels of width up to which a stroke has no visible cap."""

COSTLY = 4
"""Strokes from which on a picture of them is quicker than painting them anew."""


class LineItem(pg.PlotCurveItem):  # type: ignore[misc]
    """One or many strokes with one pen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(antialias=True, skipFiniteCheck=True)
        # Segments drawn one by one overlap at their joints, which shows where the pen is not opaque.
        self.setSegmentedLineMode("off")
        self._theme = theme
        self.is_costly = self.is_veiled = False
        self._lines: list[QLineF] = []
        self._strokes: list[QPolygonF] = []
        self._mark: Line | None = None
        self._is_uncovered = False
        self._picture: QPixmap | None = None

    def show_mark(self, mark: Line) -> None:
        """Shows another line, or more of it."""
        old, self._mark = self._mark, mark
        if old is not None and differs_at_most_in("reveal", old, mark):
            if old.reveal != mark.reveal:
                self.update(strip_between(old, mark, mark.width))
            return
        self._is_uncovered, self._picture = mark.reveal < 1.0, None
        x, y = np.atleast_2d(mark.x), np.atleast_2d(mark.y)
        if mark.closed:
            x, y = np.hstack([x, x[:, :1]]), np.hstack([y, y[:, :1]])
        connected = np.ones(x.shape, dtype=np.int32)
        if x.size:
            connected[:, -1] = 0
        span = (float(x.min()), float(x.max())) if x.size else (0.0, 1.0)
        # Nobody sees the cap of a hairline, but round ones take Qt's slow way: 17 ms for a dozen lines, flat ones 1 ms.
        cap = mark.cap if mark.width > HAIRLINE else "flat"
        self.is_costly = len(x) > COSTLY and not self._is_uncovered
        self.is_veiled = self.is_costly and 0.0 < mark.opacity < 1.0 and not mark.fade
        opacity = 1.0 if self.is_veiled else mark.opacity
        stroke = pen(
            self._theme, mark.color, mark.width, opacity, fade=mark.fade, span=span, cap=cap, dashes=mark.dashes
        )
        self._lines, self._strokes = [], []
        if len(x) > 1 and x.shape[1] == 2:
            self._lines = [QLineF(*ends) for ends in np.stack([x[:, 0], y[:, 0], x[:, 1], y[:, 1]], axis=1).tolist()]
        elif len(x) > 1:
            self._strokes = [
                QPolygonF([QPointF(*point) for point in zip(*row, strict=True)])
                for row in zip(x.tolist(), y.tolist(), strict=True)
            ]
        self.setOpacity(mark.opacity if self.is_veiled else 1.0)
        self.setData(x.ravel(), y.ravel(), connect=connected.ravel(), pen=stroke)

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return QRectF(super().boundingRect())

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        mark = self._mark
        if mark is None:
            return
        if not self._is_uncovered:
            self._paint_strokes(painter, option, widget)
            return
        # Made even while all is covered: before the first frame of an entrance there is time, in it there is none.
        area, picture = self._picture_for(painter, option, widget)
        if mark.reveal <= 0.0:
            return
        if mark.reveal < 1.0:
            painter.setClipRect(uncovered(mark, self.boundingRect()), Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(area.topLeft(), picture)

    def _picture_for(self, painter: QPainter, option: object, widget: object) -> tuple[QRectF, QPixmap]:
        """All strokes as a picture of whole pixels, and where it lies: to stroke a long curve takes the time of a frame."""
        area = QRectF(self.boundingRect().toAlignedRect())
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            picture = QPixmap(max(1, round(area.width() * ratio)), max(1, round(area.height() * ratio)))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            inner = QPainter(picture)
            inner.translate(-area.topLeft())
            self._paint_strokes(inner, option, widget)
            inner.end()
            self._picture = picture
        return area, self._picture

    def _paint_strokes(self, painter: QPainter, option: object, widget: object) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._lines and not self._strokes:
            super().paint(painter, option, widget)
            return
        # As one path, strokes that cross each other cost twenty times as much: Qt unites them first.
        painter.setPen(self.opts["pen"])
        for line in self._lines:
            painter.drawLine(line)
        for stroke in self._strokes:
            painter.drawPolyline(stroke)
