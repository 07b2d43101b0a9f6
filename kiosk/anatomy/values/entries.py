"""Entries: the things that a chart compares, from several metrics or from one series."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from kiosk.kind import Datum
from kiosk.metrics import Metric, Series
from kiosk.numbers import Written, write
from kiosk.setting import Setting
from kiosk.tally import writer
from kiosk.words import excerpt

HIGHLIGHTS = ("first", "last", "greatest", "least", "none")


@dataclass(frozen=True)
class Entry:
    """One thing compared: its label, its value (nan if missing), where the value comes from, and what it is elsewhere, too."""

    label: str
    value: float
    datum: Datum
    is_warm: bool = False
    key: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether there is no value."""
        return math.isnan(self.value)

    def write(self, setting: Setting, *, has_unit: bool = True) -> Callable[[float], Written]:
        """How the value is written at a progress of 0 to 1."""
        return writer(self.datum, setting.language, self.value, has_unit=has_unit)


def entries_of(metrics: Sequence[Metric], series: Series | None, highlight: str, setting: Setting) -> tuple[Entry, ...]:
    """The entries in the author's order, with the highlighted one marked."""
    warm = highlighted(metrics, series, highlight)
    if series is not None:
        labels, values = series.labels, series.y
        return tuple(
            Entry(label, float(value), series, index == warm, f"{series.id}/{label}")
            for index, (label, value) in enumerate(zip(labels, values, strict=True))
        )
    return tuple(
        Entry(metric.name(setting.language), metric.number, metric, index == warm, metric.id)
        for index, metric in enumerate(metrics)
    )


def names_of(metrics: Sequence[Metric], series: Series | None) -> tuple[str, ...]:
    """The names by which an author may highlight an entry."""
    return series.labels if series is not None else tuple(metric.id for metric in metrics)


def highlighted(metrics: Sequence[Metric], series: Series | None, highlight: str) -> int | None:
    """The place of the highlighted entry; None if there is none. "auto": the first metric, the greatest value of a series."""
    values = [float(value) for value in series.y] if series is not None else [metric.number for metric in metrics]
    present = [index for index, value in enumerate(values) if not math.isnan(value)]
    if highlight == "none" or not present:
        return None
    names = names_of(metrics, series)
    if highlight in names:
        return names.index(highlight)
    if highlight == "auto":
        highlight = "greatest" if series is not None else "first"
    places = {
        "first": present[0],
        "last": present[-1],
        "greatest": max(present, key=lambda index: values[index]),
        "least": min(present, key=lambda index: values[index]),
    }
    return places.get(highlight)


def check_highlight(metrics: Sequence[Metric], series: Series | None, highlight: str) -> None:
    """Refuses, in words for its author, the name of an entry that is not there."""
    names = names_of(metrics, series)
    if highlight not in ("auto", *HIGHLIGHTS, *names):
        raise PydanticCustomError(
            "highlight",
            'there is no "{name}" to highlight: write first, last, greatest, least, none, or the name of an entry',
            {"name": excerpt(highlight), "known": tuple(name for name in names if name)},
        )


def check_units(data: Sequence[Datum]) -> None:
    """Refuses, in words for its author, figures of different units on one scale."""
    for datum in data[1:]:
        if datum.unit != data[0].unit:
            raise PydanticCustomError(
                "units",
                'figures of different units ("{first}" and "{second}") cannot be compared on one scale: '
                "show those of one unit",
                {"first": data[0].unit.get(""), "second": datum.unit.get("")},
            )


def unit_note(setting: Setting, datum: Datum) -> str:
    """The unit in words, for the foot of the page where figures have no room for it."""
    # A currency is called as it is beside a figure, where it stands before the digits.
    written = write(0, setting.language, unit=datum.unit)
    unit = written.unit or written.before
    if not unit:
        return ""
    return f"单位 {unit}" if setting.is_chinese else f"Unit: {unit}"
