"""Legends: the words below a picture or film, and the room that they leave it."""

from dataclasses import dataclass
from functools import cached_property

from kiosk.layers import Layer, appearing
from kiosk.marks import Film, Picture
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import balanced, spaced
from kiosk.typesetting import LINE_PITCH, line
from kiosk.words import Words

MOST_LINES = 2
TIME = 0.4


@dataclass(frozen=True)
class Legend:
    """At most two lines of small type below what stands in the box of a setting."""

    setting: Setting
    words: Words | None

    @property
    def size(self) -> float:
        """The size of its type in pixels."""
        return self.setting.screen.size("small")

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its lines in the language that leads."""
        text = spaced(self.setting.say(self.words)) if self.words else ""
        return tuple(balanced(text, self.setting.box.width / self.size)[:MOST_LINES]) if text else ()

    @property
    def room(self) -> Box:
        """What is left of the box: the first line has its place below it, where axis labels would be."""
        box = self.setting.box
        below = 1.5 * self.size + LINE_PITCH * self.size * (len(self.lines) - 1) if self.lines else 0.0
        return Box(box.left, box.top, box.width, box.height - max(0.0, below - self.setting.foot))

    def layers(self, mark: Picture | Film, start: float) -> tuple[Layer, ...]:
        """The lines below a mark, coming at `start` seconds."""
        first = mark.top + mark.height + 1.4 * self.size
        return tuple(
            appearing(
                line(text, mark.left, first + index * LINE_PITCH * self.size, self.size, color="muted"), start, TIME
            )
            for index, text in enumerate(self.lines)
        )
