"""Star: profiles on axes about one middle, the name and the figures of each axis at its outer end."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.spokes import AXIS_GAP, FIGURE_GAP, Spokes, SpokeWords
from kiosk.anatomy.words.counting import Counting
from kiosk.anatomy.words.thing_names import ThingNames
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Array, Dots, Line, Mark, Run, Shapes, Text, array
from kiosk.metrics import Series
from kiosk.motion import Track
from kiosk.numbers import Written, write
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, writer
from kiosk.typeface import advance, spaced
from kiosk.typesetting import LINE_PITCH, Anchor

GROUND = Track(0.0, 0.5)
WORDS = Track(0.3, 0.4)
GROW = (Track(0.7, 1.2), Track(0.4, 1.2))
COLORS = ("warm", "cool")
FILL = 0.24
"""The opacity of a profile within its outline."""
MOST_LARGE = 6
"""So many axes may have large words."""


@dataclass(frozen=True)
class Star:
    """One or two profiles on named axes; `shares`: how far out each value lies, 0 to 1; `step`: how far the rings are apart."""

    series: tuple[Series, ...]
    axes: tuple[str, ...]
    shares: tuple[Array, ...]
    step: float
    setting: Setting
    note: str = ""
    has_own_scales: bool = False

    @cached_property
    def things(self) -> ThingNames:
        """The names of the things that are compared."""
        names = tuple(spaced(series.name(self.setting.language)) for series in self.series)
        return ThingNames(names, COLORS[: len(names)], self.setting)

    @cached_property
    def spokes(self) -> Spokes:
        """The axes; where the room is low they stand astride, which lets them be longer."""
        things, screen = self.things, self.setting.screen
        small, label = screen.size("small"), screen.size("label")
        names, is_many = tuple(map(spaced, self.axes)), len(self.axes) > MOST_LARGE
        is_short = all(advance(name) * label <= 0.2 * things.rest.width for name in names)
        has_small_figures = is_many or (things.is_tall and len(self.series) > 1)
        spokes = Spokes(
            names, tuple(tuple(self.write(series, index) for series in self.series) for index in range(len(names))),
            things.colors, things.rest, screen, label if is_short and not is_many and not things.is_on_top else small,
            small if has_small_figures else label, not things.is_tall,
        )  # fmt: skip
        return spokes if spokes.is_whole else replace(spokes, writers=(), name_size=small)

    @property
    def angles(self) -> Array:
        """The angles of the axes, clockwise from the top, in radians."""
        return self.spokes.angles

    def write(self, series: Series, index: int) -> Callable[[float], Written]:
        """How a value is written: on a scale of its own it does not need the decimals of the others."""
        value, language = float(series.y[index]), self.setting.language
        if not self.has_own_scales:
            return writer(series, language, value)
        final = int(value) if value.is_integer() else value
        return lambda progress: write(
            final, language, None if progress >= 1.0 else value * progress, unit=series.unit,
            decimals=series.decimals, scale=series.scale.word(language),
        )  # fmt: skip

    def placed(self) -> Placed:
        radius, labels, tops = self.spokes.plan
        x, y = self.spokes.middle(radius)
        layers = self.ground(x, y, radius)
        (first, *rest), others = self.profile(0, x, y, radius), range(1, len(self.series))
        layers += [first, *(layer for number in others for layer in self.profile(number, x, y, radius)), *rest]
        for index, (label, top) in enumerate(zip(labels, tops, strict=True)):
            layers += self.words(index, label, x, y, top, radius)
        return Placed((*layers, *self.things.layers(WORDS)), self.note)

    def ground(self, x: float, y: float, radius: float) -> list[Layer]:
        """The axes and at most three rings."""
        px, count = self.setting.screen.px, len(self.angles)
        across, up = np.sin(self.angles), np.cos(self.angles)
        round_ = np.append(np.arange(count), 0)
        rings = [share for share in (self.step, 2 * self.step, 3 * self.step) if share <= 1.0 + 1e-9]
        ring_x = np.array([x + radius * share * across[round_] for share in rings])
        ring_y = np.array([y - radius * share * up[round_] for share in rings])
        axis_x = np.stack([np.full(count, x), x + radius * across], axis=1)
        axis_y = np.stack([np.full(count, y), y - radius * up], axis=1)

        def rays(progress: float) -> Mark:
            return Line(
                array(x + (axis_x - x) * progress), array(y + (axis_y - y) * progress), "axis", px(2.0), cap="flat"
            )

        layers: list[Layer] = [moving(GROUND, rays)]
        if rings:
            mark = Line(array(ring_x), array(ring_y), "hair", px(2.5), cap="flat")
            layers.insert(0, appearing(mark, GROUND.start, GROUND.duration))
        return layers

    def profile(self, number: int, x: float, y: float, radius: float) -> list[Layer]:
        """A profile that grows from the middle: its fill, its outline and its corners."""
        px, shares, color, series = self.setting.screen.px, self.shares[number], COLORS[number], self.series[number]
        across, up = radius * shares * np.sin(self.angles), radius * shares * np.cos(self.angles)
        count = len(shares)

        def fill(progress: float) -> Mark:
            return Shapes(
                array(x + progress * across), array(y - progress * up), (count,), color=color,
                opacity=FILL * min(1.0, 4.0 * progress), keys=(series.id or self.things.names[number],),
            )  # fmt: skip

        def outline(progress: float) -> Mark:
            return Line(
                array(x + progress * across), array(y - progress * up), color, px(7.0 if number == 0 else 5.0),
                min(1.0, 4.0 * progress), closed=True,
            )  # fmt: skip

        def corners(progress: float) -> Mark:
            return Dots(
                array(x + progress * across), array(y - progress * up), np.full(count, px(20.0 if number == 0 else 16.0)),
                color, min(1.0, 4.0 * progress), keys=tuple(f"{series.id}/{place}" for place in series.labels),
            )  # fmt: skip

        track = GROW[number if len(self.series) > 1 else 1]
        # Where two fills lie on each other neither has its colour any more.
        filled = [moving(track, fill)] if number == 0 else []
        return [*filled, moving(track, outline), moving(track, corners)]

    def words(self, index: int, label: SpokeWords, x: float, y: float, top: float, radius: float) -> list[Layer]:
        """The name and the figures of an axis, clear of all axes and of what joins their ends."""
        spokes, is_right = self.spokes, math.sin(self.angles[index]) > 0.0
        if label.is_inline:
            left = x - label.width / 2.0
            ink = DIGIT_INK * (label.tallies[0].size if label.tallies else label.size)
            foot = top + label.height / 2.0 + ink / 2.0
            layers = self.name(index, label.lines, left, foot, label.size, "start")
            return [*layers, *self.figures(index, label, left + label.name_width + FIGURE_GAP * label.size, foot)]
        edge = spokes.breadth(radius, top - y, top - y + label.height) + AXIS_GAP * self.setting.screen.g
        edge = min(edge, spokes.half_room(index, x) - label.width)
        left = x + edge if is_right else x - edge
        anchor: Anchor = "start" if is_right else "end"
        start = left if is_right else left - label.figures_width
        return [
            *self.name(index, label.lines, left, top + 0.88 * label.size, label.size, anchor),
            *self.figures(index, label, start, top + label.height),
        ]

    def name(self, index: int, lines: Sequence[str], x: float, y: float, size: float, anchor: Anchor) -> list[Layer]:
        """The name of an axis."""
        return [
            appearing(
                Text(
                    x, y + number * LINE_PITCH * size, (Run(text, size, 400, "muted" if len(self.series) > 1 else "text"),),
                    anchor, key=f"name:{self.series[0].labels[index]}",
                ),
                WORDS.start, WORDS.duration,
            )
            for number, text in enumerate(lines)
        ]  # fmt: skip

    def figures(self, index: int, label: SpokeWords, x: float, y: float) -> list[Layer]:
        """The figures of an axis, counting as their profiles grow."""
        layers: list[Layer] = []
        for number, tally in enumerate(label.tallies):
            key = f"figure:{self.series[number].id}/{self.series[0].labels[index]}"
            track = GROW[number if len(self.series) > 1 else 1]
            layers.append(moving(track, Counting(tally, x, y, key=key)))
            x += tally.width + FIGURE_GAP * tally.size
        return layers
