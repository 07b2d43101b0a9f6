"""The wings: where slides wait, built, for their entrance, and are given up after it."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QPixmap

from kiosk.qt.guard import FAULTS
from kiosk.qt.slide_item import SlideItem
from kiosk.qt.stage import Stage
from kiosk.show import PlacedSlide

Role = tuple[int, str, int | None]
"""A slide's place in the show, the language it speaks, and the slide that it grows out of."""

KEPT_IN_LOOP, KEPT_BY_HAND = 2, 3
"""The slide in view and the next one; by hand also the one before: a step back must be as quick as a step on."""


@dataclass
class Waiting:
    """A slide in the wings: its item, and a finished picture of its first instant once that was painted."""

    item: SlideItem
    entrance: QPixmap | None = None


class Wings:
    """Builds slides ahead in small steps and keeps only the few that may be needed next."""

    def __init__(
        self, stage: Stage, place: Callable[[int, str, int | None], PlacedSlide], wall: Callable[[], float]
    ) -> None:
        self._stage = stage
        self._place = place
        self._wall = wall
        self._waiting: OrderedDict[Role, Waiting] = OrderedDict()
        self.kept = KEPT_IN_LOOP

    def take(self, slide: int, language: str, grown: int | None = None) -> Waiting:
        """The slide, built; whatever is not ready yet is made now. Raises what its content raises."""
        waiting = self._at(slide, language, grown)
        waiting.item.build()
        return waiting

    def prepare(self, slide: int, language: str, grown: int | None = None) -> bool:
        """Makes one small step towards having a slide ready; says whether it is."""
        waiting = self._at(slide, language, grown)
        if not waiting.item.build(3):
            return False
        # What grows out of the slide in view looks like it at first: no picture of its entrance is needed.
        if waiting.entrance is None and grown is None:
            waiting.entrance = self.picture(waiting, 0.0)
            return False
        return True

    def picture(self, waiting: Waiting, t: float) -> QPixmap:
        """A finished picture of a slide at `t` seconds; raises ValueError if it cannot be painted."""
        waiting.item.seek(t, wall=self._wall())
        with FAULTS.refused():
            return self._stage.picture(waiting.item)

    def clear(self) -> None:
        """Gives up every slide."""
        while self._waiting:
            _, waiting = self._waiting.popitem()
            self._stage.remove(waiting.item)

    def drop(self, slide: int) -> None:
        """Gives up one slide in every language."""
        for role in [role for role in self._waiting if role[0] == slide]:
            self._stage.remove(self._waiting.pop(role).item)

    def _at(self, slide: int, language: str, grown: int | None) -> Waiting:
        role = (slide, language, grown)
        if role not in self._waiting:
            item = SlideItem(self._place(slide, language, grown), self._stage.theme)
            self._stage.add(item)
            self._waiting[role] = Waiting(item)
        self._waiting.move_to_end(role)
        while len(self._waiting) > self.kept:
            for oldest in self._waiting:
                if self._waiting[oldest].item is not self._stage.current:
                    self._stage.remove(self._waiting.pop(oldest).item)
                    break
        return self._waiting[role]
