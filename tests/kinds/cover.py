"""Covers for tests."""

from kiosk.elements.cover import Cover
from kiosk.words import Words

NAME = Words({"zh": "宁波高新区", "en": "Ningbo National High-tech Zone"})


def examples() -> dict[str, Cover]:
    """Covers with little and with much to say."""
    return {
        "one character": Cover(words=Words.of("攀")),
        "no name": Cover(words=Words.of("向高而攀")),
        "long": Cover(
            words=Words(
                {
                    "zh": "改革向新争创一流高科技园区勇立潮头再出发",
                    "en": "Reform towards the new, striving for a world-class science and technology park",
                }
            ),
            name=Words(
                {
                    "zh": "宁波国家高新技术产业开发区管理委员会",
                    "en": "Administrative Committee of the Ningbo National High-tech Zone",
                }
            ),
        ),
        "mixed": Cover(words=Words.of("2024 向高而攀"), name=NAME),
    }
