"""Rankings as a show may hold them, and as it should not."""

from kiosk.charts.ranking import Ranking
from kiosk.kind import Kind
from tests.kinds.samples import CHAMPIONS, LONG, metric, series


def examples() -> dict[str, Kind]:
    """Few, many, alike, none, negative, missing, long, huge and tiny."""
    firms = {"zh": "家", "en": "firms"}
    long = tuple(
        metric(
            f"{LONG['zh'][: 8 + 9 * (index % 4)]}{index}",
            f"{index} {LONG['en'][: 30 + 25 * (index % 4)]}",
            90.5 - 7 * index,
            "%",
        )
        for index in range(9)
    )
    return {
        "two": Ranking(metrics=CHAMPIONS[:2]),
        "four": Ranking(metrics=CHAMPIONS, order="least", highlight=CHAMPIONS[2].id),
        "long": Ranking(metrics=long),
        "two-hundred": Ranking(
            series=series("企业", "Firms", {f"第 {index} 社区": 20 + index * 37 % 91 for index in range(200)}, firms),
            keep=1,
        ),
        "equal": Ranking(series=series("企业", "Firms", {"甲": 7, "乙": 7, "丙": 7}, firms)),
        "zeros": Ranking(series=series("企业", "Firms", {"甲": 0, "乙": 0, "丙": None, "丁": 0})),
        "negative": Ranking(
            series=series(
                "增速", "Growth", {"甲": 6.1, "乙": -3.2, "丙": 8.4, "丁": None, "戊": -12.5, "己": 11.2}, "%"
            )
        ),
        "one": Ranking(series=series("专利", "Patents", {"2024": 128}, "件"), order="given", highlight="none"),
        "huge": Ranking(
            metrics=(
                metric("总额", "Total", 1.2e12, "元"),
                metric("其中", "Of it", 3.45e11, "元"),
                metric("余", "Rest", 2, "元"),
            )
        ),
        "tiny": Ranking(series=series("浓度", "Concentration", {"甲": 0.0004, "乙": 0.0011, "丙": 0.00007}, "mg")),
    }
