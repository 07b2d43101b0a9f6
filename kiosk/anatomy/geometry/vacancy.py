"""Vacancy: where on a chart words may stand without covering a mark or each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kiosk.anatomy.geometry.curve import Curve
from kiosk.marks import Array, Text, array
from kiosk.screen import Box
from kiosk.typesetting import width_of

GRAIN = 12.0
"""The width in pixels of the columns in which a curve counts as taken."""
RISE, DEPTH = 0.86, 0.2
"""From the baseline of a line of type to its top and to its foot, in em."""


@dataclass(frozen=True)
class Vacancy:
    """A box with what is taken in it: `taken` of shape (n, 4), the left, top, right and bottom of each thing."""

    bounds: Box
    taken: Array

    @classmethod
    def of(cls, bounds: Box) -> "Vacancy":
        """A box in which nothing is taken yet."""
        return cls(bounds, np.zeros((0, 4)))

    def without(self, boxes: Sequence[Sequence[float]] | Array) -> "Vacancy":
        """The same with more that is taken."""
        more = np.asarray(boxes, dtype=np.float64).reshape(-1, 4)
        return Vacancy(self.bounds, array(np.concatenate([self.taken, more])))

    def without_curve(self, curve: Curve, half: float) -> "Vacancy":
        """The same with a curve drawn by a pen of twice `half` pixels."""
        if len(curve.x) < 2:
            return self
        left, top, bottom = replace(curve, column=GRAIN).band()
        return self.without(np.stack([left, top - half, left + GRAIN, bottom + half], axis=1))

    def covered(self, boxes: Array) -> Array:
        """How many square pixels of each of the boxes, of shape (m, 4), are taken or out of bounds."""
        bounds = self.bounds
        inside = _overlap(boxes, np.array([[bounds.left, bounds.top, bounds.right, bounds.bottom]]))[:, 0]
        area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
        return array(area - inside + _overlap(boxes, self.taken).sum(axis=1))

    def best(self, boxes: Sequence[Sequence[float]] | Array) -> tuple[int, bool]:
        """The first of the boxes that is free, or else the one that is least taken, and whether it is free."""
        covered = self.covered(np.asarray(boxes, dtype=np.float64).reshape(-1, 4))
        free = np.flatnonzero(covered < 0.5)
        return (int(free[0]), True) if free.size else (int(covered.argmin()), False)


def box_of(mark: Text, margin: float = 0.0) -> tuple[float, float, float, float]:
    """What a level line of text takes."""
    width, size = width_of(mark.runs), max(run.size for run in mark.runs)
    left = mark.x - {"middle": width / 2.0, "end": width}.get(mark.anchor, 0.0)
    return left - margin, mark.y - RISE * size - margin, left + width + margin, mark.y + DEPTH * size + margin


def _overlap(boxes: Array, others: Array) -> Array:
    """The area that each of the boxes has in common with each of the others, of shape (m, n)."""
    width = np.minimum(boxes[:, None, 2], others[None, :, 2]) - np.maximum(boxes[:, None, 0], others[None, :, 0])
    height = np.minimum(boxes[:, None, 3], others[None, :, 3]) - np.maximum(boxes[:, None, 1], others[None, :, 1])
    area: Array = np.maximum(width, 0.0) * np.maximum(height, 0.0)
    return area
