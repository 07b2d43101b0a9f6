"""Comparisons: entries as bars that grow together with their figures, whichever way they run."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.anatomy.geometry.axis import span_of
from kiosk.anatomy.values.entries import Entry, unit_note
from kiosk.marks import Array, array
from kiosk.motion import Track, stagger
from kiosk.numbers import Written
from kiosk.setting import Setting
from kiosk.tally import Tally, size_for

MOST_FIGURES = 40
GROW_START, GROW_TIME = 0.4, 1.2
ATTACHED = ("%", "‰", "°")
"""Units that stay with their digits however little room there is."""


@dataclass(frozen=True)
class Comparison:
    """What columns and rows share: their entries, tracks and figures."""

    entries: tuple[Entry, ...]
    setting: Setting

    @cached_property
    def values(self) -> Array:
        return np.array([entry.value for entry in self.entries])

    @cached_property
    def span(self) -> tuple[float, float]:
        return span_of(self.values)

    @cached_property
    def present(self) -> tuple[int, ...]:
        return tuple(index for index, entry in enumerate(self.entries) if not entry.is_missing)

    @cached_property
    def warm(self) -> tuple[int, ...]:
        return tuple(index for index, entry in enumerate(self.entries) if entry.is_warm)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        return stagger(len(self.entries), start=GROW_START, duration=GROW_TIME, step=0.12)

    @cached_property
    def colors(self) -> str | tuple[str, ...]:
        return (
            tuple("warm" if self.entries[index].is_warm else "cool" for index in self.present) if self.warm else "cool"
        )

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What the bars that are there stand for."""
        return tuple(self.entries[index].key for index in self.present)

    @cached_property
    def has_negative(self) -> bool:
        return self.span[0] < 0.0

    @cached_property
    def has_positive(self) -> bool:
        return self.span[1] > 0.0 and bool((self.values[list(self.present)] >= 0.0).any()) if self.present else True

    def writers(self, has_unit: bool) -> list[Callable[[float], Written]]:
        return [self.entries[index].write(self.setting, has_unit=has_unit) for index in self.present]

    def fitted(self, width: float, height: float) -> tuple[float | None, bool]:
        """The size of all figures, and whether they carry their unit; a unit that makes figures small moves to the foot."""
        if not self.present or len(self.present) > MOST_FIGURES:
            return None, True
        screen = self.setting.screen
        full = size_for(self.writers(True), screen, width, height)
        unit = self.entries[0].datum.unit.get(self.setting.language)
        if unit in ATTACHED or (full is not None and full >= screen.size("title")):
            return full, True
        bare = size_for(self.writers(False), screen, width, height)
        if bare is not None and (full is None or bare > 1.3 * full):
            return bare, False
        return full, True

    def tally(self, index: int, size: float, has_unit: bool) -> Tally:
        entry = self.entries[index]
        color = "warm" if entry.is_warm else "text"
        return Tally(entry.write(self.setting, has_unit=has_unit), size, self.setting.screen, color)

    def reached(self, t: float) -> Array:
        """The values of the bars that are there, at `t` seconds."""
        progress = np.array([self.tracks[index].at(t) for index in self.present])
        return array(self.values[list(self.present)] * progress)

    def note(self, has_unit: bool) -> str:
        return "" if has_unit else unit_note(self.setting, self.entries[0].datum)
