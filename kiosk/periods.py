"""Periods: the year, month or day that a figure is about, from ISO dates to words."""

import re
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from kiosk.numbers import THIN, tongue_of
from kiosk.words import excerpt

OPEN = ".."
"""The end of a period that still runs, as in "2024-03/..": since March 2024."""

PERIOD_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?(/(\d{4}(-\d{2}(-\d{2})?)?|\.\.))?$"

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SUFFIXES = ("年", "月", "日")

Moment = tuple[int, ...]
"""A year; a year and month; or a year, month and day."""


def read_moment(given: Any) -> str:
    """One year, month or day as ISO text; refuses anything else in words for its author."""
    text = excerpt(given) if isinstance(given, int) and not isinstance(given, bool) else given
    if not isinstance(text, str) or not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text, re.ASCII):
        raise PydanticCustomError(
            "date_form",
            '"{given}" is not a date: write a year, month or day, such as 2024, 2024-09 or 2024-09-30',
            {"given": excerpt(given)},
        )
    try:
        date(*(*_parts(text), 1, 1)[:3])
    except ValueError:
        raise PydanticCustomError(
            "date_calendar",
            '"{given}" is not in the calendar: months go from 01 to 12, days to the end of the month',
            {"given": text},
        ) from None
    return text


def read_day(given: Any) -> date:
    """One day from ISO text; refuses anything else in words for its author."""
    if isinstance(given, date):
        return given
    text = read_moment(given)
    if len(text) != len("2024-09-30"):
        raise PydanticCustomError("date_day", '"{given}" needs a day too: write it as in 2024-09-30', {"given": text})
    return date.fromisoformat(text)


def read_period(given: Any) -> str:
    """One moment, two with a slash between them, or one that has not ended; "" for none.

    Refuses anything else in words for its author.
    """
    if given == "":
        return ""
    if not isinstance(given, str) or "/" not in given:
        return read_moment(given)
    first, _, last = given.partition("/")
    read_moment(first)
    if last == OPEN:
        return given
    read_moment(last)
    if len(first) != len(last):
        raise PydanticCustomError(
            "period_uneven",
            '"{given}" mixes years, months and days: write both ends alike, as in 2024-01/2024-09',
            {"given": given},
        )
    if last <= first:
        raise PydanticCustomError(
            "period_backwards",
            '"{given}" does not end after it begins: write the earlier one first, or one alone',
            {"given": given},
        )
    return given


def write_period(period: str, lang: str) -> str:
    """The period in words, such as "January to September 2024"; "" stays "". Only Chinese is not written as English."""
    if not period:
        return ""
    is_chinese = tongue_of(lang) == "zh"
    first, _, last = period.partition("/")
    begin = _parts(first)
    if not last:
        return _chinese(begin) if is_chinese else _english(begin)
    if last == OPEN:
        return f"{_chinese(begin)}以来" if is_chinese else f"since {_english(begin)}"
    end = _parts(last)
    return _chinese_span(begin, end) if is_chinese else _english_span(begin, end)


def _parts(text: str) -> Moment:
    return tuple(int(part) for part in text.split("-"))


def _shared(begin: Moment, end: Moment) -> int:
    return next(index for index, pair in enumerate(zip(begin, end, strict=True)) if pair[0] != pair[1])


def _chinese(moment: Moment, skipped: int = 0) -> str:
    pairs = list(zip(moment, _SUFFIXES, strict=False))[skipped:]
    return THIN.join(f"{number}{THIN}{suffix}" for number, suffix in pairs)


def _chinese_span(begin: Moment, end: Moment) -> str:
    shared = _shared(begin, end)
    start = _chinese(begin)
    if shared == len(begin) - 1:
        return f"{start[: -len(_SUFFIXES[0])]}至{THIN}{_chinese(end, shared)}"
    return f"{start}至{THIN}{_chinese(end, shared)}"


def _english(moment: Moment) -> str:
    words = [str(moment[0])]
    if len(moment) > 1:
        words.insert(0, _MONTHS[moment[1] - 1])
    if len(moment) > 2:
        words.insert(0, str(moment[2]))
    return " ".join(words)


def _english_span(begin: Moment, end: Moment) -> str:
    start = _english(begin).split(" ")
    shared = _shared(begin, end)
    return f"{' '.join(start[: len(start) - shared])} to {_english(end)}"
