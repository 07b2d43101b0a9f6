"""Episodes: things on a line, and what they brought, spread evenly over them."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from kiosk.kind import Kind, MetricRef
from kiosk.layers import Layer, Placed, appearing, moving, moving_together, still
from kiosk.marks import Array, Dots, Line, Mark, Text, array
from kiosk.motion import COUNT, Track, share_window, smoothstep, staggered
from kiosk.setting import Setting
from kiosk.typeface import advance, spaced
from kiosk.typesetting import fitted_size, line
from kiosk.words import Words

GROUND = Track(0.0, 0.5)
SPREADING = COUNT
OVERLAP = 0.6
"""How far the unfolding of one episode runs into that of the next."""
"""Episodes unfold as their figures count: both show the same number at every instant."""
MORE_START, MORE_TIME = COUNT.end, 0.4
MOST_EPISODES, MOST_IN_EPISODE = 60, 12
EVENLY = Words({"zh": "按期均摊绘制", "en": "spread evenly over the line"})


class Episodes(Kind):
    """As many rings on a line as `count` says, and from each rays to its share of `spread`, dealt out evenly.

    What of `spread` is "over" the number is a hollow dot at the end. `start` and `end` label the ends of the line. `note` tells
    that the shares are not known one by one; it stands before the source.
    """

    count: MetricRef
    spread: MetricRef
    start: Words | None = None
    end: Words | None = None
    note: Words = EVENLY

    @model_validator(mode="after")
    def _check_counts(self) -> "Episodes":
        for metric, most in ((self.count, MOST_EPISODES), (self.spread, MOST_IN_EPISODE * self.count.number)):
            number = metric.number
            if number != round(number) or not 1 <= number <= most:
                raise PydanticCustomError(
                    "episodes_count",
                    "each is drawn one by one: {value} should be a whole number from 1 to {most}",
                    {"value": f"{number:g}", "most": f"{most:g}"},
                )
        return self

    def place(self, setting: Setting) -> Placed:
        return Placed(_Row(self, setting).layers(), note=setting.say(self.note))

    def shares(self) -> tuple[int, ...]:
        """How many of `spread` fall to each of `count`: equal, or one more here and there, evenly."""
        count, total = round(self.count.number), round(self.spread.number)
        return tuple((place + 1) * total // count - place * total // count for place in range(count))


@dataclass(frozen=True)
class _Fan:
    """The places of rings, and of the dots above them: `owner` is the ring of each dot."""

    ring_x: Array
    ring_y: Array
    dot_x: Array
    dot_y: Array
    owner: Array


class _Row:
    """The arithmetic of the arrangement: one line, or several on a narrow screen."""

    def __init__(self, kind: Episodes, setting: Setting) -> None:
        self.kind, self.setting, self.screen = kind, setting, setting.screen
        screen, box, g = setting.screen, setting.box, setting.screen.g
        self.size = screen.size("small")
        shares = kind.shares()
        self.has_more = kind.spread.qualifier == "over"
        self.in_foot = setting.foot >= self.size
        height = box.height - (0.0 if self.in_foot else 1.7 * self.size)
        wanted = min(7.0, 1.15 * max(shares) + 1.5) * g
        rows = math.ceil(len(shares) * wanted / box.width - 0.2)
        self.rows = max(1, min(rows, int(height // (9 * g)), len(shares)))
        columns = -(-len(shares) // self.rows)
        self.rows = -(-len(shares) // columns)
        self.pitch = box.width / columns
        self.rise = min(height / self.rows - (3.5 if self.rows == 1 else 5.5) * g, 1.6 * self.pitch, 15 * g)
        lead = height / self.rows
        places = np.arange(len(shares), dtype=np.float64)
        ring_x: Array = box.left + (places % columns + 0.5) * self.pitch
        ring_y: Array = box.top + (places // columns + 1.0) * lead - 1.9 * g
        self.step = min(0.84 * self.pitch / max(shares), 2.4 * g)
        self.dot = min(screen.px(17), 0.72 * self.step)
        self.ring = min(screen.px(42), 0.42 * self.pitch)
        self.fan = self._spread(shares, ring_x, ring_y)
        self.columns = columns

    def _spread(self, shares: tuple[int, ...], ring_x: Array, ring_y: Array) -> _Fan:
        dot_x, dot_y, owner = [], [], []
        for place, share in enumerate(shares):
            for index in range(share):
                aside = index - (share - 1) / 2.0
                dot_x.append(ring_x[place] + aside * self.step)
                # The outer dots hang a little lower, as on an arc about the ring.
                dot_y.append(ring_y[place] - self.rise + 0.06 * self.step * aside**2)
                owner.append(place)
        return _Fan(ring_x, ring_y, array(dot_x), array(dot_y), array(owner))

    def layers(self) -> tuple[Layer, ...]:
        """Line, rays, dots and rings, then labels and the hollow dot."""
        layers = [self.ground(), *self.fans(), self.rings()]
        if self.has_more:
            layers += self.more()
        return (*layers, *self.labels())

    def share_of(self, progress: float) -> Array:
        """How far each episode has unfolded, 0 to 1: one after another from the left."""
        count = len(self.kind.shares())
        return array([smoothstep(staggered(progress, place, count, OVERLAP)) for place in range(count)])

    def ground(self) -> Layer:
        """The line, in pieces that part where the rings open, growing from the left."""
        box, lefts, rights, y = self.setting.box, [], [], []
        before, after = [], []
        for row in range(self.rows):
            here = range(row * self.columns, min((row + 1) * self.columns, len(self.fan.ring_x)))
            right = box.right if len(here) == self.columns else float(self.fan.ring_x[here[-1]]) + 0.5 * self.pitch
            lefts += [box.left, *(float(self.fan.ring_x[place]) for place in here)]
            rights += [*(float(self.fan.ring_x[place]) for place in here), right]
            before += [-1, *here]
            after += [*here, -1]
            y += [float(self.fan.ring_y[here[0]])] * (len(here) + 1)
        first, last, level = array(lefts), array(rights), array(y)

        def draw(t: float) -> Mark:
            # The ends of the line have no ring: the last radius stands for them.
            radius = np.append(self.opened(SPREADING.at(t)) * self.ring / 2.0, 0.0)
            starts, ends = first + radius[before], last - radius[after]
            reach = box.left + GROUND.at(t) * box.width
            x = np.stack([starts, np.minimum(ends, np.maximum(starts, reach))], axis=1)
            return Line(x, np.stack([level, level], axis=1), "axis", self.screen.px(3), cap="flat")

        return moving_together((GROUND, SPREADING), draw)

    def opened(self, progress: float) -> Array:
        """How far each ring is open, 0 to 1: it is whole before its rays are."""
        return np.minimum(1.0, 4.0 * self.share_of(progress))

    def fans(self) -> list[Layer]:
        """The rays and dots of each ring on their own: while one unfolds, nothing is painted of the others."""
        count = len(self.kind.shares())
        layers = []
        for place in range(count):
            begin, end = (SPREADING.when(share) for share in share_window(place, count, OVERLAP))
            mine = self.fan.owner == place
            if not mine.any():
                continue
            ring = slice(place, place + 1)
            fan = _Fan(
                self.fan.ring_x[ring],
                self.fan.ring_y[ring],
                self.fan.dot_x[mine],
                self.fan.dot_y[mine],
                self.fan.owner[mine],
            )
            layers += [Layer(begin, end, self.rays(fan, place)), Layer(begin, end, self.dots(fan, place))]
        return layers

    def unfolded(self, t: float, place: int) -> float:
        """How far one episode has unfolded at a time, 0 to 1."""
        return smoothstep(staggered(SPREADING.at(t), place, len(self.kind.shares()), OVERLAP))

    def rays(self, fan: _Fan, place: int) -> Callable[[float], Mark]:
        """From a ring to its dots."""
        away_x, away_y = fan.dot_x - fan.ring_x, fan.dot_y - fan.ring_y
        first = (self.ring / 2.0 + self.screen.px(3)) / np.hypot(away_x, away_y)

        def draw(t: float) -> Mark:
            reach = np.maximum(first, self.unfolded(t, place))
            x = np.stack([fan.ring_x + first * away_x, fan.ring_x + reach * away_x], axis=1)
            y = np.stack([fan.ring_y + first * away_y, fan.ring_y + reach * away_y], axis=1)
            return Line(x, y, "warm", self.screen.px(2), 0.75, cap="flat")

        return draw

    def dots(self, fan: _Fan, place: int) -> Callable[[float], Mark]:
        """The dots, each carried up by its ray."""

        def draw(t: float) -> Mark:
            share = self.unfolded(t, place)
            x = fan.ring_x + share * (fan.dot_x - fan.ring_x)
            y = fan.ring_y + share * (fan.dot_y - fan.ring_y)
            return Dots(x, y, np.full(len(x), self.dot * min(1.0, 3.0 * share)), "warm")

        return draw

    def rings(self) -> Layer:
        """The rings on the line."""
        fan, width = self.fan, self.screen.px(5)

        def draw(progress: float) -> Mark:
            diameter = 1.2 * width + (self.ring - 1.2 * width) * self.opened(progress)
            return Dots(fan.ring_x, fan.ring_y, diameter, "cool", ring=width)

        return moving(SPREADING, draw)

    def more(self) -> list[Layer]:
        """The hollow dot for what is over the number, on a broken ray beside those of the last ring."""
        fan, screen = self.fan, self.screen
        ring_x, ring_y = float(fan.ring_x[-1]), float(fan.ring_y[-1])
        x = min(float(fan.dot_x[-1]) + 1.05 * self.step, self.setting.box.right)
        y = float(fan.dot_y[-1]) + 0.45 * self.step
        away = np.hypot(x - ring_x, y - ring_y)
        first, last = (self.ring / 2.0 + screen.px(3)) / away, 1.0 - 0.6 * self.dot / away
        ray_x, ray_y = (array([a + first * (b - a), a + last * (b - a)]) for a, b in ((ring_x, x), (ring_y, y)))
        ray = Line(ray_x, ray_y, "warm", screen.px(2), 0.85, dashes=(screen.px(5), screen.px(5)), cap="flat")
        dot = Dots(array([x]), array([y]), array([self.dot]), "warm", ring=screen.px(2.6))
        return [appearing(ray, MORE_START, MORE_TIME), appearing(dot, MORE_START, MORE_TIME)]

    def labels(self) -> list[Layer]:
        """What stands at the two ends of the line."""
        box, kind, setting = self.setting.box, self.kind, self.setting
        y = box.bottom + 0.86 * setting.foot if self.in_foot else box.bottom - 0.4 * self.size
        texts = [setting.say(words) if words else "" for words in (kind.start, kind.end)]
        wanted = sum(advance(spaced(text)) for text in texts) * self.size + 4 * self.screen.g
        size = self.size if wanted <= box.width else max(0.8 * self.size, self.size * box.width / wanted)
        marks: list[Text] = []
        if texts[0]:
            marks.append(line(texts[0], box.left, y, fitted_size(texts[0], box.width, round(size), 1.0), color="muted"))
        if texts[1]:
            right = box.right if self.rows == 1 else min(box.right, float(self.fan.ring_x[-1]) + 0.5 * self.pitch)
            right = max(right, box.left + wanted)
            marks.append(line(texts[1], right, y, round(size), color="muted", anchor="end"))
        return [still(mark) for mark in marks]
