"""Counters for tests."""

from kiosk.elements.counter import Counter
from tests.kinds.samples import metric


def examples() -> dict[str, Counter]:
    """Money, a qualified number, a fraction, a large number, nothing, less than nothing."""
    return {
        "money": Counter(metric=metric("科创投资母基金", "Fund of funds", 5_000_000_000, "元")),
        "expected": Counter(
            metric=metric("高新技术企业", "High-tech firms", 1000, {"zh": "家", "en": "firms"}, qualifier="expected")
        ),
        "fraction": Counter(metric=metric("占全市", "Share of the city", "1/9")),
        "inner": Counter(
            metric=metric(
                "面积", "Floor space", 2_300_000, {"zh": "平方米", "en": "m²"}, qualifier="over", qualifier_form="inner"
            )
        ),
        "zero": Counter(metric=metric("零", "Zero", 0)),
        "negative": Counter(metric=metric("同比", "Year on year", -3.4, "%"), size="medium", counts=False),
    }
