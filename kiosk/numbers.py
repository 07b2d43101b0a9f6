"""How a number is written: its digits, scale, qualifier and unit, in the manner of each language."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Literal

from kiosk.words import Words

Qualifier = Literal["over", "nearly", "about", "expected", "exact"]
QualifierForm = Literal["before", "after", "inner"]

THIN = "\u2009"
"""The thin space that parts Chinese from digits and Latin letters."""

NO_SCALE = "none"

SCALES: dict[str, dict[str, Decimal]] = {
    "zh": {"万亿": Decimal(10**12), "亿": Decimal(10**8), "万": Decimal(10**4)},
    "en": {
        "trillion": Decimal(10**12),
        "billion": Decimal(10**9),
        "million": Decimal(10**6),
        "thousand": Decimal(10**3),
    },
}
"""The words for large numbers, the largest first."""

_AUTOMATIC = {"zh": Decimal(10**4), "en": Decimal(10**6)}
_GROUPED = {"zh": Decimal(10**4), "en": Decimal(10**3)}

_BEFORE: dict[str, dict[Qualifier, str]] = {
    "zh": {"over": "超", "nearly": "近", "about": "约", "expected": "有望突破", "exact": ""},
    "en": {"over": "over", "nearly": "nearly", "about": "about", "expected": "expected to pass", "exact": ""},
}
_OVER_AFTER = "余"

_CURRENCIES = {
    "元": "CNY",
    "人民币": "CNY",
    "CNY": "CNY",
    "RMB": "CNY",
    "美元": "USD",
    "USD": "USD",
    "欧元": "EUR",
    "EUR": "EUR",
    "港元": "HKD",
    "HKD": "HKD",
}
_ATTACHED = ("%", "‰", "°")
_SHORT = 4
_MOST_DECIMALS_SCALED = 2
_ENOUGH = 400
_WHOLE_FROM = 10_000

EMPTY = Words.of("")


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it is to be read, its parts in order: they are drawn at different sizes.

    `before` holds a qualifier or a currency, `after` a scale and a qualifier that follows the digits.
    """

    before: str
    digits: str
    after: str
    unit: str

    @property
    def text(self) -> str:
        """All in one: a thin space beside Chinese, a space between Latin words, none before a percent sign."""
        result = ""
        for part in (self.before, self.digits, self.after, self.unit):
            result += (_gap(result, part) if result and part else "") + part
        return result


@dataclass(frozen=True, slots=True)
class Manner:
    """What does not change while a figure counts up: the word of its scale ("" for none), its decimals, its commas."""

    scale: str
    decimals: int
    is_grouped: bool


def write(
    number: int | float | Fraction | str,
    lang: str,
    value: float | None = None,
    *,
    unit: Words = EMPTY,
    qualifier: Qualifier = "exact",
    form: QualifierForm = "before",
    decimals: int | None = None,
    scale: str | None = None,
) -> Written:
    """The number in that language; `value`, if given, on its way to it, in the same precision and scale.

    `scale` is a word of `SCALES`, "none", or None for the largest that leaves a short exact number. Languages other
    than Chinese are written like English. A fraction, also one given as text, does not count up.
    Raises ValueError for what is not finite.
    """
    if isinstance(number, Fraction | str):
        return _arranged(lang, str(number), "", unit, qualifier, form)
    manner = manner_of(number, lang, decimals=decimals, scale=scale)
    return write_in(manner, number if value is None else value, lang, unit=unit, qualifier=qualifier, form=form)


def write_in(
    manner: Manner,
    value: float,
    lang: str,
    *,
    unit: Words = EMPTY,
    qualifier: Qualifier = "exact",
    form: QualifierForm = "before",
) -> Written:
    """A value in a manner that was chosen before. Raises ValueError for what is not finite."""
    return _arranged(lang, _digits(exact(value), lang, manner), manner.scale, unit, qualifier, form)


def manner_of(number: int | float, lang: str, *, decimals: int | None = None, scale: str | None = None) -> Manner:
    """How a single number is written: as exactly as its author wrote it, unless `decimals` says otherwise."""
    tongue = tongue_of(lang)
    final = exact(number)
    word = scale_of(final, tongue, decimals) if scale is None else scale.replace(NO_SCALE, "")
    scaled = final / _factor(word, tongue)
    places = decimals_of(scaled) if decimals is None else decimals
    if not word and _is_large_and_whole(final):
        places = 0
    return Manner(word, places, abs(scaled) >= _GROUPED[tongue])


