"""Stage words: the figures and names of stages, one below the other at the left."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from kiosk.anatomy.bodies.comparison import ATTACHED
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
MOST_SHARE, LONGEST = 0.6, (8.0, 10.0, 12.0)
"""The most of the width that they may take where they stand on one line, and the lengths of names in em that are tried."""
HEIGHT = 0.8
"""The part of the way to the next stage that the words of one may take."""
SIZES = (TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])
FIGURE_TO_NAME = 0.34
"""From a figure down to the ink of its name, in em of the name."""

COMMA = 0.1
"""How much lower than without one a name stands below a figure with a comma, in em of the figure."""


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
        """Whether figures go without their unit: with it they would be small, or on one line leave nothing for the name."""
        small, screen, share = self.setting.screen.size("small"), self.setting.screen, SHARE * self.box.width
        if whole := self._fitted(share, is_bare=False):
            bare, unit = self._fitted(share, is_bare=True), self.stages[0].write(1.0).unit
            return bool(unit) and unit not in ATTACHED and bare is not None and bare[0] > whole[0] <= small
        widest = max(Tally(stage.write, small, screen).width for stage in self.stages)
        return widest + LEAST * small > MOST_SHARE * self.box.width

    @cached_property
    def width(self) -> float:
        """The width of the column: more than its share only for very long figures."""
        small, share = self.setting.screen.size("small"), SHARE * self.box.width
        if self.fitted(share):
            return share
        # Name and figure stand on one line.
        rest = max(self.tally(stage, small).width for stage in self.stages) + 0.8 * small
        name = max(advance(stage.name, 700) for stage in self.stages) * small
        most = MOST_SHARE * self.box.width
        widths = [max(share, min(most, rest + min(name, longest * small))) for longest in LONGEST]
        names = [stage.name for stage in self.stages]
        # No broader than need be for whole names; where none is broad enough, the stages keep their room.
        whole = (
            width for width in widths if all(fits(name, width - rest, small, self.most_lines, 700) for name in names)
        )
        return next(whole, widths[0])

    @cached_property
    def most_lines(self) -> int:
        """How many lines a name on one line with its figure may have, so that the last one, which stands a little higher, stays
        clear of the one before."""
        small = self.setting.screen.size("small")
        return max(1, int(((0.83 * self.pitch - 0.25 * small) / small - 1.0) / LINE_PITCH) + 1)

    @cached_property
    def plan(self) -> tuple[float, float, int, bool]:
        """The size of all figures and names, the lines of names, and whether a name stands below its figure."""
        small = self.setting.screen.size("small")
        return self.fitted(self.width) or (small, small, self.most_lines, False)

    def fitted(self, width: float) -> tuple[float, float, int, bool] | None:
        """The largest figures with names below them that have room in a column of `width` pixels, if there are any."""
        return self._fitted(width, is_bare=self.is_bare)

    def _fitted(self, width: float, *, is_bare: bool) -> tuple[float, float, int, bool] | None:
        screen = self.setting.screen
        small, label = screen.size("small"), screen.size("label")
        height = HEIGHT * self.pitch
        for fraction in SIZES:
            size = float(round(fraction * screen.u * screen.scale))
            writers = [stage.bare if is_bare else stage.write for stage in self.stages]
            if any(Tally(write, size, screen).width > width for write in writers):
                continue
            for name, lines in ((label, 1), (small, 1), (small, 2), (small, 3)):
                if name > size or self.height_of(size, name, lines) > height:
                    continue
                if all(fits(stage.name, width, name, lines, 700) for stage in self.stages):
                    return size, name, lines, True
        return None

    def height_of(self, size: float, name: float, lines: int) -> float:
        """The height of a figure with its name below it."""
        return DIGIT_INK * size + self.comma(size) + (FIGURE_TO_NAME + 0.92 + 0.1 + LINE_PITCH * (lines - 1)) * name

    def comma(self, size: float) -> float:
        """What a comma among the digits asks for below them, so that it does not strike the name."""
        return COMMA * size if any("," in stage.write(1.0).text for stage in self.stages) else 0.0

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
            first = figure + self.comma(size) + (FIGURE_TO_NAME + 0.84) * name
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
