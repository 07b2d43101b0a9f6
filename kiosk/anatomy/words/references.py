"""References: levels that a chart is read against, as thin dashed lines with labels of their own."""

from collections.abc import Callable, Sequence
from typing import Annotated, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.geometry.vacancy import DEPTH, RISE, Vacancy
from kiosk.kind import MetricRef, Options
from kiosk.layers import Layer, appearing, moving
from kiosk.marks import Line, Mark, Run, Text, array
from kiosk.metrics import Series
from kiosk.motion import Track, lerp
from kiosk.numbers import EMPTY
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.typeface import advance
from kiosk.words import Words

MOST_REFERENCES = 3
DASHES = (12.0, 8.0)
"""In pixels of a screen of 1080 lines: a dash, a gap."""
DASHED = Track(0.3, 0.6)
STEPS = 24
"""How many places along a line are tried for its label."""
BINDING_SPACE = "\u00a0"


class Reference(Options):
    """A level such as a target, an average or a limit: a metric, or a value with a label."""

    metric: Annotated[MetricRef | None, Field(description="the metric whose value is the level")] = None
    value: Annotated[float | None, Field(description="instead of a metric: the level as a number")] = None
    label: Annotated[Words, Field(description="what the level is; left out, the label of the metric")] = EMPTY

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.metric is None) == (self.value is None):
            raise PydanticCustomError("reference_one", "a reference line needs either a metric or a value: write one")
        if self.metric is None and not self.label:
            raise PydanticCustomError(
                "reference_label", "say what this level is: write a label, such as 目标 or target"
            )
        return self

    @property
    def level(self) -> float:
        """Where the line stands."""
        return self.metric.number if self.metric is not None else float(self.value or 0.0)

    def text(self, setting: Setting, series: Series) -> str:
        """The label with the figure, in words."""
        language = setting.language
        if self.metric is not None:
            name = setting.say(self.label) if self.label else self.metric.name(language, is_short=True)
            figure = self.metric.written(language)
        else:
            name, figure = setting.say(self.label), series.written(language, self.level)
        # No line ends between a figure and its unit, not even one that stands before it.
        return f"{name} {figure.text.replace(' ', BINDING_SPACE)}"


def check_references(references: tuple[Reference, ...], series: Series) -> None:
    """Refuses, in words for its author, levels in another unit than the chart's."""
    for each in references:
        if each.metric is not None and each.metric.unit != series.unit:
            raise PydanticCustomError(
                "reference_unit",
                'the reference line is in "{first}", the chart in "{second}": name a metric in the unit of the chart',
                {"first": each.metric.unit.get(""), "second": series.unit.get("")},
            )


def level_layers(
    heights: Sequence[float], texts: Sequence[str], area: Box, room: Vacancy, screen: Screen
) -> tuple[list[Layer], Vacancy, bool]:
    """Dashed lines across an area with the labels that stand on them, what room is left, and whether all labels found some."""
    px, size, is_free = screen.px, screen.size("small"), True
    layers = [moving(DASHED, _level(y, area, screen)) for y in heights]
    for y in heights:
        room = room.without([(area.left, y - px(3.0), area.right, y + px(3.0))])
    for y, text in zip(heights, texts, strict=False):
        width = advance(text) * size
        starts = np.linspace(area.right - width, area.left + px(24.0), STEPS)
        above, below = y - px(10.0) - DEPTH * size, y + px(6.0) + RISE * size
        tried = [(float(left), base) for base in (above, below) for left in starts]
        boxes = [(x - px(8.0), base - RISE * size, x + width, base + DEPTH * size) for x, base in tried]
        index, has_room = room.best(boxes)
        x, base = tried[index]
        layers.append(appearing(Text(x, base, (Run(text, size, 400, "muted"),)), DASHED.end))
        room = room.without([(x - px(12.0), base - RISE * size, x + width + px(12.0), base + DEPTH * size)])
        is_free = is_free and has_room and width <= area.width - px(24.0)
    return layers, room, is_free


def _level(y: float, area: Box, screen: Screen) -> Callable[[float], Mark]:
    dashes = tuple(screen.px(each) for each in DASHES)

    def draw(progress: float) -> Mark:
        x = array([area.left, lerp(area.left, area.right, progress)])
        return Line(x, array([y, y]), "muted", screen.px(3.0), dashes=dashes, cap="flat")

    return draw
