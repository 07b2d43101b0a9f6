"""Radial bars as a show may hold them, and as it should not."""

from kiosk.charts.radial_bars import RadialBars
from kiosk.kind import Kind
from tests.kinds.samples import CHAMPIONS, LONG, metric, series

FIRMS = {"zh": "家", "en": "firms"}


def examples() -> dict[str, Kind]:
    """Two, six, none highlighted, long, equal, zero, missing, huge, tiny."""
    long = tuple(metric(LONG["zh"][index:], LONG["en"][index:], 20 + index, "%") for index in range(4))
    return {
        "four": RadialBars(metrics=CHAMPIONS, highlight="last"),
        "two": RadialBars(metrics=CHAMPIONS[2:]),
        "six": RadialBars(series=series("企业", "Firms", {f"第{n}社区": 20 + n * 37 % 91 for n in range(6)}, FIRMS)),
        "plain": RadialBars(metrics=CHAMPIONS, highlight="none"),
        "long": RadialBars(metrics=long, to=100.0),
        "zeros": RadialBars(series=series("企业", "Firms", {"甲": 0, "乙": 0, "丙": 0}, FIRMS)),
        "missing": RadialBars(series=series("企业", "Firms", {"甲": 7, "乙": None, "丙": 7}, FIRMS)),
        "huge": RadialBars(series=series("总额", "Total", {"甲": 1.2e12, "乙": 3.45e11, "丙": 2}, "元")),
        "tiny": RadialBars(series=series("浓度", "Concentration", {"甲": 0.0004, "乙": 0.0011}, "mg")),
    }
