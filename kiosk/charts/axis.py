"""Axes: a range of values pinned to a stretch of pixels, and the water gauge that shows it with at most three figures."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kiosk.kind import Datum
from kiosk.layers import Layer, appearing, moving
from kiosk.marks import Array, Line, Mark, array
from kiosk.motion import Track, lerp
from kiosk.numbers import common_manner, write_in
from kiosk.setting import Setting
from kiosk.typeface import advance, spaced
from kiosk.typesetting import line

MOST_TICKS = 3
STEPS = (1.0, 2.0, 4.0, 5.0)
GROUND = Track(0.0, 0.5)
TICK, TICK_GAP = 14.0, 12.0
MIDDLE = 0.36
"""How far below its middle the baseline of a line of small type lies, in em."""


@dataclass(frozen=True)
class Scale:
    """The pixels from `start` to `end` stand for the values from `low` to `high`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def along(self, values: Array) -> Array:
        """The pixels of values of any shape."""
        return self.start + (values - self.low) / (self.high - self.low) * (self.end - self.start)


def span_of(values: Array, is_from_zero: bool = True) -> tuple[float, float]:
    """The range that holds all values that are not missing, and 0 unless told otherwise; it is never empty."""
    present = values[np.isfinite(values)]
    low, high = (float(present.min()), float(present.max())) if present.size else (0.0, 0.0)
    if is_from_zero:
        low, high = min(0.0, low), max(0.0, high)
    if low == high:
        return (low, 1.0) if low == 0.0 else (low - abs(low) / 2.0, high + abs(high) / 2.0)
    return low, high


def ticks(low: float, high: float) -> tuple[float, ...]:
    """The round values in a range by the least step that leaves at most three; 0 is one of them if the range holds it."""
    power = math.floor(math.log10(max(high - low, 1e-300))) - 1
    while True:
        for factor in STEPS:
            step = factor * 10.0**power
            first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
            if last - first < MOST_TICKS:
                return tuple(float(f"{index * step:.12g}") for index in range(first, last + 1))
        power += 1


def tick_texts(values: Sequence[float], datum: Datum, language: str) -> tuple[str, ...]:
    """Ticks in words, in one scale and with the same decimals; a percent sign stands beside the last of them."""
    manner = common_manner(values, language, scale=datum.scale.word(language))
    texts = ["0" if value == 0.0 else write_in(manner, value, language).text for value in values]
    unit = datum.unit.get(language)
    if texts and unit in {"%", "‰"}:
        texts[-1] += unit
    return tuple(spaced(text) for text in texts)


@dataclass(frozen=True)
class Gauge:
    """A scale of values shown beside a chart: one line, ticks outwards, at most three figures."""

    setting: Setting
    low: float
    high: float
    datum: Datum

    def labels(self, scale: Scale) -> tuple[tuple[float, str], ...]:
        """The ticks that have room on a scale, each with its text; 0 stays."""
        values = ticks(self.low, self.high)
        texts = tick_texts(values, self.datum, self.setting.language)
        room = 1.15 * self.setting.screen.size("small")
        kept: list[tuple[float, str]] = []
        for value, text in sorted(zip(values, texts, strict=True), key=lambda tick: (tick[0] != 0.0, -abs(tick[0]))):
            if all(abs(scale.at(value) - scale.at(other)) >= room for other, _ in kept):
                kept.append((value, text))
        return tuple(sorted(kept))

    @property
    def width(self) -> float:
        """Pixels from the outer edge of the texts to the line of an upright gauge."""
        texts = tick_texts(ticks(self.low, self.high), self.datum, self.setting.language)
        widest = max((advance(text) for text in texts), default=0.0)
        return widest * self.setting.screen.size("small") + self.setting.screen.px(TICK + TICK_GAP)

    def upright(self, scale: Scale, x: float) -> tuple[Layer, ...]:
        """The gauge at the left of a chart, its line at `x`; it rises with the ground of the chart."""
        px, size, zero = (
            self.setting.screen.px,
            self.setting.screen.size("small"),
            scale.at(min(max(0.0, self.low), self.high)),
        )

        def rise(progress: float) -> Mark:
            y = array([lerp(zero, scale.start, progress), lerp(zero, scale.end, progress)])
            return Line(array([x, x]), y, "axis", px(3), cap="flat")

        ticks_at = [scale.at(value) for value, _ in self.labels(scale)]
        y = np.repeat(np.array(ticks_at).reshape(-1, 1), 2, axis=1)
        marks = Line(np.tile([x - px(TICK), x], (len(ticks_at), 1)), y, "axis", px(3), cap="flat")
        texts = [
            line(text, x - px(TICK + TICK_GAP), scale.at(value) + MIDDLE * size, size, color="muted", anchor="end")
            for value, text in self.labels(scale)
        ]
        return (moving(GROUND, rise), appearing(marks, 0.3, 0.3), *(appearing(text, 0.3, 0.3) for text in texts))

    def level(self, scale: Scale, y: float) -> tuple[Layer, ...]:
        """The gauge below a chart, its line at `y`."""
        px, size = self.setting.screen.px, self.setting.screen.size("small")
        places = [(scale.at(value), text) for value, text in self.labels(scale)]
        kept: list[tuple[float, str]] = []
        for x, text in places:
            if not kept or x - kept[-1][0] > 0.55 * size * (advance(text) + advance(kept[-1][1])) + px(TICK_GAP):
                kept.append((x, text))

        def grow(progress: float) -> Mark:
            x = array([scale.start, lerp(scale.start, scale.end, progress)])
            return Line(x, array([y, y]), "axis", px(3), cap="flat")

        ticks_at = np.repeat(np.array([place for place, _ in kept]).reshape(-1, 1), 2, axis=1)
        marks = Line(ticks_at, np.tile([y, y + px(TICK)], (len(kept), 1)), "axis", px(3), cap="flat")
        baseline = y + px(TICK) + 0.95 * size
        texts = [line(text, place, baseline, size, color="muted", anchor="middle") for place, text in kept]
        return (moving(GROUND, grow), appearing(marks, 0.3, 0.3), *(appearing(text, 0.3, 0.3) for text in texts))


def baseline_layer(setting: Setting, left: float, right: float, y: float) -> Layer:
    """The line of zero that marks stand on, drawn from the left."""

    def grow(progress: float) -> Mark:
        x = array([left, lerp(left, right, progress)])
        return Line(x, array([y, y]), "axis", setting.screen.px(3), cap="flat")

    return moving(GROUND, grow)
