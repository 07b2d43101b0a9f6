"""Tiles: the parts of a whole as areas side by side, in one block or in a strip for each group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.geometry.tiling import tiling
from kiosk.anatomy.values.entries import unit_note
from kiosk.anatomy.values.portions import Portion, highlighted_portion, sum_of
from kiosk.anatomy.words.captions import shortened
from kiosk.anatomy.words.lettering import Lettering
from kiosk.layers import Layer, Placed, appearing, moving_together
from kiosk.marks import Bars, Mark, Run, Text, array
from kiosk.metrics import Series
from kiosk.motion import Track, smoothstep
from kiosk.motion.track import STAGGER_LIMIT
from kiosk.numbers import Written, common_manner, write_in
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.tally import writer
from kiosk.typeface import EM_SPACE, advance, spaced
from kiosk.typesetting import LINE_PITCH
from kiosk.words import Words

GROW = Track(0.1, 1.0)
PART = Track(0.8, 0.7, smoothstep)
"""When the whole grows from the left, and when it comes apart into its tiles."""
WORDS_START, WORDS_STEP, WORDS_TIME = 1.2, 0.05, 0.4
GAP, GROUP_GAP = 5.0, 2.4
"""Between tiles in pixels of a screen of 1080 lines, between groups in grid steps."""
CLASSES = ((0.5, "cool7"), (0.2, "cool6"), (0.0, "cool5"))
"""The tints by the part that a tile is of the greatest: all strong enough for words in the colour of the ground."""
SUM_GAP = 0.8
"""Between the name of a group and its sum, in em."""
GROUP_COLORS = ("cool7", "cool5", "cool6")
SIDES = ("left", "top", "width", "height")
FEW = 8
"""So many tiles carry their unit; of more it is said once, at the foot."""


@dataclass(frozen=True)
class Strip:
    """The room of one group: its tiles in `box`, and above them the `lines` of its head, on one line if it `is_inline`."""

    group: int
    box: Box
    lines: tuple[str, ...]
    is_inline: bool = False


@dataclass(frozen=True)
class Tiles:
    """Parts with the names of their groups, if they have any, in one box."""

    parts: tuple[Portion, ...]
    groups: tuple[str, ...]
    names: Mapping[str, Words]
    highlight: str
    setting: Setting
    is_stacked: bool = False
    """Whether strips lie one below the other."""

    @cached_property
    def box(self) -> Box:
        """The room: nothing stands below the tiles. Each has a gap at its right and below it, the last ones outside the room."""
        box = self.setting.box
        return Box.between(box.left, box.top, box.right + self.gap, box.bottom + 0.8 * self.setting.foot + self.gap)

    @cached_property
    def gap(self) -> float:
        """Pixels between tiles."""
        return self.setting.screen.px(GAP)

    @cached_property
    def order(self) -> tuple[Portion, ...]:
        """What is there of the parts, group by group, the greatest first."""
        there = [part for part in self.parts if part.is_there]
        return tuple(sorted(there, key=lambda part: (part.group, -part.value)))

    @cached_property
    def warm(self) -> Portion | None:
        index = highlighted_portion(self.parts, self.highlight)
        return None if index is None else self.parts[index]

    def key(self, part: Portion) -> str:
        """What tells a part from all others on a screen: places of several series may have the same names."""
        return f"{part.datum.id}/{part.key}" if self.groups and isinstance(part.datum, Series) else part.key

    @cached_property
    def colors(self) -> tuple[str, ...]:
        """The role of every tile."""
        most = max(part.value for part in self.order)

        def color(part: Portion) -> str:
            if part is self.warm:
                return "warm"
            if self.groups:
                return GROUP_COLORS[part.group % len(GROUP_COLORS)]
            return next(role for least, role in CLASSES if part.value >= least * most)

        return tuple(color(part) for part in self.order)

    @cached_property
    def strips(self) -> tuple[Strip, ...]:
        """The groups that have anything in them, each in its strip; one below the other if no others can carry their heads."""
        shown = sorted({part.group for part in self.order})
        sums = [sum_of(self._of(group)) for group in shown]
        side_by_side = _columns(self.box, sums, GROUP_GAP * self.setting.screen.g)
        heads = [self._head(group, room.width) for group, room in zip(shown, side_by_side, strict=True)]
        if not self.is_stacked and all(heads):
            # A little more than their pitch: the tiles are a foot that the heads stand on.
            height = (max(len(lines) for lines in heads) * LINE_PITCH + 0.1) * self.setting.screen.size("small")
            return tuple(
                Strip(group, Box.between(room.left, room.top + height, room.right, room.bottom), lines)
                for group, room, lines in zip(shown, side_by_side, heads, strict=True)
            )
        return self._stacked(shown, sums)

    def _stacked(self, shown: Sequence[int], sums: Sequence[float]) -> tuple[Strip, ...]:
        """Strips one below the other, each with its name and sum on one line above it."""
        head, gap = 1.45 * self.setting.screen.size("small"), 0.5 * GROUP_GAP * self.setting.screen.g
        box = self.box
        room = box.height - head * len(shown) - gap * (len(shown) - 1)
        strips, top = [], box.top
        for group, total in zip(shown, sums, strict=True):
            height = room * total / sum(sums)
            strips.append(Strip(group, Box(box.left, top + head, box.width, height), self._line(group), True))
            top += head + height + gap
        return tuple(strips)

    def _of(self, group: int) -> tuple[Portion, ...]:
        return tuple(part for part in self.order if part.group == group)

    def _said(self, group: int) -> tuple[str, str]:
        """The name of a group and the sum of its parts."""
        language, parts = self.setting.language, self._of(group)
        total, datum = sum_of(parts), parts[0].datum
        values = [total, *(part.value for part in parts)]
        manner = common_manner(values, language, decimals=datum.decimals, scale=datum.scale.word(language))
        return spaced(self.groups[group]), write_in(manner, total, language, unit=datum.unit).text

    def _line(self, group: int) -> tuple[str, str]:
        """The name of a group, cut to the room that the sum behind it leaves, and the sum."""
        size = self.setting.screen.size("small")
        name, total = self._said(group)
        room = self.box.width - (advance(total) + SUM_GAP) * size
        return shortened(name, max(room, 2.0 * size), size, 1, 700)[0], total

    def _head(self, group: int, width: float) -> tuple[str, ...]:
        """The lines above a column; none if its words would have to be broken."""
        size = self.setting.screen.size("small")
        name, total = self._said(group)
        if advance(name, 700) * size <= width and advance(total) * size <= width:
            return name, total
        lines = shortened(name, width, size, 2, 700)
        is_whole = "".join(lines).replace(" ", "") == name.replace(" ", "")
        longest = max((advance(word, 700) for word in name.split()), default=0.0)
        return (*lines, total) if is_whole and longest * size <= width >= advance(total) * size else ()

    @cached_property
    def boxes(self) -> tuple[Box, ...]:
        """The room of every tile, whose area is its part of the whole."""
        if not self.groups:
            return tiling([part.value for part in self.order], self.box)
        tiles: list[Box] = []
        for strip in self.strips:
            tiles += tiling([part.value for part in self._of(strip.group)], strip.box)
        return tuple(tiles)

    @cached_property
    def has_unit(self) -> bool:
        """Whether the figures carry their unit."""
        return len(self.order) <= FEW or self.order[0].datum.unit.get(self.setting.language) in ATTACHED

    @cached_property
    def letterings(self) -> tuple[Lettering, ...]:
        """What is written on every tile."""
        language, gap = self.setting.language, self.gap
        return tuple(
            Lettering(
                self.setting.screen, Box(box.left, box.top, box.width - gap, box.height - gap), self.key(part),
                part.name(self.names, language), self._written(part), is_strong=part is self.warm,
            )
            for part, box in zip(self.order, self.boxes, strict=True)
        )  # fmt: skip

    @cached_property
    def unnamed(self) -> int:
        """How many tiles are too small for a name."""
        return sum(not each.texts for each in self.letterings)

    def _written(self, part: Portion) -> Written:
        return writer(part.datum, self.setting.language, part.value, has_unit=self.has_unit)(1.0)

    def placed(self) -> Placed:
        layers: list[Layer] = [moving_together((GROW, PART), self.bars)]
        for strip in self.strips if self.groups else ():
            layers += [appearing(text, WORDS_START, WORDS_TIME) for text in self.head(strip)]
        shown = [each for each in self.letterings if each.texts]
        for rank, each in enumerate(shown):
            start = WORDS_START + min(WORDS_STEP, STAGGER_LIMIT / len(shown)) * rank
            layers += [appearing(text, start, WORDS_TIME) for text in each.texts]
        return Placed(tuple(layers), self.note())

    def bars(self, t: float) -> Mark:
        """The tiles: at first one block, then apart."""
        grown, gap = GROW.at(t), PART.at(t) * self.gap
        left, top, width, height = (np.array([getattr(box, name) for box in self.boxes]) for name in SIDES)
        # A gap takes no more than a third of a tile, however small.
        narrowed, lowered = np.maximum(width - gap, 0.67 * width), np.maximum(height - gap, 0.67 * height)
        start = self.box.left
        return Bars(
            array(start + (left - start) * grown), array(top), array(narrowed * grown), array(lowered),
            self.colors, keys=tuple(map(self.key, self.order)),
        )  # fmt: skip

    def head(self, strip: Strip) -> tuple[Text, ...]:
        """The name and the sum above the tiles of a group."""
        size = self.setting.screen.size("small")
        last = strip.box.top - 0.42 * size
        key = f"group:{self.groups[strip.group]}"
        if strip.is_inline:
            name, total = strip.lines
            return (Text(strip.box.left, last, (Run(name, size, 700), Run(total, size, gap=SUM_GAP * size)), key=key),)
        first = last - (len(strip.lines) - 1) * LINE_PITCH * size
        return tuple(
            Text(
                strip.box.left, first + number * LINE_PITCH * size,
                (Run(text, size, 400 if number == len(strip.lines) - 1 else 700),), key=key if number == 0 else "",
            )
            for number, text in enumerate(strip.lines)
        )  # fmt: skip

    def note(self) -> str:
        """The unit, if tiles do not carry it, and how many of the parts have no name or no tile."""
        is_chinese, notes = self.setting.is_chinese, []
        if not self.has_unit:
            notes.append(unit_note(self.setting, self.order[0].datum))
        absent = len(self.parts) - len(self.order)
        if self.unnamed:
            notes.append(
                f"{self.unnamed} 块太小 未标名" if is_chinese else f"{_parts(self.unnamed)} too small to be named"
            )
        if self.warm in self.order and not self.letterings[self.order.index(self.warm)].texts:
            name = f"{self.warm.name(self.names, self.setting.language)} {self._written(self.warm).text}"
            notes.append(f"暖色为{name}" if is_chinese else f"in colour: {name}")
        if absent:
            notes.append(f"{absent} 项为零或缺数" if is_chinese else f"{_parts(absent)} zero or not known")
        return EM_SPACE.join(note for note in notes if note)


def _parts(count: int) -> str:
    return f"{count} part{'' if count == 1 else 's'}"


def _columns(box: Box, sums: Sequence[float], gap: float) -> tuple[Box, ...]:
    """Strips side by side, as wide as their sums."""
    room, left, columns = box.width - gap * (len(sums) - 1), box.left, []
    for total in sums:
        width = room * total / sum(sums)
        columns.append(Box(left, box.top, width, box.height))
        left += width + gap
    return tuple(columns)
