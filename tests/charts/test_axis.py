"""Axes: round ticks, pinned ranges, captions that do not touch."""

import itertools

import numpy as np
import pytest

from kiosk.charts.axis import Scale, span_of, tick_texts, ticks
from kiosk.charts.callouts import spread
from kiosk.charts.captions import captions, thinned
from kiosk.marks import array
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from tests.kinds.samples import metric

SETTING = Setting(Screen(1920, 1080), Box(200.0, 264.0, 1600.0, 600.0), 60.0, ("zh", "en"))


@pytest.mark.parametrize("high", [0.0004, 0.9, 1.0, 12.9, 99.0, 100.0, 128.0, 1.2e12])
def test_ticks_are_at_most_three_and_begin_at_zero(high: float) -> None:
    made = ticks(0.0, high)

    assert made[0] == 0.0
    assert 2 <= len(made) <= 3
    assert made[-1] <= high


def test_ticks_of_a_range_with_both_signs_hold_zero() -> None:
    assert ticks(-50.0, 60.0) == (-40.0, 0.0, 40.0)
    assert 0.0 in ticks(-3.0, 100.0)


def test_a_range_holds_zero_and_is_never_empty() -> None:
    assert span_of(array([3.0, 5.0])) == (0.0, 5.0)
    assert span_of(array([-3.0, -1.0])) == (-3.0, 0.0)
    assert span_of(array([0.0, 0.0])) == (0.0, 1.0)
    assert span_of(np.array([np.nan])) == (0.0, 1.0)
    low, high = span_of(array([7.0]), is_from_zero=False)
    assert low < 7.0 < high


def test_the_percent_sign_stands_beside_the_last_tick_only() -> None:
    assert tick_texts((0.0, 5.0, 10.0), metric("增速", "Growth", 12.9, "%"), "zh") == ("0", "5", "10%")


def test_ticks_keep_their_decimals_whatever_the_metric_says() -> None:
    assert tick_texts((0.0, 0.5, 1.0), metric("数", "Number", 1, decimals=0), "en") == ("0", "0.5", "1.0")


def test_a_scale_is_exact_at_both_ends() -> None:
    scale = Scale(-2.0, 8.0, 500.0, 100.0)

    assert (scale.at(-2.0), scale.at(8.0), scale.at(0.0)) == (500.0, 100.0, 420.0)


@pytest.mark.parametrize("count", [1, 2, 5, 12, 60, 200])
def test_captions_never_touch_each_other(count: int) -> None:
    pitch = 1600.0 / count
    x = [200.0 + pitch * (index + 0.5) for index in range(count)]

    made = captions(SETTING, [f"第 {index} 社区" for index in range(count)], x, pitch, left=200.0, right=1800.0)

    if made.manner != "turned":
        extents: dict[float, list[tuple[float, float]]] = {}
        for mark in made.marks(0.0):
            half = width_of(mark.runs) / 2.0
            extents.setdefault(mark.y, []).append((mark.x - half, mark.x + half))
        for row in extents.values():
            row.sort()
            assert all(end <= begin for (_, end), (begin, _) in itertools.pairwise(row))
            assert row[0][0] >= 200.0 - 1e-6
            assert row[-1][1] <= 1800.0 + 1e-6


def test_names_that_are_left_out_never_include_the_highlighted_one() -> None:
    x = [float(index * 10) for index in range(100)]

    assert 41 in thinned(x, [60.0] * 100, 0.0, 1000.0, 5.0, wanted=(41,))


def test_callouts_are_moved_no_farther_than_need_be() -> None:
    assert spread([10.0, 200.0], [50.0, 50.0], 0.0, 400.0, 5.0) == (10.0, 200.0)
    assert spread([100.0, 110.0], [50.0, 50.0], 0.0, 400.0, 10.0) == (75.0, 135.0)
    assert spread([380.0, 390.0], [50.0, 50.0], 0.0, 400.0, 10.0) == (290.0, 350.0)
