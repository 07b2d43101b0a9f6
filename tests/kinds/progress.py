"""Progress as a show may hold it, and as it should not."""

from kiosk.charts.progress import Progress, Target
from kiosk.kind import Kind
from tests.kinds.ring import SHARES
from tests.kinds.samples import CHAMPIONS, LONG, metric

GOALS = (6.0, 20.0, 20.0, 40.0)


def examples() -> dict[str, Kind]:
    """Rings and bars: one, six, surpassed, none, whole, long, huge."""
    of_goals = tuple(Target(metric=each, goal=goal) for each, goal in zip(CHAMPIONS, GOALS, strict=True))
    shares = tuple(Target(metric=each) for each in SHARES)
    ends = (metric("无", "None", 0, "%"), metric("全部", "All", 100, "%"))
    long = tuple(
        Target(metric=metric(LONG["zh"][index:], LONG["en"][index:], 20 + index, "元"), goal=60.0) for index in range(3)
    )
    investment = metric("完成投资", "Invested", 4.6e9, "元")
    return {
        "rings": Progress(items=of_goals, form="ring", highlight="greatest"),
        "ring-one": Progress(items=shares[:1], form="ring", milestones=(25.0, 50.0, 75.0)),
        "ring-six": Progress(items=(*shares, *(Target(metric=each) for each in ends)), form="ring", highlight="none"),
        "bar-one": Progress(items=(Target(metric=investment, goal=metric("计划", "Planned", 6e9, "元")),)),
        "bar-two": Progress(items=shares[:2]),
        "bar-six": Progress(items=(*of_goals, Target(metric=ends[0]), Target(metric=ends[1]))),
        "surpassed": Progress(items=(Target(metric=CHAMPIONS[3], goal=20.0), *of_goals[:2])),
        "long": Progress(items=long),
        "long-rings": Progress(items=long, form="ring"),
    }
