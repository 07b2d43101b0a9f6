"""Histograms as a show may hold them."""

import numpy as np

from kiosk.charts.histogram import Histogram
from kiosk.kind import Kind
from tests.kinds.samples import series

MINUTES = {"zh": "分钟", "en": "minutes"}


def spread_out(count: int, middle: float, width: float, decimals: int = 1) -> list[list[float]]:
    """Values that lie as those of a bell do, evenly by their rank."""
    ranks = (np.arange(count) + 0.5) / count
    values = middle + width * np.log(ranks / (1.0 - ranks))
    return [[float(index), round(float(value), decimals)] for index, value in enumerate(values)]


def examples() -> dict[str, Kind]:
    """One value, two, all alike, whole numbers, negative, missing, tiny, far outliers, many bins, and very many values."""
    return {
        "one": Histogram(series=series("时长", "Time", {"甲": 12}, MINUTES)),
        "two": Histogram(series=series("时长", "Time", {"甲": 3.5, "乙": 9.25}, MINUTES), marker="mean"),
        "equal": Histogram(series=series("时长", "Time", [[n, 7.25] for n in range(30)], MINUTES)),
        "whole": Histogram(
            series=series("人数", "People", [[n, n * n % 7] for n in range(200)], {"zh": "人", "en": "people"}),
            marker="none",
        ),
        "negative": Histogram(
            series=series("温差", "Difference", spread_out(400, -3.0, 2.5), "°C"), counted={"zh": "天数", "en": "Days"}
        ),
        "missing": Histogram(series=series("时长", "Time", {"甲": None, "乙": 4, "丙": 6, "丁": 9}, MINUTES), bins=4),
        "tiny": Histogram(
            series=series("浓度", "Concentration", [[n, 0.0001 + n % 9 * 0.00003] for n in range(90)], "mg")
        ),
        "outliers": Histogram(series=series("收入", "Income", [*spread_out(300, 8000, 900, 0), [300, 1.2e6]], "元")),
        "fine": Histogram(series=series("时长", "Time", spread_out(2000, 30.0, 4.0), MINUTES), bins=60, marker="mean"),
        "hundred-thousand": Histogram(series=series("时长", "Time", spread_out(100_000, 30.0, 4.0, 3), MINUTES)),
    }
