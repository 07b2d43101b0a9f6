"""Words: which text a language gets, and what an author is told."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from kiosk.words import LONGEST, Words


class Sign(BaseModel):
    text: Words


def told(given: Any) -> tuple[tuple[Any, ...], str]:
    with pytest.raises(ValidationError) as caught:
        Sign.model_validate({"text": given})
    (error,) = caught.value.errors()
    return error["loc"], error["msg"]


def test_one_text_stands_for_every_language() -> None:
    words = Words.of("5G")

    assert words.get("zh") == words.get("en") == "5G"
    assert words.languages == ()


def test_a_language_gets_its_own_text_and_a_variant_that_of_its_base() -> None:
    words = Words({"zh": "人才", "en": "talents"})

    assert [words.get(lang) for lang in ("zh", "en", "en-GB", "zh-CN")] == ["人才", "talents", "talents", "人才"]
    assert words.languages == ("zh", "en")


def test_the_first_text_stands_in_for_a_language_without_one() -> None:
    assert Words({"en": "talents", "zh": "人才"}).get("fr") == "talents"


def test_words_are_values() -> None:
    given = {"zh": "人才", "en": "talents"}
    words = Words(given)
    given["zh"] = ""

    assert words == Words({"zh": "人才", "en": "talents"})
    assert len({words, Words({"zh": "人才", "en": "talents"})}) == 1
    with pytest.raises(AttributeError):
        words.texts = ()  # type: ignore[misc]


def test_empty_words_are_false() -> None:
    assert not Words.of("")
    assert not Words({"zh": "", "en": ""})
    assert Words({"zh": "", "en": "a"})


def test_no_text_at_all_is_a_programmers_error() -> None:
    with pytest.raises(ValueError, match="no text"):
        Words({})


@pytest.mark.parametrize("given", ["人才", "", {"zh": "人才"}, {"zh": "人才", "zh-Hant": "人才", "en": "talents"}])
def test_a_text_or_a_map_is_read_and_written_back(given: Any) -> None:
    sign = Sign.model_validate({"text": given})

    assert sign.model_dump()["text"] == given
    assert Sign.model_validate(sign.model_dump()) == sign


@pytest.mark.parametrize(
    ("given", "place", "message"),
    [
        (2024, (), 'a text is needed, not a number: put it in quotation marks, as in "2024"'),
        (1.5, (), 'a text is needed, not a number: put it in quotation marks, as in "1.5"'),
        (True, (), 'a text is needed: put it in quotation marks, as in "true"'),
        (None, (), 'a text is missing here: write one, or "" for none'),
        (["a"], (), "a text is needed: write one text, or one for each language, such as zh and en"),
        ({}, (), "no text in any language: write at least one, such as zh or en"),
        ({"zh": "人才", "en": 7}, ("en",), 'a text is needed, not a number: put it in quotation marks, as in "7"'),
        ({"chinese!": "人才"}, ("chinese!",), '"chinese!" is not a language: name each by its code, such as zh or en'),
        ({"zh": None}, ("zh",), 'a text is missing here: write one, or "" for none'),
        ("a" * (LONGEST + 1), (), "the text has 501 characters: shorten it to 500 at most"),
    ],
)
def test_an_author_is_told_what_to_write_instead(given: Any, place: tuple[str, ...], message: str) -> None:
    assert told(given) == (("text", *place), message)


def test_a_number_of_any_length_is_refused_in_few_words() -> None:
    assert told(10**5000)[1] == 'a text is needed, not a number: put it in quotation marks, as in "…"'


def test_each_faulty_language_is_told() -> None:
    with pytest.raises(ValidationError) as caught:
        Sign.model_validate({"text": {"zh": 1, "en": 2}})

    assert [error["loc"] for error in caught.value.errors()] == [("text", "zh"), ("text", "en")]


def test_editors_are_told_of_both_forms() -> None:
    schema = Sign.model_json_schema()["properties"]["text"]

    assert [form["type"] for form in schema["anyOf"]] == ["string", "object"]
