"""Stages: widths about one middle, one below the other, their figures and names at the left."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.stage_words import Stage, StageWords
from kiosk.anatomy.values.slices import share_writers
from kiosk.layers import Layer, Placed, appearing, moving_together
from kiosk.marks import Array, Bars, Mark, Shapes, array
from kiosk.motion import Track, stagger
from kiosk.numbers import Written
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, Tally

GROW_START, GROW_TIME = 0.3, 1.1
SLOPES_START = 1.3
PART_GAP = 5.0


@dataclass(frozen=True)
class Stages:
    """A funnel of bars joined by faint slopes or, `is_solid`, of one body cut into trapezoids.

    `unit` says for the foot of the page what figures without their unit count.
    """

    stages: tuple[Stage, ...]
    is_solid: bool
    setting: Setting
    unit: str = ""

    @cached_property
    def box(self) -> Box:
        box, setting = self.setting.box, self.setting
        g = setting.screen.g
        # On a very wide screen names and stages keep together.
        right = min(box.right, box.left + 160 * g)
        return Box.between(box.left, box.top + 0.5 * g, right, box.bottom + 0.6 * setting.foot)

    @cached_property
    def pitch(self) -> float:
        """From stage to stage."""
        most = 30.0 * self.setting.screen.g
        return min(most, self.box.height / (len(self.stages) - (0.0 if self.is_solid else self.gap_share)))

    @cached_property
    def gap_share(self) -> float:
        """What of a pitch is left between bars: room for a line of words."""
        small = self.setting.screen.size("small")
        return max(0.42, min(0.56, 1.2 * small * len(self.stages) / self.box.height))

    @cached_property
    def thickness(self) -> float:
        """The height of a stage."""
        if self.is_solid:
            return self.pitch - self.setting.screen.px(PART_GAP)
        return (1.0 - self.gap_share) * self.pitch

    @cached_property
    def tops(self) -> Array:
        """The upper edges of all stages."""
        used = self.pitch * (len(self.stages) - 1) + self.thickness
        first = self.box.top + max(0.0, self.box.height - used) / 2.0
        return array(first + self.pitch * np.arange(len(self.stages), dtype=np.float64))

    @cached_property
    def words(self) -> StageWords:
        """Their figures and names."""
        return StageWords(self.stages, self.pitch, self.box, self.setting)

    @cached_property
    def room(self) -> Box:
        """Where the stages stand: at the right of the words."""
        box, g = self.box, self.setting.screen.g
        left = box.left + self.words.width + 3 * g
        right = box.right - (self.share_room if self.is_solid else 0.0)
        return Box.between(left, box.top, right, box.bottom)

    @cached_property
    def share_room(self) -> float:
        """The width of a percentage beside a body that fills its room."""
        small = self.setting.screen.size("small")
        return max((Tally(write, small, self.setting.screen).width for write in self.shares if write), default=0.0)

    @cached_property
    def shares(self) -> tuple[Callable[[float], Written] | None, ...]:
        """How much of the stage before each later stage is; none where nothing was left before."""
        values = [stage.value for stage in self.stages]
        parts = [after / before if before else 0.0 for before, after in itertools.pairwise(values)]
        writers = share_writers(parts, self.setting.language)
        return tuple(write if before else None for write, before in zip(writers, values, strict=False))

    @cached_property
    def widths(self) -> Array:
        """The widths of all stages in pixels."""
        values = np.array([stage.value for stage in self.stages])
        return array(self.room.width * values / (values[0] or 1.0))

    def placed(self) -> Placed:
        grow = stagger(len(self.stages), start=GROW_START, duration=GROW_TIME, step=0.12)
        layers: list[Layer] = self.solid(grow) if self.is_solid else self.bars(grow)
        layers += self.share_texts()
        for index, stage in enumerate(self.stages):
            layers += self.words.layers(stage, float(self.tops[index]) + self.thickness / 2.0, grow[index])
        return Placed(tuple(layers), self.unit if self.words.is_bare else "")

    def bars(self, grow: tuple[Track, ...]) -> list[Layer]:
        """Bars that grow from the middle to both sides, and the slopes between them."""
        colors = tuple(stage.color for stage in self.stages)
        keys = tuple(stage.key for stage in self.stages)
        heights = np.full(len(self.stages), self.thickness)

        def draw(t: float) -> Mark:
            widths = self.widths * np.array([track.at(t) for track in grow])
            return Bars(array(self.room.middle - widths / 2.0), self.tops, array(widths), heights, colors, keys=keys)

        upper, lower = self.tops[:-1] + self.thickness, self.tops[1:]
        slopes = self.trapezoids(self.widths[:-1], self.widths[1:], upper, lower, "cool2", ())
        return [appearing(slopes, SLOPES_START), moving_together(grow, draw)]

    def solid(self, grow: tuple[Track, ...]) -> list[Layer]:
        """One body, each stage narrowing to the next."""
        colors = tuple("warm" if stage.is_warm else f"cool{7 - index % 2}" for index, stage in enumerate(self.stages))
        keys = tuple(stage.key for stage in self.stages)
        feet = np.append(self.widths[1:], self.widths[-1])

        def draw(t: float) -> Mark:
            shares = np.array([track.at(t) for track in grow])
            bottoms = self.tops + self.thickness
            return self.trapezoids(self.widths * shares, feet * shares, self.tops, bottoms, colors, keys)

        return [moving_together(grow, draw)]

    def trapezoids(
        self,
        heads: Array,
        feet: Array,
        tops: Array,
        bottoms: Array,
        color: str | tuple[str, ...],
        keys: tuple[str, ...],
    ) -> Shapes:
        """Shapes with a level head and a level foot about the middle."""
        x, half, foot = self.room.middle, heads / 2.0, feet / 2.0
        corners_x = np.stack([x - half, x + half, x + foot, x - foot], axis=1).ravel()
        corners_y = np.stack([tops, tops, bottoms, bottoms], axis=1).ravel()
        ends = tuple(4 * (index + 1) for index in range(len(heads)))
        return Shapes(array(corners_x), array(corners_y), ends, color=color, keys=keys)

    def share_texts(self) -> list[Layer]:
        """How much of the stage before each stage is: between the bars, or at the side of the body or of a narrow slope."""
        small, g = self.setting.screen.size("small"), self.setting.screen.g
        layers: list[Layer] = []
        for index, write in enumerate(self.shares):
            if write is None:
                continue
            tally = Tally(write, small, self.setting.screen, "text")
            if self.is_solid:
                x = self.room.middle + float(self.widths[index + 1]) / 2.0 + 1.6 * g
                mark = tally.at(1.0, x, float(self.tops[index + 1]) + DIGIT_INK * small / 2.0)
                # Where the body hardly narrows the words would stand on it.
                x = max(x, self.room.middle + self._half(index, mark.y - small, mark.y) + 1.6 * g)
                mark = replace(mark, x=x + tally.width)
            else:
                y = float(self.tops[index + 1]) - self.gap_share * self.pitch / 2.0 + DIGIT_INK * small / 2.0
                mark = tally.at(1.0, self.room.middle, y, "middle")
                # On a slope that is narrower than the words they would stand half on the ground.
                upper, lower = self._slope(index, y - DIGIT_INK * small, y)
                if tally.width + 0.5 * small > 2.0 * lower:
                    beside = self.room.middle + upper + 1.2 * g + tally.width
                    mark = replace(mark, x=min(beside, self.room.right))
            layers.append(appearing(mark, SLOPES_START))
        return layers

    def _slope(self, index: int, top: float, bottom: float) -> tuple[float, float]:
        """Half the widths of the slope below a bar at two levels."""
        levels = [float(self.tops[index]) + self.thickness, float(self.tops[index + 1])]
        first, second = np.interp([top, bottom], levels, self.widths[index : index + 2])
        return float(first) / 2.0, float(second) / 2.0

    def _half(self, index: int, top: float, bottom: float) -> float:
        """Half the greatest width of the body between two levels about the foot of a stage."""
        levels = np.append(self.tops, self.tops[-1] + self.thickness)
        widths = np.append(self.widths, self.widths[-1])
        return float(np.interp([top, bottom], levels, widths).max()) / 2.0
