"""Unit grid: a whole cut into equal squares, of which as many are lit as the share says."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Self

import numpy as np
from pydantic import Field, model_validator

from kiosk.charts.callouts import Callout
from kiosk.charts.shares import check_shares, shares_of
from kiosk.charts.tally import SIZES, writer
from kiosk.kind import Kind, MetricRef
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Array, Bars, Mark, array
from kiosk.motion import Track
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting

LIGHT = Track(0.5, 1.4)
WORDS_START = 1.6
COLORS = ("warm", "cool", "text")
SQUARE = 0.84
"""The side of a square as a share of the pitch of the grid."""

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
        return _Place(self, setting).placed()


@dataclass(frozen=True)
class _Place:
    """The grid at the left or on top, figures and labels in the rest of the box."""

    kind: UnitGrid
    setting: Setting

    @cached_property
    def is_tall(self) -> bool:
        """Whether the words stand below the grid."""
        return self.setting.box.height > 1.15 * self.setting.box.width

    @cached_property
    def rows(self) -> int:
        """How many rows give the largest squares; the square of the grid itself is preferred, since it is read best."""
        box, count = self.setting.box, self.kind.units
        width, height = (box.width, 0.7 * box.height) if self.is_tall else (0.62 * box.width, box.height)

        def pitch(rows: int) -> float:
            return min(height / rows, width / -(-count // rows))

        divisors = [rows for rows in range(1, count + 1) if count % rows == 0] if count % 2 == 0 else list(range(1, count + 1))
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
        width, height = (box.width, 0.7 * box.height) if self.is_tall else (0.62 * box.width, box.height)
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
        return self.grid.left + self.pitch * (np.arange(self.kind.units) % self.columns)

    @cached_property
    def bottom(self) -> Array:
        """The lower edge of each square in the order in which they are lit."""
        return self.grid.bottom - self.pitch * (np.arange(self.kind.units) // self.columns)

    @cached_property
    def parts(self) -> tuple[float, ...]:
        """The units that each metric lights."""
        return tuple(share * self.kind.units for share in shares_of(self.kind.metrics, is_whole=False))

    def placed(self) -> Placed:
        side = self.pitch * SQUARE
        unlit = Bars(
            array(self.left), array(self.bottom - side), np.full(self.kind.units, side), np.full(self.kind.units, side), "dim"
        )
        layers = [appearing(unlit, 0.0, 0.5)]
        layers += [moving(LIGHT, self.lit(index)) for index in range(len(self.parts))]
        return Placed((*layers, *self.words()), self.note())

    def lit(self, index: int) -> "_Lit":
        """The squares that one metric lights."""
        return _Lit(self, index)

    def words(self) -> list[Layer]:
        """Each figure with its label: beside the grid from the foot up, as the squares are lit, or below it from the left."""
        box, g, screen, count = self.setting.box, self.setting.screen.g, self.setting.screen, len(self.parts)
        if self.is_tall:
            width, height = (box.width - 4 * g * (count - 1)) / count, box.bottom - self.grid.bottom - 4 * g
        else:
            width, height = box.right - self.grid.right - 5 * g, (box.height - 5 * g * (count - 1)) / count
        made = self.callouts(width, height)
        layers: list[Layer] = []
        bottom = self.grid.bottom
        for index, each in enumerate(made):
            if self.is_tall:
                x, top = box.left + index * (width + 4 * g), self.grid.bottom + 4 * g
            else:
                x, top = self.grid.right + 5 * g, bottom - each.height + 0.2 * screen.size("small")
                bottom -= each.height + 5 * g
            layers.append(moving(LIGHT, self.count(index, each, x, top + each.tally.ink)))
            layers += [appearing(mark, WORDS_START) for mark in each.label_marks(x, top, "start")]
        return layers

    def callouts(self, width: float, height: float) -> tuple[Callout, ...]:
        """Figures with their labels, in the largest type that fits."""
        setting, screen = self.setting, self.setting.screen
        made: tuple[Callout, ...] = ()
        for fraction in FIGURES:
            size = float(round(fraction * screen.u * screen.scale))
            label_size = screen.size("label" if fraction > TYPE["banner"] else "small")
            made = tuple(
                Callout(
                    writer(metric, setting.language, metric.number), metric.name(setting.language), size, label_size, width,
                    screen, COLORS[index], index == 0 and len(self.parts) > 1,
                )
                for index, metric in enumerate(self.kind.metrics)
            )  # fmt: skip
            if all(each.is_fitting and each.height <= height for each in made):
                break
        return made

    def count(self, index: int, callout: Callout, x: float, baseline: float) -> "_Count":
        """The figure of one metric, counting while its squares are lit."""
        return _Count(self, index, callout, x, baseline)

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


@dataclass(frozen=True)
class _Lit:
    place: _Place
    index: int

    def __call__(self, progress: float) -> Mark:
        place = self.place
        begin = sum(place.parts[: self.index])
        end = begin + place.reached(self.index, progress)
        side = place.pitch * SQUARE
        first, last = int(begin), int(np.ceil(end))
        squares = np.arange(first, min(max(last, first), place.kind.units))
        # A square shared by two metrics is filled from below by the first, and above it by the second.
        low, high = np.clip(begin - squares, 0.0, 1.0), np.clip(end - squares, 0.0, 1.0)
        top = place.bottom[squares] - side * high
        return Bars(
            array(place.left[squares]), array(top), np.full(len(squares), side), array(side * (high - low)), COLORS[self.index]
        )


@dataclass(frozen=True)
class _Count:
    place: _Place
    index: int
    callout: Callout
    x: float
    baseline: float

    def __call__(self, progress: float) -> Mark:
        part = self.place.parts[self.index]
        share = self.place.reached(self.index, progress) / part if part > 0.0 else progress
        share = 1.0 if progress >= 1.0 else share
        return self.callout.tally.at(share, self.x, self.baseline, "ink", min(1.0, 6.0 * share))
