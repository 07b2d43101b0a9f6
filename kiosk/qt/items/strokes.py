"""Climbing strokes on the stage: painted once into a picture, then only uncovered."""

import math
from collections import OrderedDict

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from kiosk.marks import Stroke, Strokes
from kiosk.qt.columns import lay_strokes
from kiosk.qt.guard import guard
from kiosk.qt.style import color, downwards, pen
from kiosk.theme import Theme


def stroke_path(stroke: Stroke, left: float, right: float) -> QPainterPath:
    """The stroke from `left` to `right`; its middle is one cubic, which is exactly the smoothstep."""
    third = (stroke.end - stroke.begin) / 3.0
    path = QPainterPath(QPointF(left, stroke.low))
    path.lineTo(stroke.begin, stroke.low)
    path.cubicTo(stroke.begin + third, stroke.low, stroke.begin + 2 * third, stroke.high, stroke.end, stroke.high)
    path.lineTo(max(stroke.end, right), stroke.high)
    return path


VEIL_PIXELS = 400_000
"""Pixels of the picture in which veils are painted."""
FEW = 4
"""Strokes, without veils, up to which painting them anew is as quick as copying a picture of them."""
SHARED_PIXELS = 600_000
"""Pixels up to which a picture is kept for all slides: the foot of the page, not a hillside."""


def ink_area(mark: Strokes) -> QRectF:
    """Where in its rectangle a mark leaves ink."""
    area = QRectF(mark.left, mark.top, mark.right - mark.left, mark.bottom - mark.top)
    if not mark.strokes:
        return QRectF()
    widest = max(stroke.width for stroke in mark.strokes)
    top = min(min(stroke.low, stroke.high) for stroke in mark.strokes) - widest
    bottom = max(max(stroke.low, stroke.veil_foot) for stroke in mark.strokes) + widest
    return area.intersected(QRectF(mark.left, math.floor(top), area.width(), math.ceil(bottom - math.floor(top))))


def paint_veils(painter: QPainter, mark: Strokes, theme: Theme) -> None:
    """Paints what hangs below the strokes, the first at the back."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for stroke in mark.strokes:
        if stroke.veil:
            below = stroke_path(stroke, mark.left, mark.right)
            below.lineTo(max(stroke.end, mark.right), mark.bottom)
            below.lineTo(mark.left, mark.bottom)
            below.closeSubpath()
            stops = ((0.0, stroke.color, stroke.veil), (1.0, stroke.color, 0.0))
            painter.fillPath(below, downwards(theme, stroke.high, stroke.veil_foot, stops))


def paint_lines(painter: QPainter, mark: Strokes, theme: Theme) -> None:
    """Paints the strokes themselves, the first at the back."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for stroke in mark.strokes:
        painter.strokePath(
            stroke_path(stroke, mark.left, mark.right),
            pen(theme, stroke.color, stroke.width, fade=stroke.fade, span=(mark.left, mark.right), cap="flat"),
        )


def veils_of(mark: Strokes, area: QRectF, theme: Theme, scale: float) -> QImage:
    """The veils as a picture of `scale` pixels for each of the screen."""
    # Eight bits a channel round the many thin veils to visible bands.
    image = QImage(
        max(1, math.ceil(area.width() * scale)),
        max(1, math.ceil(area.height() * scale)),
        QImage.Format.Format_RGBA64_Premultiplied,
    )
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-area.topLeft())
    paint_veils(painter, mark, theme)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def picture_of(mark: Strokes, theme: Theme, ratio: float) -> QPixmap:
    """The ink of a mark as a picture of `ratio` pixels for each of the screen."""
    area = ink_area(mark)
    image = QImage(
        max(1, math.ceil(area.width() * ratio)),
        max(1, math.ceil(area.height() * ratio)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    if any(stroke.veil for stroke in mark.strokes):
        # They are too soft to show that they were painted small; large, they would take the time of six frames, on 4K of twenty.
        scale = min(ratio, math.sqrt(VEIL_PIXELS / max(1.0, area.width() * area.height())))
        veils = veils_of(mark, area, theme, scale)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0.0, 0.0, veils.width() / scale, veils.height() / scale), veils)
        painter.end()
    inked = ((stroke, color(theme, stroke.color)) for stroke in mark.strokes)
    lay_strokes(image, inked, area, (mark.left, mark.right))
    result = QPixmap.fromImage(image)
    result.setDevicePixelRatio(ratio)
    return result


Look = tuple[float, float, float, float, tuple[Stroke, ...], tuple[str, ...], float]
_SHARED: OrderedDict[Look, QPixmap] = OrderedDict()
_SHARED_MOST = 8


def _shared_picture(look: Look, mark: Strokes, theme: Theme, ratio: float) -> QPixmap:
    if look not in _SHARED:
        _SHARED[look] = picture_of(mark, theme, ratio)
        while len(_SHARED) > _SHARED_MOST:
            _SHARED.popitem(last=False)
    _SHARED.move_to_end(look)
    return _SHARED[look]


class StrokesItem(pg.GraphicsObject):  # type: ignore[misc]
    """Climbing strokes; `reveal` widens what is uncovered from the left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark: Strokes | None = None
        self._area = QRectF()
        self._picture: QPixmap | None = None
        self._picture_ratio = 0.0

    def show_mark(self, mark: Strokes) -> None:
        """Shows other strokes, or more of them."""
        old = self._mark
        is_other = old is None or self._look(old, 1.0) != self._look(mark, 1.0)
        if is_other:
            self.prepareGeometryChange()
            self._picture = None
            self._area = ink_area(mark)
        self._mark = mark
        self.setOpacity(mark.opacity)
        if old is None or is_other:
            self.update()
        elif old.reveal != mark.reveal:
            width = mark.right - mark.left
            first, last = sorted((old.reveal, mark.reveal))
            self.update(
                QRectF(mark.left + first * width - 1, self._area.top(), (last - first) * width + 2, self._area.height())
            )

    def _look(self, mark: Strokes, ratio: float) -> Look:
        return (mark.left, mark.top, mark.right, mark.bottom, mark.strokes, self._theme.look, ratio)

    def _picture_at(self, mark: Strokes, ratio: float) -> QPixmap:
        if self._area.width() * self._area.height() * ratio * ratio <= SHARED_PIXELS:
            return _shared_picture(self._look(mark, ratio), mark, self._theme, ratio)
        if self._picture is None or self._picture_ratio != ratio:
            self._picture, self._picture_ratio = picture_of(mark, self._theme, ratio), ratio
        return self._picture

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return self._area

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        mark = self._mark
        if mark is None:
            return
        is_few = len(mark.strokes) <= FEW and not any(stroke.veil for stroke in mark.strokes)
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        # Made even while all is covered: before the first frame of an entrance there is time, in it there is none.
        picture = None if is_few else self._picture_at(mark, ratio)
        if mark.reveal <= 0.0:
            return
        uncovered = QRectF(mark.left, mark.top, (mark.right - mark.left) * mark.reveal, mark.bottom - mark.top)
        painter.setClipRect(uncovered, Qt.ClipOperation.IntersectClip)
        if picture is None:
            paint_lines(painter, mark, self._theme)
        else:
            painter.drawPixmap(self._area.topLeft(), picture)
