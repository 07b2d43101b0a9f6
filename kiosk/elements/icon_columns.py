"""Icon columns: icons on one shelf with their figures and words below, or in rows with the words at their right."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated

import numpy as np
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from kiosk.anatomy.words.captions import RISE, fits, longest_word, shortened
from kiosk.icons import Icon, icon, icon_names
from kiosk.kind import MetricRef, Options
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Dots, Line, Mark, Run, Text, array
from kiosk.motion import Track, in_out, lerp, out_cubic, stagger
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, Tally, size_for, writer
from kiosk.typeface import balanced, spaced
from kiosk.typesetting import LINE_PITCH
from kiosk.words import Words, excerpt


def _known(name: str) -> str:
    if name not in icon_names():
        raise PydanticCustomError(
            "icon", 'unknown icon "{name}"', {"name": excerpt(name), "known": icon_names(), "code": "unknown-image"}
        )
    return name


IconName = Annotated[str, AfterValidator(_known)]


class IconItem(Options):
    """One icon with its words."""

    icon: Annotated[IconName, Field(description="the name of an icon, such as rocket: docs/icons.md lists all")]
    text: Annotated[Words, Field(description="what it stands for, in a few words")]
    detail: Annotated[Words | None, Field(description="more about it, in small type")] = None
    metric: Annotated[MetricRef | None, Field(description="a figure that belongs to it")] = None


LARGEST, SMALLEST = 29.0, 7.0
"""The side of an icon, in grid steps."""
PEN, PEN_SHARE = 5.0, 1.0 / 46.0
"""The width of its strokes: of a screen of 1080 lines, and of its own side where that is more."""
DOT = 2.2
"""The diameter of a dot, in widths of the stroke."""
GAP, ROW_GAP = 4.0, 4.0
TO_SHELF, TO_FIGURE, TO_TEXT, TO_DETAIL = 2.0, 3.6, 2.6, 0.9
"""From the icon to the shelf, from there to the figure, to the words, and from those to the detail, in grid steps."""
SIZES = (TYPE["medium"], 0.160, TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])
MOST_LINES = 3
SHELF = Track(0.0, 0.5)
DRAW_START, DRAW_TIME, COUNT_TIME, WORDS_DELAY = 0.3, 1.1, 1.0, 0.6


@dataclass(frozen=True)
class IconColumns:
    """Icons with their words in one setting; `highlight` is the number of the warm one, from 1."""

    items: tuple[IconItem, ...]
    highlight: int | None
    setting: Setting

    @cached_property
    def is_across(self) -> bool:
        """Whether the icons stand side by side."""
        box, count = self.setting.box, len(self.items)
        if self.setting.screen.shape == "portrait":
            return False
        column = (box.width - (count - 1) * GAP * self.g) / count
        return all(longest_word(text, 700) * self.small <= column for text in self.texts)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        return stagger(len(self.items), start=DRAW_START, duration=DRAW_TIME, step=0.12, easing=in_out)

    @property
    def g(self) -> float:
        return self.setting.screen.g

    @property
    def small(self) -> float:
        return self.setting.screen.size("small")

    @cached_property
    def column(self) -> float:
        """The width of the words."""
        box, count = self.setting.box, len(self.items)
        if self.is_across:
            return (box.width - (count - 1) * GAP * self.g) / count
        return box.width - self.side - GAP * self.g

    @cached_property
    def row(self) -> float:
        """The height of a row where icons stand below each other."""
        box, count = self.setting.box, len(self.items)
        return (box.height - (count - 1) * ROW_GAP * self.g) / count

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(self.setting.say(item.text) for item in self.items)

    @cached_property
    def details(self) -> tuple[str, ...]:
        return tuple(self.setting.say(item.detail) if item.detail else "" for item in self.items)

    @cached_property
    def plan(self) -> tuple[float, int]:
        """The size of the words and the number of their lines: the best at which all of them fit."""
        label, small = self.setting.screen.size("label"), self.small
        plans = [(label, 1), (small, 1), (label, 2), (small, 2)] if self.is_across else [(label, 1), (small, 1)]
        weight = 700
        fitting = (plan for plan in plans if all(fits(text, self.column, *plan, weight) for text in self.texts))
        most = MOST_LINES if self.is_across else max(1, int(0.5 * self.row / (LINE_PITCH * small)))
        return next(fitting, (small, most))

    @property
    def text_size(self) -> float:
        return self.plan[0]

    @cached_property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        size, most = self.plan
        return tuple(_set(text, self.column, size, most, 700) for text in self.texts)

    @cached_property
    def detail_lines(self) -> tuple[tuple[str, ...], ...]:
        most = MOST_LINES
        if not self.is_across:
            room = (
                self.row - LINE_PITCH * self.text_size * max(map(len, self.lines)) - self._figure_height - 1.0 * self.g
            )
            most = int(room / (LINE_PITCH * self.small))
        return tuple(
            _set(text, self.column, self.small, most, 400) if most > 0 and text else () for text in self.details
        )

    @cached_property
    def figure_size(self) -> float:
        """The size of all figures."""
        screen, language = self.setting.screen, self.setting.language
        writers = [writer(item.metric, language, item.metric.number) for item in self.items if item.metric]
        height = 0.22 * self.setting.box.height if self.is_across else 0.42 * self.row
        return size_for(writers, screen, self.column, height, SIZES) or self.small

    @property
    def _figure_height(self) -> float:
        if not any(item.metric for item in self.items):
            return 0.0
        return DIGIT_INK * self.figure_size + (TO_FIGURE if self.is_across else 2.4) * self.g

    def words_height(self, index: int) -> float:
        """From the top of the words to the foot of the detail."""
        height = (RISE + LINE_PITCH * (len(self.lines[index]) - 1) + 0.12) * self.text_size
        if self.detail_lines[index]:
            height += TO_DETAIL * self.g + LINE_PITCH * self.small * len(self.detail_lines[index])
        return height

    @cached_property
    def side(self) -> float:
        """The side of an icon."""
        box, g = self.setting.box, self.g
        if not self.is_across:
            return min(LARGEST * g, 0.26 * box.width, 0.92 * self.row)
        words = max(self.words_height(index) for index in range(len(self.items)))
        room = box.height + self.setting.foot - words - self._figure_height - (TO_SHELF + TO_TEXT) * g
        return max(SMALLEST * g, min(LARGEST * g, 0.86 * self.column, room))

    def placed(self) -> Placed:
        return Placed(tuple(self._across() if self.is_across else self._down()))

    def _across(self) -> list[Layer]:
        box, g = self.setting.box, self.g
        words = max(self.words_height(index) for index in range(len(self.items)))
        whole = self.side + words + self._figure_height + (TO_SHELF + TO_TEXT) * g
        top = box.top + 0.4 * max(0.0, box.height + self.setting.foot - whole)
        shelf = top + self.side + TO_SHELF * g

        def grow(progress: float) -> Mark:
            x = array([box.left, lerp(box.left, box.right, progress)])
            return Line(x, array([shelf, shelf]), "axis", self.setting.screen.px(3), cap="flat")

        layers = [moving(SHELF, grow)]
        for index in range(len(self.items)):
            left = box.left + index * (self.column + GAP * g)
            layers += self.icon_layers(index, left, top)
            y = shelf + self._figure_height
            layers += self.figure_layers(index, left, y)
            layers += self.word_layers(index, left, y + TO_TEXT * g)
        return layers

    def _down(self) -> list[Layer]:
        box, g, layers = self.setting.box, self.g, []
        for index in range(len(self.items)):
            top = box.top + index * (self.row + ROW_GAP * g)
            left = box.left + self.side + GAP * g
            layers += self.icon_layers(index, box.left, top + (self.row - self.side) / 2.0)
            has_figure = self.items[index].metric is not None
            height = self.words_height(index) + (self._figure_height if has_figure else 0.0)
            y = top + (self.row - height) / 2.0
            if has_figure:
                layers += self.figure_layers(index, left, y + DIGIT_INK * self.figure_size)
                y += self._figure_height
            layers += self.word_layers(index, left, y)
        return layers

    def color(self, index: int) -> str:
        return "warm" if self.highlight == index + 1 else "cool"

    def icon_layers(self, index: int, left: float, top: float) -> list[Layer]:
        """An icon, its ink flush with the left edge, drawn stroke by stroke."""
        drawing: Icon = icon(self.items[index].icon)
        side, color = self.side, self.color(index)
        width = max(self.setting.screen.px(PEN), PEN_SHARE * side)
        begin_x, begin_y, _, end_y = drawing.span
        # The drawings leave a margin around themselves, but what stands, stands on the shelf.
        x, y = left - begin_x * side + width / 2.0, top + (1.0 - end_y) * side - width / 2.0
        if not self.is_across:
            y = top + (1.0 - begin_y - end_y) * side / 2.0

        def draw(progress: float) -> Mark:
            points = drawing.drawn(progress) * side
            return Line(array(points[:, :, 0] + x), array(points[:, :, 1] + y), color, width, min(1.0, 8.0 * progress))

        layers = [moving(self.tracks[index], draw)] if len(drawing.lines) else []
        if len(drawing.dots):
            places = drawing.dots * side
            dots = Dots(
                array(places[:, 0] + x), array(places[:, 1] + y), array(np.full(len(places), DOT * width)), color
            )
            layers.append(appearing(dots, self.tracks[index].end - 0.3, 0.3))
        return layers

    def figure_layers(self, index: int, left: float, baseline: float) -> list[Layer]:
        metric = self.items[index].metric
        if metric is None:
            return []
        color = "warm" if self.highlight == index + 1 else "text"
        write = writer(metric, self.setting.language, metric.number)
        tally = Tally(write, self.figure_size, self.setting.screen, color)
        track = Track(self.tracks[index].start + 0.3, COUNT_TIME, out_cubic)
        key = f"figure:{metric.id}" if metric.id else ""
        return [moving(track, lambda progress: replace(tally.at(progress, left, baseline, "ink"), key=key))]

    def word_layers(self, index: int, left: float, top: float) -> list[Layer]:
        size, small, start = self.text_size, self.small, self.tracks[index].start + WORDS_DELAY
        metric = self.items[index].metric
        key = f"name:{metric.id}" if metric and metric.id else ""
        y = top + RISE * size
        marks = []
        for number, text in enumerate(self.lines[index]):
            marks.append(Text(left, y + number * LINE_PITCH * size, (Run(text, size, 700),), key=key))
        y += (len(self.lines[index]) - 1) * LINE_PITCH * size + TO_DETAIL * self.g + LINE_PITCH * small
        for number, text in enumerate(self.detail_lines[index]):
            marks.append(Text(left, y + number * LINE_PITCH * small, (Run(text, small, 400, "muted"),)))
        return [appearing(mark, start) for mark in marks]


def _set(text: str, width: float, size: float, most: int, weight: int) -> tuple[str, ...]:
    """A text in lines of about one length; one that is too long is cut short."""
    lines = balanced(spaced(text), width / size, weight)
    return lines if len(lines) <= most else shortened(text, width, size, most, weight)
