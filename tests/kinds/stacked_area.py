"""Stacked areas as a show may hold them, and as it should not."""

import math

from kiosk.charts.stacked_area import StackedArea
from kiosk.kind import Kind
from tests.kinds.line import TOWNS
from tests.kinds.samples import LONG, series

UNIT = {"zh": "吉瓦时", "en": "GWh"}


def examples() -> dict[str, Kind]:
    """Two and six series, shares, gaps, nothing, one place, equal, names, long labels, very many."""
    six = tuple(
        series(zh, en, {2015 + at: 4 + (index * 7 + at * 3) % 11 + at for at in range(10)}, UNIT)
        for index, (zh, en) in enumerate(TOWNS[:6])
    )
    days = tuple(
        series(
            zh,
            en,
            [(at, 40 + 30 * math.sin(at / (500 + 90 * index)) + at * 7919 % 13) for at in range(5000)],
            UNIT,
            decimals=0,
        )
        for index, (zh, en) in enumerate(TOWNS[:3])
    )
    gap = {2018: 5, 2019: None, 2020: 7, 2021: 8, 2022: 6}
    return {
        "six": StackedArea(series=six, highlight="none"),
        "shares": StackedArea(series=six[:4], share=True, highlight="last"),
        "gap": StackedArea(series=(series("甲", "A", gap, UNIT), series("乙", "B", dict.fromkeys(gap, 3), UNIT))),
        "zeros": StackedArea(
            series=(series("甲", "A", {1: 0, 2: 0, 3: 0}), series("乙", "B", {1: 0, 2: 0, 3: 0})), share=True
        ),
        "one-place": StackedArea(series=(series("甲", "A", {2024: 5}), series("乙", "B", {2024: 2}))),
        "names": StackedArea(
            series=(
                series("进馆", "In", {"早晨": 12, "上午": 45, "正午": 0, "下午": 61}),
                series("出馆", "Out", {"早晨": 2, "上午": 21, "正午": 0.5, "下午": 70}),
            ),
            share=True,
        ),
        "long": StackedArea(
            series=(
                series(LONG["zh"], LONG["en"], {2022: 1.2e9, 2023: 1.7e9, 2024: 2.1e9}, {"zh": "元", "en": "CNY"}),
                series(LONG["zh"][::-1], LONG["en"], {2022: 2e8, 2023: 1e6, 2024: 3e8}, {"zh": "元", "en": "CNY"}),
            )
        ),
        "many": StackedArea(series=days),
    }
