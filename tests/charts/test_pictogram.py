"""Pictograms: as many symbols as the amounts say, the last one cut by its surface."""

import itertools

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.bodies.symbols import SYMBOLS, Row
from kiosk.charts.pictogram import Pictogram, round_amount
from kiosk.marks import Area, Array, Text
from tests.charts.test_bar import SIZES, setting
from tests.gallery import example
from tests.kinds.pictogram import examples
from tests.kinds.samples import CHAMPIONS, metric


def surface(x: Array, upper: Array, lower: Array) -> float:
    return float(np.trapezoid(lower - upper, x))


@pytest.mark.parametrize("name", list(SYMBOLS))
@pytest.mark.parametrize("share", [0.1, 0.5, 0.62, 0.9])
def test_a_cut_symbol_has_the_share_of_the_surface(name: str, share: float) -> None:
    symbol = SYMBOLS[name]
    row = Row(symbol, 0.0, 0.0, 1.0, 1.0, 1.2, 3)
    whole = sum(surface(*row.outline(piece, 1.0)) for piece in range(len(symbol.pieces)))

    cut = sum(surface(*row.outline(piece, share)) for piece in range(len(symbol.pieces)))

    assert cut / whole == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize("size", SIZES)
def test_surfaces_are_in_proportion_to_amounts(size: tuple[int, int]) -> None:
    amounts = (47.0, 36.5)
    kind = Pictogram(
        metrics=tuple(metric("数", "Number", amount, "人") for amount in amounts), symbol="square", highlight="first"
    )
    marks = [mark for mark in kind.place(setting(*size)).at(99.0) if isinstance(mark, Area)]

    sums = [
        sum(surface(mark.x, mark.upper, mark.lower) for mark in marks if mark.color == color)
        for color in ("warm", "cool")
    ]

    assert sums[0] / sums[1] == pytest.approx(amounts[0] / amounts[1], rel=1e-6)


def test_symbols_stand_for_a_round_number_and_are_never_more_than_a_hundred() -> None:
    assert round_amount([5.0, 10.0, 17.0, 25.0]) == 1.0
    assert round_amount([300.0]) == 5.0
    assert round_amount([1.2e12, 3.45e11]) == 2e10
    assert round_amount([0.0]) == 1.0


def test_symbols_are_added_in_order() -> None:
    placed = examples()["hundred"].place(setting())
    sums = [
        sum(surface(mark.x, mark.upper, mark.lower) for mark in placed.at(t) if isinstance(mark, Area))
        for t in np.linspace(0.0, placed.duration, 20)
    ]

    assert all(first <= second + 1e-9 for first, second in itertools.pairwise(sums))


def test_the_note_says_what_a_symbol_stands_for() -> None:
    assert examples()["people"].place(setting()).note == "一个人形为 10\u2009人"
    assert examples()["people"].place(setting(languages=("en",))).note == "1 figure = 10 people"
    assert example("pictogram").place(setting(languages=("en",))).note == "1 building = 1 firm"
    assert examples()["five"].place(setting(languages=("en",))).note == "1 square = 1%"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_symbols_and_words_stay_in_the_box(name: str, size: tuple[int, int]) -> None:
    for languages in (("zh", "en"), ("en", "zh")):
        where = setting(*size, languages)
        for mark in {"example": example("pictogram"), **examples()}[name].place(where).at(99.0):
            if isinstance(mark, Area):
                assert mark.x.max() <= where.box.right
                assert mark.lower.max() <= where.box.bottom + 1.0
            if isinstance(mark, Text):
                assert where.box.top <= mark.y <= where.box.bottom + where.foot


def test_too_many_symbols_are_refused() -> None:
    with pytest.raises(ValidationError, match="too many to be counted"):
        Pictogram(metrics=(metric("数", "Number", 101, "人"),), each=1)
    with pytest.raises(ValidationError, match="less than nothing"):
        Pictogram(metrics=(metric("数", "Number", -1, "人"), *CHAMPIONS[:0]))
