"""Uncovering: curves and what lies below them, drawn whole and uncovered from the left as a pen goes along them.

To draw them anew for every frame as far as they have come takes several times as long.
"""

from collections.abc import Callable
from dataclasses import replace

from kiosk.anatomy.geometry.curve import Curve
from kiosk.marks import Area, Line

Edge = Callable[[float], float]
"""The x in pixels up to which all is uncovered, at a progress of 0 to 1."""


def uncovered_line(made: Curve, line: Line, edge: Edge) -> Callable[[float], Line]:
    """A curve in the look of `line`; one whose pen climbs in its place is drawn as far as it has come."""
    if made.lead is not None or not len(line.x):

        def draw(progress: float) -> Line:
            x, y = made.until(edge(progress)).strokes()
            return replace(line, x=x, y=y)

        return draw
    left, right = float(line.x.min()), float(line.x.max())
    return lambda progress: replace(line, reveal=_share(edge(progress), left, right))


def uncovered_area(area: Area, edge: Edge) -> Callable[[float], Area]:
    """An area as it is uncovered."""
    left, right = float(area.x.min()), float(area.x.max())
    return lambda progress: replace(area, reveal=_share(edge(progress), left, right))


def _share(edge: float, left: float, right: float) -> float:
    if right <= left:
        return 1.0 if edge >= right else 0.0
    return min(max((edge - left) / (right - left), 0.0), 1.0)
