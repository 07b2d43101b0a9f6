"""Guesses: which of the known words an author had in mind."""

import difflib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from kiosk.content.problem import quoted

NEAR = 0.6
LONGEST = 64
MOST = 12
QUOTES = "\"'`“”‘’„「」『』《》"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to `word`; empty where none is near."""
    guess = nearest(word, tuple(known))
    return f"did you mean {quoted(guess)}?" if guess else ""


def suggestion(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or else all of them where they are few."""
    choices = tuple(known)
    return did_you_mean(word, choices) or one_of(choices)


def one_of(known: Iterable[str]) -> str:
    """A hint that lists what is known; empty where that is nothing, or too much to read."""
    choices = tuple(dict.fromkeys(known))
    if not choices or len(choices) > MOST:
        return ""
    return f"write {choices[0]}" if len(choices) == 1 else f"one of: {', '.join(choices)}"


@lru_cache(4096)
def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word nearest to `word`; empty where none is near. Width, case, quotes, `-` or `_` do not count."""
    if len(word) > LONGEST:
        return ""
    plain = {fold(choice): choice for choice in reversed(known)}
    if fold(word) in plain:
        return plain[fold(word)]
    found = difflib.get_close_matches(fold(word), plain, 1, NEAR)
    return plain[found[0]] if found else ""


def fold(word: str) -> str:
    """A word without what a keyboard or an input method may have changed about it."""
    plain = unicodedata.normalize("NFKC", word).strip().strip(QUOTES).strip()
    return plain.casefold().replace("-", "_").replace(" ", "_")
