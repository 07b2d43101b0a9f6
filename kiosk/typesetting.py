"""Typesetting: texts and figures as runs on a baseline, measured before they are drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kiosk.marks import Run, Text
from kiosk.numbers import Written
from kiosk.screen import TYPE, Screen
from kiosk.typeface import advance, left_bearing, spaced, wrap

FIGURE_SIZES: tuple[float, ...] = (TYPE["large"], 0.320, TYPE["medium"], 0.160, TYPE["banner"], TYPE["title"])
"""The sizes a figure may take, as fractions of the unit, largest first."""

FIGURE_TRACKING = -0.015
POINT_PULL = 0.05
PERCENT_SIZE, SLASH_DROP = 0.45, 0.17
UNIT_GAP, LATIN_UNIT_GAP = 0.15, 0.26
LINE_PITCH = 1.24
Anchor = Literal["start", "middle", "end", "ink"]


def width_of(runs: Iterable[Run]) -> float:
    """The width of runs on one baseline, in pixels, gaps included."""
    return sum(run.gap + advance(run.text, run.weight, run.tracking) * run.size for run in runs)


def line(
    text: str,
    x: float,
    y: float,
    size: float,
    *,
    weight: int = 400,
    color: str = "text",
    anchor: Anchor = "start",
    tracking: float = 0.0,
    angle: float = 0.0,
) -> Text:
    """One line of plain text, with the thin spaces between scripts."""
    return Text(x, y, (Run(spaced(text), size, weight, color, tracking),), anchor, angle=angle)


def fitted_size(text: str, width: float, size: float, floor: float, weight: int = 400) -> float:
    """The greatest whole size, at most `size` and at least `floor`, at which one line of `text` is no wider than `width`."""
    needed = advance(spaced(text), weight) * size
    if needed <= width or needed == 0.0:
        return size
    return max(floor, float(int(size * width / needed)))


def paragraph(
    text: str,
    x: float,
    y: float,
    width: float,
    size: float,
    *,
    weight: int = 400,
    color: str = "text",
    anchor: Anchor = "start",
    pitch: float = LINE_PITCH,
) -> tuple[Text, ...]:
    """Text broken into lines of at most `width` pixels; the first baseline is at `y`, the next `pitch` em lower."""
    lines = wrap(spaced(text), width / size, weight)
    return tuple(
        Text(x, y + index * pitch * size, (Run(each, size, weight, color),), anchor) for index, each in enumerate(lines)
    )


def upright(text: str, x: float, y: float, size: float, *, color: str = "text", weight: int = 400) -> Text:
    """Characters one below the other, centred on `x`; the first baseline at `y`."""
    return Text(x, y, (Run(text, size, weight, color),), "middle", upright=True)


@dataclass(frozen=True)
class Figure:
    """A written number as runs: what stands before it, its digits, and what follows; all on one baseline."""

    before: tuple[Run, ...]
    digits: tuple[Run, ...]
    after: tuple[Run, ...]

    @property
    def runs(self) -> tuple[Run, ...]:
        """All runs in reading order."""
        return self.before + self.digits + self.after

    @property
    def width(self) -> float:
        """Pixels from the first cell to the last."""
        return width_of(self.runs)

    @property
    def drop(self) -> float:
        """Pixels of ink below the baseline: the stroke of a fraction reaches deeper than words."""
        return max((SLASH_DROP * run.size for run in self.digits if "/" in run.text), default=0.0)

    def at(self, x: float, y: float, anchor: Anchor = "start", opacity: float = 1.0) -> Text:
        """The figure as a mark with its baseline at `y`."""
        return Text(x, y, self.runs, anchor, opacity)


def digit_runs(digits: str, size: float, color: str, weight: int = 400) -> tuple[Run, ...]:
    """Digits with the decimal point pulled in from both sides."""
    whole, point, rest = digits.partition(".")
    first = Run(whole, size, weight, color, FIGURE_TRACKING)
    if not point:
        return (first,)
    return (
        first,
        Run(point, size, weight, color, FIGURE_TRACKING, gap=-POINT_PULL * size),
        Run(rest, size, weight, color, FIGURE_TRACKING, gap=-POINT_PULL * size),
    )


def unit_size(size: float, screen: Screen) -> float:
    """The size of the words beside a figure of `size` pixels: "title" beside a medium one, "banner" beside a large one."""
    unit = screen.u * screen.scale
    if size >= 0.30 * unit:
        return screen.size("banner")
    if size >= 0.20 * unit:
        return screen.size("title")
    return max(screen.size("small"), min(screen.size("title"), float(round(size * 0.5))))


def percent_size(size: float, screen: Screen) -> float:
    """The size of the percent sign beside a figure of `size` pixels: less than half of it, but never below "small"."""
    return float(max(round(PERCENT_SIZE * size), min(size, screen.size("small"))))


def figure(written: Written, size: float, screen: Screen, color: str = "text", *, tight: bool = False) -> Figure:
    """A written number set at `size` pixels; `tight` narrows the gap before a percent sign inside a frame."""
    words = unit_size(size, screen)
    digits = digit_runs(written.digits, size, color)
    before = (Run(written.before, words, 400, color),) if written.before else ()
    if before:
        digits = (replace(digits[0], gap=0.22 * words), *digits[1:])
    tail = written.after + (" " if written.after.isascii() and written.after and written.unit else "") + written.unit
    if tail in {"%", "‰"}:
        gap = (0.03 if tight else 0.07) * size
        after: tuple[Run, ...] = (Run(tail, percent_size(size, screen), 400, color, gap=gap),)
    elif tail:
        after = (Run(tail.strip(), words, 400, color, gap=(LATIN_UNIT_GAP if tail.isascii() else UNIT_GAP) * words),)
    else:
        after = ()
    return Figure(before, digits, after)


def fitted_figure(
    written: Written,
    width: float,
    screen: Screen,
    color: str = "text",
    *,
    sizes: Sequence[float] = FIGURE_SIZES,
    height: float | None = None,
    tight: bool = False,
) -> Figure:
    """The figure in the largest of `sizes` (fractions of the unit) that fits into `width` pixels, and `height` if given.

    Where not even the least of them fits, that one is taken.
    """
    result = None
    for fraction in sizes:
        size = float(round(fraction * screen.u * screen.scale))
        result = figure(written, size, screen, color, tight=tight)
        if result.width <= width and (height is None or 0.78 * size <= height):
            return result
    if result is None:
        raise ValueError("no sizes to choose from")
    return result


def ink_left(char: str, size: float, weight: int = 400) -> float:
    """Pixels from the edge of a glyph's cell to its ink."""
    return left_bearing(char, weight) * size
