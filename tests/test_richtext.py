"""Rich text: set with thin spaces, broken where a reader pauses, measured as it is drawn, and as large as can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.richtext import RichText, passage
from kiosk.typeface import THIN_SPACE, advance
from kiosk.typesetting import width_of

CLOSING = "，。、；：！？）】》」』”’%‰"
OPENING = "（【《「『“‘"
TEXTS = st.text(alphabet="中国创新区年家ab1234.,%，。（）《》“” \n", max_size=60)
CLAUSES = ("创新，", "（高新区）", "《年报》", "发展。", "2024", "“好”", "abc", "12%", "他说：“‘是’。”")
HANDS = st.sampled_from(("{}", "**{}**", "=={}=="))


def lines(marked: str, width: float) -> list[str]:
    return [each.text for each in RichText.of(marked).lines(width)]


@st.composite
def marked(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.tuples(TEXTS.filter(str.strip), HANDS), max_size=4))
    return " ".join(hand.format(text.strip().replace("\n", " ")) for text, hand in parts)


def test_scripts_are_parted_across_hands() -> None:
    assert RichText.of("高新**2024**年").text == f"高新{THIN_SPACE}2024{THIN_SPACE}年"


def test_wide_quotes_are_for_chinese_only() -> None:
    assert RichText.of("he said “yes”…").text == 'he said "yes"...'
    assert RichText.of("他说“好”…").text == "他说“好”…"


def test_runs_are_as_wide_as_they_are_measured() -> None:
    text = RichText.of("他说：“**好**”，==2024==年。")

    assert width_of(text.runs(50.0)) == pytest.approx(50.0 * text.width())


def test_coloured_words_are_bold_too() -> None:
    runs = {run.text: run for run in RichText.of("一**二**==三==~~四~~").runs(50.0)}

    assert [(runs[text].weight, runs[text].color) for text in "一二三四"] == [
        (400, "text"), (700, "text"), (700, "warm"), (700, "cool"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "width"), [("他说“好”，", 5.5), ("《甲》《乙》", 5.5), ("（一）。", 3.5), ("“‘甲’”", 4.0), ("甲。乙", 3.0)]
)
def test_punctuation_side_by_side_gives_up_its_empty_half(text: str, width: float) -> None:
    assert RichText.of(text).width() == pytest.approx(width)


def test_lines_end_where_a_reader_pauses() -> None:
    assert lines("路是先修的，树是先种的，企业是后来的。", 16) == ["路是先修的，树是先种的，", "企业是后来的。"]


def test_words_that_are_set_apart_stay_together() -> None:
    assert lines("一百年前这里是==一片滩涂==三十年前", 9.5) == ["一百年前这里是", "一片滩涂三十年前"]


def test_paragraphs_are_evened_out_each_by_itself() -> None:
    assert lines("甲乙丙丁戊己\n\n甲乙丙丁戊己庚辛", 6) == ["甲乙丙丁戊己", "", "甲乙丙丁", "戊己庚辛"]


@given(marked(), st.floats(3.0, 20.0))
def test_no_line_is_wider_than_asked_but_for_the_empty_half_of_a_sign(text: str, width: float) -> None:
    for each in RichText.of(text).lines(width):
        free = 0.5 if each.text[-1:] in CLOSING + OPENING else 0.0
        assert each.width() <= width + free + 1e-3 or len(each.text) == 1


@given(st.lists(st.tuples(st.sampled_from(CLAUSES), HANDS), max_size=8), st.floats(6.0, 20.0))
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(
    parts: list[tuple[str, str]], width: float
) -> None:
    for each in RichText.of("中".join(hand.format(text) for text, hand in parts)).lines(width):
        assert each.text[:1] not in CLOSING or not each.text
        assert each.text[-1:] not in OPENING or not each.text


@given(marked(), st.floats(3.0, 20.0))
def test_breaking_loses_no_character(text: str, width: float) -> None:
    rich = RichText.of(text)

    joined = "".join(each.text for each in rich.lines(width))

    assert "".join(joined.split()) == "".join(rich.text.split())


# --- as large as can be

SIZES = (80.0, 60.0, 40.0)


def test_a_text_takes_the_largest_size_at_which_it_fits() -> None:
    text = RichText.of("高新区" * 12)

    sizes = [passage(text, 800.0, height, SIZES).size for height in (600.0, 300.0, 170.0)]

    assert sizes == [80.0, 60.0, 40.0]


def test_no_type_is_smaller_than_the_last_size() -> None:
    cut = passage(RichText.of("高新区" * 60), 800.0, 100.0, SIZES)

    assert cut.size == 40.0
    assert cut.is_cut
    assert cut.lines[-1].text.endswith("…")
    assert cut.height <= 100.0
    assert cut.width <= 800.0


def test_no_word_is_broken_if_a_smaller_size_spares_it() -> None:
    word = "incomprehensibilities"
    width = 45.0 * advance(word)

    assert [each.text for each in passage(RichText.of(word), width, 600.0, SIZES).lines] == [word]


def test_chinese_takes_slightly_smaller_type_for_the_sake_of_good_breaks() -> None:
    text = RichText.of("一百年前这里是滩涂，三十年前是菜地。")

    fitted = passage(text, 66.0 * 10.0, 500.0, (80.0, 66.0, 40.0))

    assert (fitted.size, [each.text for each in fitted.lines]) == (66.0, ["一百年前这里是滩涂，", "三十年前是菜地。"])


def test_an_empty_line_takes_less_than_a_line() -> None:
    one, two = (passage(RichText.of(text), 800.0, 600.0, (40.0,)).height for text in ("甲\n乙", "甲\n\n乙"))

    assert one < two < one + 40.0 * 1.4


def test_nothing_to_choose_from_is_refused() -> None:
    with pytest.raises(ValueError, match="no sizes"):
        passage(RichText.of("a"), 1.0, 1.0, ())
