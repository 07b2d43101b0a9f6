"""The page: the places that all slides share on one screen."""

from dataclasses import dataclass
from functools import cached_property

from kiosk.screen import Box, Screen

SQUARE = (0.85, 1.18)
"""The aspect ratios of screens that are about as wide as high."""


@dataclass(frozen=True)
class Page:
    """The places that all slides share on one screen: furniture, margins and baselines, in pixels."""

    screen: Screen

    @cached_property
    def is_square(self) -> bool:
        """Whether the screen is about as wide as high: neither side has room to give away."""
        return SQUARE[0] <= self.screen.width / self.screen.height <= SQUARE[1]

    @cached_property
    def is_portrait(self) -> bool:
        """Whether areas stand one below the other."""
        return self.screen.shape == "portrait" and not self.is_square

    @cached_property
    def has_header(self) -> bool:
        """Whether the furniture is a row on top instead of a spine at the left."""
        return self.is_portrait or self.is_square

    @cached_property
    def is_ultrawide(self) -> bool:
        """Whether title, chart and figures stand side by side."""
        return self.screen.shape == "ultrawide"

    @cached_property
    def is_narrow(self) -> bool:
        """Whether the screen is hardly wider than high."""
        return self.is_square or self.screen.shape == "classic"

    @cached_property
    def left(self) -> float:
        """The left edge of all text."""
        return self.screen.safe.left + (5 if self.is_square else 6 if self.is_portrait else 17) * self.screen.g

    @cached_property
    def right(self) -> float:
        """The right edge of all text."""
        return self.screen.safe.right - (5 if self.is_square else 6 if self.is_portrait else 8) * self.screen.g

    @cached_property
    def spine(self) -> float:
        """The x of the hairline between spine and page; 0 where there is no spine."""
        return 0.0 if self.has_header else self.screen.safe.left + 13 * self.screen.g

    @cached_property
    def header(self) -> float:
        """The y of the hairline between header and page; 0 where there is no header."""
        return self.screen.safe.top + (10 if self.is_square else 14) * self.screen.g if self.has_header else 0.0

    @cached_property
    def source(self) -> float:
        """The baseline of the source line and of the page number."""
        return self.screen.safe.bottom - (5 if self.is_square else 6) * self.screen.g

    @cached_property
    def title(self) -> float:
        """The baseline of the title's first line."""
        steps = 19.6 if self.is_square else {"portrait": 24.2, "ultrawide": 16.0}.get(self.screen.shape, 13.6)
        return self.screen.safe.top + steps * self.screen.g

    @cached_property
    def title_role(self) -> str:
        """The type size of the title."""
        return "banner" if self.is_ultrawide else "title"

    @cached_property
    def title_width(self) -> float:
        """The room for a line of the title."""
        if self.is_ultrawide:
            return self.screen.safe.left + self.screen.safe.width * 0.26 - self.left
        return self.right - self.left

    @cached_property
    def content(self) -> Box:
        """The room for charts and elements; axis labels stand in the 5 grid steps below it."""
        g, safe = self.screen.g, self.screen.safe
        if self.is_square:
            return Box.between(self.left, safe.top + 28.5 * g, self.right, safe.bottom - 15.5 * g)
        if self.is_portrait:
            return Box.between(self.left, safe.top + 35 * g, self.right, safe.bottom - 12 * g)
        if self.is_ultrawide:
            return Box.between(safe.left + safe.width * 0.307, safe.top + 7 * g, self.right, safe.bottom - 18 * g)
        return Box.between(self.left, safe.top + 22 * g, self.right, safe.bottom - 18 * g)

    @cached_property
    def foot(self) -> float:
        """Pixels for axis labels below the content."""
        return (2 if self.is_portrait else 5) * self.screen.g

    @cached_property
    def whole(self) -> Box:
        """The whole screen."""
        return Box(0.0, 0.0, float(self.screen.width), float(self.screen.height))
