"""Lollipops: dots at their values, ranked, in columns of one scale."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.lollipop import Lollipop
from kiosk.layers import Placed
from kiosk.marks import Bars, Dots, Text
from tests.fitting import LANGUAGES, SIZES, misfits, page_setting
from tests.gallery import example
from tests.kinds.lollipop import examples
from tests.kinds.samples import CHAMPIONS, metric, series

RANKED = np.array([231, 176, 148, 117, 92, 85, 64, 41], dtype=np.float64)


def only(placed: Placed, kind: type[Any], t: float = 99.0) -> Any:
    return next(mark for mark in placed.at(t) if isinstance(mark, kind))


def test_dots_are_as_far_from_the_baseline_as_their_values_and_ranked() -> None:
    placed = example("lollipop").place(page_setting())
    stems, dots = only(placed, Bars), only(placed, Dots)

    assert np.allclose(stems.width / stems.width[0], RANKED / 231.0)
    assert np.allclose(dots.x, stems.left + stems.width)
    assert np.all(np.diff(dots.y) > 0.0)


def test_the_order_may_be_kept() -> None:
    dots = only(examples()["years"].place(page_setting()), Dots)

    assert np.all(np.diff(dots.x) > 0.0)
    assert dots.color[-1] == "warm"


def test_many_dots_stand_in_columns_of_one_scale() -> None:
    placed = examples()["twenty"].place(page_setting())
    stems = only(placed, Bars)
    values = np.sort([20 + number * 37 % 91 for number in range(20)])[::-1]

    assert len(np.unique(stems.left.round(3))) == 2
    assert np.allclose(stems.width / stems.width[0], values / values[0])


def test_negative_stems_run_to_the_left() -> None:
    placed = examples()["negative"].place(page_setting())
    dots, stems = only(placed, Dots), only(placed, Bars)

    assert len(dots.x) == 4
    assert np.isclose(dots.x[-1], stems.left[-1])


def test_dots_grow_with_their_figures_and_say_what_they_are() -> None:
    placed = example("lollipop").place(page_setting())
    early, late = (only(placed, Dots, t) for t in (0.9, 99.0))

    assert np.all(early.x < late.x)
    assert late.keys[0] == "lollipop_station"
    assert {"figure:lollipop_station", "name:lollipop_station"} <= {
        mark.key for mark in placed.at(99.0) if isinstance(mark, Text)
    }


@pytest.mark.parametrize("name", ["example", *examples()])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_the_box_or_lies_on_something_else(name: str, size: tuple[int, int]) -> None:
    kind = example("lollipop") if name == "example" else examples()[name]

    assert [each for languages in LANGUAGES for each in misfits(kind, *size, languages)] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "either metrics or a series"),
        ({"metrics": CHAMPIONS[:1]}, "nothing to compare"),
        ({"metrics": (CHAMPIONS[0], metric("率", "Rate", 3, "%"))}, "different units"),
        ({"metrics": CHAMPIONS, "highlight": "nobody"}, "nobody"),
        ({"series": series("数", "Number", dict.fromkeys(range(41), 1))}, "41 dots are too many"),
    ],
)
def test_what_cannot_be_ranked_is_refused_in_plain_words(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Lollipop(**options)


def test_names_that_would_be_cut_take_more_than_their_share() -> None:
    names = [f"The Chronicles of the Harbour: Part {number}" for number in range(12)]
    made = Lollipop(series=series("片", "Films", {name: 100 - place for place, name in enumerate(names)}))
    placed = made.place(page_setting(1920, 1080, ("en",)))

    words = {mark.text for mark in placed.at(placed.duration) if isinstance(mark, Text)}

    assert set(names) <= words
