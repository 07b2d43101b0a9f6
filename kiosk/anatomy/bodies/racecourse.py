"""Racecourse: a contest on a ladder: bars, names and figures that move together, and the period in large type."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import ceil

import numpy as np

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.bodies.ladder import Ladder
from kiosk.anatomy.values.contest import Contest, Moment
from kiosk.anatomy.values.entries import unit_note
from kiosk.anatomy.words.captions import shortened
from kiosk.layers import Layer, Placed, appearing
from kiosk.marks import Bars, Mark, Run, Text, array
from kiosk.metrics import Series
from kiosk.motion import Track, emergence, smoothstep, stagger
from kiosk.numbers import Manner, Written, common_manner, write_in
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK
from kiosk.typeface import advance
from kiosk.typesetting import figure

GROW_START, GROW_TIME, RACE_START = 0.4, 1.0, 2.0
NAMES = Track(0.3, 0.4, smoothstep)
PERIOD_SIZES = (TYPE["medium"], 0.160, TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])

LONGEST_PERIOD = 0.36
"""The part of the width that a period at the foot of the bars may take."""
HIGHEST, HIGHEST_ABOVE = 0.42, 0.19
"""The greatest size of the period in parts of the height: at the foot of the bars, and above them."""


@dataclass(frozen=True)
class Racecourse:
    """Series in a contest, of which at most `most` are seen at once; the one at `warm` is highlighted."""

    series: tuple[Series, ...]
    setting: Setting
    contest: Contest
    periods: tuple[str, ...]
    most: int
    warm: int | None

    @property
    def end(self) -> float:
        """The seconds after which all stands still."""
        return RACE_START + self.contest.seconds

    @cached_property
    def manner(self) -> Manner:
        """How all figures are written."""
        first, language = self.series[0], self.setting.language
        values = [value for each in self.series for _, value in each.points if value is not None]
        return common_manner(values, language, decimals=first.decimals, scale=first.scale.word(language))

    @cached_property
    def has_unit(self) -> bool:
        return self.series[0].unit.get(self.setting.language) in ATTACHED

    def written(self, value: float) -> Written:
        """A figure of the race."""
        if self.has_unit:
            return write_in(self.manner, value, self.setting.language, unit=self.series[0].unit)
        return write_in(self.manner, value, self.setting.language)

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The periods as they are written: names in their place that are longer than the room for them are cut short."""
        room = (0.95 if self.is_headed else LONGEST_PERIOD) * self.setting.box.width
        return tuple(shortened(text, room, self.setting.screen.size("small"), 1)[0] for text in self.periods)

    def widest(self, size: float) -> float:
        """The width of the widest period."""
        return max(advance(text) for text in self.shown) * size

    @cached_property
    def period_sizes(self) -> tuple[float, ...]:
        """The sizes that leave the bars most of the room, largest first."""
        screen, share = self.setting.screen, 0.6 if self.is_headed else 0.27
        sizes = [float(round(fraction * screen.u * screen.scale)) for fraction in PERIOD_SIZES]
        box, high = self.setting.box, HIGHEST_ABOVE if self.is_headed else HIGHEST
        fitting = (size for size in sizes if self.widest(size) <= share * box.width and size <= high * box.height)
        return tuple(fitting) or (sizes[-1],)

    @property
    def period_size(self) -> float:
        return self.plan[0]

    @property
    def ladder(self) -> Ladder:
        return self.plan[1]

    @property
    def is_headed(self) -> bool:
        """Whether the period stands above the bars: on an upright screen."""
        return self.setting.screen.shape == "portrait"

    def ladder_in(self, box: Box) -> Ladder:
        """The ladder in some room: of all series, those that ever stand on it."""
        names = tuple(each.name(self.setting.language) for each in self.series)
        values = self.contest.values[np.isfinite(self.contest.values)]
        greatest = float(values.max())
        whole = Ladder(
            self.setting,
            box,
            names,
            (str(self.most),),
            () if self.warm is None else (self.warm,),
            (lambda progress: self.written(greatest),),
            (0.0, 1.0),
            self.most,
        )
        seen = self.contenders(whole.rows)
        return replace(
            whole,
            names=tuple(names[index] for index in seen),
            ranks=tuple(str(rank + 1) for rank in range(whole.rows)),
            warm=tuple(place for place, index in enumerate(seen) if index == self.warm),
            most=whole.rows,
            above=whole.is_above,
        )

    @cached_property
    def plan(self) -> tuple[float, Ladder]:
        """The size of the period, and the rows in all the room if it can stand at their foot without touching a bar.

        Else they end at its left; on an upright screen they stand below it.
        """
        box, g = self.setting.box, self.setting.screen.g
        if self.is_headed:
            size = self.period_sizes[0]
            return size, self.ladder_in(
                Box.between(box.left, box.top + DIGIT_INK * size + 4.0 * g, box.right, box.bottom)
            )
        whole = self.ladder_in(box)
        for size in self.period_sizes[:3]:
            if self.is_free(whole, size):
                return size, whole
        size = self.period_sizes[min(1, len(self.period_sizes) - 1)]
        return size, self.ladder_in(Box.between(box.left, box.top, box.right - self.widest(size) - 4.0 * g, box.bottom))

    def is_free(self, ladder: Ladder, size: float) -> bool:
        """Whether no bar with its figure ever reaches the corner of the period."""
        high = ceil((DIGIT_INK * size + 2.0 * self.setting.screen.g) / ladder.pitch)
        low = (self.contest.places > ladder.rows - 1 - high - 0.4) & (self.contest.present > 0.0)
        low &= self.contest.places < ladder.rows
        share = np.where(low, self.contest.course / self.contest.tops, 0.0).max()
        figures = self.setting.box.right - ladder.scale.end
        corner = self.setting.box.right - self.widest(size) - 3.0 * self.setting.screen.g
        return bool(ladder.scale.at(float(share)) + figures <= corner)

    def contenders(self, rows: int) -> tuple[int, ...]:
        """The series that are ever seen, the warm one last so that it passes before the others."""
        seen = ((self.contest.places < rows) & (self.contest.present > 0.0)).any(axis=1)
        return tuple(sorted(map(int, np.flatnonzero(seen)), key=lambda index: index == self.warm))

    @cached_property
    def seen(self) -> tuple[int, ...]:
        return self.contenders(self.ladder.rows)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """When each bar grows: in the order in which they stand at first."""
        tracks = stagger(self.ladder.rows, start=GROW_START, duration=GROW_TIME, step=0.08)
        places = self.contest.places[:, 0]
        return tuple(tracks[min(len(tracks) - 1, round(float(places[index])))] for index in self.seen)

    def placed(self) -> Placed:
        now = lru_cache(maxsize=4)(lambda t: self.contest.at(t - RACE_START))
        note = "" if self.has_unit else unit_note(self.setting, self.series[0])
        layers = [appearing(self.ladder.rank(str(row + 1), row, False), NAMES.start) for row in range(self.ladder.rows)]
        layers.append(self.moving(lambda t: self.bars(now(t), t)))
        for place in range(len(self.seen)):
            layers += self.words(place, now)
        layers.append(self.moving(lambda t: self.period(now(t), t)))
        return Placed((*layers, *self.ladder.ground()), note)

    def moving(self, draw: Callable[[float], Mark]) -> Layer:
        return Layer(0.0, self.end, draw)

    def sight(self, moment: Moment, place: int) -> tuple[float, float]:
        """At which row, and how far in view, a contender is."""
        index, rows = self.seen[place], self.ladder.rows
        row = float(moment.places[index])
        beyond = max(0.0, row - (rows - 1))
        return min(row, rows - 1.0) + 0.5 * min(1.0, beyond), max(0.0, 1.0 - beyond) * float(moment.presence[index])

    def bars(self, moment: Moment, t: float) -> Mark:
        """All bars; those that come and go grow thick and thin."""
        ladder, seen = self.ladder, list(self.seen)
        sights = [self.sight(moment, place) for place in range(len(seen))]
        height = ladder.thickness * np.array([share for _, share in sights])
        tops = ladder.tops(np.array([row for row, _ in sights])) + (ladder.thickness - height) / 2.0
        grown = np.array([track.at(t) for track in self.tracks])
        width = ladder.scale.along(np.minimum(moment.values[seen] / moment.top, 1.0) * grown) - ladder.zero
        colors = tuple("warm" if index == self.warm else "cool" for index in seen)
        keys = tuple(self.series[index].id for index in seen)
        return Bars(np.full(len(seen), ladder.zero), array(tops), array(width), array(height), colors, keys=keys)

    def words(self, place: int, now: Callable[[float], Moment]) -> list[Layer]:
        """The name of a contender and the figure at the end of its bar."""
        ladder, index, track = self.ladder, self.seen[place], self.tracks[place]
        key, color = self.series[index].id, "warm" if index == self.warm else "text"

        def name(line: int) -> Callable[[float], Mark]:
            def draw(t: float) -> Mark:
                row, share = self.sight(now(t), place)
                return ladder.name(place, line, row, share * NAMES.at(t), key)

            return draw

        def draw_figure(t: float) -> Mark:
            moment, grown = now(t), track.at(t)
            row, share = self.sight(moment, place)
            value = float(moment.values[index]) * grown
            shape = figure(self.written(value), ladder.figure_size, self.setting.screen, color)
            reached = min(value / moment.top, 1.0)
            return ladder.figure(shape, reached, row, share * emergence(grown), key)

        lines = range(len(ladder.name_lines[place]))
        return [*(self.moving(name(line)) for line in lines), self.moving(draw_figure)]

    def period(self, moment: Moment, t: float) -> Text:
        """The period, at the right of the foot, or at the right of the head on an upright screen."""
        box, size = self.setting.box, self.period_size
        y = (
            box.top + DIGIT_INK * size
            if self.is_headed
            else self.ladder.top(self.ladder.rows - 1) + self.ladder.thickness
        )
        run = Run(self.shown[moment.period], size, 400, "muted")
        return Text(box.right, y, (run,), "end", NAMES.at(t))
