"""Calendars: days in their weeks, months in their places, the greatest day warm."""

from datetime import date, timedelta

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.bodies.almanac import Almanac
from kiosk.charts.calendar import Calendar
from kiosk.marks import Bars
from tests.charts.test_bar import SIZES, setting, texts
from tests.gallery import example
from tests.kinds.calendar import days, examples
from tests.kinds.samples import series


def almanac(first: date, count: int, size: tuple[int, int] = (1920, 1080)) -> Almanac:
    return Almanac(setting(*size), series("客流", "Visitors", days(first, count)), 0)


def test_a_week_stands_in_one_row_of_its_month() -> None:
    made = almanac(date(2024, 1, 1), 366)
    monday, sunday, next_monday = (made.corner(date(2024, 7, at)) for at in (1, 7, 8))

    assert monday[1] == sunday[1]
    assert sunday[0] - monday[0] == pytest.approx(6 * made.cell)
    assert next_monday == pytest.approx((monday[0], monday[1] + made.cell))


def test_a_week_stands_in_one_column_of_a_strip() -> None:
    made = almanac(date(2022, 1, 1), 1096)
    monday, sunday, next_monday = (made.corner(date(2024, 7, at)) for at in (1, 7, 8))

    assert made.plan[0] == 0
    assert monday[0] == sunday[0]
    assert sunday[1] - monday[1] == pytest.approx(6 * made.cell)
    assert next_monday == pytest.approx((monday[0] + made.cell_width, monday[1]))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 30, 366, 800, 1096])
def test_no_two_days_share_a_place_and_all_stay_in_the_box(size: tuple[int, int], count: int) -> None:
    made = almanac(date(2022, 1, 1), count, size)
    cells, box = made.cells, made.setting.box

    corners = {(round(x, 1), round(y, 1)) for x, y in zip(cells.left, cells.top, strict=True)}
    assert len(corners) == count
    assert cells.width > 1.0
    assert cells.left.min() >= box.left
    assert cells.left.max() + cells.width <= box.right + 0.5
    assert cells.top.min() >= box.top
    assert cells.top.max() + cells.height <= box.bottom + made.setting.foot


def test_the_greatest_day_is_warm_and_told_in_words() -> None:
    placed = example("calendar").place(setting())

    (warm,) = (mark.keys for mark in placed.at(99.0) if isinstance(mark, Bars) and mark.color == "warm")
    assert warm == ("2024-10-03",)
    assert any("3986" in text and "10" in text for text in texts(placed, 99.0))


def test_every_day_is_a_cell_of_its_tint() -> None:
    made = almanac(date(2024, 2, 1), 29)
    keys = [key for layer in made.cells.layers() for key in layer.at(99.0).keys]  # type: ignore[attr-defined]

    assert sorted(keys) == [str(date(2024, 2, 1) + timedelta(days=at)) for at in range(29)]
    assert set(np.unique(made.tints)) <= set(range(1, 8))


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"2024-01": 3}, "not a day"),
        ({"2024-02-30": 3}, "not a day"),
        ([("2024-01-01", 3), ("2024-01-01", 4)], "two values"),
        ({"2020-01-01": 3, "2024-01-01": 4}, "too many"),
        ({1: 3, 2: 4}, "not a day"),
    ],
)
def test_what_is_no_calendar_is_refused(values: object, what: str) -> None:
    with pytest.raises(ValidationError, match=what):
        Calendar(series=series("数", "Number", values))


def test_missing_days_are_told() -> None:
    assert "小点" in examples()["missing"].place(setting()).note
