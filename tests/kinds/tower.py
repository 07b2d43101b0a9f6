"""Towers for tests."""

from kiosk.charts.tower import Tower
from kiosk.metrics import Metric
from kiosk.words import Words

SOURCE = {"zh": "宁波高新区", "en": "Ningbo National High-tech Zone"}


def _count(value: float, **more: object) -> Metric:
    return Metric.model_validate(
        {
            "label": {"zh": "每万人拥有高价值发明专利", "en": "High-value invention patents per 10,000 people"},
            "value": value,
            "unit": {"zh": "件", "en": "patents"},
            "period": "2024",
            "source": SOURCE,
            **more,
        }
    )


def examples() -> dict[str, Tower]:
    """Nothing, one, parts of a slab, one column, many rows, large and qualified figures."""
    return {
        "nothing": Tower(metric=_count(0)),
        "one": Tower(metric=_count(1)),
        "part of a slab": Tower(metric=_count(7.25), columns=3),
        "one row": Tower(metric=_count(5)),
        "one column": Tower(metric=_count(12), columns=1),
        "many": Tower(metric=_count(100), columns=4),
        "large": Tower(metric=_count(36000, qualifier="over", unit={"zh": "户", "en": "entities"}), unit_value=1000),
        "in words": Tower(
            metric=_count(300, qualifier="over"), unit_value=5, slab=Words({"zh": "一横五件", "en": "five a slab"})
        ),
        "wide rows": Tower(metric=_count(95), columns=20),
    }
