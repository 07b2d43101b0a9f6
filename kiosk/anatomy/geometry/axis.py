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
LOG_STEPS = (1.0, 2.0, 5.0)
GROUND = Track(0.0, 0.5)
TICK, TICK_GAP = 14.0, 12.0
MIDDLE = 0.36
"""How far below its middle the baseline of a line of small type lies, in em."""
BELOW_LABEL = 0.1
"""How far the line of zero may reach beyond a bar towards the label above it, in em of that label."""


@dataclass(frozen=True)
class Scale:
    """The pixels from `start` to `end` stand for the values from `low` to `high`.

    `is_log`: equal lengths stand for equal ratios; then all values are above 0.
    """

    low: float
    high: float
    start: float
    end: float
    is_log: bool = False

    def at(self, value: float) -> float:
        """The pixel of a value."""
        if self.is_log:
            share = math.log(value / self.low) / math.log(self.high / self.low)
            return self.start + share * (self.end - self.start)
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def along(self, values: Array) -> Array:
        """The pixels of values of any shape."""
        if self.is_log:
            share = np.log(values / self.low) / math.log(self.high / self.low)
            pixels: Array = self.start + share * (self.end - self.start)
            return pixels
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


def log_span_of(values: Array) -> tuple[float, float]:
    """The range for a scale of ratios: from a round value below the least to the greatest; all values are above 0."""
    present = values[np.isfinite(values)]
    low, high = (float(present.min()), float(present.max())) if present.size else (1.0, 10.0)
    power = 10.0 ** math.floor(math.log10(low) + 1e-9)
    low = max(factor * power for factor in LOG_STEPS if factor * power <= low * (1.0 + 1e-9))
    return low, high if high > low else 10.0 * low


def log_ticks(low: float, high: float) -> tuple[float, ...]:
    """The powers of ten in a range, at most three, evenly apart; where it holds fewer than two, round values between them."""
    first, last = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    if last > first:
        step = math.ceil((last - first + 1) / MOST_TICKS)
        return tuple(float(f"1e{power}") for power in range(first, last + 1, step))
    powers = range(math.floor(math.log10(low) - 1e-9), last + 1)
    round_values = [float(f"{factor}e{power}") for power in powers for factor in (1, 2, 5)]
    held = tuple(value for value in round_values if low * (1.0 - 1e-9) <= value <= high * (1.0 + 1e-9))
    if len(held) < 2:
        return tuple(value for value in ticks(low, high) if value > 0.0)
    step = math.ceil(len(held) / MOST_TICKS)
    tens = (index % step for index, value in enumerate(held) if math.log10(value).is_integer())
    return held[next(tens, 0) :: step]


def ticks(low: float, high: float) -> tuple[float, ...]:
    """The round values in a range by the least step that leaves at most three; 0 is one of them if the range holds it.

    A step of 5 that ends at the end of the range is better than one of 4 that does not: 0, 50, 100.
    """
    power = math.floor(math.log10(max(high - low, 1e-300))) - 1
    while True:
        is_whole = abs(high / (5.0 * 10.0**power) - round(high / (5.0 * 10.0**power))) < 1e-9
        for factor in STEPS[:2] + STEPS[3:] if is_whole else STEPS:
            step = factor * 10.0**power
            first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
            if last - first < MOST_TICKS:
                return tuple(float(f"{index * step:.12g}") for index in range(first, last + 1))
        power += 1


def tick_texts(values: Sequence[float], datum: Datum, language: str, *, is_log: bool = False) -> tuple[str, ...]:
    """Ticks in words, in one scale and with the same decimals; a percent sign stands beside the last of them.

    Those of a scale of ratios are written each in its own way: 0.1, 10, 1000.
    """
    scale = datum.scale.word(language)
    manner = common_manner(values, language, scale=scale)
    manners = [common_manner((value,), language, scale=scale) if is_log else manner for value in values]
    texts = [
        "0" if value == 0.0 else write_in(each, value, language).text
        for each, value in zip(manners, values, strict=True)
    ]
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
    is_log: bool = False

    @property
    def values(self) -> tuple[float, ...]:
        """Where its ticks are."""
        return log_ticks(self.low, self.high) if self.is_log else ticks(self.low, self.high)

    def labels(self, scale: Scale) -> tuple[tuple[float, str], ...]:
        """The ticks that have room on a scale, each with its text; 0 stays."""
        values = self.values
        texts = tick_texts(values, self.datum, self.setting.language, is_log=self.is_log)
        room = 1.15 * self.setting.screen.size("small")
        kept: list[tuple[float, str]] = []
        for value, text in sorted(zip(values, texts, strict=True), key=lambda tick: (tick[0] != 0.0, -abs(tick[0]))):
            if all(abs(scale.at(value) - scale.at(other)) >= room for other, _ in kept):
                kept.append((value, text))
        return tuple(sorted(kept))

    @property
    def width(self) -> float:
        """Pixels from the outer edge of the texts to the line of an upright gauge."""
        texts = tick_texts(self.values, self.datum, self.setting.language, is_log=self.is_log)
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
        kept: list[tuple[float, float, str]] = []
        for value, text in self.labels(scale):
            # A text at the very end is moved inwards, its tick is not.
            half, box, place = advance(text) * size / 2.0, self.setting.box, scale.at(value)
            x = max(box.left + half, min(box.right - half, place))
            if not kept or x - kept[-1][1] > 0.55 * size * (advance(text) + advance(kept[-1][2])) + px(TICK_GAP):
                kept.append((place, x, text))

        def grow(progress: float) -> Mark:
            x = array([scale.start, lerp(scale.start, scale.end, progress)])
            return Line(x, array([y, y]), "axis", px(3), cap="flat")

        ticks_at = np.repeat(np.array([place for place, _, _ in kept]).reshape(-1, 1), 2, axis=1)
        marks = Line(ticks_at, np.tile([y, y + px(TICK)], (len(kept), 1)), "axis", px(3), cap="flat")
        baseline = y + px(TICK) + 0.95 * size
        texts = [line(text, x, baseline, size, color="muted", anchor="middle") for _, x, text in kept]
        return (moving(GROUND, grow), appearing(marks, 0.3, 0.3), *(appearing(text, 0.3, 0.3) for text in texts))


def baseline_layer(setting: Setting, left: float, right: float, y: float) -> Layer:
    """The line of zero that marks stand on, drawn from the left."""

    def grow(progress: float) -> Mark:
        x = array([left, lerp(left, right, progress)])
        return Line(x, array([y, y]), "axis", setting.screen.px(3), cap="flat")

    return moving(GROUND, grow)
