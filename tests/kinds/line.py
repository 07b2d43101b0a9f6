"""Lines as a show may hold them, and as it should not."""

import math
from datetime import date, timedelta

from kiosk.anatomy.words.annotations import Annotation
from kiosk.anatomy.words.references import Reference
from kiosk.charts.line import Lines
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import LONG, metric, series

UNIT = {"zh": "件", "en": "patents"}
OURS = series(
    "高新区", "High-tech Zone", {2018: 41, 2019: 52, 2020: 66, 2021: 83, 2022: 97, 2023: 112, 2024: 128}, UNIT
)
CITY = series("全市", "Whole city", {2018: 21, 2019: 25, 2020: 29, 2021: 34, 2022: 40, 2023: 46, 2024: 51}, UNIT)
TOWNS = (
    ("梅墟", "Meixu"), ("新明", "Xinming"), ("聚贤", "Juxian"), ("贵驷", "Guisi"), ("江南", "Jiangnan"), ("滨江", "Binjiang"),
    ("凌云", "Lingyun"), ("杨木碶", "Yangmuqi"),
)  # fmt: skip


def days(count: int) -> dict[str, float]:
    """A value for each of so many days, with the seasons of a year."""
    first = date(2018, 3, 12)
    return {
        str(first + timedelta(days=at)): round(60 + 25 * math.sin(at / 58.1) + at / 90 + at * 37 % 11, 1)
        for at in range(count)
    }


def examples() -> dict[str, Kind]:
    """Eight series, gaps, names, a single point, close, zero, negative, ratios, long, missing, very many, read against."""
    gaps = {2015: 4, 2016: None, 2017: 6, 2018: 7, 2019: None, 2020: None, 2021: 5, 2022: 8, 2023: None, 2024: 9}
    eight = tuple(
        series(zh, en, {2018 + at: 12.5 + 3 * index + at * (1 + index * 5 % 7) for at in range(7)}, UNIT)
        for index, (zh, en) in enumerate(TOWNS)
    )
    points = [(index, math.sin(index / 900) * 40 + index * 7919 % 31) for index in range(20000)]
    return {
        "eight": Lines(series=eight, highlight="last"),
        "gaps": Lines(
            series=(series("企业", "Firms", gaps), OURS.model_copy(update={"unit": series("", "", {1: 1}).unit}))
        ),
        "point": Lines(series=(series("专利", "Patents", {2024: 128}, UNIT),)),
        "names": Lines(
            series=(series("客流", "Visitors", {"早晨": 12, "上午": 45, "正午": 32, "下午": 61, "夜晚": 20}),)
        ),
        "zeros": Lines(series=(series("数", "Number", {2020: 0, 2021: 0, 2022: 0}),)),
        "negative": Lines(
            series=(series("增速", "Growth", {2019: 6.1, 2020: -3.2, 2021: 8.4, 2023: -12.5, 2024: 11.2}, "%"),)
        ),
        "ratios": Lines(
            series=(
                series("算力", "Computing power", {2018: 0.004, 2020: 3, 2022: 900, 2024: 8e9}, "P"),
                series("存储", "Storage", {2018: 20, 2020: 60, 2022: 70, 2024: 2e4}, "P"),
            ),
            scale="log",
        ),
        "long": Lines(
            series=(
                series(LONG["zh"], LONG["en"], {2022: 79.4, 2023: 81.7, 2024: 83.2}, "%"),
                CITY.model_copy(update={"unit": series("", "", {1: 1}, "%").unit}),
            ),
            highlight="none",
            lowest=-20.0,
            highest=100.0,
        ),
        "missing": Lines(
            series=(
                series("数", "Number", {2022: None, 2023: None}),
                OURS.model_copy(update={"unit": series("", "", {1: 1}).unit}),
            )
        ),
        "dense": Lines(
            series=(series("负荷", "Load", points, decimals=1),), references=(Reference(value=20, label=Words.of("均值")),)
        ),
        "days": Lines(
            series=(series("用电负荷", "Power demand", days(2600), {"zh": "兆瓦", "en": "MW"}),),
            references=(
                Reference(metric=metric("设计容量", "Design capacity", 120, {"zh": "兆瓦", "en": "MW"})),
                Reference(value=75, label=Words({"zh": "多年平均", "en": "Mean of many years"})),
            ),
            annotations=(
                Annotation(at="2021-01-08", text=Words({"zh": "寒潮来袭 全城取暖", "en": "A cold wave: the whole city heats"})),
                Annotation(at="2023-10-01", text=Words({"zh": "长假", "en": "Holidays"})),
                Annotation(at="2025-04-22", text=Words({"zh": "春季", "en": "Spring"})),
            ),
        ),
    }  # fmt: skip
