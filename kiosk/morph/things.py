"""Things: the single bars, dots, wedges and shapes of a mark, each with its key and as an outline of as many points as all others.

With outlines of one length any form can turn into any other, a bar into a piece of a pie, by moving point to point.
"""

import math
from dataclasses import dataclass, field

import numpy as np

from kiosk.marks import Array, Bars, Dots, Mark, Shapes, Wedges

POINTS = 64
"""Points of an outline, a multiple of four: so many that a circle of them looks round."""

Formed = Bars | Dots | Shapes | Wedges


@dataclass(frozen=True)
class Thing:
    """One thing: `ring` of shape (POINTS, 2), clockwise on the screen from its upper left."""

    key: str
    ring: Array = field(repr=False)
    color: str
    opacity: float


def things_of(mark: Mark) -> tuple[Thing, ...]:
    """The things in a mark; none if it has no keys, or holds what has no filled outline."""
    if not isinstance(mark, Formed) or not mark.keys or (isinstance(mark, Dots) and mark.ring):
        return ()
    rings = _rings(mark)
    colors = (mark.color,) * len(rings) if isinstance(mark.color, str) else mark.color
    return tuple(
        Thing(key, ring, color, mark.opacity) for key, ring, color in zip(mark.keys, rings, colors, strict=True)
    )


def _rings(mark: Formed) -> list[Array]:
    match mark:
        case Bars():
            return _bar_rings(mark)
        case Dots():
            return _dot_rings(mark)
        case Wedges():
            return _wedge_rings(mark)
        case Shapes():
            return _shape_rings(mark)


def _bar_rings(mark: Bars) -> list[Array]:
    side = np.arange(POINTS // 4) / (POINTS / 4)
    x = np.concatenate([side, np.ones_like(side), 1.0 - side, np.zeros_like(side)])
    y = np.concatenate([np.zeros_like(side), side, np.ones_like(side), 1.0 - side])
    places = zip(mark.left, mark.top, mark.width, mark.height, strict=True)
    return [np.stack([left + width * x, top + height * y], axis=1) for left, top, width, height in places]


def _dot_rings(mark: Dots) -> list[Array]:
    turn = 2.0 * math.pi * (np.arange(POINTS) / POINTS - 0.375)
    circle = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    places = zip(mark.x, mark.y, mark.diameter, strict=True)
    return [np.array([x, y]) + diameter / 2.0 * circle for x, y, diameter in places]


def _wedge_rings(mark: Wedges) -> list[Array]:
    rings = []
    for start, span in zip(mark.start, mark.span, strict=True):
        along = np.radians(start + span * np.linspace(0.0, 1.0, 3 * POINTS))
        way = np.stack([np.sin(along), -np.cos(along)], axis=1)
        # A piece without a hole comes to a point, which is one point and not many.
        inner = mark.inner * way[::-1] if mark.inner > 0.0 else np.zeros((1, 2))
        rings.append(_even(np.array([mark.x, mark.y]) + np.concatenate([mark.outer * way, inner])))
    return rings


def _shape_rings(mark: Shapes) -> list[Array]:
    """The longest ring of every shape: islands and holes come back with the shape itself."""
    starts = (0, *mark.ends[:-1])
    owners = mark.owners or tuple(range(len(mark.ends)))
    points = np.stack([mark.x, mark.y], axis=1)
    longest: dict[int, Array] = {}
    for start, end, owner in zip(starts, mark.ends, owners, strict=True):
        if owner not in longest or end - start > len(longest[owner]):
            longest[owner] = points[start:end]
    return [_even(longest[owner]) for owner in sorted(longest)]


def _even(points: Array) -> Array:
    """A ring of POINTS points at even distances along another, clockwise from the point nearest to its upper left."""
    closed = np.concatenate([points, points[:1]])
    steps = np.hypot(*np.diff(closed, axis=0).T)
    way = np.concatenate([[0.0], np.cumsum(steps)])
    if way[-1] <= 0.0:
        return np.repeat(points[:1], POINTS, axis=0)
    at = way[-1] * np.arange(POINTS) / POINTS
    ring = np.stack([np.interp(at, way, closed[:, 0]), np.interp(at, way, closed[:, 1])], axis=1)
    x, y = ring.T
    if float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) < 0.0:
        ring = ring[::-1]
    corner = ring.min(axis=0)
    return np.roll(ring, -int(np.argmin(np.sum((ring - corner) ** 2, axis=1))), axis=0)
