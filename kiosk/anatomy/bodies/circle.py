"""Circles: parts of a whole as angles of a ring, uncovered clockwise from the top."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.values.slices import Slice
from kiosk.anatomy.words.captions import shortened
from kiosk.layers import Layer, appearing, moving, moving_together
from kiosk.marks import Array, Mark, Wedges, array
from kiosk.motion import Track
from kiosk.numbers import Written
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.tally import Tally, size_for
from kiosk.typesetting import LINE_PITCH, line

GROUND = Track(0.0, 0.4)
SWEEP = Track(0.4, 1.6)
WORDS_START = 1.6
THICKNESS = 0.24
"""The width of the ring as a share of its outer radius."""

PART_GAP = 6.0
CENTRE_SIZES: tuple[float, ...] = (
    0.320,
    TYPE["medium"],
    0.160,
    TYPE["banner"],
    TYPE["title"],
    TYPE["label"],
    TYPE["small"],
)

ALONE = 0.88
"""The part of the diameter of a hole that a figure without a label may take."""


@dataclass(frozen=True)
class Centre:
    """A figure in the middle of a circle, such as the whole, with its label."""

    write: Callable[[float], Written]
    label: str


@dataclass(frozen=True)
class Circle:
    """What all arrangements of a circle share: the parts as angles, and the sweep that uncovers them.

    `hole`: the radius of its hole as a share of the outer one; 0 for a pie.
    """

    slices: tuple[Slice, ...]
    setting: Setting
    hole: float = 1.0 - THICKNESS

    @cached_property
    def shares(self) -> tuple[float, ...]:
        return tuple(each.share for each in self.slices)

    @cached_property
    def starts(self) -> Array:
        return 360.0 * np.concatenate([np.zeros(1), np.cumsum(self.shares)[:-1]])

    @cached_property
    def spans(self) -> Array:
        return 360.0 * np.array(self.shares)

    def wedges(self, x: float, y: float, outer: float) -> list[Layer]:
        """The unlit rest, if there is one, and the parts, uncovered clockwise from the top."""
        inner, layers = outer * self.hole, []
        # What fills the circle alone has no neighbour to be parted from.
        is_parted = len(self.shares) > 1 and max(self.shares) < 1.0 - 1e-9
        gap = math.degrees(self.setting.screen.px(PART_GAP) / outer) if is_parted else 0.0
        lit = float(self.spans.sum())
        if lit < 360.0 - 1e-6:
            # A faint full ring says from the start what the whole is.
            rest = Wedges(x, y, inner, outer, array([lit + gap / 2.0]), array([360.0 - lit - gap]), "dim")
            full = Wedges(x, y, inner, outer, array([0.0]), array([360.0]), "dim")
            layers.append(appearing(full if len(self.shares) == 1 else rest, 0.0, 0.5))
        if len(self.shares) > 1:
            layers.append(moving_together((GROUND, SWEEP), lambda t: self.ground(x, y, outer, t)))
        # The same is taken from each part for the gaps, but never more than half of it.
        cut = np.minimum(gap, self.spans / 2.0)
        colors = tuple(each.color for each in self.slices)
        keys = tuple(each.key for each in self.slices)

        def sweep(progress: float) -> Mark:
            reached = np.clip(lit * progress - self.starts, 0.0, self.spans)
            span = np.minimum(np.maximum(reached - cut / 2.0, 0.0), self.spans - cut)
            return Wedges(x, y, inner, outer, array(self.starts + cut / 2.0), array(span), colors, keys=keys)

        return [*layers, moving(SWEEP, sweep)]

    def ground(self, x: float, y: float, outer: float, t: float) -> Mark:
        """What is not uncovered yet, faintly: it says from the start how large the circle will be."""
        begin, end = float(self.spans.sum()) * SWEEP.at(t), float(self.spans.sum())
        return Wedges(
            x, y, outer * self.hole, outer, array([begin]), array([end - begin]), "hair", GROUND.at(t)
        )  # fmt: skip

    def reached(self, index: int, progress: float) -> float:
        """How much of one part, 0 to 1, is uncovered."""
        if progress >= 1.0:
            return 1.0
        if self.spans[index] <= 0.0:
            return progress
        lit = float(self.spans.sum()) * progress
        return min(max((lit - float(self.starts[index])) / float(self.spans[index]), 0.0), 1.0)

    def centre_figure(self, centre: Centre, x: float, y: float, room: float, color: str, key: str = "") -> list[Layer]:
        """A figure in the middle of a hole `room` pixels wide, counting with the sweep."""
        screen = self.setting.screen
        # A figure without a label has the broadest place of the hole for itself.
        width = 0.8 * room if centre.label else ALONE * room
        size = size_for([centre.write], screen, width, 0.34 * room, CENTRE_SIZES) or screen.size("small")
        tally = Tally(centre.write, size, screen, color)
        small = screen.size("small")
        if tally.width > 0.92 * room:
            return []
        lines = shortened(centre.label, 0.66 * room, small, 2)
        # A label that would stand on the ring is left out: the figure alone is the greater part.
        if tally.ink + (0.5 + LINE_PITCH * len(lines)) * small > 0.8 * room:
            lines = ()
        height = tally.ink + (0.5 + LINE_PITCH * len(lines)) * small if lines else tally.ink
        baseline = y - height / 2.0 + tally.ink
        layers: list[Layer] = [
            moving(SWEEP, lambda progress: replace(tally.at(progress, x, baseline, "middle"), key=key))
        ]
        for number, text in enumerate(lines):
            first = baseline + (1.4 + LINE_PITCH * number) * small
            layers.append(appearing(line(text, x, first, small, anchor="middle"), WORDS_START))
        return layers
