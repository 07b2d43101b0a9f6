"""Liquid: a share as a vessel that is filled to it."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.filling import Filling
from kiosk.anatomy.values.amount import AmountRef, number_of, plain
from kiosk.anatomy.values.entries import check_units
from kiosk.anatomy.values.shares import whole_of
from kiosk.kind import Kind, MetricRef
from kiosk.layers import Placed
from kiosk.metrics import Metric
from kiosk.setting import Setting


class Liquid(Kind):
    """A share as a vessel that is filled to it: of 40 per cent, 40 per cent of its area are filled, not of its height."""

    metric: Annotated[MetricRef, Field(description="the name of a metric: a share, or an amount of a whole")]
    whole: Annotated[
        AmountRef | None,
        Field(description="what fills it to the brim; left out, 100 if the unit is %, 1 for a fraction"),
    ] = None
    vessel: Annotated[Literal["circle", "drop", "square"], Field(description="the shape of the vessel")] = "circle"

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.whole is None and not whole_of(self.metric):
            raise PydanticCustomError(
                "liquid_whole", "it must be known what fills the vessel: write whole: and the amount that fills it"
            )
        if self.full <= 0.0 or not 0.0 <= self.metric.number <= self.full:
            raise PydanticCustomError(
                "liquid_share",
                "a vessel is between empty and full: {value} of {whole} is not",
                {"value": plain(self.metric.number), "whole": plain(self.full)},
            )
        if isinstance(self.whole, Metric):
            check_units((self.metric, self.whole))
        return self

    @property
    def full(self) -> float:
        """The amount that fills the vessel."""
        return whole_of(self.metric) if self.whole is None else number_of(self.whole)

    def place(self, setting: Setting) -> Placed:
        return Filling(self.metric, self.metric.number / self.full, self.whole, self.vessel, setting).placed()
