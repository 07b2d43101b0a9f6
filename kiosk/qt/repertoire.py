"""The repertoire: the slides of an opened show by their place, laid out on one screen."""

import logging
from dataclasses import dataclass

from kiosk.content.library import Library
from kiosk.screen import Screen
from kiosk.show import TRANSITION_SECONDS, PlacedSlide, Show, Slide, TransitionName

log = logging.getLogger("kiosk")


@dataclass(frozen=True)
class Timing:
    """How long a slide takes, and how long it moves, in seconds."""

    duration: float
    motion: float


class Repertoire:
    """Finds and lays out slides; one that cannot be played is remembered in `failed` and never raises.

    Timings are kept for every slide met, slides themselves are not: a long show needs no more memory than a short one.
    """

    def __init__(self, library: Library, show: Show, screen: Screen) -> None:
        self._library, self.show, self.screen = library, show, screen
        self._ids = library.ids()
        self._timings: dict[tuple[int, str], Timing] = {}
        self._transitions: dict[int, TransitionName] = {}
        self.language = show.languages[0]
        self.failed: set[int] = set()
        self.surveyed: set[int] = set()

    def __len__(self) -> int:
        return len(self._ids)

    def resize(self, screen: Screen) -> None:
        """Another screen: everything is laid out anew."""
        self.screen = screen
        self._timings.clear()

    def place(self, number: int, language: str) -> PlacedSlide:
        """A slide laid out; raises ValueError if it cannot be played."""
        slide = self._slide(number)
        placed = self.show.place(slide, self.screen, language)
        self._timings[number, language] = Timing(placed.duration, placed.motion)
        return placed

    def survey(self, number: int) -> bool:
        """Reads a slide to see whether it can be played."""
        try:
            self.place(number, self.language)
        except Exception as error:
            self.fail(number, error)
        return number not in self.failed

    def fail(self, number: int, error: BaseException) -> None:
        """Leaves a slide out and says so once."""
        if number not in self.failed:
            self.failed.add(number)
            log.error("slide %s is left out: %s", self._ids[number], error)
            for problem in self._library.problems():
                if problem.path.endswith(f"/{self._ids[number]}.yaml") and problem.severity == "error":
                    log.error("%s", problem)

    def duration(self, number: int) -> float:
        """Seconds the loop stays on a slide in the language being spoken."""
        return self._timing(number).duration

    def motion(self, number: int) -> float:
        """Seconds until a slide stands still."""
        return self._timing(number).motion

    def transition(self, number: int) -> TransitionName:
        """How a slide comes in."""
        if number not in self._transitions:
            self._timing(number)
        return self._transitions.get(number, "none")

    def transition_seconds(self, number: int) -> float:
        """How long a slide takes to come in."""
        return TRANSITION_SECONDS[self.transition(number)]

    def _timing(self, number: int) -> Timing:
        key = (number, self.language)
        if key not in self._timings and number not in self.failed:
            self.survey(number)
        return self._timings.get(key, Timing(1.0, 0.0))

    def _slide(self, number: int) -> Slide:
        slide = self._library.slide(self._ids[number])
        self.surveyed.add(number)
        if slide is None:
            raise ValueError("it has problems")
        self._transitions[number] = slide.transition or self.show.playback.transition
        return slide
