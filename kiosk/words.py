"""Words: what is to be read, once for every language or once for each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

LONGEST = 500
"""The most characters that one text may have."""

EVERY = ""
"""Stands in the place of a language code for a text that is the same in all of them."""

_LONGEST_EXCERPT = 40
_LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"


@dataclass(frozen=True, init=False, slots=True)
class Words:
    """A text per language, in the author's order; the first stands in for languages that have none."""

    texts: tuple[tuple[str, str], ...]

    def __init__(self, texts: Mapping[str, str]) -> None:
        if not texts:
            raise ValueError(f"no text in any language: {texts!r}")
        object.__setattr__(self, "texts", tuple(texts.items()))

    @classmethod
    def of(cls, text: str) -> "Words":
        """One text for every language."""
        return cls({EVERY: text})

    def get(self, lang: str) -> str:
        """The text in that language, else in its base language ("zh" for "zh-CN"), else the first."""
        texts = dict(self.texts)
        for code in (lang, lang.partition("-")[0]):
            if code in texts:
                return texts[code]
        return self.texts[0][1]

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that have a text of their own; empty where one text stands for all."""
        return tuple(code for code, _ in self.texts if code != EVERY)

    def __bool__(self) -> bool:
        return any(text for _, text in self.texts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read, serialization=core_schema.plain_serializer_function_ser_schema(_write)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        text = {"type": "string", "maxLength": LONGEST}
        by_language = {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": f"^{_LANGUAGE}$"},
            "additionalProperties": text,
        }
        return {"anyOf": [text, by_language], "description": "a text, or one for each language"}


def excerpt(given: object) -> str:
    """What an author wrote, as it is repeated to him in an error: forty characters at most."""
    if isinstance(given, int) and abs(given) > 10**_LONGEST_EXCERPT:
        return "…"
    text = str(given)
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 1] + "…"


def _read(given: Any) -> Words:
    if isinstance(given, Words):
        return given
    if not isinstance(given, Mapping):
        refusal = _refusal_of_text(given)
        if refusal:
            raise refusal
        return Words.of(given)
    if not given:
        raise PydanticCustomError("words_empty", "no text in any language: write at least one, such as zh or en")
    refusals = list(_refusals(given))
    if refusals:
        raise ValidationError.from_exception_data("Words", refusals)
    return Words(given)


def _refusals(given: Mapping[Any, Any]) -> Iterator[InitErrorDetails]:
    for code, text in given.items():
        if not isinstance(code, str) or not re.fullmatch(_LANGUAGE, code):
            wrong_code = PydanticCustomError(
                "words_language",
                '"{code}" is not a language: name each by its code, such as zh or en',
                {"code": excerpt(code)},
            )
            yield InitErrorDetails(type=wrong_code, loc=(excerpt(code),), input=text)
            continue
        refusal = _refusal_of_text(text)
        if refusal:
            yield InitErrorDetails(type=refusal, loc=(code,), input=text)


def _refusal_of_text(given: Any) -> PydanticCustomError | None:
    if given is None:
        return PydanticCustomError("words_missing", 'a text is missing here: write one, or "" for none')
    if isinstance(given, bool):
        written = "true" if given else "false"
        return PydanticCustomError(
            "words_number", 'a text is needed: put it in quotation marks, as in "{written}"', {"written": written}
        )
    if isinstance(given, int | float):
        return PydanticCustomError(
            "words_number",
            'a text is needed, not a number: put it in quotation marks, as in "{written}"',
            {"written": excerpt(given)},
        )
    if not isinstance(given, str):
        return PydanticCustomError(
            "words_kind", "a text is needed: write one text, or one for each language, such as zh and en"
        )
    if len(given) > LONGEST:
        return PydanticCustomError(
            "words_long",
            "the text has {length} characters: shorten it to {longest} at most",
            {"length": len(given), "longest": LONGEST},
        )
    return None


def _write(words: Words) -> str | dict[str, str]:
    return dict(words.texts) if words.languages else words.texts[0][1]
