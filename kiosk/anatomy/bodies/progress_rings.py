"""Progress rings: one circle for each figure, which stands in it, its name below or, if it is the only one, beside it."""

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.circle import CENTRE_SIZES
from kiosk.anatomy.values.goals import GROUND, Goal, growth
from kiosk.anatomy.words.naming import Naming
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Line, Mark, Wedges, array
from kiosk.motion import Track
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, Tally, size_for

BAND = 0.15
"""The breadth of a ring as a share of its radius."""
WORDS = 4.6
"""The greatest height of the words below a ring, in em of small type: two lines, and what it is of what."""

APART = 2.4
"""The least gap between the words of two rings in grid steps."""


@dataclass(frozen=True)
class ProgressRings:
    """Rings in as many rows as make them largest."""

    goals: tuple[Goal, ...]
    milestones: tuple[float, ...]
    setting: Setting

    @cached_property
    def box(self) -> Box:
        box, setting = self.setting.box, self.setting
        return Box.between(box.left, box.top + 0.5 * setting.screen.g, box.right, box.bottom + 0.6 * setting.foot)

    def words(self, goal: Goal, columns: int) -> Naming:
        """The words below a ring, if there are so many in a row; all names in one size."""
        screen, width = self.setting.screen, self.box.width / columns - APART * self.setting.screen.g
        height = WORDS * screen.size("small")

        def made(each: Goal, label: str) -> Naming:
            details = (each.detail,) if each.detail else ()
            return Naming(self.setting, label, width, height, details, each.key, ("label", "small"))

        is_small = any(made(each, each.label).plan[0] < screen.size("label") for each in self.goals)
        roles = ("small",) if is_small else ("label", "small")
        chosen = replace(made(goal, goal.label), roles=roles)
        if goal.short != goal.label and sum(map(len, chosen.lines)) < len(goal.label):
            return replace(chosen, name=goal.short)
        return chosen

    def words_height(self, columns: int) -> float:
        """Pixels below each ring for its words, if there are so many in a row."""
        return max(self.words(goal, columns).block_height for goal in self.goals) + 1.5 * self.setting.screen.g

    @cached_property
    def columns(self) -> int:
        """How many rings stand in a row."""
        return max(range(1, len(self.goals) + 1), key=lambda count: (round(self._radius(count)), count))

    def _radius(self, columns: int) -> float:
        box, g, rows = self.box, self.setting.screen.g, -(-len(self.goals) // columns)
        width = (box.width - 3 * g * (columns - 1)) / columns
        height = (box.height - 2 * g * (rows - 1)) / rows - self.words_height(columns)
        return min(width, height) / 2.0

    def placed(self) -> Placed:
        box, grow = self.box, growth(len(self.goals))
        if len(self.goals) == 1 and box.width > 1.1 * box.height:
            return Placed(tuple(self.alone(self.goals[0], grow[0])))
        outer, columns = self._radius(self.columns), self.columns
        rows = -(-len(self.goals) // columns)
        width = box.width / columns
        height = min(box.height / rows, 1.2 * (2 * outer + self.words_height(columns)))
        top = box.top + (box.height - rows * height) / 2.0
        layers: list[Layer] = []
        for index, goal in enumerate(self.goals):
            row, column = divmod(index, columns)
            x, y = box.left + (column + 0.5) * width, top + row * height + outer
            layers += self.ring(goal, x, y, outer, grow[index])
            layers += self.words(goal, columns).layers(x, y + outer + 1.5 * self.setting.screen.g, "middle")
        return Placed(tuple(layers))

    def _figure_size(self, hole: float) -> float:
        screen = self.setting.screen
        writers = [goal.write for goal in self.goals]
        return size_for(writers, screen, 0.76 * hole, 0.4 * hole, CENTRE_SIZES) or screen.size("small")

    def ring(self, goal: Goal, x: float, y: float, outer: float, track: Track) -> list[Layer]:
        """A ring with its figure."""
        size = self._figure_size(2.0 * outer * (1.0 - BAND))
        tally = Tally(goal.write, size, self.setting.screen, goal.ink)
        inner = (1.0 - BAND) * outer
        ground = Wedges(x, y, inner, outer, array([0.0]), array([360.0]), "hair")

        def sweep(progress: float) -> Mark:
            span = array([360.0 * goal.share * progress])
            return Wedges(x, y, inner, outer, array([0.0]), span, goal.color, keys=(goal.key,))

        def count(progress: float) -> Mark:
            return replace(tally.at(progress, x, y + DIGIT_INK * size / 2.0, "middle"), key=f"figure:{goal.key}")

        return [
            appearing(ground, GROUND.start, GROUND.duration), moving(track, sweep),
            *self.notches(x, y, inner, outer), moving(track, count),
        ]  # fmt: skip

    def notches(self, x: float, y: float, inner: float, outer: float) -> list[Layer]:
        """Notches at the milestones."""
        if not self.milestones:
            return []
        px = self.setting.screen.px
        angles = [2.0 * math.pi * mark for mark in self.milestones]
        ends = [(inner - px(2.0), outer + px(2.0)) for _ in angles]
        across = np.array([[x + r * math.sin(a) for r in pair] for a, pair in zip(angles, ends, strict=True)])
        down = np.array([[y - r * math.cos(a) for r in pair] for a, pair in zip(angles, ends, strict=True)])
        mark = Line(array(across), array(down), "ground", px(5.0), cap="flat")
        return [appearing(mark, GROUND.start, GROUND.duration)]

    def alone(self, goal: Goal, track: Track) -> list[Layer]:
        """The only ring at the left, its words beside it."""
        box, g = self.box, self.setting.screen.g
        outer = min(box.height, 0.5 * box.width) / 2.0
        x, y = box.left + outer, box.top + box.height / 2.0
        left = x + outer + 6.0 * g
        details = (goal.detail,) if goal.detail else ()
        made = Naming(self.setting, goal.label, box.right - left, 0.7 * box.height, details, goal.key)
        layers = self.ring(goal, x, y, outer, track)
        return [*layers, *made.layers(left, y - made.block_height / 2.0)]
