"""The scenery: which slide stands on the stage, and how one gives way to another."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from kiosk.playback import State, View
from kiosk.qt.repertoire import Repertoire
from kiosk.qt.stage import Stage
from kiosk.qt.transition import Transition
from kiosk.qt.wings import KEPT_BY_HAND, KEPT_IN_LOOP, Waiting, Wings

Change = tuple[int | None, int | None, str]
"""The slide that goes out, the one that comes in, and the language it speaks."""


class Scenery:
    """Brings to the stage what a view asks for. `slide` is the one that stands there."""

    def __init__(self, stage: Stage, wings: Wings, repertoire: Repertoire, wall: Callable[[], float]) -> None:
        self._stage, self._wings, self._repertoire, self._wall = stage, wings, repertoire, wall
        self.slide: int | None = None
        self._transition: Transition | None = None
        self._change: Change = (None, None, "")
        self._final: tuple[int, str, QPixmap] | None = None

    def show(self, view: View) -> None:
        """Shows the view's slide, or as much of a transition to it as is due. Raises what the slide's content raises."""
        if view.slide is None:
            return
        self._wings.kept = KEPT_IN_LOOP if view.state is State.AUTO else KEPT_BY_HAND
        waiting = self._wings.take(view.slide, view.language, view.grown)
        if view.progress is not None and view.previous is not None:
            self._show_change(view, waiting, view.progress)
            return
        self._end_change()
        self._bring_on(view.slide, waiting)
        if waiting.item.seek(view.t, view.breath, self._wall()):
            self._final = None

    def keep_final(self, view: View) -> bool:
        """Paints the slide that stands still, for its way out; says whether there was anything to do."""
        current = self._stage.current
        if view.slide is None or view.moving or current is None or self._final is not None:
            return False
        if current.placed.tells_time:
            # It is another picture every second.
            return False
        self._final = (view.slide, view.language, self._stage.picture(current))
        return True

    @property
    def tells_time(self) -> bool:
        """Whether there is a clock on the slide in view."""
        current = self._stage.current
        return current is not None and current.placed.tells_time

    def clear(self) -> None:
        """Ends a transition at once and forgets every picture."""
        self._stage.show_transition(None)
        self._transition = self._final = None

    def _bring_on(self, slide: int | None, waiting: Waiting) -> None:
        self.slide = slide
        self._stage.show_slide(waiting.item)

    def _show_change(self, view: View, waiting: Waiting, progress: float) -> None:
        change = (view.previous, view.slide, view.language)
        if self._transition is None or self._change != change:
            self._transition = self._begin_change(view, waiting)
            self._change = change
        self._transition.progress = progress
        self._stage.show_transition(self._transition)

    def _begin_change(self, view: View, waiting: Waiting) -> Transition:
        assert view.slide is not None
        outgoing = self._outgoing(view)
        incoming = waiting.entrance or self._wings.picture(waiting, 0.0)
        waiting.entrance = None
        self._bring_on(view.slide, waiting)
        waiting.item.seek(0.0, 0.0, self._wall())
        return Transition(self._repertoire.transition(view.slide), outgoing, incoming, view.direction)

    def _outgoing(self, view: View) -> QPixmap:
        if self._transition is not None:
            # Either only the language is another, or a step came during a change: then what was coming in goes out.
            is_same = self._change[:2] == (view.previous, view.slide)
            return self._transition.outgoing if is_same else self._transition.incoming
        if self._final is not None and self._final[:2] == (view.previous, view.language):
            return self._final[2]
        current = self._stage.current
        return self._stage.ground() if current is None else self._stage.picture(current)

    def _end_change(self) -> None:
        if self._transition is None:
            return
        self._transition.progress = 1.0
        self._stage.viewport().repaint()
        self.clear()
