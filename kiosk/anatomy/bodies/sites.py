"""Sites: a dot map laid out: the land, dots by their area, links drawn from one end, and names where there is room."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.geometry.outlines import DETAIL, Outlines, Terrain, shapes, terrain_of
from kiosk.anatomy.geometry.survey import Survey
from kiosk.anatomy.values.entries import unit_note
from kiosk.anatomy.words.level_figure import (
    COUNT,
    LevelFigure,
    fitted_level,
    is_better_at_side,
    room_beside,
    rule_layers,
)
from kiosk.anatomy.words.place_names import Block, PlaceName, short_figure
from kiosk.geography import Geography
from kiosk.layers import Layer, Placed, appearing, moving_together
from kiosk.marks import Array, Dots, Line, Mark, array
from kiosk.metrics import Metric, Series
from kiosk.motion import Track, stagger
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.tally import writer

EDGE = 2.4
LEAST, LARGEST, PLAIN = 1.1, 11.0, 2.0
"""Diameters in grid steps: of the least dot, of the greatest, and of one without a figure."""
SHARE = 0.2
"""The part of the map's shorter side that the greatest dot may take."""
HOLLOW = 3.0
LINK, BOW, STEPS = 3.0, 0.16, 33
"""The width of a link, how far it bows by its length, and the points that it is drawn of."""
ASIDE = (0.0, 0.3, -0.3, 0.6, -0.6, 0.8, -0.8)
"""How far from the middle of the warm dot its rule may leave it to run clear of other dots, in radii, the best first."""
TOUCH = 0.96
"""How near dots may come to each other: at 1 they touch."""
BESIDE, LEAD = 0.8, 16.0
"""From a dot to its name, and how long a line to it may be, in grid steps."""
MOST_NAMES = 30
COLUMN, GAP, CELL = 0.36, 4.0, 4.0
LAND_TIME, DOTS_START, DOT_TIME, LINKS_START, LINK_TIME = 0.5, 0.4, 0.7, 0.7, 0.8
RULE_TIME, NAMES_START, NAMES_SPREAD = 0.5, 1.7, 0.5


@dataclass(frozen=True)
class Spot:
    """One point: what it stands for, its name, where it is in degrees, and its value (nan if it has none)."""

    key: str
    name: str
    longitude: float
    latitude: float
    value: float
    datum: Metric | Series | None


def highlighted_spot(values: Sequence[float], highlight: str, known: Mapping[str, int]) -> int | None:
    """Which point is the warm one; "auto": the greatest value."""
    if highlight in known:
        return known[highlight]
    present = [index for index, value in enumerate(values) if not math.isnan(value)]
    if highlight == "none" or not present:
        return None
    places = {"first": present[0], "last": present[-1], "least": min(present, key=lambda index: values[index])}
    return places.get(highlight, max(present, key=lambda index: values[index]))


