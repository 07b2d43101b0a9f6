"""The course of the slides: which one is in view, how it came, and which ones cannot be played."""

from dataclasses import dataclass, replace
from math import inf

from kiosk.playback.clock import Change, Clock
from kiosk.playback.programme import Acts, Programme

INSTANT = 1e-6
"""Seconds that do not count: a clock set to a time reads a hair more or less."""


@dataclass(frozen=True)
class Course:
    """The slide in view with its clock; None when every slide was dropped. `grown` is the slide that it grew out of."""

    programme: Programme
    slide: int | None
    clock: Clock
    change: Change | None = None
    direction: int = 1
    grown: int | None = None
    dropped: frozenset[int] = frozenset()
    finished: bool = False

    @classmethod
    def start(cls, programme: Programme, slide: int, now: float) -> "Course":
        """The course in the loop, at the beginning of a slide; at the first one if there is no such slide."""
        if programme.slides == 0:
            return cls(programme, None, Clock(now), finished=programme.once)
        return cls(programme, slide if 0 <= slide < programme.slides else 0, Clock(now))

    @property
    def acts(self) -> Acts:
        """From when to when the slide in view moves."""
        return ((0.0, 0.0),) if self.slide is None else self.programme.acts_of(self.slide)

    def act(self, now: float) -> int:
        """The act that the slide in view is in, or stands at the end of."""
        t = self.clock.t(now)
        return max((index for index, (begin, _) in enumerate(self.acts) if begin <= t + INSTANT), default=0)

    def rests_at(self, now: float) -> float:
        """The slide's time at which it stands still again: now, or at the end of its act."""
        return max(self.clock.t(now), self.acts[self.act(now)][1])

    def ends(self) -> float:
        """When the loop moves on from the slide in view; `inf` while it stays."""
        if self.slide is None or self.finished or self.clock.stop < inf:
            return inf
        return self.clock.started + self.programme.duration_of(self.slide)

    def is_moving(self, now: float) -> bool:
        """Whether frames differ from one to the next."""
        if self.slide is None or self.finished or self.clock.frozen is not None:
            return False
        return now < self.moves_until(now) or self.breath(now) < self.programme.breath_of(self.slide)

    def breath(self, now: float) -> float:
        """The time of what moves by itself on the slide in view, as long as it does."""
        return 0.0 if self.slide is None else min(self.clock.breath(now), self.programme.breath_of(self.slide))

    def moves_until(self, now: float) -> float:
        """When the act of the slide in view is over; in the past, or `-inf`, if it is."""
        if self.slide is None or self.finished or self.clock.frozen is not None:
            return -inf
        return self.clock.started + min(self.acts[self.act(now)][1], self.clock.stop)

    def moves_again(self, now: float) -> float:
        """When the next act begins by itself; `inf` if none does."""
        if self.slide is None or self.finished or self.clock.frozen is not None:
            return inf
        begins = (begin for begin, _ in self.acts[self.act(now) + 1 :] if begin < self.clock.stop)
        return self.clock.started + next(begins, inf)

    def play_act(self, by: int, now: float) -> "Course | None":
        """The course in another act of the slide in view, which then stands; None if there is none.

        Forwards (by = 1) the act is played, backwards (by = -1) the slide is as it was at the end of the one before.
        """
        place = self.act(now) + by
        if self.slide is None or self._is_changing(now) or not 0 <= place < len(self.acts):
            return None
        begin, end = self.acts[place]
        return replace(self, clock=self.clock.set_to(begin if by > 0 else end, end, now))

    def playable(self) -> tuple[int, ...]:
        """The slides that can be played, in order."""
        return tuple(slide for slide in range(self.programme.slides) if slide not in self.dropped)

    def neighbour(self, slide: int, by: int, *, wraps: bool) -> int | None:
        """The nearest playable slide forwards (by = 1) or backwards (by = -1); the only one is its own neighbour."""
        count = self.programme.slides
        for distance in range(1, count + 1):
            place = slide + by * distance
            if not wraps and not 0 <= place < count:
                return None
            if place % count not in self.dropped:
                return place % count
        return None

    def enter(self, slide: int, direction: int, now: float, *, stays: bool, cut: bool = False) -> "Course":
        """The course with another slide coming in; a slide never changes into itself, it begins again.

        A slide that stays runs its animation and then stands; `cut` leaves out the transition.
        """
        cut = cut or self.slide is None or self.slide == slide
        # It grows out of the final state of another: out of one that is half told it would leap.
        is_told = self.slide is not None and self.clock.t(now) >= self.acts[-1][1] and not self._is_changing(now)
        grown = self.slide if is_told and not cut and self.programme.is_grown(self.slide or 0, slide) else None
        begins = now if cut or grown is not None else now + self.programme.transition_of(slide)
        change = None
        if self.slide is not None and begins > now:
            change = Change(self.slide, self.clock.t(now), now, begins)
        clock = Clock(begins, self.programme.acts_of(slide)[0][1] if stays else inf)
        return replace(self, slide=slide, clock=clock, change=change, direction=direction, grown=grown)

    def move_on(self, now: float) -> "Course":
        """The course as the loop moves on: the next slide, or the end of a single pass."""
        if self.slide is None:
            return replace(self, clock=self.clock.going_on(now))
        following = self.neighbour(self.slide, 1, wraps=not self.programme.once)
        if following is None:
            return self._finish(now)
        return self.enter(following, 1, now, stays=False)

    def begin_again(self, now: float) -> "Course":
        """The course with the slide in view at its beginning, in the loop."""
        return replace(self, clock=Clock(now), change=None, grown=None)

    def hold(self, now: float) -> "Course":
        """The course standing still; a slide that has not begun is not held empty, it runs its animation first."""
        return replace(self, clock=self.clock.stopping_at(self.clock.t(now) or self.acts[0][1]))

    def stay(self, now: float) -> "Course":
        """The course with the slide in view running its animation and then standing."""
        return replace(self, clock=self.clock.stopping_at(self.rests_at(now)))

    def go_on(self, now: float) -> "Course":
        """The course handed to the loop, going on from where the slide in view stands."""
        return replace(self, clock=self.clock.going_on(now))

    def freeze(self, now: float) -> "Course":
        """The course as the screen goes blank: a change is over at once, time stands."""
        return replace(self, clock=self.clock.freeze(now), change=None)

    def thaw(self, now: float) -> "Course":
        """The course as the picture comes back."""
        return replace(self, clock=self.clock.thaw(now))

    def drop(self, slide: int, now: float, *, stays: bool) -> "Course":
        """The course without a slide; if it was in view the next one takes its place, without a transition."""
        if not 0 <= slide < self.programme.slides:
            return self
        course = replace(self, dropped=self.dropped | {slide})
        if course.change is not None and course.change.previous == slide and now < course.change.ends:
            course = replace(course, change=None, clock=replace(course.clock, started=now))
        if slide != self.slide:
            return course
        following = course.neighbour(slide, 1, wraps=not self.programme.once)
        if following is not None:
            return course.enter(following, 1, now, stays=stays, cut=True)
        before = course.neighbour(slide, -1, wraps=False)
        if before is not None:
            return course.enter(before, -1, now, stays=True, cut=True)._finish(now)
        return replace(course, slide=None, change=None, clock=Clock(now), finished=self.finished or self.programme.once)

    def restore(self, slide: int, now: float, *, stays: bool) -> "Course":
        """The course with a dropped slide playable again; it comes into view only if nothing else is."""
        course = replace(self, dropped=self.dropped - {slide})
        if self.slide is not None or not 0 <= slide < self.programme.slides:
            return course
        return course.enter(slide, 1, now, stays=stays, cut=True)

    def shift(self, by: float) -> "Course":
        """The same course on a clock that was set by some seconds."""
        return replace(self, clock=self.clock.shift(by), change=self.change.shift(by) if self.change else None)

    def _is_changing(self, now: float) -> bool:
        return self.change is not None and now < self.change.ends

    def _finish(self, now: float) -> "Course":
        stands = max(self.clock.t(now), self.acts[-1][1])
        return replace(self, finished=True, change=None, clock=Clock(now - stands, stop=stands))
