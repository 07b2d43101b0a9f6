"""Radial bars: angles in proportion to values, on one scale from 0; names and figures where they begin."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.radial_bars import RadialBars
from kiosk.layers import Placed
from kiosk.marks import Wedges
from tests.charts.test_bar import setting
from tests.charts.within import LANGUAGES, SIZES, assert_apart, assert_inside, read
from tests.gallery import example
from tests.kinds.radial_bars import examples
from tests.kinds.samples import CHAMPIONS, metric, series


def bars(placed: Placed, t: float = 99.0) -> list[Wedges]:
    return [mark for mark in placed.at(t) if isinstance(mark, Wedges) and mark.color != "hair"]


def spans(placed: Placed, t: float = 99.0) -> list[float]:
    return [float(mark.span[0]) for mark in bars(placed, t)]


def test_angles_are_in_proportion_and_the_greatest_fills_its_track() -> None:
    assert np.allclose(spans(RadialBars(metrics=CHAMPIONS).place(setting())), 270 * np.array([5, 10, 17, 25]) / 25)


def test_a_given_end_of_the_scale_fills_the_track() -> None:
    assert np.allclose(spans(example("radial_bars").place(setting())), 2.7 * np.array([91.4, 83.2, 72.8, 58.6, 46.5]))


def test_percentages_that_say_no_end_fill_their_tracks_as_parts_of_a_hundred() -> None:
    parts = tuple(metric(f"率{number}", f"Rate {number}", 5, "%") for number in range(2))

    assert np.allclose(spans(RadialBars(metrics=parts).place(setting())), 0.05 * 270)


def test_a_figure_that_is_not_known_is_a_dash_and_told() -> None:
    placed = examples()["missing"].place(setting())

    assert "–" in read(placed)
    assert placed.note == "横线处缺少数据"


def test_all_bars_begin_at_the_top_about_one_middle() -> None:
    marks = bars(example("radial_bars").place(setting()))

    assert {(mark.x, mark.y, float(mark.start[0])) for mark in marks} == {(marks[0].x, marks[0].y, 0.0)}


def test_bars_grow_one_after_another() -> None:
    now, full = (np.array(spans(example("radial_bars").place(setting()), t)) for t in (1.0, 99.0))

    assert np.all(np.diff(now / full) < 0.0)


def test_the_highlighted_figure_is_set_large_too() -> None:
    assert read(example("radial_bars").place(setting())).count("91.4%") == 2


def test_a_missing_value_leaves_its_track_empty() -> None:
    assert len(bars(examples()["missing"].place(setting()))) == 2


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_words_stay_in_the_box_and_apart(name: str, size: tuple[int, int]) -> None:
    kind = example("radial_bars") if name == "example" else examples()[name]
    for languages in LANGUAGES:
        where = setting(*size, languages)
        placed = kind.place(where)
        assert_inside(placed, where)
        assert_apart(placed)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "either metrics or a series"),
        ({"metrics": CHAMPIONS[:1]}, "nothing to compare"),
        ({"series": series("数", "Number", dict.fromkeys(range(7), 1))}, "7 bars are too many"),
        ({"metrics": (CHAMPIONS[0], metric("亏", "Loss", -3, {"zh": "家", "en": "firms"}))}, "less than 0"),
        ({"metrics": CHAMPIONS, "to": 20}, "write to: 25 or more"),
        ({"metrics": CHAMPIONS, "highlight": "nobody"}, "nobody"),
    ],
)
def test_what_cannot_be_bent_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        RadialBars(**options)
