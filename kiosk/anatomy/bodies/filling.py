"""Filling: a liquid that rises in a vessel, its level leading to the figure."""

import itertools
import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.geometry.vessel import WIDTHS, Vessel
from kiosk.anatomy.values.amount import number_of
from kiosk.anatomy.values.slices import share_writers, whole_writer
from kiosk.anatomy.words.naming import Naming
from kiosk.layers import Layer, Placed, appearing, moving, moving_together
from kiosk.marks import Area, Array, Line, Mark, array
from kiosk.metrics import Metric
from kiosk.motion import COUNT, Track, smoothstep
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.tally import Tally, writer
from kiosk.typeface import spaced
from kiosk.words import Words

FULL = Words({"zh": "满额", "en": "Full at"})
GROUND = Track(0.0, 0.4)
SWELL = Track(0.2, 2.6)
"""From when until when there are waves."""
HEIGHT, LENGTH, PACE = 0.022, 0.62, 0.55
"""The height of waves and their length as shares of the vessel's height, and how many pass in a second."""
RIM, GAP = 5.0, 11.0
"""The width of the rim and its distance from the liquid."""
ABOVE, BELOW, APART = 1.8, 2.4, 2.2
"""Grid steps from the level up to a figure on it and down to what hangs below it, and from a figure to its name."""
FIGURE_SIZES = (
    TYPE["large"],
    0.38,
    0.320,
    0.27,
    TYPE["medium"],
    0.19,
    0.160,
    TYPE["banner"],
    TYPE["title"],
    TYPE["label"],
    TYPE["small"],
)


