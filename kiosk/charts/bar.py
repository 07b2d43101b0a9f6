"""Bars: lengths from a common baseline, as columns or as rows."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.columns import Columns
from kiosk.anatomy.bodies.rows import Rows
from kiosk.anatomy.values.entries import check_highlight, check_units, entries_of
from kiosk.kind import Kind, MetricRef, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting

MOST_CATEGORIES = 200
Direction = Annotated[
    Literal["auto", "up", "across"],
    Field(description="up for columns, across for rows; auto takes what suits labels and screen"),
]


class Bar(Kind):
    """Bars that compare figures of one unit.

    Each carries its figure as long as there is room; otherwise a gauge shows the scale.
    """

    metrics: Annotated[
        tuple[MetricRef, ...], Field(max_length=12, description="two to twelve metrics of one unit")
    ] = ()
    series: Annotated[SeriesRef | None, Field(description="instead of metrics: a series of up to 200 values")] = None
    direction: Direction = "auto"
    highlight: Annotated[
        str,
        Field(
            description="the one bar in the warm colour: first, last, greatest, least, none, or the name of a metric or place;"
            " auto is the first metric or the greatest value"
        ),
    ] = "auto"

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.metrics) == (self.series is not None):
            raise PydanticCustomError("bars", "bars need either metrics or a series: write one of them")
        if len(self.metrics) == 1:
            raise PydanticCustomError(
                "bars_few", "one figure is nothing to compare: name two metrics, or use a counter"
            )
        if self.series is not None and len(self.series.points) > MOST_CATEGORIES:
            raise PydanticCustomError(
                "bars_many",
                "{count} bars are too many: show {most} at most, or use a line",
                {"count": len(self.series.points), "most": MOST_CATEGORIES},
            )
        check_units(self.metrics)
        check_highlight(self.metrics, self.series, self.highlight)
        return self

    def place(self, setting: Setting) -> Placed:
        entries = entries_of(self.metrics, self.series, self.highlight, setting)
        is_ordered = self.series is not None and _is_ordered(self.series.labels)
        columns, rows = Columns(entries, setting, is_ordered), Rows(entries, setting)
        return (columns if self._is_upward(setting, columns, rows, is_ordered) else rows).placed()

    def _is_upward(self, setting: Setting, columns: Columns, rows: Rows, is_ordered: bool) -> bool:
        if self.direction != "auto":
            return self.direction == "up"
        count = len(columns.entries)
        if is_ordered and count > 2:
            return True
        if setting.screen.shape == "portrait" or count <= 2:
            return not rows.is_roomy
        return (columns.captions.manner == "whole" and columns.size is not None) or not rows.is_roomy


def _is_ordered(labels: tuple[str, ...]) -> bool:
    """Whether places have an order of their own: numbers, years or dates."""
    return all(label[:1].isdigit() for label in labels)
