"""Rich text: a text in more than one hand, measured and broken into lines as a whole, in the largest type that fits."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, pairwise, takewhile

from kiosk.emphasis import PLAIN, Hand, stretches
from kiosk.marks import Run, Text
from kiosk.typeface import THIN_SPACE, advance, balanced_spans, ends_of, gaps, phrases, pieces, plain_quotes

BOLD = 700
GAP = 0.62
"""What an empty line between two paragraphs takes, in lines."""
LONGEST_MEASURE = 34.0
"""The longest line where there is no other way, in em."""
NEARLY = 0.8
"""How much smaller type may be for the sake of better line breaks."""
SQUEEZE = 0.5
"""What full-width punctuation gives up beside other punctuation, in em: that half of its cell is empty."""
INK_TOP, INK_FOOT = 0.88, 0.14
"""From the baseline up to the top of the ink of a line, and down to its foot, in em."""

_LEFT_HALF = frozenset("，。、；：！？）】》」』”’")
_RIGHT_HALF = frozenset("（【《「『“‘")
_STOPS = frozenset("，。；：！？,.;:!?")


@dataclass(frozen=True)
class RichText:
    """A text as it is set, and the hand of each of its characters."""

    text: str
    hands: tuple[Hand, ...]

    @classmethod
    def of(cls, marked: str) -> "RichText":
        """The text that an author marked, with the thin spaces between scripts; raises EmphasisError."""
        chars: list[tuple[str, Hand]] = []
        for stretch in stretches(marked):
            chars += [(char, stretch.hand) for char in stretch.text]
        return _set(tuple(chars))

    @property
    def colors(self) -> frozenset[str]:
        """The colours that some of its words have."""
        return frozenset(hand.color for hand in self.hands if hand.color)

    def ends(self, weight: int) -> tuple[float, ...]:
        """Where its characters begin and end on one line, in em, in a text of that weight."""
        hands = zip(self.text, self.hands, _squeezes(self.text), strict=True)
        return ends_of(advance(char, _weight(hand, weight)) - squeeze for char, hand, squeeze in hands)

    def longest_word(self, weight: int) -> float:
        """The width in em of its longest word; of Chinese, one character."""
        longest, ends, start = 0.0, self.ends(weight), 0
        for is_ascii, group in groupby(self.text, key=lambda char: "!" <= char <= "~"):
            stop = start + len(tuple(group))
            longest = max(longest, ends[stop] - ends[start] if is_ascii else 1.0)
            start = stop
        return longest

    def lines(self, width_em: float, weight: int = 400) -> tuple["RichText", ...]:
        """The text in as few lines as the width allows; those between two line breaks of the author are alike in length."""
        result: list[RichText] = []
        for paragraph in self._paragraphs():
            ends, manners = paragraph.ends(weight), (paragraph.clauses, phrases, paragraph.apart)
            spans = balanced_spans(paragraph.text, ends, width_em, manners=manners) or ((0, 0),)
            result += (paragraph.part(begin, end) for begin, end in spans)
        return tuple(result) if self.text else ()

    def _paragraphs(self) -> Iterator["RichText"]:
        begin = 0
        for paragraph in self.text.split("\n"):
            yield self.part(begin, begin + len(paragraph))
            begin += len(paragraph) + 1

    def clauses(self, text: str) -> tuple[tuple[str, str], ...]:
        """Its parts up to a stop or comma: where a reader pauses is the best place to break a line."""
        return self._joined(text, lambda at: text[:at].rstrip()[-1:] in _STOPS)

    def apart(self, text: str) -> tuple[tuple[str, str], ...]:
        """Its words, those that are set apart as a whole."""
        return self._joined(text, lambda at: self.hands[at] == PLAIN or self.hands[at] != self.hands[at - 1])

    def _joined(self, text: str, may_break: Callable[[int], bool]) -> tuple[tuple[str, str], ...]:
        """What stays whole, joined but for the places before some characters; each part with the spaces after it."""
        parts, part, at = list[tuple[str, str]](), "", 0
        for piece, spaces in pieces(text):
            part += piece
            at += len(piece) + len(spaces)
            if at == len(text) or may_break(at):
                parts.append((part, spaces))
                part = ""
            else:
                part += spaces
        return tuple(parts)

    def part(self, begin: int, end: int) -> "RichText":
        """From one character to another, the latter not included."""
        return RichText(self.text[begin:end], self.hands[begin:end])

    def width(self, weight: int = 400) -> float:
        """Its width on one line, in em."""
        return self.ends(weight)[-1]

    def runs(self, size: float, weight: int = 400, color: str = "text") -> tuple[Run, ...]:
        """Its characters as runs on one baseline."""
        runs, start, gap = list[Run](), 0, 0.0
        squeezes = _squeezes(self.text)
        for index, hand in enumerate(self.hands):
            is_last = index + 1 == len(self.hands) or self.hands[index + 1] != hand
            if is_last or squeezes[index]:
                text = self.text[start : index + 1]
                runs.append(Run(text, size, _weight(hand, weight), hand.color or color, gap=gap))
                start, gap = index + 1, -squeezes[index] * size
        return tuple(runs)

    def followed(self, sign: str) -> "RichText":
        """The text with a sign behind it, in the hand of its last character."""
        hand = self.hands[-1] if self.hands else PLAIN
        return RichText(self.text + sign, (*self.hands, *(hand for _ in sign)))

    def shortened(self, width_em: float, weight: int = 400) -> "RichText":
        """The text with an ellipsis at its end, and as much taken off as that needs."""
        dots = "..." if self.text.isascii() else "…"
        end = len(self.text)
        while end and self.part(0, end).width(weight) + advance(dots, weight) > width_em:
            end -= 1
        kept = self.text[:end].rstrip(f" {THIN_SPACE}，,、。.；;")
        return self.part(0, len(kept)).followed(dots)


@dataclass(frozen=True)
class Passage:
    """Lines of rich text at one size in pixels; empty ones part paragraphs. `pitch`: from line to line, in em."""

    lines: tuple[RichText, ...]
    size: float
    weight: int
    pitch: float
    is_cut: bool = False

    @property
    def height(self) -> float:
        """Pixels from the top of the first line's ink to the foot of the last one's."""
        return _height(self.lines, self.pitch) * self.size

    @property
    def width(self) -> float:
        """Pixels of the longest line."""
        return max((each.width(self.weight) for each in self.lines), default=0.0) * self.size

    @property
    def is_paused(self) -> bool:
        """Whether every line ends where the reader pauses."""
        return all(
            not each.text or not after.text or each.text.rstrip()[-1] in _STOPS for each, after in pairwise(self.lines)
        )

    def cut(self, height: float, width_em: float) -> "Passage":
        """As many of its lines as `height` holds, one at least; if that is not all, the last one ends in an ellipsis."""
        lines = self.lines
        while len(lines) > 1 and (_height(lines, self.pitch) * self.size > height or not lines[-1].text):
            lines = lines[:-1]
        if lines == self.lines:
            return self
        return replace(self, lines=(*lines[:-1], lines[-1].shortened(width_em, self.weight)), is_cut=True)

    def baselines(self, top: float) -> tuple[float, ...]:
        """The baseline of every line, empty ones included, of a passage whose ink begins at `top`."""
        return tuple(top + (INK_TOP + at) * self.size for at in _places(self.lines, self.pitch))

    def marks(self, x: float, top: float, color: str = "text") -> tuple[Text, ...]:
        """One mark for each line that is not empty."""
        placed = zip(self.baselines(top), self.lines, strict=True)
        return tuple(Text(x, y, each.runs(self.size, self.weight, color)) for y, each in placed if each.text)


def passage(
    text: RichText,
    width: float,
    height: float,
    sizes: Sequence[float],
    *,
    weight: int = 400,
    pitch: float = 1.4,
    measure: float = 30.0,
    indent: float = 0.0,
    most_lines: int | None = None,
    nearly: float = NEARLY,
) -> Passage:
    """The text in the largest of `sizes` (pixels, descending) at which it fits into `width` by `height` pixels.

    No line is longer than `measure` em, all leave `indent` em of the width free, and no word is broken if a smaller size spares
    it. Chinese takes a smaller size, at least `nearly` as large, if its lines then end where the reader pauses. In the least size
    lines may be longer; what does not even then fit is cut, and ends in an ellipsis.
    """
    if not sizes:
        raise ValueError("no sizes to choose from")

    def set_at(size: float, longest_line: float) -> Passage:
        return Passage(text.lines(min(width / size - indent, longest_line), weight), size, weight, pitch)

    longest = text.longest_word(weight)

    def fits(tried: Passage) -> bool:
        is_short = most_lines is None or len(tried.lines) <= most_lines
        return tried.height <= height and longest <= width / tried.size - indent and is_short

    fitting = (tried for tried in (set_at(size, measure) for size in sizes) if fits(tried))
    first = next(fitting, None)
    if first is not None:
        if first.is_paused or text.text.isascii():
            return first
        near = takewhile(lambda tried: tried.size >= nearly * first.size, fitting)
        return next((tried for tried in near if tried.is_paused), first)
    last = set_at(sizes[-1], measure)
    return last if last.height <= height else set_at(sizes[-1], LONGEST_MEASURE).cut(height, width / sizes[-1] - indent)


def _places(lines: Sequence[RichText], pitch: float) -> tuple[float, ...]:
    """How far below the first baseline each line stands, in em."""
    places, at = [], 0.0
    for each in lines:
        places.append(at)
        at += pitch if each.text else GAP * pitch
    return tuple(places)


def _height(lines: Sequence[RichText], pitch: float) -> float:
    return _places(lines, pitch)[-1] + INK_TOP + INK_FOOT if lines else 0.0


def _squeezes(text: str) -> tuple[float, ...]:
    """By how many em each character is narrower because of the one behind it."""
    return tuple(SQUEEZE if _gives_way(*pair) else 0.0 for pair in pairwise((*text, "")))


def _gives_way(before: str, after: str) -> bool:
    if before in _LEFT_HALF:
        return after in _LEFT_HALF or after in _RIGHT_HALF
    return before in _RIGHT_HALF and after in _RIGHT_HALF


def _weight(hand: Hand, weight: int) -> int:
    return max(weight, BOLD) if hand.is_bold else weight


@lru_cache(maxsize=256)
def _set(chars: tuple[tuple[str, Hand], ...]) -> RichText:
    """Characters as they are set: with thin spaces between scripts."""
    text = "".join(char for char, _ in chars)
    if plain_quotes(text) != text:
        chars = tuple((each, hand) for char, hand in chars for each in plain_quotes(char))
    result = list(chars)
    for index in reversed(gaps("".join(char for char, _ in chars))):
        before, after = chars[index - 1][1], chars[index][1]
        result.insert(index, (THIN_SPACE, before if before == after else PLAIN))
    return RichText("".join(char for char, _ in result), tuple(hand for _, hand in result))
