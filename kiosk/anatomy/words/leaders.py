"""Leaders: where the figures of slopes stand or hang at the level of their value, and the room that leaves for the chart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from kiosk.layouts import Page
from kiosk.marks import Text
from kiosk.metrics import Metric
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.typeface import DIGIT_HEIGHT, advance, balanced, spaced, wrap
from kiosk.typesetting import LINE_PITCH, figure, fitted_size, line

Ends = tuple[tuple[str, ...], tuple[str, ...]]

SIZES = (0.320, TYPE["medium"], 0.160, TYPE["banner"], TYPE["title"])
ABOVE, BELOW = 1.6, 2.0
"""Grid steps from the rule up to a figure that stands on it, and down to one that hangs from it."""
TO_LABEL, FROM_FIGURE = 2.2, 1.9
"""Grid steps from a figure up to its label's baseline, and down to its label's ink."""
HIGHEST = 35.0
"""Grid steps that the highest level is above the start at most on a landscape screen."""
MOST_BESIDE = 0.23
"""The largest figure beside a chart, as a fraction of the unit."""
LABEL_INK = 0.92
TITLE_FOOT = 27.0
BESIDE_TITLE = 0.42
END_GAP = 1.5
TICK, TICK_GAP = 14.0, 26.0


@dataclass(frozen=True)
class Tick:
    """One mark of the gauge; its text is empty where a level passes through the place of its label."""

    text: str
    y: float
    baseline: float


@dataclass(frozen=True)
class Leader:
    """One figure with its label, and the rule from the end of the slope that it stands on or hangs from."""

    metric: Metric
    size: float
    baseline: float
    label: tuple[Text, ...]
    rule: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Arrangement:
    """The chart, whose upper edge is the highest level, with what stands around it. `leaders` in the order of the metrics."""

    chart: Box
    leaders: tuple[Leader, ...]
    ticks: tuple[Tick, ...]
    ends: tuple[Text, ...]
    fits: bool


def arrange(metrics: Sequence[Metric], start: str, end: str, setting: Setting) -> Arrangement:
    """The arrangement with the largest figures that leave enough room for the chart."""
    plan = _Plan(metrics, start, end, setting)
    sizes = [float(round(fraction * setting.screen.u * setting.screen.scale)) for fraction in SIZES]
    if setting.box.height > 1.05 * setting.box.width:
        candidates = [place(size) for size in sizes for place in (plan.stacked, plan.beside)]
    elif plan.spans_page:
        candidates = [plan.beside(size) for size in sizes]
    else:
        candidates = [place(size) for place in (plan.beside, plan.stacked) for size in sizes]
    return next((each for each in candidates if each.fits), candidates[-1])


class _Plan:
    """The arithmetic of both arrangements: figures at the right of the chart, or above and below it."""

    def __init__(self, metrics: Sequence[Metric], start: str, end: str, setting: Setting) -> None:
        self.metrics, self.start, self.end, self.setting = tuple(metrics), start, end, setting
        self.screen, self.g, self.box = setting.screen, setting.screen.g, setting.box
        self.small = self.screen.size("small")
        self.upper = max(metrics, key=lambda metric: metric.number)
        self.lower = next((metric for metric in metrics if metric is not self.upper), None)
        step = tick_step(self.upper.number)
        self.ticks = tuple(value for value in (0.0, step, 2 * step) if value <= self.upper.number)
        unit = self.upper.unit.get(setting.language)
        last = unit if unit in {"%", "‰"} else ""
        self.tick_texts = tuple(f"{value:g}{last if value == self.ticks[-1] else ''}" for value in self.ticks)
        widest = max(advance(text) for text in self.tick_texts) * self.small
        self.column = self.screen.px(TICK_GAP) + widest + 1.5 * self.g
        # A level close to zero moves the label of zero down, to where the words at the end would be.
        self.may_reach = self.lower is None or self.lower.number > 0.15 * self.upper.number
        # The layout "aside" leaves the page's upper right corner to the figures; a smaller area has only itself.
        page = Page(self.screen)
        self.spans_page = self.box.width > 0.9 * page.content.width
        self.is_beside_title = self.spans_page and not page.has_header and not page.is_ultrawide

    def widest(self, size: float) -> float:
        return max(figure(each.written(self.setting.language), size, self.screen).width for each in self.metrics)

    def beside(self, size: float) -> Arrangement:
        box, g = self.box, self.g
        widest = self.widest(size)
        share = 0.656 if self.screen.shape == "ultrawide" else 0.507
        narrowest = box.left + 0.32 * box.width
        right = min(box.left + share * box.width, box.right - widest - self.column)
        fits = right >= narrowest and size <= MOST_BESIDE * self.screen.u * self.screen.scale
        right = max(right, narrowest)
        are_clear, ends, foot = self.ends(right)
        fits = fits and are_clear
        bottom = box.bottom + min(0.0, self.setting.foot - foot)
        ink = DIGIT_HEIGHT * size
        room = box.right - right - 2.0 * g
        label = self.label(self.upper, size, min(room, BESIDE_TITLE * box.width) if self.is_beside_title else room)
        ceiling = self.screen.safe.top + 10.5 * g if self.is_beside_title else box.top
        above = ABOVE * g + ink + (0.0 if self.lower is None else TO_LABEL * g + label.height)
        height = min(HIGHEST * g, bottom - ceiling - above)
        if self.is_beside_title and widest > BESIDE_TITLE * box.width:
            height = min(height, bottom - TITLE_FOOT * g - ABOVE * g - ink)
        fits = fits and height >= 15.0 * g and label.is_whole
        chart = Box(box.left, bottom - height, right - box.left, height)
        ticks = self.tick_marks(chart)
        top = chart.top - ABOVE * g
        rule = ((right, chart.top), (box.right, chart.top))
        if self.lower is None:
            label = self.label_at(self.upper, size, 1.0, chart, ticks, chart.top + BELOW * g, True)
            words = label.at(box.right, chart.top + BELOW * g + label.ascent)
        else:
            words = label.at(box.right, top - ink - TO_LABEL * g - label.drop)
        leaders = {id(self.upper): Leader(self.upper, size, top, words, rule)}
        if self.lower is not None:
            level, lower_fits = self.lower_beside(self.lower, size, chart, ticks)
            leaders[id(self.lower)] = level
            fits = fits and lower_fits
        return Arrangement(chart, self.in_order(leaders), ticks, self.ends_at(ends, chart), fits)

    def lower_beside(self, metric: Metric, size: float, chart: Box, ticks: tuple[Tick, ...]) -> tuple[Leader, bool]:
        """The lower figure hangs from its level with the label below it; where there is no room, one or both stand above."""
        box, g, ink = self.box, self.g, DIGIT_HEIGHT * size
        y = chart.bottom - chart.height * metric.number / self.upper.number
        rule = ((chart.right, y), (box.right, y))
        ceiling, floor = chart.top + 2.0 * g, box.bottom + 0.9 * self.setting.foot
        hanging, standing = y + BELOW * g + ink, y - ABOVE * g
        # Where the figure's baseline is, where the label's ink begins or ends, and whether it grows downwards from there.
        places = (
            (hanging, hanging + FROM_FIGURE * g, True),
            (standing, standing - ink - TO_LABEL * g, False),
            (standing, y + BELOW * g, True),
            (hanging, y - ABOVE * g, False),
        )
        for baseline, edge, is_below in places:
            if baseline > floor or (baseline == standing and standing - ink < ceiling):
                continue
            for cap in (1.0, 0.85, 0.71):
                label = self.label_at(metric, size, cap, chart, ticks, edge, is_below)
                top, bottom = (edge, edge + label.height) if is_below else (edge - label.height, edge)
                if label.is_whole and top >= ceiling and bottom + 0.2 * label.size <= floor:
                    first = edge + 1.05 * label.size if is_below else edge - label.drop
                    return Leader(metric, size, baseline, label.at(box.right, first), rule), True
        baseline, edge, is_below = places[0]
        label = self.label_at(metric, size, 0.71, chart, ticks, edge, is_below)
        return Leader(metric, size, baseline, label.at(box.right, edge + label.ascent), rule), False

    def label_at(
        self, metric: Metric, size: float, cap: float, chart: Box, ticks: tuple[Tick, ...], edge: float, is_below: bool
    ) -> "_Label":
        """The label that begins below `edge` or ends above it, as wide as the gauge's labels beside it allow."""
        room = self.box.right - chart.right - 3.0 * self.g
        label = self.label(metric, size, room, cap)
        for _ in range(2):
            height = label.height + 0.4 * label.size
            top, bottom = (edge, edge + height) if is_below else (edge - height, edge)
            if any(top < tick.baseline and tick.baseline - 0.72 * self.small < bottom for tick in ticks):
                room = min(room, self.box.right - chart.right - self.column)
            label = self.label(metric, size, room, cap)
        return label

    def label(self, metric: Metric, size: float, room: float, cap: float = 1.0) -> "_Label":
        """The label beside a figure of `size`: never nearly as large as the figure."""
        small, full = self.small, cap * self.screen.size("label")
        return _label(self.say(metric), room, max(small, min(full, 0.5 * size)), small)

    def stacked(self, size: float) -> Arrangement:
        box, g, ink = self.box, self.g, DIGIT_HEIGHT * size
        right = box.right - self.column - 1.5 * g
        are_clear, ends, foot = self.ends(right)
        fits = are_clear and self.widest(size) <= box.width
        label = self.label(self.upper, size, box.width)
        baseline = box.top + label.ascent + label.drop + TO_LABEL * g + ink
        top, bottom = baseline + ABOVE * g, box.bottom - foot
        # The rule below the axis is led there from the end of the slope, outside the gauge.
        rule: tuple[tuple[float, float], ...] = ((right, top), (box.left, top))
        leaders = {
            id(self.upper): Leader(self.upper, size, baseline, label.at(box.right, box.top + label.ascent), rule)
        }
        if self.lower is not None:
            label = self.label(self.lower, size, box.width)
            last = box.bottom + max(0.0, self.setting.foot - 2.0 * g)
            baseline = last - label.drop - 1.05 * label.size - FROM_FIGURE * g
            hook = baseline - ink - BELOW * g
            bottom = hook - foot - 3.0 * g
        chart = Box.between(box.left, top, right, bottom)
        if self.lower is not None:
            y = bottom - chart.height * self.lower.number / self.upper.number
            rule = ((right, y), (box.right, y), (box.right, hook), (box.left, hook))
            words = label.at(box.right, last - label.drop)
            leaders[id(self.lower)] = Leader(self.lower, size, baseline, words, rule)
        fits = fits and chart.height >= 10.0 * g
        return Arrangement(
            chart, self.in_order(leaders), self.tick_marks(chart, is_stacked=True), self.ends_at(ends, chart), fits
        )

    def say(self, metric: Metric) -> str:
        return metric.name(self.setting.language)

    def in_order(self, leaders: dict[int, Leader]) -> tuple[Leader, ...]:
        return tuple(leaders[id(metric)] for metric in self.metrics)

    def ends(self, right: float) -> tuple[bool, Ends, float]:
        """Whether there is room for the words under the ends of the axis, their lines, and the height of these."""
        room = right - self.box.left - END_GAP * self.g
        texts = (spaced(self.start), spaced(self.end))
        lines: Ends = ((), ())
        fits = False
        for counts in ((1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 3)):
            lines = (balanced(texts[0], 99.0, lines=counts[0]), balanced(texts[1], 99.0, lines=counts[1]))
            fits = sum(max(map(advance, each), default=0.0) for each in lines) * self.small <= room
            # Two lines each before three: what stands at the end may reach under the labels of the gauge.
            may_reach = counts == (2, 2) and self.may_reach
            if fits or (may_reach and self.reach(lines, room) < self.column - 2.0 * self.g):
                fits = True
                break
        return fits, lines, self.small * (1.2 + LINE_PITCH * (max(map(len, lines)) - 1))

    def reach(self, ends: Ends, room: float) -> float:
        """Pixels by which the words at the end are set beyond the axis."""
        return max(0.0, sum(max(map(advance, each), default=0.0) for each in ends) * self.small - room)

    def ends_at(self, ends: Ends, chart: Box) -> tuple[Text, ...]:
        reach = self.reach(ends, chart.width - END_GAP * self.g)
        first = chart.bottom + (1.35 if reach else 1.2) * self.small
        places: tuple[tuple[float, Literal["start", "end"]], ...] = (
            (chart.left, "start"),
            (chart.right + reach, "end"),
        )
        return tuple(
            line(text, x, first + index * LINE_PITCH * self.small, self.small, color="muted", anchor=anchor)
            for (x, anchor), lines in zip(places, ends, strict=True)
            for index, text in enumerate(lines)
        )

    def tick_marks(self, chart: Box, *, is_stacked: bool = False) -> tuple[Tick, ...]:
        """The ticks; a label that a level would strike through gives way: that of zero moves down, others are left out."""
        scale, clear = chart.height / self.upper.number, 0.55 * self.small
        heights = [chart.bottom - metric.number * scale for metric in self.metrics]
        if is_stacked:
            # Above and below the chart, the highest level leaves the gauge to the left.
            heights = [height for height, metric in zip(heights, self.metrics, strict=True) if metric is not self.upper]
        ticks = []
        for value, text in zip(self.ticks, self.tick_texts, strict=True):
            y = chart.bottom - value * scale
            struck = [height for height in heights if abs(height - y) < clear]
            middle = max(struck) + clear if struck and value == 0.0 else y
            ticks.append(Tick("" if struck and value else text, y, middle + 0.36 * self.small))
        return tuple(ticks)


