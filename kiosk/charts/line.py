"""Lines: how one to four series run along years, dates, numbers or names."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from kiosk.charts.entries import check_units
from kiosk.charts.places import check_places
from kiosk.charts.plot import Plot
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting


class Lines(Kind):
    """One line for each series, the first in the warm colour, with the last value at its end. Missing values leave a gap."""

    series: Annotated[
        tuple[SeriesRef, ...], Field(min_length=1, max_length=4, description="one to four series of one unit")
    ]
    from_zero: Annotated[
        bool,
        Field(
            description="whether the scale begins at 0; false spreads values that lie close together over the whole height"
        ),
    ] = True

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_units(self.series)
        check_places(self.series)
        return self

    def place(self, setting: Setting) -> Placed:
        return Plot(self.series, setting, is_from_zero=self.from_zero).placed()
