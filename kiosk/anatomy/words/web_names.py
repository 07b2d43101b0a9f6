"""Web names: the names of the nodes of a network, inside their dots or beside them."""

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from kiosk.anatomy.values.graph import Graph
from kiosk.anatomy.words.captions import shortened
from kiosk.anatomy.words.name_places import Crowd
from kiosk.kind import Datum
from kiosk.marks import Run, Text
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.tally import writer
from kiosk.typeface import HAN_BOTTOM, HAN_TOP, advance, spaced
from kiosk.typesetting import LINE_PITCH, width_of

BESIDE = 0.7
"""From a dot to its name, in grid steps."""
WIDEST = 9.0
"""A name longer than so many em is set in two lines, one more than twice as long in three."""
FIGURED = 16
"""So many things at most carry their figure."""
HUB = 5
"""What has so many links is a hub."""
WITHIN, CLOSE = 0.92, 0.95
"""The part of its radius that a name with its figure keeps within inside a dot; a name alone, and the warm one, may go closer."""
SHIFTS = tuple(sign * step / 20.0 for step in range(10) for sign in (1.0, -1.0))
"""How far its lines may stand below the middle of the dot, in em, the least first."""


@dataclass(frozen=True)
class Label:
    """The lines of a name with its figure behind or below it, and the width and height they take in pixels."""

    lines: tuple[tuple[Run, ...], ...]
    width: float
    height: float
    size: float
    has_figure_below: bool = False

    def texts(self, x: float, top: float, anchor: Literal["start", "middle", "end"], key: str) -> tuple[Text, ...]:
        """The lines with the top of their ink at `top`, of the thing `key`."""
        texts = [
            Text(x, top + (HAN_TOP + number * LINE_PITCH) * self.size, runs, anchor)
            for number, runs in enumerate(self.lines)
        ]
        if self.has_figure_below:
            texts[-1] = replace(texts[-1], key=f"figure:{key}")
        return tuple(text if text.key else replace(text, key=f"name:{key}") for text in texts)

    def shift(self, radius: float) -> float | None:
        """How far below the middle of a circle the lines have room in it: as little as need be; None where they have none.

        A long line is nearer the middle than a short one.
        """
        tops = [number * LINE_PITCH * self.size - self.height / 2.0 for number in range(len(self.lines))]
        halves = [width_of(runs) / 2.0 for runs in self.lines]
        ink = (HAN_TOP + HAN_BOTTOM) * self.size
        for step in SHIFTS:
            far = [max(abs(top + step * self.size), abs(top + step * self.size + ink)) for top in tops]
            if max(map(math.hypot, halves, far), default=0.0) <= radius:
                return step * self.size
        return None


@dataclass(frozen=True)
class Placement:
    """A label and the box that it stands in, inside its dot or beside it."""

    label: Label
    box: Box
    is_inside: bool = False


def _label(lines: tuple[tuple[Run, ...], ...], size: float, *, has_figure_below: bool = False) -> Label:
    ink = HAN_TOP + HAN_BOTTOM + (len(lines) - 1) * LINE_PITCH
    return Label(lines, max(map(width_of, lines), default=0.0), ink * size, size, has_figure_below)


