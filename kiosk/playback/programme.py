"""The programme of a show: how many slides there are, how long each takes, and the house rules of the hand-over."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import TypeAlias

Seconds: TypeAlias = float | tuple[float, ...] | Callable[[int], float]
Acts: TypeAlias = tuple[tuple[float, float], ...]
"""From when to when a slide moves, in seconds of its own: its entrance, then each of its steps; in order, apart."""

SHORTEST_SLIDE = 0.1
"""Seconds; slides without any time of their own would make the loop race through the show."""


@dataclass(frozen=True)
class Programme:
    """What stays the same while a show plays.

    `duration`, `animation`, `breath` and `transition` are seconds per slide: one number for all, a tuple, or a function of
    the slide. A slide's duration and animation count from the end of the transition that brings it in; a duration may be
    infinite. `acts` are those of a slide that has steps; left out, every slide has one act, its animation. `breath` is how
    long things move that never stop telling, whatever the acts. `grows` says whether one slide grows out of another, which
    takes the place of a transition.
    """

    slides: int
    duration: Seconds
    animation: Seconds = 0.0
    transition: Seconds = 0.0
    acts: Callable[[int], Acts] | None = None
    breath: Seconds = 0.0
    grows: Callable[[int, int], bool] | None = None
    resume_after: float = 120.0
    countdown: float = 10.0
    languages: tuple[str, ...] = ("",)
    once: bool = False
    overview_columns: int = 1

    def __post_init__(self) -> None:
        if self.slides < 0:
            raise ValueError(f"a show cannot have {self.slides} slides")
        for seconds in (self.duration, self.animation, self.breath, self.transition):
            if isinstance(seconds, tuple) and len(seconds) != self.slides:
                raise ValueError(f"{len(seconds)} times for {self.slides} slides")
        if not self.resume_after > 0:
            raise ValueError(f"the loop cannot resume after {self.resume_after} s")
        if not 0 <= self.countdown < inf:
            raise ValueError(f"the countdown cannot last {self.countdown} s")
        if not self.languages:
            raise ValueError("a show needs a language")
        if self.overview_columns < 1:
            raise ValueError(f"an overview cannot have {self.overview_columns} columns")

    def duration_of(self, slide: int) -> float:
        """How long the loop shows a slide, never less than `SHORTEST_SLIDE`."""
        return max(SHORTEST_SLIDE, _seconds(self.duration, slide))

    def acts_of(self, slide: int) -> Acts:
        """From when to when a slide moves; at least one act, the first from 0."""
        return self.acts(slide) if self.acts else ((0.0, max(0.0, _seconds(self.animation, slide))),)

    def breath_of(self, slide: int) -> float:
        """How long things on a slide move by themselves."""
        return max(0.0, _seconds(self.breath, slide))

    def is_grown(self, previous: int, slide: int) -> bool:
        """Whether a slide grows out of another instead of taking its place."""
        return self.grows is not None and self.grows(previous, slide)

    def transition_of(self, slide: int) -> float:
        """How long the change to a slide takes."""
        return max(0.0, _seconds(self.transition, slide))


def _seconds(seconds: Seconds, slide: int) -> float:
    if callable(seconds):
        return seconds(slide)
    if isinstance(seconds, tuple):
        return seconds[slide]
    return seconds
