"""Levels for tests."""

from kiosk.charts.level import Level
from kiosk.metrics import Metric

SHARE = Metric.model_validate(
    {
        "label": {"zh": "数字经济核心产业制造业", "en": "Core manufacturing of the digital economy"},
        "value": 83.2,
        "unit": "%",
        "period": "2024",
        "source": {"zh": "宁波高新区", "en": "Ningbo High-tech Zone"},
    }
)


def examples() -> dict[str, Level]:
    """Levels at the ends of the scale and in the middle of the page."""
    return {
        "empty": Level(metric=SHARE.model_copy(update={"value": 0})),
        "full": Level(metric=SHARE.model_copy(update={"value": 100})),
        "half": Level(metric=SHARE.model_copy(update={"value": 51.3})),
        "fraction": Level(metric=SHARE.model_copy(update={"value": "1/9", "unit": SHARE.unit.of("")})),
        "of a whole": Level(metric=SHARE.model_copy(update={"value": 34}), whole=40, shows_gauge=False),
        "bare": Level(metric=SHARE, shows_figure=False),
    }
