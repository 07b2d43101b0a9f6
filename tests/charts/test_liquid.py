"""Vessels: the share of the area is filled, whatever the shape; waves that come to rest; the figure on the level."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.geometry.vessel import WIDTHS, Vessel
from kiosk.charts.liquid import Liquid
from kiosk.layers import Placed
from kiosk.marks import Area, Line
from tests.charts.test_bar import setting
from tests.charts.within import LANGUAGES, SIZES, assert_apart, assert_inside, read
from tests.gallery import example
from tests.kinds.liquid import examples
from tests.kinds.samples import CHAMPIONS, metric


def liquid(placed: Placed, t: float = 99.0) -> Area:
    return [mark for mark in placed.at(t) if isinstance(mark, Area)][-1]


def area(mark: Area) -> float:
    return float(np.trapezoid(mark.lower - mark.upper, mark.x))


@pytest.mark.parametrize("form", WIDTHS)
@pytest.mark.parametrize("share", [0.05, 0.4, 0.724, 0.97])
def test_the_share_of_the_area_is_filled(form: str, share: float) -> None:
    whole = Liquid(metric=metric("全部", "All", 100, "%"), vessel=form)
    part = Liquid(metric=metric("部分", "Part", round(100 * share, 1), "%"), vessel=form)

    filled, full = (area(liquid(kind.place(setting()))) for kind in (part, whole))

    assert filled / full == pytest.approx(share, abs=0.004)


def test_a_circle_is_half_full_at_half_its_height_but_not_a_quarter_full_at_a_quarter() -> None:
    vessel = Vessel("circle", 0.0, 0.0, 100.0)

    assert vessel.level(0.5) == pytest.approx(50.0, abs=0.2)
    assert vessel.level(0.25) == pytest.approx(100.0 - 29.8, abs=0.3)


def test_the_surface_is_wavy_while_it_rises_and_level_in_the_end() -> None:
    placed = example("liquid").place(setting())
    early, late = (next(m for m in placed.at(t) if isinstance(m, Line) and len(m.x) == 41) for t in (0.8, 99.0))

    assert np.ptp(early.y) > 4.0
    assert np.ptp(late.y) < 1e-9


def test_the_figure_stands_on_the_level_or_hangs_from_it_and_counts_with_it() -> None:
    placed = example("liquid").place(setting())

    assert "72.4%" in read(placed)
    share = area(liquid(placed, 2.0)) / area(liquid(Liquid(metric=metric("全", "All", 100, "%")).place(setting())))
    assert share == pytest.approx(0.724, abs=0.01)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_words_stay_in_the_box_and_apart(name: str, size: tuple[int, int]) -> None:
    kind = example("liquid") if name == "example" else examples()[name]
    for languages in LANGUAGES:
        where = setting(*size, languages)
        placed = kind.place(where)
        assert_inside(placed, where)
        assert_apart(placed)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"metric": CHAMPIONS[0]}, "write whole:"),
        ({"metric": CHAMPIONS[0], "whole": 4.0}, "5 of 4 is not"),
        ({"metric": metric("亏", "Loss", -3, "%")}, "between empty and full"),
    ],
)
def test_what_fills_no_vessel_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Liquid(**options)
