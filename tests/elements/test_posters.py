"""What cover, openers and closing show: words that keep clear of the hill, chapters and aims at their heights."""

from itertools import pairwise

import pytest

from kiosk.elements.closing import Closing
from kiosk.elements.cover import Cover
from kiosk.elements.opener import Opener
from kiosk.kind import Kind
from kiosk.marks import Mark, Stroke, Strokes, Text
from kiosk.motif import height_at
from kiosk.words import Words
from tests.gallery import example
from tests.kinds import closing, cover, opener
from tests.scenes import CHAPTERS, LANGUAGES, SIZES, colliding, final, outside, room_of, setting, texts

EXAMPLES: dict[str, Kind] = {
    f"{name} {label}": kind
    for name, module in (("cover", cover), ("opener", opener), ("closing", closing))
    for label, kind in {"example": example(name), **module.examples()}.items()
}


def marks_of(
    kind: Kind, size: tuple[int, int] = (1920, 1080), language: str = "zh", chapter: int = 2
) -> tuple[Mark, ...]:
    return final(kind.place(setting("poster", size=size, language=language, chapter=chapter)))


def strokes_of(marks: tuple[Mark, ...], color: str) -> list[Stroke]:
    """The strokes of one colour that run across the whole screen, without the markers."""
    wide = [mark for mark in marks if isinstance(mark, Strokes) and mark.left == 0.0]
    return [stroke for mark in wide for stroke in mark.strokes if stroke.color == color]


def heavy(marks: tuple[Mark, ...]) -> list[Text]:
    return [text for text in texts(marks) if text.runs[0].weight == 900]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "name", ["cover example", "opener example", "closing example", "cover long", "closing five aims"]
)
def test_words_stay_on_the_screen_and_apart(name: str, size: tuple[int, int], language: str) -> None:
    kind = EXAMPLES[name]
    marks = marks_of(kind, size, language)

    assert not outside(kind, setting("poster", size=size), marks)
    assert not colliding(marks)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["cover example", "opener example", "closing example", "cover mixed", "cover long"])
def test_heavy_words_keep_clear_of_the_hill(name: str, size: tuple[int, int], language: str) -> None:
    marks = marks_of(EXAMPLES[name], size, language, chapter=3)

    top = min(strokes_of(marks, "warm"), key=lambda stroke: stroke.high)
    for text in heavy(marks):
        room = room_of(text)
        assert room.bottom < height_at(top, room.right)


def test_each_character_of_the_cover_stands_a_step_higher() -> None:
    steps = heavy(marks_of(example("cover")))

    assert "".join(step.text for step in steps) == "向高而攀"
    rises = [first.y - second.y for first, second in pairwise(steps)]
    assert min(rises) > 40.0
    assert max(rises) - min(rises) < 1.0


def test_an_english_cover_steps_word_by_word() -> None:
    first, second = heavy(marks_of(example("cover"), language="en"))

    assert (first.text, second.text) == ("Reaching", "higher")
    assert second.y < first.y
    assert second.x > room_of(first).right


def test_cover_introduces_every_chapter_with_its_marker() -> None:
    marks = marks_of(example("cover"))

    markers = [mark for mark in marks if isinstance(mark, Strokes) and mark.left > 0.0]
    colors = [tuple(stroke.color for stroke in each.strokes) for each in markers]
    assert colors == [("warm", "dim", "dim"), ("cool", "warm", "dim"), ("cool", "cool", "warm")]
    assert {title.get("zh") for title in CHAPTERS} <= {text.text for text in texts(marks)}


@pytest.mark.parametrize("chapter", [1, 2, 3])
def test_opener_draws_the_line_of_its_chapter_warm(chapter: int) -> None:
    marks = marks_of(Opener(), chapter=chapter)

    counting = [mark.strokes[0] for mark in marks if isinstance(mark, Strokes) and len(mark.strokes) == 1]
    assert [stroke.color for stroke in counting] == ["cool"] * (chapter - 1) + ["warm"]
    heights = [stroke.high for stroke in counting]
    assert heights == sorted(heights, reverse=True)
    assert "".join(text.text for text in heavy(marks)) == CHAPTERS[chapter - 1].get("zh")


def test_only_the_warm_line_of_an_opener_moves() -> None:
    placed = Opener().place(setting("poster"))

    moving = [layer for layer in placed.layers if layer.end > layer.start]
    assert len(moving) == 1
    start, end = moving[0].at(0.0), moving[0].at(9.0)
    assert isinstance(start, Strokes)
    assert isinstance(end, Strokes)
    assert (start.reveal, end.reveal) == (0.0, 1.0)


def test_aims_stand_on_their_lines_from_low_to_high() -> None:
    marks = marks_of(example("closing"))

    aims = [text for text in texts(marks) if text.anchor == "end"]
    levels = [stroke.high for stroke in strokes_of(marks, "cool") if stroke.width > 3.0]
    levels += [stroke.high for stroke in strokes_of(marks, "warm")]
    assert [aim.text for aim in aims] == [aim.get("zh") for aim in closing.AIMS]
    assert [aim.y + 24.0 for aim in aims] == pytest.approx(levels)
    assert levels == sorted(levels, reverse=True)


@pytest.mark.parametrize("size", SIZES)
def test_thin_lines_are_gone_where_the_aims_stand(size: tuple[int, int]) -> None:
    marks = marks_of(example("closing"), size, "en")

    left = min(room_of(text).left for text in texts(marks) if text.anchor == "end")
    thin = [stroke for stroke in strokes_of(marks, "cool") if stroke.veil]
    assert len(thin) == 37
    assert all(stroke.fade[-1][1] == 0.0 and stroke.fade[-1][0] * size[0] <= left + 1.0 for stroke in thin)


@pytest.mark.parametrize("name", EXAMPLES)
def test_posters_grow_from_the_left_within_four_seconds(name: str) -> None:
    placed = EXAMPLES[name].place(setting("poster"))

    assert placed.duration <= 4.0
    assert placed.at(-1.0) == placed.at(0.0)
    assert placed.at(99.0) == final(placed)


def test_a_show_without_chapters_still_has_its_posters() -> None:
    from dataclasses import replace

    bare = replace(setting("poster"), chapters=(), chapter=0)

    for kind in (
        Cover(words=Words.of("向高而攀")),
        Opener(title=Words.of("尾声")),
        Closing(words=Words.of("见"), aims=closing.AIMS[:2]),
    ):
        assert heavy(final(kind.place(bare)))
