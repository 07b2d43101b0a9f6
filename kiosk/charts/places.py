"""Places: where the values of series stand along an axis: numbers and dates to scale, names side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pydantic_core import PydanticCustomError

from kiosk.charts.axis import STEPS
from kiosk.marks import Array
from kiosk.metrics import Series
from kiosk.periods import write_period

MOST_NAMED = 60
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|\d{4}", re.ASCII)


@dataclass(frozen=True)
class Places:
    """The places of each series as numbers on one scale, and what may be written below it: places with their texts, ascending."""

    x: tuple[Array, ...]
    marks: tuple[tuple[float, str], ...]
    is_ordered: bool

    @property
    def span(self) -> tuple[float, float]:
        """The first and the last place."""
        present = [x for x in self.x if len(x)]
        return min(float(x.min()) for x in present), max(float(x.max()) for x in present)


def places_of(series: Sequence[Series], language: str) -> Places:
    """The places of several series on one axis."""
    if not isinstance(series[0].points[0][0], str):
        x = tuple(each.x for each in series)
        return Places(x, _numbered(x), True)
    names = [each.labels for each in series]
    if all(_DATE.fullmatch(name) for labels in names for name in labels):
        return _dated(names, language)
    known: dict[str, int] = {}
    for labels in names:
        for label in labels:
            known.setdefault(label, len(known))
    x = tuple(np.array([known[label] for label in labels], dtype=np.float64) for labels in names)
    return Places(x, tuple((float(place), label) for label, place in known.items()), False)


def check_places(series: Sequence[Series]) -> None:
    """Refuses, in words for its author, series whose places do not go together."""
    kinds = {isinstance(each.points[0][0], str) for each in series if each.points}
    if len(kinds) > 1:
        raise PydanticCustomError(
            "places", "some series have numbers for places, others names: give all of them the same kind of places"
        )


def _dated(names: Sequence[tuple[str, ...]], language: str) -> Places:
    days = [np.array(labels, dtype="datetime64[D]").astype(np.float64) for labels in names]
    known = {
        float(day): label
        for each, labels in zip(days, names, strict=True)
        for day, label in zip(each, labels, strict=True)
    }
    texts = sorted(known.items())
    if len(texts) > MOST_NAMED:
        texts = [texts[round(index * (len(texts) - 1) / MOST_NAMED)] for index in range(MOST_NAMED + 1)]
    return Places(tuple(days), tuple((day, write_period(label, language)) for day, label in texts), True)


def _numbered(x: Sequence[Array]) -> tuple[tuple[float, str], ...]:
    sizes = sum(len(each) for each in x)
    values = np.unique(np.concatenate(x)) if sizes <= 4 * MOST_NAMED else np.zeros(0)
    if 0 < len(values) <= MOST_NAMED:
        return tuple((float(value), f"{value:.10g}") for value in values)
    low, high = min(float(each.min()) for each in x), max(float(each.max()) for each in x)
    power = np.floor(np.log10(max(high - low, 1e-300))) - 1
    factor = next(step for step in (*STEPS, 10.0, 20.0) if (high - low) / (step * 10.0**power) <= 10.0)
    step = factor * 10.0**power
    first, last = int(np.ceil(low / step - 1e-9)), int(np.floor(high / step + 1e-9))
    return tuple(
        (place, f"{place:.10g}") for place in (float(f"{index * step:.12g}") for index in range(first, last + 1))
    )
