"""Stacked areas: bands as high as their values, piled without gaps; shares that make a hundred."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.bodies.bands import Bands
from kiosk.charts.stacked_area import StackedArea
from kiosk.layers import Placed
from kiosk.marks import Area, Text
from tests.charts.test_bar import setting
from tests.gallery import example
from tests.kinds.samples import series

SUN = series("太阳能", "Sun", {2022: 10, 2023: 20, 2024: 60}, "%")
WIND = series("风能", "Wind", {2022: 30, 2023: 20, 2024: 20}, "%")


def areas(placed: Placed) -> list[Area]:
    return [mark for mark in placed.at(placed.duration) if isinstance(mark, Area)]


def test_bands_are_as_high_as_their_values_and_lie_on_each_other() -> None:
    wind, sun = areas(StackedArea(series=(SUN, WIND)).place(setting()))
    unit = (sun.lower - sun.upper)[-1] / 60.0

    assert np.allclose(sun.lower - sun.upper, unit * SUN.y)
    assert np.allclose(wind.lower - wind.upper, unit * WIND.y)
    assert np.allclose(wind.lower, sun.upper)
    assert np.allclose(sun.lower, sun.lower[0])


def test_shares_make_a_hundred_at_every_place() -> None:
    made = Bands((SUN, WIND), setting(), is_share=True)

    assert np.allclose(made.values[-1], 100.0)
    assert np.allclose(made.values[0], [25.0, 50.0, 75.0])
    texts = [mark.text for mark in made.placed().at(99.0) if isinstance(mark, Text)]
    assert {"75%", "25%", "100%", "50", "0"} <= set(texts)


def test_a_missing_value_leaves_out_the_whole_pile() -> None:
    gap = series("太阳能", "Sun", {2021: 5, 2022: None, 2023: 20, 2024: 60}, "%")
    other = series("风能", "Wind", {2021: 5, 2022: 30, 2023: 20, 2024: 20}, "%")

    made = Bands((gap, other), setting()).band(1)

    inside = (made.lower - made.upper) == 0.0
    assert inside.any()
    assert made.x[~inside].size


def test_a_pile_without_neighbours_can_be_seen() -> None:
    alone, lonely = {2024: 5}, {2021: 5, 2022: None, 2023: 20, 2024: 60}

    for values, places in ((alone, 2), (lonely, 4)):
        made = Bands((series("甲", "A", values), series("乙", "B", values)), setting()).band(0)
        high = (made.lower - made.upper) > 0.0
        assert high.sum() == places
        assert np.ptp(made.x[high]) > 10.0


def test_only_the_highlighted_band_is_warm() -> None:
    colors = [mark.color for mark in areas(example("stacked_area").place(setting()))]

    assert colors.count("warm") == 1


def test_many_points_are_no_denser_than_the_screen() -> None:
    many = tuple(series("数", "Number", [(at, at % 7) for at in range(20_000)]) for _ in range(2))

    assert Bands(many, setting()).grid[0].size < 1000


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({2022: 1, 2023: -2, 2024: 3}, "below 0"),
        ({2022: 1, 2023: 2}, "same places"),
        ([(2022, 1), (2022, 2)], "two values"),
    ],
)
def test_what_cannot_be_piled_is_refused(values: Any, what: str) -> None:
    with pytest.raises(ValidationError, match=what):
        StackedArea(series=(series("坏", "Bad", values, "%"), SUN))
