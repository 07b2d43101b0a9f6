"""Unit grid: a whole cut into equal squares, of which as many are lit as the share says."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Self

import numpy as np
from pydantic import Field, model_validator

from kiosk.anatomy.values.shares import check_shares, shares_of
from kiosk.anatomy.words.callouts import Callout
from kiosk.kind import Kind, MetricRef
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Array, Bars, Mark, array
from kiosk.motion import Track
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.tally import SIZES, writer

LIGHT = Track(0.5, 1.4)
WORDS_START = 1.6
COLORS = ("warm", "cool", "text")
SQUARE = 0.84
"""The side of a square as a share of the pitch of the grid."""

GAP = 4.0
"""Between two figures with their labels, in grid steps."""

GRID_SHARES = (0.62, 0.54, 0.46, 0.38)
"""The shares of the box that the grid may take; it gives way to the words."""

FIGURES: tuple[float, ...] = (TYPE["large"], 0.320, *SIZES)


class UnitGrid(Kind):
    """A share as squares of a grid, lit in order from the lowest row up; the last one is lit only as far as the share goes."""

    metrics: Annotated[
        tuple[MetricRef, ...],
        Field(min_length=1, max_length=3, description="one to three shares of one whole, in % or as fractions"),
    ]
    units: Annotated[int, Field(ge=2, le=100, description="how many squares the whole is cut into")] = 100

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_shares(self.metrics, is_whole=False)
        return self

    def place(self, setting: Setting) -> Placed:
        places = [_Place(self, setting, share) for share in GRID_SHARES]
        largest = max(places, key=lambda place: (place.is_fitting(place.made), place.made[0].size))
        return next((place for place in places if place.has_room), largest).placed()


@dataclass(frozen=True)
class _Place:
    """The grid at the left or on top, figures and labels in the rest of the box."""

    kind: UnitGrid
    setting: Setting
    share: float

    @cached_property
    def is_tall(self) -> bool:
        """Whether the words stand below the grid."""
        return self.setting.box.height > 1.15 * self.setting.box.width

    @cached_property
    def rows(self) -> int:
        """How many rows give the largest squares; the square of the grid itself is preferred, since it is read best."""
        box, count = self.setting.box, self.kind.units
        width, height = (
            (box.width, (self.share + 0.08) * box.height) if self.is_tall else (self.share * box.width, box.height)
        )

        def pitch(rows: int) -> float:
            return min(height / rows, width / -(-count // rows))

        divisors = (
            [rows for rows in range(1, count + 1) if count % rows == 0] if count % 2 == 0 else list(range(1, count + 1))
        )
        square = [rows for rows in divisors if rows * rows == count]
        best = max(divisors, key=pitch)
        return square[0] if square and pitch(square[0]) >= 0.8 * pitch(best) else best

    @property
    def columns(self) -> int:
        """How many squares a full row has."""
        return -(-self.kind.units // self.rows)

    @cached_property
    def pitch(self) -> float:
        """From one square to the next, in pixels."""
        box = self.setting.box
        width, height = (
            (box.width, (self.share + 0.08) * box.height) if self.is_tall else (self.share * box.width, box.height)
        )
        gap = 1.0 - SQUARE
        return min(height / (self.rows - gap), width / (self.columns - gap))

    @cached_property
    def grid(self) -> Box:
        """The room of the grid."""
        box, gap = self.setting.box, 1.0 - SQUARE
        return Box(box.left, box.top, (self.columns - gap) * self.pitch, (self.rows - gap) * self.pitch)

    @cached_property
    def left(self) -> Array:
        """The left edge of each square in the order in which they are lit."""
        return array(self.grid.left + self.pitch * (np.arange(self.kind.units, dtype=np.float64) % self.columns))

    @cached_property
    def bottom(self) -> Array:
        """The lower edge of each square in the order in which they are lit."""
        return array(self.grid.bottom - self.pitch * (np.arange(self.kind.units, dtype=np.float64) // self.columns))

    @cached_property
    def parts(self) -> tuple[float, ...]:
        """The units that each metric lights."""
        return tuple(share * self.kind.units for share in shares_of(self.kind.metrics, is_whole=False))

    def placed(self) -> Placed:
        side = self.pitch * SQUARE
        unlit = Bars(
            array(self.left),
            array(self.bottom - side),
            np.full(self.kind.units, side),
            np.full(self.kind.units, side),
            "dim",
        )
        layers = [appearing(unlit, 0.0, 0.5)]
        layers += [moving(LIGHT, self.lit(index)) for index in range(len(self.parts))]
        return Placed((*layers, *self.words()), self.note())

    def lit(self, index: int) -> Callable[[float], Mark]:
        """The squares that one metric lights."""
        begin, side = sum(self.parts[:index]), self.pitch * SQUARE

        def draw(progress: float) -> Mark:
            end = begin + self.reached(index, progress)
            first, last = int(begin), int(np.ceil(end))
            squares = np.arange(first, min(max(last, first), self.kind.units))
            # A square shared by two metrics is filled from below by the first, and above it by the second.
            low, high = np.clip(begin - squares, 0.0, 1.0), np.clip(end - squares, 0.0, 1.0)
            width, height = np.full(len(squares), side), side * (high - low)
            return Bars(
                array(self.left[squares]),
                array(self.bottom[squares] - side * high),
                width,
                array(height),
                COLORS[index],
            )

        return draw

    def words(self) -> list[Layer]:
        """Each figure with its label: beside the grid from the foot up, as the squares are lit, or below it from the left."""
        box, g, width = self.setting.box, self.setting.screen.g, self.room[0]
        layers: list[Layer] = []
        bottom = max(self.grid.bottom, box.top + self.height)
        for index, each in enumerate(self.made):
            if self.is_tall:
                x, top = box.left + index * (width + GAP * g), self.grid.bottom + GAP * g
            else:
                x, top = self.grid.right + 5 * g, bottom - each.height
                bottom -= each.height + GAP * g
            layers.append(moving(LIGHT, self.count(index, each, x, top + each.tally.ink)))
            layers += [appearing(mark, WORDS_START) for mark in each.label_marks(x, top, "start")]
        return layers

    @cached_property
    def room(self) -> tuple[float, float]:
        """The width that each figure with its label may take, and the height of all that stand below each other."""
        box, g, count = self.setting.box, self.setting.screen.g, len(self.parts)
        if self.is_tall:
            return (box.width - GAP * g * (count - 1)) / count, box.bottom - self.grid.bottom - GAP * g
        return box.right - self.grid.right - 5 * g, box.height

    @cached_property
    def made(self) -> tuple[Callout, ...]:
        """The figures with their labels, in the largest type that fits."""
        made: tuple[Callout, ...] = ()
        for fraction in FIGURES:
            made = self.callouts(fraction)
            if self.is_fitting(made):
                break
        return made

    def is_fitting(self, callouts: tuple[Callout, ...]) -> bool:
        """Whether no word is broken and no label leaves its room."""
        return all(each.is_fitting for each in callouts) and self.height_of(callouts) <= self.room[1]

    def height_of(self, callouts: tuple[Callout, ...]) -> float:
        """The height of figures and labels: of the highest where they stand side by side, else of all."""
        heights = [each.height for each in callouts]
        return max(heights) if self.is_tall else sum(heights) + GAP * self.setting.screen.g * (len(heights) - 1)

    @property
    def height(self) -> float:
        """The height of the words."""
        return self.height_of(self.made)

    @property
    def has_room(self) -> bool:
        """Whether the words fit with figures that are more than labels."""
        return self.is_fitting(self.made) and self.made[0].size >= self.setting.screen.size("title")

    def callouts(self, fraction: float) -> tuple[Callout, ...]:
        """Figures of a size given as a fraction of the unit, with their labels."""
        setting, screen = self.setting, self.setting.screen
        size = float(round(fraction * screen.u * screen.scale))
        label_size = screen.size("label" if fraction > TYPE["banner"] else "small")
        return tuple(
            Callout(
                writer(metric, setting.language, metric.number), metric.name(setting.language), size, label_size,
                self.room[0], screen, COLORS[index], index == 0 and len(self.parts) > 1,
            )
            for index, metric in enumerate(self.kind.metrics)
        )  # fmt: skip

    def count(self, index: int, callout: Callout, x: float, baseline: float) -> Callable[[float], Mark]:
        """The figure of one metric, counting while its squares are lit."""
        part = self.parts[index]

        def draw(progress: float) -> Mark:
            share = self.reached(index, progress) / part if part > 0.0 and progress < 1.0 else progress
            return callout.tally.at(share, x, baseline, "ink", min(1.0, 6.0 * share))

        return draw

    def reached(self, index: int, progress: float) -> float:
        """The units that one metric has lit: the metrics take turns in one order."""
        if progress >= 1.0:
            return self.parts[index]
        before = sum(self.parts[:index])
        return min(max(progress * sum(self.parts) - before, 0.0), self.parts[index])

    def note(self) -> str:
        """What one square stands for."""
        share = 100.0 / self.kind.units
        if self.kind.units not in {1, 2, 4, 5, 10, 20, 25, 50, 100}:
            return f"共 {self.kind.units} 格" if self.setting.is_chinese else f"{self.kind.units} squares in all"
        return f"一格为 {share:g}%" if self.setting.is_chinese else f"1 square = {share:g}%"
