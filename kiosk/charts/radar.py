"""Radar: one thing or two, measured along several axes that leave one middle."""

import math
from typing import Annotated, Literal, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.star import Star
from kiosk.anatomy.values.amount import number_of, plain
from kiosk.anatomy.values.entries import check_units
from kiosk.anatomy.values.glossary import Glossary, check_names
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.marks import Array, array
from kiosk.setting import Setting
from kiosk.words import Words

LEAST_AXES, MOST_AXES = 3, 10
OWN_SCALES = Words({"zh": "各轴刻度不同", "en": "Each axis has its own scale"})


class Radar(Kind):
    """One or two series over three to ten places, each place an axis from the middle outwards. The first one is warm.

    It shows a profile, strong here and weak there; the area means nothing. For exact comparison take bars.
    """

    series: Annotated[
        tuple[SeriesRef, ...],
        Field(min_length=1, max_length=2, description="one or two series over the same places"),
    ]
    scale: Annotated[
        Literal["one", "each"],
        Field(
            description="one scale for all axes; or each axis its own, up to its greatest value or its place in ends"
        ),
    ] = "one"
    to: Annotated[float | None, Field(gt=0, description="the value at the outer ends of the axes, with one scale")] = (
        None
    )
    ends: Annotated[
        SeriesRef | None,
        Field(description="the values at the outer ends, a series over the same places, with scale: each"),
    ] = None
    names: Glossary = Field(default_factory=dict)

    @model_validator(mode="after")
    def _check(self) -> Self:
        places = self.series[0].labels
        check_names(self.names, places)
        if not LEAST_AXES <= len(places) <= MOST_AXES:
            raise PydanticCustomError(
                "radar_axes",
                "{count} axes do not make a radar: it takes {least} to {most}; for others use bars",
                {"count": len(places), "least": LEAST_AXES, "most": MOST_AXES},
            )
        for other in (*self.series[1:], *((self.ends,) if self.ends is not None else ())):
            if other.labels != places:
                raise PydanticCustomError(
                    "radar_places",
                    "both series need the same places in the same order: {first} are not {second}",
                    {"first": ", ".join(places), "second": ", ".join(other.labels)},
                )
        values = np.concatenate([series.y for series in self.series])
        if np.isnan(values).any():
            raise PydanticCustomError(
                "radar_missing", "a value is missing: a profile with a gap cannot be drawn; write it, or use bars"
            )
        if (values < 0.0).any():
            raise PydanticCustomError(
                "radar_negative", "an axis begins at 0 in the middle: use bars for figures less than 0"
            )
        self._check_scale()
        return self

    def _check_scale(self) -> None:
        if self.scale == "one":
            check_units(self.series)
            if self.ends is not None:
                raise PydanticCustomError("radar_ends", "ends are for axes with scales of their own: write scale: each")
            greatest = max(float(series.y.max()) for series in self.series)
            if self.to is not None and greatest > self.to:
                raise PydanticCustomError(
                    "radar_to",
                    "the axes end at {to}, but a value reaches {greatest}: write to: {greatest} or more, or leave it out",
                    {"to": plain(self.to), "greatest": plain(greatest)},
                )
            return
        if self.to is not None:
            raise PydanticCustomError("radar_each", "with scale: each write the outer ends as a series behind ends:")
        if self.ends is None and len(self.series) == 1:
            raise PydanticCustomError(
                "radar_alone", "one series on scales of their own needs their ends: write a series behind ends:"
            )
        if self.ends is not None:
            over = self.ends.y < np.max([series.y for series in self.series], axis=0)
            if over.any() or not (self.ends.y > 0.0).all():
                raise PydanticCustomError(
                    "radar_end",
                    "at {place} the value lies beyond the end of the axis: write a greater one",
                    {"place": self.ends.labels[int(np.argmax(over | ~(self.ends.y > 0.0)))]},
                )

    @property
    def full(self) -> Array:
        """The value at the outer end of each axis."""
        greatest = np.max([series.y for series in self.series], axis=0)
        if self.scale == "one":
            top = number_of(self.to) if self.to is not None else float(greatest.max())
            return np.full(len(greatest), top or 1.0)
        if self.ends is not None:
            return self.ends.y
        return array(np.where(greatest > 0.0, greatest, 1.0))

    def place(self, setting: Setting) -> Placed:
        note = setting.say(OWN_SCALES) if self.scale == "each" else ""
        shares = tuple(array(series.y / self.full) for series in self.series)
        step = ring_step(float(self.full[0])) if self.scale == "one" else 1.0 / 3.0
        names = tuple(
            setting.say(self.names[place]) if place in self.names else place for place in self.series[0].labels
        )
        return Star(self.series, names, shares, step, setting, note, self.scale == "each").placed()


def ring_step(full: float) -> float:
    """How far rings at round values are apart, as a share of the axes: at most three rings."""
    power = 10.0 ** math.floor(math.log10(full))
    steps = (factor * scale for scale in (power / 10.0, power) for factor in (1.0, 2.0, 2.5, 5.0))
    return next(step for step in steps if full / step < 4.0 - 1e-9) / full
