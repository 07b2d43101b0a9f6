"""Endings: the last values of curves, how they are written, and how large they may be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.values.entries import unit_note
from kiosk.anatomy.words.annotations import Annotation
from kiosk.anatomy.words.callouts import Callout
from kiosk.anatomy.words.references import Reference
from kiosk.marks import Array
from kiosk.metrics import Series
from kiosk.numbers import EMPTY, Written, common_manner, write_in
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.tally import writer
from kiosk.typeface import EM_SPACE
from kiosk.typesetting import LINE_PITCH
from kiosk.words import Words

OTHERS = ("cool", "text", "muted", "cool5")
MANY_OTHERS = ("cool", "text", "cool5", "muted")
"""The colours of series that are not the point; of more than four they take their turns."""
FEW_SERIES = 4
FIGURES: dict[int, tuple[tuple[str, str], ...]] = {
    1: tuple((role, role) for role in ("medium", "160", "banner", "title", "label", "small")),
    2: tuple((role, role) for role in ("160", "banner", "title", "label", "small")),
}
SEVERAL = (("banner", "title"), ("banner", "label"), ("title", "label"), ("label", "small"), ("small", "small"))
"""The sizes of the last values, largest first: of the warm series and of the others, by how many there are."""


@dataclass(frozen=True)
class Endings:
    """One to eight series of one unit in a box, that of `warm` being the point, and the callouts of their last values.

    `is_filled` shades what lies between the only curve and zero, `is_stepped` holds values until the next one. `lowest` and
    `highest` pin the ends of the scale. `is_beside`: the labels of reference lines stand at the right, not on their lines.
    """

    series: tuple[Series, ...]
    setting: Setting
    is_filled: bool = False
    is_from_zero: bool = True
    warm: int | None = 0
    is_stepped: bool = False
    is_log: bool = False
    lowest: float | None = None
    highest: float | None = None
    references: tuple[Reference, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    is_beside: bool = False
    glossary: Mapping[str, Words] = field(default_factory=dict)

    @cached_property
    def values(self) -> tuple[Array, ...]:
        """The values of every series, nan where one is missing."""
        return tuple(each.y for each in self.series)

    @cached_property
    def colors(self) -> tuple[str, ...]:
        """The colour of every series."""
        others = list(OTHERS if len(self.series) <= FEW_SERIES else 2 * MANY_OTHERS)
        return tuple("warm" if index == self.warm else others.pop(0) for index in range(len(self.series)))

    @property
    def figure_sizes(self) -> tuple[tuple[str, str], ...]:
        """The sizes that last values may have, largest first: of the warm series and of the others."""
        return FIGURES.get(len(self.shown), SEVERAL)

    @property
    def figure_colors(self) -> tuple[str, ...]:
        """The colour of every last value."""
        return self.colors

    def leader_color(self, index: int) -> str:
        """The colour of the line from the end of a curve to its callout."""
        return self.colors[index]

    @property
    def is_crowded(self) -> bool:
        """Whether there are so many curves that only the warm one is drawn at full strength."""
        return len(self.shown) > FEW_SERIES

    @cached_property
    def is_stacked(self) -> bool:
        """Whether the only figure stands above the plot instead of beside it."""
        return self.setting.screen.shape == "portrait" and len(self.series) == 1

    @cached_property
    def shown(self) -> tuple[int, ...]:
        """The series that have values at all."""
        return tuple(index for index, each in enumerate(self.values) if bool(np.isfinite(each).any()))

    @cached_property
    def callouts(self) -> dict[int, Callout]:
        """The last value of every series with its label, in the largest type that leaves the curves most of the box."""
        box, screen = self.setting.box, self.setting.screen
        shares = (1.0,) if self.is_stacked else (0.34, 0.42) if screen.shape == "portrait" else (0.29, 0.36, 0.44)
        height = (0.3 if self.is_stacked else 1.0) * box.height
        if self.is_crowded:
            return self._crowded(shares[-1] * box.width)
        for (hero, other), share in ((roles, share) for roles in self.figure_sizes for share in shares):
            made = {
                index: self._sized(index, hero if index == self.warm else other, share * box.width)
                for index in self.shown
            }
            tall = sum(each.height for each in made.values()) + 2.0 * screen.g * (len(made) - 1)
            if tall <= height and all(each.is_fitting for each in made.values()):
                return made
        small = screen.size("small")
        most = max(1, int((height / max(len(self.shown), 1) - 2.2 * small) / (LINE_PITCH * small)))
        return {index: self._callout(index, small, small, shares[-1] * box.width, most) for index in self.shown}

    def _sized(self, index: int, role: str, width: float) -> Callout:
        screen = self.setting.screen
        size = screen.size(role) if role in TYPE else float(round(int(role) / 1000.0 * screen.u * screen.scale))
        label_size = screen.size("label" if len(self.shown) <= 2 and size > screen.size("title") else "small")
        return self._callout(index, size, label_size, width)

    def _crowded(self, width: float) -> dict[int, Callout]:
        """Callouts of one line each, all figures as wide as the widest."""
        small = self.setting.screen.size("small")
        figures = [self._callout(index, small, small, width, 1, 1.0).tally.width for index in self.shown]
        beside = min(max(figures), 0.6 * width)
        return {index: self._callout(index, small, small, width, 1, beside) for index in self.shown}

    def _callout(
        self, index: int, size: float, label_size: float, width: float, most: int = 9, beside: float = 0.0
    ) -> Callout:
        series, setting, color = self.series[index], self.setting, self.figure_colors[index]
        return Callout(
            self.write(series, self.last_value(index), has_unit=self.has_units),
            series.name(setting.language, is_short=self.is_crowded),
            size, label_size, width, setting.screen, color, color == "warm", beside, most,
        )  # fmt: skip

    @property
    def has_units(self) -> bool:
        """Whether every figure carries its unit; where there are many the foot of the page tells it once."""
        return not self.is_crowded or self.series[0].unit.get(self.setting.language) in ATTACHED

    def write(self, series: Series, value: float, *, has_unit: bool = True) -> Callable[[float], Written]:
        """How a value is written; on a scale of ratios with its own decimals, since those of the least value suit no other."""
        language = self.setting.language
        if not self.is_log:
            return writer(series, language, value, has_unit=has_unit)
        scale = series.scale.word(language)
        manner = common_manner((value,), language, decimals=series.decimals, scale=scale)
        unit = series.unit if has_unit else EMPTY
        return lambda progress: write_in(manner, value if progress >= 1.0 else value * progress, language, unit=unit)

    def last_value(self, index: int) -> float:
        """The value that stands at the end of a curve."""
        values = self.values[index]
        return float(values[np.isfinite(values)][-1])

    @property
    def note(self) -> str:
        """What to beware of."""
        parts = [] if self.has_units else [unit_note(self.setting, self.series[0])]
        if self.is_log:
            parts.append("对数刻度" if self.setting.is_chinese else "Logarithmic scale")
        return EM_SPACE.join(part for part in parts if part)
