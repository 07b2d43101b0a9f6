"""Gauges as a show may hold them, and as it should not."""

from typing import Any

from kiosk.charts.gauge import Gauge
from kiosk.kind import Kind
from tests.kinds.samples import LONG, metric

SPEED = metric("平均车速", "Average speed", 42, {"zh": "公里/时", "en": "km/h"})


def gauge(subject: Any, low: float = 0.0, high: Any = None, **options: Any) -> Gauge:
    """A gauge from limit to limit."""
    return Gauge(**{"metric": subject, "from": low, "to": high, **options})


def examples() -> dict[str, Kind]:
    """Three quarters, pointer, empty, full, below zero, long, huge, tiny, not from zero."""
    return {
        "speed": gauge(SPEED, high=120.0, form="three_quarters", hand="pointer", target=60.0),
        "half-pointer": gauge(SPEED, high=120.0, form="half", hand="pointer"),
        "empty": gauge(metric("无", "None", 0, "%")),
        "full": gauge(metric("全部", "All", 100, "%"), form="three_quarters"),
        "cold": gauge(metric("海水温度变化", "Change of sea temperature", -2.4, "°"), low=-10.0, high=10.0),
        "long": gauge(metric(LONG["zh"], LONG["en"], 83.2, "%"), target=75.0),
        "huge": gauge(metric("总额", "Total", 1.23456789e12, "元"), high=2e12),
        "tiny": gauge(metric("浓度", "Concentration", 0.0004, "mg"), high=0.001, target=0.0009),
        "from": gauge(metric("湿度", "Humidity", 64, "%"), low=40.0, high=80.0, form="three_quarters"),
    }
