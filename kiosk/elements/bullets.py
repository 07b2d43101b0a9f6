"""Bullets: a few points, one below the other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.elements.text import LATIN_MEASURE, MEASURE, sizes
from kiosk.emphasis import MarkedWords
from kiosk.kind import Kind, Options
from kiosk.layers import Layer, Placed, appearing
from kiosk.marks import Dots, Mark, Run, Text, array
from kiosk.richtext import INK_FOOT, INK_TOP, Passage, RichText, passage
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.words import Words

PITCH = 1.32
START, STEP, WINDOW, TIME = 0.2, 0.34, 2.2, 0.5
INDENT, NUMBER_INDENT, INNER_INDENT = 0.95, 1.3, 0.76
"""From the edge to the words, in em."""
DOT, INNER_DOT = 0.26, 0.18
MIDDLE = 0.37
"""How far the middle of a line lies above its baseline, in em."""
LEAST_GAP, MOST_GAP, INNER_GAP = 0.45, 1.5, 0.3
"""Between points, and between a point and what belongs to it, in em of the points."""
MOST_LINES = 10
COLUMN_GAP = 6.0
WIDE = 3.4
"""How many times as wide as high an area is that takes two columns."""
RIM = 0.8
"""The share of the free height that stays above and below the points, that between two of them being 1."""
AIR = 1.0
"""What a size leaves free at least, in em, unless there is no smaller one."""
SMALLER = 0.72
"""The size of what belongs to a point, as a share of the point's own."""


class Bullet(Options):
    """A point, and up to four that belong to it."""

    text: Annotated[MarkedWords, Field(description="the point")]
    items: Annotated[
        tuple[MarkedWords, ...], Field(max_length=4, description="up to four points that belong to it, in smaller type")
    ] = ()


def _point(value: Any) -> Any:
    """A bare text, or one for each language, stands for a point without others below it."""
    return value if isinstance(value, Bullet) or (isinstance(value, dict) and "text" in value) else {"text": value}


class Bullets(Kind):
    """Two to seven points that appear one by one, in the largest type in which all of them fit.

    Each is a text, or a `text` with up to four `items` of its own. Words can be set apart as in a `text`; the mark of a point
    with warm words is warm.
    """

    items: Annotated[
        tuple[Annotated[Bullet, BeforeValidator(_point, json_schema_input_type=Words | Bullet)], ...],
        Field(min_length=2, max_length=7, description="the points"),
    ]
    numbers: Annotated[bool, Field(description="numbers in place of dots")] = False

    @model_validator(mode="after")
    def _check(self) -> Self:
        lines = sum(1 + len(item.items) for item in self.items)
        if lines > MOST_LINES:
            raise PydanticCustomError(
                "bullets_many",
                "there are {lines} points in all, and {most} can be read at most",
                {
                    "lines": lines,
                    "most": MOST_LINES,
                    "code": "too-long",
                    "at": ("items",),
                    "hint": "make two slides of them",
                },
            )
        return self

    def place(self, setting: Setting) -> Placed:
        box, screen = setting.box, setting.screen
        measure = MEASURE if setting.is_chinese else LATIN_MEASURE
        points = tuple(_Point.of(item, setting) for item in self.items)
        indent = NUMBER_INDENT if self.numbers else INDENT
        plans = [_Plan.fitting(points, 1, box, indent, measure, setting)]
        if len(points) >= 4 and box.width > WIDE * box.height:
            plans.append(_Plan.fitting(points, 2, box, indent, measure, setting))
        plan = max(plans, key=lambda each: (each.is_whole, each.size))
        step = min(STEP, WINDOW / len(points))
        layers: list[Layer] = []
        for index, (item, x, top) in enumerate(plan.places(box, screen.g)):
            number = str(index + 1) if self.numbers else ""
            layers += (appearing(mark, START + index * step, TIME) for mark in item.marks(x, top, indent, number))
        return Placed(tuple(layers))


@dataclass(frozen=True)
class _Point:
    """The words of a point and of those that belong to it."""

    text: RichText
    inner: tuple[RichText, ...]

    @classmethod
    def of(cls, item: Bullet, setting: Setting) -> "_Point":
        return cls(RichText.of(setting.say(item.text)), tuple(RichText.of(setting.say(each)) for each in item.items))

    def alone(self) -> "_Point":
        """The point without what belongs to it; an ellipsis says that something is left out."""
        return replace(self, text=self.text.followed("…"), inner=()) if self.inner else self

    def set(self, width: float, height: float, size: float, small: float, indent: float, measure: float) -> "_Item":
        """The point in lines of `width` pixels; `height` is the most that each of its texts may take."""
        less = max(small, float(round(SMALLER * size)))
        words = passage(self.text, width, height, (size,), pitch=PITCH, measure=measure, indent=indent)
        room = width - indent * size
        inner = (
            passage(each, room, height, (less,), pitch=PITCH, measure=measure, indent=INNER_INDENT)
            for each in self.inner
        )
        return _Item(words, tuple(inner))


