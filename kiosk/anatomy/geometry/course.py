"""Courses: where nodes stand in their columns and which way streams take between them, so that few cross.

After the method of d3-sankey (Bostock 2012 and later): nodes are drawn towards the middle of what they are joined to, time and
again, and moved apart where they would touch. Streams that pass a column have a lane of their own in it (Sugiyama 1981).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.anatomy.values.streams import Basin
from kiosk.anatomy.words.callouts import spread

SWEEPS = 24
DAMPING = 0.97
MOST_BERTHS = 0.9
"""The greatest part of a column that berths may take."""


@dataclass(eq=False)
class _Station:
    """A node, or the lane of a stream, in its column while it is being moved to its place."""

    node: str
    height: float
    berth: float = 0.0
    top: float = 0.0
    before: "list[_Step]" = field(default_factory=list)
    after: "list[_Step]" = field(default_factory=list)

    @property
    def middle(self) -> float:
        return self.top + self.height / 2.0

    @property
    def margin(self) -> float:
        """What its berth has more than it needs, above it as below it."""
        return max(self.berth - self.height, 0.0) / 2.0


@dataclass(eq=False)
class _Step:
    """One stream between two neighbouring columns; `leaves` and `arrives` below the tops of its stations."""

    start: _Station
    end: _Station
    height: float
    leaves: float = 0.0
    arrives: float = 0.0


@dataclass(frozen=True)
class Course:
    """Places of nodes and streams across the flow, from 0 to `length`; `gaps` are left between the nodes of each column.

    `heads` are left free above the first node of each column. A node has the middle of its berth, the room that its words
    take, so that they can stand beside it and not beside another.
    """

    basin: Basin
    length: float
    gaps: tuple[float, ...]
    heads: tuple[float, ...] = ()
    berths: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def scale(self) -> float:
        """Pixels for one unit: the same for all, the most that the fullest column allows."""
        passing = self._passing()
        scales = []
        for number, column in enumerate(self.basin.columns):
            lanes = [self.basin.streams[index].value for index in passing[number]]
            amounts = [*(self.basin.amounts[node] for node in column), *lanes]
            berths = [*(self._berths[node] for node in column), *(0.0 for _ in lanes)]
            scales.append(_filling(amounts, berths, self._room(number, len(amounts))))
        return min(scales)

    def _head(self, number: int) -> float:
        return self.heads[number] if self.heads else 0.0

    def _room(self, number: int, count: int) -> float:
        """What a column has for nodes and lanes, so many in all."""
        return max(self.length - self._head(number) - self.gaps[number] * (count - 1), 0.2 * self.length)

    @cached_property
    def _berths(self) -> dict[str, float]:
        """The berths of all nodes, narrower where a column would have too little left for what flows."""
        passing = self._passing()
        made: dict[str, float] = {}
        for number, column in enumerate(self.basin.columns):
            wanted = sum(self.berths.get(node, 0.0) for node in column)
            most = MOST_BERTHS * self._room(number, len(column) + len(passing[number]))
            part = min(1.0, most / wanted) if wanted else 1.0
            made |= {node: part * self.berths.get(node, 0.0) for node in column}
        return made

    def _passing(self) -> list[list[int]]:
        """For every column the numbers of the streams that pass it without a node."""
        at = {node: number for number, column in enumerate(self.basin.columns) for node in column}
        passing: list[list[int]] = [[] for _ in self.basin.columns]
        for index, stream in enumerate(self.basin.streams):
            for number in range(at[stream.origin] + 1, at[stream.target]):
                passing[number].append(index)
        return passing

    @cached_property
    def _settled(self) -> tuple[dict[str, _Station], list[list[_Step]]]:
        """All stations at their places, and the steps of every stream."""
        amounts, berths = self.basin.amounts, self._berths
        nodes = {node: _Station(node, amount * self.scale, berths[node]) for node, amount in amounts.items()}
        columns = [[nodes[node] for node in column] for column in self.basin.columns]
        at = {node: number for number, column in enumerate(self.basin.columns) for node in column}
        ways: list[list[_Step]] = []
        for stream in self.basin.streams:
            height = stream.value * self.scale
            here, way = nodes[stream.origin], []
            for number in range(at[stream.origin] + 1, at[stream.target] + 1):
                there = nodes[stream.target] if number == at[stream.target] else _Station("", height)
                if not there.node:
                    columns[number].append(there)
                step = _Step(here, there, height)
                here.after.append(step)
                there.before.append(step)
                way.append(step)
                here = there
            ways.append(way)
        self._settle(columns)
        return nodes, ways

    def _settle(self, columns: list[list[_Station]]) -> None:
        for number, column in enumerate(columns):
            self._put(number, column, [0.0] * len(column))
            spare = self.length - column[-1].top - column[-1].height - column[-1].margin
            for place, station in enumerate(column):
                station.top += spare * (place + 0.5) / len(column)
        _order_steps(columns)
        for sweep in range(SWEEPS):
            pull = DAMPING**sweep
            for number in range(1, len(columns)):
                self._draw(number, columns[number], pull, is_backwards=False)
            _order_steps(columns)
            for number in range(len(columns) - 2, -1, -1):
                self._draw(number, columns[number], pull, is_backwards=True)
            _order_steps(columns)

    def _draw(self, number: int, column: list[_Station], pull: float, *, is_backwards: bool) -> None:
        """Draws the stations of a column towards what they are joined to on one side."""
        wanted = []
        for station in column:
            steps = station.after if is_backwards else station.before
            if not steps:
                wanted.append(station.top)
                continue
            straight = [
                step.end.top + step.arrives - step.leaves
                if is_backwards
                else step.start.top + step.leaves - step.arrives
                for step in steps
            ]
            aim = sum(top * step.height for top, step in zip(straight, steps, strict=True))
            aim /= sum(step.height for step in steps)
            wanted.append(station.top + (aim - station.top) * pull)
        order = sorted(range(len(column)), key=lambda index: (wanted[index] + column[index].height / 2.0, index))
        column[:] = [column[index] for index in order]
        self._put(number, column, [wanted[index] for index in order])

    def _put(self, number: int, column: list[_Station], wanted: Sequence[float]) -> None:
        rooms = [station.height + 2.0 * station.margin for station in column]
        starts = [top - station.margin for top, station in zip(wanted, column, strict=True)]
        placed = spread(starts, rooms, self._head(number), self.length, self.gaps[number])
        for station, start in zip(column, placed, strict=True):
            station.top = start + station.margin

    @cached_property
    def nodes(self) -> dict[str, tuple[float, float]]:
        """Where each node begins and ends."""
        return {node: (station.top, station.top + station.height) for node, station in self._settled[0].items()}

    @cached_property
    def ways(self) -> tuple[tuple[float, ...], ...]:
        """For every stream the middle of its course: where it leaves, at each lane, and where it arrives."""
        ways = []
        for steps in self._settled[1]:
            first, last = steps[0], steps[-1]
            lanes = [step.end.middle for step in steps[:-1]]
            ways.append(
                (
                    first.start.top + first.leaves + first.height / 2.0, *lanes,
                    last.end.top + last.arrives + last.height / 2.0,
                )
            )  # fmt: skip
        return tuple(ways)


def _order_steps(columns: list[list[_Station]]) -> None:
    """Lets the steps leave and arrive at each station in the order of their other ends."""
    for station in (station for column in columns for station in column):
        below = 0.0
        station.after.sort(key=lambda step: step.end.middle)
        for step in station.after:
            step.leaves, below = below, below + step.height
        below = 0.0
        station.before.sort(key=lambda step: step.start.middle)
        for step in station.before:
            step.arrives, below = below, below + step.height


def _filling(amounts: Sequence[float], berths: Sequence[float], room: float) -> float:
    """The greatest scale at which all amounts, none narrower than its berth, have room together."""
    free, rest = list(range(len(amounts))), room
    while True:
        scale = rest / sum(amounts[index] for index in free)
        kept = [index for index in free if amounts[index] * scale >= berths[index]]
        if len(kept) in (0, len(free)):
            return scale
        rest -= sum(berths[index] for index in free if index not in kept)
        free = kept
