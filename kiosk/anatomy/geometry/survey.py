"""Surveys: a part of the screen on a grid of small cells: which of them an outline surrounds, and where words still have room."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kiosk.marks import Array
from kiosk.screen import Box

Cells = NDArray[np.bool_]
"""One value for each cell of a grid, shape (rows, columns)."""

Way = tuple[float, float, float, float]
"""From a point to a point: x, y, x, y."""

MOST_TRIED = 240
"""Places that are tried for one thing, the nearest first."""


@dataclass(frozen=True, eq=False)
class Survey:
    """A box in cells of `cell` pixels, and which of them are `taken`."""

    box: Box
    cell: float
    taken: Cells

    @classmethod
    def of(cls, box: Box, cell: float) -> "Survey":
        """A box in which nothing is taken yet."""
        shape = (max(1, int(box.height / cell)), max(1, int(box.width / cell)))
        return cls(box, cell, np.zeros(shape, dtype=np.bool_))

    def without(self, cells: Cells) -> "Survey":
        """The same with more that is taken."""
        return replace(self, taken=self.taken | cells)

    def without_box(self, box: Box, margin: float = 0.0) -> "Survey":
        """The same with all cells taken that a box touches."""
        cells = np.zeros_like(self.taken)
        left, right = (self._place(x, self.box.left) for x in (box.left - margin, box.right + margin))
        top, bottom = (self._place(y, self.box.top) for y in (box.top - margin, box.bottom + margin))
        cells[
            max(0, math.floor(top)) : max(0, math.ceil(bottom)), max(0, math.floor(left)) : max(0, math.ceil(right))
        ] = True
        return self.without(cells)

    def without_lines(self, x: Array, y: Array, margin: float = 0.0) -> "Survey":
        """The same with all cells taken on the way from point to point, and those `margin` pixels beside it."""
        return self.without(self.on_way(x, y, margin))

    def on_way(self, x: Array, y: Array, margin: float = 0.0) -> Cells:
        """The cells on the way along points."""
        cells = np.zeros_like(self.taken)
        length = float(np.hypot(np.diff(x), np.diff(y)).sum())
        steps = np.linspace(0.0, len(x) - 1.0, max(2, int(2.0 * length / self.cell)))
        along = np.interp(steps, np.arange(len(x)), x), np.interp(steps, np.arange(len(y)), y)
        reach = math.ceil(margin / self.cell)
        columns = np.floor((along[0] - self.box.left) / self.cell).astype(np.int64)
        rows = np.floor((along[1] - self.box.top) / self.cell).astype(np.int64)
        for down in range(-reach, reach + 1):
            for across in range(-reach, reach + 1):
                row, column = rows + down, columns + across
                is_inside = (row >= 0) & (row < cells.shape[0]) & (column >= 0) & (column < cells.shape[1])
                cells[row[is_inside], column[is_inside]] = True
        return cells

    def within(self, rings: Sequence[Array]) -> Cells:
        """The cells whose middle is surrounded by an odd number of rings, each of shape (n, 2) in pixels."""
        crossings = np.zeros((self.taken.shape[0], self.taken.shape[1] + 1), dtype=np.int32)
        for ring in rings:
            x = (ring[:, 0] - self.box.left) / self.cell - 0.5
            y = (ring[:, 1] - self.box.top) / self.cell - 0.5
            x2, y2 = np.roll(x, -1), np.roll(y, -1)
            first = np.clip(np.ceil(np.minimum(y, y2)), 0, crossings.shape[0]).astype(np.int64)
            last = np.clip(np.ceil(np.maximum(y, y2)), 0, crossings.shape[0]).astype(np.int64)
            counts = last - first
            edge = np.repeat(np.arange(len(x)), counts)
            row = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + first[edge]
            at = x[edge] + (row - y[edge]) / (y2[edge] - y[edge]) * (x2[edge] - x[edge])
            column = np.clip(np.ceil(at), 0, crossings.shape[1] - 1).astype(np.int64)
            np.add.at(crossings, (row, column), 1)
        inside: Cells = np.cumsum(crossings, axis=1)[:, :-1] % 2 == 1
        return inside

    def middle(self, cells: Cells) -> tuple[float, float] | None:
        """The middle of the cell, of those that are set, that lies nearest to the middle of all of them; None if none is."""
        rows, columns = np.nonzero(cells)
        if not len(rows):
            return None
        nearest = int(np.argmin((rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2))
        return self._point(float(columns[nearest]), float(rows[nearest]))

    def inside(self, cells: Cells, width: float, height: float) -> Box | None:
        """Where a thing has room on free cells of those that are set: as near to their middle as can be."""
        rows, columns = np.nonzero(cells)
        if not len(rows):
            return None
        target = self._point(float(columns.mean()), float(rows.mean()))
        return next(self._boxes(cells & ~self.taken, width, height, target), None)

    def stacked(self, cells: Cells, sizes: Sequence[tuple[float, float]]) -> Box | None:
        """Where things of these widths and heights have room on free cells of those that are set, stacked about one middle.

        As near to the middle of the cells as can be; the box is as wide as the widest of them.
        """
        free = cells & ~self.taken
        rows, columns = np.nonzero(cells)
        if not len(rows):
            return None
        sums = np.zeros((free.shape[0] + 1, free.shape[1] + 1), dtype=np.int64)
        sums[1:, 1:] = free.cumsum(axis=0).cumsum(axis=1)
        tops, middles = np.indices(free.shape)
        fits, depth = np.ones(free.shape, dtype=np.bool_), 0.0
        for width, height in sizes:
            top = tops + math.floor(depth / self.cell)
            foot = tops + math.ceil((depth + height) / self.cell)
            half = math.ceil(width / self.cell / 2.0 - 0.5)
            left, right = middles - half, middles + half + 1
            is_inside = (foot <= free.shape[0]) & (left >= 0) & (right <= free.shape[1])
            top, foot = (np.minimum(each, free.shape[0]) for each in (top, foot))
            left, right = np.maximum(left, 0), np.minimum(right, free.shape[1])
            count = sums[foot, right] - sums[top, right] - sums[foot, left] + sums[top, left]
            fits &= is_inside & (count == (foot - top) * (right - left))
            depth += height
        places = np.argwhere(fits)
        if not len(places):
            return None
        away = np.hypot(places[:, 0] + depth / self.cell / 2.0 - rows.mean() - 0.5, places[:, 1] - columns.mean())
        row, column = places[int(away.argmin())]
        widest = max(width for width, _ in sizes)
        x = self.box.left + (column + 0.5) * self.cell
        return Box(float(x - widest / 2.0), float(self.box.top + row * self.cell), widest, depth)

    def beside(self, x: float, y: float, width: float, height: float) -> Box | None:
        """Where a thing has room near a point."""
        return next(self._boxes(~self.taken, width, height, (x, y), is_from_edge=True), None)

    def joined(self, x: float, y: float, reach: float, width: float, height: float) -> tuple[Box, Way] | None:
        """Where a thing has room near a disc of radius `reach`, and the free way from that to its edge."""
        for box in self._boxes(~self.taken, width, height, (x, y), is_from_edge=True):
            to_x, to_y = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
            away = math.hypot(to_x - x, to_y - y)
            if away > reach:
                way = (x + reach / away * (to_x - x), y + reach / away * (to_y - y), to_x, to_y)
                if not self.is_struck(*way):
                    return box, way
        return None

    def is_free(self, box: Box) -> bool:
        """Whether a box lies within the survey and on no cell that is taken."""
        if (
            box.left < self.box.left
            or box.top < self.box.top
            or box.right > self.box.right
            or box.bottom > self.box.bottom
        ):
            return False
        touched = replace(self, taken=np.zeros_like(self.taken)).without_box(box).taken
        return not bool((touched & self.taken).any())

    def is_struck(self, x: float, y: float, to_x: float, to_y: float) -> bool:
        """Whether a line would run over cells that are taken."""
        way = self.on_way(np.array([x, to_x]), np.array([y, to_y]))
        return bool((way & self.taken).any())

    def _boxes(
        self, free: Cells, width: float, height: float, target: tuple[float, float], *, is_from_edge: bool = False
    ) -> Iterator[Box]:
        """Where a thing of that size lies on free cells only, the places nearest to the target first."""
        down, across = math.ceil(height / self.cell), math.ceil(width / self.cell)
        rows, columns = free.shape
        if down > rows or across > columns:
            return
        sums = np.zeros((rows + 1, columns + 1), dtype=np.int64)
        sums[1:, 1:] = free.cumsum(axis=0).cumsum(axis=1)
        count = sums[down:, across:] - sums[:-down, across:] - sums[down:, :-across] + sums[:-down, :-across]
        tops, lefts = np.nonzero(count == down * across)
        spare = (across * self.cell - width) / 2.0, (down * self.cell - height) / 2.0
        left, top = self.box.left + lefts * self.cell + spare[0], self.box.top + tops * self.cell + spare[1]
        away_x, away_y = target[0] - (left + width / 2.0), target[1] - (top + height / 2.0)
        distance = np.hypot(away_x, away_y)
        if is_from_edge:
            edge = np.hypot(
                np.maximum(np.abs(away_x) - width / 2.0, 0.0), np.maximum(np.abs(away_y) - height / 2.0, 0.0)
            )
            # Of places equally far away, the one that is level with the target or straight above it.
            distance = edge + 0.1 * distance
        for index in np.argsort(distance, kind="stable")[:MOST_TRIED]:
            yield Box(float(left[index]), float(top[index]), width, height)

    def _place(self, at: float, start: float) -> float:
        return (at - start) / self.cell

    def _point(self, column: float, row: float) -> tuple[float, float]:
        """The middle of a cell."""
        return self.box.left + (column + 0.5) * self.cell, self.box.top + (row + 0.5) * self.cell
