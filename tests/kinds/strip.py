"""Strips for tests."""

from kiosk.charts.strip import Strip
from kiosk.metrics import Metric
from kiosk.words import Words

SOURCE = {"zh": "宁波高新区", "en": "Ningbo National High-tech Zone"}


def _share(value: float | str, unit: str = "%") -> Metric:
    return Metric.model_validate(
        {
            "label": {"zh": "全社会 R&D 经费占 GDP 比重", "en": "R&D spending as a share of GDP"},
            "short": {"zh": "研发", "en": "R&D"},
            "value": value,
            "unit": unit,
            "period": "2024",
            "source": SOURCE,
        }
    )


def examples() -> dict[str, Strip]:
    """Nothing, everything, fractions, few strokes, and names too long for one line."""
    long = Words(
        {"zh": "规模以上数字经济核心制造业增加值", "en": "Added value of the core manufacturing of the digital economy"}
    )
    whole = Words(
        {"zh": "全部规模以上工业增加值 = 100", "en": "Added value of all industry above the designated size = 100"}
    )
    return {
        "nothing": Strip(metric=_share(0), whole=Words.of("GDP = 100")),
        "everything": Strip(metric=_share(100)),
        "fraction": Strip(metric=_share("1/3", ""), parts=30),
        "few": Strip(metric=_share(83.2), parts=10, part=Words({"zh": "核心制造业", "en": "Core manufacturing"})),
        "long names": Strip(metric=_share(83.2), part=long, whole=whole),
        "no names": Strip(metric=_share(50), part=Words.of("")),
        "two": Strip(metric=_share(0.01), parts=2),
    }
