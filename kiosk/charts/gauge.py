"""Gauge: one figure on a dial, with the figure itself in it."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.dial import Dial
from kiosk.anatomy.values.amount import AmountRef, number_of, plain
from kiosk.anatomy.values.entries import check_units
from kiosk.anatomy.values.shares import WHOLES
from kiosk.kind import Kind, MetricRef
from kiosk.layers import Placed
from kiosk.metrics import Metric
from kiosk.setting import Setting


class Gauge(Kind):
    """One figure on a dial between two limits. The figure itself always stands in it: a dial alone is only a guess."""

    metric: Annotated[MetricRef, Field(description="the name of a metric: the figure")]
    low: Annotated[float, Field(alias="from", description="the value at the beginning of the dial")] = 0.0
    high: Annotated[
        AmountRef | None, Field(alias="to", description="the value at its end; left out, 100 if the unit is %")
    ] = None
    target: Annotated[
        AmountRef | None,
        Field(description="a mark on the dial, such as the aim of the year; a metric gives its name too"),
    ] = None
    form: Annotated[
        Literal["auto", "half", "three_quarters"],
        Field(description="how far the dial goes round; auto is half, or three quarters on a high narrow place"),
    ] = "auto"
    hand: Annotated[
        Literal["arc", "pointer"], Field(description="arc fills the dial up to the figure; pointer only points at it")
    ] = "arc"

    @model_validator(mode="after")
    def _check(self) -> Self:
        unit, value = self.metric.unit.get(""), self.metric.number
        if self.high is None and unit not in WHOLES:
            raise PydanticCustomError(
                "gauge_to", "a dial needs an end: write to: and the greatest value that it can show"
            )
        if self.full <= self.low:
            raise PydanticCustomError(
                "gauge_limits",
                "a dial runs from less to more, not from {low} to {high}: write a greater value behind to:",
                {"low": plain(self.low), "high": plain(self.full)},
            )
        if not self.low <= value <= self.full:
            raise PydanticCustomError(
                "gauge_value",
                "{value} lies beyond a dial from {low} to {high}: write other limits behind from: and to:",
                {"value": plain(value), "low": plain(self.low), "high": plain(self.full)},
            )
        if self.target is not None and not self.low <= number_of(self.target) <= self.full:
            raise PydanticCustomError(
                "gauge_target",
                "the target of {target} lies beyond a dial from {low} to {high}: write other limits behind from: and to:",
                {"target": plain(number_of(self.target)), "low": plain(self.low), "high": plain(self.full)},
            )
        check_units((self.metric, *(each for each in (self.high, self.target) if isinstance(each, Metric))))
        return self

    @property
    def full(self) -> float:
        """The value at the end of the dial."""
        return number_of(self.high) if self.high is not None else WHOLES[self.metric.unit.get("")]

    def place(self, setting: Setting) -> Placed:
        return Dial(self.metric, self.low, self.full, self.target, self.form, self.hand == "pointer", setting).placed()
