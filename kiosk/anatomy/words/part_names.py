"""Part names: what the parts of piles are called, said beside the last column, above the first row, or in a key above all."""

from dataclasses import dataclass, replace
from functools import cached_property

from kiosk.anatomy.bodies.slots import Slots
from kiosk.anatomy.geometry.axis import MIDDLE
from kiosk.anatomy.values.amounts import Amounts
from kiosk.anatomy.words.callouts import spread
from kiosk.anatomy.words.captions import fits, shortened
from kiosk.anatomy.words.color_key import ColorKey, color_key
from kiosk.marks import Line, Mark, Run, Text, array
from kiosk.setting import Setting
from kiosk.typeface import advance
from kiosk.typesetting import LINE_PITCH

NAMES_SHARE, NAME_LINES = 0.27, 2
"""The part of the width that names beside a column may take, and how many lines each."""
LEADER = 3.5
"""From the last column to the names beside it, in grid steps."""


def pile_breadth(slots: Slots) -> float:
    """Pixels across a pile."""
    g = slots.setting.screen.g
    if slots.is_upward:
        return min(0.66 * slots.pitch, 26 * g)
    return min((0.86 if slots.is_above else 0.66) * slots.room, 18 * g)


@dataclass(frozen=True)
class PartNames:
    """The names of the parts in one setting."""

    amounts: Amounts
    setting: Setting

    @property
    def names(self) -> tuple[str, ...]:
        """The names, from the baseline outwards."""
        return self.amounts.given.names

    @property
    def size(self) -> float:
        """The size of the names."""
        return self.setting.screen.size("small")

    def room(self, slots: Slots) -> Slots | None:
        """The slots with room for names at the parts themselves; None where not every one has a part to stand by."""
        return self.beside(slots) if slots.is_upward else self.above(slots)

    @property
    def key(self) -> ColorKey:
        """The names with their colours, for a row above the chart."""
        return color_key(self.setting, self.names, self.amounts.given.series_colors, self.setting.box.width)

    def beside(self, slots: Slots) -> Slots | None:
        """The slots with room for the names beside the last column; None where not every name has a part to stand by."""
        last, size, box = len(slots.labels) - 1, self.size, self.setting.box
        if not bool(self.amounts.values[:, last].all()):
            return None
        most = NAMES_SHARE * box.width
        if not all(fits(name, most, size, NAME_LINES, 700) for name in self.names):
            return None
        lines = self.name_lines
        if sum(len(each) for each in lines) * LINE_PITCH * size + 0.4 * size * len(lines) > box.height:
            return None
        width = max(advance(text, 700) for each in lines for text in each) * size
        for _ in range(4):
            breadth = pile_breadth(slots)
            free = slots.box.right - float(slots.begins(breadth)[last]) - breadth
            slots = replace(slots, side=max(0.0, width + LEADER * self.setting.screen.g - free))
        return slots if pile_breadth(slots) > 1.2 * size else None

    @cached_property
    def name_lines(self) -> tuple[tuple[str, ...], ...]:
        """The names of the parts in the lines they take beside the last column."""
        width = NAMES_SHARE * self.setting.box.width
        return tuple(shortened(name, width, self.size, NAME_LINES, 700) for name in self.names)

    def above(self, slots: Slots) -> Slots | None:
        """The slots with room for the names above the parts of the first row; None where a name is wider than its part."""
        size = self.size
        slots = replace(slots, head=0.0 if slots.is_above else LINE_PITCH * size)
        low, high = self.amounts.reach
        if slots.is_above or float(low[:, 0].min()) < 0.0:
            return None
        for row, name in enumerate(self.names):
            length = slots.scale.at(float(high[row, 0])) - slots.scale.at(float(low[row, 0]))
            if advance(name, 700) * size + 0.8 * size > length:
                return None
        return slots

    def marks(self, slots: Slots) -> list[Mark]:
        """The names at the parts themselves, in slots that have room for them."""
        return self.names_beside(slots) if slots.is_upward else self.names_above(slots)

    def name(self, row: int, x: float, y: float, text: str) -> Text:
        """One line of the name of a part; the warm one is bold."""
        color = self.amounts.given.series_colors[row]
        weight, role = (700, "warm") if color == "warm" else (400, "text")
        return Text(x, y, (Run(text, self.size, weight, role),))

    def names_beside(self, slots: Slots) -> list[Mark]:
        """The names beside the last column, each led to from the middle of its part."""
        screen, (low, high) = self.setting.screen, self.amounts.reach
        breadth, size, px = pile_breadth(slots), self.size, screen.px
        last, end = len(slots.labels) - 1, float(slots.begins(breadth)[-1]) + breadth
        middles = [
            slots.scale.at((float(a) + float(b)) / 2.0) for a, b in zip(low[:, last], high[:, last], strict=True)
        ]
        order = sorted(range(len(middles)), key=lambda row: middles[row])
        heights = [len(self.name_lines[row]) * LINE_PITCH * size for row in order]
        wanted = [middles[row] - height / 2.0 for row, height in zip(order, heights, strict=True)]
        tops = spread(wanted, heights, self.setting.box.top, slots.floor, 0.2 * size)
        marks: list[Mark] = []
        x = end + LEADER * screen.g
        for row, top, height in zip(order, tops, heights, strict=True):
            level = top + height / 2.0
            way = array([end + px(8), end + px(14), x - px(16), x - px(10)])
            leader = Line(
                way, array([middles[row], middles[row], level, level]), self.amounts.given.series_colors[row], px(3.0), 0.8,
                cap="flat",
            )  # fmt: skip
            marks.append(leader)
            for number, text in enumerate(self.name_lines[row]):
                marks.append(self.name(row, x, top + (number + 0.5) * LINE_PITCH * size + MIDDLE * size, text))
        return marks

    def names_above(self, slots: Slots) -> list[Mark]:
        """The names above the parts of the first row."""
        y = float(slots.begins(pile_breadth(slots))[0]) - 0.5 * self.size
        return [
            self.name(row, slots.scale.at(float(self.amounts.reach[0][row, 0])), y, name)
            for row, name in enumerate(self.names)
        ]
