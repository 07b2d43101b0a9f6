"""Layers: marks through time, and things laid out in their place as a stack of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import inf
from typing import TypeVar

from kiosk.marks import Mark
from kiosk.motion import Track, smoothstep

TEN_PAST_TEN = 1_795_601_400.0
"""What a clock shows in a still picture: ten past ten on 25 November 2026, in seconds on the wall."""
AnyMark = TypeVar("AnyMark", bound=Mark)


@dataclass(frozen=True)
class Layer:
    """One mark through time: still before `start` and after `end` seconds, a pure function of time between.

    `end` may be infinite. `settles`: the seconds after which it has told what it has to tell, though it may move on; left out,
    its end. One that is `on_wall` is drawn from the time on the wall instead, and settles at once: the seconds from
    1970-01-01 00:00 to what calendar and clock show in the hall, as if every day there had 86,400 of them. Before `since` seconds
    of the slide it looks as at its start.
    """

    start: float
    end: float
    draw: Callable[[float], Mark]
    settles: float | None = None
    on_wall: bool = False
    since: float = -inf

    @property
    def settled(self) -> float:
        """Seconds until it has told what it has to tell."""
        return self.end if self.settles is None else self.settles

    @property
    def is_breathing(self) -> bool:
        """Whether it moves on after it has told what it has to tell."""
        return self.end > self.settled and not self.on_wall

    def clip(self, t: float) -> float:
        """The time within the layer's own stretch that looks the same as `t`."""
        return min(max(t, self.start), self.end)

    def time(self, t: float, breath: float | None = None, wall: float = TEN_PAST_TEN) -> float:
        """The time that it is drawn from: the slide's, that of what moves by itself (left out, the same), or that on the wall."""
        if self.on_wall:
            return self.clip(wall) if t >= self.since else self.start
        return self.clip(t if breath is None or not self.is_breathing else breath)

    def at(self, t: float) -> Mark:
        """The mark at `t` seconds."""
        return self.draw(self.clip(t))


def still(mark: Mark) -> Layer:
    """A mark that does not change."""
    return Layer(0.0, 0.0, lambda t: mark)


def moving(track: Track, draw: Callable[[float], Mark]) -> Layer:
    """A mark drawn from the progress, 0 to 1, of one track."""
    return Layer(track.start, track.end, lambda t: draw(track.at(t)))


def moving_together(tracks: Iterable[Track], draw: Callable[[float], Mark]) -> Layer:
    """A mark drawn from the time itself, still outside the stretch that `tracks` cover."""
    all_tracks = tuple(tracks)
    return Layer(min(track.start for track in all_tracks), max(track.end for track in all_tracks), draw)


def stilled(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    """The same picture in its final state from the first; only clocks go on."""
    return tuple(layer if layer.on_wall else still(layer.at(layer.settled)) for layer in layers)


def lasting(draw: Callable[[float], Mark], settles: float = 0.0, end: float = inf) -> Layer:
    """A mark that moves on after it has told what it has to tell: `draw` is given the seconds of the slide."""
    return Layer(0.0, end, draw, settles)


def on_wall(draw: Callable[[float], Mark]) -> Layer:
    """A mark that tells the time: `draw` is given the seconds on the wall, see `Layer`."""
    return Layer(0.0, inf, draw, 0.0, on_wall=True)


def appearing(mark: Mark, start: float, duration: float = 0.4) -> Layer:
    """A mark that fades in; it must have an `opacity`."""
    track = Track(start, duration, smoothstep)
    full: float = mark.opacity  # type: ignore[attr-defined]
    return moving(track, lambda progress: replace(mark, opacity=full * progress))  # type: ignore[type-var]


@dataclass(frozen=True)
class Placed:
    """Something laid out in its place on one screen: layers from back to front.

    `note` explains what one unit stands for or what to beware of; it is written before the source.
    """

    layers: tuple[Layer, ...]
    note: str = ""

    @property
    def duration(self) -> float:
        """Seconds until all is told; what moves on afterwards only breathes."""
        return max((layer.settled for layer in self.layers), default=0.0)

    def at(self, t: float, wall: float = TEN_PAST_TEN) -> tuple[Mark, ...]:
        """The marks at `t` seconds, from back to front, at a time on the wall."""
        return tuple(layer.draw(layer.time(t, wall=wall)) for layer in self.layers)
