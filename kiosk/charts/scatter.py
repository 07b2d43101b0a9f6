"""Scatter: how two values of many things go together, with bubbles for a third one."""

from typing import Annotated, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.point_cloud import PointCloud, aligned
from kiosk.anatomy.values.entries import HIGHLIGHTS, highlighted
from kiosk.anatomy.values.glossary import Glossary, check_names
from kiosk.anatomy.words.annotations import MOST_ANNOTATIONS, Annotation, check_annotations
from kiosk.anatomy.words.references import check_references
from kiosk.charts.plotted import References, ScaleName
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.marks import Array
from kiosk.metrics import Series
from kiosk.setting import Setting
from kiosk.words import excerpt

MOST_POINTS = 2000


class Scatter(Kind):
    """One dot for each thing, placed by two of its values; with a third one, bubbles of that area.

    The series share their places, which are the names of the things. The highlighted one and the outliers carry their name.
    """

    x: Annotated[SeriesRef, Field(description="the values from left to right")]
    y: Annotated[SeriesRef, Field(description="the values upwards")]
    size: Annotated[SeriesRef | None, Field(description="the values that the areas of the bubbles stand for")] = None
    highlight: Annotated[
        str,
        Field(
            description="the one thing in the warm colour: greatest or least (upwards), first, last, none, or its name;"
            " auto is the greatest, with bubbles the largest"
        ),
    ] = "auto"
    scale_x: Annotated[ScaleName, Field(description="log: equal lengths stand for equal ratios")] = "linear"
    scale_y: Annotated[ScaleName, Field(description="log: equal heights stand for equal ratios")] = "linear"
    names: Glossary = Field(default_factory=dict)
    references: References = ()
    annotations: Annotated[
        tuple[Annotation, ...],
        Field(max_length=MOST_ANNOTATIONS, description="words for up to three things: [{at: name, text: a few words}]"),
    ] = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        self._check_points()
        for series, scale in ((self.x, self.scale_x), (self.y, self.scale_y)):
            values = series.y[np.isfinite(series.y)]
            if scale == "log" and values.size and float(values.min()) <= 0.0:
                raise PydanticCustomError(
                    "scale_log",
                    "a log scale has no place for 0 and less, and {value} is among the values: write linear",
                    {"value": f"{float(values.min()):.10g}"},
                )
        if self.scale_y == "log" and any(each.level <= 0.0 for each in self.references):
            raise PydanticCustomError("scale_log", "a log scale has no place for a reference line at 0 or less")
        check_references(self.references, self.y)
        check_annotations(self.annotations, self.y)
        check_names(self.names, self.y.labels)
        if self.highlight not in ("auto", *HIGHLIGHTS, *self.y.labels):
            raise PydanticCustomError(
                "highlight",
                'there is no "{name}" to highlight: write greatest, least, first, last, none, or the name of a thing',
                {"name": excerpt(self.highlight), "known": self.y.labels[:12]},
            )
        return self

    def _check_points(self) -> None:
        names, (x, y, *sizes) = aligned(self.all_series)
        if len(names) > MOST_POINTS:
            raise PydanticCustomError(
                "scatter_many",
                "{count} dots are too many: show {most} at most",
                {"count": len(names), "most": MOST_POINTS},
            )
        if not np.any(np.isfinite(x) & np.isfinite(y)):
            raise PydanticCustomError(
                "scatter_apart",
                "no thing has a value in both series: give them the same places, the names of the things",
            )
        if sizes and float(np.nanmin(np.append(sizes[0], np.inf))) < 0.0:
            raise PydanticCustomError(
                "scatter_size", "an area cannot be less than 0: leave out size, or its negative values"
            )
        for series in self.all_series:
            if len(set(series.labels)) < len(series.labels):
                again = next(label for at, label in enumerate(series.labels) if label in series.labels[:at])
                raise PydanticCustomError(
                    "scatter_twice",
                    '"{name}" has two values at "{place}": give each thing a name of its own',
                    {"name": excerpt(series.id), "place": excerpt(again)},
                )

    @property
    def all_series(self) -> tuple[Series, ...]:
        """The two or three series."""
        return (self.x, self.y) if self.size is None else (self.x, self.y, self.size)

    def _warm(self, names: tuple[str, ...], y: Array, sizes: Array) -> int | None:
        if self.highlight == "auto" and self.size is not None:
            return int(np.nanargmax(sizes)) if np.isfinite(sizes).any() else None
        found = highlighted((), self.y, self.highlight)
        return None if found is None else names.index(self.y.labels[found])

    def place(self, setting: Setting) -> Placed:
        names, (x, y, *sizes) = aligned(self.all_series)
        size = sizes[0] if sizes else np.ones(len(names))
        whole = np.isfinite(x) & np.isfinite(y) & np.isfinite(size)
        warm = self._warm(names, np.where(whole, y, np.nan), np.where(whole, size, np.nan))
        return PointCloud(
            setting,
            names,
            self.x,
            self.y,
            self.size,
            x,
            y,
            size,
            warm,
            self.scale_x == "log",
            self.scale_y == "log",
            self.references,
            self.annotations,
            self.names,
        ).placed()
