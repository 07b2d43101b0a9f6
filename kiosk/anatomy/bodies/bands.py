"""Bands: series piled on each other along an axis, each a filled stretch between two curves."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.plot import DRAW, MANY_POINTS, Plot
from kiosk.anatomy.geometry.axis import Gauge, span_of
from kiosk.anatomy.geometry.places import Places, places_of
from kiosk.anatomy.geometry.uncovering import uncovered_area, uncovered_line
from kiosk.anatomy.values.palette import part_colors
from kiosk.figures import Scale
from kiosk.layers import Layer, moving
from kiosk.marks import Area, Array, Line, array
from kiosk.metrics import Series
from kiosk.numbers import Written
from kiosk.words import Words

WHOLE = 100.0
SEAM = 3.0
"""The width in pixels of the seam between two bands on a screen of 1080 lines."""
ALONE, ONLY = 18.0, 60.0
"""Half the width in pixels of a pile without neighbours, and of one that is the only pile, on a screen of 1080 lines."""


@dataclass(frozen=True)
class Band:
    """What lies between two curves over the same places, of shape (n,); where it has no height there is nothing."""

    x: Array
    upper: Array
    lower: Array


@dataclass(frozen=True)
class Bands(Plot):
    """Two to six series over the same places, the first at the bottom; `is_share` shows what share of the whole each has.

    A place where one of them is missing has no pile at all.
    """

    is_share: bool = False

    @cached_property
    def all_places(self) -> Places:
        """Where all values stand, however many there are."""
        return places_of(self.series, self.setting.language)

    @cached_property
    def grid(self) -> tuple[Array, Array]:
        """The places, ascending, and the values of all series at them, of shape (series, places)."""
        x = self.all_places.x
        order = [np.argsort(each, kind="stable") for each in x]
        values = np.stack([each.y[at] for each, at in zip(self.series, order, strict=True)])
        whole = values.sum(axis=0)
        if self.is_share:
            with np.errstate(invalid="ignore", divide="ignore"):
                values = np.where(whole > 0.0, WHOLE * values / whole, np.nan)
        values[:, ~np.isfinite(whole)] = np.nan
        return _thinned(np.asarray(x[0])[order[0]], values, round(self.setting.box.width / self.setting.screen.px(4.0)))

    @cached_property
    def places(self) -> Places:
        """Where the piles stand."""
        x = self.grid[0]
        return replace(self.all_places, x=tuple(x for _ in self.series))

    @cached_property
    def values(self) -> tuple[Array, ...]:
        """The upper edge of every band."""
        return tuple(np.cumsum(self.grid[1], axis=0))

    @cached_property
    def span(self) -> tuple[float, float]:
        """The range of the piles."""
        return (0.0, WHOLE) if self.is_share else span_of(self.values[-1])

    @cached_property
    def colors(self) -> tuple[str, ...]:
        """The colour of every band."""
        return part_colors(len(self.series), self.warm)

    @cached_property
    def unit_series(self) -> tuple[Series, ...]:
        """The series in the unit that is shown."""
        if not self.is_share:
            return self.series
        present = self.grid[1][np.isfinite(self.grid[1]) & (self.grid[1] > 0.0)]
        decimals = 1 if present.size and float(present.min()) < 1.0 else 0
        percent = {"unit": Words.of("%"), "decimals": decimals, "scale": Scale(zh="none", en="none")}
        return tuple(type(each).model_construct(**(dict(each) | percent)) for each in self.series)

    @cached_property
    def gauge(self) -> Gauge:
        """The scale of values."""
        return Gauge(self.setting, *self.span, self.unit_series[0])

    def write(self, series: Series, value: float, *, has_unit: bool = True) -> Callable[[float], Written]:
        """How a value or share is written."""
        return super().write(self.unit_series[self.series.index(series)], value, has_unit=has_unit)

    @property
    def has_units(self) -> bool:
        """Whether every figure carries its unit."""
        return self.is_share or super().has_units

    @cached_property
    def figure_colors(self) -> tuple[str, ...]:
        """The colour of every figure: tints of bands are too faint for type."""
        return tuple("warm" if index == self.warm else "text" for index in range(len(self.series)))

    def last_value(self, index: int) -> float:
        """The height of a band at its end."""
        values = self.grid[1][index]
        return float(values[np.isfinite(values)][-1])

    def band(self, index: int) -> Band:
        """A band in pixels."""
        upper = self.values[index]
        lower = self.values[index - 1] if index else np.where(np.isfinite(upper), 0.0, np.nan)
        x, high, low = self.x_scale.along(self.grid[0]), self.y_scale.along(upper), self.y_scale.along(lower)
        present = np.isfinite(high)
        run = np.cumsum(~present)[present]
        # A pile without neighbours would have no width.
        alone = np.bincount(run)[run] == 1
        times = 1 + alone
        x, high, low, run = (np.repeat(each, times) for each in (x[present], high[present], low[present], run))
        at = (np.cumsum(times) - times)[alone]
        half = self.setting.screen.px(ONLY if len(times) == 1 else ALONE)
        x[at], x[at + 1] = x[at] - half, x[at + 1] + half
        x = np.clip(x, self.area.left, self.area.right)
        # A gap is a stretch without height.
        broken = np.flatnonzero(np.diff(run)) + 1
        at = np.repeat(broken, 2)
        middle = (high + low) / 2.0
        sides = np.stack([broken - 1, broken], axis=1).ravel()
        return Band(
            array(np.insert(x, at, x[sides])),
            array(np.insert(high, at, middle[sides])),
            array(np.insert(low, at, middle[sides])),
        )

    def leader_color(self, index: int) -> str:
        """The colour of the line from a band to its callout."""
        return "warm" if index == self.warm else "muted"

    def drawn(self, index: int) -> list[Layer]:
        """One band as it is uncovered, and the seam above the one below it."""
        made, color = self.band(index), self.colors[index]

        area = Area(array(made.x), array(made.upper), array(made.lower), color)
        layers = [moving(DRAW, uncovered_area(area, self.edge))]
        if index > 0 and len(made.x) <= MANY_POINTS:
            below = self.curves[index - 1]
            seam = Line(*below.strokes(), "ground", self.setting.screen.px(SEAM), cap="flat")
            layers.append(moving(DRAW, uncovered_line(below, seam, self.edge)))
        return layers

    def end(self, index: int) -> tuple[float, float]:
        """The middle of the right end of a band."""
        made = self.band(index)
        return float(made.x[-1]), float(made.upper[-1] + made.lower[-1]) / 2.0


def _thinned(x: Array, values: Array, most: int) -> tuple[Array, Array]:
    """Places and values no denser than the screen can show: of more than `most`, the means of neighbours."""
    if len(x) <= most:
        return x, values
    starts = np.unique(np.linspace(0, len(x), most, endpoint=False).astype(np.int64))
    counts = np.diff(np.append(starts, len(x)))
    means = np.add.reduceat(values, starts, axis=1) / counts
    means[:, -1] = values[:, -1]
    return np.append(x[starts[:-1]], x[-1]), means
