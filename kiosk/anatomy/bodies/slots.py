"""Slots: places side by side along a baseline, upwards as columns or across as rows, with their labels and a scale of values.

What stands in them, bars, stacks or dots on stems, says only where in its slot it is and from which value to which it reaches.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np

from kiosk.anatomy.geometry.axis import BELOW_LABEL, GROUND, MIDDLE, Gauge, Scale, baseline_layer
from kiosk.anatomy.words.captions import (
    CAPTIONS_START,
    CAPTIONS_TIME,
    Captions,
    captions,
    fits,
    label_plan,
    shortened,
    thinned,
)
from kiosk.kind import Datum
from kiosk.layers import Layer, appearing, moving
from kiosk.marks import Array, Bars, Line, Mark, Run, Text, array
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.tally import Tally
from kiosk.typeface import advance
from kiosk.typesetting import LINE_PITCH

SPACIOUS = 15
"""The width of a slot, in grid steps, from which everything in it begins at one edge instead of being centred."""
LABEL_SHARE, WIDEST_SHARE = 0.36, 0.56
"""The part of the width that labels before rows may take."""
LEAST_ROW = 1.12
"""The height of a row, in em of the small type, from which every row has its label."""


@dataclass(frozen=True)
class Slots:
    """Slots in a box, less `head` pixels at its top and `side` at its right.

    Between the ends of the scale and the edges `before` and `after` pixels stay free for figures. `warm`: the places whose
    label is the point. `keys`: what each label stands for. `label_stop`: pixels at the right that labels above rows keep
    free. `label_share`: the part of the width that labels before rows may take. `least_row`: the height of a row, in em,
    that is enough for its label.
    """

    setting: Setting
    labels: tuple[str, ...]
    span: tuple[float, float]
    datum: Datum
    is_upward: bool
    is_ordered: bool = False
    warm: tuple[int, ...] = ()
    before: float = 0.0
    after: float = 0.0
    head: float = 0.0
    side: float = 0.0
    has_gauge: bool = False
    keys: tuple[str, ...] = ()
    label_stop: float = 0.0
    label_share: float = LABEL_SHARE
    least_row: float = LEAST_ROW

    @cached_property
    def box(self) -> Box:
        """The room for slots, labels and gauge."""
        box = self.setting.box
        return Box.between(box.left, box.top + self.head, box.right - self.side, box.bottom)

    @cached_property
    def gauge(self) -> Gauge | None:
        """The scale of values, where it is shown."""
        return Gauge(self.setting, *self.span, self.datum) if self.has_gauge else None

    @cached_property
    def left(self) -> float:
        """Where the baseline of columns begins."""
        gauge = self.gauge if self.is_upward else None
        return self.box.left + (gauge.width + self.setting.screen.g if gauge else 0.0)

    @cached_property
    def bottom(self) -> float:
        """The foot of rows: a gauge below them takes what the foot of the box leaves short."""
        size = self.setting.screen.size("small")
        return self.box.bottom - (max(0.0, 1.7 * size - self.setting.foot) if self.gauge else 0.0)

    @cached_property
    def pitch(self) -> float:
        """From one slot to the next in pixels."""
        length = self.box.right - self.left if self.is_upward else self.bottom - self.box.top
        return length / len(self.labels)

    @cached_property
    def is_spacious(self) -> bool:
        """Whether everything in a slot begins at one edge; in narrow ones it is centred."""
        return self.is_upward and self.pitch >= SPACIOUS * self.setting.screen.g

    @cached_property
    def is_roomy(self) -> bool:
        """Whether every row has room for its label."""
        return self.is_upward or self.pitch >= self.least_row * self.setting.screen.size("small")

    @cached_property
    def is_above(self) -> bool:
        """Whether the labels of rows stand above them: where rows are few, the screen narrow or a label too long."""
        screen, count = self.setting.screen, len(self.labels)
        if self.is_upward or self.pitch < 2.6 * screen.size("small"):
            return False
        if count <= 2 or screen.shape == "portrait":
            return True
        room = self.label_share * self.box.width
        return not all(fits(label, room, screen.size("small"), 2) for label in self.labels)

    @property
    def label_room(self) -> float:
        """The greatest width of the label of a row."""
        return self.box.width - self.label_stop if self.is_above else self.row_share * self.box.width

    @cached_property
    def row_share(self) -> float:
        """The part of the width that labels before rows may take: more than is theirs where they would be cut."""
        small = self.setting.screen.size("small")
        room, lines = self.label_share * self.box.width, max(1, int(0.95 * self.pitch / (LINE_PITCH * small)))
        is_enough = all(fits(label, room, small, lines) for label in self.labels)
        return self.label_share if is_enough else max(self.label_share, WIDEST_SHARE)

    @cached_property
    def plan(self) -> tuple[float, int]:
        """The size of the labels of rows and the lines they may have."""
        least = LINE_PITCH * self.setting.screen.size("small") if self.is_roomy else 0.0
        height = 0.4 * self.pitch if self.is_above else max(0.95 * self.pitch, least)
        return label_plan(self.labels, self.warm, self.label_room, height, self.setting.screen)[:2]

    @cached_property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The lines of every label of rows."""
        size, most = self.plan
        return tuple(
            shortened(label, self.label_room, size, most, 700 if index in self.warm else 400)
            for index, label in enumerate(self.labels)
        )

    @cached_property
    def label_width(self) -> float:
        """The width of the labels before rows, with the gap to the baseline."""
        if self.is_upward or self.is_above:
            return 0.0
        widest = max((advance(line, 700) for lines in self.lines for line in lines), default=0.0)
        return widest * self.plan[0] + 2.0 * self.setting.screen.g

    @cached_property
    def label_height(self) -> float:
        """The height of the label above a row."""
        if not self.is_above:
            return 0.0
        return (0.12 + LINE_PITCH * max(len(lines) for lines in self.lines)) * self.plan[0]

    def extent(self, index: int) -> float:
        """How far to the right a label above a row reaches."""
        widest = max((advance(line, 700) for line in self.lines[index]), default=0.0)
        return self.box.left + widest * self.plan[0]

    @cached_property
    def room(self) -> float:
        """Pixels across a slot for what stands in it."""
        return self.pitch - self.label_height

    def begins(self, breadth: float) -> Array:
        """Where things of so many pixels begin in their slots."""
        first = self.left if self.is_upward else self.box.top + self.label_height
        starts = first + self.pitch * np.arange(len(self.labels), dtype=np.float64)
        is_at_edge = self.is_spacious or self.is_above
        return array(starts if is_at_edge else starts + (self.room - breadth) / 2.0)

    def captions(self, breadth: float) -> Captions:
        """The labels below columns of so many pixels."""
        anchor: Literal["start", "middle"] = "start" if self.is_spacious else "middle"
        x = self.begins(breadth) + (0.0 if self.is_spacious else breadth / 2.0)
        return captions(
            self.setting, self.labels, [float(place) for place in x], self.pitch, left=self.left, right=self.box.right,
            anchor=anchor, is_ordered=self.is_ordered, warm=self.warm, keys=self.keys,
        )  # fmt: skip

    @cached_property
    def below(self) -> Captions:
        """The labels of columns as far as their height is concerned."""
        return self.captions(0.6 * self.pitch)

    @cached_property
    def floor(self) -> float:
        """The line that the labels of columns hang from."""
        return min(self.box.bottom, self.box.bottom + self.setting.foot - self.below.height)

    @cached_property
    def scale(self) -> Scale:
        """From values to pixels: upwards or to the right."""
        if not self.is_upward:
            start = self.box.left + self.label_width + self.before
            return Scale(*self.span, start, max(self.box.right - self.after, start + 1.0))
        bottom = self.floor - self.before
        return Scale(*self.span, bottom, max(self.box.top, min(self.box.top + self.after, bottom - 1.0)))

    @cached_property
    def zero(self) -> float:
        """The pixel of the baseline."""
        return self.scale.at(min(max(0.0, self.span[0]), self.span[1]))

    def bars(
        self, begin: Array, breadth: float, low: Array, high: Array, color: str | tuple[str, ...], keys: tuple[str, ...]
    ) -> Bars:
        """Bars of so many pixels across, from one value to another."""
        one, other = self.scale.along(low), self.scale.along(high)
        near, length = array(np.minimum(one, other)), array(np.abs(one - other))
        wide = array(np.full(len(near), breadth))
        if self.is_upward:
            return Bars(array(begin), near, wide, length, color, keys=keys)
        return Bars(near, array(begin), length, wide, color, keys=keys)

    @property
    def gap(self) -> float:
        """Between the end of a bar and its figure."""
        return (1.5 if self.is_upward else 1.4) * self.setting.screen.g

    def at_end(
        self,
        tally: Tally,
        progress: float,
        across: tuple[float, float],
        end: float,
        is_beyond: bool,
        opacity: float,
        key: str = "",
        is_centred: bool = False,
    ) -> Text:
        """A figure at the end of what reaches from one pixel to another across its slot.

        It stands beyond the end, away from zero, or on the other side. In spacious slots it begins where that begins, unless it
        `is_centred`.
        """
        begin, middle = across[0], (across[0] + across[1]) / 2.0
        if self.is_upward:
            y = end - self.gap if is_beyond else end + self.gap + tally.ink
            is_at_edge = self.is_spacious and not is_centred and begin + tally.width <= self.box.right
            text = tally.at(progress, begin if is_at_edge else middle, y, "ink" if is_at_edge else "middle", opacity)
        else:
            x, y = (end + self.gap if is_beyond else end - self.gap), middle + tally.ink / 2.0
            text = tally.at(progress, x, y, "start" if is_beyond else "end", opacity)
        return replace(text, key=f"figure:{key}") if key else text

    def ground(self, breadth: float) -> list[Layer]:
        """Gauge and labels: what is there before the marks."""
        layers: list[Layer] = []
        if self.gauge and self.is_upward:
            layers += self.gauge.upright(self.scale, self.left - self.setting.screen.g)
        elif self.gauge:
            layers += self.gauge.level(self.scale, self.bottom + self.setting.screen.px(3))
        if self.is_upward:
            marks: Sequence[Text] = self.captions(breadth).marks(self.floor)
        else:
            marks = self.row_labels(breadth)
        return [*layers, *(appearing(mark, CAPTIONS_START, CAPTIONS_TIME) for mark in marks)]

    def row_labels(self, breadth: float) -> tuple[Text, ...]:
        """The labels before or above rows; where there are too many, some are left out."""

        size, begins = self.plan[0], self.begins(breadth)
        middles = [float(begin) + breadth / 2.0 for begin in begins]
        kept: tuple[int, ...] = tuple(range(len(self.labels)))
        if not self.is_roomy:
            kept = thinned(middles, [1.1 * size] * len(middles), self.box.top, self.bottom, 0.0, self.warm)
        marks: list[Text] = []
        for index in kept:
            lines = self.lines[index]
            weight, color = (700, "warm") if index in self.warm else (400, "text")
            first = middles[index] + MIDDLE * size - (len(lines) - 1) * LINE_PITCH * size / 2.0
            if self.is_above:
                first = float(begins[index]) - (0.38 + (len(lines) - 1) * LINE_PITCH) * size
            for number, text in enumerate(lines):
                mark = Text(self.box.left, first + number * LINE_PITCH * size, (Run(text, size, weight, color),))
                marks.append(replace(mark, key=f"name:{self.keys[index]}") if self.keys and not number else mark)
        return tuple(marks)

    def baseline(self, breadth: float, right: float | None = None) -> Layer:
        """The line of zero, of columns up to `right`; where labels stand above rows it leaves them out."""
        if self.is_upward:
            return baseline_layer(self.setting, self.left, self.box.right if right is None else right, self.zero)
        tops, bottoms = array([self.box.top]), array([self.bottom])
        if self.is_above:
            reach = min(0.06 * breadth, BELOW_LABEL * self.plan[0])
            tops = self.begins(breadth) - reach
            bottoms = self.begins(breadth) + breadth + reach
        x = self.zero

        def grow(progress: float) -> Mark:
            y = np.stack([tops, tops + (bottoms - tops) * progress], axis=1)
            return Line(np.full(y.shape, x), y, "axis", self.setting.screen.px(3), cap="flat")

        return moving(GROUND, grow)
