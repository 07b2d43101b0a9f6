"""Stacks: one dot for each thing, in columns on one baseline, every figure riding on its stack."""

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.words.names import breaks_a_part, breaks_a_word, name_lines
from kiosk.anatomy.words.unit_key import plain, refuse_too_many, unit_key
from kiosk.kind import Datum, Kind, MetricRef
from kiosk.layers import Layer, Placed, appearing, moving, moving_together
from kiosk.marks import Array, Dots, Line, Mark, Run, Text, array
from kiosk.metrics import Metric
from kiosk.motion import Track, lerp, linear, smoothstep
from kiosk.numbers import tongue_of
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, Tally, writer
from kiosk.typeface import advance, spaced
from kiosk.words import Words

GROUND = Track(0.0, 0.5, smoothstep)
RISE_START = 0.4
ROW_TIME = 0.18
LONGEST_RISE = 2.2
WORDS_START = 0.2

DOT_INK = 0.79
"""The part of a dot's cell that its diameter fills."""
FIGURES = (0.226, 0.160, 0.113, 0.080)
PER_ROW, PER_ROW_LYING = (5, 10, 20), (2, 5, 10, 20)
LABEL_PITCH = 1.14
CLAIM_GAP = 0.35

DOT: dict[str, str] = {"zh": "点", "en": "dot"}


class Stacks(Kind):
    """Numbers of things as stacks of dots on one baseline, the smallest first; each figure rides on its stack and counts it.

    A metric's claim stands in bold beside its label.
    """

    metrics: Annotated[
        tuple[MetricRef, ...], Field(min_length=2, max_length=5, description="two to five metrics: numbers of things")
    ]
    highlight: Annotated[MetricRef | None, Field(description="the one metric in the warm colour")] = None
    per_row: Annotated[
        int | None, Field(ge=1, le=20, description="dots in a row; left out, as many as make the dots large")
    ] = None
    dot_value: Annotated[float, Field(gt=0, description="how many things one dot stands for")] = 1.0
    dot: Annotated[
        Words | None,
        Field(description="what one dot stands for, in words; left out, it is made of the unit of the first metric"),
    ] = None

    @model_validator(mode="after")
    def _check(self) -> "Stacks":
        for metric in sorted(self.metrics, key=lambda metric: metric.number, reverse=True):
            refuse_too_many(metric, self.dot_value, "dot_value")
        greatest = max(metric.number for metric in self.metrics)
        if 0.0 < greatest < self.dot_value:
            raise PydanticCustomError(
                "stacks_few",
                "all figures are less than the {value} that one dot stands for: write dot_value: {least} or less",
                {"value": plain(self.dot_value), "least": plain(10.0 ** math.floor(math.log10(greatest)))},
            )
        if self.highlight is not None and self.highlight not in self.metrics:
            raise PydanticCustomError("highlight", "highlight should name one of the metrics of this chart")
        return self

    def data(self) -> tuple[Datum, ...]:
        """The metrics, each once."""
        return tuple(self.metrics)

    def place(self, setting: Setting) -> Placed:
        return _Place(self, setting).placed()

    def key(self, language: str) -> str:
        """What one dot stands for."""
        if self.dot is not None:
            return self.dot.get(language)
        return unit_key(language, DOT[tongue_of(language)], self.metrics[0], self.dot_value)


