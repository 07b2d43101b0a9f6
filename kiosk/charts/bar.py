"""Bars: lengths from a common baseline, as columns or as rows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.charts.axis import GROUND, Gauge, Scale, baseline_layer, span_of
from kiosk.charts.captions import CAPTIONS_START, CAPTIONS_TIME, Captions, captions, fits, thinned
from kiosk.charts.entries import Entry, check_highlight, check_units, entries_of, unit_note
from kiosk.charts.tally import SIZES, Tally, size_for
from kiosk.kind import Kind, MetricRef, SeriesRef
from kiosk.layers import Layer, Placed, appearing, moving, moving_together
from kiosk.marks import Array, Bars, Line, Mark, Run, Text, array
from kiosk.motion import Track, stagger
from kiosk.numbers import Written
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import advance, balanced, spaced, wrap
from kiosk.typesetting import LINE_PITCH

MOST_CATEGORIES = 200
MOST_FIGURES = 40
GROW_START, GROW_TIME = 0.4, 1.2
Direction = Literal["auto", "up", "across"]


class Bar(Kind):
    """Bars that compare figures of one unit. Each carries its figure as long as there is room; otherwise a gauge shows the scale."""

    metrics: Annotated[tuple[MetricRef, ...], Field(max_length=12, description="two to twelve metrics of one unit")] = ()
    series: Annotated[SeriesRef | None, Field(description="instead of metrics: a series of up to 200 values")] = None
    direction: Annotated[
        Direction, Field(description="up for columns, across for rows; auto takes what suits labels and screen")
    ] = "auto"
    highlight: Annotated[
        str,
        Field(
            description="the one bar in the warm colour: first, last, greatest, least, none, or the name of a metric or place;"
            " auto is the first metric or the greatest value"
        ),
    ] = "auto"

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.metrics) == (self.series is not None):
            raise PydanticCustomError("bars", "bars need either metrics or a series: write one of them")
        if len(self.metrics) == 1:
            raise PydanticCustomError("bars_few", "one figure is nothing to compare: name two metrics, or use a counter")
        if self.series is not None and len(self.series.points) > MOST_CATEGORIES:
            raise PydanticCustomError(
                "bars_many",
                "{count} bars are too many: show {most} at most, or use a line",
                {"count": len(self.series.points), "most": MOST_CATEGORIES},
            )
        check_units(self.metrics)
        check_highlight(self.metrics, self.series, self.highlight)
        return self

    def place(self, setting: Setting) -> Placed:
        entries = entries_of(self.metrics, self.series, self.highlight, setting)
        is_ordered = self.series is not None and _is_ordered(self.series.labels)
        columns, rows = _Columns(entries, setting, is_ordered), _Rows(entries, setting)
        return (columns if self._is_upward(setting, columns, rows, is_ordered) else rows).placed()

    def _is_upward(self, setting: Setting, columns: "_Columns", rows: "_Rows", is_ordered: bool) -> bool:
        if self.direction != "auto":
            return self.direction == "up"
        count = len(columns.entries)
        if is_ordered and count > 2:
            return True
        if setting.screen.shape == "portrait" or count <= 2:
            return not rows.is_roomy
        return (columns.captions.manner == "whole" and columns.size is not None) or not rows.is_roomy


@dataclass(frozen=True)
class _Chart:
    """What columns and rows share: their entries, tracks and figures."""

    entries: tuple[Entry, ...]
    setting: Setting

    @cached_property
    def values(self) -> Array:
        return np.array([entry.value for entry in self.entries])

    @cached_property
    def span(self) -> tuple[float, float]:
        return span_of(self.values)

    @cached_property
    def present(self) -> tuple[int, ...]:
        return tuple(index for index, entry in enumerate(self.entries) if not entry.is_missing)

    @cached_property
    def warm(self) -> tuple[int, ...]:
        return tuple(index for index, entry in enumerate(self.entries) if entry.is_warm)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        return stagger(len(self.entries), start=GROW_START, duration=GROW_TIME, step=0.12)

    @cached_property
    def colors(self) -> str | tuple[str, ...]:
        return tuple("warm" if self.entries[index].is_warm else "cool" for index in self.present) if self.warm else "cool"

    @cached_property
    def has_negative(self) -> bool:
        return self.span[0] < 0.0

    @cached_property
    def has_positive(self) -> bool:
        return self.span[1] > 0.0 and bool((self.values[list(self.present)] >= 0.0).any()) if self.present else True

    def writers(self, has_unit: bool) -> list[Callable[[float], Written]]:
        return [self.entries[index].write(self.setting, has_unit=has_unit) for index in self.present]

    def fitted(self, width: float, height: float) -> tuple[float | None, bool]:
        """The size of all figures, and whether they carry their unit; a unit that makes figures small moves to the foot."""
        if not self.present or len(self.present) > MOST_FIGURES:
            return None, True
        screen = self.setting.screen
        full = size_for(self.writers(True), screen, width, height)
        if full is not None and full >= screen.size("title"):
            return full, True
        bare = size_for(self.writers(False), screen, width, height)
        if bare is not None and (full is None or bare > 1.3 * full):
            return bare, False
        return full, True

    def tally(self, index: int, size: float, has_unit: bool) -> Tally:
        entry = self.entries[index]
        color = "warm" if entry.is_warm else "text"
        return Tally(entry.write(self.setting, has_unit=has_unit), size, self.setting.screen, color)

    def reached(self, t: float) -> Array:
        """The values of the bars that are there, at `t` seconds."""
        progress = np.array([self.tracks[index].at(t) for index in self.present])
        return self.values[list(self.present)] * progress

    def note(self, has_unit: bool) -> str:
        return "" if has_unit else unit_note(self.setting, self.entries[0].datum)


@dataclass(frozen=True)
class _Columns(_Chart):
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
        starts = self.left + self.slot * np.arange(len(self.entries))
        return starts if self.is_spacious else starts + (self.slot - self.bar_width) / 2.0

    @cached_property
    def captions(self) -> Captions:
        anchor: Literal["start", "middle"] = "start" if self.is_spacious else "middle"
        x = self.bar_left if self.is_spacious else self.bar_left + self.bar_width / 2.0
        labels = [entry.label for entry in self.entries]
        return captions(
            self.setting, labels, [float(place) for place in x], self.slot, left=self.left, right=self.box.right,
            anchor=anchor, is_ordered=self.is_ordered, warm=self.warm,
        )  # fmt: skip

    @cached_property
    def scale(self) -> Scale:
        box, foot = self.box, self.setting.foot
        size = self.size or self.setting.screen.size("label")
        ink = Tally(lambda _: Written("", "0", "", ""), size, self.setting.screen).ink + self.gap
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
            array(np.abs(ends - zero)), self.colors,
        )  # fmt: skip

    def figure(self, index: int, size: float) -> Layer:
        tally, value, zero = self.tally(index, size, self.fit[1]), float(self.values[index]), self.scale.at(0.0)
        x = float(self.bar_left[index]) + (0.0 if self.is_spacious else self.bar_width / 2.0)

        def ride(progress: float) -> Mark:
            end = self.scale.at(value * progress)
            y = end - self.gap if value >= 0.0 else max(end, zero) + self.gap + tally.ink
            return tally.at(progress, x, y, "ink" if self.is_spacious else "middle", min(1.0, 8.0 * progress))

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
        return moving(
            self.tracks[index],
            lambda progress: tally.at(progress, x, above if value >= 0.0 else below, "middle", min(1.0, 4.0 * progress)),
        )


@dataclass(frozen=True)
class _Rows(_Chart):
    """Rows from an upright baseline: labels before them or above them, each figure riding on its row's end."""

    @cached_property
    def pitch(self) -> float:
        return self.setting.box.height / len(self.entries)

    @cached_property
    def is_roomy(self) -> bool:
        """Whether every row has room for its label."""
        return self.pitch >= 1.12 * self.setting.screen.size("small")

    @cached_property
    def label_size(self) -> float:
        screen = self.setting.screen
        label = screen.size("label")
        return label if self.pitch >= (2.6 if self.is_above else 1.5) * label else screen.size("small")

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
    def label_lines(self) -> tuple[tuple[str, ...], ...]:
        size = self.label_size
        width = self.setting.box.width if self.is_above else 0.36 * self.setting.box.width
        lines = []
        for entry in self.entries:
            weight = 700 if entry.is_warm else 400
            most = 1 if self.is_above else max(1, min(2, int(self.pitch / (1.1 * LINE_PITCH * size))))
            found = balanced(spaced(entry.label), width / size, weight)
            lines.append(found if len(found) <= most else _cut(entry.label, width / size, most, weight))
        return tuple(lines)

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
            return min(0.62 * (self.pitch - self.head), 16 * g)
        return min(0.6 * self.pitch, 12 * g)

    @cached_property
    def head(self) -> float:
        """The height of the label above a row."""
        return 1.35 * self.label_size if self.is_above else 0.0

    @cached_property
    def fit(self) -> tuple[float | None, bool]:
        if not self.is_roomy:
            return None, True
        box = self.setting.box
        width = 0.36 * (box.width - self.label_width) if not self.has_both else 0.26 * (box.width - self.label_width)
        height = max(min(1.15 * self.thickness, 0.8 * (self.pitch - self.head)), 0.75 * self.setting.screen.size("small"))
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
        tops = self.setting.box.top + pitch * np.arange(len(self.entries))
        if self.is_above:
            return tops + self.head
        return tops + (pitch - self.thickness) / 2.0

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
            array(height), self.colors,
        )  # fmt: skip

    def baseline(self, x: float) -> Layer:
        """The upright line of zero that rows grow from, drawn from the top; it leaves out the labels above rows."""
        tops, bottoms = array([self.setting.box.top]), array([self.bottom])
        if self.is_above:
            reach = 0.12 * self.thickness
            tops, bottoms = self.bar_top - reach, self.bar_top + self.thickness + reach

        def grow(progress: float) -> Mark:
            y = np.stack([tops, tops + (bottoms - tops) * progress], axis=1)
            return Line(np.full(y.shape, x), y, "axis", self.setting.screen.px(3), cap="flat")

        return moving(GROUND, grow)

    def figure(self, index: int, size: float, has_unit: bool) -> Layer:
        tally, value, g = self.tally(index, size, has_unit), float(self.values[index]), self.setting.screen.g
        y = float(self.bar_top[index]) + self.thickness / 2.0 + tally.ink / 2.0

        def ride(progress: float) -> Mark:
            end, opacity = self.scale.at(value * progress), min(1.0, 8.0 * progress)
            if value < 0.0:
                return tally.at(progress, end - 1.4 * g, y, "end", opacity)
            return tally.at(progress, end + 1.4 * g, y, "start", opacity)

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
                first = float(self.bar_top[index]) - 0.38 * size
            for number, text in enumerate(lines):
                marks.append(Text(left, first + number * LINE_PITCH * size, (Run(text, size, weight, color),)))
        return tuple(appearing(mark, CAPTIONS_START, CAPTIONS_TIME) for mark in marks)


def _cut(text: str, width_em: float, most: int, weight: int) -> tuple[str, ...]:
    """As many lines of a text as there is room for, the last one ending in an ellipsis."""
    lines = list(wrap(spaced(text), width_em, weight))
    last = lines[most - 1]
    dots = "..." if text.isascii() else "…"
    while last and advance(last + dots, weight) > width_em:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip() + dots)


def _is_ordered(labels: tuple[str, ...]) -> bool:
    """Whether places have an order of their own: numbers, years or dates."""
    return all(label[:1].isdigit() for label in labels)
