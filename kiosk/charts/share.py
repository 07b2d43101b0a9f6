"""Share: two shares compared by area, a fan of strokes leading from the one to the other."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from kiosk.anatomy.values.proportion import PartRef, part
from kiosk.anatomy.words.names import breaks_a_word, joined, line_count, name_lines, parted
from kiosk.kind import Kind, Options
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Area, Array, Bars, Line, Mark, Run, Text, array
from kiosk.metrics import Metric
from kiosk.motion import Track, lerp, smoothstep
from kiosk.screen import TYPE, Box, Screen
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK
from kiosk.typeface import advance
from kiosk.typesetting import Anchor, Figure, figure
from kiosk.words import Words

FRAMES = Track(0.0, 0.5, smoothstep)
SPECK_START, SPECK_TIME = 0.5, 0.2
FAN = Track(0.7, 0.8)
CELL = Track(1.5, 0.4)
LAST_FIGURE_START = 1.8

STROKES = 11
POINTS = 49
FAN_NEAR, FAN_FAR = 0.95, 0.75
VEIL_NEAR, VEIL_FAR = 0.32, 0.14

FIGURES = (0.320, TYPE["medium"], 0.160, TYPE["banner"], TYPE["title"])
MOST_CELLS = 6
"""A frame is ruled into at most so many cells a side."""
LABEL_PITCH = 1.16
LABEL_STEPS = 4
LARGEST_FIGURE = 0.43
"""The most that a figure inside a frame may be of the frame's side: the squares are to be seen first."""
UPRIGHT_PITCH = 1.24


class Whole(Options):
    """A whole, drawn as a frame, and the part of it that the metric names; `label` says what the whole is."""

    metric: PartRef
    label: Words | None = None


class Share(Kind):
    """Two shares of two wholes: both frames have one scale, and the squares in them the shares' true areas.

    The fan leads from the share of `first` to that of `second`, whose figure is the warm one. `name` says whose share it is.
    """

    first: Annotated[Whole, Field(description="the whole in the first frame, and the share where the fan begins")]
    second: Annotated[Whole, Field(description="the whole in the second frame, and the share that the slide is about")]
    name: Words | None = None

    def place(self, setting: Setting) -> Placed:
        return _Place(self, setting).placed()


MOST_NAME_LINES = 4
"""What has more lines than that is named at the foot of the page instead."""
Where = Literal["inside", "over", "above"]
WHERE: tuple[Where, ...] = ("inside", "over", "above")
"""Where a frame's words stand: all inside, the label over the frame and the figure inside, or all above the frame."""


@dataclass(frozen=True)
class _Words:
    """The sizes of both frames' words, and the side of the frames that goes with them."""

    where: Where
    side: float
    label_size: float
    figure_size: float
    lines: int
    """Lines of the longer label."""
    width: float
    """The room for a line of a label."""
    above: float = 0.0
    """Pixels above the frames that the words take."""

    @property
    def merit(self) -> float:
        """What speaks for these sizes: the chart counts most, then the figures, then the labels."""
        return self.side * math.pow(self.figure_size, 0.6) * math.pow(self.label_size, 0.3)

    @property
    def label_height(self) -> float:
        return self.lines * LABEL_PITCH * self.label_size


