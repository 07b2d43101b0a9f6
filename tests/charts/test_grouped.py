"""Grouped bars: heights in proportion, groups apart, one colour a series, and names that never need to be guessed."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.grouped import Grouped
from kiosk.layers import Placed
from kiosk.marks import Bars, Text
from tests.fitting import LANGUAGES, SIZES, misfits, page_setting
from tests.gallery import example
from tests.kinds.grouped import examples
from tests.kinds.samples import metric, series

VALUES = np.array([[412, 486, 571, 668], [356, 398, 455, 503], [121, 158, 204, 263]], dtype=np.float64)


def bars(placed: Placed, t: float = 99.0) -> Bars:
    return max((mark for mark in placed.at(t) if isinstance(mark, Bars)), key=lambda mark: mark.height.max(initial=0.0))


def texts(placed: Placed) -> list[Text]:
    return [mark for mark in placed.at(99.0) if isinstance(mark, Text)]


def test_columns_are_as_high_as_their_values_place_after_place() -> None:
    mark = bars(example("grouped").place(page_setting()))

    assert np.allclose(mark.height / mark.height.max(), VALUES.T.ravel() / VALUES.max())
    assert np.allclose(mark.top + mark.height, (mark.top + mark.height)[0])


def test_groups_stand_farther_apart_than_their_bars() -> None:
    mark = bars(example("grouped").place(page_setting()))
    gaps = mark.left[1:] - (mark.left + mark.width)[:-1]

    assert gaps[2] > 3 * gaps[0] > 0.0


def test_a_series_keeps_its_colour_and_the_first_is_warm() -> None:
    mark = bars(example("grouped").place(page_setting()))

    assert mark.color == ("warm", "cool7", "cool4") * 4


def test_a_place_may_be_the_point() -> None:
    mark = bars(examples()["two"].place(page_setting()))

    assert [color for color in mark.color if color.startswith("warm")] == ["warm7", "warm4"]


def test_bars_and_figures_say_what_they_stand_for() -> None:
    placed = example("grouped").place(page_setting())

    assert bars(placed).keys[:3] == ("grouped_tech/2021", "grouped_small/2021", "grouped_special/2021")
    assert "figure:grouped_tech/2024" in {text.key for text in texts(placed)}


def test_all_figures_are_exact_in_the_end() -> None:
    said = {text.text for text in texts(example("grouped").place(page_setting()))}

    assert {f"{value:.0f}" for value in VALUES.ravel()} <= said


def test_names_stand_in_the_bars_where_they_have_room_and_above_otherwise() -> None:
    inside = texts(examples()["one-place"].place(page_setting()))
    above = texts(example("grouped").place(page_setting()))

    assert any(text.text == "软件" and text.runs[0].color == "ground" for text in inside)
    assert any(text.text == "高新技术企业" and text.runs[0].color == "warm" for text in above)


def test_a_missing_value_leaves_its_place_empty() -> None:
    assert len(bars(examples()["negative"].place(page_setting())).left) == 6


@pytest.mark.parametrize("name", ["example", *examples()])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_the_box_or_lies_on_something_else(name: str, size: tuple[int, int]) -> None:
    kind = example("grouped") if name == "example" else examples()[name]

    assert [each for languages in LANGUAGES for each in misfits(kind, *size, languages)] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "either series or groups"),
        ({"series": (series("率", "Rate", {1: 1}, "%"), series("数", "Number", {1: 1}, "家"))}, "different units"),
        ({"series": (series("数", "Number", {1: 1}),), "highlight": "nobody"}, "nobody"),
        ({"series": (series("数", "Number", dict.fromkeys(range(201), 1)),)}, "201 values are too many"),
        ({"series": (series("数", "Number", {1: 1}), series("量", "Sum", {"a": 1}))}, "same kind of places"),
        ({"groups": ({"name": "a", "metrics": (metric("数", "Number", 1),)},), "parts": ("x", "y")}, "for each part"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_plain_words(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Grouped(**options)


def test_the_name_in_a_faint_bar_is_in_the_colour_of_text() -> None:
    placed = examples()["two"].place(page_setting())
    inks = {mark.text: mark.runs[0].color for mark in texts(placed) if mark.text in ("软件", "硬件")}

    assert inks == {"软件": "ground", "硬件": "text"}
