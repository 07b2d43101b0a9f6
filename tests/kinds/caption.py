"""Captions for tests."""

from kiosk.elements.caption import Caption
from kiosk.words import Words


def examples() -> dict[str, Caption]:
    """As long as may be, one word, lines of the author's own."""
    return {
        "longest": Caption(text=Words({"zh": "高新区" * 50, "en": "growth " * 45}), color="muted"),
        "word": Caption(text=Words.of("攀"), at="bottom"),
        "lines": Caption(text=Words.of("向高\n而攀"), at="middle"),
    }
