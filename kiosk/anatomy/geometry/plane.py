"""Planes: two scales at right angles, each with a name and at most three figures."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.anatomy.geometry.axis import TICK, Gauge, Scale, log_span_of
from kiosk.anatomy.words.captions import shortened
from kiosk.layers import Layer, appearing
from kiosk.marks import Array, Run, Text
from kiosk.metrics import Series
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import advance, spaced

NEAR_ZERO = 0.45
"""A scale of values that are all positive begins at 0 if the least is below this share of the greatest."""


@dataclass(frozen=True)
class Plane:
    """Values of two series, nan where missing, in a box; `inset` pixels at every edge are kept free of their places.

    The name of the upright scale, above the plane, takes no more than `head` of its width.
    """

    setting: Setting
    x_series: Series
    y_series: Series
    x: Array
    y: Array
    inset: float
    is_log_x: bool = False
    is_log_y: bool = False
    head: float = 1.0

    @property
    def size(self) -> float:
        """The size of names and figures."""
        return self.setting.screen.size("small")

    @cached_property
    def x_name(self) -> str:
        """What the level scale counts."""
        return self._name(self.x_series, 0.9)

    @cached_property
    def y_name(self) -> str:
        """What the upright scale counts."""
        return self._name(self.y_series, self.head)

    def _name(self, series: Series, share: float) -> str:
        """The name of a series, if need be shortened to a share of the width, and its unit, which is never cut."""
        language = self.setting.language
        name, unit = series.name(language), series.unit.get(language)
        tail = "" if not unit else f"（{unit}）" if self.setting.is_chinese else f" ({unit})"
        room = share * self.setting.box.width - advance(spaced(tail)) * self.size
        return spaced(next(iter(shortened(name, room, self.size, 1)), "") + tail)

    @cached_property
    def area(self) -> Box:
        """The room of the plane."""
        box, foot, px = self.setting.box, self.setting.foot, self.setting.screen.px
        top = box.top + 1.5 * self.size
        bottom = box.bottom + foot - px(TICK) - 2.4 * self.size
        return Box.between(box.left + self.upright.width, top, box.right, max(bottom, top + 4.0 * self.size))

    @cached_property
    def upright(self) -> Gauge:
        """The scale of y."""
        return Gauge(self.setting, *value_span(self.y, self.is_log_y), self.y_series, self.is_log_y)

    @cached_property
    def level(self) -> Gauge:
        """The scale of x."""
        return Gauge(self.setting, *value_span(self.x, self.is_log_x), self.x_series, self.is_log_x)

    @cached_property
    def x_scale(self) -> Scale:
        """From x to pixels."""
        area = self.area
        return widened(self.level, area.left, area.right, self.inset)

    @cached_property
    def y_scale(self) -> Scale:
        """From y to pixels."""
        area = self.area
        return widened(self.upright, area.bottom, area.top, self.inset)

    def layers(self) -> tuple[Layer, ...]:
        """Both scales with their names."""
        area, size, setting = self.area, self.size, self.setting
        upright, level = self.y_scale, self.x_scale
        found = (
            *Gauge(setting, upright.low, upright.high, self.y_series, self.is_log_y).upright(upright, area.left),
            *Gauge(setting, level.low, level.high, self.x_series, self.is_log_x).level(level, area.bottom),
        )
        base = area.bottom + setting.screen.px(TICK) + (0.95 + 1.2) * size
        names = [
            Text(
                setting.box.left,
                setting.box.top + 0.86 * size,
                (Run(self.y_name, size, 400, "text"),),
            ),
            Text(area.right, base, (Run(self.x_name, size, 400, "text"),), "end"),
        ]
        return (*found, *(appearing(name, 0.3, 0.3) for name in names))

    @property
    def name_width(self) -> float:
        """The width of the name of the upright scale."""
        return advance(self.y_name) * self.size


def value_span(values: Array, is_log: bool) -> tuple[float, float]:
    """The range of values; it begins at 0 where the least is not far from it."""
    present = values[np.isfinite(values)]
    if is_log:
        low, high = log_span_of(present)
        return (float(present.min()) if present.size else low), high
    low, high = (float(present.min()), float(present.max())) if present.size else (0.0, 1.0)
    if 0.0 <= low <= NEAR_ZERO * high:
        low = 0.0
    if low == high:
        low, high = low - max(abs(low) / 2.0, 0.5), high + max(abs(high) / 2.0, 0.5)
    return low, high


def widened(gauge: Gauge, start: float, end: float, inset: float) -> Scale:
    """The scale over the whole stretch, on which the range of the gauge leaves `inset` pixels free at either end."""
    length = abs(end - start)
    share = min(0.3, inset / length)
    if gauge.is_log:
        low, high = math.log(gauge.low), math.log(gauge.high)
        margin = (high - low) * share / (1.0 - 2.0 * share)
        return Scale(math.exp(low - margin), math.exp(high + margin), start, end, True)
    margin = (gauge.high - gauge.low) * share / (1.0 - 2.0 * share)
    low = gauge.low if gauge.low == 0.0 else gauge.low - margin
    return Scale(low, gauge.high + margin, start, end)
