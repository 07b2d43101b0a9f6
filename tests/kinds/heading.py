"""Headings for tests."""

from kiosk.elements.heading import Heading
from kiosk.words import Words
from tests.kinds.samples import LONG


def examples() -> dict[str, Heading]:
    """Too long, one character, a word that cannot be broken."""
    return {
        "long": Heading(text=Words(LONG), detail=Words(LONG), weight="bold"),
        "short": Heading(text=Words.of("攀"), color="warm"),
        "word": Heading(text=Words.of("Intellectualproperty"), color="cool"),
    }
