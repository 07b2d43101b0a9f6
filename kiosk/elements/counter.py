"""Counter: one large figure that counts up to its metric, with its label."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kiosk.kind import Kind, MetricRef
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Mark, Text
from kiosk.motion import COUNT
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.tally import Tally, writer
from kiosk.typesetting import FIGURE_SIZES, Figure, figure, paragraph, width_of
from kiosk.words import Words

SIZES = {"large": TYPE["large"], "medium": TYPE["medium"]}
DIGIT_INK = 0.741
LEAST_ROOM, GAP, LIFT = 18.0, 4.0, 0.6
"""Grid steps: the narrowest label beside a figure, the gap between them, and the air above the digits."""
MOST_LINES = 4


@dataclass(frozen=True)
class Arrangement:
    """A figure at one size with its label beside or below it."""

    figure: Figure
    size: float
    baseline: float
    words: tuple[Text, ...]
    foot: float
    """The y below which there is no ink."""


class Counter(Kind):
    """A metric as a figure. The label stands below it or, if there is room, at its right: first line bold, second line plain.

    `size`: the figure is never larger than that. `counts: false` shows it at once.
    """

    metric: MetricRef
    label: Words | None = None
    detail: Words | None = None
    label_at: Literal["auto", "right", "below"] = "auto"
    color: Literal["warm", "cool", "text"] = "warm"
    size: Literal["large", "medium"] = "large"
    counts: bool = True

    def place(self, setting: Setting) -> Placed:
        box = setting.box
        # The largest figure that leaves room for its label; where none does, the least.
        arrangement = None
        for arrangement in self.arrangements(setting):
            if arrangement.figure.width <= box.width and arrangement.foot <= box.bottom:
                break
        if arrangement is None:
            raise ValueError("a counter has no sizes to choose from")
        layers = [self.figure_layer(setting, arrangement)]
        name, *rest = arrangement.words
        layers += [appearing(text, 1.0, 0.4) for text in (replace(name, key=self.key("name")), *rest)]
        return Placed(tuple(layers))

    def key(self, what: str) -> str:
        """What a part of it stands for, on this slide as on another."""
        return self.metric.id and f"{what}:{self.metric.id}"

    def arrangements(self, setting: Setting) -> Iterator[Arrangement]:
        """Ways to set figure and label, the largest figure first, the label beside it before below."""
        screen, box = setting.screen, setting.box
        written = self.metric.written(setting.language)
        for fraction in FIGURE_SIZES:
            if fraction > SIZES[self.size]:
                continue
            size = float(round(fraction * screen.u * screen.scale))
            shape = figure(written, size, screen, self.color)
            baseline = box.top + DIGIT_INK * size + LIFT * screen.g
            room = box.width - shape.width - GAP * screen.g
            if self.label_at == "right" or (self.label_at == "auto" and room >= LEAST_ROOM * screen.g):
                left = box.left + shape.width + GAP * screen.g
                yield self.arranged(setting, shape, size, baseline, Box.between(left, box.top, box.right, box.bottom))
            if self.label_at != "right":
                yield self.arranged(setting, shape, size, baseline, None)

    def arranged(
        self, setting: Setting, shape: Figure, size: float, baseline: float, beside: Box | None
    ) -> Arrangement:
        """The figure with its label in the box beside it, or below it if that is None."""
        text_size = setting.screen.size("label")
        detail = setting.say(self.detail) if self.detail else ""
        if beside is None:
            words = self.words(setting, setting.box, baseline + 1.7 * text_size + shape.drop, text_size)
            foot = words[-1].y + 0.25 * text_size if len(words) <= MOST_LINES else float("inf")
        else:
            words = self.words(setting, beside, baseline - (1.3 * text_size if detail else 0.0), text_size)
            is_low = words[-1].y > baseline + 0.1 * text_size
            foot = float("inf") if is_low or _widest(words) > beside.width else baseline + shape.drop
        return Arrangement(shape, size, baseline, words, foot)

    def words(self, setting: Setting, box: Box, y: float, size: float) -> tuple[Text, ...]:
        """The label, and under it the detail; the first baseline at `y`."""
        label = setting.say(self.label or self.metric.label)
        if self.detail is None:
            return paragraph(label, box.left, y, box.width, size)
        first = paragraph(label, box.left, y, box.width, size, weight=700)
        return first + paragraph(setting.say(self.detail), box.left, first[-1].y + 1.3 * size, box.width, size)

    def figure_layer(self, setting: Setting, arrangement: Arrangement) -> Layer:
        """The figure counting up: the last frame is exact, the field as wide as the final number, the unit stands still."""
        write = writer(self.metric, setting.language, self.metric.number)
        tally = Tally(write, arrangement.size, setting.screen, self.color)
        left = setting.box.left

        def draw(progress: float) -> Mark:
            figure = tally.at(progress if self.counts else 1.0, left, arrangement.baseline, "ink")
            return replace(figure, key=self.key("figure"))

        return moving(COUNT, draw)


def _widest(texts: tuple[Text, ...]) -> float:
    return max((width_of(text.runs) for text in texts), default=0.0)
