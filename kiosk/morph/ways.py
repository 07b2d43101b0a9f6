"""Ways: what is seen of a thing, a line or a text between two pictures, drawn from a progress of 0 to 1.

A way may take several marks: a new colour is laid over the old one as it comes. One that has none cannot be shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from kiosk.marks import Area, Array, Line, Mark, Shapes, Text, array
from kiosk.morph.curves import area_between, is_one_stroke, line_between
from kiosk.morph.telling import retold
from kiosk.morph.things import POINTS, Thing

Draw = Callable[[float], Mark]
Ways = tuple[Draw, ...]


def faint(mark: Mark, share: float) -> Mark:
    """A mark with only a share, 0 to 1, of its opacity."""
    if share >= 1.0:
        return mark
    opacity: float = mark.opacity  # type: ignore[attr-defined]
    if isinstance(mark, Area) and mark.foot_opacity is not None:
        return replace(mark, opacity=opacity * share, foot_opacity=mark.foot_opacity * share)
    return replace(mark, opacity=opacity * share)  # type: ignore[type-var]


def outlined(rings: Array, colors: tuple[str, ...], opacity: float, keys: tuple[str, ...]) -> Shapes:
    """Things by their rings, of shape (n, POINTS, 2)."""
    ends = tuple(range(POINTS, POINTS * len(rings) + 1, POINTS))
    points = rings.reshape(-1, 2)
    return Shapes(array(points[:, 0]), array(points[:, 1]), ends, (), colors, opacity, keys=keys)


def thing_ways(pairs: Sequence[tuple[Thing, Thing]]) -> Ways:
    """Things that move from their old form to their new one."""
    first = np.stack([old.ring for old, _ in pairs])
    second = np.stack([new.ring for _, new in pairs])
    begin, end = max(old.opacity for old, _ in pairs), max(new.opacity for _, new in pairs)
    old_colors, new_colors = tuple(old.color for old, _ in pairs), tuple(new.color for _, new in pairs)
    keys = tuple(new.key for _, new in pairs)

    def under(progress: float) -> Mark:
        return outlined(first + (second - first) * progress, old_colors, begin + (end - begin) * progress, keys)

    def over(progress: float) -> Mark:
        return outlined(first + (second - first) * progress, new_colors, end * progress, keys)

    return (under,) if old_colors == new_colors else (under, over)


def coming(things: Sequence[Thing]) -> Ways:
    """Things that are only in the new picture."""
    return (lambda progress: _shown(things, max(0.0, 2.0 * progress - 1.0)),)


def going(things: Sequence[Thing]) -> Ways:
    """Things that were only in the old picture."""
    return (lambda progress: _shown(things, max(0.0, 1.0 - 2.0 * progress)),)


def _shown(things: Sequence[Thing], share: float) -> Shapes:
    rings = np.stack([each.ring for each in things])
    opacity = max(each.opacity for each in things) * share
    return outlined(rings, tuple(each.color for each in things), opacity, tuple(each.key for each in things))


def line_ways(before: Mark, after: Mark) -> Ways:
    """A line that bends into another, if both are single strokes."""
    if not isinstance(before, Line) or not isinstance(after, Line):
        return ()
    if not is_one_stroke(before) or not is_one_stroke(after):
        return ()
    return _colored(before.color, after.color, line_between(before, after))


def area_ways(before: Mark, after: Mark) -> Ways:
    """An area that bends into another."""
    if not isinstance(before, Area) or not isinstance(after, Area) or min(len(before.x), len(after.x)) < 2:
        return ()
    return _colored(before.color, after.color, area_between(before, after))


def _colored(old: str, new: str, draw: Callable[[float], Line] | Callable[[float], Area]) -> Ways:
    if old == new:
        return (draw,)
    return (lambda progress: replace(draw(progress), color=old), lambda progress: faint(draw(progress), progress))


def text_ways(before: Mark, after: Mark) -> Ways:
    """A text that moves, counts on, or gives way to another."""
    return retold(before, after) if isinstance(before, Text) and isinstance(after, Text) else ()
