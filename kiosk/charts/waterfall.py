"""Waterfalls: how a figure came about, from a start through steps up and down to an end."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.cascade import Cascade, Step
from kiosk.anatomy.values.entries import check_units
from kiosk.charts.bar import Direction
from kiosk.kind import Datum, Kind, MetricRef, SeriesRef
from kiosk.layers import Placed
from kiosk.marks import Array, array
from kiosk.setting import Setting
from kiosk.words import Words, excerpt

MOST_STEPS = 30
TOTAL = Words({"zh": "合计", "en": "Total"})
HIGHLIGHTS = ("auto", "start", "end", "none")


class Waterfall(Kind):
    """A start, steps up and down, and the end they lead to, which is computed and never written.

    Steps up are filled and carry a plus sign; steps down are hollow and carry a minus sign.
    """

    metrics: Annotated[
        tuple[MetricRef, ...],
        Field(
            max_length=MOST_STEPS,
            description="metrics of one unit: first the start, then what is added; minus takes off",
        ),
    ] = ()
    series: Annotated[
        SeriesRef | None,
        Field(description="instead of metrics: a series whose first value is the start, the others the steps"),
    ] = None
    end: Annotated[Words, Field(description="the label of the end; left out, it is called the total")] = TOTAL
    direction: Direction = "auto"
    highlight: Annotated[
        str,
        Field(description="what is warm: start, end, none, or the name of a metric or place; auto is the end"),
    ] = "auto"

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.metrics) == (self.series is not None):
            raise PydanticCustomError("waterfall", "a waterfall needs either metrics or a series: write one of them")
        count = len(self.metrics) if self.series is None else len(self.series.points)
        if count < 2:
            raise PydanticCustomError(
                "waterfall_few", "a waterfall needs a start and at least one step: name two metrics, or use a counter"
            )
        if count > MOST_STEPS:
            raise PydanticCustomError(
                "waterfall_many",
                "{count} steps are too many to follow: show {most} at most, and add up the small ones",
                {"count": count, "most": MOST_STEPS},
            )
        check_units(self.metrics)
        names = tuple(metric.id for metric in self.metrics) if self.series is None else self.series.labels
        if self.highlight not in (*HIGHLIGHTS, *names):
            raise PydanticCustomError(
                "highlight",
                'there is no "{name}" to highlight: write start, end, none, or the name of a step',
                {"name": excerpt(self.highlight), "known": (*HIGHLIGHTS, *(name for name in names if name))},
            )
        return self

    def values(self) -> Array:
        """The start and the steps as float64, nan where one is missing."""
        if self.series is not None:
            return self.series.y
        return array([metric.number for metric in self.metrics])

    def place(self, setting: Setting) -> Placed:
        steps = self._steps(setting)
        columns, rows = Cascade(steps, setting, True), Cascade(steps, setting, False)
        return (columns if self._is_upward(setting, columns, rows) else rows).placed()

    def _steps(self, setting: Setting) -> tuple[Step, ...]:
        values = [float(value) for value in self.values()]
        data: list[Datum]
        if self.series is not None:
            labels, data = list(self.series.labels), [self.series] * len(values)
            keys = list(labels)
        else:
            labels = [metric.name(setting.language) for metric in self.metrics]
            data, keys = list(self.metrics), [metric.id for metric in self.metrics]
        labels, keys = [*labels, setting.say(self.end)], [*keys, f"{keys[0]}/end"]
        names = [metric.id for metric in self.metrics] if self.series is None else list(self.series.labels)
        chosen = {"auto": len(values), "end": len(values), "start": 0, "none": -1}.get(self.highlight)
        warm = names.index(self.highlight) if chosen is None else chosen
        ends = _running(values)
        return tuple(
            Step(
                label, values[index] if index < len(values) else ends[-1], ends[max(index - 1, 0)],
                data[min(index, len(data) - 1)], keys[index], index == warm, index in (0, len(values)),
            )
            for index, label in enumerate(labels)
        )  # fmt: skip

    def _is_upward(self, setting: Setting, columns: Cascade, rows: Cascade) -> bool:
        if self.direction != "auto":
            return self.direction == "up"
        if setting.screen.shape == "portrait":
            return not rows.bare.is_roomy
        return (columns.bare.below.manner == "whole" and columns.size is not None) or not rows.bare.is_roomy


def _running(values: list[float]) -> tuple[float, ...]:
    """Where each step ends; a missing one changes nothing."""
    sums: list[float] = []
    for value in values:
        # What is added up in binary fractions is rounded to what its author may have written.
        sums.append(round((sums[-1] if sums else 0.0) + (value if value == value else 0.0), 9))
    return tuple(sums)
