"""Panels for tests."""

from kiosk.elements.panel import Panel
from tests.gallery import example
from tests.kinds import counter


def examples() -> dict[str, Panel]:
    """Side by side, and as many as may be."""
    return {
        "across": Panel(parts=(example("slopes"), example("picture")), direction="across", shares=(1.6, 1.0)),
        "four": Panel(
            parts=(example("heading"), example("caption"), counter.examples()["money"], example("picture")),
            direction="across",
        ),
    }
