"""Ring: parts of a whole as pieces of a ring, each with its figure beside it."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.charts.callouts import Callout, spread
from kiosk.charts.captions import fits
from kiosk.charts.entries import check_highlight, highlighted
from kiosk.charts.shares import check_shares, shares_of
from kiosk.charts.tally import DIGIT_INK, Tally, size_for, writer
from kiosk.kind import Kind, MetricRef
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Array, Line, Mark, Wedges, array
from kiosk.metrics import Metric
from kiosk.motion import Track
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.typesetting import LINE_PITCH, fitted_size, line, paragraph

SWEEP = Track(0.4, 1.6)
WORDS_START = 1.6
THICKNESS = 0.24
"""The width of the ring as a share of its outer radius."""

PART_GAP = 6.0
CENTRE_SIZES: tuple[float, ...] = (0.320, TYPE["medium"], 0.160, TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])


class Ring(Kind):
    """Parts of a whole. One metric alone is a ring that fills, with its figure in the middle."""

    metrics: Annotated[
        tuple[MetricRef, ...],
        Field(min_length=1, max_length=8, description="shares in % or as fractions; or figures of one unit, with whole: true"),
    ]
    whole: Annotated[
        bool, Field(description="whether the metrics together are the whole; otherwise the rest of the ring stays unlit")
    ] = False
    highlight: Annotated[
        str, Field(description="the one part in the warm colour: first, last, greatest, least, none, or the name of a metric")
    ] = "first"
    centre: Annotated[MetricRef | None, Field(description="a figure in the middle, such as the whole")] = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_shares(self.metrics, self.whole)
        check_highlight(self.metrics, None, self.highlight)
        if self.whole and len(self.metrics) == 1:
            raise PydanticCustomError("ring_one", "one figure is no division of a whole: name the other parts too")
        return self

    def place(self, setting: Setting) -> Placed:
        if len(self.metrics) == 1 and self.centre is None:
            return _Progress(self, setting).placed()
        return _Parts(self, setting).placed()


@dataclass(frozen=True)
class _Circle:
    """What both arrangements share: the parts as angles, and the sweep that uncovers them."""

    kind: Ring
    setting: Setting

    @cached_property
    def shares(self) -> tuple[float, ...]:
        return shares_of(self.kind.metrics, self.kind.whole)

    @cached_property
    def starts(self) -> Array:
        return 360.0 * np.concatenate([np.zeros(1), np.cumsum(self.shares)[:-1]])

    @cached_property
    def spans(self) -> Array:
        return 360.0 * np.array(self.shares)

    @cached_property
    def warm(self) -> int | None:
        return highlighted(self.kind.metrics, None, self.kind.highlight)

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

    def centre_figure(self, metric: Metric, x: float, y: float, room: float, color: str, *, has_label: bool) -> list[Layer]:
        """A figure in the middle of a hole `room` pixels wide, counting with the sweep."""
        setting, screen = self.setting, self.setting.screen
        write = writer(metric, setting.language, metric.number)
        size = size_for([write], screen, 0.8 * room, 0.34 * room, CENTRE_SIZES) or screen.size("small")
        tally = Tally(write, size, screen, color)
        small = screen.size("small")
        label = metric.name(setting.language, is_short=True) if has_label else ""
        lines = paragraph(label, x, 0.0, 0.66 * room, fitted_size(label, 0.66 * room, small, 0.8 * small), anchor="middle")
        lines = lines[:2]
        height = tally.ink + (0.5 + LINE_PITCH * len(lines)) * small if lines else tally.ink
        baseline = y - height / 2.0 + tally.ink
        layers: list[Layer] = [
            moving(SWEEP, lambda progress: tally.at(progress, x, baseline, "middle", min(1.0, 6.0 * progress)))
        ]
        for number, text in enumerate(lines):
            run = text.runs[0]
            layers.append(
                appearing(line(run.text, x, baseline + (1.4 + LINE_PITCH * number) * small, run.size, anchor="middle"), WORDS_START)
            )
        return layers


@dataclass(frozen=True)
class _Progress(_Circle):
    """One share: the ring with the figure in it, the label beside it, or below it on a narrow place."""

    def placed(self) -> Placed:
        box, screen, metric = self.setting.box, self.setting.screen, self.kind.metrics[0]
        g, size, label = screen.g, screen.size("label"), metric.name(self.setting.language)
        is_below = box.height > 0.9 * box.width
        if is_below:
            lines = paragraph(label, box.left, 0.0, box.width, size)
            outer = min(box.width, box.height - (1.0 + LINE_PITCH * len(lines)) * size) / 2.0
            x, first = box.left + outer, box.top + 2 * outer + 1.9 * size
            left, width = box.left, box.width
        else:
            outer = min(box.height, 0.6 * box.width) / 2.0
            x, left = box.left + outer, box.left + 2 * outer + 5 * g
            width = box.right - left
            size = screen.size("title") if fits(label, width, screen.size("title"), 3) else size
            lines = paragraph(label, left, 0.0, width, size)
            first = box.top + outer + 0.36 * size - (len(lines) - 1) * LINE_PITCH * size / 2.0
        y = box.top + outer
        layers = self.wedges(x, y, outer)
        layers += self.centre_figure(metric, x, y, 2 * outer * (1.0 - THICKNESS), self.color(0), has_label=False)
        layers += [appearing(mark, WORDS_START) for mark in paragraph(label, left, first, width, size)]
        return Placed(tuple(layers))


@dataclass(frozen=True)
class _Side:
    """Callouts on one side of the ring: which parts, and where their middles would like to be."""

    parts: tuple[int, ...]
    wanted: tuple[float, ...]


@dataclass(frozen=True)
class _Parts(_Circle):
    """Several parts: callouts at both sides of the ring or, on a narrow place, above and below it."""

    @cached_property
    def is_tall(self) -> bool:
        return self.setting.box.height > 1.15 * self.setting.box.width

    @cached_property
    def middles(self) -> Array:
        """The middle angle of each part, clockwise from the top, in radians."""
        return np.radians(self.starts + self.spans / 2.0)

    @cached_property
    def sides(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The parts at the right and the left or, on a narrow place, above and below."""
        away = np.cos(self.middles) if self.is_tall else np.sin(self.middles)
        along = np.sin(self.middles) if self.is_tall else -np.cos(self.middles)
        order = [int(index) for index in np.argsort(along, kind="stable")]
        return (
            tuple(index for index in order if away[index] >= 0.0),
            tuple(index for index in order if away[index] < 0.0),
        )

    def callouts(self, width: float, role: str, *, is_inline: bool = False) -> tuple[Callout, ...]:
        setting, screen = self.setting, self.setting.screen
        writers = [writer(metric, setting.language, metric.number) for metric in self.kind.metrics]
        beside = max(Tally(write, screen.size(role), screen).width for write in writers) if is_inline else 0.0
        label_size = screen.size("label" if role == "banner" and not self.is_tall else "small")
        return tuple(
            Callout(
                write, metric.name(setting.language, is_short=self.is_tall), screen.size(role), label_size, width, screen,
                "warm" if index == self.warm else "text", index == self.warm, beside,
            )
            for index, (metric, write) in enumerate(zip(self.kind.metrics, writers, strict=True))
        )  # fmt: skip

    @cached_property
    def outer(self) -> float:
        box = self.setting.box
        if self.is_tall:
            return min(0.5 * box.width, 0.24 * box.height)
        return min(0.5 * box.height, (0.24 if self.setting.screen.shape != "classic" else 0.21) * box.width)

    @cached_property
    def made(self) -> tuple[Callout, ...]:
        box, g = self.setting.box, self.setting.screen.g
        made: tuple[Callout, ...] = ()
        for role in ("banner", "title", "label", "small"):
            for width in self.widths:
                made = self.callouts(width, role)
                if self.is_tall:
                    room = box.height / 2.0 - self.outer - 4 * g
                    is_fitting = all(each.height <= room for each in made)
                else:
                    is_fitting = all(
                        sum(made[index].height for index in side) + 2 * g * (len(side) - 1) <= box.height for side in self.sides
                    )
                if is_fitting and all(each.is_fitting for each in made):
                    return made
        return made if self.is_tall else self.callouts(self.widths[-1], "small", is_inline=True)

    @property
    def widths(self) -> tuple[float, ...]:
        """The widths that labels may take, the best first."""
        box, g = self.setting.box, self.setting.screen.g
        if self.is_tall:
            most = max(len(side) for side in self.sides)
            return ((box.width - 2 * g * (most - 1)) / max(most, 1),)
        room = box.width / 2.0 - self.outer - 5 * g
        return (min(room, 42 * g), room)

    def placed(self) -> Placed:
        box = self.setting.box
        x, y = box.middle, box.top + box.height / 2.0
        layers = self.wedges(x, y, self.outer)
        if self.kind.centre is not None:
            room = 2 * self.outer * (1.0 - THICKNESS)
            layers += self.centre_figure(self.kind.centre, x, y, room, "text", has_label=True)
        for side, is_first in zip(self.sides, (True, False), strict=True):
            layers += self.stacked(side, x, y, is_first) if self.is_tall else self.beside(side, x, y, is_first)
        return Placed(tuple(layers))

    def beside(self, side: tuple[int, ...], x: float, y: float, is_right: bool) -> list[Layer]:
        box, g, outer = self.setting.box, self.setting.screen.g, self.outer
        made = [self.made[index] for index in side]
        wanted = [
            y - 1.06 * outer * math.cos(self.middles[index]) + (each.height - each.tally.ink) / 2.0
            for index, each in zip(side, made, strict=True)
        ]
        tops = spread(wanted, [each.height for each in made], box.top, box.bottom, 2 * g)
        sign: Literal[1, -1] = 1 if is_right else -1
        layers: list[Layer] = []
        for index, each, top in zip(side, made, tops, strict=True):
            text_x = x + sign * (outer + 5 * g)
            level = top + DIGIT_INK * each.size / 2.0
            layers.append(self.leader(index, x, y, (text_x - sign * 1.0 * g, level), (text_x - sign * 3.0 * g, level)))
            layers += self.words(index, each, text_x, top, "start" if is_right else "end")
        return layers

    def stacked(self, side: tuple[int, ...], x: float, y: float, is_above: bool) -> list[Layer]:
        box, g, outer = self.setting.box, self.setting.screen.g, self.outer
        made = [self.made[index] for index in side]
        wanted = [x + outer * math.sin(self.middles[index]) for index in side]
        lefts = spread(wanted, [each.extent for each in made], box.left, box.right, 2 * g)
        layers: list[Layer] = []
        for index, each, left in zip(side, made, lefts, strict=True):
            middle = left + each.extent / 2.0
            if is_above:
                top = y - outer - 5 * g - each.height
                layers.append(self.leader(index, x, y, (middle, top + each.height + 0.6 * g), None))
            else:
                top = y + outer + 5 * g
                layers.append(self.leader(index, x, y, (middle, top - 1.0 * g), None))
            layers += self.words(index, each, middle, top, "middle")
        return layers

    def leader(
        self, index: int, x: float, y: float, end: tuple[float, float], bend: tuple[float, float] | None
    ) -> Layer:
        """A thin line from the outer edge of a part to its callout."""
        angle, reach = float(self.middles[index]), self.outer + self.setting.screen.px(6.0)
        begin = (x + reach * math.sin(angle), y - reach * math.cos(angle))
        points = [begin, *([bend] if bend else []), end]
        mark = Line(
            array([point[0] for point in points]), array([point[1] for point in points]), self.color(index),
            self.setting.screen.px(3.0), 0.8, cap="flat",
        )  # fmt: skip
        return appearing(mark, WORDS_START)

    def words(
        self, index: int, callout: Callout, x: float, top: float, anchor: Literal["start", "middle", "end"]
    ) -> list[Layer]:
        """A figure that counts while its part is uncovered, and its label."""
        baseline = top + callout.tally.ink

        def count(progress: float) -> Mark:
            share = self.reached(index, progress)
            return callout.tally.at(share, x, baseline, anchor, min(1.0, 4.0 * share))

        labels = callout.label_marks(x, top, anchor)
        return [moving(SWEEP, count), *(appearing(mark, WORDS_START) for mark in labels)]
