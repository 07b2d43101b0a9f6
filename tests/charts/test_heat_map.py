"""Heat maps: seven tints from the least value to the greatest, one cell for each value, gaps that are told."""

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.bodies.heat_cells import classes
from kiosk.charts.heat_map import HeatMap
from kiosk.layers import Placed
from kiosk.marks import Bars, Text, array
from tests.charts.test_bar import setting, texts
from tests.gallery import example
from tests.kinds.heat_map import examples, grid
from tests.kinds.samples import series

ROWS = (series("甲", "A", {"春": 0, "夏": 50, "秋": 100}), series("乙", "B", {"秋": 70, "春": 20, "夏": None}))


def cells(placed: Placed) -> dict[str, tuple[str, float, float]]:
    """The colour and the corner of every cell by its key."""
    return {
        key: (str(mark.color), float(left), float(top))
        for mark in placed.at(placed.duration)
        if isinstance(mark, Bars)
        for key, left, top in zip(mark.keys, mark.left, mark.top, strict=False)
    }


def test_tints_go_in_seven_equal_steps_from_the_least_to_the_greatest() -> None:
    assert list(classes(np.linspace(0.0, 70.0, 8))) == [1, 2, 3, 4, 5, 6, 7, 7]
    assert list(classes(np.array([np.nan, 3.0, 3.0]))) == [0, 7, 7]


def test_series_are_rows_and_places_columns() -> None:
    found = cells(HeatMap(series=ROWS, highlight="none").place(setting()))

    assert set(found) == {"/春", "/夏", "/秋"} or len(found) == 3
    named = tuple(each.model_copy(update={"id": name}) for each, name in zip(ROWS, "ab", strict=True))
    found = cells(HeatMap(series=named, highlight="none").place(setting()))
    assert set(found) == {"a/春", "a/夏", "a/秋", "b/春", "b/秋"}
    assert found["a/春"][1] == found["b/春"][1] < found["a/夏"][1] < found["a/秋"][1] == found["b/秋"][1]
    assert found["a/春"][2] < found["b/春"][2]
    assert (found["a/春"][0], found["a/秋"][0]) == ("cool1", "cool7")


def test_the_greatest_cell_is_warm_and_told_in_words() -> None:
    named = tuple(each.model_copy(update={"id": name}) for each, name in zip(ROWS, "ab", strict=True))
    placed = HeatMap(series=named).place(setting())

    assert cells(placed)["a/秋"][0] == "warm"
    assert any(text.startswith("甲") and text.endswith("100") for text in texts(placed, 99.0))


def test_missing_values_have_no_cell_and_a_note() -> None:
    placed = examples()["missing"].place(setting())

    assert placed.note
    assert not HeatMap(series=ROWS[:1] * 2).place(setting()).note


def test_few_cells_carry_their_figures_and_many_do_not() -> None:
    few = HeatMap(series=ROWS).place(setting())
    many = grid(12, 12).place(setting())

    assert sum(mark.key.startswith("figure:") for mark in few.at(99.0) if isinstance(mark, Text)) == 5
    assert not any(mark.key.startswith("figure:") for mark in many.at(99.0) if isinstance(mark, Text))


def test_thousands_of_cells_are_one_mark_for_each_tint() -> None:
    placed = grid(60, 60).place(setting())
    marks = [mark for mark in placed.at(99.0) if isinstance(mark, Bars) and mark.keys]

    assert len(marks) <= 8
    assert sum(len(mark.keys) for mark in marks) == 3600


def test_more_columns_than_can_be_told_apart_are_refused() -> None:
    wide = series("甲", "A", {f"{at}": at for at in range(61)})

    with pytest.raises(ValidationError, match="61 columns are too many"):
        HeatMap(series=(wide, wide))


def test_the_name_of_a_high_row_is_not_cut() -> None:
    name = "Share of firms that plan to hire more engineers next year (all)"
    rows = (series("甲", name, {"上": 1, "下": 2}), series("乙", "B", {"上": 3, "下": 4}))

    words = texts(HeatMap(series=rows).place(setting(languages=("en", "zh"))), 99.0)

    assert "Share of firms that plan" in words
    assert not any(word.endswith("...") for word in words)


def test_nothing_has_no_decimals() -> None:
    rows = (series("甲", "A", {"上": 0, "下": 0.25}), series("乙", "B", {"上": 0.5, "下": 1}))

    words = texts(HeatMap(series=rows).place(setting()), 99.0)

    assert {"0", "0.25"} <= set(words)
    assert "0.00" not in words


def test_cells_do_not_overlap() -> None:
    marks = [m for m in example("heat_map").place(setting()).at(99.0) if isinstance(m, Bars) and m.keys]
    left, top = (np.concatenate([getattr(mark, name) for mark in marks]) for name in ("left", "top"))
    width, height = marks[0].width[0], marks[0].height[0]

    assert len({(round(x), round(y)) for x, y in zip(left, top, strict=True)}) == len(left)
    assert np.diff(np.unique(np.round(left, 3))).min() >= width
    assert np.diff(np.unique(np.round(top, 3))).min() >= height
    assert array(left).size == 63
