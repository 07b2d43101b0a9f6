"""The stage: a view that is never scaled, with the ground behind and one slide in front."""

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from kiosk.qt.guard import guard
from kiosk.qt.slide_item import SlideItem
from kiosk.qt.style import ground_brush
from kiosk.qt.transition import Transition
from kiosk.theme import Theme

STRIP = 256
"""Width of the strip that the ground is laid with, in pixels of the device."""


class Stage(pg.GraphicsView):  # type: ignore[misc]
    """Shows one slide item at a time. Pixels of the scene are pixels of the widget: pens, sizes and places are never scaled."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.theme = theme
        self.current: SlideItem | None = None
        self._strip = QPixmap()
        self._transition: Transition | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setInteractive(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState, False)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.viewport().setAutoFillBackground(False)
        self.scene().setItemIndexMethod(self.scene().ItemIndexMethod.NoIndex)

    def add(self, item: SlideItem) -> None:
        """Takes a slide item in, hidden."""
        self.scene().addItem(item)

    def remove(self, item: SlideItem) -> None:
        """Gives a slide item up."""
        if item is self.current:
            self.current = None
        self.scene().removeItem(item)

    def show_slide(self, item: SlideItem | None) -> None:
        """Brings one slide to the front and hides the one before."""
        if item is self.current:
            return
        if self.current is not None:
            self.current.setVisible(False)
        self.current = item
        if item is not None:
            item.setVisible(True)

    def show_transition(self, transition: Transition | None) -> None:
        """Paints a change over the slide; None ends it.

        The last picture of a change equals the slide below it, so its end asks for no repaint.
        """
        if transition is not None:
            self._transition = transition
            self.viewport().update()
        elif self._transition is not None:
            was_complete, self._transition = self._transition.progress >= 1.0, None
            if not was_complete:
                self.viewport().update()

    def picture(self, item: SlideItem) -> QPixmap:
        """What the stage looks like with `item` on it, as a finished picture at the display's own resolution."""
        ratio = self.devicePixelRatioF()
        image = QImage(round(self.width() * ratio), round(self.height() * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        self.paint_slide(painter, item)
        painter.end()
        result = QPixmap.fromImage(image)
        result.setDevicePixelRatio(ratio)
        return result

    def paint_slide(self, painter: QPainter, item: SlideItem) -> None:
        """Paints the ground and one slide over the whole of the painter's device, whatever is on the stage."""
        visible = self.current
        if visible is not None and visible is not item:
            visible.setVisible(False)
        was_visible = item.isVisible()
        item.setVisible(True)
        area = QRectF(self.rect())
        # The view's own hints hold on the screen only, and a picture must equal what is seen there.
        painter.setRenderHints(self.renderHints())
        # A scene knows nothing of its view's background.
        self._paint_ground(painter, area)
        self.scene().render(painter, area, area, Qt.AspectRatioMode.IgnoreAspectRatio)
        item.setVisible(was_visible)
        if visible is not None and visible is not item:
            visible.setVisible(True)

    def ground(self) -> QPixmap:
        """The ground alone, as a finished picture."""
        ratio = self.devicePixelRatioF()
        result = QPixmap(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        result.setDevicePixelRatio(ratio)
        painter = QPainter(result)
        self._paint_ground(painter, QRectF(self.rect()))
        painter.end()
        return result

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """Paints part of the ground. It changes downwards alone: a strip of it, side by side, is all of it."""
        ratio = self.devicePixelRatioF()
        height = max(1, round(self.height() * ratio))
        if self._strip.height() != height or self._strip.devicePixelRatio() != ratio:
            self._strip = self._painted_strip(height, ratio)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawTiledPixmap(rect, self._strip, rect.topLeft())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _painted_strip(self, height: int, ratio: float) -> QPixmap:
        image = QImage(STRIP, height, QImage.Format.Format_RGBA64_Premultiplied)
        area = QRectF(0, 0, STRIP, height)
        painter = QPainter(image)
        painter.fillRect(area, ground_brush(self.theme, area))
        painter.end()
        strip = QPixmap.fromImage(image.convertToFormat(QImage.Format.Format_RGB32))
        strip.setDevicePixelRatio(ratio)
        return strip

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._transition is None:
            super().paintEvent(event)
            return
        # The view drops every later update of a part until it has painted once itself: one pixel is enough.
        super().paintEvent(QPaintEvent(QRect(0, 0, 1, 1)))
        painter = QPainter(self.viewport())
        self._transition.paint(painter)
        painter.end()

    @guard(None)
    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        self._paint_ground(painter, rect)

    @guard(False, blames_slide=False)
    def viewportEvent(self, event: QEvent) -> bool:
        return bool(super().viewportEvent(event))
