"""Steps: values that hold until the next one, risers that take their time."""

from itertools import pairwise

import numpy as np
import pytest

from kiosk.anatomy.bodies.plot import Plot
from kiosk.anatomy.geometry.curve import stairs
from kiosk.marks import Line, array
from tests.charts.test_bar import setting, texts
from tests.gallery import example
from tests.kinds.samples import series


def test_a_value_holds_until_the_next_one() -> None:
    made = stairs(array([0.0, 10.0, 30.0]), array([5.0, 2.0, 7.0]), 40.0)

    assert list(made.x) == [0.0, 10.0, 10.0, 30.0, 30.0, 40.0]
    assert list(made.y) == [5.0, 5.0, 2.0, 2.0, 7.0, 7.0]
    assert made.is_whole


def test_a_missing_value_leaves_a_gap_from_its_place_on() -> None:
    made = stairs(array([0.0, 10.0, 20.0]), np.array([5.0, np.nan, 7.0]), 30.0)

    assert list(made.x) == [0.0, 10.0, 20.0, 30.0]
    assert list(made.joined) == [True, False, True]


def test_a_pen_climbs_a_riser_in_many_frames() -> None:
    made = stairs(array([0.0, 100.0]), array([500.0, 0.0]), 200.0)

    heights = [made.front(edge)[1] for edge in range(70, 131, 5)]

    assert max(abs(after - before) for before, after in pairwise(heights)) < 100.0
    assert made.until(100.0).x[-1] == 100.0
    assert 0.0 < made.until(100.0).y[-1] < 500.0


def test_the_last_value_holds_for_one_more_step() -> None:
    plot = Plot((series("票价", "Fare", {1: 2, 2: 3, 3: 5}),), setting(), is_stepped=True)
    made = plot.curves[0]

    assert made.x[-1] - made.x[-2] == pytest.approx(plot.x_scale.at(2.0) - plot.x_scale.at(1.0))
    assert made.y[-1] == plot.y_scale.at(5.0)


def test_no_line_ends_between_a_currency_and_its_figure() -> None:
    words = texts(example("step").place(setting(1080, 1920, languages=("en", "zh"))), 99.0)

    assert "CNY\u00a03.2" in words


def test_stairs_are_drawn_with_level_and_upright_strokes_only() -> None:
    mark = next(
        mark for mark in example("step").place(setting()).at(99.0) if isinstance(mark, Line) and mark.width > 8.0
    )

    assert np.all((np.diff(mark.x) == 0.0) | (np.diff(mark.y) == 0.0))
