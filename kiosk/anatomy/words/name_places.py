"""Name places: where the names of dots stand, so that none covers a dot or another name and few lines pass behind them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kiosk.marks import Array
from kiosk.screen import Box


@dataclass(frozen=True)
class Side:
    """Where a name may stand as seen from its dot: how far to the right and down of its middle, in radii; what part of the name is
    left of there; and what it costs."""

    right: float
    down: float
    before: float
    cost: float


SIDES = (
    Side(1.0, 0.0, 0.0, 0.0),
    Side(-1.0, 0.0, 1.0, 0.1),
    Side(0.0, 1.0, 0.5, 0.15),
    Side(0.0, -1.0, 0.5, 0.15),
    Side(0.75, 0.75, 0.0, 0.3),
    Side(0.75, -0.75, 0.0, 0.3),
    Side(-0.75, 0.75, 1.0, 0.35),
    Side(-0.75, -0.75, 1.0, 0.35),
    Side(-0.6, 1.0, 0.0, 0.4),
    Side(-0.6, -1.0, 0.0, 0.4),
    Side(0.6, 1.0, 1.0, 0.4),
    Side(0.6, -1.0, 1.0, 0.4),
)
"""From the cheapest to the dearest."""
ROUNDS = 2
NEAR = 0.5
WORSE = 0.7
"""What other dots near by cost, and what each way to set a name costs that is worse than the one before."""


@dataclass(frozen=True)
class Crowd:
    """Dots about (`x`, `y`) with their radii, and lines as rows of x, y, x, y, in a box."""

    x: Array
    y: Array
    radius: Array
    lines: Array
    box: Box

    def places(
        self,
        sizes: Sequence[Sequence[tuple[float, float]]],
        order: Sequence[int],
        gap: float,
        *,
        all_or_none: bool = False,
    ) -> tuple[tuple[int, Box] | None, ...]:
        """Where the name of each dot stands, and in which of its widths and heights, the best first; None where none has room.

        Those that come first in the order choose first; what is not in it has no name. With `all_or_none` the search ends with
        the first that has no room.
        """
        placed: list[tuple[int, Box] | None] = [None] * len(sizes)
        # Those that chose first may stand better now that the others have their places.
        for _ in range(ROUNDS):
            for index in order:
                taken = [each[1] for other, each in enumerate(placed) if each is not None and other != index]
                placed[index] = self._choice(index, sizes[index], taken, gap)
                if all_or_none and placed[index] is None:
                    return (None,) * len(sizes)
        return tuple(placed)

    def _choice(
        self, index: int, sizes: Sequence[tuple[float, float]], taken: Sequence[Box], gap: float
    ) -> tuple[int, Box] | None:
        """The best of the ways to set one name, and its place."""
        found = []
        for number, size in enumerate(sizes):
            cost, place = self._best(index, size, taken, gap)
            if place is not None:
                found.append((cost + WORSE * number, number, place))
        if not found:
            return None
        _, number, place = min(found, key=lambda each: each[:2])
        return number, place

    def _best(
        self, index: int, size: tuple[float, float], taken: Sequence[Box], gap: float
    ) -> tuple[float, Box | None]:
        best, least = None, math.inf
        for side in SIDES:
            if side.cost >= least:
                break
            place = self._beside(index, size, side, gap)
            if not self._is_free(index, place, taken, gap):
                continue
            total = round(side.cost + self._behind(place, gap) + self._near(index, place), 6)
            if total < least:
                best, least = place, total
        return least, best

    def _beside(self, index: int, size: tuple[float, float], side: Side, gap: float) -> Box:
        """The box of a name on one side of its dot; one that is centred moves inwards at the edges."""
        x, y, reach = float(self.x[index]), float(self.y[index]), float(self.radius[index]) + gap
        width, height = size
        left = x + side.right * reach - side.before * width
        top = y + side.down * reach - height * (0.5 if not side.down else float(side.down < 0.0))
        if not side.right:
            left = min(max(left, self.box.left), max(self.box.left, self.box.right - width))
        return Box(left, top, width, height)

    def _is_free(self, index: int, place: Box, taken: Sequence[Box], gap: float) -> bool:
        box = self.box
        if place.left < box.left - 0.5 or place.right > box.right + 0.5:
            return False
        if place.top < box.top - 0.5 or place.bottom > box.bottom + 0.5:
            return False
        for other in taken:
            if not (
                place.right + gap <= other.left
                or other.right + gap <= place.left
                or place.bottom + 0.3 * gap <= other.top
                or other.bottom + 0.3 * gap <= place.top
            ):
                return False
        free = self._distances(place) >= self.radius + 0.4 * gap
        free[index] = True
        return bool(free.all())

    def _distances(self, place: Box) -> Array:
        """From the middle of every dot to the box."""
        dx = np.maximum(np.maximum(place.left - self.x, self.x - place.right), 0.0)
        dy = np.maximum(np.maximum(place.top - self.y, self.y - place.bottom), 0.0)
        return np.hypot(dx, dy)

    def _behind(self, place: Box, gap: float) -> float:
        """The length of lines behind a name, in its heights."""
        start, end = within(self.lines, place, 0.3 * gap)
        lengths = np.hypot(self.lines[:, 2] - self.lines[:, 0], self.lines[:, 3] - self.lines[:, 1])
        return float((np.maximum(end - start, 0.0) * lengths).sum()) / place.height

    def _near(self, index: int, place: Box) -> float:
        """How near other dots are, which the name might be taken for."""
        room = self._distances(place) - self.radius
        room[index] = np.inf
        return NEAR * float(np.maximum(1.0 - room / place.height, 0.0).sum())


def within(lines: Array, place: Box, margin: float) -> tuple[Array, Array]:
    """From which part of its way, 0 to 1, to which each line is inside a box with a margin; the end is before the start if never.

    The method of Liang and Barsky (1984).
    """
    start, end = np.zeros(len(lines)), np.ones(len(lines))
    for axis, (low, high) in enumerate(((place.left, place.right), (place.top, place.bottom))):
        begin, way = lines[:, axis], lines[:, axis + 2] - lines[:, axis]
        is_level = np.abs(way) < 1e-9
        step = np.where(is_level, 1.0, way)
        first, second = (low - margin - begin) / step, (high + margin - begin) / step
        outside = is_level & ((begin < low - margin) | (begin > high + margin))
        start = np.where(is_level, start, np.maximum(start, np.minimum(first, second)))
        end = np.where(is_level, end, np.minimum(end, np.maximum(first, second)))
        end = np.where(outside, -1.0, end)
    return start, end
