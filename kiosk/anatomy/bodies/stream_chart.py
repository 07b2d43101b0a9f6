"""Stream charts: nodes in columns, the streams between them, and the words beside them, on one screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from kiosk.anatomy.geometry.course import Course
from kiosk.anatomy.values.entries import unit_note
from kiosk.anatomy.values.streams import Basin, Stream
from kiosk.anatomy.words.callouts import spread
from kiosk.anatomy.words.captions import RISE
from kiosk.anatomy.words.stream_words import SIDE_GAP, StreamWords, callout_marks
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Array, Bars, Mark, Shapes, Text, array
from kiosk.motion import Track
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import EM_SPACE
from kiosk.typesetting import width_of

FLOW = Track(0.2, 1.9)
WORDS_TIME = 0.4
SAMPLES = 20
NODE, STREAM = "cool7", "cool4"
WARM_NODE, WARM_STREAM = "warm", "warm5"
EDGE, EDGED_FROM = 2.0, 7.0
"""A stroke in the colour of the ground parts streams that cross; thinner ones would vanish under it."""
BAR, BESIDE = 1.5, 1.3
"""Grid steps: the thickness of a node, and from it to its words."""
HEAD = 1.6
"""The room above a node inside the chart, in em of its label."""


@dataclass(frozen=True)
class Ribbon:
    """The middle of a stream along the flow, sampled, and its breadth in pixels."""

    stream: Stream
    along: Array
    across: Array
    breadth: float
    is_warm: bool


@dataclass(frozen=True)
class StreamChart:
    """A basin on one screen: it flows to the right, on an upright screen downwards.

    `names`: what nodes are called. `highlight`: the key of the node or stream that is warm. `absent`: how many streams carry
    nothing.
    """

    basin: Basin
    names: Mapping[str, str]
    highlight: str
    absent: int
    setting: Setting

    @cached_property
    def is_down(self) -> bool:
        """Whether it flows downwards."""
        return self.setting.screen.shape == "portrait"

    @cached_property
    def small(self) -> float:
        """The smallest type."""
        return self.setting.screen.size("small")

    @cached_property
    def box(self) -> Box:
        """The room for all of it; without axis labels some of the foot is free."""
        box = self.setting.box
        return Box.between(box.left, box.top, box.right, box.bottom + 0.6 * self.setting.foot)

    @cached_property
    def columns(self) -> tuple[tuple[str, ...], ...]:
        """The nodes along the flow."""
        return self.basin.columns

    @cached_property
    def words(self) -> StreamWords:
        """The names and figures of the nodes."""
        return StreamWords(self.basin, self.names, self.highlight, self.box, self.is_down, self.setting)

    @cached_property
    def bars(self) -> tuple[float, ...]:
        """The thickness of the nodes of each column: where it flows downwards, the inner ones hold their names."""
        thin, last = BAR * self.setting.screen.g, len(self.columns) - 1
        thick = 1.5 * self.small if self.is_down else thin
        return tuple(thick if 0 < number < last else thin for number in range(last + 1))

    @cached_property
    def head(self) -> float:
        """The room for words above an inner node of a flow to the right."""
        return HEAD * self.small if self.basin.inner and not self.is_down else 0.0

    @cached_property
    def span(self) -> tuple[float, float]:
        """Where nodes may stand across the flow, in pixels of the screen."""
        box = self.box
        return (box.left, box.right) if self.is_down else (box.top, box.bottom)

    @cached_property
    def course(self) -> Course:
        """Nodes and streams across the flow, from 0: the outer nodes as far apart as their words, the inner ones below theirs."""
        gap, last = SIDE_GAP * self.setting.screen.g, len(self.columns) - 1
        inner = [0 < number < last for number in range(last + 1)]
        gaps = tuple(max(gap, self.head) if is_inner else gap for is_inner in inner)
        heads = tuple(self.head if is_inner else 0.0 for is_inner in inner)
        words = self.words.callouts.items()
        berths = {node: made.extent if self.is_down else made.height for node, made in words}
        return Course(self.basin, self.span[1] - self.span[0], gaps, heads, berths)

    def across(self, node: str) -> tuple[float, float]:
        """Where a node begins and ends across the flow, in pixels of the screen."""
        start, end = self.course.nodes[node]
        return self.span[0] + start, self.span[0] + end

    @cached_property
    def reach(self) -> tuple[float, float]:
        """Where the first nodes begin and the last ones end along the flow, in pixels of the screen."""
        gap = BESIDE * self.setting.screen.g
        if self.is_down:
            first, last = (max(self.words.callouts[node].height for node in column) for column in self.basin.outer)
            return self.box.top + first + gap, self.box.bottom - last - gap
        first, last = (max(self.words.callouts[node].extent for node in column) for column in self.basin.outer)
        return self.box.left + first + gap, self.box.right - last - gap

    @cached_property
    def starts(self) -> tuple[float, ...]:
        """Where the nodes of each column begin along the flow."""
        start, end = self.reach
        last = len(self.columns) - 1
        return tuple(start + (end - self.bars[-1] - start) * number / last for number in range(last + 1))

    @cached_property
    def ribbons(self) -> tuple[Ribbon, ...]:
        """The streams, broad ones first, so that thin ones cross above them."""
        at = {node: number for number, column in enumerate(self.columns) for node in column}
        ribbons = []
        for stream, way in zip(self.basin.streams, self.course.ways, strict=True):
            along, across = [], []
            for step, (begin, end) in enumerate(pairwise(way)):
                number = at[stream.origin] + step
                x, y = _bend(self.starts[number] + self.bars[number], begin, self.starts[number + 1], end)
                along.append(x)
                across.append(y)
            is_warm = self.highlight in (stream.origin, stream.target, stream.key)
            breadth = stream.value * self.course.scale
            ribbons.append(
                Ribbon(stream, np.concatenate(along), self.span[0] + np.concatenate(across), breadth, is_warm)
            )
        return tuple(sorted(ribbons, key=lambda ribbon: -ribbon.breadth))

    def placed(self) -> Placed:
        px = self.setting.screen.px
        layers: list[Layer] = []
        for is_warm, is_edged in ((False, True), (False, False), (True, True), (True, False)):
            ribbons = [
                each
                for each in self.ribbons
                if each.is_warm == is_warm and (each.breadth >= px(EDGED_FROM)) == is_edged
            ]
            if ribbons:
                layers.append(self._flow(ribbons, WARM_STREAM if is_warm else STREAM, px(EDGE) if is_edged else 0.0))
        layers.append(moving(FLOW, self._nodes))
        for number, column in enumerate(self.columns):
            start = FLOW.when(number / (len(self.columns) - 1))
            layers += [appearing(text, start, WORDS_TIME) for text in self._texts(number, column)]
        return Placed(tuple(layers), self.note())

    def _front(self, progress: float) -> float:
        """How far everything has come along the flow."""
        return self.starts[0] + (self.starts[-1] + self.bars[-1] - self.starts[0]) * progress

    def _flow(self, ribbons: Sequence[Ribbon], color: str, edge: float) -> Layer:
        keys = tuple(ribbon.stream.thing for ribbon in ribbons)
        ends = tuple(int(end) for end in np.cumsum([2 * len(ribbon.along) for ribbon in ribbons]))

        def draw(progress: float) -> Mark:
            front, along, across = self._front(progress), [], []
            for ribbon in ribbons:
                reached = np.minimum(ribbon.along, max(front, ribbon.along[0]))
                middle = np.interp(reached, ribbon.along, ribbon.across)
                half = ribbon.breadth / 2.0
                along += [reached, reached[::-1]]
                across += [middle - half, (middle + half)[::-1]]
            first, second = np.concatenate(along), np.concatenate(across)
            x, y = (second, first) if self.is_down else (first, second)
            return Shapes(x, y, ends, color=color, edge="ground" if edge else "", edge_width=edge, keys=keys)

        return moving(FLOW, draw)

    def _nodes(self, progress: float) -> Mark:
        front = self._front(progress)
        nodes = [(number, node) for number, column in enumerate(self.columns) for node in column]
        start = array([self.starts[number] for number, _ in nodes])
        thickness = np.clip(front - start, 0.0, array([self.bars[number] for number, _ in nodes]))
        edges = np.array([self.across(node) for _, node in nodes])
        # A node however small is seen.
        length = np.maximum(edges[:, 1] - edges[:, 0], self.setting.screen.px(2))
        first = (edges[:, 0] + edges[:, 1] - length) / 2.0
        colors = tuple(WARM_NODE if node == self.highlight else NODE for _, node in nodes)
        keys = tuple(node for _, node in nodes)
        if self.is_down:
            return Bars(first, start, length, thickness, colors, keys=keys)
        return Bars(start, first, thickness, length, colors, keys=keys)

    def _texts(self, number: int, column: Sequence[str]) -> tuple[Text, ...]:
        if 0 < number < len(self.columns) - 1:
            made = (self._within(node) if self.is_down else self._above(node, number) for node in column)
            return tuple(text for text in made if text is not None)
        return self._beneath(number, column) if self.is_down else self._beside(number, column)

    def _beside(self, number: int, column: Sequence[str]) -> tuple[Text, ...]:
        """The words at the left of the first nodes and at the right of the last ones."""
        gap = BESIDE * self.setting.screen.g
        order = sorted(column, key=self.across)
        heights = [self.words.callouts[node].height for node in order]
        wanted = [sum(self.across(node)) / 2.0 - height / 2.0 for node, height in zip(order, heights, strict=True)]
        gap_between = SIDE_GAP * self.setting.screen.g
        tops = spread(wanted, heights, self.box.top, self.box.bottom, gap_between)
        texts: list[Text] = []
        for node, top in zip(order, tops, strict=True):
            callout = self.words.callouts[node]
            if number == 0:
                texts += callout_marks(callout, node, self.reach[0] - gap, top, "end")
            else:
                texts += callout_marks(callout, node, self.reach[1] + gap, top, "start")
        return tuple(texts)

    def _beneath(self, number: int, column: Sequence[str]) -> tuple[Text, ...]:
        """The words above the first nodes and below the last ones."""
        gap = BESIDE * self.setting.screen.g
        order = sorted(column, key=self.across)
        widths = [self.words.callouts[node].extent for node in order]
        wanted = [sum(self.across(node)) / 2.0 - width / 2.0 for node, width in zip(order, widths, strict=True)]
        lefts = spread(wanted, widths, self.box.left, self.box.right, SIDE_GAP * self.setting.screen.g)
        texts: list[Text] = []
        for node, left, width in zip(order, lefts, widths, strict=True):
            callout = self.words.callouts[node]
            top = self.reach[0] - gap - callout.height if number == 0 else self.reach[1] + gap
            texts += callout_marks(callout, node, left + width / 2.0, top, "middle")
        return tuple(texts)

    def _above(self, node: str, number: int) -> Text:
        """The name and the figure of an inner node above it: centred, or to that side where fewer streams pass behind it."""
        start, bar = self.starts[number], self.bars[number]
        y, room = self.across(node)[0] - 0.42 * self.small, 0.86 * (self.starts[1] - self.starts[0])
        made = self.words.line(node, room, 0.0, y, self.words.color(node)) or self.words.name(node, room, 0.0, y)
        width = width_of(made.runs)
        middles = (start + bar / 2.0, start + width / 2.0, start + bar - width / 2.0)
        middle = min(middles, key=lambda x: self._covered(x - width / 2.0, x + width / 2.0, y))
        return replace(made, x=middle)

    def _covered(self, left: float, right: float, baseline: float) -> float:
        """How much of a line of small type has streams behind it, in pixels of height at a few places of it."""
        places = np.linspace(left, right, 7)
        top, bottom = baseline - RISE * self.small, baseline + 0.2 * self.small
        covered = 0.0
        for ribbon in self.ribbons:
            at = places[(places >= ribbon.along[0]) & (places <= ribbon.along[-1])]
            middle, half = np.interp(at, ribbon.along, ribbon.across), ribbon.breadth / 2.0
            overlap = np.minimum(middle + half, bottom) - np.maximum(middle - half, top)
            covered += float(np.maximum(overlap, 0.0).sum())
        return round(covered, 3)

    def _within(self, node: str) -> Text | None:
        """The name and the figure of an inner node inside it; the name alone, or nothing, where there is room for no more."""
        number = next(number for number, column in enumerate(self.columns) if node in column)
        start, end = self.across(node)
        y = self.starts[number] + self.bars[number] / 2.0 + 0.36 * self.small
        room = end - start - 0.6 * self.small
        return self.words.line(node, room, (start + end) / 2.0, y, "ground")

    def note(self) -> str:
        """How many nodes have no name, and how many of the streams carry nothing."""
        is_chinese, notes = self.setting.is_chinese, []
        unnamed = sum(self._within(node) is None for node in self.basin.inner) if self.is_down else 0
        if unnamed:
            notes.append(f"{unnamed} 处太窄 未标名" if is_chinese else f"{unnamed} too narrow to be named")
        if not self.words.has_unit:
            notes.insert(0, unit_note(self.setting, self.basin.streams[0].datum))
        if self.absent:
            notes.append(f"{self.absent} 项为零或缺数" if is_chinese else f"{self.absent} zero or not known")
        return EM_SPACE.join(note for note in notes if note)


def _bend(left: float, begin: float, right: float, end: float) -> tuple[Array, Array]:
    """A cubic from one place to another that leaves and arrives level, its handles half-way."""
    t = np.linspace(0.0, 1.0, 2 if begin == end else SAMPLES)
    along = 1.5 * t * (1.0 - t) ** 2 + 1.5 * t**2 * (1.0 - t) + t**3
    return array(left + (right - left) * along), array(begin + (end - begin) * t**2 * (3.0 - 2.0 * t))
