"""Box plots as a show may hold them, and as it should not."""

import math
from collections.abc import Sequence

from kiosk.charts.box_plot import BoxPlot
from kiosk.kind import Kind
from kiosk.metrics import Series
from tests.kinds.line import TOWNS
from tests.kinds.samples import LONG, series


def raw(zh: str, en: str, values: Sequence[float | None], unit: object = "") -> Series:
    """A series of raw values."""
    return series(zh, en, [(at, value) for at, value in enumerate(values)], unit)


def examples() -> dict[str, Kind]:
    """Twelve, one, ratios, equal, few, missing, negative, long names, many values."""
    minutes = {"zh": "分钟", "en": "minutes"}
    twelve = tuple(
        raw(
            f"第 {row + 1} 线",
            f"Line {row + 1}",
            [20 + row * 2 + (at * 37 % 29) * (1 + row % 3) for at in range(40)],
            minutes,
        )
        for row in range(12)
    )
    return {
        "twelve": BoxPlot(series=twelve, highlight="least"),
        "one": BoxPlot(series=twelve[:1]),
        "ratios": BoxPlot(
            series=tuple(
                raw(zh, en, [10 ** (index / 2 + math.sin(at * 1.7)) for at in range(50)], {"zh": "元", "en": "CNY"})
                for index, (zh, en) in enumerate(TOWNS[:5])
            ),
            scale="log",
        ),
        "equal": BoxPlot(series=tuple(raw(zh, en, [7, 7, 7]) for zh, en in TOWNS[:2]), highlight="none"),
        "few": BoxPlot(series=(raw("甲", "A", [3]), raw("乙", "B", [3, 8]), raw("丙", "C", [None, None]))),
        "negative": BoxPlot(
            series=tuple(
                raw(zh, en, [at * 13 % 17 - 30.5 + index * 9 for at in range(30)], "%")
                for index, (zh, en) in enumerate(TOWNS[:4])
            )
        ),
        "long": BoxPlot(
            series=tuple(raw(LONG["zh"][at:], LONG["en"][at:], [at + each * 7 % 11 for each in range(20)], "%") for at in range(6))
        ),
        "many": BoxPlot(
            series=tuple(
                raw(zh, en, [math.tan(at / 20000 * 3) * 9 + index for at in range(10000)])
                for index, (zh, en) in enumerate(TOWNS[:3])
            )
        ),
    }  # fmt: skip
