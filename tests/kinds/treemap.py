"""Treemaps as a show may hold them, and as it should not."""

from kiosk.charts.treemap import Treemap, TreemapGroup
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import CHAMPIONS, LONG, metric, series

FIRMS = {"zh": "家", "en": "firms"}


def examples() -> dict[str, Kind]:
    """Two, many, alike, one that is nearly all, missing, long, huge and tiny; groups even and uneven."""
    long = tuple(
        metric(LONG["zh"][: 8 + 4 * index], LONG["en"][: 20 + 10 * index], 40.0 - 6 * index, "t") for index in range(5)
    )
    return {
        "two": Treemap(metrics=CHAMPIONS[2:], highlight="last"),
        "series": Treemap(
            series=series("企业", "Firms", {f"街道 {index}": 90 // (index + 1) + 3 for index in range(14)}, FIRMS)
        ),
        "sixty": Treemap(
            series=series("企业", "Firms", {f"第 {index} 社区": 20 + index * 37 % 91 for index in range(60)})
        ),
        "equal": Treemap(series=series("企业", "Firms", {f"园区 {index}": 7 for index in range(7)}), highlight="none"),
        "nearly-all": Treemap(
            series=series("企业", "Firms", {"甲": 9000, "乙": 1, "丙": 0, "丁": None, "戊": 30}), highlight="least"
        ),
        "long": Treemap(metrics=long),
        "huge": Treemap(
            series=series(
                "产值", "Output", {"甲": 1.2e12, "乙": 3.45e11, "丙": 8.1e10, "丁": 2}, {"zh": "元", "en": "yuan"}
            ),
            names={"甲": Words({"zh": "电子信息制造", "en": "Electronics manufacturing"})},
        ),
        "tiny": Treemap(series=series("浓度", "Concentration", {"甲": 0.0004, "乙": 0.0011, "丙": 0.00007}, "mg")),
        "uneven-groups": Treemap(
            groups=(
                TreemapGroup(
                    label=Words({"zh": "规模以上工业企业", "en": "Industrial firms above designated size"}),
                    metrics=long,
                ),
                TreemapGroup(
                    label=Words({"zh": "其他", "en": "Everything else"}), metrics=(metric("甲", "A", 1.5, "t"),)
                ),
                TreemapGroup(
                    label=Words({"zh": "服务", "en": "Services"}),
                    series=series("服务", "Services", {f"门类 {index}": 11.0 - index for index in range(9)}, "t"),
                ),
            )
        ),
    }
