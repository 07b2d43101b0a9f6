"""Columns: bars that stand on a level baseline, with their labels below and their figures riding on them."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np

from kiosk.anatomy.bodies.comparison import Comparison
from kiosk.anatomy.geometry.axis import Gauge, Scale, baseline_layer
from kiosk.anatomy.words.captions import Captions, captions
from kiosk.layers import Layer, Placed, moving, moving_together
from kiosk.marks import Array, Bars, Mark, array
from kiosk.screen import Box
from kiosk.tally import DIGIT_INK


@dataclass(frozen=True)
class Columns(Comparison):
    """Columns on a level baseline: the labels below, each figure riding on its column."""

    is_ordered: bool = False

    @cached_property
    def slot(self) -> float:
        return (self.box.right - self.left) / len(self.entries)

    @property
    def box(self) -> Box:
        return self.setting.box

    @cached_property
    def is_spacious(self) -> bool:
        """Whether columns, figures and labels all begin at the same edge; narrow ones are centred."""
        return self.box.width / len(self.entries) >= 15 * self.setting.screen.g

    @cached_property
    def gap(self) -> float:
        return 1.6 * self.setting.screen.g

    @cached_property
    def fit(self) -> tuple[float | None, bool]:
        g = self.setting.screen.g
        slot = self.box.width / len(self.entries)
        return self.fitted(slot - (2.0 if self.is_spacious else 0.4) * g, 0.34 * self.box.height)

    @property
    def size(self) -> float | None:
        return self.fit[0]

    @cached_property
    def gauge(self) -> Gauge | None:
        if self.size is not None or not self.present:
            return None
        return Gauge(self.setting, *self.span, self.entries[0].datum)

    @cached_property
    def left(self) -> float:
        return self.box.left + (self.gauge.width + self.setting.screen.g if self.gauge else 0.0)

    @cached_property
    def bar_width(self) -> float:
        g = self.setting.screen.g
        return min(0.62 * self.slot, 24 * g) if self.is_spacious else min(0.72 * self.slot, 16 * g)

    @cached_property
    def bar_left(self) -> Array:
        starts = self.left + self.slot * np.arange(len(self.entries), dtype=np.float64)
        return array(starts if self.is_spacious else starts + (self.slot - self.bar_width) / 2.0)

    @cached_property
    def captions(self) -> Captions:
        anchor: Literal["start", "middle"] = "start" if self.is_spacious else "middle"
        x = self.bar_left if self.is_spacious else self.bar_left + self.bar_width / 2.0
        labels = [entry.label for entry in self.entries]
        return captions(
            self.setting, labels, [float(place) for place in x], self.slot, left=self.left, right=self.box.right,
            anchor=anchor, is_ordered=self.is_ordered, warm=self.warm, keys=tuple(entry.key for entry in self.entries),
        )  # fmt: skip

    @cached_property
    def scale(self) -> Scale:
        box, foot = self.box, self.setting.foot
        size = self.size or self.setting.screen.size("label")
        ink = DIGIT_INK * size + self.gap
        bottom = min(box.bottom, box.bottom + foot - self.captions.height) - (ink if self.has_negative else 0.0)
        top = box.top + (ink if self.has_positive else 0.0)
        return Scale(*self.span, bottom, max(min(top, bottom - 1.0), box.top))

    @property
    def floor(self) -> float:
        """The line that the labels hang from."""
        return max(self.scale.start, min(self.box.bottom, self.box.bottom + self.setting.foot - self.captions.height))

    def placed(self) -> Placed:
        layers: list[Layer] = []
        if self.gauge:
            layers += self.gauge.upright(self.scale, self.left - self.setting.screen.g)
        layers += self.captions.layers(self.floor)
        zero = self.scale.at(0.0)
        if self.present:
            layers.append(moving_together(self.tracks, self.bars))
        layers.append(baseline_layer(self.setting, self.left, self.box.right, zero))
        if self.size is not None:
            layers += [self.figure(index, self.size) for index in self.present]
        elif self.warm:
            layers.append(self.warm_figure(self.warm[0]))
        return Placed(tuple(layers), self.note(self.fit[1]))

    def bars(self, t: float) -> Mark:
        zero, ends = self.scale.at(0.0), self.scale.along(self.reached(t))
        width = np.full(len(self.present), self.bar_width)
        return Bars(
            array(self.bar_left[list(self.present)]), array(np.minimum(ends, zero)), array(width),
            array(np.abs(ends - zero)), self.colors, keys=self.keys,
        )  # fmt: skip

    def figure(self, index: int, size: float) -> Layer:
        tally, value, zero = self.tally(index, size, self.fit[1]), float(self.values[index]), self.scale.at(0.0)
        x = float(self.bar_left[index]) + (0.0 if self.is_spacious else self.bar_width / 2.0)

        def ride(progress: float) -> Mark:
            end = self.scale.at(value * progress)
            y = end - self.gap if value >= 0.0 else max(end, zero) + self.gap + tally.ink
            text = tally.at(progress, x, y, "ink" if self.is_spacious else "middle", min(1.0, 8.0 * progress))
            return replace(text, key=f"figure:{self.entries[index].key}")

        return moving(self.tracks[index], ride)

    def warm_figure(self, index: int) -> Layer:
        """The figure of the highlighted column alone, above its neighbours as far as it is wider than its column."""
        tally, value = self.tally(index, self.setting.screen.size("label"), True), float(self.values[index])
        half = tally.width / 2.0
        x = float(self.bar_left[index]) + self.bar_width / 2.0
        x = max(self.left + half, min(self.box.right - half, x))
        near = np.abs(self.bar_left + self.bar_width / 2.0 - x) <= half + self.bar_width
        ends = self.scale.along(np.where(np.isfinite(self.values), self.values, 0.0))[near]
        zero = self.scale.at(0.0)
        above, below = min(float(ends.min()), zero) - self.gap, max(float(ends.max()), zero) + self.gap + tally.ink
        y, key = above if value >= 0.0 else below, f"figure:{self.entries[index].key}"
        return moving(
            self.tracks[index],
            lambda progress: replace(tally.at(progress, x, y, "middle", min(1.0, 4.0 * progress)), key=key),
        )
