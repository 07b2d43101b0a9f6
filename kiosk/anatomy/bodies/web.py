"""Webs: the dots, links and names of a network on one screen."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.anatomy.geometry.springs import fitted, parted, relaxed
from kiosk.anatomy.values.entries import unit_note
from kiosk.anatomy.values.graph import Graph
from kiosk.anatomy.words.name_places import Crowd, within
from kiosk.anatomy.words.web_names import WIDEST, WebNames
from kiosk.kind import Datum
from kiosk.layers import Layer, Placed, appearing, moving_together
from kiosk.marks import Array, Dots, Line, Mark, array
from kiosk.metrics import Series
from kiosk.motion import Track, out_cubic, smoothstep
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import EM_SPACE, advance, spaced

START, STEP, LIMIT = 0.1, 0.5, 0.6
"""When the first dot grows, and by how much later those that are one link farther away: all within the limit."""
GROW_TIME, WORDS_TIME = 0.6, 0.4
TO_LINK, TO_WORDS = 0.05, 0.4
LINK_LAG = 0.1
"""By how much a link takes longer than the next dot waits: it arrives as that begins to grow."""
DOT, SMALL_DOT, LEAST_DOT = 1.7, 1.2, 0.8
"""Radii in grid steps: of dots that stand for nothing, few or many, and of the least that stands for something."""
LARGEST, FILLED = 0.16, 0.2
"""The radius of the greatest dot as a part of the shorter side of the room, and the part of the room that all may fill."""
MANY = 24
BREADTHS = (2.5, 5.0, 9.0)
APART = 2.6
"""Between dots in grid steps."""
LEAST_PIECE = 8.0
"""Shorter pieces of a link between two names are left out, in pixels."""


@dataclass(frozen=True)
class Web:
    """A graph with the keys, names and figures of its nodes and the weights of its links; `warm` is the number of a node."""

    graph: Graph
    keys: tuple[str, ...]
    names: tuple[str, ...]
    values: tuple[float | None, ...]
    data: tuple[Datum | None, ...]
    weights: tuple[float, ...]
    warm: int | None
    setting: Setting

    @cached_property
    def box(self) -> Box:
        """The room for all of it; without axis labels some of the foot is free."""
        box = self.setting.box
        return Box.between(box.left, box.top, box.right, box.bottom + 0.7 * self.setting.foot)

    @cached_property
    def radii(self) -> Array:
        """The radius of every dot: areas are as large as their figures."""
        g, count = self.setting.screen.g, self.graph.count
        most = max((value for value in self.values if value is not None), default=0.0)
        if most <= 0.0:
            return np.full(count, (DOT if count <= MANY else SMALL_DOT) * g)
        shares = np.array([(value or 0.0) / most for value in self.values])
        largest = LARGEST * min(self.box.width, self.box.height)
        filled = math.pi * largest**2 * float(shares.sum()) / (self.box.width * self.box.height)
        largest *= min(1.0, math.sqrt(FILLED / filled))
        return array(np.maximum(largest * np.sqrt(shares), LEAST_DOT * g))

    @cached_property
    def places(self) -> tuple[Array, Array]:
        """Where the dots stand: inside the box by as much as names need below and beside them."""
        small = self.setting.screen.size("small")
        widths = sorted(min(advance(spaced(name)), WIDEST) for name in self.names)
        inset = 0.5 * widths[len(widths) // 2] * small
        width, height = self.box.width - 2.0 * inset, self.box.height - 2.5 * small
        points = fitted(relaxed(self.graph), self.radii, width, height)
        points = parted(points, self.radii, self.graph.links, APART * self.setting.screen.g, width, height)
        middle = self.box.top + self.box.height / 2.0
        return array(points[:, 0] + self.box.middle), array(points[:, 1] + middle)

    @cached_property
    def lines(self) -> Array:
        """The links as rows of x, y, x, y, each from the end that is nearer to where all begins."""
        x, y = self.places
        ends = np.array([sorted(link, key=lambda node: (self.steps[node], node)) for link in self.graph.links])
        return array(np.stack([x[ends[:, 0]], y[ends[:, 0]], x[ends[:, 1]], y[ends[:, 1]]], axis=1))

    @cached_property
    def steps(self) -> tuple[int, ...]:
        """How many links each node is away from where all begins; what is not joined to it comes last."""
        steps = self.graph.steps_from(self.graph.centre if self.warm is None else self.warm)
        return tuple(step if step >= 0 else max(steps) + 1 for step in steps)

    @cached_property
    def starts(self) -> tuple[float, ...]:
        """When each dot begins to grow, in seconds."""
        return tuple(START + self.step * each for each in self.steps)

    @cached_property
    def step(self) -> float:
        """By how much later what is one link farther away begins."""
        return min(STEP, LIMIT / max(1, max(self.steps) - 1))

    @cached_property
    def writing(self) -> WebNames:
        """The names of the nodes in their places."""
        crowd = Crowd(*self.places, self.radii, self.lines, self.box)
        return WebNames(self.graph, self.keys, self.names, self.values, self.data, self.warm, crowd, self.setting)

    def placed(self) -> Placed:
        layers = [*self.links(), self.dots()]
        for node in self.writing.order:
            start = self.starts[node] + TO_WORDS
            layers += [appearing(text, start, WORDS_TIME) for text in self.writing.texts(node)]
        return Placed(tuple(layers), self.note())

    def dots(self) -> Layer:
        """The dots, which grow when what links them has come."""
        x, y = self.places
        tracks = tuple(Track(start, GROW_TIME, out_cubic) for start in self.starts)
        colors = tuple(
            "warm" if node == self.warm else "cool7" if node in self.writing.near else "cool5"
            for node in range(self.graph.count)
        )

        def draw(t: float) -> Mark:
            grown = np.sqrt([track.at(t) for track in tracks])
            return Dots(x, y, 2.0 * self.radii * grown, colors, keys=self.keys)

        return moving_together(tracks, draw)

    def links(self) -> list[Layer]:
        """The links by colour and breadth, the warm ones above the others."""
        most, least = max(self.weights), min(self.weights)
        classes = [
            0 if most == least else min(len(BREADTHS) - 1, int(len(BREADTHS) * weight / most * 0.999))
            for weight in self.weights
        ]
        layers = []
        for is_warm in (False, True):
            for kind, breadth in enumerate(BREADTHS):
                chosen = [
                    index
                    for index, link in enumerate(self.graph.links)
                    if (self.warm in link) == is_warm and classes[index] == kind
                ]
                if chosen:
                    layers.append(self._drawn(chosen, "warm" if is_warm else "cool4", self.setting.screen.px(breadth)))
        return layers

    def _drawn(self, chosen: Sequence[int], color: str, breadth: float) -> Layer:
        """Some of the links, each growing from one dot to the other; where a name stands they are interrupted."""
        pieces = [(index, start, end) for index in chosen for start, end in self._pieces(index)]
        rows = np.array([index for index, _, _ in pieces], dtype=np.intp)
        begin, end = (np.array([piece[which] for piece in pieces], dtype=np.float64) for which in (1, 2))
        first = [min(self.starts[node] for node in self.graph.links[index]) + TO_LINK for index in chosen]
        tracks = dict(zip(chosen, (Track(start, self.step + LINK_LAG, smoothstep) for start in first), strict=True))
        lines = self.lines[rows]

        def draw(t: float) -> Mark:
            grown = np.array([tracks[int(index)].at(t) for index in rows])
            parts = np.stack([np.minimum(begin, grown), np.minimum(end, grown)], axis=1)
            x = lines[:, 0:1] + parts * (lines[:, 2:3] - lines[:, 0:1])
            y = lines[:, 1:2] + parts * (lines[:, 3:4] - lines[:, 1:2])
            return Line(array(x), array(y), color, breadth, cap="flat")

        return moving_together(tracks.values(), draw)

    def _pieces(self, index: int) -> list[tuple[float, float]]:
        """The parts of a link's way, 0 to 1, that no name stands on; a link is never left out whole."""
        left, top, right, bottom = self.lines[index]
        least = LEAST_PIECE / max(1.0, math.hypot(right - left, bottom - top))
        pieces: list[tuple[float, float]] = []
        reached = 0.0
        for begin, end in sorted(self._hidden[index]):
            if begin - reached >= least:
                pieces.append((reached, begin))
            reached = max(reached, end)
        if 1.0 - reached >= least:
            pieces.append((reached, 1.0))
        return pieces or [(0.0, 1.0)]

    @cached_property
    def _hidden(self) -> tuple[list[tuple[float, float]], ...]:
        """For every link the parts of its way, 0 to 1, that names stand on."""
        hidden: tuple[list[tuple[float, float]], ...] = tuple([] for _ in self.graph.links)
        for found in self.writing.placements:
            if found is None or found.is_inside:
                continue
            start, end = within(self.lines, found.box, 0.5 * self.setting.screen.g)
            for index in np.flatnonzero(end > start):
                hidden[index].append((float(start[index]), float(end[index])))
        return hidden

    def note(self) -> str:
        """What the areas stand for, and how many things have no name."""
        is_chinese, notes = self.setting.is_chinese, []
        datum = next((each for each in self.data if each is not None), None)
        if isinstance(datum, Series):
            name = datum.name(self.setting.language)
            notes.append(f"面积为{name}" if is_chinese else f"Area: {name}")
        elif datum is not None:
            notes.append(unit_note(self.setting, datum))
        if unnamed := self.writing.placements.count(None):
            notes.append(f"{unnamed} 点未标名" if is_chinese else f"{unnamed} not named")
        return EM_SPACE.join(note for note in notes if note)
