"""Table rows: names, figures and bars of a table, coming row by row and moving on where they are too many."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import isfinite

import numpy as np

from kiosk.anatomy.bodies.roll import Roll, Seat
from kiosk.anatomy.bodies.tabulation import BAR_GAP, Tabulation
from kiosk.anatomy.geometry.axis import GROUND, MIDDLE, Scale, span_of
from kiosk.layers import Layer, Placed, appearing, lasting, moving
from kiosk.marks import Bars, Line, Mark, Run, Text, array
from kiosk.motion import Track, in_out, lerp, smoothstep, stagger
from kiosk.typesetting import LINE_PITCH, digit_runs

ROWS_START, ROW_TIME, HEADS = 0.5, 0.5, Track(0.2, 0.4, smoothstep)


@dataclass(frozen=True)
class TableRows(Tabulation):
    """A tabulation through time."""

    @cached_property
    def roll(self) -> Roll:
        return Roll(len(self.names), self.rows)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        return stagger(self.rows, start=ROWS_START, duration=ROW_TIME, step=0.1, easing=smoothstep)

    @cached_property
    def growth(self) -> tuple[Track, ...]:
        return stagger(self.rows, start=ROWS_START + 0.3, duration=1.0, step=0.1, easing=in_out)

    @property
    def settled(self) -> float:
        return self.growth[-1].end if any(column.has_bars for column in self.columns) else self.tracks[-1].end

    def placed(self) -> Placed:
        """The table through time: headings and rule, then row by row."""
        layers = [self.rule(), *(appearing(mark, HEADS.start, HEADS.duration) for mark in self.headings())]
        for number, column in enumerate(self.columns):
            if column.has_bars:
                layers.append(self.moving(self.bars(number)))
        for row in range(self.roll.slots or self.rows):
            layers += self.row(row)
        return Placed(tuple(layers))

    def moving(self, draw: Callable[[float], Mark]) -> Layer:
        """A layer of rows: it ends with their entrance if all have room."""
        return lasting(draw, self.settled) if self.roll.slots else Layer(0.0, self.settled, draw)

    def seat(self, row: int, t: float) -> Seat:
        """Who stands in a row."""
        return self.roll.seat(row, t) if self.roll.slots else Seat(row, float(row), 1.0)

    def rule(self) -> Layer:
        """The line below the headings."""
        left, right, y = self.setting.box.left, self.lefts[-1] + self.widths[-1], self.top

        def grow(progress: float) -> Mark:
            x = array([left, lerp(left, right, progress)])
            return Line(x, array([y, y]), "axis", self.setting.screen.px(3), cap="flat")

        return moving(GROUND, grow)

    def headings(self) -> list[Text]:
        """The headings, their last lines level, each above the right edge of its column."""
        marks = []
        for lines, left, width in zip(self.heads, self.lefts, self.widths, strict=True):
            for number, run in enumerate(lines):
                y = self.top - (0.5 + (len(lines) - 1 - number) * LINE_PITCH) * self.small
                marks.append(Text(left + width, y, (run,), "end"))
        return marks

    def row(self, row: int) -> list[Layer]:
        """The name and the figures of one row."""
        track = self.tracks[min(row, self.rows - 1)]

        def name(line: int) -> Callable[[float], Mark]:
            def draw(t: float) -> Mark:
                seat = self.seat(row, t)
                return self.name(seat, line, track.at(t))

            return draw

        def figure(number: int) -> Callable[[float], Mark]:
            def draw(t: float) -> Mark:
                seat = self.seat(row, t)
                return self.figure(seat, number, track.at(t))

            return draw

        lines = max(map(len, self.name_lines)) if self.roll.slots else len(self.name_lines[row])
        draws = [name(line) for line in range(lines)] + [figure(number) for number in range(len(self.columns))]
        return [self.moving(draw) for draw in draws]

    def name(self, seat: Seat, line: int, progress: float) -> Text:
        """One line of the name of a row."""
        lines, size, left = self.name_lines[seat.index], self.size, self.setting.box.left
        first = self.middle(seat.place) + MIDDLE * size - (len(lines) - 1) * LINE_PITCH * size / 2.0
        if self.is_stacked:
            first -= 1.3 * size
        y = first + line * LINE_PITCH * size
        if line >= len(lines):
            return Text(left, y, (), opacity=0.0)
        color = "warm" if seat.index == self.warm else "text"
        run = Run(lines[line], size, self.weight(seat.index), color)
        key = "" if line else f"name:{self.places[seat.index]}"
        return Text(left, y, (run,), opacity=seat.opacity * progress, key=key)

    def figure(self, seat: Seat, number: int, progress: float) -> Text:
        """One figure, its last digit at the right edge of its column."""
        column, index = self.columns[number], seat.index
        color = "warm" if index == self.warm else "text" if isfinite(column.values[index]) else "muted"
        x, y = self.lefts[number] + self.widths[number], self.middle(seat.place) + MIDDLE * self.size
        runs = digit_runs(column.digits[index], self.size, color)
        key = f"figure:{column.id}/{self.places[index]}"
        return Text(x, y, runs, "end", seat.opacity * progress, key=key)

    def bars(self, number: int) -> Callable[[float], Mark]:
        """The bars of a column, at the left of its figures; they enter and leave by growing thick and thin."""
        column, g = self.columns[number], self.setting.screen.g
        low, high = span_of(np.array(column.values))
        left, width = self.lefts[number], self.widths[number] - self.figure_widths[number] - BAR_GAP * g
        scale = Scale(low, high, left, left + width)
        thickness = min(0.5 * (self.pitch - (1.3 * self.size if self.is_stacked else 0.0)), 0.72 * self.size)

        def draw(t: float) -> Mark:
            seats = [self.seat(row, t) for row in range(self.roll.slots or self.rows)]
            grown = np.array([self.growth[min(row, self.rows - 1)].at(t) for row in range(len(seats))])
            values = np.nan_to_num(np.array([column.values[seat.index] for seat in seats]), nan=0.0) * grown
            ends, zero = scale.along(values), scale.at(0.0)
            heights = thickness * np.array([seat.opacity for seat in seats])
            middles = np.array([self.middle(seat.place) for seat in seats])
            return Bars(
                array(np.minimum(ends, zero)),
                array(middles - heights / 2.0),
                array(np.abs(ends - zero)),
                array(heights),
                tuple("warm" if seat.index == self.warm else "cool" for seat in seats),
                keys=tuple(f"{column.id}/{self.places[seat.index]}" for seat in seats),
            )

        return draw
