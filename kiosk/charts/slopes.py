"""Slopes: growth rates as straight lines that leave one common start and end on a gauge."""

from typing import Annotated, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.words.leaders import TICK, TICK_GAP, Leader, arrange
from kiosk.kind import Kind, MetricRef
from kiosk.layers import Layer, Placed, appearing, moving, still
from kiosk.marks import Area, Array, Dots, Line, Mark, array
from kiosk.metrics import Metric
from kiosk.motion import Track, emergence, lerp, smoothstep
from kiosk.setting import Setting
from kiosk.typesetting import figure, line
from kiosk.words import Words

GROUND = Track(0.0, 0.6)
RISE = Track(0.6, 1.2)
WORDS = Track(1.8, 0.6, smoothstep)
COLORS = ("warm", "cool")
MOST_RAYS = 36


class Slopes(Kind):
    """Growth from one start: the first metric is the warm one. Each line's level carries its figure.

    All metrics share one unit and are positive. `start` and `end` say what the two ends of the axis are. `rays` draws one thin
    line for each whole point (for each ten, or each tenth, where the rates are large or small). Goes with the layout "aside".
    """

    metrics: Annotated[tuple[MetricRef, ...], Field(min_length=1, max_length=2)]
    start: Words
    end: Words
    rays: bool = True

    @model_validator(mode="after")
    def _check_rates(self) -> Self:
        for place, metric in enumerate(self.metrics):
            if metric.number <= 0.0:
                raise PydanticCustomError(
                    "slopes_sign",
                    "slopes climb: {value} is not above zero",
                    {
                        "value": f"{metric.number:g}",
                        "at": ("metrics", place),
                        "hint": "show it with the element counter",
                    },
                )
            if metric in self.metrics[:place]:
                raise PydanticCustomError(
                    "slopes_twice",
                    "the same metric is there twice",
                    {"at": ("metrics", place), "hint": "write another one"},
                )
            if metric.unit != self.metrics[0].unit:
                raise PydanticCustomError(
                    "slopes_unit",
                    "both slopes are measured on one gauge, but their units differ",
                    {"at": ("metrics", place), "hint": "write metrics of the same unit"},
                )
        return self

    def place(self, setting: Setting) -> Placed:
        return _Drawing(self, setting).placed()


class _Drawing:
    """The layers of one arrangement."""

    def __init__(self, kind: Slopes, setting: Setting) -> None:
        self.kind, self.setting, self.screen = kind, setting, setting.screen
        self.arrangement = arrange(kind.metrics, setting.say(kind.start), setting.say(kind.end), setting)
        self.chart = self.arrangement.chart
        self.top_value = max(metric.number for metric in kind.metrics)
        self.scale = self.chart.height / self.top_value

    def y(self, value: float) -> float:
        return self.chart.bottom - value * self.scale

    def placed(self) -> Placed:
        layers: list[Layer] = [self.rays(), *self.gauge()]
        # The highest is drawn last, and of two equal ones the first, so that the warm line lies on top.
        leaders = sorted(enumerate(self.arrangement.leaders), key=lambda each: (each[1].metric.number, -each[0]))
        below: Metric | None = None
        for place, level in leaders:
            layers.append(self.fill(level.metric, below, COLORS[place]))
            below = level.metric
        for place, level in leaders:
            layers += self.slope(level.metric, COLORS[place])
        for place, level in enumerate(self.arrangement.leaders):
            layers += self.words(level, COLORS[place])
        start = Dots(array([self.chart.left]), array([self.chart.bottom]), array([self.screen.px(18)]), "text")
        return Placed((*layers, still(start)))

    def rays(self) -> Layer:
        chart = self.chart
        step = 10.0 ** np.ceil(np.log10(self.top_value / MOST_RAYS))
        points = step * np.arange(1.0, np.ceil(self.top_value / step)) if self.kind.rays else np.zeros(0)

        def draw(progress: float) -> Mark:
            ends = chart.bottom - points * self.scale * progress
            x = np.tile([chart.left, chart.right], (len(points), 1))
            y = np.stack([np.full(len(points), chart.bottom), ends], axis=1) if len(points) else np.zeros((0, 2))
            return Line(array(x), array(y), "cool", self.screen.px(1.5), opacity=0.45)

        return moving(GROUND, draw)

    def gauge(self) -> list[Layer]:
        chart, px, size = self.chart, self.screen.px, self.screen.size("small")

        def axis(progress: float) -> Mark:
            x = array([chart.left, chart.right, chart.right])
            y = array([chart.bottom, chart.bottom, lerp(chart.bottom, chart.top, progress)])
            return Line(x, y, "axis", px(3), cap="flat")

        ticks = self.arrangement.ticks
        y = array(np.repeat([[tick.y] for tick in ticks], 2, axis=1))
        strokes = Line(
            array(np.tile([chart.right, chart.right + px(TICK)], (len(ticks), 1))), y, "axis", px(3), cap="flat"
        )
        labels = [
            line(tick.text, chart.right + px(TICK_GAP), tick.baseline, size, color="muted")
            for tick in ticks
            if tick.text
        ]
        return [
            moving(GROUND, axis),
            appearing(strokes, 0.3, 0.3),
            *(appearing(label, 0.3, 0.3) for label in labels),
            *(still(text) for text in self.arrangement.ends),
        ]

    def fill(self, metric: Metric, below: Metric | None, color: str) -> Layer:
        chart = self.chart
        opacity = 0.40 if below is not None else 0.22

        def draw(progress: float) -> Mark:
            upper = array([chart.bottom, self.y(metric.number * progress)])
            lower = array([chart.bottom, self.y(below.number * progress if below is not None else 0.0)])
            return Area(array([chart.left, chart.right]), upper, lower, color, opacity, "", opacity * 0.7)

        return moving(RISE, draw)

    def slope(self, metric: Metric, color: str) -> list[Layer]:
        chart = self.chart

        def stroke(progress: float) -> Mark:
            y = array([chart.bottom, self.y(metric.number * progress)])
            # Before it turns up a stroke would hide the axis that it lies on.
            return Line(
                array([chart.left, chart.right]), y, color, self.screen.px(9), opacity=min(1.0, 10.0 * progress)
            )

        def end(progress: float) -> Mark:
            y = self.y(metric.number * progress)
            return Dots(
                array([chart.right]), array([y]), array([self.screen.px(28)]), color, opacity=min(1.0, 10.0 * progress)
            )

        return [moving(RISE, stroke), moving(RISE, end)]

    def words(self, level: Leader, color: str) -> list[Layer]:
        """The rule with the figure on it or hanging from it, and the label beyond the figure."""
        setting, screen, metric = self.setting, self.screen, level.metric
        x, y = array([point[0] for point in level.rule]), array([point[1] for point in level.rule])

        def grow(progress: float) -> Mark:
            return Line(*_along(x, y, progress), color, screen.px(3), cap="flat")

        def count(progress: float) -> Mark:
            written = metric.written(setting.language, metric.number * progress if progress < 1.0 else None)
            now = figure(written, level.size, screen, color)
            return now.at(setting.box.right, level.baseline, "end", opacity=emergence(progress))

        words = (appearing(text, WORDS.start, WORDS.duration) for text in level.label)
        return [moving(WORDS, grow), moving(RISE, count), *words]


def _along(x: Array, y: Array, progress: float) -> tuple[Array, Array]:
    """A line of straight pieces, drawn up to a part of its length; the number of points stays."""
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    reached = np.minimum(lengths, progress * lengths[-1])
    return array(np.interp(reached, lengths, x)), array(np.interp(reached, lengths, y))


__all__ = ["Slopes"]
