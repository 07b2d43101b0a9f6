"""Courses: where nodes stand in their columns and which way streams take between them, so that few cross.

After the method of d3-sankey (Bostock 2012 and later): nodes are drawn towards the middle of what they are joined to, time and
again, and moved apart where they would touch. Streams that pass a column have a lane of their own in it (Sugiyama 1981).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.anatomy.values.streams import Basin
from kiosk.anatomy.words.callouts import spread

SWEEPS = 24
DAMPING = 0.97


@dataclass(eq=False)
class _Station:
    """A node, or the lane of a stream, in its column while it is being moved to its place."""

    node: str
    height: float
    top: float = 0.0
    before: "list[_Step]" = field(default_factory=list)
    after: "list[_Step]" = field(default_factory=list)

    @property
    def middle(self) -> float:
        return self.top + self.height / 2.0


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
    """Places of nodes and streams across the flow, from 0 to `length`; `gaps` are left between the nodes of each column."""

    basin: Basin
    length: float
    gaps: tuple[float, ...]

    @cached_property
    def scale(self) -> float:
        """Pixels for one unit: the same for all, the most that the fullest column allows."""
        passing = self._passing()
        scales = []
        for number, (column, gap) in enumerate(zip(self.basin.columns, self.gaps, strict=True)):
            count = len(column) + len(passing[number])
            carried = sum(self.basin.amounts[node] for node in column)
            carried += sum(self.basin.streams[index].value for index in passing[number])
            scales.append(max(self.length - gap * (count - 1), 0.2 * self.length) / carried)
        return min(scales)

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
        nodes = {node: _Station(node, amount * self.scale) for node, amount in self.basin.amounts.items()}
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
        for column, gap in zip(columns, self.gaps, strict=True):
            self._put(column, [0.0] * len(column), gap)
            spare = self.length - column[-1].top - column[-1].height
            for number, station in enumerate(column):
                station.top += spare * (number + 0.5) / len(column)
        _order_steps(columns)
        for sweep in range(SWEEPS):
            pull = DAMPING**sweep
            for column, gap in list(zip(columns, self.gaps, strict=True))[1:]:
                self._draw(column, gap, pull, is_backwards=False)
            _order_steps(columns)
            for column, gap in list(zip(columns, self.gaps, strict=True))[-2::-1]:
                self._draw(column, gap, pull, is_backwards=True)
            _order_steps(columns)

    def _draw(self, column: list[_Station], gap: float, pull: float, *, is_backwards: bool) -> None:
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
        self._put(column, [wanted[index] for index in order], gap)

    def _put(self, column: list[_Station], wanted: Sequence[float], gap: float) -> None:
        heights = [station.height for station in column]
        for station, top in zip(column, spread(wanted, heights, 0.0, self.length, gap), strict=True):
            station.top = top

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
