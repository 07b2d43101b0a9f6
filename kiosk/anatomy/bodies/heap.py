"""Heaps: counted values as bars without gaps on a scale of their size, with a line for their middle."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.geometry.axis import Gauge, Scale, baseline_layer, tick_texts
from kiosk.anatomy.geometry.bins import Bins, bins_of
from kiosk.anatomy.values.entries import unit_note
from kiosk.anatomy.words.captions import Captions, captions
from kiosk.layers import Layer, Placed, appearing, moving, moving_together
from kiosk.marks import Array, Bars, Line, Mark, Run, Text, array
from kiosk.metrics import Metric, Series
from kiosk.motion import Track, lerp, smoothstep, stagger
from kiosk.numbers import Written, decimals_of, exact, write
from kiosk.setting import Setting
from kiosk.tally import Tally
from kiosk.typeface import advance, spaced
from kiosk.words import Words

GROW_START, GROW_TIME = 0.4, 1.2
MARKER = Track(1.5, 0.6, smoothstep)
FEW = 4.0
"""Up to here the usual ticks would part whole numbers."""
MOST_DECIMALS = 6
SEAM = 2.0
"""Between neighbouring bars, in pixels of a screen of 1080 lines."""
CLEARING = 11.0
"""The breadth of the strip of ground under the marker, in the same pixels: no more, since it takes from the bar it lies in."""
WIDEST = 45.0
"""The greatest width of a bar, in grid steps."""
EVERY = (1, 2, 5, 10, 20, 50)
"""Of the edges, every how many-th is written: the least that leaves them room."""
NAMES = {"median": ("中位数", "Median"), "mean": ("平均", "Mean")}


class CountGauge(Gauge):
    """A gauge of whole numbers."""

    def labels(self, scale: Scale) -> tuple[tuple[float, str], ...]:
        if self.high >= FEW:
            return super().labels(scale)
        return tuple((value, f"{value:.0f}") for value in (0.0, self.high))


@dataclass(frozen=True)
class Heap:
    """Values of a series, none of them missing, in bins from left to right."""

    values: Array
    series: Series
    setting: Setting
    wanted: int | None = None
    marker: str = "median"
    counted: Words | None = None

    @cached_property
    def bins(self) -> Bins:
        """The values, counted."""
        return bins_of(self.values, self.wanted)

    @cached_property
    def highest(self) -> float:
        """The greatest count."""
        return float(self.bins.counts.max())

    @cached_property
    def gauge(self) -> Gauge:
        """The scale of counts: whole numbers."""
        return CountGauge(self.setting, 0.0, self.highest, Metric.model_validate({"label": "", "value": 0}))

    @cached_property
    def head(self) -> float:
        """The room above the highest bar: for the figure of the marker, or else for what is counted."""
        small = self.setting.screen.size("small")
        if self.marker != "none":
            return self.tally.ink + 1.75 * small
        return 1.7 * small if self.counted else 0.4 * small

    @property
    def left(self) -> float:
        """Where the scale of values begins."""
        return self.setting.box.left + self.gauge.width + self.setting.screen.g

    @cached_property
    def x_scale(self) -> Scale:
        """From values to pixels, from the first edge to the last; a few bins stay slim."""
        box, edges, g = self.setting.box, self.bins.edges, self.setting.screen.g
        last = tick_texts([float(edge) for edge in edges], self.series, self.setting.language)[-1]
        inset = max(1.5 * g, 0.5 * advance(last, 700) * self.setting.screen.size("small"))
        right = min(box.right - inset, self.left + WIDEST * g * len(self.bins.counts))
        return Scale(float(edges[0]), float(edges[-1]), self.left + self.setting.screen.g, right)

    @cached_property
    def captions(self) -> Captions:
        """The edges below the bars, as many round ones as have room."""
        edges, box = [float(edge) for edge in self.bins.edges], self.setting.box
        texts = tick_texts(edges, self.series, self.setting.language)
        width, size = edges[1] - edges[0], self.setting.screen.size("small")
        numbers = [round(edge / width) for edge in edges]
        widest = max(advance(text, 700) for text in texts) * size + 2.0 * self.setting.screen.g
        pitch = self.x_scale.at(edges[1]) - self.x_scale.at(edges[0])
        every = next((each for each in EVERY if each * pitch >= widest), EVERY[-1])
        kept = [index for index, number in enumerate(numbers) if number % every == 0] or [0]
        return captions(
            self.setting, [texts[index] for index in kept], [self.x_scale.at(edges[index]) for index in kept],
            every * pitch, left=box.left, right=box.right, is_ordered=True,
        )  # fmt: skip

    @cached_property
    def y_scale(self) -> Scale:
        """From counts to pixels."""
        box = self.setting.box
        bottom = min(box.bottom, box.bottom + self.setting.foot - self.captions.height)
        return Scale(0.0, self.highest, bottom, min(box.top + self.head, bottom - 1.0))

    @cached_property
    def middle(self) -> float:
        """The median or the mean."""
        return float(np.mean(self.values) if self.marker == "mean" else np.median(self.values))

    @cached_property
    def decimals(self) -> int:
        """Digits behind the point: those of a value that is there, or one more than the edges have for what is computed."""
        if self.marker == "median" and bool(np.any(self.values == self.middle)):
            return min(MOST_DECIMALS, decimals_of(exact(self.middle).normalize()))
        finest = max(decimals_of(exact(float(edge)).normalize()) for edge in self.bins.edges)
        return min(MOST_DECIMALS, finest + 1)

    def written(self, progress: float) -> Written:
        """The middle on the way to it."""
        return write(
            self.middle, self.setting.language, self.middle * progress, unit=self.series.unit, decimals=self.decimals,
            scale=self.series.scale.word(self.setting.language),
        )  # fmt: skip

    @cached_property
    def tally(self) -> Tally:
        """The figure of the marker, in the largest type that suits the box."""
        screen = self.setting.screen
        sizes = [screen.size(role) for role in ("banner", "title", "label")]
        tallies = [Tally(self.written, size, screen, "warm") for size in sizes]
        room = 0.4 * self.setting.box.width
        return next((each for each in tallies if each.width <= room), tallies[-1])

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """When each bar rises."""
        return stagger(len(self.bins.counts), start=GROW_START, duration=GROW_TIME, step=0.04)

    def placed(self) -> Placed:
        """The chart through time."""
        layers: list[Layer] = list(self.gauge.upright(self.y_scale, self.left))
        layers += self.captions.layers(self.y_scale.start)
        layers.append(moving_together(self.tracks, self.bars))
        layers.append(baseline_layer(self.setting, self.left, self.setting.box.right, self.y_scale.start))
        if self.counted:
            layers.append(appearing(self.count_name(), 0.3, 0.3))
        if self.marker != "none":
            layers += [
                moving(MARKER, self.clearing),
                moving(MARKER, self.rule),
                moving(MARKER, self.figure),
                appearing(self.name(), MARKER.start, 0.5),
            ]
        return Placed(tuple(layers), unit_note(self.setting, self.series))

    def bars(self, t: float) -> Mark:
        """The bars at `t` seconds; a seam of ground parts them."""
        edges, counts = self.x_scale.along(self.bins.edges), self.bins.counts
        seam = min(self.setting.screen.px(SEAM), 0.2 * float(edges[1] - edges[0]))
        progress = np.array([track.at(t) for track in self.tracks])
        tops = self.y_scale.along(counts * progress)
        keys = tuple(f"{edge:g}" for edge in self.bins.edges[:-1])
        return Bars(
            array(edges[:-1] + seam / 2.0), array(tops), array(np.diff(edges) - seam), array(self.y_scale.start - tops),
            "cool", keys=keys,
        )  # fmt: skip

    def count_name(self) -> Text:
        """What is counted, above the scale of counts."""
        size, box = self.setting.screen.size("small"), self.setting.box
        text = spaced(self.setting.say(self.counted)) if self.counted else ""
        y = self.y_scale.end - 0.9 * size
        return Text(box.left, y, (Run(text, size, 400, "muted"),))

    @property
    def marker_x(self) -> float:
        """The x of the marker."""
        return self.x_scale.at(self.middle)

    def rule(self, progress: float) -> Line:
        """The line of the middle, drawn upwards past the highest bar."""
        foot, px = self.y_scale.start, self.setting.screen.px
        x, y = array([self.marker_x] * 2), array([foot, lerp(foot, self.setting.box.top, progress)])
        return Line(x, y, "warm", px(6.0), min(1.0, 8.0 * progress), cap="flat")

    def clearing(self, progress: float) -> Mark:
        """A strip of ground on both sides of that line, since on bars of a light page it would hardly be seen."""
        return replace(self.rule(progress), color="ground", width=self.setting.screen.px(CLEARING))

    @cached_property
    def is_right(self) -> bool:
        """Whether the figure stands at the right of its line."""
        width = max(self.tally.width, advance(self.name_text, 700) * self.setting.screen.size("small"))
        return self.marker_x + 1.6 * self.setting.screen.g + width <= self.setting.box.right

    @property
    def name_text(self) -> str:
        """What the line marks."""
        return NAMES[self.marker][0 if self.setting.is_chinese else 1]

    @property
    def side_x(self) -> float:
        """Where figure and name begin, or end at the left of the line."""
        gap = 1.6 * self.setting.screen.g
        return self.marker_x + (gap if self.is_right else -gap)

    def figure(self, progress: float) -> Mark:
        """The median or the mean beside its line."""
        y = self.setting.box.top + self.tally.ink
        text = self.tally.at(progress, self.side_x, y, "start" if self.is_right else "end")
        return replace(text, key=f"figure:{self.marker}")

    def name(self) -> Text:
        """What the figure is, below it."""
        size = self.setting.screen.size("small")
        y = self.setting.box.top + self.tally.ink + 1.2 * size
        return Text(self.side_x, y, (Run(self.name_text, size, 700, "warm"),), "start" if self.is_right else "end")
