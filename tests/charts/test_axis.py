"""Axes: round ticks, pinned ranges, captions that do not touch."""

import itertools

import numpy as np
import pytest

from kiosk.anatomy.geometry.axis import Scale, log_span_of, log_ticks, span_of, tick_texts, ticks
from kiosk.anatomy.geometry.places import places_of
from kiosk.anatomy.words.callouts import spread
from kiosk.anatomy.words.captions import captions, thinned
from kiosk.marks import array
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from tests.kinds.samples import metric, series

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


@pytest.mark.parametrize(
    ("low", "high"), [(1.0, 1000.0), (3.0, 90.0), (0.002, 5.0), (20.0, 45.0), (1.0, 1e9), (5.0, 5.1)]
)
def test_ticks_of_ratios_are_two_or_three_round_values_within_the_range(low: float, high: float) -> None:
    made = log_ticks(low, high)

    assert 2 <= len(made) <= 3
    assert low <= made[0] < made[-1] <= high


def test_ticks_of_ratios_are_powers_of_ten_where_the_range_holds_two() -> None:
    assert log_ticks(1.0, 1e6) == (1.0, 1e3, 1e6)
    assert log_ticks(4.0, 400.0) == (10.0, 100.0)


def test_ticks_of_ratios_are_each_written_in_their_own_way() -> None:
    rate = metric("数", "Number", 1)

    assert tick_texts((0.01, 1.0, 1e6), rate, "en", is_log=True) == ("0.01", "1", "1 million")


def test_equal_ratios_are_equal_lengths_on_a_scale_of_ratios() -> None:
    scale = Scale(1.0, 10_000.0, 800.0, 0.0, is_log=True)

    assert np.allclose(np.diff(scale.along(array([1.0, 10.0, 100.0, 1000.0]))), -200.0)
    assert scale.at(100.0) == pytest.approx(400.0)


def test_a_range_of_ratios_begins_at_a_round_value() -> None:
    assert log_span_of(array([7.0, 340.0])) == (5.0, 340.0)
    assert log_span_of(array([10.0])) == (10.0, 100.0)


def test_hundred_is_parted_in_the_middle() -> None:
    assert ticks(0.0, 100.0) == (0.0, 50.0, 100.0)


def test_places_are_written_as_years_unless_they_are_too_large_for_it() -> None:
    years = places_of((series("数", "Number", {2000: 1, 2024: 2}),), "en")
    steps = places_of((series("数", "Number", [(0, 1), (20_000, 2)]),), "en")

    assert [text for _, text in years.marks] == ["2000", "2024"]
    assert [text for _, text in steps.marks] == ["0", "20,000"]
