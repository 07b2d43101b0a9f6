"""Points: one size for all of them, one after the other, and no more than can be read."""

from itertools import pairwise
from typing import Any

import pytest
from pydantic import ValidationError

from kiosk.elements.bullets import Bullets
from kiosk.kind import Kind
from kiosk.marks import Dots, Text
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from tests.kinds.bullets import examples

BOX = Box(204.0, 264.0, 1600.0, 600.0)
SETTING = Setting(Screen(1920, 1080), BOX, 60.0, ("zh", "en"))


def bullets(*items: Any, **options: Any) -> Bullets:
    return Bullets.model_validate({"items": list(items), **options})


def texts(kind: Kind, t: float = 99.0, setting: Setting = SETTING) -> list[Text]:
    return [mark for mark in kind.place(setting).at(t) if isinstance(mark, Text)]


def test_all_points_are_of_one_size_and_begin_at_one_edge() -> None:
    marks = texts(bullets("甲", "乙乙乙", "丙" * 30))

    assert len({mark.runs[0].size for mark in marks}) == 1
    assert len({mark.x for mark in marks}) == 1


def test_a_dot_stands_before_each_point() -> None:
    placed = bullets("甲", "==乙==", {"text": "丙", "items": ["丁"]}).place(SETTING)
    dots = [mark for mark in placed.at(99.0) if isinstance(mark, Dots)]

    assert [mark.color for mark in dots] == ["cool", "warm", "cool", "dim"]
    assert len({mark.x[0] - mark.diameter[0] / 2 for mark in dots[:3]}) == 1


def test_numbers_take_the_place_of_dots() -> None:
    placed = bullets("甲", "乙", numbers=True).place(SETTING)

    assert [mark.text for mark in placed.at(99.0) if isinstance(mark, Text)] == ["1", "甲", "2", "乙"]
    assert not [mark for mark in placed.at(99.0) if isinstance(mark, Dots)]


def test_points_appear_one_by_one() -> None:
    kind = bullets("甲", "乙", "丙")

    seen = ["".join(mark.text for mark in texts(kind, t) if mark.opacity > 0.1) for t in (0.0, 0.4, 0.8, 1.2)]

    assert seen == ["", "甲", "甲乙", "甲乙丙"]


@pytest.mark.parametrize("name", list(examples()))
@pytest.mark.parametrize("box", [BOX, Box(204.0, 264.0, 700.0, 260.0), Box(72.0, 420.0, 936.0, 1350.0)])
def test_lines_never_run_into_each_other_or_out_of_the_area(name: str, box: Box) -> None:
    marks = texts(examples()[name], setting=SETTING.within(box))
    lines = sorted(marks, key=lambda mark: mark.y)

    for mark in lines:
        size = mark.runs[0].size
        assert box.top - 1.0 <= mark.y - 0.88 * size
        assert mark.y + 0.14 * size <= box.bottom + 1.0
    for upper, lower in pairwise(lines):
        same = abs(upper.y - lower.y) < 1.0
        assert same or lower.y - upper.y >= 0.95 * min(upper.runs[0].size, lower.runs[0].size)


def test_on_a_very_wide_screen_many_points_take_two_columns() -> None:
    wide = Setting(Screen(3840, 1080), Box(1180.0, 84.0, 2560.0, 700.0), 60.0, ("zh",))

    assert len({mark.x for mark in texts(bullets(*("高新区" * 5 for _ in range(7))), setting=wide)}) == 2


@pytest.mark.parametrize(
    "items",
    [["甲"], ["甲"] * 8, [{"text": "甲", "items": ["乙"] * 5}, "丙"], [{"text": "甲", "items": ["乙"] * 4}] * 3],
)
def test_too_few_and_too_many_are_refused(items: list[Any]) -> None:
    with pytest.raises(ValidationError):
        bullets(*items)
