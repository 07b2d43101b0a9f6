"""Word clouds: words as large as they weigh."""

import math
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.word_heap import Heap, Word
from kiosk.anatomy.values.glossary import Glossary, check_names
from kiosk.kind import Kind, Options, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import Words, excerpt

FEWEST, MOST = 5, 80


class CloudWord(Options):
    """A word and what it weighs."""

    word: Annotated[Words, Field(description="the word")]
    weight: Annotated[float, Field(ge=0, description="how often it was said, or how much it matters beside the others")]


class WordCloud(Kind):
    """Words as large as they weigh, all upright, packed into the box; the heaviest is warm.

    It shows what matters most, not exactly how much: for that use bars. Words that find no room are counted at the foot.
    """

    series: Annotated[SeriesRef | None, Field(description="a series of 5 to 80 values whose places are the words")] = (
        None
    )
    words: Annotated[
        tuple[CloudWord, ...],
        Field(
            max_length=MOST, description="instead of a series: the words, as in {word: {zh: 绿, en: Green}, weight: 12}"
        ),
    ] = ()
    names: Glossary = Field(default_factory=dict)
    highlight: Annotated[
        str,
        Field(
            description="the one word in the warm colour, as it stands in the series or in words; none; auto is the heaviest"
        ),
    ] = "auto"
    scale: Annotated[
        Literal["area", "height"],
        Field(
            description="what grows with the weight: the area of a word or its height, which lets the heaviest stand out more"
        ),
    ] = "area"

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.series is None) == (not self.words):
            raise PydanticCustomError("cloud", "a word cloud needs either a series or words: write one of them")
        count, weights = len(self.keys), self.weights
        if count < FEWEST:
            raise PydanticCustomError(
                "cloud_few",
                "{count} words make no cloud: name {least}, or show them as bars",
                {"count": count, "least": FEWEST},
            )
        if count > MOST:
            raise PydanticCustomError(
                "cloud_many",
                "{count} words are too many: leave out the lightest but {most}",
                {"count": count, "most": MOST},
            )
        if any(weight < 0.0 for weight in weights):
            raise PydanticCustomError(
                "cloud_negative", "a word cannot weigh less than nothing: use bars for such figures"
            )
        if not any(weight > 0.0 for weight in weights):
            raise PydanticCustomError("cloud_nothing", "no word weighs anything: write at least one weight above 0")
        self._check_words()
        return self

    def _check_words(self) -> None:
        for key in self.keys:
            if self.keys.count(key) > 1:
                raise PydanticCustomError(
                    "cloud_twice", 'the word "{word}" is there twice: add the weights up', {"word": excerpt(key)}
                )
        check_names(self.names, self.keys)
        known = tuple(dict.fromkeys((*self.keys, *(text for words in self._texts.values() for _, text in words.texts))))
        if self.highlight not in ("auto", "none", *known):
            raise PydanticCustomError(
                "highlight",
                'there is no word "{name}" to highlight: write one that is there, or none',
                {"name": excerpt(self.highlight), "known": known},
            )

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What tells the words apart: the places of the series, or the first of the texts of each."""
        return self.series.labels if self.series is not None else tuple(each.word.texts[0][1] for each in self.words)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """What the words weigh; nan where that is missing."""
        if self.series is not None:
            return tuple(float(value) for value in self.series.y)
        return tuple(each.weight for each in self.words)

    @cached_property
    def _texts(self) -> dict[str, Words]:
        own = {} if self.series is not None else dict(zip(self.keys, (each.word for each in self.words), strict=True))
        return {**{key: Words.of(key) for key in self.keys}, **own, **self.names}

    def place(self, setting: Setting) -> Placed:
        words = [
            Word(key, setting.say(self._texts[key]), weight)
            for key, weight in zip(self.keys, self.weights, strict=True)
            if not math.isnan(weight) and weight > 0.0
        ]
        words.sort(key=lambda word: -word.weight)
        warm = "" if self.highlight == "none" else words[0].key
        if self.highlight not in ("auto", "none"):
            warm = next(
                key for key, texts in self._texts.items() if self.highlight in (key, *(text for _, text in texts.texts))
            )
        about = self.series.name(setting.language) if self.series is not None else ""
        power = 0.5 if self.scale == "area" else 1.0
        return Heap(tuple(words), warm, power, about, len(self.keys) - len(words), setting).placed()
