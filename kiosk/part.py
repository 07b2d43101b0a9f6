"""A part of the program that others made: its version, its licence, and where the texts of that lie."""

from dataclasses import dataclass
from pathlib import Path

KINDS = {
    "program": "The program",
    "language": "The language it is written in",
    "package": "Packages",
    "font": "Fonts",
    "drawing": "Drawings",
    "library": "Libraries of the system it was built on",
}
"""Kinds of parts, in the order in which they are listed, and what they are called there."""
UNKNOWN = "see the text"
"""Stands for a licence that has no short name."""


@dataclass(frozen=True)
class Part:
    """A part of the program; `licence` is an SPDX expression where one is known, `source` says where its source is to be had."""

    name: str
    version: str
    licence: str
    kind: str
    files: tuple[Path, ...]
    source: str = ""

    @property
    def title(self) -> str:
        """Name and version."""
        return f"{self.name} {self.version}".strip()
