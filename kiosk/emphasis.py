"""Emphasis: words within a text that are set apart, and how an author marks them.

`**words**` are bold, `==words==` bold and warm, `~~words~~` bold and cool; marks may stand within one another. A line break is a
line break in the file, or `\\n`; an empty line parts paragraphs. A backslash before a mark makes it plain: `\\**`. Three or more
of a sign, and marks with spaces on both sides, are plain as they are. Colour alone says nothing: coloured words are bold as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from kiosk.words import Words, excerpt

COLORS: dict[str, str] = {"**": "", "==": "warm", "~~": "cool"}
"""The marks, and the colours that they give; empty leaves the text its own."""

_TOKEN = re.compile(r"\\([\\*=~n])|(\*{2,}|={2,}|~{2,})")
_EXCERPT = 12


@dataclass(frozen=True)
class Hand:
    """How some characters are written; a colour of "" is the text's own."""

    is_bold: bool = False
    color: str = ""


PLAIN = Hand()


@dataclass(frozen=True)
class Stretch:
    """Characters in one hand."""

    text: str
    hand: Hand = PLAIN


class EmphasisError(ValueError):
    """A mark without its other half."""

    def __init__(self, mark: str, text: str, is_open: bool) -> None:
        self.mark, self.text, self.is_open = mark, text, is_open
        super().__init__(f"the {mark} {'before' if is_open else 'behind'} {text!r} has no other half")


def stretches(text: str) -> tuple[Stretch, ...]:
    """A marked text in stretches of one hand, without the marks; raises EmphasisError for a mark without its other half."""
    return tuple(_stretches(text.strip("\n")))


def plain(text: str) -> str:
    """A marked text without its marks; one that is marked wrongly as it is."""
    try:
        return "".join(stretch.text for stretch in stretches(text))
    except EmphasisError:
        return text


def _stretches(text: str) -> Iterator[Stretch]:
    open_marks: dict[str, int] = {}
    begin, held = 0, ""
    for token in _TOKEN.finditer(text):
        held += text[begin : token.start()]
        escaped, mark = token.groups()
        begin = token.end()
        if escaped:
            held += "\n" if escaped == "n" else escaped
            continue
        is_tight_before = bool(text[: token.start()][-1:].strip())
        is_tight_behind = bool(text[begin : begin + 1].strip())
        if mark not in COLORS or not (is_tight_before or is_tight_behind):
            held += mark
            continue
        if mark in open_marks and not is_tight_before:
            raise EmphasisError(mark, text[open_marks[mark] :][:_EXCERPT], is_open=True)
        if mark not in open_marks and not is_tight_behind:
            raise EmphasisError(mark, text[: token.start()][-_EXCERPT:], is_open=False)
        if held:
            yield Stretch(held, _hand(open_marks))
            held = ""
        if mark in open_marks:
            del open_marks[mark]
        else:
            open_marks[mark] = begin
    for mark, start in open_marks.items():
        raise EmphasisError(mark, text[start:][:_EXCERPT], is_open=True)
    if held or begin < len(text):
        yield Stretch(held + text[begin:], PLAIN)


def _hand(marks: dict[str, int]) -> Hand:
    """The hand of what stands within some marks, of which the innermost gives the colour."""
    colors = [COLORS[mark] for mark in marks if COLORS[mark]]
    return Hand(bool(marks), colors[-1] if colors else "")


def _well_marked(words: Words) -> Words:
    for language, text in words.texts:
        try:
            stretches(text)
        except EmphasisError as error:
            message = (
                'the {mark} before "{text}" is never closed'
                if error.is_open
                else 'the {mark} behind "{text}" opens nothing'
            )
            hint = f"write {error.mark}words{error.mark}, or \\{error.mark} where the signs themselves are meant"
            context = {
                "mark": error.mark,
                "text": excerpt(error.text),
                "hint": hint,
                "at": (language,) if language else (),
            }
            raise PydanticCustomError("emphasis", message, context) from None
    return words


MarkedWords = Annotated[Words, AfterValidator(_well_marked)]
"""Words in which some may be set apart by marks."""
