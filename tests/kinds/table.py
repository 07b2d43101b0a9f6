"""Tables as a show may hold them, and as it should not."""

from kiosk.charts.table import Table
from kiosk.kind import Kind
from tests.kinds.samples import LONG, series

TOWNS = ("梅墟", "新明", "聚贤", "贵驷", "江南", "滨江", "凌云", "杨木碶", "孔浦", "白沙", "庄桥", "洪塘")
FIRMS = {"zh": "家", "en": "firms"}


def examples() -> dict[str, Kind]:
    """Small and large, alike, missing, negative, huge, tiny and long."""
    columns = tuple(
        series(
            f"指标 {column}",
            f"Indicator {column}",
            {town: 1000 + 37 * row * column for row, town in enumerate(TOWNS)},
            FIRMS,
            id=f"c{column}",
        )
        for column in range(6)
    )
    growth = series("增速", "Growth", {2021: 6.1, 2022: -3.2, 2023: None, 2024: 11.25}, "%", id="growth")
    output = series("产值", "Output", {2021: 1.2e9, 2022: 1.25e9, 2023: 1.31e9, 2024: 1.4e9}, "元", id="output")
    long = tuple(
        series(
            LONG["zh"][: 6 + 5 * row],
            LONG["en"][: 24 + 12 * row],
            {LONG["zh"][:25]: 5.5 * row, LONG["en"][:60]: 1234567, "丙": 0},
            "%",
            id=f"l{row}",
        )
        for row in range(4)
    )
    return {
        "one": Table(series=(series("企业", "Firms", {"甲": 7}, FIRMS),)),
        "years": Table(series=(output, growth), bars=(growth,), highlight="last"),
        "twelve-by-six": Table(series=columns, bars=(columns[1],), highlight="聚贤"),
        "sixty": Table(
            series=(
                series("企业", "Firms", {f"第 {row} 社区": 20 + row * 37 % 91 for row in range(60)}, FIRMS, id="f"),
            )
        ),
        "equal": Table(
            series=tuple(series("数", "Number", dict.fromkeys("甲乙丙", 7), id=f"e{row}") for row in range(2)),
            highlight="greatest",
        ),
        "zeros": Table(series=(zero := series("数", "Number", dict.fromkeys("甲乙丙", 0), id="z"),), bars=(zero,)),
        "missing": Table(series=(series("数", "Number", {"甲": None, "乙": None}),)),
        "long": Table(series=long, bars=long[1:2], highlight="first"),
        "huge": Table(
            series=(
                series("总额", "Total", {"甲": 123456789012345, "乙": 2}, "元", id="h1"),
                series("其中", "Of it", {"甲": 3.45e11, "乙": 0.00007}, "元", id="h2"),
            )
        ),
    }
