"""What somebody may say, and how much of it."""

from kiosk.elements.quote import Quote
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.picture import image
from tests.kinds.samples import LONG


def examples() -> dict[str, Kind]:
    """One character, far too much, without a speaker, with a speaker of many titles, with a broad picture."""
    many = Words({"zh": LONG["zh"] * 2, "en": LONG["en"] * 2})
    return {
        "short": Quote(text=Words.of("攀")),
        "words-only": Quote(text=Words({"zh": "路是人走出来的，园区也是。", "en": "Parks are made by walking, too."})),
        "longest": Quote(
            text=Words({"zh": LONG["zh"] * 8, "en": LONG["en"] * 4}), who=Words.of("佚名"), portrait=image("car")
        ),
        "titled": Quote(
            text=Words.of("==好==。"), who=Words.of("欧阳娜塔莉亚·亚历山德罗芙娜"), role=many, portrait=image("robot")
        ),
        "quotes-within": Quote(
            text=Words({"zh": "他说“再试一次”，我们就再试一次", "en": "He said “again”, so we tried again"})
        ),
    }
