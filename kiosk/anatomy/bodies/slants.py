"""Slants: lines between upright rules for two or three times, with names and figures at both ends that never touch."""

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Literal

import numpy as np

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.geometry.axis import GROUND, MIDDLE, Scale, span_of
from kiosk.anatomy.values.crosstab import Crosstab
from kiosk.anatomy.values.entries import unit_note
from kiosk.anatomy.words.callouts import spread
from kiosk.anatomy.words.captions import fits, shortened
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Array, Dots, Line, Mark, Run, Text, array
from kiosk.motion import Track, in_out, lerp
from kiosk.numbers import Written
from kiosk.setting import Setting
from kiosk.typeface import advance, spaced
from kiosk.typesetting import LINE_PITCH, figure

DRAW = Track(0.6, 1.2, in_out)
WORDS_START = 1.9
ROW = 1.08
"""The height of a label, in em."""
LEAST_WIDTH = 0.3
"""The part of the width that the lines have at least."""
NAME_SHARE, NARROW_SHARE = 0.25, 0.32
"""The part of the width for a name at one end: where both ends have names, and where only the right one has."""
Side = Literal[0, 1]


@dataclass(frozen=True)
class Slants:
    """The lines of a crosstab, which has a series for each line and a place for each time."""

    table: Crosstab
    setting: Setting
    warm: int | None
    is_from_zero: bool = False

    size: float = 0.0
    is_named_twice: bool = True
    most_lines: int = 1

    @property
    def room(self) -> float:
        """The height that labels share."""
        return self.bottom - self.setting.box.top

    def fitted(self) -> "Slants":
        """The same with the largest type, and names at both ends if they can be, that leave the lines enough width."""
        screen, count = self.setting.screen, len(self.table.names)
        sizes = [screen.size("label"), screen.size("small")]
        tries = [
            replace(self, size=size, is_named_twice=is_twice, most_lines=lines)
            for is_twice in (True, False)
            for size in sizes
            for lines in (1, 2)
            if (is_twice or size == sizes[-1])
            and (lines * 1.25 * size * count <= 0.9 * self.room or (lines, size) == (1, sizes[-1]))
        ]
        return next((each for each in tries if each.is_fitting), tries[-1])

    @property
    def is_fitting(self) -> bool:
        """Whether all names are whole and the lines have enough width."""
        is_whole = all(
            fits(name, self.name_room, self.size, self.most_lines, self.weight(row))
            for row, name in enumerate(self.table.names)
        )
        return is_whole and float(self.x[-1] - self.x[0]) >= LEAST_WIDTH * self.setting.box.width

    @cached_property
    def foot(self) -> float:
        """The room for the times below the rules."""
        return 1.9 * self.setting.screen.size("small")

    @cached_property
    def bottom(self) -> float:
        """The lower end of the rules."""
        box = self.setting.box
        return min(box.bottom, box.bottom + self.setting.foot - self.foot)

    @cached_property
    def scale(self) -> Scale:
        """From values to pixels; half a label stays free above and below."""
        low, high = span_of(np.ravel(self.table.values), self.is_from_zero)
        inset = 0.55 * self.size
        return Scale(low, high, self.bottom - inset, self.setting.box.top + inset)

    @property
    def has_unit(self) -> bool:
        """Whether the figures carry their unit, which otherwise stands at the foot of the page."""
        unit = self.table.datum.unit.get(self.setting.language)
        return unit in ATTACHED

    def written(self, row: int, column: int) -> Written:
        """One figure."""
        value = float(self.table.values[row, column])
        return self.table.write(value, self.table.cells[row][column], has_unit=self.has_unit)(1.0)

    def figure_runs(self, row: int, column: int) -> tuple[Run, ...]:
        """One figure as it is set."""
        color = "warm" if row == self.warm else "text"
        return figure(self.written(row, column), self.size, self.setting.screen, color).runs

    def figure_width(self, column: int) -> float:
        """The width of the widest figure at a time."""
        screen = self.setting.screen
        return max(
            (
                figure(self.written(row, column), self.size, screen).width
                for row in range(len(self.table.names))
                if np.isfinite(self.table.values[row, column])
            ),
            default=0.0,
        )

    @property
    def name_room(self) -> float:
        """The greatest width of a name."""
        return (NAME_SHARE if self.is_named_twice else NARROW_SHARE) * self.setting.box.width

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The lines of every name."""
        return tuple(
            shortened(name, self.name_room, self.size, self.most_lines, self.weight(row))
            for row, name in enumerate(self.table.names)
        )

    def weight(self, row: int) -> int:
        """The weight of a name."""
        return 700 if row == self.warm else 400

    @cached_property
    def name_width(self) -> float:
        """The width of the widest name."""
        lines = [(line, self.weight(row)) for row, name in enumerate(self.names) for line in name]
        return max((advance(line, weight) for line, weight in lines), default=0.0) * self.size

    @property
    def gap(self) -> float:
        """From a rule to the figure, and from a figure to the name."""
        return 0.55 * self.size

    @cached_property
    def x(self) -> Array:
        """The rules, one for each time."""
        box, reach = self.setting.box, self.setting.screen.px(26.0)
        left = box.left + self.figure_width(0) + self.gap + reach
        if self.is_named_twice:
            left += self.name_width + self.gap
        last = len(self.table.places) - 1
        right = box.right - self.figure_width(last) - 2.0 * self.gap - self.name_width - reach
        return array(np.linspace(left, max(right, left + 1.0), last + 1))

    def points(self, row: int) -> tuple[Array, Array]:
        """Where a line is bent: x and y of the times that it has a value for."""
        values = self.table.values[row]
        known = np.isfinite(values)
        return array(self.x[known]), array(self.scale.along(array(values[known])))

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The lines from back to front: the warm one last."""
        rows = [row for row in range(len(self.table.names)) if np.isfinite(self.table.values[row]).any()]
        return tuple(sorted(rows, key=lambda row: row == self.warm))

    def placed(self) -> Placed:
        """The chart through time."""
        layers: list[Layer] = [moving(GROUND, self.rules), *(appearing(mark, 0.3) for mark in self.times())]
        # The warm line and its dots lie on top of all others.
        for is_warm in (False, True):
            rows = tuple(row for row in self.order if (row == self.warm) == is_warm)
            layers += [self.stroke(row) for row in rows]
            if rows:
                layers.append(moving(DRAW, partial(self.dots, rows)))
        for side, start in ((0, 0.9), (1, WORDS_START)):
            layers += [appearing(mark, start) for mark in self.labels(0 if side == 0 else 1)]
        return Placed(tuple(layers), "" if self.has_unit else unit_note(self.setting, self.table.datum))

    def rules(self, progress: float) -> Mark:
        """The upright rules of the times, drawn from the foot."""
        top = self.setting.box.top
        x = np.repeat(self.x.reshape(-1, 1), 2, axis=1)
        y = np.tile([self.bottom, lerp(self.bottom, top, progress)], (len(self.x), 1))
        return Line(array(x), array(y), "axis", self.setting.screen.px(3.0), cap="flat")

    def times(self) -> list[Text]:
        """The times below the rules."""
        size, marks, box = self.setting.screen.size("small"), [], self.setting.box
        for x, text in zip(self.x, self.table.places, strict=True):
            half = advance(spaced(text)) * size / 2.0
            middle = min(max(float(x), box.left + half), box.right - half)
            marks.append(Text(middle, self.bottom + 1.45 * size, (Run(spaced(text), size, 400, "muted"),), "middle"))
        return marks

    def color(self, row: int) -> str:
        """The colour of a line."""
        return "warm" if row == self.warm else "cool" if len(self.order) <= 5 else "cool5"

    def stroke(self, row: int) -> Layer:
        """A line that is drawn from the left."""
        x, y = self.points(row)
        width = self.setting.screen.px(9.0 if row == self.warm else 6.0 if len(self.order) <= 5 else 5.0)

        def draw(progress: float) -> Mark:
            if len(x) < 2:
                return Line(array([x[0], x[0]]), array([y[0], y[0]]), self.color(row), width, cap="flat")
            edge = lerp(float(x[0]), float(x[-1]), progress)
            reached = x < edge
            xs = np.append(x[reached], edge)
            ys = np.append(y[reached], np.interp(edge, x, y))
            if len(xs) < 2:
                xs, ys = np.repeat(xs, 2), np.repeat(ys, 2)
            return Line(array(xs), array(ys), self.color(row), width, cap="flat")

        return moving(DRAW, draw)

    def dots(self, rows: tuple[int, ...], progress: float) -> Mark:
        """The dots of some lines, each as it is reached; before that it has no size."""
        x, y, size, keys, colors = [], [], [], [], []
        span = max(float(self.x[-1] - self.x[0]), 1.0)
        edge = lerp(float(self.x[0]), float(self.x[-1]), progress)
        full = self.setting.screen.px(24.0 if rows == (self.warm,) else 18.0)
        for row in rows:
            for column, value in enumerate(self.table.values[row]):
                if np.isfinite(value):
                    since = min(max((edge - float(self.x[column])) / (0.06 * span), 0.0), 1.0)
                    since = 1.0 if progress >= 1.0 else since
                    x.append(float(self.x[column]))
                    y.append(self.scale.at(float(value)))
                    size.append(full * since)
                    keys.append(self.table.keys[row][column])
                    colors.append(self.color(row))
        return Dots(array(x), array(y), array(size), tuple(colors), keys=tuple(keys))

    def labels(self, side: Side) -> list[Mark]:
        """Figures and names at one end, moved apart, each led to its dot where it had to move."""
        column = 0 if side == 0 else len(self.table.places) - 1
        values, px, size = self.table.values[:, column], self.setting.screen.px, self.size
        rows = sorted((row for row in self.order if np.isfinite(values[row])), key=lambda row: (-values[row], row))
        heights = [(ROW + (len(self.names[row]) - 1) * LINE_PITCH) * size for row in rows]
        wanted = [self.scale.at(float(values[row])) - height / 2.0 for row, height in zip(rows, heights, strict=True)]
        low, high = self.setting.box.top, self.bottom
        tops = spread(wanted, heights, low, max(high, low + sum(heights)), 0.1 * size)
        marks: list[Mark] = []
        sign = -1.0 if side == 0 else 1.0
        reach, x = px(26.0), float(self.x[column])
        from_x, to_x = x + sign * px(15.0), x + sign * (reach + self.gap - px(8.0))
        starts = array([self.scale.at(float(values[row])) for row in rows])
        ends = array([top + height / 2.0 for top, height in zip(tops, heights, strict=True)])
        if rows:
            count = len(rows)
            bend = sign * px(6.0)
            lines_x = np.tile([from_x, from_x + bend, to_x - bend, to_x], (count, 1))
            lines_y = np.stack([starts, starts, ends, ends], axis=1)
            marks.append(Line(array(lines_x), array(lines_y), "axis", px(2.0), cap="flat"))
        for row, middle in zip(rows, ends, strict=True):
            baseline = float(middle) + MIDDLE * size
            key = self.table.keys[row][column]
            figure_x = x + sign * (reach + self.gap)
            runs = self.figure_runs(row, column)
            marks.append(Text(figure_x, baseline, runs, "end" if side == 0 else "start", key=f"figure:{key}"))
            if side == 1 or self.is_named_twice:
                name_x = figure_x + sign * (self.figure_width(column) + self.gap)
                marks += self.name(row, name_x, baseline, side, f"name:{key.partition('/')[0]}" if side == 1 else "")
        return marks

    def name(self, row: int, x: float, baseline: float, side: Side, key: str) -> list[Text]:
        """The lines of a name, their middle level with a figure on `baseline`."""
        size, lines = self.size, self.names[row]
        color = "warm" if row == self.warm else "text"
        first = baseline - (len(lines) - 1) * LINE_PITCH * size / 2.0
        anchor: Literal["start", "end"] = "end" if side == 0 else "start"
        return [
            Text(
                x, first + number * LINE_PITCH * size, (Run(line, size, self.weight(row), color),), anchor,
                key="" if number else key,
            )
            for number, line in enumerate(lines)
        ]  # fmt: skip
