"""Shares: metrics as parts of a whole."""

from collections.abc import Sequence

from pydantic_core import PydanticCustomError

from kiosk.anatomy.values.entries import check_units
from kiosk.metrics import Metric

WHOLES = {"%": 100.0, "‰": 1000.0}
ROUNDING = 0.005
"""By how much parts that were rounded may add up to more than the whole."""


def share_of(metric: Metric) -> float:
    """The share, 0 to 1, that a percentage or a fraction says."""
    return metric.number / whole_of(metric)


def shares_of(metrics: Sequence[Metric], is_whole: bool) -> tuple[float, ...]:
    """The shares of several metrics: as they say themselves or, if they are all there is, of their sum."""
    if is_whole:
        total = sum(metric.number for metric in metrics)
        return tuple(metric.number / total for metric in metrics)
    said = tuple(share_of(metric) for metric in metrics)
    total = max(1.0, sum(said))
    return tuple(share / total for share in said)


def check_shares(metrics: Sequence[Metric], is_whole: bool) -> None:
    """Refuses, in words for its author, figures that are no parts of a whole."""
    if any(metric.number < 0.0 for metric in metrics):
        raise PydanticCustomError(
            "share_negative", "a part of a whole cannot be less than 0: use bars for such figures"
        )
    if is_whole:
        check_units(metrics)
        if sum(metric.number for metric in metrics) == 0.0:
            raise PydanticCustomError("share_nothing", "the parts add up to 0: there is nothing to divide")
        return
    for metric in metrics:
        if whole_of(metric) == 0.0:
            raise PydanticCustomError(
                "share_unit",
                "a share is needed: a figure in % or a fraction such as 1/9",
                {"hint": "if the figures add up to a whole, a ring shows them with whole: true"},
            )
    if sum(share_of(metric) for metric in metrics) > 1.0 + ROUNDING * len(metrics):
        raise PydanticCustomError(
            "share_more", "the shares add up to more than the whole: check the figures, or show them as bars"
        )


def whole_of(metric: Metric) -> float:
    """The number that stands for the whole: 100 for a percentage, 1 for a fraction, 0 where there is none."""
    unit = metric.unit.get("")
    if unit in WHOLES:
        return WHOLES[unit]
    return 1.0 if metric.fraction is not None else 0.0
