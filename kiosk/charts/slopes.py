"""Slopes: growth rates as straight lines that leave one common start and end on a gauge."""

from collections.abc import Callable
from typing import Annotated

import numpy as np
from pydantic import Field

from kiosk.kind import Kind, MetricRef
from kiosk.layers import Layer, Placed, appearing, moving, still
from kiosk.marks import Area, Dots, Line, Mark, array
from kiosk.metrics import Metric
from kiosk.motion import Track, lerp, smoothstep

from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typesetting import figure, fitted_figure, fitted_size, line
from kiosk.words import Words

GROUND = Track(0.0, 0.6)
RISE = Track(0.6, 1.2)
WORDS_START, WORDS_TIME = 1.8, 0.6
COLORS = ("warm", "cool", "text", "muted")


class Slopes(Kind):
    """Growth from one start: the first metric is the warm one. Each line's level carries its figure.

    All metrics share one unit and are positive. `rays` draws one thin line for each whole point.
    """

    metrics: Annotated[tuple[MetricRef, ...], Field(min_length=1, max_length=2)]
    start: Words
    end: Words
    rays: bool = True

    def place(self, setting: Setting) -> Placed:
        return _Place(self, setting).placed()


class _Place:
    """The arithmetic of one arrangement: the chart at the left, the figures at the right; stacked on a portrait screen."""

    def __init__(self, kind: Slopes, setting: Setting) -> None:
        self.kind, self.setting, self.screen = kind, setting, setting.screen
        self.top_value = max(metric.number for metric in kind.metrics)
        box, g = setting.box, setting.screen.g
        if setting.screen.shape == "portrait":
            self.chart = Box.between(box.left, box.top + 34 * g, box.right - 12 * g, box.bottom - 20 * g)
        else:
            share = 0.54 if setting.screen.shape == "ultrawide" else 0.507
            self.chart = Box.between(box.left, box.top, box.left + share * box.width, box.bottom)
        # The figure above the highest level needs room up to the top of the page; the levels give way to it.
        self.scale = min(self.chart.height, 35.0 * g) / self.top_value

    def y(self, value: float) -> float:
        return self.chart.bottom - value * self.scale

    def placed(self) -> Placed:
        layers: list[Layer] = [self.rays(), *self.gauge()]
        # The highest is drawn last, so that the warm line lies on top.
        ordered = sorted(self.kind.metrics, key=lambda metric: metric.number)
        below: Metric | None = None
        for metric in ordered:
            layers.append(self.fill(metric, below))
            below = metric
        for metric in ordered:
            layers += self.slope(metric)
        for metric in self.kind.metrics:
            layers += self.words(metric)
        start = Dots(array([self.chart.left]), array([self.chart.bottom]), array([self.screen.px(18)]), "text")
        return Placed((*layers, still(start)))

    def color(self, metric: Metric) -> str:
        return COLORS[self.kind.metrics.index(metric)]

    def rays(self) -> Layer:
        chart = self.chart
        points = np.arange(1.0, np.ceil(self.top_value)) if self.kind.rays else np.zeros(0)

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
            y = array([chart.bottom, chart.bottom, lerp(chart.bottom, self.y(self.top_value), progress)])
            return Line(x, y, "axis", px(3), cap="flat")

        layers = [moving(GROUND, axis)]
        step = _tick_step(self.top_value)
        values = [value for value in (0.0, step, 2 * step) if value <= self.top_value]
        unit = self.kind.metrics[0].unit.get(self.setting.language)
        for value in values:
            y = self.y(value)
            tick = Line(array([chart.right, chart.right + px(14)]), array([y, y]), "axis", px(3), cap="flat")
            text = f"{value:g}{unit if unit == '%' and value == values[-1] else ''}"
            label = line(text, chart.right + px(26), y + 0.36 * size, size, color="muted")
            layers += [appearing(tick, 0.3, 0.3), appearing(label, 0.3, 0.3)]
        baseline = chart.bottom + 0.86 * self.setting.foot if self.setting.foot >= size else chart.bottom + 1.3 * size
        layers.append(still(line(self.setting.say(self.kind.start), chart.left, baseline, size, color="muted")))
        end = line(self.setting.say(self.kind.end), chart.right, baseline, size, color="muted", anchor="end")
        return [*layers, still(end)]

    def fill(self, metric: Metric, below: Metric | None) -> Layer:
        chart = self.chart
        opacity = 0.40 if below is not None else 0.22

        def draw(progress: float) -> Mark:
            upper = array([chart.bottom, self.y(metric.number * progress)])
            lower = array([chart.bottom, self.y(below.number * progress if below is not None else 0.0)])
            return Area(array([chart.left, chart.right]), upper, lower, self.color(metric), opacity, "", opacity * 0.7)

        return moving(RISE, draw)

    def slope(self, metric: Metric) -> list[Layer]:
        chart, color = self.chart, self.color(metric)

        def stroke(progress: float) -> Mark:
            x = array([chart.left, chart.right])
            return Line(x, array([chart.bottom, self.y(metric.number * progress)]), color, self.screen.px(9))

        def end(progress: float) -> Mark:
            y = self.y(metric.number * progress)
            return Dots(array([chart.right]), array([y]), array([self.screen.px(28)]), color, opacity=min(1.0, 8 * progress))

        return [moving(RISE, stroke), moving(RISE, end)]

    def words(self, metric: Metric) -> list[Layer]:
        """The level line with the figure on it (or hanging from it), and the label beyond the figure."""
        setting, screen, color = self.setting, self.screen, self.color(metric)
        right, level, g = setting.box.right, self.y(metric.number), screen.g
        is_highest = metric.number == self.top_value
        room = right - self.chart.right - 2 * g
        if screen.shape == "portrait":
            room = setting.box.width
        final = fitted_figure(metric.written(setting.language), room, screen, color, sizes=(0.226, 0.160, 0.113))
        size = max(run.size for run in final.digits)
        baseline = level - 1.6 * g if is_highest else level + 2.0 * g + 0.741 * size
        label_size = fitted_size(setting.say(metric.label), room + 6 * g, screen.size("label"), screen.size("small"))
        label_y = baseline - 0.741 * size - 2.2 * g if is_highest else baseline + 1.05 * label_size + 0.6 * g
        if screen.shape == "portrait":
            baseline, label_y = self.portrait_lines(metric, size, label_size)

        def count(progress: float) -> Mark:
            written = metric.written(setting.language, metric.number * progress)
            return figure(written, size, screen, color).at(right, baseline, "end", opacity=min(1.0, 6 * progress))

        rule = Line(array([self.chart.right, right]), array([level, level]), color, screen.px(3), cap="flat")
        label = line(setting.say(metric.label), right, label_y, label_size, anchor="end")
        track = Track(WORDS_START, WORDS_TIME, smoothstep)
        grow: Callable[[float], Mark] = lambda progress: Line(  # noqa: E731
            array([self.chart.right, lerp(self.chart.right, right, progress)]), rule.y, color, screen.px(3), cap="flat"
        )
        return [moving(track, grow), moving(RISE, count), appearing(label, WORDS_START, WORDS_TIME)]

    def portrait_lines(self, metric: Metric, size: float, label_size: float) -> tuple[float, float]:
        """Baselines of figure and label where the figures stand above and below the chart."""
        g, box = self.screen.g, self.setting.box
        if metric.number == self.top_value:
            label = box.top + label_size
            return label + 2.0 * g + 0.741 * size, label
        return box.bottom - 2.0 * g - label_size, box.bottom - 0.3 * g


def _tick_step(top: float) -> float:
    """A round step so that at most two ticks stand between 0 and `top`."""
    power = 10.0 ** np.floor(np.log10(top))
    for factor in (0.5, 1.0, 2.0, 5.0):
        if top / (factor * power) < 3.0:
            return float(factor * power)
    return float(10.0 * power)


__all__ = ["Slopes"]
