"""Waterfalls: every bar begins where the last one ended, and the end is computed."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.waterfall import Waterfall
from kiosk.layers import Placed
from kiosk.marks import Bars, Line, Shapes, Text
from kiosk.typesetting import width_of
from tests.fitting import LANGUAGES, SIZES, misfits, page_setting
from tests.gallery import example
from tests.kinds.samples import metric, series
from tests.kinds.waterfall import examples


def only(placed: Placed, kind: type[Any], t: float = 99.0) -> Any:
    return next(mark for mark in placed.at(t) if isinstance(mark, kind))


def said(placed: Placed) -> list[str]:
    return [mark.text for mark in placed.at(99.0) if isinstance(mark, Text)]


def test_steps_up_stand_on_the_end_of_the_bar_before() -> None:
    bars = only(example("waterfall").place(page_setting()), Bars)
    bottoms = bars.top + bars.height

    assert np.allclose(bars.height / bars.height[0], np.array([1180, 412, 136, 1487]) / 1180)
    assert np.allclose(bottoms[1:3], bars.top[:2])
    assert np.isclose(bottoms[3], bottoms[0])


def test_steps_down_are_hollow() -> None:
    placed = example("waterfall").place(page_setting())
    rims = only(placed, Shapes)

    assert rims.keys == ("waterfall_moved_out", "waterfall_closed")
    assert len(rims.ends) == 4
    assert rims.owners == (0, 0, 1, 1)


def test_the_end_is_computed_and_steps_carry_their_sign() -> None:
    assert {"1180家", "+412家", "+136家", "-74家", "-167家", "1487家"} <= set(
        said(example("waterfall").place(page_setting()))
    )


def test_sums_are_rounded_to_what_was_written() -> None:
    placed = Waterfall(series=series("率", "Rate", {"a": 0.1, "b": 0.2, "c": -0.3})).place(page_setting())

    assert {"0.1", "+0.2", "-0.3", "0.0"} <= set(said(placed))


def test_the_end_is_warm_unless_a_step_is_named() -> None:
    assert only(example("waterfall").place(page_setting()), Bars).color == ("cool", "cool", "cool", "warm")
    assert only(examples()["rows"].place(page_setting()), Shapes).color[0] == "warm"


def test_lines_join_every_bar_to_the_next_and_run_through_a_missing_one() -> None:
    placed = examples()["missing"].place(page_setting())
    joints = next(mark for mark in placed.at(99.0) if isinstance(mark, Line) and mark.x.shape == (3, 2))
    lengths = joints.x[:, 1] - joints.x[:, 0]

    assert np.all(lengths > 0.0)
    assert lengths[1] > 2.0 * lengths[0]


def test_bars_grow_in_order() -> None:
    bars, full = (only(example("waterfall").place(page_setting()), Bars, t) for t in (0.9, 99.0))
    shares = bars.height / full.height

    assert np.all(np.diff(shares) < 0.0)


def test_a_qualifier_stays_with_its_step() -> None:
    assert "约+310家" in said(examples()["two"].place(page_setting()))


@pytest.mark.parametrize("name", ["example", *examples()])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_the_box_or_lies_on_something_else(name: str, size: tuple[int, int]) -> None:
    kind = example("waterfall") if name == "example" else examples()[name]

    assert [each for languages in LANGUAGES for each in misfits(kind, *size, languages)] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "either metrics or a series"),
        ({"metrics": (metric("数", "Number", 1),)}, "at least one step"),
        ({"metrics": (metric("数", "Number", 1), metric("率", "Rate", 3, "%"))}, "different units"),
        ({"series": series("数", "Number", dict.fromkeys(range(31), 1))}, "31 steps are too many"),
        ({"series": series("数", "Number", {"a": 1, "b": 2}), "highlight": "nobody"}, "nobody"),
    ],
)
def test_what_leads_nowhere_is_refused_in_plain_words(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Waterfall(**options)


def test_what_is_added_up_from_vague_figures_is_vague() -> None:
    assert [text for text in said(examples()["two"].place(page_setting())) if "1510" in text] == ["约1510家"]
    assert "约" not in "".join(said(example("waterfall").place(page_setting())))


def test_latin_names_below_neighbours_stand_apart_by_more_than_a_space() -> None:
    marks = example("waterfall").place(page_setting(languages=LANGUAGES[1])).at(99.0)
    names = [mark for mark in marks if isinstance(mark, Text) and mark.key.startswith("name:")]

    for one, other in pairwise(names):
        assert other.x - one.x - width_of(one.runs) >= 0.4 * one.runs[0].size
