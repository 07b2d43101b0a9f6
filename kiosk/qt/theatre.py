"""The application around the stage: Qt started once, with the program's fonts and without its chatter."""

import contextlib
import ctypes
import logging
import sys
from functools import lru_cache

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage, QPainter, QPixmapCache
from PySide6.QtWidgets import QApplication

from kiosk.qt.environment import complete_environment
from kiosk.qt.slide_item import SlideItem
from kiosk.qt.stage import Stage
from kiosk.qt.style import load_fonts, set_up_pyqtgraph
from kiosk.show import Show, Slide
from kiosk.theme import Theme

log = logging.getLogger("kiosk.qt")
PICTURE_KILOBYTES = 40_960
"""Room for pictures of things that stand still, several of them as large as a screen."""
M_MMAP_THRESHOLD, PICTURE_BYTES = -3, 1 << 18
CHATTER = (
    "propagateSizeHints",
    "fontconfig",
    "Fontconfig",
    "QStandardPaths: XDG_RUNTIME_DIR",
    # Of the VNC server: a port that is none (`Door`), and what it says of every byte and pixel that it does not understand.
    "QVncServer created",
    "Unknown message type",
    "Not supported: FixColourMapEntries",
    "Cannot handle",
    "Can only handle true color",
)


def _hear(kind: QtMsgType, context: object, message: str) -> None:
    if not any(word in message for word in CHATTER):
        level = logging.INFO if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) else logging.WARNING
        log.log(level, "%s", message)


def _give_pictures_back() -> None:
    """Asks the C library to map every picture on its own, so that its memory goes back to the system when it is freed.

    Left alone, glibc raises its threshold with the first picture freed, and keeps the holes that all later ones leave.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, PICTURE_BYTES)


@lru_cache(maxsize=1)
def application() -> QApplication:
    """The one Qt application, with fonts loaded. Without a display, and if nothing else was chosen, it paints in memory."""
    complete_environment()
    _give_pictures_back()
    qInstallMessageHandler(_hear)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["kiosk"])
    app.setQuitOnLastWindowClosed(False)
    set_up_pyqtgraph()
    QPixmapCache.setCacheLimit(PICTURE_KILOBYTES)
    load_fonts()
    return app


class StillStage:
    """A stage in memory: any slide at any instant as an image, equal to what the screen shows."""

    def __init__(self, show: Show, theme: Theme, width: int, height: int) -> None:
        application()
        self.show, self.screen = show, show.screen(width, height)
        self._theme = theme
        self._stage = Stage(theme)
        self._stage.resize(width, height)
        self._item: SlideItem | None = None

    def open(self, slide: Slide, language: str) -> SlideItem:
        """Builds a slide; the one before is given up."""
        if self._item is not None:
            self._stage.remove(self._item)
        self._item = SlideItem(self.show.place(slide, self.screen, language), self._theme, is_patient=True)
        self._stage.add(self._item)
        self._item.build()
        return self._item

    def image(self, item: SlideItem, t: float | None = None) -> QImage:
        """The slide at `t` seconds, or in its final state."""
        item.seek(item.placed.motion if t is None else t)
        image = QImage(self.screen.width, self.screen.height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        self._stage.paint_slide(painter, item)
        painter.end()
        return image
