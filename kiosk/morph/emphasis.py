"""Emphasis: the same picture with one thing in the warm colour and all that has a key besides drawn back."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from kiosk.layers import Layer, still
from kiosk.marks import Area, Bars, Dots, Line, Mark, Shapes, Text, Wedges

DRAWN_BACK = {"warm": "cool4", "text": "muted"}
FAINT = "cool3"


def keys_in(layers: Iterable[Layer]) -> tuple[str, ...]:
    """What may be emphasised in a picture: every key once, without what it is the name or the figure of."""
    found: dict[str, None] = {}
    for layer in layers:
        mark = layer.at(layer.settled)
        keys = getattr(mark, "keys", ()) or ((key,) if (key := getattr(mark, "key", "")) else ())
        found.update(dict.fromkeys(_subject(key) for key in keys))
    return tuple(found)


def emphasised(layers: Iterable[Layer], wanted: Collection[str]) -> tuple[Layer, ...]:
    """The final picture of some layers with the things in `wanted` emphasised; what moves on by itself is left alone."""
    return tuple(
        layer if layer.on_wall or layer.is_breathing else still(_drawn(layer.at(layer.settled), wanted))
        for layer in layers
    )


def is_meant(key: str, wanted: Collection[str]) -> bool:
    """Whether a key is one of those wanted, or belongs to one: its name, its figure, or it in one of several series."""
    subject = _subject(key)
    return subject in wanted or subject.partition("/")[2] in wanted or subject.partition("/")[0] in wanted


def _subject(key: str) -> str:
    return key.removeprefix("name:").removeprefix("figure:")


def _drawn(mark: Mark, wanted: Collection[str]) -> Mark:
    if isinstance(mark, Bars | Dots | Wedges | Shapes) and mark.keys:
        old = (mark.color,) * len(mark.keys) if isinstance(mark.color, str) else mark.color
        colors = ("warm" if is_meant(key, wanted) else _back(role) for key, role in zip(mark.keys, old, strict=True))
        return replace(mark, color=tuple(colors))
    if isinstance(mark, Line | Area) and mark.key:
        return replace(mark, color="warm" if is_meant(mark.key, wanted) else _back(mark.color))
    if isinstance(mark, Text) and mark.key:
        is_wanted = is_meant(mark.key, wanted)
        runs = (replace(run, color="warm" if is_wanted else DRAWN_BACK.get(run.color, "muted")) for run in mark.runs)
        return replace(mark, runs=tuple(runs))
    return mark


def _back(role: str) -> str:
    if role in DRAWN_BACK:
        return DRAWN_BACK[role]
    return FAINT if role.startswith(("cool", "warm")) and role not in {"cool1", "cool2"} else role