def common_manner(
    numbers: Sequence[float], lang: str, *, decimals: int | None = None, scale: str | None = None
) -> Manner:
    """How numbers are written side by side: in one scale, with as many decimals as the finest of them needs."""
    tongue = tongue_of(lang)
    finals = [_without_zeros(exact(number)) for number in numbers] or [Decimal(0)]
    most = max(abs(final) for final in finals)
    word = scale_of(most, tongue, decimals) if scale is None else scale.replace(NO_SCALE, "")
    finest = _finest(finals, word, tongue)
    if scale is None and finest > (_MOST_DECIMALS_SCALED if decimals is None else decimals):
        word, finest = "", _finest(finals, "", tongue)
    return Manner(word, finest if decimals is None else decimals, most / _factor(word, tongue) >= _GROUPED[tongue])


def tongue_of(lang: str) -> str:
    """The manner of writing numbers for a language code: "zh" or "en"."""
    return "zh" if lang.partition("-")[0] == "zh" else "en"


def exact(number: int | float) -> Decimal:
    """The number as its author wrote it: 12.9 is 12.9, not its nearest binary fraction.

    Whole floats of ten thousand or more count as whole numbers, since 5e9 is how an author may write one.
    Raises ValueError for what is not finite.
    """
    if not math.isfinite(number):
        raise ValueError(f"not finite: {number!r}")
    if isinstance(number, float) and number.is_integer() and abs(number) >= _WHOLE_FROM:
        return Decimal(int(number))
    return Decimal(number) if isinstance(number, int) else Decimal(repr(float(number)))


def decimals_of(number: Decimal) -> int:
    """How many digits stand behind its point."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def scale_of(number: Decimal, tongue: str, decimals: int | None = None) -> str:
    """The largest scale that leaves, exactly, at most four digits and no more decimals than asked; "" if none does."""
    if abs(number) < _AUTOMATIC[tongue] or len(number.normalize().as_tuple().digits) > _SHORT:
        return ""
    word, factor = next(entry for entry in SCALES[tongue].items() if abs(number) >= entry[1])
    return "" if decimals is not None and decimals_of(number / factor) > decimals else word


def _factor(word: str, tongue: str) -> Decimal:
    return SCALES[tongue][word] if word else Decimal(1)


def _finest(numbers: Sequence[Decimal], word: str, tongue: str) -> int:
    return max(decimals_of(number / _factor(word, tongue)) for number in numbers)


def _without_zeros(number: Decimal) -> Decimal:
    return number.to_integral_value() if number == number.to_integral_value() else number.normalize()


def _is_large_and_whole(number: Decimal) -> bool:
    return abs(number) >= _WHOLE_FROM and number == number.to_integral_value()


def _digits(number: Decimal, lang: str, manner: Manner) -> str:
    with localcontext(prec=_ENOUGH):
        scaled = number / _factor(manner.scale, tongue_of(lang))
        rounded = scaled.quantize(Decimal(1).scaleb(-manner.decimals), rounding=ROUND_HALF_UP)
    if rounded == 0:
        rounded = abs(rounded)
    return format(rounded, ",f" if manner.is_grouped else "f")


def _arranged(lang: str, digits: str, word: str, unit: Words, qualifier: Qualifier, form: QualifierForm) -> Written:
    tongue = tongue_of(lang)
    before, unit_text = _BEFORE[tongue][qualifier], unit.get(lang)
    if tongue == "zh":
        if qualifier == "over" and form != "before":
            return Written("", digits, word + _OVER_AFTER if form == "after" else _OVER_AFTER + word, unit_text)
    elif unit_text in _CURRENCIES:
        return Written(f"{before} {_CURRENCIES[unit_text]}".lstrip(), digits, word, "")
    return Written(before, digits, word, unit_text)


def _gap(left: str, right: str) -> str:
    if right in _ATTACHED:
        return ""
    sides = (_is_chinese(left[-1]), _is_chinese(right[0]))
    return "" if all(sides) else THIN if any(sides) else " "


def _is_chinese(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"
