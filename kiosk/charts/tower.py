"""Tower: a metric as slabs that rise beside a water gauge."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

import numpy as np
from pydantic import Field, model_validator

from kiosk.anatomy.geometry.axis import tick_texts, ticks
from kiosk.anatomy.words.unit_key import refuse_too_many, unit_key
from kiosk.kind import Kind, MetricRef
from kiosk.layers import Layer, Placed, appearing, moving, still
from kiosk.marks import Bars, Line, Mark, array
from kiosk.motion import COUNT, Track, smoothstep
from kiosk.numbers import Written, tongue_of
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typeface import advance
from kiosk.typesetting import line
from kiosk.words import Words

GROUND = Track(0.0, 0.5, smoothstep)
RISE = COUNT
"""The stretch in which a counter beside the tower counts: the two share one time."""
VALUE_START = 1.6

SLAB_INK = 0.62
"""The part of a row's height that the slabs fill."""
JOINT = 0.115
"""The part of a column's width between two slabs."""
STEEPEST, FLATTEST = 1.4, 6.0
"""How many times a slab is as wide as high, at most, and at least where rows are not low."""

SLAB: dict[str, str] = {"zh": "横", "en": "slab"}


class Tower(Kind):
    """A figure in slabs: each stands for `unit_value`, `columns` of them make a row, a gauge beside them says how high.

    Made to stand beside the figure itself. `slab`, if given, says in words what one slab stands for.
    """

    metric: MetricRef
    unit_value: Annotated[float, Field(gt=0)] = 1.0
    columns: Annotated[int, Field(ge=1, le=20)] = 5
    slab: Words | None = None

    @model_validator(mode="after")
    def _check(self) -> "Tower":
        refuse_too_many(self.metric, self.unit_value, "unit_value")
        return self

    def place(self, setting: Setting) -> Placed:
        return _Place(self, setting).placed()

    def key(self, language: str) -> str:
        """What one slab stands for."""
        if self.slab is not None:
            return self.slab.get(language)
        return unit_key(language, SLAB[tongue_of(language)], self.metric, self.unit_value)


