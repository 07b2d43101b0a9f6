"""Networks: things and the links between them."""

from functools import cached_property
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.web import Web
from kiosk.anatomy.values.entries import check_units
from kiosk.anatomy.values.graph import Graph
from kiosk.kind import Kind, MetricRef, Options, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import Words, excerpt

MOST_NODES, MOST_LINKS = 60, 150


class Node(Options):
    """One thing of a network."""

    name: Annotated[Words, Field(description="what it is called")]
    metric: Annotated[MetricRef | None, Field(description="the figure that its area stands for")] = None


class Link(Options):
    """A link between two things."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    origin: Annotated[str, Field(alias="from", description="the name of a node, in any of its languages")]
    target: Annotated[str, Field(alias="to", description="the name of another")]
    weight: Annotated[float, Field(gt=0, description="how strong it is beside the others: its breadth")] = 1.0


class NetworkChart(Kind):
    """Things as dots and the links between them as lines: what is linked lies near.

    Where figures are given, areas stand for them. One thing is warm, with all its links.
    """

    links: Annotated[
        tuple[Link, ...],
        Field(
            min_length=1,
            max_length=MOST_LINKS,
            description="what is linked, as in {from: Lab, to: Clinic}; weight: 2 sets one off as stronger than others of 1",
        ),
    ]
    nodes: Annotated[
        tuple[Node, ...],
        Field(
            max_length=MOST_NODES,
            description="the things, as in {name: {zh: 医院, en: Clinic}, metric: patients}; left out, those that the links name",
        ),
    ] = ()
    series: Annotated[
        SeriesRef | None, Field(description="the figures for the areas, by the names of the things, instead of metrics")
    ] = None
    highlight: Annotated[
        str, Field(description="the one thing in the warm colour, by name; none; auto is the one with the most links")
    ] = "auto"

    @model_validator(mode="after")
    def _check(self) -> Self:
        self._check_nodes()
        self._check_links()
        self._check_figures()
        if self.highlight not in ("auto", "none") and self.highlight not in self._numbers:
            raise PydanticCustomError(
                "highlight",
                'there is no "{name}" to highlight: write the name of a thing, or none',
                {"name": excerpt(self.highlight), "known": tuple(self._numbers)},
            )
        return self

    def _check_nodes(self) -> None:
        seen: set[str] = set()
        for words in self._names:
            for text in {text for _, text in words.texts}:
                if text in seen:
                    raise PydanticCustomError(
                        "nodes_twice",
                        'two things are called "{name}": give each a name of its own',
                        {"name": excerpt(text)},
                    )
                seen.add(text)
        if len(self._names) > MOST_NODES:
            raise PydanticCustomError(
                "nodes_many",
                "{count} things are too many: show the {most} that matter most",
                {"count": len(self._names), "most": MOST_NODES},
            )

    def _check_links(self) -> None:
        seen: set[frozenset[int]] = set()
        for link in self.links:
            for end in (link.origin, link.target):
                if end not in self._numbers:
                    raise PydanticCustomError(
                        "links_unknown",
                        'there is no "{name}" to link: write it under nodes, or name one that is there',
                        {"name": excerpt(end), "known": tuple(self._numbers)},
                    )
            pair = frozenset((self._numbers[link.origin], self._numbers[link.target]))
            if len(pair) == 1:
                raise PydanticCustomError(
                    "links_self", '"{name}" is linked to itself: take that link out', {"name": excerpt(link.origin)}
                )
            if pair in seen:
                raise PydanticCustomError(
                    "links_twice",
                    '"{first}" and "{second}" are linked twice: keep one link, and give it their weight',
                    {"first": excerpt(link.origin), "second": excerpt(link.target)},
                )
            seen.add(pair)

    def _check_figures(self) -> None:
        metrics = [node.metric for node in self.nodes if node.metric is not None]
        if metrics and self.series is not None:
            raise PydanticCustomError(
                "nodes_figures", "the areas are given twice: keep either the metrics or the series"
            )
        check_units(metrics)
        for name in self.series.labels if self.series is not None else ():
            if name not in self._numbers:
                raise PydanticCustomError(
                    "nodes_unknown",
                    'the series has a figure for "{name}", which is none of the things: write a name that is there',
                    {"name": excerpt(name), "known": tuple(self._numbers)},
                )
        if any(value is not None and value < 0.0 for value in self._values):
            raise PydanticCustomError(
                "nodes_negative", "an area cannot be less than nothing: leave the figures out, or use bars for them"
            )

    @cached_property
    def _names(self) -> tuple[Words, ...]:
        if self.nodes:
            return tuple(node.name for node in self.nodes)
        ends = dict.fromkeys(end for link in self.links for end in (link.origin, link.target))
        return tuple(Words.of(end) for end in ends)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The number of each thing by each of its names."""
        return {text: number for number, words in enumerate(self._names) for _, text in words.texts}

    @cached_property
    def _values(self) -> tuple[float | None, ...]:
        """What the areas stand for; None where nothing is known."""
        values: list[float | None] = [None] * len(self._names)
        for number, node in enumerate(self.nodes):
            values[number] = node.metric.number if node.metric is not None else None
        if self.series is not None:
            for name, (_, value) in zip(self.series.labels, self.series.points, strict=True):
                values[self._numbers[name]] = value
        return tuple(values)

    @cached_property
    def graph(self) -> Graph:
        """The things by number, and their links."""
        ends = tuple((self._numbers[link.origin], self._numbers[link.target]) for link in self.links)
        return Graph(len(self._names), ends)

    def place(self, setting: Setting) -> Placed:
        warm = None if self.highlight == "none" else self._numbers.get(self.highlight, self.graph.centre)
        keys = [words.texts[0][1] for words in self._names]
        for number, node in enumerate(self.nodes):
            keys[number] = node.metric.id if node.metric is not None and node.metric.id else keys[number]
        names = tuple(setting.say(words) for words in self._names)
        weights = tuple(link.weight for link in self.links)
        data = (
            tuple(node.metric for node in self.nodes)
            if self.series is None and self.nodes
            else (self.series,) * len(names)
        )
        return Web(self.graph, tuple(keys), names, self._values, data, weights, warm, setting).placed()
