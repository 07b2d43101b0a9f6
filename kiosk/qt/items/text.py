"""Texts on the stage: plain characters, never markup."""

from bisect import bisect_left

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QTransform

from kiosk.marks import Text
from kiosk.qt.guard import guard
from kiosk.qt.outlines import LARGE, outline
from kiosk.qt.style import color, font
from kiosk.theme import Theme
from kiosk.typeface import advance, left_bearing

ASCENT, DESCENT = 1.0, 0.32
UPRIGHT_PITCH = 1.24
Piece = tuple[QPointF, str | QPainterPath, QFont, QColor]
"""Where what is painted: a text by its characters, or by their outline if it is large."""

Character = tuple[QPointF, float, str, QFont, QColor]
"""Where and how wide which character is painted, and how."""


def _body(mark: Text) -> tuple[object, ...]:
    return mark.runs, mark.anchor, mark.upright


def _stance(mark: Text) -> tuple[object, ...]:
    return mark.x, mark.y, mark.angle, mark.clip


class TextItem(pg.GraphicsObject):  # type: ignore[misc]
    """Runs of text on one baseline. pyqtgraph's own text item reads markup and lays out a document: this one does neither."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.is_veiled = False
        self._mark: Text | None = None
        self._pieces: list[Piece] = []
        self._characters: list[Character] = []
        self._whole = QRectF()
        self._bounds = QRectF()

    def show_mark(self, mark: Text) -> None:
        """Shows another text."""
        self.is_veiled = 0.0 < mark.opacity < 1.0
        old, self._mark = self._mark, mark
        self.setOpacity(mark.opacity)
        is_other = old is None or _body(old) != _body(mark)
        if old is not None and not is_other and _stance(old) == _stance(mark):
            return
        # A text that only moves keeps its pieces; what of it is to be seen through a clip is other at every place.
        self.prepareGeometryChange()
        if is_other:
            self._pieces, self._whole = self._upright(mark) if mark.upright else self._level(mark)
            self._characters = self._one_by_one(mark) if mark.clip else []
        self._bounds = self._whole if mark.clip is None else self._whole.intersected(self._window(mark))
        self.setTransform(QTransform.fromTranslate(mark.x, mark.y).rotate(mark.angle))
        if is_other or mark.clip is not None:
            self.update()

    def _window(self, mark: Text) -> QRectF:
        """What may be seen of a clipped text, in its own coordinates."""
        left, right, _ = mark.clip or (0.0, 0.0, 0.0)
        return QRectF(left - mark.x, self._whole.top(), right - left, self._whole.height())

    def _piece(self, x: float, y: float, text: str, run_index: int, mark: Text) -> Piece:
        run = mark.runs[run_index]
        face = font(run.size, run.weight)
        if run.tracking:
            face = QFont(face)
            face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, run.tracking * run.size)
        shape = outline(text, run.size, run.weight, run.tracking) if run.size >= LARGE else None
        return QPointF(x, y), text if shape is None else shape, face, color(self._theme, run.color)

    def _level(self, mark: Text) -> tuple[list[Piece], QRectF]:
        places, x = [], 0.0
        for run in mark.runs:
            x += run.gap
            places.append(x)
            x += advance(run.text, run.weight, run.tracking) * run.size
        shift = {"start": 0.0, "middle": -x / 2.0, "end": -x, "ink": 0.0}[mark.anchor]
        if mark.anchor == "ink" and mark.runs and mark.runs[0].text:
            first = mark.runs[0]
            shift = -left_bearing(first.text[0], first.weight) * first.size
        runs = enumerate(zip(places, mark.runs, strict=True))
        pieces = [self._piece(place + shift, 0.0, run.text, index, mark) for index, (place, run) in runs]
        tallest = max((run.size for run in mark.runs), default=0.0)
        bounds = QRectF(shift - 0.1 * tallest, -ASCENT * tallest, x + 0.2 * tallest, (ASCENT + DESCENT) * tallest)
        return pieces, bounds

    def _upright(self, mark: Text) -> tuple[list[Piece], QRectF]:
        run = mark.runs[0]
        pieces = []
        for index, char in enumerate(run.text):
            x = -advance(char, run.weight) * run.size / 2.0
            pieces.append(self._piece(x, index * UPRIGHT_PITCH * run.size, char, 0, mark))
        height = (len(run.text) * UPRIGHT_PITCH + ASCENT) * run.size
        return pieces, QRectF(-run.size, -ASCENT * run.size, 2 * run.size, height)

    def _paint_fading(self, painter: QPainter, window: QRectF, fade: float) -> None:
        """Paints character by character, those at the edges of the clip as faint as they are near to them."""
        left, right, opacity = window.left(), window.right(), painter.opacity()
        # What lies before the clip is passed over without being looked at: a line may be as long as ten screens.
        first = bisect_left(self._characters, left, key=lambda each: each[0].x())
        for place, width, text, face, ink in self._characters[first:]:
            if place.x() > right:
                break
            strength = min(1.0, (place.x() - left) / fade, (right - place.x() - width) / fade)
            if strength > 0.0:
                painter.setOpacity(opacity * strength)
                painter.setFont(face)
                painter.setPen(ink)
                painter.drawText(place, text)

    def _one_by_one(self, mark: Text) -> list[Character]:
        """The characters of a text that begins at its place, each by itself."""
        characters, x = list[Character](), 0.0
        for run in mark.runs:
            x += run.gap
            face, ink = font(run.size, run.weight), color(self._theme, run.color)
            for char in run.text:
                width = advance(char, run.weight, run.tracking) * run.size
                characters.append((QPointF(x, 0.0), width, char, face, ink))
                x += width
        return characters

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return self._bounds

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        if self._mark is not None and self._mark.clip is not None:
            self._paint_fading(painter, self._window(self._mark), self._mark.clip[2])
            return
        for place, text, face, ink in self._pieces:
            if isinstance(text, QPainterPath):
                painter.fillPath(text.translated(place), ink)
                continue
            painter.setFont(face)
            painter.setPen(ink)
            painter.drawText(place, text)
