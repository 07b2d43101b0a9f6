"""Steps as a show may hold them, and as it should not."""

from kiosk.anatomy.words.annotations import Annotation
from kiosk.anatomy.words.references import Reference
from kiosk.charts.step import Steps
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import LONG, series

UNIT = {"zh": "元", "en": "CNY"}
FARES = {"2011": 2.5, "2013": 3, "2016": 3.5, "2019": 3.5, "2020": 3, "2022": 4, "2025": 4.5}


def examples() -> dict[str, Kind]:
    """Two, eight, gaps, one point, negative, levels and words beside points, long names, very many."""
    eight = tuple(
        series(f"第 {index + 1} 泵站", f"Station {index + 1}", {2018 + at: 3 + index + at * (index + 3) % 5 for at in range(8)})
        for index in range(8)
    )  # fmt: skip
    fares = series("夜班公交票价", "Night bus fare", FARES, UNIT)
    return {
        "two": Steps(series=(fares, series("乙线", "Line B", {"2012": 2, "2018": 2.5}, UNIT))),
        "eight": Steps(series=eight),
        "gaps": Steps(series=(series("库存", "Stock", {1: 5, 2: None, 3: 7, 4: 6, 5: None, 6: None, 7: 2}),)),
        "one": Steps(series=(series("票价", "Fare", {"2024": 3}, UNIT),)),
        "negative": Steps(series=(series("库存变化", "Change", {1: 5, 2: -3, 3: -7, 4: 0, 5: 8}),)),
        "read-against": Steps(
            series=(fares,),
            references=(
                Reference(value=3.2, label=Words({"zh": "白天票价", "en": "Day fare"})),
                Reference(value=3.3, label=Words({"zh": "邻市票价", "en": "Fare of the next city"})),
            ),
            annotations=(
                Annotation(at="2013", text=Words({"zh": LONG["zh"], "en": LONG["en"]})),
                Annotation(at="2020", text=Words({"zh": "一年优惠", "en": "Lowered for a year"})),
            ),
        ),
        "long": Steps(series=(series(LONG["zh"], LONG["en"], {2022: 79.4, 2023: 81.7, 2024: 83.2}, "%"),), from_zero=False),
        "many": Steps(series=(series("水位", "Level", [(index, index * 7919 % 97) for index in range(3000)]),)),
    }  # fmt: skip
