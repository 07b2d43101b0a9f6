"""Areas as a show may hold them, and as it should not."""

from kiosk.charts.area import Area
from kiosk.charts.line import Lines
from kiosk.kind import Kind
from tests.kinds import line


def examples() -> dict[str, Kind]:
    """What is hard for a line is hard for an area."""
    lines = {name: kind for name, kind in line.examples().items() if isinstance(kind, Lines)}
    return {
        name: Area(series=kind.series[0], references=kind.references, annotations=kind.annotations)
        for name, kind in lines.items()
    }
