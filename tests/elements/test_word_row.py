"""What a row of words shows: columns in order, in fewer columns where there is less room."""

from itertools import pairwise

import pytest

from kiosk.elements.word_row import WordRow
from tests.gallery import example
from tests.kinds.word_row import TOPICS, examples
from tests.scenes import LANGUAGES, SIZES, colliding, final, outside, setting, texts

EVERY = {"example": example("word_row"), **examples()}


def test_words_stand_in_columns_of_one_width() -> None:
    found = texts(final(example("word_row").place(setting("rows", "middle"))))

    assert [text.text for text in found] == [words.get("zh") for words in TOPICS]
    steps = [second.x - first.x for first, second in pairwise(found)]
    assert steps == pytest.approx([steps[0]] * 3)
    assert len({text.y for text in found}) == 1


def test_a_portrait_screen_has_two_columns() -> None:
    found = texts(final(example("word_row").place(setting("rows", "middle", (1080, 1920)))))

    assert len({text.x for text in found}) == 2
    assert len({text.y for text in found}) == 2


def test_words_too_wide_for_one_row_take_two() -> None:
    found = texts(final(EVERY["eight"].place(setting("full", language="en"))))

    assert len({text.y for text in found}) == 2
    assert len(found) == 8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_words_have_room(name: str, size: tuple[int, int], language: str) -> None:
    where = setting("full", size=size, language=language)
    marks = final(EVERY[name].place(where))

    assert not colliding(marks)
    assert not outside(EVERY[name], where, marks)


def test_words_appear_one_after_another_within_four_seconds() -> None:
    placed = WordRow(words=TOPICS * 2).place(setting("full"))

    opacities = [text.opacity for text in texts(placed.at(0.9))]
    assert opacities == sorted(opacities, reverse=True)
    assert opacities[0] > opacities[-1]
    assert placed.duration <= 4.0
