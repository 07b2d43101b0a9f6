"""What is to be seen at one instant: the slide, its time, the change to it, and what lies over it."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Who leads the show."""

    AUTO = "auto"
    GUIDED = "guided"
    HELD = "held"
    BLANK = "blank"


class Overlay(StrEnum):
    """What lies over the slide."""

    OVERVIEW = "overview"
    HELP = "help"


@dataclass(frozen=True)
class View:
    """One instant of the show.

    `slide` is None when nothing can be played. While one slide gives way to another, `previous` stands still at
    `previous_t`, `progress` runs from 0 to 1 and the new slide waits at t = 0; otherwise both
    are None.
    `direction` is 1 for a change forwards and -1 for one backwards, as of the last change.
    `countdown` is the seconds left before the loop takes over, in the last seconds of `guided` only.
    `selection` is the slide chosen in the overview, None outside it; `digits` is the number being typed.
    `breath` is the time of what moves by itself on the slide; `grown` is the slide out of whose final state this one grew,
    None if it came in otherwise.
    `next_change` is the clock's time at which the view next changes by itself, None for never. Until then frames differ
    only while `moving`; `acting` if the slide itself moves, and not only what moves by itself on it.
    """

    slide: int | None
    t: float
    previous: int | None
    previous_t: float
    progress: float | None
    direction: int
    state: State
    countdown: float | None
    language: str
    overlay: Overlay | None
    selection: int | None
    digits: str
    finished: bool
    breath: float
    grown: int | None
    moving: bool
    acting: bool
    next_change: float | None
