"""Marks: the visible things, as values that say what is to be seen at one instant.

All places and lengths are pixels of the screen, x to the right and y downwards; the y of a text is its baseline.
Colours are roles of the theme ("text", "warm", ...). Opacities are 0 to 1. Arrays are finite float64. `keys`, one for each thing
in a mark or empty, say what each of them stands for: whatever has the same key in two pictures is the same thing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import isfinite
from typing import Any, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Stops = tuple[tuple[float, float], ...]
"""Opacities along a stroke or an area: pairs of (place 0 to 1, opacity 0 to 1)."""


def array(values: Sequence[float] | Array) -> Array:
    """Finite float64 values of any shape; raises ValueError for what is not a finite number."""
    try:
        result = np.asarray(values, dtype=np.float64)
    except (TypeError, OverflowError) as error:
        raise ValueError(f"not numbers: {values!r}") from error
    if not np.isfinite(result).all():
        raise ValueError(f"not finite: {values!r}")
    return result


class Mark:
    """What all marks share: equality by value, arrays included, and the refusal of what is not a finite number."""

    _arrays: ClassVar[tuple[str, ...]] = ()
    _numbers: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._arrays = tuple(name for name, kind in cls.__annotations__.items() if kind is Array)
        cls._numbers = tuple(name for name, kind in cls.__annotations__.items() if kind is float)

    def __post_init__(self) -> None:
        for name in self._arrays:
            values = getattr(self, name)
            # The sum of squares is finite if every value is, and quicker to ask for: marks are made for every frame.
            if type(values) is not np.ndarray or values.dtype != np.float64 or not isfinite(np.vdot(values, values)):
                raise ValueError(f"{type(self).__name__}.{name}: not an array of finite float64: {values!r}")
        for name in self._numbers:
            if not _is_number(value := getattr(self, name)):
                raise ValueError(f"{type(self).__name__}.{name}: not a finite number: {value!r}")

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        return all(
            _same(getattr(self, field.name), getattr(other, field.name))
            for field in fields(self)  # type: ignore[arg-type]
        )

    __hash__ = None  # type: ignore[assignment]


def _is_number(value: Any) -> bool:
    try:
        return isfinite(value)
    except TypeError:
        return False


def _same(first: Any, second: Any) -> bool:
    if isinstance(first, np.ndarray) or isinstance(second, np.ndarray):
        return np.shape(first) == np.shape(second) and bool(np.array_equal(first, second))
    return bool(first == second)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one hand: `size` in pixels, `weight` 400, 700 or 900, `gap` in pixels before it."""

    text: str
    size: float
    weight: int = 400
    color: str = "text"
    tracking: float = 0.0
    gap: float = 0.0

    def __post_init__(self) -> None:
        if not isinstance(self.text, str) or not _is_number(self.size):
            raise ValueError(f"not a text with a size: {self.text!r}, {self.size!r}")


