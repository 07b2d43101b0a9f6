"""Unit grids: as much surface lit as the share says, in order."""

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.unit_grid import UnitGrid
from kiosk.layers import Placed
from kiosk.marks import Bars, Text
from tests.charts.test_bar import SIZES, setting
from tests.gallery import example
from tests.kinds.ring import SHARES
from tests.kinds.samples import metric
from tests.kinds.unit_grid import examples


def squares(placed: Placed, t: float = 99.0) -> list[Bars]:
    return [mark for mark in placed.at(t) if isinstance(mark, Bars)]


@pytest.mark.parametrize("size", SIZES)
def test_the_lit_surface_is_the_share_of_the_whole(size: tuple[int, int]) -> None:
    unlit, lit = squares(example("unit_grid").place(setting(*size)))

    assert np.isclose((lit.width * lit.height).sum() / (unlit.width * unlit.height).sum(), 0.0862)


def test_the_last_square_is_lit_as_far_as_the_share_goes() -> None:
    unlit, lit = squares(example("unit_grid").place(setting()))

    assert len(unlit.left) == 100
    assert len(lit.left) == 9
    assert np.allclose(lit.height / unlit.height[0], [1.0] * 8 + [0.62])


def test_squares_are_lit_in_order() -> None:
    placed = example("unit_grid").place(setting())
    counts = [len(squares(placed, t)[1].left) for t in (0.0, 0.8, 1.0, 1.2, 1.9)]

    assert counts == sorted(counts)
    assert counts[0] == 0


def test_several_shares_follow_each_other_without_a_gap() -> None:
    unlit, *lit = squares(UnitGrid(metrics=SHARES[:3]).place(setting()))
    square = float(unlit.width[0] * unlit.height[0])

    assert [round(float((mark.width * mark.height).sum()) / square, 6) for mark in lit] == [46.5, 21.3, 14.2]


def test_the_note_says_what_a_square_stands_for() -> None:
    assert example("unit_grid").place(setting()).note == "一格为 1%"
    assert example("unit_grid").place(setting(languages=("en",))).note == "1 square = 1%"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", list(examples()))
def test_words_stay_in_the_box(name: str, size: tuple[int, int]) -> None:
    where = setting(*size)
    for mark in examples()[name].place(where).at(99.0):
        if isinstance(mark, Text):
            assert where.box.top <= mark.y <= where.box.bottom + where.foot


def test_a_figure_that_is_no_share_is_refused() -> None:
    with pytest.raises(ValidationError, match="a share is needed"):
        UnitGrid(metrics=(metric("数", "Number", 12, "件"),))
