"""Stacked bars as a show may hold them."""

from kiosk.anatomy.values.crosstab import Group
from kiosk.charts.stacked import Stacked
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import LONG, metric, series

YUAN = {"zh": "亿元", "en": "100m yuan"}
TOWNS = ("梅墟", "新明", "聚贤", "贵驷", "江南", "滨江")
NAMES = ("软件", "硬件", "材料", "医药", "服务", "其他")
ENGLISH = ("Software", "Hardware", "Materials", "Medicine", "Services", "Other")


def examples() -> dict[str, Kind]:
    """Shares, two and six parts, one place and sixty, negative, missing, nothing, tiny beside huge, and long names."""
    six = tuple(
        series(
            name,
            en,
            {town: 12 + (7 * row + 11 * place) % 40 for place, town in enumerate(TOWNS)},
            {"zh": "家", "en": "firms"},
        )
        for row, (name, en) in enumerate(zip(NAMES, ENGLISH, strict=True))
    )
    many = tuple(
        series(name, en, {1965 + year: 20 + (row + 3) * year + (year * 37) % 23 for year in range(60)})
        for row, (name, en) in enumerate(zip(NAMES[:4], ENGLISH, strict=False))
    )
    change = (
        series(
            "自然增长",
            "Natural growth",
            {2021: 2.1, 2022: -1.2, 2023: -2.4, 2024: -3.1},
            {"zh": "千人", "en": "thousand"},
        ),
        series("迁入", "Moving in", {2021: 8.4, 2022: 7.5, 2023: 9.1, 2024: None}, {"zh": "千人", "en": "thousand"}),
        series(
            "迁出", "Moving out", {2021: -4.4, 2022: -4.9, 2023: -5.0, 2024: -5.2}, {"zh": "千人", "en": "thousand"}
        ),
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
            metrics=(metric("国拨", f"state {en}", a, "元"), metric("自筹", f"own {en}", b, "元")),
        )
        for zh, en, a, b in (("科技", "Research", 1.2e9, 3.45e9), ("教育", "Schools", 2.1e9, 2.6e9))
    )
    return {
        "share": Stacked(series=six[:4], share=True),
        "share-rows": Stacked(series=six[:3], share=True, direction="across", highlight="last"),
        "six": Stacked(series=six),
        "six-rows": Stacked(series=six, direction="across", highlight="聚贤"),
        "sixty": Stacked(series=many),
        "negative": Stacked(series=change, highlight="last"),
        "long": Stacked(series=long),
        "metrics": Stacked(
            groups=groups,
            parts=(Words({"zh": "财政", "en": "Public"}), Words({"zh": "企业", "en": "Firms"})),
            highlight="last",
        ),
        "uneven": Stacked(
            series=(
                series("大", "Large", {"甲": 9.8e8, "乙": 0}, "吨"),
                series("小", "Small", {"甲": 3, "乙": 0}, "吨"),
            ),
            share=True,
        ),
        "none": Stacked(series=(series("甲", "A", {"x": 0, "y": 0}), series("乙", "B", {"x": None, "y": 0}))),
    }
