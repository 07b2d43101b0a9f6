"""Pictogram: amounts as rows of small symbols, each of which stands for the same number."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.symbols import SYMBOLS, Row, Symbol
from kiosk.anatomy.values.entries import check_highlight, check_units, highlighted
from kiosk.anatomy.words.captions import label_plan, shortened
from kiosk.anatomy.words.unit_key import singular
from kiosk.kind import Kind, MetricRef
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Area, Mark, Run, Text
from kiosk.motion import Track, stagger
from kiosk.numbers import common_manner, write_in
from kiosk.setting import Setting
from kiosk.tally import SIZES, Tally, size_for, writer
from kiosk.typeface import advance, spaced
from kiosk.typesetting import LINE_PITCH

MOST_UNITS = 100
GROW_START, GROW_TIME = 0.4, 1.4
LABELS_START = 0.2
ROUND = (1.0, 2.0, 5.0)
GAP = 0.24
"""Between two symbols, as a share of a symbol's height."""


class Pictogram(Kind):
    """One row of symbols for each metric, with its figure at the end; the last symbol is drawn only as far as the amount goes."""

    metrics: Annotated[
        tuple[MetricRef, ...], Field(min_length=1, max_length=5, description="one to five metrics of one unit")
    ]
    symbol: Annotated[
        Literal["dot", "square", "person", "building", "document"],
        Field(description="the shape that stands for an amount"),
    ] = "dot"
    each: Annotated[
        float | None,
        Field(gt=0, description="how many one symbol stands for; left out, a round number that gives at most 100"),
    ] = None
    highlight: Annotated[
        str,
        Field(
            description="the one row in the warm colour: first, last, greatest, least, none, or the name of a metric"
        ),
    ] = "first"

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_units(self.metrics)
        check_highlight(self.metrics, None, self.highlight)
        if any(metric.number < 0.0 for metric in self.metrics):
            raise PydanticCustomError("symbols_negative", "less than nothing cannot be counted in symbols: use bars")
        count = sum(math.ceil(metric.number / self.amount - 1e-9) for metric in self.metrics)
        if self.each is not None and count > MOST_UNITS:
            raise PydanticCustomError(
                "symbols_many",
                "{count} symbols are too many to be counted: let each stand for more, so that there are {most} at most",
                {"count": count, "most": MOST_UNITS},
            )
        return self

    @property
    def amount(self) -> float:
        """How many one symbol stands for."""
        return self.each if self.each is not None else round_amount([metric.number for metric in self.metrics])

    def place(self, setting: Setting) -> Placed:
        return _Place(self, setting).placed()


def round_amount(numbers: list[float]) -> float:
    """The least round number that counts all of `numbers` in at most a hundred symbols; 1 where that is enough."""
    power = 0 if max(numbers) >= 1.0 or max(numbers) == 0.0 else math.floor(math.log10(max(numbers))) - 1
    while True:
        for factor in ROUND:
            amount = float(f"{factor * 10.0**power:.12g}")
            if sum(math.ceil(number / amount - 1e-9) for number in numbers) <= MOST_UNITS:
                return amount
        power += 1


@dataclass(frozen=True)
class _Grid:
    """How symbols of `height` pixels are set: so many to a line, and so many lines for each metric."""

    height: float
    columns: int
    lines: tuple[int, ...]