@dataclass(frozen=True)
class _Label:
    """The lines of a label at one size, and the claim behind its last line or on a line of its own."""

    lines: tuple[str, ...]
    size: float
    claim: str
    claim_size: float
    claim_is_beside: bool

    @property
    def width(self) -> float:
        """Pixels of the longest line."""
        widths = [advance(each) * self.size for each in self.lines]
        claim = advance(self.claim, 700) * self.claim_size
        if self.claim_is_beside:
            widths[-1] += CLAIM_GAP * self.claim_size + claim
        return max((*widths, claim))

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the foot of the last."""
        own_line = self.claim_size * 1.3 if self.claim and not self.claim_is_beside else 0.0
        return (len(self.lines) - 1) * LABEL_PITCH * self.size + 1.18 * self.size + own_line

    def texts(self, x: float, y: float, claim_color: str) -> tuple[Text, ...]:
        """The texts with the first baseline at `y`."""
        last = y + (len(self.lines) - 1) * LABEL_PITCH * self.size
        texts = [
            Text(x, y + LABEL_PITCH * self.size * row, (Run(each, self.size),)) for row, each in enumerate(self.lines)
        ]
        if self.claim:
            run = Run(self.claim, self.claim_size, 700, claim_color)
            beside = x + advance(self.lines[-1]) * self.size + CLAIM_GAP * self.claim_size if self.lines else x
            place = (beside, last) if self.claim_is_beside else (x, last + 1.3 * self.claim_size)
            texts.append(Text(*place, (run,)))
        return tuple(texts)


def _label(metric: Metric, setting: Setting, width: float, size: float, is_short: bool) -> _Label:
    small = setting.screen.size("small")
    name, claim = metric.name(setting.language, is_short), spaced(setting.say(metric.claim))
    lines = name_lines(name, width / size)
    beside = advance(lines[-1]) * size + CLAIM_GAP * small + advance(claim, 700) * small if lines else 0.0
    return _Label(lines, size, claim, small, bool(claim) and beside <= width)


def _labels(
    metrics: tuple[Metric, ...], setting: Setting, width: float, height: float, *, may_be_smaller: bool
) -> tuple[_Label, ...] | None:
    """Labels in one size, the largest at which all fit without a broken word; the short names if the long ones do not fit.

    None where not even those do. Only if they `may_be_smaller` are they set below the smallest type.
    """
    screen = setting.screen
    largest, small = screen.size("label"), screen.size("small")
    tries = [(0.8 * largest, False, breaks_a_part), (small, False, breaks_a_word), (small, True, breaks_a_word)]
    if may_be_smaller:
        tries += [(0.8 * small, False, breaks_a_word), (0.8 * small, True, breaks_a_word)]
    for floor, is_short, breaks in tries:
        names = [metric.name(setting.language, is_short) for metric in metrics]
        size = largest
        while size >= max(floor, 0.8 * small):
            if not any(breaks(name, width / size) for name in names):
                labels = tuple(_label(metric, setting, width, size, is_short) for metric in metrics)
                if max(label.height for label in labels) <= height:
                    return labels
            size -= 2.0
    return None


@dataclass(frozen=True)
class _Stack:
    """One metric's stack: its colours, and how many dots the figure is worth."""

    metric: Metric
    color: str
    figure_color: str
    units: float

    @property
    def count(self) -> int:
        return max(1, math.ceil(self.units - 1e-9))


