"""Proportions: what part of a whole a metric stands for."""

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from kiosk.kind import MetricRef
from kiosk.metrics import Metric

_OF_WHOLE: dict[str, float] = {"%": 100.0, "‰": 1000.0}


def part(metric: Metric) -> float:
    """The part of the whole that a metric names, 0 to 1: 8.62 % is .0862, and 1/9 is a ninth."""
    return metric.number / _OF_WHOLE.get(metric.unit.get(""), 1.0)


def _is_part(metric: Metric) -> Metric:
    if not 0.0 <= part(metric) <= 1.0:
        raise PydanticCustomError(
            "part_of_whole",
            "{value} is not a part of a whole: a percentage up to 100 or a fraction such as 1/9 is needed here",
            {"value": f"{metric.value}{metric.unit.get('')}"},
        )
    return metric


PartRef = Annotated[MetricRef, AfterValidator(_is_part)]
"""The name of a metric that is a percentage of something or a fraction of it."""
