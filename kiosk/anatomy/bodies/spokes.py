"""Spokes: axes about one middle, as long as the words at their ends allow."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.anatomy.words.callouts import spread
from kiosk.anatomy.words.captions import fits, shortened
from kiosk.marks import Array, array
from kiosk.numbers import Written
from kiosk.screen import Box, Screen
from kiosk.tally import DIGIT_INK, Tally
from kiosk.typeface import advance, balanced
from kiosk.typesetting import LINE_PITCH

RADII = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46)
"""Radii to try, as shares of the largest, until all names have room beside them."""
AXIS_GAP = 1.6
"""Grid steps from the end of an axis to its words."""
FIGURE_GAP = 0.5
"""Between the figures of an axis, in em."""
MIDDLE = 0.16
"""Sines of the angles below which an axis counts as upright."""
UNBROKEN = 4.0
"""Names up to so many em are not broken."""


@dataclass(frozen=True)
class SpokeWords:
    """The words at the end of one axis: lines of its name, and its figures below it or, inline, behind it."""

    lines: tuple[str, ...]
    tallies: tuple[Tally, ...]
    size: float
    is_inline: bool

    @property
    def figures_width(self) -> float:
        """The width of the figures."""
        if not self.tallies:
            return 0.0
        gaps = FIGURE_GAP * self.tallies[0].size * (len(self.tallies) - 1)
        return sum(tally.width for tally in self.tallies) + gaps

    @property
    def name_width(self) -> float:
        """The width of the name."""
        return max((advance(line) for line in self.lines), default=0.0) * self.size

    @property
    def width(self) -> float:
        """Pixels from the left to the right."""
        if self.is_inline and self.tallies:
            return self.name_width + FIGURE_GAP * self.size + self.figures_width
        return max(self.name_width, self.figures_width)

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the foot of the figures."""
        name = LINE_PITCH * self.size * len(self.lines)
        if not self.tallies:
            return name
        figure = DIGIT_INK * self.tallies[0].size
        return max(name, figure) if self.is_inline else name + figure + 0.1 * self.size


Plan = tuple[float, tuple[SpokeWords, ...], tuple[float, ...]]
"""How long the axes are, the words of each, and the tops of these."""