@dataclass(frozen=True)
class _Item:
    """A point in lines."""

    words: Passage
    inner: tuple[Passage, ...]

    @property
    def height(self) -> float:
        """Pixels from the top of its ink to the foot."""
        return self.words.height + sum(INNER_GAP * self.words.size + each.height for each in self.inner)

    @property
    def is_whole(self) -> bool:
        """Whether nothing had to be cut off."""
        return not any(each.is_cut for each in (self.words, *self.inner))

    def marks(self, x: float, top: float, indent: float, number: str) -> Iterator[Mark]:
        """Its words and what stands before them."""
        size = self.words.size
        left, color = x + indent * size, "warm" if self._is_warm else "cool"
        first = top + INK_TOP * size
        if number:
            yield Text(x, first, (Run(number, size, 400, color),), "ink")
        else:
            yield _dot(x, first, DOT, size, color)
        yield from self.words.marks(left, top)
        below = top + self.words.height
        for each in self.inner:
            below += INNER_GAP * size
            yield _dot(left, below + INK_TOP * each.size, INNER_DOT, each.size, "dim")
            yield from each.marks(left + INNER_INDENT * each.size, below, "muted")
            below += each.height

    @property
    def _is_warm(self) -> bool:
        return any("warm" in each.colors for each in self.words.lines)


def _dot(x: float, baseline: float, diameter: float, size: float, color: str) -> Dots:
    return Dots(array([x + diameter * size / 2.0]), array([baseline - MIDDLE * size]), array([diameter * size]), color)


@dataclass(frozen=True)
class _Plan:
    """All points at one size, in one column or two."""

    columns: tuple[tuple[_Item, ...], ...]
    size: float
    room: float

    @property
    def is_whole(self) -> bool:
        """Whether everything can be read."""
        return all(item.is_whole for column in self.columns for item in column) and self.spare >= 0.0

    @property
    def spare(self) -> float:
        """Pixels that the fullest column leaves free, beside the least gaps."""
        return min(self.room - _height(column, self.size) for column in self.columns)

    @classmethod
    def fitting(
        cls, points: tuple[_Point, ...], count: int, box: Box, indent: float, measure: float, setting: Setting
    ) -> "_Plan":
        """The points in the largest type in which they fit into so many columns."""
        screen = setting.screen
        width = (box.width - (count - 1) * COLUMN_GAP * screen.g) / count
        small = screen.size("small")
        each = -(-len(points) // count)

        def made(size: float, height: float) -> "_Plan":
            items = tuple(point.set(width, height, size, small, indent, measure) for point in points)
            columns = tuple(items[first : first + each] for first in range(0, len(items), each))
            return cls(columns, size, box.height)

        for size in sizes(screen):
            plan = made(size, box.height)
            words = max(point.text.longest_word(400) for point in points)
            if plan.is_whole and plan.spare >= AIR * size and (words + indent) * size <= width:
                return plan
        if plan.is_whole:
            return plan
        # Not even the least type is small enough: each text keeps fewer and fewer lines, and then what belongs to it is left out.
        for lines in (4, 3, 2, 1):
            plan = made(small, _lines_high(lines) * small)
            if plan.spare >= 0.0:
                return plan
        points = tuple(point.alone() for point in points)
        size = min(small, box.height / (each * _lines_high(1) + (each - 1) * LEAST_GAP))
        return made(size, _lines_high(1) * size)

    def places(self, box: Box, g: float) -> Iterator[tuple[_Item, float, float]]:
        """Every point with its left edge and the top of its ink; the gaps of all columns are alike."""
        count = len(self.columns)
        width = (box.width - (count - 1) * COLUMN_GAP * g) / count
        most = max(len(column) for column in self.columns)
        gap = LEAST_GAP * self.size + self.spare / (most - 1 + RIM)
        gap = min(gap, MOST_GAP * self.size)
        left_over = self.spare - (gap - LEAST_GAP * self.size) * max(1, most - 1)
        for number, column in enumerate(self.columns):
            top = box.top + 0.42 * max(0.0, left_over)
            for item in column:
                yield item, box.left + number * (width + COLUMN_GAP * g), top
                top += item.height + gap


def _lines_high(lines: int) -> float:
    """The height of so many lines, in em; a hair more than they need."""
    return INK_TOP + INK_FOOT + (lines - 1) * PITCH + 0.02


def _height(column: tuple[_Item, ...], size: float) -> float:
    return sum(item.height for item in column) + LEAST_GAP * size * (len(column) - 1)
