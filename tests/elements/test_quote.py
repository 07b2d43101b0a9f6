"""Quotations: marks of their language that hang before the words, and who said them below."""

import pytest

from kiosk.elements.quote import Quote
from kiosk.marks import Picture, Text
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.typeface import left_bearing, right_ink
from kiosk.words import Words
from tests.kinds.picture import image

BOX = Box(204.0, 264.0, 1600.0, 600.0)
WORDS = Words({"zh": "路是人走出来的。", "en": "Parks are made by walking."})


def texts(quote: Quote, languages: tuple[str, ...] = ("zh", "en"), box: Box = BOX) -> list[Text]:
    placed = quote.place(Setting(Screen(1920, 1080), box, 60.0, languages))
    return [mark for mark in placed.at(99.0) if isinstance(mark, Text)]


@pytest.mark.parametrize(("languages", "opening", "closing"), [(("zh", "en"), "「", "」"), (("en", "zh"), "“", "”")])
def test_each_language_has_its_own_marks(languages: tuple[str, ...], opening: str, closing: str) -> None:
    before, *words = texts(Quote(text=WORDS), languages)

    assert before.text == opening
    assert words[-1].text[-1] == closing


@pytest.mark.parametrize("languages", [("zh", "en"), ("en", "zh")])
def test_the_opening_mark_hangs_before_the_words_and_within_the_area(languages: tuple[str, ...]) -> None:
    before, *words = texts(Quote(text=WORDS), languages)
    size = before.runs[0].size

    assert before.x + left_bearing(before.text) * size >= BOX.left - 1e-6
    assert before.x + right_ink(before.text) * size < words[0].x
    assert len({mark.x for mark in words}) == 1


def test_the_closing_mark_stands_close_to_the_words() -> None:
    *_, words = texts(Quote(text=WORDS), ("en", "zh"))
    *_, last = words.runs

    assert last.gap + left_bearing("”") * last.size == pytest.approx(0.08 * last.size)


def test_the_marks_are_warm_unless_words_are() -> None:
    plain, apart = texts(Quote(text=Words.of("甲")))[0], texts(Quote(text=Words.of("==甲==")))[0]

    assert (plain.runs[0].color, apart.runs[0].color) == ("warm", "cool")


def test_who_said_it_stands_below_the_words() -> None:
    quote = Quote(text=WORDS, who=Words.of("沈一帆"), role=Words.of("工程师"))
    *words, name, role = texts(quote)

    assert (name.text, role.text) == ("沈一帆", "工程师")
    assert words[-1].y < name.y < role.y <= BOX.bottom
    assert name.x == role.x == words[-1].x


@pytest.mark.parametrize(("box", "is_beside"), [(BOX, True), (Box(72.0, 420.0, 936.0, 1350.0), False)])
def test_the_picture_is_upright_and_leaves_the_words_their_room(box: Box, is_beside: bool) -> None:
    quote = Quote(text=WORDS, portrait=image("car"))
    placed = quote.place(Setting(Screen(1920, 1080), box, 60.0, ("zh", "en")))
    (picture,) = (mark for mark in placed.at(99.0) if isinstance(mark, Picture))
    words = texts(quote, box=box)

    assert picture.width < picture.height
    for mark in words:
        if is_beside:
            assert mark.x + left_bearing(mark.text[0]) * mark.runs[0].size > picture.left + picture.width
        else:
            assert mark.y - mark.runs[0].size > picture.top + picture.height


def test_the_words_are_there_within_three_seconds() -> None:
    quote = Quote(text=WORDS, who=Words.of("沈一帆"))

    assert quote.place(Setting(Screen(1920, 1080), BOX, 60.0, ("zh",))).duration <= 3.0
