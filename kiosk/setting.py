"""The setting: where on which screen, and in which language, something is laid out."""

from dataclasses import dataclass, replace

from kiosk.screen import Box, Screen
from kiosk.words import Words


@dataclass(frozen=True)
class Setting:
    """A place on a screen and the languages of the show.

    `box` is the room for marks; `foot` pixels below it are free for one line of axis labels. `languages`: the one that leads,
    then the others, of which the first may stand beside it in small type. `chapters`: the titles of the chapters that have a
    stroke in the marker, and `chapter` which of them this is, from 1; 0 is before the first, one more than their number after
    the last.
    """

    screen: Screen
    box: Box
    foot: float
    languages: tuple[str, ...]
    chapters: tuple[Words, ...] = ()
    chapter: int = 0

    @property
    def language(self) -> str:
        """The language that leads."""
        return self.languages[0]

    @property
    def is_chinese(self) -> bool:
        """Whether the language that leads is written in Han characters."""
        return self.language.partition("-")[0] in {"zh", "ja", "yue"}

    def say(self, words: Words) -> str:
        """The text in the language that leads."""
        return words.get(self.language)

    def second(self, words: Words) -> str:
        """The text in the second language; empty where there is none or it says the same."""
        if len(self.languages) < 2:
            return ""
        other = words.get(self.languages[1])
        return "" if other == self.say(words) else other

    def within(self, box: Box, foot: float = 0.0) -> "Setting":
        """The same setting with another box."""
        return replace(self, box=box, foot=foot)
