"""Gauges: the arc in proportion between the limits, the figure always in it, a target that is a mark."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.layers import Placed
from kiosk.marks import Line, Shapes, Wedges
from tests.charts.test_bar import setting
from tests.charts.within import LANGUAGES, SIZES, assert_apart, assert_inside, read, words
from tests.gallery import example
from tests.kinds.gauge import SPEED, examples, gauge
from tests.kinds.samples import metric


def arc(placed: Placed, t: float = 99.0) -> Wedges:
    return next(mark for mark in placed.at(t) if isinstance(mark, Wedges) and mark.color == "warm")


def test_the_arc_is_in_proportion() -> None:
    mark = arc(example("gauge").place(setting()))

    assert np.allclose((mark.start, mark.span), ([-90.0], [0.87 * 180.0]))


def test_the_figure_shows_what_the_arc_shows() -> None:
    placed = example("gauge").place(setting())
    mark = arc(placed, 0.6)

    figure = next(text for text in read(placed, 0.6) if text.endswith("%") and text != "100%")

    assert float(figure.rstrip("%")) == pytest.approx(float(mark.span[0]) / 1.8, abs=0.5)


def test_an_arc_below_nought_runs_backwards_from_it() -> None:
    mark = arc(examples()["cold"].place(setting()))

    assert np.allclose((mark.start, mark.span), ([-0.12 * 180.0], [0.12 * 180.0]))


def test_the_pointer_points_at_the_value() -> None:
    placed = examples()["half-pointer"].place(setting())
    ground = next(mark for mark in placed.at(99.0) if isinstance(mark, Wedges))
    mark = next(mark for mark in placed.at(99.0) if isinstance(mark, Shapes))

    angle = np.degrees(np.arctan2(mark.x[0] - ground.x, ground.y - mark.y[0]))

    assert angle == pytest.approx(-90.0 + 180.0 * 42 / 120)


def test_the_target_is_a_stroke_and_is_named() -> None:
    placed = example("gauge").place(setting())

    assert [mark for mark in placed.at(99.0) if isinstance(mark, Line) and mark.color == "text"]
    assert "年度目标 80%" in read(placed)


def test_at_most_two_limits_stand_at_the_dial() -> None:
    assert {"0", "100%", "87%"} <= set(read(example("gauge").place(setting())))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_words_stay_in_the_box_and_apart(name: str, size: tuple[int, int]) -> None:
    kind = example("gauge") if name == "example" else examples()[name]
    for languages in LANGUAGES:
        where = setting(*size, languages)
        placed = kind.place(where)
        assert_inside(placed, where)
        assert_apart(placed)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"subject": SPEED}, "write to:"),
        ({"subject": SPEED, "high": 40.0}, "42 lies beyond a dial from 0 to 40"),
        ({"subject": SPEED, "low": 50.0, "high": 40.0}, "from less to more"),
        ({"subject": SPEED, "high": 120.0, "target": 150.0}, "target of 150"),
        ({"subject": SPEED, "high": metric("上限", "Limit", 120, "%")}, "different units"),
    ],
)
def test_what_has_no_place_on_the_dial_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        gauge(**options)


def test_a_long_unit_stands_below_the_figure_rather_than_make_it_small() -> None:
    where = setting()
    placed = examples()["speed"].place(where)
    figure = next(mark for mark in words(placed) if mark.text == "42")

    assert "公里/时" in read(placed)
    assert figure.runs[0].size >= 3.0 * where.screen.size("small")
