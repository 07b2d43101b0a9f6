"""Stacked areas: how a whole and its parts change along years, dates, numbers or names."""

from typing import Annotated, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.bands import Bands
from kiosk.anatomy.geometry.places import check_places
from kiosk.anatomy.values.entries import check_units
from kiosk.anatomy.values.glossary import Glossary, check_names
from kiosk.charts.plotted import warm_series
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import excerpt

MOST_BANDS = 6


class StackedArea(Kind):
    """Parts of a whole through time, piled on each other: the height is the sum, the first series lies at the bottom.

    Each part carries its last value at its end. At a place where one value is missing the pile is left out.
    """

    series: Annotated[
        tuple[SeriesRef, ...],
        Field(min_length=2, max_length=MOST_BANDS, description="two to six series of one unit over the same places"),
    ]
    share: Annotated[
        bool, Field(description="true shows what share of the whole each part has: every pile is 100 % high")
    ] = False
    highlight: Annotated[
        str, Field(description="the one series in the warm colour: first, last, none, or the name of a series")
    ] = "first"
    names: Glossary = Field(default_factory=dict)

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_units(self.series)
        check_places(self.series)
        check_alike(self.series)
        warm_series(self.series, self.highlight)
        check_names(self.names, self.series[0].labels)
        for each in self.series:
            if np.nanmin(np.append(each.y, np.inf)) < 0.0:
                raise PydanticCustomError(
                    "stacked_negative",
                    '"{name}" has values below 0, which cannot be piled up: use a line',
                    {"name": excerpt(each.id)},
                )
        return self

    def place(self, setting: Setting) -> Placed:
        warm = warm_series(self.series, self.highlight)
        return Bands(self.series, setting, warm=warm, glossary=self.names, is_share=self.share).placed()


def check_alike(series: tuple[SeriesRef, ...]) -> None:
    """Refuses, in words for its author, series that do not have the same places."""
    first = set(series[0].labels)
    for each in series:
        places = set(each.labels)
        if len(places) < len(each.labels):
            again = next(label for at, label in enumerate(each.labels) if label in each.labels[:at])
            raise PydanticCustomError(
                "places_twice",
                '"{name}" has two values at "{place}": keep one',
                {"name": excerpt(each.id), "place": excerpt(again)},
            )
        if places != first:
            raise PydanticCustomError(
                "places_alike",
                'the series do not have the same places ("{place}"): give each a value there, or null where it is missing',
                {"place": excerpt(min(places ^ first))},
            )
