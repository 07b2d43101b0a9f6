"""Crosstabs: several series over the same places, as one table of values that charts stand side by side or pile up."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated

import numpy as np
from pydantic import Field
from pydantic_core import PydanticCustomError

from kiosk.anatomy.values.manners import shared_manner
from kiosk.anatomy.values.palette import part_colors
from kiosk.kind import Datum, MetricRef, Options
from kiosk.marks import Array
from kiosk.metrics import Metric, Series
from kiosk.numbers import EMPTY, Manner, Written, write_in
from kiosk.periods import write_period
from kiosk.setting import Setting
from kiosk.tally import writer
from kiosk.words import Words, excerpt

_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?", re.ASCII)
GENERAL = ("auto", "first", "last", "none")


class Group(Options):
    """Metrics that stand together, in the order of the parts."""

    name: Annotated[Words, Field(description="the label of the group")]
    metrics: Annotated[tuple[MetricRef, ...], Field(min_length=1, max_length=6, description="one metric for each part")]


Groups = Annotated[
    tuple[Group, ...],
    Field(
        max_length=60,
        description="instead of series: groups of metrics, each written as {name: Research, metrics: [before, after]}",
    ),
]


@dataclass(frozen=True)
class Crosstab:
    """Values of shape (series, places), nan where one is missing, with the names of both and what each value comes from.

    `warm_series` or `warm_place` is the point of the chart, if there is one. `keys` say which value is the same thing on
    another slide. `also`: further values, such as totals, that are written in the same manner.
    """

    names: tuple[str, ...]
    places: tuple[str, ...]
    values: Array
    cells: tuple[tuple[Datum | None, ...], ...]
    keys: tuple[tuple[str, ...], ...]
    is_ordered: bool
    setting: Setting
    warm_series: int | None = None
    warm_place: int | None = None
    also: tuple[float, ...] = ()

    @cached_property
    def datum(self) -> Datum:
        """What stands for all: they share one unit."""
        return next(cell for row in self.cells for cell in row if cell is not None)

    @cached_property
    def present(self) -> tuple[tuple[int, int], ...]:
        """Series and place of every value that there is, place after place."""
        return tuple(
            (row, column)
            for column in range(len(self.places))
            for row in range(len(self.names))
            if math.isfinite(self.values[row, column])
        )

    @cached_property
    def manner(self) -> Manner:
        """How all values of series are written side by side."""
        language, data = self.setting.language, [cell for row in self.cells for cell in row if cell is not None]
        decimals = [each.decimals for each in data if each.decimals is not None]
        finite = [float(value) for value in self.values[np.isfinite(self.values)]]
        return shared_manner(
            (*finite, *self.also), language, max(decimals, default=None), self.datum.scale.word(language)
        )

    def write(self, value: float, cell: Datum | None = None, *, has_unit: bool = True) -> Callable[[float], Written]:
        """How a value is written on the way to it; that of a metric at the end exactly as its author wrote it."""
        language = self.setting.language
        if isinstance(cell, Metric):
            return writer(cell, language, value, has_unit=has_unit)
        unit = self.datum.unit if has_unit else EMPTY
        return lambda progress: write_in(
            self.manner, value if progress >= 1.0 else value * progress, language, unit=unit
        )

    @cached_property
    def series_colors(self) -> tuple[str, ...]:
        """A colour for each series; at a warm place its warm counterpart stands in."""
        return tints(len(self.names), self.warm_series)

    def color(self, series: int, place: int) -> str:
        """The colour of one value."""
        color = self.series_colors[series]
        return color.replace("cool", "warm") if place == self.warm_place else color


def tints(count: int, warm: int | None) -> tuple[str, ...]:
    """Colours for up to six parts, no two of them alike: beyond four cool tints come two greys."""
    cool = count - (warm is not None)
    if cool <= 4:
        return part_colors(count, warm)
    roles = [*part_colors(4), "muted", "dim"]
    if cool == 5:
        roles.remove("muted")
    if warm is not None:
        roles.insert(warm, "warm")
    return tuple(roles[:count])


def crosstab(
    series: Sequence[Series], groups: Sequence[Group], parts: Sequence[Words], highlight: str, setting: Setting
) -> Crosstab:
    """The table of several series, or of groups of metrics whose parts have names of their own."""
    language = setting.language
    if groups:
        names = tuple(setting.say(part) for part in parts)
        columns = [group.metrics for group in groups]
        cells: tuple[tuple[Datum | None, ...], ...] = tuple(
            tuple(column[row] if row < len(column) else None for column in columns) for row in range(len(names))
        )
        values = [
            [column[row].number if row < len(column) else math.nan for column in columns] for row in range(len(names))
        ]
        keys = tuple(
            tuple(column[row].id if row < len(column) else "" for column in columns) for row in range(len(names))
        )
        places = tuple(setting.say(group.name) for group in groups)
        table = Crosstab(names, places, np.array(values), cells, keys, False, setting)
        return _lit(table, highlight, groups=groups)
    labels = places_in(series)
    found = [dict(zip(each.labels, each.y, strict=True)) for each in series]
    table = Crosstab(
        tuple(each.name(language, is_short=True) for each in series),
        tuple(write_period(label, language) if _DATE.fullmatch(label) else label for label in labels),
        np.array([[float(row.get(label, math.nan)) for label in labels] for row in found]),
        tuple((each,) * len(labels) for each in series),
        tuple(tuple(f"{each.id}/{label}" if len(series) > 1 else label for label in labels) for each in series),
        all(label[:1].isdigit() for label in labels),
        setting,
    )
    return _lit(table, highlight, series=series, labels=labels)


def places_in(series: Sequence[Series]) -> tuple[str, ...]:
    """The places of all series, each once: numbers and dates ascending, names as they first come."""
    labels = tuple(dict.fromkeys(label for each in series for label in each.labels))
    if series and series[0].points and not isinstance(series[0].points[0][0], str):
        return tuple(sorted(labels, key=float))
    return tuple(sorted(labels)) if all(_DATE.fullmatch(label) for label in labels) else labels


def _lit(
    table: Crosstab,
    highlight: str,
    *,
    series: Sequence[Series] = (),
    labels: Sequence[str] = (),
    groups: Sequence[Group] = (),
) -> Crosstab:

    last = len(table.names) - 1
    if highlight in GENERAL:
        chosen = {"auto": 0 if last else None, "first": 0, "last": last, "none": None}[highlight]
        return replace(table, warm_series=chosen)
    for index, each in enumerate(series):
        if highlight in (each.id, *(text for _, text in each.label.texts)):
            return replace(table, warm_series=index)
    if highlight in labels:
        return replace(table, warm_place=tuple(labels).index(highlight))
    for index, group in enumerate(groups):
        if highlight in (text for _, text in group.name.texts):
            return replace(table, warm_place=index)
    return table


def check_crosstab(
    series: Sequence[Series], groups: Sequence[Group], parts: Sequence[Words], highlight: str, most_values: int
) -> None:
    """Refuses, in words for its author, what does not make one table."""
    if bool(series) == bool(groups):
        raise PydanticCustomError("crosstab", "either series or groups are needed: write one of them")
    if groups and any(len(group.metrics) != len(parts) for group in groups):
        raise PydanticCustomError(
            "crosstab_parts",
            "each group needs one metric for each part: write the names of the parts under parts, in the order of the metrics",
        )
    if parts and not groups:
        raise PydanticCustomError("crosstab_parts", "parts name the metrics of groups: series have names of their own")
    kinds = {isinstance(each.points[0][0], str) for each in series if each.points}
    if len(kinds) > 1:
        raise PydanticCustomError(
            "places", "some series have numbers for places, others names: give all of them the same kind of places"
        )
    labels = places_in(series) if series else tuple(group.name.texts[0][1] for group in groups)
    count = len(labels) * (len(series) or len(parts))
    if count > most_values:
        raise PydanticCustomError(
            "crosstab_many",
            "{count} values are too many to be told apart: show {most} at most, or use lines",
            {"count": count, "most": most_values},
        )
    names = [text for each in series for text in (each.id, *(text for _, text in each.label.texts)) if text]
    names += [text for group in groups for _, text in group.name.texts]
    known = (*GENERAL, *names, *labels)
    if highlight not in known:
        raise PydanticCustomError(
            "highlight",
            'there is no "{name}" to highlight: write first, last, none, the name of a series, or that of a place',
            {"name": excerpt(highlight), "known": tuple(known)},
        )
