"""Small charts: the curves or bars of several series in panes, drawn together, with their names and last values."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.bodies.panes import Panes
from kiosk.anatomy.geometry.axis import GROUND, MIDDLE, Scale, span_of
from kiosk.anatomy.geometry.curve import Curve, curve
from kiosk.anatomy.geometry.uncovering import uncovered_area, uncovered_line
from kiosk.anatomy.values.entries import unit_note
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Area, Array, Bars, Dots, Line, Mark, Run, Text, array
from kiosk.motion import Track, in_out
from kiosk.tally import DIGIT_INK
from kiosk.typeface import EM_SPACE
from kiosk.typesetting import LINE_PITCH

NAMES_START, DRAW, FIGURES_START = 0.3, Track(0.5, 1.5, in_out), 1.8
SLOT = 0.72
"""The width of a small bar in parts of its place."""


@dataclass(frozen=True)
class SmallCharts(Panes):
    """Panes with what is to be seen in them, all on one scale."""

    @cached_property
    def span(self) -> tuple[float, float]:
        """The range of all values."""
        return span_of(np.concatenate([each.y for each in self.series]), self.is_from_zero)

    def y_scale(self, index: int) -> Scale:
        """From values to pixels of a chart; dots and strokes stay within it."""
        chart, inset = self.chart(index), self.setting.screen.px(8.0) if self.form != "bar" else 0.0
        return Scale(*self.span, chart.bottom - (inset if not self.is_from_zero else 0.0), chart.top + inset)

    def zero(self, index: int) -> float:
        """The y of the baseline of a chart."""
        scale, (low, high) = self.y_scale(index), self.span
        return scale.at(min(max(0.0, low), high)) if self.is_from_zero else self.chart(index).bottom

    def x_scale(self, index: int) -> Scale:
        """From places to pixels of a chart."""
        chart, (low, high) = self.chart(index), self.places.span
        if low == high:
            low, high = low - 1.0, high + 1.0
        return Scale(low, high, chart.left, chart.right)

    def color(self, index: int) -> str:
        return "warm" if index == self.warm else "cool"

    @cached_property
    def curves(self) -> dict[int, Curve]:
        """The curves by the place of their series."""
        made = {}
        for index, each in enumerate(self.series):
            if self.last[index] is not None:
                x, y = self.x_scale(index).along(self.places.x[index]), self.y_scale(index).along(each.y)
                made[index] = curve(x, y, max(1.0, float(round(self.setting.screen.px(2.0)))))
        return made

    def placed(self) -> Placed:
        """The charts through time: baselines, names, curves, last values."""
        layers: list[Layer] = [moving(GROUND, self.baselines)]
        layers += [appearing(mark, NAMES_START) for index in range(len(self.series)) for mark in self.name_marks(index)]
        layers += [appearing(mark, NAMES_START) for mark in self.period_marks()]
        if self.form == "bar":
            layers.append(moving(DRAW, self.bars))
        else:
            for index in self.curves:
                layers += self.strokes(index)
            layers.append(moving(DRAW, self.dots))
        layers += [
            appearing(mark, FIGURES_START) for index in range(len(self.series)) if (mark := self.figure_mark(index))
        ]
        return Placed(tuple(layers), self.note())

    def note(self) -> str:
        """That all charts have one scale, and the unit."""
        first = self.series[0]
        unit = "" if first.unit.get(self.setting.language) in ATTACHED else unit_note(self.setting, first)
        scale = "各图同一尺度" if self.setting.is_chinese else "All on one scale"
        return f"{scale}{EM_SPACE}{unit}" if unit else scale

    def baselines(self, progress: float) -> Mark:
        """The lines of zero, or the feet, of all charts."""
        charts = [self.chart(index) for index in range(len(self.series))]
        y = np.array([self.zero(index) for index in range(len(self.series))])
        left = np.array([chart.left for chart in charts])
        right = np.array([chart.left + progress * chart.width for chart in charts])
        x = np.stack([left, right], axis=1)
        return Line(array(x), array(np.stack([y, y], axis=1)), "axis", self.setting.screen.px(2.0), cap="flat")

    def name_marks(self, index: int) -> list[Text]:
        """The name of a series above its chart."""
        size, lines = self.name_plan[0], self.name_lines[index]
        right, down = self.corner(index)
        bottom = self.cell.top + down + self.name_height
        color, key = "warm" if index == self.warm else "text", self.series[index].id
        return [
            Text(
                self.cell.left + right,
                bottom - (len(lines) - 1 - number) * LINE_PITCH * size,
                (Run(text, size, self.weight(index), color),),
                key="" if number else f"name:{key}",
            )
            for number, text in enumerate(lines)
        ]

    def period_marks(self) -> list[Text]:
        """The first and the last period below the charts of the lowest row."""
        size, marks = self.setting.screen.size("small"), []
        for index in range((self.rows - 1) * self.columns, len(self.series)):
            chart = self.chart(index)
            y = chart.bottom + 1.15 * size
            if len(self.periods) == 2:
                marks.append(Text(chart.left, y, (Run(self.periods[0], size, 400, "muted"),)))
            if self.periods:
                marks.append(Text(chart.right, y, (Run(self.periods[-1], size, 400, "muted"),), "end"))
        return marks

    def figure_mark(self, index: int) -> Text | None:
        """The last value: on the line of the name, or level with the end of the curve."""
        shape, last = self.figures[index], self.last[index]
        if shape is None or last is None:
            return None
        key, (right, down), chart = f"figure:{self.series[index].id}", self.corner(index), self.chart(index)
        left, level = self.cell.left + right, self.cell.top + down + self.name_height
        if self.manner == "under":
            return Text(left, level + 1.1 * self.figure_size, shape.runs, key=key)
        if self.manner == "level":
            return Text(chart.right, level, shape.runs, "end", key=key)
        ink = DIGIT_INK * self.figure_size
        y = self.y_scale(index).at(last) + MIDDLE * self.figure_size
        y = min(max(y, chart.top + ink), max(chart.bottom, chart.top + ink))
        return Text(left + self.width, y, shape.runs, "end", key=key)

    def strokes(self, index: int) -> list[Layer]:
        """The curve of a series, and in the form of an area what lies below it."""
        made, color, zero, scale = self.curves[index], self.color(index), self.zero(index), self.x_scale(index)
        width = self.setting.screen.px(5.0)

        def edge(progress: float) -> float:
            return scale.start + progress * (scale.end - scale.start)

        area = Area(*made.outline(zero), f"{color}3")
        line = Line(*made.strokes(), color, width, cap="round" if len(made.x) < 100 else "flat")
        layers = [moving(DRAW, uncovered_area(area, edge))] if self.form == "area" else []
        return [*layers, moving(DRAW, uncovered_line(made, line, edge))] if len(made.x) > 1 else layers

    def dots(self, progress: float) -> Mark:
        """The dots that draw the curves and stay at their ends."""
        pens = [
            made.pen(self.x_scale(index).start + progress * self.chart_width) for index, made in self.curves.items()
        ]
        # Over a gap a dot glides, and is not to be seen.
        gap = self.setting.screen.px(30.0)
        shown = min(1.0, 8.0 * progress) * np.array([max(0.0, 1.0 - off / gap) for _, _, off in pens])
        # A point between two gaps has no line: its dot stays.
        alone = self.alone
        passed = [
            np.clip((self.x_scale(index).start + progress * self.chart_width - x) / gap + progress, 0.0, 1.0)
            for index, x, _ in alone
        ]
        return Dots(
            array([*(x for x, _, _ in pens), *(x for _, x, _ in alone)]),
            array([*(y for _, y, _ in pens), *(y for _, _, y in alone)]),
            array(self.setting.screen.px(16.0) * np.array([*shown, *passed])),
            tuple(self.color(index) for index in (*self.curves, *(index for index, _, _ in alone))),
            keys=(
                *(self.series[index].id for index in self.curves),
                *(f"{self.series[index].id}/{number}" for number, (index, _, _) in enumerate(alone)),
            ),
        )

    @cached_property
    def alone(self) -> tuple[tuple[int, float, float], ...]:
        """The points between two gaps, and their series; the last of each is where its pen stays."""
        return tuple(
            (index, float(made.x[place]), float(made.y[place]))
            for index, made in self.curves.items()
            for place in made.alone
            if place < len(made.x) - 1
        )

    @cached_property
    def bar_rooms(self) -> tuple[Array, Array, Array, tuple[str, ...], tuple[str, ...]]:
        """Left edges, zeros and lengths downwards of all bars, their colours and keys."""
        lefts: list[float] = []
        zeros: list[float] = []
        lengths: list[float] = []
        colors, keys = [], []
        for index, each in enumerate(self.series):
            scale, zero = self.y_scale(index), self.zero(index)
            for label, x, value in zip(each.labels, self.places.x[index], each.y, strict=True):
                if np.isfinite(value):
                    chart, (low, high) = self.chart(index), self.places.span
                    share = (float(x) - low) / (high - low) if high > low else 0.5
                    lefts.append(chart.left + share * (chart.width - self.bar_width))
                    zeros.append(zero)
                    lengths.append(scale.at(float(value)) - zero)
                    colors.append(self.color(index))
                    keys.append(f"{each.id}/{label}")
        return np.array(lefts), np.array(zeros), np.array(lengths), tuple(colors), tuple(keys)

    @cached_property
    def bar_width(self) -> float:
        """The width of a bar."""
        steps = np.diff(np.unique(np.concatenate(self.places.x)))
        low, high = self.places.span
        count = 1.0 + (high - low) / float(steps.min()) if steps.size else 3.0
        return max(1.0, SLOT * self.chart(0).width / (count - 1.0 + SLOT))

    def bars(self, progress: float) -> Mark:
        """All bars of all charts."""
        left, zero, length, colors, keys = self.bar_rooms
        ends = zero + progress * length
        return Bars(
            array(left), array(np.minimum(ends, zero)), np.full(len(left), self.bar_width), array(np.abs(ends - zero)),
            colors, keys=keys,
        )  # fmt: skip
