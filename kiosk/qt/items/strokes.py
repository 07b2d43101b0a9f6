"""Climbing strokes on the stage: painted once into a picture, then only uncovered."""

import math
from functools import lru_cache

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from kiosk.marks import Stroke, Strokes
from kiosk.qt.guard import guard
from kiosk.qt.style import downwards, pen
from kiosk.theme import Theme


def stroke_path(stroke: Stroke, left: float, right: float) -> QPainterPath:
    """The stroke from `left` to `right`; its middle is one cubic, which is exactly the smoothstep."""
    third = (stroke.end - stroke.begin) / 3.0
    path = QPainterPath(QPointF(left, stroke.low))
    path.lineTo(stroke.begin, stroke.low)
    path.cubicTo(stroke.begin + third, stroke.low, stroke.begin + 2 * third, stroke.high, stroke.end, stroke.high)
    path.lineTo(max(stroke.end, right), stroke.high)
    return path


@lru_cache(maxsize=16)
def _painted(key: "_Key") -> QPixmap:
    mark, theme, ratio = key.mark, key.theme, key.ratio
    width, height = math.ceil((mark.right - mark.left) * ratio), math.ceil((mark.bottom - mark.top) * ratio)
    # Eight bits a channel round the many thin veils to visible bands.
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGBA64_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-mark.left, -mark.top)
    for stroke in mark.strokes:
        path = stroke_path(stroke, mark.left, mark.right)
        if stroke.veil:
            below = QPainterPath(path)
            below.lineTo(max(stroke.end, mark.right), mark.bottom)
            below.lineTo(mark.left, mark.bottom)
            below.closeSubpath()
            stops = ((0.0, stroke.color, stroke.veil), (1.0, stroke.color, 0.0))
            painter.fillPath(below, downwards(theme, stroke.high, stroke.veil_foot, stops))
        painter.strokePath(path, pen(theme, stroke.color, stroke.width, fade=stroke.fade, span=(mark.left, mark.right), cap="flat"))
    painter.end()
    result = QPixmap.fromImage(image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied))
    result.setDevicePixelRatio(ratio)
    return result


class _Key:
    """What a painted picture depends on, hashable."""

    def __init__(self, mark: Strokes, theme: Theme, ratio: float) -> None:
        self.mark, self.theme, self.ratio = mark, theme, ratio
        self._value = (mark.left, mark.top, mark.right, mark.bottom, mark.strokes, theme.name, ratio)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)


class StrokesItem(pg.GraphicsObject):  # type: ignore[misc]
    """Climbing strokes; `reveal` widens what is uncovered from the left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark: Strokes | None = None

    def show_mark(self, mark: Strokes) -> None:
        """Shows other strokes, or more of them."""
        old = self._mark
        is_other = old is None or _Key(old, self._theme, 1.0) != _Key(mark, self._theme, 1.0)
        if is_other:
            self.prepareGeometryChange()
        self._mark = mark
        self.setOpacity(mark.opacity)
        if old is None or is_other:
            self.update()
        elif old.reveal != mark.reveal:
            width = mark.right - mark.left
            first, last = sorted((old.reveal, mark.reveal))
            self.update(QRectF(mark.left + first * width - 1, mark.top, (last - first) * width + 2, mark.bottom - mark.top))

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        mark = self._mark
        return QRectF(mark.left, mark.top, mark.right - mark.left, mark.bottom - mark.top) if mark else QRectF()

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        mark = self._mark
        if mark is None or mark.reveal <= 0.0:
            return
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        pixmap = _painted(_Key(mark, self._theme, ratio))
        if mark.reveal < 1.0:
            painter.setClipRect(QRectF(mark.left, mark.top, (mark.right - mark.left) * mark.reveal, mark.bottom - mark.top))
        painter.drawPixmap(QPointF(mark.left, mark.top), pixmap)
