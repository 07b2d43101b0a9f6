"""Cascades: bars of which each begins where the one before it ended, with their figures and the lines that join them."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.bodies.slots import Slots
from kiosk.anatomy.geometry.axis import span_of
from kiosk.anatomy.values.entries import unit_note
from kiosk.anatomy.values.manners import shared_manner
from kiosk.kind import Datum
from kiosk.layers import Layer, Placed, moving, moving_together
from kiosk.marks import Bars, Line, Mark, Shapes, array
from kiosk.metrics import Metric
from kiosk.motion import Track, smoothstep, stagger
from kiosk.numbers import Manner, Qualifier, Written, write_in
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.tally import Tally, size_for

GROW_START, GROW_TIME = 0.4, 1.0
SIZES = (0.160, TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])
RIM = 5.0
"""The stroke of a hollow bar, in pixels of a screen of 1080 lines."""
MINUS = "-"


@dataclass(frozen=True)
class Step:
    """One bar: by how much it changes what came before, and from where; whole ones begin at zero and are no change."""

    label: str
    value: float
    before: float
    datum: Datum
    key: str
    is_warm: bool
    is_whole: bool

    @property
    def is_missing(self) -> bool:
        """Whether there is no value."""
        return math.isnan(self.value)

    @property
    def begin(self) -> float:
        """The value at which the bar begins."""
        return 0.0 if self.is_whole else self.before

    @property
    def end(self) -> float:
        """The value at which the bar ends."""
        return self.begin if self.is_missing else round(self.begin + self.value, 9)

    @property
    def is_fall(self) -> bool:
        """Whether the bar is a step down."""
        return not self.is_whole and self.value < 0.0


@dataclass(frozen=True)
class Cascade:
    """Steps as columns upwards or rows across."""

    steps: tuple[Step, ...]
    setting: Setting
    is_upward: bool

    @cached_property
    def span(self) -> tuple[float, float]:
        """The range of values, with 0."""
        return span_of(np.array([each for step in self.steps for each in (step.begin, step.end)]))

    @cached_property
    def bare(self) -> Slots:
        """The slots before figures have their room."""
        warm = tuple(index for index, step in enumerate(self.steps) if step.is_warm)
        labels = tuple(step.label for step in self.steps)
        keys = tuple(step.key for step in self.steps)
        return Slots(self.setting, labels, self.span, self.steps[0].datum, self.is_upward, warm=warm, keys=keys)

    @cached_property
    def slots(self) -> Slots:
        """The slots as they are drawn."""
        if self.size is None:
            last = self.tally(len(self.steps) - 1)
            room = self.bare.gap + (last.ink if self.is_upward else last.width)
            below = room if self.steps[-1].end < 0.0 else 0.0
            return replace(self.bare, has_gauge=True, after=room, before=below)
        extents = [
            self.bare.gap + (each.ink if self.is_upward else each.width)
            for each in (self.tally(index) for index in range(len(self.steps)))
        ]
        beyond = max(extents)
        below = max(
            (each for each, step in zip(extents, self.steps, strict=True) if min(step.begin, step.end) < 0.0),
            default=0.0,
        )
        return replace(self.bare, after=beyond, before=below)

    def breadth(self, slots: Slots) -> float:
        """Pixels across a bar."""
        g = self.setting.screen.g
        if self.is_upward:
            return min(0.7 * slots.pitch, 22 * g)
        return min((0.86 if slots.is_above else 0.66) * slots.room, 14 * g)

    @cached_property
    def manner(self) -> Manner:
        """How all figures are written."""
        language, data = self.setting.language, [step.datum for step in self.steps]
        decimals = [each.decimals for each in data if each.decimals is not None]
        values = [step.value for step in self.steps if not step.is_missing]
        return shared_manner(values, language, max(decimals, default=None), data[0].scale.word(language))

    def write(self, index: int, has_unit: bool) -> Callable[[float], Written]:
        """How one figure is written: a step with its sign, a whole without."""
        step, language = self.steps[index], self.setting.language
        value = 0.0 if step.is_missing else step.value
        is_computed = index == len(self.steps) - 1
        qualified = step.datum if isinstance(step.datum, Metric) and step.datum.qualifier != "exact" else None

        def write(progress: float) -> Written:
            shown = value if progress >= 1.0 else value * progress
            if qualified is not None and not is_computed:
                written = qualified.written(language, shown)
            else:
                written = write_in(self.manner, shown, language, unit=step.datum.unit, qualifier=self.precision(index))
            if not step.is_whole and value > 0.0:
                written = replace(written, digits=f"+{written.digits}")
            return written if has_unit else replace(written, unit="")

        return write

    def precision(self, index: int) -> Qualifier:
        """How the end is qualified: what is added up from figures that are not exact is not exact either."""
        data = [step.datum for step in self.steps]
        is_vague = any(isinstance(each, Metric) and each.qualifier != "exact" for each in data)
        return "about" if is_vague and index == len(self.steps) - 1 else "exact"

    @cached_property
    def fit(self) -> tuple[float | None, bool]:
        """The size of the figures, None where there is no room for them, and whether they carry their unit."""
        screen, slots = self.setting.screen, self.bare
        if not slots.is_roomy:
            return None, True
        if self.is_upward:
            width, height = 0.94 * slots.pitch, 0.16 * slots.box.height
        else:
            width = 0.26 * (slots.box.width - slots.label_width)
            height = max(0.8 * self.breadth(slots), 0.75 * screen.size("small"))
        everything = range(len(self.steps))
        full = size_for([self.write(index, True) for index in everything], screen, width, height, SIZES)
        unit = self.steps[0].datum.unit.get(self.setting.language)
        if unit in ATTACHED or (full or 0.0) >= screen.size("title"):
            return full, True
        bare = size_for([self.write(index, False) for index in everything], screen, width, height, SIZES)
        return (bare, False) if bare is not None and (full is None or bare > full) else (full, True)

    @property
    def size(self) -> float | None:
        """The size of the figures; None where they have no room."""
        return self.fit[0]

    def tally(self, index: int) -> Tally:
        """One figure."""
        size, has_unit = self.fit
        color = "warm" if self.steps[index].is_warm else "text"
        return Tally(self.write(index, has_unit), size or self.setting.screen.size("label"), self.setting.screen, color)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """When each bar grows: in order, since each begins where the one before it ends."""
        return stagger(len(self.steps), start=GROW_START, duration=GROW_TIME, step=0.15)

    def placed(self) -> Placed:
        """The chart through time."""
        slots = self.slots
        breadth = self.breadth(slots)
        layers = slots.ground(breadth)
        layers.append(moving(Track(1.0, 0.8, smoothstep), self.joints))
        layers += [moving_together(self.tracks, self.bars), moving_together(self.tracks, self.rims)]
        layers.append(slots.baseline(breadth))
        if self.size is not None:
            shown = [index for index, step in enumerate(self.steps) if not step.is_missing]
        else:
            shown = [len(self.steps) - 1]
        layers += [self.riding(index) for index in shown]
        return Placed(tuple(layers), "" if self.fit[1] else unit_note(self.setting, self.steps[0].datum))

    def moved(self, t: float, is_fall: bool) -> tuple[list[int], Bars]:
        """The bars up, or those down, at `t` seconds."""
        slots = self.slots
        chosen = [index for index, step in enumerate(self.steps) if step.is_fall == is_fall and not step.is_missing]
        begins = slots.begins(self.breadth(slots))
        low = [self.steps[index].begin for index in chosen]
        high = [
            step.begin + (step.end - step.begin) * self.tracks[index].at(t)
            for index, step in ((index, self.steps[index]) for index in chosen)
        ]
        colors = tuple("warm" if self.steps[index].is_warm else "cool" for index in chosen)
        keys = tuple(self.steps[index].key for index in chosen)
        begin = array([float(begins[index]) for index in chosen])
        return chosen, slots.bars(begin, self.breadth(slots), array(low), array(high), colors, keys)

    def bars(self, t: float) -> Mark:
        """What stands on the baseline, and the steps up."""
        return self.moved(t, False)[1]

    def rims(self, t: float) -> Mark:
        """The steps down: hollow, so that they are told apart by more than their sign."""
        _, bars = self.moved(t, True)
        rim = np.minimum(self.setting.screen.px(RIM), 0.5 * np.minimum(bars.width, bars.height))
        x: list[float] = []
        y: list[float] = []
        for left, top, width, height, inset in zip(bars.left, bars.top, bars.width, bars.height, rim, strict=True):
            for by in (0.0, float(inset)):
                x += [left + by, left + width - by, left + width - by, left + by]
                y += [top + by, top + by, top + height - by, top + height - by]
        count = len(bars.left)
        ends = tuple(4 * (number + 1) for number in range(2 * count))
        owners = tuple(number // 2 for number in range(2 * count))
        return Shapes(array(x), array(y), ends, owners, bars.color, keys=bars.keys)

    def joints(self, progress: float) -> Mark:
        """The hairlines from the end of each bar to the beginning of the next."""
        slots = self.slots
        breadth = self.breadth(slots)
        begins = slots.begins(breadth)
        levels = np.array([slots.scale.at(step.end) for step in self.steps[:-1]])
        # Where there is no bar to be seen, the line runs on through its place.
        lengths = np.array([abs(slots.scale.at(step.end) - slots.scale.at(step.begin)) for step in self.steps[:-1]])
        starts = begins[:-1] + np.where(lengths < self.setting.screen.px(RIM), 0.0, breadth)
        stops = begins[1:].copy()
        if slots.is_above:
            # A line does not run through the label of the next row.
            struck = [slots.extent(index + 1) + slots.gap > level for index, level in enumerate(levels)]
            stops -= np.where(struck, slots.label_height, 0.0)
        ends = starts + (stops - starts) * progress
        along = np.stack([starts, ends], axis=1)
        across = np.repeat(levels.reshape(-1, 1), 2, axis=1)
        x, y = (along, across) if self.is_upward else (across, along)
        return Line(array(x), array(y), "axis", self.setting.screen.px(2.0), cap="flat")

    def riding(self, index: int) -> Layer:
        """The figure at the moving end of its bar, or at the other end where there it would stand on the baseline."""
        slots, step, tally = self.slots, self.steps[index], self.tally(index)
        breadth = self.breadth(slots)
        begin = float(slots.begins(breadth)[index])
        is_beyond, lift = self.is_beyond(index, tally), 0.0
        if self.is_upward and not slots.is_spacious:
            half = tally.width / 2.0
            middle = min(max(begin + breadth / 2.0, slots.left + half), slots.box.right - half)
            begin = middle - breadth / 2.0
            lift = self.lift(index, middle, half) if self.size is None else 0.0

        def ride(progress: float) -> Mark:
            moving_end = step.begin + (step.end - step.begin) * progress
            level = max(step.begin, moving_end) if is_beyond else min(step.begin, moving_end)
            end, opacity = slots.scale.at(level) + lift * progress, min(1.0, 8.0 * progress)
            return slots.at_end(tally, progress, (begin, begin + breadth), end, is_beyond, opacity, step.key)

        return moving(self.tracks[index], ride)

    def lift(self, index: int, middle: float, half: float) -> float:
        """How far the bars near a figure reach above the one it belongs to, in pixels of the screen."""
        slots, own = self.slots, max(self.steps[index].begin, self.steps[index].end)
        breadth = self.breadth(slots)
        near = [
            max(step.begin, step.end)
            for step, begin in zip(self.steps, slots.begins(breadth), strict=True)
            if abs(float(begin) + breadth / 2.0 - middle) < half + breadth / 2.0 + slots.gap
        ]
        return slots.scale.at(max(*near, own)) - slots.scale.at(own)

    def is_beyond(self, index: int, tally: Tally) -> bool:
        """Whether a figure stands above its bar (at the right of a row) instead of below it."""
        slots, step = self.slots, self.steps[index]
        extent = (tally.ink if self.is_upward else tally.width) + 1.8 * slots.gap
        low, high = min(step.begin, step.end), max(step.begin, step.end)
        below = abs(slots.scale.at(low) - slots.zero) if low >= 0.0 else math.inf
        above = abs(slots.scale.at(high) - slots.zero) if high < 0.0 else math.inf
        if step.value < 0.0:
            return below < extent
        return above >= extent
