"""Names: what marks are called, in lines that break where their author left a space."""

import re

from kiosk.typeface import advance, balanced, spaced, wrap

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SPACE_IN_HAN = re.compile(f"(?<=[{_HAN}]) (?=[{_HAN}])")
_WORD_END = re.compile(r" |(?<=-)(?=[A-Za-z])")
_ROUNDING = 1e-6


def joined(name: str) -> str:
    """A name on one line: spaces between Chinese characters only say where it may break."""
    return spaced(_SPACE_IN_HAN.sub("", name))


def parted(name: str) -> tuple[str, ...]:
    """A Chinese name in the parts that its spaces make of it."""
    return tuple(spaced(part) for part in _SPACE_IN_HAN.split(name))


def name_lines(name: str, width_em: float, weight: int = 400) -> tuple[str, ...]:
    """A name in the fewest lines of at most `width_em`: broken at its spaces if that takes no more lines, else evened out."""
    if advance(joined(name), weight) <= width_em + _ROUNDING:
        return (joined(name),) if name else ()
    even = balanced(joined(name), width_em, weight)
    at_spaces = _filled(parted(name), width_em, weight)
    return at_spaces if len(at_spaces) <= len(even) and _is_within(at_spaces, width_em, weight) else even


def line_count(name: str, width_em: float, weight: int = 400) -> int:
    """How many lines `name_lines` has."""
    return len(wrap(joined(name), width_em, weight))


def breaks_a_word(name: str, width_em: float, weight: int = 400) -> bool:
    """Whether a word of another script than the Chinese is wider than a line."""
    return any(advance(word, weight) > width_em for word in _WORD_END.split(spaced(name)) if word.isascii())


def breaks_a_part(name: str, width_em: float, weight: int = 400) -> bool:
    """Whether anything between two spaces of a name is wider than a line."""
    return any(advance(part, weight) > width_em for part in _WORD_END.split(spaced(name)))


def _filled(parts: tuple[str, ...], width_em: float, weight: int) -> tuple[str, ...]:
    lines = [parts[0]]
    for part in parts[1:]:
        if advance(lines[-1] + part, weight) <= width_em:
            lines[-1] += part
        else:
            lines.append(part)
    return tuple(lines)


def _is_within(lines: tuple[str, ...], width_em: float, weight: int) -> bool:
    return all(advance(each, weight) <= width_em + _ROUNDING for each in lines)
