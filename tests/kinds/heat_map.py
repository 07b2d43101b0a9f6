"""Heat maps as a show may hold them, and as it should not."""

import math

from kiosk.charts.heat_map import HeatMap
from kiosk.kind import Kind
from tests.kinds.line import TOWNS
from tests.kinds.samples import LONG, series


def grid(rows: int, columns: int) -> HeatMap:
    """So many rows and columns with a pattern."""
    waves = [[round(50 + 40 * math.sin(row / 7) * math.cos(at / 9)) for at in range(columns)] for row in range(rows)]
    return HeatMap(
        series=tuple(
            series(f"第 {row + 1} 站", f"Station {row + 1}", {str(at): value for at, value in enumerate(wave)})
            for row, wave in enumerate(waves)
        )
    )  # fmt: skip


def examples() -> dict[str, Kind]:
    """Sixty by sixty, two by two, months, missing, equal, negative, long names, huge and tiny."""
    months = {f"2024-{month:02d}": month * 37 % 11 + 0.5 for month in range(1, 13)}
    return {
        "sixty": grid(60, 60),
        "two": grid(2, 2),
        "twelve": grid(12, 8),
        "months": HeatMap(
            series=tuple(
                series(zh, en, {month: value * (index + 1) for month, value in months.items()}, "%")
                for index, (zh, en) in enumerate(TOWNS[:5])
            ),
            highlight="least",
        ),
        "missing": HeatMap(
            series=(
                series("甲", "A", {"春": 3, "夏": None, "秋": 5}),
                series("乙", "B", {"夏": 4, "秋": 1, "冬": 9}),
                series("丙", "C", {"春": None}),
            )
        ),
        "equal": HeatMap(series=tuple(series(zh, en, {"上": 7, "下": 7}) for zh, en in TOWNS[:3]), highlight="none"),
        "negative": HeatMap(
            series=tuple(
                series(zh, en, {2018 + at: round(math.sin(at + index) * 12.4, 1) for at in range(7)}, "%")
                for index, (zh, en) in enumerate(TOWNS)
            )
        ),
        "long": HeatMap(
            series=tuple(
                series(LONG["zh"][at:], LONG["en"][at:], {LONG["zh"][: 4 + 5 * each]: each + at for each in range(6)}, "%")
                for at in range(4)
            )
        ),
        "huge": HeatMap(
            series=tuple(
                series(zh, en, {"一期": 10**index, "二期": 3.5 * 10**index}, {"zh": "元", "en": "CNY"})
                for index, (zh, en) in enumerate(TOWNS)
            )
        ),
        "nothing": HeatMap(series=tuple(series(zh, en, {"上": None}) for zh, en in TOWNS[:2])),
    }  # fmt: skip
