"""Heat maps: a table of values as tints, for the pattern rather than the single figure."""

from typing import Annotated, Literal, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.heat_grid import HeatGrid
from kiosk.anatomy.bodies.point_cloud import aligned
from kiosk.anatomy.values.entries import check_units
from kiosk.anatomy.values.glossary import Glossary, check_names
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting

MOST_ROWS = MOST_COLUMNS = 60


class HeatMap(Kind):
    """A table of cells, one row for each series and one column for each place, in seven tints from the least value to the greatest.

    Up to forty cells carry their figures if there is room.
    """

    series: Annotated[
        tuple[SeriesRef, ...],
        Field(
            min_length=2,
            max_length=MOST_ROWS,
            description="two to sixty series of one unit, each a row from the top; their places are the columns",
        ),
    ]
    names: Glossary = Field(default_factory=dict)
    highlight: Annotated[
        Literal["greatest", "least", "none"], Field(description="the one cell in the warm colour, told in words above")
    ] = "greatest"

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_units(self.series)
        names = aligned(self.series)[0]
        check_names(self.names, names)
        columns = len(names)
        if columns > MOST_COLUMNS:
            raise PydanticCustomError(
                "heat_columns",
                "{count} columns are too many: show {most} places at most, such as weeks instead of days",
                {"count": columns, "most": MOST_COLUMNS},
            )
        return self

    def place(self, setting: Setting) -> Placed:
        columns, rows = aligned(self.series)
        values = np.stack(rows)
        warm = None
        if self.highlight != "none" and np.isfinite(values).any():
            at = int(np.nanargmax(values) if self.highlight == "greatest" else np.nanargmin(values))
            warm = (at // len(columns), at % len(columns))
        return HeatGrid(setting, self.series, columns, values, warm, self.names).placed()
