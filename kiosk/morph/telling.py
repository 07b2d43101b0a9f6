"""Tellings: how one text turns into another: it moves, its figure counts on, or the new words take the place of the old."""

import re
from collections.abc import Callable
from dataclasses import replace

from kiosk.marks import Run, Text
from kiosk.motion import lerp
from kiosk.typesetting import ink_left, width_of

_DIGITS = re.compile(r"[-−]?\d[\d,]*")
Draw = Callable[[float], Text]


def left_of(text: Text) -> float:
    """The x of the first cell of a text."""
    width = width_of(text.runs)
    if text.anchor == "ink" and text.runs and text.runs[0].text:
        first = text.runs[0]
        return text.x - ink_left(first.text[0], first.size, first.weight)
    return text.x - {"middle": width / 2.0, "end": width}.get(text.anchor, 0.0)


def retold(before: Text, after: Text) -> tuple[Draw, ...]:
    """The texts that lead from one to the other, each drawn from a progress of 0 to 1."""
    if before.upright != after.upright or before.angle != after.angle:
        return (_leaving(before, before), _arriving(after, after))
    if count := counting(before, after):
        old, new = ({run.color for run in text.runs} for text in (before, after))
        if old == new:
            return (count,)
        # The new colour is laid over the old one as it comes.
        return (
            lambda progress: _colored(count(progress), min(old)),
            lambda progress: _faint(count(progress), progress),
        )
    if _bare(before) == _bare(after):
        return (lambda progress: _between(before, after, after, progress),)
    return (_leaving(before, after), _arriving(before, after))


def _bare(text: Text) -> tuple[object, ...]:
    return (text.runs, text.upright, text.angle)


def _between(before: Text, after: Text, shown: Text, progress: float, opacity: float = 1.0) -> Text:
    """`shown` on the way from the place of one text to that of the other."""
    if shown.upright or shown.angle:
        x, anchor = lerp(before.x, after.x, progress), shown.anchor
    else:
        x, anchor = lerp(left_of(before), left_of(after), progress), "start"
    faint = lerp(before.opacity, after.opacity, progress) * opacity
    return replace(shown, x=x, y=lerp(before.y, after.y, progress), anchor=anchor, opacity=faint)


def _leaving(before: Text, after: Text) -> Draw:
    return lambda progress: _between(before, after, before, progress, max(0.0, 1.0 - 1.6 * progress))


def _arriving(before: Text, after: Text) -> Draw:
    return lambda progress: _between(before, after, after, progress, max(0.0, 1.6 * progress - 0.6))


def counting(before: Text, after: Text) -> Draw | None:
    """A figure that counts on from one value to another in the form of the latter; None where these are not two figures."""
    old, new = _figure_in(before), _figure_in(after)
    if old is None or new is None:
        return None
    (first, last, value), (begin, end, target) = old, new
    words_before = [run.text for run in (*before.runs[:first], *before.runs[last:])]
    words_after = [run.text for run in (*after.runs[:begin], *after.runs[end:])]
    if words_before != words_after:
        return None
    digits = after.runs[begin:end]
    places = len(digits[2].text) if len(digits) == 3 else 0
    right, right_before = left_of(after) + width_of(after.runs), left_of(before) + width_of(before.runs)
    old_digits = before.runs[first:last]
    # The digits that both have, each of the size it had before; more decimals are as large as the last of those.
    started = (*before.runs[:first], *(old_digits[min(place, len(old_digits) - 1)] for place in range(len(digits))))
    started = (*started, *before.runs[last:])

    def draw(progress: float) -> Text:
        if progress >= 1.0:
            return after
        written = f"{lerp(value, target, progress):,.{places}f}"
        if not any("," in run.text for run in digits):
            written = written.replace(",", "")
        whole, _, rest = written.partition(".")
        shown = (replace(digits[0], text=whole), *digits[1:2], *(replace(each, text=rest) for each in digits[2:]))
        runs = (*after.runs[:begin], *shown, *after.runs[end:])
        runs = tuple(_resized(was, run, progress) for was, run in zip(started, runs, strict=True))
        # More digits than before take no more room than is theirs on the way: its neighbours move, too.
        room = lerp(width_of(before.runs), width_of(after.runs), progress)
        if (needed := width_of(runs)) > room:
            runs = tuple(_scaled(run, room / needed) for run in runs)
        x = lerp(right_before, right, progress)
        opacity = lerp(before.opacity, after.opacity, progress)
        return replace(after, x=x, y=lerp(before.y, after.y, progress), runs=runs, anchor="end", opacity=opacity)

    return draw


def _scaled(run: Run, by: float) -> Run:
    return replace(run, size=max(1.0, float(int(run.size * by))), gap=run.gap * by)


def _colored(text: Text, color: str) -> Text:
    return replace(text, runs=tuple(replace(run, color=color) for run in text.runs))


def _faint(text: Text, share: float) -> Text:
    return replace(text, opacity=text.opacity * share)


def _resized(was: Run, run: Run, progress: float) -> Run:
    """A run between the size that it had and the one it gets, in whole pixels, as fonts are."""
    if was.size == run.size:
        return run
    return replace(run, size=float(round(lerp(was.size, run.size, progress))), gap=lerp(was.gap, run.gap, progress))


def _figure_in(text: Text) -> tuple[int, int, float] | None:
    """The first and last (exclusive) run of the digits in a text, and their value; the decimal point is a run of its own."""
    runs: tuple[Run, ...] = text.runs
    for index, run in enumerate(runs):
        if not _DIGITS.fullmatch(run.text):
            continue
        whole = run.text.replace(",", "").replace("−", "-")
        if index + 2 < len(runs) and runs[index + 1].text == "." and runs[index + 2].text.isdigit():
            return index, index + 3, float(f"{whole}.{runs[index + 2].text}")
        return index, index + 1, float(whole)
    return None
