"""River: a sum as a bundle of strands that flows in from the left and branches to what it feeds."""

from dataclasses import dataclass, replace
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
        layers = [course.flow(), course.ends()]
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

    field: Box
    """From the source of the river to the ends of its branches, over the height of the chart."""
    strokes: tuple[Stroke, ...]
    dots: tuple[tuple[float, float], ...]
    diameter: float
    texts: tuple[tuple[Text, ...], ...]
    keys: tuple[str, ...]
    """What each named branch is, for dots and texts."""

    @classmethod
    def of(cls, setting: Setting, kind: River) -> "_Course":
        """Lays out names first, then the strands that reach them."""
        screen, g, box = setting.screen, setting.screen.g, setting.box
        is_portrait = screen.shape == "portrait"
        end_share, name_share = {"portrait": (0.44, 0.50), "classic": (0.61, 0.65)}.get(screen.shape, (0.69, 0.722))
        end, names = box.left + end_share * box.width, box.left + name_share * box.width
        top = box.top + 0.40 * box.height if is_portrait else box.top
        total = kind.strand_count()
        thickness = min(10.0 * g, 3.6 * screen.px(1) * total)
        bottom = box.bottom + (-4 * g if is_portrait else 0.95 * setting.foot)
        trunk_top = bottom - thickness
        groups = _groups(setting, kind, box.right - names, bottom - top)
        gap = (bottom - top - sum(group.height for group in groups)) / max(1, len(groups) - 0.5)
        y, ends, texts = top + 0.25 * gap, [], []
        for group in groups:
            ends.append(y + 0.62 * group.lines[0][1])
            texts.append(group.at(names, y))
            y += group.height + gap
        diameter = screen.px(46 if len(kind.branches) < 4 else 34)
        source = Page(screen).spine
        starts = {"portrait": (0.06, 0.16), "classic": (0.48, 0.54)}.get(screen.shape, (0.49, 0.56))
        begins = [box.left + share * box.width for share in starts]
        strokes = _strands(kind, screen, (source, end), (trunk_top, thickness), ends, begins, 0.8 * diameter)
        dots = tuple((end, each) for each in ends[: len(kind.branches)])
        highest = min(min(stroke.high, stroke.low) for stroke in strokes) - 2 * g
        field = Box.between(source, highest, end, max(max(stroke.low, stroke.high) for stroke in strokes) + 2 * g)
        keys = tuple(branch.name.texts[0][1] for branch in kind.branches)
        for index, key in enumerate(keys):
            texts[index] = tuple(replace(text, key=f"name:{key}") for text in texts[index])
        return cls(field, strokes, dots, diameter, tuple(texts), keys)

    def flow(self) -> Layer:
        """The river running in from the left."""
        field = self.field

        def draw(progress: float) -> Mark:
            return Strokes(field.left, field.top, field.right, field.bottom, self.strokes, reveal=progress)

        return moving(FLOW, draw)

    def ends(self) -> Layer:
        """A dot where each named branch arrives."""
        x, y = array([place[0] for place in self.dots]), array([place[1] for place in self.dots])

        def draw(progress: float) -> Mark:
            return Dots(x, y, np.full(len(x), self.diameter * progress), "warm", keys=self.keys)

        return moving(Track(ARRIVAL, ARRIVAL_TIME, smoothstep), draw)


def _groups(setting: Setting, kind: River, room: float, height: float) -> list[_Group]:
    """The texts at the ends of the branches, all names of one size; what there is no room for is left out from the least on."""
    screen, count = setting.screen, len(kind.branches)
    small, label = screen.size("small"), screen.size("label")
    names = [spaced(setting.say(branch.name)) for branch in kind.branches]
    size = min(fitted_size(name, room, screen.size("title" if count <= 3 else "label"), small, 700) for name in names)
    if size < label and any(" " in name for name in names):
        size = min(_size_in_two(name, room, label, small) for name in names)
    least = round(0.8 * small)
    groups: list[_Group] = []
    for name_size, text_size, has_second, has_detail in (
        (size, small, True, True),
        (min(size, label), small, True, True),
        (min(size, label), small, False, True),
        (small, small, False, True),
        (small, small, False, False),
        (least, least, False, False),
    ):
        groups = []
        for branch, name in zip(kind.branches, names, strict=True):
            second = setting.second(branch.name) if has_second else ""
            detail = setting.say(branch.detail) if branch.detail and has_detail else ""
            lines = [(each, float(name_size), 700, "text") for each in balanced(name, room / name_size, 700)]
            lines += [(each, text_size, 400, "muted") for each in balanced(spaced(second), room / text_size)]
            lines += [(each, text_size, 400, "text") for each in balanced(spaced(detail), room / text_size)]
            groups.append(_Group(tuple(lines)))
        if kind.rest:
            rest = balanced(spaced(setting.say(kind.rest)), room / text_size)
            groups.append(_Group(tuple((each, text_size, 400, "muted") for each in rest)))
        if sum(group.height for group in groups) + 0.6 * label * len(groups) <= height:
            break
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
    trunk: tuple[float, float],
    ends: list[float],
    starts: list[float],
    narrow: float,
) -> tuple[Stroke, ...]:
    """Every strand twice where it changes colour: cool up to the branching, warm from there on.

    `reach`: the x of source and ends. `trunk`: its top and its thickness. `starts`: where the first and the last branch leave it.
    `narrow`: the greatest width of a bundle at its end.
    """
    total, named = kind.strand_count(), len(kind.branches)
    each = total // len(ends)
    counts = [each] * named + ([total - named * each] if kind.rest else [])
    top, thickness = trunk
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
            high = ends[branch] + (index - (count - 1) / 2.0) * min(0.9 * pitch, narrow / count)
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
