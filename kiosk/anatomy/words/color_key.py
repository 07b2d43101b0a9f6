"""Colour keys: a row of small squares or dots with names, for charts whose parts have no room for a label of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from kiosk.anatomy.words.captions import RISE, shortened
from kiosk.layers import Layer, appearing
from kiosk.marks import Bars, Dots, Mark, Run, Text, array
from kiosk.setting import Setting
from kiosk.typeface import advance
from kiosk.typesetting import LINE_PITCH

SIDE, NAME_GAP = 0.64, 0.42
"""The side of a square, and the gap from it to its name, in em."""
BETWEEN = 1.1
"""The least gap from a name to the next square, in em."""
CAPS = 0.73
"""The height of a capital letter, in em: squares are centred on it."""
ROW_PITCH = 1.36


@dataclass(frozen=True)
class ColorKey:
    """Names with their colours in as many rows as a room of `width` pixels asks for; a name that alone is wider is cut short.

    `height` is known before anything is laid out. A warm name is bold, so that colour is not the only cue.
    """

    setting: Setting
    names: tuple[str, ...]
    colors: tuple[str, ...]
    width: float
    shape: Literal["square", "dot"] = "square"
    keys: tuple[str, ...] = ()

    @property
    def size(self) -> float:
        """The size of the names in pixels."""
        return self.setting.screen.size("small")

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The names as they are set."""
        room = max(self.width - self._indent, self.size)
        return tuple(
            (shortened(name, room, self.size, 1, self._weight(index)) or ("",))[0]
            for index, name in enumerate(self.names)
        )

    @cached_property
    def rows(self) -> tuple[tuple[tuple[int, float], ...], ...]:
        """For each row its entries: which one, and where its square begins, in pixels from the left."""
        rows: list[list[tuple[int, float]]] = []
        x = 0.0
        for index in range(len(self.names)):
            extent = self._extent(index)
            if not rows or x + extent > self.width:
                rows.append([])
                x = 0.0
            rows[-1].append((index, x))
            x += extent + BETWEEN * self.size
        return tuple(tuple(row) for row in rows)

    @property
    def height(self) -> float:
        """Pixels from the top of the first row to the foot of the last one; nothing where there are no names."""
        return (LINE_PITCH + (len(self.rows) - 1) * ROW_PITCH) * self.size if self.rows else 0.0

    @property
    def extent(self) -> float:
        """The width of the widest row in pixels."""
        return max((row[-1][1] + self._extent(row[-1][0]) for row in self.rows), default=0.0)

    def layers(self, left: float, top: float, start: float, duration: float = 0.4) -> tuple[Layer, ...]:
        """The key with its upper left corner at (left, top), fading in with the words of its chart."""
        return tuple(appearing(mark, start, duration) for mark in self.marks(left, top))

    def marks(self, left: float, top: float) -> tuple[Mark, ...]:
        """All squares as one mark, then the names."""
        if not self.rows:
            return ()
        size, side = self.size, SIDE * self.size
        places = [
            (left + x, top + (RISE + number * ROW_PITCH) * size) for number, row in enumerate(self.rows) for _, x in row
        ]
        x = array([place for place, _ in places])
        middles = array([baseline - CAPS * size / 2.0 for _, baseline in places])
        sides = array(np.full(len(places), side))
        swatches: Mark = (
            Dots(x + side / 2.0, middles, sides, self.colors)
            if self.shape == "dot"
            else Bars(x, middles - side / 2.0, sides, sides, self.colors)
        )
        names = tuple(
            Text(
                place + self._indent, baseline,
                (Run(text, size, self._weight(index), "warm" if self._weight(index) == 700 else "text"),),
                key=f"name:{self.keys[index]}" if self.keys else "",
            )
            for index, (text, (place, baseline)) in enumerate(zip(self.texts, places, strict=True))
        )  # fmt: skip
        return (swatches, *names)

    @property
    def _indent(self) -> float:
        return (SIDE + NAME_GAP) * self.size

    def _weight(self, index: int) -> int:
        return 700 if self.colors[index] == "warm" else 400

    def _extent(self, index: int) -> float:
        return self._indent + advance(self.texts[index], self._weight(index)) * self.size


def color_key(
    setting: Setting,
    names: Sequence[str],
    colors: Sequence[str],
    width: float,
    shape: Literal["square", "dot"] = "square",
    keys: Sequence[str] = (),
) -> ColorKey:
    """The key of a chart: each name with its colour, in the order of the parts."""
    if len(names) != len(colors) or (keys and len(keys) != len(names)):
        raise ValueError(f"not one colour for each name: {names!r}, {colors!r}, {keys!r}")
    return ColorKey(setting, tuple(names), tuple(colors), width, shape, tuple(keys))
