"""Rings as a show may hold them, and as it should not."""

from kiosk.charts.ring import Ring
from kiosk.kind import Kind
from tests.kinds.samples import CHAMPIONS, LONG, metric

DIGITAL = metric(
    "数字经济核心产业制造业增加值占规上工业比重", "Core digital manufacturing in industrial output", 83.2, "%"
)
SHARES = (
    metric("新一代信息技术", "New-generation information technology", 46.5, "%"),
    metric("高端装备", "High-end equipment", 21.3, "%"),
    metric("新材料", "New materials", 14.2, "%"),
    metric("生物医药", "Biomedicine", 6, "%"),
)


def examples() -> dict[str, Kind]:
    """Several shares, whole and not, tiny, equal, zero, long."""
    long = tuple(metric(LONG["zh"][index:], LONG["en"][index:], 20 + index, "%") for index in range(0, 9, 3))
    slivers = tuple(metric(f"第{index}类", f"Kind {index}", round(1 + index * 0.4, 1), "%") for index in range(7))
    total = metric("四项合计", "In all", 57, {"zh": "家", "en": "firms"})
    return {
        "parts": Ring(metrics=SHARES),
        "whole": Ring(metrics=CHAMPIONS, whole=True, highlight="greatest", centre=total),
        "fraction": Ring(metrics=(metric("占全市高新技术企业", "Share of the city's high-tech firms", "1/9"),)),
        "long": Ring(metrics=long),
        "slivers": Ring(metrics=(*slivers, metric("其余", "All others", 80, "%"))),
        "equal": Ring(metrics=tuple(metric(f"第{index}类", f"Kind {index}", 12.5, "%") for index in range(8))),
        "zero": Ring(metrics=(metric("无", "None", 0, "%"),)),
        "zeros": Ring(metrics=(metric("甲", "First", 0, "%"), metric("乙", "Second", 30, "%"))),
        "full": Ring(metrics=(metric("全部", "All", 100, "%"),)),
        "huge": Ring(metrics=(metric("甲", "First", 1.2e12, "元"), metric("乙", "Second", 4e11, "元")), whole=True),
        "tiny": Ring(metrics=(metric("浓度", "Concentration", 0.0004, "%"),)),
    }
