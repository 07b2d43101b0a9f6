"""Stems: thin rows with a dot at their end, in as many columns of the page as they need."""

import math
from dataclasses import dataclass, replace
from functools import cached_property, partial

import numpy as np

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.bodies.slots import Slots
from kiosk.anatomy.geometry.axis import span_of
from kiosk.anatomy.values.entries import Entry, unit_note
from kiosk.layers import Layer, Placed, appearing, moving, moving_together
from kiosk.marks import Array, Bars, Dots, Mark, Text, array
from kiosk.motion import Track, stagger
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, Tally, size_for

GROW_START, GROW_TIME = 0.4, 1.2
SIZES = (TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])
MOST_COUNTING = 20
"""More figures than that do not count up, which nobody could follow and every frame would pay for."""
WORDS_START = 1.9
STEM = 5.0
"""The breadth of a stem, in pixels of a screen of 1080 lines."""
ROW, TIGHT_ROW = 1.16, 0.97
"""The least height of a row, in em of the small type, and that of rows which would else need more than two columns."""
LABEL_SHARES, FIGURE_SHARES = (0.36, 0.48, 0.56), (0.3, 0.4, 0.42)
"""The part of one, two and more columns that labels may take, and the part of the rest for figures."""
BETWEEN = 4.0
"""Between columns of the page, in grid steps."""


