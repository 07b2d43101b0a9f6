"""Tiling: a rectangle cut into smaller ones whose areas are in given proportions and whose sides differ as little as can be.

After Bruls, Huizing and van Wijk, "Squarified Treemaps" (2000).
"""

from collections.abc import Sequence

from kiosk.screen import Box


def tiling(sizes: Sequence[float], box: Box) -> tuple[Box, ...]:
    """One tile for each size, in the same order; sizes are positive, and best descending.

    Rows of tiles are laid along the shorter side of what is left of the box. A row takes one more tile as long as that makes
    the longest of its tiles no longer.
    """
    total = sum(sizes)
    if not sizes or total <= 0.0 or min(sizes) <= 0.0:
        raise ValueError(f"not positive: {sizes!r}")
    areas = [size / total * box.width * box.height for size in sizes]
    tiles: list[Box] = []
    rest = box
    while areas:
        # The rest is cut by its own area, so that the last row ends at the edge whatever was rounded before.
        side = min(rest.width, rest.height)
        count = 1
        while count < len(areas) and _longest(areas[: count + 1], side) <= _longest(areas[:count], side):
            count += 1
        row, areas = areas[:count], areas[count:]
        depth = sum(row) / side if areas else max(rest.width, rest.height)
        tiles += _row(row, rest, depth)
        if rest.width >= rest.height:
            rest = Box.between(rest.left + depth, rest.top, rest.right, rest.bottom)
        else:
            rest = Box.between(rest.left, rest.top + depth, rest.right, rest.bottom)
    return tuple(tiles)


def _longest(row: Sequence[float], side: float) -> float:
    """How many times as long as wide the longest tile of a row along `side` is."""
    depth = sum(row) / side
    return max(max(area / depth**2, depth**2 / area) for area in row)


def _row(row: Sequence[float], rest: Box, depth: float) -> list[Box]:
    """The tiles of one row: a column at the left of a lying rest, a row on top of a standing one."""
    is_lying = rest.width >= rest.height
    side, total, done = (rest.height if is_lying else rest.width), sum(row), 0.0
    tiles = []
    for area in row:
        start, end = side * done / total, side * (done + area) / total
        if is_lying:
            tiles.append(Box(rest.left, rest.top + start, depth, end - start))
        else:
            tiles.append(Box(rest.left + start, rest.top, end - start, depth))
        done += area
    return tiles
