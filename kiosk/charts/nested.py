"""Nested: two rings about one middle, the inner one for groups, the outer one for what each group is made of."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.rings import Group, Rings
from kiosk.anatomy.values.amount import added
from kiosk.anatomy.values.entries import Entry, check_units, entries_of
from kiosk.anatomy.values.glossary import Glossary, check_names
from kiosk.charts.pie import check_parts
from kiosk.kind import Datum, Kind, MetricRef, Options, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import Words

MOST_GROUPS, MOST_PARTS = 4, 12


class PartGroup(Options):
    """A group and its parts: either metrics or a series."""

    label: Annotated[Words, Field(description="the name of the group")]
    metrics: Annotated[tuple[MetricRef, ...], Field(description="its parts, metrics of one unit")] = ()
    series: Annotated[SeriesRef | None, Field(description="instead of metrics: a series with its parts")] = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.metrics) == (self.series is not None):
            raise PydanticCustomError("nested_group", "a group needs either metrics or a series: write one of them")
        return self

    @property
    def values(self) -> tuple[float, ...]:
        """Its parts in the author's order."""
        if self.series is not None:
            return tuple(float(value) for value in self.series.y)
        return tuple(metric.number for metric in self.metrics)

    @property
    def sources(self) -> tuple[Datum, ...]:
        """Where its parts come from."""
        return (self.series,) if self.series is not None else self.metrics

    def entries(self, setting: Setting) -> tuple[Entry, ...]:
        """Its parts, none of them highlighted."""
        return entries_of(self.metrics, self.series, "none", setting)


class Nested(Kind):
    """A whole in two steps: groups in the inner ring, the parts of each group beside it in the outer one.

    The sums of the groups, and the total in the middle, are computed.
    """

    groups: Annotated[
        tuple[PartGroup, ...],
        Field(
            min_length=2,
            max_length=MOST_GROUPS,
            description="two to four groups of all in all up to twelve parts:"
            " [{label: Digital, metrics: [chips, software]}]",
        ),
    ]
    order: Annotated[
        Literal["greatest", "given"],
        Field(description="greatest begins at twelve o'clock with the greatest group; given keeps the written order"),
    ] = "greatest"
    highlight: Annotated[
        Literal["first", "last", "greatest", "least", "none"], Field(description="the one group in the warm colour")
    ] = "greatest"
    names: Glossary = Field(default_factory=dict)

    @model_validator(mode="after")
    def _check(self) -> Self:
        values = tuple(value for group in self.groups for value in group.values)
        check_parts(values, "nested ring", MOST_PARTS)
        check_units(self.sources)
        check_names(
            self.names, [place for group in self.groups if group.series is not None for place in group.series.labels]
        )
        return self

    @property
    def sources(self) -> tuple[Datum, ...]:
        """Where the parts of all groups come from."""
        return tuple(datum for group in self.groups for datum in group.sources)

    def place(self, setting: Setting) -> Placed:
        warm = self.warm
        groups = [
            Group(setting.say(group.label), self._ordered(group.entries(setting)), added(group.values), index == warm)
            for index, group in enumerate(self.groups)
        ]
        if self.order == "greatest":
            groups.sort(key=lambda group: -group.total)
        return Rings(tuple(groups), self.sources[0], self.names, setting).placed()

    @property
    def warm(self) -> int | None:
        """The place of the highlighted group."""
        sums = [added(group.values) for group in self.groups]
        places = {
            "first": 0,
            "last": len(sums) - 1,
            "greatest": sums.index(max(sums)),
            "least": sums.index(min(sums)),
        }
        return places.get(self.highlight)

    def _ordered(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        if self.order == "given":
            return entries
        return tuple(sorted(entries, key=lambda entry: -entry.value))
