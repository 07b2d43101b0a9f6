"""Pies as a show may hold them, and as it should not."""

from kiosk.charts.pie import Pie
from kiosk.kind import Kind
from tests.kinds.ring import SHARES
from tests.kinds.samples import CHAMPIONS, LONG, metric, series

FIRMS = {"zh": "家", "en": "firms"}
EIGHT = {"软件": 412, "芯片": 268, "装备": 181, "新材料": 96, "生物医药": 54, "检测": 31, "设计": 22, "其他": 9}


def examples() -> dict[str, Kind]:
    """Two, eight, with a rest, slivers, equal, one that is all, zeros, long, huge."""
    long = tuple(metric(LONG["zh"][index:], LONG["en"][index:], 20 + index, "元") for index in range(0, 12, 3))
    slivers = {"主业": 940, **{f"第{index}类": 6 + index for index in range(1, 8)}}
    return {
        "solid": Pie(metrics=CHAMPIONS),
        "two": Pie(metrics=(metric("男", "Men", 52.4, "%"), metric("女", "Women", 47.6, "%")), order="given"),
        "eight": Pie(series=series("企业", "Firms", EIGHT, FIRMS)),
        "shares": Pie(series=series("企业", "Firms", EIGHT, FIRMS), shows="shares", hole=True, highlight="芯片"),
        "rest": Pie(metrics=SHARES, whole=100.0),
        "whole": Pie(metrics=CHAMPIONS, whole=metric("全部企业", "All firms", 120, FIRMS), hole=True),
        "slivers": Pie(series=series("企业", "Firms", slivers, FIRMS)),
        "equal": Pie(
            series=series("企业", "Firms", {f"第{index}类": 5 for index in range(8)}, FIRMS), highlight="none"
        ),
        "zeros": Pie(series=series("企业", "Firms", {"甲": 0, "乙": 12, "丙": 0}, FIRMS)),
        "long": Pie(metrics=long, hole=True),
    }
