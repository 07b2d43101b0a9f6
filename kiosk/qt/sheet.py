"""Contact sheet: many pictures of slides on one, numbered."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from kiosk.qt.style import font
from kiosk.qt.theatre import application
from kiosk.theme import Theme

SHEET_WIDTH = 2400
MARGIN = 60
GAP = 32
CAPTION = 48
CAPTION_SIZE = 26
LEAST_WIDTH = 200
ASPECT = 1.5
"""The shape that the whole sheet is to have, roughly."""


class ContactSheet:
    """Slides in rows on a sheet at most 2400 pixels wide, each with its number and id.

    Pictures of one `size` are added one by one, and none is kept; a slide that gets no picture stays an empty frame.
    """

    def __init__(self, names: Sequence[str], size: tuple[int, int], theme: Theme) -> None:
        application()
        self._numbers = {name: number for number, name in enumerate(names)}
        self._theme = theme
        room, aspect = SHEET_WIDTH - 2 * MARGIN + GAP, size[0] / size[1]
        columns = round(math.sqrt(len(names) * ASPECT / aspect))
        self._columns = max(1, min(columns, len(names), room // (LEAST_WIDTH + GAP)))
        self._width = min(size[0], room // self._columns - GAP)
        self._height = max(1, round(self._width / aspect))
        rows = math.ceil(len(names) / self._columns)
        self._sheet = QImage(
            2 * MARGIN - GAP + self._columns * (self._width + GAP),
            2 * MARGIN - GAP + rows * (self._height + CAPTION + GAP),
            QImage.Format.Format_RGB32,
        )
        self._sheet.fill(QColor(theme["stage"]))
        self._draw_frames()

    def add(self, name: str, picture: QImage) -> None:
        """Puts the picture of a slide in its place."""
        cell = self._cell(name)
        small = picture.scaled(
            cell.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter = QPainter(self._sheet)
        painter.drawImage(cell.topLeft(), small)
        painter.end()

    def image(self) -> QImage:
        """The sheet as it is now."""
        return self._sheet

    def _cell(self, name: str) -> QRect:
        row, column = divmod(self._numbers[name], self._columns)
        left = MARGIN + column * (self._width + GAP)
        return QRect(left, MARGIN + row * (self._height + CAPTION + GAP), self._width, self._height)

    def _draw_frames(self) -> None:
        painter = QPainter(self._sheet)
        painter.setFont(font(CAPTION_SIZE, 400))
        for name, number in self._numbers.items():
            cell = self._cell(name)
            painter.setPen(QPen(QColor(self._theme["hair"]), 2))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
            caption = painter.fontMetrics().elidedText(
                f"{number + 1:02d}  {name}", Qt.TextElideMode.ElideRight, self._width
            )
            painter.setPen(QColor(self._theme["muted"]))
            below = QRect(cell.left(), cell.bottom() + 1, self._width, CAPTION)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, caption)
        painter.end()
