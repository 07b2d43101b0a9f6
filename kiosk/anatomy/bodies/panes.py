"""Panes: small charts in rows and columns, all of one size and on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.geometry.places import Places, places_of
from kiosk.anatomy.words.captions import RISE, label_plan, longest_word, shortened
from kiosk.anatomy.words.names import joined
from kiosk.metrics import Series
from kiosk.numbers import common_manner, write_in
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK
from kiosk.typeface import advance, spaced
from kiosk.typesetting import LINE_PITCH, Figure, figure

GAPS, NARROW_GAPS, HEAD_GAP = (5.0, 3.6), (3.0, 2.0), 1.2
"""Grid steps: between charts side by side and below each other, the same where they are many, and from a name to its chart."""

MANY = 12

Manner = Literal["level", "under", "beside", "bare"]
MANNERS: dict[Manner, float] = {"level": 1.15, "under": 1.0, "beside": 0.9, "bare": 0.4}
"""Where the last value stands, if anywhere, and what that is worth beside the size of the charts."""

BEST_ASPECT = 2.0
"""The width of a small chart in heights."""

WIDEST_FIGURE: dict[Manner, float] = {"level": 0.42, "under": 1.0, "beside": 0.34, "bare": 1.0}
"""The widest that figures may be in their larger sizes, as part of a chart with its name."""

NAME_SHARES = (0.22, 0.4)
"""How much of the height names may take: they are small beside the figures, but larger if they need more lines."""

FIGURE_SIZES = (TYPE["title"], TYPE["label"], TYPE["small"])


@dataclass(frozen=True)
class Panes:
    """Series as small charts in so many columns.

    `manner`: the last value stands on the line of the name, under it, at the right of the curve, or is left out.
    """

    series: tuple[Series, ...]
    setting: Setting
    form: Literal["line", "area", "bar"]
    is_from_zero: bool
    warm: int | None
    columns: int
    manner: Manner

    @classmethod
    def fitted(
        cls,
        series: tuple[Series, ...],
        setting: Setting,
        form: Literal["line", "area", "bar"],
        is_from_zero: bool,
        warm: int | None,
    ) -> Self:
        """The panes in as many columns as give the largest charts, with names that are whole if that can be."""
        ways = [
            cls(series, setting, form, is_from_zero, warm, columns, manner)
            for columns in range(1, len(series) + 1)
            for manner in MANNERS
        ]
        return max(ways, key=lambda way: way.worth)

    @property
    def worth(self) -> float:
        """How good this arrangement is: the size of a chart, less for names cut short and for holes."""
        chart = self.chart(0)
        if chart.height <= 0.0 or chart.width <= 0.0:
            return min(chart.height, chart.width) - 1e6
        size = min(chart.width / BEST_ASPECT, chart.height)
        filled: float = (len(self.series) / (self.columns * self.rows)) ** 1.5
        return size * filled * self.legible * MANNERS[self.manner]

    @property
    def rows(self) -> int:
        return -(-len(self.series) // self.columns)

    @cached_property
    def cell(self) -> Box:
        """The room of the first chart with its name."""
        box = self.setting.box
        below = max(0.0, self.foot - self.setting.foot)
        height = (box.height - below - (self.rows - 1) * self.gaps[1]) / self.rows
        return Box(box.left, box.top, self.width, height)

    @property
    def width(self) -> float:
        """The width of a chart with its name."""
        return (self.setting.box.width - (self.columns - 1) * self.gaps[0]) / self.columns

    @property
    def gaps(self) -> tuple[float, float]:
        """The distance from a chart to the next one, and to the one below it."""
        across, down = GAPS if len(self.series) <= MANY else NARROW_GAPS
        return across * self.setting.screen.g, down * self.setting.screen.g

    def corner(self, index: int) -> tuple[float, float]:
        """How far a chart lies to the right of the first one, and below it."""
        row, column = index // self.columns, index % self.columns
        return column * (self.cell.width + self.gaps[0]), row * (self.cell.height + self.gaps[1])

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(joined(each.name(self.setting.language, self.columns > 3)) for each in self.series)

    @cached_property
    def figures(self) -> tuple[Figure | None, ...]:
        """The last values, all in one manner and one size; none where there is no value."""
        screen, language, first = self.setting.screen, self.setting.language, self.series[0]
        values = [value for each in self.series for _, value in each.points if value is not None]
        manner = common_manner(values, language, decimals=first.decimals, scale=first.scale.word(language))
        unit = first.unit.get(language)
        made: list[Figure | None] = []
        for fraction in FIGURE_SIZES:
            size = float(round(fraction * screen.u * screen.scale))
            made = []
            for index, last in enumerate(self.last):
                if last is None or self.manner == "bare":
                    made.append(None)
                    continue
                color = "warm" if index == self.warm else "text"
                if unit in ATTACHED:
                    made.append(figure(write_in(manner, last, language, unit=first.unit), size, screen, color))
                else:
                    made.append(figure(write_in(manner, last, language), size, screen, color))
            if self._widest(made) <= WIDEST_FIGURE[self.manner] * self.width and size <= self._tallest:
                break
        return tuple(made)

    @property
    def _tallest(self) -> float:
        """The largest type that suits the height of a chart."""
        share = 0.22 if self.manner == "under" else 0.3
        return max(self.setting.screen.size("small"), share * self.setting.box.height / self.rows)

    @staticmethod
    def _widest(figures: Sequence[Figure | None]) -> float:
        return max((each.width for each in figures if each is not None), default=0.0)

    @property
    def figure_width(self) -> float:
        return self._widest(self.figures)

    @property
    def figure_size(self) -> float:
        return max((each.digits[0].size for each in self.figures if each is not None), default=0.0)

    @cached_property
    def last(self) -> tuple[float | None, ...]:
        """The last value of each series."""
        return tuple(
            next((value for _, value in reversed(each.points) if value is not None), None) for each in self.series
        )

    @cached_property
    def name_room(self) -> float:
        """The width of the names."""
        if self.manner == "level":
            return max(1.0, self.width - self.figure_width - 2.0 * self.setting.screen.g)
        return self.width

    @cached_property
    def name_plan(self) -> tuple[float, int, bool]:
        """The size of the names, their lines, and whether all are whole."""
        warm = () if self.warm is None else (self.warm,)
        small = self.setting.screen.size("small")
        plan = small, 1, False
        for share in NAME_SHARES:
            height = max(1.3 * small, share * self.setting.box.height / self.rows)
            plan = label_plan(self.names, warm, self.name_room, height, self.setting.screen)
            if plan[2]:
                break
        return plan

    @property
    def legible(self) -> float:
        """How much of the words is there to be read: 1 if all of it, else much less."""
        size, lines, is_whole = self.name_plan
        if self.figure_width > (self.width if self.manner == "under" else min(0.6 * self.width, self.chart_width)):
            return 0.01
        if is_whole and (lines == 1 or self.manner != "level"):
            return 1.0 if max(map(len, self.name_lines)) == 1 else 0.75
        if any(longest_word(name, self.weight(index)) * size > self.name_room for index, name in enumerate(self.names)):
            return 0.02
        kept = sum(len("".join(each)) for each in self.name_lines) / sum(map(len, self.names))
        return 0.5 * kept**3

    @cached_property
    def name_lines(self) -> tuple[tuple[str, ...], ...]:
        """The lines of each name."""
        size, most, _ = self.name_plan
        return tuple(
            shortened(name, self.name_room, size, 1 if self.manner == "level" else most, self.weight(index))
            for index, name in enumerate(self.names)
        )

    def weight(self, index: int) -> int:
        return 700 if index == self.warm else 400

    @cached_property
    def name_height(self) -> float:
        """From the top of a cell to the last baseline of its name."""
        size = self.name_plan[0]
        height = (RISE + (max(len(each) for each in self.name_lines) - 1) * LINE_PITCH) * size
        return max(height, DIGIT_INK * self.figure_size) if self.manner == "level" else height

    @cached_property
    def head(self) -> float:
        """From the top of a cell to its chart."""
        under = 1.1 * self.figure_size if self.manner == "under" else 0.0
        return self.name_height + under + 0.25 * self.name_plan[0] + HEAD_GAP * self.setting.screen.g

    @property
    def chart_width(self) -> float:
        """The width of a curve: dots at its end stay in the cell."""
        beside = self.figure_width + 1.8 * self.setting.screen.g if self.manner == "beside" else 0.0
        return self.width - beside - 0.8 * self.setting.screen.g

    def chart(self, index: int) -> Box:
        """The room of the curve of a series."""
        right, down = self.corner(index)
        cell, top = self.cell, self.cell.top + self.head
        return Box(cell.left + right, top + down, self.chart_width, cell.bottom - top)

    @cached_property
    def places(self) -> Places:
        return places_of(self.series, self.setting.language)

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """The first and the last place in words, if they are in an order and have room below a chart."""
        known, ends = dict(self.places.marks), self.places.span
        if not self.places.is_ordered or ends[0] == ends[1]:
            return ()
        if not self.places.is_dated:
            known = {place: known.get(place, f"{place:.10g}") for place in ends}
        if not all(place in known for place in ends):
            return ()
        texts, small = tuple(spaced(known[place]) for place in ends), self.setting.screen.size("small")
        if (sum(advance(text) for text in texts) + 1.0) * small <= self.chart_width:
            return texts
        return texts[1:] if advance(texts[1]) * small <= self.chart_width else ()

    @property
    def foot(self) -> float:
        """The height of the periods below the lowest charts."""
        return 1.45 * self.setting.screen.size("small") if self.periods else 0.0
