"""Metrics and series that several kinds are tried with."""

from typing import Any

from kiosk.metrics import Metric, Series

SOURCE = {"zh": "宁波高新区", "en": "Ningbo High-tech Zone"}
LONG = {
    "zh": "数字经济核心产业制造业增加值占规模以上工业增加值的比重与去年同期相比",
    "en": "Value added by the core manufacturing industries of the digital economy as a share of industrial output",
}


def metric(zh: str, en: str, value: float | str, unit: Any = "", **options: Any) -> Metric:
    """A metric with a label in both languages."""
    return Metric.model_validate(
        {"id": en.lower(), "label": {"zh": zh, "en": en}, "value": value, "unit": unit, "source": SOURCE} | options
    )


def series(zh: str, en: str, values: Any, unit: Any = "", **options: Any) -> Series:
    """A series with a label in both languages."""
    return Series.model_validate(
        {"label": {"zh": zh, "en": en}, "values": values, "unit": unit, "source": SOURCE} | options
    )


CHAMPIONS = (
    metric("国家级单项冠军", "National single-product champions", 5, {"zh": "家", "en": "firms"}),
    metric("上市公司", "Listed companies", 10, {"zh": "家", "en": "firms"}),
    metric("浙江创新能力 500 强", "Firms on Zhejiang's top-500 innovation list", 17, {"zh": "家", "en": "firms"}),
    metric("国家专精特新小巨人", "National little giants", 25, {"zh": "家", "en": "firms"}),
)
