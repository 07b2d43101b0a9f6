"""Clusters: the bars of several series, side by side in the slot of each place, with their figures and the series' names."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.bodies.slots import Slots
from kiosk.anatomy.geometry.axis import MIDDLE, span_of
from kiosk.anatomy.values.crosstab import Crosstab
from kiosk.anatomy.values.entries import unit_note
from kiosk.anatomy.values.palette import ink_on
from kiosk.anatomy.words.color_key import CAPS, ColorKey, color_key
from kiosk.layers import Layer, Placed, appearing, moving, moving_together
from kiosk.marks import Array, Mark, Run, Text, array
from kiosk.motion import Track, stagger
from kiosk.numbers import Written
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, Tally, size_for
from kiosk.typeface import advance, spaced
from kiosk.typesetting import LINE_PITCH

GROW_START, GROW_TIME, WORDS_START = 0.4, 1.1, 1.9
MOST_FIGURES = 60
SIZES = (0.160, TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])
BETWEEN = 0.06
"""The gap between the bars of one place, as a share of the way from one to the next."""
PAD = 0.5
"""From the ends of a bar to a name in it, in em."""


@dataclass(frozen=True)
class Clusters:
    """The bars of a crosstab in slots: columns upwards or rows across."""

    table: Crosstab
    setting: Setting
    is_upward: bool

    @cached_property
    def bare(self) -> Slots:
        """The slots before figures and names have their room."""
        table = self.table
        warm = () if table.warm_place is None else (table.warm_place,)
        span = span_of(np.ravel(table.values))
        return Slots(self.setting, table.places, span, table.datum, self.is_upward, table.is_ordered, warm)

    @cached_property
    def plain(self) -> Slots:
        """The slots without a key above them."""
        return self.fitted(self.bare)

    @cached_property
    def slots(self) -> Slots:
        """The slots as they are drawn."""
        return self.plain if self.key is None else self.fitted(replace(self.bare, head=self.key_height))

    @cached_property
    def key(self) -> ColorKey | None:
        """The names of the series in a row above the chart, where no group of bars has room for them."""
        if len(self.table.names) < 2 or self.named(self.plain) is not None:
            return None
        return color_key(self.setting, self.table.names, self.table.series_colors, self.setting.box.width)

    @property
    def key_height(self) -> float:
        """The height of the key with the gap below it."""
        return self.key.height + 1.5 * self.setting.screen.g if self.key else 0.0

    def fitted(self, slots: Slots) -> Slots:
        """The slots with room for figures at the ends of bars, or with a gauge where they have none."""
        size, has_unit = self.figures(slots)
        cells, screen, table = self.table.present, self.setting.screen, self.table
        if size is None:
            cells, size, has_unit = self.marked, screen.size("label"), True
            slots = replace(slots, has_gauge=bool(table.present))
        made = {cell: self.tally(cell, size, has_unit) for cell in cells}
        room = {cell: (each.ink if self.is_upward else each.width) + slots.gap for cell, each in made.items()}
        before = max((room[cell] for cell in cells if table.values[cell] < 0.0), default=0.0)
        after = max((room[cell] for cell in cells if table.values[cell] >= 0.0), default=0.0)
        return replace(slots, before=before, after=after)

    @cached_property
    def marked(self) -> tuple[tuple[int, int], ...]:
        """The one value that keeps its figure where the others have none: the last of an order, or the greatest."""
        table = self.table
        warm = [cell for cell in table.present if table.color(*cell) == "warm" or cell[1] == table.warm_place]
        if not warm:
            return ()
        return (warm[-1] if table.is_ordered else max(warm, key=lambda cell: float(table.values[cell])),)

    def step(self, slots: Slots) -> float:
        """From one bar to the next of the same place."""
        share, count = (0.82 if self.is_upward else 0.84), len(self.table.names)
        return min(share * slots.room / count, 24 * self.setting.screen.g)

    def breadth(self, slots: Slots) -> float:
        """Pixels across all bars of a place."""
        return self.step(slots) * (len(self.table.names) - BETWEEN)

    def begin(self, slots: Slots, cell: tuple[int, int]) -> float:
        """Where a bar begins, across the slots."""
        return float(slots.begins(self.breadth(slots))[cell[1]]) + cell[0] * self.step(slots)

    def figures(self, slots: Slots) -> tuple[float | None, bool]:
        """The size of the figures, None where there is no room for them, and whether they carry their unit."""
        screen, step = self.setting.screen, self.step(slots)
        if not self.table.present or len(self.table.present) > MOST_FIGURES:
            return None, True
        small = screen.size("small")
        if self.is_upward:
            width, height = step - 0.6 * screen.g, 0.2 * slots.box.height
        else:
            if step < 0.92 * small:
                return None, True
            width, height = 0.3 * (slots.box.width - slots.label_width), max(0.8 * step, 0.75 * small)
        full = size_for(self.writers(True), screen, width, height, SIZES)
        unit = self.table.datum.unit.get(self.setting.language)
        if unit in ATTACHED or (full is not None and full >= screen.size("title")):
            return full, True
        bare = size_for(self.writers(False), screen, width, height, SIZES)
        return (bare, False) if bare is not None and (full is None or bare > full) else (full, True)

    def writers(self, has_unit: bool) -> list[Callable[[float], Written]]:
        """How every figure is written."""
        return [self.writer(cell, has_unit) for cell in self.table.present]

    def writer(self, cell: tuple[int, int], has_unit: bool) -> Callable[[float], Written]:
        """How one figure is written."""
        row, column = cell
        return self.table.write(float(self.table.values[cell]), self.table.cells[row][column], has_unit=has_unit)

    def tally(self, cell: tuple[int, int], size: float, has_unit: bool) -> Tally:
        """One figure."""
        is_warm = self.table.color(*cell).startswith("warm")
        return Tally(self.writer(cell, has_unit), size, self.setting.screen, "warm" if is_warm else "text")

    def named(self, slots: Slots) -> int | None:
        """The first or else the last place in whose bars the names of the series have room."""
        if self.step(slots) * (1.0 - BETWEEN) < LINE_PITCH * self.setting.screen.size("small"):
            return None
        places = (0, len(self.table.places) - 1)
        return next((place for place in places if self.holds_names(slots, place)), None)

    def holds_names(self, slots: Slots, place: int) -> bool:
        """Whether every bar of a place is long enough for its name."""
        size = self.setting.screen.size("small")
        for row, name in enumerate(self.table.names):
            value = float(self.table.values[row, place])
            if not value > 0.0 or abs(slots.scale.at(value) - slots.zero) < self.length(name, size) + 2 * PAD * size:
                return False
        return True

    def length(self, name: str, size: float) -> float:
        """How long a name is along its bar: Chinese stands upright in a column, other scripts are turned."""
        if self.is_upward and not name.isascii():
            return len(name) * LINE_PITCH * size
        return advance(spaced(name), 700) * size

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """When the bars of each place grow."""
        return stagger(len(self.table.places), start=GROW_START, duration=GROW_TIME, step=0.12)

    def placed(self) -> Placed:
        """The chart through time."""
        slots, table = self.slots, self.table
        layers = slots.ground(self.breadth(slots))
        if table.present:
            layers.append(moving_together(self.tracks, self.bars))
        layers.append(slots.baseline(self.breadth(slots)))
        size, has_unit = self.figures(slots)
        if size is not None:
            layers += [self.figure(cell, size, has_unit) for cell in table.present]
        else:
            layers += [self.figure(cell, self.setting.screen.size("label"), True, True) for cell in self.marked]
        if self.key:
            layers += self.key.layers(self.setting.box.left, self.setting.box.top, WORDS_START)
        elif (place := self.named(slots)) is not None and len(table.names) > 1:
            layers += [appearing(self.name(row, place), WORDS_START) for row in range(len(table.names))]
        return Placed(tuple(layers), "" if has_unit else unit_note(self.setting, table.datum))

    @cached_property
    def begins(self) -> Array:
        """Where the bars that are there begin, across the slots."""
        return array([self.begin(self.slots, cell) for cell in self.table.present])

    @cached_property
    def ends(self) -> Array:
        """The values of the bars that are there."""
        return array([float(self.table.values[cell]) for cell in self.table.present])

    @cached_property
    def looks(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The colours of the bars that are there, and what they stand for."""
        table, cells = self.table, self.table.present
        return tuple(table.color(*cell) for cell in cells), tuple(table.keys[row][column] for row, column in cells)

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The place of every bar that is there."""
        return tuple(column for _, column in self.table.present)

    def bars(self, t: float) -> Mark:
        """All bars at `t` seconds."""
        progress = np.array([track.at(t) for track in self.tracks])[list(self.columns)]
        colors, keys = self.looks
        breadth = self.step(self.slots) * (1.0 - BETWEEN)
        return self.slots.bars(
            self.begins, breadth, np.zeros(len(self.ends)), array(self.ends * progress), colors, keys
        )

    def figure(self, cell: tuple[int, int], size: float, has_unit: bool, is_alone: bool = False) -> Layer:
        """A figure that rides on the end of its bar; one that stands alone is lifted over its neighbours."""
        slots, table = self.slots, self.table
        tally, value = self.tally(cell, size, has_unit), float(table.values[cell])
        middle = self.begin(slots, cell) + self.step(slots) * (1.0 - BETWEEN) / 2.0
        key, lift = table.keys[cell[0]][cell[1]], 0.0
        if is_alone and self.is_upward:
            half = tally.width / 2.0
            middle = min(max(middle, slots.left + half), slots.box.right - half)
            lift = self.lift(middle, half, value)

        def ride(progress: float) -> Mark:
            end = slots.scale.at(value * progress)
            end += lift * progress
            return slots.at_end(
                tally, progress, (middle, middle), end, value >= 0.0, min(1.0, 8.0 * progress), key, is_centred=True
            )

        return moving(self.tracks[cell[1]], ride)

    def lift(self, middle: float, half: float, value: float) -> float:
        """How far the bars near a figure reach beyond the value it stands on, in pixels of the screen."""
        slots, table, step = self.slots, self.table, self.step(self.slots)
        near = [
            float(table.values[cell])
            for cell in table.present
            if abs(self.begin(slots, cell) + step / 2.0 - middle) < half + step / 2.0
        ]
        farthest = max((*near, value)) if value >= 0.0 else min((*near, value))
        return slots.scale.at(farthest) - slots.scale.at(value)

    def name(self, row: int, place: int) -> Text:
        """The name of a series in one of its bars, on the colour of the bar."""
        slots, size = self.slots, self.setting.screen.size("small")
        name = spaced(self.table.names[row]) if not self.is_upward else self.table.names[row]
        middle = self.begin(slots, (row, place)) + self.step(slots) * (1.0 - BETWEEN) / 2.0
        run = (Run(name, size, 700, ink_on(self.table.color(row, place))),)
        if not self.is_upward:
            return Text(slots.zero + PAD * size, middle + MIDDLE * size, run)
        if name.isascii():
            return Text(middle + CAPS * size / 2.0, slots.zero - PAD * size, run, angle=-90.0)
        top = slots.scale.at(float(self.table.values[row, place]))
        return Text(middle, top + (PAD + DIGIT_INK + 0.1) * size, run, "middle", upright=True)
