"""Point clouds: things as dots on a plane, by two or three of their values, the point of the slide and the outliers by name."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kiosk.anatomy.geometry.axis import STEPS
from kiosk.anatomy.geometry.plane import Plane
from kiosk.anatomy.geometry.vacancy import DEPTH, RISE, Vacancy, box_of
from kiosk.anatomy.values.glossary import called
from kiosk.anatomy.words.annotations import Annotation, Note
from kiosk.anatomy.words.captions import shortened
from kiosk.anatomy.words.references import Reference, level_layers
from kiosk.layers import Layer, Placed, appearing, moving_together
from kiosk.marks import Array, Bars, Dots, Line, Mark, Run, Text, array
from kiosk.metrics import Series
from kiosk.motion import Track, smoothstep
from kiosk.numbers import common_manner, write_in
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import EM_SPACE, advance, spaced
from kiosk.words import Words

GROW_START, GROW_TIME, STAGGERED = 0.5, 0.9, 0.6
WORDS_START = 2.0
DIAMETERS = ((20, 30.0), (60, 24.0), (300, 17.0), (800, 12.0), (2000, 9.0))
"""Pixels of a dot on a screen of 1080 lines, by how many there are."""
LARGEST_BUBBLE, LEAST_BUBBLE = 0.24, 10.0
"""The diameter of the greatest bubble as a share of the box's height, of the least in pixels of a screen of 1080 lines."""
FEW_NAMES, MOST_NAMES = 12, 8
"""Up to so many things each may carry its name; of more only the point and the outliers do."""
BESIDE_KEY = 0.55
"""The part of the width that the name of the upright scale takes beside the key of the bubbles."""
SHIFTS = (0.25, -0.25, 0.42, -0.42)
"""By what part of its width a name above or below its dot may be moved aside: it still stands over the dot's middle."""
MOST_ROUND = 400
"""More dots than this are so small that squares look the same, which are painted much quicker."""


