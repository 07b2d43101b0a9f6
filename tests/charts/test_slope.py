"""Slope charts: lines between rules, labels at both ends that never touch, and one that is warm."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.slope import Slope
from kiosk.layers import Placed
from kiosk.marks import Dots, Line, Text
from tests.fitting import LANGUAGES, SIZES, misfits, page_setting
from tests.gallery import example
from tests.kinds.samples import series
from tests.kinds.slope import examples

FIRST, LAST = np.array([3.1, 2.6, 4.4, 1.3]), np.array([6.8, 3.4, 5.9, 1.1])


def lines(placed: Placed, t: float = 99.0) -> list[Line]:
    return [mark for mark in placed.at(t) if isinstance(mark, Line) and mark.x.ndim == 1]


def texts(placed: Placed) -> list[Text]:
    return [mark for mark in placed.at(99.0) if isinstance(mark, Text)]


def test_lines_lead_from_the_first_value_to_the_last_on_one_scale() -> None:
    drawn = lines(example("slope").place(page_setting()))
    y = np.array([mark.y for mark in drawn]).ravel()
    values = np.array([[2.6, 3.4], [4.4, 5.9], [1.3, 1.1], [3.1, 6.8]]).ravel()

    assert np.allclose(np.polyval(np.polyfit(values, y, 1), values), y)
    assert y[-1] < y[-2]


def test_the_greatest_rise_is_warm_and_lies_on_top() -> None:
    drawn = lines(example("slope").place(page_setting()))

    assert [mark.color for mark in drawn] == ["cool"] * 3 + ["warm"]


def test_the_greatest_fall_may_be_warm() -> None:
    warm = [mark for mark in texts(examples()["three"].place(page_setting())) if mark.runs[0].color == "warm"]

    assert any(mark.text == "硬件" for mark in warm)


def test_figures_stand_at_both_ends() -> None:
    said = [mark.text for mark in texts(example("slope").place(page_setting()))]

    assert {f"{value}%" for value in (*FIRST, *LAST)} <= set(said)
    assert said.count("生物医药") == 2


def test_lines_are_drawn_from_the_left() -> None:
    placed = example("slope").place(page_setting())
    early, late = lines(placed, 1.2), lines(placed)

    assert all(first.x[-1] < last.x[-1] for first, last in zip(early, late, strict=True))
    assert np.isclose(early[0].y[0], late[0].y[0])


def test_a_missing_end_leaves_a_dot_alone() -> None:
    dots = [mark for mark in examples()["gaps"].place(page_setting()).at(99.0) if isinstance(mark, Dots)]

    assert sum(len(mark.x) for mark in dots) == 4


def test_dots_say_what_they_stand_for() -> None:
    dots = [mark for mark in example("slope").place(page_setting()).at(99.0) if isinstance(mark, Dots)]

    assert dots[-1].keys == ("slope_electronics/2014", "slope_electronics/2024")


@pytest.mark.parametrize("name", ["example", *examples()])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_the_box_or_lies_on_something_else(name: str, size: tuple[int, int]) -> None:
    kind = example("slope") if name == "example" else examples()[name]

    assert [each for languages in LANGUAGES for each in misfits(kind, *size, languages)] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"series": (series("数", "Number", {1: 1}),)}, "two times at least"),
        ({"series": (series("数", "Number", {1: 1, 2: 2, 3: 3, 4: 4}),)}, "but there are 4"),
        ({"series": (series("数", "N", {1: 1, 2: 2}), series("率", "R", {1: 1, 2: 2}, "%"))}, "different units"),
        ({"series": (series("数", "N", {1: 1, 2: 2}), series("量", "S", {"a": 1}))}, "same kind of places"),
        ({"series": (series("数", "Number", {1: 1, 2: 2}),), "highlight": "nobody"}, "nobody"),
    ],
)
def test_what_has_no_slope_is_refused_in_plain_words(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Slope(**options)
