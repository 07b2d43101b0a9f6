"""Small multiples: many series as small charts of one size and one scale, side by side."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.small_charts import SmallCharts
from kiosk.anatomy.geometry.places import check_places
from kiosk.anatomy.values.entries import check_units
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import excerpt

Form = Literal["line", "area", "bar"]
HIGHLIGHTS = ("first", "last", "greatest", "least", "none")
MOST_POINTS, MOST_BARS = 500, 60


class SmallMultiples(Kind):
    """Many series as small charts, all on one scale, so that they can be compared; above each its name and its last value.

    As many stand side by side as suits the area. Where there is no room for the last values, they are left out.
    """

    series: Annotated[
        tuple[SeriesRef, ...], Field(min_length=2, max_length=24, description="two to twenty-four series of one unit")
    ]
    form: Annotated[Form, Field(description="what each chart is drawn as")] = "area"
    from_zero: Annotated[
        bool,
        Field(description="whether the scale begins at 0; false, for lines only, spreads values over the whole height"),
    ] = True
    highlight: Annotated[
        str,
        Field(
            description="the one chart in the warm colour: first, last, the greatest or the least last value, none,"
            " or the name of a series"
        ),
    ] = "first"

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_units(self.series)
        check_places(self.series)
        most = MOST_BARS if self.form == "bar" else MOST_POINTS
        for each in self.series:
            if len(each.points) > most:
                raise PydanticCustomError(
                    "multiples_many",
                    "{count} values are too many for a small chart: show {most} at most, or use chart: line",
                    {"count": len(each.points), "most": most},
                )
        if not self.from_zero and self.form != "line":
            raise PydanticCustomError(
                "multiples_zero", "areas and bars begin at 0: write form: line, or leave from_zero out"
            )
        names = tuple(each.id for each in self.series)
        if self.highlight not in (*HIGHLIGHTS, *names):
            raise PydanticCustomError(
                "highlight",
                'there is no "{name}" to highlight: write first, last, greatest, least, none, or the name of a series',
                {"name": excerpt(self.highlight), "known": tuple(name for name in names if name)},
            )
        return self

    @property
    def warm(self) -> int | None:
        """The place of the highlighted series."""
        names = [each.id for each in self.series]
        if self.highlight in names:
            return names.index(self.highlight)
        last = {
            index: [value for _, value in each.points if value is not None][-1]
            for index, each in enumerate(self.series)
            if any(value is not None for _, value in each.points)
        }
        if self.highlight in ("greatest", "least") and last:
            pick = max if self.highlight == "greatest" else min
            return pick(last, key=lambda index: last[index])
        return {"first": 0, "last": len(names) - 1}.get(self.highlight)

    def place(self, setting: Setting) -> Placed:
        return SmallCharts.fitted(self.series, setting, self.form, self.from_zero, self.warm).placed()
