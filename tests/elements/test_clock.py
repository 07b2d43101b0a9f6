"""Clocks: the time and the date of the wall, whatever the slide's own time is."""

from datetime import datetime

import pytest

from kiosk.elements.clock import EPOCH, Clock, date_text, moment
from kiosk.layers import TEN_PAST_TEN, Placed
from kiosk.marks import Dots, Text
from kiosk.typesetting import width_of
from tests.charts.test_bar import SIZES, setting
from tests.gallery import example
from tests.kinds.clock import examples


def seconds(*when: int) -> float:
    return (datetime(*when) - EPOCH).total_seconds()  # type: ignore[arg-type]


def words(placed: Placed, wall: float) -> list[str]:
    return [mark.text for mark in placed.at(99.0, wall) if isinstance(mark, Text)]


def test_the_time_in_a_still_picture_is_ten_past_ten_on_a_wednesday() -> None:
    assert moment(TEN_PAST_TEN) == datetime(2026, 11, 25, 10, 10)
    assert words(example("clock").place(setting()), TEN_PAST_TEN)[:2] == [
        "10:10",
        "2026\u2009年\u200911\u2009月\u200925\u2009日 星期三",
    ]


@pytest.mark.parametrize(
    ("when", "time", "date"),
    [
        ((2026, 11, 25, 23, 59, 59), "23:59:59", "Wednesday 25 November 2026"),
        ((2026, 11, 26, 0, 0, 0), "00:00:00", "Thursday 26 November 2026"),
        ((2028, 2, 29, 7, 5, 9), "07:05:09", "Tuesday 29 February 2028"),
    ],
)
def test_time_and_date_are_those_of_the_wall(when: tuple[int, ...], time: str, date: str) -> None:
    placed = Clock(seconds=True).place(setting(languages=("en", "zh")))

    assert words(placed, seconds(*when))[:2] == [time, date]


def test_another_place_may_have_another_day() -> None:
    placed = Clock(ahead=-10.5).place(setting(languages=("en", "zh")))

    assert words(placed, TEN_PAST_TEN)[:2] == ["23:40", "Tuesday 24 November 2026"]


def test_languages_without_words_of_their_own_are_told_in_english() -> None:
    assert date_text(datetime(2026, 11, 25), "de") == "Wednesday 25 November 2026"
    assert date_text(datetime(2026, 11, 29), "zh-TW").endswith("星期日")


def test_nothing_moves_but_what_changes() -> None:
    placed = Clock(seconds=True).place(setting())

    marks = [placed.at(0.0, TEN_PAST_TEN + 3599.0 * step)[0] for step in range(24)]

    assert len({(mark.x, mark.y, width_of(mark.runs)) for mark in marks if isinstance(mark, Text)}) == 1


def test_the_dot_goes_from_one_end_of_the_day_to_the_other() -> None:
    placed = example("clock").place(setting())

    def dot(*when: int) -> float:
        return next(float(mark.x[0]) for mark in placed.at(0.0, seconds(*when)) if isinstance(mark, Dots))

    begin, noon, end = dot(2026, 11, 25), dot(2026, 11, 25, 12), dot(2026, 11, 25, 23, 59, 59)
    assert noon == pytest.approx((begin + end) / 2.0, abs=0.1)
    assert begin < noon < end
    assert dot(2026, 11, 26) == begin


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("languages", [("zh", "en"), ("en", "zh")])
def test_the_longest_date_and_every_hour_have_room(size: tuple[int, int], languages: tuple[str, ...]) -> None:
    for kind in (example("clock"), *examples().values()):
        where = setting(*size, languages=languages)
        for when in ((2026, 12, 30, 23, 58, 58), (2026, 9, 30, 11, 11, 11)):
            for mark in kind.place(where).at(0.0, seconds(*when)):
                if isinstance(mark, Text) and mark.anchor == "start":
                    assert mark.x + width_of(mark.runs) <= where.box.right + 1.0
                    assert where.box.top - 1.0 <= mark.y <= where.box.bottom + where.foot


@pytest.mark.parametrize("size", SIZES)
def test_digits_stay_clear_of_the_title_above(size: tuple[int, int]) -> None:
    place = setting(*size)

    time = next(mark for mark in example("clock").place(place).at(99.0, TEN_PAST_TEN) if isinstance(mark, Text))

    assert time.y - 0.746 * time.runs[0].size >= place.box.top + 1.5 * place.screen.g
