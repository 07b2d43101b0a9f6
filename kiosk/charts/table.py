"""Table: several series side by side, one row for each place, one column for each series."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.table_rows import TableRows
from kiosk.anatomy.bodies.tabulation import Column
from kiosk.anatomy.values.entries import check_highlight
from kiosk.anatomy.values.glossary import Glossary, called, check_names
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting

MOST_ROWS = 60


class Table(Kind):
    """Figures in rows and columns: one column for each series, one row for each place.

    The series may have different units. More rows than there is room for move on by themselves, one by one and round again.
    On a narrow screen the name of each row stands above its figures, and the last columns are left out if they have no room.
    """

    series: Annotated[
        tuple[SeriesRef, ...], Field(min_length=1, max_length=6, description="one to six series over the same places")
    ]
    bars: Annotated[
        tuple[SeriesRef, ...], Field(max_length=3, description="those of the series whose figures also have bars")
    ] = ()
    names: Glossary = Field(default_factory=dict)
    highlight: Annotated[
        str,
        Field(
            description="the one row in the warm colour: first, last, none, the name of a place,"
            " or where the first series has its greatest or its least value"
        ),
    ] = "none"

    @model_validator(mode="after")
    def _check(self) -> Self:
        for each in self.bars:
            if each not in self.series:
                raise PydanticCustomError(
                    "table_bars",
                    '"{name}" is not a column of this table: name it under series too',
                    {"name": each.id, "known": tuple(other.id for other in self.series)},
                )
        if len(self.places) > MOST_ROWS:
            raise PydanticCustomError(
                "table_long",
                "{count} rows are too many: keep the {most} that matter, or use chart: ranking",
                {"count": len(self.places), "most": MOST_ROWS},
            )
        check_names(self.names, self.places)
        check_highlight((), self.series[0], self.highlight if self.highlight not in self.places else "none")
        return self

    @property
    def places(self) -> tuple[str, ...]:
        """The places of all series, in the order in which they appear."""
        return tuple(dict.fromkeys(label for each in self.series for label in each.labels))

    @property
    def warm(self) -> int | None:
        """The row that is highlighted."""
        places = self.places
        if self.highlight in places:
            return places.index(self.highlight)
        first = self.series[0]
        known = {
            place: value
            for place, value in zip(first.labels, first.y, strict=True)
            if value == value and place in places
        }
        if self.highlight in ("greatest", "least") and known:
            pick = max if self.highlight == "greatest" else min
            return places.index(pick(known, key=lambda place: known[place]))
        return {"first": 0, "last": len(places) - 1}.get(self.highlight)

    def place(self, setting: Setting) -> Placed:
        places = self.places
        columns = tuple(Column.of(each, places, setting, has_bars=each in self.bars) for each in self.series)
        names = tuple(called(self.names, place, setting.language) for place in places)
        return TableRows(setting, names, columns, places, self.warm).fitted().placed()
