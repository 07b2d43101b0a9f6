"""The typeface: how wide its characters are, which ones it has, and where a line of them may break."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import Any

from kiosk.resources import assets

THIN_SPACE = "\u2009"
EM_SPACE = "\u2003"

_BREAKING_SPACES = frozenset(f" {EM_SPACE}\u2002\u3000\t")
_BINDING_SPACES = frozenset(f"{THIN_SPACE}\u00a0\u202f")
_NEVER_FIRST = frozenset("，。、；：！？）】》」』〉〕］｝”’％‰…·～々ー,.;:!?/-–~)]}%°℃\u2009\u202f\u00a0")
_NEVER_LAST = frozenset("（【《「『〈〔［｛“‘([{¥￥$＄€£")
_UNPARTED = frozenset("—…")
_WIDE_QUOTES = frozenset("“”")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "..."})
_MAGNITUDES = frozenset("十百千万亿余多")
_QUALIFIERS = frozenset("超近约达第逾")
_AFTER_NUMBER = frozenset("%‰°℃+²³")
_BEFORE_NUMBER = frozenset("¥$€£+−±≥≤≈")
_UNITS = frozenset(
    {"%", "‰", "°", "℃", "°C", "m", "km", "m²", "km²", "ha", "kg", "t", "s", "h", "W", "kW", "MW", "GW", "kWh", "MWh"}
)
_ROUNDING = 1e-6
_EVENNESS = 0.01

Span = tuple[int, int]
"""From which character of a text to which, the latter not included."""
Manner = Callable[[str], tuple[tuple[str, str], ...]]
"""Cuts a paragraph into what stays whole, each part with the spaces after it."""


@dataclass(frozen=True)
class _Face:
    """One weight, in font units."""

    units: int
    ascent: int
    descent: int
    digit_height: int
    cap_height: int
    x_height: int
    han: tuple[int, int, int, int]
    advances: dict[str, int]
    left: dict[str, int]
    right: dict[str, int]


@cache
def _measures() -> dict[str, Any]:
    measures: dict[str, Any] = json.loads((assets() / "fonts" / "typeface.json").read_text(encoding="utf-8"))
    return measures


@cache
def _face(weight: int) -> _Face:
    measures = _measures()
    weights = measures["weights"]
    if str(weight) not in weights:
        raise ValueError(f"no such weight: {weight} (there are {', '.join(weights)})")
    return _Face(units=measures["units"], **weights[str(weight)])


@cache
def _covered() -> frozenset[str]:
    steps: list[int] = _measures()["covered"]
    points: list[int] = []
    at = 0
    for skipped, kept in zip(steps[::2], steps[1::2], strict=True):
        at += skipped
        points.extend(range(at, at + kept))
        at += kept
    return frozenset(map(chr, points))


_REGULAR = _face(400)
WEIGHTS: tuple[int, ...] = tuple(map(int, _measures()["weights"]))
ASCENT = _REGULAR.ascent / _REGULAR.units
"""From the baseline up to the top of a line's box, in em."""
DESCENT = _REGULAR.descent / _REGULAR.units
"""From the baseline down to the bottom of a line's box, in em; positive."""
DIGIT_HEIGHT = _REGULAR.digit_height / _REGULAR.units
"""From the baseline to the top of a digit's ink, in em."""
CAP_HEIGHT = _REGULAR.cap_height / _REGULAR.units
X_HEIGHT = _REGULAR.x_height / _REGULAR.units
HAN_TOP = _REGULAR.han[3] / _REGULAR.units
"""From the baseline up to the top of a Chinese character's ink, in em."""
HAN_BOTTOM = -_REGULAR.han[1] / _REGULAR.units
"""From the baseline down to the bottom of a Chinese character's ink, in em; positive."""


@lru_cache(maxsize=4096)
def advance(text: str, weight: int = 400, tracking: float = 0.0) -> float:
    """The width of a text without kerning, in em; `tracking` em follow each character, the last one too."""
    face = _face(weight)
    width_of, units = face.advances.get, face.units
    return sum([width_of(char, units) for char in text]) / units + tracking * len(text)


def left_bearing(char: str, weight: int = 400) -> float:
    """From the start of a character's cell to its ink, in em; for a Chinese one, as in a typical one."""
    face = _face(weight)
    usual = face.han[0] if _is_han(char) else 0
    return face.left.get(char, usual) / face.units


