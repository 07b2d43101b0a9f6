"""Lines as a show may hold them, and as it should not."""

import math

from kiosk.charts.line import Lines
from kiosk.kind import Kind
from tests.kinds.samples import LONG, series

UNIT = {"zh": "件", "en": "patents"}
OURS = series(
    "高新区", "High-tech Zone", {2018: 41, 2019: 52, 2020: 66, 2021: 83, 2022: 97, 2023: 112, 2024: 128}, UNIT
)
CITY = series("全市", "Whole city", {2018: 21, 2019: 25, 2020: 29, 2021: 34, 2022: 40, 2023: 46, 2024: 51}, UNIT)


def example() -> Kind:
    """Two series over seven years."""
    return Lines(series=(OURS, CITY))


def examples() -> dict[str, Kind]:
    """One and four series, gaps, dates, names, single points, close, long, huge, tiny and very many."""
    months = {
        f"{2023 + index // 12}-{index % 12 + 1:02d}": 40 + 30 * math.sin(index / 3) + index for index in range(20)
    }
    gaps = {2015: 4, 2016: None, 2017: 6, 2018: 7, 2019: None, 2020: None, 2021: 5, 2022: 8, 2023: None, 2024: 9}
    four = tuple(
        series(zh, en, {2020 + year: base + step * year for year in range(5)}, UNIT)
        for zh, en, base, step in (
            ("高新区", "High-tech Zone", 20, 11), ("鄞州", "Yinzhou", 30, 8), ("北仑", "Beilun", 28, 8.4), ("镇海", "Zhenhai", 2, 1)
        )
    )  # fmt: skip
    return {
        "one": Lines(series=(OURS,)),
        "four": Lines(series=four),
        "months": Lines(
            series=(series("月参观人次", "Visitors a month", months, {"zh": "人", "en": "visitors"}, decimals=0),)
        ),
        "gaps": Lines(
            series=(series("企业", "Firms", gaps), OURS.model_copy(update={"unit": series("", "", {1: 1}).unit}))
        ),
        "point": Lines(series=(series("专利", "Patents", {2024: 128}, UNIT),)),
        "names": Lines(
            series=(series("客流", "Visitors", {"早晨": 12, "上午": 45, "正午": 32, "下午": 61, "夜晚": 20}),)
        ),
        "close": Lines(
            series=(series("满意度", "Satisfaction", {2020: 98.2, 2021: 98.9, 2022: 99.1, 2023: 99.6}, "%"),),
            from_zero=False,
        ),
        "equal": Lines(series=(series("数", "Number", {2020: 7, 2021: 7, 2022: 7}),)),
        "zeros": Lines(series=(series("数", "Number", {2020: 0, 2021: 0, 2022: 0}),)),
        "negative": Lines(
            series=(series("增速", "Growth", {2019: 6.1, 2020: -3.2, 2021: 8.4, 2023: -12.5, 2024: 11.2}, "%"),)
        ),
        "long": Lines(
            series=(
                series(LONG["zh"], LONG["en"], {2022: 79.4, 2023: 81.7, 2024: 83.2}, "%"),
                CITY.model_copy(update={"unit": series("", "", {1: 1}, "%").unit}),
            )
        ),
        "huge": Lines(series=(series("总额", "Total", {2022: 8e11, 2023: 1e12, 2024: 1.2e12}, "元"),)),
        "tiny": Lines(series=(series("浓度", "Concentration", {2022: 0.0004, 2023: 0.0011, 2024: 0.00007}, "mg"),)),
        "missing": Lines(
            series=(
                series("数", "Number", {2022: None, 2023: None}),
                OURS.model_copy(update={"unit": series("", "", {1: 1}).unit}),
            )
        ),
        "nothing": Lines(series=(series("数", "Number", {2022: None, 2023: None}),)),
        "noise": Lines(series=(series("负荷", "Load", [(index, index * 7919 % 997) for index in range(1000)]),)),
        "dense": Lines(
            series=(
                series(
                    "负荷",
                    "Load",
                    [(index, math.sin(index / 900) * 40 + index * 7919 % 31) for index in range(20000)],
                    decimals=1,
                ),
            )
        ),
    }
