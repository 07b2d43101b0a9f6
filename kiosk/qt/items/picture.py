"""Pictures on the stage."""

from pathlib import Path

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImageIOHandler, QImageReader, QPainter, QPixmap

from kiosk.marks import Picture
from kiosk.qt.guard import guard
from kiosk.qt.inks import in_inks_of
from kiosk.theme import Theme

LARGEST_MEGABYTES = 128


def for_theme(file: str, theme: Theme, *, is_on_paper: bool = False) -> str:
    """The file that suits the ground: on a light one, or on paper, `car.light.png` beside `car.png`, if there is one."""
    if not theme.is_light and not is_on_paper:
        return file
    path = Path(file)
    light = path.with_name(f"{path.stem}.light{path.suffix}")
    return str(light) if light.is_file() else file


def read_image(file: str, width: int, height: int) -> QPixmap:
    """The image in `file`, read no larger than `width` by `height` pixels asks for; a null pixmap if it cannot be read."""
    QImageReader.setAllocationLimit(LARGEST_MEGABYTES)
    reader = QImageReader(file)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in {b"png", b"jpeg", b"webp"}:
        return QPixmap()
    wanted = QSize(max(1, width), max(1, height))
    # The reader scales before it turns a photograph that lies on its side.
    if QImageIOHandler.Transformation.TransformationRotate90 in reader.transformation():
        wanted.transpose()
    if size.isValid() and (size.width() > wanted.width() or size.height() > wanted.height()):
        reader.setScaledSize(size.scaled(wanted, pg.QtCore.Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return QPixmap.fromImageReader(reader)


def _size_wanted(mark: Picture) -> tuple[int, int]:
    """The pixels that the whole image of a mark is to be read in."""
    across, down = mark.width / mark.crop[2], mark.height / mark.crop[3]
    if mark.sharpness:
        return round(mark.sharpness), round(mark.sharpness * down / across)
    ratio = 2.0 if mark.width < 400 else 1.0
    return round(ratio * across), round(ratio * down)


class PictureItem(pg.GraphicsObject):  # type: ignore[misc]
    """An image in a rectangle, uncovered from the left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark: Picture | None = None
        self._pixmap = QPixmap()
        self._read: tuple[str, int, int] | None = None

    def show_mark(self, mark: Picture) -> None:
        """Shows another picture, or more of it."""
        old = self._mark
        wanted = (mark.file, *_size_wanted(mark))
        if wanted != self._read:
            file, size = for_theme(mark.file, self._theme, is_on_paper=mark.is_on_paper), wanted[1:]
            # The inks of a theme are made for its ground: on paper a drawing keeps its own.
            inked = None if mark.is_on_paper else in_inks_of(file, self._theme, *size)
            self._pixmap, self._read = inked or read_image(file, *size), wanted
        if old is None or (old.left, old.top, old.width, old.height) != (mark.left, mark.top, mark.width, mark.height):
            self.prepareGeometryChange()
        self._mark = mark
        self.setOpacity(mark.opacity)
        self.update()

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        mark = self._mark
        return QRectF(mark.left, mark.top, mark.width, mark.height) if mark else QRectF()

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        mark = self._mark
        if mark is None or self._pixmap.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left, top, width, height = mark.crop
        full_width, full_height = self._pixmap.width(), self._pixmap.height()
        source = QRectF(left * full_width, top * full_height, width * full_width * mark.reveal, height * full_height)
        painter.drawPixmap(QRectF(mark.left, mark.top, mark.width * mark.reveal, mark.height), self._pixmap, source)
