"""The turn from one picture to another, staged: what is gone fades, what stays moves, what is new appears."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import pi, sin

import numpy as np

from kiosk.layers import Layer, still
from kiosk.marks import Area, Line, Mark, Text
from kiosk.morph.emphasis import is_meant
from kiosk.morph.matching import counterparts
from kiosk.morph.things import Thing, things_of
from kiosk.morph.ways import Draw, Ways, area_ways, coming, faint, going, line_ways, outlined, text_ways, thing_ways
from kiosk.motion import Track, in_out, smoothstep

MORPH_SECONDS = 1.1
LEAVE, MOVE, ARRIVE = Track(0.0, 0.35, smoothstep), Track(0.1, 0.9, in_out), Track(0.7, 0.4, smoothstep)
"""When, in seconds of a turn, things go, move and come."""
SOON = 0.05
"""When things come where nothing moves that they would have to wait for: the screen is never empty."""
MOMENT = 1e-3
PULSE_SECONDS = 0.9
SWELL = 0.05
"""By how much an emphasised thing swells for a moment."""


@dataclass(frozen=True)
class Parting(Layer):
    """A layer as it was until `begin`, and then on its way out."""

    inner: Layer | None = None
    begin: float = 0.0

    def clip(self, t: float) -> float:
        """The time that looks the same as `t`, as little of it as `inner` needs while it stays."""
        return self.inner.clip(t) if self.inner and t < self.begin else super().clip(t)


@dataclass(frozen=True)
class Stack:
    """The layers of several pictures in turn, from back to front; `is_live` says of each whether it is in the last one."""

    layers: tuple[Layer, ...]
    is_live: tuple[bool, ...]

    @classmethod
    def of(cls, layers: Iterable[Layer]) -> "Stack":
        """One picture alone."""
        given = tuple(layers)
        return cls(given, (True,) * len(given))

    @property
    def live(self) -> tuple[Layer, ...]:
        """The layers of the last picture."""
        return tuple(layer for layer, is_live in zip(self.layers, self.is_live, strict=True) if is_live)

    def turned(
        self, after: Sequence[Layer], begin: float, pulsing: Iterable[str] = (), *, is_calm: bool = False
    ) -> "Stack":
        """The stack with one more picture, to which the last one turns between `begin` and MORPH_SECONDS later.

        All layers have settled by then. Of `after` only the final states are shown; what moves on by itself goes on from there.
        Things whose key is in `pulsing` swell once afterwards, for PULSE_SECONDS. A turn that `is_calm` only fades.
        """
        return _Turn(self, after, begin, frozenset() if is_calm else frozenset(pulsing), is_calm).done()


def follow(before: Iterable[Layer], after: Sequence[Layer]) -> Stack:
    """A picture that grows out of the final state of another at 0 seconds; what the latter hides is left behind."""
    stood = [still(mark) for layer in before if not layer.on_wall and _is_seen(mark := layer.at(layer.settled))]
    return Stack.of(stood).turned(after, 0.0)


class _Turn:
    """One turn being worked out."""

    def __init__(
        self, stack: Stack, after: Sequence[Layer], begin: float, pulsing: frozenset[str], is_calm: bool
    ) -> None:
        before = stack.live
        self.stack, self.before, self.after, self.begin, self.pulsing = stack, before, after, begin, pulsing
        self.old = [layer.draw(layer.time(layer.settled)) for layer in before]
        self.new = [layer.draw(layer.time(layer.settled)) for layer in after]
        self.anchors = _anchors(before, self.old, after, self.new)
        self.old_left = [index for index in range(len(before)) if index not in self.anchors]
        kept = set(self.anchors.values())
        self.new_left = [index for index in range(len(after)) if index not in kept]
        self.ways: dict[int, list[Layer]] = {}
        self.pulses: dict[int, Layer] = {}
        self.moved_old: set[int] = set()
        self.moved_new: set[int] = set()
        self.is_followed = False
        self.is_calm = is_calm

    def done(self) -> Stack:
        if not self.is_calm:
            self.match_things()
            self.match_alone(Line, line_ways)
            self.match_alone(Area, area_ways)
            self.match_alone(Text, text_ways)
        self.is_followed = any(
            _keys(self.new[index]) and not isinstance(self.new[index], Text) for index in self.moved_new
        )
        for index in self.new_left if self.pulsing else ():
            self.pulse(index)
        entries: list[tuple[Layer, bool]] = []
        old = new = 0
        for layer, was_live in zip(self.stack.layers, self.stack.is_live, strict=True):
            if not was_live:
                entries.append((layer, False))
                continue
            if old in self.anchors:
                # What is new lies between the same neighbours as in its own picture.
                entries += self.fresh(new, self.anchors[old])
                new = self.anchors[old] + 1
            entries.append((layer, True) if old in self.anchors else (self.gone(old), False))
            old += 1
        entries += self.fresh(new, len(self.after))
        return Stack(tuple(layer for layer, _ in entries), tuple(is_live for _, is_live in entries))

    def fresh(self, first: int, end: int) -> list[tuple[Layer, bool]]:
        """Some layers of the new picture, each with what leads to it below and what points it out above."""
        entries: list[tuple[Layer, bool]] = []
        for index in range(first, end):
            entries += [(way, False) for way in self.ways.get(index, ())]
            entries.append((self.come(index), True))
            entries += [(self.pulses[index], False)] if index in self.pulses else []
        return entries

    def gone(self, index: int) -> Layer:
        """A layer of the old picture up to its going."""
        layer, mark, begin = self.before[index], self.old[index], self.begin
        leave = replace(LEAVE, start=begin + LEAVE.start, duration=0.0 if index in self.moved_old else LEAVE.duration)

        def draw(t: float) -> Mark:
            return layer.at(t) if t < begin else faint(mark, 1.0 - leave.at(t))

        if layer.on_wall:
            # A clock that does not stay would have to show a time that is not: it is left out.
            return still(faint(mark, 0.0))
        return Parting(layer.start, leave.end, draw, inner=layer, begin=begin)

    def come(self, index: int) -> Layer:
        """A layer of the new picture from its coming."""
        layer, mark, begin = self.after[index], self.new[index], self.begin
        arrive = replace(ARRIVE, start=begin + (ARRIVE.start if self.is_followed else SOON))
        if index in self.moved_new:
            arrive = replace(arrive, start=begin + MOVE.end, duration=0.0)
        if layer.on_wall:
            hidden = faint(mark, 0.0)
            # Its time is not that of the slide: it cannot come by and by.
            return replace(
                layer, start=-1.0, settles=arrive.end, since=arrive.end,
                draw=lambda wall: layer.draw(wall) if wall >= layer.start else hidden,
            )  # fmt: skip
        return Layer(begin, arrive.end, lambda t: faint(mark, arrive.at(t)))

    def way(self, index: int, ways: Ways) -> None:
        """Layers before one of the new picture that are seen only on the way."""
        begin, end = self.begin, self.begin + MOVE.end
        move = replace(MOVE, start=begin + MOVE.start)

        def drawn(t: float, draw: Draw) -> Mark:
            mark = draw(move.at(t))
            return mark if begin <= t < end else faint(mark, 0.0)

        # They begin a moment before the turn, when they are not yet to be seen.
        made = (Layer(begin - MOMENT, end, partial(drawn, draw=draw)) for draw in ways)
        self.ways.setdefault(index, []).extend(made)

    def pulse(self, index: int) -> None:
        """A layer over one of the new picture in which the things that are pointed out swell once."""
        things = [each for each in things_of(self.new[index]) if is_meant(each.key, self.pulsing)]
        if not things:
            return
        start = self.begin + MORPH_SECONDS
        rings = np.stack([each.ring for each in things])
        middles = rings.mean(axis=1, keepdims=True)
        colors, keys = tuple(each.color for each in things), tuple(each.key for each in things)

        def draw(t: float) -> Mark:
            swollen = middles + (rings - middles) * (1.0 + swell(t, start))
            is_seen = start < t < start + PULSE_SECONDS
            return outlined(swollen, colors, things[0].opacity if is_seen else 0.0, keys)

        self.pulses[index] = Layer(start, start + PULSE_SECONDS, draw)

    # Things with a filled outline.

    def match_things(self) -> None:
        old = {index: things for index in self.old_left if (things := things_of(self.old[index]))}
        new = {index: things for index in self.new_left if (things := things_of(self.new[index]))}
        waiting = _by_key(old)
        known = counterparts(waiting, [thing.key for things in new.values() for thing in things])
        for index, things in new.items():
            pairs: list[tuple[Thing, Thing]] = []
            single: list[Thing] = []
            for thing in things:
                found = waiting.pop(known.get(thing.key, ""), None)
                if found is None:
                    single.append(thing)
                    continue
                self.moved_old.add(found[0])
                pairs.append((found[1], thing))
            if pairs:
                self.moved_new.add(index)
                self.way(index, thing_ways(pairs) + (coming(single) if single else ()))
        last = {index: max(new, default=-1) for index in self.moved_old}
        for index, at in last.items():
            gone = [each for place, each in waiting.values() if place == index]
            if gone and at >= 0:
                self.way(at, going(gone))

    # Lines, areas and texts, each of which is one thing.

    def match_alone(self, kind: type[Mark], ways: Callable[[Mark, Mark], Ways]) -> None:
        old = _alone([(index, self.old[index]) for index in self.old_left if index not in self.moved_old], kind)
        new = _alone([(index, self.new[index]) for index in self.new_left if index not in self.moved_new], kind)
        for key, counterpart in counterparts(old, new).items():
            if found := ways(self.old[old[counterpart]], self.new[new[key]]):
                self.way(new[key], found)
                self.moved_old.add(old[counterpart])
                self.moved_new.add(new[key])


def _anchors(
    before: Sequence[Layer], old: Sequence[Mark], after: Sequence[Layer], new: Sequence[Mark]
) -> dict[int, int]:
    """Which layers are the same in both pictures, in the order of both: they just stay."""
    anchors: dict[int, int] = {}
    first = 0
    for at, mark in enumerate(new):
        for index in range(first, len(old)):
            if before[index].on_wall is after[at].on_wall and type(old[index]) is type(mark) and old[index] == mark:
                anchors[index] = at
                first = index + 1
                break
    return anchors


def _by_key(things: dict[int, tuple[Thing, ...]]) -> dict[str, tuple[int, Thing]]:
    found: dict[str, tuple[int, Thing]] = {}
    for index, each in things.items():
        for thing in each:
            found.setdefault(thing.key, (index, thing))
    return found


def _keys(mark: Mark) -> bool:
    return bool(getattr(mark, "keys", ()) or getattr(mark, "key", ""))


def _is_seen(mark: Mark) -> bool:
    return bool(getattr(mark, "opacity", 1.0) > 0.0)


def _alone(marks: Iterable[tuple[int, Mark]], kind: type[Mark]) -> dict[str, int]:
    """The marks of a kind that are one thing, by key; of texts without a key those whose words stand there once."""
    found: dict[str, int] = {}
    lines: Counter[str] = Counter()
    marks = [(index, mark) for index, mark in marks if isinstance(mark, kind)]
    words = Counter(mark.text for _, mark in marks if isinstance(mark, Text))
    for index, mark in marks:
        key: str = getattr(mark, "key", "")
        if not key and isinstance(mark, Text) and words[mark.text] == 1:
            key = f"words:{mark.text}"
        if key:
            # The lines of one name have one key: the first goes with the first, the second with the second.
            lines[key] += 1
            found[f"{key}#{lines[key]}"] = index
    return found | _rules(marks)


def _rules(marks: Iterable[tuple[int, Mark]]) -> dict[str, int]:
    """Straight lines without a key, by their look, of which there is only one: an axis, the rule of the furniture."""
    rules = [(index, mark) for index, mark in marks if isinstance(mark, Line) and not mark.key and mark.x.shape == (2,)]
    looks = Counter((mark.color, mark.width, mark.dashes) for _, mark in rules)
    return {
        f"rule:{mark.color}:{mark.width}": index
        for index, mark in rules
        if looks[mark.color, mark.width, mark.dashes] == 1
    }


def swell(t: float, start: float) -> float:
    """How much larger than it is an emphasised thing looks at `t` seconds: once up and down, smooth at both ends."""
    progress = (t - start) / PULSE_SECONDS
    return SWELL * sin(pi * progress) ** 2 if 0.0 < progress < 1.0 else 0.0
