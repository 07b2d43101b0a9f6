"""River: a sum as a bundle of strands that flows in from the left and branches to what it feeds."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from kiosk.kind import Kind, MetricRef, Options
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.layouts import Page
from kiosk.marks import Dots, Mark, Stroke, Strokes, Text, array
from kiosk.motion import Track, smoothstep, stagger
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.typeface import advance, balanced, spaced
from kiosk.typesetting import fitted_size, line
from kiosk.words import Words

FLOW = Track(0.0, 1.8, smoothstep)
ARRIVAL, ARRIVAL_TIME = 1.5, 0.3
NAMES_START, NAMES_TIME = 1.8, 0.5
MOST_STRANDS, USUAL_STRANDS, LEAST_IN_BRANCH = 60, 48, 3


class Branch(Options):
    """What one bundle of the river reaches: its name, and a line that says more."""

    name: Words
    detail: Words | None = None


class River(Kind):
    """A sum that flows to named projects in bundles of equal strength, since no amounts are told.

    `branches` from the top; `rest` names what else it feeds, in a last bundle that fades out. `strands`: how many strokes
    the river has; left out, as many as the metric's figure in Chinese units (50 for 50 亿), if that can be drawn.
    For the layout "over", with a counter in the area "figure".
    """

    metric: MetricRef
    branches: Annotated[tuple[Branch, ...], Field(min_length=1, max_length=5)]
    rest: Words | None = None
    strands: Annotated[int, Field(ge=3, le=MOST_STRANDS)] | None = None

    def place(self, setting: Setting) -> Placed:
        course = _Course.of(setting, self)
        layers = [course.flow(), course.ends(self)]
        tracks = stagger(len(course.texts), start=NAMES_START, duration=NAMES_TIME)
        for texts, track in zip(course.texts, tracks, strict=True):
            layers += [appearing(text, track.start, track.duration) for text in texts]
        return Placed(tuple(layers))

    def strand_count(self) -> int:
        """How many strands the river has in all: every named bundle has the same number, the rest takes what is left."""
        ways = len(self.branches) + (1 if self.rest else 0)
        wanted = self.strands or _count_of(self.metric.written("zh").digits)
        wanted = max(wanted, ways * LEAST_IN_BRANCH)
        return wanted if self.rest else ways * (wanted // ways)


def _count_of(digits: str) -> int:
    """The figure as a number of strands, or the usual number where it is no such count."""
    plain = digits.replace(",", "")
    if plain.isdecimal() and 1 <= int(plain) <= MOST_STRANDS:
        return int(plain)
    return USUAL_STRANDS


@dataclass(frozen=True)
class _Group:
    """The lines of text at the end of one branch: text, size, weight, colour; and the height they take."""

    lines: tuple[tuple[str, float, int, str], ...]

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the bottom of the last."""
        return sum(1.24 * size for _, size, _, _ in self.lines)

    def at(self, x: float, top: float) -> tuple[Text, ...]:
        """The lines as marks."""
        marks, y = [], top
        for text, size, weight, color in self.lines:
            marks.append(line(text, x, y + 0.96 * size, size, weight=weight, color=color))
            y += 1.24 * size
        return tuple(marks)


@dataclass(frozen=True)
class _Course:
    """The river on one screen: its strands, and where each branch ends."""

    screen: Screen
    field: Box
    """From the source of the river to the ends of its branches, over the height of the chart."""
    strokes: tuple[Stroke, ...]
    dots: tuple[tuple[float, float], ...]
    texts: tuple[tuple[Text, ...], ...]

    @classmethod
    def of(cls, setting: Setting, kind: River) -> "_Course":
        """Lays out names first, then the strands that reach them."""
        screen, g, box = setting.screen, setting.screen.g, setting.box
        is_portrait = screen.shape == "portrait"
        end_share, name_share = {"portrait": (0.44, 0.50), "classic": (0.61, 0.65)}.get(screen.shape, (0.69, 0.722))
        end, names = box.left + end_share * box.width, box.left + name_share * box.width
        top = box.top + 0.40 * box.height if is_portrait else box.top
        total = kind.strand_count()
        thickness = min(11.0 * g, 3.6 * screen.px(1) * total)
        bottom = box.bottom + (-4 * g if is_portrait else 0.95 * setting.foot)
        trunk_top = bottom - thickness
        groups = _groups(setting, kind, box.right - names)
        foot = bottom
        gap = (foot - top - sum(group.height for group in groups)) / max(1, len(groups) - 0.5)
        y, ends, texts = top + 0.25 * gap, [], []
        for group in groups:
            ends.append(y + 0.62 * group.lines[0][1])
            texts.append(group.at(names, y))
            y += group.height + gap
        source = Page(screen).spine
        starts = {"portrait": (0.06, 0.16), "classic": (0.48, 0.54)}.get(screen.shape, (0.49, 0.56))
        strokes = _strands(kind, screen, (source, end), trunk_top, thickness, ends, [box.left + s * box.width for s in starts])
        dots = tuple((end, each) for each in ends[: len(kind.branches)])
        highest = min(min(stroke.high, stroke.low) for stroke in strokes) - 2 * g
        field = Box.between(source, highest, end, max(max(stroke.low, stroke.high) for stroke in strokes) + 2 * g)
        return cls(screen, field, strokes, dots, tuple(texts))

    def flow(self) -> Layer:
        """The river running in from the left."""
        field = self.field

        def draw(progress: float) -> Mark:
            return Strokes(field.left, field.top, field.right, field.bottom, self.strokes, reveal=progress)

        return moving(FLOW, draw)

    def ends(self, kind: River) -> Layer:
        """A dot where each named branch arrives."""
        x, y = (array([place[axis] for place in self.dots]) for axis in (0, 1))
        diameter = self.screen.px(46 if len(kind.branches) < 4 else 38)

        def draw(progress: float) -> Mark:
            return Dots(x, y, np.full(len(x), diameter * progress), "warm")

        return moving(Track(ARRIVAL, ARRIVAL_TIME, smoothstep), draw)