def right_ink(char: str, weight: int = 400) -> float:
    """From the start of a character's cell to the end of its ink, in em; for a Chinese one, as in a typical one."""
    face = _face(weight)
    usual = face.han[2] if _is_han(char) else face.advances.get(char, face.units)
    return face.right.get(char, usual) / face.units


def covers(char: str) -> bool:
    """Whether the typeface can draw a character, in every weight."""
    return char in _covered()


def missing(text: str) -> tuple[str, ...]:
    """The characters of a text that the typeface cannot draw, each once, in the order of the text."""
    return tuple(char for char in dict.fromkeys(text) if char != "\n" and not covers(char))


def spaced(text: str) -> str:
    """The text as it is set: a thin space wherever Chinese meets Latin or digits without one, and no wide quotes in Latin."""
    if text.isascii():
        return text
    text = plain_quotes(text)
    parts, begin = [], 0
    for index in gaps(text):
        parts += [text[begin:index], THIN_SPACE]
        begin = index
    return "".join((*parts, text[begin:]))


def plain_quotes(text: str) -> str:
    """A text without Chinese with straight quotation marks: the typeface draws the others as wide as a Chinese character."""
    if text.isascii() or any(map(_is_han, text)):
        return text
    return text.translate(_STRAIGHT)


def gaps(text: str) -> tuple[int, ...]:
    """The indexes before which a thin space is due: where Chinese meets Latin or digits."""
    found = []
    for index, (before, after) in enumerate(pairwise(text), start=1):
        follower = text[index + 1 : index + 2]
        if (_is_han(before) and _opens_latin(after, follower)) or (_closes_latin(before) and _is_han(after)):
            found.append(index)
    return tuple(found)


def wrap(text: str, width_em: float, weight: int = 400, tracking: float = 0.0) -> tuple[str, ...]:
    """The text in lines of at most `width_em`, each as full as it can be; an empty text has none.

    Chinese breaks between any two characters, but closing punctuation never opens a line and opening brackets never
    end one; words, and numbers with their unit, stay whole. Spaces at a break vanish. What alone is wider than a line
    is broken at a thin space, or else anywhere.
    """
    spans = _spans(text, _ends(text, weight, tracking), width_em, pieces)
    return tuple(text[begin:end] for begin, end in spans)


def balanced(
    text: str, width_em: float, weight: int = 400, lines: int | None = None, tracking: float = 0.0
) -> tuple[str, ...]:
    """The text in as few lines as `width_em` allows, or in up to `lines` if that is more, evened out in length.

    It breaks at spaces only, if that takes no more lines and breaks no word.
    """
    spans = balanced_spans(text, _ends(text, weight, tracking), width_em, lines)
    return tuple(text[begin:end] for begin, end in spans)


def ends_of(widths: Iterable[float]) -> tuple[float, ...]:
    """Where characters of these widths begin and end on one line: 0, and the sum up to each of them."""
    return (0.0, *accumulate(widths))


@lru_cache(maxsize=1024)
def pieces(text: str) -> tuple[tuple[str, str], ...]:
    """The parts of a text that stay whole, each with the spaces after it."""
    # To even out its lines, the same text is asked for dozens of times, and then again in another size.
    return tuple(_parted(text))


def _parted(text: str) -> Iterator[tuple[str, str]]:
    start, index, counts = 0, 0, False
    while index < len(text):
        char = text[index]
        counts = char.isdecimal() or (counts and (char in _MAGNITUDES or char in _BINDING_SPACES or char in ".,"))
        end = index + 1
        while end < len(text) and text[end] in _BREAKING_SPACES:
            end += 1
        if end > index + 1:
            breaks = not _is_bound(text[start : index + 1], text[end:])
        else:
            breaks = end == len(text) or _may_break(char, text[end], counts)
        if breaks or end == len(text):
            yield text[start : index + 1], text[index + 1 : end]
            start = end
        index = end


@lru_cache(maxsize=1024)
def phrases(text: str) -> tuple[tuple[str, str], ...]:
    """The parts of a text between spaces, each with the spaces after it."""
    return tuple(_between_spaces(text))


def _between_spaces(text: str) -> Iterator[tuple[str, str]]:
    phrase = ""
    for piece, spaces in pieces(text):
        phrase += piece
        if spaces:
            yield phrase, spaces
            phrase = ""
    if phrase:
        yield phrase, ""


