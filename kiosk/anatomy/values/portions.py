"""Portions: the parts of a whole, from metrics or from the values of a series, each to be told from the others."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from kiosk.anatomy.values.entries import HIGHLIGHTS
from kiosk.anatomy.values.glossary import called
from kiosk.kind import Datum
from kiosk.metrics import Metric, Series
from kiosk.words import Words, excerpt


@dataclass(frozen=True)
class Portion:
    """One part: `key` is the id of its metric or its place in a series, `value` is nan if missing, `group` where it belongs."""

    key: str
    value: float
    datum: Datum
    group: int = 0

    @property
    def is_there(self) -> bool:
        """Whether there is anything of it."""
        return self.value > 0.0

    def name(self, names: Mapping[str, Words], language: str) -> str:
        """What it is called."""
        if isinstance(self.datum, Metric):
            return self.datum.name(language, is_short=True)
        return called(names, self.key, language)


def portions_of(metrics: Sequence[Metric], series: Series | None, group: int = 0) -> tuple[Portion, ...]:
    """The parts in the author's order."""
    if series is None:
        return tuple(Portion(metric.id, metric.number, metric, group) for metric in metrics)
    return tuple(
        Portion(label, float(value), series, group) for label, value in zip(series.labels, series.y, strict=True)
    )


def highlighted_portion(portions: Sequence[Portion], highlight: str) -> int | None:
    """The place of the highlighted part; None if there is none. "auto" is the greatest."""
    there = [index for index, part in enumerate(portions) if part.is_there]
    if highlight == "none" or not there:
        return None
    keys = [part.key for part in portions]
    if highlight in keys:
        return keys.index(highlight)

    def value(index: int) -> float:
        return portions[index].value

    return {"first": there[0], "last": there[-1], "least": min(there, key=value)}.get(highlight, max(there, key=value))


def check_portion(portions: Sequence[Portion], highlight: str) -> None:
    """Refuses, in words for its author, the name of a part that is not there."""
    keys = tuple(part.key for part in portions)
    if highlight not in ("auto", *HIGHLIGHTS, *keys):
        raise PydanticCustomError(
            "highlight",
            'there is no "{name}" to highlight: write first, last, greatest, least, none, or the name of a part',
            {"name": excerpt(highlight), "known": tuple(key for key in keys if key)},
        )


def sum_of(portions: Sequence[Portion]) -> float:
    """The sum without the noise of binary fractions."""
    return float(f"{math.fsum(part.value for part in portions if part.is_there):.12g}")