@dataclass(frozen=True)
class PointCloud:
    """Things with the values `x`, `y` and, if there is one, `sizes`; nan where one is missing. `warm` is the point."""

    setting: Setting
    names: tuple[str, ...]
    x_series: Series
    y_series: Series
    size_series: Series | None
    x: Array
    y: Array
    sizes: Array
    warm: int | None = None
    is_log_x: bool = False
    is_log_y: bool = False
    references: tuple[Reference, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    glossary: Mapping[str, Words] = field(default_factory=dict)

    @cached_property
    def shown(self) -> NDArray[np.intp]:
        """The things that have all their values, those with large bubbles first."""
        whole = np.isfinite(self.x) & np.isfinite(self.y) & np.isfinite(self.sizes)
        found = np.flatnonzero(whole)
        return found[np.argsort(-self.sizes[found], kind="stable")]

    @cached_property
    def diameter(self) -> Array:
        """Of every thing shown, in pixels: the area goes by the value."""
        px = self.setting.screen.px
        sizes = self.sizes[self.shown]
        if self.size_series is None or not sizes.size or sizes.max() <= 0.0:
            count = len(self.shown)
            usual = px(next((size for most, size in DIAMETERS if count <= most), DIAMETERS[-1][1]))
            return np.where(self.shown == self.warm, max(1.5 * usual, px(16.0)), usual)
        full: Array = np.maximum(self.largest * np.sqrt(sizes / sizes.max()), px(LEAST_BUBBLE))
        return full

    @property
    def largest(self) -> float:
        """The diameter of the greatest bubble."""
        box = self.setting.box
        crowd = min(1.0, math.pow(24.0 / max(len(self.shown), 1), 0.35))
        return LARGEST_BUBBLE * crowd * min(box.height, 0.7 * box.width)

    @cached_property
    def plane(self) -> Plane:
        """The two scales."""
        x, y = self.x[self.shown], self.y[self.shown]
        levels = np.array([each.level for each in self.references])
        inset = float(self.diameter.max(initial=0.0)) / 2.0 + self.setting.screen.px(8.0)
        return Plane(
            self.setting, self.x_series, self.y_series, x, np.append(y, levels), inset, self.is_log_x, self.is_log_y,
            BESIDE_KEY if self.is_bubbly else 1.0,
        )  # fmt: skip

    @cached_property
    def places(self) -> tuple[Array, Array]:
        """Where the dots are, in pixels."""
        plane = self.plane
        return array(plane.x_scale.along(self.x[self.shown])), array(plane.y_scale.along(self.y[self.shown]))

    @cached_property
    def point(self) -> int | None:
        """The place of the highlighted thing among those that are shown."""
        found = np.flatnonzero(self.shown == (-1 if self.warm is None else self.warm))
        return int(found[0]) if found.size else None

    @property
    def is_bubbly(self) -> bool:
        """Whether the dots have different areas."""
        return self.size_series is not None

    def placed(self) -> Placed:
        """The cloud through time: scales, dots, names."""
        plane, screen = self.plane, self.setting.screen
        texts = [spaced(each.text(self.setting, self.y_series)) for each in self.references]
        heights = [plane.y_scale.at(each.level) for each in self.references]
        levels, room, _ = level_layers(heights, texts, plane.area, self.vacancy, screen)
        words, room = self.words(room)
        return Placed((*plane.layers(), *levels, *self.key(), *self.dots(), *words, *self.notes(room)), self.note)

    @cached_property
    def vacancy(self) -> Vacancy:
        """The room that dots leave for names."""
        (x, y), half = self.places, self.diameter / 2.0 + self.setting.screen.px(3.0)
        area = self.plane.area
        bounds = Box.between(area.left + self.setting.screen.px(8.0), area.top, area.right, area.bottom)
        return Vacancy.of(bounds).without(np.stack([x - half, y - half, x + half, y + half], axis=1))

    def dots(self) -> list[Layer]:
        """All dots, the point over those it would be hidden by."""
        count, at = len(self.shown), self.point
        if not count:
            return []
        if at is None:
            return [self._some(np.arange(count), "cool")]
        above = np.arange(at + 1, count) if self.is_bubbly else np.zeros(0, dtype=np.intp)
        below = np.arange(at) if self.is_bubbly else np.delete(np.arange(count), at)
        parts = ((below, "cool"), (np.array([at]), "warm"), (above, "cool"))
        return [self._some(each, color) for each, color in parts if len(each)]

    def _some(self, chosen: NDArray[np.intp], color: str) -> Layer:
        (all_x, all_y), full = self.places, self.diameter[chosen]
        x, y, px = array(all_x[chosen]), array(all_y[chosen]), self.setting.screen.px
        keys = tuple(self.names[index] for index in self.shown[chosen])
        is_hollow = self.is_bubbly and color == "cool"
        tint = "cool" if self.is_bubbly or self.point is None else "cool5"

        def made(diameter: Array) -> Mark:
            if is_hollow:
                return Dots(x, y, array(diameter), "cool", 1.0, px(3.0), "cool2", keys)
            if len(x) > MOST_ROUND:
                half = array(diameter / 2.0)
                return Bars(array(x - half), array(y - half), array(diameter), array(diameter), tint, keys=keys)
            return Dots(x, y, array(diameter), color if color == "warm" else tint, keys=keys)

        area = self.plane.area
        starts = GROW_START + STAGGERED * (x - area.left) / area.width

        def grow(t: float) -> Mark:
            progress = np.clip((t - starts) / GROW_TIME, 0.0, 1.0)
            return made(full * (1.0 - (1.0 - progress) ** 3))

        return moving_together((Track(GROW_START, GROW_TIME + STAGGERED, smoothstep),), grow)

    @cached_property
    def named(self) -> tuple[int, ...]:
        """What is named if there is room, by its place among those shown: the point, then the outliers."""
        (x, y), area, count = self.places, self.plane.area, len(self.shown)
        if not count:
            return ()
        away = ((x - np.median(x)) / area.width) ** 2 + ((y - np.median(y)) / area.height) ** 2
        if self.is_bubbly:
            away = away + 0.6 * self.diameter / max(self.largest, 1.0)
        most = count if count <= FEW_NAMES else MOST_NAMES
        order = [int(index) for index in np.argsort(-away, kind="stable")[:most]]
        return tuple(dict.fromkeys(([self.point] if self.point is not None else []) + order))

    def words(self, room: Vacancy) -> tuple[list[Layer], Vacancy]:
        """The names that find room; the point always has one, if need be with a leader."""
        others = [index for index in self.named if index != self.point]
        layers, rest, found = self._words(self.named, room)
        if 2 * len(found.intersection(others)) < len(others):
            # One name here and there would seem to say that these are the things to look at.
            layers, rest, _ = self._words(tuple(index for index in self.named if index == self.point), room)
        return layers, rest

    def _words(self, named: Sequence[int], room: Vacancy) -> tuple[list[Layer], Vacancy, set[int]]:
        """The names that find room, what room is left, and whose names they are."""
        screen, found = self.setting.screen, set[int]()
        layers: list[Layer] = []
        for index in named:
            is_point = index == self.point
            role, weight, color = ("label", 700, "warm") if is_point else ("small", 400, "text")
            size, key = screen.size(role), self.names[self.shown[index]]
            name = called(self.glossary, key, self.setting.language)
            most = (0.55 if is_point else 0.4) * room.bounds.width
            if advance(spaced(name), weight) * size > most:
                size = screen.size("small")
            text = next(iter(shortened(name, most, size, 1, weight)), "")
            width = advance(text, weight) * size
            near = self._near(index, width, size, room)
            if is_point:
                tried = near + self._far(index, width, size, room)
            else:
                tried = [place for place in near if self._is_nearest(index, _box(place, width, size))]
            if not tried:
                continue
            at, is_free = room.best([_box(place, width, size) for place in tried])
            if not is_free and not is_point:
                continue
            mark = Text(*tried[at], (Run(text, size, weight, color),), key=f"name:{key}")
            layers.append(appearing(mark, WORDS_START))
            if is_point and at >= len(near):
                leader = self._leader(index, _box(tried[at], width, size))
                layers.append(appearing(leader, WORDS_START))
                room = room.without(_pieces(leader))
            room = room.without([box_of(mark, screen.px(8.0))])
            found.add(index)
        return layers, room, found

    def _near(self, index: int, width: float, size: float, room: Vacancy) -> list[tuple[float, float]]:
        """Where a name may begin, and its baseline, so near to its dot that it needs no leader."""
        x, y = (float(each[index]) for each in self.places)
        half = float(self.diameter[index]) / 2.0 + self.setting.screen.px(10.0)
        above, below = y - half - DEPTH * size, y + half + RISE * size
        found: list[tuple[float, float]] = []
        if 2.0 * half > 1.08 * width + self.setting.screen.px(40.0):
            found.append((x - width / 2.0, y + 0.36 * size))
        found += self._around(index, width, size, 0.0)
        found += [(x - (0.5 - shift) * width, base) for shift in SHIFTS for base in (above, below)]
        found += self._around(index, width, size, 0.5 * size)
        return _within(found, width, room.bounds)

    def _far(self, index: int, width: float, size: float, room: Vacancy) -> list[tuple[float, float]]:
        """Where it may begin farther away."""
        found = [place for away in (1.0, 2.0, 3.0) for place in self._around(index, width, size, away * size)]
        return _within(found, width, room.bounds)

    def _around(self, index: int, width: float, size: float, away: float) -> list[tuple[float, float]]:
        """Where it may begin around its dot, with so many pixels more between them: at the sides, above, below, at the corners."""
        x, y = (float(each[index]) for each in self.places)
        half, middle = float(self.diameter[index]) / 2.0 + self.setting.screen.px(10.0), y + 0.36 * size
        above, below = y - half - away - DEPTH * size, y + half + away + RISE * size
        corner = 0.72 * half + away
        return [
            (x + half + away, middle), (x - half - away - width, middle),
            (x - width / 2.0, above), (x - width / 2.0, below),
            (x + corner, y - corner), (x - corner - width, y - corner),
            (x + corner, y + corner + 0.7 * size), (x - corner - width, y + corner + 0.7 * size),
        ]  # fmt: skip

    def _is_nearest(self, index: int, box: tuple[float, float, float, float]) -> bool:
        """Whether no other dot is about as near to a name as its own."""
        (x, y), (left, top, right, bottom), px = self.places, box, self.setting.screen.px
        aside = np.maximum(np.maximum(left - x, x - right), 0.0)
        down = np.maximum(np.maximum(top - y, y - bottom), 0.0)
        away = np.hypot(aside, down) - self.diameter / 2.0
        own, near = float(away[index]), float(np.delete(away, index).min(initial=math.inf))
        return near >= min(own + px(12.0), px(30.0))

    def _leader(self, index: int, box: tuple[float, float, float, float]) -> Line:
        """The line to its dot from a name that stands far from it."""
        x, y = (float(each[index]) for each in self.places)
        half, px = float(self.diameter[index]) / 2.0, self.setting.screen.px
        left, top, right, bottom = box
        from_x, from_y = min(max(x, left), right), min(max(y, top), bottom)
        length = max(math.hypot(x - from_x, y - from_y), 1.0)
        share = max(0.0, 1.0 - (half + px(4.0)) / length)
        to_x, to_y = from_x + (x - from_x) * share, from_y + (y - from_y) * share
        return Line(array([from_x, to_x]), array([from_y, to_y]), "warm", px(3.0), cap="flat")

    def notes(self, room: Vacancy) -> list[Layer]:
        """The words beside single dots."""
        layers: list[Layer] = []
        known = {self.names[index]: at for at, index in enumerate(self.shown)}
        for each in self.annotations:
            if each.place not in known:
                continue
            x, y = (float(value[known[each.place]]) for value in self.places)
            width = 0.34 * self.plane.area.width
            text = self.setting.say(each.text)
            made, room = Note(x, y, text, self.setting.screen, width).placed(room, WORDS_START + 0.3)
            layers += made
        return layers

    def key(self) -> list[Layer]:
        """A hollow circle with the value that its area stands for."""
        series, screen, box = self.size_series, self.setting.screen, self.setting.box
        sizes = self.sizes[self.shown]
        if series is None or not sizes.size or sizes.max() <= 0.0:
            return []
        small, language = screen.size("small"), self.setting.language
        greatest = float(sizes.max())
        # As large a round value as fits into the line above the plane.
        most = greatest * min(1.0, (1.25 * small / self.largest) ** 2)
        power = 10.0 ** math.floor(math.log10(most))
        value = float(f"{max(step for step in STEPS if step * power <= most * (1.0 + 1e-9)) * power:.12g}")
        diameter = self.largest * math.sqrt(value / greatest)
        manner = common_manner((value,), language, scale=series.scale.word(language))
        text = spaced(
            f"{series.name(language, is_short=True)} {write_in(manner, value, language, unit=series.unit).text}"
        )
        x, middle = box.right - advance(text) * small, box.top + 0.5 * small
        if x - diameter - 4.0 * screen.g < box.left + self.plane.name_width:
            return []
        ring = Dots(
            array([x - 0.35 * small - diameter / 2.0]), array([middle]), array([diameter]), "cool", 1.0, screen.px(3.0), "cool2"
        )  # fmt: skip
        words = Text(x, middle + 0.36 * small, (Run(text, small, 400, "muted"),))
        return [appearing(ring, 0.3, 0.3), appearing(words, 0.3, 0.3)]

    @property
    def note(self) -> str:
        """What the area of a bubble stands for, and how many things could not be shown."""
        is_chinese, parts = self.setting.is_chinese, []
        if self.size_series is not None:
            name = self.size_series.name(self.setting.language)
            parts.append(f"圆面积为{name}" if is_chinese else f"Area: {name}")
        left_out = len(self.names) - len(self.shown)
        if left_out:
            parts.append(f"{left_out} 项缺少数据" if is_chinese else f"{left_out} without data")
        if self.is_log_x or self.is_log_y:
            parts.append("对数刻度" if is_chinese else "Logarithmic scale")
        return spaced(EM_SPACE.join(parts))


def _within(places: Sequence[tuple[float, float]], width: float, bounds: Box) -> list[tuple[float, float]]:
    """The places of a name, moved aside as far as it takes to stay in bounds."""
    return [(min(max(left, bounds.left), bounds.right - width), base) for left, base in places]


def _box(place: tuple[float, float], width: float, size: float) -> tuple[float, float, float, float]:
    """What a name takes that begins at a place on a baseline."""
    left, base = place
    return left, base - RISE * size, left + width, base + DEPTH * size


def _pieces(line: Line) -> Array:
    """What a straight line takes, in short pieces of shape (n, 4)."""
    share = np.linspace(0.0, 1.0, 24)
    x = line.x[0] + (line.x[1] - line.x[0]) * share
    y = line.y[0] + (line.y[1] - line.y[0]) * share
    left, right = np.minimum(x[1:], x[:-1]) - line.width, np.maximum(x[1:], x[:-1]) + line.width
    return array(np.stack([left, np.minimum(y[1:], y[:-1]), right, np.maximum(y[1:], y[:-1])], axis=1))


def aligned(series: Sequence[Series]) -> tuple[tuple[str, ...], tuple[Array, ...]]:
    """The names of the places of several series, and the values of each of them there, nan where it has none."""
    names = tuple(dict.fromkeys(label for each in series for label in each.labels))
    found = []
    for each in series:
        values = dict(zip(each.labels, each.y, strict=True))
        found.append(np.array([values.get(name, np.nan) for name in names], dtype=np.float64))
    return names, tuple(found)
