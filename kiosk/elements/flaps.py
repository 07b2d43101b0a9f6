"""Flaps: a figure on a row of cards, each of which turns over from nought to its digit."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.layers import Layer, appearing, moving, moving_together
from kiosk.marks import Array, Bars, Mark, Run, Text, array
from kiosk.motion import Track, linear, stagger
from kiosk.numbers import Written
from kiosk.screen import Screen
from kiosk.typeface import DIGIT_HEIGHT, advance
from kiosk.typesetting import percent_size, unit_size, width_of

CARD_WIDTH, CARD_HEIGHT, CARD_GAP, SIGN_WIDTH = 0.7, 1.16, 0.06, 0.26
"""In em of the digits: a card, the gap to the next, and the room of a comma or point, which has no card."""

SLIT, EDGE = 4.0, 4.0
"""Pixels of a screen of 1080 lines: the slit across a card, and the edge of a flap that turns."""

FLIP, START, STEP = 0.2, 0.4, 0.09
"""Seconds that a flap takes to turn, when the first one turns, and from one card to the next."""

SIGNS = ",./"
DIGITS = "0123456789"
CARD, FRONT = "cool1", "dim"


@dataclass(frozen=True)
class Card:
    """One card: where it stands and all that it shows, one after the other, the last for good."""

    left: float
    chars: tuple[str, ...]


@dataclass(frozen=True)
class Board:
    """A written figure in cards of type of `size` pixels, their left edge at `left` and their top at `top`."""

    written: Written
    size: float
    screen: Screen
    color: str
    key: str
    left: float = 0.0
    top: float = 0.0

    @property
    def height(self) -> float:
        """The height of a card."""
        return CARD_HEIGHT * self.size

    @property
    def baseline(self) -> float:
        """The baseline of the digits, which stand in the middle of their cards."""
        return self.top + (self.height + DIGIT_HEIGHT * self.size) / 2.0

    @cached_property
    def before(self) -> tuple[Run, ...]:
        """What stands before the cards."""
        return (Run(self.written.before, unit_size(self.size, self.screen)),) if self.written.before else ()

    @cached_property
    def after(self) -> tuple[Run, ...]:
        """What stands behind the cards: scale, qualifier and unit."""
        after, unit = self.written.after, self.written.unit
        tail = after + (" " if after.isascii() and after and unit else "") + unit
        if tail in {"%", "‰"}:
            return (Run(tail, percent_size(self.size, self.screen)),)
        return (Run(tail, unit_size(self.size, self.screen)),) if tail else ()

    @property
    def gap(self) -> float:
        """Between the cards and the words beside them."""
        return 0.14 * self.size

    @cached_property
    def indent(self) -> float:
        """From the left edge to the first card."""
        return width_of(self.before) + self.gap if self.before else 0.0

    @cached_property
    def places(self) -> tuple[tuple[str, float], ...]:
        """Every character with the left edge of its card, or of its room if it is a sign."""
        x, result = self.left + self.indent, []
        for char in self.written.digits:
            result.append((char, x))
            x += SIGN_WIDTH * self.size if char in SIGNS else (CARD_WIDTH + CARD_GAP) * self.size
        return (*result, ("", x))

    @property
    def right(self) -> float:
        """The right edge of the last card."""
        return self.places[-1][1] - CARD_GAP * self.size

    @property
    def width(self) -> float:
        """The width of cards and words."""
        return self.right - self.left + (self.gap + width_of(self.after) if self.after else 0.0)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The cards; a digit comes after all that are less."""
        return tuple(
            Card(x, ("", *DIGITS[: DIGITS.index(char) + 1]) if char in DIGITS else ("", char))
            for char, x in self.places[:-1]
            if char not in SIGNS
        )

    def words(self) -> Iterator[Text]:
        """What stands before, between and behind the cards."""
        if self.before:
            yield Text(self.left, self.baseline, self._tinted(self.before))
        for char, x in self.places[:-1]:
            if char in SIGNS:
                middle = x + (SIGN_WIDTH - CARD_GAP) * self.size / 2.0
                yield Text(middle, self.baseline, (Run(char, self.size, 400, self.color),), "middle")
        if self.after:
            yield Text(self.right + self.gap, self.baseline, self._tinted(self.after))

    def _tinted(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(Run(run.text, run.size, run.weight, self.color) for run in runs)


@dataclass(frozen=True)
class Flaps:
    """Boards whose cards turn from the left to the right, each as often as its digit says."""

    boards: tuple[Board, ...]

    @cached_property
    def cards(self) -> tuple[tuple[Board, Card], ...]:
        return tuple((board, card) for board in self.boards for card in board.cards)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """When each card turns."""
        starts = [
            track.start
            for board in self.boards
            for track in stagger(len(board.cards), start=START, duration=1.0, step=STEP)
        ]
        turns = [len(card.chars) - 1 for _, card in self.cards]
        return tuple(Track(start, FLIP * count, linear) for start, count in zip(starts, turns, strict=True))

    @property
    def screen(self) -> Screen:
        return self.boards[0].screen

    def layers(self) -> tuple[Layer, ...]:
        """Cards, digits, the flaps that turn over them, and the slits across."""
        digits = [moving(track, self.digit(index)) for index, track in enumerate(self.tracks)]
        words = [appearing(text, 0.3) for board in self.boards for text in board.words()]
        return (
            appearing(self.bars(CARD), 0.0),
            *digits,
            moving_together(self.tracks, self.flaps),
            moving_together(self.tracks, self.fronts),
            appearing(self.slits(), 0.0),
            *words,
        )

    def bars(self, color: str) -> Bars:
        """The cards."""
        lefts, tops, widths, heights = self.rooms
        return Bars(lefts, tops, widths, heights, color)

    @cached_property
    def rooms(self) -> tuple[Array, Array, Array, Array]:
        """Left edge, top, width and height of every card."""
        return (
            array([card.left for _, card in self.cards]),
            array([board.top for board, _ in self.cards]),
            array([CARD_WIDTH * board.size for board, _ in self.cards]),
            array([board.height for board, _ in self.cards]),
        )

    def slits(self) -> Bars:
        """The slits between the upper and the lower halves."""
        lefts, tops, widths, heights = self.rooms
        high = np.full(len(lefts), self.screen.px(SLIT))
        return Bars(lefts, array(tops + (heights - high) / 2.0), widths, array(high), "ground")

    def turn(self, index: int, t: float) -> tuple[int, float]:
        """How often a card has turned, and how far it is turning, 0 to 1."""
        turns = len(self.cards[index][1].chars) - 1
        turned = self.tracks[index].at(t) * turns
        whole = min(turns, int(turned + 1e-9))
        return whole, max(0.0, turned - whole)

    def digit(self, index: int) -> Callable[[float], Mark]:
        """What a card shows; it changes while the flap hides it."""
        board, card = self.cards[index]
        x = card.left + CARD_WIDTH * board.size / 2.0
        turns = len(card.chars) - 1

        def draw(progress: float) -> Mark:
            shown = card.chars[min(turns, int(progress * turns + 0.5 + 1e-9))]
            runs = (Run(shown, board.size, 400, board.color),) if shown else ()
            return Text(x, board.baseline, runs, "middle", key=f"figure:{board.key}/{index}")

        return draw

    def cover(self, t: float) -> tuple[Array, Array]:
        """The upper and the lower edge of every flap as parts of its card; equal where none turns."""
        uppers, lowers = [], []
        for index in range(len(self.cards)):
            _, share = self.turn(index, t)
            lowers.append(min(1.0, 2.0 * share))
            uppers.append(max(0.0, 2.0 * share - 1.0))
        return np.array(uppers), np.array(lowers)

    def flaps(self, t: float) -> Mark:
        """The blank flaps: they come down over the old digit and go down from the new one."""
        lefts, tops, widths, heights = self.rooms
        upper, lower = self.cover(t)
        return Bars(lefts, array(tops + upper * heights), widths, array((lower - upper) * heights), CARD)

    def fronts(self, t: float) -> Mark:
        """The edges of the flaps."""
        lefts, tops, widths, heights = self.rooms
        upper, lower = self.cover(t)
        at = np.where(lower < 1.0, lower, upper)
        high = np.where((at > 0.0) & (at < 1.0), self.screen.px(EDGE), 0.0)
        return Bars(lefts, array(tops + at * (heights - high)), widths, array(high), FRONT)


def widest(texts: Sequence[str], size: float, weight: int = 400) -> float:
    """The width of the widest of some lines."""
    return max((advance(text, weight) for text in texts), default=0.0) * size