@dataclass(frozen=True)
class Stems:
    """Entries as stems across, from the top down, then in the next column of the page; all columns have one scale."""

    entries: tuple[Entry, ...]
    keys: tuple[str, ...]
    setting: Setting

    @cached_property
    def values(self) -> tuple[float, ...]:
        """The values, nan where one is missing."""
        return tuple(entry.value for entry in self.entries)

    @cached_property
    def columns(self) -> int:
        """In how many columns of the page the rows stand."""
        loose = self.needed(ROW)
        return loose if loose <= 2 else self.needed(TIGHT_ROW)

    def needed(self, row: float) -> int:
        """The columns needed for rows of a height in em."""
        rows = max(1, int(self.setting.box.height / (row * self.setting.screen.size("small"))))
        return math.ceil(len(self.entries) / rows)

    @cached_property
    def per_column(self) -> int:
        """How many rows stand in a column."""
        return math.ceil(len(self.entries) / self.columns)

    def part(self, column: int) -> range:
        """The entries of a column."""
        return range(column * self.per_column, min((column + 1) * self.per_column, len(self.entries)))

    def column(self, number: int) -> Slots:
        """The rows of a column, before figures have their room."""
        box, gap = self.setting.box, BETWEEN * self.setting.screen.g
        width = (box.width - gap * (self.columns - 1)) / self.columns
        part = self.part(number)
        height = box.height * len(part) / self.per_column
        place = self.setting.within(Box(box.left + number * (width + gap), box.top, width, height), self.setting.foot)
        return Slots(
            place, tuple(self.entries[index].label for index in part), span_of(np.array(self.values)),
            self.entries[0].datum, False, warm=tuple(row for row, index in enumerate(part) if self.entries[index].is_warm),
            keys=tuple(self.keys[index] for index in part), least_row=0.98 * TIGHT_ROW,
            label_share=LABEL_SHARES[min(self.columns, len(LABEL_SHARES)) - 1],
        )  # fmt: skip

    @cached_property
    def present(self) -> tuple[int, ...]:
        """The entries that have a value."""
        return tuple(index for index, entry in enumerate(self.entries) if not entry.is_missing)

    @cached_property
    def fit(self) -> tuple[float | None, bool]:
        """The size of the figures, None where they have no room, and whether they carry their unit."""
        slots, screen = self.column(0), self.setting.screen
        share = FIGURE_SHARES[min(self.columns, len(FIGURE_SHARES)) - 1]
        width, height = share * (slots.box.width - slots.label_width), min(0.62 * slots.room, 10.0 * screen.g)
        height = max(height, 0.75 * screen.size("small"))
        writers = {
            unit: [self.entries[index].write(self.setting, has_unit=unit) for index in self.present]
            for unit in (True, False)
        }
        if not self.present:
            return None, True
        is_bare = self.columns > 1
        full = size_for(writers[True], screen, width, height, SIZES)
        if self.entries[0].datum.unit.get(self.setting.language) in ATTACHED or (full or 0.0) >= screen.size("title"):
            return full, True
        bare = size_for(writers[False], screen, width, height, SIZES)
        # Where not even a bare figure has room, only the highlighted one stands, as short as it can be.
        return (bare, False) if is_bare or (bare is not None and (full is None or bare > full)) else (full, True)

    def tally(self, index: int) -> Tally:
        """One figure."""
        (size, has_unit), entry = self.fit, self.entries[index]
        write = entry.write(self.setting, has_unit=has_unit)
        return Tally(
            write, size or self.setting.screen.size("small"), self.setting.screen, "warm" if entry.is_warm else "text"
        )

    @cached_property
    def shown(self) -> tuple[int, ...]:
        """The entries that carry a figure."""
        if self.fit[0] is not None:
            return self.present
        return tuple(index for index in self.present if self.entries[index].is_warm)

    @cached_property
    def slots(self) -> tuple[Slots, ...]:
        """The rows of every column as they are drawn, all with the longest label of any, so that all have one scale."""
        room = {
            index: self.tally(index).width + 1.4 * self.setting.screen.g + self.diameter / 2.0 for index in self.shown
        }
        dot = self.diameter / 2.0
        before = max((room[index] for index in room if self.values[index] < 0.0), default=0.0)
        after = max((room[index] for index in room if self.values[index] >= 0.0), default=dot)
        made = [self.column(number) for number in range(self.columns)]
        widest = max(each.label_width for each in made)
        length = made[0].box.width - widest - before - after
        low, high = span_of(np.array(self.values))
        if any(abs(self.values[index]) / (high - low) * length < 1.2 * dot for index in self.present):
            # A dot next to zero reaches over the baseline.
            before = max(before, dot)
        return tuple(replace(each, before=before + widest - each.label_width, after=after) for each in made)

    @cached_property
    def diameter(self) -> float:
        """The diameter of a dot."""
        return min(0.62 * self.column(0).room, 4.2 * self.setting.screen.g)

    @cached_property
    def breadth(self) -> float:
        """What a row needs across: its dot or its figure."""
        size = self.fit[0] or 0.0
        return max(self.diameter, 1.1 * DIGIT_INK * size)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """When each stem grows: the rows of all columns together, from the top down."""
        rows = stagger(self.per_column, start=GROW_START, duration=GROW_TIME, step=0.08)
        return tuple(rows[index % self.per_column] for index in range(len(self.entries)))

    def placed(self) -> Placed:
        """The chart through time."""
        layers: list[Layer] = []
        for slots in self.slots:
            layers += [*slots.ground(self.breadth), slots.baseline(self.breadth)]
        if self.present:
            layers += [moving_together(self.tracks, self.stems), moving_together(self.tracks, self.dots)]
        layers += [self.figure(index) for index in self.shown]
        return Placed(tuple(layers), "" if self.fit[1] else unit_note(self.setting, self.entries[0].datum))

    @cached_property
    def homes(self) -> tuple[tuple[Slots, float], ...]:
        """For every entry its column, and the y of the middle of its row."""
        begins = [slots.begins(self.breadth) for slots in self.slots]
        places = (divmod(index, self.per_column) for index in range(len(self.entries)))
        return tuple((self.slots[column], float(begins[column][row]) + self.breadth / 2.0) for column, row in places)

    @cached_property
    def stretch(self) -> tuple[Array, Array, Array]:
        """Of the entries that are there: the x of the baseline and of the dot in the end, and the y of the row."""
        homes = [self.homes[index] for index in self.present]
        ends = [slots.scale.at(self.values[index]) for index, (slots, _) in zip(self.present, homes, strict=True)]
        return array([slots.zero for slots, _ in homes]), array(ends), array([middle for _, middle in homes])

    @cached_property
    def looks(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The colours of stems and dots, and what the dots stand for."""
        warm = [self.entries[index].is_warm for index in self.present]
        stems, dots = (tuple("warm" if each else cool for each in warm) for cool in ("cool4", "cool"))
        return stems, dots, tuple(self.keys[index] for index in self.present)

    def progress(self, t: float) -> Array:
        """How far each entry that is there has grown, at `t` seconds."""
        return array([self.tracks[index].at(t) for index in self.present])

    def stems(self, t: float) -> Mark:
        """All stems at `t` seconds."""
        zeros, ends, middles = self.stretch
        reached = zeros + (ends - zeros) * self.progress(t)
        width = self.setting.screen.px(STEM)
        return Bars(
            array(np.minimum(zeros, reached)), array(middles - width / 2.0), array(np.abs(reached - zeros)),
            np.full(len(zeros), width), self.looks[0],
        )  # fmt: skip

    def dots(self, t: float) -> Mark:
        """All dots at `t` seconds."""
        (zeros, ends, middles), progress = self.stretch, self.progress(t)
        diameter = array(self.diameter * np.minimum(1.0, 6.0 * progress))
        _, colors, keys = self.looks
        return Dots(array(zeros + (ends - zeros) * progress), middles, diameter, colors, keys=keys)

    def figure_at(self, index: int, tally: Tally, progress: float) -> Text:
        """The figure beyond its dot."""
        (slots, middle), value = self.homes[index], self.values[index]
        end = slots.scale.at(value * progress) + (self.diameter if value >= 0.0 else -self.diameter) / 2.0
        opacity = min(1.0, 8.0 * progress)
        return slots.at_end(tally, progress, (middle, middle), end, value >= 0.0, opacity, self.keys[index])

    def figure(self, index: int) -> Layer:
        """The figure that rides on its dot or, where there are many, fades in when that has come to rest."""
        tally = self.tally(index)
        if len(self.shown) > MOST_COUNTING:
            return appearing(self.figure_at(index, tally, 1.0), WORDS_START)
        return moving(self.tracks[index], partial(self.figure_at, index, tally))
