"""Closings for tests."""

from kiosk.elements.closing import Closing
from kiosk.words import Words

NAME = Words({"zh": "宁波高新区", "en": "Ningbo National High-tech Zone"})
WORDS = Words({"zh": "高处见", "en": "See you higher up"})
AIMS = (
    Words({"zh": "科技创新策源地", "en": "A source of innovation"}),
    Words({"zh": "成果转化首选地", "en": "First choice for turning research into products"}),
    Words({"zh": "数字经济发展新高地", "en": "New heights of the digital economy"}),
    Words({"zh": "青年人才集聚地", "en": "Where young talent gathers"}),
)


def examples() -> dict[str, Closing]:
    """Closings with few and with many aims."""
    long = Words.of("An aim that says at great length what is going to be reached, and by whom, and in which year")
    return {
        "two aims": Closing(words=Words.of("见"), aims=AIMS[:2]),
        "five aims": Closing(
            words=WORDS, aims=(*AIMS, Words({"zh": "世界一流园区", "en": "A park among the world's best"}))
        ),
        "long": Closing(
            words=Words.of("Thank you very much for your visit to the exhibition"), aims=(long,) * 4, name=NAME
        ),
    }
