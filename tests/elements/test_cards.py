"""What cards show, read off their marks."""

from itertools import product

import pytest
from pydantic import ValidationError

from kiosk.elements.cards import Card, Cards
from kiosk.layouts import LAYOUTS, Page
from kiosk.marks import Line, Mark, Picture, Text
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from kiosk.words import Words
from tests.gallery import example
from tests.kinds.cards import cards, counted, examples
from tests.kinds.picture import image
from tests.kinds.samples import metric

SCREENS = (
    Screen(1920, 1080),
    Screen(1280, 1024),
    Screen(1080, 1080),
    Screen(1080, 1920),
    Screen(3840, 1080),
    Screen(1024, 768),
)
ALL = {"example": example("cards"), **examples()}


def area(screen: Screen) -> Box:
    return LAYOUTS["full"].areas(Page(screen))["main"]


def marks(kind: Cards, screen: Screen = SCREENS[0], language: str = "zh", t: float = 99.0) -> tuple[Mark, ...]:
    return kind.place(Setting(screen, area(screen), Page(screen).foot, (language,))).at(t)


def pictures(shown: tuple[Mark, ...]) -> list[Picture]:
    return [mark for mark in shown if isinstance(mark, Picture)]


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_pictures_keep_their_proportions(count: int, screen: Screen) -> None:
    assert all(mark.width / mark.height == pytest.approx(1.2) for mark in pictures(marks(cards(count), screen)))


def test_all_pictures_stand_on_one_shelf() -> None:
    shown = marks(example("cards"))
    shelf = next(mark for mark in shown if isinstance(mark, Line))

    assert {round(mark.top + mark.height, 6) for mark in pictures(shown)} == {round(float(shelf.y[0, 0]), 6)}


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("name", ALL)
def test_every_picture_is_shown_or_none(name: str, screen: Screen) -> None:
    given = sum(card.picture is not None for card in ALL[name].cards)

    assert len(pictures(marks(ALL[name], screen, "en"))) in {0, given}


def test_the_example_keeps_its_pictures_on_every_screen_in_chinese() -> None:
    assert all(len(pictures(marks(example("cards"), screen))) == 4 for screen in SCREENS)


def test_pictures_appear_one_after_another() -> None:
    opacities = [mark.opacity for mark in pictures(marks(example("cards"), t=0.7))]

    assert opacities == sorted(opacities, reverse=True)
    assert len(set(opacities)) == 4


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [name for name in ALL if name != "long"])
def test_words_keep_clear_of_each_other_and_of_pictures(name: str, language: str, screen: Screen) -> None:
    shown = marks(ALL[name], screen, language)
    boxes = [_extent(mark) for mark in shown if isinstance(mark, Text | Picture)]

    for (i, one), (k, other) in product(enumerate(boxes), repeat=2):
        assert i == k or one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [name for name in ALL if name != "long"])
def test_everything_stays_in_its_area(name: str, language: str, screen: Screen) -> None:
    box, foot = area(screen), Page(screen).foot

    for mark in marks(ALL[name], screen, language):
        if isinstance(mark, Text | Picture):
            left, top, right, bottom = _extent(mark)
            assert left >= box.left - 0.02 * screen.u
            assert top >= box.top - 1.0
            assert right <= box.right + 1.0
            assert bottom <= box.bottom + foot + 1.0


def test_only_the_highlighted_figure_is_warm() -> None:
    warm = [
        mark.text for mark in marks(examples()["figures"]) if isinstance(mark, Text) and mark.runs[0].color == "warm"
    ]

    assert warm == ["1024家"]


def test_the_last_frame_shows_the_exact_figures() -> None:
    kind = Cards(cards=counted(metric("甲", "A", 12.9, "%"), metric("乙", "B", 1024)))

    texts = {mark.text for mark in marks(kind) if isinstance(mark, Text)}

    assert {"12.9%", "1024"} <= texts


def test_a_picture_and_a_metric_on_one_card_are_refused() -> None:
    with pytest.raises(ValidationError, match="not both"):
        Card(name=Words.of("甲"), picture=image("car"), metric=metric("甲", "A", 1))


def test_a_highlight_beyond_the_cards_is_refused() -> None:
    with pytest.raises(ValidationError, match="only 2 cards"):
        Cards(cards=cards(2).cards, highlight=3)


def _extent(mark: Text | Picture) -> tuple[float, float, float, float]:
    if isinstance(mark, Picture):
        return mark.left, mark.top, mark.left + mark.width, mark.top + mark.height
    size = max(run.size for run in mark.runs)
    return mark.x, mark.y - 0.74 * size, mark.x + width_of(mark.runs), mark.y
