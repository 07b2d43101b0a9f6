"""What lines and steps have in common: their series, the scale, the point of the slide, and what they are read against."""

from typing import Annotated, Literal, Self

import numpy as np
from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.plot import Plot
from kiosk.anatomy.geometry.places import check_places
from kiosk.anatomy.values.entries import check_units
from kiosk.anatomy.values.glossary import Glossary, check_names
from kiosk.anatomy.words.annotations import MOST_ANNOTATIONS, Annotation, check_annotations
from kiosk.anatomy.words.references import MOST_REFERENCES, Reference, check_references
from kiosk.kind import Kind, SeriesRef
from kiosk.metrics import Series
from kiosk.setting import Setting
from kiosk.words import excerpt

MOST_SERIES = 8
References = Annotated[
    tuple[Reference, ...],
    Field(
        max_length=MOST_REFERENCES,
        description="up to three levels to read the values against, as dashed lines:"
        " [{value: 120, label: {zh: 目标, en: Target}}] or [{metric: name}]",
    ),
]
Annotations = Annotated[
    tuple[Annotation, ...],
    Field(
        max_length=MOST_ANNOTATIONS,
        description="words for up to three points of the highlighted series: [{at: 2021, text: {zh: 新馆开放, en: New hall}}]",
    ),
]
ScaleName = Literal["linear", "log"]


class Plotted(Kind):
    """Series as curves, with what they are read against."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    series: Annotated[
        tuple[SeriesRef, ...],
        Field(min_length=1, max_length=MOST_SERIES, description="one to eight series of one unit"),
    ]
    highlight: Annotated[
        str, Field(description="the one series in the warm colour: first, last, none, or the name of a series")
    ] = "first"
    from_zero: Annotated[
        bool,
        Field(
            description="whether the scale begins at 0; false spreads values that lie close together over the whole height"
        ),
    ] = True
    lowest: Annotated[
        float | None, Field(alias="from", description="where the scale begins, instead of at 0 or the least value")
    ] = None
    highest: Annotated[
        float | None, Field(alias="to", description="where the scale ends, instead of at the greatest value")
    ] = None
    scale: Annotated[
        ScaleName,
        Field(description="log: equal heights stand for equal ratios, for values of very different size, all above 0"),
    ] = "linear"
    names: Glossary = Field(default_factory=dict)
    references: References = ()
    annotations: Annotations = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_units(self.series)
        check_places(self.series)
        warm_series(self.series, self.highlight)
        check_references(self.references, self.series[0])
        check_annotations(self.annotations, self.annotated)
        if self.names:
            check_names(self.names, [label for each in self.series for label in each.labels])
        check_scale(self.series, self.references, self.scale, self.lowest, self.highest)
        return self

    @property
    def annotated(self) -> Series:
        """The series that annotations belong to: the highlighted one, or else the first."""
        return self.series[warm_series(self.series, self.highlight) or 0]

    def plot(self, setting: Setting, *, is_stepped: bool = False) -> Plot:
        """The curves in a box of one screen."""
        return Plot(
            self.series,
            setting,
            is_from_zero=self.from_zero,
            warm=warm_series(self.series, self.highlight),
            is_stepped=is_stepped,
            is_log=self.scale == "log",
            lowest=self.lowest,
            highest=self.highest,
            references=self.references,
            annotations=self.annotations,
            glossary=self.names,
        )


def warm_series(series: tuple[Series, ...], highlight: str) -> int | None:
    """The place of the highlighted series, None if there is none; refuses, in words for its author, one that is not there."""
    names = tuple(each.id for each in series)
    if highlight in names:
        return names.index(highlight)
    if highlight not in ("first", "last", "none"):
        raise PydanticCustomError(
            "highlight",
            'there is no series "{name}" to highlight: write first, last, none, or the name of a series',
            {"name": excerpt(highlight), "known": tuple(name for name in names if name)},
        )
    return {"first": 0, "last": len(series) - 1}.get(highlight)


def check_scale(
    series: tuple[Series, ...],
    references: tuple[Reference, ...],
    scale: ScaleName,
    lowest: float | None,
    highest: float | None,
) -> None:
    """Refuses, in words for its author, a scale that cannot hold all values."""
    if scale == "linear" and lowest is None and highest is None:
        return
    if lowest is not None and highest is not None and lowest >= highest:
        raise PydanticCustomError("scale_limits", "from is not below to: write the lower limit at from")
    values = np.concatenate([*(each.y for each in series), np.array([each.level for each in references])])
    values = values[np.isfinite(values)]
    if not values.size:
        return
    low, high = float(values.min()), float(values.max())
    if scale == "log" and (low <= 0.0 or (lowest is not None and lowest <= 0.0)):
        raise PydanticCustomError(
            "scale_log",
            "a log scale has no place for 0 and less, and {value} is among the values: write scale: linear",
            {"value": f"{min(low, lowest if lowest is not None else low):.10g}"},
        )
    outside = low if lowest is not None and low < lowest else high if highest is not None and high > highest else None
    if outside is not None:
        raise PydanticCustomError(
            "scale_outside",
            "the value {value} lies outside the scale: widen from and to, or leave them out",
            {"value": f"{outside:.10g}"},
        )