@dataclass(frozen=True)
class _Label:
    """A label broken into lines."""

    lines: tuple[str, ...]
    size: float
    is_whole: bool = True
    """Whether no word is broken."""

    @property
    def ascent(self) -> float:
        """Pixels of ink above the first baseline."""
        return LABEL_INK * self.size

    @property
    def drop(self) -> float:
        """Pixels from the first baseline to the last."""
        return LINE_PITCH * self.size * (len(self.lines) - 1)

    @property
    def height(self) -> float:
        return self.ascent + self.drop

    def at(self, right: float, first: float) -> tuple[Text, ...]:
        texts = (line(text, right, first, self.size, anchor="end") for text in self.lines)
        return tuple(replace(text, y=first + i * LINE_PITCH * self.size) for i, text in enumerate(texts))


def _label(text: str, room: float, full: float, small: float) -> _Label:
    """A label on one line if it need not shrink much, else on two, else on as many as it takes."""
    size = fitted_size(text, max(room, small), full, 0.0)
    if size >= max(small, 0.75 * full):
        return _Label((spaced(text),), size)
    room, size = max(room, small), full
    while size > small and len(wrap(spaced(text), room / size)) > 2:
        size -= 1.0
    # No word is broken, not even where the smallest type is a little too large for it.
    longest = max(map(advance, re.split(r"[ \-]", spaced(text)))) if text.isascii() else 0.0
    size = max(0.8 * small, min(size, room / longest)) if longest else size
    return _Label(balanced(spaced(text), room / size), size, longest * size <= room)


def tick_step(top: float) -> float:
    """A round step so that at most two ticks stand between 0 and `top`."""
    power = 10.0 ** np.floor(np.log10(top))
    factor = next(each for each in (0.5, 1.0, 2.0, 5.0) if top / (each * power) < 3.0)
    return float(factor * power)
