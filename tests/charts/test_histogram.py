"""Histograms: heights in proportion to counts, a scale of whole numbers, and the middle told exactly."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.geometry.bins import bins_of
from kiosk.charts.histogram import Histogram
from kiosk.layers import Placed
from kiosk.marks import Bars, Line, Text
from tests.fitting import LANGUAGES, SIZES, misfits, page_setting
from tests.gallery import example
from tests.kinds.histogram import examples
from tests.kinds.samples import series

HARD = examples()


def bars(placed: Placed, t: float = 99.0) -> Bars:
    return next(mark for mark in placed.at(t) if isinstance(mark, Bars))


def said(placed: Placed) -> list[str]:
    return [mark.text for mark in placed.at(99.0) if isinstance(mark, Text)]


def test_bars_are_as_high_as_their_counts() -> None:
    kind = example("histogram")
    counts = bins_of(kind.series.y).counts
    mark = bars(kind.place(page_setting()))

    assert np.allclose(mark.height / mark.height.max(), counts / counts.max())


def test_bars_join_but_for_a_seam() -> None:
    mark = bars(example("histogram").place(page_setting()))

    assert np.allclose(mark.left[1:] - (mark.left + mark.width)[:-1], 2.0)


def test_the_median_is_told_as_it_was_written() -> None:
    assert "29分钟" in said(example("histogram").place(page_setting()))
    assert "7.25分钟" in said(HARD["equal"].place(page_setting()))


def test_the_mean_may_be_marked_or_nothing() -> None:
    assert {"6.4分钟", "平均"} <= set(said(HARD["two"].place(page_setting())))
    assert not any(
        mark.color == "warm" for mark in HARD["whole"].place(page_setting()).at(99.0) if isinstance(mark, Line)
    )


def test_the_line_stands_at_its_value() -> None:
    placed = HARD["missing"].place(page_setting())
    lines = {mark.color: mark for mark in placed.at(99.0) if isinstance(mark, Line)}
    line = lines["warm"]
    mark = bars(placed)

    assert lines["ground"].width > line.width
    assert np.isclose(line.x[0], (mark.left[1] + mark.left[0] + mark.width[0]) / 2.0)


def test_few_values_are_counted_in_whole_numbers() -> None:
    assert {"0", "1"} <= set(said(HARD["one"].place(page_setting())))
    assert not any("." in text for text in said(HARD["missing"].place(page_setting())))


def test_what_is_counted_stands_above_the_scale_and_the_unit_in_the_note() -> None:
    placed = example("histogram").place(page_setting())

    assert "受访者" in said(placed)
    assert placed.note == "单位 分钟"


@pytest.mark.parametrize("name", ["example", *HARD])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_the_box_or_lies_on_something_else(name: str, size: tuple[int, int]) -> None:
    kind = example("histogram") if name == "example" else HARD[name]

    assert [each for languages in LANGUAGES for each in misfits(kind, *size, languages)] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"series": series("数", "Number", {"a": None, "b": None})}, "all values are missing"),
        ({"series": series("数", "Number", {"a": 1}), "bins": 1}, "greater than or equal to 2"),
    ],
)
def test_what_cannot_be_counted_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Histogram(**options)


def test_the_strip_below_the_marker_takes_little_of_its_bar() -> None:
    lines = [mark for mark in example("histogram").place(page_setting()).at(99.0) if isinstance(mark, Line)]
    strip, rule = (next(mark for mark in lines if mark.color == color) for color in ("ground", "warm"))

    assert rule.width + 2.0 < strip.width <= 2.0 * rule.width
