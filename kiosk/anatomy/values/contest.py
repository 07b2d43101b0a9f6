"""Contest: the values of several series from period to period, and the places they hold on the way."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.marks import Array, array
from kiosk.metrics import Series
from kiosk.periods import write_period

RATE = 60
"""Steps a second in which values and places are worked out; in between they are straight."""

OVERTAKING = 0.7
"""Seconds in which one bar passes another."""

GATHERING = 0.6
"""Seconds in which the contest gathers and loses speed."""

_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?", re.ASCII)


def periods_of(series: Sequence[Series]) -> tuple[str | float, ...]:
    """The periods of all series: numbers and dates in their order, names in the order in which they appear."""
    found = dict.fromkeys(place for each in series for place, _ in each.points)
    numbers = [place for place in found if not isinstance(place, str)]
    names = [place for place in found if isinstance(place, str)]
    return (*sorted(numbers), *(sorted(names) if all(map(_DATE.fullmatch, names)) else names))


def period_text(period: str | float, language: str) -> str:
    """A period in words."""
    if not isinstance(period, str):
        return f"{period:.10g}"
    return write_period(period, language) if _DATE.fullmatch(period) else period


@dataclass(frozen=True)
class Moment:
    """How things stand at one instant: for each series its value, its place from 0 and how far it is there, 0 to 1.

    `top`: the greatest value of all.
    """

    period: int
    values: Array
    places: Array
    presence: Array
    top: float


@dataclass(frozen=True)
class Contest:
    """`values` of shape (series, periods), nan where one is missing, gone through in `seconds`."""

    values: Array
    seconds: float

    @cached_property
    def times(self) -> Array:
        """The instants that are worked out."""
        return np.linspace(0.0, self.seconds, max(2, round(self.seconds * RATE) + 1))

    @cached_property
    def progress(self) -> Array:
        """How many periods have passed at each instant: at an even pace between a soft start and a soft end."""
        run = self.seconds - OVERTAKING
        t = np.clip(self.times - OVERTAKING / 2.0, 0.0, run)
        ramp = min(GATHERING, run / 2.0)
        covered = np.where(t < ramp, t**2 / (2.0 * ramp), t - ramp / 2.0)
        covered = np.where(t > run - ramp, run - ramp - (run - t) ** 2 / (2.0 * ramp), covered)
        return array(covered / (run - ramp) * (self.values.shape[1] - 1))

    @cached_property
    def present(self) -> Array:
        """How far each series is there at each instant."""
        periods = np.arange(self.values.shape[1])
        rows = [np.interp(self.progress, periods, np.isfinite(row).astype(float)) for row in self.values]
        return array(np.array(rows))

    @cached_property
    def course(self) -> Array:
        """The value of each series at each instant; before its first and after its last value it keeps that."""
        rows = []
        for row in self.values:
            known = np.flatnonzero(np.isfinite(row))
            rows.append(np.interp(self.progress, known, row[known]) if known.size else np.zeros(len(self.progress)))
        return array(np.array(rows))

    @cached_property
    def places(self) -> Array:
        """The place of each series at each instant, from 0: as many as are ahead of it, each as far as it is there."""
        values, weights = self.course, self.present
        places = np.zeros(values.shape)
        for index in range(len(values)):
            ahead = values > values[index]
            ahead[:index] |= values[:index] == values[index]
            places[index] = (weights * ahead).sum(axis=0)
        half = round(OVERTAKING / 2.0 * RATE)
        kernel = np.hanning(2 * half + 3)[1:-1]
        kernel /= kernel.sum()
        smooth = np.array([np.convolve(np.pad(row, half, mode="edge"), kernel, mode="valid") for row in places])
        smooth[:, 0], smooth[:, -1] = places[:, 0], places[:, -1]
        return array(smooth)

    @cached_property
    def tops(self) -> Array:
        """The greatest value at each instant; 1 where all are 0."""
        greatest = (self.course * self.present).max(axis=0)
        return array(np.where(greatest > 0.0, greatest, 1.0))

    @property
    def winner(self) -> int:
        """Who is first in the end."""
        return int(np.argmin(np.where(self.present[:, -1] > 0.0, self.places[:, -1], np.inf)))

    def at(self, t: float) -> Moment:
        """How things stand after `t` seconds, 0 to `seconds`."""
        exact = min(max(t / self.seconds, 0.0), 1.0) * (len(self.times) - 1)
        index = min(int(exact), len(self.times) - 2)
        share = exact - index

        def between(rows: Array) -> Array:
            if share == 0.0 or share == 1.0:
                return array(rows[..., index + int(share)])
            return array(rows[..., index] * (1.0 - share) + rows[..., index + 1] * share)

        return Moment(
            round(float(between(self.progress))),
            between(self.course),
            between(self.places),
            between(self.present),
            float(between(self.tops)),
        )


def contest_of(series: Sequence[Series], seconds: float) -> Contest:
    """The contest of several series over all their periods."""
    column = {period: index for index, period in enumerate(periods_of(series))}
    values = np.full((len(series), len(column)), np.nan)
    for row, each in enumerate(series):
        for period, value in each.points:
            if value is not None:
                values[row, column[period]] = value
    return Contest(values, seconds)
