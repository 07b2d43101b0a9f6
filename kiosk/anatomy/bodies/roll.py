"""Roll: more rows than there is room for, moving on one by one and round again below those that stay."""

from dataclasses import dataclass
from math import floor, isinf

from kiosk.motion import in_out

READING, PAUSE, MOVE = 5.0, 1.6, 0.8
"""Seconds: until the rows first move on, and of each step the rest and the movement."""

FADE = 0.6
"""The part of a row's way over the edge in which it fades."""

LEAST_MOVING = 3
"""As many rows move at least, however many are to stay."""


@dataclass(frozen=True)
class Seat:
    """Where a row is at one instant: whose it is, at which place counted from 0 at the top, and how opaque."""

    index: int
    place: float
    opacity: float


@dataclass(frozen=True)
class Roll:
    """`count` rows, of which `room` are seen; the first `keep` stay. All stay if there is room for all."""

    count: int
    room: int
    keep: int = 0

    @property
    def kept(self) -> int:
        """How many rows stay."""
        return self.count if self.room >= self.count else max(0, min(self.keep, self.room - LEAST_MOVING))

    @property
    def slots(self) -> int:
        """How many rows that move are seen at once, counting the one that enters while another leaves."""
        return 0 if self.kept == self.count else self.room - self.kept + 1

    def passed(self, t: float) -> float:
        """How many rows have moved on after `t` seconds."""
        # A still picture of what never ends shows the first rows.
        if t <= READING or isinf(t):
            return 0.0
        steps = (t - READING) / (MOVE + PAUSE)
        whole = floor(steps)
        return whole + in_out(min(1.0, (steps - whole) * (MOVE + PAUSE) / MOVE))

    def seat(self, slot: int, t: float) -> Seat:
        """Who has a slot: each is given to one row after the other, while it cannot be seen."""
        passed, last = self.passed(t), self.slots - 2
        first = floor(passed)
        turn = first + (slot - first) % self.slots
        place = turn - passed
        beyond = max(-place, place - last, 0.0)
        # Rows slow down at the edges, so that they fade before they reach a neighbour.
        held = min(max(place, 0.0), float(last)) + (0.5 if place > 0.0 else -0.5) * beyond
        return Seat(self.kept + turn % (self.count - self.kept), self.kept + held, max(0.0, 1.0 - beyond / FADE))
