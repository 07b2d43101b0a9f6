"""Timeline: dated events on a line, from left to right, or downwards on a portrait screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Annotated

import numpy as np
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.figures import Moment
from kiosk.kind import Kind, Options
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Dots, Line, Mark, Text, array
from kiosk.motion import Track, lerp, smoothstep, stagger, staggered
from kiosk.periods import write_period
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.typeface import advance, balanced, spaced
from kiosk.typesetting import line
from kiosk.words import Words

GROUND = Track(0.0, 0.8)
WORDS_START, WORDS_TIME = 0.8, 0.5
PITCH = 1.24
DOT, EMPHASIS_DOT = 26.0, 38.0
"""Diameters at 1080 lines."""
MOST_LINES = 5


class Event(Options):
    """Something that happened. `date` as 2024, 2024-03 or 2024-03-05; `when` stands in for it, in words of your own."""

    words: Words
    date: Moment | None = None
    when: Words | None = None
    emphasis: bool = False

    @model_validator(mode="after")
    def _check_date(self) -> "Event":
        if self.date is None and self.when is None:
            raise PydanticCustomError(
                "event_date", "an event needs a time: write a date, such as 2024-03, or when, in words"
            )
        return self

    def time(self, language: str) -> str:
        """The time in words."""
        return self.when.get(language) if self.when else write_period(self.date or "", language)

    @property
    def day(self) -> float:
        """The date as a number of days; a year or a month counts from its first day."""
        year, month, day = (*(int(part) for part in (self.date or "1").split("-")), 1, 1)[:3]
        return float(date(year, month, day).toordinal())


class Timeline(Kind):
    """Two to eight events in the order of time. One of them may have `emphasis`: it is the warm one.

    `to_scale: true` sets them apart by their dates; else they are evenly spaced. Labels that would run into each other
    stand above and below the line in turn.
    """

    events: Annotated[tuple[Event, ...], Field(min_length=2, max_length=8)]
    to_scale: bool = False

    @model_validator(mode="after")
    def _check_events(self) -> "Timeline":
        if sum(event.emphasis for event in self.events) > 1:
            raise PydanticCustomError("timeline_emphasis", "only one event can have the emphasis")
        if self.to_scale and any(event.date is None for event in self.events):
            raise PydanticCustomError("timeline_dates", "to_scale needs the date of every event, such as 2024-03")
        dated = [event.day for event in self.events if event.date is not None]
        if any(second < first for first, second in pairwise(dated)):
            raise PydanticCustomError(
                "timeline_order", "the events should stand in the order of their dates, the earliest first"
            )
        if self.to_scale and dated[0] == dated[-1]:
            raise PydanticCustomError("timeline_scale", "to_scale needs at least two different dates")
        return self

    def place(self, setting: Setting) -> Placed:
        plan = _downwards(self, setting) if setting.screen.shape == "portrait" else _across(self, setting)
        return Placed((*plan.ground(), *plan.dots(), *plan.words()))

    def shares(self) -> tuple[float, ...]:
        """Where each event stands on the line, 0 to 1."""
        count = len(self.events)
        if not self.to_scale:
            return tuple(place / (count - 1) for place in range(count))
        first, last = self.events[0].day, self.events[-1].day
        return tuple((event.day - first) / (last - first) for event in self.events)


@dataclass(frozen=True)
class _Plan:
    """A timeline on one screen: the line from `start` to `end`, the events on it, what leads to their texts, and these."""

    screen: Screen
    start: tuple[float, float]
    end: tuple[float, float]
    places: tuple[tuple[float, float], ...]
    leaders: tuple[tuple[tuple[float, float], tuple[float, float]], ...]
    texts: tuple[tuple[Text, ...], ...]
    emphasis: int | None

    def ground(self) -> Iterator[Layer]:
        """The line growing from its start, and the leaders."""
        (x0, y0), (x1, y1) = self.start, self.end

        def draw(progress: float) -> Mark:
            reach = (lerp(x0, x1, progress), lerp(y0, y1, progress))
            return Line(array([x0, reach[0]]), array([y0, reach[1]]), "axis", self.screen.px(3), cap="flat")

        yield moving(GROUND, draw)
        if self.leaders:
            ends = np.array(self.leaders, dtype=np.float64)
            x, y = ends[:, :, 0], ends[:, :, 1]
            yield appearing(Line(x, y, "axis", self.screen.px(2), cap="flat"), GROUND.end, WORDS_TIME)

    def dots(self) -> Iterator[Layer]:
        """The events as dots that open when the line reaches them; the one with emphasis is larger and warm."""
        usual = [place for index, place in enumerate(self.places) if index != self.emphasis]
        if usual:
            yield self._opening(tuple(usual), self.screen.px(DOT), "cool")
        if self.emphasis is not None:
            yield self._opening((self.places[self.emphasis],), self.screen.px(EMPHASIS_DOT), "warm")

    def _opening(self, places: tuple[tuple[float, float], ...], diameter: float, color: str) -> Layer:
        x, y = array([place[0] for place in places]), array([place[1] for place in places])
        count = len(self.places)
        order = [self.places.index(place) for place in places]

        def draw(progress: float) -> Mark:
            opened = array([smoothstep(staggered(progress, number, count, 0.6)) for number in order])
            return Dots(x, y, diameter * opened, color)

        return moving(Track(GROUND.start + 0.1, GROUND.duration, smoothstep), draw)

    def words(self) -> Iterator[Layer]:
        """Times and words of the events, one event after another."""
        tracks = stagger(len(self.texts), start=WORDS_START, duration=WORDS_TIME)
        for texts, track in zip(self.texts, tracks, strict=True):
            for text in texts:
                yield appearing(text, track.start, track.duration)


@dataclass(frozen=True)
class _Labels:
    """The labels of all events set in given widths: the time in bold, the words below it."""

    times: tuple[tuple[str, ...], ...]
    words: tuple[tuple[str, ...], ...]
    time_size: float
    size: float

    def height(self, number: int) -> float:
        """Pixels from the top of the time to the bottom of the words."""
        return self.words_top(number) + (PITCH * (len(self.words[number]) - 1) + 1.15) * self.size

    def words_top(self, number: int) -> float:
        """Pixels from the top of the time to the top of the words."""
        return (PITCH * len(self.times[number]) + 0.12) * self.time_size

    def at(self, number: int, x: float, top: float, color: str) -> tuple[Text, ...]:
        """The label of one event as marks."""
        marks, size = [], self.time_size
        for index, text in enumerate(self.times[number]):
            marks.append(line(text, x, top + (0.92 + PITCH * index) * size, size, weight=700, color=color))
        below = top + self.words_top(number)
        for index, text in enumerate(self.words[number]):
            marks.append(line(text, x, below + (0.92 + PITCH * index) * self.size, self.size))
        return tuple(marks)


def _labels(kind: Timeline, setting: Setting, widths: list[float], time_size: float, size: float) -> _Labels:
    """All labels, set in these widths."""
    times = [spaced(event.time(setting.language)) for event in kind.events]
    words = [spaced(setting.say(event.words)) for event in kind.events]
    return _Labels(
        tuple(balanced(text, width / time_size, 700) for text, width in zip(times, widths, strict=True)),
        tuple(balanced(text, width / size) for text, width in zip(words, widths, strict=True)),
        time_size,
        size,
    )


def _is_well_set(labels: _Labels, kind: Timeline, setting: Setting, widths: list[float]) -> bool:
    """Whether every time is on one line, no word is broken, and no label takes too many lines."""
    if any(len(lines) > 1 for lines in labels.times) or any(len(lines) > MOST_LINES for lines in labels.words):
        return False
    for event, times, width in zip(kind.events, labels.times, widths, strict=True):
        words = setting.say(event.words).replace("-", "- ").split()
        longest = max((advance(word) for word in words if word.isascii()), default=0.0) * labels.size
        if max(longest, advance(times[0], 700) * labels.time_size, 4.5 * labels.size) > width + 1.0:
            return False
    return True


@dataclass(frozen=True)
class _Sides:
    """Labels along a line from left to right: `dots` and `lefts`, the x of the events and of their labels.

    Every second label stands above the line if `alternates`.
    """

    labels: _Labels
    dots: tuple[float, ...]
    lefts: tuple[float, ...]
    alternates: bool

    def height(self) -> float:
        """Pixels of the highest label."""
        return max(self.labels.height(place) for place in range(len(self.lefts)))


def _across(kind: Timeline, setting: Setting) -> _Plan:
    """From left to right: each label begins at its dot, below the line or above and below it in turn."""
    screen, box, g = setting.screen, setting.box, setting.screen.g
    sides = _sides(kind, setting)
    labels, off = sides.labels, 3.2 * g
    y = box.top + 0.5 * box.height
    if not sides.alternates:
        y = box.top + max(1.5 * g, 0.45 * (box.height - sides.height() - off))
    texts, leaders = [], []
    for place, (x, left) in enumerate(zip(sides.dots, sides.lefts, strict=True)):
        color = "warm" if kind.events[place].emphasis else "text"
        if not sides.alternates:
            texts.append(labels.at(place, left, y + off, color))
            continue
        is_above = place % 2 == 1
        texts.append(labels.at(place, left, y - off - labels.height(place) if is_above else y + off, color))
        near, far = y + 0.9 * off, y + off + 1.1 * labels.time_size
        if is_above:
            near, far = y - off - 0.05 * labels.size, y - off - labels.height(place)
        foot = left - 1.4 * g
        leaders += [((x, y), (foot, near)), ((foot, near), (foot, far))]
    start = (box.left - screen.px(DOT / 2), y)
    places = tuple((x, y) for x in sides.dots)
    return _Plan(screen, start, (box.right, y), places, tuple(leaders), tuple(texts), _emphasis(kind))


def _dots(kind: Timeline, box: Box, step: int) -> tuple[float, ...]:
    """The x of the events, so that the last `step` labels have as much room as the others."""
    count = len(kind.events)
    last = min(0.24, 1.6 / count) if kind.to_scale else step / (count - 1 + step)
    return tuple(box.left + share * (1.0 - last) * box.width for share in kind.shares())


def _sides(kind: Timeline, setting: Setting) -> _Sides:
    """The largest type at which all labels fit; where none does, labels part sideways and lines lead to them."""
    screen, box, g = setting.screen, setting.box, setting.screen.g
    label, small, count = screen.size("label"), screen.size("small"), len(kind.events)
    gap, shift = 2.5 * g, screen.px(DOT / 2)
    for step, time_size, size in (
        (1, screen.size("title"), label),
        (1, label, label),
        (2, label, label),
        (1, label, small),
        (2, label, small),
        (2, small, small),
    ):
        xs = _dots(kind, box, step)
        begins = xs if step == 1 else tuple(x + 1.4 * g for x in xs)
        ends = [xs[place + step] if place + step < count else box.right + gap for place in range(count)]
        widths = [min(end - begin - gap, 60 * g) for begin, end in zip(begins, ends, strict=True)]
        if min(widths) < 3 * size:
            continue
        labels = _labels(kind, setting, widths, time_size, size)
        lefts = tuple(begin - shift if step == 1 else begin for begin in begins)
        sides = _Sides(labels, xs, lefts, step == 2)
        room = box.height if step == 1 else box.height / 2
        if _is_well_set(labels, kind, setting, widths) and sides.height() + 3.2 * g <= room:
            return sides
    column, xs = box.width / -(-count // 2), _dots(kind, box, 2)
    width = column - gap - 1.4 * g
    for size in (small, round(0.9 * small), round(0.8 * small)):
        labels = _labels(kind, setting, [width] * count, size, size)
        if max(map(labels.height, range(count))) + 3.2 * g <= box.height / 2:
            break
    parted = [0.0] * count
    for side in (0, 1):
        here = range(side, count, 2)
        tops = _parted([xs[place] for place in here], [column] * len(here), box.right + gap)
        for place, left in zip(here, tops, strict=True):
            parted[place] = left + 1.4 * g
    return _Sides(labels, xs, tuple(parted), True)


def _downwards(kind: Timeline, setting: Setting) -> _Plan:
    """From top to bottom, every label at the right of its dot; labels that lie too close give way downwards."""
    screen, box, g = setting.screen, setting.box, setting.screen.g
    label, small, count = screen.size("label"), screen.size("small"), len(kind.events)
    x, indent = box.left + screen.px(EMPHASIS_DOT / 2), 6 * g
    width = box.right - x - indent
    least = round(0.8 * small)
    for time_size, size in ((label, label), (label, small), (small, small), (least, least)):
        found = _labels(kind, setting, [width] * count, time_size, size)
        if sum(found.height(place) + 1.5 * g for place in range(count)) <= box.height:
            break
    heights = [found.height(place) + 1.5 * g for place in range(count)]
    reach = box.height - heights[-1]
    wanted = [box.top + share * reach for share in kind.shares()]
    tops = _parted(wanted, heights, box.top + box.height)
    rise = 0.57 * found.time_size
    ys = [top + rise for top in wanted]
    texts, leaders = [], []
    for place, (top, y) in enumerate(zip(tops, ys, strict=True)):
        color = "warm" if kind.events[place].emphasis else "text"
        texts.append(found.at(place, x + indent, top, color))
        if abs(top + rise - y) > 0.5 * g:
            leaders.append(((x, y), (x + indent - 1.2 * g, top + rise)))
    places = tuple((x, y) for y in ys)
    return _Plan(screen, (x, ys[0]), (x, box.bottom), places, tuple(leaders), tuple(texts), _emphasis(kind))


def _parted(wanted: list[float], heights: list[float], bottom: float) -> list[float]:
    """Tops that keep the order and the heights, as near to the wanted ones as they can be."""
    tops = list(wanted)
    for place in range(1, len(tops)):
        tops[place] = max(tops[place], tops[place - 1] + heights[place - 1])
    limit = bottom
    for place in range(len(tops) - 1, -1, -1):
        tops[place] = min(tops[place], limit - heights[place])
        limit = tops[place]
    return tops


def _emphasis(kind: Timeline) -> int | None:
    return next((place for place, event in enumerate(kind.events) if event.emphasis), None)
