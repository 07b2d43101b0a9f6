"""Vessels as a show may hold them, and as it should not."""

from kiosk.charts.liquid import Liquid
from kiosk.kind import Kind
from tests.kinds.samples import LONG, metric

TON = {"zh": "吨", "en": "t"}


def examples() -> dict[str, Kind]:
    """Drop, square, of a whole, a fraction, empty, full, low, long, huge."""
    return {
        "drop": Liquid(metric=metric("再生水利用率", "Reclaimed water", 38, "%"), vessel="drop"),
        "square": Liquid(metric=metric("库容", "Storage", 55.5, "%"), vessel="square"),
        "of": Liquid(
            metric=metric("今日供水", "Supplied today", 460_000, TON),
            whole=metric("设计能力", "Capacity", 600_000, TON),
        ),
        "fraction": Liquid(metric=metric("占全市高新技术企业", "Share of the city's high-tech firms", "1/9")),
        "empty": Liquid(metric=metric("无", "None", 0, "%")),
        "full": Liquid(metric=metric("全部", "All", 100, "%"), vessel="drop"),
        "low": Liquid(metric=metric("漏损率", "Lost on the way", 3.1, "%")),
        "long": Liquid(metric=metric(LONG["zh"], LONG["en"], 83.2, "%")),
        "huge": Liquid(metric=metric("总额", "Total", 1.23456789e12, "元"), whole=2e12, vessel="square"),
    }
