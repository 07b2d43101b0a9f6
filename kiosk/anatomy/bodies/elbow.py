"""Elbows: leaders from the pieces of a circle to what is said of them, led so that they do not cross the circle."""

import math
from dataclasses import dataclass

from kiosk.screen import Screen

MARGIN = 0.1
"""The share of a piece at each of its ends that a leader does not begin at."""
OFF = 6.0
"""From the circle to the beginning of a leader, in pixels of a screen of 1080 lines."""
REACH, LEVEL = 4.0, 1.5
"""Grid steps from the circle to the end of a leader, and how much of that is level at least."""


@dataclass(frozen=True)
class Elbow:
    """A leader, seen from the middle of the circle: from the edge of a piece to a bend, and level from there to its end."""

    points: tuple[tuple[float, float], ...]
    is_clear: bool


def elbow(start: float, span: float, outer: float, level: float, sign: int, screen: Screen) -> Elbow:
    """The leader from the piece of `span` degrees from `start` to words at `level`, at the right if `sign` is 1, else -1.

    It begins where the piece is nearest to that level, and leaves the circle there.
    """
    reach, end = outer + screen.px(OFF), outer + REACH * screen.g
    first, last = start + MARGIN * span, start + (1.0 - MARGIN) * span
    level_angle = math.degrees(math.acos(max(-1.0, min(1.0, -level / reach))))
    wanted = level_angle if sign > 0 else 360.0 - level_angle
    angle = math.radians(max(first, min(last, wanted)))
    if sign * math.sin(angle) <= 0.02:
        # Of a piece that reaches over to the other side of the circle the middle is on the right one.
        angle = math.radians(start + span / 2.0)
    away, up = sign * math.sin(angle), math.cos(angle)
    begin = (sign * reach * away, -reach * up)
    if abs(begin[1] - level) < screen.px(2.0):
        return Elbow((begin, (sign * end, begin[1])), True)
    # A bend beyond the tangent at the beginning keeps the leader off the circle.
    least = (reach + up * level) / max(away, 1e-6)
    radial = -level / up * away if up * level < 0.0 else 0.0
    latest = end - LEVEL * screen.g
    bend = radial if least <= radial <= latest else latest
    return Elbow((begin, (sign * bend, level), (sign * end, level)), least <= latest + 1e-6)
