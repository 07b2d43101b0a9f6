"""Stacked bars: several series on top of each other at every place, as amounts or as shares of each whole."""

from typing import Annotated, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.piles import Piles
from kiosk.anatomy.values.amounts import Amounts
from kiosk.anatomy.values.crosstab import Groups, check_crosstab, crosstab
from kiosk.anatomy.values.entries import check_units
from kiosk.charts.bar import Direction
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import Words

MOST_VALUES = 360


class Stacked(Kind):
    """Columns or rows of parts that add up, at every place, with the total of each.

    With `share: true` every column is 100 % and shows its parts in per cent. What is below zero hangs below the baseline. Parts
    too small for a figure carry none.
    """

    series: Annotated[
        tuple[SeriesRef, ...],
        Field(max_length=6, description="up to six series of one unit, from the baseline outwards"),
    ] = ()
    groups: Groups = ()
    parts: Annotated[
        tuple[Words, ...],
        Field(
            max_length=6, description="with groups: what the first metric of every group is, what the second, and so on"
        ),
    ] = ()
    share: Annotated[
        bool, Field(description="true shows the parts of each whole in per cent, all of the same height")
    ] = False
    direction: Direction = "auto"
    highlight: Annotated[
        str,
        Field(
            description="what is warm: first or last for a series, the name of a series, the name of a place, or none;"
            " auto is the first series, which stands on the baseline"
        ),
    ] = "auto"

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_crosstab(self.series, self.groups, self.parts, self.highlight, MOST_VALUES)
        check_units(self.series or tuple(metric for group in self.groups for metric in group.metrics))
        values = [float(each) for one in self.series for each in one.y]
        values += [metric.number for group in self.groups for metric in group.metrics]
        if self.share and any(value < 0.0 for value in values):
            raise PydanticCustomError(
                "shares_negative",
                "there are values below zero, which are no part of a whole: leave out share, or show grouped columns",
            )
        if self.share and not any(value > 0.0 for value in values if not np.isnan(value)):
            raise PydanticCustomError(
                "shares_empty", "all values are zero or missing, so there is nothing to share: leave out share"
            )
        return self

    def place(self, setting: Setting) -> Placed:
        table = crosstab(self.series, self.groups, self.parts, self.highlight, setting)
        amounts = Amounts(table, self.share)
        columns, rows = (Piles(amounts, setting, is_upward) for is_upward in (True, False))
        return (columns if self._is_upward(setting, columns, rows) else rows).placed()

    def _is_upward(self, setting: Setting, columns: Piles, rows: Piles) -> bool:
        if self.direction != "auto":
            return self.direction == "up"
        if setting.screen.shape == "portrait" and columns.size is None and not self.share:
            return rows.size is None
        if columns.table.is_ordered and len(columns.table.places) > 2:
            return True
        if setting.screen.shape == "portrait":
            return not rows.slots.is_roomy
        return columns.bare.below.manner == "whole" or not rows.slots.is_roomy
