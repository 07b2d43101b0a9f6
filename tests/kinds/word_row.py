"""Rows of words for tests."""

from kiosk.elements.word_row import WordRow
from kiosk.words import Words

TOPICS = (
    Words({"zh": "购房补贴", "en": "Housing subsidies"}),
    Words({"zh": "法律咨询", "en": "Legal advice"}),
    Words({"zh": "社保政策", "en": "Social insurance"}),
    Words({"zh": "新公司法", "en": "New Company Law"}),
)


def examples() -> dict[str, WordRow]:
    """Few, many and long words."""
    return {
        "two": WordRow(words=TOPICS[:2], heading=Words({"zh": "热点话题", "en": "Topics"})),
        "eight": WordRow(words=TOPICS * 2),
        "long": WordRow(
            words=(Words.of("National Innovation Centre for Waterborne Equipment Safety and Reliability"),) * 5
        ),
        "seven": WordRow(words=(*TOPICS, *TOPICS[:3]), heading=Words.of("What they spoke of")),
    }
