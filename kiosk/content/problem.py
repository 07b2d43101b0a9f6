"""Problems: what is wrong in an author's files, where, and what to write instead."""

from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]

CODES: dict[str, str] = {
    "encoding": "the file is not text in UTF-8",
    "yaml-syntax": "the file cannot be read as YAML",
    "yaml-limits": "the file is too large, too deep, or holds too many or too long entries",
    "yaml-alias": "an anchor (&) or alias (*) is used",
    "yaml-merge": "a merge key (<<) is used",
    "yaml-tag": "a tag (!) or directive (%) is used",
    "yaml-duplicate": "a key is written twice in the same map",
    "unknown-key": "a key that has no meaning in this place",
    "missing-key": "a key that has to be there is not",
    "wrong-type": "a value of another sort, for example text in place of a number",
    "unknown-kind": "a kind of chart or element that does not exist",
    "unknown-metric": "a metric or series that no file defines, or that has problems of its own",
    "unknown-slide": "a slide that no file defines",
    "unknown-image": "an image that is not there",
    "bad-value": "a value that is not allowed, or out of range",
    "too-long": "a text, a list, a slide or the whole loop is too long",
    "too-short": "a text or list that is too short",
    "too-small": "something that cannot be read from the farthest place",
    "too-faint": "a colour that cannot be seen well on the ground, or not be told from another",
    "missing-file": "a file that is not there or cannot be opened",
    "outside-folder": "a file outside the show's folder",
    "bad-path": "a path that does not mean the same on every system",
    "bad-image": "an image that cannot be shown",
    "bad-map": "a map that cannot be shown",
    "bad-film": "a film that cannot be shown",
    "no-decoder": "a film on a machine that has no program to decode it",
    "bad-data": "a data file that cannot be read as a table",
    "missing-translation": "a text that lacks one of the languages of the show",
    "missing-glyph": "a character that no typeface of the show can draw",
    "expired": "a figure whose date has passed",
    "unused": "something that is defined but never shown",
}
"""What each code means, in one line. Codes never change their meaning; check scripts rely on them."""

LINE_LIMIT = 500
QUOTE_LIMIT = 60


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, at a place in a file; problems sort by place.

    `line` and `column` count from 1, columns in characters. `code` is a key of `CODES`. `hint` says what to write
    instead.
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return printable(
            f"{self.path}:{self.line}:{self.column}: {self.severity} {self.code} {self.message}{hint}", LINE_LIMIT
        )

    def as_json(self) -> dict[str, str | int]:
        """The same for other programs to read."""
        return asdict(self)


class ContentProblem(ValueError):
    """What is wrong, raised where the place in the author's file is not known; whoever knows it calls `at`.

    Raised in a validator of a model it is placed by `validate`. `within` leads from the value being validated to the
    part that is wrong, as keys and indexes.
    """

    def __init__(self, code: str, message: str, hint: str = "", within: tuple[str | int, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.within = within

    def at(self, path: str, line: int = 1, column: int = 1, severity: Severity = "error") -> Problem:
        """The problem at its place."""
        return Problem(path, line, column, severity, self.code, self.message, self.hint)


def printable(text: str, limit: int) -> str:
    """Text without control characters, so that it can forge no line of a log; cut at `limit` characters."""
    shown = "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text[: limit + 1]
    )
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def quoted(text: object, limit: int = QUOTE_LIMIT) -> str:
    """An author's own word within a message."""
    return f'"{printable(str(text), limit)}"'
