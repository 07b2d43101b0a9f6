"""Level figures: the one figure that a map is about, large at its side or above it, on a rule that leads to its place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np

from kiosk.anatomy.words.captions import longest_word, shortened
from kiosk.layers import Layer, appearing, moving
from kiosk.marks import Line, Mark, Run, Text, array
from kiosk.motion import Track, lerp, out_cubic
from kiosk.numbers import Written
from kiosk.screen import TYPE, Box, Screen
from kiosk.tally import DIGIT_INK, Tally
from kiosk.typeface import advance
from kiosk.typesetting import LINE_PITCH, Anchor

SIZES = (TYPE["medium"], 0.160, TYPE["banner"], TYPE["title"])
RULE, CASING = 3.0, 11.0
"""Pixels of a screen of 1080 lines: the rule, and the gap that it leaves in what it crosses."""
ABOVE_RULE, ABOVE_FIGURE = 2.0, 1.8
"""From the rule to the foot of the figure and from its digits to the name above, in grid steps."""
COMMA, CLEAR = 0.15, 0.8
"""How deep a comma hangs below the digits, in em, and how far it stays from the rule, in grid steps."""
MOST_LINES = 3
HARDLY = 0.92
"""How much smaller a map may be for the sake of a figure at its side."""


@dataclass(frozen=True)
class LevelFigure:
    """A figure of `size` pixels with its name above, in a room `width` pixels wide; `anchor` says which end they share."""

    write: Callable[[float], Written]
    name: str
    key: str
    screen: Screen
    size: float
    width: float
    anchor: Literal["start", "end"] = "end"

    @cached_property
    def tally(self) -> Tally:
        """The figure."""
        return Tally(self.write, self.size, self.screen, "warm")

    @cached_property
    def label_size(self) -> float:
        """The size of the name: smaller where a word would be too wide."""
        label = self.screen.size("label")
        return label if longest_word(self.name, 700) * label <= self.width else self.screen.size("small")

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the name."""
        return shortened(self.name, self.width, self.label_size, MOST_LINES, 700)

    @property
    def extent(self) -> float:
        """The width of the figure or of the widest line of the name in pixels."""
        return max([self.tally.width, *(advance(text, 700) * self.label_size for text in self.lines)])

    @cached_property
    def above_rule(self) -> float:
        """Pixels from the rule to the foot of the digits; more where a comma would strike it."""
        g = self.screen.g
        deep = COMMA * self.size + CLEAR * g if "," in self.write(1.0).text else 0.0
        return max(ABOVE_RULE * g, deep)

    @property
    def height(self) -> float:
        """Pixels from the top of the name to the rule."""
        name = (0.88 + (len(self.lines) - 1) * LINE_PITCH) * self.label_size
        return name + ABOVE_FIGURE * self.screen.g + self.above_rule + DIGIT_INK * self.size

    def box(self, x: float, y: float) -> Box:
        """What figure and name take above a rule at `y`, their shared end at `x`."""
        return Box(x - (self.extent if self.anchor == "end" else 0.0), y - self.height, self.extent, self.height)

    def level(self, y: float, room: Box) -> float:
        """The y of the rule that is nearest to `y` in a room."""
        return min(max(y, room.top + self.height), room.bottom - self.screen.px(RULE))

    def words(self, x: float, y: float, count: Track) -> tuple[Layer, ...]:
        """The figure on its way, then the name."""
        g = self.screen.g
        baseline = y - self.above_rule
        last = baseline - DIGIT_INK * self.size - ABOVE_FIGURE * g
        pitch = LINE_PITCH * self.label_size
        texts = [
            Text(
                x, last - (len(self.lines) - 1 - index) * pitch, (Run(text, self.label_size, 700, "text"),), self.anchor,
                key=f"name:{self.key}",
            )
            for index, text in enumerate(self.lines)
        ]  # fmt: skip
        anchor: Anchor = "end" if self.anchor == "end" else "ink"
        figure = moving(
            count, lambda progress: replace(self.tally.at(progress, x, baseline, anchor), key=f"figure:{self.key}")
        )
        return (figure, *(appearing(text, count.start + 0.4) for text in texts))


def fitted_level(
    write: Callable[[float], Written],
    name: str,
    key: str,
    screen: Screen,
    width: float,
    height: float,
    anchor: Literal["start", "end"] = "end",
) -> LevelFigure:
    """The level figure in the greatest size that fits into a room; where none does, the least."""
    result = None
    for fraction in SIZES:
        size = float(round(fraction * screen.u * screen.scale))
        result = LevelFigure(write, name, key, screen, size, width, anchor)
        if result.tally.width <= width and result.height <= height:
            break
    if result is None:
        raise ValueError("no sizes to choose from")
    return result


def room_beside(figure: LevelFigure, box: Box, gap: float) -> Box:
    """What a figure at the right of a box, or above, leaves of it."""
    if figure.anchor == "end":
        return Box(box.left, box.top, box.width - figure.extent - gap, box.height)
    return Box.between(box.left, box.top + figure.height + gap, box.right, box.bottom)


def is_better_at_side(side: LevelFigure, above: LevelFigure, box: Box, gap: float, aspect: float) -> bool:
    """Whether a map of that shape is larger, or hardly smaller, with its figure at the side than above."""
    rooms = (room_beside(each, box, gap) for each in (side, above))
    beside, below = (min(room.width, room.height * aspect) for room in rooms)
    return beside >= HARDLY * below


def rule_layers(points: tuple[tuple[float, float], ...], screen: Screen, track: Track) -> tuple[Layer, ...]:
    """A rule drawn along points from the first on, with a gap in what it crosses."""
    x, y = array([place for place, _ in points]), array([place for _, place in points])
    way = np.concatenate([np.zeros(1), np.cumsum(np.hypot(np.diff(x), np.diff(y)))])

    def draw(color: str, width: float) -> Callable[[float], Mark]:
        def until(progress: float) -> Mark:
            reached = np.minimum(way, lerp(0.0, float(way[-1]), progress))
            return Line(array(np.interp(reached, way, x)), array(np.interp(reached, way, y)), color, width, cap="flat")

        return until

    return (
        moving(track, draw("ground", screen.px(CASING))),
        moving(track, draw("warm", screen.px(RULE))),
    )


COUNT = Track(0.9, 1.3, out_cubic)
"""When the figure counts up."""
