"""Circles: parts of a whole as angles of a ring, uncovered clockwise from the top."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.charts.entries import highlighted
from kiosk.charts.shares import shares_of
from kiosk.layers import Layer, appearing, moving
from kiosk.marks import Array, Mark, Wedges, array
from kiosk.metrics import Metric
from kiosk.motion import Track
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.tally import Tally, size_for, writer
from kiosk.typesetting import LINE_PITCH, fitted_size, line, paragraph

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


@dataclass(frozen=True)
class Circle:
    """What both arrangements of a ring share: the parts as angles, and the sweep that uncovers them."""

    metrics: tuple[Metric, ...]
    is_whole: bool
    highlight: str
    setting: Setting

    @cached_property
    def shares(self) -> tuple[float, ...]:
        return shares_of(self.metrics, self.is_whole)

    @cached_property
    def starts(self) -> Array:
        return 360.0 * np.concatenate([np.zeros(1), np.cumsum(self.shares)[:-1]])

    @cached_property
    def spans(self) -> Array:
        return 360.0 * np.array(self.shares)

    @cached_property
    def warm(self) -> int | None:
        return highlighted(self.metrics, None, self.highlight)

    def color(self, index: int) -> str:
        return "warm" if index == self.warm else "cool"

    def wedges(self, x: float, y: float, outer: float) -> list[Layer]:
        """The unlit rest, if there is one, and the parts, uncovered clockwise from the top."""
        inner, layers = outer * (1.0 - THICKNESS), []
        gap = math.degrees(self.setting.screen.px(PART_GAP) / outer) if len(self.shares) > 1 else 0.0
        lit = float(self.spans.sum())
        if lit < 360.0 - 1e-6:
            # A faint full ring says from the start what the whole is.
            rest = Wedges(x, y, inner, outer, array([lit + gap / 2.0]), array([360.0 - lit - gap]), "dim")
            full = Wedges(x, y, inner, outer, array([0.0]), array([360.0]), "dim")
            layers.append(appearing(full if len(self.shares) == 1 else rest, 0.0, 0.5))
        # The same is taken from each part for the gaps, but never more than half of it.
        cut = np.minimum(gap, self.spans / 2.0)
        colors = tuple(self.color(index) for index in range(len(self.shares)))

        def sweep(progress: float) -> Mark:
            reached = np.clip(lit * progress - self.starts, 0.0, self.spans)
            span = np.minimum(np.maximum(reached - cut / 2.0, 0.0), self.spans - cut)
            return Wedges(x, y, inner, outer, array(self.starts + cut / 2.0), array(span), colors)

        return [*layers, moving(SWEEP, sweep)]

    def reached(self, index: int, progress: float) -> float:
        """How much of one part, 0 to 1, is uncovered."""
        if progress >= 1.0:
            return 1.0
        if self.spans[index] <= 0.0:
            return progress
        lit = float(self.spans.sum()) * progress
        return min(max((lit - float(self.starts[index])) / float(self.spans[index]), 0.0), 1.0)

    def centre_figure(
        self, metric: Metric, x: float, y: float, room: float, color: str, *, has_label: bool
    ) -> list[Layer]:
        """A figure in the middle of a hole `room` pixels wide, counting with the sweep."""
        setting, screen = self.setting, self.setting.screen
        write = writer(metric, setting.language, metric.number)
        size = size_for([write], screen, 0.8 * room, 0.34 * room, CENTRE_SIZES) or screen.size("small")
        tally = Tally(write, size, screen, color)
        small = screen.size("small")
        label = metric.name(setting.language, is_short=True) if has_label else ""
        lines = paragraph(
            label, x, 0.0, 0.66 * room, fitted_size(label, 0.66 * room, small, 0.8 * small), anchor="middle"
        )
        lines = lines[:2]
        height = tally.ink + (0.5 + LINE_PITCH * len(lines)) * small if lines else tally.ink
        baseline = y - height / 2.0 + tally.ink
        layers: list[Layer] = [moving(SWEEP, lambda progress: tally.at(progress, x, baseline, "middle"))]
        for number, text in enumerate(lines):
            run = text.runs[0]
            layers.append(
                appearing(
                    line(run.text, x, baseline + (1.4 + LINE_PITCH * number) * small, run.size, anchor="middle"),
                    WORDS_START,
                )
            )
        return layers
