"""Stacked bars: parts that add up, shares of a whole, what is below zero, and names beside the last column."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.stacked import Stacked
from kiosk.layers import Placed
from kiosk.marks import Bars, Text
from tests.fitting import LANGUAGES, SIZES, misfits, page_setting
from tests.gallery import example
from tests.kinds.samples import series
from tests.kinds.stacked import examples


def bars(placed: Placed, t: float = 99.0) -> Bars:
    return max((mark for mark in placed.at(t) if isinstance(mark, Bars)), key=lambda mark: mark.height.max(initial=0.0))


def texts(placed: Placed) -> list[Text]:
    return [mark for mark in placed.at(99.0) if isinstance(mark, Text)]


def test_parts_are_as_high_as_their_values_and_stand_on_each_other() -> None:
    mark = bars(example("stacked").place(page_setting()))
    values = np.array([640, 410, 380, 610], dtype=np.float64)
    tops = mark.top[-4:]
    bottoms = np.concatenate([[mark.top[0] + mark.height[0]], tops[:-1]])

    assert np.allclose((bottoms - tops) / values, (bottoms - tops)[0] / 640.0)
    assert np.all(np.diff(tops) < 0.0)


def test_neighbours_are_parted_by_a_seam_taken_from_the_outer_one() -> None:
    mark = bars(example("stacked").place(page_setting()))

    seams = (mark.top[:-1] - (mark.top + mark.height)[1:])[np.diff(mark.left) == 0.0]

    assert np.allclose(seams, 2.0, atol=0.01)


def test_the_total_of_each_column_is_computed() -> None:
    said = {text.text for text in texts(example("stacked").place(page_setting()))}

    assert {"1620", "1730", "1830", "1940", "2040"} <= said


def test_totals_are_rounded_to_what_was_written() -> None:
    said = {text.text for text in texts(examples()["negative"].place(page_setting()))}

    assert {"6.1", "1.4", "1.7", "-8.3"} <= {text.removesuffix("千人") for text in said}


def test_shares_fill_every_column_to_the_same_height() -> None:
    placed = examples()["share"].place(page_setting())
    mark = bars(placed)
    heights = [mark.height[mark.left == left].sum() for left in np.unique(mark.left)]

    assert np.allclose(heights, heights[0], atol=1.0)
    assert placed.note == "每柱为 100%"


def test_a_place_without_anything_to_share_is_named_in_the_note() -> None:
    assert "乙 合计为零" in examples()["uneven"].place(page_setting()).note


def test_what_is_below_zero_hangs_from_the_baseline() -> None:
    mark = bars(examples()["negative"].place(page_setting()))
    baseline = (mark.top + mark.height)[0]

    assert np.isclose(mark.top[2], baseline, atol=0.01)


def test_small_parts_carry_no_figure() -> None:
    said = [text.text for text in texts(example("stacked").place(page_setting()))]

    assert "640" in said
    assert "180" not in said


def test_names_stand_beside_the_last_column_in_its_order() -> None:
    placed = example("stacked").place(page_setting())
    names = {text.text: text for text in texts(placed) if text.text in {"光伏", "风电", "天然气", "煤电"}}
    mark = bars(placed)

    assert sorted(names, key=lambda name: -names[name].y) == ["光伏", "风电", "天然气", "煤电"]
    assert all(text.x > mark.left.max() + mark.width[0] for text in names.values())


def test_parts_say_what_they_stand_for() -> None:
    assert bars(example("stacked").place(page_setting())).keys[:2] == ("stacked_solar/2020", "stacked_wind/2020")


@pytest.mark.parametrize("name", ["example", *examples()])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_the_box_or_lies_on_something_else(name: str, size: tuple[int, int]) -> None:
    kind = example("stacked") if name == "example" else examples()[name]

    assert [each for languages in LANGUAGES for each in misfits(kind, *size, languages)] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "either series or groups"),
        ({"series": (series("数", "Number", {1: -1}),), "share": True}, "below zero"),
        ({"series": (series("数", "Number", {1: 0}),), "share": True}, "nothing to share"),
        ({"series": (series("数", "Number", dict.fromkeys(range(361), 1)),)}, "361 values are too many"),
        ({"series": (series("数", "Number", {1: 1}),), "highlight": "nobody"}, "nobody"),
    ],
)
def test_what_cannot_be_stacked_is_refused_in_plain_words(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Stacked(**options)


def test_figures_show_on_strong_parts_and_on_tints() -> None:
    placed = example("stacked").place(page_setting())
    parts = dict(zip(bars(placed).keys, bars(placed).color, strict=True))
    inks = {
        (parts[mark.key.removeprefix("figure:")], mark.runs[0].color)
        for mark in texts(placed)
        if mark.key.removeprefix("figure:") in parts
    }

    assert inks == {("warm", "ground"), ("cool7", "ground"), ("cool5", "ground"), ("cool4", "text")}
