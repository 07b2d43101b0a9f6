"""Headings for tests."""

from kiosk.elements.heading import Heading
from kiosk.words import Words
from tests.kinds.samples import LONG


def example() -> Heading:
    """A few words and a name below them."""
    return Heading(
        text=Words({"zh": "创新之城", "en": "A city of invention"}),
        detail=Words({"zh": "宁波国家高新技术产业开发区", "en": "Ningbo National High-tech Zone"}),
    )


def examples() -> dict[str, Heading]:
    """Too long, one character, a word that cannot be broken."""
    return {
        "long": Heading(text=Words(LONG), detail=Words(LONG), weight="bold"),
        "short": Heading(text=Words.of("攀"), color="warm"),
        "word": Heading(text=Words.of("Intellectualproperty"), color="cool"),
    }
