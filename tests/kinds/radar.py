"""Radars as a show may hold them, and as it should not."""

from kiosk.charts.radar import Radar
from kiosk.kind import Kind
from tests.kinds.samples import LONG, series

EIGHT = ("研发", "人才", "资本", "产业", "绿色", "服务", "开放", "数字化")


def examples() -> dict[str, Kind]:
    """One, three axes, ten, own scales, ends, zeros, equal, long, huge."""
    ten = {f"第{index}项指标": 20 + index * 37 % 91 for index in range(10)}
    own = {"面积": 420, "企业": 86, "专利": 1280, "税收": 9.4, "人才": 5200}
    other = {"面积": 310, "企业": 112, "专利": 960, "税收": 7.7, "人才": 6100}
    long = {LONG["zh"][index : index + 8]: 40 + 7 * index for index in range(5)}
    english = {LONG["en"].split()[index * 2] + " development": 40 + 7 * index for index in range(6)}
    return {
        "one": Radar(
            series=(series("本园区", "This park", dict(zip(EIGHT, (92, 84, 71, 88, 66, 79, 60, 95), strict=True))),)
        ),
        "three": Radar(series=(series("甲", "A", {"速度": 7, "质量": 9, "成本": 4}),), to=10.0),
        "ten": Radar(series=(series("甲", "A", ten), series("乙", "B", dict.fromkeys(ten, 60)))),
        "each": Radar(series=(series("本区", "Here", own), series("邻区", "Next door", other)), scale="each"),
        "ends": Radar(
            series=(series("本区", "Here", own),),
            scale="each",
            ends=series("满", "Full", {place: 2 * value for place, value in own.items()}),
        ),
        "zeros": Radar(series=(series("甲", "A", {"一": 0, "二": 0, "三": 0, "四": 0}),)),
        "equal": Radar(series=(series("甲", "A", dict.fromkeys(EIGHT, 5)), series("乙", "B", dict.fromkeys(EIGHT, 5)))),
        "long": Radar(
            series=(series("本园区综合", "This park", long), series("全市平均水平", "Average of the city", long))
        ),
        "english": Radar(series=(series("本园区", "This park", english),)),
        "huge": Radar(series=(series("产值", "Output", {"一": 1.2e12, "二": 3.4e11, "三": 8e11}, "元"),)),
    }