@dataclass(frozen=True)
class _Place:
    """The arithmetic of one arrangement: stacks side by side, or lying one below the other on a portrait screen."""

    kind: Stacks
    setting: Setting

    @property
    def screen(self) -> Screen:
        return self.setting.screen

    @cached_property
    def is_lying(self) -> bool:
        """Whether the stacks grow to the right instead of upwards: in a tall box, or where columns are too narrow for labels."""
        box = self.setting.box
        return box.height > 1.1 * box.width or self.labels_below is None

    @cached_property
    def stacks(self) -> tuple[_Stack, ...]:
        def stack(metric: Metric) -> _Stack:
            is_warm = metric == self.kind.highlight
            units = metric.number / self.kind.dot_value
            return _Stack(metric, "warm" if is_warm else "cool", "warm" if is_warm else "text", units)

        return tuple(stack(metric) for metric in sorted(self.kind.metrics, key=lambda metric: metric.number))

    @cached_property
    def gutter(self) -> float:
        return 3.0 * self.screen.g

    @cached_property
    def column(self) -> float:
        """Width of a column where the stacks stand."""
        return (self.setting.box.width - self.gutter * (len(self.stacks) - 1)) / len(self.stacks)

    @cached_property
    def band(self) -> float:
        """Height of a row of the page where the stacks lie."""
        return (self.setting.box.height + self.setting.foot) / len(self.stacks)

    @cached_property
    def bottom(self) -> float:
        return self.setting.box.bottom + self.setting.foot

    @cached_property
    def metrics(self) -> tuple[Metric, ...]:
        return tuple(stack.metric for stack in self.stacks)

    @cached_property
    def labels_below(self) -> tuple[_Label, ...] | None:
        """The labels under columns, if the columns are wide enough."""
        height = max(2.5 * self.screen.size("label"), 0.37 * self.setting.box.height)
        return _labels(self.metrics, self.setting, self.column, height, may_be_smaller=False)

    @cached_property
    def labels_beside(self) -> tuple[_Label, ...]:
        """The labels at the left of lying stacks, in the narrowest column that leaves them whole."""
        box, size = self.setting.box, 0.8 * self.screen.size("small")
        for share in (0.345, 0.4, 0.45):
            found = _labels(self.metrics, self.setting, share * box.width, 0.92 * self.band, may_be_smaller=True)
            if found is not None:
                return found
        return tuple(_label(metric, self.setting, 0.45 * box.width, size, True) for metric in self.metrics)

    @cached_property
    def labels(self) -> tuple[_Label, ...]:
        if self.is_lying or self.labels_below is None:
            return self.labels_beside
        return self.labels_below

    @cached_property
    def baseline(self) -> float:
        """The y that upright stacks stand on, or the x that lying ones lean on."""
        if self.is_lying:
            return round(self.setting.box.left + max(label.width for label in self.labels) + self.gutter)
        return round(self.bottom - max(label.height for label in self.labels) - 0.6 * self.screen.g)

    @cached_property
    def figure_size(self) -> float:
        """The largest size at which every figure is no wider than its column, and leaves room for the dots."""
        screen, box = self.screen, self.setting.box
        rows = max(math.ceil(stack.units / (self.kind.per_row or 5)) for stack in self.stacks)
        for fraction in FIGURES:
            size = float(round(fraction * screen.u * screen.scale))
            widest = max(self.tally(stack, size).width for stack in self.stacks)
            if self.is_lying:
                fits = widest <= 0.55 * (box.right - self.baseline) and DIGIT_INK * size <= 0.8 * self.band
            else:
                room = self.baseline - box.top - DIGIT_INK * size - 3.0 * screen.g
                fits = widest <= self.column and room >= min(rows, 5) * 2.6 * screen.g
            if fits:
                return size
        return float(round(FIGURES[-1] * screen.u * screen.scale))

    @cached_property
    def lengths(self) -> tuple[float, float]:
        """The room for the longest stack, along the way it grows and across."""
        box, g = self.setting.box, self.screen.g
        if self.is_lying:
            widest = max(self.tally(stack, self.figure_size).width for stack in self.stacks)
            return box.right - self.baseline - widest - 3.2 * g, self.band - 3.0 * g
        return self.baseline - 0.9 * g - box.top - DIGIT_INK * self.figure_size - 1.6 * g, self.column

    @cached_property
    def per_row(self) -> int:
        """Dots in a row: as many as make the dots largest."""
        if self.kind.per_row is not None:
            return self.kind.per_row
        return max(PER_ROW_LYING if self.is_lying else PER_ROW, key=self.pitch_with)

    def pitch_with(self, per_row: int) -> float:
        """The distance of two dots if so many stand in a row."""
        along, across = self.lengths
        rows = max(math.ceil(stack.units / per_row - 1e-9) for stack in self.stacks)
        return min(along / max(1, rows), across / per_row, 7.0 * self.screen.g)

    @cached_property
    def pitch(self) -> float:
        return self.pitch_with(self.per_row)

    def tally(self, stack: _Stack, size: float) -> Tally:
        """The figure without its unit, which the key names."""
        write = writer(stack.metric, self.setting.language, stack.metric.number, has_unit=False)
        return Tally(write, size, self.screen, stack.figure_color)

    def placed(self) -> Placed:
        layers = [self.ground()]
        for order, stack in enumerate(self.stacks):
            layers += self.rise(stack, order)
        for order, stack in enumerate(self.stacks):
            layers += self.words(stack, order)
        return Placed(tuple(layers), self.kind.key(self.setting.language))

    def ground(self) -> Layer:
        box, px = self.setting.box, self.screen.px
        if self.is_lying:
            # It ends above the source line, which begins right below.
            foot = self.bottom - 1.5 * self.screen.g
            return moving(
                GROUND,
                lambda progress: Line(
                    array([self.baseline, self.baseline]), array([box.top, lerp(box.top, foot, progress)]),
                    "axis", px(3), cap="flat",
                ),
            )  # fmt: skip
        return moving(
            GROUND,
            lambda progress: Line(
                array([box.left, lerp(box.left, box.right, progress)]), array([self.baseline, self.baseline]),
                "axis", px(3), cap="flat",
            ),
        )  # fmt: skip

    def corner(self, order: int) -> tuple[float, float]:
        """The x and y of the cell that the stack's first dot fills, at its lower left or, where it lies, at its upper left."""
        g, box = self.screen.g, self.setting.box
        if self.is_lying:
            return self.baseline + 0.9 * g, box.top + self.band * order + (self.band - self.pitch * self.per_row) / 2.0
        return box.left + (self.column + self.gutter) * order, self.baseline - 0.9 * g

    def rise(self, stack: _Stack, order: int) -> list[Layer]:
        """The dots, row by row, and the figure on top of them: both read the same rows at every instant."""
        row, place = np.divmod(np.arange(stack.count), self.per_row)
        left, edge = self.corner(order)
        inset = 0.0 if self.is_lying else (1.0 - DOT_INK) * self.pitch / 2.0
        across, foot = (place + 0.5) * self.pitch - inset, row * self.pitch
        # What is left for the last dot shows as a smaller one: areas scale by area.
        full = DOT_INK * self.pitch * np.sqrt(np.clip(stack.units - np.arange(stack.count), 0.0, 1.0))
        rows = max(1, int(row[-1]) + 1)
        tracks = self.row_tracks(rows)
        tally = self.tally(stack, self.figure_size)
        in_row = np.minimum(self.per_row, stack.units - self.per_row * np.arange(rows))
        keys = tuple(f"{stack.metric.id}/{number}" for number in range(1, stack.count + 1))

        def risen(t: float) -> Array:
            return np.array([track.at(t) for track in tracks])

        def dots(t: float) -> Mark:
            diameter = full * np.sqrt(risen(t))[row]
            along = foot + diameter / 2.0
            x, y = (left + along, edge + across) if self.is_lying else (left + across, edge - along)
            return Dots(x, y, diameter, stack.color, keys=keys)

        def ride(t: float) -> Mark:
            shares = risen(t)
            counted = 1.0 if t >= tracks[-1].end else float(shares @ in_row) / max(stack.units, 1e-12)
            length = float(shares.sum()) * self.pitch if stack.units > 0.0 else 0.0
            figure = tally.at(counted, *self.top(left, edge, length), "ink")
            return replace(figure, key=f"figure:{stack.metric.id}")

        return [moving_together(tracks, dots), moving_together(tracks, ride)]

    def top(self, left: float, edge: float, length: float) -> tuple[float, float]:
        """Where the figure's ink begins and its baseline lies on a stack of that length."""
        g = self.screen.g
        if self.is_lying:
            return left + length + 1.2 * g, edge + (self.pitch * self.per_row + DIGIT_INK * self.figure_size) / 2.0
        return left, edge - length - 1.6 * g

    def row_tracks(self, rows: int) -> tuple[Track, ...]:
        """One stretch of time for each row, one after the other, at the same pace in all stacks."""
        most = max(math.ceil(stack.units / self.per_row) for stack in self.stacks)
        duration = min(ROW_TIME, LONGEST_RISE / max(1, most))
        return tuple(Track(RISE_START + duration * row, duration, linear) for row in range(rows))

    def words(self, stack: _Stack, order: int) -> tuple[Layer, ...]:
        label = self.labels[order]
        if self.is_lying:
            x = self.setting.box.left
            y = self.setting.box.top + self.band * (order + 0.5) - label.height / 2.0 + 0.98 * label.size
        else:
            x = self.corner(order)[0]
            y = self.baseline + 0.6 * self.screen.g + 0.98 * label.size
        texts = label.texts(x, y, "warm" if stack.color == "warm" else "text")
        texts = tuple(replace(text, key=f"name:{stack.metric.id}") for text in texts)
        return tuple(appearing(text, WORDS_START, 0.4) for text in texts)
