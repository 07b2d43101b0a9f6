"""Paragraphs as a show may hold them, and as it should not."""

from kiosk.elements.text import TextElement
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import LONG


def examples() -> dict[str, Kind]:
    """A word, too much of it, no good place to break, marks everywhere, and signs that are none."""
    return {
        "word": TextElement(text=Words.of("攀")),
        "empty": TextElement(text=Words.of("")),
        "longest": TextElement(text=Words({"zh": LONG["zh"] * 14, "en": LONG["en"] * 4}), color="muted"),
        "unbroken": TextElement(text=Words.of("Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 3), at="middle"),
        "marked": TextElement(text=Words.of("**高**==新==~~区~~ **bold ==and warm==** 2024**年**"), at="bottom"),
        "signs": TextElement(text=Words.of("2 ** 3 = 8\n\\**not bold\\** ~~~~ ****\n\n\n\n尾"), largest="small"),
    }