@dataclass(frozen=True)
class _Place:
    """The arithmetic of one arrangement: frames side by side, or one above the other on a portrait screen."""

    kind: Share
    setting: Setting

    @property
    def screen(self) -> Screen:
        return self.setting.screen

    @cached_property
    def is_upright(self) -> bool:
        """Whether the frames stand one above the other, the fan climbing from the lower to the upper."""
        return self.setting.box.height > 1.1 * self.setting.box.width

    @cached_property
    def wholes(self) -> tuple[Whole, Whole]:
        return self.kind.first, self.kind.second

    @cached_property
    def texts(self) -> tuple[str, str]:
        first, second = (whole.metric.label if whole.label is None else whole.label for whole in self.wholes)
        return self.setting.say(first), self.setting.say(second)

    @cached_property
    def sides(self) -> tuple[float, float]:
        """The sides of the two squares, as fractions of a frame's side: areas are the shares."""
        return math.sqrt(part(self.kind.first.metric)), math.sqrt(part(self.kind.second.metric))

    @cached_property
    def room(self) -> Box:
        """The box and the line below it, which would hold axis labels that this chart has not."""
        box, g = self.setting.box, self.screen.g
        if self.is_upright:
            return box
        lowered = 0.0 if self.screen.shape == "ultrawide" else 2.0 * g
        return Box.between(box.left, box.top + lowered, box.right, box.bottom + self.setting.foot)

    @cached_property
    def gap(self) -> float:
        """The least distance of the frames."""
        return {"portrait": 15.0, "classic": 10.0}.get(self.screen.shape, 18.0) * self.screen.g

    def figure(self, index: int, size: float) -> Figure:
        written = self.wholes[index].metric.written(self.setting.language)
        return figure(written, size, self.screen, ("text", "warm")[index], tight=True)

    def figure_widths(self, size: float) -> float:
        return max(self.figure(index, size).width for index in (0, 1))

    def overhang(self, size: float) -> float:
        return max(self.figure(index, size).drop for index in (0, 1))

    @cached_property
    def words(self) -> _Words:
        """Of all ways to place the words the one that leaves the most to frames, figures and labels, in this order."""
        ways = self.upright_ways() if self.is_upright else self.level_ways()
        return max(ways, key=lambda way: way.merit, default=self.last_resort())

    def sizes(self) -> Iterator[tuple[float, float]]:
        """Sizes of figure and label."""
        screen = self.screen
        label, small = screen.size("label"), screen.size("small")
        for fraction in FIGURES[1:] if self.is_upright else FIGURES:
            for step in range(LABEL_STEPS + 1):
                yield float(round(fraction * screen.u * screen.scale)), round(lerp(label, small, step / LABEL_STEPS))

    def level_ways(self) -> Iterator[_Words]:
        """Ways for frames side by side, each better than the one before."""
        room, g, best = self.room, self.screen.g, 0.0
        widest = min(room.height, (room.width - self.gap) / 2.0)
        for figure_size, label_size in self.sizes():
            ink, hang, figure_width = (
                DIGIT_INK * figure_size,
                self.overhang(figure_size),
                self.figure_widths(figure_size),
            )
            for where in WHERE:
                inset, pads = (6.0 * g, 3.5 * g) if where == "inside" else (0.0, 0.0 if where == "above" else 3.5 * g)
                for side in self.possible_sides(where, figure_size, label_size, widest):
                    words = _Words(where, side, label_size, figure_size, 0, side - inset)
                    if figure_width > side - pads or words.merit <= best:
                        continue
                    lines = self.line_count(words.width, label_size)
                    if lines is None:
                        continue
                    words = replace(words, lines=lines)
                    inside = 2.6 * g + (words.label_height + 2.0 * g if where == "inside" else 1.4 * g) + ink + hang + g
                    above = words.label_height + 1.2 * g + (ink + 2.0 * g + 0.6 * hang if where == "above" else 0.0)
                    is_full = inside + max(self.sides) * side > side or figure_size > LARGEST_FIGURE * side
                    if where != "above" and is_full:
                        continue
                    if where == "inside" or above <= room.height - side + 0.5:
                        best = words.merit
                        yield words if where == "inside" else replace(words, above=above)

    def possible_sides(self, where: Where, figure_size: float, label_size: float, widest: float) -> Iterator[float]:
        """Sides of the frames worth trying: the widest, or what the words above leave of the height."""
        room, g = self.room, self.screen.g
        if where == "inside":
            yield widest
            return
        figure_height = (
            DIGIT_INK * figure_size + 2.0 * g + 0.6 * self.overhang(figure_size) if where == "above" else 0.0
        )
        for lines in (1, 2, 3):
            side = min(widest, room.height - lines * LABEL_PITCH * label_size - 1.2 * g - figure_height)
            if side >= 0.3 * widest:
                yield side

    def line_count(self, width: float, size: float, most: int = 3) -> int | None:
        """Lines of the longer label, or None where a word would be broken or more than `most` lines were needed."""
        if any(breaks_a_word(text, width / size) for text in self.texts):
            return None
        lines = max(line_count(text, width / size) for text in self.texts)
        return lines if lines <= most else None

    def upright_ways(self) -> Iterator[_Words]:
        side, g = self.upright_side, self.screen.g
        for figure_size, label_size in self.sizes():
            figure_width, ink = self.figure_widths(figure_size), DIGIT_INK * figure_size
            needed = 6.5 * g + ink + self.overhang(figure_size)
            if figure_width <= side - 3.5 * g and needed + max(self.sides) * side <= side:
                where, height = WHERE[0], side
            elif figure_width <= self.upright_column:
                where, height = WHERE[-1], side - ink - 4.0 * g
            else:
                continue
            lines = self.lines_beside(height, label_size)
            if lines is not None:
                yield _Words(where, side, label_size, figure_size, lines, self.upright_column)

    @cached_property
    def upright_side(self) -> float:
        """The side of frames that stand one above the other."""
        return min(0.628 * self.room.width, (self.room.height - self.gap) / 2.0)

    @cached_property
    def upright_column(self) -> float:
        """The width of the words beside such frames."""
        return self.room.width - self.upright_side - 2.4 * self.screen.g

    def lines_beside(self, height: float, size: float) -> int | None:
        """Lines of the labels in the column beside upright frames, or None where they do not fit."""
        if self.is_set_upright:
            return 1 if self.upright_height(size) <= height else None
        return self.line_count(self.upright_column, size, int(height / (LABEL_PITCH * size)))

    @cached_property
    def is_set_upright(self) -> bool:
        """Whether the labels are set in upright lines, as only Chinese can be."""
        is_short = self.upright_height(self.screen.size("small")) <= 0.43 * self.room.height
        parts = [part for text in self.texts for part in parted(text)]
        is_narrow = max(len(parted(text)) for text in self.texts) <= 2
        return self.setting.is_chinese and is_short and is_narrow and not any(char.isascii() for char in "".join(parts))

    def upright_height(self, size: float) -> float:
        longest = max(len(part) for text in self.texts for part in parted(text))
        return (longest - 1) * UPRIGHT_PITCH * size + 0.96 * size

    def last_resort(self) -> _Words:
        """Small words for what is too long for every better way: above small frames, or beside upright ones."""
        room, size = self.room, round(0.8 * self.screen.size("small"))
        figure_size = float(round(FIGURES[-1] * self.screen.u * self.screen.scale))
        side = self.upright_side if self.is_upright else 0.5 * min(room.height, (room.width - self.gap) / 2.0)
        width = self.upright_column if self.is_upright else (room.width - self.gap) / 2.0
        lines = max(line_count(text, width / size) for text in self.texts)
        above = lines * LABEL_PITCH * size + DIGIT_INK * figure_size + 4.0 * self.screen.g
        return _Words("above", side, size, figure_size, lines, width, above)

    @cached_property
    def frames(self) -> tuple[Box, Box]:
        room, side = self.room, round(self.words.side)
        if self.is_upright:
            left = round(room.right - side)
            return Box(left, round(room.bottom - side), side, side), Box(left, round(room.top), side, side)
        spare = max(0.0, room.height - self.words.above - side)
        top = round(room.bottom - side - spare / 2.0)
        return Box(round(room.left), top, side, side), Box(round(room.right - side), top, side, side)

    @cached_property
    def squares(self) -> tuple[Box, Box]:
        """The two shares, each in the corner of its frame that the fan touches."""
        (first, second), side = self.frames, self.words.side
        near, far = (fraction * round(side) for fraction in self.sides)
        if self.is_upright:
            return Box(first.left, first.top, near, near), Box(second.left, second.bottom - far, far, far)
        return (
            Box(first.right - near, first.bottom - near, near, near),
            Box(second.left, second.bottom - far, far, far),
        )

    def placed(self) -> Placed:
        near, far = self.squares
        layers = [moving(FRAMES, lambda progress: self.outlines(progress)), *self.cells()]
        layers += [self.veil(), self.strokes()]
        key = (self.kind.first.metric.id,)
        speck = Bars(
            array([near.left]), array([near.top]), array([near.width]), array([near.height]), "warm", keys=key
        )  # fmt: skip
        layers += [appearing(speck, SPECK_START, SPECK_TIME), moving(CELL, lambda progress: self.cell(far, progress))]
        for index in (0, 1):
            layers += [appearing(text, 0.2, 0.4) for text in self.label(index)]
            start = LAST_FIGURE_START if index else SPECK_START
            metric = (self.kind.first, self.kind.second)[index].metric
            figure = replace(self.figure_text(index), key=f"figure:{metric.id}")
            layers.append(appearing(figure, start, 0.4))
        layers += [appearing(text, SPECK_START, 0.4) for text in self.name_texts()]
        return Placed(tuple(layers), self.note())

    def note(self) -> str:
        """Whose share it is, where that has no room in the frames."""
        if not self.kind.name or self.name_texts():
            return ""
        name = joined(self.setting.say(self.kind.name))
        return f"暖色为{name}" if self.setting.is_chinese else f"In colour: {name}"

    def outlines(self, progress: float) -> Line:
        """Both frames, drawn from the middle of the left side both ways around until the strokes meet at the right."""
        way = np.array([0.0, 0.25, 0.75, 1.0])
        reached = np.clip(way, 0.0, progress)
        x, y = [], []
        for ends in ("top", "bottom"):
            for box in self.frames:
                middle, end = (box.top + box.bottom) / 2.0, float(getattr(box, ends))
                x.append(np.interp(reached, way, [box.left, box.left, box.right, box.right]))
                y.append(np.interp(reached, way, [middle, end, end, middle]))
        return Line(np.array(x), np.array(y), "axis", self.screen.px(3), cap="flat")

    def cells(self) -> list[Layer]:
        """Where the second share is one of n by n cells: the row of that cell ruled, the others marked by ticks."""
        count = _cells_a_side(self.kind.second.metric)
        if not count:
            return []
        frame, px = self.frames[1], self.screen.px
        step, tick = frame.width / count, px(18)
        lines: list[tuple[float, float, float, float]] = [
            (frame.left, frame.bottom - step, frame.right, frame.bottom - step)
        ]
        for index in range(1, count):
            x, y = frame.left + index * step, frame.bottom - index * step
            lines += [(x, frame.top, x, frame.top + tick), (x, frame.bottom - step, x, frame.bottom)]
            if index > 1:
                lines.append((frame.right - tick, y, frame.right, y))
        ends = np.array(lines)
        mark = Line(ends[:, [0, 2]], ends[:, [1, 3]], "axis", px(1.8), cap="flat")
        return [appearing(mark, 0.3, 0.3)]

    def curves(self, progress: float) -> tuple[Array, Array]:
        """The fan's strokes as far as they have grown: places along its way, shape (m,), and across it, shape (strokes, m)."""
        near, far = self.squares
        way = np.linspace(0.0, 1.0, POINTS) * progress
        climb = way * way * (3.0 - 2.0 * way)
        places = np.linspace(0.0, 1.0, STROKES)[:, None]
        if self.is_upright:
            along = near.top + (far.bottom - near.top) * way
            return along, near.left + places * (near.width + (far.width - near.width) * climb)
        along = near.right + (far.left - near.right) * way
        return along, near.bottom - places * (near.height + (far.height - near.height) * climb)

    def strokes(self) -> Layer:
        def draw(progress: float) -> Mark:
            along, across = self.curves(progress)
            along = np.tile(along, (STROKES, 1))
            now = lerp(FAN_NEAR, FAN_FAR, progress)
            if self.is_upright:
                return Line(across, along, "warm", self.screen.px(2.2), FAN_NEAR, cap="flat")
            return Line(along, across, "warm", self.screen.px(2.2), fade=((0.0, FAN_NEAR), (1.0, now)), cap="flat")

        return moving(FAN, draw)

    def veil(self) -> Layer:
        def draw(progress: float) -> Mark:
            along, across = self.curves(progress)
            outer = across[-1]
            if not self.is_upright:
                return Area(along, outer, across[0], "warm", VEIL_FAR, "", VEIL_NEAR)
            edge = np.concatenate([[across[0, 0]], outer])
            start, end = np.full(POINTS + 1, along[0]), np.full(POINTS + 1, along[-1])
            if outer[-1] >= outer[0]:
                return Area(edge, end, np.concatenate([[along[0]], along]), "warm", VEIL_FAR, "", VEIL_NEAR)
            order = np.concatenate([[0], np.arange(POINTS, 0, -1)])
            upper = np.concatenate([[along[-1]], along])[order]
            return Area(edge[order], upper, start, "warm", VEIL_FAR, "", VEIL_NEAR)

        return moving(FAN, draw)

    def cell(self, far: Box, progress: float) -> Bars:
        """The second share, filled from where the fan arrives."""
        key = (self.kind.second.metric.id,)
        if self.is_upright:
            top, width, height = far.bottom - far.height * progress, far.width, far.height * progress
        else:
            top, width, height = far.top, far.width * progress, far.height
        return Bars(array([far.left]), array([top]), array([width]), array([height]), "warm", keys=key)

    def label(self, index: int) -> tuple[Text, ...]:
        words, frame, g = self.words, self.frames[index], self.screen.g
        size = words.label_size
        x, pitch = frame.left, LABEL_PITCH * size
        if self.is_upright:
            return self.label_beside(index)
        lines = name_lines(self.texts[index], words.width / size)
        if words.where == "inside":
            x, y = x + 3.0 * g, frame.top + 2.6 * g + 0.95 * size
        else:
            # Labels of different lengths share their first baseline, but stand on their figure where that is above the frame too.
            lower = (words.lines - len(lines)) * pitch if words.where == "above" else 0.0
            x, y = self.words_left(index), frame.top - words.above + 0.88 * size + lower
        return tuple(Text(x, y + row * pitch, (Run(each, size),)) for row, each in enumerate(lines))

    def words_left(self, index: int) -> float:
        """The x of words above a frame, which may be wider than it."""
        return self.frames[0].left if index == 0 else min(self.frames[1].left, self.room.right - self.words.width)

    def label_beside(self, index: int) -> tuple[Text, ...]:
        words, frame = self.words, self.frames[index]
        size = words.label_size
        if self.is_set_upright:
            lines = parted(self.texts[index])
            # Upright lines are read from the right: what the name begins with stands nearest to the frame.
            middle, pitch = self.setting.box.left + 1.6 * size, 1.57 * size
            first = middle + pitch * (len(lines) - 1) / 2.0
            return tuple(
                Text(
                    first - row * pitch,
                    frame.top + 0.88 * size,
                    (Run(each, size, color=color),),
                    "middle",
                    upright=True,
                )
                for row, (each, color) in enumerate(zip(lines, ("muted", "text")[-len(lines) :], strict=True))
            )
        lines = name_lines(self.texts[index], words.width / size)
        left, first, pitch = self.setting.box.left, frame.top + 0.88 * size, LABEL_PITCH * size
        return tuple(Text(left, first + row * pitch, (Run(each, size),)) for row, each in enumerate(lines))

    def figure_text(self, index: int) -> Text:
        words, frame, g = self.words, self.frames[index], self.screen.g
        size = words.figure_size
        ink, hang = DIGIT_INK * size, self.overhang(size)
        x = frame.left + 3.0 * g
        if self.is_upright and words.where == "above":
            return self.figure(index, size).at(self.setting.box.left, frame.bottom - 0.6 * hang, "ink")
        if self.is_upright:
            y = frame.bottom - 5.5 * g if index == 0 else frame.top + 5.5 * g + ink
        elif words.where == "above":
            x, y = self.words_left(index), frame.top - 2.0 * g - 0.6 * hang
        elif words.where == "inside":
            y = frame.top + 2.6 * g + words.label_height + 2.0 * g + ink
            spare = frame.height - max(self.sides) * frame.height - (y + hang + 1.0 * g - frame.top)
            y += min(2.0 * g, 0.4 * spare)
        else:
            y = frame.top + 4.0 * g + ink
        return self.figure(index, size).at(x, y, "ink")

    def name_texts(self) -> tuple[Text, ...]:
        """Whose share it is: beside the first square, or in it where that leaves no room beside it."""
        if not self.kind.name:
            return ()
        near, frame, g = self.squares[0], self.frames[0], self.screen.g
        text, size = self.setting.say(self.kind.name), self.screen.size("small")
        room = frame.width - near.width - 3.6 * g
        is_narrow = breaks_a_word(text, room / size, 700) or room < min(3.0 * size, advance(joined(text), 700) * size)
        is_beside = room >= near.width or not is_narrow
        if not is_beside:
            room = near.width - 2.4 * g
        lines = name_lines(text, room / size, 700)
        if len(lines) > MOST_NAME_LINES or breaks_a_word(text, room / size, 700):
            return ()
        color, pitch = "warm" if is_beside else "ground", LABEL_PITCH * size
        if self.is_upright:
            x, first = near.right + 1.2 * g if is_beside else near.left + 1.2 * g, near.top + 1.0 * g + 0.88 * size
        else:
            x = near.left - 1.2 * g if is_beside else near.right - 1.2 * g
            first = frame.bottom - 1.2 * g - pitch * (len(lines) - 1)
        anchor: Anchor = "start" if self.is_upright else "end"
        return tuple(
            Text(x, first + pitch * row, (Run(each, size, 700, color),), anchor) for row, each in enumerate(lines)
        )


def _cells_a_side(metric: Metric) -> int:
    """The n of a share of one n-th of n by n cells; 0 where the share is no such cell or the cells were too small."""
    fraction = metric.fraction
    if fraction is None or fraction.numerator != 1:
        return 0
    count = math.isqrt(fraction.denominator)
    return count if count * count == fraction.denominator and 2 <= count <= MOST_CELLS else 0
