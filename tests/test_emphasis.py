"""Emphasis: what marks mean, when they are plain signs, and what is said of half of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kiosk.emphasis import EmphasisError, Hand, MarkedWords, plain, stretches
from kiosk.words import Words

BOLD, WARM, COOL = Hand(True), Hand(True, "warm"), Hand(True, "cool")
WORDS: TypeAdapter[Words] = TypeAdapter(MarkedWords)


def read(text: str) -> list[tuple[str, Hand]]:
    return [(each.text, each.hand) for each in stretches(text)]


def test_marks_set_words_apart() -> None:
    assert read("高新**企业**在==这里==和~~那里~~") == [
        ("高新", Hand()), ("企业", BOLD), ("在", Hand()), ("这里", WARM), ("和", Hand()), ("那里", COOL),
    ]  # fmt: skip


def test_marks_may_stand_within_each_other() -> None:
    assert read("==a **b** ~~c~~==") == [("a ", WARM), ("b", WARM), (" ", WARM), ("c", COOL)]


@pytest.mark.parametrize(
    "text", ["2 ** 3", "a*b", "5 * 3", "*", "a = b", "~3", "----", "****", "== ==", "====", "~~~~~", ""]
)
def test_single_signs_and_signs_among_spaces_are_plain(text: str) -> None:
    assert plain(text) == text
    assert all(hand == Hand() for _, hand in read(text))


def test_a_backslash_makes_a_mark_plain() -> None:
    assert read(r"\**a\** \== \~~ \\ \x") == [(r"**a** == ~~ \ \x", Hand())]


def test_a_written_out_line_break_is_one() -> None:
    assert plain(r"向高\n而攀") == "向高\n而攀"
    assert plain("向高\n而攀\n") == "向高\n而攀"


@pytest.mark.parametrize(
    ("text", "mark", "is_open"),
    [("a **b", "**", True), ("**b c", "**", True), ("a** b", "**", False), ("==a ==b", "==", True), ("~~", "~~", None)],
)
def test_half_a_mark_is_refused(text: str, mark: str, is_open: bool | None) -> None:
    if is_open is None:
        assert plain(text) == text
        return
    with pytest.raises(EmphasisError) as refusal:
        stretches(text)

    assert (refusal.value.mark, refusal.value.is_open) == (mark, is_open)
    assert plain(text) == text


def test_what_is_wrong_is_said_where_it_stands_and_what_to_write_instead() -> None:
    with pytest.raises(ValidationError) as refusal:
        WORDS.validate_python({"zh": "好", "en": "a ==good thing"})

    (error,) = refusal.value.errors()
    assert error["msg"] == 'the == before "good thing" is never closed'
    assert error["ctx"]["at"] == ("en",)
    assert error["ctx"]["hint"] == r"write ==words==, or \== where the signs themselves are meant"


@given(st.text(alphabet="ab中 *=~\\n\n", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        whole = "".join(each.text for each in stretches(text))
    except EmphasisError:
        whole = plain(text)

    assert len(whole) <= len(text)
    assert plain(text) == whole
