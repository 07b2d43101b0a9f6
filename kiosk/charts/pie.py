"""Pie: what parts make of a whole, as pieces of a disc or of a ring with the total in its hole."""

import math
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.circle import Centre
from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.bodies.parts import Parts
from kiosk.anatomy.values.amount import AmountRef, added, number_of, plain
from kiosk.anatomy.values.entries import Entry, check_highlight, check_units, entries_of
from kiosk.anatomy.values.glossary import Glossary, check_names
from kiosk.anatomy.values.shares import ROUNDING, WHOLES
from kiosk.anatomy.values.slices import IN_ALL, Slice, rest_slice, slices_from, whole_writer
from kiosk.kind import Datum, Kind, MetricRef, SeriesRef
from kiosk.layers import Placed
from kiosk.metrics import Metric
from kiosk.setting import Setting

MOST_PARTS = 8
HOLE = 0.6


class Pie(Kind):
    """Parts that together make a whole, as a disc cut into pieces. It is read by angle: for close figures take bars."""

    metrics: Annotated[
        tuple[MetricRef, ...], Field(max_length=MOST_PARTS, description="two to eight metrics of one unit")
    ] = ()
    series: Annotated[SeriesRef | None, Field(description="instead of metrics: a series of two to eight values")] = None
    whole: Annotated[
        AmountRef | None,
        Field(description="what the parts are parts of, if they are not all: the rest of the circle stays unlit"),
    ] = None
    hole: Annotated[bool, Field(description="true cuts out the middle and writes the whole into it")] = False
    shows: Annotated[
        Literal["figures", "shares"],
        Field(description="figures as they are, or shares, which writes what per cent of the whole each part is"),
    ] = "figures"
    order: Annotated[
        Literal["greatest", "given"],
        Field(description="greatest begins at twelve o'clock with the greatest part; given keeps the written order"),
    ] = "greatest"
    highlight: Annotated[
        str,
        Field(
            description="the one part in the warm colour: first, last, greatest, least, none, or the name of a metric or"
            " place; auto is the first metric or the greatest value"
        ),
    ] = "auto"
    names: Glossary = Field(default_factory=dict)

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.metrics) == (self.series is not None):
            raise PydanticCustomError("pie", "a pie needs either metrics or a series: write one of them")
        check_parts(self.values, "pie", MOST_PARTS)
        check_units(self.metrics)
        check_highlight(self.metrics, self.series, self.highlight)
        check_names(self.names, self.series.labels if self.series is not None else ())
        if isinstance(self.whole, Metric):
            check_units((self.whole, *self.data_of_parts))
        check_whole(self.values, self.data_of_parts[0], self.whole)
        return self

    @property
    def data_of_parts(self) -> tuple[Datum, ...]:
        """Where the parts come from."""
        return (self.series,) if self.series is not None else self.metrics

    @property
    def values(self) -> tuple[float, ...]:
        """The parts in the author's order."""
        if self.series is not None:
            return tuple(float(value) for value in self.series.y)
        return tuple(metric.number for metric in self.metrics)

    def place(self, setting: Setting) -> Placed:
        slices = self.slices(setting)
        if not self.hole:
            return Parts(slices, setting, 0.0).placed()
        datum = self.data_of_parts[0]
        total = added(self.values) if self.whole is None else number_of(self.whole)
        if isinstance(self.whole, Metric):
            centre = Centre(whole_writer(self.whole, total, setting), self.whole.name(setting.language, is_short=True))
        else:
            centre = Centre(whole_writer(datum, total, setting), setting.say(IN_ALL))
        return Parts(slices, setting, HOLE, centre).placed()

    def slices(self, setting: Setting) -> tuple[Slice, ...]:
        """The pieces clockwise from the top, the unlit rest last."""
        entries, datum = self.entries(setting), self.data_of_parts[0]
        total, says_share = added(self.values), self.shows == "shares"
        # The whole in the hole carries the unit for all.
        has_unit = not self.hole or datum.unit.get(setting.language) in ATTACHED
        whole = max(total, total if self.whole is None else number_of(self.whole))
        slices = slices_from(entries, whole, setting, self.names, says_share=says_share, has_unit=has_unit)
        rest = added((whole, -total))
        if rest <= 1e-9 * whole:
            return slices
        unlit = rest_slice(rest, whole, datum, setting, says_share=says_share, has_unit=has_unit)
        return (*slices, unlit)

    def entries(self, setting: Setting) -> tuple[Entry, ...]:
        """The parts in their order."""
        entries = entries_of(self.metrics, self.series, self.highlight, setting)
        if self.order == "given":
            return entries
        return tuple(sorted(entries, key=lambda entry: -entry.value))


def check_parts(values: tuple[float, ...], kind: str, most: int) -> None:
    """Refuses, in words for its author, what cannot be the parts of a whole."""
    if any(math.isnan(value) for value in values):
        raise PydanticCustomError(
            "part_missing", "a part has no value: a whole with a part unknown cannot be drawn; write it, or use bars"
        )
    if any(value < 0.0 for value in values):
        raise PydanticCustomError("part_negative", "a part of a whole cannot be less than 0: use bars for such figures")
    if len(values) < 2:
        raise PydanticCustomError(
            "part_one", "one figure is no division of a whole: name the other parts too, or use a ring"
        )
    if len(values) > most:
        raise PydanticCustomError(
            "part_many",
            "{count} parts are too many for a {kind}: sum up the smallest as others so that there are {most} at most,"
            " or use bars",
            {"count": len(values), "kind": kind, "most": most},
        )
    if sum(values) == 0.0:
        raise PydanticCustomError("part_nothing", "the parts add up to 0: there is nothing to divide")


def check_whole(values: tuple[float, ...], datum: Datum, whole: Metric | float | None) -> None:
    """Refuses, in words for its author, parts that are more than the whole, or shares that are less and do not say so."""
    total, unit = added(values), datum.unit.get("")
    full = number_of(whole) if whole is not None else WHOLES.get(unit, 0.0)
    if not full:
        return
    rounding = ROUNDING * len(values) * full if unit in WHOLES else 0.0
    if total > full + rounding:
        raise PydanticCustomError(
            "part_more",
            "the parts add up to {total}, which is more than the whole of {whole}: check the figures",
            {"total": plain(total), "whole": plain(full)},
        )
    if whole is None and total < full - rounding:
        raise PydanticCustomError(
            "part_less",
            "the parts add up to {total}{unit}, not to {whole}{unit}: name the other parts, or write whole: {whole} to"
            " leave the rest unlit",
            {"total": plain(total), "unit": unit, "whole": plain(full)},
        )
