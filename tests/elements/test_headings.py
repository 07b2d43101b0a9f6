"""What captions and headings show, read off their marks."""

import pytest
from pydantic import ValidationError

from kiosk.elements.caption import Caption
from kiosk.elements.heading import Heading
from kiosk.kind import Kind
from kiosk.layouts import LAYOUTS, Page
from kiosk.marks import Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from kiosk.words import Words
from tests.gallery import example
from tests.kinds import caption, heading

SCREENS = (Screen(1920, 1080), Screen(1280, 1024), Screen(1080, 1920), Screen(3840, 1080))
CAPTIONS = {"example": example("caption"), **caption.examples()}
HEADINGS = {
    "example": example("heading"),
    **{name: kind for name, kind in heading.examples().items() if name != "long"},
}


def texts(kind: Kind, screen: Screen, language: str, layout: str = "split") -> tuple[Text, ...]:
    page = Page(screen)
    box = LAYOUTS[layout].areas(page)["main"]
    return tuple(
        mark for mark in kind.place(Setting(screen, box, page.foot, (language,))).at(99.0) if isinstance(mark, Text)
    )


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", [*CAPTIONS.values(), *HEADINGS.values()], ids=[*CAPTIONS, *HEADINGS])
def test_words_stay_in_their_area(kind: Kind, language: str, screen: Screen) -> None:
    box = LAYOUTS["split"].areas(Page(screen))["main"]

    for text in texts(kind, screen, language):
        assert text.x + width_of(text.runs) <= box.right + 0.02 * screen.u
        assert box.top <= text.y <= box.bottom


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_caption_is_not_set_in_small_type_without_need(screen: Screen) -> None:
    shown = texts(example("caption"), screen, "zh")

    assert shown[0].runs[0].size == screen.size("label") or len(shown) >= 4


def test_a_caption_loses_no_word() -> None:
    shown = texts(example("caption"), SCREENS[0], "en")

    assert " ".join(text.text for text in shown) == example("caption").text.get("en")


def test_a_caption_that_nobody_would_read_is_refused() -> None:
    with pytest.raises(ValidationError, match="shorten it to 150"):
        Caption(text=Words({"zh": "高" * 151}))


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_heading_is_as_large_as_its_area_allows(screen: Screen) -> None:
    narrow, wide = (texts(example("heading"), screen, "zh", layout)[0].runs[0].size for layout in ("split", "full"))

    assert wide >= narrow > screen.size("title")


def test_the_second_line_is_smaller_than_the_first() -> None:
    first, *rest = texts(example("heading"), SCREENS[0], "zh", "full")

    assert all(text.runs[0].size < first.runs[0].size / 2 for text in rest)


def test_a_heading_breaks_no_word() -> None:
    shown = texts(Heading(text=Words.of("Intellectualproperty")), SCREENS[1], "en")

    assert [text.text for text in shown] == ["Intellectualproperty"]
