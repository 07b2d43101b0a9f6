"""Figures: what a single value and a series of values have in common."""

import math
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from kiosk.numbers import EMPTY, tongue_of
from kiosk.periods import PERIOD_PATTERN, read_day, read_moment, read_period, write_period
from kiosk.words import Words, excerpt

LARGEST = 1e15
"""The largest value, either way, that a figure may have: up to here whole numbers are exact."""

MOST_DECIMALS = 6


def refuse_extremes(given: int | float) -> None:
    """Refuses, in words for its author, what is not finite or too large."""
    if isinstance(given, float) and not math.isfinite(given):
        raise PydanticCustomError("value_finite", "this is not a number that can be shown: write digits, as in 12.5")
    if abs(given) > LARGEST:
        raise PydanticCustomError("value_large", "the figure is too large: the largest is 1000000000000000 (1e15)")


def _read_unit(given: Any) -> Any:
    texts = given.values() if isinstance(given, Mapping) else (given,)
    for text in texts:
        if isinstance(text, str) and text.startswith(("万", "亿")):
            raise PydanticCustomError(
                "unit_scale",
                'the unit "{given}" begins with {scale}: write the figure in full and the unit alone; '
                "{scale} is added on the screen",
                {"given": excerpt(text), "scale": text[0]},
            )
    return given


Unit = Annotated[Words, BeforeValidator(_read_unit)]
Period = Annotated[
    str, PlainValidator(read_period), WithJsonSchema({"type": ["string", "integer"], "pattern": PERIOD_PATTERN})
]
Moment = Annotated[
    str,
    PlainValidator(read_moment),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
Day = Annotated[date, PlainValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})]


class Scale(BaseModel):
    """The word for large numbers in each manner of writing; left out, the largest that leaves a short exact number."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: Literal["none", "万", "亿", "万亿"] | None = None
    en: Literal["none", "thousand", "million", "billion", "trillion"] | None = None

    def word(self, lang: str) -> str | None:
        """The word for a language, "none" for no scale, None where it is left to the number."""
        return self.zh if tongue_of(lang) == "zh" else self.en


class Described(BaseModel):
    """What a figure and a series of figures have in common: what it counts, for when, and who says so."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    id: SkipJsonSchema[str] = ""
    label: Words
    short: Words = EMPTY
    unit: Unit = EMPTY
    decimals: int | None = Field(default=None, ge=0, le=MOST_DECIMALS)
    scale: Scale = Scale()
    period: Period = ""
    source: Words = EMPTY
    as_of: Moment | None = None
    expires: Day | None = None
    claim: Words = EMPTY
    note: Words = EMPTY

    def name(self, lang: str, is_short: bool = False) -> str:
        """The label; the shorter one, if there is one, where room is scarce."""
        return (self.short if is_short and self.short else self.label).get(lang)

    def period_text(self, lang: str) -> str:
        """The period in words, such as "January to September 2024"; empty where none is given."""
        return write_period(self.period, lang)

    def as_of_text(self, lang: str) -> str:
        """The date of the figure in words; empty where none is given."""
        return write_period(self.as_of or "", lang)

    def expired(self, on: date) -> bool:
        """Whether the figure is no longer to be trusted on that day; it still is on the day of `expires`."""
        return self.expires is not None and on > self.expires
