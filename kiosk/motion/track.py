"""Tracks: stretches of time over which something happens."""

from dataclasses import dataclass

from kiosk.motion.easing import Easing, in_out, out_cubic

STAGGER_LIMIT = 0.6
"""The longest time, in seconds, by which the last of a group may start after the first."""


@dataclass(frozen=True)
class Track:
    """Progress from 0 at `start` to 1 at `start + duration` seconds; still outside."""

    start: float = 0.0
    duration: float = 1.0
    easing: Easing = in_out

    @property
    def end(self) -> float:
        """The time, in seconds, from which progress is 1."""
        return self.start + self.duration

    def at(self, t: float) -> float:
        """Progress, 0 to 1, at `t` seconds. A track without duration jumps from 0 to 1 at its start."""
        if t >= self.end:
            return 1.0
        if t <= self.start:
            return 0.0
        return self.easing((t - self.start) / self.duration)

    def when(self, progress: float) -> float:
        """The time, in seconds, at which a progress from 0 to 1 is reached; by bisection, exact to a microsecond."""
        early, late = self.start, self.end
        while late - early > 1e-6:
            middle = (early + late) / 2.0
            early, late = (middle, late) if self.at(middle) < progress else (early, middle)
        return late if progress > 0.0 else self.start


COUNT = Track(0.2, 1.4, out_cubic)
"""When a large figure counts up; what is drawn of the same figure moves with it."""


def stagger(
    count: int,
    *,
    start: float,
    duration: float,
    step: float = 0.15,
    easing: Easing = in_out,
    limit: float = STAGGER_LIMIT,
) -> tuple[Track, ...]:
    """One track for each of `count` things, `step` seconds apart but all within `limit` seconds of the first start."""
    gap = min(step, limit / (count - 1)) if count > 1 else 0.0
    return tuple(Track(start + gap * index, duration, easing) for index in range(count))


def emergence(progress: float) -> float:
    """How opaque a counting figure is, 0 to 1: nothing at first, since before it counts a nought would be untrue."""
    return min(1.0, 6.0 * progress)


def share_window(index: int, count: int, overlap: float = 0.5) -> tuple[float, float]:
    """From which progress to which thing `index` of `count` moves, in the terms of `staggered`."""
    length = 1.0 / (count - (count - 1) * overlap)
    begin = index * length * (1.0 - overlap)
    return begin, begin + length


def staggered(progress: float, index: int, count: int, overlap: float = 0.5) -> float:
    """The share of one `progress` (0 to 1) that falls to thing `index` of `count`, in order.

    `overlap` in [0, 1): 0 lets each wait for the one before; nearer to 1 all move nearly together.
    """
    begin, end = share_window(index, count, overlap)
    return min(max((progress - begin) / (end - begin), 0.0), 1.0)
