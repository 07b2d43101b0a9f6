"""Curves: points of a series in pixels, no denser than the screen can show, uncovered from the left."""

import math
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
    """The width of columns in which a curve with a very long way up and down is to be drawn; 0 for all others."""
    lead: Array | None = None
    """How far to the right a pen has come that draws each point, ascending, where that is not its x: up a riser it takes time."""

    @property
    def way(self) -> Array:
        """How far to the right a pen has come that draws each point."""
        return self.x if self.lead is None else self.lead

    def band(self) -> tuple[Array, Array, Array]:
        """What the curve covers: the left edge, the highest and the lowest y of each column that it runs through."""
        # From a whole pixel on, so that no seam shows between columns.
        begin = math.floor(self.x[0])
        count = int((self.x[-1] - begin) / self.column) + 1
        edges = begin + self.column * np.arange(count + 1, dtype=np.float64)
        places = np.minimum((self.x - begin) / self.column, count - 1).astype(np.int64)
        top, bottom = np.full(count, np.inf), np.full(count, -np.inf)
        np.minimum.at(top, places, self.y)
        np.maximum.at(bottom, places, self.y)
        # The curve enters and leaves a column at its edges, unless it has a gap there.
        before = np.maximum(np.searchsorted(self.x, edges, side="right") - 1, 0)
        is_drawn = np.append(self.joined, False)[before] | (self.x[before] == edges)
        level = np.interp(edges, self.x, self.y)
        above, under = np.where(is_drawn, level, np.inf), np.where(is_drawn, level, -np.inf)
        top, bottom = (
            np.minimum(top, np.minimum(above[:-1], above[1:])),
            np.maximum(bottom, np.maximum(under[:-1], under[1:])),
        )
        present = np.isfinite(top)
        return array(edges[:-1][present]), array(top[present]), array(bottom[present])

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
        """The last place on the curve that a pen at `edge` has drawn; the first point if it has drawn none."""
        way = self.way
        reached = int(np.searchsorted(way, edge, side="right"))
        if reached == 0:
            return float(self.x[0]), float(self.y[0])
        last = reached - 1
        if reached < len(way) and self.joined[last] and way[reached] > way[last]:
            share = (edge - way[last]) / (way[reached] - way[last])
            x = edge if self.lead is None else self.x[last] + share * (self.x[reached] - self.x[last])
            return float(x), float(self.y[last] + share * (self.y[reached] - self.y[last]))
        return float(self.x[last]), float(self.y[last])

    def pen(self, edge: float) -> tuple[float, float, float]:
        """Where a pen that draws the curve is, and how far it is from the curve: it glides over gaps."""
        way = self.way
        at = min(max(edge, float(way[0])), float(way[-1]))
        x, y = float(np.interp(at, way, self.x)), float(np.interp(at, way, self.y))
        if self.is_whole:
            return x, y, 0.0
        reached = int(np.searchsorted(way, at, side="right"))
        if reached == len(way) or way[reached - 1] == at or self.joined[reached - 1]:
            return x, y, 0.0
        return x, y, float(min(at - way[reached - 1], way[reached] - at))

    def until(self, edge: float) -> "Curve":
        """The part of the curve that a pen at `edge` has drawn."""
        reached = int(np.searchsorted(self.way, edge, side="right"))
        if reached == len(self.x):
            return self
        if reached == 0:
            return Curve(self.x[:0], self.y[:0], self.joined[:0])
        x, y = self.front(edge)
        if x > self.x[reached - 1] or y != self.y[reached - 1]:
            return Curve(np.append(self.x[:reached], x), np.append(self.y[:reached], y), self.joined[:reached])
        return Curve(self.x[:reached], self.y[:reached], self.joined[: reached - 1])

    def strokes(self) -> tuple[Array, Array]:
        """The curve as the x and y of strokes: one stroke if it has no gaps, else one for each pair of joined points."""
        if self.is_whole:
            return array(self.x), array(self.y)
        first = np.flatnonzero(self.joined)
        pairs = np.stack([first, first + 1], axis=1)
        return array(self.x[pairs]), array(self.y[pairs])

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


RISER = 0.22
"""The share of the step before and of the one after during which a pen climbs the riser between them."""


def stairs(x: Array, y: Array, end: float) -> Curve:
    """The curve of values that hold until the next one, the last one until `end`; where y is nan there is a gap."""
    order = np.argsort(x, kind="stable")
    x, y = x[order], y[order]
    until = np.append(x[1:], max(end, float(x[-1])))
    is_followed = np.append(np.isfinite(y[1:]), False)
    rise = RISER * np.minimum(until - x, np.append(np.diff(until), np.inf))
    lead_in = np.append(np.zeros(1), (rise * is_followed)[:-1])
    present = np.isfinite(y)
    steps = np.stack([x, until], axis=1)[present].ravel()
    way = np.stack([x + lead_in, until - rise * is_followed], axis=1)[present].ravel()
    joined = np.stack([present, is_followed], axis=1)[present].ravel()[:-1]
    return Curve(steps, np.repeat(y[present], 2), joined, lead=way)


def curve(x: Array, y: Array, column: float = 1.0, longest: float = math.inf) -> Curve:
    """The curve through points in pixels; where y is nan there is a gap.

    Where there are more than two points to a column of `column` pixels, only the highest and the lowest of each column are kept.
    Where the way up and down is longer than `longest` pixels the curve says so by its `column`.
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
        is_long = float(np.abs(np.diff(y)).sum()) > longest
        return Curve(x, y, run[1:] == run[:-1], column if is_long else 0.0)
    counts = np.diff(np.append(starts, len(x)))
    group = np.repeat(np.arange(len(starts)), counts)
    lowest, highest = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    kept = np.union1d(_first(y == lowest[group], group), _first(y == highest[group], group))
    # A gap narrower than a column cannot be seen; one between two columns can.
    ends = starts + counts - 1
    broken = run[starts[1:]] != run[ends[:-1]]
    same = group[kept][1:] == group[kept][:-1]
    joined = same | ~broken[np.minimum(group[kept][:-1], len(broken) - 1)] if len(broken) else same
    is_long = float(np.abs(np.diff(y[kept])).sum()) > longest
    return Curve(x[kept], y[kept], joined, column if is_long else 0.0)


def _first(chosen: NDArray[np.bool_], group: NDArray[np.int64]) -> NDArray[np.intp]:
    """The first chosen place of every group."""
    places = np.flatnonzero(chosen)
    return places[np.unique(group[places], return_index=True)[1]]
