"""Histograms: how often values of each size occur."""

from typing import Annotated, Literal, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.heap import Heap
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.numbers import EMPTY
from kiosk.setting import Setting
from kiosk.words import Words

MOST_VALUES = 100_000
Marker = Literal["median", "mean", "none"]


class Histogram(Kind):
    """How often values of each size occur: the values of one series, sorted into bins of a round width and counted.

    The places of the values do not matter. A warm line marks the median or the mean.
    """

    series: Annotated[SeriesRef, Field(description="the series whose values are counted, up to 100,000 of them")]
    bins: Annotated[
        int | None,
        Field(
            ge=2,
            le=60,
            description="about how many bins; left out, as many as suit the number and spread of the values",
        ),
    ] = None
    marker: Annotated[Marker, Field(description="what the warm line marks: median, mean or none")] = "median"
    counted: Annotated[Words, Field(description="what is counted, such as households; stands above the scale")] = EMPTY

    @model_validator(mode="after")
    def _check(self) -> Self:
        count = len(self.series.points)
        if count > MOST_VALUES:
            raise PydanticCustomError(
                "histogram_many",
                "{count} values are too many: keep at most {most} of them",
                {"count": count, "most": MOST_VALUES},
            )
        if count and all(value is None for _, value in self.series.points):
            raise PydanticCustomError("histogram_empty", "all values are missing, so there is nothing to count")
        return self

    def place(self, setting: Setting) -> Placed:
        values = self.series.y
        return Heap(values[np.isfinite(values)], self.series, setting, self.bins, self.marker, self.counted).placed()
