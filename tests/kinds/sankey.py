"""Sankey diagrams as a show may hold them, and as it should not."""

from kiosk.charts.sankey import Flow, Sankey
from kiosk.kind import Kind
from tests.kinds.samples import LONG, metric, series

PAIRS = (("甲", "乙"), ("甲", "丙"), ("乙", "丁"), ("丙", "丁"), ("甲", "丁"))


def examples() -> dict[str, Kind]:
    """One, many, four columns with streams that pass them by, missing, long, huge and tiny; crossing as much as can be."""
    long = [
        Flow.model_validate(
            {
                "from": {"zh": LONG["zh"][: 9 + 5 * index], "en": LONG["en"][: 24 + 14 * index]},
                "to": {"zh": "规上工业" + "与服务业" * (index % 3), "en": "Industry" + " and services" * (index % 3)},
                "metric": metric("流", f"flow{index}", 30 - 5 * index, {"zh": "家", "en": "firms"}),
            }
        )
        for index in range(5)
    ]
    return {
        "one": Sankey(series=series("去向", "Ways", {"毕业生 > 留甬": 4200}, {"zh": "人", "en": "people"})),
        "by-pass": Sankey(
            series=series("去向", "Ways", {f"{a} > {b}": 10 + 7 * n for n, (a, b) in enumerate(PAIRS)} | {"丁 > 戊": 40})
        ),
        "crossing": Sankey(
            series=series("去向", "Ways", {f"源 {a} > 汇 {b}": 1 + (a * 3 + b * 5) % 7 for a in range(6) for b in range(6)}),
            highlight="源 2 > 汇 4",
        ),
        "twelve": Sankey(
            series=series(
                "去向", "Ways", {f"第 {n} 街道 > 全区": 3 + n * 5 % 17 for n in range(12)} | {"全区 > 工业": 60, "全区 > 服务": 40}
            ),
            highlight="none",
        ),
        "four": Sankey(
            series=series(
                "去向", "Ways",
                {f"{a}{x} > {b}{y}": 2 + (x * 4 + y * 3) % 5 for a, b in ("AB", "BC", "CD") for x in range(4) for y in range(4)},
            ),
            highlight="B2",
        ),
        "missing": Sankey(series=series("去向", "Ways", {"甲 > 丙": 5, "乙 > 丙": None, "甲 > 丁": 0})),
        "long": Sankey(flows=tuple(long)),
        "uneven": Sankey(series=series("去向", "Ways", {"甲 > 丙": 1e12, "乙 > 丙": 3.5e8, "丙 > 丁": 1.2e12}, "元")),
        "tiny": Sankey(series=series("去向", "Ways", {"甲 > 丙": 0.00012, "乙 > 丙": 0.0003}, "mg")),
    }  # fmt: skip
