"""The overview: all slides small, to choose from."""

import math
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.qt.guard import guard
from kiosk.qt.style import color, font, pen
from kiosk.qt.wording import say
from kiosk.screen import Screen
from kiosk.theme import Theme

KEPT = 64
COLUMNS = {"wide": 5, "classic": 4, "portrait": 3, "ultrawide": 4}


@dataclass(frozen=True)
class Cell:
    """One slide's place in the overview, in pixels of the widget."""

    slide: int
    picture: QRect
    caption: QPoint


class Overview(QWidget):
    """A page of small pictures; the selected one is framed. Pictures that are not there yet are empty frames."""

    def __init__(self, parent: QWidget, theme: Theme, slides: int) -> None:
        super().__init__(parent)
        self._theme, self._slides = theme, slides
        self._selection, self._language = 0, "en"
        self._left_out: frozenset[int] = frozenset()
        self._pictures: OrderedDict[tuple[int, str], QPixmap] = OrderedDict()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @staticmethod
    def columns(screen: Screen) -> int:
        """How many pictures stand in a row on such a screen."""
        return COLUMNS[screen.shape]

    def offer(self, selection: int, language: str, left_out: frozenset[int] = frozenset()) -> None:
        """Shows the page that holds `selection`; slides that cannot be played are left empty."""
        if self.isVisible() and (selection, language, left_out) == (self._selection, self._language, self._left_out):
            return
        self._selection, self._language, self._left_out = selection, language, left_out
        self.show()
        self.raise_()
        self.update()

    def wanting(self) -> int | None:
        """A slide on this page whose picture is missing; None if all are there."""
        for cell in self.cells():
            if cell.slide not in self._left_out and (cell.slide, self._language) not in self._pictures:
                return cell.slide
        return None

    def picture_size(self) -> QRect:
        """The size of one picture."""
        cells = self.cells()
        return cells[0].picture if cells else QRect(0, 0, 1, 1)

    def give(self, slide: int, language: str, picture: QPixmap) -> None:
        """Keeps the small picture of a slide; the oldest are given up."""
        self._pictures[slide, language] = picture
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        if self.isVisible():
            self.update()

    def forget(self) -> None:
        """Gives up all pictures: the screen has another size."""
        self._pictures.clear()

    def slide_at(self, point: QPoint) -> int | None:
        """The slide whose picture or number is at a point."""
        for cell in self.cells():
            if cell.picture.adjusted(0, 0, 0, round(cell.picture.height() * 0.4)).contains(point):
                return cell.slide
        return None

    def cells(self) -> tuple[Cell, ...]:
        """The places of the slides on the page that holds the selection."""
        width, height = max(1, self.width()), max(1, self.height())
        screen = Screen(width, height)
        columns, g = self.columns(screen), screen.g
        left = round(0.0505 * width)
        gap = round(1.65 * g)
        each = (width - 2 * left - (columns - 1) * gap) // columns
        tall = round(each * height / width)
        pitch = tall + round(8.2 * g)
        top = round(14.2 * g)
        rows = max(1, int((height - top) // pitch))
        on_page = rows * columns
        first = self._selection // on_page * on_page if self._slides > on_page else 0
        cells = []
        for slide in range(first, min(self._slides, first + on_page)):
            row, column = divmod(slide - first, columns)
            picture = QRect(left + column * (each + gap), top + row * pitch, each, tall)
            cells.append(Cell(slide, picture, QPoint(picture.left(), picture.bottom() + round(4.6 * g))))
        return tuple(cells)

    @guard(None, blames_slide=False)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        theme, screen = self._theme, Screen(max(1, self.width()), max(1, self.height()))
        g = screen.g
        painter.fillRect(self.rect(), QColor(theme["stage"]))
        margin = round(0.0505 * self.width())
        painter.setFont(font(screen.size("label"), 700))
        painter.setPen(color(theme, "text"))
        painter.drawText(margin, round(9.4 * g), say("overview", self._language))
        painter.setFont(font(screen.size("small"), 400))
        painter.setPen(color(theme, "muted"))
        head = QRect(margin, round(5.6 * g), self.width() - 2 * margin, round(5 * g))
        painter.drawText(
            head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, say("overview_keys", self._language)
        )
        for cell in self.cells():
            self._paint_cell(painter, cell, screen)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: Cell, screen: Screen) -> None:
        theme = self._theme
        picture = self._pictures.get((cell.slide, self._language))
        if picture is None:
            painter.fillRect(cell.picture, color(theme, "surface"))
        else:
            painter.drawPixmap(cell.picture, picture)
        is_selected = cell.slide == self._selection
        if is_selected:
            width = math.ceil(screen.px(7))
            painter.setPen(pen(theme, "warm", width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(cell.picture).adjusted(-width, -width, width, width)
            painter.drawRoundedRect(frame, width, width)
        painter.setFont(font(screen.size("small"), 700 if is_selected else 400))
        is_out = cell.slide in self._left_out
        painter.setPen(color(theme, "warm" if is_selected else "dim" if is_out else "text"))
        painter.drawText(cell.caption, str(cell.slide + 1))
