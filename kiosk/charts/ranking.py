"""Ranking: things in the order of their values, with rank, name, bar and figure; a long list scrolls row by row."""

from typing import Annotated, Literal, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.standings import Standings, standings_of
from kiosk.anatomy.values.entries import check_highlight, check_units
from kiosk.anatomy.values.glossary import Glossary, check_names
from kiosk.kind import Kind, MetricRef, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting

MOST = 200
Order = Literal["greatest", "least", "given"]


class Ranking(Kind):
    """A ranked list: rank, name, bar and figure of each.

    It shows as many rows as have room. A longer list moves on by itself, row by row and round again, below the first places,
    which stay. What has the same value shares a rank; what has none is left out.
    """

    metrics: Annotated[
        tuple[MetricRef, ...], Field(max_length=MOST, description="two to two hundred metrics of one unit")
    ] = ()
    series: Annotated[SeriesRef | None, Field(description="instead of metrics: a series of up to 200 values")] = None
    names: Glossary = Field(default_factory=dict)
    order: Annotated[
        Order,
        Field(description="what stands first: the greatest or the least value; given keeps the order of the list"),
    ] = "greatest"
    keep: Annotated[
        int, Field(ge=0, le=10, description="how many of the first rows stay while a longer list moves on")
    ] = 3
    highlight: Annotated[
        str,
        Field(
            description="the one row in the warm colour: first, last, greatest, least, none, or the name of a metric or place"
        ),
    ] = "first"

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.metrics) == (self.series is not None):
            raise PydanticCustomError("ranking", "a ranking needs either metrics or a series: write one of them")
        if len(self.metrics) == 1:
            raise PydanticCustomError("ranking_few", "one figure has no rank: name two metrics, or use a counter")
        if self.series is not None and len(self.series.points) > MOST:
            raise PydanticCustomError(
                "ranking_many",
                "{count} rows are too many: keep the first {most} of them",
                {"count": len(self.series.points), "most": MOST},
            )
        if self.series is not None and not np.isfinite(self.series.y).any():
            raise PydanticCustomError("ranking_empty", "all values are missing: there is nothing to rank")
        check_units(self.metrics)
        check_names(self.names, self.series.labels if self.series is not None else ())
        check_highlight(self.metrics, self.series, self.highlight)
        return self

    def place(self, setting: Setting) -> Placed:
        entrants = standings_of(self.metrics, self.series, self.names, self.order, self.highlight, setting)
        return Standings(entrants, setting, self.keep).placed()
