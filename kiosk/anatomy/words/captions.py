"""Captions: the labels below a row of places: on one line, wrapped, turned, or only some of them, but never on each other."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kiosk.layers import Layer, appearing
from kiosk.marks import Run, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typeface import advance, balanced, spaced, wrap
from kiosk.typesetting import LINE_PITCH

CAPTIONS_START, CAPTIONS_TIME = 0.3, 0.4
RISE = 0.88
"""From the top of a line of type to its baseline, in em."""
APART = 0.5
"""The least gap between neighbouring names of Latin words, in em."""

Manner = Literal["whole", "turned", "thinned"]


_LATIN = re.compile(r"[!-,.-~]+-?")


def longest_word(text: str, weight: int = 400) -> float:
    """The width in em of the longest part of a text that has no good place to be broken."""
    return max((advance(word, weight) for word in _LATIN.findall(text)), default=1.0 if text else 0.0)


def fits(text: str, width: float, size: float, lines: int, weight: int = 400) -> bool:
    """Whether a text can be set in at most so many lines of `width` pixels without breaking a word."""
    return longest_word(text, weight) * size <= width and len(wrap(spaced(text), width / size, weight)) <= lines


def shortened(text: str, width: float, size: float, most: int, weight: int = 400) -> tuple[str, ...]:
    """A text in at most so many lines of `width` pixels; if it is longer, the last one ends in an ellipsis."""
    lines = wrap(spaced(text), width / size, weight)
    if len(lines) <= most:
        return lines
    dots, last = "..." if text.isascii() else "…", lines[most - 1]
    while last and advance(last + dots, weight) * size > width:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip() + dots)


@dataclass(frozen=True)
class Captions:
    """Labels at the places `x` (pixels, ascending), to be laid below a chart.

    `manner`: "whole" shows every label, "turned" sets them upright, "thinned" leaves some out. `height`: pixels that the labels
    take below the line they hang from.
    """

    setting: Setting
    texts: tuple[str, ...]
    x: tuple[float, ...]
    size: float
    lines: int
    manner: Manner
    anchor: Literal["start", "middle"]
    width: float
    kept: tuple[int, ...]
    colors: tuple[str, ...]
    gap: float
    left: float
    right: float
    keys: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """Pixels from the chart to the foot of the last line."""
        if self.manner == "turned":
            return self.gap + self.width
        return self.gap + (RISE + (self.lines - 1) * LINE_PITCH + 0.25) * self.size if self.kept else 0.0

    def layers(self, y: float) -> tuple[Layer, ...]:
        """The labels below the line at `y`."""
        return tuple(appearing(mark, CAPTIONS_START, CAPTIONS_TIME) for mark in self.marks(y))

    def marks(self, y: float) -> tuple[Text, ...]:
        """The labels below the line at `y`, one mark for each line of text."""
        marks: list[Text] = []
        for index in self.kept:
            color = self.colors[index]
            weight = 700 if color == "warm" else 400
            if self.manner == "turned":
                marks.append(self._turned(index, y, color, weight))
                continue
            x, lines = self.x[index], balanced(self.texts[index], self.width / self.size, weight)
            if self.anchor == "middle" and lines:
                half = max(advance(text, weight) for text in lines) * self.size / 2.0
                x = max(self.left + half, min(self.right - half, x))
            for number, text in enumerate(lines):
                baseline = y + self.gap + (RISE + number * LINE_PITCH) * self.size
                key = "" if number else self._key(index)
                marks.append(Text(x, baseline, (Run(text, self.size, weight, color),), self.anchor, key=key))
        return tuple(marks)

    def _key(self, index: int) -> str:
        return f"name:{self.keys[index]}" if self.keys else ""

    def _turned(self, index: int, y: float, color: str, weight: int) -> Text:
        text, x, key = self.texts[index], self.x[index], self._key(index)
        if text.isascii():
            (short,) = shortened(text, self.width, self.size, 1, weight)
            run = Run(short, self.size, weight, color)
            return Text(x - 0.34 * self.size, y + self.gap, (run,), angle=90.0, key=key)
        pitch = LINE_PITCH * self.size
        most = max(1, int(self.width / pitch))
        short = text if len(text) <= most else text[: most - 1] + "…"
        run = Run(short, self.size, weight, color)
        return Text(x, y + self.gap + RISE * self.size, (run,), "middle", upright=True, key=key)


def captions(
    setting: Setting,
    labels: Sequence[str],
    x: Sequence[float],
    pitch: float,
    *,
    left: float,
    right: float,
    anchor: Literal["start", "middle"] = "middle",
    is_ordered: bool = False,
    warm: Sequence[int] = (),
    keys: Sequence[str] = (),
) -> Captions:
    """The best arrangement of labels at places `pitch` pixels apart between `left` and `right`.

    Names are set large if they can be; of places in an order (years, numbers) some may be left out, but not those in `warm`.
    `keys`: what the labels stand for.
    """
    screen = setting.screen
    texts = tuple(spaced(label) for label in labels)
    small, gap, between = screen.size("small"), 1.4 * screen.g, min(1.2 * screen.g, 0.12 * pitch)
    plain = "muted" if is_ordered or len(texts) > 12 else "text"
    colors = tuple("warm" if index in warm else plain for index in range(len(texts)))
    everything = tuple(range(len(texts)))
    is_latin = not is_ordered and any(text.isascii() for text in texts)

    def room(size: float) -> float:
        # Between Latin names the gap has to be wider than a space, or two of them read as one.
        return pitch - (max(between, APART * size) if is_latin else between)

    def made(
        size: float, lines: int, manner: Manner, width: float, kept: tuple[int, ...], side: Literal["start", "middle"]
    ) -> Captions:
        return Captions(
            setting, texts, tuple(x), size, lines, manner, side, width, kept, colors, gap, left, right, tuple(keys)
        )  # fmt: skip

    label = screen.size("label")
    tries = [(small, 1)] if is_ordered else [(label, 1), (small, 1), (small, 2), (small, 3)]
    if not is_ordered and pitch >= 15 * screen.g:
        tries = [(label, 1), (label, 2), (small, 2), (small, 3), (small, 4), (small, 5)]
    for size, lines in tries:
        weights = [700 if color == "warm" else 400 for color in colors]
        if all(fits(text, room(size), size, lines, weight) for text, weight in zip(texts, weights, strict=True)):
            if is_ordered and len(_all_apart(texts, x, size, left, right, between)) < len(texts):
                break
            used = max((len(wrap(text, room(size) / size, 700)) for text in texts), default=1)
            return made(size, min(lines, max(used, 1)), "whole", room(size), everything, anchor)
    if not is_ordered and pitch >= 1.2 * small and len(texts) <= 40:
        longest = max(_height(text, small) for text in texts)
        return made(small, 1, "turned", min(longest, 0.36 * setting.box.height), everything, "middle")
    middles = [place + (0.0 if anchor == "middle" else 0.3 * pitch) for place in x]
    widths = [advance(text, 700) * small for text in texts]
    kept = thinned(middles, widths, left, right, 1.2 * screen.g, warm)
    return Captions(
        setting, texts, tuple(middles), small, 1, "thinned", "middle", 1e9, kept, colors, gap, left, right, tuple(keys)
    )  # fmt: skip


def _all_apart(
    texts: Sequence[str], x: Sequence[float], size: float, left: float, right: float, gap: float
) -> tuple[int, ...]:
    """The labels that would be kept of those that are to be set on one line."""
    return thinned(x, [advance(text, 700) * size for text in texts], left, right, gap)


def label_plan(
    labels: Sequence[str], warm: Sequence[int], width: float, height: float, screen: Screen
) -> tuple[float, int, bool]:
    """The size and the number of lines that labels may have in a room of `width` by `height`, and whether all fit into it."""
    label, small = screen.size("label"), screen.size("small")
    plans = [
        (size, lines)
        for size, lines in ((label, 1), (small, 1), (label, 2), (small, 2), (small, 3))
        if lines * LINE_PITCH * size <= height
    ]
    for size, lines in plans:
        if all(fits(text, width, size, lines, 700 if index in warm else 400) for index, text in enumerate(labels)):
            return size, lines, True
    return (*(plans[-1] if plans else (small, 1)), False)


def thinned(
    x: Sequence[float], widths: Sequence[float], left: float, right: float, gap: float, wanted: Sequence[int] = ()
) -> tuple[int, ...]:
    """The labels to keep, every k-th from the last one backwards with the least k at which none touches another.

    Those in `wanted` stay and drive out what they touch. Labels at the ends are moved inwards until they lie in the range.
    """
    count = len(x)

    def extent(index: int) -> tuple[float, float]:
        half = widths[index] / 2.0
        middle = max(left + half, min(right - half, x[index]))
        return middle - half, middle + half

    extents = [extent(index) for index in range(count)]

    def apart(first: int, second: int) -> bool:
        (begin, end), (other_begin, other_end) = extents[first], extents[second]
        return end + gap <= other_begin or other_end + gap <= begin

    fallback: tuple[int, ...] = (count - 1,) if count else ()
    for step in range(1, count):
        kept = tuple(range((count - 1) % step, count, step))
        if not all(apart(first, second) for first, second in itertools.pairwise(kept)):
            continue
        # A step that meets both ends is worth a few labels less.
        for wider in range(step, min(2 * step, count - 1) + 1):
            if (count - 1) % wider == 0:
                both = tuple(range(0, count, wider))
                if all(apart(first, second) for first, second in itertools.pairwise(both)):
                    kept = both
                    break
        fallback = kept
        break
    stay = tuple(index for index in wanted if 0 <= index < count)[:1]
    return tuple(sorted({*stay, *(index for index in fallback if all(apart(index, other) for other in stay))}))


def _height(text: str, size: float) -> float:
    return advance(text) * size if text.isascii() else len(text) * LINE_PITCH * size
