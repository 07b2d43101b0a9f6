"""Calendars as a show may hold them, and as it should not."""

from datetime import date, timedelta

from kiosk.charts.calendar import Calendar
from kiosk.kind import Kind
from tests.kinds.samples import series


def days(first: date, count: int) -> dict[str, float]:
    """A value for each of so many days."""
    return {str(first + timedelta(days=at)): 40 + at * 7919 % 97 + (at % 7 > 4) * 60 for at in range(count)}


def examples() -> dict[str, Kind]:
    """Three years, two halves, a month, a day, gaps, missing, equal, negative."""
    gaps = days(date(2023, 11, 20), 200)
    gaps = {when: value for at, (when, value) in enumerate(gaps.items()) if at % 11}
    spring = days(date(2024, 3, 1), 90)
    unit = {"zh": "人次", "en": "visitors"}
    return {
        "three-years": Calendar(series=series("客流", "Visitors", days(date(2022, 1, 1), 1096), unit)),
        "across-years": Calendar(series=series("客流", "Visitors", gaps, unit)),
        "month": Calendar(series=series("客流", "Visitors", days(date(2024, 2, 1), 29), unit)),
        "day": Calendar(series=series("客流", "Visitors", days(date(2024, 2, 1), 1), unit)),
        "missing": Calendar(
            series=series("客流", "Visitors", {when: value if value > 60 else None for when, value in spring.items()})
        ),
        "equal": Calendar(series=series("数", "Number", dict.fromkeys(days(date(2024, 1, 1), 366), 3)), highlight="none"),
        "negative": Calendar(
            series=series("气温", "Temperature", {when: value - 80.5 for when, value in days(date(2024, 1, 1), 366).items()}, "°"),
            highlight="least",
        ),
        "nothing": Calendar(series=series("数", "Number", {"2024-01-01": None, "2024-01-02": None})),
    }  # fmt: skip
