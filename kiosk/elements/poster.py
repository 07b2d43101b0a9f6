"""Posters: heavy words above a hillside, which gives way to them."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.marks import Run, Stroke, Text
from kiosk.motif import height_at
from kiosk.page import Page
from kiosk.screen import TYPE, Screen
from kiosk.setting import Setting
from kiosk.typeface import advance, balanced, spaced
from kiosk.typesetting import fitted_size, paragraph
from kiosk.words import Words

HEAVY = 900
HAN_ASCENT, LATIN_ASCENT = 0.88, 0.75
HAN_DROP, LATIN_DROP, LEVEL_DROP = 0.10, 0.23, 0.02
HAN_PITCH, LATIN_PITCH = 1.16, 1.02
SHRINK = 0.95


@dataclass(frozen=True)
class Edges:
    """The margins of a poster, in pixels of the screen."""

    left: float
    top: float
    right: float
    foot: float
    """The baseline of the lowest line of text."""

    @classmethod
    def of(cls, screen: Screen) -> "Edges":
        """The margins that suit the screen's shape: those of the pages of content."""
        page, g, safe = Page(screen), screen.g, screen.safe
        if page.is_portrait:
            return cls(page.left, safe.top + 9 * g, page.right, safe.bottom - 8 * g)
        left = safe.left + 8 * g if page.is_square else page.left
        return cls(left, safe.top + 8.5 * g, page.right, safe.bottom - 5.7 * g)


@dataclass(frozen=True)
class HeavyLines:
    """Words in the heaviest weight, in one or more lines, at a size in pixels."""

    lines: tuple[str, ...]
    size: float
    is_han: bool

    @property
    def ascent(self) -> float:
        """Pixels of ink above the first baseline."""
        return (HAN_ASCENT if self.is_han else LATIN_ASCENT) * self.size

    @property
    def pitch(self) -> float:
        """Pixels from baseline to baseline."""
        return (HAN_PITCH if self.is_han else LATIN_PITCH) * self.size

    @property
    def height(self) -> float:
        """Pixels from the top of the first line's ink to the last baseline."""
        return self.ascent + (len(self.lines) - 1) * self.pitch

    @property
    def width(self) -> float:
        """Pixels of the longest line."""
        return max((advance(each, HEAVY) for each in self.lines), default=0.0) * self.size

    def drop(self, index: int) -> float:
        """Pixels of ink below the baseline of one line."""
        return drop_of(self.lines[index]) * self.size

    def clears(self, stroke: Stroke, left: float, baseline: float, gap: float) -> bool:
        """Whether every line, the first on `baseline`, stands at least `gap` pixels above a climbing stroke."""
        return all(
            baseline + index * self.pitch + self.drop(index) + gap
            <= height_at(stroke, left + advance(each, HEAVY) * self.size + gap)
            for index, each in enumerate(self.lines)
        )

    def at(self, left: float, baseline: float) -> tuple[Text, ...]:
        """The lines as marks, their ink at `left`."""
        return tuple(
            Text(left, baseline + index * self.pitch, (Run(each, self.size, HEAVY),), "ink")
            for index, each in enumerate(self.lines)
        )


def drop_of(text: str) -> float:
    """How far the ink of a text reaches below its baseline, in em."""
    if not text.isascii():
        return HAN_DROP
    return LATIN_DROP if any(char in "gjpqyQ,;" for char in text) else LEVEL_DROP


def grandest(screen: Screen) -> float:
    """The largest size of heavy words, in pixels: larger where the screen is very wide."""
    return TYPE["medium"] * (1.35 if screen.shape == "ultrawide" else 1.0) * screen.u * screen.scale


def arrangements(text: str, screen: Screen, width: float, most: int = 3) -> Iterable[HeavyLines]:
    """The ways to set heavy words in up to `most` lines of at most `width` pixels, from the largest size down."""
    largest, floor = grandest(screen), screen.size("label")
    words = spaced(text)
    longest = max((advance(word, HEAVY) for word in words.split() if word.isascii()), default=0.0)
    size = largest
    while size >= floor:
        whole = float(round(size))
        fewest = len(balanced(words, width / whole, HEAVY))
        if longest * whole <= width:
            for count in range(fewest, most + 1):
                lines = balanced(words, width / whole, HEAVY, count)
                yield HeavyLines(lines, whole, not text.isascii())
        size *= SHRINK


def least(text: str, screen: Screen, width: float) -> HeavyLines:
    """The words at the least size of all type: what is left where nothing larger has room."""
    size = screen.size("small")
    return HeavyLines(balanced(spaced(text), width / size, HEAVY), size, not text.isascii())


def head(setting: Setting, name: Words, edges: Edges) -> tuple[Text, ...]:
    """A name in the upper left corner, with its second language below. It leaves the right half to the hill."""
    screen, g = setting.screen, setting.screen.g
    label, small = screen.size("label"), screen.size("small")
    text, second = setting.say(name), setting.second(name)
    room = {"portrait": 1.0, "classic": 0.68}.get(screen.shape, 0.5) * (edges.right - edges.left)
    if len(balanced(spaced(text), room / small, 700)) > 2:
        room = 0.85 * (edges.right - edges.left)
    size = fitted_size(text, room, label, small, 700)
    marks = paragraph(text, edges.left, edges.top + 0.88 * label, room, size, weight=700)
    if not second:
        return marks
    below = marks[-1].y + 4.9 * g if len(marks) == 1 else marks[-1].y + 1.3 * size
    return (*marks, *paragraph(second, edges.left, below, room, fitted_size(second, room, small, small), color="muted"))
