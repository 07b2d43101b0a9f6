"""Parts: several shares of a whole as pieces of a circle, each with its figure and label outside."""

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np

from kiosk.anatomy.bodies.circle import SWEEP, WORDS_START, Centre, Circle
from kiosk.anatomy.bodies.elbow import Elbow, elbow
from kiosk.anatomy.bodies.listed_circle import TALL, ListedCircle
from kiosk.anatomy.words.callouts import Callout, spread
from kiosk.anatomy.words.part_list import Row
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Array, Line, Mark, array
from kiosk.screen import Box
from kiosk.tally import DIGIT_INK, Tally
from kiosk.typeface import advance

TRIALS: tuple[tuple[float, str], ...] = (
    (1.0, "banner"),
    (1.0, "title"),
    (0.85, "title"),
    (1.0, "label"),
    (0.85, "label"),
    (0.85, "small"),
    (0.75, "small"),
)
"""Ways to make room for callouts, the best first: the share of the largest radius, and the size of figures."""
UNBROKEN = 5.0
"""Names up to so many em are not broken."""


@dataclass(frozen=True)
class Parts(Circle):
    """Several parts: callouts at both sides of the circle or, where there is no room for these, a list of the parts."""

    centre: Centre | None = None

    @cached_property
    def middles(self) -> Array:
        """The middle angle of each part, clockwise from the top, in radians."""
        return np.radians(self.starts + self.spans / 2.0)

    @cached_property
    def sides(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The parts at the right and at the left, each from the top."""
        away = np.sin(self.middles)
        order = [int(index) for index in np.argsort(-np.cos(self.middles), kind="stable")]
        return (
            tuple(index for index in order if away[index] >= 0.0),
            tuple(index for index in order if away[index] < 0.0),
        )

    def callouts(self, width: float, role: str, *, is_inline: bool = False) -> tuple[Callout, ...]:
        """The callouts of all parts in lines of `width` pixels."""
        screen = self.setting.screen
        beside = max(Tally(each.write, screen.size(role), screen).width for each in self.slices) if is_inline else 0.0
        label_size = screen.size("label" if role == "banner" else "small")
        return tuple(
            Callout(
                each.write, each.label, screen.size(role), label_size,
                width, screen, each.ink, each.is_warm, beside,
            )
            for each in self.slices
        )  # fmt: skip

    @cached_property
    def box(self) -> Box:
        """The room: a little lower than that of charts that have labels at their foot."""
        box, setting = self.setting.box, self.setting
        return Box.between(box.left, box.top + setting.screen.g, box.right, box.bottom + 0.6 * setting.foot)

    @cached_property
    def largest(self) -> float:
        """The greatest radius that leaves room for words at all."""
        box = self.box
        return min(0.5 * box.height, 0.24 * box.width)

    @cached_property
    def fitted(self) -> tuple[float, tuple[Callout, ...]] | None:
        """The radius and the callouts: the first of `TRIALS` in which all have room and no leader crosses the circle."""
        if self.box.height > TALL * self.box.width:
            return None
        for share, role in TRIALS:
            outer = share * self.largest
            for width in self.widths(outer):
                for is_inline in (False, True) if role in {"small", "label"} else (False,):
                    made = self.callouts(width, role, is_inline=is_inline)
                    if self.has_room(made, outer) and self.is_clear(made, outer):
                        return outer, made
        return None

    def has_room(self, callouts: tuple[Callout, ...], outer: float) -> bool:
        """Whether callouts fit beside a circle of that radius."""
        box, g = self.box, self.setting.screen.g
        if not all(each.is_fitting and _is_unbroken(each) for each in callouts):
            return False
        if not self.holds(outer):
            return False
        return all(
            sum(callouts[index].height for index in side) + 1.2 * g * (len(side) - 1) <= box.height
            for side in self.sides
        )

    def is_clear(self, callouts: tuple[Callout, ...], outer: float) -> bool:
        """Whether no leader crosses the circle."""
        return all(
            self.elbow(index, outer, level, sign).is_clear
            for side, sign in zip(self.sides, (1, -1), strict=True)
            for index, level in zip(side, self._levels(side, callouts, outer), strict=True)
        )

    def widths(self, outer: float) -> tuple[float, ...]:
        """The widths that labels may take, the best first."""
        box, g = self.box, self.setting.screen.g
        room = box.width / 2.0 - outer - 5 * g
        return (min(room, 42 * g), room)

    def placed(self) -> Placed:
        if self.fitted is None:
            return self.listed()
        (outer, made), box = self.fitted, self.box
        x, y = box.middle, box.top + box.height / 2.0
        layers = self.circle(x, y, outer)
        right, left = self.sides
        layers += [*self.beside(right, made, outer, x, y, 1), *self.beside(left, made, outer, x, y, -1)]
        return Placed(tuple(layers))

    def circle(self, x: float, y: float, outer: float) -> list[Layer]:
        """The pieces, and what stands in the hole."""
        layers = self.wedges(x, y, outer)
        if self.centre is not None:
            layers += self.centre_figure(self.centre, x, y, 2 * outer * self.hole, "text")
        return layers

    def listed(self) -> Placed:
        """The circle with a list of its parts."""
        is_tall = self.box.height > TALL * self.box.width
        rows = tuple(
            Row(
                each.short if is_tall and each.short else each.label, each.write, each.ink, each.key, float(start),
                float(span), each.color,
            )
            for each, start, span in zip(self.slices, self.starts, self.spans, strict=True)
        )  # fmt: skip
        total = Row(self.centre.label, self.centre.write, key="total", is_head=True) if self.centre else None
        return ListedCircle(self.setting, self.box, (rows,), (rows,), total, self.holds).placed(self.circle)

    def holds(self, outer: float) -> bool:
        """Whether what is to stand in the hole of a circle of that radius has room there."""
        room = 2 * outer * self.hole
        return self.centre is None or bool(self.centre_figure(self.centre, 0.0, 0.0, room, "text"))

    def _tops(self, side: tuple[int, ...], callouts: tuple[Callout, ...], outer: float) -> tuple[float, ...]:
        """Where the callouts of the right or the left begin: as near as can be to the middles of their parts."""
        box = self.box
        made = [callouts[index] for index in side]
        wanted = [
            box.top + box.height / 2.0 - 1.04 * outer * math.cos(self.middles[index]) - each.tally.ink / 2.0
            for index, each in zip(side, made, strict=True)
        ]
        return spread(wanted, [each.height for each in made], box.top, box.bottom, 2 * self.setting.screen.g)

    def _levels(self, side: tuple[int, ...], callouts: tuple[Callout, ...], outer: float) -> tuple[float, ...]:
        """The level of each callout of a side: the middle of its figure, in pixels below the middle of the circle."""
        box = self.box
        return tuple(
            top + DIGIT_INK * callouts[index].size / 2.0 - box.top - box.height / 2.0
            for index, top in zip(side, self._tops(side, callouts, outer), strict=True)
        )

    def beside(
        self, side: tuple[int, ...], made: tuple[Callout, ...], outer: float, x: float, y: float, sign: Literal[1, -1]
    ) -> list[Layer]:
        """The callouts at the right or the left."""
        tops, levels = self._tops(side, made, outer), self._levels(side, made, outer)
        text_x, layers = x + sign * (outer + 5 * self.setting.screen.g), []
        for index, top, level in zip(side, tops, levels, strict=True):
            points = self.elbow(index, outer, level, sign).points
            layers.append(self.leader(index, [(x + dx, y + dy) for dx, dy in points]))
            layers += self.words(index, made[index], text_x, top, "start" if sign > 0 else "end")
        return layers

    def elbow(self, index: int, outer: float, level: float, sign: int) -> Elbow:
        """The way of the leader of a part, seen from the middle."""
        start, span = float(self.starts[index]), float(self.spans[index])
        return elbow(start, span, outer, level, sign, self.setting.screen)

    def leader(self, index: int, points: list[tuple[float, float]]) -> Layer:
        """A thin line from the outer edge of a part to its callout."""
        color = "axis" if self.slices[index].is_unlit else "warm" if self.slices[index].is_warm else "cool"
        mark = Line(
            array([point[0] for point in points]), array([point[1] for point in points]), color,
            self.setting.screen.px(3.0), 0.8, cap="flat",
        )  # fmt: skip
        return appearing(mark, WORDS_START)

    def words(
        self, index: int, callout: Callout, x: float, top: float, anchor: Literal["start", "middle", "end"]
    ) -> list[Layer]:
        """A figure that counts while its part is uncovered, and its label."""
        baseline, key = top + callout.tally.ink, self.slices[index].key

        def count(progress: float) -> Mark:
            share = self.reached(index, progress)
            figure = callout.tally.at(share, x, baseline, anchor, min(1.0, 4.0 * share))
            return replace(figure, key=f"figure:{key}")

        labels = callout.label_marks(x, top, anchor)
        labels = tuple(replace(mark, key=f"name:{key}") for mark in labels)
        return [moving(SWEEP, count), *(appearing(mark, WORDS_START) for mark in labels)]


def _is_unbroken(callout: Callout) -> bool:
    """Whether a short name stands on one line."""
    return len(callout.lines) <= 1 or advance(callout.label, callout.weight) > UNBROKEN
