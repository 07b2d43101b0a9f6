"""Closing: the last words of the show, and its aims as heights that the hillside reaches."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from kiosk.elements.poster import Edges, HeavyLines, arrangements, least
from kiosk.kind import Kind
from kiosk.layers import Placed, appearing, moving, still
from kiosk.marks import Mark, Stroke, Strokes, Text
from kiosk.motif import HILL_LINES, HILLS, Hill, hill_strokes, index_numbers, index_stroke
from kiosk.motion import Track, stagger
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typeface import advance, balanced, spaced
from kiosk.typesetting import fitted_size, line
from kiosk.words import Words

GROWTH = Track(0.0, 1.6)
AIMS_START, AIMS_TIME = 1.3, 0.5
LEAST_UNTIL = 0.38
PITCH = 1.16
LOWERINGS = (0.0, 0.04, 0.08, 0.12, 0.16, 0.20, 0.24, 0.28, 0.32)
"""How far, as shares of its rise, the hill may give way to the words."""


class Closing(Kind):
    """The end of the show. `words` stand above the hillside; each of the `aims`, from the lowest up, stands on its line.

    `name` is whose show it was. For the layout "poster".
    """

    words: Words
    aims: Annotated[tuple[Words, ...], Field(min_length=2, max_length=5)]
    name: Words | None = None

    def place(self, setting: Setting) -> Placed:
        screen, box, edges = setting.screen, setting.box, Edges.of(setting.screen)
        view, head = _View.of(setting, self.words, tuple(setting.say(aim) for aim in self.aims), edges)
        lines = view.strokes(screen)
        strokes = (*hill_strokes(screen, view.hill), *lines)

        def grow(progress: float) -> Mark:
            return Strokes(box.left, box.top, box.right, box.bottom, strokes, reveal=progress)

        layers = [moving(GROWTH, grow), *(still(text) for text in head)]
        tracks = stagger(len(self.aims), start=AIMS_START, duration=AIMS_TIME)
        for texts, stroke, track in zip(view.aims, lines, tracks, strict=True):
            for text in _standing(texts, view.size, edges.right, stroke.high - screen.px(24)):
                layers.append(appearing(text, track.start, track.duration))
        if self.name:
            name = setting.say(self.name)
            size = fitted_size(name, edges.right - edges.left, screen.size("label"), screen.size("small"))
            layers.append(still(line(name, edges.left, edges.foot, size)))
        return Placed(tuple(layers))


@dataclass(frozen=True)
class _View:
    """A hill, level early enough and low enough for its aims and the words; each aim in lines, all of one size."""

    hill: Hill
    aims: tuple[tuple[str, ...], ...]
    size: float

    @classmethod
    def of(
        cls, setting: Setting, words: Words, aims: tuple[str, ...], edges: Edges
    ) -> "tuple[_View, tuple[Text, ...]]":
        """The view with the largest words for the least change of the hill, and those words."""
        screen = setting.screen
        home = _level_for(setting, aims, edges)
        best: tuple[float, _View, HeavyLines] | None = None
        for lowering in LOWERINGS:
            view = replace(home, hill=replace(home.hill, rise=home.hill.rise * (1.0 - lowering)))
            if lowering and not view.has_room(screen):
                break
            for lines in arrangements(setting.say(words), screen, edges.right - edges.left, most=2):
                score = lines.size * (1.0 - 0.8 * lowering)
                if best is not None and score <= best[0]:
                    break
                if view.leaves_room(setting, lines, setting.second(words), edges):
                    best = (score, view, lines)
                    break
        if best is None:
            best = (0.0, home, least(setting.say(words), screen, 0.4 * (edges.right - edges.left)))
        return best[1], _head(setting, best[2], setting.second(words), edges)

    def strokes(self, screen: Screen) -> tuple[Stroke, ...]:
        """The lines of the aims, from the lowest up; the top one is warm."""
        numbers = index_numbers(len(self.aims))
        return tuple(index_stroke(screen, self.hill, each, is_warm=each == HILL_LINES) for each in numbers)

    def has_room(self, screen: Screen) -> bool:
        """Whether every aim fits between its line and the next higher one."""
        levels = [stroke.high for stroke in self.strokes(screen)]
        rooms = [lower - upper for lower, upper in pairwise(levels)]
        return all(
            room >= screen.px(40) + (0.9 + (len(lines) - 1) * PITCH) * self.size
            for room, lines in zip(rooms, self.aims, strict=False)
        )

    def leaves_room(self, setting: Setting, lines: HeavyLines, second: str, edges: Edges) -> bool:
        """Whether words and second language keep clear of the warm line and of the highest aim."""
        screen, top = setting.screen, self.strokes(setting.screen)[-1]
        gap, first = 3.0 * screen.g, _top(screen, edges)
        highest = top.high - screen.px(24) - (0.9 + (len(self.aims[-1]) - 1) * PITCH) * self.size
        aims_left = edges.right - max(advance(each) for each in self.aims[-1]) * self.size
        foot = first + lines.height + lines.drop(len(lines.lines) - 1)
        if edges.left + lines.width + 2 * gap > aims_left and foot + gap > highest:
            return False
        second_foot = first + lines.height + _second_gap(lines, screen) + 0.2 * screen.size("label")
        second_right = edges.left + advance(spaced(second)) * screen.size("label")
        if second and second_right + gap > aims_left and second_foot + 0.5 * gap > highest:
            return False
        below = HeavyLines((second,), screen.size("label") / 1.1, not second.isascii())
        return lines.clears(top, edges.left, first + lines.ascent, gap) and (
            not second or below.clears(top, edges.left, first + lines.height + _second_gap(lines, screen), 0.6 * gap)
        )


def _top(screen: Screen, edges: Edges) -> float:
    """The top of the words' ink."""
    return edges.top + (8.0 if screen.shape == "portrait" else 1.0) * screen.g


