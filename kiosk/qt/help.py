"""The list of keys, over the slide."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.qt.guard import guard
from kiosk.qt.style import color, font
from kiosk.qt.wording import KEY_LIST, say
from kiosk.screen import Screen
from kiosk.theme import Theme


class KeyList(QWidget):
    """All keys with what they do, in the language of the show."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = "en"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def speak(self, language: str) -> None:
        """Shows itself in a language."""
        if self.isVisible() and language == self._language:
            return
        self._language = language
        self.show()
        self.raise_()
        self.update()

    @guard(None, blames_slide=False)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, screen = self._theme, Screen(max(1, self.width()), max(1, self.height()))
        painter.fillRect(self.rect(), QColor(theme["stage"]))
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        g = screen.g
        left, top = round(0.05 * self.width()), round(8.6 * g)
        painter.setFont(font(screen.size("title"), 700))
        painter.setPen(color(theme, "text"))
        painter.drawText(left, top, say("help", self._language))
        pitch = (self.height() - top - 8 * g) / len(KEY_LIST)
        size = min(screen.size("small") * 1.15, 0.62 * pitch)
        keys, words = font(size, 700), font(size, 400)
        column = left + max(QFontMetricsF(keys).horizontalAdvance(key) for key, _ in KEY_LIST) + 6 * g
        tongue = "zh" if self._language.partition("-")[0] == "zh" else "en"
        for row, (key, meaning) in enumerate(KEY_LIST):
            y = round(top + 6 * g + (row + 0.3) * pitch)
            painter.setFont(keys)
            painter.setPen(color(theme, "text"))
            painter.drawText(left, y, key)
            painter.setFont(words)
            painter.setPen(color(theme, "muted"))
            painter.drawText(round(column), y, meaning[tongue])
        painter.end()
