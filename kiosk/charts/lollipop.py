"""Lollipops: figures as dots on thin stems, ranked."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.stems import Stems
from kiosk.anatomy.values.entries import check_highlight, check_units, entries_of, names_of
from kiosk.kind import Kind, MetricRef, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting

MOST_STEMS = 40


class Lollipop(Kind):
    """Figures of one unit as dots on thin stems, the greatest first: lighter than bars where there are many of them.

    More than a column holds go on in the next one.
    """

    metrics: Annotated[
        tuple[MetricRef, ...], Field(max_length=12, description="two to twelve metrics of one unit")
    ] = ()
    series: Annotated[SeriesRef | None, Field(description="instead of metrics: a series of up to 40 values")] = None
    ranked: Annotated[
        bool, Field(description="true sorts them, the greatest first; false keeps the order in which they are written")
    ] = True
    highlight: Annotated[
        str,
        Field(
            description="the one dot in the warm colour: first, last, greatest, least, none, or the name of a metric or place;"
            " auto is the first metric or the greatest value"
        ),
    ] = "auto"

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.metrics) == (self.series is not None):
            raise PydanticCustomError("stems", "dots need either metrics or a series: write one of them")
        if len(self.metrics) == 1:
            raise PydanticCustomError(
                "stems_few", "one figure is nothing to compare: name two metrics, or use a counter"
            )
        if self.series is not None and len(self.series.points) > MOST_STEMS:
            raise PydanticCustomError(
                "stems_many",
                "{count} dots are too many: show {most} at most, or use bars",
                {"count": len(self.series.points), "most": MOST_STEMS},
            )
        check_units(self.metrics)
        check_highlight(self.metrics, self.series, self.highlight)
        return self

    def place(self, setting: Setting) -> Placed:
        entries = entries_of(self.metrics, self.series, self.highlight, setting)
        keys = names_of(self.metrics, self.series)
        order = list(range(len(entries)))
        if self.ranked:
            order.sort(
                key=lambda index: (
                    entries[index].is_missing,
                    -entries[index].value if not entries[index].is_missing else 0.0,
                )
            )
        return Stems(tuple(entries[index] for index in order), tuple(keys[index] for index in order), setting).placed()
