"""Bullets: figures against their targets, each on a strip of its own."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.strips import Strip, Strips
from kiosk.anatomy.values.entries import check_highlight
from kiosk.kind import Kind, MetricRef, Options
from kiosk.layers import Placed
from kiosk.setting import Setting

MOST_ROWS = 10


class Row(Options):
    """One figure with its target."""

    metric: Annotated[MetricRef, Field(description="the figure reached so far")]
    target: Annotated[MetricRef, Field(description="the figure to be reached, in the same unit")]
    ranges: Annotated[
        tuple[Annotated[float, Field(gt=0.0, le=10.0)], ...],
        Field(
            max_length=3, description="ends of up to three bands behind the bar, as shares of the target: [0.6, 0.8, 1]"
        ),
    ] = ()
    levels: Annotated[
        tuple[MetricRef, ...], Field(max_length=3, description="instead of ranges: metrics at which the bands end")
    ] = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.metric.unit != self.target.unit or any(level.unit != self.metric.unit for level in self.levels):
            raise PydanticCustomError(
                "bullet_units", "a figure and its target need the same unit: name a target that counts the same"
            )
        if self.target.number <= 0.0 or self.metric.number < 0.0:
            raise PydanticCustomError(
                "bullet_sign", "a target has to be above zero, and what is reached zero or more: show others as bars"
            )
        if self.ranges and self.levels:
            raise PydanticCustomError("bullet_bands", "the bands are given twice: keep either ranges or levels")
        ends = self.bands()
        if any(later <= earlier for earlier, later in zip((0.0, *ends), ends, strict=False)):
            raise PydanticCustomError(
                "bullet_order", "the bands have to rise: write the lowest first, as in [0.6, 0.8, 1]"
            )
        return self

    def bands(self) -> tuple[float, ...]:
        """The ends of the bands as shares of the target."""
        return self.ranges or tuple(level.number / self.target.number for level in self.levels)


class Bullet(Kind):
    """Figures against their targets: one bar a row, and all targets on one upright line.

    Each row is measured against its own target, so rows of different units may stand together.
    """

    rows: Annotated[
        tuple[Row, ...],
        Field(
            min_length=1,
            max_length=MOST_ROWS,
            description="one to ten figures, each with its target: {metric: patents, target: patents_goal}; ranges: [0.6, 0.8, 1]"
            " are the ends of up to three bands behind the bar as shares of the target, or levels names metrics for them",
        ),
    ]
    highlight: Annotated[
        str,
        Field(description="the one row in the warm colour: first, last, greatest, least, none, or the name of a metric;"
        " greatest and least are meant in relation to the target"),
    ] = "first"  # fmt: skip

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_highlight(tuple(row.metric for row in self.rows), None, self.highlight)
        return self

    def place(self, setting: Setting) -> Placed:
        shares = [row.metric.number / row.target.number for row in self.rows]
        named = {
            "auto": 0,
            "first": 0,
            "last": len(shares) - 1,
            "greatest": max(range(len(shares)), key=lambda index: shares[index]),
            "least": min(range(len(shares)), key=lambda index: shares[index]),
            "none": -1,
        }
        ids = [row.metric.id for row in self.rows]
        warm = ids.index(self.highlight) if self.highlight in ids else named.get(self.highlight, -1)
        strips = tuple(
            Strip(row.metric, row.target, share, row.bands(), index == warm)
            for index, (row, share) in enumerate(zip(self.rows, shares, strict=True))
        )
        return Strips(strips, setting).placed()
