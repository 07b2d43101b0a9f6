"""Graphs: nodes and the links between them, and how many links apart they are."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.marks import Array


@dataclass(frozen=True)
class Graph:
    """`count` nodes by number and undirected links between two of them."""

    count: int
    links: tuple[tuple[int, int], ...]

    @cached_property
    def neighbours(self) -> tuple[tuple[int, ...], ...]:
        """For each node the nodes it is linked to, ascending."""
        near: list[set[int]] = [set() for _ in range(self.count)]
        for first, second in self.links:
            near[first].add(second)
            near[second].add(first)
        return tuple(tuple(sorted(each)) for each in near)

    def steps_from(self, start: int) -> tuple[int, ...]:
        """How many links each node is away from one of them; -1 where no way leads to it."""
        steps = [-1] * self.count
        steps[start] = 0
        reached = [start]
        for node in reached:
            for other in self.neighbours[node]:
                if steps[other] < 0:
                    steps[other] = steps[node] + 1
                    reached.append(other)
        return tuple(steps)

    @cached_property
    def distances(self) -> Array:
        """Links from each node to each other, shape (count, count); parts that are not joined are a little apart."""
        steps = np.array([self.steps_from(node) for node in range(self.count)], dtype=np.float64)
        return np.where(steps < 0.0, min(steps.max(initial=1.0), 3.0) + 1.0, steps)

    @cached_property
    def centre(self) -> int:
        """The node with the most links; of several the first."""
        return max(range(self.count), key=lambda node: (len(self.neighbours[node]), -node))
