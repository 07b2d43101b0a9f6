"""Nested rings as a show may hold them, and as it should not."""

from collections.abc import Mapping

from kiosk.charts.nested import Nested, PartGroup
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import CHAMPIONS, LONG, series

FIRMS = {"zh": "家", "en": "firms"}


def group(zh: str, en: str, values: Mapping[str, float], unit: object = FIRMS) -> PartGroup:
    """A group from a series."""
    return PartGroup(label=Words({"zh": zh, "en": en}), series=series(zh, en, values, unit))


def examples() -> dict[str, Kind]:
    """Two groups, twelve parts, one part a group, slivers, zeros, long, percentages, huge."""
    third = {f"第{index}类": 10 + 7 * index for index in range(3)}
    two = (
        PartGroup(label=Words({"zh": "大企业", "en": "Large firms"}), metrics=CHAMPIONS[:2]),
        PartGroup(label=Words({"zh": "小企业", "en": "Small firms"}), metrics=CHAMPIONS[2:]),
    )
    return {
        "two": Nested(groups=two, highlight="last"),
        "twelve": Nested(groups=tuple(group(f"第{n}组", f"Group {n}", third) for n in range(4)), highlight="none"),
        "single": Nested(groups=(group("甲", "A", {"甲一": 30}), group("乙", "B", {"乙一": 20, "乙二": 5}))),
        "slivers": Nested(
            groups=(
                group("主", "Main", {"主业": 950, "副业": 3}),
                group("其他", "Others", {"一": 2, "二": 1, "三": 0, "四": 4}),
            )
        ),
        "long": Nested(
            groups=(
                group(LONG["zh"][:14], LONG["en"][:40], {LONG["zh"][:16]: 40, LONG["zh"][5:18]: 30}),
                group(LONG["zh"][3:20], LONG["en"][:60], {LONG["en"][:30]: 20, LONG["en"][:50]: 10}),
            )
        ),
        "percent": Nested(
            groups=(
                group("水电风光", "Renewable", {"风": 30.5, "光": 24.1, "水": 8.2}, "%"),
                group("其他", "Other", {"气": 20.2, "煤": 17.0}, "%"),
            ),
            order="given",
        ),
        "huge": Nested(
            groups=(group("甲", "A", {"一": 3.2e11, "二": 1e10}, "元"), group("乙", "B", {"三": 8e10}, "元"))
        ),
    }
