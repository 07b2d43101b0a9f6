"""Heat cells: tinted cells that grow in their places, and the heading that says what the tints stand for."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kiosk.anatomy.values.palette import STRONGEST, heat_color
from kiosk.anatomy.words.captions import CAPTIONS_START, shortened
from kiosk.anatomy.words.class_scale import ClassScale
from kiosk.layers import Layer, appearing, moving_together
from kiosk.marks import Array, Bars, Mark, Run, Text, array
from kiosk.metrics import Series
from kiosk.motion import Track, smoothstep
from kiosk.numbers import EMPTY, Manner, common_manner, write_in
from kiosk.setting import Setting
from kiosk.typeface import EM_SPACE, advance, spaced
from kiosk.words import Words

GROW_START, GROW_TIME, STAGGERED = 0.4, 0.7, 0.6
WORDS_START = 1.7
MOST_SAMPLED = 2000
"""So many values at most decide how all of them are written."""


def classes(values: Array) -> NDArray[np.int64]:
    """The tints of values from the least to the greatest, 1 to 7; 0 where one is missing."""
    present = values[np.isfinite(values)]
    low, span = (float(present.min()), float(np.ptp(present))) if present.size else (0.0, 0.0)
    tints = [
        0 if np.isnan(value) else int(heat_color((float(value) - low) / span if span > 0.0 else 1.0)[-1])
        for value in values.ravel()
    ]
    return np.array(tints, dtype=np.int64).reshape(values.shape)


@dataclass(frozen=True)
class Cells:
    """Cells at `left`, `top` with one size for all and a tint each; those of `warm` are the point, 0 is no cell.

    `order` 0 to 1 says when each appears.
    """

    left: Array
    top: Array
    width: float
    height: float
    tints: NDArray[np.int64]
    order: Array
    keys: tuple[str, ...]
    warm: int | None = None

    def layers(self) -> list[Layer]:
        """One layer for each tint, growing from the middle of its cells."""
        layers: list[Layer] = []
        is_warm = np.arange(len(self.left)) == (-1 if self.warm is None else self.warm)
        for tint in range(1, STRONGEST + 1):
            layers += self._some(np.flatnonzero((self.tints == tint) & ~is_warm), f"cool{tint}")
        return layers + self._some(np.flatnonzero(is_warm & (self.tints > 0)), "warm")

    def _some(self, chosen: NDArray[np.intp], color: str) -> list[Layer]:
        if not len(chosen):
            return []
        left, top, starts = self.left[chosen], self.top[chosen], GROW_START + STAGGERED * self.order[chosen]
        keys = tuple(self.keys[index] for index in chosen)

        def grow(t: float) -> Mark:
            share = np.clip((t - starts) / GROW_TIME, 0.0, 1.0)
            share = share * share * (3.0 - 2.0 * share)
            width, height = self.width * share, self.height * share
            return Bars(
                array(left + (self.width - width) / 2.0), array(top + (self.height - height) / 2.0), array(width),
                array(height), color, keys=keys,
            )  # fmt: skip

        return [moving_together((Track(GROW_START, GROW_TIME + STAGGERED, smoothstep),), grow)]


@dataclass(frozen=True)
class HeatHeading:
    """One line above cells: the tints with the least value and the greatest, and the highlighted cell in words.

    `where` says where the highlighted `value` stands; empty if there is none. `title` stands before the tints.
    """

    setting: Setting
    series: Series
    values: Array
    where: str = ""
    value: float = 0.0
    title: str = ""

    @property
    def size(self) -> float:
        """The size of the words."""
        return self.setting.screen.size("small")

    @cached_property
    def present(self) -> Array:
        """All values that are not missing."""
        return array(self.values[np.isfinite(self.values)])

    @cached_property
    def manner(self) -> Manner:
        """How all values are written."""
        language, decimals = self.setting.language, self.series.decimals
        some = tuple(float(value) for value in self.present[:MOST_SAMPLED])
        return common_manner(some, language, decimals=decimals, scale=self.series.scale.word(language))

    def written(self, value: float, unit: Words = EMPTY) -> str:
        """A value in words; of nothing there are no decimals and no millions."""
        manner = self.manner if value else Manner("", 0, False)
        return write_in(manner, value, self.setting.language, unit=unit).text

    @cached_property
    def scale(self) -> ClassScale | None:
        """The tints; none where there are no values."""
        if not self.present.size:
            return None
        low, high, unit = float(self.present.min()), float(self.present.max()), self.series.unit
        colors = tuple(f"cool{tint}" for tint in range(1, STRONGEST + 1)) if high > low else (f"cool{STRONGEST}",)
        least = self.written(low) if high > low else ""
        return ClassScale(self.setting, self.title, least, self.written(high, unit), colors, self.setting.box.width)

    @cached_property
    def summit(self) -> str:
        """The highlighted cell in words."""
        if not self.where:
            return ""
        figure = self.written(self.value, self.series.unit)
        room = self.setting.box.width - (advance(figure, 700) + 1.0) * self.size
        (where,) = shortened(self.where, room, self.size, 1, 700)
        return f"{where}{EM_SPACE}{figure}"

    @cached_property
    def is_apart(self) -> bool:
        """Whether the highlighted cell is told on a line of its own."""
        taken = 0.0 if self.scale is None else self.scale.extent
        return bool(self.summit) and taken + (advance(self.summit, 700) + 2.0) * self.size > self.setting.box.width

    @cached_property
    def height(self) -> float:
        """From the top of the line to the cells."""
        if self.scale is None:
            return 0.0
        return self.scale.height + (0.5 + (1.3 if self.is_apart else 0.0)) * self.size

    def layers(self) -> list[Layer]:
        """The heading at the top of the box."""
        box, size, layers = self.setting.box, self.size, []
        if self.scale is None:
            return []
        base = box.top + 0.88 * size
        if self.summit:
            run = (Run(spaced(self.summit), size, 700, "warm"),)
            mark = Text(box.left, base, run) if self.is_apart else Text(box.right, base, run, "end")
            layers.append(appearing(mark, WORDS_START))
            base += 1.3 * size if self.is_apart else 0.0
        base += self.scale.height - 1.2 * size
        return [*layers, *self.scale.layers(box.left, base, CAPTIONS_START)]
