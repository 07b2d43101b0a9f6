"""Tallies: figures that count up to their value in the room of the final one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kiosk.kind import Datum
from kiosk.marks import Text
from kiosk.metrics import Metric, Series
from kiosk.motion import emergence
from kiosk.numbers import Written, common_manner, write_in
from kiosk.screen import TYPE, Screen
from kiosk.typesetting import Anchor, Figure, figure, ink_left

DIGIT_INK = 0.746
"""The height of a digit in em."""

MANY_POINTS = 2000

SIZES: tuple[float, ...] = (TYPE["medium"], 0.160, TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])
"""The sizes a figure beside a mark may take, as fractions of the unit, largest first."""


def writer(datum: Datum, language: str, value: float, *, has_unit: bool = True) -> Callable[[float], Written]:
    """How a datum is written at a progress of 0 to 1 on the way to `value`; at 1 exactly as its author wrote it."""

    manner = None
    if isinstance(datum, Series) and len(datum.points) > MANY_POINTS:
        # To find the decimals that suit all values of a very long series takes longer than to draw it.
        manner = common_manner((value,), language, decimals=datum.decimals, scale=datum.scale.word(language))

    def write(progress: float) -> Written:
        shown = value if progress >= 1.0 else value * progress
        if isinstance(datum, Metric):
            written = datum.written(language, None if progress >= 1.0 else shown)
        elif manner is not None:
            written = write_in(manner, shown, language, unit=datum.unit)
        else:
            written = datum.written(language, shown)
        return written if has_unit else replace(written, unit="")

    return write


@dataclass(frozen=True)
class Tally:
    """A figure of `size` pixels on its way to the final one. Its right edge, and with it the unit, stands still."""

    write: Callable[[float], Written]
    size: float
    screen: Screen
    color: str = "text"

    @cached_property
    def final(self) -> Figure:
        """The figure as it is in the end."""
        return figure(self.write(1.0), self.size, self.screen, self.color)

    @property
    def width(self) -> float:
        """The width of the final figure in pixels."""
        return self.final.width

    @property
    def ink(self) -> float:
        """The height of its digits in pixels."""
        return DIGIT_INK * self.size

    @property
    def depth(self) -> float:
        """How far it reaches below its baseline in pixels: only the stroke of a fraction does."""
        return self.final.drop

    def at(self, progress: float, x: float, y: float, anchor: Anchor = "start", opacity: float = 1.0) -> Text:
        """The figure with its baseline at `y`; `anchor` says what of the final figure stands at `x`."""
        right = {"start": x + self.width, "middle": x + self.width / 2.0, "end": x}.get(anchor)
        if right is None:
            first = self.final.runs[0]
            right = x + self.width - ink_left(first.text[0], first.size, first.weight)
        now = self.final if progress >= 1.0 else figure(self.write(progress), self.size, self.screen, self.color)
        return now.at(right, y, "end", opacity * emergence(progress))


def size_for(
    writers: Sequence[Callable[[float], Written]],
    screen: Screen,
    width: float,
    height: float,
    sizes: Sequence[float] = SIZES,
) -> float | None:
    """The largest size at which every figure is at most `width` and its digits at most `height` pixels; None if none is."""
    for fraction in sizes:
        size = float(round(fraction * screen.u * screen.scale))
        if DIGIT_INK * size > height:
            continue
        if all(Tally(write, size, screen).width <= width for write in writers):
            return size
    return None