@dataclass(frozen=True)
class Filling:
    """A vessel filled to `share`, with the figure beside it or, on a narrow place, below it."""

    metric: Metric
    share: float
    whole: Metric | float | None
    form: str
    setting: Setting

    @cached_property
    def box(self) -> Box:
        box, setting = self.setting.box, self.setting
        foot = -setting.screen.g if box.height > 0.9 * box.width else 0.5 * setting.foot
        return Box.between(box.left, box.top + setting.screen.g, box.right, box.bottom + foot)

    @cached_property
    def is_tall(self) -> bool:
        return self.box.height > 0.9 * self.box.width

    @cached_property
    def rim(self) -> Vessel:
        """The vessel itself."""
        box, width = self.box, WIDTHS[self.form]
        if self.is_tall:
            height = min(0.62 * box.height, 0.88 * box.width / width)
            return Vessel(self.form, box.middle, box.top, height)
        height = min(box.height, 0.5 * box.width / width)
        if self.form == "square":
            height *= 0.94
        return Vessel(self.form, box.left + width * height / 2.0, box.top + (box.height - height) / 2.0, height)

    @cached_property
    def inside(self) -> Vessel:
        """What can be filled of it."""
        rim, inset = self.rim, self.setting.screen.px(GAP)
        if self.form == "drop":
            # The tip of a smaller drop is farther from that of the larger one than its foot is.
            height = rim.height - inset * (1.0 + 3.0)
            return Vessel(self.form, rim.x, rim.bottom - inset - height, height)
        return Vessel(self.form, rim.x, rim.top + inset, rim.height - 2.0 * inset)

    def level(self, progress: float) -> float:
        """The y of the level."""
        return self.inside.level(self.share * progress)

    def placed(self) -> Placed:
        x, y = self.rim.outline
        rim = Line(x, y, "axis", self.setting.screen.px(RIM), closed=True)
        layers: list[Layer] = [appearing(rim, GROUND.start, GROUND.duration)]
        layers += [self.liquid("cool4", 0.5), self.liquid("cool", 0.0), self.surface()]
        layers += self.below() if self.is_tall else self.beside()
        return Placed(tuple(layers))

    def surface_at(self, x: Array, t: float, shift: float) -> Array:
        """The y of the liquid's surface along x: the level, with waves on it while it rises and a little longer."""
        height = self.inside.height
        calm = (SWELL.end - t) / SWELL.duration
        swell = smoothstep(min(1.0, max(0.0, (t - SWELL.start) / 0.6))) * max(0.0, calm) ** 2
        # No wave is higher than what there is of liquid, or of room above it.
        share = self.share * COUNT.at(t)
        crest = HEIGHT * height * swell * min(1.0, 8.0 * share, 8.0 * (1.0 - share))
        phase = 2.0 * math.pi * ((x - self.inside.x) / (LENGTH * height) - PACE * t + shift)
        return array(self.level(COUNT.at(t)) + crest * np.sin(phase))

    def liquid(self, color: str, shift: float) -> Layer:
        """The liquid below its surface; another one behind it, shifted by a part of a wave, is seen only between waves."""
        x, upper, lower = self.inside.columns

        def draw(t: float) -> Mark:
            surface = self.surface_at(x, t, shift)
            return Area(x, array(np.clip(surface, upper, lower)), lower, color)

        return moving_together((COUNT, SWELL), draw)

    def surface(self) -> Layer:
        """The surface as a line; beside a wide vessel it goes on as the rule that the figure belongs to."""
        screen = self.setting.screen

        def draw(t: float) -> Mark:
            left, right = self.inside.chord(min(self.level(COUNT.at(t)), self.inside.bottom - 0.5))
            x = np.linspace(left, right, 41)
            opacity = min(1.0, 6.0 * COUNT.at(t))
            return Line(array(x), self.surface_at(x, t, 0.0), "warm", screen.px(6.0), opacity, cap="flat")

        return moving_together((COUNT, SWELL), draw)

    @cached_property
    def naming(self) -> Naming:
        """The name of the figure and, if it is no share by itself, what the whole is and how much of it that is."""
        box, g, setting = self.box, self.setting.screen.g, self.setting
        width = box.width if self.is_tall else box.right - self.text_left
        height = 0.16 * box.height if self.is_tall else 0.36 * box.height
        details: tuple[str, ...] = ()
        if self.whole is not None:
            (percent,) = share_writers([self.share], setting.language)
            name = self.whole.name(setting.language) if isinstance(self.whole, Metric) else setting.say(FULL)
            amount = self.whole if isinstance(self.whole, Metric) else self.metric
            of_whole = f"{name} {whole_writer(amount, number_of(self.whole), setting)(1.0).text}"
            details = (spaced(f"{of_whole}\u2003{percent(1.0).text}"),)
        return Naming(setting, self.metric.name(setting.language), width, height - g, details, self.metric.id)

    @cached_property
    def text_left(self) -> float:
        """The left edge of the words beside the vessel."""
        return self.rim.x + self.rim.width / 2.0 + 7.0 * self.setting.screen.g

    def tally(self, fraction: float) -> Tally:
        """The figure in a size that is given as a fraction of the unit."""
        screen = self.setting.screen
        write = writer(self.metric, self.setting.language, self.metric.number)
        return Tally(write, float(round(fraction * screen.u * screen.scale)), screen, "warm")

    def places(self, tally: Tally, name: Naming) -> tuple[float, float] | None:
        """The baseline of a figure on the level or hanging from it, and the top of its name; None where there is no room."""
        box, g, y = self.box, self.setting.screen.g, self.level(1.0)
        standing, hanging = y - ABOVE * g - tally.depth, y + BELOW * g + tally.ink
        below, hung = y + BELOW * g, hanging + tally.depth + APART * g
        above = standing - tally.ink - APART * g - name.block_height
        if standing - tally.ink >= box.top and below + name.block_height <= box.bottom:
            return standing, below
        if hung + name.block_height <= box.bottom:
            return hanging, hung
        return (standing, above) if above >= box.top else None

    def beside(self) -> list[Layer]:
        """The figure on the level or hanging from it, and its name below them or above."""
        box, g, px = self.box, self.setting.screen.g, self.setting.screen.px
        left, y, places = self.text_left, self.level(1.0), None
        names = (self.naming, replace(self.naming, roles=("label", "small")))
        for fraction, name in itertools.product(FIGURE_SIZES, names):
            tally = self.tally(fraction)
            places = self.places(tally, name) if tally.width <= box.right - left else None
            if places:
                break
        baseline, top = places or (box.top + name.block_height + APART * g + tally.ink, box.top)

        def rule(progress: float) -> Mark:
            level = self.level(progress)
            _, edge = self.inside.chord(min(level, self.inside.bottom - 0.5))
            x = array([edge + px(1.0), box.right])
            return Line(x, array([level, level]), "warm", px(3.0), min(1.0, 6.0 * progress), cap="flat")

        def ride(progress: float) -> Mark:
            at = baseline + self.level(progress) - y
            return replace(tally.at(progress, left, at, "ink"), key=f"figure:{self.metric.id}")

        words = (appearing(mark, COUNT.end - 0.3) for mark in name.marks(left, top))
        return [moving(COUNT, rule), moving(COUNT, ride), *words]

    def below(self) -> list[Layer]:
        """The figure below the vessel, with its name."""
        box, g, name = self.box, self.setting.screen.g, self.naming
        room = box.bottom - self.rim.bottom - 4.0 * g - name.block_height - APART * g
        fitting = (self.tally(fraction) for fraction in FIGURE_SIZES)
        tally = next(
            (each for each in fitting if each.ink + each.depth <= room and each.width <= box.width),
            self.tally(FIGURE_SIZES[-1]),
        )
        baseline = box.bottom - name.block_height - APART * g - tally.depth
        top = baseline + tally.depth + APART * g

        def count(progress: float) -> Mark:
            return replace(tally.at(progress, box.left, baseline, "ink"), key=f"figure:{self.metric.id}")

        return [moving(COUNT, count), *name.layers(box.left, top)]
