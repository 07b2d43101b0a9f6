"""Radial bars: bars bent about one middle, on a common scale of angles from 0."""

import math
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.tracks import Tracks
from kiosk.anatomy.values.amount import AmountRef, number_of, plain
from kiosk.anatomy.values.entries import check_highlight, check_units, entries_of
from kiosk.anatomy.values.glossary import Glossary, check_names
from kiosk.anatomy.values.shares import WHOLES
from kiosk.kind import Kind, MetricRef, SeriesRef
from kiosk.layers import Placed
from kiosk.metrics import Metric
from kiosk.setting import Setting

MOST_BARS = 6


class RadialBars(Kind):
    """Up to six bars bent about one middle, each with its name and figure where it begins.

    Angles compare, lengths do not: an outer bar is longer than an inner one of the same value. For close figures take bars.
    """

    metrics: Annotated[
        tuple[MetricRef, ...], Field(max_length=MOST_BARS, description="two to six metrics of one unit")
    ] = ()
    series: Annotated[SeriesRef | None, Field(description="instead of metrics: a series of two to six values")] = None
    to: Annotated[
        AmountRef | None,
        Field(
            description="the value at the end of the scale, three quarters round; left out, 100 for figures in %, else the"
            " greatest value"
        ),
    ] = None
    highlight: Annotated[
        str,
        Field(
            description="the one bar in the warm colour, whose figure is also set large: first, last, greatest, least,"
            " none, or the name of a metric or place; auto is the first metric or the greatest value"
        ),
    ] = "auto"
    names: Glossary = Field(default_factory=dict)

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.metrics) == (self.series is not None):
            raise PydanticCustomError("radial_bars", "radial bars need either metrics or a series: write one of them")
        values = self._values()
        if len(values) < 2:
            raise PydanticCustomError("radial_bars_few", "one bar is nothing to compare: use progress or a gauge")
        if len(values) > MOST_BARS:
            raise PydanticCustomError(
                "radial_bars_many",
                "{count} bars are too many to bend: show {most} at most, or use bars",
                {"count": len(values), "most": MOST_BARS},
            )
        if any(value < 0.0 for value in values):
            raise PydanticCustomError(
                "radial_bars_negative", "a bent bar cannot show less than 0: use bars for such figures"
            )
        greatest = max((value for value in values if not math.isnan(value)), default=0.0)
        if self.to is not None and (number_of(self.to) <= 0.0 or number_of(self.to) < greatest):
            raise PydanticCustomError(
                "radial_bars_to",
                "the scale ends at {to}, but a bar reaches {greatest}: write to: {greatest} or more, or leave it out",
                {"to": plain(number_of(self.to)), "greatest": plain(greatest)},
            )
        check_units((*((self.to,) if isinstance(self.to, Metric) else ()), *self.metrics))
        check_highlight(self.metrics, self.series, self.highlight)
        check_names(self.names, self.series.labels if self.series is not None else ())
        return self

    def _values(self) -> tuple[float, ...]:
        if self.series is not None:
            return tuple(float(value) for value in self.series.y)
        return tuple(metric.number for metric in self.metrics)

    def place(self, setting: Setting) -> Placed:
        entries = entries_of(self.metrics, self.series, self.highlight, setting)
        top = max((entry.value for entry in entries if not entry.is_missing), default=0.0)
        # A whole track of percentages is read as all of it.
        datum = self.series or self.metrics[0]
        full = number_of(self.to) if self.to is not None else max(top, WHOLES.get(datum.unit.get(""), 0.0))
        return Tracks(entries, full or 1.0, self.names, setting).placed()
