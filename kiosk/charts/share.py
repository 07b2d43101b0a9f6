"""Share: two shares compared by area, a fan of strokes leading from the one to the other."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from kiosk.charts.names import breaks_a_word, name_lines, parted
from kiosk.charts.proportion import PartRef, part
from kiosk.charts.tally import DIGIT_INK
from kiosk.kind import Kind, Options
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Area, Array, Bars, Line, Mark, Run, Text, array
from kiosk.metrics import Metric
from kiosk.motion import Track, lerp
from kiosk.screen import TYPE, Box, Screen
from kiosk.setting import Setting
from kiosk.typeface import spaced
from kiosk.typesetting import Figure, figure, fitted_size
from kiosk.words import Words

FRAMES = Track(0.0, 0.5)
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
UPRIGHT_PITCH = 1.24
SLASH = 0.16
"""How far a fraction's slash hangs below the baseline, in em."""


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


Where = Literal["inside", "over", "above"]
"""Where a frame's words stand: all inside, the label over the frame and the figure inside, or all above the frame."""


@dataclass(frozen=True)
class _Words:
    """The sizes and lines of both frames' words, and the side of the frames that goes with them."""

    where: Where
    side: float
    label_size: float
    figure_size: float
    labels: tuple[tuple[str, ...], tuple[str, ...]]
    above: float
    """Pixels above the frames that the words take."""

    @property
    def label_height(self) -> float:
        return max(len(lines) for lines in self.labels) * LABEL_PITCH * self.label_size


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
        first, second = (whole.label or whole.metric.label for whole in self.wholes)
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
        has_slash = any("/" in run.text for index in (0, 1) for run in self.figure(index, size).digits)
        return SLASH * size if has_slash else 0.0

    @cached_property
    def words(self) -> _Words:
        """The largest figures that fit, and of the ways to place them the first that does."""
        found = next(self.upright_ways() if self.is_upright else self.level_ways(), None)
        return found if found is not None else self.last_resort()

    def sizes(self) -> Iterator[tuple[float, float]]:
        """Sizes of figure and label, the best first."""
        screen = self.screen
        for fraction in FIGURES:
            size = float(round(fraction * screen.u * screen.scale))
            label = screen.size("label")
            while label >= screen.size("small"):
                yield size, label
                label -= 1.0

    def level_ways(self) -> Iterator[_Words]:
        room, g = self.room, self.screen.g
        widest = min(room.height, (room.width - self.gap) / 2.0)
        for figure_size, label_size in self.sizes():
            ink, hang = DIGIT_INK * figure_size, self.overhang(figure_size)
            for where in ("over", "inside", "above"):
                inset = 0.0 if where != "inside" else 6.0 * g
                for side in self.possible_sides(where, figure_size, label_size, widest, inset):
                    labels = self.wrapped(side - inset, label_size)
                    if labels is None:
                        continue
                    words = _Words(where, side, label_size, figure_size, labels, room.height - side)
                    inside = 2.6 * g + (words.label_height + 2.0 * g if where == "inside" else 1.4 * g) + ink + hang + 1.0 * g
                    above = words.label_height + 1.2 * g + (ink + 2.0 * g + 0.6 * hang if where == "above" else 0.0)
                    figure_room = side if where == "above" else side - 3.5 * g
                    fits_in = where == "above" or inside + max(self.sides) * side <= side
                    fits_over = where == "inside" or above <= room.height - side + 0.5
                    if self.figure_widths(figure_size) <= figure_room and fits_in and fits_over:
                        yield replace(words, above=0.0 if where == "inside" else above)

    def possible_sides(self, where: Where, figure_size: float, label_size: float, widest: float, inset: float) -> Iterator[float]:
        """Sides of the frames worth trying: the widest, or what the words above leave of the height."""
        room, g = self.room, self.screen.g
        if where == "inside":
            yield widest
            return
        figure_height = DIGIT_INK * figure_size + 2.0 * g + 0.6 * self.overhang(figure_size) if where == "above" else 0.0
        for lines in (1, 2, 3):
            side = min(widest, room.height - lines * LABEL_PITCH * label_size - 1.2 * g - figure_height)
            # Words above may not cost much of the frames: without a larger chart there is nothing to compare.
            if side >= (0.92 if where == "over" else 0.55) * widest:
                yield side

    def wrapped(self, width: float, size: float) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Both labels in lines, or None where a word would be broken or more than three lines were needed."""
        result = []
        for text in self.texts:
            lines = name_lines(text, width / size)
            if len(lines) > 3 or breaks_a_word(text, width / size):
                return None
            result.append(lines)
        return result[0], result[1]

    def upright_ways(self) -> Iterator[_Words]:
        room, g = self.room, self.screen.g
        side = min(0.628 * room.width, (room.height - self.gap) / 2.0)
        beside = room.width - side - 2.4 * g
        for figure_size, label_size in self.sizes():
            labels = self.beside(beside, side, label_size)
            if labels is None:
                continue
            words = _Words("inside", side, label_size, figure_size, labels, 0.0)
            needed = 5.0 * g + DIGIT_INK * figure_size + self.overhang(figure_size) + 1.5 * g
            if self.figure_widths(figure_size) <= side - 3.5 * g and needed + max(self.sides) * side <= side:
                yield words
        for figure_size, label_size in self.sizes():
            labels = self.beside(beside, side - DIGIT_INK * figure_size - 4.0 * g, label_size)
            if labels is not None and self.figure_widths(figure_size) <= beside:
                yield _Words("above", side, label_size, figure_size, labels, 0.0)

    def beside(self, width: float, height: float, size: float) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Both labels in the column beside upright frames: Chinese set upright in one line, else level lines."""
        if self.is_set_upright:
            first, second = (parted(text) for text in self.texts)
            return (first, second) if self.upright_height(size) <= height else None
        return self.wrapped(width, size)

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
        """Small words above small frames, for what is too long for every better way."""
        room, size = self.room, 0.8 * self.screen.size("small")
        side = 0.5 * min(room.height, (room.width - self.gap) / 2.0)
        width = room.width - 0.628 * room.width if self.is_upright else (room.width - self.gap) / 2.0
        first, second = (name_lines(text, width / size)[:4] for text in self.texts)
        figure_size = float(round(FIGURES[-1] * self.screen.u * self.screen.scale))
        return _Words("above", side, size, figure_size, (first, second), room.height - side)

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
        speck = Bars(array([near.left]), array([near.top]), array([near.width]), array([near.height]), "warm")
        layers += [appearing(speck, SPECK_START, SPECK_TIME), moving(CELL, lambda progress: self.cell(far, progress))]
        for index in (0, 1):
            layers += [appearing(text, 0.2, 0.4) for text in self.label(index)]
            start = LAST_FIGURE_START if index else SPECK_START
            layers.append(appearing(self.figure_text(index), start, 0.4))
        name = self.name_text()
        return Placed((*layers, *((appearing(name, SPECK_START, 0.4),) if name else ())))

    def outlines(self, progress: float) -> Line:
        """Both frames, each drawn as one stroke around; it begins within a side, where its ends meet without a notch."""
        way = np.array([0.0, 0.125, 0.375, 0.625, 0.875, 1.0])
        reached = np.clip(way, 0.0, progress)
        x = [np.array([box.left, box.left, box.right, box.right, box.left, box.left]) for box in self.frames]
        y = [np.array([middle, box.top, box.top, box.bottom, box.bottom, middle]) for box in self.frames
             for middle in ((box.top + box.bottom) / 2.0,)]  # fmt: skip
        xs = np.array([np.interp(reached, way, each) for each in x])
        ys = np.array([np.interp(reached, way, each) for each in y])
        return Line(xs, ys, "axis", self.screen.px(3), cap="flat")

    def cells(self) -> list[Layer]:
        """Where the second share is one of n by n cells: the row of that cell ruled, the others marked by ticks."""
        count = _cells_a_side(self.kind.second.metric)
        if not count:
            return []
        frame, px = self.frames[1], self.screen.px
        step, tick = frame.width / count, px(18)
        lines: list[tuple[float, float, float, float]] = [
            (frame.left + step, frame.bottom - step, frame.right, frame.bottom - step)
        ]
        for index in range(1, count):
            x, y = frame.left + index * step, frame.bottom - index * step
            lines.append((x, frame.top, x, frame.top + tick))
            if index > 1:
                lines += [(x, frame.bottom - step, x, frame.bottom), (frame.right - tick, y, frame.right, y)]
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
        if self.is_upright:
            height = far.height * progress
            return Bars(array([far.left]), array([far.bottom - height]), array([far.width]), array([height]), "warm")
        return Bars(array([far.left]), array([far.top]), array([far.width * progress]), array([far.height]), "warm")

    def label(self, index: int) -> tuple[Text, ...]:
        words, frame, g = self.words, self.frames[index], self.screen.g
        size, lines = words.label_size, words.labels[index]
        x, pitch = frame.left, LABEL_PITCH * size
        if self.is_upright:
            return self.label_beside(index)
        if words.where == "inside":
            x, y = x + 3.0 * g, frame.top + 2.6 * g + 0.95 * size
        else:
            # Labels of different lengths share their first baseline.
            y = frame.top - words.above + 0.88 * size
        return tuple(Text(x, y + row * pitch, (Run(each, size),)) for row, each in enumerate(lines))

    def label_beside(self, index: int) -> tuple[Text, ...]:
        words, frame = self.words, self.frames[index]
        size, lines = words.label_size, words.labels[index]
        if self.is_set_upright:
            # Upright lines are read from the right: what the name begins with stands nearest to the frame.
            middle, pitch = self.setting.box.left + 1.6 * size, 1.57 * size
            first = middle + pitch * (len(lines) - 1) / 2.0
            return tuple(
                Text(first - row * pitch, frame.top + 0.88 * size, (Run(each, size, color=color),), "middle", upright=True)
                for row, (each, color) in enumerate(zip(lines, ("muted", "text")[-len(lines) :], strict=True))
            )
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
            x, y = frame.left, frame.top - 2.0 * g - 0.6 * hang
        elif words.where == "inside":
            y = frame.top + 2.6 * g + words.label_height + 2.0 * g + ink
            spare = frame.height - max(self.sides) * frame.height - (y + hang + 1.0 * g - frame.top)
            y += min(2.0 * g, 0.4 * spare)
        else:
            y = frame.top + 4.0 * g + ink
        return self.figure(index, size).at(x, y, "ink")

    def name_text(self) -> Text | None:
        """Whose share it is, beside the first square, or on it where that is too wide."""
        if not self.kind.name:
            return None
        near, frame, g = self.squares[0], self.frames[0], self.screen.g
        text, small = spaced(self.setting.say(self.kind.name)), self.screen.size("small")
        room = frame.width - near.width - 3.0 * g
        is_beside = fitted_size(text, room, small, 1.0, 700) >= 0.8 * small
        size = fitted_size(text, room if is_beside else frame.width, small, 0.8 * small, 700)
        runs = (Run(text, size, 700, "warm"),)
        if self.is_upright:
            if is_beside:
                return Text(near.right + 1.2 * g, frame.top + 1.0 * g + 0.88 * size, runs)
            return Text(frame.left + 1.2 * g, near.bottom + 1.0 * g + 0.88 * size, runs)
        if is_beside:
            return Text(near.left - 1.2 * g, frame.bottom - 1.2 * g, runs, "end")
        return Text(frame.right - 1.2 * g, near.top - 1.0 * g, runs, "end")


def _cells_a_side(metric: Metric) -> int:
    """The n of a share of one n-th of n by n cells; 0 where the share is no such cell or the cells were too small."""
    fraction = metric.fraction
    if fraction is None or fraction.numerator != 1:
        return 0
    count = math.isqrt(fraction.denominator)
    return count if count * count == fraction.denominator and 2 <= count <= MOST_CELLS else 0


