"""Thing names: the names of the things that a chart compares, in their colours, beside the chart or above it."""

from dataclasses import dataclass
from functools import cached_property

from kiosk.anatomy.words.captions import fits, shortened
from kiosk.layers import Layer, appearing
from kiosk.marks import Run, Text
from kiosk.motion import Track
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import advance
from kiosk.typesetting import LINE_PITCH

SHARE = 0.24
"""The part of the width that they may take at the left of a chart."""
BETWEEN = 1.2
"""From one to the next in a row, in em."""


@dataclass(frozen=True)
class ThingNames:
    """Names with a colour each, the first one bold: at the foot of the left side of a wide place, on top of any other."""

    names: tuple[str, ...]
    colors: tuple[str, ...]
    setting: Setting

    @property
    def is_tall(self) -> bool:
        """Whether the place is hardly wider than high."""
        return self.setting.box.height > 0.9 * self.setting.box.width

    @cached_property
    def is_on_top(self) -> bool:
        """Whether they stand above the chart: where there is no room for them at its left."""
        return self.setting.box.width < 2.2 * self.setting.box.height

    @cached_property
    def places(self) -> tuple[tuple[tuple[str, ...], float, float], ...]:
        """For each name its lines, and where they begin: pixels to the right of the corner of all of them and below it."""
        room, size = self.setting.box.width, self.size
        widths = [advance(name, 700) * size for name in self.names]
        if self.is_on_top and sum(widths) + BETWEEN * size * (len(widths) - 1) <= room:
            starts = [sum(widths[:number]) + BETWEEN * size * number for number in range(len(widths))]
            return tuple(((name,), start, 0.0) for name, start in zip(self.names, starts, strict=True))
        if not self.is_on_top:
            room *= SHARE
        made, y = [], 0.0
        for name in self.names:
            lines = shortened(name, room, size, 1 if self.is_on_top else 3, 700)
            made.append((lines, 0.0, y))
            y += (LINE_PITCH * len(lines) + 0.4) * size
        return tuple(made)

    @cached_property
    def size(self) -> float:
        """The size of the names."""
        screen, room = self.setting.screen, self.setting.box.width
        size = screen.size("label")
        if self.is_on_top:
            total = sum(advance(name, 700) for name in self.names) + BETWEEN * (len(self.names) - 1)
            return size if self.is_tall and total * size <= room else screen.size("small")
        return size if all(fits(name, SHARE * room, size, 2, 700) for name in self.names) else screen.size("small")

    @cached_property
    def height(self) -> float:
        """Pixels from the top of the first name to the foot of the last."""
        lines, _, y = self.places[-1]
        return y + LINE_PITCH * len(lines) * self.size

    @cached_property
    def rest(self) -> Box:
        """What they leave to the chart."""
        box, g, foot = self.setting.box, self.setting.screen.g, self.setting.foot
        if self.is_on_top:
            top = box.top + self.height + (3.0 if self.is_tall else 0.5) * g
            return Box.between(box.left, top, box.right, box.bottom + (0.0 if self.is_tall else 0.7 * foot))
        widest = max(advance(line, 700) for lines, _, _ in self.places for line in lines) * self.size
        return Box.between(box.left + widest + 2 * g, box.top + 0.5 * g, box.right, box.bottom + 0.7 * foot)

    def layers(self, track: Track) -> list[Layer]:
        """The names, fading in."""
        box, size = self.setting.box, self.size
        top = box.top if self.is_on_top else self.rest.bottom - self.height
        layers: list[Layer] = []
        for number, (lines, x, y) in enumerate(self.places):
            for row, text in enumerate(lines):
                run = Run(text, size, 700 if number == 0 else 400, self.colors[number])
                baseline = top + y + (row + 0.76) * LINE_PITCH * size
                layers.append(appearing(Text(box.left + x, baseline, (run,)), track.start, track.duration))
        return layers
