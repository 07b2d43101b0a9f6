"""Lines that run, and lines that need not."""

from kiosk.elements.ticker import Ticker
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import LONG


def examples() -> dict[str, Kind]:
    """What fits and stands still, one long text, twenty, and nothing at all."""
    return {
        "still": Ticker(items=(Words.of("今天闭馆"), Words.of("明天见"))),
        "one": Ticker(items=(Words({"zh": LONG["zh"] * 3, "en": LONG["en"] * 2}),), size="small"),
        "twenty": Ticker(items=tuple(Words(LONG) for _ in range(20)), heading=Words({"zh": "快讯", "en": "News"})),
        "empty": Ticker(items=(Words.of(""), Words.of(""))),
    }
