"""Standings: ranked entries on a ladder, entering together, then moving on row by row where they are too many."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import isnan

import numpy as np

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.bodies.ladder import Ladder
from kiosk.anatomy.bodies.roll import Roll, Seat
from kiosk.anatomy.geometry.axis import span_of
from kiosk.anatomy.values.entries import Entry, highlighted, names_of, unit_note
from kiosk.anatomy.values.glossary import called
from kiosk.layers import Layer, Placed, appearing, lasting, moving, moving_together
from kiosk.marks import Bars, Mark, Text, array
from kiosk.metrics import Metric, Series
from kiosk.motion import Track, smoothstep, stagger
from kiosk.setting import Setting
from kiosk.tally import Tally
from kiosk.typesetting import Figure
from kiosk.words import Words

GROW_START, GROW_TIME = 0.4, 1.2
NAMES = Track(0.3, 0.4, smoothstep)
FEW_ROWS = 5
"""Rows up to which every figure carries its unit; of more, the foot of the page says it once."""


@dataclass(frozen=True)
class Entrant:
    """One thing in a ranking; `key` is the name by which it can be followed."""

    entry: Entry
    rank: str
    key: str


def standings_of(
    metrics: Sequence[Metric],
    series: Series | None,
    titles: Mapping[str, Words],
    order: str,
    highlight: str,
    setting: Setting,
) -> tuple[Entrant, ...]:
    """What has a value, in its order, with ranks that equal values share; `titles` say what places are called.

    "first" and "last" mean the first and last in the ranking.
    """
    names = names_of(metrics, series)
    if series is not None:
        entries = [
            Entry(called(titles, label, setting.language), float(value), series)
            for label, value in zip(series.labels, series.y, strict=True)
        ]
    else:
        entries = [Entry(metric.name(setting.language), metric.number, metric) for metric in metrics]
    present = [index for index, entry in enumerate(entries) if not isnan(entry.value)]
    if order != "given":
        sign = -1.0 if order == "greatest" else 1.0
        present.sort(key=lambda index: sign * entries[index].value)
    ends = {"first": present[0], "last": present[-1]}
    warm = highlighted(metrics, series, highlight) if highlight not in ends or highlight in names else ends[highlight]
    result: list[Entrant] = []
    for place, index in enumerate(present):
        entry = replace(entries[index], is_warm=index == warm)
        shares = order != "given" and bool(result) and result[-1].entry.value == entry.value
        result.append(Entrant(entry, result[-1].rank if shares else str(place + 1), names[index]))
    return tuple(result)


@dataclass(frozen=True)
class Standings:
    """Entrants from the first place down, of which the first `keep` stay where not all have room."""

    entrants: tuple[Entrant, ...]
    setting: Setting
    keep: int

    @cached_property
    def has_unit(self) -> bool:
        unit = self.entrants[0].entry.datum.unit.get(self.setting.language)
        return unit in ATTACHED or len(self.entrants) <= FEW_ROWS

    @cached_property
    def ladder(self) -> Ladder:
        entries = [each.entry for each in self.entrants]
        return Ladder(
            self.setting,
            self.setting.box,
            tuple(entry.label for entry in entries),
            tuple(each.rank for each in self.entrants),
            tuple(index for index, entry in enumerate(entries) if entry.is_warm),
            tuple(entry.write(self.setting, has_unit=self.has_unit) for entry in entries),
            span_of(np.array([entry.value for entry in entries])),
            len(entries),
        )

    @cached_property
    def roll(self) -> Roll:
        """Which rows stay and which move on."""
        return Roll(len(self.entrants), self.ladder.rows, self.keep)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        return stagger(self.ladder.rows, start=GROW_START, duration=GROW_TIME, step=0.1)

    @cached_property
    def settled(self) -> float:
        return self.tracks[-1].end

    def tally(self, index: int) -> Tally:
        entry = self.entrants[index].entry
        write = entry.write(self.setting, has_unit=self.has_unit)
        return Tally(write, self.ladder.figure_size, self.setting.screen, "warm" if entry.is_warm else "text")

    def placed(self) -> Placed:
        note = "" if self.has_unit else unit_note(self.setting, self.entrants[0].entry.datum)
        layers = [layer for index in range(self.roll.kept) for layer in self.still_row(index)]
        for slot in range(self.roll.slots):
            layers += self.moving_row(slot)
        layers.append(lasting(self.bars, self.settled) if self.roll.slots else moving_together(self.tracks, self.bars))
        return Placed((*layers, *self.ladder.ground()), note)

    def still_row(self, index: int) -> list[Layer]:
        """The words of a row that stays."""
        ladder, each, tally = self.ladder, self.entrants[index], self.tally(index)
        words = [ladder.rank(each.rank, index, each.entry.is_warm)]
        words += [ladder.name(index, line, index, key=each.key) for line in range(len(ladder.name_lines[index]))]

        def ride(progress: float) -> Mark:
            return self.figure(index, tally, index, progress, 1.0)

        return [*(appearing(mark, NAMES.start) for mark in words), moving(self.tracks[index], ride)]

    def figure(self, index: int, tally: Tally, place: float, progress: float, opacity: float) -> Text:
        """The figure of an entrant on its way, its final right edge standing still."""
        ladder, value = self.ladder, self.entrants[index].entry.value
        moved = ladder.figure(tally.final, value * progress, place)
        now = tally.at(progress, moved.x, moved.y, ladder.side(value), opacity)
        key = self.entrants[index].key
        return replace(now, key=key and f"figure:{key}")

    def moving_row(self, slot: int) -> list[Layer]:
        """The words of a row that moves on."""
        ladder, roll = self.ladder, self.roll
        track = self.tracks[min(roll.kept + slot, ladder.rows - 1)]
        finals: dict[int, Figure] = {}

        def rank(t: float) -> Mark:
            seat = roll.seat(slot, t)
            each = self.entrants[seat.index]
            return ladder.rank(each.rank, seat.place, each.entry.is_warm, seat.opacity * NAMES.at(t))

        def name(line: int) -> Callable[[float], Mark]:
            def draw(t: float) -> Mark:
                seat = roll.seat(slot, t)
                return ladder.name(
                    seat.index, line, seat.place, seat.opacity * NAMES.at(t), self.entrants[seat.index].key
                )

            return draw

        def figure(t: float) -> Mark:
            seat, progress = roll.seat(slot, t), track.at(t)
            index, each = seat.index, self.entrants[seat.index]
            if progress < 1.0:
                return self.figure(index, self.tally(index), seat.place, progress, seat.opacity)
            shape = finals.get(index) or finals.setdefault(index, self.tally(index).final)
            return ladder.figure(shape, each.entry.value, seat.place, seat.opacity, each.key)

        draws = [rank, *(name(line) for line in range(ladder.lines)), figure]
        return [lasting(draw, self.settled) for draw in draws]

    def bars(self, t: float) -> Mark:
        """The bars of all rows; those at the edges of what moves grow thin."""
        ladder, roll = self.ladder, self.roll
        seats = [Seat(index, float(index), 1.0) for index in range(roll.kept)]
        seats += [roll.seat(slot, t) for slot in range(roll.slots)]
        entries = [self.entrants[seat.index].entry for seat in seats]
        grown = np.array([self.tracks[min(place, ladder.rows - 1)].at(t) for place in range(len(seats))])
        ends, zero = ladder.scale.along(np.array([entry.value for entry in entries]) * grown), ladder.zero
        height = ladder.thickness * np.array([seat.opacity for seat in seats])
        tops = ladder.tops(np.array([seat.place for seat in seats])) + (ladder.thickness - height) / 2.0
        return Bars(
            array(np.minimum(ends, zero)),
            array(tops),
            array(np.abs(ends - zero)),
            array(height),
            tuple("warm" if entry.is_warm else "cool" for entry in entries),
            keys=tuple(self.entrants[seat.index].key for seat in seats),
        )
