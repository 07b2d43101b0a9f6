"""Lollipops as a show may hold them."""

from kiosk.charts.lollipop import Lollipop
from kiosk.kind import Kind
from tests.kinds.samples import CHAMPIONS, LONG, metric, series


def examples() -> dict[str, Kind]:
    """Two and forty, in the given order, negative, missing, alike, nothing, uneven, and long names."""
    return {
        "two": Lollipop(metrics=CHAMPIONS[2:]),
        "metrics": Lollipop(metrics=CHAMPIONS),
        "twenty": Lollipop(
            series=series(
                "企业", "Firms", {f"第 {n} 社区": 20 + n * 37 % 91 for n in range(20)}, {"zh": "家", "en": "firms"}
            )
        ),
        "forty": Lollipop(
            series=series(
                "企业", "Firms", {f"第 {n} 社区": 20 + n * 37 % 91 for n in range(40)}, {"zh": "家", "en": "firms"}
            )
        ),
        "years": Lollipop(
            series=series("专利", "Patents", {2016 + n: 41 + 13 * n for n in range(9)}, {"zh": "件", "en": "patents"}),
            ranked=False,
            highlight="2024",
        ),
        "negative": Lollipop(
            series=series("增速", "Growth", {"甲": 6.1, "乙": -3.2, "丙": None, "丁": -12.5, "戊": 0}, "%"),
            highlight="least",
        ),
        "equal": Lollipop(series=series("企业", "Firms", {"甲": 7, "乙": 7, "丙": 7})),
        "missing": Lollipop(series=series("企业", "Firms", {"甲": None, "乙": 0})),
        "uneven": Lollipop(series=series("总额", "Total", {"甲": 1.2e12, "乙": 2, "丙": 3.45e11}, "元")),
        "long": Lollipop(
            metrics=tuple(
                metric(LONG["zh"][: 12 + 6 * n], LONG["en"][: 40 + 20 * n], 10.5 + 3 * n, "%") for n in range(4)
            )
        ),
    }
