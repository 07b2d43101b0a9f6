"""Bars as a show may hold them, and as it should not."""

from kiosk.charts.bar import Bar
from kiosk.kind import Kind
from tests.kinds.samples import CHAMPIONS, LONG, metric, series

PATENTS = {2018: 41, 2019: 52, 2020: 66, 2021: 83, 2022: 97, 2023: 112, 2024: 128}
TOWNS = ("梅墟", "新明", "聚贤", "贵驷", "江南", "滨江", "凌云", "杨木碶")


def examples() -> dict[str, Kind]:
    """Few, many, alike, none, negative, missing, long, huge and tiny."""
    unit = {"zh": "件", "en": "patents"}
    years = series("发明专利", "Patents", PATENTS, unit)
    long = tuple(
        metric(LONG["zh"][: 12 + 6 * index], LONG["en"][: 40 + 20 * index], 10.5 + 3 * index, "%") for index in range(4)
    )
    return {
        "years": Bar(series=years, highlight="2024"),
        "two": Bar(metrics=CHAMPIONS[2:]),
        "one": Bar(series=series("专利", "Patents", {"2024": 128}, unit)),
        "long": Bar(metrics=long),
        "long-up": Bar(metrics=long, direction="up"),
        "eight": Bar(
            series=series("企业", "Firms", {town: 30 + 11 * (index * 5 % 8) for index, town in enumerate(TOWNS)})
        ),
        "twelve-rows": Bar(
            series=series("企业", "Firms", {f"街道及园区 {index}": 12.5 * (index + 1) for index in range(12)}),
            direction="across",
        ),
        "sixty": Bar(series=series("企业", "Firms", {f"第 {index} 社区": 20 + index * 37 % 91 for index in range(60)})),
        "two-hundred": Bar(
            series=series("日客流", "Visitors", {1825 + index: 50 + index * 71 % 97 for index in range(200)})
        ),
        "equal": Bar(series=series("企业", "Firms", {"甲": 7, "乙": 7, "丙": 7})),
        "zeros": Bar(series=series("企业", "Firms", {"甲": 0, "乙": 0, "丙": 0, "丁": 0})),
        "negative": Bar(
            series=series(
                "增速", "Growth", {2019: 6.1, 2020: -3.2, 2021: 8.4, 2022: None, 2023: -12.5, 2024: 11.2}, "%"
            )
        ),
        "negative-rows": Bar(
            series=series("增速", "Growth", {"甲": 6.1, "乙": -3.2, "丙": None, "丁": -12.5, "戊": 0}, "%"),
            direction="across",
        ),
        "all-negative": Bar(series=series("增速", "Growth", {2022: -6.1, 2023: -3.2, 2024: -12.5}, "%")),
        "huge": Bar(
            metrics=(
                metric("总额", "Total", 1.2e12, "元"),
                metric("其中", "Of it", 3.45e11, "元"),
                metric("余", "Rest", 2, "元"),
            )
        ),
        "tiny": Bar(series=series("浓度", "Concentration", {"甲": 0.0004, "乙": 0.0011, "丙": 0.00007}, "mg")),
        "missing": Bar(series=series("企业", "Firms", {"甲": None, "乙": None})),
    }
