"""The repertoire: the slides of an opened show by their place, laid out on one screen."""

import logging
from dataclasses import dataclass

from kiosk.content.library import Library
from kiosk.playback.programme import Acts
from kiosk.screen import Screen
from kiosk.show import TRANSITION_SECONDS, PlacedSlide, Show, Slide, TransitionName

log = logging.getLogger("kiosk")


@dataclass(frozen=True)
class Timing:
    """How long a slide takes, from when to when it moves, and how long things on it move by themselves, in seconds."""

    duration: float
    acts: Acts
    breath: float


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

    def place(self, number: int, language: str, grown: int | None = None) -> PlacedSlide:
        """A slide laid out, growing out of another if it is given; raises ValueError if it cannot be played."""
        slide = self._slide(number)
        before = None if grown is None else self.show.place(self._slide(grown), self.screen, language)
        placed = self.show.place(slide, self.screen, language, before)
        acts = tuple((act.begin, act.end) for act in placed.acts)
        self._timings[number, language] = Timing(placed.duration, acts, placed.breathes_until)
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

    def acts(self, number: int) -> Acts:
        """From when to when a slide moves: its entrance and its steps."""
        return self._timing(number).acts

    def breath(self, number: int) -> float:
        """How long things on a slide move by themselves, in seconds."""
        return self._timing(number).breath

    def grows(self, previous: int, number: int) -> bool:
        """Whether a slide grows out of its neighbour: one of them that comes in by a morph, and the one before it."""
        count = len(self)
        if self.follower(previous) == number % count:
            return self.transition(number) == "morph"
        return self.follower(number) == previous and self.transition(previous) == "morph"

    def follower(self, number: int) -> int | None:
        """The next slide that can be played."""
        count = len(self)
        places = ((number + by) % count for by in range(1, count))
        return next((each for each in places if each not in self.failed), None)

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
        return self._timings.get(key, Timing(1.0, ((0.0, 0.0),), 0.0))

    def _slide(self, number: int) -> Slide:
        slide = self._library.slide(self._ids[number])
        self.surveyed.add(number)
        if slide is None:
            raise ValueError("it has problems")
        self._transitions[number] = self.show.playback.coming(slide.transition)
        return slide
