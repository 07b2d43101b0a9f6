"""Plots: series as curves along an axis, drawn from left to right, with their last values beside their ends."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from kiosk.charts.axis import Gauge, Scale, baseline_layer, span_of
from kiosk.charts.callouts import Callout, spread
from kiosk.charts.captions import Captions, captions
from kiosk.charts.curve import Curve, curve
from kiosk.charts.places import Places, places_of
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Area, Array, Bars, Dots, Line, Mark, array
from kiosk.metrics import Series
from kiosk.motion import Track, lerp, smoothstep
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, writer
from kiosk.typesetting import LINE_PITCH

DRAW = Track(0.5, 1.6)
WORDS_START = 2.0
COLORS = ("warm", "cool", "text", "muted")
FIGURES: dict[int, tuple[str, ...]] = {
    1: ("medium", "160", "banner", "title", "label", "small"),
    2: ("160", "banner", "title", "label", "small"),
}
COLUMN, LONGEST = 2.0, 12_000.0
"""In pixels of a screen of 1080 lines: a longer way up and down is drawn as the band it covers, in columns of that width."""

FEW_POINTS, MANY_POINTS = 14, 300
SMOOTHED = 60


@dataclass(frozen=True)
class Plot:
    """One to four series of one unit in a box. `is_filled` shades what lies between the only curve and zero."""

    series: tuple[Series, ...]
    setting: Setting
    is_filled: bool = False
    is_from_zero: bool = True

    @cached_property
    def places(self) -> Places:
        """Where the values stand."""
        return places_of(self.series, self.setting.language)

    @cached_property
    def values(self) -> tuple[Array, ...]:
        """The values of every series, nan where one is missing."""
        return tuple(each.y for each in self.series)

    @cached_property
    def span(self) -> tuple[float, float]:
        """The range of values."""
        return span_of(np.concatenate(self.values), self.is_from_zero)

    @cached_property
    def gauge(self) -> Gauge:
        """The scale of values."""
        return Gauge(self.setting, *self.span, self.series[0])

    @cached_property
    def is_stacked(self) -> bool:
        """Whether the only figure stands above the plot instead of beside it."""
        return self.setting.screen.shape == "portrait" and len(self.series) == 1

    @cached_property
    def shown(self) -> tuple[int, ...]:
        """The series that have values at all."""
        return tuple(index for index, each in enumerate(self.values) if bool(np.isfinite(each).any()))

    @cached_property
    def callouts(self) -> dict[int, Callout]:
        """The last value of every series with its label, in the largest type that leaves the curves most of the box."""
        box, screen = self.setting.box, self.setting.screen
        sizes = FIGURES.get(len(self.shown), ("title", "label", "small"))
        shares = (1.0,) if self.is_stacked else (0.34, 0.42) if screen.shape == "portrait" else (0.29, 0.36, 0.44)
        height = (0.3 if self.is_stacked else 1.0) * box.height
        for role, share in ((role, share) for role in sizes for share in shares):
            size = screen.size(role) if role in TYPE else float(round(int(role) / 1000.0 * screen.u * screen.scale))
            label_size = screen.size("label" if len(self.shown) <= 2 and size > screen.size("title") else "small")
            made = {index: self._callout(index, size, label_size, share * box.width) for index in self.shown}
            tall = sum(each.height for each in made.values()) + 2.0 * screen.g * (len(made) - 1)
            if tall <= height and all(each.is_fitting for each in made.values()):
                return made
        small = screen.size("small")
        most = max(1, int((height / max(len(self.shown), 1) - 2.2 * small) / (LINE_PITCH * small)))
        return {index: self._callout(index, small, small, shares[-1] * box.width, most) for index in self.shown}

    def _callout(self, index: int, size: float, label_size: float, width: float, most: int = 9) -> Callout:
        series, setting = self.series[index], self.setting
        values = self.values[index]
        last = values[np.isfinite(values)][-1]
        write = writer(series, setting.language, float(last))
        color = COLORS[index]
        return Callout(
            write, series.name(setting.language), size, label_size, width, setting.screen, color, color == "warm"
        )

    @cached_property
    def area(self) -> Box:
        """The room of the curves."""
        box, g = self.setting.box, self.setting.screen.g
        left = box.left + self.gauge.width
        if self.is_stacked:
            top = box.top + max((each.height for each in self.callouts.values()), default=0.0) + 4 * g
            right = box.right - 1.5 * g
        else:
            # Half a figure above the highest value, so that a figure can stand level with it.
            digits = max((each.tally.ink for each in self.callouts.values()), default=0.0)
            top = box.top + max(digits / 2.0, 0.36 * self.setting.screen.size("small"))
            right = box.right - max((each.extent for each in self.callouts.values()), default=0.0) - 4.5 * g
        return Box.between(left, top, right, box.bottom)

    @cached_property
    def x_scale(self) -> Scale:
        """From places to pixels; a single place stands in the middle."""
        low, high = self.places.span
        if low == high:
            low, high = low - 1.0, high + 1.0
        inset = 1.6 * self.setting.screen.g
        return Scale(low, high, self.area.left + inset, self.area.right)

    @cached_property
    def captions(self) -> Captions:
        """The names of the places."""
        x = [self.x_scale.at(place) for place, _ in self.places.marks]
        pitch = min((after - before for before, after in pairwise(x)), default=self.area.width)
        texts, left, right = (
            [text for _, text in self.places.marks],
            self.setting.box.left,
            self.area.right + self.margin,
        )
        return captions(self.setting, texts, x, pitch, left=left, right=right, is_ordered=self.places.is_ordered)

    @property
    def margin(self) -> float:
        """How far the last caption may reach beyond the curves."""
        return 0.0 if self.is_stacked else 4.0 * self.setting.screen.g

    @cached_property
    def y_scale(self) -> Scale:
        """From values to pixels."""
        box = self.setting.box
        bottom = min(box.bottom, box.bottom + self.setting.foot - self.captions.height)
        return Scale(*self.span, bottom, self.area.top)

    @cached_property
    def zero(self) -> float:
        """The y of the baseline: of zero, or of the lowest value where the range does not hold it."""
        return self.y_scale.at(min(max(0.0, self.span[0]), self.span[1]))

    @cached_property
    def curves(self) -> dict[int, Curve]:
        """The curves by the place of their series, at most two points to a pixel column."""
        px = self.setting.screen.px
        made: dict[int, Curve] = {}
        for index in self.shown:
            x, y = self.x_scale.along(self.places.x[index]), self.y_scale.along(self.values[index])
            made[index] = curve(x, y, max(1.0, float(round(px(COLUMN)))), px(LONGEST))
        return made

    def edge(self, progress: float) -> float:
        """How far to the right the curves are drawn."""
        return self.x_scale.start + progress * (self.x_scale.end - self.x_scale.start)

    def placed(self) -> Placed:
        """The plot through time: gauge and captions, curves, words."""
        layers = list(self.gauge.upright(self.y_scale, self.area.left))
        layers += self.captions.layers(self.y_scale.start)
        layers.append(baseline_layer(self.setting, self.area.left, self.area.right, self.zero))
        # The first series, the warm one, lies on top.
        for index in reversed(self.shown):
            if self.is_filled:
                layers.append(moving(DRAW, self.fill(index)))
            layers += self.stroke(index)
        return Placed((*layers, *self.ends()))

    def fill(self, index: int) -> Callable[[float], Mark]:
        """What lies between a curve and zero, as it is uncovered."""
        made = self.curves[index]

        def draw(progress: float) -> Mark:
            x, upper, lower = made.until(self.edge(progress)).outline(self.zero)
            if len(x) < 2:
                x, upper, lower = array(made.x[:1]), array([self.zero]), array([self.zero])
            return Area(x, upper, lower, COLORS[index], 0.5, "", 0.06)

        def columns(progress: float) -> Mark:
            left, top, bottom = made.band()
            top, bottom = np.minimum(top, self.zero), np.maximum(bottom, self.zero)
            return self.columns(made, (left, top, bottom), progress, COLORS[index], 0.25)

        return columns if made.column else draw

    def columns(
        self, made: Curve, band: tuple[Array, Array, Array], progress: float, color: str, opacity: float = 1.0
    ) -> Bars:
        """The columns of a band that are uncovered."""
        left, top, bottom = band
        count = int(np.searchsorted(left, self.edge(progress), side="right"))
        return Bars(
            array(left[:count]),
            array(top[:count]),
            np.full(count, made.column),
            array(bottom[:count] - top[:count]),
            color,
            opacity,
        )

    def stroke(self, index: int) -> list[Layer]:
        """A curve, the dots on it, and the dot at its front."""
        made, color, px = self.curves[index], COLORS[index], self.setting.screen.px
        width = px(9.0 if len(made.x) <= MANY_POINTS else 4.0)
        dots = np.arange(len(made.x)) if len(made.x) <= FEW_POINTS else made.alone
        layers: list[Layer] = []
        band = (array(made.x), array(made.y), array(made.y))
        middles = made.y
        if made.column:
            left, top, bottom = made.band()
            band = left, array(top - width / 2.0), array(bottom + width / 2.0)
            middles = _smoothed((top + bottom) / 2.0)

        def draw(progress: float) -> Mark:
            x, y = made.until(self.edge(progress)).strokes()
            return Line(x, y, color, width)

        def columns(progress: float) -> Mark:
            return self.columns(made, band, progress, color)

        def dot(progress: float) -> Mark:
            reached = dots[made.x[dots] <= self.edge(progress)]
            return Dots(array(made.x[reached]), array(made.y[reached]), np.full(len(reached), px(18.0)), color)

        def front(progress: float) -> Mark:
            x, y, off = made.pen(self.edge(progress))
            if made.column:
                # On a band the dot runs along its smoothed middle, and only at the end comes to the last value.
                middle = float(np.interp(x, band[0], middles))
                y = lerp(middle, float(made.y[-1]), smoothstep(max(0.0, 10.0 * progress - 9.0)))
            opacity = min(1.0, 8.0 * progress) * max(0.0, 1.0 - off / px(30.0))
            return Dots(array([x]), array([y]), array([px(28.0)]), color, opacity)

        if made.column:
            # Qt strokes and fills a dense zigzag far too slowly: columns show the same.
            layers.append(moving(DRAW, columns))
        elif len(made.x) > 1:
            layers.append(moving(DRAW, draw))
        if 0 < len(dots) <= MANY_POINTS:
            layers.append(moving(DRAW, dot))
        return [*layers, moving(DRAW, front)]

    def ends(self) -> list[Layer]:
        """The last values beside the ends of their curves, each led to by a thin line of its colour."""
        shown, g, box = self.shown, self.setting.screen.g, self.setting.box
        if self.is_stacked:
            return [
                layer
                for index in shown
                for layer in self.callouts[index].layers(box.left, box.top, "start", WORDS_START)
            ]
        shown = tuple(sorted(shown, key=lambda index: float(self.curves[index].y[-1])))
        made = [self.callouts[index] for index in shown]
        last = [(float(self.curves[index].x[-1]), float(self.curves[index].y[-1])) for index in shown]
        # The middle of the digits, not of the callout, belongs at the end of the curve.
        wanted = [y - each.tally.ink / 2.0 for (_, y), each in zip(last, made, strict=True)]
        tops = spread(wanted, [each.height for each in made], box.top, box.bottom, 2.0 * g)
        layers: list[Layer] = []
        x = self.area.right + 4.5 * g
        for index, each, top, (end_x, end_y) in zip(shown, made, tops, last, strict=True):
            to_y = top + DIGIT_INK * each.size / 2.0
            leader = Line(
                array([end_x, max(end_x, self.area.right + 0.8 * g), x - 1.0 * g]), array([end_y, end_y, to_y]),
                COLORS[index], self.setting.screen.px(3.0), 0.7, cap="flat",
            )  # fmt: skip
            layers.append(appearing(leader, WORDS_START))
            layers += each.layers(x, top, "start", WORDS_START)
        return layers


def _smoothed(values: Array) -> Array:
    """The mean of each value and of those near it."""
    width = min(SMOOTHED, len(values))
    return np.convolve(np.pad(values, width // 2, mode="edge"), np.full(width, 1.0 / width), mode="same")[
        width // 2 : width // 2 + len(values)
    ]
