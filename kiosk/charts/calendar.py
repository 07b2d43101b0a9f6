"""Calendars: one value for each day, for the rhythm of weeks and seasons."""

from typing import Annotated, Literal, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.almanac import Almanac
from kiosk.anatomy.geometry.dates import days_of
from kiosk.anatomy.values.entries import highlighted
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import excerpt

MOST_DAYS = 3 * 366
ISO_DAY = len("2024-03-05")


class Calendar(Kind):
    """A daily series as the days of a calendar, in seven tints from the least value to the greatest; the greatest day is warm."""

    series: Annotated[
        SeriesRef, Field(description="a series whose places are days, such as 2024-03-05, within three years")
    ]
    highlight: Annotated[
        Literal["greatest", "least", "none"], Field(description="the one day in the warm colour, told in words above")
    ] = "greatest"

    @model_validator(mode="after")
    def _check(self) -> Self:
        labels = self.series.labels
        days = days_of(labels)
        if days is None or any(len(label) != ISO_DAY for label in labels):
            wrong = next((label for label in labels if len(label) != ISO_DAY or days_of((label,)) is None), "")
            raise PydanticCustomError(
                "calendar_days",
                '"{place}" is not a day: a calendar needs one value for each day, with places such as 2024-03-05',
                {"place": excerpt(wrong)},
            )
        if len(np.unique(days)) < len(days):
            again = next(label for at, label in enumerate(labels) if label in labels[:at])
            raise PydanticCustomError("calendar_twice", "the day {day} has two values: keep one", {"day": again})
        if int(days.max() - days.min()) >= MOST_DAYS:
            raise PydanticCustomError(
                "calendar_long",
                "the days from {first} to {last} are too many: show three years at most",
                {"first": min(labels), "last": max(labels)},
            )
        return self

    def place(self, setting: Setting) -> Placed:
        return Almanac(setting, self.series, highlighted((), self.series, self.highlight)).placed()
