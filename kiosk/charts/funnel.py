"""Funnel: how many of the many that begin come through each stage."""

import itertools
import math
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.stage_words import Stage
from kiosk.anatomy.bodies.stages import Stages
from kiosk.anatomy.values.amount import plain
from kiosk.anatomy.values.entries import check_highlight, check_units, entries_of, unit_note
from kiosk.anatomy.values.glossary import Glossary, called, check_names
from kiosk.anatomy.values.slices import key_of
from kiosk.kind import Kind, MetricRef, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting

LEAST_STAGES, MOST_STAGES = 2, 7


class Funnel(Kind):
    """Stages one below the other, each as wide as what is left; how much of the stage before that is, is computed."""

    metrics: Annotated[
        tuple[MetricRef, ...], Field(description="two to seven metrics of one unit, from the first stage to the last")
    ] = ()
    series: Annotated[SeriesRef | None, Field(description="instead of metrics: a series of two to seven stages")] = None
    form: Annotated[
        Literal["bars", "trapezoids"], Field(description="bars, joined by faint slopes; or one tapering body")
    ] = "bars"
    highlight: Annotated[
        str,
        Field(
            description="the one stage in the warm colour: first, last, greatest, least, none, or the name of a metric or"
            " place"
        ),
    ] = "last"
    names: Glossary = Field(default_factory=dict)

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.metrics) == (self.series is not None):
            raise PydanticCustomError("funnel", "a funnel needs either metrics or a series: write one of them")
        values = self._values()
        if not LEAST_STAGES <= len(values) <= MOST_STAGES:
            raise PydanticCustomError(
                "funnel_stages",
                "{count} stages do not make a funnel: it takes {least} to {most}",
                {"count": len(values), "least": LEAST_STAGES, "most": MOST_STAGES},
            )
        if any(math.isnan(value) for value in values):
            raise PydanticCustomError("funnel_missing", "a stage has no value: write it, or leave the stage out")
        if any(value < 0.0 for value in values):
            raise PydanticCustomError("funnel_negative", "a stage cannot be less than 0: use bars for such figures")
        if values[0] == 0.0:
            raise PydanticCustomError("funnel_empty", "the first stage is 0: there is nothing that could become less")
        for before, after in itertools.pairwise(values):
            if after > before:
                raise PydanticCustomError(
                    "funnel_order",
                    "{after} comes behind {before}, but a funnel only becomes narrower: write the greatest stage first,"
                    " or use bars",
                    {"after": plain(after), "before": plain(before)},
                )
        check_units(self.metrics)
        check_highlight(self.metrics, self.series, self.highlight)
        check_names(self.names, self.series.labels if self.series is not None else ())
        return self

    def _values(self) -> tuple[float, ...]:
        if self.series is not None:
            return tuple(float(value) for value in self.series.y)
        return tuple(metric.number for metric in self.metrics)

    def place(self, setting: Setting) -> Placed:
        entries = entries_of(self.metrics, self.series, self.highlight, setting)
        stages = tuple(
            Stage(
                called(self.names, entry.label, setting.language), entry.value, entry.write(setting),
                entry.write(setting, has_unit=False), key_of(entry),
                entry.is_warm,
            )
            for entry in entries
        )  # fmt: skip
        return Stages(stages, self.form == "trapezoids", setting, unit_note(setting, entries[0].datum)).placed()
