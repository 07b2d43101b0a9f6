"""Unit keys: the words that say what one mark of a unit chart stands for."""

from pydantic_core import PydanticCustomError

from kiosk.metrics import Metric
from kiosk.numbers import THIN, common_manner, exact, tongue_of, write_in

MOST_UNITS = 100
"""More marks than that are no longer seen as single things (Zikmund-Fisher 2012)."""

_IRREGULAR = {"people": "person"}


def unit_key(lang: str, mark: str, metric: Metric, value: float) -> str:
    """The key of a chart whose marks, called `mark` in that language, stand for `value` units of a metric each."""
    unit = metric.unit.get(lang)
    digits = write_in(common_manner((value,), lang), value, lang).text
    if tongue_of(lang) == "zh":
        if value == 1.0:
            return f"一{mark}为一{unit or '个'}"
        return f"一{mark}为{THIN}{digits}{THIN}{unit}".rstrip(THIN)
    if value == 1.0:
        return f"one {mark} is one {singular(unit)}".rstrip()
    return f"one {mark} is {digits} {unit}".rstrip()


def refuse_too_many(metric: Metric, value: float, option: str) -> None:
    """Refuses, in words for the author, a metric that cannot be shown in marks of `value` each."""
    if metric.number < 0.0:
        raise PydanticCustomError(
            "unit_negative",
            "{value} is less than nothing: single marks can only show 0 and more",
            {"value": plain(metric.number)},
        )
    if metric.number > MOST_UNITS * value:
        raise PydanticCustomError(
            "unit_many",
            "{value} would take more than {most} marks: write {option}: {least} or more",
            {
                "value": plain(metric.number),
                "most": MOST_UNITS,
                "option": option,
                "least": _round_up(metric.number / MOST_UNITS),
            },
        )


def plain(value: float) -> str:
    """A number as an author writes it: without an exponent, and whole where it is whole."""
    return format(exact(value).normalize(), "f")


def singular(unit: str) -> str:
    """An English unit as it is called of one."""
    if unit in _IRREGULAR:
        return _IRREGULAR[unit]
    if unit.endswith("ies"):
        return f"{unit[:-3]}y"
    return unit[:-1] if unit.endswith("s") and not unit.endswith("ss") else unit


def _round_up(least: float) -> str:
    """The next of 1, 2 and 5 times a power of ten."""
    power = 10.0 ** len(str(int(least))) / 10.0 if least >= 1.0 else 10.0**-6
    while True:
        for factor in (1.0, 2.0, 5.0):
            if factor * power >= least:
                return plain(factor * power)
        power *= 10.0