@dataclass(frozen=True, eq=False)
class WebNames:
    """The names, values and data of the nodes of a graph, whose dots and links stand in a crowd; `warm` is one of the nodes."""

    graph: Graph
    keys: tuple[str, ...]
    names: tuple[str, ...]
    values: tuple[float | None, ...]
    data: tuple[Datum | None, ...]
    warm: int | None
    crowd: Crowd
    setting: Setting

    @cached_property
    def near(self) -> frozenset[int]:
        """The warm node and those that are linked to it; all, if none is warm."""
        if self.warm is None:
            return frozenset(range(self.graph.count))
        return frozenset({self.warm, *self.graph.neighbours[self.warm]})

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The nodes as they matter: the warm one, those linked to it, great ones, those with many links."""

        def rank(node: int) -> tuple[bool, bool, float, int, int]:
            links = len(self.graph.neighbours[node])
            return node != self.warm, node not in self.near, -(self.values[node] or 0.0), -links, node

        return tuple(sorted(range(self.graph.count), key=rank))

    def figure(self, node: int) -> str:
        """The figure of a node as it is written with its name; empty where it has none."""
        value, datum = self.values[node], self.data[node]
        if value is None or datum is None or self.graph.count > FIGURED:
            return ""
        return writer(datum, self.setting.language, value, has_unit=False)(1.0).text

    def ways(self, node: int, size: float, *, is_inside: bool) -> tuple[Label, ...]:
        """The ways to set the name of a node in that size, the best first: with its figure behind or below it, or without."""
        weight = 700 if node == self.warm else 400
        color = "ground" if is_inside else "warm" if node == self.warm else "text" if node in self.near else "muted"
        name, figure = spaced(self.names[node]), self.figure(node)
        length = advance(name, weight)
        most = 2 if length <= 2.0 * WIDEST else 3
        room = length if length <= WIDEST else max(0.62 * length if most == 2 else 0.44 * length, 0.6 * WIDEST)
        lines = tuple((Run(text, size, weight, color),) for text in shortened(name, room * size, size, most, weight))
        if not figure or not lines:
            return (_label(lines, size),)
        behind = (*lines[:-1], (*lines[-1], Run(figure, size, weight, color, gap=0.35 * size)))
        below = (*lines, (Run(figure, size, weight, color),))
        ways = (below, behind, lines) if is_inside else (behind, below, lines)
        return tuple(_label(way, size, has_figure_below=way is below) for way in ways)

    @cached_property
    def placements(self) -> tuple[Placement | None, ...]:
        """Names with their places: in larger type if all have room in it, else in the smallest; None where there is no room."""
        large, small = (self.setting.screen.size(role) for role in ("label", "small"))
        tried = self._labels(large, all_or_none=True)
        if None in tried:
            tried = self._labels(small)
        if None in tried:
            # Names that keep within their dots, though without a figure, leave room for others.
            tried = min(tried, self._labels(small, is_bare=True), key=lambda each: each.count(None))
        return tried

    def _labels(self, size: float, *, all_or_none: bool = False, is_bare: bool = False) -> tuple[Placement | None, ...]:
        nodes = range(self.graph.count)
        # The name of a hub would hide its own links.
        bare = [is_bare or (node == self.warm and len(self.graph.neighbours[node]) >= HUB) for node in nodes]
        inside = [self._inside(node, size, is_bare=bare[node]) for node in nodes]
        ways = [self.ways(node, size, is_inside=False) for node in nodes]
        order = [node for node in self.order if inside[node] is None]
        sizes = [[(label.width, label.height) for label in each] for each in ways]
        boxes = self.crowd.places(sizes, order, BESIDE * self.setting.screen.g, all_or_none=all_or_none)
        found = [None if each is None else Placement(ways[node][each[0]], each[1]) for node, each in enumerate(boxes)]
        return tuple(inside[node] or found[node] for node in nodes)

    def _inside(self, node: int, size: float, *, is_bare: bool = False) -> Placement | None:
        """The name within its dot, if that is large enough; without its figure only if it is to be bare."""
        x, y, radius = (float(each[node]) for each in (self.crowd.x, self.crowd.y, self.crowd.radius))
        ways = self.ways(node, size, is_inside=True)
        for label in ways if is_bare or len(ways) == 1 else ways[:-1]:
            is_close = node == self.warm or len(label.lines) == 1
            shift = label.shift((CLOSE if is_close else WITHIN) * radius)
            if shift is not None:
                box = Box(x - label.width / 2.0, y - label.height / 2.0 + shift, label.width, label.height)
                return Placement(label, box, is_inside=True)
        return None

    def texts(self, node: int) -> tuple[Text, ...]:
        """The lines of a name, aligned to its dot; none where it has no room."""
        placement = self.placements[node]
        if placement is None:
            return ()
        x, key, label, box = float(self.crowd.x[node]), self.keys[node], placement.label, placement.box
        if box.left >= x:
            return label.texts(box.left, box.top, "start", key)
        if box.right <= x:
            return label.texts(box.right, box.top, "end", key)
        return label.texts(box.left + box.width / 2.0, box.top, "middle", key)
