"""Unit grids as a show may hold them, and as it should not."""

from kiosk.charts.unit_grid import UnitGrid
from kiosk.kind import Kind
from tests.kinds.ring import DIGITAL, SHARES
from tests.kinds.samples import LONG, metric


def examples() -> dict[str, Kind]:
    """Much, little, all, none, several, other numbers of units, long labels."""
    return {
        "much": UnitGrid(metrics=(DIGITAL,)),
        "ninth": UnitGrid(
            metrics=(metric("占全市高新技术企业", "Share of the city's high-tech firms", "1/9"),), units=9
        ),
        "three": UnitGrid(metrics=SHARES[:3]),
        "all": UnitGrid(metrics=(metric("全部", "All", 100, "%"),)),
        "none": UnitGrid(metrics=(metric("无", "None", 0, "%"),)),
        "tiny": UnitGrid(metrics=(metric("占全市土地", "Share of the city's land", 0.0004, "%"),)),
        "twenty": UnitGrid(metrics=SHARES[:2], units=20),
        "odd": UnitGrid(metrics=SHARES[:2], units=37),
        "long": UnitGrid(metrics=(metric(LONG["zh"], LONG["en"], 45.25, "%"),)),
    }
