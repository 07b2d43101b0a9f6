"""Rows: bars that run across from an upright baseline, with their labels before or above them."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.comparison import Comparison
from kiosk.anatomy.geometry.axis import BELOW_LABEL, GROUND, Gauge, Scale
from kiosk.anatomy.words.captions import CAPTIONS_START, CAPTIONS_TIME, fits, label_plan, shortened, thinned
from kiosk.layers import Layer, Placed, appearing, moving, moving_together
from kiosk.marks import Array, Bars, Line, Mark, Run, Text, array
from kiosk.typeface import advance
from kiosk.typesetting import LINE_PITCH


@dataclass(frozen=True)
class Rows(Comparison):
    """Rows from an upright baseline: labels before them or above them, each figure riding on its row's end."""

    @cached_property
    def pitch(self) -> float:
        return self.setting.box.height / len(self.entries)

    @cached_property
    def is_roomy(self) -> bool:
        """Whether every row has room for its label."""
        return self.pitch >= 1.12 * self.setting.screen.size("small")

    @cached_property
    def is_above(self) -> bool:
        """Whether labels stand above their rows: where rows are few, the screen narrow or a label too long."""
        screen, count = self.setting.screen, len(self.entries)
        if self.pitch < 2.6 * screen.size("small"):
            return False
        if count <= 2 or screen.shape == "portrait":
            return True
        return not all(
            fits(entry.label, 0.36 * self.setting.box.width, screen.size("small"), 2) for entry in self.entries
        )

    @cached_property
    def label_room(self) -> float:
        """The greatest width of a label."""
        return self.setting.box.width if self.is_above else 0.36 * self.setting.box.width

    @cached_property
    def label_plan(self) -> tuple[float, int]:
        """The size of the labels and the number of lines they may have: as large and whole as the rows allow."""
        labels = [entry.label for entry in self.entries]
        height = (0.5 if self.is_above else 0.95) * self.pitch
        return label_plan(labels, self.warm, self.label_room, height, self.setting.screen)[:2]

    @cached_property
    def label_size(self) -> float:
        return self.label_plan[0]

    @cached_property
    def label_lines(self) -> tuple[tuple[str, ...], ...]:
        size, most = self.label_plan
        return tuple(
            shortened(entry.label, self.label_room, size, most, 700 if entry.is_warm else 400) for entry in self.entries
        )

    @cached_property
    def label_width(self) -> float:
        if self.is_above:
            return 0.0
        widest = max((advance(line, 700) for lines in self.label_lines for line in lines), default=0.0)
        return widest * self.label_size + 2.0 * self.setting.screen.g

    @cached_property
    def thickness(self) -> float:
        g = self.setting.screen.g
        if self.is_above:
            return min(0.66 * (self.pitch - self.head), 24 * g)
        return min(0.6 * self.pitch, 12 * g)

    @cached_property
    def head(self) -> float:
        """The height of the label above a row."""
        if not self.is_above:
            return 0.0
        return (0.12 + LINE_PITCH * max(len(lines) for lines in self.label_lines)) * self.label_size

    @cached_property
    def fit(self) -> tuple[float | None, bool]:
        if not self.is_roomy:
            return None, True
        box = self.setting.box
        width = 0.36 * (box.width - self.label_width) if not self.has_both else 0.26 * (box.width - self.label_width)
        height = max(
            min(1.15 * self.thickness, 0.8 * (self.pitch - self.head)), 0.75 * self.setting.screen.size("small")
        )
        return self.fitted(width, height)

    @property
    def has_both(self) -> bool:
        return self.has_negative and self.has_positive

    @cached_property
    def gauge(self) -> Gauge | None:
        if self.fit[0] is not None or not self.present:
            return None
        return Gauge(self.setting, *self.span, self.entries[0].datum)

    @cached_property
    def bottom(self) -> float:
        """The foot of the rows; a gauge below them takes what the foot of the box leaves short."""
        box, size = self.setting.box, self.setting.screen.size("small")
        return box.bottom - max(0.0, 1.7 * size - self.setting.foot) if self.gauge else box.bottom

    @cached_property
    def scale(self) -> Scale:
        box, g = self.setting.box, self.setting.screen.g
        size, has_unit = self.fit
        if size is not None:
            room = {index: self.tally(index, size, has_unit).width + 1.4 * g for index in self.present}
        else:
            label = self.setting.screen.size("label")
            room = {index: self.tally(index, label, True).width + 1.4 * g for index in self.warm}
        before = max((room[index] for index in room if self.values[index] < 0.0), default=0.0)
        after = max((room[index] for index in room if self.values[index] >= 0.0), default=0.0)
        return Scale(*self.span, box.left + self.label_width + before, box.right - after)

    @cached_property
    def bar_top(self) -> Array:
        pitch = (self.bottom - self.setting.box.top) / len(self.entries)
        tops = self.setting.box.top + pitch * np.arange(len(self.entries), dtype=np.float64)
        if self.is_above:
            return array(tops + self.head)
        return array(tops + (pitch - self.thickness) / 2.0)

    def placed(self) -> Placed:
        zero, layers = self.scale.at(0.0), list(self.labels())
        if self.gauge:
            layers += self.gauge.level(self.scale, self.bottom + self.setting.screen.px(3))
        if self.present:
            layers.append(moving_together(self.tracks, self.bars))
        layers.append(self.baseline(zero))
        size, has_unit = self.fit
        if size is not None:
            layers += [self.figure(index, size, has_unit) for index in self.present]
        else:
            layers += [self.figure(index, self.setting.screen.size("label"), True) for index in self.warm]
        return Placed(tuple(layers), self.note(has_unit))

    def bars(self, t: float) -> Mark:
        zero, ends = self.scale.at(0.0), self.scale.along(self.reached(t))
        height = np.full(len(self.present), self.thickness)
        return Bars(
            array(np.minimum(ends, zero)), array(self.bar_top[list(self.present)]), array(np.abs(ends - zero)),
            array(height), self.colors, keys=self.keys,
        )  # fmt: skip

    def baseline(self, x: float) -> Layer:
        """The upright line of zero that rows grow from, drawn from the top; it leaves out the labels above rows."""
        tops, bottoms = array([self.setting.box.top]), array([self.bottom])
        if self.is_above:
            # It stays clear of the labels, which begin where it stands.
            reach = min(0.12 * self.thickness, BELOW_LABEL * self.label_size)
            tops, bottoms = self.bar_top - reach, self.bar_top + self.thickness + reach

        def grow(progress: float) -> Mark:
            y = np.stack([tops, tops + (bottoms - tops) * progress], axis=1)
            return Line(np.full(y.shape, x), y, "axis", self.setting.screen.px(3), cap="flat")

        return moving(GROUND, grow)

    def figure(self, index: int, size: float, has_unit: bool) -> Layer:
        tally, value, g = self.tally(index, size, has_unit), float(self.values[index]), self.setting.screen.g
        y = float(self.bar_top[index]) + self.thickness / 2.0 + tally.ink / 2.0
        key = f"figure:{self.entries[index].key}"

        def ride(progress: float) -> Mark:
            end, opacity = self.scale.at(value * progress), min(1.0, 8.0 * progress)
            if value < 0.0:
                return replace(tally.at(progress, end - 1.4 * g, y, "end", opacity), key=key)
            return replace(tally.at(progress, end + 1.4 * g, y, "start", opacity), key=key)

        return moving(self.tracks[index], ride)

    def labels(self) -> tuple[Layer, ...]:
        size, left = self.label_size, self.setting.box.left
        middles = [float(top) + self.thickness / 2.0 for top in self.bar_top]
        kept: tuple[int, ...] = tuple(range(len(self.entries)))
        if not self.is_roomy:
            heights = [1.1 * size] * len(middles)
            kept = thinned(middles, heights, self.setting.box.top, self.bottom, 0.0, self.warm)
        marks: list[Text] = []
        for index in kept:
            entry, lines = self.entries[index], self.label_lines[index]
            weight, color = (700, "warm") if entry.is_warm else (400, "text")
            first = middles[index] + 0.36 * size - (len(lines) - 1) * LINE_PITCH * size / 2.0
            if self.is_above:
                first = float(self.bar_top[index]) - (0.38 + (len(lines) - 1) * LINE_PITCH) * size
            for number, text in enumerate(lines):
                key = "" if number else f"name:{entry.key}"
                marks.append(Text(left, first + number * LINE_PITCH * size, (Run(text, size, weight, color),), key=key))
        return tuple(appearing(mark, CAPTIONS_START, CAPTIONS_TIME) for mark in marks)