def _second_gap(lines: HeavyLines, screen: Screen) -> float:
    """Pixels from the last baseline of the words to that of the second language."""
    return max(lines.drop(len(lines.lines) - 1), 0.04 * lines.size) + 1.05 * screen.size("label") + 1.2 * screen.g


def _head(setting: Setting, lines: HeavyLines, second: str, edges: Edges) -> tuple[Text, ...]:
    """The words and their second language."""
    screen = setting.screen
    first = _top(screen, edges)
    marks = lines.at(edges.left, first + lines.ascent)
    if not second:
        return marks
    y = first + lines.height + _second_gap(lines, screen)
    size = fitted_size(second, edges.right - edges.left, screen.size("label"), 0.8 * screen.size("small"))
    return (*marks, line(second, edges.left, y, size, color="muted"))


def _level_for(setting: Setting, aims: tuple[str, ...], edges: Edges) -> _View:
    """The hill that is level as late as it may be: aims stay on one line if they can, and never shrink below "small"."""
    screen = setting.screen
    home = HILLS["closing"][screen.shape]
    largest, small = screen.size("title" if screen.shape == "ultrawide" else "label"), screen.size("small")
    latest = home.until or 1.0
    for step in range(round((latest - LEAST_UNTIL) / 0.02) + 1):
        until = latest - 0.02 * step
        room = edges.right - 0.97 * until * screen.width
        size = min(fitted_size(aim, room, largest, 1.0) for aim in aims)
        if size >= small:
            return _View(replace(home, until=until), tuple((spaced(aim),) for aim in aims), size)
    until = max(LEAST_UNTIL, latest - 0.12)
    room = edges.right - 0.97 * until * screen.width
    return _View(replace(home, until=until), tuple(balanced(spaced(aim), room / small) for aim in aims), small)


def _standing(lines: tuple[str, ...], size: float, right: float, baseline: float) -> tuple[Text, ...]:
    """Lines that end at `right`, the last on `baseline`."""
    count = len(lines)
    return tuple(
        line(each, right, baseline - (count - 1 - index) * PITCH * size, size, anchor="end")
        for index, each in enumerate(lines)
    )
