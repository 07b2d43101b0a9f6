"""Box rows: how values are spread, as boxes with whiskers that run across, each with its median at the right."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.anatomy.geometry.axis import Gauge, Scale
from kiosk.anatomy.geometry.plane import value_span, widened
from kiosk.anatomy.words.captions import CAPTIONS_START, CAPTIONS_TIME, label_plan, shortened
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Array, Bars, Dots, Line, Mark, Run, Text, array
from kiosk.metrics import Series
from kiosk.motion import Track, smoothstep
from kiosk.numbers import common_manner, write_in
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import advance, spaced
from kiosk.typesetting import LINE_PITCH

GROW = Track(0.5, 1.1)
OUTLIERS = Track(1.3, 0.5, smoothstep)
WORDS_START = 1.6
REACH = 1.5
"""How many lengths of the box a whisker may be long (Tukey 1977)."""
MOST_OUTLIERS = 40
MOST_LINES = 5
"""The lines that the name of a high row may take."""


@dataclass(frozen=True)
class Spread:
    """Least and greatest value within reach, quartiles and median of some values, and the values beyond reach."""

    low: float
    first: float
    median: float
    third: float
    high: float
    outliers: tuple[float, ...]


def spread_of(values: Array, is_log: bool = False) -> Spread | None:
    """How values are spread; None where there are none.

    Quartiles lie between the values nearest to them in proportion (type 7 of Hyndman and Fan 1996). On a scale of ratios the
    reach is a ratio, too.
    """
    present = np.sort(values[np.isfinite(values)])
    if not present.size:
        return None
    shown = np.log(present) if is_log else present
    first, third = (float(value) for value in np.quantile(shown, (0.25, 0.75)))
    reach = REACH * (third - first)
    inside = (shown >= first - reach - 1e-12) & (shown <= third + reach + 1e-12)
    quartiles = (np.exp(value) if is_log else value for value in (first, third))
    near = present[inside]
    low, high = float(near[0]), float(near[-1])
    begin, end = (float(value) for value in quartiles)
    return Spread(low, begin, float(np.median(present)), end, high, tuple(float(value) for value in present[~inside]))


@dataclass(frozen=True)
class BoxRows:
    """One row for each series; that of `warm` is the point."""

    setting: Setting
    series: tuple[Series, ...]
    warm: int | None = None
    is_log: bool = False

    @cached_property
    def spreads(self) -> tuple[Spread | None, ...]:
        """How the values of each series are spread."""
        return tuple(spread_of(each.y, self.is_log) for each in self.series)

    @property
    def small(self) -> float:
        """The size of the scale's figures."""
        return self.setting.screen.size("small")

    @cached_property
    def is_above(self) -> bool:
        """Whether names stand above their rows."""
        most = {"portrait": 8, "classic": 5}.get(self.setting.screen.shape, 0)
        return len(self.series) <= most

    @cached_property
    def pitch(self) -> float:
        """From one row to the next."""
        return (self.bottom - self.top) / len(self.series)

    @cached_property
    def head(self) -> str:
        """What the figures at the right are."""
        unit = self.series[0].unit.get(self.setting.language)
        word = "中位数" if self.setting.is_chinese else "Median"
        if not unit or unit in ("%", "‰", "°"):
            return word
        return spaced(f"{word}（{unit}）" if self.setting.is_chinese else f"{word} ({unit})")

    @property
    def top(self) -> float:
        """The top of the rows."""
        return self.setting.box.top + 1.4 * self.small

    @property
    def bottom(self) -> float:
        """The line of the scale."""
        return self.setting.box.bottom + min(0.0, self.setting.foot - 1.7 * self.small)

    @cached_property
    def plan(self) -> tuple[float, int]:
        """The size of the names and their most lines."""
        names = [each.name(self.setting.language) for each in self.series]
        warm = () if self.warm is None else (self.warm,)
        height = (0.5 if self.is_above else 0.95) * self.pitch
        size, most = label_plan(names, warm, self.name_room, height, self.setting.screen)[:2]
        # Beside high rows no name needs to be cut.
        return size, max(most, min(MOST_LINES, int(height / (LINE_PITCH * size))))

    @property
    def name_room(self) -> float:
        """The greatest width of a name."""
        return (0.7 if self.is_above else 0.28) * self.setting.box.width

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The lines of the names."""
        size, most = self.plan
        return tuple(
            shortened(each.name(self.setting.language), self.name_room, size, most, self._weight(index))
            for index, each in enumerate(self.series)
        )

    def _weight(self, index: int) -> int:
        return 700 if index == self.warm else 400

    @cached_property
    def figure_size(self) -> float:
        """The size of the medians."""
        screen = self.setting.screen
        room = self.pitch * (0.5 if self.is_above else 0.9)
        widest = max((advance(text) for text in self.medians), default=1.0)
        roles = ("banner", "title", "label", "small")
        fitting = (
            screen.size(role)
            for role in roles
            if 0.95 * screen.size(role) <= room and widest * screen.size(role) <= 0.2 * self.setting.box.width
        )
        return next(fitting, self.small)

    @cached_property
    def medians(self) -> tuple[str, ...]:
        """The medians as digits."""
        return tuple(self._written(each) for each in self.spreads)

    def _written(self, spread: Spread | None) -> str:
        if spread is None:
            return "–"
        first, language = self.series[0], self.setting.language
        present = [each.median for each in self.spreads if each is not None]
        places = first.decimals if first.decimals is not None else _decimals(present)
        scale = first.scale.word(language)
        rounded = tuple(round(value, places) for value in present)
        manner = common_manner(rounded, language, scale=scale)
        unit = first.unit.get(language)
        text = write_in(manner, round(spread.median, places), language).text
        return text + unit if unit in ("%", "‰", "°") else text

    @cached_property
    def area(self) -> Box:
        """The room of the boxes."""
        box, g = self.setting.box, self.setting.screen.g
        widest = max((advance(line, 700) for lines in self.names for line in lines), default=0.0) * self.plan[0]
        left = box.left + (1.5 * g if self.is_above else widest + 2.5 * g)
        figures = max(advance(text, 400) for text in self.medians) * self.figure_size
        right = (
            box.right - 1.5 * g
            if self.is_above
            else box.right - max(figures, advance(self.head) * self.small) - 3.0 * g
        )
        return Box.between(left, self.top, max(right, left + 10.0 * g), self.bottom)

    @cached_property
    def gauge(self) -> Gauge:
        """The scale of values."""
        values = np.concatenate([each.y for each in self.series])
        return Gauge(self.setting, *value_span(values, self.is_log), self.series[0], self.is_log)

    @cached_property
    def scale(self) -> Scale:
        """From values to pixels."""
        return widened(self.gauge, self.area.left, self.area.right, self.setting.screen.px(14.0))

    @cached_property
    def thickness(self) -> float:
        """The height of a box."""
        return min((0.3 if self.is_above else 0.5) * self.pitch, 7.0 * self.setting.screen.g)

    def middle(self, index: int) -> float:
        """The y of the middle of a row."""
        return self.top + self.pitch * (index + (0.72 if self.is_above else 0.5))

    def placed(self) -> Placed:
        """The rows through time: names and scale, boxes from their medians outwards, medians."""
        scale = self.scale
        gauge = Gauge(self.setting, scale.low, scale.high, self.series[0], self.is_log)
        layers = [*gauge.level(scale, self.bottom), *self.labels()]
        for index, spread in enumerate(self.spreads):
            if spread is not None:
                layers += self.row(index, spread)
        return Placed((*layers, *self.figures()), self.note)

    def row(self, index: int, spread: Spread) -> list[Layer]:
        """Whiskers, box, median and outliers of one series."""
        px, half, y = self.setting.screen.px, self.thickness / 2.0, self.middle(index)
        color = "warm" if index == self.warm else "cool5"
        low, first, median, third, high = (
            self.scale.at(value) for value in (spread.low, spread.first, spread.median, spread.third, spread.high)
        )
        key = (self.series[index].id,)

        def whiskers(progress: float) -> Mark:
            ends = np.array([low, high])
            reached = median + (ends - median) * progress
            starts = median + (np.array([first, third]) - median) * progress
            x = np.concatenate([np.stack([starts, reached], axis=1), np.stack([reached, reached], axis=1)])
            levels = [[y, y], [y, y], [y - 0.5 * half, y + 0.5 * half], [y - 0.5 * half, y + 0.5 * half]]
            return Line(array(x), np.array(levels), color, px(4.0), min(1.0, 6.0 * progress), cap="flat")

        def box(progress: float) -> Mark:
            left, right = median + (first - median) * progress, median + (third - median) * progress
            return Bars(array([left]), array([y - half]), array([right - left]), array([2.0 * half]), color, keys=key)

        def middle(progress: float) -> Mark:
            reach = 1.3 * half * min(1.0, 4.0 * progress)
            return Bars(array([median - px(4.0)]), array([y - reach]), array([px(8.0)]), array([2.0 * reach]), "text")

        layers = [moving(GROW, whiskers), moving(GROW, box), moving(GROW, middle)]
        if spread.outliers:
            places = self.scale.along(np.array(spread.outliers))
            x = places[np.unique(np.round(places / px(6.0)), return_index=True)[1]]
            if len(x) > MOST_OUTLIERS:
                x = x[np.unique(np.linspace(0, len(x) - 1, MOST_OUTLIERS).astype(np.int64))]
            full = np.full(len(x), px(15.0))
            dots = Dots(array(x), np.full(len(x), y), full, color, 1.0, px(3.0))
            layers.append(appearing(dots, OUTLIERS.start, OUTLIERS.duration))
        return layers

    def labels(self) -> list[Layer]:
        """The names, and what the figures at the right are."""
        box, size, marks = self.setting.box, self.plan[0], []
        for index, lines in enumerate(self.names):
            color = "warm" if index == self.warm else "text"
            first = self.middle(index) + 0.36 * size - (len(lines) - 1) * LINE_PITCH * size / 2.0
            if self.is_above:
                first = self.middle(index) - 0.8 * self.thickness - (0.35 + (len(lines) - 1) * LINE_PITCH) * size
            for number, text in enumerate(lines):
                run = Run(text, size, self._weight(index), color)
                marks.append(
                    Text(box.left, first + number * LINE_PITCH * size, (run,), key=f"name:{self.series[index].id}")
                )
        marks.append(Text(box.right, box.top + 0.88 * self.small, (Run(self.head, self.small, 400, "muted"),), "end"))
        return [appearing(mark, CAPTIONS_START, CAPTIONS_TIME) for mark in marks]

    def figures(self) -> list[Layer]:
        """The medians, one below the other at the right."""
        marks = []
        for index, text in enumerate(self.medians):
            y = self.middle(index) + 0.37 * self.figure_size
            if self.is_above:
                y = self.middle(index) - 0.8 * self.thickness - 0.35 * self.plan[0]
            run = Run(text, self.figure_size, 400, "warm" if index == self.warm else "text", -0.015)
            marks.append(Text(self.setting.box.right, y, (run,), "end", key=f"figure:{self.series[index].id}"))
        return [appearing(mark, WORDS_START) for mark in marks]

    @property
    def note(self) -> str:
        """How a box is to be read."""
        text = "箱内为中间一半" if self.setting.is_chinese else "Box: the middle half"
        log = "对数刻度" if self.setting.is_chinese else "Logarithmic scale"
        return f"{text}\u2003{log}" if self.is_log else text


def _decimals(medians: list[float]) -> int:
    """As many decimals as tell the medians apart to three figures, at most six."""
    greatest = max((abs(value) for value in medians), default=1.0)
    return max(0, min(6, 2 - int(np.floor(np.log10(greatest))))) if greatest > 0.0 else 0
