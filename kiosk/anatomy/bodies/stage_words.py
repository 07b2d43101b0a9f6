"""Stage words: the figures and names of stages, one below the other at the left."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from kiosk.anatomy.words.captions import fits, shortened
from kiosk.anatomy.words.counting import Counting
from kiosk.layers import Layer, appearing, moving
from kiosk.marks import Run, Text
from kiosk.motion import Track
from kiosk.numbers import Written
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, Tally
from kiosk.typeface import advance, balanced, spaced
from kiosk.typesetting import LINE_PITCH, Anchor

WORDS_START, WORDS_TIME = 0.2, 0.4
SHARE = 0.34
"""The part of the width that figures and names may take."""
LEAST = 3.8
"""What a name needs on one line with its figure at least, in em."""
MOST_SHARE, LONGEST = 0.6, 8.0
"""The most of the width that they may take where they stand on one line, and the longest name in em that is asked for."""
HEIGHT = 0.8
"""The part of the way to the next stage that the words of one may take."""
SIZES = (TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])
FIGURE_TO_NAME = 0.34
"""From a figure down to the ink of its name, in em of the name."""


@dataclass(frozen=True)
class Stage:
    """One stage: its name, what is left, and how that is written, with its unit and bare."""

    name: str
    value: float
    write: Callable[[float], Written]
    bare: Callable[[float], Written]
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


@dataclass(frozen=True)
class StageWords:
    """The words of all stages in one column at the left of a box, `pitch` pixels from one stage to the next."""

    stages: tuple[Stage, ...]
    pitch: float
    box: Box
    setting: Setting

    @cached_property
    def is_bare(self) -> bool:
        """Whether figures go without their unit, since on one line with it nothing would be left for the name."""
        small, screen = self.setting.screen.size("small"), self.setting.screen
        if self.fitted(SHARE * self.box.width):
            return False
        widest = max(Tally(stage.write, small, screen).width for stage in self.stages)
        return widest + LEAST * small > MOST_SHARE * self.box.width

    @cached_property
    def width(self) -> float:
        """The width of the column: more than its share only for very long figures."""
        small, share = self.setting.screen.size("small"), SHARE * self.box.width
        if self.fitted(share):
            return share
        # Name and figure stand on one line.
        figure = max(self.tally(stage, small).width for stage in self.stages)
        name = max(advance(stage.name, 700) for stage in self.stages) * small
        return max(share, min(MOST_SHARE * self.box.width, figure + min(name, LONGEST * small) + 0.8 * small))

    @cached_property
    def plan(self) -> tuple[float, float, int, bool]:
        """The size of all figures and names, the lines of names, and whether a name stands below its figure."""
        small = self.setting.screen.size("small")
        lines = max(1, int((0.86 * self.pitch / small - 1.0) / LINE_PITCH) + 1)
        return (None if self.is_bare else self.fitted(self.width)) or (small, small, lines, False)

    def fitted(self, width: float) -> tuple[float, float, int, bool] | None:
        """The largest figures with names below them that have room in a column of `width` pixels, if there are any."""
        screen = self.setting.screen
        small, label = screen.size("small"), screen.size("label")
        height = HEIGHT * self.pitch
        for fraction in SIZES:
            size = float(round(fraction * screen.u * screen.scale))
            if any(Tally(stage.write, size, screen).width > width for stage in self.stages):
                continue
            for name, lines in ((label, 1), (small, 1), (small, 2), (small, 3)):
                if name > size or self.height_of(size, name, lines) > height:
                    continue
                if all(fits(stage.name, width, name, lines, 700) for stage in self.stages):
                    return size, name, lines, True
        return None

    def height_of(self, size: float, name: float, lines: int) -> float:
        """The height of a figure with its name below it."""
        return DIGIT_INK * size + (FIGURE_TO_NAME + 0.92 + 0.1 + LINE_PITCH * (lines - 1)) * name

    def tally(self, stage: Stage, size: float) -> Tally:
        """The figure of a stage."""
        return Tally(stage.bare if self.is_bare else stage.write, size, self.setting.screen, stage.ink)

    def layers(self, stage: Stage, middle: float, track: Track) -> list[Layer]:
        """The figure of a stage, counting as it grows, with its name below it or before it, about the level `middle`."""
        size, name, most, is_below = self.plan
        box, tally, width = self.box, self.tally(stage, size), self.width
        weight, x = 700 if stage.is_warm else 400, box.left
        if is_below:
            text = spaced(stage.name)
            lines = balanced(text, width / name, weight)
            top = middle - self.height_of(size, name, len(lines)) / 2.0
            top = min(max(top, box.top - 0.1 * name), box.bottom - self.height_of(size, name, len(lines)))
            figure = top + DIGIT_INK * size
            first = figure + (FIGURE_TO_NAME + 0.84) * name
        else:
            lines = shortened(stage.name, max(name, width - tally.width - 0.8 * name), name, most, weight)
            figure = middle + 0.36 * name
            first = figure - (len(lines) - 1) * LINE_PITCH * name / 2.0
            first = min(first, box.bottom - ((len(lines) - 1) * LINE_PITCH + 0.1) * name)
        layers: list[Layer] = [
            appearing(
                Text(
                    x, first + row * LINE_PITCH * name, (Run(text, name, weight),),
                    key=f"name:{stage.key}",
                ),
                WORDS_START, WORDS_TIME,
            )
            for row, text in enumerate(lines)
        ]  # fmt: skip

        anchor: Anchor = "ink" if is_below else "end"
        counting = Counting(tally, x if is_below else x + width, figure, anchor, f"figure:{stage.key}")
        return [*layers, moving(track, counting)]