@dataclass(frozen=True)
class _Place:
    """Rows below each other: the label at the left, or above on a narrow place, and the figure at the end."""

    kind: Pictogram
    setting: Setting

    @cached_property
    def symbol(self) -> Symbol:
        return SYMBOLS[self.kind.symbol]

    @cached_property
    def units(self) -> tuple[float, ...]:
        return tuple(metric.number / self.kind.amount for metric in self.kind.metrics)

    @cached_property
    def is_above(self) -> bool:
        """Whether labels stand above their rows: on a narrow place, over a single row, or where they are too long."""
        box = self.setting.box
        if box.width < 1.15 * box.height or len(self.units) == 1:
            return True
        beside = label_plan(self.names, self.strong, 0.27 * box.width, 0.9 * self.pitch, self.setting.screen)
        return not beside[2]

    @cached_property
    def label_plan(self) -> tuple[float, int]:
        """The size of the labels and the number of lines they may have."""
        width, height = (
            (self.setting.box.width, 0.45 * self.pitch)
            if self.is_above
            else (0.27 * self.setting.box.width, 0.9 * self.pitch)
        )
        return label_plan(self.names, self.strong, width, height, self.setting.screen)[:2]

    @property
    def label_size(self) -> float:
        return self.label_plan[0]

    @cached_property
    def label_width(self) -> float:
        """The room for labels: the whole width above rows, else as wide as they need."""
        if self.is_above:
            return self.setting.box.width
        widest = max(advance(text, 700) for index in range(len(self.units)) for text in self.label_lines(index))
        return widest * self.label_size

    @property
    def strong(self) -> tuple[int, ...]:
        return () if self.warm is None else (self.warm,)

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(metric.name(self.setting.language) for metric in self.kind.metrics)

    @cached_property
    def warm(self) -> int | None:
        return highlighted(self.kind.metrics, None, self.kind.highlight)

    def color(self, index: int) -> str:
        return "warm" if index == self.warm else "cool"

    def label_lines(self, index: int) -> tuple[str, ...]:
        size, most = self.label_plan
        width = self.setting.box.width * (1.0 if self.is_above else 0.27)
        return shortened(self.names[index], width, size, most, 700 if index == self.warm else 400)

    def label(self, index: int, y: float) -> tuple[Text, ...]:
        color, weight = ("warm", 700) if index == self.warm else ("text", 400)
        key = self.kind.metrics[index].id
        return tuple(
            Text(
                self.setting.box.left,
                y + number * LINE_PITCH * self.label_size,
                (Run(text, self.label_size, weight, color),),
                key=f"name:{key}" if key and not number else "",
            )
            for number, text in enumerate(self.label_lines(index))
        )

    @cached_property
    def head(self) -> float:
        """The height of the labels above rows."""
        if not self.is_above:
            return 0.0
        most = max(len(self.label(index, 0.0)) for index in range(len(self.units)))
        return (1.35 + (most - 1) * LINE_PITCH) * self.label_size

    @cached_property
    def pitch(self) -> float:
        """From one row to the next."""
        return self.setting.box.height / len(self.units)

    @cached_property
    def left(self) -> float:
        """Where the symbols begin."""
        return self.setting.box.left + (0.0 if self.is_above else self.label_width + 3 * self.setting.screen.g)

    @cached_property
    def size(self) -> float:
        """The size of the figures."""
        setting, box = self.setting, self.setting.box
        writers = [writer(metric, setting.language, metric.number) for metric in self.kind.metrics]
        height = 0.62 * (self.pitch - self.head)
        sizes = SIZES if len(self.units) <= 2 else SIZES[1:]
        return size_for(
            writers, setting.screen, (0.42 if self.is_above else 0.3) * box.width, height, sizes
        ) or setting.screen.size("small")

    def tally(self, index: int) -> Tally:
        metric, setting = self.kind.metrics[index], self.setting
        write = writer(metric, setting.language, metric.number)
        return Tally(write, self.size, setting.screen, "warm" if index == self.warm else "text")

    @cached_property
    def grid(self) -> _Grid:
        """The largest symbols with which every metric fits into its row, its figure included."""
        g, box = self.setting.screen.g, self.setting.box
        figure = max(self.tally(index).width for index in range(len(self.units))) + 2.5 * g
        room, height = (
            box.right - self.left - figure,
            self.pitch - self.head - (3.0 if len(self.units) > 1 else 0.0) * g,
        )
        counts = [max(1, math.ceil(units - 1e-9)) for units in self.units]
        best = _Grid(0.0, 1, tuple(counts))
        # Lines of five or ten are counted at a glance.
        most = max(counts)
        for columns in (most, *(columns for columns in range(5, most, 5))):
            lines = tuple(-(-count // columns) for count in counts)
            wide = room / (columns * self.symbol.aspect + (columns - 1) * GAP)
            tall = height / (max(lines) + (max(lines) - 1) * GAP)
            if min(wide, tall) > best.height:
                best = _Grid(min(wide, tall), columns, lines)
        return _Grid(min(best.height, 20 * g), best.columns, best.lines)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        return stagger(len(self.units), start=GROW_START, duration=GROW_TIME, step=0.15)

    def placed(self) -> Placed:
        labels, symbols = [], []
        for index in range(len(self.units)):
            labels += [appearing(mark, LABELS_START) for mark in self.label(index, self.label_baseline(index))]
            symbols += self.row(index)
        return Placed((*labels, *symbols), self.note())

    def top(self, index: int) -> float:
        """The top of a metric's symbols: under its label, or centred in its row."""
        row = self.setting.box.top + self.pitch * index
        if self.is_above:
            return row + self.head + max(0.0, self.tally(index).ink - self.block(index)) / 2.0
        return row + (self.pitch - self.block(index)) / 2.0

    def block(self, index: int) -> float:
        """The height of a metric's lines of symbols."""
        lines = self.grid.lines[index]
        return self.grid.height * (lines + (lines - 1) * GAP)

    def label_baseline(self, index: int) -> float:
        if self.is_above:
            return self.setting.box.top + self.pitch * index + 0.88 * self.label_size
        lines = len(self.label(index, 0.0))
        return (
            self.top(index)
            + self.block(index) / 2.0
            + 0.36 * self.label_size
            - (lines - 1) * LINE_PITCH * self.label_size / 2.0
        )

    def row(self, index: int) -> list[Layer]:
        """A metric's symbols, one mark for each piece of each line, and its figure at the end."""
        layers: list[Layer] = []
        for number in range(self.grid.lines[index]):
            layers += self.line(index, number)
        return [*layers, moving(self.tracks[index], self.figure(index))]

    def line(self, index: int, number: int) -> list[Layer]:
        """The symbols in one line of a metric, added one after another; the line stands still before its turn and after it."""
        grid, color, track, units = self.grid, self.color(index), self.tracks[index], self.units[index]
        top, width = self.top(index) + number * grid.height * (1.0 + GAP), grid.height * self.symbol.aspect
        row = Row(self.symbol, self.left, top, width, grid.height, width + GAP * grid.height, grid.columns)
        most = max(units, 1e-12)
        before = float(number * grid.columns)
        begin, end = _reaching(track, before / most), _reaching(track, (before + grid.columns) / most)

        def draw_piece(piece: int) -> Callable[[float], Mark]:
            def draw(t: float) -> Mark:
                progress = 1.0 if t >= end else track.at(t)
                return Area(*row.outline(piece, min(max(units * progress - before, 0.0), float(grid.columns))), color)

            return draw

        return [Layer(begin, end, draw_piece(piece)) for piece in range(len(self.symbol.pieces))]

    def figure(self, index: int) -> Callable[[float], Mark]:
        """The figure behind the last symbol: it rides on the row and counts it."""
        grid, tally, g = self.grid, self.tally(index), self.setting.screen.g
        widest = grid.columns if grid.lines[index] > 1 else None
        y = self.top(index) + self.block(index) / 2.0 + tally.ink / 2.0
        key = self.kind.metrics[index].id

        def draw(progress: float) -> Mark:
            units = self.units[index] * progress if widest is None else float(min(widest, math.ceil(self.units[index])))
            whole = math.floor(units + 1e-9)
            share = self.symbol.cut(units - whole)
            x = self.left + grid.height * (whole * (self.symbol.aspect + GAP) + share * self.symbol.aspect)
            if units - whole < 1e-9 and whole:
                x -= grid.height * GAP
            figure = tally.at(progress, x + 2.0 * g, y, "start", min(1.0, 8.0 * progress))
            return replace(figure, key=key and f"figure:{key}")

        return draw

    def note(self) -> str:
        """What one symbol stands for."""
        language, metric = self.setting.language, self.kind.metrics[0]
        manner = common_manner([self.kind.amount], language)
        figure = write_in(manner, self.kind.amount, language, unit=metric.unit)
        if not self.setting.is_chinese and self.kind.amount == 1.0:
            figure = replace(figure, unit=singular(figure.unit))
        written = spaced(figure.text)
        if self.setting.is_chinese:
            return f"{self.symbol.names['zh']}为 {written}"
        return f"{self.symbol.names['en']} = {written}"


def _reaching(track: Track, progress: float) -> float:
    """The time at which a track reaches a progress; its end where it never does."""
    low, high = track.start, track.end
    if progress <= 0.0 or progress >= 1.0:
        return low if progress <= 0.0 else high
    for _ in range(40):
        middle = (low + high) / 2.0
        low, high = (low, middle) if track.at(middle) >= progress else (middle, high)
    return high
