"""Projections: from degrees of longitude and latitude to a plane, without a smear where the date line runs.

Small regions are drawn in the equirectangular projection, true to scale on their middle latitude; larger ones in the Equal Earth
projection (Savric, Patterson and Jenny 2018), which shows areas true.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kiosk.marks import Array, array

LOCAL = 20.0
"""Degrees, in both directions, up to which a region is small."""
TURN, HALF = 360.0, 180.0
STEP = 4.0
"""Degrees after which a long edge gets a point, so that it bends with the projection."""
OPEN = 30.0
"""The least gap, in degrees of longitude, at which a map may be cut open instead of at the far side of Greenwich."""
FLATTEST = 0.05

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
"""The coefficients of Equal Earth."""


@dataclass(frozen=True)
class Projection:
    """A view of the globe about the meridian `middle`; with a true `parallel` equirectangular, without one Equal Earth."""

    middle: float
    parallel: float | None = None

    def plane(self, places: Array) -> Array:
        """Places of shape (n, 2), in degrees, as x to the right and y downwards, in radians of the equator."""
        longitude, latitude = np.radians(places[:, 0] - self.middle), np.radians(places[:, 1])
        if self.parallel is not None:
            stretch = max(FLATTEST, math.cos(math.radians(self.parallel)))
            return np.stack([longitude * stretch, -latitude], axis=1)
        theta = np.arcsin(math.sqrt(3.0) / 2.0 * np.sin(latitude))
        square = theta * theta
        power = square**3
        slope = A1 + 3.0 * A2 * square + power * (7.0 * A3 + 9.0 * A4 * square)
        x = 2.0 * math.sqrt(3.0) * longitude * np.cos(theta) / (3.0 * slope)
        y = theta * (A1 + A2 * square + power * (A3 + A4 * square))
        return np.stack([x, -y], axis=1)

    def ring(self, ring: Array) -> tuple[Array, ...]:
        """One ring in the plane: cut into several where it lies across the edge of the map."""
        return tuple(self.plane(part) for part in self._parts(_closed_at_pole(_unwound(ring))))

    def site(self, longitude: float, latitude: float) -> tuple[float, float]:
        """One place in the plane."""
        turned = (longitude - self.middle + HALF) % TURN - HALF + self.middle
        ((x, y),) = self.plane(array([[turned, latitude]]))  # type: ignore[list-item]
        return float(x), float(y)

    def _parts(self, ring: Array) -> tuple[Array, ...]:
        low, high = self.middle - HALF, self.middle + HALF
        centre = (float(ring[:, 0].min()) + float(ring[:, 0].max())) / 2.0
        ring = ring + np.array([TURN * round((self.middle - centre) / TURN), 0.0])
        if ring[:, 0].min() >= low and ring[:, 0].max() <= high:
            return (ring,)
        turns = (ring + np.array([shift, 0.0]) for shift in (-TURN, 0.0, TURN))
        parts = (_clipped(_clipped(turned, low, 1.0), high, -1.0) for turned in turns)
        # Along the cut, too, there are points to bend with the projection.
        return tuple(_densified(part) for part in parts if len(part) >= 3)


def projection_of(rings: Sequence[Array], sites: Sequence[tuple[float, float]] = ()) -> Projection:
    """The projection that suits what is to be seen."""
    places = np.concatenate([*(_densified(ring) for ring in rings), np.array(sites, dtype=np.float64).reshape(-1, 2)])
    if not len(places):
        raise ValueError("nothing to be seen on the map")
    west, width = _span(places[:, 0])
    south, north = float(places[:, 1].min()), float(places[:, 1].max())
    if width > TURN - OPEN:
        return Projection(0.0)
    middle = (west + width / 2.0 + HALF) % TURN - HALF
    is_local = width <= LOCAL and north - south <= LOCAL
    return Projection(middle, (south + north) / 2.0 if is_local else None)


def _span(longitudes: Array) -> tuple[float, float]:
    """Where the narrowest stretch that holds all longitudes begins, and how wide it is, in degrees."""
    around = np.unique(longitudes % TURN)
    gaps = np.diff(np.append(around, around[0] + TURN))
    widest = int(gaps.argmax())
    return float(around[(widest + 1) % len(around)]), TURN - float(gaps[widest])


def _densified(ring: Array) -> Array:
    """A ring with points on its long edges."""
    following = np.roll(ring, -1, axis=0)
    away = following - ring
    # The shorter way round the globe.
    away[:, 0] = (away[:, 0] + HALF) % TURN - HALF
    counts = np.maximum(1, np.ceil(np.abs(away).max(axis=1) / STEP)).astype(np.int64)
    if counts.max(initial=1) == 1:
        return ring
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    share = (within / np.repeat(counts, counts)).reshape(-1, 1)
    dense: Array = np.repeat(ring, counts, axis=0) + share * np.repeat(away, counts, axis=0)
    return dense


def _unwound(ring: Array) -> Array:
    """A ring whose longitudes run on across the date line."""
    ring = _densified(ring)
    return np.stack([np.unwrap(ring[:, 0], period=TURN), ring[:, 1]], axis=1)


def _closed_at_pole(ring: Array) -> Array:
    """A ring that runs once round the globe, closed along the pole that it surrounds."""
    way = float(ring[-1, 0] - ring[0, 0])
    if abs(way) < TURN - OPEN or abs(float(ring[-1, 1] - ring[0, 1])) > OPEN:
        return ring
    if abs((ring[0, 0] - ring[-1, 0] + HALF) % TURN - HALF) > 2.0 * STEP:
        return ring
    pole = math.copysign(90.0, float(ring[:, 1].mean()))
    last = ring[0, 0] + math.copysign(TURN, way)
    edge = np.linspace(last, ring[0, 0], 91)
    return np.concatenate([ring, [[last, ring[0, 1]]], np.stack([edge, np.full(91, pole)], axis=1)])


def _clipped(ring: Array, edge: float, side: float) -> Array:
    """The part of a ring on one side of a meridian: east of it if `side` is 1, west of it if -1 (Sutherland and Hodgman 1974)."""
    if not len(ring):
        return ring
    distance = side * (ring[:, 0] - edge)
    following, next_distance = np.roll(ring, -1, axis=0), np.roll(distance, -1)
    crosses = (distance >= 0.0) != (next_distance >= 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(crosses, distance / (distance - next_distance), 0.0).reshape(-1, 1)
    between = ring + share * (following - ring)
    between[:, 0] = edge
    # Each point that is inside, followed by the crossing after it.
    both = np.stack([ring, between], axis=1).reshape(-1, 2)
    kept = np.stack([distance >= 0.0, crosses], axis=1).ravel()
    inside: Array = both[kept]
    return inside
