"""Captions for tests."""

from kiosk.elements.caption import Caption
from kiosk.words import Words


def example() -> Caption:
    """Two sentences."""
    return Caption(
        text=Words(
            {
                "zh": "高新区以不足全市百分之零点四的土地，聚集了九分之一的高新技术企业。",
                "en": "On less than 0.4 % of the city's land the zone is home to one in nine of its high-tech firms.",
            }
        )
    )


def examples() -> dict[str, Caption]:
    """As long as may be, one word, lines of the author's own."""
    return {
        "longest": Caption(text=Words({"zh": "高新区" * 50, "en": "growth " * 45}), color="muted"),
        "word": Caption(text=Words.of("攀"), at="bottom"),
        "lines": Caption(text=Words.of("向高\n而攀"), at="middle"),
    }
