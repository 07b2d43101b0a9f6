"""The badge: what the guide needs to know, in the free end of the source line."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.layouts import Page
from kiosk.playback import State, View
from kiosk.qt.guard import guard
from kiosk.qt.style import color, font, pen
from kiosk.qt.wording import say
from kiosk.screen import Screen
from kiosk.theme import Theme

HEIGHT = 0.072


class Badge(QWidget):
    """A pill with a sign, a line in the first language and one in the second; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign: str | float = ""
        self._texts: tuple[str, str] = ("", "")
        self._screen = Screen(1920, 1080)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, view: View, screen: Screen, languages: tuple[str, ...], countdown: float = 10.0) -> None:
        """Shows what the view asks for: the number being typed, the countdown, or that the show is held."""
        sign: str | float
        if view.digits:
            sign, texts = "#", tuple(say("go_to", each, number=view.digits) for each in languages)
        elif view.countdown is not None:
            seconds = max(1, int(view.countdown + 0.999))
            sign, texts = seconds / countdown, tuple(say("resume", each, seconds=seconds) for each in languages)
        elif view.state is State.HELD:
            sign, texts = "held", (say("held", languages[0]), say("release", languages[0]))
        else:
            self.hide()
            return
        pair = (texts[0], texts[1] if len(texts) > 1 and texts[1] != texts[0] else "")
        if self.isVisible() and (sign, pair, screen) == (self._sign, self._texts, self._screen):
            return
        self._sign, self._texts, self._screen = sign, pair, screen
        self._stand(screen)
        self.show()
        self.raise_()
        self.update()

    def _stand(self, screen: Screen) -> None:
        size, g = screen.size("small"), screen.g
        height = HEIGHT * screen.u * screen.scale
        width = height + QFontMetricsF(font(size, 700)).horizontalAdvance(self._texts[0]) + 1.2 * g
        if self._texts[1]:
            width += QFontMetricsF(font(size, 400)).horizontalAdvance(self._texts[1]) + 1.6 * g
        page = Page(screen)
        right = page.right + 2 * g
        middle = page.source - 0.3 * size
        self.setGeometry(round(right - width), round(middle - height / 2), round(width) + 1, round(height) + 1)

    @guard(None, blames_slide=False)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, screen = self._theme, self._screen
        size, height = screen.size("small"), float(self.height() - 1)
        area = QRectF(0.5, 0.5, self.width() - 1.5, height - 0.5)
        painter.setPen(pen(theme, "hair", max(1.0, screen.px(1.5))))
        painter.setBrush(color(theme, "surface"))
        painter.drawRoundedRect(area, height / 2, height / 2)
        self._paint_sign(painter, QRectF(0.28 * height, 0.2 * height, 0.6 * height, 0.6 * height))
        baseline = height / 2 + 0.36 * size
        x = height + 0.1 * screen.g
        painter.setFont(font(size, 700))
        painter.setPen(color(theme, "text"))
        painter.drawText(round(x), round(baseline), self._texts[0])
        if self._texts[1]:
            x += QFontMetricsF(font(size, 700)).horizontalAdvance(self._texts[0]) + 1.5 * screen.g
            painter.setFont(font(size, 400))
            painter.setPen(color(theme, "muted"))
            painter.drawText(round(x), round(baseline), self._texts[1])
        painter.end()

    def _paint_sign(self, painter: QPainter, area: QRectF) -> None:
        theme, width = self._theme, area.width()
        if isinstance(self._sign, float):
            ring = area.adjusted(0.1 * width, 0.1 * width, -0.1 * width, -0.1 * width)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(theme, "hair", 0.14 * width, cap="flat"))
            painter.drawEllipse(ring)
            painter.setPen(pen(theme, "warm", 0.14 * width, cap="flat"))
            painter.drawArc(ring, 90 * 16, round(360 * 16 * self._sign))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(theme, "warm"))
        if self._sign == "held":
            for left in (0.22, 0.58):
                painter.drawRect(
                    QRectF(area.left() + left * width, area.top() + 0.16 * width, 0.2 * width, 0.68 * width)
                )
        else:
            painter.drawEllipse(area.center(), 0.18 * width, 0.18 * width)
