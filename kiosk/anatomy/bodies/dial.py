"""Dial: a bent scale from one limit to another, its arc or pointer, the figure in it and its name beside or below it."""

import math
from dataclasses import dataclass, replace
from functools import cached_property

from kiosk.anatomy.bodies.bent_scale import BAND, TICK, BentScale
from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.geometry.axis import tick_texts
from kiosk.anatomy.values.amount import number_of
from kiosk.anatomy.values.slices import whole_writer
from kiosk.anatomy.words.counting import Counting
from kiosk.anatomy.words.naming import Naming
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Line, Mark, Shapes, array
from kiosk.metrics import Metric
from kiosk.motion import COUNT, Track
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.tally import Tally, writer
from kiosk.typeface import advance, spaced
from kiosk.typesetting import line
from kiosk.words import Words

REACH = {"half": 90.0, "three_quarters": 135.0}
"""Degrees from the top to either end of the dial."""
GROUND = Track(0.0, 0.4)
POINTER = (0.80, 0.66, 5.2)
"""Radii of the pointer's tip and foot as shares of the outer radius, and half its breadth in degrees."""
FIGURE_SIZES = (
    TYPE["large"],
    0.320,
    0.27,
    TYPE["medium"],
    0.19,
    0.160,
    0.135,
    TYPE["banner"],
    TYPE["title"],
    TYPE["label"],
    TYPE["small"],
)
MUCH, UNIT_LINE = 1.3, 1.4
"""So many times larger a figure without its unit beside it is much larger; from its baseline to that of the unit below, in em."""
ROLES: tuple[tuple[str, ...], ...] = (("title", "label", "small"), ("label", "small"), ("small",))
"""The sizes that a name may have: beside the dial or on a high place, below it on any other, and on a low one."""
TARGET = Words({"zh": "目标", "en": "Target"})


