"""A slope chart: several things at two or three times, each a line whose slant is its change."""

import math
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.slants import Slants
from kiosk.anatomy.values.crosstab import Crosstab, crosstab, places_in
from kiosk.anatomy.values.entries import check_units
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import excerpt

MOST_LINES, MOST_TIMES = 12, 3
HIGHLIGHTS = ("auto", "first", "last", "rise", "fall", "none")


class Slope(Kind):
    """One line for each series between two or three times, with its figures at both ends: who rose, who fell, who passed whom.

    For growth rates that leave one common start there are `slopes`; for many times there are lines.
    """

    series: Annotated[
        tuple[SeriesRef, ...],
        Field(
            min_length=1,
            max_length=MOST_LINES,
            description="one to twelve series of one unit, each with the same two or three times",
        ),
    ]
    from_zero: Annotated[
        bool, Field(description="true begins the scale at 0; false spreads the values over the whole height")
    ] = False
    highlight: Annotated[
        str,
        Field(
            description="the one line in the warm colour: first, last, rise or fall for the greatest, none, or the name of a"
            " series; auto is the greatest rise"
        ),
    ] = "auto"

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_units(self.series)
        if len({isinstance(each.points[0][0], str) for each in self.series if each.points}) > 1:
            raise PydanticCustomError(
                "places", "some series have numbers for places, others names: give all of them the same kind of places"
            )
        times = places_in(self.series)
        if len(times) < 2:
            raise PydanticCustomError(
                "slope_few", "a slope chart needs two times at least: add one, or write chart: bar for one"
            )
        if len(times) > MOST_TIMES:
            raise PydanticCustomError(
                "slope_times",
                "a slope chart has two or three times, but there are {count}: leave some out, or show lines",
                {"count": len(times)},
            )
        names = tuple(
            name for each in self.series for name in (each.id, *(text for _, text in each.label.texts)) if name
        )
        if self.highlight not in (*HIGHLIGHTS, *names):
            raise PydanticCustomError(
                "highlight",
                'there is no "{name}" to highlight: write first, last, rise, fall, none, or the name of a series',
                {"name": excerpt(self.highlight), "known": (*HIGHLIGHTS, *names)},
            )
        return self

    def place(self, setting: Setting) -> Placed:
        table = crosstab(self.series, (), (), "none", setting)
        return Slants(table, setting, self._warm(table), self.from_zero).fitted().placed()

    def _warm(self, table: Crosstab) -> int | None:
        count = len(self.series)
        if self.highlight in ("none", "first", "last"):
            return {"none": None, "first": 0, "last": count - 1}[self.highlight]
        for index, each in enumerate(self.series):
            if self.highlight in (each.id, *(text for _, text in each.label.texts)):
                return index
        changes = [float(row[-1] - row[0]) for row in table.values]
        known = [index for index, change in enumerate(changes) if not math.isnan(change)]
        if not known or (self.highlight == "auto" and count == 1):
            return 0 if count == 1 else None
        choose = min if self.highlight == "fall" else max
        return choose(known, key=lambda index: changes[index])
