"""Word heaps: words in sizes by their weights, packed into a box as large as they can be."""

from dataclasses import dataclass
from functools import cached_property

from kiosk.anatomy.geometry.packing import packed
from kiosk.layers import Layer, Placed, moving
from kiosk.marks import Mark, Run, Text
from kiosk.motion import Track, out_cubic
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import CAP_HEIGHT, EM_SPACE, HAN_BOTTOM, advance, spaced

LARGEST = (
    *(0.36, 0.34, 0.32, 0.3, 0.28, 0.265, 0.25, 0.235, 0.22, 0.205, 0.19, 0.18, 0.17, 0.16, 0.15, 0.142, 0.135, 0.127),
    *(0.12, 0.112, 0.105, 0.098, 0.092, 0.086, 0.08, 0.074, 0.068, 0.062, 0.0566, 0.048, 0.04),
)
"""Sizes that the heaviest word may have, as fractions of the unit, the largest first."""
CELL = 6.0
"""The pitch of the grid that words are packed on, in pixels of a screen of 1080 lines."""
BESIDE, ABOVE, OF_SIZE = 0.34, 0.2, 0.05
"""Between words side by side and one above the other, in em of the smallest type, and more of it by the size of the word."""
DESCENT, DESCENDERS = 0.23, frozenset("gjpqy,;()[]")
TALLEST = 0.86
"""How far the tallest of Chinese characters reach above their baseline, in em: those with a dot or a stroke on top."""
WIDEST = 0.8
"""The heaviest word takes at most this part of the width."""
CLASSES = ((0.4, "text"), (0.14, "cool7"), (0.0, "cool6"))
"""The colours by the part that a word's weight is of the greatest."""
FIRST, LAST, WORD_TIME = 0.2, 1.6, 0.5
"""When the heaviest word appears and when the lightest does, and how long each takes, in seconds."""
RISE = 1.5
"""By how many grid steps a word rises as it appears."""


@dataclass(frozen=True)
class Word:
    """One word: what it stands for, how it reads, and what it weighs."""

    key: str
    text: str
    weight: float


@dataclass(frozen=True)
class Heap:
    """Words from the heaviest to the lightest; `warm` is the key of one of them or empty.

    Sizes go by the weights to the given power. `about` says what the weights are; `absent` words weigh nothing.
    """

    words: tuple[Word, ...]
    warm: str
    power: float
    about: str
    absent: int
    setting: Setting

    @cached_property
    def box(self) -> Box:
        """The room for all of it; without axis labels some of the foot is free."""
        box = self.setting.box
        return Box.between(box.left, box.top, box.right, box.bottom + 0.7 * self.setting.foot)

    def run(self, word: Word, largest: float) -> Run:
        """A word in its size, if the heaviest has the largest: never below the smallest type."""
        share = word.weight / self.words[0].weight
        size = float(round(max(self.setting.screen.size("small"), largest * share**self.power)))
        color = "warm" if word.key == self.warm else next(role for least, role in CLASSES if share >= least)
        return Run(spaced(word.text), size, 700 if word.key == self.warm else 400, color)

    @cached_property
    def laid(self) -> tuple[tuple[Run, tuple[float, float] | None], ...]:
        """Every word with the place of its first baseline: in the largest sizes at which all have room, or else as many as can."""
        unit = self.setting.screen.u * self.setting.screen.scale
        sizes = [fraction * unit for fraction in LARGEST]
        low, high = 0, len(sizes) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._fits(sizes[middle]) else (middle + 1, high)
        laid = self._laid(sizes[high])
        if all(place for _, place in laid):
            return laid
        in_rows = self._laid(sizes[high], in_rows=True)
        return max(laid, in_rows, key=lambda each: sum(place is not None for _, place in each))

    def _fits(self, largest: float) -> bool:
        runs = [self.run(word, largest) for word in self.words]
        if _width(runs[0]) > WIDEST * self.box.width:
            return False
        room = sum(width * height for width, height in map(self._room, runs))
        return room <= self.box.width * self.box.height and all(place for _, place in self._laid(largest))

    def _laid(self, largest: float, *, in_rows: bool = False) -> tuple[tuple[Run, tuple[float, float] | None], ...]:
        runs = [self.run(word, largest) for word in self.words]
        corners = packed([self._room(run) for run in runs], self.box, self.setting.screen.px(CELL), in_rows=in_rows)
        return tuple(
            (run, None if corner is None else self._baseline(run, *corner))
            for run, corner in zip(runs, corners, strict=True)
        )

    def _gaps(self, run: Run) -> tuple[float, float]:
        small = self.setting.screen.size("small")
        # Few of its characters reach as high as the tallest: above a Chinese word there is air enough.
        air = OF_SIZE * run.size if run.text.isascii() else 0.0
        return BESIDE * small + OF_SIZE * run.size, ABOVE * small + air

    def _room(self, run: Run) -> tuple[float, float]:
        """The width and the height of a word with the gaps round it."""
        beside, above = self._gaps(run)
        top, bottom = _ink(run)
        return _width(run) + beside, (top + bottom) * run.size + above

    def _baseline(self, run: Run, left: float, top: float) -> tuple[float, float]:
        beside, above = self._gaps(run)
        return round(left + beside / 2.0, 1), round(top + above / 2.0 + _ink(run)[0] * run.size, 1)

    def placed(self) -> Placed:
        shown = [
            (word, run, place) for word, (run, place) in zip(self.words, self.laid, strict=True) if place is not None
        ]
        pause = (LAST - FIRST) / max(1, len(shown) - 1)
        layers = tuple(
            self._appearing(word, run, place, FIRST + pause * rank) for rank, (word, run, place) in enumerate(shown)
        )
        return Placed(layers, self.note(len(self.words) - len(shown)))

    def _appearing(self, word: Word, run: Run, place: tuple[float, float], start: float) -> Layer:
        x, y = place
        rise = RISE * self.setting.screen.g

        def draw(progress: float) -> Mark:
            return Text(x, y + rise * (1.0 - progress), (run,), opacity=progress, key=f"name:{word.key}")

        return moving(Track(start, WORD_TIME, out_cubic), draw)

    def note(self, homeless: int) -> str:
        """What the sizes stand for, and how many words are not shown."""
        is_chinese, notes = self.setting.is_chinese, []
        if self.about:
            notes.append(f"字号为{self.about}" if is_chinese else f"Size: {self.about}")
        if homeless:
            notes.append(f"另有 {homeless} 词未显示" if is_chinese else f"{homeless} more words")
        if self.absent:
            notes.append(f"{self.absent} 词为零或缺数" if is_chinese else f"{self.absent} zero or not known")
        return EM_SPACE.join(notes)


def _width(run: Run) -> float:
    return advance(run.text, run.weight) * run.size


def _ink(run: Run) -> tuple[float, float]:
    """How far a word reaches above and below its baseline, in em."""
    if not run.text.isascii():
        return TALLEST, HAN_BOTTOM
    return CAP_HEIGHT + 0.03, DESCENT if DESCENDERS & set(run.text) else 0.02
