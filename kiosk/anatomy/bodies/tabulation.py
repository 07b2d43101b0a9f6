"""Tabulation: names and figures in rows and columns, the figures of a column with their points below each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite, nan
from typing import Self

from kiosk.anatomy.words.captions import fits, longest_word, shortened
from kiosk.anatomy.words.names import joined, name_lines, parted
from kiosk.marks import Run
from kiosk.metrics import Series
from kiosk.setting import Setting
from kiosk.typeface import advance, spaced
from kiosk.typesetting import LINE_PITCH, digit_runs, width_of

MISSING = "—"
PITCHES = {"title": 1.5, "label": 1.5, "small": 1.5}
"""The least height of a row, in em, by the size of its type."""

MOST_PITCH = 3.2
WIDEST_PART, NARROWEST = 5.5, 2.1
"""In em: up to which width what stands between two spaces of a heading is kept on one line, and the least of a heading."""

FEW_LINES, MANY_LINES = 2, 3
"""Lines of a heading, without its unit: as a rule, and where columns are narrow."""

NAME_SHARE = 0.4
BAR_SHARE = 0.4
STACKED_PITCH = 2.95
BAR_WIDTH, BAR_GAP, GAP = 11.0, 1.4, 3.0
LOOSEST = 20.0
"""Grid steps: the least width for bars, from a bar to its figure, from column to column, and the most that is added to it."""


@dataclass(frozen=True)
class Column:
    """One series: its heading and unit, its value at each place (nan where missing) and how that is written."""

    id: str
    heading: str
    unit: str
    values: tuple[float, ...]
    digits: tuple[str, ...]
    has_bars: bool

    @classmethod
    def of(cls, series: Series, places: Sequence[str], setting: Setting, *, has_bars: bool) -> "Column":
        """The column of a series; the scale of its figures (万) belongs to its unit."""
        language = setting.language
        known = dict(zip(series.labels, (float(value) for value in series.y), strict=True))
        values = tuple(known.get(place, nan) for place in places)
        written = [series.written(language, value) if isfinite(value) else None for value in values]
        unit = next(
            (f"{each.after}{'' if setting.is_chinese else ' '}{each.unit}".strip() for each in written if each), ""
        )
        before = next((each.before for each in written if each and each.before), "")
        digits = tuple(each.digits if each else MISSING for each in written)
        return cls(series.id, series.name(language, True), f"{before} {unit}".strip(), values, digits, has_bars)


@dataclass(frozen=True)
class Tabulation:
    """Rows and columns in type of `size` pixels; `is_stacked` sets the names above the figures of their rows."""

    setting: Setting
    names: tuple[str, ...]
    columns: tuple[Column, ...]
    places: tuple[str, ...]
    warm: int | None
    role: str = "small"
    is_stacked: bool = False
    head_lines: int = FEW_LINES

    def fitted(self) -> Self:
        """The largest type that has room for all rows, else small type and rows that move on.

        Where figures are too wide, first headings become higher, then bars are left out, then names set above their figures,
        and at last columns left out.
        """
        whole = [replace(self, role=role) for role in PITCHES]
        for way in whole:
            if way.is_wide_enough and way.rows == len(self.names):
                return way
        plain = replace(self, columns=tuple(replace(column, has_bars=False) for column in self.columns))
        ways = [replace(way, head_lines=lines) for way in (self, plain) for lines in (FEW_LINES, MANY_LINES)]
        for way in (*ways, replace(plain, is_stacked=True)):
            if way.is_wide_enough:
                return way
        way = replace(plain, is_stacked=True, head_lines=MANY_LINES)
        while len(way.columns) > 1 and not way.is_wide_enough:
            way = replace(way, columns=way.columns[:-1])
        return way

    @property
    def size(self) -> float:
        return self.setting.screen.size(self.role)

    @property
    def small(self) -> float:
        return self.setting.screen.size("small")

    def weight(self, index: int) -> int:
        """The weight of a name."""
        return 700 if index == self.warm else 400

    @cached_property
    def name_width(self) -> float:
        """The width of the column of names; 0 where they stand above."""
        if self.is_stacked:
            return 0.0
        widest = max(advance(spaced(name), self.weight(index)) for index, name in enumerate(self.names)) * self.size
        return min(widest, NAME_SHARE * self.setting.box.width)

    @cached_property
    def figure_widths(self) -> tuple[float, ...]:
        """The widest figure of each column."""
        return tuple(
            max(width_of(digit_runs(digits, self.size, "text")) for digits in column.digits) for column in self.columns
        )

    @cached_property
    def needed(self) -> tuple[float, ...]:
        """What each column needs: its widest figure, its bars, its heading in few lines."""
        g, result = self.setting.screen.g, []
        for column, figure in zip(self.columns, self.figure_widths, strict=True):
            unit = advance(spaced(column.unit)) if self.head_lines == FEW_LINES else longest_word(column.unit)
            parts = parted(column.heading) if self.head_lines == FEW_LINES else ()
            widest = max((advance(part, 700) for part in parts if not part.isascii()), default=0.0)
            least = min(advance(joined(column.heading), 700), NARROWEST)
            heading = max(longest_word(joined(column.heading), 700), min(widest, WIDEST_PART), least, unit) * self.small
            while not fits(joined(column.heading), heading, self.small, self.head_lines, 700):
                heading += 0.5 * self.small
            bars = (BAR_WIDTH + BAR_GAP) * g if column.has_bars else 0.0
            result.append(max(figure + bars, heading))
        return tuple(result)

    @property
    def spare(self) -> float:
        """What is left of the width when every column has what it needs."""
        count = len(self.columns) - (1 if self.is_stacked else 0)
        return self.setting.box.width - self.name_width - sum(self.needed) - count * GAP * self.setting.screen.g

    @property
    def is_wide_enough(self) -> bool:
        return self.spare >= 0.0

    @cached_property
    def lefts(self) -> tuple[float, ...]:
        """The left edge of each column, whose right edge is as far from it as `widths` says."""
        gap = GAP * self.setting.screen.g
        x, result = self.setting.box.left + (self.name_width + gap if not self.is_stacked else 0.0), []
        for width in self.widths:
            result.append(x)
            x += width + gap
        return tuple(result)

    @cached_property
    def widths(self) -> tuple[float, ...]:
        """The width of each column: what is to spare goes to bars first, and is else dealt out evenly."""
        spare, barred = max(0.0, self.spare), sum(column.has_bars for column in self.columns)
        share = (BAR_SHARE if barred < len(self.columns) else 1.0) * spare / barred if barred else 0.0
        rest = min((spare - share * barred) / len(self.columns), LOOSEST * self.setting.screen.g)
        return tuple(
            width + rest + (share if column.has_bars else 0.0)
            for width, column in zip(self.needed, self.columns, strict=True)
        )

    @cached_property
    def heads(self) -> tuple[tuple[Run, ...], ...]:
        """The lines of each heading, its unit last."""
        small, result = self.small, []
        for column, width in zip(self.columns, self.widths, strict=True):
            name = [Run(text, small, 700, "text") for text in name_lines(column.heading, width / small, 700)]
            unit = [Run(text, small, 400, "muted") for text in name_lines(column.unit, width / small)]
            result.append((*name, *unit))
        return tuple(result)

    @cached_property
    def head_height(self) -> float:
        """From the top of the box to the rule below the headings."""
        return (max(len(lines) for lines in self.heads) * LINE_PITCH + 0.15) * self.small

    @property
    def room(self) -> float:
        """The height for rows: they may stand in the upper half of the foot of the box."""
        return self.setting.box.height + 0.5 * self.setting.foot - self.head_height

    @cached_property
    def rows(self) -> int:
        """How many rows there is room for."""
        least = (STACKED_PITCH if self.is_stacked else PITCHES[self.role]) * self.size
        return max(1, min(len(self.names), int(self.room / least)))

    @cached_property
    def pitch(self) -> float:
        """From one row to the next."""
        most = (4.4 if self.is_stacked else MOST_PITCH) * self.size
        return min(self.room / self.rows, most)

    @property
    def top(self) -> float:
        """The y of the rule that the rows hang from."""
        return self.setting.box.top + self.head_height

    @cached_property
    def name_lines(self) -> tuple[tuple[str, ...], ...]:
        """The lines of every name, cut short where there is no room for more."""
        width = self.setting.box.width if self.is_stacked else self.name_width + 1e-6
        lines = 1 if self.is_stacked else max(1, int(self.pitch / (LINE_PITCH * self.size)))
        return tuple(
            shortened(name, width, self.size, lines, self.weight(index)) for index, name in enumerate(self.names)
        )

    def middle(self, place: float) -> float:
        """The y of the middle of the figures of a row."""
        row = self.top + self.pitch * place
        return row + self.pitch * 0.5 + (0.62 * self.size if self.is_stacked else 0.0)
