"""Grouped bars as a show may hold them."""

from kiosk.anatomy.values.crosstab import Group
from kiosk.charts.grouped import Grouped
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import LONG, metric, series

FIRMS = {"zh": "家", "en": "firms"}
TOWNS = ("梅墟", "新明", "聚贤", "贵驷", "江南", "滨江")


def examples() -> dict[str, Kind]:
    """Two and five series, one place and sixty, negative, missing, alike, none, huge, and long names."""
    names = ("软件", "硬件", "材料", "医药", "服务")
    english = ("Software", "Hardware", "Materials", "Medicine", "Services")
    five = tuple(
        series(name, en, {town: 12 + (7 * row + 11 * place) % 40 for place, town in enumerate(TOWNS)}, FIRMS)
        for row, (name, en) in enumerate(zip(names, english, strict=True))
    )
    many = tuple(
        series(name, en, {1965 + year: 20 + (row + 3) * year + (year * 37) % 23 for year in range(60)})
        for row, (name, en) in enumerate(zip(names[:3], english, strict=False))
    )
    change = (
        series("进口", "Imports", {2021: 6.1, 2022: -3.2, 2023: 4.4, 2024: None}, "%"),
        series("出口", "Exports", {2021: -8.4, 2022: 2.5, 2024: 11.2}, "%"),
    )
    long = tuple(
        series(
            LONG["zh"][: 8 + 9 * row],
            LONG["en"][: 30 + 25 * row],
            {LONG["zh"][:14]: 3, LONG["zh"][:22]: 4 + row, "短": 1},
        )
        for row in range(4)
    )
    groups = tuple(
        Group(
            name=Words({"zh": zh, "en": en}),
            metrics=(metric("前", f"before {en}", a, "元"), metric("后", f"after {en}", b, "元")),
        )
        for zh, en, a, b in (("科技", "Research", 1.2e9, 3.45e9), ("教育", "Schools", 2.1e9, 2.6e9))
    )
    return {
        "two": Grouped(series=five[:2], highlight="聚贤"),
        "five": Grouped(series=five, direction="across"),
        "five-up": Grouped(series=five, direction="up", highlight="材料"),
        "one-place": Grouped(
            series=tuple(
                series(name, en, {"2024": 5 + row}) for row, (name, en) in enumerate(zip(names, english, strict=True))
            )
        ),
        "sixty": Grouped(series=many),
        "negative": Grouped(series=change),
        "negative-rows": Grouped(series=change, direction="across"),
        "long": Grouped(series=long),
        "metrics": Grouped(
            groups=groups,
            parts=(Words({"zh": "上一年", "en": "Last year"}), Words({"zh": "今年", "en": "This year"})),
            highlight="last",
        ),
        "none": Grouped(series=(series("甲", "A", {"x": 0, "y": 0}), series("乙", "B", {"x": None, "y": 0}))),
    }
