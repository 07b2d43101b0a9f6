"""Filled outlines on the stage: areas of a map, streams between nodes, the star of a radar."""

from itertools import pairwise

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

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
        self.is_costly = self.is_veiled = False

    def show_mark(self, mark: Shapes) -> None:
        """Shows other shapes, or more of them."""
        old = self._mark
        if old is None or not _same_outlines(old, mark):
            self._paths = paths_of(mark)
        if old is None or not _same_outlines(old, mark) or old.edge_width != mark.edge_width:
            self.prepareGeometryChange()
            self._bounds = _bounds(mark)
        roles = (mark.color,) * len(self._paths) if isinstance(mark.color, str) else mark.color
        self._fills = [color(self._theme, role) for role in roles]
        self._edge = pen(self._theme, mark.edge, mark.edge_width, cap="flat") if mark.edge and mark.edge_width else None
        self.is_costly = len(mark.x) > COSTLY
        # Where shapes or their edges overlap, a veil over each would show.
        self.is_veiled = 0.0 < mark.opacity < 1.0
        self.setOpacity(mark.opacity)
        self._mark = mark
        self.update()

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return self._bounds

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        mark = self._mark
        if mark is None or mark.reveal <= 0.0:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mark.reveal < 1.0:
            uncovered = QRectF(self._bounds)
            uncovered.setWidth(self._bounds.width() * mark.reveal)
            painter.setClipRect(uncovered, Qt.ClipOperation.IntersectClip)
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


def _bounds(mark: Shapes) -> QRectF:
    if not len(mark.x):
        return QRectF()
    left, top = float(mark.x.min()), float(mark.y.min())
    margin = 1.0 + mark.edge_width
    box = QRectF(left, top, float(mark.x.max()) - left, float(mark.y.max()) - top)
    return box.adjusted(-margin, -margin, margin, margin)
