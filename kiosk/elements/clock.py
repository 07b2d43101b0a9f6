"""Clock: what the clock on the wall shows in the hall, and the date."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import Field

from kiosk.anatomy.geometry.axis import GROUND
from kiosk.anatomy.words.captions import RISE, fits, shortened
from kiosk.kind import Kind
from kiosk.layers import Layer, Placed, appearing, moving, on_wall
from kiosk.marks import Dots, Line, Mark, Run, Text, array
from kiosk.motion import lerp
from kiosk.periods import write_period
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.typeface import advance, spaced
from kiosk.typesetting import FIGURE_TRACKING, LINE_PITCH, ink_left, line, width_of
from kiosk.words import Words

EPOCH = datetime(1970, 1, 1)
DAY = 86_400.0
SIZES = (
    0.56,
    TYPE["large"],
    0.400,
    0.360,
    0.320,
    TYPE["medium"],
    0.160,
    TYPE["banner"],
    TYPE["title"],
    TYPE["label"],
    TYPE["small"],
)
DIGIT, POINT_GAP = 0.746, 0.02
"""The height of a digit, and the room on either side of the colon, in em."""
AIR = 1.6
"""Between digits and the title above them, in grid steps: they have no ascenders to keep them clear of it."""
TO_DATE, TO_LINE = 5.0, 5.5
"""From the foot of the digits to the top of the date, and from there to the line of the day, in grid steps."""
MOST_LINES = 2
DOT, TICK, MARKS = 30.0, 14.0, (0, 6, 12, 18, 24)
WEEKDAYS: dict[str, tuple[str, ...]] = {
    "zh": tuple(f"星期{day}" for day in "一二三四五六日"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
LONGEST = datetime(2026, 12, 30), datetime(2026, 9, 30)
"""Days whose dates are as long as any: a Wednesday in December, and one in September."""


class Clock(Kind):
    """The time of day in the hall, the date, or both; it goes on while the slide stands.

    `ahead` tells the time of another place: by how many hours it is ahead of the hall, or behind it below zero.
    """

    show: Annotated[Literal["both", "time", "date"], Field(description="what is told")] = "both"
    seconds: Annotated[bool, Field(description="whether seconds are told, too")] = False
    caption: Annotated[Words | None, Field(description="words above, such as the name of a place")] = None
    ahead: Annotated[float, Field(ge=-26.0, le=26.0, description="hours by which the place is ahead of the hall")] = 0.0
    line: Annotated[bool, Field(description="a line of the day below, with a dot where it stands")] = True

    def place(self, setting: Setting) -> Placed:
        return _Face(self, setting).placed()


def moment(wall: float, ahead: float = 0.0) -> datetime:
    """What calendar and clock show at a time on the wall."""
    return EPOCH + timedelta(seconds=int(wall)) + timedelta(hours=ahead)


def date_text(day: datetime, language: str) -> str:
    """A day in words: "2026 年 11 月 25 日 星期三", "Wednesday 25 November 2026"."""
    written = write_period(f"{day:%Y-%m-%d}", language)
    is_chinese = language.partition("-")[0] == "zh"
    weekday = WEEKDAYS["zh" if is_chinese else "en"][day.weekday()]
    return spaced(f"{written} {weekday}" if is_chinese else f"{weekday} {written}")


def time_runs(now: datetime, size: float, seconds: bool) -> tuple[Run, ...]:
    """The time of day; digits are of equal width, so that nothing moves but what changes."""
    parts = f"{now:%H:%M:%S}".split(":")[: 3 if seconds else 2]
    runs = [Run(parts[0], size, 400, "text", FIGURE_TRACKING)]
    for part in parts[1:]:
        runs.append(Run(":", size, 400, "warm", 0.0, gap=POINT_GAP * size))
        runs.append(Run(part, size, 400, "text", FIGURE_TRACKING, gap=POINT_GAP * size))
    return tuple(runs)


@dataclass(frozen=True)
class _Face:
    """A clock in one setting."""

    clock: Clock
    setting: Setting

    def placed(self) -> Placed:
        setting, screen, box = self.setting, self.setting.screen, self.setting.box
        g, small = screen.g, screen.size("small")
        caption, caption_size = self.caption()
        above = (RISE + LINE_PITCH * (len(caption) - 1)) * caption_size + 2.0 * g if caption else AIR * g
        date = self.date_size() if self.clock.show != "time" else 0.0
        has_line = self.clock.line and self.clock.show != "date"
        below = (TO_DATE * g + 0.9 * date if date else 0.0) + (TO_LINE * g + 1.6 * small if has_line else 0.0)
        bottom = box.bottom + setting.foot - 0.3 * small
        if has_line and box.height + setting.foot - above - below < 0.16 * screen.u:
            has_line, below = False, below - TO_LINE * g - 1.6 * small
        layers: list[Layer] = []
        if self.clock.show == "date":
            size = self.date_size(0.9)
            y = box.top + above + 0.5 * max(0.0, min(box.height, 6.0 * size) - above) + 0.4 * size
            last = y - 1.3 * size
            layers.append(on_wall(self.dated(box.left, y, size)))
        else:
            size = self.time_size(box.width, bottom - box.top - above - below)
            ink = DIGIT * size
            spare = max(0.0, bottom - box.top - above - ink - below)
            baseline = box.top + above + (0.3 if screen.shape == "portrait" else 0.4) * spare + ink
            last = baseline - ink - 2.0 * g
            layers.append(on_wall(self.timed(box.left, baseline, size)))
            y = baseline
            if date:
                y += TO_DATE * g + 0.8 * date
                layers.append(on_wall(self.dated(box.left, y, date)))
            if has_line:
                layers += self.day_line(Box(box.left, y + TO_LINE * g, box.width, 1.6 * small))
        drop = LINE_PITCH * caption_size
        marks = (
            line(text, box.left, last - (len(caption) - 1 - index) * drop, caption_size, weight=700)
            for index, text in enumerate(caption)
        )
        return Placed((*layers, *(appearing(mark, 0.3) for mark in marks)))

    def caption(self) -> tuple[tuple[str, ...], float]:
        """The lines of the caption and their size."""
        text, width = self.setting.say(self.clock.caption) if self.clock.caption else "", self.setting.box.width
        label, small = self.setting.screen.size("label"), self.setting.screen.size("small")
        size = label if fits(text, width, label, 1, 700) else small
        return shortened(text, width, size, MOST_LINES, 700), size

    def time_size(self, width: float, height: float) -> float:
        """The greatest size that fits; the hour does not matter, since all digits are of equal width."""
        screen = self.setting.screen
        for fraction in SIZES:
            size = float(round(fraction * screen.u * screen.scale))
            if DIGIT * size <= height and width_of(time_runs(EPOCH, size, self.clock.seconds)) <= width:
                return size
        return screen.size("small")

    def date_size(self, share: float = 1.0) -> float:
        """The size of the date: the same on every day."""
        screen, width = self.setting.screen, share * self.setting.box.width
        widest = max(advance(date_text(day, self.setting.language)) for day in LONGEST)
        roles = ("banner", "title", "label", "small") if self.clock.show == "date" else ("title", "label", "small")
        found = (screen.size(role) for role in roles)
        return next((size for size in found if widest * size <= width), max(1.0, float(int(width / widest))))

    def timed(self, x: float, baseline: float, size: float) -> Callable[[float], Mark]:
        # Flush with the words below by the ink of a nought, whichever digit comes first: the hour must not push the colon.
        x -= ink_left("0", size)
        return lambda wall: Text(x, baseline, time_runs(moment(wall, self.clock.ahead), size, self.clock.seconds))

    def dated(self, x: float, baseline: float, size: float) -> Callable[[float], Mark]:
        color = "text" if self.clock.show == "date" else "muted"

        def draw(wall: float) -> Mark:
            text = date_text(moment(wall, self.clock.ahead), self.setting.language)
            return Text(x, baseline, (Run(text, size, 400, color),))

        return draw

    def day_line(self, box: Box) -> tuple[Layer, ...]:
        """The day from 0 to 24, and a dot where it stands."""
        screen = self.setting.screen
        px, size = screen.px, screen.size("small")
        radius = px(DOT) / 2.0
        left, right, y = box.left + radius, box.right - radius, box.top
        places = [lerp(left, right, hour / 24.0) for hour in MARKS]
        ticks = Line(
            array([[x, x] for x in places]),  # type: ignore[misc]
            array([[y, y + px(TICK)]] * len(places)),  # type: ignore[list-item]
            "axis", px(3), cap="flat",
        )  # fmt: skip
        anchors: tuple[Literal["start", "middle", "end"], ...] = ("start", "middle", "middle", "middle", "end")
        texts = [
            line(f"{hour}", x, y + px(TICK) + 1.0 * size, size, color="muted", anchor=anchor)
            for hour, x, anchor in zip(MARKS, places, anchors, strict=True)
        ]

        def grow(progress: float) -> Mark:
            return Line(array([left, lerp(left, right, progress)]), array([y, y]), "axis", px(3), cap="flat")

        def place(wall: float) -> float:
            seconds = (moment(wall, self.clock.ahead) - EPOCH).total_seconds() % DAY
            return lerp(left, right, seconds / DAY)

        def gone(wall: float) -> Mark:
            return Line(array([left, place(wall)]), array([y, y]), "cool", px(5), cap="flat")

        def stand(wall: float) -> Mark:
            return Dots(array([place(wall)]), array([y]), array([2.0 * radius]), "warm")

        return (
            moving(GROUND, grow), appearing(ticks, 0.3, 0.3), *(appearing(text, 0.3, 0.3) for text in texts),
            on_wall(gone), on_wall(stand),
        )  # fmt: skip