@dataclass(frozen=True)
class Dial:
    """A figure between `low` and `high`, with the mark of a target or without."""

    metric: Metric
    low: float
    high: float
    target: Metric | float | None
    form: str
    has_pointer: bool
    setting: Setting

    @cached_property
    def reach(self) -> float:
        """Degrees from the top to either end."""
        if self.form == "auto":
            return REACH["three_quarters" if self.is_below and self.box.height > 0.8 * self.box.width else "half"]
        return REACH[self.form]

    @property
    def box(self) -> Box:
        return self.setting.box

    @cached_property
    def is_below(self) -> bool:
        """Whether the words stand below the dial instead of beside it."""
        return self.box.width < 2.1 * self.box.height or 0.28 * self.box.width < 30.0 * self.setting.screen.g

    @cached_property
    def is_low(self) -> bool:
        """Whether there is so little height that only the name is said."""
        return self.is_below and self.box.height < 36.0 * self.setting.screen.g

    @cached_property
    def depth(self) -> float:
        """How far the dial reaches below its middle, as a share of its radius."""
        return max(0.0, -math.cos(math.radians(self.reach)))

    @cached_property
    def small(self) -> float:
        return self.setting.screen.size("small")

    @cached_property
    def ends(self) -> float:
        """Pixels for the limits below the ends of the dial."""
        return 1.5 * self.small

    @cached_property
    def words_height(self) -> float:
        """Pixels for the words below the dial."""
        return self.naming.block_height if self.is_below else 0.0

    @cached_property
    def outer(self) -> float:
        """The outer radius."""
        box, g = self.box, self.setting.screen.g
        foot = self.setting.foot if self.is_below else min(self.setting.foot, self.ends)
        above = box.height + 0.8 * foot - self.ends - self.words_height - 2.0 * g - self.setting.screen.px(TICK)
        widest = box.width / 2.0 - 2.0 * g if self.is_below else 0.36 * box.width
        return min(widest, above / (1.0 + self.depth))

    @cached_property
    def middle(self) -> tuple[float, float]:
        """The middle of the dial; it stands at the left, or in the middle of a narrow place."""
        box, g = self.box, self.setting.screen.g
        margin = 1.0 * g + self.setting.screen.px(TICK)
        x = box.middle if self.is_below else box.left + self.outer + margin
        used = (1.0 + self.depth) * self.outer + self.ends + self.words_height
        spare = max(0.0, box.height - used - margin) if self.is_below else 0.0
        return x, box.top + margin + 0.4 * spare + self.outer

    @cached_property
    def scale(self) -> BentScale:
        """The values along the dial."""
        return BentScale(self.low, self.high, self.reach, *self.middle, self.outer, self.setting.screen)

    def placed(self) -> Placed:
        layers: list[Layer] = [
            appearing(self.scale.wedge(-self.reach, self.reach, "hair"), GROUND.start, GROUND.duration)
        ]
        layers += [appearing(self.scale.ticks(), GROUND.start, GROUND.duration), *self.limits()]
        layers.append(moving(COUNT, self.pointer if self.has_pointer else self.arc))
        layers += [*self.target_mark(), *self.figure(), *self.words()]
        return Placed(tuple(layers))

    def value(self, progress: float) -> float:
        """The value on its way: it sets out from 0, or from the limit next to it."""
        begin = min(max(0.0, self.low), self.high)
        return begin + (self.metric.number - begin) * progress

    def arc(self, progress: float) -> Mark:
        """The band filled from 0, or the limit next to it, up to the value."""
        ends = sorted((self.scale.angle(self.value(0.0)), self.scale.angle(self.value(progress))))
        return replace(self.scale.wedge(ends[0], ends[1], "warm"), keys=(self.metric.id,))

    def pointer(self, progress: float) -> Mark:
        """A triangle that points at the value from within."""
        tip, foot, half = POINTER
        angle = self.scale.angle(self.value(progress))
        corners = [
            self.scale.point(tip * self.outer, angle),
            self.scale.point(foot * self.outer, angle + half),
            self.scale.point(foot * self.outer, angle - half),
        ]
        x, y = (array([corner[axis] for corner in corners]) for axis in (0, 1))
        return Shapes(x, y, (3,), color="warm", keys=(self.metric.id,))

    def limits(self) -> list[Layer]:
        """The limits below the ends of the dial."""
        values = (self.low, self.high)
        texts = tick_texts(values, self.metric, self.setting.language)
        layers = []
        for value, text, sign in zip(values, texts, (1, -1), strict=True):
            x, y = self.scale.point((1.0 - BAND / 2.0) * self.outer, self.scale.angle(value))
            if self.reach > REACH["half"]:
                # Below the slanted ends of the band, and no further in than they are.
                x, y = self.scale.point((1.0 - BAND) * self.outer, self.scale.angle(value))
                x += sign * 0.5 * advance(text) * self.small
            half = advance(text) * self.small / 2.0
            x = min(max(x, self.box.left + half), self.box.right - half)
            mark = line(text, x, y + 1.15 * self.small, self.small, color="muted", anchor="middle")
            layers.append(appearing(mark, GROUND.start, GROUND.duration))
        return layers

    def target_mark(self) -> list[Layer]:
        """A stroke across the band at the target."""
        if self.target is None:
            return []
        px, angle = self.setting.screen.px, self.scale.angle(number_of(self.target))
        ends = [
            self.scale.point((1.0 - BAND) * self.outer - px(8.0), angle),
            self.scale.point(self.outer + px(22.0), angle),
        ]
        x, y = (array([end[axis] for end in ends]) for axis in (0, 1))
        # A wider stroke of the ground keeps it apart from an arc of nearly the same lightness.
        gap = Line(x, y, "ground", px(17.0), cap="flat")
        return [appearing(each, COUNT.end - 0.3) for each in (gap, Line(x, y, "text", px(7.0), cap="flat"))]

    @cached_property
    def room(self) -> float:
        """The radius of what is free within the dial."""
        px = self.setting.screen.px
        return (POINTER[1] if self.has_pointer else 1.0 - BAND) * self.outer - px(16.0)

    @cached_property
    def tally(self) -> Tally:
        """The figure in the dial, as large as it can stand there."""
        return self._largest(has_unit=not self.unit)

    @cached_property
    def unit(self) -> str:
        """The unit on a line of its own below the figure, where that makes the figure much larger; empty where it stands beside."""
        unit = writer(self.metric, self.setting.language, self.metric.number)(1.0).unit
        if self.depth == 0.0 or not unit or unit in ATTACHED:
            return ""
        whole, bare = self._largest(has_unit=True), self._largest(has_unit=False)
        return unit if bare.size >= MUCH * whole.size else ""

    def _largest(self, *, has_unit: bool) -> Tally:
        """The figure in the largest size that has room in the dial, with its unit beside it or below it."""
        setting, screen = self.setting, self.setting.screen
        write = writer(self.metric, setting.language, self.metric.number, has_unit=has_unit)
        below = 0.0 if has_unit else UNIT_LINE * self.small
        tally = Tally(write, screen.size("small"), screen, "warm")
        for fraction in FIGURE_SIZES:
            tally = Tally(write, float(round(fraction * screen.u * screen.scale)), screen, "warm")
            rise = tally.ink if self.depth == 0.0 else (tally.ink + below) / 2.0 + 0.1 * self.room
            if math.hypot(tally.width / 2.0, rise) <= 0.94 * self.room:
                return tally
        return tally

    def figure(self) -> list[Layer]:
        """The figure, counting as the arc grows: on the line of the ends of half a dial, or in the middle of a larger one."""
        x, y = self.middle
        below = UNIT_LINE * self.small if self.unit else 0.0
        baseline = y if self.depth == 0.0 else y + (self.tally.ink - below) / 2.0 + 0.05 * self.outer

        tally, begin = self.tally, self.value(0.0)
        if begin:
            # The figure sets out where the arc does.
            write, share = tally.write, begin / self.metric.number
            tally = replace(tally, write=lambda p: write(1.0 if p >= 1.0 else share + (1.0 - share) * p))
        layers = [moving(COUNT, Counting(tally, x, baseline, "middle", f"figure:{self.metric.id}"))]
        if self.unit:
            mark = line(
                spaced(self.unit), x, baseline + UNIT_LINE * self.small, self.small, color="warm", anchor="middle"
            )
            layers.append(appearing(mark, COUNT.start))
        return layers

    @cached_property
    def naming(self) -> Naming:
        """The name of the figure, and of the target if there is one."""
        box, g, setting = self.box, self.setting.screen.g, self.setting
        details: tuple[str, ...] = ()
        if self.target is not None and not self.is_low:
            name = self.target.name(setting.language) if isinstance(self.target, Metric) else setting.say(TARGET)
            amount = self.target if isinstance(self.target, Metric) else self.metric
            details = (spaced(f"{name} {whole_writer(amount, number_of(self.target), setting)(1.0).text}"),)
        name, roles = self.metric.name(setting.language), ROLES[0 if not self.is_below or box.height > box.width else 1]
        if self.is_below:
            return Naming(
                setting, name, box.width, 0.34 * box.height, details, self.metric.id,
                ROLES[-1] if self.is_low else roles, "text",
            )  # fmt: skip
        width = box.right - self.middle[0] - self.outer - 8.0 * g
        return Naming(setting, name, width, 0.8 * box.height, details, self.metric.id, roles, "text")

    def words(self) -> list[Layer]:
        """The name below the dial, or at its right on the line of its foot."""
        box, g, (x, y) = self.box, self.setting.screen.g, self.middle
        foot = y + self.depth * self.outer
        if self.is_below:
            top = foot + self.ends + 1.5 * g
            return list(self.naming.layers(x, top, "middle"))
        left = x + self.outer + 8.0 * g
        # Beside half a dial the words stand on its foot, beside a larger one they are level with its middle.
        top = foot - self.naming.block_height + 0.2 * self.small
        if self.depth > 0.0:
            top = y - self.naming.block_height / 2.0
        top = max(box.top, top)
        return list(self.naming.layers(left, top))
