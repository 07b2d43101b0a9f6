"""Rings: angles in proportion to shares, figures that count as their part is uncovered."""

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.ring import Ring
from kiosk.layers import Placed
from kiosk.marks import Text, Wedges
from kiosk.typesetting import width_of
from tests.charts.test_bar import SIZES, setting
from tests.gallery import example
from tests.kinds.ring import SHARES, examples
from tests.kinds.samples import CHAMPIONS, metric


def parts(placed: Placed, t: float = 99.0) -> Wedges:
    return [mark for mark in placed.at(t) if isinstance(mark, Wedges)][-1]


def test_a_single_share_fills_its_part_of_the_ring() -> None:
    assert np.allclose(parts(example("ring").place(setting())).span, [0.832 * 360.0])


def test_the_figure_of_a_single_share_takes_the_breadth_of_the_hole() -> None:
    placed = example("ring").place(setting())
    figure = next(mark for mark in placed.at(99.0) if isinstance(mark, Text) and mark.key.startswith("figure:"))
    hole = 2.0 * float(parts(placed).inner)

    assert 0.7 * hole <= width_of(figure.runs) <= 0.9 * hole


def test_angles_are_in_proportion_to_shares() -> None:
    mark = parts(Ring(metrics=SHARES).place(setting()))
    gap = mark.start[1] - mark.start[0] - mark.span[0]

    assert np.allclose(mark.span + gap, np.array([46.5, 21.3, 14.2, 6.0]) * 3.6)


def test_parts_of_a_whole_go_all_the_way_round() -> None:
    mark = parts(Ring(metrics=CHAMPIONS, whole=True).place(setting()))
    gap = mark.start[1] - mark.start[0] - mark.span[0]

    assert np.isclose((mark.span + gap).sum(), 360.0)
    assert np.allclose((mark.span + gap) / 360.0, np.array([5, 10, 17, 25]) / 57)


def test_the_rest_stays_unlit() -> None:
    marks = [mark for mark in Ring(metrics=SHARES).place(setting()).at(99.0) if isinstance(mark, Wedges)]

    assert marks[0].color == "dim"
    assert np.isclose(marks[0].span[0], 0.12 * 360.0, atol=2.0)


def test_the_figure_shows_how_much_of_its_part_is_uncovered() -> None:
    placed = example("ring").place(setting())
    mark = parts(placed, 1.0)
    figure = next(mark for mark in placed.at(1.0) if isinstance(mark, Text) and mark.text.endswith("%"))

    assert float(figure.text.rstrip("%")) == pytest.approx(float(mark.span[0]) / 3.6, abs=0.05)


def test_parts_are_uncovered_clockwise_one_after_another() -> None:
    spans = parts(Ring(metrics=SHARES).place(setting()), 1.1).span

    assert spans[0] > 0.0
    assert spans[-1] == 0.0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["parts", "whole", "slivers", "equal", "zeros"])
def test_callouts_do_not_cover_each_other(name: str, size: tuple[int, int]) -> None:
    figures = [
        mark
        for mark in examples()[name].place(setting(*size)).at(99.0)
        if isinstance(mark, Text) and mark.runs[0].text[:1].isdigit()
    ]
    for index, first in enumerate(figures):
        for second in figures[index + 1 :]:
            assert (
                abs(first.y - second.y) > 0.7 * min(first.runs[0].size, second.runs[0].size)
                or abs(first.x - second.x) > 40.0
            )


def test_shares_beyond_the_whole_and_figures_without_one_are_refused() -> None:
    with pytest.raises(ValidationError, match="more than the whole"):
        Ring(metrics=(metric("甲", "First", 60, "%"), metric("乙", "Second", 50, "%")))
    with pytest.raises(ValidationError, match="a share is needed"):
        Ring(metrics=CHAMPIONS)
    with pytest.raises(ValidationError, match="less than 0"):
        Ring(metrics=(metric("甲", "First", -6, "%"),))
