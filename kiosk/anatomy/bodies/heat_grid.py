"""Heat grids: values in rows and columns of cells, the stronger the tint the greater the value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kiosk.anatomy.bodies.heat_cells import WORDS_START, Cells, HeatHeading, classes
from kiosk.anatomy.geometry.axis import MIDDLE
from kiosk.anatomy.geometry.dates import days_of, levels
from kiosk.anatomy.values.glossary import called
from kiosk.anatomy.words.captions import CAPTIONS_START, CAPTIONS_TIME, Captions, captions, shortened, thinned
from kiosk.layers import Layer, Placed, appearing
from kiosk.marks import Array, Bars, Run, Text, array
from kiosk.metrics import Series
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import advance, spaced
from kiosk.typesetting import LINE_PITCH
from kiosk.words import Words

MOST_FIGURES = 40
"""More figures than this nobody reads: then the tints alone tell the pattern."""
MOST_LINES = 3
"""The lines that the name of a row may take."""
DARK_FROM = 5
"""From this tint on a figure inside a cell has the colour of the ground."""


@dataclass(frozen=True)
class HeatGrid:
    """One row for each series, one column for each place; `values` of shape (rows, columns), nan where one is missing."""

    setting: Setting
    series: tuple[Series, ...]
    columns: tuple[str, ...]
    values: Array
    warm: tuple[int, int] | None = None
    glossary: Mapping[str, Words] = field(default_factory=dict)

    @property
    def size(self) -> float:
        """The size of labels and figures."""
        return self.setting.screen.size("small")

    @cached_property
    def heading(self) -> HeatHeading:
        """The tints with their values, and the highlighted cell in words."""
        if self.warm is None:
            return HeatHeading(self.setting, self.series[0], self.values)
        row, column = self.warm
        name = self.series[row].name(self.setting.language, is_short=True)
        where = f"{name} {self.column_texts[column]}"
        return HeatHeading(self.setting, self.series[0], self.values, where, float(self.values[row, column]))

    @cached_property
    def row_labels(self) -> tuple[tuple[str, ...], ...]:
        """The lines of the names of the rows, as far as they have room."""
        language, room = self.setting.language, 0.3 * self.setting.box.width
        names = [each.name(language, is_short=True) for each in self.series]
        box = self._cells_right_of(self.setting.box.left + room)
        most = int(box.height / len(names) / (LINE_PITCH * self.size))
        return tuple(shortened(name, room, self.size, min(max(most, 1), MOST_LINES)) for name in names)

    @cached_property
    def column_texts(self) -> tuple[str, ...]:
        """The names of the columns; dates in words."""
        days = days_of(self.columns)
        if days is None or len(np.unique(days)) < len(days) or len(days) > 60 or np.any(np.diff(days) < 0.0):
            return tuple(spaced(called(self.glossary, name, self.setting.language)) for name in self.columns)
        found = [
            marks for marks in levels([days], [self.columns], self.setting.language)[:2] if len(marks) == len(days)
        ]
        return tuple(spaced(text) for _, text in found[-1])

    @cached_property
    def area(self) -> Box:
        """The room of the cells."""
        box, size = self.setting.box, self.size
        widest = max(advance(line) for lines in self.row_labels for line in lines or ("",)) * size
        return self._cells_right_of(box.left + widest + 1.4 * self.setting.screen.g)

    def _cells_right_of(self, left: float) -> Box:
        """The room of cells from a place on."""
        box, top = self.setting.box, self.setting.box.top + self.heading.height
        foot = box.bottom + self.setting.foot - self._captions(left).height
        return Box.between(left, top, box.right, max(top + 2.0 * self.size, min(box.bottom, foot)))

    def _captions(self, left: float) -> Captions:
        right = self.setting.box.right
        pitch = (right - left) / len(self.columns)
        x = [left + pitch * (index + 0.5) for index in range(len(self.columns))]
        is_ordered = all(name[:1].isdigit() for name in self.columns)
        return captions(
            self.setting, self.column_texts, x, pitch, left=left, right=right,
            is_ordered=is_ordered or len(self.columns) > 24, warm=() if self.warm is None else (self.warm[1],),
        )  # fmt: skip

    @cached_property
    def pitch(self) -> tuple[float, float]:
        """From one cell to the next, sideways and down."""
        return self.area.width / len(self.columns), self.area.height / len(self.series)

    @cached_property
    def gap(self) -> float:
        """Between two cells."""
        least = min(self.pitch)
        return self.setting.screen.px(4.0) if least > self.setting.screen.px(24.0) else min(2.0, 0.12 * least)

    @cached_property
    def tints(self) -> NDArray[np.int64]:
        """The tint of every cell."""
        return classes(self.values)

    @cached_property
    def cells(self) -> Cells:
        """All cells, row by row."""
        (across, down), gap, area = self.pitch, self.gap, self.area
        rows, columns = self.values.shape
        left = area.left + across * np.tile(np.arange(columns, dtype=np.float64), rows) + gap / 2.0
        top = area.top + down * np.repeat(np.arange(rows, dtype=np.float64), columns) + gap / 2.0
        keys = tuple(f"{each.id}/{name}" for each in self.series for name in self.columns)
        warm = None if self.warm is None else self.warm[0] * columns + self.warm[1]
        order = (left - left.min()) / max(float(np.ptp(left)), 1.0)
        return Cells(left, top, across - gap, down - gap, self.tints.ravel(), order, keys, warm)

    def placed(self) -> Placed:
        """The grid through time: labels, cells column by column, figures."""
        layers = list(self._captions(self.area.left).layers(self.area.bottom))
        layers += [*self.labels(), *self.cells.layers(), *self.heading.layers()]
        gaps = np.argwhere(self.tints == 0)
        if len(gaps):
            layers.append(self._dashes(gaps))
        layers += self.figures()
        return Placed(tuple(layers), self._note(len(gaps)))

    def labels(self) -> list[Layer]:
        """The names of the rows, or of some of them where rows are low."""
        size, down, area = self.size, self.pitch[1], self.area
        middles = [area.top + down * (index + 0.5) for index in range(len(self.row_labels))]
        kept: Sequence[int] = range(len(middles))
        wanted = () if self.warm is None else (self.warm[0],)
        if down < 1.06 * size:
            kept = thinned(middles, [1.1 * size] * len(middles), area.top, area.bottom, 0.0, wanted)
        marks = [
            Text(
                self.setting.box.left,
                middles[index] + MIDDLE * size + (row - (len(self.row_labels[index]) - 1) / 2.0) * LINE_PITCH * size,
                (Run(line, size, 400, "warm" if index in wanted else "text"),),
            )
            for index in kept
            for row, line in enumerate(self.row_labels[index])
        ]
        return [appearing(mark, CAPTIONS_START, CAPTIONS_TIME) for mark in marks]

    def figures(self) -> list[Layer]:
        """The values in their cells, if there is room for all of them."""
        present = np.argwhere(self.tints > 0)
        if not len(present) or self.values.size > MOST_FIGURES:
            return []
        (across, down), screen = self.pitch, self.setting.screen
        texts = [self.heading.written(float(self.values[row, column])) for row, column in present]
        widest = max(advance(text) for text in texts)
        size = next(
            (
                each
                for each in (screen.size("label"), self.size)
                if widest * each <= across - 1.4 * screen.g and 1.2 * each <= down - self.gap
            ),
            None,
        )
        if size is None:
            return []
        layers: list[Layer] = []
        for (row, column), text in zip(present, texts, strict=True):
            is_warm = self.warm == (row, column)
            is_dark = is_warm or int(self.tints[row, column]) >= DARK_FROM
            x, y = self.area.left + across * (column + 0.5), self.area.top + down * (row + 0.5) + MIDDLE * size
            run = Run(text, size, 700 if is_warm else 400, "ground" if is_dark else "text")
            key = f"figure:{self.series[row].id}/{self.columns[column]}"
            layers.append(appearing(Text(x, y, (run,), "middle", key=key), WORDS_START))
        return layers

    def _dashes(self, gaps: NDArray[np.int64]) -> Layer:
        (across, down), px = self.pitch, self.setting.screen.px
        rows, columns = gaps.astype(np.float64).T
        width = np.full(len(gaps), min(0.4 * across, px(26.0)))
        x = self.area.left + across * (columns + 0.5) - width / 2.0
        y = self.area.top + down * (rows + 0.5) - px(1.5)
        return appearing(Bars(array(x), array(y), width, np.full(len(gaps), px(3.0)), "dim"), CAPTIONS_START)

    def _note(self, missing: int) -> str:
        if not missing:
            return ""
        return "横线处缺少数据" if self.setting.is_chinese else "A dash: no data"
