"""Rows of figures for tests."""

from kiosk.elements.figure_row import FigureRow
from kiosk.metrics import Metric
from tests.kinds.episodes import SOURCE


def _firms(value: int, zh: str, en: str) -> Metric:
    return Metric.model_validate(
        {"label": {"zh": zh, "en": en}, "value": value, "unit": {"zh": "家", "en": ""}, "source": SOURCE}
    )


CHAMPIONS = _firms(5, "国家级单项冠军", "national single-product champions")
GIANTS = _firms(25, "专精特新小巨人", 'national "little giants"')
LISTED = _firms(10, "上市公司", "listed companies")


def examples() -> dict[str, FigureRow]:
    """More figures, with labels below, and figures that are long."""
    entities = Metric.model_validate(
        {
            "label": {"zh": "经营主体", "en": "business entities"},
            "value": 36_000,
            "unit": {"zh": "家", "en": ""},
            "qualifier": "over",
        }
    )
    loss = Metric.model_validate(
        {"label": {"zh": "增减", "en": "change"}, "value": -1234567.8, "unit": "m²", "qualifier": "about"}
    )
    return {
        "three below": FigureRow(metrics=(CHAMPIONS, GIANTS, LISTED)),
        "four beside": FigureRow(metrics=(CHAMPIONS, GIANTS, LISTED, entities), labels="beside"),
        "four below": FigureRow(metrics=(CHAMPIONS, entities, loss, LISTED), highlight=entities),
        "bare": FigureRow(metrics=(entities, loss), labels="none"),
    }
