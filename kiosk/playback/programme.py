"""The programme of a show: how many slides there are, how long each takes, and the house rules of the hand-over."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import TypeAlias

Seconds: TypeAlias = float | tuple[float, ...] | Callable[[int], float]

SHORTEST_SLIDE = 0.1
"""Seconds; slides without any time of their own would make the loop race through the show."""


@dataclass(frozen=True)
class Programme:
    """What stays the same while a show plays.

    `duration`, `animation` and `transition` are seconds per slide: one number for all, a tuple, or a function of the
    slide. A slide's duration and animation count from the end of the transition that brings it in; a duration may be
    infinite.
    """

    slides: int
    duration: Seconds
    animation: Seconds = 0.0
    transition: Seconds = 0.0
    resume_after: float = 120.0
    countdown: float = 10.0
    languages: tuple[str, ...] = ("",)
    once: bool = False
    overview_columns: int = 1

    def __post_init__(self) -> None:
        if self.slides < 0:
            raise ValueError(f"a show cannot have {self.slides} slides")
        for seconds in (self.duration, self.animation, self.transition):
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

    def animation_of(self, slide: int) -> float:
        """The time from which a slide is final."""
        return max(0.0, _seconds(self.animation, slide))

    def transition_of(self, slide: int) -> float:
        """How long the change to a slide takes."""
        return max(0.0, _seconds(self.transition, slide))


def _seconds(seconds: Seconds, slide: int) -> float:
    if callable(seconds):
        return seconds(slide)
    if isinstance(seconds, tuple):
        return seconds[slide]
    return seconds
