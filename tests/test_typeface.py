"""The typeface: widths, characters, and where lines break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.resources import assets
from kiosk.typeface import (
    CAP_HEIGHT,
    DIGIT_HEIGHT,
    EM_SPACE,
    HAN_BOTTOM,
    HAN_TOP,
    THIN_SPACE,
    WEIGHTS,
    advance,
    balanced,
    covers,
    left_bearing,
    missing,
    right_ink,
    spaced,
    wrap,
)

CLOSING = "，。、；：！？）】》」』”’%‰"
OPENING = "（【《「『“‘"
TEXTS = st.text(alphabet="中国创新区年家ab1234.,%，。（）《》“” \u2009\u2003\n-", max_size=60)


# --- widths


def test_a_chinese_character_is_one_em_wide() -> None:
    assert [advance("国", weight) for weight in WEIGHTS] == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(("weight", "width"), [(400, 0.555), (700, 0.590), (900, 0.609)])
def test_all_digits_of_a_weight_are_equally_wide(weight: int, width: float) -> None:
    assert {advance(digit, weight) for digit in "0123456789"} == {width}


def test_small_digits_are_equally_wide() -> None:
    assert len({advance(digit) for digit in "₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹"}) == 1


def test_spaces_have_their_widths() -> None:
    assert (advance(THIN_SPACE), advance("\u202f"), advance(EM_SPACE), advance("\u200b")) == (0.2, 0.2, 1.0, 0.0)


def test_tracking_follows_every_character() -> None:
    assert advance("2024", 400, -0.015) == pytest.approx(4 * 0.555 - 4 * 0.015)


def test_an_unknown_weight_is_refused() -> None:
    with pytest.raises(ValueError, match="no such weight: 500"):
        advance("a", 500)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_ink_of_digits_lies_within_their_cell(weight: int) -> None:
    for digit in "0123456789":
        assert 0.0 < left_bearing(digit, weight) < right_ink(digit, weight) < advance(digit, weight)


def test_ink_of_a_chinese_character_is_that_of_a_typical_one() -> None:
    assert (left_bearing("国"), right_ink("国")) == (left_bearing("区"), right_ink("区"))
    assert 0.0 < left_bearing("国") < right_ink("国") < 1.0


def test_heights_are_those_of_the_design() -> None:
    assert pytest.approx(0.741, abs=0.006) == DIGIT_HEIGHT
    assert pytest.approx(0.73, abs=0.006) == CAP_HEIGHT
    assert pytest.approx(0.9, abs=0.05) == HAN_TOP + HAN_BOTTOM


# --- characters


@pytest.mark.parametrize("char", "宁波喆堃镕玥㎡²³×÷%‰°℃→←↑↓≥≤≈±−…—–￥¥€₂，。“”●▲\u2003\u2009\u202f\u00a0")
def test_the_typeface_has_what_a_show_is_written_with(char: str) -> None:
    assert covers(char)


def test_the_typeface_has_all_of_gb2312() -> None:
    rows, cells = range(0xB0, 0xF8), range(0xA1, 0xFF)
    text = "".join(bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells)

    assert len(text) == 6763
    assert missing(text) == ()


def test_missing_names_each_character_once_in_order() -> None:
    assert missing("a😀中\nภ😀") == ("😀", "ภ")


def test_the_measures_are_small() -> None:
    assert (assets() / "fonts" / "typeface.json").stat().st_size < 120_000


# --- thin spaces


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("宁波高新区2024年", "宁波高新区|2024|年"),
        ("发展AI产业", "发展|AI|产业"),
        ("增长20%以上", "增长|20%|以上"),
        ("达到¥500", "达到|¥500"),
        ("超 300 名", "超 300 名"),
        ("（2024）", "（2024）"),
        ("plain text 1/9", "plain text 1/9"),
        ("中-英", "中-英"),
        ("", ""),
    ],
)
def test_chinese_and_latin_are_parted_by_a_thin_space(text: str, result: str) -> None:
    assert spaced(text).replace(THIN_SPACE, "|") == result


@given(TEXTS)
def test_spacing_twice_adds_nothing(text: str) -> None:
    assert spaced(spaced(text)) == spaced(text)


# --- lines


def test_chinese_breaks_between_any_two_characters() -> None:
    assert wrap("宁波国家高新区", 3) == ("宁波国", "家高新", "区")


def test_closing_punctuation_takes_the_last_character_along() -> None:
    assert wrap("创新，驱动。发展", 2) == ("创", "新，", "驱", "动。", "发展")


def test_an_opening_bracket_goes_to_the_next_line() -> None:
    assert wrap("宁波（高新区）", 3) == ("宁波", "（高新", "区）")


def test_a_pair_of_dashes_stays_together() -> None:
    assert wrap("甲乙——丙", 3) == ("甲乙", "——丙")


def test_latin_words_break_at_spaces_only() -> None:
    assert wrap("quick brown fox", advance("quick brown f")) == ("quick brown", "fox")
    assert wrap("quick brown fox", advance("brown") + 0.1) == ("quick", "brown", "fox")


@pytest.mark.parametrize(
    "text", ["1,234.5\u2009亿元", "1,234.5亿元", "12 km", "83.2 %", "300 名", "70\u2009余个", "超300", "1/9"]
)
def test_a_number_stays_with_its_unit(text: str) -> None:
    assert wrap(f"一二三 {text}", advance(f"一二三 {text}") - 0.01) == ("一二三", text)


def test_a_thin_space_holds_its_neighbours_together() -> None:
    assert wrap("一二三\u20094", 3.5) == ("一二", "三\u20094")


def test_an_em_space_is_a_place_to_break_and_vanishes() -> None:
    assert wrap("来源 高新区\u20032024\u2009年", 6) == ("来源 高新区", "2024\u2009年")


def test_a_line_break_of_the_author_is_kept() -> None:
    assert wrap("一\n\n二三", 5) == ("一", "", "二三")
    assert balanced("一\n\n二三", 5) == ("一", "", "二三")


def test_an_empty_text_has_no_lines() -> None:
    assert wrap("", 5) == ()


def test_a_word_wider_than_the_line_is_broken() -> None:
    lines = wrap("internationalisation", 3)

    assert "".join(lines) == "internationalisation"
    assert all(advance(line) <= 3 for line in lines)


def test_a_text_that_just_fits_stays_on_one_line() -> None:
    text = "2024 宁波高新区 0.1"

    assert wrap(text, advance(text, 700), 700) == (text,)


@given(TEXTS, st.floats(2.0, 12.0), st.sampled_from(WEIGHTS))
def test_no_line_is_wider_than_asked(text: str, width: float, weight: int) -> None:
    for line in wrap(text, width, weight):
        assert advance(line, weight) <= width + 1e-5 or len(line) == 1


@given(TEXTS, st.floats(0.5, 12.0))
def test_lines_lose_nothing_but_spaces(text: str, width: float) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


@given(st.lists(st.sampled_from(("中", "国", "创，", "新。", "（区）", "“年”", "《家", "高！》"))), st.floats(4.0, 9.0))
def test_no_line_opens_with_closing_or_ends_with_opening_punctuation(parts: list[str], width: float) -> None:
    lines = wrap("".join(parts), width)

    assert all(line[0] not in CLOSING and line[-1] not in OPENING for line in lines)


def test_balanced_lines_are_as_few_and_more_even() -> None:
    text = "国家自主创新示范区建设"

    assert wrap(text, 10) == ("国家自主创新示范区建", "设")
    assert balanced(text, 10) == ("国家自主创新", "示范区建设")


def test_balanced_breaks_at_the_space_of_a_title() -> None:
    assert balanced("改革创新 走在全市前列", 8) == ("改革创新", "走在全市前列")


def test_balanced_spreads_over_more_lines_if_asked() -> None:
    assert balanced("国家自主创新", 10, lines=3) == ("国家", "自主", "创新")


@given(TEXTS, st.floats(2.0, 12.0))
def test_balanced_needs_no_more_lines_than_wrapped(text: str, width: float) -> None:
    lines = balanced(text, width)

    assert len(lines) == len(wrap(text, width))
    assert all(advance(line) <= width + 1e-5 or len(line) == 1 for line in lines)
