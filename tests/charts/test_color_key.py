"""Colour keys: names in rows that fit, with a height that is known beforehand."""

import pytest

from kiosk.anatomy.words.color_key import color_key
from kiosk.layouts import Page
from kiosk.marks import Bars, Dots, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from tests.kinds.samples import LONG

NAMES = ("软件与信息服务", "新材料", "高端装备", "生物医药", "科技服务")
COLORS = ("warm", "cool7", "cool5", "cool6", "cool4")


def setting() -> Setting:
    page = Page(Screen(1920, 1080))
    return Setting(page.screen, page.content, page.foot, ("zh", "en"))


def test_names_stand_in_one_row_where_there_is_room() -> None:
    key = color_key(setting(), NAMES, COLORS, 1600.0)
    squares, *names = key.marks(100.0, 200.0)

    assert len(key.rows) == 1
    assert isinstance(squares, Bars)
    assert squares.color == COLORS
    assert [name.text for name in names if isinstance(name, Text)] == list(NAMES)


@pytest.mark.parametrize("width", [1600.0, 700.0, 420.0, 90.0])
def test_rows_wrap_within_the_width_and_the_height(width: float) -> None:
    key = color_key(setting(), (*NAMES, LONG["zh"]), (*COLORS, "cool6"), width)

    for mark in key.marks(100.0, 200.0)[1:]:
        assert isinstance(mark, Text)
        assert mark.x + width_of(mark.runs) <= max(100.0 + width, mark.x + 1.2 * key.size) + 0.5
        assert mark.y + 0.25 * key.size <= 200.0 + key.height
    assert key.extent <= max(width, 3.0 * key.size)


def test_a_warm_name_is_bold() -> None:
    names = [mark for mark in color_key(setting(), NAMES, COLORS, 1600.0).marks(0.0, 0.0) if isinstance(mark, Text)]

    assert [name.runs[0].weight for name in names] == [700, 400, 400, 400, 400]


def test_dots_and_keys_are_taken_over() -> None:
    dots, first, *_ = color_key(setting(), NAMES, COLORS, 1600.0, "dot", ("a", "b", "c", "d", "e")).marks(0.0, 0.0)

    assert isinstance(dots, Dots)
    assert isinstance(first, Text)
    assert first.key == "name:a"


def test_no_names_take_no_room() -> None:
    key = color_key(setting(), (), (), 500.0)

    assert key.height == 0.0
    assert key.layers(0.0, 0.0, 1.0) == ()


def test_a_name_without_a_colour_is_refused() -> None:
    with pytest.raises(ValueError, match="one colour for each name"):
        color_key(setting(), NAMES, COLORS[:2], 500.0)
