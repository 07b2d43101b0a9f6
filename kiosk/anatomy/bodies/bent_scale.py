"""Bent scales: values along an arc, from one limit to another."""

import math
from dataclasses import dataclass

import numpy as np

from kiosk.marks import Line, Wedges, array
from kiosk.screen import Screen

BAND = 0.17
"""The breadth of the band as a share of the radius."""
TICKS = 4
TICK, TICK_GAP = 12.0, 5.0


@dataclass(frozen=True)
class BentScale:
    """The values from `low` to `high` along an arc of radius `outer` about (x, y), `reach` degrees to each side of the top."""

    low: float
    high: float
    reach: float
    x: float
    y: float
    outer: float
    screen: Screen

    def angle(self, value: float) -> float:
        """The angle of a value, in degrees clockwise from the top."""
        return -self.reach + 2.0 * self.reach * (value - self.low) / (self.high - self.low)

    def point(self, radius: float, degrees: float) -> tuple[float, float]:
        """A place by its distance from the middle and its angle."""
        angle = math.radians(degrees)
        return self.x + radius * math.sin(angle), self.y - radius * math.cos(angle)

    def wedge(self, first: float, last: float, color: str) -> Wedges:
        """A stretch of the band."""
        start, span = array([first]), array([last - first])
        return Wedges(self.x, self.y, (1.0 - BAND) * self.outer, self.outer, start, span, color)

    def ticks(self) -> Line:
        """Short strokes outside the band at every quarter, and at 0."""
        px = self.screen.px
        values = {self.low + (self.high - self.low) * index / TICKS for index in range(TICKS + 1)}
        if self.low < 0.0 < self.high:
            values.add(0.0)
        angles = sorted(self.angle(value) for value in values)
        near = [self.point(self.outer + px(TICK_GAP), angle) for angle in angles]
        far = [self.point(self.outer + px(TICK_GAP + TICK), angle) for angle in angles]
        x = np.array([[a[0], b[0]] for a, b in zip(near, far, strict=True)])
        y = np.array([[a[1], b[1]] for a, b in zip(near, far, strict=True)])
        return Line(array(x), array(y), "axis", px(3), cap="flat")
