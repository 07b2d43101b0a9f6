"""Curves: points of a series in pixels, no denser than the screen can show, uncovered from the left."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.marks import Array, array


@dataclass(frozen=True)
class Curve:
    """Points from left to right, of shape (n,); `joined`, of shape (n - 1,), says whether a point is joined to the next one."""

    x: Array
    y: Array
    joined: NDArray[np.bool_]
    column: float = 0.0
    """The width of the columns that the points were thinned out to; 0 where all of them are there."""

    def band(self) -> tuple["Curve", "Curve"]:
        """The upper and the lower edge of what a thinned curve covers: one point for each column."""
        columns = np.floor((self.x - self.x[0]) / self.column).astype(np.int64)
        starts = np.flatnonzero(np.concatenate([np.ones(1, dtype=bool), columns[1:] != columns[:-1]]))
        x, joined = self.x[starts], self.joined[starts[1:] - 1]
        return Curve(x, np.minimum.reduceat(self.y, starts), joined), Curve(
            x, np.maximum.reduceat(self.y, starts), joined
        )

    @property
    def is_whole(self) -> bool:
        """Whether there are no gaps."""
        return bool(self.joined.all())

    @property
    def alone(self) -> NDArray[np.intp]:
        """The places of the points that are joined to none."""
        if not len(self.x):
            return np.zeros(0, dtype=np.intp)
        ends = np.zeros(1, dtype=bool)
        return np.flatnonzero(~np.concatenate([ends, self.joined]) & ~np.concatenate([self.joined, ends]))

    def front(self, edge: float) -> tuple[float, float]:
        """The last place on the curve that is not right of `edge`; the first point if all are."""
        reached = int(np.searchsorted(self.x, edge, side="right"))
        if reached == 0:
            return float(self.x[0]), float(self.y[0])
        last = reached - 1
        if reached < len(self.x) and self.joined[last] and self.x[reached] > self.x[last]:
            share = (edge - self.x[last]) / (self.x[reached] - self.x[last])
            return float(edge), float(self.y[last] + share * (self.y[reached] - self.y[last]))
        return float(self.x[last]), float(self.y[last])

    def pen(self, edge: float) -> tuple[float, float, float]:
        """Where a pen that draws the curve is, and how far it is from the curve: it glides over gaps."""
        x = min(max(edge, float(self.x[0])), float(self.x[-1]))
        y = float(np.interp(x, self.x, self.y))
        last, _ = self.front(x)
        if last >= x:
            return x, y, 0.0
        after = float(self.x[np.searchsorted(self.x, x)])
        return x, y, min(x - last, after - x)

    def until(self, edge: float) -> "Curve":
        """The part of the curve that is not right of `edge`."""
        reached = int(np.searchsorted(self.x, edge, side="right"))
        if reached == len(self.x):
            return self
        if reached == 0:
            return Curve(self.x[:0], self.y[:0], self.joined[:0])
        x, y = self.front(edge)
        if x > self.x[reached - 1]:
            return Curve(np.append(self.x[:reached], x), np.append(self.y[:reached], y), self.joined[:reached])
        return Curve(self.x[:reached], self.y[:reached], self.joined[: reached - 1])

    def strokes(self) -> tuple[Array, Array]:
        """The curve as the x and y of strokes: one stroke if it has no gaps, else one for each pair of joined points."""
        if self.is_whole:
            return array(self.x), array(self.y)
        first = np.flatnonzero(self.joined)
        pairs = np.stack([first, first + 1], axis=1)
        return array(self.x[pairs]), array(self.y[pairs])

    def below(self, other: "Curve") -> tuple[Array, Array, Array]:
        """The x, upper and lower edge of what lies between this curve and another one with the same places below it."""
        broken = np.flatnonzero(~self.joined)
        at = np.repeat(broken + 1, 2)
        x = np.insert(self.x, at, np.stack([self.x[broken], self.x[broken + 1]], axis=1).ravel())
        ends = np.stack([self.y[broken], self.y[broken + 1]], axis=1).ravel()
        return array(x), array(np.insert(self.y, at, ends)), array(np.insert(other.y, at, ends))

    def outline(self, zero: float) -> tuple[Array, Array, Array]:
        """The x, upper and lower edge of what lies between the curve and the level `zero`; nothing lies in its gaps."""
        x, y = self.x, self.y
        if not len(x):
            return array(x), array(y), array(y)
        above = y <= zero
        inserts_at, inserts_x = [], []
        crossing = np.flatnonzero(self.joined & (above[:-1] != above[1:]) & (y[1:] != y[:-1]))
        share = (zero - y[crossing]) / (y[crossing + 1] - y[crossing])
        inserts_at.append(crossing + 1)
        inserts_x.append(x[crossing] + share * (x[crossing + 1] - x[crossing]))
        broken = np.flatnonzero(~self.joined)
        inserts_at += [broken + 1, broken + 1]
        inserts_x += [x[broken], x[broken + 1]]
        at, new_x = np.concatenate(inserts_at), np.concatenate(inserts_x)
        order = np.argsort(at, kind="stable")
        x = np.insert(x, at[order], new_x[order])
        y = np.insert(y, at[order], zero)
        return array(x), array(np.minimum(y, zero)), array(np.maximum(y, zero))


def curve(x: Array, y: Array, column: float = 1.0) -> Curve:
    """The curve through points in pixels; where y is nan there is a gap.

    Of the points in one column of `column` pixels only the highest and the lowest are kept: two a column at most.
    """
    if len(x) and np.any(np.diff(x) < 0.0):
        order = np.argsort(x, kind="stable")
        x, y = x[order], y[order]
    finite = np.isfinite(y)
    run = np.cumsum(~finite)[finite]
    x, y = x[finite], y[finite]
    if not len(x):
        return Curve(x, y, np.zeros(0, dtype=bool))
    columns = np.floor((x - x[0]) / column).astype(np.int64)
    starts = np.flatnonzero(np.concatenate([np.ones(1, dtype=bool), columns[1:] != columns[:-1]]))
    if len(x) <= 2 * len(starts) + 2:
        return Curve(x, y, run[1:] == run[:-1])
    counts = np.diff(np.append(starts, len(x)))
    group = np.repeat(np.arange(len(starts)), counts)
    lowest, highest = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    kept = np.union1d(_first(y == lowest[group], group), _first(y == highest[group], group))
    # A gap narrower than a column cannot be seen; one between two columns can.
    ends = starts + counts - 1
    broken = run[starts[1:]] != run[ends[:-1]]
    same = group[kept][1:] == group[kept][:-1]
    return Curve(
        x[kept], y[kept], same | ~broken[np.minimum(group[kept][:-1], len(broken) - 1)] if len(broken) else same
    )


def _first(chosen: NDArray[np.bool_], group: NDArray[np.int64]) -> NDArray[np.intp]:
    """The first chosen place of every group."""
    places = np.flatnonzero(chosen)
    return places[np.unique(group[places], return_index=True)[1]]
