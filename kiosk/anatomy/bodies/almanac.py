"""Almanacs: days as cells, in weeks and months, whichever way gives the larger cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil

import numpy as np
from numpy.typing import NDArray

from kiosk.anatomy.bodies.heat_cells import Cells, HeatHeading, classes
from kiosk.anatomy.geometry.dates import date_text, day, days_of, month_text
from kiosk.anatomy.words.captions import CAPTIONS_START, CAPTIONS_TIME
from kiosk.layers import Layer, Placed, appearing
from kiosk.marks import Array, Dots, Line, Run, Text, array
from kiosk.metrics import Series
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import advance, spaced

WEEK = 7
WEEKS_OF_MONTH, WEEKS_OF_YEAR = 6, 54
COLUMNS = (2, 3, 4, 6, 12)
"""How many months may stand beside each other."""
NAME = 1.35
"""The height of the name of a month, in em."""
WIDEST = 1.7
"""How much wider than high a cell may be."""


@dataclass(frozen=True)
class Almanac:
    """The values of a series for single days; `warm` is the place of the highlighted one."""

    setting: Setting
    series: Series
    warm: int | None = None

    @property
    def size(self) -> float:
        """The size of the names of months."""
        return self.setting.screen.size("small")

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The day of every value."""
        found = days_of(self.series.labels)
        return () if found is None else tuple(day(place) for place in found)

    @cached_property
    def values(self) -> Array:
        """The value of every day, nan where it is missing."""
        return self.series.y

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years from the first day to the last."""
        return tuple(range(min(self.days).year, max(self.days).year + 1))

    @cached_property
    def months(self) -> tuple[date, ...]:
        """The first day of every month from the first day to the last."""
        first, last = min(self.days), max(self.days)
        count = 12 * (last.year - first.year) + last.month - first.month + 1
        return tuple(
            date(first.year + (first.month - 1 + at) // 12, (first.month - 1 + at) % 12 + 1, 1) for at in range(count)
        )

    @cached_property
    def heading(self) -> HeatHeading:
        """The tints, the years, and the highlighted day in words."""
        language = self.setting.language
        span = f"{self.years[0]}" if len(self.years) == 1 else f"{self.years[0]}–{self.years[-1]}"
        title = spaced(f"{span}年" if self.setting.is_chinese else span)
        if self.warm is None:
            return HeatHeading(self.setting, self.series, self.values, title=title)
        where = date_text(self.days[self.warm], language, has_year=len(self.years) > 1)
        return HeatHeading(self.setting, self.series, self.values, where, float(self.values[self.warm]), title)

    @cached_property
    def room(self) -> Box:
        """The room of the months."""
        box = self.setting.box
        return Box.between(box.left, box.top + self.heading.height, box.right, box.bottom + 0.5 * self.setting.foot)

    @cached_property
    def plan(self) -> tuple[int, float]:
        """How many months stand beside each other, 0 for strips of a year each, and the side of a cell."""
        tried = [(columns, self._month_cell(columns)) for columns in COLUMNS if columns <= max(len(self.months), 2)]
        # Strips tell the year, which months beside each other cannot.
        better = 1.25 if len(self.years) > 1 else 1.0
        return max([(0, self._strip_cell()), *tried], key=lambda plan: plan[1] * (1.0 if plan[0] else better))

    def _month_cell(self, columns: int) -> float:
        rows = ceil(len(self.months) / columns)
        across = self.room.width / ((WEEK + 1) * columns - 1)
        down = (self.room.height / rows - NAME * self.size) / (WEEKS_OF_MONTH + 0.5)
        widest = max(advance(self._month_name(month)) for month in self.months) * self.size
        return min(across, down) if widest <= (WEEK + 0.8) * across else 0.0

    def _strip_cell(self) -> float:
        across = (self.room.width - self.strip_left) / self._weeks
        down = (self.room.height / len(self.years) - NAME * self.size) / (WEEK + 0.6)
        return min(across, down)

    @property
    def strip_left(self) -> float:
        """The room for the names of years before their strips."""
        return (advance("2000") + 0.7) * self.size if len(self.years) > 1 else 0.0

    @cached_property
    def _weeks(self) -> int:
        """The weeks of the longest strip."""
        if len(self.years) > 1:
            return WEEKS_OF_YEAR
        return self._week(max(self.days)) - self._week(min(self.days)) + 1

    def _week(self, when: date) -> int:
        """The week of a year, from 0; weeks begin on Monday."""
        return (when.timetuple().tm_yday - 1 + date(when.year, 1, 1).weekday()) // WEEK

    @cached_property
    def cell(self) -> float:
        """From one day to the next."""
        return self.plan[1]

    @cached_property
    def cell_width(self) -> float:
        """From one day or week to the next beside it: a little more than down, where strips would leave room."""
        if self.plan[0]:
            return self.cell
        return min((self.room.width - self.strip_left) / self._weeks, WIDEST * self.cell)

    def corner(self, when: date) -> tuple[float, float]:
        """The upper left corner of a day."""
        columns, cell = self.plan
        room, head = self.room, NAME * self.size
        if not columns:
            begin = 0 if len(self.years) > 1 else self._week(min(self.days))
            top = room.top + (when.year - self.years[0]) * self._strip_pitch + head
            return room.left + self.strip_left + (
                self._week(when) - begin
            ) * self.cell_width, top + when.weekday() * cell
        at = 12 * (when.year - self.months[0].year) + when.month - self.months[0].month
        across, down = self._month_pitch
        week = (when.day - 1 + when.replace(day=1).weekday()) // WEEK
        left, top = room.left + at % columns * across, room.top + at // columns * down + head
        return left + when.weekday() * cell, top + week * cell

    @cached_property
    def _strip_pitch(self) -> float:
        return min(self.room.height / len(self.years), (WEEK + 2.5) * self.cell + NAME * self.size)

    @cached_property
    def _month_pitch(self) -> tuple[float, float]:
        columns, cell = self.plan
        rows = ceil(len(self.months) / columns)
        across = (self.room.width - WEEK * cell) / (columns - 1)
        return min(across, 11.0 * cell), min(self.room.height / rows, (WEEKS_OF_MONTH + 2.0) * cell + NAME * self.size)

    @cached_property
    def tints(self) -> NDArray[np.int64]:
        """The tint of every day."""
        return classes(self.values)

    @cached_property
    def cells(self) -> Cells:
        """All days."""
        gap = max(1.0, 0.1 * self.cell)
        corners = np.array([self.corner(each) for each in self.days]) + gap / 2.0
        first, length = min(self.days).toordinal(), max((max(self.days) - min(self.days)).days, 1)
        order = np.array([(each.toordinal() - first) / length for each in self.days])
        width, height = self.cell_width - gap, self.cell - gap
        return Cells(corners[:, 0], corners[:, 1], width, height, self.tints, order, self.series.labels, self.warm)

    def placed(self) -> Placed:
        """The almanac through time: names, days one after the other, the highlighted one in words."""
        layers = [appearing(mark, CAPTIONS_START, CAPTIONS_TIME) for mark in self.names()]
        if not self.plan[0] and len(self.months) > 1:
            layers.append(self._seams())
        missing = np.flatnonzero(self.tints == 0)
        layers += [*self.cells.layers(), *self.heading.layers()]
        if len(missing):
            layers.append(self._gaps(missing))
        return Placed(tuple(layers), self._note(len(missing)))

    def names(self) -> Iterator[Text]:
        """The names of the months, and of the years before their strips."""
        size, columns = self.size, self.plan[0]
        taken = self.room.left
        for month in self.months:
            name = self._month_name(month)
            x, y = self.corner(month)
            if columns:
                x = self.room.left + self.months.index(month) % columns * self._month_pitch[0]
                y = self.room.top + self.months.index(month) // columns * self._month_pitch[1] + NAME * size
            else:
                y -= month.weekday() * self.cell
                # A name stands above the first whole week of its month.
                x += self.cell_width if month.weekday() else 0.0
                taken = self.room.left if month.month == 1 else taken
            x += 0.05 * self.cell
            if columns or (x >= taken and x + advance(name) * size <= self.room.right):
                yield Text(x, y - 0.4 * size, (Run(name, size, 400, "muted"),))
                taken = x + (advance(name) + 0.25) * size
        if not columns and len(self.years) > 1:
            for at, year in enumerate(self.years):
                middle = self.room.top + at * self._strip_pitch + NAME * size + WEEK * self.cell / 2.0
                yield Text(self.room.left, middle + 0.36 * size, (Run(f"{year}", size, 400, "text"),))

    def _month_name(self, month: date) -> str:
        # Strips tell the year at their left.
        has_year = month.month == 1 and len(self.years) > 1
        is_strip = "plan" in self.__dict__ and not self.plan[0]
        return spaced(month_text(month, self.setting.language, has_year=has_year and not is_strip))

    def _seams(self) -> Layer:
        """The lines between two months of a strip."""
        cell, px = self.cell, self.setting.screen.px
        strokes: list[list[tuple[float, float]]] = []
        for month in self.months[1:]:
            if month.month == 1:
                continue
            x, y = self.corner(month)
            top = y - month.weekday() * cell
            right = x + self.cell_width if month.weekday() else x
            strokes.append([(right, top), (right, y), (x, y), (x, top + WEEK * cell)])
        points = np.array(strokes).reshape(-1, 4, 2)
        line = Line(array(points[:, :, 0]), array(points[:, :, 1]), "muted", max(1.0, px(2.5)), cap="flat")
        return appearing(line, CAPTIONS_START, CAPTIONS_TIME)

    def _gaps(self, missing: NDArray[np.intp]) -> Layer:
        cells, count = self.cells, len(missing)
        x, y = cells.left[missing] + cells.width / 2.0, cells.top[missing] + cells.height / 2.0
        dots = Dots(array(x), array(y), np.full(count, 0.24 * self.cell), "dim")
        return appearing(dots, CAPTIONS_START, CAPTIONS_TIME)

    def _note(self, missing: int) -> str:
        is_chinese, is_strip = self.setting.is_chinese, not self.plan[0]
        if is_chinese:
            parts = ["一列为一周 周一在上" if is_strip else "一行为一周 周一在左", "小点处缺少数据" if missing else ""]
        else:
            parts = [
                "Columns: weeks, Monday on top" if is_strip else "Rows: weeks from Monday",
                "Dot: no data" if missing else "",
            ]
        return "\u2003".join(part for part in parts if part)
