"""Packing: rectangles laid into a box one after the other, each in the free place that is nearest to its middle.

Places are tried on a grid, all at once: nothing is left to chance, and the same words lie the same way on every machine.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kiosk.screen import Box

Cells = NDArray[np.int32]

ROUNDNESS = 2.6
"""2 packs an ellipse, more of it the corners of the box too."""


def packed(
    sizes: Sequence[tuple[float, float]], box: Box, cell: float, *, in_rows: bool = False
) -> tuple[tuple[float, float] | None, ...]:
    """Where the left upper corner of each width and height lies, in the order in which they choose; None where none has room.

    `cell` is the pitch of the grid in pixels. `in_rows` takes the free place that is highest and farthest to the left instead:
    less of a cloud, but more has room.
    """
    columns, rows = int(box.width / cell), int(box.height / cell)
    if columns < 1 or rows < 1:
        return (None,) * len(sizes)
    taken = np.zeros((rows, columns), dtype=np.int32)
    places: list[tuple[float, float] | None] = []
    for width, height in sizes:
        wide, high = max(1, int(np.ceil(width / cell))), max(1, int(np.ceil(height / cell)))
        found = _free(taken, wide, high, in_rows=in_rows)
        if found is None:
            places.append(None)
            continue
        row, column = found
        taken[row : row + high, column : column + wide] = 1
        # Half of what the grid leaves at the edge on either side, and within the cells.
        spare = (box.width - columns * cell) / 2.0, (box.height - rows * cell) / 2.0
        inner = (wide * cell - width) / 2.0, (high * cell - height) / 2.0
        places.append((box.left + spare[0] + column * cell + inner[0], box.top + spare[1] + row * cell + inner[1]))
    return tuple(places)


def _free(taken: Cells, wide: int, high: int, *, in_rows: bool) -> tuple[int, int] | None:
    """The row and the column of the best free place."""
    rows, columns = taken.shape
    if high > rows or wide > columns:
        return None
    sums = np.zeros((rows + 1, columns + 1), dtype=np.int32)
    np.cumsum(np.cumsum(taken, axis=0), axis=1, out=sums[1:, 1:])
    covered = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
    tops, lefts = np.arange(rows - high + 1, dtype=np.float64), np.arange(columns - wide + 1, dtype=np.float64)
    if in_rows:
        away = tops[:, None] * columns + lefts[None, :]
    else:
        y, x = np.abs(2.0 * tops + high - rows) / rows, np.abs(2.0 * lefts + wide - columns) / columns
        away = np.round(y[:, None] ** ROUNDNESS + x[None, :] ** ROUNDNESS, 9)
    away[covered > 0] = np.inf
    row, column = divmod(int(np.argmin(away)), away.shape[1])
    return (row, column) if np.isfinite(away[row, column]) else None
