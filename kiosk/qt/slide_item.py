"""A slide on the stage: one item for each layer, sought to any instant."""

from collections.abc import Iterator
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk.layers import TEN_PAST_TEN
from kiosk.qt.guard import guard
from kiosk.qt.items import item_for
from kiosk.qt.items.film import FilmItem
from kiosk.show import PlacedSlide
from kiosk.theme import Theme


class SlideItem(pg.GraphicsObject):  # type: ignore[misc]
    """The items of one slide, hidden until it is shown. Build it in steps: `build()` makes one item at a time.

    One that `is_patient` waits for every frame of a film, as a still picture must; on the screen a late one is shown when it comes.
    """

    def __init__(self, placed: PlacedSlide, theme: Theme, *, is_patient: bool = False) -> None:
        super().__init__()
        self.setFlag(self.GraphicsItemFlag.ItemHasNoContents)
        self.placed = placed
        self._theme = theme
        self._is_patient = is_patient
        self._items: list[Any] = []
        self._times: list[float] = []
        self._steps = self._make()
        self.setVisible(False)

    def build(self, steps: int | None = None) -> bool:
        """Makes up to `steps` more items, all if None; says whether the slide is complete."""
        made = 0
        while steps is None or made < steps:
            if next(self._steps, None) is None:
                return True
            made += 1
        return False

    def _make(self) -> Iterator[Any]:
        for layer in self.placed.layers:
            t = layer.time(0.0)
            item = item_for(layer.draw(t), self._theme)
            item.setParentItem(self)
            if self._is_patient and isinstance(item, FilmItem):
                item.wait()
            self._keep_picture(item, layer.end <= 0.0)
            self._items.append(item)
            self._times.append(t)
            yield item

    def seek(self, t: float, breath: float | None = None, wall: float = TEN_PAST_TEN) -> bool:
        """Shows the slide as it is at `t` seconds; says whether anything changed. Only layers that moved are touched.

        `breath` is the time of what moves by itself, left out the same; clocks show `wall`, in whole seconds.
        """
        self.build()
        changed = False
        told = float(int(wall))
        for index, layer in enumerate(self.placed.layers):
            time = layer.time(t, breath, told)
            if time != self._times[index]:
                item = self._items[index]
                item.show_mark(layer.draw(time))
                self._keep_picture(item, time >= layer.end)
                self._times[index] = time
                changed = True
        return changed

    @staticmethod
    def _keep_picture(item: Any, is_still: bool) -> None:
        """Keeps a picture of what is veiled, and of what is costly to paint once it stands still: others may yet move across it.

        Half-transparent ink is slow to lay on, 1 ms for a line of text and 8 for a dozen rays, and opaque ink quick: a picture
        of the latter is veiled in no time.
        """
        is_kept = getattr(item, "is_veiled", False) or (is_still and getattr(item, "is_costly", False))
        mode = item.CacheMode.DeviceCoordinateCache if is_kept else item.CacheMode.NoCache
        if item.cacheMode() is not mode:
            item.setCacheMode(mode)

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return QRectF()

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        """Nothing of its own: all is in the items."""
