"""Numbers: how they are written in each language, and on the way to their value."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.numbers import Written, common_manner, write, write_in
from kiosk.words import Words

FIRMS = Words({"zh": "家", "en": "firms"})
YUAN = Words.of("元")
AREA = Words({"zh": "平方米", "en": "m²"})


def text(number: Any, lang: str, **options: Any) -> str:
    return write(number, lang, **options).text.replace("\u2009", "_")


@pytest.mark.parametrize(
    ("qualifier", "chinese", "english"),
    [
        ("over", "超_300_家", "over 300 firms"),
        ("nearly", "近_300_家", "nearly 300 firms"),
        ("about", "约_300_家", "about 300 firms"),
        ("expected", "有望突破_300_家", "expected to pass 300 firms"),
        ("exact", "300_家", "300 firms"),
    ],
)
def test_a_qualifier_stands_before_the_digits(qualifier: Any, chinese: str, english: str) -> None:
    assert text(300, "zh", unit=FIRMS, qualifier=qualifier) == chinese
    assert text(300, "en", unit=FIRMS, qualifier=qualifier) == english


@pytest.mark.parametrize(
    ("number", "form", "parts"),
    [
        (70, "before", Written("超", "70", "", "家")),
        (70, "after", Written("", "70", "余", "家")),
        (70, "inner", Written("", "70", "余", "家")),
        (36_000, "after", Written("", "3.6", "万余", "家")),
        (36_000, "inner", Written("", "3.6", "余万", "家")),
    ],
)
def test_the_chinese_over_stands_where_its_author_puts_it(number: int, form: Any, parts: Written) -> None:
    assert write(number, "zh", unit=FIRMS, qualifier="over", form=form) == parts


def test_english_knows_one_place_for_over() -> None:
    assert text(2_300_000, "en", unit=AREA, qualifier="over", form="inner") == "over 2.3 million m²"


@pytest.mark.parametrize(
    ("number", "chinese", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1_000, "1000", "1,000"),
        (9_999, "9999", "9,999"),
        (10_000, "1_万", "10,000"),
        (36_000, "3.6_万", "36,000"),
        (12_345, "12,345", "12,345"),
        (1_234_567, "1,234,567", "1,234,567"),
        (1_000_000, "100_万", "1 million"),
        (5_000_000_000, "50_亿", "5 billion"),
        (5e9, "50_亿", "5 billion"),
        (1_200_000_000_000, "1.2_万亿", "1.2 trillion"),
        (10**15, "1000_万亿", "1,000 trillion"),
        (12.9, "12.9", "12.9"),
        (8.62, "8.62", "8.62"),
        (12.0, "12.0", "12.0"),
        (-2_300_000, "-230_万", "-2.3 million"),
        (-0.5, "-0.5", "-0.5"),
    ],
)
def test_large_numbers_are_scaled_where_that_leaves_a_short_exact_one(
    number: float, chinese: str, english: str
) -> None:
    assert text(number, "zh") == chinese
    assert text(number, "en") == english


@pytest.mark.parametrize(
    ("number", "options", "chinese", "english"),
    [
        (36_000, {"decimals": 0}, "36,000", "36,000"),
        (36_000, {"decimals": 1}, "3.6_万", "36,000"),
        (36_000, {"scale": "none"}, "36,000", "36,000"),
        (8.6, {"decimals": 2}, "8.60", "8.60"),
        (8.625, {"decimals": 2}, "8.63", "8.63"),
        (12, {"decimals": 1}, "12.0", "12.0"),
        (99.96, {"decimals": 1}, "100.0", "100.0"),
    ],
)
def test_decimals_and_scale_can_be_asked_for(number: float, options: Any, chinese: str, english: str) -> None:
    assert text(number, "zh", **options) == chinese
    assert text(number, "en", **options) == english


def test_a_scale_that_was_asked_for_is_kept() -> None:
    assert text(5_234_567_890, "zh", scale="亿", decimals=2, unit=YUAN) == "52.35_亿元"
    assert text(5_234_567_890, "en", scale="million", decimals=0, unit=YUAN) == "CNY 5,235 million"


def test_currencies_lead_in_english() -> None:
    assert write(7e9, "zh", unit=YUAN, qualifier="over") == Written("超", "70", "亿", "元")
    assert write(7e9, "en", unit=YUAN, qualifier="over") == Written("over CNY", "7", "billion", "")
    assert text(15, "en", unit=Words({"zh": "元", "en": "yuan"})) == "15 yuan"


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("%", "8.62%"), ("‰", "8.62‰"), ("°", "8.62°"), ("°C", "8.62 °C"), ("m²", "8.62 m²"), ("", "8.62")],
)
def test_only_percent_and_degree_touch_the_digits(unit: str, expected: str) -> None:
    assert text(8.62, "zh", unit=Words.of(unit)) == expected


@pytest.mark.parametrize("number", [Fraction(1, 9), "1/9"])
@pytest.mark.parametrize("value", [None, 0.0, 0.05])
def test_a_fraction_stays_one_from_the_start(number: Any, value: float | None) -> None:
    assert write(number, "zh", value) == write(number, "en", value) == Written("", "1/9", "", "")


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_not_finite_is_a_programmers_error(number: float) -> None:
    with pytest.raises(ValueError, match="not finite"):
        write(number, "zh")
    with pytest.raises(ValueError, match="not finite"):
        write(5, "zh", number)


def test_scale_decimals_and_commas_do_not_change_on_the_way() -> None:
    chinese = [write(36_000, "zh", value).text.replace("\u2009", "_") for value in (0.0, 499.0, 18_000.5, 35_999.0)]
    english = [write(36_000, "en", value).text for value in (0.0, 499.5, 18_000.4, 36_000.0)]

    assert chinese == ["0.0_万", "0.0_万", "1.8_万", "3.6_万"]
    assert english == ["0", "500", "18,000", "36,000"]


def test_a_value_just_below_nothing_has_no_sign() -> None:
    assert write(-5, "en", -0.2).digits == "0"


def test_a_value_far_beyond_a_tiny_number_can_still_be_written() -> None:
    assert write(1e-300, "en", 5.0).digits == "5." + 300 * "0"


AUTHORS_NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15),
    st.floats(-1e15, 1e15, allow_nan=False),
    st.decimals(-10_000, 10_000, places=2).map(float),
)
MANNERS = st.sampled_from([("zh", None), ("en", None), ("zh", "万"), ("zh", "亿"), ("en", "million"), ("en", "none")])


@given(AUTHORS_NUMBERS, st.floats(0.0, 1.0), MANNERS, st.none() | st.integers(0, 6))
@example(5e-324, 0.5, ("zh", None), None)
@example(9.995, 0.9999999, ("en", None), 2)
@example(1_000_000, 0.9999999, ("en", None), None)
def test_no_value_on_the_way_is_longer_than_the_last_and_the_last_is_exact(
    number: float, progress: float, manner: tuple[str, str | None], decimals: int | None
) -> None:
    lang, scale = manner

    on_the_way = write(number, lang, number * progress, scale=scale, decimals=decimals)
    last = write(number, lang, float(number), scale=scale, decimals=decimals)

    assert last == write(number, lang, scale=scale, decimals=decimals)
    assert len(on_the_way.digits) <= len(last.digits)
    assert (on_the_way.before, on_the_way.after, on_the_way.unit) == (last.before, last.after, last.unit)
    assert len(on_the_way.digits.partition(".")[2]) == len(last.digits.partition(".")[2])


FACTORS = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@given(AUTHORS_NUMBERS, st.sampled_from(["zh", "en"]))
def test_what_is_read_is_the_authors_number(number: float, lang: str) -> None:
    written = write(number, lang)

    digits = Fraction(written.digits.replace(",", ""))
    assert digits * FACTORS[written.after] == Fraction(str(number))


@pytest.mark.parametrize(
    ("numbers", "chinese", "english"),
    [
        ([3.0, 5.5], ["3.0", "5.5"], ["3.0", "5.5"]),
        ([3.0, 5.0], ["3", "5"], ["3", "5"]),
        ([12e6, 5e5], ["1200万", "50万"], ["12.0million", "0.5million"]),
        ([12e6, 1.0], ["12,000,000", "1"], ["12,000,000", "1"]),
        ([12_000.0, 0.5], ["12,000.0", "0.5"], ["12,000.0", "0.5"]),
        ([], [], []),
    ],
)
def test_numbers_side_by_side_share_scale_and_decimals(
    numbers: list[float], chinese: list[str], english: list[str]
) -> None:
    for lang, expected in (("zh", chinese), ("en", english)):
        manner = common_manner(numbers, lang)
        written = [write_in(manner, number, lang) for number in numbers]
        assert [each.digits + each.after for each in written] == expected
