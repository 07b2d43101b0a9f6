"""Annotations: words beside single points of a chart, each with a short leader to its point."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field
from pydantic_core import PydanticCustomError

from kiosk.anatomy.geometry.vacancy import DEPTH, RISE, Vacancy
from kiosk.anatomy.words.captions import shortened
from kiosk.kind import Options
from kiosk.layers import Layer, appearing
from kiosk.marks import Array, Line, Run, Text, array
from kiosk.metrics import Series
from kiosk.screen import Screen
from kiosk.typeface import advance, balanced, spaced
from kiosk.typesetting import LINE_PITCH
from kiosk.words import Words, excerpt

MOST_ANNOTATIONS = 3
MOST_LINES = 3
LEADERS = (3.5, 6.0, 10.0, 15.0, 22.0, 30.0)
"""How far words may stand above or below their point, in grid steps; the nearest free place is taken."""
SHIFTS = (0.0, 0.25, -0.25, 0.45, -0.45)
"""How far they may stand aside of it, as shares of their width."""

CROSSING = 4.0
"""How much worse it is that a leader covers something than that words do."""

MOST_COVERED = 0.04
"""The share of its area that words may take of others."""


class Annotation(Options):
    """Words for one point of the highlighted series."""

    at: Annotated[str | float, Field(description="the place of the point, as the series names it")]
    text: Annotated[Words, Field(description="a few words")]

    @property
    def place(self) -> str:
        """The place as a series names it."""
        return f"{self.at:.10g}" if isinstance(self.at, int | float) else self.at


def check_annotations(annotations: Sequence[Annotation], series: Series) -> None:
    """Refuses, in words for its author, annotations of places that have no value."""
    for each in annotations:
        if each.place not in series.labels:
            raise PydanticCustomError(
                "annotation_place",
                'there is no place "{name}" to annotate: write one as the series names it',
                {"name": excerpt(each.place), "known": series.labels[:12]},
            )
        if series.points[series.labels.index(each.place)][1] is None:
            raise PydanticCustomError(
                "annotation_missing",
                'the value at "{name}" is missing: annotate a place that has one',
                {"name": excerpt(each.place)},
            )


@dataclass(frozen=True)
class Note:
    """Words that belong to the point at (x, y)."""

    x: float
    y: float
    text: str
    screen: Screen
    width: float

    @property
    def size(self) -> float:
        """The size of the words."""
        return self.screen.size("small")

    @property
    def lines(self) -> tuple[str, ...]:
        """The words in lines of even length."""
        text = spaced(self.text)
        lines = balanced(text, self.width / self.size)
        return lines if len(lines) <= MOST_LINES else shortened(text, self.width, self.size, MOST_LINES)

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of the words."""
        lines = self.lines
        height = (RISE + DEPTH + (len(lines) - 1) * LINE_PITCH) * self.size
        return max((advance(line) for line in lines), default=0.0) * self.size, height

    def placed(self, room: Vacancy, start: float) -> tuple[tuple[Layer, ...], Vacancy]:
        """Leader and words in the nearest free place, and what room is left; nothing where no place is free."""
        (width, height), g = self.extent, self.screen.g
        boxes: list[tuple[float, float, float, float]] = []
        stems: list[tuple[float, float, float, float]] = []
        for away in LEADERS:
            for shift in SHIFTS:
                for side in (-1.0, 1.0):
                    left = self.x - width / 2.0 + shift * width
                    left = min(max(left, room.bounds.left), room.bounds.right - width)
                    near = self.y + side * away * g
                    top = near - height if side < 0.0 else near
                    boxes.append((left, top, left + width, top + height))
                    ends = sorted((near, self.y + side * 2.5 * g))
                    stems.append((self.x - 0.3 * g, ends[0], self.x + 0.3 * g, ends[1]))
        margins: Array = np.array([-g, -0.5 * g, g, 0.5 * g])
        places: Array = np.array(boxes)
        covered = room.covered(places + margins) + CROSSING * room.covered(np.array(stems))
        index = int(np.flatnonzero(covered <= covered.min() + 0.5)[0])
        left, top, right, bottom = boxes[index]
        if room.covered(places[index : index + 1])[0] > MOST_COVERED * width * height:
            return (), room
        is_above = bottom <= self.y
        foot = bottom + 0.3 * g if is_above else top - 0.3 * g
        x = min(max(self.x, left), right)
        gap = self.screen.px(13.0) * (-1.0 if is_above else 1.0)
        leader = Line(array([x, self.x]), array([foot, self.y + gap]), "muted", self.screen.px(3.0), cap="flat")
        if (self.y + gap - foot) * (1.0 if is_above else -1.0) < 0.0:
            leader = Line(array([x, x]), array([foot, foot]), "muted", self.screen.px(3.0), cap="flat")
        texts = tuple(
            Text(
                left + width / 2.0,
                top + (RISE + number * LINE_PITCH) * self.size,
                (Run(text, self.size, 400, "text"),),
                "middle",
            )
            for number, text in enumerate(self.lines)
        )
        taken = room.without(places[index] + margins)
        return tuple(appearing(mark, start) for mark in (leader, *texts)), taken
