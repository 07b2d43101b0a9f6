"""Box plots: how the values of several groups are spread about their medians."""

from typing import Annotated, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.box_rows import BoxRows
from kiosk.anatomy.values.entries import check_units
from kiosk.charts.plotted import ScaleName, check_scale
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import excerpt

MOST_BOXES = 12


class BoxPlot(Kind):
    """One box for each series of raw values: the box holds the middle half, the bar in it is the median, told at the right.

    Whiskers end at the farthest value within 1.5 lengths of the box; values beyond are dots. Quartiles lie between the values
    nearest to them in proportion, as spreadsheets do it (QUARTILE.INC). The places of the series are ignored.
    """

    series: Annotated[
        tuple[SeriesRef, ...],
        Field(
            min_length=1, max_length=MOST_BOXES, description="one to twelve series of one unit, each a row from the top"
        ),
    ]
    highlight: Annotated[
        str,
        Field(
            description="the one box in the warm colour: greatest or least (by median), first, last, none, or the name of a series"
        ),
    ] = "greatest"
    scale: Annotated[
        ScaleName,
        Field(description="log: equal lengths stand for equal ratios, for values above 0 of very different size"),
    ] = "linear"

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_units(self.series)
        check_scale(self.series, (), self.scale, None, None)
        names = tuple(each.id for each in self.series)
        if self.highlight not in ("greatest", "least", "first", "last", "none", *names):
            raise PydanticCustomError(
                "highlight",
                'there is no series "{name}" to highlight: write greatest, least, first, last, none, or the name of a series',
                {"name": excerpt(self.highlight), "known": tuple(name for name in names if name)},
            )
        return self

    @property
    def warm(self) -> int | None:
        """The place of the highlighted series."""
        names = [each.id for each in self.series]
        if self.highlight in names:
            return names.index(self.highlight)
        if self.highlight in ("first", "last"):
            return 0 if self.highlight == "first" else len(names) - 1
        present = [index for index, each in enumerate(self.series) if np.isfinite(each.y).any()]
        if self.highlight == "none" or not present:
            return None
        choose = max if self.highlight == "greatest" else min
        return choose(present, key=lambda index: float(np.nanmedian(self.series[index].y)))

    def place(self, setting: Setting) -> Placed:
        return BoxRows(setting, self.series, self.warm, self.scale == "log").placed()
