"""Paragraphs: as large as their area allows, never below the floor, set apart where their author says so."""

import pytest
from pydantic import ValidationError

from kiosk.elements.text import TextElement
from kiosk.marks import Text
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.words import Words

SETTING = Setting(Screen(1920, 1080), Box(204.0, 264.0, 1600.0, 600.0), 60.0, ("zh", "en"))


def marks(element: TextElement, box: Box = SETTING.box) -> list[Text]:
    return [mark for mark in element.place(SETTING.within(box)).at(99.0) if isinstance(mark, Text)]


def element(text: str, **options: str) -> TextElement:
    return TextElement.model_validate({"text": text, **options})


@pytest.mark.parametrize(("count", "size"), [(30, 86.0), (100, 73.0), (150, 61.0), (170, 52.0), (240, 43.0)])
def test_the_more_there_is_to_read_the_smaller_it_is_set(count: int, size: float) -> None:
    assert {run.size for mark in marks(element("攀" * count)) for run in mark.runs} == {size}


@pytest.mark.parametrize("count", [1, 30, 90, 400])
@pytest.mark.parametrize("at", ["top", "middle", "bottom"])
def test_all_lines_stand_within_the_area(count: int, at: str) -> None:
    for mark in marks(element("高" * count, at=at)):
        size = mark.runs[0].size
        assert mark.y - 0.88 * size >= 264.0 - 1e-6
        assert mark.y + 0.14 * size <= 864.0 + 1e-6


def test_what_has_no_room_is_cut_and_says_so() -> None:
    assert marks(element("高" * 500))[-1].text.endswith("…")


def test_words_are_set_apart() -> None:
    (mark,) = marks(element("方寸之地 ==九分之一=="))

    assert [(run.text, run.color, run.weight) for run in mark.runs] == [
        ("方寸之地 ", "text", 400), ("九分之一", "warm", 700),
    ]  # fmt: skip


def test_the_largest_type_can_be_kept_back() -> None:
    sizes = [marks(element("攀", largest=largest))[0].runs[0].size for largest in ("large", "label", "small")]

    assert sizes == [86.0, 61.0, 43.0]


def test_half_a_mark_is_refused() -> None:
    with pytest.raises(ValidationError, match="is never closed"):
        TextElement(text=Words.of("a **b"))
