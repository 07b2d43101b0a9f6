"""Glossaries: what the places of a series are called on the screen, in each language."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field
from pydantic_core import PydanticCustomError

from kiosk.words import Words, excerpt

Glossary = Annotated[
    dict[str, Words],
    Field(
        description="what places of the series are called, where it is not the place itself: {chips: {zh: 芯片, en: Chips}}"
    ),
]


def called(names: Mapping[str, Words], place: str, language: str) -> str:
    """What a place is called in a language."""
    return names[place].get(language) if place in names else place


def check_names(names: Mapping[str, Words], places: Sequence[str]) -> None:
    """Refuses, in words for its author, a name for a place that is not there."""
    for place in names:
        if place not in places:
            raise PydanticCustomError(
                "names",
                'the series has no place "{place}" to name: write the places as they stand in the series',
                {"place": excerpt(place), "known": tuple(places)},
            )
