"""Frames as an observer of the screen sees them: changes told apart by when they happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

REFRESH = 1.0 / 60.0
"""Seconds from one picture of the screen to the next."""
TOGETHER = 0.005
"""Seconds: changes that follow each other at most so closely are parts of one frame."""
REST = 0.1
"""Seconds without a change after which a stretch of motion is over."""
LONGEST_PAUSE = 1.0
"""Seconds: a longer time without a change is the rest of a slide, a shorter one is a pause within its motion."""


def coalesced(changes: Iterable[float], together: float = TOGETHER) -> tuple[float, ...]:
    """The times of frames, in seconds, from the times of single changes in order: a frame counts from its first change."""
    frames: list[float] = []
    last = float("-inf")
    for time in changes:
        if time - last > together:
            frames.append(time)
        last = time
    return tuple(frames)


def stretches(frames: Sequence[float], rest: float = REST) -> tuple[tuple[float, ...], ...]:
    """The frames of each stretch of motion: within one, none is farther than `rest` seconds from the next."""
    result: list[list[float]] = []
    for time in frames:
        if not result or time - result[-1][-1] > rest:
            result.append([])
        result[-1].append(time)
    return tuple(tuple(each) for each in result)


def dropped(interval: float) -> int:
    """How many pictures of a 60 Hz screen passed without a new frame in `interval` seconds: none up to one and a half."""
    # One and a half is just in time, whichever way it was rounded.
    return max(0, int(interval / REFRESH - 0.5 - 1e-6))


@dataclass(frozen=True)
class Motion:
    """What was seen of all the motion in a stretch of time; frame times in ms, `longest_pause` in seconds."""

    frames: int
    median_ms: float
    p99_ms: float
    worst_ms: float
    dropped: int
    due: int
    """Frames that 60 Hz would have shown in the stretches of motion."""
    pauses: int
    longest_pause: float


def motion(frames: Sequence[float]) -> Motion:
    """The motion in frames, given by their times in seconds. Of fewer than two frames all is 0 but their number."""
    moving = stretches(frames)
    times = sorted(after - before for each in moving for before, after in pairwise(each))
    still = [after[0] - before[-1] for before, after in pairwise(moving)]
    pauses = [each for each in still if each < LONGEST_PAUSE]
    missing = sum(dropped(each) for each in times)
    if not times:
        return Motion(len(frames), 0.0, 0.0, 0.0, 0, len(frames), len(pauses), max(pauses, default=0.0))
    return Motion(
        frames=len(frames),
        median_ms=round(1000.0 * times[len(times) // 2], 1),
        p99_ms=round(1000.0 * times[min(len(times) - 1, int(0.99 * len(times)))], 1),
        worst_ms=round(1000.0 * times[-1], 1),
        dropped=missing,
        due=len(frames) + missing,
        pauses=len(pauses),
        longest_pause=round(max(pauses, default=0.0), 3),
    )