@dataclass(frozen=True, eq=False, slots=True)
class Text(Mark):
    """Runs of text on one baseline; `key` says what they stand for, as `keys` of other marks do.

    `anchor` says which end of the runs stands at `x`: "ink" puts the first glyph's ink, not its cell, at `x`.
    `angle` turns it clockwise about (x, y), in degrees. `upright` sets the characters one below the other, centred on `x`,
    the first baseline at `y`, with a pitch of 1.24 em. `clip`: the left and right edge, on the screen, at which it is gone, and the
    pixels over which its characters fade out before; only for a text that is neither turned nor upright.
    """

    x: float
    y: float
    runs: tuple[Run, ...]
    anchor: Literal["start", "middle", "end", "ink"] = "start"
    opacity: float = 1.0
    angle: float = 0.0
    upright: bool = False
    key: str = ""
    clip: tuple[float, float, float] | None = None

    @property
    def text(self) -> str:
        """All that is to be read, without the gaps."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, eq=False, slots=True)
class Bars(Mark):
    """Filled rectangles: `left`, `top`, `width`, `height` of shape (n,); one colour, or one for each."""

    left: Array
    top: Array
    width: Array
    height: Array
    color: str | tuple[str, ...] = "cool"
    opacity: float = 1.0
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Line(Mark):
    """Strokes with one pen: `x` and `y` of shape (m,) for one stroke, (n, m) for n of them.

    `fade`: opacities along x, from the least x to the greatest, times `opacity`. `closed` joins the ends of one stroke.
    `reveal` 0 to 1 uncovers them from the left, from the least x to the greatest.
    """

    x: Array
    y: Array
    color: str = "cool"
    width: float = 1.0
    opacity: float = 1.0
    fade: Stops = ()
    dashes: tuple[float, ...] = ()
    cap: Literal["round", "flat"] = "round"
    closed: bool = False
    key: str = ""
    reveal: float = 1.0


@dataclass(frozen=True, eq=False, slots=True)
class Area(Mark):
    """What lies between `upper` and `lower` along `x`, all of shape (m,).

    The fill runs downwards from `color` at `opacity` to `foot_color` (the same colour if empty) at `foot_opacity`. `reveal` 0
    to 1 uncovers it from the left.
    """

    x: Array
    upper: Array
    lower: Array
    color: str = "cool"
    opacity: float = 1.0
    foot_color: str = ""
    foot_opacity: float | None = None
    key: str = ""
    reveal: float = 1.0


@dataclass(frozen=True, eq=False, slots=True)
class Dots(Mark):
    """Circles at `x`, `y` of `diameter`, all of shape (n,); one colour, or one for each.

    `ring` > 0 draws them hollow with that stroke width.
    `backing` names the colour inside hollow dots; empty lets the ground through.
    """

    x: Array
    y: Array
    diameter: Array
    color: str | tuple[str, ...] = "cool"
    opacity: float = 1.0
    ring: float = 0.0
    backing: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Wedges(Mark):
    """Pieces of a ring about (x, y): `start` and `span` in degrees clockwise from the top, shape (n,)."""

    x: float
    y: float
    inner: float
    outer: float
    start: Array
    span: Array
    color: str | tuple[str, ...] = "cool"
    opacity: float = 1.0
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Shapes(Mark):
    """Filled outlines: the rings of all shapes, one after the other, in `x` and `y` of shape (m,); rings close by themselves.

    `ends`: for each ring, how many points there are up to its end. `owners`: for each ring the number of the shape it belongs
    to, ascending from 0; left out, each ring is a shape. What an even number of rings of one shape surround is a hole. One
    colour, or one for each shape. `edge`, if not empty, is the colour of a stroke of `edge_width` pixels round all of them.
    `reveal` 0 to 1 uncovers them from the left.
    """

    x: Array
    y: Array
    ends: tuple[int, ...]
    owners: tuple[int, ...] = ()
    color: str | tuple[str, ...] = "cool"
    opacity: float = 1.0
    edge: str = ""
    edge_width: float = 0.0
    reveal: float = 1.0
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Picture(Mark):
    """An image file in a rectangle; `reveal` 0 to 1 uncovers it from the left. `crop`: left, top, width, height as fractions.

    `sharpness` is how many pixels of the screen one of the whole image's widths is to have, where the crop moves; 0: as many as
    the rectangle and the crop ask for. `is_on_paper`: it stands on a light plate, whatever the ground of the theme.
    """

    file: str
    left: float
    top: float
    width: float
    height: float
    opacity: float = 1.0
    reveal: float = 1.0
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    sharpness: float = 0.0
    is_on_paper: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Film(Mark):
    """One frame of a film file in a rectangle; `crop` as in Picture. Frames count from 0 at `footage.FRAMES_PER_SECOND`."""

    file: str
    left: float
    top: float
    width: float
    height: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    frame: int = 0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """One climbing stroke: flat at `low` until `begin`, up along the smoothstep, flat at `high` from `end` to the right edge.

    `veil` is the opacity, at `high`, of the fill below it, which is gone at `veil_foot`.
    """

    low: float
    high: float
    begin: float
    end: float
    color: str
    width: float
    fade: Stops = ((0.0, 1.0),)
    veil: float = 0.0
    veil_foot: float = 0.0


@dataclass(frozen=True, eq=False, slots=True)
class Strokes(Mark):
    """Climbing strokes over a rectangle of the screen, painted once; `reveal` uncovers them from the left, 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float
    strokes: tuple[Stroke, ...]
    reveal: float = 1.0
    opacity: float = 1.0
