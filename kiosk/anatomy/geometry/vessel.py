"""Vessels: outlines that hold a liquid, and how high it stands in them when a share of their area is filled."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.marks import Array, array

COLUMNS, ROWS = 121, 600
TIP = 2.0
"""How far the tip of a drop is above the middle of its round part, in radii of that."""
WIDTHS = {"circle": 1.0, "drop": 2.0 / (1.0 + TIP), "square": 1.0}
"""The width of each vessel as a share of its height."""


@dataclass(frozen=True)
class Vessel:
    """A vessel with its centre line at `x`, from `top` down for `height` pixels."""

    form: str
    x: float
    top: float
    height: float

    @property
    def width(self) -> float:
        """Pixels from its left to its right."""
        return WIDTHS[self.form] * self.height

    @property
    def bottom(self) -> float:
        """The y of its lowest point."""
        return self.top + self.height

    @cached_property
    def columns(self) -> tuple[Array, Array, Array]:
        """The x, the upper and the lower edge of upright columns, closer to each other at both sides."""
        across = -np.cos(np.linspace(0.0, math.pi, COLUMNS))
        half = self.width / 2.0
        if self.form == "square":
            return array(self.x + half * across), np.full(COLUMNS, self.top), np.full(COLUMNS, self.bottom)
        middle = self.bottom - half
        rise = half * np.sqrt(np.maximum(0.0, 1.0 - across**2))
        upper = middle - rise
        if self.form == "drop":
            # The sides are tangents from the tip: they touch where the radius is at a right angle to them.
            touch = math.sqrt(1.0 - 1.0 / TIP**2)
            slope = (TIP - 1.0 / TIP) / touch
            upper = np.where(np.abs(across) < touch, middle - half * (TIP - slope * np.abs(across)), upper)
        return array(self.x + half * across), array(upper), array(middle + rise)

    @cached_property
    def outline(self) -> tuple[Array, Array]:
        """The x and y of its outline, once round."""
        x, upper, lower = self.columns
        return np.concatenate([x, x[::-1]]), np.concatenate([upper, lower[::-1]])

    @cached_property
    def _filled(self) -> tuple[Array, Array]:
        """Levels from the bottom up, and the share of the area that lies below each."""
        x, upper, lower = self.columns
        levels = np.linspace(self.bottom, self.top, ROWS)
        depths = np.clip(lower[None, :] - np.maximum(upper[None, :], levels[:, None]), 0.0, None)
        areas = ((depths[:, 1:] + depths[:, :-1]) / 2.0 * np.diff(x)).sum(axis=1)
        return levels, areas / areas[-1]

    def level(self, share: float) -> float:
        """The y up to which a share of the area, 0 to 1, fills it."""
        levels, shares = self._filled
        return float(np.interp(share, shares, levels))

    def chord(self, y: float) -> tuple[float, float]:
        """Where the level at `y` meets the sides."""
        x, upper, lower = self.columns
        inside = np.flatnonzero((upper <= y) & (y <= lower))
        if not inside.size:
            return self.x, self.x
        return float(x[inside[0]]), float(x[inside[-1]])
