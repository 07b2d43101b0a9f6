"""Progress: how far figures have come on the way to their goals, as bars or as rings."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.progress_bars import ProgressBars
from kiosk.anatomy.bodies.progress_rings import ProgressRings
from kiosk.anatomy.values.amount import AmountRef, number_of, plain
from kiosk.anatomy.values.entries import check_units
from kiosk.anatomy.values.goals import goal_of
from kiosk.anatomy.values.shares import whole_of
from kiosk.kind import Kind, MetricRef, Options
from kiosk.layers import Placed
from kiosk.metrics import Metric
from kiosk.setting import Setting

MOST_GOALS, MOST_MILESTONES = 6, 3
FARTHEST = 3.0
"""How many times its goal a figure may be: beyond that the goals could not be seen."""


class Target(Options):
    """A figure on the way to its goal."""

    metric: Annotated[MetricRef, Field(description="the name of a metric: what has been reached")]
    goal: Annotated[
        AmountRef | None, Field(description="what is to be reached; left out, 100 if the unit is %, 1 for a fraction")
    ] = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.goal is None and not whole_of(self.metric):
            raise PydanticCustomError(
                "progress_goal", "it must be known what is to be reached: write goal: and a number or a metric"
            )
        if self.full <= 0.0 or self.metric.number < 0.0:
            raise PydanticCustomError(
                "progress_sign",
                "progress runs from 0 up to a goal above 0, {value} of {goal} does not: use bars for such figures",
                {"value": plain(self.metric.number), "goal": plain(self.full)},
            )
        if isinstance(self.goal, Metric):
            check_units((self.metric, self.goal))
        return self

    @property
    def full(self) -> float:
        """The goal as a number."""
        return whole_of(self.metric) if self.goal is None else number_of(self.goal)

    @property
    def share(self) -> float:
        """How much of the goal is reached; more than 1 if it is surpassed."""
        return self.metric.number / self.full


class Progress(Kind):
    """One to six figures on the way to their goals. What per cent of each goal is reached is computed."""

    items: Annotated[
        tuple[Target, ...],
        Field(
            min_length=1,
            max_length=MOST_GOALS,
            description="the figures, each with its goal: [{metric: metro, goal: 48}]",
        ),
    ]
    form: Annotated[Literal["bar", "ring"], Field(description="bar for one row each; ring for one circle each")] = "bar"
    milestones: Annotated[
        tuple[float, ...],
        Field(max_length=MOST_MILESTONES, description="up to three marks on the way, in per cent of the goals"),
    ] = ()
    highlight: Annotated[
        str,
        Field(description="the one in the warm colour: first, last, greatest, least, none, or the name of a metric"),
    ] = "first"

    @model_validator(mode="after")
    def _check(self) -> Self:
        for mark in self.milestones:
            if not 0.0 < mark < 100.0:
                raise PydanticCustomError(
                    "progress_milestone",
                    "a milestone lies between 0 and 100 per cent of the goal, {mark} does not",
                    {"mark": plain(mark)},
                )
        for item in self.items:
            most = FARTHEST if self.form == "bar" else 1.0
            if item.share > most:
                raise PydanticCustomError(
                    "progress_more",
                    "{value} is more than a {form} can show of a goal of {goal}: {remedy}",
                    {
                        "value": plain(item.metric.number),
                        "form": self.form,
                        "goal": plain(item.full),
                        "remedy": "use bars" if self.form == "bar" else "write form: bar",
                    },
                )
        ids = tuple(item.metric.id for item in self.items)
        if self.highlight not in ("first", "last", "greatest", "least", "none", *ids):
            raise PydanticCustomError(
                "highlight",
                'there is no "{name}" to highlight: write first, last, greatest, least, none, or the name of an entry',
                {"name": self.highlight, "known": ids},
            )
        return self

    def place(self, setting: Setting) -> Placed:
        warm = self.warm
        goals = tuple(
            goal_of(item.metric, item.goal, item.share, setting, is_warm=index == warm)
            for index, item in enumerate(self.items)
        )
        milestones = tuple(sorted(mark / 100.0 for mark in self.milestones))
        return (ProgressBars if self.form == "bar" else ProgressRings)(goals, milestones, setting).placed()

    @property
    def warm(self) -> int | None:
        """The place of the highlighted figure."""
        shares = [item.share for item in self.items]
        ids = [item.metric.id for item in self.items]
        places: dict[str, int | None] = {name: index for index, name in enumerate(ids)}
        places |= {"first": 0, "last": len(ids) - 1, "none": None}
        places |= {"greatest": shares.index(max(shares)), "least": shares.index(min(shares))}
        return places[self.highlight]
