"""Nested rings: parts lie beside their group, sums are computed, every piece is named."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.nested import Nested
from kiosk.layers import Placed
from kiosk.marks import Wedges
from tests.charts.test_bar import setting
from tests.charts.within import LANGUAGES, SIZES, assert_apart, assert_inside, read
from tests.gallery import example
from tests.kinds.nested import examples, group


def rings(placed: Placed, t: float = 99.0) -> tuple[Wedges, Wedges]:
    """The outer and the inner ring."""
    outer, inner = (mark for mark in placed.at(t) if isinstance(mark, Wedges) and mark.keys)
    return outer, inner


def test_the_parts_of_a_group_fill_the_angle_of_the_group() -> None:
    outer, inner = rings(example("nested").place(setting()))

    assert np.isclose(outer.start[0], inner.start[0])
    assert np.isclose(outer.start[2] + outer.span[2], inner.start[0] + inner.span[0])
    assert inner.span[0] / 360.0 == pytest.approx(208 / 389, abs=0.01)


def test_sums_and_total_are_computed() -> None:
    said = read(example("nested").place(setting()))

    assert {"208", "126", "55", "389家"} <= set(said)


def test_the_rings_are_uncovered_together() -> None:
    outer, inner = rings(example("nested").place(setting()), 1.1)

    assert np.isclose(
        (outer.start + outer.span)[outer.span > 0].max(), (inner.start + inner.span)[inner.span > 0].max()
    )


def test_one_group_is_warm() -> None:
    outer, inner = rings(example("nested").place(setting()))

    assert inner.color == ("warm", "cool", "cool")
    assert [color.startswith("warm") for color in outer.color] == [True] * 3 + [False] * 5


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_words_stay_in_the_box_and_apart(name: str, size: tuple[int, int]) -> None:
    kind = example("nested") if name == "example" else examples()[name]
    for languages in LANGUAGES:
        where = setting(*size, languages)
        placed = kind.place(where)
        assert_inside(placed, where)
        assert_apart(placed)


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([group("甲", "A", {"一": -1.0}), group("乙", "B", {"二": 3})], "less than 0"),
        ([group("甲", "A", {"一": 1}), group("乙", "B", {"二": 3}, "%")], "different units"),
        (
            [group("甲", "A", dict.fromkeys("一二三四五六七", 1)), group("乙", "B", dict.fromkeys("一二三四五六", 1))],
            "sum up",
        ),
        ([{"label": "甲"}, group("乙", "B", {"二": 3})], "either metrics or a series"),
    ],
)
def test_what_is_no_whole_is_refused(groups: Any, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Nested(groups=groups)
