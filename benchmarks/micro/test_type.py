"""How long it takes to measure and set words, and to write numbers; nothing here is remembered from one round to the next."""

from fractions import Fraction

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from kiosk import typeface
from kiosk.numbers import common_manner, write
from kiosk.typesetting import fitted_size, paragraph
from kiosk.words import Words

TEXTS = {
    "zh": "宁波国家高新区以 12.9% 的规上工业增加值增速，走在全市前列；每千家企业中有九分之一是高新技术企业。" * 3,
    "en": "Ningbo National High-tech Zone grew its industrial output by 12.9%, ahead of the city; one firm in nine is high-tech. "
    * 3,
}
WIDTH = 24.0
"""Of a column, in em."""
REMEMBERING = (typeface.advance, typeface.pieces, typeface.phrases, typeface._ends)

languages = pytest.mark.parametrize("language", TEXTS)


def forget() -> None:
    """Empties what the typeface remembers: a slide that comes up for the first time finds it so."""
    for each in REMEMBERING:
        each.cache_clear()


@languages
def test_measuring_a_text(benchmark: BenchmarkFixture, language: str) -> None:
    assert benchmark(typeface.advance.__wrapped__, TEXTS[language]) > WIDTH


@languages
def test_spacing_a_text(benchmark: BenchmarkFixture, language: str) -> None:
    assert benchmark(typeface.spaced, TEXTS[language])


@languages
@pytest.mark.parametrize("how", [typeface.wrap, typeface.balanced], ids=["wrap", "balanced"])
def test_breaking_a_text_for_the_first_time(benchmark: BenchmarkFixture, language: str, how: object) -> None:
    lines = benchmark.pedantic(how, (TEXTS[language], WIDTH), setup=forget, rounds=30)

    assert len(lines) > 3


@languages
def test_breaking_a_text_again(benchmark: BenchmarkFixture, language: str) -> None:
    assert len(benchmark(typeface.balanced, TEXTS[language], WIDTH)) > 3


@languages
def test_setting_a_paragraph_again(benchmark: BenchmarkFixture, language: str) -> None:
    assert benchmark(paragraph, TEXTS[language], 0.0, 0.0, 40.0 * WIDTH, 40.0)


@languages
def test_fitting_a_line_again(benchmark: BenchmarkFixture, language: str) -> None:
    assert benchmark(fitted_size, TEXTS[language], 500.0, 60.0, 20.0) == 20.0


@languages
@pytest.mark.parametrize("number", [12.9, 36000, 0.1234, 1234567, Fraction(1, 9)], ids=str)
def test_writing_a_number(benchmark: BenchmarkFixture, language: str, number: int | float | Fraction) -> None:
    unit = Words({"zh": "人次", "en": "visitors"})

    assert benchmark(write, number, language, unit=unit, qualifier="over").text


def test_finding_a_common_manner_for_a_hundred_numbers(benchmark: BenchmarkFixture) -> None:
    assert benchmark(common_manner, [10.0 + 0.25 * number for number in range(100)], "zh").decimals == 2
