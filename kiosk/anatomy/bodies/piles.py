"""Piles: the parts of a crosstab on top of each other in the slot of each place, with totals, figures and names."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.bodies.slots import Slots
from kiosk.anatomy.values.amounts import Amounts
from kiosk.anatomy.values.crosstab import Crosstab
from kiosk.anatomy.values.entries import unit_note
from kiosk.anatomy.values.palette import ink_on
from kiosk.anatomy.words.part_names import PartNames, pile_breadth
from kiosk.kind import Datum
from kiosk.layers import Layer, Placed, appearing, moving, moving_together
from kiosk.marks import Array, Mark, Run, Text, array
from kiosk.metrics import Metric
from kiosk.motion import Track, stagger
from kiosk.numbers import Manner, Written, write_in
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, Tally, size_for
from kiosk.typesetting import figure, width_of
from kiosk.words import Words

GROW_START, GROW_TIME, WORDS_START = 0.4, 1.2, 1.9
MOST_TOTALS, MOST_FIGURES = 40, 80
SIZES = (0.160, TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])
PERCENT = Words.of("%")
WHOLE = Manner("", 0, False)
SEAM = 2.0
"""The gap between neighbouring parts, in pixels of a screen of 1080 lines."""


@dataclass(frozen=True)
class Piles:
    """The parts of a crosstab as columns upwards or rows across."""

    amounts: Amounts
    setting: Setting
    is_upward: bool

    @property
    def is_share(self) -> bool:
        """Whether each pile is 100 %."""
        return self.amounts.is_share

    @property
    def table(self) -> Crosstab:
        """The table of values, with totals among what is written in one manner."""
        return self.amounts.table

    @cached_property
    def names(self) -> PartNames:
        """What the parts are called."""
        return PartNames(self.amounts, self.setting)

    @property
    def has_names(self) -> bool:
        """Whether there is more than one part to be named."""
        return len(self.table.names) > 1

    @cached_property
    def datum(self) -> Datum:
        """What the gauge measures."""
        if not self.is_share:
            return self.table.datum
        return Metric.model_validate({"label": "", "value": 100, "unit": "%"})

    @cached_property
    def bare(self) -> Slots:
        """The slots before totals and names have their room."""
        table = self.table
        warm = () if table.warm_place is None else (table.warm_place,)
        return Slots(self.setting, table.places, self.amounts.span, self.datum, self.is_upward, table.is_ordered, warm)

    @cached_property
    def fit(self) -> tuple[float | None, bool]:
        """The size of the totals, None where there is no room for them, and whether they carry their unit."""
        screen, slots = self.setting.screen, self.bare
        if self.is_upward and self.has_names:
            slots = self.names.room(slots) or slots
        if self.is_share or not self.table.present or len(self.table.places) > MOST_TOTALS or not slots.is_roomy:
            return None, True
        if self.is_upward:
            width, height = pile_breadth(slots) if slots.is_spacious else 0.94 * slots.pitch, 0.2 * slots.box.height
        else:
            width = 0.3 * (slots.box.width - slots.label_width)
            height = max(0.8 * pile_breadth(slots), 0.75 * screen.size("small"))
        full = size_for(self.writers(True), screen, width, height, SIZES)
        if self.table.datum.unit.get(self.setting.language) in ATTACHED or (full or 0.0) >= screen.size("title"):
            return full, True
        bare = size_for(self.writers(False), screen, width, height, SIZES)
        return (bare, False) if bare is not None and (full is None or bare > full) else (full, True)

    @property
    def size(self) -> float | None:
        """The size of the totals; None where they have no room."""
        return self.fit[0]

    def writers(self, has_unit: bool) -> list[Callable[[float], Written]]:
        """How every total is written."""
        return [self.table.write(float(total), has_unit=has_unit) for total in self.amounts.totals]

    @cached_property
    def has_gauge(self) -> bool:
        """Whether the scale is shown: where there are no totals, and no figures in most of the parts."""
        if self.size is not None or not self.amounts.cells:
            return False
        slots = self.totalled(self.bare)
        return not self.is_share or 2 * len(self.inside(slots, self.setting.screen.size("small"))) < len(
            self.amounts.cells
        )

    def totalled(self, slots: Slots) -> Slots:
        """The slots with room for the totals at their ends."""
        if self.size is None:
            return slots
        tallies = [self.total(place) for place in range(len(self.table.places))]
        room = [slots.gap + (each.ink if self.is_upward else each.width) for each in tallies]
        below = [each for each, is_below in zip(room, self.amounts.is_below, strict=True) if is_below]
        return replace(slots, after=max(room), before=max(below, default=0.0))

    @cached_property
    def unnamed(self) -> Slots:
        """The slots before the names of the parts have their room."""
        return replace(self.totalled(self.bare), has_gauge=self.has_gauge)

    @cached_property
    def named(self) -> Slots | None:
        """The slots with room for names at the parts themselves, if there is enough."""
        return self.names.room(self.unnamed) if self.has_names else None

    @cached_property
    def slots(self) -> Slots:
        """The slots as they are drawn."""
        if self.named is not None or not self.has_names:
            return self.named or self.unnamed
        return replace(self.unnamed, head=self.names.key.height + 1.5 * self.setting.screen.g)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """When each pile grows."""
        return stagger(len(self.table.places), start=GROW_START, duration=GROW_TIME, step=0.12)

    def placed(self) -> Placed:
        """The chart through time."""
        slots, table = self.slots, self.table
        breadth = pile_breadth(slots)
        layers = slots.ground(breadth)
        if self.amounts.cells:
            layers.append(moving_together(self.tracks, self.bars))
        right = float(slots.begins(breadth)[-1]) + breadth if self.is_upward and self.named is not None else None
        layers.append(slots.baseline(breadth, right))
        layers += [appearing(mark, WORDS_START) for mark in self.figures(slots)]
        if self.size is not None:
            layers += [self.riding(place) for place in range(len(table.places)) if self.has_values(place)]
        if self.named is not None:
            layers += [appearing(mark, WORDS_START) for mark in self.names.marks(slots)]
        elif self.has_names:
            layers += self.names.key.layers(self.setting.box.left, self.setting.box.top, WORDS_START)
        return Placed(tuple(layers), self.note)

    def has_values(self, place: int) -> bool:
        """Whether any value of a place is there."""
        return bool(np.isfinite(self.table.values[:, place]).any())

    @cached_property
    def parts(self) -> tuple[Array, Array, Array]:
        """Where every part begins across the slots, and from which value to which it reaches in the end."""
        low, high = self.amounts.reach
        begins = self.slots.begins(pile_breadth(self.slots))
        inner, outer = (
            array([low[cell] for cell in self.amounts.cells]),
            array([high[cell] for cell in self.amounts.cells]),
        )
        return array([float(begins[column]) for _, column in self.amounts.cells]), inner, outer

    @cached_property
    def looks(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The colours of the parts, and what they stand for."""
        table = self.table
        colors = tuple(table.color(*cell) for cell in self.amounts.cells)
        return colors, tuple(table.keys[row][column] for row, column in self.amounts.cells)

    def bars(self, t: float) -> Mark:
        """All parts at `t` seconds."""
        slots, (begin, low, high), (colors, keys) = self.slots, self.parts, self.looks
        share = np.array([track.at(t) for track in self.tracks])[[column for _, column in self.amounts.cells]]
        inner, outer = low * share, high * share
        # A seam of ground between neighbours, taken from the inner end of every part that does not stand on the baseline.
        seam = self.setting.screen.px(SEAM) * (slots.span[1] - slots.span[0])
        seam /= abs(slots.scale.end - slots.scale.start)
        cut = np.minimum(seam, 0.3 * np.abs(outer - inner)) * np.sign(outer - inner) * (inner != 0.0)
        return slots.bars(begin, pile_breadth(slots), array(inner + cut), array(outer), colors, keys)

    def total(self, place: int) -> Tally:
        """The total of a place."""
        size, has_unit = self.fit
        color = "warm" if place == self.table.warm_place else "text"
        write = self.table.write(float(self.amounts.totals[place]), has_unit=has_unit)
        return Tally(write, size or self.setting.screen.size("label"), self.setting.screen, color)

    def riding(self, place: int) -> Layer:
        """The total that rides on the end of its pile."""
        slots, tally = self.slots, self.total(place)
        breadth = pile_breadth(slots)
        begin = float(slots.begins(breadth)[place])
        is_below = self.amounts.is_below[place]
        end = float((self.amounts.reach_down if is_below else self.amounts.reach_up)[place])

        def ride(progress: float) -> Mark:
            return slots.at_end(
                tally,
                progress,
                (begin, begin + breadth),
                slots.scale.at(end * progress),
                not is_below,
                min(1.0, 8.0 * progress),
            )

        return moving(self.tracks[place], ride)

    def written(self, cell: tuple[int, int]) -> Written:
        """The figure in a part."""
        if self.is_share:
            return write_in(WHOLE, float(self.amounts.values[cell]), self.setting.language, unit=PERCENT)
        return self.table.write(float(self.amounts.values[cell]), self.table.cells[cell[0]][cell[1]], has_unit=False)(
            1.0
        )

    def runs(self, cell: tuple[int, int], size: float) -> tuple[Run, ...]:
        """The figure in a part as it is set: small as it is, a percent sign is no smaller than its digits."""
        color = ink_on(self.table.color(*cell))
        if self.is_share:
            return (Run(self.written(cell).text, size, 400, color),)
        return figure(self.written(cell), size, self.setting.screen, color).runs

    def inside(self, slots: Slots, size: float) -> tuple[tuple[int, int], ...]:
        """The parts that are long and broad enough for their figure."""
        if len(self.amounts.cells) > MOST_FIGURES or len(self.table.names) < 2:
            return ()
        (low, high), found = self.amounts.reach, []
        breadth = pile_breadth(slots)
        for cell in self.amounts.cells:
            length = abs(slots.scale.at(float(high[cell])) - slots.scale.at(float(low[cell])))
            width, height = (breadth, length) if self.is_upward else (length, breadth)
            if width_of(self.runs(cell, size)) <= 0.9 * width and 1.1 * size <= height:
                found.append(cell)
        return tuple(found)

    def figures(self, slots: Slots) -> list[Text]:
        """The figures in the parts, in a colour that shows on them."""
        screen = self.setting.screen
        cells, size = self.inside(slots, screen.size("small")), screen.size("small")
        if cells and len(self.inside(slots, screen.size("label"))) == len(cells) and self.size != screen.size("small"):
            size = screen.size("label")
        (low, high), breadth, marks = self.amounts.reach, pile_breadth(slots), []
        begins = slots.begins(breadth)
        for cell in cells:
            along = slots.scale.at((float(low[cell]) + float(high[cell])) / 2.0)
            across = float(begins[cell[1]]) + breadth / 2.0
            x, y = (across, along) if self.is_upward else (along, across)
            key = f"figure:{self.table.keys[cell[0]][cell[1]]}"
            marks.append(Text(x, y + DIGIT_INK * size / 2.0, self.runs(cell, size), "middle", key=key))
        return marks

    @cached_property
    def note(self) -> str:
        """What to beware of: shares, a unit that has no room, totals of what is above and below zero, empty places."""
        is_chinese, notes = self.setting.is_chinese, []
        if self.is_share:
            chinese, english = ("每柱", "Each column") if self.is_upward else ("每行", "Each row")
            notes.append(f"{chinese}为 100%" if is_chinese else f"{english} is 100%")
            empty = [place for place, total in enumerate(self.amounts.totals) if total <= 0.0]
            for has_values, said in (
                (True, ("{names} 合计为零", "Nothing in {names}")),
                (False, ("{names} 无数据", "No data for {names}")),
            ):
                names = [self.table.places[place] for place in empty if self.has_values(place) == has_values]
                if names:
                    notes.append(said[0 if is_chinese else 1].format(names=("、" if is_chinese else ", ").join(names)))
        elif not self.fit[1]:
            notes.append(unit_note(self.setting, self.table.datum))
        if not self.is_share and self.size is not None and self.amounts.span[0] < 0.0 < self.amounts.span[1]:
            notes.append("柱端为合计" if is_chinese else "Totals at the ends")
        return "\u2003".join(notes)
