"""Ladders: ranked rows one below the other, on each rung a rank, a name, a bar and its figure."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from kiosk.anatomy.geometry.axis import GROUND, MIDDLE, Scale
from kiosk.anatomy.words.captions import fits, label_plan, shortened
from kiosk.anatomy.words.names import joined
from kiosk.layers import Layer, moving
from kiosk.marks import Array, Line, Mark, Run, Text, array
from kiosk.numbers import Written
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, Tally, size_for
from kiosk.typeface import advance
from kiosk.typesetting import LINE_PITCH, Figure

SIZES = (0.160, TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])
NAME_SHARE = 0.4
"""The part of the width that names may take before their bars."""

LEAST_BARS = 0.3
"""The part of the width that is to be left for bars beside their names."""

LEAST_PITCH, LEAST_PITCH_ABOVE = 1.7, 2.9
"""The least height of a row, in small type: with the name before its bar, and above it."""


@dataclass(frozen=True)
class Ladder:
    """Rows in a box, as many as have room and at most `most`; things stand at places counted from 0 at the top.

    `names` and `ranks` of all things that may ever stand on it, `warm` the highlighted ones; `writes` write the widest
    figures, `span` is the range of values. `above` decides whether names stand above their bars; None leaves it to the room.
    """

    setting: Setting
    box: Box
    names: tuple[str, ...]
    ranks: tuple[str, ...]
    warm: tuple[int, ...]
    writes: tuple[Callable[[float], Written], ...]
    span: tuple[float, float]
    most: int
    above: bool | None = None

    @cached_property
    def is_above(self) -> bool:
        """Whether names stand above their bars: on an upright screen, or where they would leave too little room for bars."""
        if self.above is not None:
            return self.above
        if self.setting.screen.shape == "portrait":
            return True
        screen, box = self.setting.screen, self.box
        small, room = screen.size("small"), NAME_SHARE * box.width
        rows = min(self.most, len(self.names), int(box.height / (LEAST_PITCH * small)))
        lines = 2 if box.height > 2.7 * small * rows else 1
        if not all(
            fits(joined(name), room, small, lines, self._weight(index)) for index, name in enumerate(self.names)
        ):
            return box.height > LEAST_PITCH_ABOVE * small
        names = min(room, max(advance(joined(name), 700) for name in self.names) * small)
        figures = max((Tally(write, small, screen).width for write in self.writes), default=0.0)
        return box.width - self._indent(small) - names - figures - 4.0 * screen.g < LEAST_BARS * box.width

    @cached_property
    def rows(self) -> int:
        """How many rows there are room for."""
        least = (LEAST_PITCH_ABOVE if self.is_above else LEAST_PITCH) * self.setting.screen.size("small")
        return max(1, min(self.most, len(self.names), int(self.box.height / least)))

    @cached_property
    def pitch(self) -> float:
        """From one row to the next."""
        return self.box.height / self.rows

    @cached_property
    def rank_size(self) -> float:
        """The size of the ranks: that of the names."""
        return self.name_plan[0]

    @cached_property
    def indent(self) -> float:
        """From the left edge to the names."""
        return self._indent(self.rank_size)

    def _weight(self, index: int) -> int:
        return 700 if index in self.warm else 400

    def _indent(self, size: float) -> float:
        widest = max((advance(rank, 700) for rank in self.ranks), default=0.0)
        return (widest * size + 2.0 * self.setting.screen.g) if widest else 0.0

    @cached_property
    def name_room(self) -> float:
        """The greatest width of a name."""
        return (
            self.box.width - self._indent(self.setting.screen.size("label"))
            if self.is_above
            else NAME_SHARE * self.box.width
        )

    @cached_property
    def name_plan(self) -> tuple[float, int]:
        """The size of the names and the lines they may have."""
        height = (0.46 if self.is_above else 0.95) * self.pitch
        names = tuple(joined(name) for name in self.names)
        size, lines, _ = label_plan(names, self.warm, self.name_room, height, self.setting.screen)
        return size, 1 if self.is_above else lines

    @cached_property
    def name_lines(self) -> tuple[tuple[str, ...], ...]:
        """The lines of every name."""
        size, most = self.name_plan
        return tuple(
            shortened(joined(name), self.name_room, size, most, self._weight(index))
            for index, name in enumerate(self.names)
        )

    @cached_property
    def lines(self) -> int:
        """The most lines of a name."""
        return max(len(lines) for lines in self.name_lines)

    @cached_property
    def head(self) -> float:
        """The height of the name above a bar."""
        return 1.3 * self.name_plan[0] if self.is_above else 0.0

    @cached_property
    def thickness(self) -> float:
        """The height of a bar."""
        g = self.setting.screen.g
        if self.is_above:
            return min(0.62 * (self.pitch - self.head), 12.0 * g)
        return min(0.56 * self.pitch, 12.0 * g)

    @cached_property
    def figure_size(self) -> float:
        """The size of the figures."""
        height = max(
            min(1.1 * self.thickness, 0.8 * (self.pitch - self.head)), 0.75 * self.setting.screen.size("small")
        )
        found = size_for(self.writes, self.setting.screen, 0.26 * self.box.width, height, SIZES)
        return found or self.setting.screen.size("small")

    @cached_property
    def scale(self) -> Scale:
        """From values to the ends of bars, with room for a figure beyond them."""
        widest = max((Tally(write, self.figure_size, self.setting.screen).width for write in self.writes), default=0.0)
        room, left = widest + 1.4 * self.setting.screen.g, self.box.left + self.indent
        if not self.is_above:
            widest_name = max(
                advance(line, self._weight(index))
                for index, lines in enumerate(self.name_lines)
                for line in lines or ("",)
            )
            left += widest_name * self.name_plan[0] + 2.0 * self.setting.screen.g
        low, high = self.span
        return Scale(low, high, left + (room if low < 0.0 else 0.0), self.box.right - (room if high > 0.0 else 0.0))

    @property
    def zero(self) -> float:
        """Where bars begin."""
        return self.scale.at(0.0)

    def top(self, place: float) -> float:
        """The top of the bar at a place, which may be between two rows."""
        row = self.box.top + self.pitch * place
        return row + self.head if self.is_above else row + (self.pitch - self.thickness) / 2.0

    def tops(self, places: Array) -> Array:
        """The tops of the bars at many places."""
        return array(self.top(0.0) + self.pitch * places)

    def rank(self, text: str, place: float, is_warm: bool, opacity: float = 1.0) -> Text:
        """The rank at a place, at the edge that all words of the page begin at."""
        size = self.rank_size
        run = Run(text, size, 700 if is_warm else 400, "warm" if is_warm else "muted")
        return Text(self.box.left, self._baseline(place, 0, 1), (run,), "start", opacity)

    def name(self, index: int, line: int, place: float, opacity: float = 1.0, key: str = "") -> Text:
        """One line of a name at a place; those that a shorter name lacks are empty."""
        lines, is_warm = self.name_lines[index], index in self.warm
        x, y = self.box.left + self.indent, self._baseline(place, line, len(lines))
        if line >= len(lines):
            return Text(x, y, (), opacity=0.0)
        run = Run(lines[line], self.name_plan[0], 700 if is_warm else 400, "warm" if is_warm else "text")
        return Text(x, y, (run,), opacity=opacity, key=f"name:{key}" if key and not line else "")

    def figure(self, shape: Figure, value: float, place: float, opacity: float = 1.0, key: str = "") -> Text:
        """A figure beyond the end of its bar."""
        end, gap, anchor = self.scale.at(value), 1.4 * self.setting.screen.g, self.side(value)
        y = self.top(place) + self.thickness / 2.0 + DIGIT_INK * self.figure_size / 2.0
        x = end + gap if anchor == "start" else end - gap
        return Text(x, y, shape.runs, anchor, opacity, key=key and f"figure:{key}")

    def side(self, value: float) -> Literal["start", "end"]:
        """Which end of its figure lies at the end of a bar."""
        return "end" if value < 0.0 else "start"

    def ground(self) -> tuple[Layer, ...]:
        """The upright line of zero, drawn from the top; names above their bars leave no room for one."""
        if self.is_above:
            return ()
        top, bottom, x = self.box.top, self.box.top + self.rows * self.pitch, self.zero

        def grow(progress: float) -> Mark:
            y = array([top, top + (bottom - top) * progress])
            return Line(np.full(2, x), y, "axis", self.setting.screen.px(3), cap="flat")

        return (moving(GROUND, grow),)

    def _baseline(self, place: float, line: int, lines: int) -> float:
        size = self.name_plan[0]
        if self.is_above:
            return self.top(place) - 0.38 * size
        middle = self.top(place) + self.thickness / 2.0
        return middle + MIDDLE * size + (line - (lines - 1) / 2.0) * LINE_PITCH * size
