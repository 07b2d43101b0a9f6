"""Amounts: the values of a crosstab piled up at every place: where each part begins and ends, and what they add up to."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kiosk.anatomy.values.crosstab import Crosstab
from kiosk.marks import Array, array


@dataclass(frozen=True)
class Amounts:
    """The parts of every place; with `is_share` in per cent of what they add up to there."""

    given: Crosstab
    is_share: bool = False

    @cached_property
    def totals(self) -> Array:
        """What the parts of each place add up to."""
        # What is added up in binary fractions is rounded to what its author may have written.
        return array(np.round(np.nansum(self.given.values, axis=0), 9))

    @cached_property
    def table(self) -> Crosstab:
        """The table, with the totals among what is written in one manner."""
        return replace(self.given, also=() if self.is_share else tuple(float(each) for each in self.totals))

    @cached_property
    def values(self) -> Array:
        """The lengths of the parts: amounts, or per cent of their place; 0 where there is nothing."""
        amounts = np.nan_to_num(self.given.values)
        if not self.is_share:
            return array(amounts)
        return array(100.0 * amounts / np.where(self.totals > 0.0, self.totals, 1.0))

    @cached_property
    def reach(self) -> tuple[Array, Array]:
        """Where every part begins and ends: what is above zero and what is below are piled apart."""
        values = self.values
        up, down = np.maximum(values, 0.0), np.minimum(values, 0.0)
        ends = np.where(values >= 0.0, np.cumsum(up, axis=0), np.cumsum(down, axis=0))
        return array(ends - values), array(ends)

    @cached_property
    def reach_up(self) -> Array:
        """The upper end of every pile."""
        return array(np.maximum(self.reach[1], 0.0).max(axis=0))

    @cached_property
    def reach_down(self) -> Array:
        """The lower end of every pile."""
        return array(np.minimum(self.reach[1], 0.0).min(axis=0))

    @cached_property
    def is_below(self) -> tuple[bool, ...]:
        """Which piles have nothing above zero: their totals stand at the lower end."""
        return tuple(bool(low < 0.0 and high == 0.0) for low, high in zip(self.reach_down, self.reach_up, strict=True))

    @cached_property
    def span(self) -> tuple[float, float]:
        """The range of values, with 0."""
        low, high = min(0.0, float(self.reach[1].min())), max(0.0, float(self.reach[1].max()))
        return (low, high) if low < high else (0.0, 1.0)

    @cached_property
    def cells(self) -> tuple[tuple[int, int], ...]:
        """Series and place of every part that is not nothing."""
        return tuple(cell for cell in self.table.present if self.values[cell] != 0.0)
