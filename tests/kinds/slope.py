"""Slope charts as a show may hold them."""

from kiosk.charts.slope import Slope
from kiosk.kind import Kind
from tests.kinds.samples import LONG, series

NAMES = ("软件", "硬件", "材料", "医药", "服务", "物流", "文旅", "农业", "教育", "能源", "金融", "建筑")


def examples() -> dict[str, Kind]:
    """One line and twelve, three times, alike, a missing end, negative, huge, and long names."""
    unit = {"zh": "家", "en": "firms"}
    return {
        "one": Slope(series=(series("企业", "Firms", {2014: 120, 2024: 668}, unit),)),
        "twelve": Slope(
            series=tuple(
                series(name, f"Sector {n}", {2014: 20 + 31 * n % 57, 2024: 30 + 17 * n % 71}, unit)
                for n, name in enumerate(NAMES)
            )
        ),
        "crowded": Slope(
            series=tuple(
                series(name, f"Sector {n}", {2014: 50 + n % 3, 2024: 52 + 30 * (n == 4)}, unit)
                for n, name in enumerate(NAMES)
            ),
            highlight="rise",
        ),
        "three": Slope(
            series=tuple(
                series(name, f"Sector {n}", {2014: 20 + 31 * n % 57, 2019: 25 + 5 * n, 2024: 30 + 17 * n % 71}, "%")
                for n, name in enumerate(NAMES[:5])
            ),
            highlight="fall",
        ),
        "equal": Slope(
            series=tuple(series(name, f"Sector {n}", {"前": 7, "后": 7}) for n, name in enumerate(NAMES[:3])),
            from_zero=True,
        ),
        "gaps": Slope(
            series=(
                series("甲", "A", {2014: 3, 2024: None}),
                series("乙", "B", {2014: None, 2024: 8}),
                series("丙", "C", {2014: 4, 2024: 6}),
                series("丁", "D", {2014: None, 2024: None}),
            )
        ),
        "negative": Slope(
            series=(
                series("进口", "Imports", {2014: -6.1, 2024: 3.2}, "%"),
                series("出口", "Exports", {2014: 8.4, 2024: -2.5}, "%"),
            ),
            from_zero=True,
            highlight="none",
        ),
        "huge": Slope(
            series=(
                series("总额", "Total", {2014: 1.2e12, 2024: 2.4e12}, "元"),
                series("其中", "Of it", {2014: 3e9, 2024: 4.5e11}, "元"),
            )
        ),
        "long": Slope(
            series=tuple(
                series(LONG["zh"][: 10 + 8 * n], LONG["en"][: 30 + 25 * n], {2014: 60 + 9 * n, 2024: 60 - 5 * n}, "%")
                for n in range(4)
            )
        ),
    }
