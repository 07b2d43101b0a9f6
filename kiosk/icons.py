"""Icons: line drawings of things by their names, as strokes in a square of side 1 (Lucide)."""

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import numpy as np

from kiosk.marks import Array
from kiosk.resources import assets

UNITS = 2400.0
"""Parts of the side in which the file counts."""


@dataclass(frozen=True, eq=False)
class Icon:
    """One drawing: `strokes` of shape (points, 2), x to the right and y downwards; one of a single point is a dot."""

    strokes: tuple[Array, ...]

    @cached_property
    def dots(self) -> Array:
        """The places of all dots, shape (n, 2)."""
        return np.array([stroke[0] for stroke in self.strokes if len(stroke) == 1]).reshape(-1, 2)

    @cached_property
    def lines(self) -> Array:
        """All strokes of more than one point, shape (n, points, 2): the last point of the shorter ones is repeated."""
        lines = [stroke for stroke in self.strokes if len(stroke) > 1]
        most = max(map(len, lines), default=0)
        padded = [np.concatenate([line, np.repeat(line[-1:], most - len(line), axis=0)]) for line in lines]
        return np.array(padded, dtype=np.float64).reshape(len(lines), most, 2)

    @cached_property
    def reach(self) -> Array:
        """How far along its stroke each point of `lines` lies, 0 to 1, shape (n, points)."""
        steps = np.hypot(np.diff(self.lines[:, :, 0], axis=1), np.diff(self.lines[:, :, 1], axis=1))
        along = np.concatenate([np.zeros((len(steps), 1)), np.cumsum(steps, axis=1)], axis=1)
        return np.asarray(along / along[:, -1:], dtype=np.float64)

    @cached_property
    def span(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all strokes."""
        points = np.concatenate(self.strokes)
        (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
        return float(left), float(top), float(right), float(bottom)

    def drawn(self, progress: float) -> Array:
        """The lines as far as a pen has come that draws all of them at once, shape (n, points, 2)."""
        if progress >= 1.0:
            return self.lines
        result = np.empty_like(self.lines)
        for index, (reach, line) in enumerate(zip(self.reach, self.lines, strict=True)):
            reached = np.minimum(reach, progress)
            result[index, :, 0] = np.interp(reached, reach, line[:, 0])
            result[index, :, 1] = np.interp(reached, reach, line[:, 1])
        return result


@cache
def _entries() -> dict[str, str]:
    """The line of each icon by its name."""
    text = (assets() / "icons" / "lucide" / "strokes.txt").read_text("utf-8")
    return dict(line.split(" ", 1) for line in text.splitlines() if not line.startswith("#"))


@cache
def icon_names() -> tuple[str, ...]:
    """The names of all icons, in the order of the alphabet."""
    return tuple(_entries())


@lru_cache(maxsize=256)
def icon(name: str) -> Icon:
    """An icon; raises ValueError for a name that there is not."""
    try:
        entry = _entries()[name]
    except KeyError:
        raise ValueError(f"no such icon: {name!r}") from None
    strokes = (np.array(stroke.split(","), dtype=np.float64).reshape(-1, 2) for stroke in entry.split(" "))
    return Icon(tuple(np.cumsum(steps, axis=0) / UNITS for steps in strokes))
