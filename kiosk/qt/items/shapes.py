"""Filled outlines on the stage: areas of a map, streams between nodes, the star of a radar."""

from itertools import pairwise

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from kiosk.marks import Shapes
from kiosk.qt.guard import guard
from kiosk.qt.style import color, pen
from kiosk.theme import Theme

COSTLY = 200
"""Points from which on a picture of them is quicker than painting them anew."""


class ShapesItem(pg.GraphicsObject):  # type: ignore[misc]
    """Filled outlines; their paths are made anew only when their points move."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark: Shapes | None = None
        self._paths: list[QPainterPath] = []
        self._fills: list[QColor] = []
        self._edge: QPen | None = None
        self._bounds = QRectF()
        self._picture: QPixmap | None = None
        self.is_costly = self.is_veiled = False

    def show_mark(self, mark: Shapes) -> None:
        """Shows other shapes, or more of them."""
        old = self._mark
        is_same = old is not None and _same_outlines(old, mark)
        if not is_same:
            self._paths = paths_of(mark)
        if old is None or not is_same or old.edge_width != mark.edge_width:
            self.prepareGeometryChange()
            self._bounds = _bounds(mark)
        roles = (mark.color,) * len(self._paths) if isinstance(mark.color, str) else mark.color
        self._fills = [color(self._theme, role) for role in roles]
        self._edge = pen(self._theme, mark.edge, mark.edge_width, cap="flat") if mark.edge and mark.edge_width else None
        is_other = old is None or not is_same or _look(old) != _look(mark)
        self._mark = mark
        self._keep_picture(mark, is_other)
        is_big = len(mark.x) > COSTLY
        self.is_costly = is_big and self._picture is None
        # Where shapes or their edges overlap, a veil over each would show.
        self.is_veiled = 0.0 < mark.opacity < 1.0 and self._picture is None
        self.setOpacity(mark.opacity)
        if is_other or (old is not None and old.reveal != mark.reveal):
            self.update()

    def _keep_picture(self, mark: Shapes, is_other: bool) -> None:
        """Paints many points once, into a picture: before they are to be seen, when there is time, or as soon as they stand."""
        if is_other:
            self._picture = None
        is_hidden = mark.opacity <= 0.0 or mark.reveal <= 0.0
        if self._picture is None and len(mark.x) > COSTLY and (is_hidden or not is_other):
            self._picture = self._painted(QGuiApplication.primaryScreen().devicePixelRatio())

    def _painted(self, ratio: float) -> QPixmap:
        area = self._bounds.toAlignedRect()
        picture = QPixmap(max(1, round(area.width() * ratio)), max(1, round(area.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.translate(-area.topLeft())
        self._paint_shapes(painter)
        painter.end()
        return picture

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return self._bounds

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        mark = self._mark
        if mark is None or mark.reveal <= 0.0:
            return
        if mark.reveal < 1.0:
            uncovered = QRectF(self._bounds)
            uncovered.setWidth(self._bounds.width() * mark.reveal)
            painter.setClipRect(uncovered, Qt.ClipOperation.IntersectClip)
        if self._picture is None:
            self._paint_shapes(painter)
            return
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        if self._picture.devicePixelRatio() != ratio:
            self._picture = self._painted(ratio)
        painter.drawPixmap(self._bounds.toAlignedRect().topLeft(), self._picture)

    def _paint_shapes(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._edge or Qt.PenStyle.NoPen)
        for path, fill in zip(self._paths, self._fills, strict=True):
            painter.setBrush(fill)
            painter.drawPath(path)


def paths_of(mark: Shapes) -> list[QPainterPath]:
    """One path for each shape, of all its rings."""
    owners = mark.owners or tuple(range(len(mark.ends)))
    paths = [QPainterPath() for _ in range(max(owners, default=-1) + 1)]
    points = np.stack([mark.x, mark.y], axis=1).tolist()
    for (start, end), owner in zip(pairwise((0, *mark.ends)), owners, strict=True):
        # An odd-even fill is the rule of a new path: rings within rings are holes.
        paths[owner].addPolygon(QPolygonF([QPointF(x, y) for x, y in points[start:end]]))
        paths[owner].closeSubpath()
    return paths


def _same_outlines(first: Shapes, second: Shapes) -> bool:
    if first.ends != second.ends or first.owners != second.owners:
        return False
    is_same_array = first.x is second.x and first.y is second.y
    return is_same_array or (np.array_equal(first.x, second.x) and np.array_equal(first.y, second.y))


def _look(mark: Shapes) -> tuple[object, ...]:
    """All but the outlines, the opacity, and how much is uncovered."""
    return mark.color, mark.edge, mark.edge_width


def _bounds(mark: Shapes) -> QRectF:
    if not len(mark.x):
        return QRectF()
    left, top = float(mark.x.min()), float(mark.y.min())
    margin = 1.0 + mark.edge_width
    box = QRectF(left, top, float(mark.x.max()) - left, float(mark.y.max()) - top)
    return box.adjusted(-margin, -margin, margin, margin)