@dataclass(frozen=True)
class Spokes:
    """Named axes in a room, each with figures of given colours, or with none where there is no room for them.

    Those that stand `astride` leave the top and the foot free.
    """

    names: tuple[str, ...]
    writers: tuple[tuple[Callable[[float], Written], ...], ...]
    colors: tuple[str, ...]
    room: Box
    screen: Screen
    name_size: float
    figure_size: float
    is_astride: bool

    @cached_property
    def angles(self) -> Array:
        """The angles of the axes, clockwise from the top, in radians.

        The first points upwards; an even number of axes astride begins half a step further.
        """
        count = len(self.names)
        shift = 0.5 if self.is_astride and count % 2 == 0 else 0.0
        return array(2.0 * math.pi * (np.arange(count) + shift) / count)

    @cached_property
    def sides(self) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        """The axes that point upwards or downwards, to the right, and to the left, each from the top."""
        across = np.sin(self.angles)
        order = [int(index) for index in np.argsort(-np.cos(self.angles), kind="stable")]
        return (
            tuple(index for index in order if abs(across[index]) < MIDDLE),
            tuple(index for index in order if across[index] >= MIDDLE),
            tuple(index for index in order if across[index] <= -MIDDLE),
        )

    @property
    def plan(self) -> Plan:
        """The radius, the words and their tops: the largest radius at which all names have room."""
        return self._planned[0]

    @property
    def is_whole(self) -> bool:
        """Whether all words have room."""
        return self._planned[1]

    @cached_property
    def _planned(self) -> tuple[Plan, bool]:
        room = self.room
        most = (room.height - self.above - self.below) / (self.highest + self.lowest)
        tried: Plan | None = None
        most = max(most, 1.0)
        for share in RADII:
            radius = share * min(most, 0.46 * room.width)
            for lines in (1, 2, 3):
                tried, is_whole = self.tried(radius, lines)
                if is_whole:
                    return tried, True
        assert tried is not None
        return tried, False

    @cached_property
    def highest(self) -> float:
        """How far the highest axis reaches up, as a share of its length."""
        return float(np.cos(self.angles).max())

    @cached_property
    def lowest(self) -> float:
        """How far the lowest axis reaches down, as a share of its length."""
        return float(-np.cos(self.angles).min())

    @cached_property
    def above(self) -> float:
        """Pixels above the axes: for words, if one points upwards."""
        return self._end(1.0)

    @cached_property
    def below(self) -> float:
        """Pixels below the axes: for words, if one points downwards."""
        return self._end(-1.0)

    def _end(self, sign: float) -> float:
        upright = [index for index in self.sides[0] if sign * math.cos(self.angles[index]) > 0.0]
        height = max((self.label(index, 1e9, 1, is_inline=True).height for index in upright), default=0.0)
        return height + AXIS_GAP * self.screen.g

    def middle(self, radius: float) -> tuple[float, float]:
        """The middle of all axes."""
        room = self.room
        used = self.above + self.below + radius * (self.highest + self.lowest)
        return room.middle, room.top + self.above + radius * self.highest + max(0.0, room.height - used) / 2.0

    def tried(self, radius: float, lines: int) -> tuple[Plan, bool]:
        """The words about axes of that length, with names of so many lines, and whether all have room."""
        room, g = self.room, self.screen.g
        x, y = self.middle(radius)
        reach = radius + AXIS_GAP * g
        made: list[SpokeWords | None] = [None] * len(self.names)
        tops = [0.0] * len(self.names)
        is_whole = True
        for index in self.sides[0]:
            made[index] = label = self.label(index, room.width, 1, is_inline=True)
            tops[index] = y - reach - label.height if math.cos(self.angles[index]) > 0.0 else y + reach
            is_whole = is_whole and label.width <= room.width
        for side in self.sides[1:]:
            width = {index: self._side_room(index, x, reach) for index in side}
            labels = {index: self.label(index, width[index], lines) for index in side}
            wanted = [
                y
                - reach * math.cos(self.angles[index])
                - (1.0 + self.lean * math.cos(self.angles[index])) * labels[index].height / 2.0
                for index in side
            ]
            heights = [labels[index].height for index in side]
            low = y - reach if self.above > AXIS_GAP * g else room.top
            high = y + reach if self.below > AXIS_GAP * g else room.bottom
            is_whole = is_whole and sum(heights) + 0.6 * g * (len(side) - 1) <= high - low
            for index, top in zip(side, spread(wanted, heights, low, high, 0.8 * g), strict=True):
                made[index], tops[index] = labels[index], top
                # A short name is not broken, not even between two characters.
                least = min(advance(self.names[index]), UNBROKEN) * labels[index].size
                is_whole = is_whole and least <= width[index]
                is_whole = is_whole and fits(self.names[index], width[index], labels[index].size, lines)
                across = self.breadth(radius, top - y, top - y + labels[index].height) + AXIS_GAP * g
                is_whole = is_whole and across + labels[index].width <= self.half_room(index, x)
        return (radius, tuple(label for label in made if label is not None), tuple(tops)), is_whole

    @property
    def lean(self) -> float:
        """How much words stand above the upper ends of axes and below the lower ones; beside them if they stand astride."""
        return 1.0 if self.sides[0] else 0.3

    def _side_room(self, index: int, x: float, reach: float) -> float:
        """The width that words have beside the end of an axis."""
        return self.half_room(index, x) - reach * abs(math.sin(self.angles[index]))

    def half_room(self, index: int, x: float) -> float:
        """The width of the room at the side of the middle that an axis points to."""
        return self.room.right - x if math.sin(self.angles[index]) > 0.0 else x - self.room.left

    def label(self, index: int, width: float, most: int, *, is_inline: bool = False) -> SpokeWords:
        """The words of an axis in lines of `width` pixels."""
        small = self.name_size
        tallies = tuple(
            Tally(write, self.figure_size, self.screen, ink)
            for write, ink in zip(self.writers[index] if self.writers else (), self.colors, strict=False)
        )
        name = self.names[index]
        if is_inline:
            used = SpokeWords((), tallies, small, True).width
            return SpokeWords(shortened(name, max(small, width - used), small, 1), tallies, small, True)
        width = max(width, small)
        whole = fits(name, width, small, most)
        lines = balanced(name, width / small) if whole else shortened(name, width, small, most)
        return SpokeWords(lines, tallies, small, False)

    def breadth(self, radius: float, top: float, bottom: float) -> float:
        """How far the axes and what joins their ends reach to the side between two levels, seen from the middle."""
        right = np.flatnonzero(np.sin(self.angles) >= -1e-9)
        order = right[np.argsort(-np.cos(self.angles[right]), kind="stable")]
        levels, reach = -radius * np.cos(self.angles[order]), radius * np.sin(self.angles[order])
        within = reach[(levels >= top) & (levels <= bottom)]
        ends = np.interp([top, bottom], levels, reach)
        return float(max([*ends, *within]))
