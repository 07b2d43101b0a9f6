"""The commands a guide or a visitor can give the show, and the keys that give them.

A key that is not listed, such as the F5 of presenter clickers, does nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


class Command(Enum):
    """A command that needs no number."""

    NEXT = "next"
    PREVIOUS = "previous"
    FIRST = "first"
    LAST = "last"
    ROW_UP = "row up"
    ROW_DOWN = "row down"
    ENTER = "enter"
    BACKSPACE = "backspace"
    HOLD = "hold"
    BLANK = "blank"
    LANGUAGE = "language"
    OVERVIEW = "overview"
    HELP = "help"
    ESCAPE = "escape"
    POINTER = "pointer"
    QUIT = "quit"


@dataclass(frozen=True)
class GoTo:
    """Go to a slide, counted from 0."""

    slide: int


@dataclass(frozen=True)
class Digit:
    """One digit, 0 to 9, of a slide's number as it is typed."""

    value: int

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 9:
            raise ValueError(f"not a digit: {self.value}")


AnyCommand: TypeAlias = Command | GoTo | Digit

KEYS: Mapping[str, AnyCommand] = {
    "Right": Command.NEXT,
    "Down": Command.NEXT,
    "PgDown": Command.NEXT,
    "Space": Command.NEXT,
    "Return": Command.ENTER,
    "Enter": Command.ENTER,
    "Left": Command.PREVIOUS,
    "Up": Command.PREVIOUS,
    "PgUp": Command.PREVIOUS,
    "Backspace": Command.BACKSPACE,
    "Home": Command.FIRST,
    "End": Command.LAST,
    "O": Command.OVERVIEW,
    "P": Command.HOLD,
    "B": Command.BLANK,
    ".": Command.BLANK,
    "L": Command.LANGUAGE,
    "F1": Command.HELP,
    "?": Command.HELP,
    "Esc": Command.ESCAPE,
    "Ctrl+Shift+Q": Command.QUIT,
    **{str(value): Digit(value) for value in range(10)},
}

OVERVIEW_KEYS: Mapping[str, AnyCommand] = {**KEYS, "Up": Command.ROW_UP, "Down": Command.ROW_DOWN}


def command_of(key: str, *, in_overview: bool = False) -> AnyCommand | None:
    """What a key asks for, None for a key that does nothing; keys are named as Qt writes them."""
    return (OVERVIEW_KEYS if in_overview else KEYS).get(key)
