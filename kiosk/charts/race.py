"""Race: bars that overtake each other from period to period, and stand still at the end."""

from typing import Annotated, ClassVar, Self

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.racecourse import Racecourse
from kiosk.anatomy.geometry.places import check_places
from kiosk.anatomy.values.contest import contest_of, period_text, periods_of
from kiosk.anatomy.values.entries import check_units
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import excerpt

MOST_BARS = 10
MOST_STEPS = 60
HIGHLIGHTS = ("winner", "none")


class Race(Kind):
    """Bars that grow from period to period and overtake each other; the last period stays.

    One series for each bar, with a value for each period; where one is missing, the bar is not there yet or no longer.
    """

    plays: ClassVar[bool] = True

    series: Annotated[
        tuple[SeriesRef, ...],
        Field(min_length=2, max_length=40, description="two to forty series of one unit, with the same periods"),
    ]
    bars: Annotated[int, Field(ge=2, le=MOST_BARS, description="how many bars are seen at once, if there is room")] = 8
    seconds: Annotated[
        float | None,
        Field(ge=4, le=60, description="how long the race lasts; left out, a second for each step, but 6 to 20 in all"),
    ] = None
    highlight: Annotated[
        str,
        Field(
            description="the one bar in the warm colour: winner (the first in the end), none, or the name of a series"
        ),
    ] = "winner"

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_units(self.series)
        check_places(self.series)
        periods = periods_of(self.series)
        if len(periods) < 2:
            raise PydanticCustomError("race_short", "a race needs two periods at least: for one, write chart: ranking")
        if len(periods) > MOST_STEPS + 1:
            raise PydanticCustomError(
                "race_long",
                "{count} periods are too many: keep {most} of them, such as every fifth year",
                {"count": len(periods), "most": MOST_STEPS + 1},
            )
        if any(bool((each.y < 0.0).any()) for each in self.series):
            raise PydanticCustomError(
                "race_negative", "bars in a race cannot fall below zero: show negative values with chart: line"
            )
        if not any(bool(np.isfinite(each.y).any()) for each in self.series):
            raise PydanticCustomError("race_empty", "all values are missing: there is nothing to race")
        names = tuple(each.id for each in self.series)
        if self.highlight not in (*HIGHLIGHTS, *names):
            raise PydanticCustomError(
                "highlight",
                'there is no "{name}" to highlight: write winner, none, or the name of one of the series',
                {"name": excerpt(self.highlight), "known": tuple(name for name in names if name)},
            )
        return self

    @property
    def length(self) -> float:
        """How long the race lasts, in seconds."""
        if self.seconds is not None:
            return self.seconds
        return float(min(20, max(6, len(periods_of(self.series)) - 1)))

    def place(self, setting: Setting) -> Placed:
        contest = contest_of(self.series, self.length)
        periods = tuple(period_text(period, setting.language) for period in periods_of(self.series))
        return Racecourse(self.series, setting, contest, periods, self.bars, self.warm(contest.winner)).placed()

    def warm(self, winner: int) -> int | None:
        """The place of the highlighted series."""
        if self.highlight == "none":
            return None
        names = [each.id for each in self.series]
        return names.index(self.highlight) if self.highlight in names else winner
