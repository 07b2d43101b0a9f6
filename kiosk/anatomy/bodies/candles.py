"""Candles: a body from the first value of a day to its last, and a wick from the lowest to the highest."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kiosk.anatomy.bodies.plot import DRAW, Plot
from kiosk.anatomy.geometry.axis import Scale, span_of
from kiosk.anatomy.geometry.places import Places, places_of
from kiosk.anatomy.words.endings import FIGURES
from kiosk.layers import Layer, moving
from kiosk.marks import Array, Bars, Line, Mark, array
from kiosk.metrics import Series

BODY, WIDEST = 0.62, 30.0
"""The width of a body as a share of the distance of two, and at most in pixels of a screen of 1080 lines."""
WINDOW = 160.0
"""How far to the left of the front candles are still growing, in pixels of a screen of 1080 lines."""


@dataclass(frozen=True)
class Candles(Plot):
    """A plot of the last values, whose curve is drawn as candles; days stand side by side, whatever lies between them."""

    first: tuple[Series, ...] = ()
    highest_series: tuple[Series, ...] = ()
    lowest_series: tuple[Series, ...] = ()

    @cached_property
    def places(self) -> Places:
        """Days counted from 0, with the boundaries of the calendar where the first day after them stands."""
        found = places_of(self.series, self.setting.language)
        order = np.sort(found.x[0])
        rank = np.searchsorted(order, found.x[0]).astype(np.float64)
        named = tuple(
            tuple((float(np.searchsorted(order, place)), text) for place, text in marks if place <= order[-1])
            for marks in (found.marks, *found.coarser)
        )
        distinct = [marks for marks in named if len({place for place, _ in marks}) == len(marks)] or [named[-1]]
        return replace(found, x=(rank,), marks=distinct[0], coarser=tuple(distinct[1:]))

    @cached_property
    def rows(self) -> Array:
        """First, highest, lowest and last values by the places of the last ones, of shape (4, n), nan where one is missing."""
        labels = self.series[0].labels
        found = []
        for each in (self.first[0], self.highest_series[0], self.lowest_series[0], self.series[0]):
            values = dict(zip(each.labels, each.y, strict=True))
            found.append([values.get(label, np.nan) for label in labels])
        rows = np.array(found, dtype=np.float64)
        rows[:, ~np.isfinite(rows.sum(axis=0))] = np.nan
        return rows

    @cached_property
    def values(self) -> tuple[Array, ...]:
        """The last values."""
        return (self.rows[3],)

    @cached_property
    def span(self) -> tuple[float, float]:
        """From the lowest value to the highest."""
        low, high = span_of(self.rows, False)
        margin = 0.04 * (high - low)
        return (0.0 if low >= 0.0 > low - margin else low - margin), high + margin

    @property
    def figure_sizes(self) -> tuple[tuple[str, str], ...]:
        """The sizes that the last value may have: candles need more room than a line."""
        return super().figure_sizes if self.is_stacked else FIGURES[2]

    @property
    def note(self) -> str:
        """How a candle is to be read."""
        return "空心为涨 实心为跌" if self.setting.is_chinese else "Hollow: rise; filled: fall"

    @cached_property
    def slot(self) -> float:
        """The room of one candle."""
        return (self.area.width - 0.8 * self.setting.screen.g) / max(len(self.rows[3]), 1)

    @cached_property
    def x_scale(self) -> Scale:
        """From the number of a day to the middle of its candle."""
        count = len(self.rows[3])
        left, right = self.area.right - count * self.slot, self.area.right
        return Scale(-0.5, count - 0.5, left, right)

    @cached_property
    def width(self) -> float:
        """The width of a body."""
        return max(1.0, min(BODY * self.slot, self.setting.screen.px(WIDEST)))

    def end(self, index: int) -> tuple[float, float]:
        """The right edge of the last candle at the last value."""
        present = np.isfinite(self.rows[3])
        x = self.x_scale.along(self.places.x[0][present])
        at = int(np.argmax(x))
        return float(x[at]) + self.width / 2.0, self.y_scale.at(float(self.rows[3][present][at]))

    def last_value(self, index: int) -> float:
        """The last value of the last day that has one."""
        order = np.argsort(self.places.x[0], kind="stable")
        values = self.rows[3][order]
        return float(values[np.isfinite(values)][-1])

    def drawn(self, index: int) -> list[Layer]:
        """Wicks, hollow bodies of days that rose, filled ones of days that fell."""
        present = np.isfinite(self.rows[3])
        x = self.x_scale.along(self.places.x[0][present])
        first, high, low, last = (self.y_scale.along(row) for row in self.rows[:, present])
        rises = last <= first
        px = self.setting.screen.px
        pen = max(1.0, px(3.0) if self.width > px(9.0) else px(2.0))
        top, bottom = np.minimum(first, last), np.maximum(first, last)
        # A day that ends where it began is a dash.
        flat = bottom - top < pen
        top, bottom = (
            np.where(flat, (top + bottom - pen) / 2.0, top),
            np.where(flat, (top + bottom + pen) / 2.0, bottom),
        )
        rises = rises & ~flat

        def grown(progress: float, y: Array) -> Array:
            share = np.clip((self.edge(progress) + progress * px(WINDOW) - x) / px(WINDOW), 0.0, 1.0)
            middle = (top + bottom) / 2.0
            return array(middle + (y - middle) * share)

        return [
            moving(DRAW, self._wicks(x, (high, top, bottom, low), pen, grown)),
            *self._bodies(x, top, bottom, rises, pen, grown),
        ]

    def _wicks(
        self, x: Array, ends: tuple[Array, Array, Array, Array], pen: float, grown: Callable[[float, Array], Array]
    ) -> Callable[[float], Mark]:
        high, top, bottom, low = ends
        both = np.stack([np.concatenate([x, x])] * 2, axis=1)

        def draw(progress: float) -> Mark:
            above = np.stack([grown(progress, high), grown(progress, top)], axis=1)
            below = np.stack([grown(progress, bottom), grown(progress, low)], axis=1)
            return Line(
                array(both), array(np.concatenate([above, below])), "cool", pen, min(1.0, 8.0 * progress), cap="flat"
            )

        return draw

    def _bodies(
        self,
        x: Array,
        top: Array,
        bottom: Array,
        rises: NDArray[np.bool_],
        pen: float,
        grown: Callable[[float, Array], Array],
    ) -> list[Layer]:
        half, labels = self.width / 2.0, np.array(self.series[0].labels)[np.isfinite(self.rows[3])]

        full = bottom - top - pen

        def hollow(progress: float) -> Mark:
            high, low = grown(progress, top)[rises] + pen / 2.0, grown(progress, bottom)[rises] - pen / 2.0
            low = np.maximum(low, high)
            # What has not begun to grow yet is no line either.
            aside = (half - pen / 2.0) * np.clip((low - high) / np.maximum(full[rises], pen), 0.0, 1.0) ** 0.25
            left, right = x[rises] - aside, x[rises] + aside
            corners = np.stack([left, right, right, left, left], axis=1)
            levels = np.stack([high, high, low, low, high], axis=1)
            return Line(array(corners), array(levels), "cool", pen, min(1.0, 8.0 * progress), cap="flat")

        def filled(progress: float) -> Mark:
            high, low = grown(progress, top)[~rises], grown(progress, bottom)[~rises]
            width = np.full(len(high), 2.0 * half)
            keys = tuple(str(label) for label in labels[~rises])
            return Bars(array(x[~rises] - half), high, width, array(low - high), "cool", keys=keys)

        layers = []
        if rises.any():
            layers.append(moving(DRAW, hollow))
        if not rises.all():
            layers.append(moving(DRAW, filled))
        return layers
