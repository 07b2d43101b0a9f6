"""Metrics: figures with their unit, qualifier, period and source, one decision for every screen."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema, field_validator
from pydantic_core import PydanticCustomError

from kiosk.figures import LARGEST, Described, Scale, refuse_extremes
from kiosk.numbers import SCALES, Qualifier, QualifierForm, Written, write
from kiosk.series import DataFile, Series
from kiosk.tables import DataProblem, Point, read_csv, remedy
from kiosk.words import excerpt

__all__ = ["DataFile", "DataProblem", "Metric", "Point", "Scale", "Series", "read_csv"]

_FRACTION = r"[+-]?\d{1,9}/0*[1-9]\d{0,8}"


def _read_value(given: Any) -> int | float | str:
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        raise PydanticCustomError("value_kind", "a figure is needed here: write a number, or a fraction such as 1/9")
    if isinstance(given, str):
        return _read_fraction(given)
    refuse_extremes(given)
    return given


def _read_fraction(given: str) -> str:
    text = given.strip()
    if re.fullmatch(_FRACTION, text, re.ASCII):
        return text
    if re.fullmatch(r"[+-]?\d+/0+", text, re.ASCII):
        raise PydanticCustomError(
            "value_zero", '"{given}" divides by nothing: write a fraction such as 1/9', {"given": excerpt(text)}
        )
    if re.fullmatch(r"[+-]?\d+(\.\d*)?", text, re.ASCII):
        hint = f"take off the quotation marks: {excerpt(text)}"
    elif match := re.fullmatch(r"([+-]?\d+(?:\.\d+)?)\s*(万亿|亿|万)\D*", text, re.ASCII):
        plain = format((Decimal(match[1]) * SCALES["zh"][match[2]]).normalize(), "f")
        hint = f"write {excerpt(plain)}; {match[2]} is added on the screen"
    elif re.search("[超近约余]", text):
        hint = "write the number alone and say over, nearly or about with: qualifier"
    else:
        hint = remedy(text) if re.search(r"\d", text) else "write a number, or a fraction such as 1/9"
    raise PydanticCustomError(
        "value_text", '"{given}" is not a plain number: {hint}', {"given": excerpt(text), "hint": hint}
    )


Value = Annotated[
    int | float | str,
    PlainValidator(_read_value),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": -LARGEST, "maximum": LARGEST},
                {"type": "string", "pattern": f"^{_FRACTION}$"},
            ],
            "description": "a number, or a fraction such as 1/9",
        }
    ),
]


class Metric(Described):
    """One figure. A fraction such as 1/9 stays the text its author wrote."""

    value: Value
    qualifier: Qualifier = "exact"
    qualifier_form: QualifierForm = "before"

    @field_validator("qualifier_form", mode="after")
    @classmethod
    def _check_form(cls, form: QualifierForm, info: ValidationInfo) -> QualifierForm:
        if form != "before" and info.data.get("qualifier", "over") != "over":
            raise PydanticCustomError(
                "qualifier_form",
                "only the qualifier over can stand behind the digits: write qualifier: over, or leave this out",
            )
        return form

    @property
    def fraction(self) -> Fraction | None:
        """The value as a fraction, if its author wrote one."""
        return Fraction(self.value) if isinstance(self.value, str) else None

    @property
    def number(self) -> float:
        """The value as a finite number, for geometry and ratios."""
        return float(Fraction(self.value) if isinstance(self.value, str) else self.value)

    def written(self, lang: str, value: float | None = None) -> Written:
        """The figure in words; `value`, if given, is shown in its place on the way to it."""
        return write(
            self.value,
            lang,
            value,
            unit=self.unit,
            qualifier=self.qualifier,
            form=self.qualifier_form,
            decimals=self.decimals,
            scale=self.scale.word(lang),
        )