@dataclass(frozen=True)
class Spots:
    """Points over the regions of a geography in one setting; `links` are pairs of their numbers."""

    geography: Geography
    spots: tuple[Spot, ...]
    links: tuple[tuple[int, int], ...]
    is_bowed: bool
    warm: int | None
    setting: Setting

    @cached_property
    def values(self) -> Array:
        return np.array([spot.value for spot in self.spots], dtype=np.float64)

    @cached_property
    def terrain(self) -> Terrain:
        regions = [region.rings for region in self.geography.regions]
        return terrain_of(regions, [(spot.longitude, spot.latitude) for spot in self.spots])

    @cached_property
    def has_column(self) -> bool:
        """Whether the figure stands at the side of the map; else above it."""
        side, above = self.figure_in(self.room, True), self.figure_in(self.room, False)
        if side is None or above is None:
            return True
        return is_better_at_side(side, above, self.room, GAP * self.setting.screen.g, self.terrain.aspect)

    def figure_in(self, room: Box, is_at_side: bool) -> LevelFigure | None:
        """The figure of the warm point at the side of a room, or at its top; None if it has none."""
        if self.warm is None or (spot := self.spots[self.warm]).datum is None or math.isnan(spot.value):
            return None
        write, screen = writer(spot.datum, self.setting.language, spot.value), self.setting.screen
        if is_at_side:
            return fitted_level(write, spot.name, spot.key, screen, COLUMN * room.width, 0.6 * room.height)
        return fitted_level(write, spot.name, spot.key, screen, room.width, 0.25 * room.height, "start")

    @cached_property
    def room(self) -> Box:
        box, screen = self.setting.box, self.setting.screen
        below = self.setting.foot if self.setting.foot > 3.0 * screen.g else 0.0
        return Box(box.left, box.top, box.width, box.height + below)

    @cached_property
    def figure(self) -> LevelFigure | None:
        return self.figure_in(self.room, self.has_column)

    @cached_property
    def outlines(self) -> Outlines:
        screen = self.setting.screen
        room = room_beside(self.figure, self.room, GAP * screen.g) if self.figure else self.room
        # Dots at the edge of the land have room, too.
        edge = 0.0 if self.geography.regions else 0.5 * LARGEST * screen.g
        room = Box.between(room.left + edge, room.top + edge, room.right - edge, room.bottom - edge)
        return Outlines(self.terrain, room, screen.px(DETAIL), 0.0 if self.has_column else 0.5, 0.5)

    @cached_property
    def places(self) -> Array:
        """The middle of each dot, shape (n, 2)."""
        return self.outlines.sites

    @cached_property
    def diameters(self) -> Array:
        """As large as they can be without covering each other; in any case large enough to be seen."""
        g, top = self.setting.screen.g, float(np.nanmax(self.values, initial=0.0))
        if np.isnan(self.values).all() or top <= 0.0:
            return np.full(len(self.spots), PLAIN * g)
        shares = np.sqrt(np.nan_to_num(self.values, nan=0.0) / top)
        away = np.hypot(*(self.places[:, None, axis] - self.places[None, :, axis] for axis in (0, 1)))
        both = (shares[:, None] + shares[None, :]) / 2.0
        np.fill_diagonal(both, 0.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            free = np.where(both > 0.0, TOUCH * away / both, np.inf)
        most = min(LARGEST * g, SHARE * min(self.outlines.box.width, self.outlines.box.height))
        largest = min(most, max(float(free.min(initial=np.inf)), 3.0 * LEAST * g))
        return np.maximum(shares * largest, LEAST * g)

    # What is drawn

    def placed(self) -> Placed:
        screen = self.setting.screen
        land = shapes(self.outlines.areas, "cool1", screen.px(EDGE))
        layers: list[Layer] = [appearing(land, 0.0, LAND_TIME)]
        survey = Survey.of(self.room, screen.px(CELL))
        for x, y, size in np.column_stack([self.places, self.diameters]).tolist():
            survey = survey.without_box(Box(x - size / 2.0, y - size / 2.0, size, size), 0.3 * screen.g)
        if self.links:
            layers.append(moving_together(self.link_tracks, self.link_lines))
            for x, y in zip(*self.ways, strict=True):
                survey = survey.without_lines(array(x), array(y), 0.5 * screen.g)
        words: list[Layer] = []
        way = self.way()
        if way and self.figure is not None:
            end = self.room.right if self.has_column else self.room.left
            layers += rule_layers(way, screen, Track(DOTS_START + 0.5, RULE_TIME))
            words += self.figure.words(end, way[-1][1], COUNT)
            survey = survey.without_lines(array([x for x, _ in way]), array([y for _, y in way]), screen.g)
            survey = survey.without_box(self.figure.box(end, way[-1][1]), 1.5 * screen.g)
        layers.append(moving_together(self.dot_tracks, self.dots))
        if self.hollow:
            layers.append(appearing(self.rings(), DOTS_START, DOT_TIME))
        return Placed((*layers, *self.name_layers(survey), *words), self.note())

    @cached_property
    def filled(self) -> tuple[int, ...]:
        """The dots that are drawn full, the largest first, so that a small one is never hidden."""
        has_figures = bool(np.isfinite(self.values).any())
        full = [index for index, value in enumerate(self.values) if value > 0.0 or not has_figures]
        return tuple(sorted(full, key=lambda index: -self.diameters[index]))

    @cached_property
    def hollow(self) -> tuple[int, ...]:
        """The dots of nothing, and of what is not known."""
        return tuple(index for index in range(len(self.spots)) if index not in self.filled)

    @cached_property
    def dot_tracks(self) -> tuple[Track, ...]:
        return stagger(max(1, len(self.filled)), start=DOTS_START, duration=DOT_TIME, step=0.06)

    def dots(self, t: float) -> Mark:
        chosen = list(self.filled)
        shown = np.array([track.at(t) for track in self.dot_tracks[: len(chosen)]], dtype=np.float64)
        colors = tuple("warm" if index == self.warm else "cool" for index in chosen)
        return Dots(
            array(self.places[chosen, 0]), array(self.places[chosen, 1]), array(self.diameters[chosen] * shown), colors,
            keys=tuple(self.spots[index].key for index in chosen),
        )  # fmt: skip

    def rings(self) -> Dots:
        chosen = list(self.hollow)
        return Dots(
            array(self.places[chosen, 0]), array(self.places[chosen, 1]), array(self.diameters[chosen]),
            tuple("warm" if index == self.warm else "axis" for index in chosen),
            ring=self.setting.screen.px(HOLLOW), backing="ground", keys=tuple(self.spots[index].key for index in chosen),
        )  # fmt: skip

    # Links

    @cached_property
    def ways(self) -> tuple[Array, Array]:
        """The links as x and y of shape (links, points); bows lie above the straight line."""
        first, last = (self.places[[pair[end] for pair in self.links]] for end in (0, 1))
        away = last - first
        side = np.stack([away[:, 1], -away[:, 0]], axis=1)
        # Upwards, whichever way the link runs; an upright one bows to the right.
        side *= np.where((side[:, 1] > 0.0) | ((side[:, 1] == 0.0) & (side[:, 0] < 0.0)), -1.0, 1.0)[:, None]
        middle = (first + last) / 2.0 + (2.0 * BOW if self.is_bowed else 0.0) * side
        s = np.linspace(0.0, 1.0, STEPS)[None, :, None]
        points = (1.0 - s) ** 2 * first[:, None] + 2.0 * s * (1.0 - s) * middle[:, None] + s**2 * last[:, None]
        return array(points[:, :, 0]), array(points[:, :, 1])

    @cached_property
    def link_tracks(self) -> tuple[Track, ...]:
        return stagger(len(self.links), start=LINKS_START, duration=LINK_TIME, step=0.06, limit=0.4)

    def link_lines(self, t: float) -> Mark:
        """The links as far as they have been drawn."""
        x, y = self.ways
        reached = np.array([track.at(t) for track in self.link_tracks])[:, None] * np.linspace(0.0, STEPS - 1.0, STEPS)
        before = np.minimum(reached.astype(np.int64), STEPS - 2)
        share, row = reached - before, np.arange(len(x))[:, None]
        left, top = (each[row, before] * (1.0 - share) + each[row, before + 1] * share for each in (x, y))
        return Line(array(left), array(top), "cool5", self.setting.screen.px(LINK), cap="flat")

    def way(self) -> tuple[tuple[float, float], ...]:
        """From the warm dot to the end of the rule that its figure stands on."""
        if self.figure is None or self.warm is None:
            return ()
        (x, y), radius, room = self.places[self.warm], float(self.diameters[self.warm]) / 2.0, self.room
        x, y = float(x), float(y)
        if not self.has_column:
            level, end = room.top + self.figure.height, room.left + self.figure.extent
            x += (aside := self._aside(0, -1.0)) * radius
            return ((x, y - radius * math.sqrt(1.0 - aside**2)), (x, level), (room.left, level), (max(end, x), level))
        level = self.figure.level(y + self._aside(1, 1.0) * radius, room)
        if abs(level - y) <= 0.8 * radius + 1e-6:
            return ((x + math.sqrt(radius**2 - (level - y) ** 2), level), (room.right, level))
        begin = room.right - self.figure.extent
        return ((x + radius, y), (max(x + radius, begin - abs(level - y)), y), (begin, level), (room.right, level))

    def _aside(self, axis: int, way: float) -> float:
        """Where the rule leaves the warm dot, in radii from its middle along an axis, to pass between the dots on its way."""
        at, radii, gap = self.warm or 0, self.diameters / 2.0, 0.5 * self.setting.screen.g
        away = self.places - self.places[at]
        ahead = way * away[:, 1 - axis] > 0.0
        ahead[at] = False

        def clearance(aside: float) -> float:
            room = np.abs(away[:, axis] - aside * radii[at]) - radii
            return min(float(room[ahead].min(initial=math.inf)), gap)

        return max(ASIDE, key=clearance)

    # Names

    def name_layers(self, survey: Survey) -> list[Layer]:
        """Names beside the dots, those of the greatest first, as long as there is room."""
        order = sorted(
            range(len(self.spots)), key=lambda index: (index != self.warm, -_known(float(self.values[index])))
        )
        linked = {index for pair in self.links for index in pair}
        order.sort(key=lambda index: index != self.warm and index not in linked and len(linked) > 2)
        layers: list[Layer] = []
        for index in order[:MOST_NAMES]:
            if index == self.warm and self.figure is not None:
                continue
            spot = self.spots[index]
            has_figure = spot.datum is not None and math.isfinite(spot.value)
            figure = short_figure(spot.datum, spot.value, self.setting.language) if has_figure and spot.datum else ""
            is_warm = index == self.warm
            name = PlaceName(spot.key, spot.name, figure, self.setting.screen.size("small"), 700 if is_warm else 400)
            color = "warm" if is_warm else "text"
            found = self._beside(survey, name, index)
            if found is None:
                continue
            block, box, line = found
            survey = survey.without_box(box, 0.4 * self.setting.screen.g)
            share = (box.middle - self.room.left) / self.room.width
            start = NAMES_START + NAMES_SPREAD * min(max(share, 0.0), 1.0)
            x, radius = float(self.places[index, 0]), float(self.diameters[index]) / 2.0
            anchor = "start" if box.left >= x + radius else "end" if box.right <= x - radius else "middle"
            marks: tuple[Mark, ...] = block.marks(box, anchor, color)  # type: ignore[arg-type]
            if line is not None:
                survey = survey.without_lines(line.x, line.y)
                marks = (line, *marks)
            layers += [appearing(mark, start) for mark in marks]
        return layers

    def _beside(self, survey: Survey, name: PlaceName, index: int) -> tuple[Block, Box, Line | None] | None:
        """Where a name has room: right beside its dot, left, above, below, and at last farther away with a line to it."""
        screen = self.setting.screen
        x, y = map(float, self.places[index])
        reach = float(self.diameters[index]) / 2.0 + BESIDE * screen.g
        blocks = (*name.told[:1], name.level, *name.told[1:], *name.bare[:2])
        for block in dict.fromkeys(blocks):
            width, height = block.width, block.height
            slant = 0.72 * reach
            corners = (
                (x + reach, y - height / 2.0), (x - reach - width, y - height / 2.0),
                (x - width / 2.0, y - reach - height), (x - width / 2.0, y + reach),
                (x + slant, y - slant - height), (x + slant, y + slant),
                (x - slant - width, y - slant - height), (x - slant - width, y + slant),
            )  # fmt: skip
            for left, top in corners:
                box = Box(left, top, width, height)
                if survey.is_free(box):
                    return block, box, None
        block = name.level
        found = survey.joined(x, y, reach - 0.4 * BESIDE * screen.g, block.width + screen.g, block.height)
        if found is None:
            return None
        box, (from_x, from_y, to_x, to_y) = found
        if math.hypot(to_x - from_x, to_y - from_y) > LEAD * screen.g:
            return None
        return block, box, Line(array([from_x, to_x]), array([from_y, to_y]), "text", screen.px(2.0), cap="flat")

    def note(self) -> str:
        datum = next((spot.datum for spot in self.spots if spot.datum is not None), None)
        if datum is None or datum.unit.get(self.setting.language) in ATTACHED:
            return ""
        return unit_note(self.setting, datum)


def _known(value: float) -> float:
    return -1.0 if math.isnan(value) else float(value)
