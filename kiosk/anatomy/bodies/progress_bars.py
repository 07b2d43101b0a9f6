"""Progress bars: one row for each figure, its name and its figure above a track that it fills."""

import itertools
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.anatomy.values.goals import GROUND, WORDS, Goal, growth
from kiosk.anatomy.words.captions import shortened, thinned
from kiosk.anatomy.words.counting import Counting
from kiosk.layers import Layer, Placed, appearing, moving, moving_together
from kiosk.marks import Array, Bars, Line, Mark, Run, Text, array
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, Tally
from kiosk.typeface import advance, spaced
from kiosk.typesetting import line

FIGURE_SIZES = (TYPE["medium"], 0.160, TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])
WORDS_SHARE = 0.56
"""The part of a row's height that its words may take."""
FEW = 2
INLINE = 1.8
"""From row to row, in em of small type: where it is less, words stand beside the tracks."""
WORDS_GAP = 1.8
"""Grid steps from a track up to the words on it."""
DETAIL_GAP = 0.7
"""Between a name and what it is of what, in em."""


@dataclass(frozen=True)
class ProgressBars:
    """Rows from the top of the box to its foot; all tracks end where the goals are."""

    goals: tuple[Goal, ...]
    milestones: tuple[float, ...]
    setting: Setting

    @cached_property
    def box(self) -> Box:
        box, screen = self.setting.box, self.setting.screen
        is_surpassed = any(goal.share > 1.0 for goal in self.goals)
        has_labels = self.milestones or is_surpassed
        labels = 1.5 * screen.size("small") - self.setting.foot if has_labels else -0.3 * self.setting.foot
        return Box.between(box.left, box.top + 0.5 * screen.g, box.right, box.bottom - max(0.0, labels))

    @cached_property
    def pitch(self) -> float:
        """From row to row; a few rows do not spread over the whole height."""
        return min(self.box.height / len(self.goals), 34.0 * self.setting.screen.g)

    @cached_property
    def top(self) -> float:
        """The top of the first row."""
        return self.box.top + (self.box.height - self.pitch * len(self.goals)) / 2.0

    @cached_property
    def is_inline(self) -> bool:
        """Whether name and figure stand beside the track: where rows are too close for words above it."""
        return self.pitch < INLINE * self.setting.screen.size("small")

    @cached_property
    def sides(self) -> tuple[float, float]:
        """Pixels at the left and the right of the tracks: for names and figures beside them."""
        if not self.is_inline:
            return 0.0, 0.0
        small, g = self.setting.screen.size("small"), self.setting.screen.g
        name = max(advance(spaced(goal.short), 700) for goal in self.goals) * small
        figure = max(self.tally(goal, small).width for goal in self.goals)
        return min(name, 0.4 * self.box.width) + 2 * g, figure + 2 * g

    @cached_property
    def plan(self) -> tuple[float, float, bool]:
        """The size of all figures, that of all names, and whether what is of what is said: as large and as much as fits."""
        screen = self.setting.screen
        if self.is_inline:
            return screen.size("small"), screen.size("small"), False
        sizes = [float(round(fraction * screen.u * screen.scale)) for fraction in FIGURE_SIZES]
        low = [size for size in sizes if DIGIT_INK * size <= WORDS_SHARE * self.pitch - screen.g] or sizes[-1:]
        roles = ("title", "label", "small") if len(self.goals) <= FEW else ("label", "small")
        for has_details, figure, role in itertools.product((True, False), low, roles):
            name = screen.size(role)
            if name <= figure and all(
                self._extent(goal, name, has_details) <= self._room(goal, figure) for goal in self.goals
            ):
                return figure, name, has_details
        return min(low[0], screen.size("title")), screen.size("small"), False

    @property
    def size(self) -> float:
        """The size of all figures."""
        return self.plan[0]

    def tally(self, goal: Goal, size: float) -> Tally:
        """The figure of a row."""
        return Tally(goal.write, size, self.setting.screen, goal.ink)

    def _room(self, goal: Goal, size: float) -> float:
        return self.box.width - self.tally(goal, size).width - 3.0 * self.setting.screen.g

    def _extent(self, goal: Goal, size: float, has_details: bool) -> float:
        small = self.setting.screen.size("small")
        detail = (advance(goal.detail) + DETAIL_GAP) * small if has_details and goal.detail else 0.0
        return advance(spaced(goal.label), 700 if goal.is_warm else 400) * size + detail

    @cached_property
    def thickness(self) -> float:
        """The height of a track."""
        g = self.setting.screen.g
        return min(0.5 * self.pitch, 2.4 * g) if self.is_inline else max(0.8 * g, min(0.22 * self.pitch, 7.0 * g))

    @cached_property
    def full(self) -> float:
        """The pixels that stand for a whole goal: less than the width where a goal is surpassed."""
        return (self.box.width - sum(self.sides)) / max(1.0, *(goal.share for goal in self.goals))

    @property
    def left(self) -> float:
        """The left edge of all tracks."""
        return self.box.left + self.sides[0]

    @cached_property
    def tracks_top(self) -> Array:
        """The upper edges of all tracks."""
        if self.is_inline:
            first = self.top + (self.pitch - self.thickness) / 2.0
            return first + self.pitch * np.arange(len(self.goals), dtype=np.float64)
        words = max(DIGIT_INK * self.size, 0.9 * self.plan[1]) + WORDS_GAP * self.setting.screen.g
        spare = max(0.0, self.pitch - words - self.thickness)
        return self.top + words + 0.4 * spare + self.pitch * np.arange(len(self.goals), dtype=np.float64)

    def placed(self) -> Placed:
        count, left = len(self.goals), np.full(len(self.goals), self.left)
        height, colors = np.full(count, self.thickness), tuple(goal.color for goal in self.goals)
        keys = tuple(goal.key for goal in self.goals)
        tracks = Bars(left, self.tracks_top, np.full(count, self.full), height, "hair")
        grow = growth(count)

        def bars(t: float) -> Mark:
            shares = np.array([goal.share * track.at(t) for goal, track in zip(self.goals, grow, strict=True)])
            return Bars(left, self.tracks_top, array(self.full * shares), height, colors, keys=keys)

        layers: list[Layer] = [appearing(tracks, GROUND.start, GROUND.duration), moving_together(grow, bars)]
        layers += self.marks()
        for index, goal in enumerate(self.goals):
            layers += self.words(index, goal)
            layers.append(moving(grow[index], self.figure(index, goal)))
        return Placed(tuple(layers))

    def baseline(self, index: int) -> float:
        """The line that the words of a row stand on."""
        if self.is_inline:
            return float(self.tracks_top[index]) + self.thickness / 2.0 + 0.36 * self.size
        return float(self.tracks_top[index]) - WORDS_GAP * self.setting.screen.g

    def words(self, index: int, goal: Goal) -> list[Layer]:
        """The name of a row, and what it is of what as far as there is room."""
        figure, size, has_details = self.plan
        small, weight, room = self.setting.screen.size("small"), 700 if goal.is_warm else 400, self._room(goal, figure)
        if self.is_inline:
            room = self.sides[0] - 2 * self.setting.screen.g
        label = goal.label if self._extent(goal, size, False) <= room else goal.short
        lines = shortened(label, room, size, 1, weight)
        y = self.baseline(index)
        marks = [Text(self.box.left, y, (Run(text, size, weight),), key=f"name:{goal.key}") for text in lines]
        if goal.detail and has_details:
            x = self.box.left + sum(advance(text, weight) * size for text in lines) + DETAIL_GAP * small
            marks.append(Text(x, y, (Run(goal.detail, small, 400, "muted"),)))
        return [appearing(mark, WORDS.start, WORDS.duration) for mark in marks]

    def figure(self, index: int, goal: Goal) -> Counting:
        """The figure at the right end of a row."""
        return Counting(self.tally(goal, self.size), self.box.right, self.baseline(index), "end", f"figure:{goal.key}")

    def marks(self) -> list[Layer]:
        """Notches in all tracks at the milestones, written below the last; and the goals, where one is surpassed."""
        px, size = self.setting.screen.px, self.setting.screen.size("small")
        layers: list[Layer] = []
        upper, lower = self.tracks_top, self.tracks_top + self.thickness
        if self.milestones:
            x = np.array([self.left + self.full * mark for mark in self.milestones for _ in upper])
            y = np.array([[a, b] for _ in self.milestones for a, b in zip(upper, lower, strict=True)])
            notches = Line(np.stack([x, x], axis=1), array(y), "ground", px(5.0), cap="flat")
            layers.append(appearing(notches, GROUND.start, GROUND.duration))
            places = [self.left + self.full * mark for mark in self.milestones]
            widths = [advance(f"{100.0 * mark:g}%") * size for mark in self.milestones]
            kept = thinned(places, widths, self.box.left, self.box.right, 0.5 * size)
            for mark in (self.milestones[index] for index in kept):
                text, at = f"{100.0 * mark:g}%", self.left + self.full * mark
                foot = float(lower[-1]) + 1.25 * size
                layers.append(
                    appearing(line(text, at, foot, size, color="muted", anchor="middle"), GROUND.start, GROUND.duration)
                )
        if self.full < self.box.width - sum(self.sides):
            x = np.full((len(upper), 2), self.left + self.full)
            y = np.stack([upper - px(8.0), lower + px(8.0)], axis=1)
            goal = line("100%", self.left + self.full, float(lower[-1]) + 1.25 * size, size, anchor="middle")
            stroke = Line(x, array(y), "text", px(5.0), cap="flat")
            layers += [appearing(each, GROUND.start, GROUND.duration) for each in (stroke, goal)]
        return layers
