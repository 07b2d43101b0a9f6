"""Funnels as a show may hold them, and as it should not."""

from kiosk.charts.funnel import Funnel
from kiosk.kind import Kind
from tests.kinds.samples import LONG, metric, series

PEOPLE = {"zh": "人", "en": "people"}
SEVEN = {"浏览": 98200, "注册": 41250, "实名": 30100, "申报": 12400, "受理": 9800, "审核": 7300, "兑现": 6900}


def examples() -> dict[str, Kind]:
    """One body, two, seven, equal, down to nothing, long, tiny last."""
    long = tuple(metric(LONG["zh"][index:], LONG["en"][index:], 90 - 20 * index, "万元"[1:]) for index in range(4))
    body = {"访客": 5200, "试用": 2100, "签约": 860, "续约": 640}
    return {
        "body": Funnel(series=series("客户", "Customers", body, PEOPLE), form="trapezoids"),
        "two": Funnel(series=series("参展", "Visitors", {"预约": 860, "到场": 640}, PEOPLE)),
        "seven": Funnel(series=series("办件", "Cases", SEVEN, PEOPLE)),
        "seven-body": Funnel(series=series("办件", "Cases", SEVEN, PEOPLE), form="trapezoids", highlight="申报"),
        "equal": Funnel(series=series("数", "Number", {"甲": 5, "乙": 5, "丙": 5}), highlight="none"),
        "nothing": Funnel(series=series("数", "Number", {"甲": 5, "乙": 0, "丙": 0})),
        "long": Funnel(metrics=long),
        "tiny": Funnel(series=series("数", "Number", {"分子": 1.2e12, "中选": 4000, "成药": 1})),
    }
