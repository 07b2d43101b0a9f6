"""Waterfalls as a show may hold them."""

from kiosk.charts.waterfall import Waterfall
from kiosk.kind import Kind
from tests.kinds.samples import LONG, metric, series


def examples() -> dict[str, Kind]:
    """One step and thirty, all down, below zero, missing, nothing, tiny beside huge, and long names."""
    mixed = {"年初": 420, "技术服务": 86, "设备租赁": 54, "人工": -132, "能耗": -61, "房租": -38, "补助": 25}
    return {
        "rows": Waterfall(
            series=series("结余", "Balance", mixed, {"zh": "元", "en": "yuan"}), direction="across", highlight="人工"
        ),
        "two": Waterfall(
            metrics=(
                metric("年初", "Start of year", 1200, "家"),
                metric("新设", "Founded", 310, "家", qualifier="about"),
            )
        ),
        "thirty": Waterfall(
            series=series(
                "结余", "Balance", {f"第 {n} 日": 40 if n == 0 else (n * 37) % 23 - 9 for n in range(30)}, "吨"
            )
        ),
        "down": Waterfall(series=series("存量", "Stock", {"起": 100, "一": -30, "二": -30, "三": -40}, "%")),
        "below": Waterfall(
            series=series("余额", "Balance", {"起": -20, "一": 35.5, "二": -60.2, "三": 5, "四": 55}, "%")
        ),
        "missing": Waterfall(series=series("余额", "Balance", {"起": 10, "一": None, "二": -2}, "吨")),
        "none": Waterfall(series=series("余额", "Balance", {"起": 0, "一": 0, "二": 0}, "吨")),
        "uneven": Waterfall(
            series=series("余额", "Balance", {"起": 9.8e8, "一": 1, "二": -2.5e8}, {"zh": "元", "en": "yuan"})
        ),
        "long": Waterfall(
            metrics=tuple(
                metric(LONG["zh"][: 12 + 6 * n], LONG["en"][: 40 + 20 * n], 10 - 4 * n, "%") for n in range(4)
            )
        ),
    }