def balanced_spans(
    text: str, ends: Sequence[float], width: float, lines: int | None = None, manners: Sequence[Manner] = (phrases,)
) -> tuple[Span, ...]:
    """The lines of `balanced`, from which character to which, of a text whose characters end at `ends`, all in em.

    `manners`: what had better stay whole, the best manner first; the first is taken that takes no more lines and breaks no word.
    """
    fewest = _spans(text, ends, width, pieces)
    count = max(len(fewest), lines or 0)
    parts: Manner = pieces
    result, low = fewest, min(_longest(text, ends, pieces), width)
    for manner in manners:
        longest, spans = _longest(text, ends, manner), _spans(text, ends, width, manner)
        if longest <= width and 1 < len(spans) <= count:
            result, low, parts = spans, longest, manner
            break
    high = width
    while high - low > _EVENNESS:
        middle = (low + high) / 2.0
        tried = _spans(text, ends, middle, parts)
        if len(tried) <= count:
            result, high = tried, middle
        else:
            low = middle
    return result


def _is_han(char: str) -> bool:
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\u3040" <= char <= "\u30ff"
        or char in "々〇"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
    )


def _is_wide(char: str) -> bool:
    return (
        _is_han(char)
        or "\u3000" <= char <= "\u33ff"
        or "\ufe10" <= char <= "\uffef"
        or char in _UNPARTED
        or char in _WIDE_QUOTES
    )


def _is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u0530"


def _opens_latin(char: str, follower: str) -> bool:
    return _is_latin(char) or (char in _BEFORE_NUMBER and follower.isdecimal())


def _closes_latin(char: str) -> bool:
    return _is_latin(char) or char in _AFTER_NUMBER


def _may_break(before: str, after: str, counts: bool) -> bool:
    """Whether a line may end between two characters that are not spaces; `counts` if `before` belongs to a number."""
    if after in _NEVER_FIRST or before in _NEVER_LAST or before in _BINDING_SPACES:
        return False
    if before == after and before in _UNPARTED:
        return False
    if counts and (_is_han(after) or after in _MAGNITUDES):
        return False
    if before in _QUALIFIERS and after.isdecimal():
        return False
    if before == "-" and after.isalpha():
        return True
    return _is_wide(before) or _is_wide(after)


def _is_bound(before: str, after: str) -> bool:
    """Whether the spaces between two words hold them together: a number and its unit."""
    if not before[-1:].isdecimal():
        return False
    return after.partition(" ")[0].rstrip(",.;，。；") in _UNITS or _is_han(after[:1])


@lru_cache(maxsize=1024)
def _ends(text: str, weight: int, tracking: float) -> tuple[float, ...]:
    face = _face(weight)
    return ends_of(face.advances.get(char, face.units) / face.units + tracking for char in text)


def _paragraphs(text: str) -> Iterator[Span]:
    begin = 0
    for paragraph in text.split("\n"):
        yield begin, begin + len(paragraph)
        begin += len(paragraph) + 1


def _longest(text: str, ends: Sequence[float], parts: Manner) -> float:
    longest = 0.0
    for begin, end in _paragraphs(text):
        for part, spaces in parts(text[begin:end]):
            longest = max(longest, ends[begin + len(part)] - ends[begin])
            begin += len(part) + len(spaces)
    return longest


def _spans(text: str, ends: Sequence[float], width: float, parts: Manner) -> tuple[Span, ...]:
    if not text:
        return ()
    return tuple(
        span
        for begin, end in _paragraphs(text)
        for span in _filled(text, begin, parts(text[begin:end]), ends, width + _ROUNDING)
    )


def _filled(
    text: str, begin: int, parts: Iterable[tuple[str, str]], ends: Sequence[float], room: float
) -> Iterator[Span]:
    """Lines of the parts that begin at `begin`: each from there up to `end`, and the next part at `start`."""
    start = end = begin
    for piece, spaces in parts:
        stop = start + len(piece)
        if end > begin and ends[stop] - ends[begin] > room:
            yield begin, end
            begin = start
        end = stop
        while end - begin > 1 and ends[end] - ends[begin] > room:
            head = _head(text, begin, end, ends, room)
            yield begin, begin + len(text[begin:head].rstrip(THIN_SPACE))
            begin = head
        start = stop + len(spaces)
    yield begin, end


def _head(text: str, begin: int, end: int, ends: Sequence[float], room: float) -> int:
    """The end of as much of a text as fits, at least one character; after a thin space if there is one."""
    stop = begin + 1
    while stop < end and ends[stop + 1] - ends[begin] <= room:
        stop += 1
    thin = text.rfind(THIN_SPACE, begin + 1, stop + 1)
    return thin + 1 if thin > begin else stop
