"""Candlesticks: how a price moved within each day and from day to day."""

from typing import Annotated, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.candles import Candles
from kiosk.anatomy.bodies.point_cloud import aligned
from kiosk.anatomy.values.entries import check_units
from kiosk.charts.stacked_area import check_alike
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import excerpt

MOST_CANDLES = 250


class Candlestick(Kind):
    """Prices day by day: a body from the first price to the last, hollow if it rose and filled if it fell, and a wick.

    The wick reaches from the lowest price to the highest. The last price of all stands at the end.
    """

    open: Annotated[SeriesRef, Field(description="the first price of each day")]
    high: Annotated[SeriesRef, Field(description="the highest price of each day")]
    low: Annotated[SeriesRef, Field(description="the lowest price of each day")]
    close: Annotated[SeriesRef, Field(description="the last price of each day; its name stands at the end")]

    @model_validator(mode="after")
    def _check(self) -> Self:
        series = (self.open, self.high, self.low, self.close)
        check_units(series)
        check_alike(series)
        if len(self.close.points) > MOST_CANDLES:
            raise PydanticCustomError(
                "candles_many",
                "{count} days are too many: show {most} at most, or weeks instead of days",
                {"count": len(self.close.points), "most": MOST_CANDLES},
            )
        names, (first, high, low, last) = aligned(series)
        with np.errstate(invalid="ignore"):
            wrong = np.flatnonzero((high < np.maximum(first, last)) | (low > np.minimum(first, last)))
        if len(wrong):
            raise PydanticCustomError(
                "candles_wrong",
                'at "{place}" the first or last price is not between the lowest and the highest: put the figures right',
                {"place": excerpt(names[int(wrong[0])])},
            )
        return self

    def place(self, setting: Setting) -> Placed:
        return Candles(
            (self.close,),
            setting,
            is_from_zero=False,
            first=(self.open,),
            highest_series=(self.high,),
            lowest_series=(self.low,),
        ).placed()
