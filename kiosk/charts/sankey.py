"""Sankey diagrams: what flows from where to where, as streams between nodes."""

from functools import cached_property
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.stream_chart import StreamChart
from kiosk.anatomy.values.entries import check_units
from kiosk.anatomy.values.glossary import Glossary, called, check_names
from kiosk.anatomy.values.streams import Basin, Stream, circle, streams_of
from kiosk.kind import Kind, MetricRef, Options, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import Words, excerpt

MOST_STREAMS, MOST_NODES = 60, 12


class Flow(Options):
    """One amount, from where to where."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    origin: Annotated[Words, Field(alias="from", description="where it comes from")]
    target: Annotated[Words, Field(alias="to", description="where it goes to")]
    metric: Annotated[MetricRef, Field(description="how much it is")]


class Sankey(Kind):
    """Amounts that flow from node to node, each as broad as it is much; from the left to the right, on an upright screen downwards.

    Nodes stand in columns by the longest way that leads to them. Each carries the sum of what passes through it.
    """

    flows: Annotated[
        tuple[Flow, ...],
        Field(max_length=MOST_STREAMS, description="what flows, as in {from: Sun, to: Grid, metric: solar}"),
    ] = ()
    series: Annotated[
        SeriesRef | None,
        Field(description='instead of flows: a series whose places say from where to where, as in "Sun > Grid"'),
    ] = None
    names: Glossary = Field(default_factory=dict)
    highlight: Annotated[
        str,
        Field(
            description='what is warm: a node with all that flows through it, or one flow, as in "Sun > Grid"; none;'
            " auto is the greatest node at the end"
        ),
    ] = "auto"

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.flows) == (self.series is not None):
            raise PydanticCustomError("flows", "a sankey needs either flows or a series: write one of them")
        if self.series is not None:
            try:
                streams_of(self.series)
            except ValueError as error:
                raise PydanticCustomError(
                    "flows_place",
                    'the place "{place}" does not say from where to where: write it as in "{example}"',
                    {"place": excerpt(error.args[0]), "example": "Sun > Grid"},
                ) from None
        if len(self.streams) > MOST_STREAMS:
            raise PydanticCustomError(
                "flows_many",
                "{count} flows are too many: show {most} at most, and add up the least",
                {"count": len(self.streams), "most": MOST_STREAMS},
            )
        check_units([stream.datum for stream in self.streams])
        self._check_amounts()
        self._check_ways()
        check_names(self.names, self._nodes)
        self._check_highlight()
        return self

    def _check_amounts(self) -> None:
        for stream in self.streams:
            if stream.value < 0.0:
                raise PydanticCustomError(
                    "flows_negative",
                    'less than nothing flows in "{flow}": turn it round, and write the amount without its sign',
                    {"flow": excerpt(stream.key)},
                )
        if not self._carrying:
            raise PydanticCustomError("flows_nothing", "nothing flows: write at least one amount greater than 0")

    def _check_ways(self) -> None:
        keys = [stream.key for stream in self.streams]
        for key in keys:
            if keys.count(key) > 1:
                raise PydanticCustomError(
                    "flows_twice", '"{flow}" is written twice: add the amounts up', {"flow": excerpt(key)}
                )
        if way := circle(self.streams):
            raise PydanticCustomError(
                "flows_circle",
                "what flows must not come back to where it was: take one flow out of {way}",
                {"way": excerpt(" > ".join(way))},
            )
        for column in self._basin.columns:
            if len(column) > MOST_NODES:
                raise PydanticCustomError(
                    "flows_nodes",
                    "{count} nodes side by side are too many: show {most} at most, and add up the least",
                    {"count": len(column), "most": MOST_NODES},
                )

    def _check_highlight(self) -> None:
        known = (*self._nodes, *(stream.key for stream in self.streams))
        if self.highlight not in ("auto", "none") and self._highlighted not in known:
            raise PydanticCustomError(
                "highlight",
                'there is no "{name}" to highlight: write the name of a node, a flow as in "{example}", or none',
                {"name": excerpt(self.highlight), "example": known[-1], "known": known},
            )

    @cached_property
    def streams(self) -> tuple[Stream, ...]:
        """All that flows, in the author's order; nodes go by the first of their names."""
        if self.series is not None:
            return streams_of(self.series)
        return tuple(
            Stream(_key(flow.origin), _key(flow.target), flow.metric.number, flow.metric) for flow in self.flows
        )

    @property
    def _carrying(self) -> tuple[Stream, ...]:
        return tuple(stream for stream in self.streams if stream.value > 0.0)

    @cached_property
    def _basin(self) -> Basin:
        return Basin(self._carrying)

    @cached_property
    def _nodes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(end for stream in self.streams for end in (stream.origin, stream.target)))

    @cached_property
    def _words(self) -> dict[str, Words]:
        """The names of nodes in all languages: of a node written several times, the most that was written."""
        words: dict[str, Words] = {}
        for each in (end for flow in self.flows for end in (flow.origin, flow.target)):
            if len(each.languages) >= len(words.get(_key(each), Words.of("")).languages):
                words[_key(each)] = each
        return words | self.names

    @cached_property
    def _highlighted(self) -> str:
        """The key of what is warm, whatever language its author named it in."""
        by_name = {text: key for key, words in self._words.items() for _, text in words.texts}
        ends = [by_name.get(end, end) for end in self.highlight.split(" > ")]
        return " > ".join(ends)

    def place(self, setting: Setting) -> Placed:
        basin, highlight = self._basin, self._highlighted
        if highlight == "auto":
            highlight = max(basin.columns[-1], key=lambda node: basin.amounts[node])
        names = {node: called(self._words, node, setting.language) for node in self._nodes}
        return StreamChart(basin, names, highlight, len(self.streams) - len(self._carrying), setting).placed()


def _key(words: Words) -> str:
    return words.texts[0][1]
