"""Pies: angles in proportion, the greatest part first, a rest that is said, and nothing that is no whole."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.pie import Pie
from kiosk.layers import Placed
from kiosk.marks import Wedges
from tests.charts.test_bar import setting
from tests.charts.within import LANGUAGES, SIZES, assert_apart, assert_inside, read
from tests.gallery import example
from tests.kinds.pie import EIGHT, FIRMS, examples
from tests.kinds.ring import SHARES
from tests.kinds.samples import CHAMPIONS, metric, series


def pieces(placed: Placed, t: float = 99.0) -> Wedges:
    return next(mark for mark in placed.at(t) if isinstance(mark, Wedges) and mark.keys)


def test_angles_are_in_proportion_and_the_greatest_part_begins_at_twelve() -> None:
    mark = pieces(Pie(metrics=CHAMPIONS).place(setting()))
    gap = mark.start[1] - mark.start[0] - mark.span[0]

    assert np.allclose((mark.span + gap) / 360.0, np.array([25, 17, 10, 5]) / 57)
    assert np.isclose(mark.start[0], gap / 2.0)


def test_what_fills_the_circle_alone_has_no_seam() -> None:
    mark = pieces(examples()["zeros"].place(setting()))

    assert mark.span.max() == 360.0


def test_the_given_order_is_kept() -> None:
    mark = pieces(Pie(metrics=CHAMPIONS, order="given").place(setting()))

    assert mark.keys == tuple(metric.id for metric in CHAMPIONS)


def test_the_hole_holds_the_sum_as_the_parts_are_written() -> None:
    figures = read(example("pie").place(setting()))

    assert {"96.6吉瓦时", "38.6", "6.1"} <= set(figures)


def test_what_the_parts_leave_of_the_whole_is_unlit_and_said() -> None:
    placed = Pie(metrics=SHARES, whole=100.0).place(setting())
    mark = pieces(placed)

    assert mark.color[-1] == "dim"
    assert mark.span[-1] == pytest.approx(0.12 * 360.0, abs=1.5)
    assert "12%" in read(placed)


def test_shares_are_computed_from_the_figures() -> None:
    placed = Pie(series=series("企业", "Firms", EIGHT, FIRMS), shows="shares").place(setting())

    assert {"38%", "25%", "17%", "1%"} <= set(read(placed))


def test_one_part_is_warm_and_neighbours_differ() -> None:
    colors = pieces(Pie(series=series("企业", "Firms", EIGHT, FIRMS)).place(setting())).color

    assert colors.count("warm") == 1
    assert all(first != second for first, second in zip(colors, (*colors[1:], colors[0]), strict=True))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_words_stay_in_the_box_and_apart(name: str, size: tuple[int, int]) -> None:
    kind = example("pie") if name == "example" else examples()[name]
    for languages in LANGUAGES:
        where = setting(*size, languages)
        placed = kind.place(where)
        assert_inside(placed, where)
        assert_apart(placed)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "either metrics or a series"),
        ({"metrics": CHAMPIONS[:1]}, "name the other parts"),
        ({"series": series("数", "Number", dict.fromkeys(range(9), 1))}, "sum up the smallest"),
        ({"series": series("数", "Number", {"甲": 1, "乙": None})}, "has no value"),
        ({"metrics": (CHAMPIONS[0], metric("亏", "Loss", -3, FIRMS))}, "less than 0"),
        ({"series": series("数", "Number", {"甲": 0, "乙": 0})}, "nothing to divide"),
        ({"metrics": SHARES}, "write whole: 100"),
        ({"metrics": CHAMPIONS, "whole": 50.0}, "more than the whole of 50"),
    ],
)
def test_what_is_no_whole_is_refused_with_the_remedy(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Pie(**options)
