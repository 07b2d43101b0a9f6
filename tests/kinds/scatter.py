"""Scatter charts as a show may hold them, and as it should not."""

import math

from kiosk.anatomy.words.annotations import Annotation
from kiosk.anatomy.words.references import Reference
from kiosk.charts.scatter import Scatter
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.line import TOWNS
from tests.kinds.samples import LONG, series


def cloud(count: int) -> Scatter:
    """So many firms on a spiral."""
    names = [f"企业 {index + 1}" for index in range(count)]
    x = {name: 3 + (index * 7919 % 101) * math.sqrt(index + 1) / 40 for index, name in enumerate(names)}
    y = {name: 10 + 0.6 * x[name] + (index * 104729 % 89) / 9 - 5 for index, name in enumerate(names)}
    return Scatter(x=series("研发强度", "R&D intensity", x, "%"), y=series("利润率", "Margin", y, "%"))


def examples() -> dict[str, Kind]:
    """Two thousand, two hundred, ratios, all in one place, negative, missing, one, long names, bubbles of very different size."""
    towns = [zh for zh, _ in TOWNS]
    rate = series("增速", "Growth", {town: 6.1 - 3.7 * at for at, town in enumerate(towns)}, "%")
    people = series(
        "人口", "People", {town: 10 ** (1 + at) for at, town in enumerate(towns)}, {"zh": "人", "en": "people"}
    )
    return {
        "two-thousand": cloud(2000),
        "two-hundred": cloud(200),
        "ratios": Scatter(x=people, y=rate.model_copy(update={"points": people.points}), scale_x="log", scale_y="log"),
        "equal": Scatter(
            x=series("甲", "A", dict.fromkeys(towns, 5)), y=series("乙", "B", dict.fromkeys(towns, 0))
        ),
        "negative": Scatter(
            x=rate,
            y=series("占比", "Share", {town: 12.5 - at * 5 % 7 for at, town in enumerate(towns)}, "%"),
            references=(Reference(value=10, label=Words({"zh": "全市", "en": "City"})),),
            annotations=(Annotation(at=towns[2], text=Words({"zh": "新厂投产 用工大增", "en": "A new plant opens"})),),
            highlight="none",
        ),
        "missing": Scatter(
            x=rate, y=series("占比", "Share", {**dict.fromkeys(towns[3:]), towns[0]: 1, towns[1]: 4}, "%")
        ),
        "one": Scatter(x=series("甲", "A", {"某": 3}), y=series("乙", "B", {"某": 8}), size=series("丙", "C", {"某": 2})),
        "long": Scatter(
            x=series(LONG["zh"], LONG["en"], {LONG["zh"][at:]: at for at in range(9)}, {"zh": "元每平方公里", "en": "CNY per km²"}),
            y=series(LONG["zh"], LONG["en"], {LONG["zh"][at:]: at * 3 % 10 for at in range(9)}, "%"),
        ),
        "bubbles": Scatter(
            x=series("甲", "A", {f"园区 {at}": at * 37 % 90 for at in range(60)}, "%"),
            y=series("乙", "B", {f"园区 {at}": at * 61 % 83 for at in range(60)}, "%"),
            size=series("产值", "Output", {f"园区 {at}": at**4 for at in range(60)}, {"zh": "元", "en": "CNY"}),
        ),
    }  # fmt: skip
