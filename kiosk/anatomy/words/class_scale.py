"""Class scales: the tints of a map or of cells as a row of small squares between the least value and the greatest."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.anatomy.words.captions import shortened
from kiosk.layers import Layer, appearing
from kiosk.marks import Bars, Run, Text, array
from kiosk.setting import Setting
from kiosk.typeface import advance, spaced

STEP, SIDE, CAPS = 1.1, 0.62, 0.73
"""The width of a tint, its height and that of a capital letter, in em."""
GAP, TITLE_GAP = 0.45, 0.9
PITCH = 1.3
"""From the title to the squares below it, in em, where they do not stand on one line."""


@dataclass(frozen=True)
class ClassScale:
    """What is measured, the least value, one square for each colour, and the greatest value, within `width` pixels.

    The title stands on the same line if there is room for it, else above.
    """

    setting: Setting
    title: str
    low: str
    high: str
    colors: tuple[str, ...]
    width: float

    @property
    def size(self) -> float:
        """The size of the words in pixels."""
        return self.setting.screen.size("small")

    @cached_property
    def is_level(self) -> bool:
        """Whether all stands on one line."""
        return self._extent(self.title) + TITLE_GAP * self.size + self.bare_extent <= self.width

    @cached_property
    def heading(self) -> str:
        """The title, as far as it has room."""
        return next(iter(shortened(self.title, self.width, self.size, 1)), "")

    @property
    def height(self) -> float:
        """From the top of the words to the foot of the last of them, in pixels."""
        return (1.2 + (0.0 if self.is_level else PITCH)) * self.size

    @property
    def bare_extent(self) -> float:
        """The width of the squares and the two values, in pixels."""
        low = self._extent(self.low) + GAP * self.size if self.low else 0.0
        return low + STEP * self.size * len(self.colors) + GAP * self.size + self._extent(self.high)

    @property
    def extent(self) -> float:
        """The width of all of it in pixels."""
        title = self._extent(self.heading)
        return title + TITLE_GAP * self.size + self.bare_extent if self.is_level else max(title, self.bare_extent)

    def layers(self, left: float, baseline: float, start: float) -> tuple[Layer, ...]:
        """The scale from `left` on, its last words on `baseline`."""
        size, x = self.size, left
        texts: list[Text] = []

        def write(text: str, color: str, y: float = baseline) -> float:
            if not text:
                return x
            texts.append(Text(x, y, (Run(spaced(text), size, 400, color),)))
            return x + self._extent(text)

        if self.is_level:
            x = write(self.heading, "muted") + TITLE_GAP * size
        else:
            write(self.heading, "muted", baseline - PITCH * size)
        if self.low:
            x = write(self.low, "text") + GAP * size
        begins = x + STEP * size * np.arange(len(self.colors), dtype=np.float64)
        x += STEP * size * len(self.colors) + GAP * size
        write(self.high, "text")
        count = len(self.colors)
        squares = Bars(
            array(begins), array(np.full(count, baseline - (CAPS + SIDE) / 2.0 * size)),
            array(np.full(count, STEP * size - self.setting.screen.px(3.0))), array(np.full(count, SIDE * size)), self.colors,
        )  # fmt: skip
        return tuple(appearing(mark, start) for mark in (squares, *texts))

    def _extent(self, text: str) -> float:
        return advance(spaced(text)) * self.size