@dataclass(frozen=True)
class _Place:
    """The arithmetic of one arrangement: slabs from the left edge, the gauge's words at the right edge."""

    kind: Tower
    setting: Setting

    @property
    def screen(self) -> Screen:
        return self.setting.screen

    @cached_property
    def size(self) -> float:
        return self.screen.size("small")

    @cached_property
    def value(self) -> float:
        return self.kind.metric.number

    @cached_property
    def row_value(self) -> float:
        return self.kind.columns * self.kind.unit_value

    @cached_property
    def rows(self) -> int:
        return max(1, math.ceil(self.value / self.row_value - 1e-9))

    @cached_property
    def base(self) -> float:
        """The y of the baseline: the label of the nought hangs below it by half its height."""
        box = self.setting.box
        return round(max(box.bottom - 0.4 * self.size, box.bottom + self.setting.foot - 0.56 * self.size))

    @cached_property
    def own_label(self) -> str:
        written = self.kind.metric.written(self.setting.language)
        return Written(written.before, written.digits, written.after, "").text

    @cached_property
    def round_labels(self) -> tuple[tuple[float, str], ...]:
        values = ticks(0.0, self.value) if self.value else ()
        return tuple(zip(values, tick_texts(values, self.kind.metric, self.setting.language), strict=True))

    @cached_property
    def is_label_above(self) -> bool:
        """Whether the label at the value is too long to stand beside the gauge."""
        return advance(self.own_label, 700) * self.size > 0.35 * self.setting.box.width

    @cached_property
    def axis(self) -> float:
        """The x of the gauge."""
        beside = () if self.is_label_above else (self.own_label,)
        widest = max((advance(text, 700) for text in (*beside, *(text for _, text in self.round_labels))), default=0.0)
        return round(self.setting.box.right - widest * self.size - self.screen.px(26))

    @cached_property
    def widest(self) -> float:
        """The most that a column may be wide."""
        return (self.axis - self.screen.px(19) - self.setting.box.left) / self.kind.columns

    @cached_property
    def pitch(self) -> float:
        """Height of a row; the label at the value needs half a line above it, and slabs lie."""
        room = (self.base - self.setting.box.top - (1.4 if self.is_label_above else 0.4) * self.size) / self.rows
        return min(room, max(7.0 * self.screen.g, self.widest * (1.0 - JOINT) / (STEEPEST * SLAB_INK)))

    @cached_property
    def column(self) -> float:
        """Width of a column, the joint beside it included."""
        return min(self.widest, FLATTEST * SLAB_INK * self.pitch / (1.0 - JOINT))

    @cached_property
    def left(self) -> float:
        """The x of the first slab: the tower leans on its gauge."""
        return self.axis - self.screen.px(19) - self.column * self.kind.columns

    @cached_property
    def labels(self) -> tuple[tuple[float, str], ...]:
        """Values and words of the ticks that have room, the metric's own last."""
        top, room = self.y(self.value), 1.2 * self.size
        kept: list[tuple[float, str]] = []
        for value, text in self.round_labels:
            if self.y(value) - top > room and all(self.y(other) - self.y(value) > room for other, _ in kept):
                kept.append((value, text))
        return (*kept, (self.value, self.own_label))

    def y(self, value: float) -> float:
        return self.base - value / self.row_value * self.pitch

    def placed(self) -> Placed:
        return Placed((*self.ground(), self.slabs(), *self.gauge()), self.kind.key(self.setting.language))

    def ground(self) -> tuple[Layer, ...]:
        px = self.screen.px
        ends = array([self.left - px(10), self.axis - px(10)])
        return (still(Line(ends, array([self.base, self.base]), "axis", px(3), cap="flat")),)

    def slabs(self) -> Layer:
        """Rows that fill from below: at every instant the tower's height on the gauge is the figure that counts."""
        units = self.value / self.kind.unit_value
        count = max(1, math.ceil(units - 1e-9))
        row, column = np.divmod(np.arange(count), self.kind.columns)
        joint = max(JOINT * self.column, self.screen.px(8))
        widths = np.clip(units - np.arange(count), 0.0, 1.0) * (self.column - joint)
        lefts = self.left + column * self.column
        left, right = np.round(lefts), np.round(lefts + widths)
        foot = np.round(self.base - row * self.pitch - 0.12 * self.pitch)
        full = float(max(1, round(SLAB_INK * self.pitch)))
        row_values = np.minimum(self.row_value, self.value - row * self.row_value)

        def draw(progress: float) -> Mark:
            risen = (self.value * progress - row * self.row_value) / np.maximum(row_values, 1e-12)
            height = full * np.clip(risen, 0.0, 1.0)
            return Bars(left, foot - height, right - left, height, "cool")

        return moving(RISE, draw)

    def gauge(self) -> list[Layer]:
        px, x, top = self.screen.px, self.axis, self.y(self.value)

        def grow(progress: float) -> Mark:
            y = self.base + (top - self.base) * progress
            return Line(array([x, x]), array([self.base, y]), "axis", px(3), cap="flat")

        layers = [moving(GROUND, grow)]
        for value, text in self.labels:
            is_own = value == self.value
            ink, color, weight, start = ("warm", "warm", 700, VALUE_START) if is_own else ("axis", "muted", 400, 0.2)
            y = self.y(value)
            tick = Line(array([x, x + px(14)]), array([y, y]), ink, px(6 if is_own else 3), cap="flat")
            label = line(text, x + px(26), y + 0.36 * self.size, self.size, weight=weight, color=color)
            if is_own and self.is_label_above:
                over = self.base - self.rows * self.pitch - 0.3 * self.size
                label = line(text, self.setting.box.right, over, self.size, weight=700, color=color, anchor="end")
            layers += [appearing(tick, start, 0.3), appearing(label, start, 0.3)]
        return layers
