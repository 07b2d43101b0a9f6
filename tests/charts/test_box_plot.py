"""Box plots: quartiles, whiskers and outliers by known figures, on either scale."""

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.bodies.box_rows import BoxRows, spread_of
from kiosk.charts.box_plot import BoxPlot
from kiosk.marks import Bars, Dots, array
from tests.charts.test_bar import SIZES, setting, texts
from tests.gallery import example
from tests.kinds.box_plot import examples, raw


def test_quartiles_lie_in_proportion_between_the_nearest_values() -> None:
    made = spread_of(array([1.0, 2.0, 3.0, 4.0]))

    assert made is not None
    assert (made.first, made.median, made.third) == (1.75, 2.5, 3.25)
    assert (made.low, made.high, made.outliers) == (1.0, 4.0, ())


def test_whiskers_end_at_the_farthest_value_within_reach_and_the_rest_are_outliers() -> None:
    made = spread_of(array([10.0, 11.0, 12.0, 13.0, 14.0, 19.0, -40.0]))

    assert made is not None
    assert (made.low, made.high) == (10.0, 14.0)
    assert made.outliers == (-40.0, 19.0)


def test_on_a_log_scale_reach_is_a_ratio() -> None:
    values = 10.0 ** np.array([0.0, 1.0, 2.0, 3.0, 4.0])
    made = spread_of(values, is_log=True)

    assert made is not None
    assert made.first == pytest.approx(10.0)
    assert made.third == pytest.approx(1000.0)
    assert made.outliers == ()


def test_no_values_have_no_spread() -> None:
    assert spread_of(np.array([np.nan])) is None


def test_a_box_reaches_from_quartile_to_quartile() -> None:
    made = BoxRows(setting(), (raw("甲", "A", [0, 10, 20, 30, 100]),))
    box = next(mark for mark in made.placed().at(99.0) if isinstance(mark, Bars) and mark.keys)

    assert box.left[0] == pytest.approx(made.scale.at(10.0))
    assert box.left[0] + box.width[0] == pytest.approx(made.scale.at(30.0))


@pytest.mark.parametrize("size", SIZES)
def test_outliers_stay_on_the_scale(size: tuple[int, int]) -> None:
    placed = example("box_plot").place(setting(*size))
    box = setting(*size).box

    for mark in placed.at(99.0):
        if isinstance(mark, Dots):
            assert mark.x.min() >= box.left
            assert mark.x.max() <= box.right


def test_medians_are_told_and_the_highlighted_one_is_warm() -> None:
    kind = BoxPlot(series=(raw("甲", "A", [1, 2, 3]), raw("乙", "B", [4, 5, 9])))
    placed = kind.place(setting())

    assert {"2", "5"} <= set(texts(placed, 99.0))
    assert kind.warm == 1
    assert [mark.color for mark in placed.at(99.0) if isinstance(mark, Bars)].count("warm") == 1


def test_a_series_without_values_keeps_its_row() -> None:
    assert "–" in texts(examples()["few"].place(setting()), 99.0)


def test_the_name_of_a_high_row_is_not_cut() -> None:
    name = "Share of firms that plan to hire more engineers next year (all)"

    words = texts(BoxPlot(series=(raw("甲", name, range(40)),)).place(setting(languages=("en", "zh"))), 99.0)

    assert not any(word.endswith("...") for word in words)


def test_nought_is_refused_on_a_log_scale() -> None:
    with pytest.raises(ValidationError, match="log scale has no place for 0"):
        BoxPlot(series=(raw("甲", "A", [0, 2, 3]),), scale="log")


def test_a_box_that_is_not_there_cannot_be_highlighted() -> None:
    with pytest.raises(ValidationError, match="to highlight"):
        BoxPlot(series=(raw("甲", "A", [1]),), highlight="乙")
