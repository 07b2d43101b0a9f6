"""The clock of one slide, and the change from one slide to another, both read off the show's clock."""

from dataclasses import dataclass, replace
from math import inf


@dataclass(frozen=True)
class Clock:
    """A slide's time: 0 until `started`, never past `stop`, and standing at `frozen` while the screen is blank."""

    started: float
    stop: float = inf
    frozen: float | None = None

    def t(self, now: float) -> float:
        """The slide's time."""
        if self.frozen is not None:
            return self.frozen
        return min(max(now - self.started, 0.0), self.stop)

    def stopping_at(self, stop: float) -> "Clock":
        """The clock with another end."""
        return replace(self, stop=stop)

    def going_on(self, now: float) -> "Clock":
        """The clock without an end, running on from where it stands."""
        stands = now - self.started > self.stop
        return Clock(now - self.stop if stands else self.started)

    def freeze(self, now: float) -> "Clock":
        """The clock standing still, whatever its end."""
        return replace(self, frozen=self.t(now))

    def thaw(self, now: float) -> "Clock":
        """The clock running again from where it was frozen."""
        return self if self.frozen is None else replace(self, started=now - self.frozen, frozen=None)

    def shift(self, by: float) -> "Clock":
        """The same clock on a show's clock that was set by some seconds."""
        return replace(self, started=self.started + by)


@dataclass(frozen=True)
class Change:
    """One slide giving way to another: `previous` stands at `previous_t` from `began` until `ends`."""

    previous: int
    previous_t: float
    began: float
    ends: float

    def progress(self, now: float) -> float | None:
        """How far the change has come, 0 to 1; None once it is over."""
        return max(0.0, (now - self.began) / (self.ends - self.began)) if now < self.ends else None

    def shift(self, by: float) -> "Change":
        """The same change on a show's clock that was set by some seconds."""
        return replace(self, began=self.began + by, ends=self.ends + by)
