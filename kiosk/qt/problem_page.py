"""The problem page: what to mend, where nothing can be played."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.commands import Command, command_of
from kiosk.content.problem import Problem
from kiosk.qt.guard import guard
from kiosk.qt.keys import key_name
from kiosk.qt.style import color, font
from kiosk.qt.wording import say
from kiosk.screen import Screen
from kiosk.theme import Theme

SHOWN = 12


class ProblemPage(QWidget):
    """A plain page that names the first problems and their remedies, in both of the program's languages.

    As a window of its own it is left like the player: by the operator's key, and by its frame only where it is `closable`.
    """

    left = Signal()

    def __init__(
        self, parent: QWidget | None, theme: Theme, problems: Sequence[Problem], *, closable: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._problems, self._closable = theme, tuple(problems), closable
        self.setCursor(Qt.CursorShape.BlankCursor)

    @guard(None, blames_slide=False)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, screen = self._theme, Screen(max(1, self.width()), max(1, self.height()))
        painter.fillRect(self.rect(), QColor(theme["ground"]))
        g, small = screen.g, screen.size("small")
        left, width = round(6 * g), round(self.width() - 12 * g)
        y = 6 * g
        for key, size, weight, role in (
            ("problems", screen.size("label"), 700, "text"),
            ("problems_remedy", small * 0.8, 400, "muted"),
        ):
            for language in ("zh", "en"):
                y = self._paint(painter, say(key, language), left, y, width, size, weight, role)
        y += 2 * g
        size = small * 0.62
        for problem in self._problems[:SHOWN]:
            where = f"{problem.path}:{problem.line}:{problem.column}"
            y = self._paint(painter, where, left, y, width, size, 700, "warm")
            words = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
            y = self._paint(painter, words, left, y, width, size, 400, "text") + 0.6 * g
            if y > self.height() - 4 * g:
                break
        painter.end()

    def _paint(
        self, painter: QPainter, text: str, left: int, top: float, width: int, size: float, weight: int, role: str
    ) -> float:
        painter.setFont(font(size, weight))
        painter.setPen(color(self._theme, role))
        area = QRect(left, round(top), width, self.height())
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        used = painter.boundingRect(area, flags, text)
        painter.drawText(area, flags, text)
        return float(used.bottom()) + 0.3 * size

    @guard(None, blames_slide=False)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if command_of(key_name(event)) is Command.QUIT:
            self.left.emit()

    @guard(None, blames_slide=False)
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._closable)
        if self._closable:
            self.left.emit()
