"""Dates on an axis: years, quarters, months and days named as finely as there is room."""

from datetime import date, timedelta

import numpy as np
import pytest

from kiosk.anatomy.bodies.plot import Plot
from kiosk.anatomy.geometry.dates import date_text, day, days_of, levels, month_text
from kiosk.marks import Text
from tests.charts.test_bar import setting
from tests.kinds.samples import series


def named(labels: list[str], language: str = "zh", level: int = 0) -> list[str]:
    days = days_of(labels)
    assert days is not None
    return [text for _, text in levels([days], [labels], language)[level]]


def daily(count: int) -> list[str]:
    return [str(date(2018, 3, 5) + timedelta(days=at)) for at in range(count)]


def captions_of(labels: list[str], language: str) -> list[str]:
    plot = Plot(
        (series("数", "Number", {label: at for at, label in enumerate(labels)}),), setting(languages=(language, "zh"))
    )
    return [mark.text for mark in plot.captions.marks(0.0) if isinstance(mark, Text)]


def test_the_year_stands_at_the_first_month_and_where_it_changes() -> None:
    months = [f"2024-{month:02d}" for month in (10, 11, 12)] + ["2025-01", "2025-02"]

    assert named(months) == ["2024年10月", "11月", "12月", "2025年1月", "2月"]
    assert named(months, "en") == ["Oct 2024", "Nov", "Dec", "Jan 2025", "Feb"]
    assert named(months, "en", 1) == ["Oct 2024", "Nov", "Dec", "2025", "Feb"]


def test_quarters_are_dates_and_have_names_of_their_own() -> None:
    quarters = ["2023-Q4", "2024Q1", "2024-Q2"]
    days = days_of(quarters)

    assert days is not None
    assert [day(each) for each in days] == [date(2023, 10, 1), date(2024, 1, 1), date(2024, 4, 1)]
    assert named(quarters) == ["2023年四季度", "2024年一季度", "二季度"]
    assert named(quarters, "en") == ["Q4 2023", "Q1 2024", "Q2"]


def test_of_days_in_a_row_the_month_is_told_once() -> None:
    assert named(["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"], "en") == ["28 Feb 2024", "29", "1 Mar", "2"]


def test_thousands_of_days_are_named_by_years() -> None:
    assert captions_of(daily(2900), "en") == ["2020", "2022", "2024", "2026"]


def test_hundreds_of_days_are_named_by_months_or_quarters() -> None:
    assert captions_of(daily(400), "en") == ["Apr 2018", "Jul", "Oct", "2019", "Apr"]


def test_boundaries_stand_where_the_calendar_has_them() -> None:
    labels = daily(800)
    days = days_of(labels)
    assert days is not None

    for marks in levels([days], [labels], "en"):
        found = [day(place) for place, _ in marks]
        assert all(each.day == 1 for each in found) or all(each.weekday() == 0 for each in found)
        assert np.all(np.diff([place for place, _ in marks]) > 0)


@pytest.mark.parametrize("label", ["2023-02-30", "0000", "2024-13", "二月", "2024-Q5", "24-01-01"])
def test_what_is_not_in_the_calendar_is_no_date(label: str) -> None:
    assert days_of([label, "2024-01-01"]) is None


def test_single_days_and_months_in_words() -> None:
    assert date_text(date(2024, 10, 3), "zh") == "10月3日"
    assert date_text(date(2024, 10, 3), "en", has_year=True) == "3 Oct 2024"
    assert month_text(date(2024, 1, 1), "zh", has_year=True) == "2024年"
