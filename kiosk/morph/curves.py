"""Curves: lines and areas on the way from one course to another, at as many places along both."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from kiosk.marks import Area, Array, Line, array
from kiosk.motion import lerp

PLACES = 160


def line_between(before: Line, after: Line) -> Callable[[float], Line]:
    """A line of the latter's colour on its way from the former, drawn from a progress of 0 to 1."""
    first, second = _line_points(before), _line_points(after)

    def draw(progress: float) -> Line:
        points = first + (second - first) * progress
        width = lerp(before.width, after.width, progress)
        opacity = lerp(before.opacity, after.opacity, progress)
        return replace(after, x=array(points[:, 0]), y=array(points[:, 1]), width=width, opacity=opacity)

    return draw


def area_between(before: Area, after: Area) -> Callable[[float], Area]:
    """An area of the latter's colour on its way from the former, drawn from a progress of 0 to 1."""
    first, second = _area_points(before), _area_points(after)

    def draw(progress: float) -> Area:
        points = first + (second - first) * progress
        x, upper, lower = (array(column) for column in points.T)
        return replace(after, x=x, upper=upper, lower=lower)

    return draw


def is_one_stroke(line: Line) -> bool:
    """Whether a line is a single stroke with a length."""
    return line.x.ndim == 1 and len(line.x) > 1


def _line_points(line: Line) -> Array:
    return _resampled(np.stack([line.x, line.y], axis=1))


def _area_points(area: Area) -> Array:
    return _resampled(np.stack([area.x, area.upper, area.lower], axis=1))


def _resampled(points: Array) -> Array:
    """PLACES points along a course: evenly in x where it runs one way, else along its length."""
    steps = np.diff(points[:, 0])
    if not bool((steps >= 0.0).all() and steps.sum() > 0.0):
        steps = np.hypot(steps, np.diff(points[:, 1]))
    way = np.concatenate([[0.0], np.cumsum(steps)])
    at = np.linspace(0.0, way[-1], PLACES)
    return np.stack([np.interp(at, way, column) for column in points.T], axis=1)
