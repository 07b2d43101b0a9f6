"""Strips: rows measured against their targets, which stand below one another on one line."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.bodies.slots import Slots
from kiosk.anatomy.geometry.axis import BELOW_LABEL, GROUND
from kiosk.anatomy.words.captions import fits
from kiosk.layers import Layer, Placed, appearing, moving, moving_together
from kiosk.marks import Bars, Mark, Run, Text, array
from kiosk.metrics import Metric
from kiosk.motion import Track, lerp, smoothstep, stagger
from kiosk.numbers import Written
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, Tally, size_for, writer
from kiosk.typeface import advance, spaced

GROW_START, GROW_TIME, WORDS_START = 0.5, 1.2, 1.7
SIZES = (0.160, TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])
BAND_COLORS: dict[int, tuple[str, ...]] = {
    0: ("cool2",),
    1: ("cool3", "cool1"),
    2: ("cool3", "cool2", "cool1"),
    3: ("cool4", "cool3", "cool2", "cool1"),
}
"""The bands behind a bar, from zero outwards: they carry no message alone, the bar and the target do."""
TWO_LINES, GOAL_GAP = 2.6, 0.45
"""The height of a row that holds figure and target below each other, and the gap between them, in em of the small type."""
COLUMN_SHARE, WIDE_SHARE = 0.3, 0.42
"""The part of the box that figures may take at most, and where it is too narrow for them to be larger than the small type."""
OVERSHOOT = 1.12
"""How far the strips reach at least, in targets."""


@dataclass(frozen=True)
class Strip:
    """One row: what is reached, the target, the share of it that is reached, and the ends of the bands in targets."""

    metric: Metric
    target: Metric
    share: float
    bands: tuple[float, ...]
    is_warm: bool


@dataclass(frozen=True)
class Strips:
    """Rows in a box: labels before or above them, figures and targets in a column at their right."""

    strips: tuple[Strip, ...]
    setting: Setting

    @cached_property
    def reach(self) -> float:
        """The right end of all strips, in targets."""
        ends = [
            OVERSHOOT,
            *(strip.share for strip in self.strips),
            *(end for strip in self.strips for end in strip.bands),
        ]
        return max(ends)

    @cached_property
    def bare(self) -> Slots:
        """The rows before the figures have their room."""
        warm = tuple(index for index, strip in enumerate(self.strips) if strip.is_warm)
        labels = tuple(strip.metric.name(self.setting.language) for strip in self.strips)
        keys = tuple(strip.metric.id for strip in self.strips)
        slots = Slots(
            self.setting, labels, (0.0, self.reach), self.strips[0].metric, False, warm=warm, keys=keys,
            label_stop=self.column,
        )  # fmt: skip
        if slots.room >= TWO_LINES * self.head and self.has_whole_labels(slots):
            return slots
        # Beside each other figure and target are no higher than the strip, so that labels may run on above them.
        return replace(slots, head=1.3 * self.head, label_stop=0.0)

    def has_whole_labels(self, slots: Slots) -> bool:
        """Whether all labels have room without being cut short."""
        size, most = slots.plan
        return all(
            fits(label, slots.label_room, size, most, 700 if strip.is_warm else 400)
            for label, strip in zip(slots.labels, self.strips, strict=True)
        )

    @property
    def head(self) -> float:
        """The size of the word above the line of targets."""
        return self.setting.screen.size("small")

    @property
    def writers(self) -> list[Callable[[float], Written]]:
        """How the figures are written."""
        return [writer(strip.metric, self.setting.language, strip.metric.number) for strip in self.strips]

    @cached_property
    def column(self) -> float:
        """The width that figures may take at most."""
        box = self.setting.box
        is_enough = size_for(self.writers, self.setting.screen, COLUMN_SHARE * box.width, box.height, (TYPE["label"],))
        return (COLUMN_SHARE if is_enough else WIDE_SHARE) * box.width

    @cached_property
    def is_two_lined(self) -> bool:
        """Whether the target has room below its figure, with the word for it, instead of beside it."""
        return self.bare.head == 0.0

    @property
    def word(self) -> str:
        """What a target is called."""
        return "目标" if self.setting.is_chinese else "Target"

    def goal(self, strip: Strip) -> str:
        """The target in words."""
        unit = strip.target.unit.get(self.setting.language)
        written = strip.target.written(self.setting.language)
        text = (written if unit in ATTACHED else replace(written, unit="")).text
        return spaced(f"{self.word} {text}") if self.is_two_lined else text

    @cached_property
    def goal_width(self) -> float:
        """The width of the widest target."""
        return max(advance(self.goal(strip)) for strip in self.strips) * self.setting.screen.size("small")

    @cached_property
    def size(self) -> float:
        """The size of the figures: as large as the rows allow."""
        screen, small = self.setting.screen, self.setting.screen.size("small")
        height = 0.98 * self.bare.room - 1.5 * small if self.is_two_lined else max(0.62 * self.bare.room, 0.75 * small)
        found = size_for(self.writers, screen, self.column, height, SIZES)
        return found or small

    def tally(self, strip: Strip) -> Tally:
        """The figure of a row."""
        write = writer(strip.metric, self.setting.language, strip.metric.number)
        return Tally(write, self.size, self.setting.screen, "warm" if strip.is_warm else "text")

    @cached_property
    def figure_width(self) -> float:
        """The width of the widest figure."""
        return max(self.tally(strip).width for strip in self.strips)

    @cached_property
    def slots(self) -> Slots:
        """The rows as they are drawn."""
        g = self.setting.screen.g
        goals = self.goal_width if self.has_goals else 0.0
        width = (
            max(self.figure_width, goals)
            if self.is_two_lined
            else self.figure_width + (2.0 * g + goals if goals else 0.0)
        )
        spare = self.setting.box.height - self.bare.label_height - self.most
        # One row alone stands in the middle of its box.
        lift = max(0.0, 0.5 * spare) if len(self.strips) == 1 and self.is_two_lined else 0.0
        return replace(self.bare, after=width + 2.5 * g, head=self.bare.head + lift)

    @property
    def most(self) -> float:
        """The greatest height of a strip."""
        return (20, 16, 10)[min(len(self.strips), 3) - 1] * self.setting.screen.g

    @cached_property
    def has_goals(self) -> bool:
        """Whether the targets are written: beside figures they may take too much of a narrow box."""
        return self.is_two_lined or self.figure_width + self.goal_width < 0.4 * self.setting.box.width

    @cached_property
    def breadth(self) -> float:
        """The height of a strip."""
        return min((0.8 if self.slots.is_above else 0.56) * self.slots.room, self.most)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """When each bar grows."""
        return stagger(len(self.strips), start=GROW_START, duration=GROW_TIME, step=0.12)

    def placed(self) -> Placed:
        """The chart through time."""
        layers = self.slots.ground(self.breadth)
        layers += [moving(GROUND, self.bands), moving_together(self.tracks, self.bars)]
        layers.append(moving(Track(0.3, 0.5, smoothstep), self.targets))
        layers += [self.figure(index) for index in range(len(self.strips))]
        layers += [appearing(mark, WORDS_START) for mark in self.goals()]
        if not self.is_two_lined:
            layers.append(appearing(self.headline(), 0.5))
        return Placed(tuple(layers))

    def bands(self, progress: float) -> Mark:
        """The bands behind the bars, uncovered from the left."""
        slots, begins = self.slots, self.slots.begins(self.breadth)
        rows = [
            (index, low, high, color)
            for index, strip in enumerate(self.strips)
            for low, high, color in zip(
                (0.0, *strip.bands), (*strip.bands, self.reach), BAND_COLORS[len(strip.bands)], strict=True
            )
            if high > low
        ]
        edge = lerp(0.0, self.reach, progress)
        return slots.bars(
            array([float(begins[index]) for index, *_ in rows]), self.breadth,
            array([min(low, edge) for _, low, _, _ in rows]), array([min(high, edge) for _, _, high, _ in rows]),
            tuple(color for *_, color in rows), (),
        )  # fmt: skip

    def bars(self, t: float) -> Mark:
        """What is reached."""
        slots = self.slots
        inset = 0.29 * self.breadth
        share = array([strip.share * track.at(t) for strip, track in zip(self.strips, self.tracks, strict=True)])
        colors = tuple("warm" if strip.is_warm else "cool" for strip in self.strips)
        keys = tuple(strip.metric.id for strip in self.strips)
        begins = array(slots.begins(self.breadth) + inset)
        return slots.bars(begins, self.breadth - 2 * inset, array(np.zeros(len(share))), share, colors, keys)

    def targets(self, progress: float) -> Mark:
        """The targets, a stroke across every strip."""
        slots, width = self.slots, self.setting.screen.px(7.0)
        x, reach = slots.scale.at(1.0), 0.12 * self.breadth
        if slots.is_above:
            reach = min(reach, BELOW_LABEL * slots.plan[0])
        begins, count = slots.begins(self.breadth), len(self.strips)
        height = (self.breadth + 2.0 * reach) * progress
        return Bars(
            array(np.full(count, x - width / 2.0)), array(begins - reach), array(np.full(count, width)),
            array(np.full(count, height)), "text", keys=tuple(strip.target.id for strip in self.strips),
        )  # fmt: skip

    def headline(self) -> Text:
        """The word above the line of targets."""
        word, size = self.word, self.setting.screen.size("small")
        y = self.setting.box.top + 0.9 * size
        return Text(self.slots.scale.at(1.0), y, (Run(word, size, 400, "muted"),), "middle")

    def row_middle(self, index: int) -> float:
        """The y of the middle line of a strip."""
        return float(self.slots.begins(self.breadth)[index]) + self.breadth / 2.0

    def figure(self, index: int) -> Layer:
        """The figure of a row, in the column at the right."""
        strip, tally, small = self.strips[index], self.tally(self.strips[index]), self.setting.screen.size("small")
        x = self.setting.box.right if self.is_two_lined or not self.has_goals else self.goal_x
        # Figure and target together stand level with the strip.
        drop = GOAL_GAP * small + DIGIT_INK * small if self.is_two_lined else 0.0
        y = self.row_middle(index) + (tally.ink - drop) / 2.0
        key = f"figure:{strip.metric.id}"
        return moving(
            self.tracks[index],
            lambda progress: replace(tally.at(progress, x, y, "end", min(1.0, 6.0 * progress)), key=key),
        )

    @property
    def goal_x(self) -> float:
        """Where figures end that have their target beside them."""
        return self.setting.box.right - self.goal_width - 2.0 * self.setting.screen.g

    def goals(self) -> list[Text]:
        """The targets in small type, below their figures or beside them."""
        if not self.has_goals:
            return []
        small, marks = self.setting.screen.size("small"), []
        for index, strip in enumerate(self.strips):
            ink = DIGIT_INK * self.size
            y = self.row_middle(index) + DIGIT_INK * small / 2.0
            if self.is_two_lined:
                y = self.row_middle(index) + (ink + GOAL_GAP * small + DIGIT_INK * small) / 2.0
            run = Run(self.goal(strip), small, 400, "muted")
            marks.append(Text(self.setting.box.right, y, (run,), "end", key=f"figure:{strip.target.id}"))
        return marks
