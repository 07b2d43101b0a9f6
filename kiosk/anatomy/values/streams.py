"""Streams: amounts that run from one node to another, and the columns that the nodes stand in."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kiosk.kind import Datum
from kiosk.metrics import Metric, Series

ARROW = re.compile(r"\s*(?:>|→|＞)\s*")


@dataclass(frozen=True)
class Stream:
    """What runs from the node `origin` to the node `target`; `value` is nan if missing."""

    origin: str
    target: str
    value: float
    datum: Datum

    @property
    def key(self) -> str:
        """What tells it from all others, as an author may write it."""
        return f"{self.origin} > {self.target}"

    @property
    def thing(self) -> str:
        """What it is, on whatever slide it is seen: its metric, or its place in a series."""
        return self.datum.id if isinstance(self.datum, Metric) and self.datum.id else self.key


def streams_of(series: Series) -> tuple[Stream, ...]:
    """The streams that a series names by its places, "origin > target"; raises ValueError with a place that names none."""
    streams = []
    for label, value in zip(series.labels, series.y, strict=True):
        ends = ARROW.split(label.strip())
        if len(ends) != 2 or not all(ends):
            raise ValueError(label)
        streams.append(Stream(ends[0], ends[1], float(value), series))
    return tuple(streams)


def circle(streams: Sequence[Stream]) -> tuple[str, ...]:
    """Nodes that lead back to the first of them, in the order of the streams; none if all flows on."""
    onward = _onward(streams)
    done: set[str] = set()
    for start in onward:
        way, stack = [start], [iter(onward[start])]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                done.add(way.pop())
                stack.pop()
            elif node in way:
                return (*way[way.index(node) :], node)
            elif node not in done:
                way.append(node)
                stack.append(iter(onward.get(node, ())))
    return ()


def _onward(streams: Sequence[Stream]) -> dict[str, list[str]]:
    onward: dict[str, list[str]] = {}
    for stream in streams:
        onward.setdefault(stream.origin, []).append(stream.target)
    return onward


@dataclass(frozen=True)
class Basin:
    """Streams without a circle; those that carry nothing are left out."""

    streams: tuple[Stream, ...]

    @cached_property
    def columns(self) -> tuple[tuple[str, ...], ...]:
        """The nodes by the longest way that leads to them, in the order of their first mention; all ends in the last column."""
        depths = dict.fromkeys((end for stream in self.streams for end in (stream.origin, stream.target)), 0)
        for _ in depths:
            for stream in self.streams:
                depths[stream.target] = max(depths[stream.target], depths[stream.origin] + 1)
        last, origins = max(depths.values()), {stream.origin for stream in self.streams}
        placed = {node: depth if node in origins else last for node, depth in depths.items()}
        return tuple(tuple(node for node in placed if placed[node] == depth) for depth in range(last + 1))

    @cached_property
    def amounts(self) -> Mapping[str, float]:
        """What passes through each node: what comes in or goes out, whichever is more; without the noise of binary fractions."""

        def total(node: str, end: str) -> float:
            return math.fsum(stream.value for stream in self.streams if getattr(stream, end) == node)

        return {
            node: float(f"{max(total(node, 'origin'), total(node, 'target')):.12g}")
            for column in self.columns
            for node in column
        }

    @cached_property
    def inner(self) -> tuple[str, ...]:
        """The nodes that something flows to and from."""
        return tuple(node for column in self.columns[1:-1] for node in column)

    @cached_property
    def outer(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The nodes of the first and of the last column."""
        return self.columns[0], self.columns[-1]
