"""Pictograms as a show may hold them, and as it should not."""

from kiosk.charts.pictogram import Pictogram
from kiosk.kind import Kind
from tests.kinds.samples import CHAMPIONS, LONG, metric

PEOPLE = {"zh": "人", "en": "people"}


def examples() -> dict[str, Kind]:
    """Every symbol; one row and five; nothing, parts, long labels, huge and tiny amounts."""
    talents = metric("拔尖以上人才", "Leading talents", 300, PEOPLE, qualifier="over")
    two = (metric("今年", "This year", 47, PEOPLE), metric("去年", "Last year", 36.5, PEOPLE))
    five = tuple(metric(LONG["zh"][place : place + 14], LONG["en"][place:], 4.5 * place, "%") for place in range(5))
    return {
        "people": Pictogram(metrics=(talents,), symbol="person", each=10),
        "two": Pictogram(metrics=two, symbol="person", each=2),
        "documents": Pictogram(
            metrics=(metric("每万人高价值发明专利", "High-value patents per 10,000 people", 128, {"zh": "件", "en": "patents"}),),
            symbol="document", each=2,
        ),
        "five": Pictogram(metrics=five, symbol="square"),
        "dots": Pictogram(metrics=CHAMPIONS),
        "huge": Pictogram(metrics=(metric("总额", "Total", 1.2e12, "元"), metric("其中", "Of it", 3.45e11, "元"))),
        "tiny": Pictogram(metrics=(metric("甲", "First", 0.0004, "mg"), metric("乙", "Second", 0.0011, "mg")), symbol="square"),
        "zero": Pictogram(metrics=(metric("无", "None", 0, PEOPLE), metric("又无", "None again", 0, PEOPLE)), symbol="person"),
        "hundred": Pictogram(metrics=(metric("一百", "A hundred", 100, PEOPLE),), symbol="person"),
    }  # fmt: skip
