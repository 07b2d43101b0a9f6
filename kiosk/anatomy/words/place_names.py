"""Place names: what is written on a map, a name with its figure, in the blocks of lines that it may take."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.words.captions import RISE, fits
from kiosk.marks import Run, Text
from kiosk.metrics import Metric, Series
from kiosk.screen import Box
from kiosk.tally import writer
from kiosk.typeface import advance, balanced, spaced
from kiosk.typesetting import width_of

PITCH, INK, BETWEEN = 1.14, 0.94, 0.36
"""From line to line, the ink of one line, and the gap between name and figure on one line, in em."""
MOST_LINES = 3


@dataclass(frozen=True)
class Block:
    """Lines of type of `size` pixels, each with the key of what it says."""

    lines: tuple[tuple[Run, ...], ...]
    keys: tuple[str, ...]
    size: float

    @cached_property
    def width(self) -> float:
        """The width of the widest line in pixels."""
        return max(width_of(runs) for runs in self.lines)

    def steps(self, margin: float) -> tuple[tuple[float, float], ...]:
        """The width and height of each line, with a margin around all of them."""
        last = len(self.lines) - 1
        heights = [(PITCH if index < last else INK) * self.size for index in range(last + 1)]
        heights[0] += margin
        heights[last] += margin
        return tuple((width_of(runs) + 2.0 * margin, high) for runs, high in zip(self.lines, heights, strict=True))

    @property
    def height(self) -> float:
        """From the top of the first line's ink to the foot of the last one's, in pixels."""
        return (INK + (len(self.lines) - 1) * PITCH) * self.size

    def marks(self, box: Box, anchor: Literal["start", "middle", "end"], color: str) -> tuple[Text, ...]:
        """The lines in a box of their size."""
        x = {"start": box.left, "middle": box.middle, "end": box.right}[anchor]
        first = box.top + (box.height - self.height) / 2.0 + (RISE - 0.03) * self.size
        return tuple(
            Text(
                x, first + index * PITCH * self.size, tuple(replace(run, color=color) for run in runs), anchor, key=key
            )
            for index, (runs, key) in enumerate(zip(self.lines, self.keys, strict=True))
        )


@dataclass(frozen=True)
class PlaceName:
    """The name of a thing on a map, and its figure; an empty one is left out."""

    key: str
    name: str
    figure: str
    size: float
    weight: int = 400

    @cached_property
    def told(self) -> tuple[Block, ...]:
        """The ways to set name and figure, the best first: the figure below the name, beside it, below more lines."""
        if not self.figure:
            return self.bare
        below = [self._block(lines, True) for lines in self._broken(MOST_LINES)]
        return (*below[:2], self.level, *below[2:])

    @cached_property
    def bare(self) -> tuple[Block, ...]:
        """The ways to set the name alone, the best first."""
        return tuple(self._block(lines, False) for lines in self._broken(MOST_LINES))

    @property
    def level(self) -> Block:
        """All on one line."""
        runs: tuple[Run, ...] = (Run(spaced(self.name), self.size, self.weight),)
        if self.figure:
            runs += (Run(spaced(self.figure), self.size, self.weight, gap=BETWEEN * self.size),)
        return Block((runs,), (f"name:{self.key}",), self.size)

    def _broken(self, most: int) -> list[tuple[str, ...]]:
        """The name on one line, on two, and so on, as long as no word is broken."""
        text = spaced(self.name)
        result: list[tuple[str, ...]] = []
        for count in range(1, most + 1):
            width = advance(text, self.weight) / count + 0.7 if count > 1 else advance(text, self.weight) + 0.01
            lines = balanced(text, width, self.weight)
            # No character stands alone on a line.
            is_even = len(lines) == count and (count == 1 or min(map(len, lines)) > 1)
            if is_even and fits(self.name, width * self.size, self.size, count, self.weight):
                result.append(lines)
        return result

    def _block(self, lines: tuple[str, ...], has_figure: bool) -> Block:
        rows = [(Run(text, self.size, self.weight),) for text in lines]
        keys = [f"name:{self.key}"] * len(rows)
        if has_figure:
            rows.append((Run(spaced(self.figure), self.size, self.weight),))
            keys.append(f"figure:{self.key}")
        return Block(tuple(rows), tuple(keys), self.size)


def short_figure(datum: Metric | Series, value: float, language: str) -> str:
    """A figure as it stands on a map: without its unit, unless that belongs to the digits."""
    has_unit = datum.unit.get(language) in ATTACHED
    return writer(datum, language, value, has_unit=has_unit)(1.0).text
