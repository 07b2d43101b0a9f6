"""Films on the stage."""

import weakref

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from kiosk.marks import Film
from kiosk.qt.guard import guard
from kiosk.qt.reel import Reel
from kiosk.theme import Theme

LARGEST_WIDTH = 1920
"""Pixels: a finer picture of a film takes longer to decode and to move than anyone sees in it."""


class FilmItem(pg.GraphicsObject):  # type: ignore[misc]
    """One frame of a film in a rectangle. On the screen a frame that is late is shown when it comes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._mark: Film | None = None
        self._reel: Reel | None = None
        self._image: QImage | None = None
        self._is_patient = False

    def wait(self) -> None:
        """From now on shows the very frame that is asked for, however long it takes, as a still picture must."""
        self._is_patient = True
        if self._mark is not None:
            self.show_mark(self._mark)

    def show_mark(self, mark: Film) -> None:
        """Shows another frame."""
        old = self._mark
        if old is None or (old.left, old.top, old.width, old.height) != (mark.left, mark.top, mark.width, mark.height):
            self.prepareGeometryChange()
        self._mark = mark
        image = self._reel_for(mark).frame(mark.frame, patient=self._is_patient)
        self.setOpacity(mark.opacity)
        if image is not self._image:
            self._image = image
            self.update()

    def _reel_for(self, mark: Film) -> Reel:
        width, height = mark.width / mark.crop[2], mark.height / mark.crop[3]
        scale = min(1.0, LARGEST_WIDTH / width)
        # Decoders want even numbers.
        size = (2 * round(width * scale / 2.0), 2 * round(height * scale / 2.0))
        old = self._mark if self._reel is not None else None
        if self._reel is None or old is None or old.file != mark.file or self._reel.size != size:
            if self._reel is not None:
                self._reel.close()
            self._reel = Reel(mark.file, *size)
            # A slide that is given up takes its decoder with it.
            weakref.finalize(self, self._reel.close)
        return self._reel

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        mark = self._mark
        return QRectF(mark.left, mark.top, mark.width, mark.height) if mark else QRectF()

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        mark, image = self._mark, self._image
        if mark is None or image is None:
            return
        left, top, width, height = mark.crop
        full_width, full_height = image.width(), image.height()
        source = QRectF(left * full_width, top * full_height, width * full_width, height * full_height)
        target = QRectF(mark.left, mark.top, mark.width, mark.height)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, abs(source.width() - target.width()) > 2.0)
        painter.drawImage(target, image, source)
