"""Races as a show may hold them, and as it should not."""

from kiosk.charts.race import Race
from kiosk.kind import Kind
from kiosk.metrics import Series
from tests.kinds.samples import LONG, series

FIRMS = {"zh": "家", "en": "firms"}


def town(index: int, values: dict[int | str, float | None], unit: object = FIRMS) -> Series:
    """A series of a town with an id of its own."""
    return series(f"第{index}街道", f"District {index}", values, unit, id=f"town{index}")


def examples() -> dict[str, Kind]:
    """Few, many, alike, none, missing, one after the other, long, huge and tiny."""
    years = range(2019, 2024)
    return {
        "two": Race(series=(town(1, {2023: 10, 2024: 40}), town(2, {2023: 30, 2024: 20})), seconds=4),
        "forty": Race(
            series=tuple(
                town(row, {year: 20 + (row * 37 + (year - 2018) * row * 11) % 190 for year in years})
                for row in range(40)
            ),
            bars=10,
            seconds=4,
        ),
        "equal": Race(series=tuple(town(row, dict.fromkeys(years, 7)) for row in range(4)), seconds=4),
        "zeros": Race(series=tuple(town(row, dict.fromkeys(years, 0)) for row in range(3)), seconds=4),
        "gaps": Race(
            series=(
                town(1, {2020: 5, 2021: 9, 2022: None, 2023: 12}),
                town(2, {2020: None, 2021: 20, 2022: 22, 2023: None}),
                town(3, {2020: 3, 2021: 3.5, 2022: 4, 2023: 4.5}),
                town(4, {2023: 30}),
            ),
            highlight="town3",
            seconds=4,
        ),
        "long": Race(
            series=tuple(
                series(
                    LONG["zh"][row : 14 + 6 * row],
                    LONG["en"][: 40 + 12 * row],
                    {y: 10 + row * (y - 2018) for y in years},
                    "%",
                    id=f"s{row}",
                )
                for row in range(5)
            ),
            highlight="none",
            seconds=4,
        ),
        "months": Race(
            series=tuple(
                town(row, {f"2024-{m:02d}": row * 3 + m * (row % 3) for m in range(1, 13)}) for row in range(6)
            ),
            seconds=6,
        ),
        "huge": Race(
            series=(town(1, {2023: 1.2e12, 2024: 1.4e12}, "元"), town(2, {2023: 2, 2024: 3e11}, "元")), seconds=4
        ),
        "tiny": Race(
            series=(town(1, {"甲": 0.0004, "乙": 0.0011}, "mg"), town(2, {"甲": 0.0007, "乙": 0.0002}, "mg")), seconds=4
        ),
    }
