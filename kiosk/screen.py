"""The screen: its size, its shape, and the unit that all sizes are fractions of."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Shape = Literal["wide", "classic", "portrait", "ultrawide"]

TYPE: dict[str, float] = {
    "small": 0.040,
    "label": 0.0566,
    "title": 0.080,
    "banner": 0.113,
    "medium": 0.226,
    "large": 0.4525,
}
"""Type sizes as fractions of the unit, in steps of the square root of two. Nothing is smaller than "small"."""


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels of the screen."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """The x of the centre line."""
        return self.left + self.width / 2.0

    @classmethod
    def between(cls, left: float, top: float, right: float, bottom: float) -> "Box":
        """The box with these four edges."""
        return cls(left, top, right - left, bottom - top)


@dataclass(frozen=True)
class Screen:
    """A screen of `width` by `height` pixels; `scale` enlarges all type where the farthest visitor asks for it.

    `safe_area` is the part of the unit that may be covered along every edge, by a frame or by the next panel of a wall.
    """

    width: int
    height: int
    scale: float = 1.0
    safe_area: float = 0.0

    @cached_property
    def u(self) -> float:
        """The unit: the shorter side in pixels."""
        return float(min(self.width, self.height))

    @cached_property
    def g(self) -> float:
        """The grid step, a ninetieth of the unit: 12 pixels on a screen of 1080 lines."""
        return self.u / 90.0

    @cached_property
    def shape(self) -> Shape:
        """Which arrangement suits the screen, by its aspect ratio."""
        aspect = self.width / self.height
        if aspect >= 2.2:
            return "ultrawide"
        if aspect >= 1.5:
            return "wide"
        return "classic" if aspect >= 1.0 else "portrait"

    @cached_property
    def safe(self) -> Box:
        """The part of the screen that is seen for certain: what has to be read stands in it."""
        edge = self.safe_area * self.u
        return Box.between(edge, edge, self.width - edge, self.height - edge)

    def px(self, length: float) -> float:
        """A length given in pixels of a screen of 1080 lines, in pixels of this one."""
        return length * self.u / 1080.0

    def size(self, role: str) -> float:
        """The type size of a role of `TYPE`, in whole pixels: fonts have no others."""
        return float(max(1, round(TYPE[role] * self.u * self.scale)))
