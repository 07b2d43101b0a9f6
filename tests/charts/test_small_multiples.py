"""Small multiples: charts of one size on one scale, as large as the box allows, each with its name and last value."""

import itertools
from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.bodies.panes import Panes
from kiosk.charts.small_multiples import SmallMultiples
from kiosk.layers import Placed
from kiosk.marks import Bars, Dots, Line, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from tests.gallery import SCREENS, example, setting
from tests.kinds.samples import series
from tests.kinds.small_multiples import examples, town

TWO = (town(1, {2023: 10, 2024: 40}), town(2, {2023: 40, 2024: 20}))


def place(kind: SmallMultiples, screen: Screen = SCREENS[0]) -> tuple[Placed, Setting]:
    where = setting("small_multiples", screen)
    return kind.place(where), where


def texts(placed: Placed, prefix: str) -> list[str]:
    return [mark.text for mark in placed.at(9.0) if isinstance(mark, Text) and mark.key.startswith(prefix)]


def test_all_charts_have_one_scale() -> None:
    placed, _ = place(SmallMultiples(series=TWO, form="bar"))
    mark = next(mark for mark in placed.at(9.0) if isinstance(mark, Bars))

    assert mark.keys == ("town1/2023", "town1/2024", "town2/2023", "town2/2024")
    assert np.allclose(mark.height / mark.height[1], [0.25, 1.0, 1.0, 0.5])
    assert mark.color == ("warm", "warm", "cool", "cool")


def test_each_curve_ends_at_its_last_value() -> None:
    placed, _ = place(SmallMultiples(series=TWO, form="line"))
    dots = next(mark for mark in placed.at(9.0) if isinstance(mark, Dots))
    zero = next(mark for mark in placed.at(9.0) if isinstance(mark, Line)).y[:, 0]

    heights = zero - dots.y
    assert heights[1] / heights[0] == pytest.approx(0.5)
    assert dots.keys == ("town1", "town2")
    assert texts(placed, "figure:") == ["40", "20"]


def test_last_values_are_written_in_one_manner() -> None:
    placed, _ = place(SmallMultiples(series=(town(1, {1: 1.5, 2: 3}), town(2, {1: 2, 2: 2.25}))))

    assert texts(placed, "figure:") == ["3.00", "2.25"]


def test_what_has_no_value_keeps_its_place_without_a_figure() -> None:
    placed, _ = place(examples()["gaps"])  # type: ignore[arg-type]

    assert len(texts(placed, "name:")) == 4
    assert texts(placed, "figure:") == ["12.0", "4.0", "-2.5"]


def test_the_box_decides_how_many_stand_side_by_side() -> None:
    kind = example("small_multiples")
    columns = {
        screen.shape: Panes.fitted(kind.series, setting("small_multiples", screen), kind.form, True, None).columns
        for screen in SCREENS
    }

    assert columns["portrait"] < columns["wide"] <= columns["ultrawide"]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.shape)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_nothing_leaves_the_box_or_touches_other_words(name: str, screen: Screen) -> None:
    kind = {"example": example("small_multiples"), **examples()}[name]
    for languages in (("zh", "en"), ("en", "zh")):
        where = setting("small_multiples", screen, languages)
        rows: dict[float, list[tuple[float, float]]] = {}
        for mark in kind.place(where).at(99.0):
            if isinstance(mark, Text):
                width = width_of(mark.runs)
                left = mark.x - (width if mark.anchor == "end" else 0.0)
                assert left >= where.box.left - 1.0, mark.text
                assert left + width <= where.box.right + 1.0, mark.text
                assert mark.y <= where.box.bottom + where.foot, mark.text
                rows.setdefault(round(mark.y), []).append((left, left + width))
            if isinstance(mark, Bars):
                assert (mark.left + mark.width).max(initial=0.0) <= where.box.right + 1.0
                assert (mark.top + mark.height).max(initial=0.0) <= where.box.bottom + 1.0
        for extents in rows.values():
            ordered = sorted(extents)
            assert all(one[1] <= other[0] for one, other in itertools.pairwise(ordered))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"series": TWO[:1]}, "at least 2"),
        ({"series": TWO, "form": "area", "from_zero": False}, "begin at 0"),
        ({"series": TWO, "highlight": "nobody"}, "nobody"),
        ({"series": (TWO[0], series("率", "Rate", {2023: 1}, "%"))}, "different units"),
        ({"series": (TWO[0], town(3, dict.fromkeys(range(61), 1))), "form": "bar"}, "61 values are too many"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_plain_words(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        SmallMultiples(**options)


def test_a_value_between_two_gaps_keeps_its_dot() -> None:
    where = setting("small_multiples", SCREENS[0])
    placed = examples()["gaps"].place(where)
    dots = next(mark for mark in placed.at(99.0) if isinstance(mark, Dots))
    of_first = [index for index, key in enumerate(dots.keys) if key.startswith("town1")]

    assert len(of_first) == 2
    assert all(dots.diameter[index] > 0.0 for index in of_first)
