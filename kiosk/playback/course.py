"""The course of the slides: which one is in view, how it came, and which ones cannot be played."""

from dataclasses import dataclass, replace
from math import inf

from kiosk.playback.clock import Change, Clock
from kiosk.playback.programme import Programme


@dataclass(frozen=True)
class Course:
    """The slide in view with its clock; None when every slide was dropped."""

    programme: Programme
    slide: int | None
    clock: Clock
    change: Change | None = None
    direction: int = 1
    dropped: frozenset[int] = frozenset()
    finished: bool = False

    @classmethod
    def start(cls, programme: Programme, slide: int, now: float) -> "Course":
        """The course in the loop, at the beginning of a slide; at the first one if there is no such slide."""
        if programme.slides == 0:
            return cls(programme, None, Clock(now), finished=programme.once)
        return cls(programme, slide if 0 <= slide < programme.slides else 0, Clock(now))

    @property
    def animation(self) -> float:
        """The time from which the slide in view is final."""
        return 0.0 if self.slide is None else self.programme.animation_of(self.slide)

    def ends(self) -> float:
        """When the loop moves on from the slide in view; `inf` while it stays."""
        if self.slide is None or self.finished or self.clock.stop < inf:
            return inf
        return self.clock.started + self.programme.duration_of(self.slide)

    def moves_until(self) -> float:
        """When the slide in view comes to rest; `-inf` if it does not move."""
        if self.slide is None or self.finished or self.clock.frozen is not None:
            return -inf
        return self.clock.started + min(self.animation, self.clock.stop)

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
        begins = now if cut else now + self.programme.transition_of(slide)
        change = None
        if self.slide is not None and begins > now:
            change = Change(self.slide, self.clock.t(now), now, begins)
        clock = Clock(begins, self.programme.animation_of(slide) if stays else inf)
        return replace(self, slide=slide, clock=clock, change=change, direction=direction)

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
        return replace(self, clock=Clock(now), change=None)

    def hold(self, now: float) -> "Course":
        """The course standing still; a slide that has not begun is not held empty, it runs its animation first."""
        return replace(self, clock=self.clock.stopping_at(self.clock.t(now) or self.animation))

    def stay(self, now: float) -> "Course":
        """The course with the slide in view running its animation and then standing."""
        return replace(self, clock=self.clock.stopping_at(max(self.clock.t(now), self.animation)))

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

    def _finish(self, now: float) -> "Course":
        stands = max(self.clock.t(now), self.animation)
        return replace(self, finished=True, change=None, clock=Clock(now - stands, stop=stands))
