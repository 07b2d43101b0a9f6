"""The typeface: how wide its characters are, which ones it has, and where a line of them may break."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
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
_MAGNITUDES = frozenset("十百千万亿余多")
_QUALIFIERS = frozenset("超近约达第逾")
_AFTER_NUMBER = frozenset("%‰°℃+²³")
_BEFORE_NUMBER = frozenset("¥$€£+−±≥≤≈")
_UNITS = frozenset(
    {"%", "‰", "°", "℃", "°C", "m", "km", "m²", "km²", "ha", "kg", "t", "s", "h", "W", "kW", "MW", "GW", "kWh", "MWh"}
)
_ROUNDING = 1e-6
_EVENNESS = 0.01

_Parts = Callable[[str], tuple[tuple[str, str], ...]]
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
    """The text with a thin space wherever Chinese meets Latin or digits without one."""
    if text.isascii():
        return text
    parts = [text[:1]]
    for index, (before, after) in enumerate(pairwise(text), start=1):
        follower = text[index + 1 : index + 2]
        if (_is_han(before) and _opens_latin(after, follower)) or (_closes_latin(before) and _is_han(after)):
            parts.append(THIN_SPACE)
        parts.append(after)
    return "".join(parts)


def wrap(text: str, width_em: float, weight: int = 400, tracking: float = 0.0) -> tuple[str, ...]:
    """The text in lines of at most `width_em`, each as full as it can be; an empty text has none.

    Chinese breaks between any two characters, but closing punctuation never opens a line and opening brackets never
    end one; words, and numbers with their unit, stay whole. Spaces at a break vanish. What alone is wider than a line
    is broken at a thin space, or else anywhere.
    """
    return _lines(text, width_em, weight, tracking, _pieces)


def balanced(
    text: str, width_em: float, weight: int = 400, lines: int | None = None, tracking: float = 0.0
) -> tuple[str, ...]:
    """The text in as few lines as `width_em` allows, or in up to `lines` if that is more, evened out in length.

    It breaks at spaces only, if that takes no more lines and breaks no word.
    """
    fewest = _lines(text, width_em, weight, tracking, _pieces)
    count = max(len(fewest), lines or 0)
    longest_phrase = _longest(text, weight, tracking, _phrases)
    phrased = _lines(text, width_em, weight, tracking, _phrases)
    if longest_phrase <= width_em and 1 < len(phrased) <= count:
        result, low, parts = phrased, longest_phrase, _phrases
    else:
        result, low, parts = fewest, min(_longest(text, weight, tracking, _pieces), width_em), _pieces
    high = width_em
    while high - low > _EVENNESS:
        middle = (low + high) / 2.0
        tried = _lines(text, middle, weight, tracking, parts)
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
def _pieces(text: str) -> tuple[tuple[str, str], ...]:
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
def _phrases(text: str) -> tuple[tuple[str, str], ...]:
    """The parts of a text between spaces, each with the spaces after it."""
    return tuple(_between_spaces(text))


def _between_spaces(text: str) -> Iterator[tuple[str, str]]:
    phrase = ""
    for piece, spaces in _pieces(text):
        phrase += piece
        if spaces:
            yield phrase, spaces
            phrase = ""
    if phrase:
        yield phrase, ""


def _longest(text: str, weight: int, tracking: float, parts: _Parts) -> float:
    return max(advance(part, weight, tracking) for line in text.split("\n") for part, _ in (*parts(line), ("", "")))


def _lines(text: str, width: float, weight: int, tracking: float, parts: _Parts) -> tuple[str, ...]:
    if not text:
        return ()
    return tuple(
        line
        for paragraph in text.split("\n")
        for line in _filled(parts(paragraph), width + _ROUNDING, weight, tracking)
    )


def _filled(parts: Iterable[tuple[str, str]], room: float, weight: int, tracking: float) -> Iterator[str]:
    line, gap = "", ""
    for piece, spaces in parts:
        if line and advance(line + gap + piece, weight, tracking) > room:
            yield line
            line, gap = "", ""
        line += gap + piece
        while advance(line, weight, tracking) > room and len(line) > 1:
            head = _head(line, room, weight, tracking)
            yield head.rstrip(THIN_SPACE)
            line = line[len(head) :]
        gap = spaces
    yield line


def _head(text: str, room: float, weight: int, tracking: float) -> str:
    """As much of a text as fits, at least one character; up to a thin space if there is one."""
    count = 1
    while count < len(text) and advance(text[: count + 1], weight, tracking) <= room:
        count += 1
    thin = text.rfind(THIN_SPACE, 1, count + 1)
    return text[: thin + 1] if thin > 0 else text[:count]
