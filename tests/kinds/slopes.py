"""Slopes as a show may hold them, and as it should not."""

from kiosk.charts.slopes import Slopes
from kiosk.metrics import Metric
from kiosk.words import Words
from tests.kinds.samples import LONG, metric

INDUSTRY = ("规模以上工业增加值", "Industrial output")
DIGITAL = ("数字经济核心制造业增加值", "Digital-economy manufacturing")
START = Words({"zh": "去年同期", "en": "A year before"})
END = Words({"zh": "2024 年 1 至 9 月", "en": "Jan-Sep 2024"})


def rates(first: float, second: float | None = None) -> tuple[Metric, ...]:
    """One or two growth rates in per cent."""
    one = metric(*INDUSTRY, first, "%", period="2024-01/2024-09")
    return (one,) if second is None else (one, metric(*DIGITAL, second, "%", period="2024-01/2024-09"))


def slopes(*metrics: Metric) -> Slopes:
    """Slopes from last year to this one."""
    return Slopes(metrics=metrics, start=START, end=END)


def examples() -> dict[str, Slopes]:
    """One, equal, far apart, close to a tick, small, large, long in words, the warm one below."""
    long = (metric(LONG["zh"][:24], LONG["en"][:70], 12.9, "%"), metric(LONG["zh"], LONG["en"], 10.1, "%"))
    return {
        "one": slopes(*rates(12.9)),
        "equal": slopes(*rates(12.9, 12.9)),
        "middle": slopes(*rates(12.9, 5.2)),
        "apart": slopes(*rates(128.5, 1.2)),
        "near-tick": slopes(*rates(12.9, 10.2)),
        "small": slopes(*rates(0.42, 0.31)),
        "huge": slopes(*rates(1280.5, 999.9)),
        "long": slopes(*long),
        "warm-below": slopes(*rates(11.2, 12.9)),
    }
