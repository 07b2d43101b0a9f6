"""Panels for tests."""

from kiosk.elements.panel import Panel
from tests.kinds import caption, counter, heading, picture, slopes


def example() -> Panel:
    """A figure above a paragraph."""
    return Panel(parts=(counter.example(), caption.example()), shares=(2.0, 1.0))


def examples() -> dict[str, Panel]:
    """Side by side, and as many as may be."""
    return {
        "across": Panel(parts=(slopes.example(), picture.example()), direction="across", shares=(1.6, 1.0)),
        "four": Panel(
            parts=(heading.example(), caption.example(), counter.examples()["money"], picture.example()),
            direction="across",
        ),
    }
