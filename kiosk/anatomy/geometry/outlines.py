"""Outlines: the areas of a map in pixels of the screen, with no more points than can be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np

from kiosk.anatomy.geometry.projection import Projection, projection_of
from kiosk.marks import Array, Shapes, array
from kiosk.screen import Box

DETAIL = 1.2
"""Pixels of a screen of 1080 lines that two points of an outline lie apart at least."""
MOST_POINTS, COARSEST = 16_000, 12.0
"""Points that a frame has time for; how much coarser than `DETAIL` an outline may become for their sake."""


@dataclass(frozen=True, eq=False)
class Terrain:
    """Areas and points in the plane of their projection: the rings of each area of shape (n, 2), and the points of shape (n, 2)."""

    areas: tuple[tuple[Array, ...], ...]
    sites: Array

    @cached_property
    def bounds(self) -> Box:
        """What all of it takes in the plane; never without width and height."""
        parts = [ring for rings in self.areas for ring in rings] + ([self.sites] if len(self.sites) else [])
        low = np.min([part.min(axis=0) for part in parts], axis=0)
        high = np.max([part.max(axis=0) for part in parts], axis=0)
        width, height = np.maximum(high - low, max(1e-9, 0.05 * float((high - low).max())))
        return Box(float(low[0]), float(low[1]), float(width), float(height))

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.bounds.width / self.bounds.height


def terrain_of(areas: Sequence[Sequence[Array]], sites: Sequence[tuple[float, float]] = ()) -> Terrain:
    """Areas, by their rings in degrees, and points in the projection that suits them."""
    projection: Projection = projection_of([ring for rings in areas for ring in rings], sites)
    flat = tuple(tuple(part for ring in rings for part in projection.ring(ring)) for rings in areas)
    places = array(np.array([projection.site(*site) for site in sites])).reshape(-1, 2)
    return Terrain(flat, places)


@dataclass(frozen=True, eq=False)
class Outlines:
    """A terrain laid into a box: as large as it can be, at `across` and `down` (0 to 1) of the room that is left."""

    terrain: Terrain
    room: Box
    detail: float
    across: float = 0.0
    down: float = 0.5

    @cached_property
    def scale(self) -> float:
        """Pixels for one radian."""
        return min(self.room.width / self.terrain.bounds.width, self.room.height / self.terrain.bounds.height)

    @cached_property
    def box(self) -> Box:
        """What the map takes of its room."""
        width, height = self.terrain.bounds.width * self.scale, self.terrain.bounds.height * self.scale
        left = self.room.left + self.across * (self.room.width - width)
        return Box(left, self.room.top + self.down * (self.room.height - height), width, height)

    def pixels(self, places: Array) -> Array:
        """Places of shape (n, 2) in the plane as pixels."""
        bounds = self.terrain.bounds
        result: Array = (places - (bounds.left, bounds.top)) * self.scale + (self.box.left, self.box.top)
        return result

    @cached_property
    def sites(self) -> Array:
        """The points of shape (n, 2) in pixels."""
        return self.pixels(self.terrain.sites)

    @cached_property
    def areas(self) -> tuple[tuple[Array, ...], ...]:
        """The rings of each area in pixels, of shape (n, 2), without what cannot be seen; none loses all its rings."""
        rings = [ring for rings in self.terrain.areas for ring in rings]
        if not rings:
            return ((),) * len(self.terrain.areas)
        points = self.pixels(np.concatenate(rings))
        detail = self.detail
        areas = self._thinned(points, detail)
        # A coast may be so ragged that even what can be seen of it is too much for a frame.
        while sum(len(ring) for area in areas for ring in area) > MOST_POINTS and detail < COARSEST * self.detail:
            detail *= 2.0
            areas = self._thinned(points, detail)
        return areas

    def _thinned(self, points: Array, detail: float) -> tuple[tuple[Array, ...], ...]:
        """Of all points within one cell of a grid of `detail` pixels, the same one stands for all of them.

        So borders that two areas share still lie on each other.
        """
        cells = np.floor((points - (self.box.left, self.box.top)) / detail).astype(np.int64)
        key = cells[:, 1] * (int(cells[:, 0].max()) + 2) + cells[:, 0]
        order = np.lexsort((points[:, 1], points[:, 0], key))
        is_first = np.append(True, key[order][1:] != key[order][:-1])
        chosen = np.empty(len(key), dtype=np.int64)
        chosen[order] = order[is_first][np.cumsum(is_first) - 1]
        result: list[tuple[Array, ...]] = []
        end = 0
        for area in self.terrain.areas:
            kept: list[Array] = []
            for ring in area:
                start, end = end, end + len(ring)
                mine = chosen[start:end]
                mine = mine[mine != np.roll(mine, 1)]
                if len(mine) >= 3:
                    kept.append(points[mine])
            if not kept and area:
                kept = [self.pixels(max(area, key=len))]
            result.append(tuple(kept))
        return tuple(result)


def shapes(
    areas: Sequence[Sequence[Array]],
    color: str | tuple[str, ...],
    edge_width: float = 0.0,
    keys: tuple[str, ...] = (),
) -> Shapes:
    """Areas as one mark; each has rings of shape (n, 2). An edge, if it is to have a width, is of the ground's colour."""
    rings = [ring for area in areas for ring in area]
    points = np.concatenate(rings) if rings else np.empty((0, 2))
    owners = tuple(index for index, area in enumerate(areas) for _ in area)
    return Shapes(
        array(points[:, 0]), array(points[:, 1]), tuple(accumulate(len(ring) for ring in rings)), owners, color,
        edge="ground" if edge_width else "", edge_width=edge_width, keys=keys,
    )  # fmt: skip
