"""Flip boards: cards turn up to their digits and never past them, and end on the value as it is written."""

import itertools
from typing import Any

import pytest
from pydantic import ValidationError

from kiosk.elements.flip_board import FlipBoard
from kiosk.layers import Placed
from kiosk.marks import Bars, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from tests.gallery import SCREENS, example, setting
from tests.kinds.flip_board import examples
from tests.kinds.samples import CHAMPIONS, metric


def place(kind: FlipBoard, screen: Screen = SCREENS[0]) -> tuple[Placed, Setting]:
    where = setting("flip_board", screen)
    return kind.place(where), where


def digits(placed: Placed, t: float) -> str:
    return "".join(mark.text for mark in placed.at(t) if isinstance(mark, Text) and mark.key.startswith("figure:"))


def test_the_cards_end_on_the_value() -> None:
    placed, _ = place(FlipBoard(metrics=(metric("列车", "Trains", 48615),)))

    assert digits(placed, 0.0) == ""
    assert digits(placed, placed.duration) == "48615"


def test_no_card_goes_past_its_digit() -> None:
    placed, _ = place(FlipBoard(metrics=(metric("列车", "Trains", 48615),)))
    cards = [
        [mark for mark in placed.at(t / 30.0) if isinstance(mark, Text) and mark.key.startswith("figure:")]
        for t in range(80)
    ]

    for index, last in enumerate("48615"):
        shown = [each[index].text for each in cards]
        assert [char for char in shown if char] == sorted(char for char in shown if char)
        assert max(shown) == last


def test_a_card_changes_only_while_its_flap_hides_it() -> None:
    placed, _ = place(FlipBoard(metrics=(metric("数", "Number", 7),)))
    frames = [placed.at(step / 240.0) for step in range(int(240 * placed.duration))]

    for before, after in itertools.pairwise(frames):
        if digits_of(before) != digits_of(after):
            cards, flap = [mark for mark in after if isinstance(mark, Bars)][:2]
            assert flap.height[0] > 0.9 * cards.height[0]


def digits_of(marks: tuple[Any, ...]) -> list[str]:
    return [mark.text for mark in marks if isinstance(mark, Text) and mark.key.startswith("figure:")]


def test_all_flaps_are_gone_in_the_end() -> None:
    placed, _ = place(example("flip_board"))
    _, flaps, fronts, _ = [mark for mark in placed.at(placed.duration) if isinstance(mark, Bars)]

    assert flaps.height.max() == 0.0
    assert fronts.height.max() == 0.0


def test_signs_and_units_stand_without_cards() -> None:
    placed, _ = place(FlipBoard(metrics=(metric("准点率", "On time", 98.6, "%"),)))

    assert digits(placed, 9.0) == "986"
    assert {mark.text for mark in placed.at(9.0) if isinstance(mark, Text) and not mark.key} == {".", "%"}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.shape)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_nothing_leaves_the_box(name: str, screen: Screen) -> None:
    kind = {"example": example("flip_board"), **examples()}[name]
    for languages in (("zh", "en"), ("en", "zh")):
        where = setting("flip_board", screen, languages)
        for mark in kind.place(where).at(99.0):
            if isinstance(mark, Bars):
                assert (mark.left + mark.width).max() <= where.box.right + 1.0
                assert mark.left.min() >= where.box.left - 1.0
                assert (mark.top + mark.height).max() <= where.box.bottom + 1.0
            if isinstance(mark, Text):
                width = width_of(mark.runs)
                left = mark.x - (width / 2.0 if mark.anchor == "middle" else 0.0)
                assert left >= where.box.left - 1.0, mark.text
                assert left + width <= where.box.right + 1.0, mark.text
                assert mark.y <= where.box.bottom + 0.3 * mark.runs[0].size if mark.runs else True, mark.text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"metrics": ()}, "at least 1"),
        ({"metrics": CHAMPIONS, "highlight": "nobody"}, "nobody"),
        ({"metrics": (*CHAMPIONS, metric("五", "Five", 5))}, "at most 4"),
    ],
)
def test_what_cannot_be_shown_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        FlipBoard(**options)
