"""Candlesticks: bodies between first and last prices, hollow where they rose, and prices that contradict themselves."""

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.bodies.candles import Candles
from kiosk.charts.candlestick import Candlestick
from kiosk.marks import Bars, Line
from tests.charts.test_bar import setting, texts
from tests.kinds.candlestick import prices
from tests.kinds.samples import series

DAYS = ("2024-03-01", "2024-03-04", "2024-03-05")
UNIT = {"zh": "元", "en": "CNY"}


def candles(
    first: tuple[float, ...], high: tuple[float, ...], low: tuple[float, ...], last: tuple[float, ...]
) -> Candlestick:
    made = [series("价", "Price", dict(zip(DAYS, row, strict=True)), UNIT) for row in (first, high, low, last)]
    return Candlestick(open=made[0], high=made[1], low=made[2], close=made[3])


RISE_AND_FALL = candles((10, 14, 12), (15, 15, 12), (9, 11, 12), (14, 12, 12))


def test_days_that_fell_are_filled_and_days_that_rose_hollow() -> None:
    marks = RISE_AND_FALL.place(setting()).at(99.0)

    filled = next(mark for mark in marks if isinstance(mark, Bars))
    hollow = next(mark for mark in marks if isinstance(mark, Line) and mark.x.ndim == 2 and mark.x.shape[1] == 5)
    assert filled.keys == (DAYS[1], DAYS[2])
    assert hollow.x.shape == (1, 5)


def test_a_body_reaches_from_the_first_price_to_the_last() -> None:
    kind = RISE_AND_FALL
    plot = Candles(
        (kind.close,), setting(), is_from_zero=False, first=(kind.open,), highest_series=(kind.high,), lowest_series=(kind.low,)
    )  # fmt: skip
    filled = next(mark for mark in plot.placed().at(99.0) if isinstance(mark, Bars))

    assert filled.top[0] == pytest.approx(plot.y_scale.at(14.0))
    assert filled.top[0] + filled.height[0] == pytest.approx(plot.y_scale.at(12.0))


def test_days_stand_side_by_side_whatever_lies_between_them() -> None:
    kind = RISE_AND_FALL
    plot = Candles(
        (kind.close,), setting(), is_from_zero=False, first=(kind.open,), highest_series=(kind.high,), lowest_series=(kind.low,)
    )  # fmt: skip

    assert np.array_equal(plot.places.x[0], [0.0, 1.0, 2.0])


def test_a_day_that_ends_where_it_began_is_a_dash() -> None:
    filled = next(mark for mark in RISE_AND_FALL.place(setting()).at(99.0) if isinstance(mark, Bars))

    assert 0.0 < filled.height[1] < 5.0


def test_the_last_price_stands_at_the_end() -> None:
    assert "12元" in texts(RISE_AND_FALL.place(setting()), 99.0)


def test_prices_beyond_the_highest_or_lowest_are_refused_with_their_day() -> None:
    with pytest.raises(ValidationError, match="2024-03-04"):
        candles((10, 14, 12), (15, 13, 12), (9, 11, 12), (14, 12, 12))


def test_more_days_than_can_be_told_apart_are_refused() -> None:
    with pytest.raises(ValidationError, match="251 days are too many"):
        prices(251)
