"""Places: where the values of series stand along an axis: numbers and dates to scale, names side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pydantic_core import PydanticCustomError

from kiosk.anatomy.geometry.axis import STEPS
from kiosk.anatomy.geometry.dates import Marks, days_of, levels
from kiosk.marks import Array
from kiosk.metrics import Series
from kiosk.numbers import common_manner, write_in

MOST_NAMED = 60
FROM_LARGE = 10_000.0
"""Numbers below this may be years."""


@dataclass(frozen=True)
class Places:
    """The places of each series as numbers on one scale, and what may be written below it.

    `coarser`: what may be written instead of `marks` where these have no room, ever less of it. `is_dated`: the numbers are
    days since 1970.
    """

    x: tuple[Array, ...]
    marks: Marks
    is_ordered: bool
    coarser: tuple[Marks, ...] = ()
    is_dated: bool = False

    @property
    def span(self) -> tuple[float, float]:
        """The first and the last place."""
        present = [x for x in self.x if len(x)]
        return min(float(x.min()) for x in present), max(float(x.max()) for x in present)


def places_of(series: Sequence[Series], language: str) -> Places:
    """The places of several series on one axis."""
    if not isinstance(series[0].points[0][0], str):
        x = tuple(each.x for each in series)
        return Places(x, _written(_numbered(x), language), True)
    names = [each.labels for each in series]
    days = [days_of(labels) for labels in names]
    dated = tuple(each for each in days if each is not None)
    if len(dated) == len(days):
        finest, *coarser = levels(dated, names, language)
        return Places(dated, finest, True, tuple(coarser), is_dated=True)
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


def _numbered(x: Sequence[Array]) -> tuple[float, ...]:
    sizes = sum(len(each) for each in x)
    values = np.unique(np.concatenate(x)) if sizes <= 4 * MOST_NAMED else np.zeros(0)
    if 0 < len(values) <= MOST_NAMED:
        return tuple(float(value) for value in values)
    low, high = min(float(each.min()) for each in x), max(float(each.max()) for each in x)
    power = np.floor(np.log10(max(high - low, 1e-300))) - 1
    factor = next(step for step in (*STEPS, 10.0, 20.0) if (high - low) / (step * 10.0**power) <= 10.0)
    step = factor * 10.0**power
    first, last = int(np.ceil(low / step - 1e-9)), int(np.floor(high / step + 1e-9))
    return tuple(float(f"{index * step:.12g}") for index in range(first, last + 1))


def _written(places: Sequence[float], language: str) -> Marks:
    """Numbers with their texts; only those too large for years are written in the manner of the language."""
    if max((abs(place) for place in places), default=0.0) < FROM_LARGE:
        return tuple((place, f"{place:.10g}") for place in places)
    manner = common_manner(places, language)
    return tuple((place, write_in(manner, place, language).text if place else "0") for place in places)
