"""Goals: how far a figure has come on the way to its goal, in words and as a share."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.anatomy.values.slices import share_writers, whole_writer
from kiosk.metrics import Metric
from kiosk.motion import Track, stagger
from kiosk.numbers import Written
from kiosk.setting import Setting
from kiosk.tally import writer
from kiosk.typeface import spaced

GROUND = Track(0.0, 0.4)
WORDS = Track(0.2, 0.4)
GROW_START, GROW_TIME = 0.4, 1.3


@dataclass(frozen=True)
class Goal:
    """One figure: its name, the share of its goal that is reached, how that is written, and what it is of what."""

    label: str
    short: str
    share: float
    write: Callable[[float], Written]
    detail: str
    key: str
    is_warm: bool = False

    @property
    def color(self) -> str:
        """The colour of its mark."""
        return "warm" if self.is_warm else "cool"

    @property
    def ink(self) -> str:
        """The colour of its figure."""
        return "warm" if self.is_warm else "text"


def goal_of(metric: Metric, goal: Metric | float | None, share: float, setting: Setting, *, is_warm: bool) -> Goal:
    """A metric on the way to its goal; without one it is a share itself, and is written as its author wrote it."""
    language = setting.language
    name, short = metric.name(language), metric.name(language, is_short=True)
    if goal is None:
        return Goal(name, short, share, writer(metric, language, metric.number), "", metric.id, is_warm)
    (percent,) = share_writers([share], language)
    reached = writer(metric, language, metric.number)(1.0)
    full = (
        writer(goal, language, goal.number)(1.0)
        if isinstance(goal, Metric)
        else whole_writer(metric, goal, setting)(1.0)
    )
    plain = Written(reached.before, reached.digits, reached.after if reached.after != full.after else "", "")
    return Goal(name, short, share, percent, spaced(f"{plain.text} / {full.text}"), metric.id, is_warm)


def growth(count: int) -> tuple[Track, ...]:
    """When each of several figures grows."""
    return stagger(count, start=GROW_START, duration=GROW_TIME, step=0.1)
