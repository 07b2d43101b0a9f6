"""Grouped bars: several series side by side at every place."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from kiosk.anatomy.bodies.clusters import Clusters
from kiosk.anatomy.values.crosstab import Crosstab, Groups, check_crosstab, crosstab
from kiosk.anatomy.values.entries import check_units
from kiosk.charts.bar import Direction
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import Words

MOST_VALUES = 200


class Grouped(Kind):
    """Columns or rows of several series side by side at every place, for comparing both the series and the places.

    Names stand in the bars of the first or the last place where there is room, otherwise in a row above the chart. Where bars are
    too narrow for figures a gauge shows the scale.
    """

    series: Annotated[
        tuple[SeriesRef, ...], Field(max_length=5, description="up to five series of one unit with the same places")
    ] = ()
    groups: Groups = ()
    parts: Annotated[
        tuple[Words, ...],
        Field(
            max_length=5, description="with groups: what the first metric of every group is, what the second, and so on"
        ),
    ] = ()
    direction: Direction = "auto"
    highlight: Annotated[
        str,
        Field(
            description="what is warm: first or last for a series, the name of a series, the name of a place, or none;"
            " auto is the first series"
        ),
    ] = "auto"

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_crosstab(self.series, self.groups, self.parts, self.highlight, MOST_VALUES)
        check_units(self.series or tuple(metric for group in self.groups for metric in group.metrics))
        return self

    def place(self, setting: Setting) -> Placed:
        table = crosstab(self.series, self.groups, self.parts, self.highlight, setting)
        columns, rows = (Clusters(table, setting, is_upward) for is_upward in (True, False))
        return (columns if self._is_upward(table, setting, columns, rows) else rows).placed()

    def _is_upward(self, table: Crosstab, setting: Setting, columns: Clusters, rows: Clusters) -> bool:
        if self.direction != "auto":
            return self.direction == "up"
        if setting.screen.shape == "portrait" and columns.figures(columns.bare)[0] is None:
            return rows.figures(rows.bare)[0] is None
        if table.is_ordered and len(table.places) > 2:
            return True
        if setting.screen.shape == "portrait":
            return False
        return columns.bare.below.manner == "whole" or rows.figures(rows.bare)[0] is None
