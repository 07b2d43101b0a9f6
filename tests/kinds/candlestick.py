"""Candlesticks as a show may hold them, and as it should not."""

import math
from datetime import date, timedelta

from kiosk.charts.candlestick import Candlestick
from kiosk.kind import Kind
from tests.kinds.samples import LONG, series

UNIT = {"zh": "元", "en": "CNY"}


def prices(count: int, scale: float = 1.0, name: tuple[str, str] = ("收盘价", "Closing price")) -> Candlestick:
    """So many working days."""
    days = [str(day) for at in range(2 * count) if (day := date(2024, 1, 2) + timedelta(days=at)).weekday() < 5][:count]
    last = {day: round((42 + 9 * math.sin(at / 17) + at * 37 % 11 / 4) * scale, 2) for at, day in enumerate(days)}
    first = {day: round(value + math.sin(at * 1.3) * 1.8 * scale, 2) for at, (day, value) in enumerate(last.items())}
    high = {day: round(max(first[day], last[day]) + (at * 7 % 5) / 3 * scale, 2) for at, day in enumerate(days)}
    low = {day: round(min(first[day], last[day]) - (at * 11 % 7) / 4 * scale, 2) for at, day in enumerate(days)}
    return Candlestick(
        open=series("开盘价", "Opening price", first, UNIT), high=series("最高价", "Highest", high, UNIT),
        low=series("最低价", "Lowest", low, UNIT), close=series(*name, last, UNIT),
    )  # fmt: skip


def examples() -> dict[str, Kind]:
    """A year, a week, one day, flat, missing, tiny, named places, long names."""
    flat = series("价", "Price", {"2024-01-02": 5, "2024-01-03": 5}, UNIT)
    names = series("价", "Price", {"早市": 5, "午市": 7, "晚市": None}, UNIT)
    return {
        "year": prices(250),
        "week": prices(5),
        "one": prices(1),
        "flat": Candlestick(open=flat, high=flat, low=flat, close=flat),
        "names": Candlestick(open=names, high=names, low=names, close=names),
        "tiny": prices(30, 0.0001),
        "long": prices(60, name=(LONG["zh"], LONG["en"])),
    }
