"""Findings: what was looked at on a machine, how it is, and what to do about it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Verdict = Literal["good", "note", "warning", "fault"]

VERDICTS: tuple[Verdict, ...] = ("good", "note", "warning", "fault")
"""From harmless to grave: a note is to be known, a warning spoils the show some day, a fault hinders playing."""

SUBJECTS: dict[str, tuple[str, ...]] = {
    "machine": ("system", "container", "user", "memory", "disk", "clock", "time zone", "file names", "open files"),
    "display": ("display", "session", "window manager", "screen", "display sleep"),
    "program": ("libraries", "platform", "fonts", "films"),
    "show": ("show", "glyphs", "media", "painting"),
}
"""All subjects by the part of the report that they belong to, in its order."""


@dataclass(frozen=True)
class Finding:
    """One finding: a sentence about a subject, and for what is not good a remedy: a command, or what to do by hand."""

    subject: str
    verdict: Verdict
    message: str
    remedy: str = ""

    def as_json(self) -> dict[str, str]:
        """The same for other programs to read."""
        return asdict(self)


def hinders(findings: Iterable[Finding]) -> bool:
    """Whether anything found keeps the show from being played."""
    return any(finding.verdict == "fault" for finding in findings)
