"""Rankings: order, shared ranks, bars in proportion, and a list that moves on by whole rows below those that stay."""

import itertools
from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.bodies.roll import MOVE, PAUSE, READING
from kiosk.charts.ranking import Ranking
from kiosk.layers import Placed
from kiosk.marks import Bars, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from tests.gallery import SCREENS, example, setting
from tests.kinds.ranking import examples
from tests.kinds.samples import CHAMPIONS, metric, series

STEP = MOVE + PAUSE


def bars(placed: Placed, t: float) -> Bars:
    return next(mark for mark in placed.at(t) if isinstance(mark, Bars))


def texts(placed: Placed, t: float, prefix: str = "") -> list[str]:
    shown = [mark for mark in placed.at(t) if isinstance(mark, Text) and mark.opacity > 0.5 and mark.key[:5] == prefix]
    return [mark.text for mark in sorted(shown, key=lambda mark: mark.y)]


def place(kind: Ranking, screen: Screen = SCREENS[0]) -> tuple[Placed, Setting]:
    where = setting("ranking", screen)
    return kind.place(where), where


def test_the_greatest_stands_first_and_lengths_are_in_proportion() -> None:
    placed, _ = place(Ranking(series=series("数", "Number", {"甲": 3, "乙": 12, "丙": 6})))
    mark = bars(placed, 9.0)

    assert mark.keys == ("乙", "丙", "甲")
    assert np.allclose(mark.width / mark.width[0], [1.0, 0.5, 0.25])
    assert mark.color == ("warm", "cool", "cool")


def test_equal_values_share_a_rank_and_the_next_one_is_left_out() -> None:
    placed, _ = place(Ranking(series=series("数", "Number", {"甲": 5, "乙": 9, "丙": 5, "丁": 1})))

    assert texts(placed, 3.0) == ["1", "2", "2", "4"]


def test_the_given_order_is_kept() -> None:
    placed, _ = place(Ranking(series=series("数", "Number", {"甲": 5, "乙": 9, "丙": 5}), order="given"))

    assert texts(placed, 3.0, "name:") == ["甲", "乙", "丙"]
    assert texts(placed, 3.0) == ["1", "2", "3"]


def test_the_least_may_stand_first_and_what_is_missing_is_left_out() -> None:
    placed, _ = place(Ranking(series=series("数", "Number", {"甲": 5, "乙": None, "丙": 2}), order="least"))

    assert texts(placed, 3.0, "name:") == ["丙", "甲"]


def test_a_long_list_moves_on_by_one_row_and_the_first_ones_stay() -> None:
    placed, _ = place(example("ranking"))
    before = texts(placed, READING)
    after = texts(placed, READING + MOVE + 0.1)

    assert before == ["1", "2", "3", "3", "5", "6", "7", "8"]
    assert after == ["1", "2", "3", "5", "6", "7", "8", "9"]
    assert texts(placed, READING + STEP) == after


def test_the_list_comes_round_again() -> None:
    placed, _ = place(example("ranking"))

    assert texts(placed, READING + 13 * STEP) == texts(placed, READING)


def test_no_row_that_can_be_seen_jumps_while_the_list_moves() -> None:
    placed, where = place(example("ranking"))
    frames = [placed.at(READING + step / 60.0) for step in range(int(60 * 2 * STEP))]

    for before, after in itertools.pairwise(frames):
        for one, other in zip(before, after, strict=True):
            if isinstance(one, Text) and isinstance(other, Text) and max(one.opacity, other.opacity) > 0.1:
                assert abs(one.y - other.y) < where.screen.g


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.shape)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_nothing_leaves_the_box(name: str, screen: Screen) -> None:
    kind = {"example": example("ranking"), **examples()}[name]
    placed, where = place(kind, screen)
    for mark in placed.at(READING + 0.4):
        if isinstance(mark, Bars):
            assert (mark.left + mark.width).max() <= where.box.right + 1.0
        if isinstance(mark, Text) and mark.opacity > 0.2:
            width = width_of(mark.runs)
            left = mark.x - (width if mark.anchor == "end" else 0.0)
            assert left >= where.box.left - 1.0, mark.text
            assert left + width <= where.box.right + 1.0, mark.text
            assert mark.y <= where.box.bottom + where.foot, mark.text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "either metrics or a series"),
        ({"metrics": CHAMPIONS[:1]}, "has no rank"),
        ({"metrics": (CHAMPIONS[0], metric("率", "Rate", 3, "%"))}, "different units"),
        ({"metrics": CHAMPIONS, "highlight": "nobody"}, "nobody"),
        ({"series": series("数", "Number", dict.fromkeys(range(201), 1))}, "201 rows are too many"),
        ({"series": series("数", "Number", {"甲": None})}, "nothing to rank"),
    ],
)
def test_what_cannot_be_ranked_is_refused_in_plain_words(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Ranking(**options)
