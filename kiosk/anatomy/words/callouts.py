"""Callouts: figures with their labels beside what they name, moved apart so that none covers another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kiosk.anatomy.words.captions import longest_word, shortened
from kiosk.layers import Layer, appearing
from kiosk.marks import Run, Text
from kiosk.numbers import Written
from kiosk.screen import Screen
from kiosk.tally import Tally
from kiosk.typeface import advance
from kiosk.typesetting import LINE_PITCH

LABEL_GAP, FIGURE_GAP = 0.28, 0.06
"""Between the foot of a figure and the top of its label, in em of the label and of the figure, added up."""

INLINE_GAP = 0.5
"""Between a figure and the label beside it, in em of the label."""


@dataclass(frozen=True)
class Callout:
    """A figure of `size` pixels with its label below it in type of `label_size`, broken into lines of `width` pixels.

    `beside` > 0 sets the label beside the figure instead, which has a room of so many pixels.
    The label is cut short after `most` lines.
    """

    write: Callable[[float], Written]
    label: str
    size: float
    label_size: float
    width: float
    screen: Screen
    color: str = "text"
    is_strong: bool = False
    beside: float = 0.0
    most: int = 9

    @cached_property
    def tally(self) -> Tally:
        """The figure."""
        return Tally(self.write, self.size, self.screen, self.color)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the label."""
        width = self.width - self._indent
        return shortened(self.label, max(width, self.label_size), self.label_size, self.most, self.weight)

    @property
    def _indent(self) -> float:
        return self.beside + INLINE_GAP * self.label_size if self.beside else 0.0

    @property
    def _first(self) -> float:
        """From the top of the digits to the first baseline of the label."""
        if self.beside:
            return self.tally.ink
        return self.tally.ink + self.tally.depth + (LABEL_GAP + 0.88) * self.label_size + FIGURE_GAP * self.size

    @property
    def weight(self) -> int:
        """The weight of the label."""
        return 700 if self.is_strong else 400

    @property
    def height(self) -> float:
        """Pixels from the top of the digits to the foot of the label."""
        if not self.lines:
            return self.tally.ink + self.tally.depth
        return self._first + ((len(self.lines) - 1) * LINE_PITCH + 0.25) * self.label_size

    @property
    def extent(self) -> float:
        """The width of the widest line or the figure in pixels."""
        widest = max((advance(text, self.weight) for text in self.lines), default=0.0)
        if self.beside:
            return self._indent + widest * self.label_size
        return max(self.tally.width, widest * self.label_size)

    @property
    def is_fitting(self) -> bool:
        """Whether figure and label, without broken words, are no wider than `width`."""
        longest = longest_word(self.label, self.weight) * self.label_size
        return max(self.tally.width, self._indent + longest) <= self.width

    def layers(
        self, x: float, top: float, anchor: Literal["start", "middle", "end"], start: float
    ) -> tuple[Layer, ...]:
        """The callout with the top of its digits at `top`, fading in."""
        figure = self.tally.at(1.0, x, top + self.tally.ink, anchor)
        return tuple(appearing(mark, start) for mark in (figure, *self.label_marks(x, top, anchor)))

    def label_marks(self, x: float, top: float, anchor: Literal["start", "middle", "end"]) -> tuple[Text, ...]:
        """The lines of the label, below a figure whose digits have their top at `top`."""
        first = top + self._first
        x += {"start": self._indent, "middle": 0.0, "end": -self._indent}[anchor]
        return tuple(
            Text(
                x,
                first + number * LINE_PITCH * self.label_size,
                (Run(text, self.label_size, self.weight, "text"),),
                anchor,
            )
            for number, text in enumerate(self.lines)
        )


def spread(wanted: Sequence[float], lengths: Sequence[float], low: float, high: float, gap: float) -> tuple[float, ...]:
    """Where things begin that would like to begin at `wanted`: moved as little as need be, between `low` and `high`.

    They keep the order they are given in. Things that would touch are moved together about their common place. Where there
    is too little room they share what there is.
    """
    if not wanted:
        return ()
    spare = high - low - sum(lengths)
    gap = min(gap, spare / (len(lengths) - 1)) if len(lengths) > 1 else gap
    groups: list[tuple[list[int], float]] = []
    for index, start in enumerate(wanted):
        groups.append(([index], min(max(start, low), high - lengths[index])))
        while len(groups) > 1 and groups[-2][1] + _length(groups[-2][0], lengths, gap) + gap > groups[-1][1] + 1e-9:
            members = groups[-2][0] + groups[-1][0]
            total = _length(members, lengths, gap)
            offsets, offset = [], 0.0
            for member in members:
                offsets.append(wanted[member] - offset)
                offset += lengths[member] + gap
            start = min(max(sum(offsets) / len(offsets), low), high - total)
            groups[-2:] = [(members, start)]
    result = [0.0] * len(wanted)
    for members, start in groups:
        for member in members:
            result[member] = start
            start += lengths[member] + gap
    return tuple(result)


def _length(members: Sequence[int], lengths: Sequence[float], gap: float) -> float:
    return sum(lengths[member] for member in members) + gap * (len(members) - 1)