def _groups(setting: Setting, kind: River, room: float) -> list[_Group]:
    """The texts at the ends of the branches; all names have one size."""
    screen = setting.screen
    small = screen.size("small")
    largest = screen.size("title" if len(kind.branches) <= 3 else "label")
    names = [spaced(setting.say(branch.name)) for branch in kind.branches]
    size = min(fitted_size(name, room, largest, small, 700) for name in names)
    if size < screen.size("label") and any(" " in name for name in names):
        size = min(_size_in_two(name, room, screen.size("label"), small) for name in names)
    groups = []
    for branch, name in zip(kind.branches, names, strict=True):
        lines = [(each, size, 700, "text") for each in balanced(name, room / size, 700)]
        second, detail = setting.second(branch.name), setting.say(branch.detail) if branch.detail else ""
        lines += [(each, small, 400, "muted") for each in balanced(spaced(second), room / small)]
        lines += [(each, small, 400, "text") for each in balanced(spaced(detail), room / small)]
        groups.append(_Group(tuple(lines)))
    if kind.rest:
        rest = balanced(spaced(setting.say(kind.rest)), room / small)
        groups.append(_Group(tuple((each, small, 400, "muted") for each in rest)))
    return groups


def _size_in_two(name: str, room: float, size: float, floor: float) -> float:
    """The greatest size, at most `size`, at which a name takes two lines without a broken word."""
    while size > floor:
        lines = balanced(name, room / size, 700)
        if len(lines) <= 2 and max(advance(each, 700) for each in name.split()) * size <= room:
            break
        size -= 1.0
    return size


def _strands(
    kind: River,
    screen: Screen,
    reach: tuple[float, float],
    top: float,
    thickness: float,
    ends: list[float],
    starts: list[float],
) -> tuple[Stroke, ...]:
    """Every strand twice where it changes colour: cool up to the branching, warm from there on."""
    total, named = kind.strand_count(), len(kind.branches)
    each = total // len(ends)
    counts = [each] * named + ([total - named * each] if kind.rest else [])
    pitch = thickness / total
    width = min(screen.px(2.2), max(screen.px(1.1), 0.52 * pitch))
    source, end = reach
    strokes, number = [], 0
    for branch, count in enumerate(counts):
        share = branch / (len(counts) - 1) if len(counts) > 1 else 0.0
        begin = starts[0] + (starts[1] - starts[0]) * share
        turn = (begin - source) / (end - source)
        is_rest = branch == named
        for index in range(count):
            low = top + (number + 0.5) * pitch
            high = ends[branch] + (index - (count - 1) / 2.0) * 0.9 * pitch
            if is_rest:
                fade = ((0.0, 0.35), (0.8 * turn, 0.9), (turn + 0.5 * (1.0 - turn), 0.8), (0.985, 0.0), (1.0, 0.0))
                strokes.append(Stroke(low, high, begin, end, "cool", width, fade))
            else:
                cool = ((0.0, 0.35), (0.62 * turn, 0.9), (0.98 * turn, 0.0), (1.0, 0.0))
                warm = ((0.0, 0.0), (0.62 * turn, 0.0), (0.98 * turn, 1.0), (1.0, 1.0))
                strokes.append(Stroke(low, high, begin, end, "cool", width, cool))
                strokes.append(Stroke(low, high, begin, end, "warm", width, warm))
            number += 1
    return tuple(strokes)
