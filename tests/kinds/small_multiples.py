"""Small multiples as a show may hold them, and as it should not."""

from typing import Any

from kiosk.charts.small_multiples import SmallMultiples
from kiosk.kind import Kind
from kiosk.metrics import Series
from tests.kinds.samples import LONG, series

FIRMS = {"zh": "家", "en": "firms"}


def town(index: int, values: Any, unit: Any = FIRMS) -> Series:
    """A series of a town with an id of its own."""
    return series(f"第{index}街道", f"District {index}", values, unit, id=f"town{index}")


def examples() -> dict[str, Kind]:
    """Few, many, alike, none, missing, negative, long, huge, tiny and dense."""
    years = range(2015, 2025)
    waves = tuple(town(row, {year: 20 + (year - 2014) * (row * 5 % 7) + row for year in years}) for row in range(24))
    return {
        "two": SmallMultiples(series=waves[:2], form="line", from_zero=False),
        "five-bars": SmallMultiples(series=waves[:5], form="bar", highlight="greatest"),
        "twenty-four": SmallMultiples(series=waves, highlight="town7"),
        "equal": SmallMultiples(series=tuple(town(row, dict.fromkeys(years, 7)) for row in range(3)), form="line"),
        "zeros": SmallMultiples(series=tuple(town(row, dict.fromkeys("甲乙丙", 0)) for row in range(4)), form="bar"),
        "gaps": SmallMultiples(
            series=(
                town(1, {2020: 5, 2021: None, 2022: 9, 2023: 12}),
                town(2, {2020: None, 2021: None}),
                town(3, {2022: 4}),
                town(4, {2020: -8, 2021: 3, 2022: -2.5, 2023: None}),
            ),
            highlight="none",
        ),
        "negative-bars": SmallMultiples(
            series=tuple(town(row, {year: (year - 2019) * (row - 2) for year in years}, "%") for row in range(6)),
            form="bar",
        ),
        "long": SmallMultiples(
            series=tuple(
                series(
                    LONG["zh"][: 8 + 6 * (row % 4)],
                    LONG["en"][: 30 + 18 * (row % 4)],
                    {2023: row, 2024: 2 * row},
                    "%",
                    id=f"l{row}",
                )
                for row in range(8)
            )
        ),
        "huge": SmallMultiples(
            series=tuple(town(row, {2023: 1.25e12 * row, 2024: 0.00007}, "元") for row in range(3)), form="line"
        ),
        "dense": SmallMultiples(
            series=tuple(town(row, {day: 50 + day * (31 + row) % 67 for day in range(500)}) for row in range(6)),
            form="line",
        ),
    }
