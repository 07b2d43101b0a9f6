"""Treemaps: a whole cut into tiles whose areas are the parts."""

from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.tiles import Tiles
from kiosk.anatomy.values.amount import added, plain
from kiosk.anatomy.values.entries import check_units
from kiosk.anatomy.values.glossary import Glossary, check_names
from kiosk.anatomy.values.portions import Portion, check_portion, portions_of
from kiosk.anatomy.values.shares import ROUNDING, WHOLES
from kiosk.kind import Kind, MetricRef, Options, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import Words

MOST_TILES, MOST_GROUPS = 60, 6


class TreemapGroup(Options):
    """Parts that belong together, with a name of their own."""

    label: Annotated[Words, Field(description="what the group is called")]
    metrics: Annotated[tuple[MetricRef, ...], Field(max_length=12, description="up to twelve metrics")] = ()
    series: Annotated[SeriesRef | None, Field(description="instead of metrics: a series")] = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.metrics) == (self.series is not None):
            raise PydanticCustomError("tiles", "a group needs either metrics or a series: write one of them")
        return self


class Treemap(Kind):
    """A whole cut into tiles: the area of each is its part, the greatest first.

    Every tile that has room for it carries its name and its figure. Each group is a strip of its own under its name and sum.
    """

    metrics: Annotated[
        tuple[MetricRef, ...],
        Field(max_length=12, description="two to twelve metrics of one unit, which make up a whole"),
    ] = ()
    series: Annotated[SeriesRef | None, Field(description="instead of metrics: a series of up to 60 values")] = None
    groups: Annotated[
        tuple[TreemapGroup, ...],
        Field(
            max_length=MOST_GROUPS,
            description="instead of both: two to six groups, as in {label: Living, series: homes} or with metrics",
        ),
    ] = ()
    names: Glossary = Field(default_factory=dict)
    highlight: Annotated[
        str,
        Field(
            description="the one tile in the warm colour: greatest, least, first, last, none, or the name of a metric or place;"
            " auto is the greatest"
        ),
    ] = "auto"

    @model_validator(mode="after")
    def _check(self) -> Self:
        if sum((bool(self.metrics), self.series is not None, bool(self.groups))) != 1:
            raise PydanticCustomError("tiles", "a treemap needs metrics, a series or groups: write one of the three")
        if len(self.groups) == 1:
            raise PydanticCustomError("tiles_group", "one group is the whole: write its metrics or its series alone")
        self._check_parts()
        places = tuple(label for series in self._series() for label in series.labels)
        check_names(self.names, places)
        return self

    def _check_parts(self) -> None:
        parts = self.portions()
        if len(parts) < 2:
            raise PydanticCustomError("tiles_few", "one part is the whole: name two metrics, or use a counter")
        if len(parts) > MOST_TILES:
            raise PydanticCustomError(
                "tiles_many",
                "{count} tiles are too many: show {most} at most, and add up the least to one",
                {"count": len(parts), "most": MOST_TILES},
            )
        if any(part.value < 0.0 for part in parts):
            raise PydanticCustomError(
                "tiles_negative", "a part of a whole cannot be less than 0: use bars for such figures"
            )
        if not any(part.value > 0.0 for part in parts):
            raise PydanticCustomError("tiles_nothing", "the parts add up to 0: there is nothing to divide")
        check_units([part.datum for part in parts])
        _check_percentages([part.value for part in parts if part.is_there], parts[0].datum.unit.get(""))
        check_portion(parts, self.highlight)

    def portions(self) -> tuple[Portion, ...]:
        """The parts in the author's order."""
        if not self.groups:
            return portions_of(self.metrics, self.series)
        return tuple(
            part
            for number, group in enumerate(self.groups)
            for part in portions_of(group.metrics, group.series, number)
        )

    def place(self, setting: Setting) -> Placed:
        labels = tuple(group.label.get(setting.language) for group in self.groups)
        tries = [False, True] if setting.screen.shape != "portrait" else [True, False]
        ways = [Tiles(self.portions(), labels, self.names, self.highlight, setting, each) for each in tries]
        # The first way in which the most tiles have names.
        return min(ways if labels else ways[:1], key=lambda tiles: tiles.unnamed).placed()

    def _series(self) -> tuple[SeriesRef, ...]:
        every = (self.series, *(group.series for group in self.groups))
        return tuple(each for each in every if each is not None)


def _check_percentages(values: Sequence[float], unit: str) -> None:
    """Refuses percentages that are not together the whole that the tiles say they are."""
    total, whole = added(values), WHOLES.get(unit, 0.0)
    if whole and abs(total - whole) > ROUNDING * len(values) * whole:
        raise PydanticCustomError(
            "tiles_whole",
            "the parts add up to {total}{unit}, but tiles are together {whole}{unit}: name the parts that are missing, or"
            " use bars",
            {"total": plain(total), "unit": unit, "whole": plain(whole)},
        )
