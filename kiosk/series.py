"""Series: a figure at many places or times."""

import math
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, PlainValidator, ValidationError, WithJsonSchema, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from kiosk.figures import Described, refuse_extremes
from kiosk.marks import Array
from kiosk.numbers import SCALES, Manner, Written, common_manner, tongue_of, write_in
from kiosk.tables import Point, remedy
from kiosk.words import excerpt


class DataFile(BaseModel):
    """Where the values of a series stand: a file of the show and the headings of two of its columns."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str = Field(min_length=1)
    x: str = Field(min_length=1)
    y: str = Field(min_length=1)


def _read_points(given: Any) -> tuple[Point, ...]:
    pairs = list(given.items()) if isinstance(given, Mapping) else given
    if not isinstance(pairs, Sequence) or isinstance(pairs, str):
        raise PydanticCustomError(
            "points_kind",
            "a list of values is needed: write {example}",
            {"example": "{2021: 3, 2022: 5} or [[0, 3], [1, 5]]"},
        )
    if not pairs:
        raise PydanticCustomError("points_empty", "there are no values: write at least one, such as 2024: 5")
    points: list[Point] = []
    refusals: list[InitErrorDetails] = []
    for index, pair in enumerate(pairs):
        try:
            points.append(_read_point(pair))
        except PydanticCustomError as refusal:
            place = excerpt(pair[0]) if isinstance(given, Mapping) else index
            refusals.append(InitErrorDetails(type=refusal, loc=(place,), input=pair))
    if refusals:
        raise ValidationError.from_exception_data("Series", refusals)
    if len({isinstance(place, str) for place, _ in points}) > 1:
        raise PydanticCustomError(
            "points_mixed",
            "the places are partly numbers and partly texts: put all of them in quotation marks, or none",
        )
    return tuple(points)


def _read_point(pair: Any) -> Point:
    if not isinstance(pair, Sequence) or isinstance(pair, str) or len(pair) != 2:
        raise PydanticCustomError(
            "point_pair", "each entry of the list is a place and a value: write {example}", {"example": "[2024, 5]"}
        )
    place, value = pair
    if isinstance(place, bool) or not isinstance(place, int | float | str):
        raise PydanticCustomError("point_place", "a place is a number or a text, such as 2024 or 宁波")
    if not isinstance(place, str):
        refuse_extremes(place)
        place = float(place)
    if value is None:
        return place, None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError(
            "point_value",
            "the value at {place} is not a number: {hint}",
            {"place": excerpt(_place_text(place)), "hint": _hint(value)},
        )
    refuse_extremes(value)
    return place, float(value)


def _hint(value: Any) -> str:
    has_digits = isinstance(value, str) and any(character.isdigit() for character in value)
    return remedy(value) if has_digits else "write digits, or null where it is missing"


def _place_text(place: str | float) -> str:
    if isinstance(place, str):
        return place
    return str(int(place)) if place.is_integer() else str(place)


Points = Annotated[
    tuple[Point, ...],
    PlainValidator(_read_points),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "object", "minProperties": 1, "additionalProperties": {"type": ["number", "null"]}},
                {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                        "type": "array",
                        "prefixItems": [{"type": ["number", "string"]}, {"type": ["number", "null"]}],
                        "minItems": 2,
                        "maxItems": 2,
                    },
                },
            ],
            "description": "values by place, as in {2021: 3, 2022: 5}, or a list of [place, value]",
        }
    ),
]


class Series(Described):
    """A figure at many places or times.

    The values are written out (`values`), or stand in a file (`data`) and are set by `with_points` once it is read.
    """

    points: Points = Field(default=(), alias="values")
    data: DataFile | None = None

    @model_validator(mode="after")
    def _check_origin(self) -> Self:
        if not self.points and self.data is None:
            raise PydanticCustomError(
                "series_empty", "there are no values: write them under values, or name a file under data"
            )
        if self.points and self.data is not None:
            raise PydanticCustomError("series_twice", "the values are given twice: keep either values or data")
        return self

    def with_points(self, points: Sequence[Point]) -> "Series":
        """The same series with the values that its file holds."""
        given = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(given | {"points": points, "data": None})

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The places as texts; a whole number without a point, as years are."""
        return tuple(_place_text(place) for place, _ in self.points)

    @property
    def x(self) -> Array:
        """The places as float64 of shape (n,); named places are counted from 0."""
        places = [index if isinstance(place, str) else place for index, (place, _) in enumerate(self.points)]
        return np.array(places, dtype=np.float64)

    @property
    def y(self) -> Array:
        """The values as float64 of shape (n,); nan where one is missing."""
        return np.array([math.nan if value is None else value for _, value in self.points], dtype=np.float64)

    def written(self, lang: str, value: float) -> Written:
        """One value, or one on the way to it, in the scale and with the decimals that suit all of the series."""
        tongue = tongue_of(lang)
        return write_in(self._manners[tongue], value, lang, unit=self.unit)

    @cached_property
    def _manners(self) -> dict[str, Manner]:
        values = [value for _, value in self.points if value is not None]
        return {
            tongue: common_manner(values, tongue, decimals=self.decimals, scale=self.scale.word(tongue))
            for tongue in SCALES
        }
