"""Naming: the name of one figure, and what else is to be said of it, as a block of lines beside or below its drawing."""

import itertools
from dataclasses import dataclass
from functools import cached_property

from kiosk.anatomy.words.captions import fits, shortened
from kiosk.layers import Layer, appearing
from kiosk.marks import Run, Text
from kiosk.setting import Setting
from kiosk.typeface import advance, balanced, spaced
from kiosk.typesetting import LINE_PITCH, Anchor

NAME_START, NAME_TIME = 0.3, 0.4
ASCENT, DESCENT = 0.86, 0.24
DETAIL_GAP = 0.7
"""From the foot of the name to the top of its details, in em of the details."""


@dataclass(frozen=True)
class Naming:
    """A name with details below it in smaller type, all as large as a room of `width` by `height` pixels allows."""

    setting: Setting
    name: str
    width: float
    height: float
    details: tuple[str, ...] = ()
    key: str = ""
    roles: tuple[str, ...] = ("title", "label", "small")
    detail_color: str = "muted"

    @cached_property
    def plan(self) -> tuple[float, int]:
        """The size of the name and how many lines it may take."""
        screen = self.setting.screen
        # What the author parted with a space is not parted elsewhere if smaller type can help it.
        phrase = max((advance(part) for part in self.name.split()), default=0.0)
        for keeps_phrases, role in itertools.product((True, False), self.roles):
            size = screen.size(role)
            if keeps_phrases and phrase * size > self.width:
                continue
            for lines in range(1, 6):
                if self._height(size, lines) <= self.height and fits(self.name, self.width, size, lines):
                    return size, lines
        size = screen.size("small")
        room = int((self.height - self._height(size, 1)) / (LINE_PITCH * size)) + 1
        return size, max(1, room)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the name."""
        size, most = self.plan
        width = max(self.width, size)
        if fits(self.name, width, size, most):
            return balanced(spaced(self.name), width / size)
        return shortened(self.name, width, size, most)

    @cached_property
    def detail_lines(self) -> tuple[str, ...]:
        """The lines of the details."""
        small = self.setting.screen.size("small")
        return tuple(line for detail in self.details for line in shortened(detail, max(self.width, small), small, 2))

    def _height(self, size: float, lines: int) -> float:
        small, count = self.setting.screen.size("small"), len(self.detail_lines)
        details = (DETAIL_GAP + LINE_PITCH * count) * small if count else 0.0
        return (ASCENT + DESCENT + LINE_PITCH * (lines - 1)) * size + details

    @property
    def block_height(self) -> float:
        """Pixels from the top of the first line to the foot of the last."""
        return self._height(self.plan[0], max(1, len(self.lines)))

    @property
    def extent(self) -> float:
        """The width of the widest line in pixels."""
        small = self.setting.screen.size("small")
        widths = [advance(text) * self.plan[0] for text in self.lines]
        return max([*widths, *(advance(text) * small for text in self.detail_lines)], default=0.0)

    def marks(self, x: float, top: float, anchor: Anchor = "start") -> tuple[Text, ...]:
        """The lines, the top of the first at `top`."""
        size, small = self.plan[0], self.setting.screen.size("small")
        baseline, marks = top + ASCENT * size, []
        for number, text in enumerate(self.lines):
            key = f"name:{self.key}" if self.key else ""
            y = baseline + number * LINE_PITCH * size
            marks.append(Text(x, y, (Run(text, size),), anchor, key=key))
        foot = baseline + (max(1, len(self.lines)) - 1) * LINE_PITCH * size + DESCENT * size
        for number, text in enumerate(self.detail_lines):
            y = foot + (DETAIL_GAP + ASCENT + number * LINE_PITCH) * small
            marks.append(Text(x, y, (Run(text, small, 400, self.detail_color),), anchor))
        return tuple(marks)

    def layers(self, x: float, top: float, anchor: Anchor = "start") -> tuple[Layer, ...]:
        """The lines, fading in."""
        return tuple(appearing(mark, NAME_START, NAME_TIME) for mark in self.marks(x, top, anchor))
