"""The clock of one slide, and the change from one slide to another, both read off the show's clock."""

from dataclasses import dataclass, replace
from math import inf


@dataclass(frozen=True)
class Clock:
    """A slide's time: 0 until `started`, never past `stop`, and standing at `frozen` while the screen is blank.

    `entered` is when the slide came in: what moves by itself goes on while the slide's own time stands at a stop, or is set.
    """

    started: float
    stop: float = inf
    frozen: float | None = None
    entered: float | None = None

    def t(self, now: float) -> float:
        """The slide's time."""
        if self.frozen is not None:
            return self.frozen
        return min(max(now - self.started, 0.0), self.stop)

    def breath(self, now: float) -> float:
        """The time of what moves by itself: seconds since the slide came in."""
        return max(0.0, now - self._came)

    def set_to(self, t: float, stop: float, now: float) -> "Clock":
        """The clock set to a time, from where it runs to a stop."""
        return Clock(now - t, stop, entered=self._came)

    @property
    def _came(self) -> float:
        return self.started if self.entered is None else self.entered

    def stopping_at(self, stop: float) -> "Clock":
        """The clock with another end."""
        return replace(self, stop=stop)

    def going_on(self, now: float) -> "Clock":
        """The clock without an end, running on from where it stands."""
        stands = now - self.started > self.stop
        return replace(
            self, started=now - self.stop if stands else self.started, stop=inf, frozen=None, entered=self._came
        )

    def freeze(self, now: float) -> "Clock":
        """The clock standing still, whatever its end."""
        return replace(self, frozen=self.t(now))

    def thaw(self, now: float) -> "Clock":
        """The clock running again from where it was frozen."""
        if self.frozen is None:
            return self
        return replace(self, started=now - self.frozen, frozen=None, entered=self._came)

    def shift(self, by: float) -> "Clock":
        """The same clock on a show's clock that was set by some seconds."""
        entered = None if self.entered is None else self.entered + by
        return replace(self, started=self.started + by, entered=entered)


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
