"""Parts: several shares of a whole as pieces of a ring, each with its figure and label outside."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from kiosk.charts.callouts import Callout, spread
from kiosk.charts.circle import SWEEP, THICKNESS, WORDS_START, Circle
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Array, Line, Mark, array
from kiosk.metrics import Metric
from kiosk.tally import DIGIT_INK, Tally, writer
from kiosk.typesetting import LINE_PITCH

TRIALS: tuple[tuple[float, str, float], ...] = (
    (1.0, "banner", 1.0),
    (1.0, "title", 1.0),
    (0.85, "title", 1.0),
    (0.7, "title", 1.0),
    (0.85, "label", 1.0),
    (0.85, "small", 1.0),
    (0.7, "small", 1.0),
    (0.7, "small", 0.8),
    (0.55, "small", 0.8),
)
"""Ways to make room for callouts, the best first: the share of the largest radius, the size of figures, that of labels."""


@dataclass(frozen=True)
class Parts(Circle):
    """Several parts: callouts at both sides of the ring or, on a narrow place, above and below it."""

    centre: Metric | None = None

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

    def callouts(
        self, widths: tuple[float, ...], role: str, *, is_inline: bool = False, scale: float = 1.0, most: int = 9
    ) -> tuple[Callout, ...]:
        """The callouts of all parts, as wide as the side they are on allows; labels in `scale` times the usual size."""
        setting, screen = self.setting, self.setting.screen
        writers = [writer(metric, setting.language, metric.number) for metric in self.metrics]
        beside = max(Tally(write, screen.size(role), screen).width for write in writers) if is_inline else 0.0
        label_size = float(round(scale * screen.size("label" if role == "banner" and not self.is_tall else "small")))
        return tuple(
            Callout(
                write, metric.name(setting.language, is_short=self.is_tall), screen.size(role), label_size,
                widths[index in self.sides[1]], screen, "warm" if index == self.warm else "text",
                index == self.warm and scale == 1.0, beside, most,
            )
            for index, (metric, write) in enumerate(zip(self.metrics, writers, strict=True))
        )  # fmt: skip

    @cached_property
    def outer(self) -> float:
        """The outer radius of the ring."""
        return self.fitted[0]

    @cached_property
    def fitted(self) -> tuple[float, tuple[Callout, ...]]:
        """The ring's radius and the callouts: the first of `TRIALS` in which all callouts have room."""
        box = self.setting.box
        largest = min(0.5 * box.width, 0.24 * box.height) if self.is_tall else min(0.5 * box.height, 0.24 * box.width)
        for share, role, scale in TRIALS:
            for widths in self.widths(share * largest):
                for is_inline in (False, True) if role == "small" and not self.is_tall else (False,):
                    made = self.callouts(widths, role, is_inline=is_inline, scale=scale)
                    if self.has_room(made, share * largest):
                        return share * largest, made
        outer = 0.7 * largest
        most = max(len(side) for side in self.sides)
        room = box.height / 2.0 - outer if self.is_tall else box.height / most
        small = self.setting.screen.size("small")
        lines = max(1, int((room - 2.6 * small) / (0.8 * LINE_PITCH * small)))
        return outer, self.callouts(self.widths(outer)[-1], "small", scale=0.8, most=lines)

    def has_room(self, callouts: tuple[Callout, ...], outer: float) -> bool:
        """Whether callouts fit beside, or above and below, a ring of that radius."""
        box, g = self.setting.box, self.setting.screen.g
        if not all(each.is_fitting for each in callouts):
            return False
        if self.is_tall:
            return all(each.height <= box.height / 2.0 - outer - 5 * g for each in callouts)
        return all(
            sum(callouts[index].height for index in side) + 1.2 * g * (len(side) - 1) <= box.height
            for side in self.sides
        )

    @cached_property
    def made(self) -> tuple[Callout, ...]:
        """The callouts in the order of the metrics."""
        return self.fitted[1]

    def widths(self, outer: float) -> tuple[tuple[float, ...], ...]:
        """The widths that labels on each side may take, the best first."""
        box, g = self.setting.box, self.setting.screen.g
        if self.is_tall:
            return (tuple((box.width - 2 * g * (len(side) - 1)) / max(len(side), 1) for side in self.sides),)
        room = box.width / 2.0 - outer - 5 * g
        return ((min(room, 42 * g),) * 2, (room,) * 2)

    def placed(self) -> Placed:
        box = self.setting.box
        x, y = box.middle, box.top + box.height / 2.0
        layers = self.wedges(x, y, self.outer)
        if self.centre is not None:
            room = 2 * self.outer * (1.0 - THICKNESS)
            layers += self.centre_figure(self.centre, x, y, room, "text", has_label=True)
        for side, is_first in zip(self.sides, (True, False), strict=True):
            layers += self.stacked(side, x, y, is_first) if self.is_tall else self.beside(side, x, y, is_first)
        return Placed(tuple(layers))

    def beside(self, side: tuple[int, ...], x: float, y: float, is_right: bool) -> list[Layer]:
        box, g, outer = self.setting.box, self.setting.screen.g, self.outer
        made = [self.made[index] for index in side]
        wanted = [
            y - 1.06 * outer * math.cos(self.middles[index]) - each.tally.ink / 2.0
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
        wanted = [
            x + outer * math.sin(self.middles[index]) - each.extent / 2.0
            for index, each in zip(side, made, strict=True)
        ]
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
