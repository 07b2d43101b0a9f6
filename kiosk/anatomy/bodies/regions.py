"""Regions: a region map laid out: outlines, tints, the warm region with its figure, and names where there is room."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.geometry.outlines import DETAIL, Outlines, Terrain, shapes, terrain_of
from kiosk.anatomy.geometry.survey import Cells, Survey
from kiosk.anatomy.values.entries import highlighted
from kiosk.anatomy.values.palette import STRONGEST, heat_color, ink_on
from kiosk.anatomy.words.class_scale import ClassScale
from kiosk.anatomy.words.level_figure import (
    COUNT,
    LevelFigure,
    fitted_level,
    is_better_at_side,
    room_beside,
    rule_layers,
)
from kiosk.anatomy.words.place_names import Block, PlaceName, short_figure
from kiosk.geography import Geography
from kiosk.layers import Layer, Placed, appearing
from kiosk.marks import Array, Dots, Line, Mark, array
from kiosk.metrics import Series
from kiosk.motion import Track
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.tally import writer
from kiosk.words import Words

CELL = 4.0
"""Pixels of a screen of 1080 lines to a cell in which room for words is measured."""
EDGE, HAIR = 2.4, 2.0
MARGIN = 0.3
"""Around words in a region, in grid steps."""
DOT = 11.0
LEADERS = 5
"""The greatest regions that are named even where they are too small for their names."""
LOW = 0.7
"""How far down the warm region may lie for the scale to have room below its figure."""
REACH = 21.0
"""How long the line from a region to its name may be, in grid steps."""
MOST_NAMES = 40
COLUMN, GAP = 0.36, 3.0
"""The part of the width that the figure at the side may take, and the gap before it in grid steps."""
LINES_TIME, TINTS_START, TINTS_STEP, TINT_TIME = 0.5, 0.4, 0.1, 0.5
WARM_START, RULE_TIME, NAMES_START, NAMES_SPREAD = 1.0, 0.5, 1.8, 0.6


def rings_by_name(geography: Geography, by: str) -> dict[str, tuple[Array, ...]]:
    """The rings of all regions by their names: those of one name are one region; those without are one nameless."""
    found: dict[str, tuple[Array, ...]] = {}
    for region in geography.regions:
        name = region.properties.get(by, "")
        found[name] = found.get(name, ()) + region.rings
    return found


@dataclass(frozen=True)
class Regions:
    """The regions of a geography with the values of a series in one setting."""

    geography: Geography
    series: Series
    by: str
    names: Words | None
    highlight: str
    setting: Setting

    @cached_property
    def rings(self) -> dict[str, tuple[Array, ...]]:
        return rings_by_name(self.geography, self.by)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The names by which the series knows the regions, in the order of the map."""
        return tuple(self.rings)

    @cached_property
    def values(self) -> Array:
        """The value of each region; nan where it has none."""
        known = dict(zip(self.series.labels, self.series.y, strict=True))
        return np.array([known.get(place, math.nan) for place in self.places], dtype=np.float64)

    @cached_property
    def compared(self) -> Array:
        """The values that the tints stand for: all but that of the warm region."""
        is_compared = np.isfinite(self.values)
        if self.warm is not None:
            is_compared[self.warm] = False
        return self.values[is_compared]

    @cached_property
    def warm(self) -> int | None:
        index = highlighted((), self.series, self.highlight)
        if index is None or math.isnan(self.series.y[index]):
            return None
        return self.places.index(self.series.labels[index])

    def name(self, place: str) -> str:
        """What a region is called on the screen."""
        if self.names is None:
            return place
        wanted = self.names.get(self.setting.language)
        named = (region.properties for region in self.geography.regions if region.properties.get(self.by) == place)
        return next((each[wanted] for each in named if wanted in each), place)

    @cached_property
    def terrain(self) -> Terrain:
        return terrain_of(tuple(self.rings.values()))

    # Where things stand

    @cached_property
    def has_column(self) -> bool:
        """Whether the figure stands at the side of the map; else above it."""
        box = self.setting.box
        side, above = self.figure_in(box, True), self.figure_in(box, False)
        if side is None or above is None:
            return True
        return is_better_at_side(side, above, box, GAP * self.setting.screen.g, self.terrain.aspect)

    def figure_in(self, room: Box, is_at_side: bool) -> LevelFigure | None:
        """The figure of the warm region at the side of a room, or at its top."""
        if self.warm is None:
            return None
        place, screen = self.places[self.warm], self.setting.screen
        write, name = writer(self.series, self.setting.language, float(self.values[self.warm])), self.name(place)
        if is_at_side:
            return fitted_level(write, name, place, screen, COLUMN * room.width, 0.55 * room.height)
        return fitted_level(write, name, place, screen, room.width, 0.25 * room.height, "start")

    @cached_property
    def wide_scale(self) -> ClassScale:
        """The scale of classes as it stands below the map."""
        language, present, width = self.setting.language, self.compared, self.setting.box.width
        title = self.series.name(language)
        if not present.size:
            return ClassScale(self.setting, title, "", "", (), width)
        low, high = float(present.min()), float(present.max())
        top = writer(self.series, language, high)(1.0).text
        if low == high:
            return ClassScale(self.setting, title, "", top, (heat_color(1.0),), width)
        colors = tuple(heat_color((step + 0.5) / STRONGEST) for step in range(STRONGEST))
        return ClassScale(self.setting, title, short_figure(self.series, low, language), top, colors, width)

    @cached_property
    def scale(self) -> ClassScale:
        """The scale of classes: in the column of the figure, or below the map."""
        whole = self.wide_scale
        if not self.has_column or self.warm is None or self.depth > LOW:
            return whole
        box, g = self.setting.box, self.setting.screen.g
        beside = box.width - self.terrain.aspect * (box.height + self.setting.foot) - 2.0 * GAP * g
        return replace(whole, width=beside) if whole.bare_extent <= beside <= whole.width else whole

    @property
    def depth(self) -> float:
        """How far down the map the warm region lies, 0 to 1."""
        rings = self.terrain.areas[self.warm] if self.warm is not None else ()
        if not rings:
            return 0.0
        bounds = self.terrain.bounds
        return (float(max(rings, key=_area)[:, 1].mean()) - bounds.top) / bounds.height

    @property
    def is_scale_beside(self) -> bool:
        return self.scale.width < self.wide_scale.width

    @cached_property
    def room(self) -> Box:
        """The room for map and words, above the scale if that stands below them."""
        box, foot = self.setting.box, self.setting.foot
        if self.is_scale_beside:
            return Box(box.left, box.top, box.width, box.height + foot)
        below = self.scale.height + self.setting.screen.g
        return Box.between(box.left, box.top, box.right, min(box.bottom, self.baseline + 0.3 * self.scale.size - below))

    @property
    def baseline(self) -> float:
        """The baseline of the scale: clear of the source, where there is little room for words below a chart."""
        g, foot = self.setting.screen.g, self.setting.foot
        return self.setting.box.bottom + (foot if foot > 3.0 * g else foot - 3.0 * g)

    @cached_property
    def figure(self) -> LevelFigure | None:
        return self.figure_in(self.room, self.has_column)

    @cached_property
    def outlines(self) -> Outlines:
        screen = self.setting.screen
        room = room_beside(self.figure, self.room, GAP * screen.g) if self.figure else self.room
        return Outlines(self.terrain, room, screen.px(DETAIL), 0.0 if self.has_column else 0.5, 0.5)

    @cached_property
    def survey(self) -> Survey:
        return Survey.of(self.room, self.setting.screen.px(CELL))

    def cells(self, index: int) -> Cells:
        """The cells of one region."""
        return self.survey.within(self.outlines.areas[index])

    # What is drawn

    def placed(self) -> Placed:
        areas, screen = self.outlines.areas, self.setting.screen
        lines = shapes(areas, "ground", screen.px(HAIR), self.places)
        layers: list[Layer] = [appearing(replace(lines, edge="hair"), 0.0, LINES_TIME)]
        layers += self.tints()
        survey = self.survey
        if self.warm is not None:
            mark = shapes((areas[self.warm],), "warm", screen.px(EDGE), (self.places[self.warm],))
            layers.append(appearing(mark, WARM_START, TINT_TIME))
        way = self.way()
        words: list[Layer] = []
        if way and self.figure is not None:
            end = self.room.right if self.has_column else self.room.left
            level = way[-1][1]
            layers += rule_layers(way, screen, Track(WARM_START + 0.2, RULE_TIME))
            words += self.figure.words(end, level, COUNT)
            survey = survey.without_lines(array([x for x, _ in way]), array([y for _, y in way]), screen.g)
            survey = survey.without_box(self.figure.box(end, level), 1.5 * screen.g)
        layers += self.name_layers(survey)
        layers += words
        box, scale = self.setting.box, self.scale
        left = box.right - scale.extent if self.is_scale_beside else box.left
        layers += scale.layers(left, self.baseline, TINTS_START)
        return Placed(tuple(layers), self.note())

    def tints(self) -> list[Layer]:
        """One mark for each class, the faintest first: they light up one after the other."""
        classes: dict[str, list[int]] = {}
        for index in np.argsort(self.values, kind="stable"):
            value = float(self.values[index])
            if math.isfinite(value) and index != self.warm:
                classes.setdefault(self.color(int(index)), []).append(int(index))
        edge = self.setting.screen.px(EDGE)
        return [
            appearing(
                shapes(
                    tuple(self.outlines.areas[index] for index in members), color, edge,
                    tuple(self.places[index] for index in members),
                ),
                TINTS_START + TINTS_STEP * number, TINT_TIME,
            )
            for number, (color, members) in enumerate(classes.items())
        ]  # fmt: skip

    def color(self, index: int) -> str:
        """The tint of a region by its value."""
        low, high = float(self.compared.min()), float(self.compared.max())
        return heat_color((float(self.values[index]) - low) / (high - low) if high > low else 1.0)

    def way(self) -> tuple[tuple[float, float], ...]:
        """From the edge of the warm region to the end of the rule that its figure stands on."""
        if self.figure is None or self.warm is None:
            return ()
        cells, room = self.cells(self.warm), self.room
        ring = max(self.outlines.areas[self.warm], key=len)
        middle = self.survey.middle(cells) or (float(ring[:, 0].mean()), float(ring[:, 1].mean()))
        if not self.has_column:
            level = room.top + self.figure.height
            end = room.left + self.figure.extent
            start = self._leaving(cells, middle, (min(middle[0], end), level))
            corner = (start[0], level)
            return (
                (start, corner, (end, level)) if start[0] > end else (start, corner, (room.left, level), (end, level))
            )
        above = self.scale.height + GAP * self.setting.screen.g if self.is_scale_beside else 0.0
        level = self.figure.level(middle[1], Box(room.left, room.top, room.width, room.height - above))
        begin = room.right - self.figure.extent
        start = self._leaving(cells, middle, (begin, level))
        if abs(level - start[1]) < self.setting.screen.g:
            return ((start[0], level), (room.right, level))
        return (start, (max(start[0], begin - abs(level - start[1])), start[1]), (begin, level), (room.right, level))

    def _leaving(self, cells: Cells, middle: tuple[float, float], target: tuple[float, float]) -> tuple[float, float]:
        """Where a level way to a target at the side, or an upright one to a target above, leaves the cells of a region.

        It leaves as nearly as can be on the target's own level, but not at the region's very end.
        """
        survey = self.survey
        set_rows, set_columns = np.nonzero(cells)
        if not len(set_rows):
            return middle
        if self.has_column:
            low, high = np.quantile(set_rows, (0.08, 0.92))
            row = int(min(max((target[1] - survey.box.top) / survey.cell, low), high))
            y = (
                target[1]
                if low <= (target[1] - survey.box.top) / survey.cell <= high
                else survey.box.top + (row + 0.5) * survey.cell
            )
            last = int(set_columns[set_rows == row].max(initial=int(set_columns.mean())))
            return survey.box.left + (last + 1) * survey.cell, y
        low, high = np.quantile(set_columns, (0.08, 0.92))
        column = int(min(max((target[0] - survey.box.left) / survey.cell, low), high))
        first = int(set_rows[set_columns == column].min(initial=cells.shape[0]))
        return survey.box.left + (column + 0.5) * survey.cell, survey.box.top + first * survey.cell

    # Names

    def name_layers(self, survey: Survey) -> list[Layer]:
        """Names and figures inside the regions that have room for them, and beside the greatest of the others."""
        language, screen = self.setting.language, self.setting.screen
        present = [
            int(index)
            for index in np.argsort(-np.nan_to_num(self.values, nan=-math.inf), kind="stable")
            if math.isfinite(self.values[index]) and index != self.warm and self.places[index]
        ]
        by_area = sorted(present, key=lambda index: -sum(_area(ring) for ring in self.outlines.areas[index]))
        wanted = sorted({*by_area[:MOST_NAMES], *present[:LEADERS]}, key=present.index)
        names = {
            index: PlaceName(
                self.places[index], self.name(self.places[index]),
                short_figure(self.series, float(self.values[index]), language), screen.size("small"),
            )
            for index in wanted
        }  # fmt: skip
        cells = {index: self.cells(index) for index in wanted}
        land = survey.within([ring for rings in self.outlines.areas for ring in rings])
        found: dict[int, list[Layer]] = {}
        outside = survey.without(land)
        for index in wanted:
            name, is_great = names[index], index in present[:LEADERS]
            placed = self._inside(survey, name.told, cells[index])
            if placed is None and is_great:
                beside = self._outside(outside, survey, name, cells[index])
                if beside is not None:
                    found[index], taken = beside
                    outside, survey = outside.without(taken), survey.without(taken)
                    continue
            placed = placed or self._inside(survey, name.bare, cells[index])
            if placed is not None:
                block, box = placed
                survey = survey.without_box(box)
                ink = ink_on(self.color(index))
                found[index] = [self._appearing(mark, box) for mark in block.marks(box, "middle", ink)]
        return [layer for index in sorted(found) for layer in found[index]]

    def _inside(self, survey: Survey, blocks: Sequence[Block], cells: Cells) -> tuple[Block, Box] | None:
        """The first of the blocks that has room within a region, and where."""
        margin = MARGIN * self.setting.screen.g
        for block in blocks:
            box = survey.inside(cells, block.width + 2.0 * margin, block.height + 2.0 * margin)
            # A figure is narrower than the name above it, as many a region is narrower at its foot.
            box = box or survey.stacked(cells, block.steps(margin))
            if box is not None:
                return block, box
        return None

    def _outside(
        self, outside: Survey, survey: Survey, name: PlaceName, cells: Cells
    ) -> tuple[list[Layer], Cells] | None:
        """A name beside the map, joined to its region by a thin line, and what both take; None where there is no room."""
        middle, screen = survey.middle(cells), self.setting.screen
        if middle is None:
            return None
        margin = 1.2 * screen.g
        for block in (name.level, *name.told[:1]):
            box = outside.beside(*middle, block.width + margin, block.height + margin)
            if box is None:
                continue
            x, y = min(max(middle[0], box.left), box.right), min(max(middle[1], box.top), box.bottom)
            if math.hypot(x - middle[0], y - middle[1]) > REACH * screen.g or survey.is_struck(x, y, *middle):
                continue
            ends = array([x, middle[0]]), array([y, middle[1]])
            taken = self.survey.without_box(box).without_lines(*ends, 0.5 * screen.g).taken
            line = Line(*ends, "text", screen.px(2.0), cap="flat")
            dot = Dots(array([middle[0]]), array([middle[1]]), array([screen.px(DOT)]), "text")
            words = block.marks(box, "middle", "text")
            return [self._appearing(mark, box) for mark in (line, dot, *words)], taken
        return None

    def _appearing(self, mark: Mark, box: Box) -> Layer:
        """Words appear from the left to the right of the map."""
        share = (box.middle - self.room.left) / self.room.width
        return appearing(mark, NAMES_START + NAMES_SPREAD * min(max(share, 0.0), 1.0))

    def note(self) -> str:
        if np.isfinite(self.values).all():
            return ""
        return "仅有轮廓的区域无数据" if self.setting.is_chinese else "Outlined only: no figure"


def _area(ring: Array) -> float:
    """The area of a ring."""
    x, y = ring[:, 0], ring[:, 1]
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2.0
