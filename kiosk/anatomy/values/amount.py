"""Amounts: a number that an author writes out, or a metric that holds it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any, get_args

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from kiosk.figures import refuse_extremes
from kiosk.kind import MetricRef
from kiosk.metrics import Metric
from kiosk.numbers import exact

_metric = get_args(MetricRef)[1].func


def _read(value: Any, info: ValidationInfo) -> Metric | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        refuse_extremes(value)
        return float(value)
    metric: Metric = _metric(value, info)
    return metric


AmountRef = Annotated[
    Metric | float,
    PlainValidator(_read),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "description": "the name of a metric"}]}),
]
"""A number, or the name of a metric."""


def number_of(amount: Metric | float) -> float:
    """The amount as a number."""
    return amount.number if isinstance(amount, Metric) else amount


def added(values: Sequence[float]) -> float:
    """The sum of figures as their authors wrote them: 0.1 and 0.2 are 0.3."""
    return float(sum((exact(value) for value in values), Decimal(0)))


def plain(number: float) -> str:
    """The number as its author would write it into a file: 25, 0.4, 1200000."""
    return format(exact(number).normalize(), "f")
