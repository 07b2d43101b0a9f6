"""Dates: the years, quarters, months and days along an axis, named as finely as there is room."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from kiosk.marks import Array
from kiosk.numbers import tongue_of

Marks = tuple[tuple[float, str], ...]
"""Places with their texts, ascending."""

MOST_NAMED = 60
YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_QUARTERS = ("一季度", "二季度", "三季度", "四季度")
_EPOCH = date(1970, 1, 1).toordinal()
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-?Q[1-4])?", re.ASCII)
_GRAINS = {4: "year", 6: "quarter", 7: "month", 10: "day"}
"""By the length of the text of a date; a quarter is written 2024-Q1 or 2024Q1."""


def days_of(labels: Sequence[str]) -> Array | None:
    """Days since 1970 of years, quarters, months or days as ISO texts; None where one of them is no date."""
    if not all(_DATE.fullmatch(label) and label[:4] != "0000" for label in labels):
        return None
    try:
        return np.array([_iso(label) for label in labels], dtype="datetime64[D]").astype(np.float64)
    except ValueError:
        return None


def day(place: float) -> date:
    """The calendar day of a number of days since 1970."""
    return date.fromordinal(round(place) + _EPOCH)


def levels(days: Sequence[Array], names: Sequence[Sequence[str]], language: str) -> tuple[Marks, ...]:
    """What may be written below an axis of dates: first every date itself, then ever fewer boundaries of the calendar.

    The year stands at the first date and wherever it changes.
    """
    grain = _grain(names)
    known = np.unique(np.concatenate(days))
    found: list[Marks] = []
    if len(known) <= MOST_NAMED:
        dates = [day(place) for place in known]
        found += [_named(dates, grain, language, is_short) for is_short in (False, True)]
    first, last = day(known[0]), day(known[-1])
    for dates, unit in _boundaries(first, last, grain):
        if len(dates) > 1 and (not found or len(dates) < len(found[-1])):
            found.append(_named(dates, unit, language, True))
    return tuple(found) or (_named([first, last], grain, language, False),)


def _iso(label: str) -> str:
    year, _, quarter = label.partition("Q")
    return f"{year[:4]}-{3 * int(quarter) - 2:02d}" if quarter else label


def _grain(names: Sequence[Sequence[str]]) -> str:
    """The finest sort of date among the labels."""
    lengths = {7 - ("Q" in label) if "Q" in label else len(label) for labels in names for label in labels}
    return _GRAINS[max(lengths)]


def _boundaries(first: date, last: date, grain: str) -> Iterator[tuple[list[date], str]]:
    """The boundaries of the calendar from one day to another, at first the closest ones, and what they are called by."""
    if grain == "day" and (last - first).days <= 7 * MOST_NAMED:
        monday = first + timedelta(days=-first.weekday() % 7)
        yield [monday + timedelta(days=each) for each in range(0, (last - monday).days + 1, 7)], "day"
    if grain != "year":
        for step in (1, 3, 6) if grain != "quarter" else (6,):
            if 12 * (last.year - first.year) <= step * MOST_NAMED:
                yield list(_months(first, last, step)), "month"
    for step in YEARS:
        begin = -(-(first.year + (first > date(first.year, 1, 1))) // step) * step
        if last.year - begin <= step * MOST_NAMED:
            yield [date(year, 1, 1) for year in range(max(begin, 1), last.year + 1, step)], "year"


def _months(first: date, last: date, step: int) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        for month in range(1, 13, step):
            if first <= (begin := date(year, month, 1)) <= last:
                yield begin


def _named(dates: Sequence[date], unit: str, language: str, is_short: bool) -> Marks:
    """The dates with their texts; a short January is only its year."""
    years = [None, *(each.year for each in dates)]
    texts = [
        _text(each, unit, language, each.year != before, is_short and each.timetuple().tm_yday == 1)
        for each, before in zip(dates, years, strict=False)
    ]
    if unit == "day" and all(after == before + timedelta(days=1) for before, after in pairwise(dates)):
        # Of days in a row the month is told once.
        for index in range(1, len(dates)):
            if dates[index].day != 1 and dates[index].month == dates[index - 1].month:
                texts[index] = f"{dates[index].day}日" if tongue_of(language) == "zh" else str(dates[index].day)
    return tuple((float(each.toordinal() - _EPOCH), text) for each, text in zip(dates, texts, strict=True))


def _text(when: date, unit: str, language: str, has_year: bool, is_year: bool) -> str:
    if tongue_of(language) == "zh":
        year = f"{when.year}年"
        inner = {
            "year": "",
            "quarter": _QUARTERS[(when.month - 1) // 3],
            "month": f"{when.month}月",
            "day": f"{when.month}月{when.day}日",
        }[unit]
        return year if unit == "year" or is_year else year + inner if has_year else inner
    inner = {
        "year": "",
        "quarter": f"Q{(when.month + 2) // 3}",
        "month": MONTHS[when.month - 1],
        "day": f"{when.day} {MONTHS[when.month - 1]}",
    }[unit]
    return str(when.year) if unit == "year" or is_year else f"{inner} {when.year}" if has_year else inner


def date_text(when: date, language: str, *, has_year: bool = False) -> str:
    """A day in words, with its year if asked for."""
    return _text(when, "day", language, has_year, False)


def month_text(when: date, language: str, *, has_year: bool = False) -> str:
    """A month in words; with its year, January is only the year."""
    return _text(when, "month", language, has_year, has_year and when.month == 1)
