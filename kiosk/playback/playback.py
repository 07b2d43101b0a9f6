"""The hand-over: the loop plays by itself until a guide takes over, and goes on when he has gone."""

from dataclasses import dataclass, replace
from math import ceil, inf, isfinite

from kiosk.commands import AnyCommand
from kiosk.playback.answers import answer
from kiosk.playback.course import Course
from kiosk.playback.programme import Programme
from kiosk.playback.view import Overlay, State, View

DIGITS_EXPIRE = 3.0
"""Seconds after which a number that was not entered is forgotten."""

GAP = 5.0
"""Seconds of lateness beyond which the clock is taken to have leapt, as when a machine was suspended."""


@dataclass(frozen=True)
class Playback:
    """The show at the moment `seen`.

    Every method returns the show at `now`, in monotonic seconds; keep what it returns.

    - `auto`: each slide gives way to the next when its duration is over.
    - `guided`: any step leads here from the loop, and so do the overview and the list of keys. The slide's animation
      runs, then it stays final. `resume_after` seconds after the last input the loop begins the next one.
    - `held`: the slide stands as it was when held; one that is stepped to runs its animation, then stands. Releasing
      hands the slide to the loop, which goes on from where it stands. Nothing but a release or Escape ends it.
    - `blank`: the slide's time stands. Undone by the same command, the show goes on as it was. A step only brings the
      picture back, a jump shows its target, and the guide leads. Forgotten for `resume_after`, the slide in view begins
      again in the loop; a held one is held again.

    Escape returns to the loop from anywhere, and the slide in view keeps the time that is left to it. An overlay over a
    held slide closes after `resume_after`. Changing the language, typing and touching only restart the wait.

    A clock that leaps (`GAP`) never skips a slide: what was due happens at the time of waking. A clock set back carries
    the show along.
    """

    course: Course
    seen: float
    hand: State = State.AUTO
    blank: bool = False
    overlay: Overlay | None = None
    selection: int | None = None
    language: str = ""
    digits: str = ""
    typed_at: float = -inf
    last_input: float = -inf

    @classmethod
    def start(cls, programme: Programme, now: float, *, slide: int = 0, language: str | None = None) -> "Playback":
        """The loop at the beginning of a slide, in the first language unless another of the show's is given."""
        course = Course.start(programme, slide, now)
        return cls(course, now, language=language if language in programme.languages else programme.languages[0])

    @property
    def state(self) -> State:
        """Who leads the show."""
        return State.BLANK if self.blank else self.hand

    @property
    def finished(self) -> bool:
        """Whether the single pass is over; nothing changes any more."""
        return self.course.finished

    def at(self, now: float) -> View:
        """What is to be seen."""
        state = self.advance(now)
        course = state.course
        progress = course.change.progress(now) if course.change else None
        changing = course.change if progress is not None else None
        return View(
            slide=course.slide,
            t=course.clock.t(now),
            previous=changing.previous if changing else None,
            previous_t=changing.previous_t if changing else 0.0,
            progress=progress,
            direction=course.direction,
            state=state.state,
            countdown=state._countdown(now),
            language=state.language,
            overlay=state.overlay,
            selection=state.selection if state.overlay is Overlay.OVERVIEW else None,
            digits=state.digits,
            finished=course.finished,
            breath=course.breath(now),
            grown=course.grown,
            moving=course.is_moving(now),
            acting=now < course.moves_until(now),
            next_change=state._next_change(now),
        )

    def advance(self, now: float) -> "Playback":
        """The show with everything done that was due."""
        state = self if now >= self.seen else self._shift(now - self.seen)
        while now >= (due := state._due()):
            state = state._do_due(due if now - due <= GAP else now)
        if state.digits and (state.finished or now >= state.typed_at + DIGITS_EXPIRE):
            state = replace(state, digits="")
        return replace(state, seen=now)

    def perform(self, command: AnyCommand, now: float) -> "Playback":
        """The show after a command. To quit is the player's affair and changes nothing here."""
        state = self.advance(now)
        if state.finished:
            return state
        return answer(replace(state, last_input=now), command, now)

    def drop(self, slide: int, now: float) -> "Playback":
        """The show without a slide that cannot be played; the next one takes its place, if there is one."""
        state = self.advance(now)
        state = state._with_course(state.course.drop(slide, now, stays=state.hand is not State.AUTO))
        if state.selection == slide:
            state = replace(state, selection=state.course.neighbour(slide, 1, wraps=True))
        return state

    def restore(self, slide: int, now: float) -> "Playback":
        """The show with a dropped slide playable again."""
        state = self.advance(now)
        state = state._with_course(state.course.restore(slide, now, stays=state.hand is not State.AUTO))
        return state if state.selection is not None else replace(state, selection=state.course.slide)

    def replace_programme(self, programme: Programme, slide: int, now: float) -> "Playback":
        """The show with new content, at the beginning of a slide of it; who leads, and the language, stay."""
        state = self.advance(now)
        fresh = Playback.start(programme, now, slide=slide, language=state.language)
        course = fresh.course if state.hand is State.AUTO else fresh.course.stay(now)
        state = replace(state, language=fresh.language, selection=course.slide)
        return state._with_course(course)

    def _with_course(self, course: Course) -> "Playback":
        return replace(self, course=course.freeze(self.seen) if self.blank else course)

    def _shift(self, by: float) -> "Playback":
        times = {name: getattr(self, name) + by for name in ("typed_at", "last_input")}
        return replace(self, course=self.course.shift(by), **times)

    def _due(self) -> float:
        if self.finished:
            return inf
        if self.blank or self.overlay is not None or self.hand is State.GUIDED:
            return self.last_input + self.course.programme.resume_after
        return inf if self.hand is State.HELD else self.course.ends()

    def _do_due(self, now: float) -> "Playback":
        course = self.course
        if self.hand is State.HELD:
            return replace(self, course=course.thaw(now), blank=False, overlay=None)
        course = course.begin_again(now) if self.blank else course.move_on(now)
        return replace(self, course=course, blank=False, overlay=None, hand=State.AUTO)

    def _countdown(self, now: float) -> float | None:
        remaining = self._due() - now
        shown = self.state is State.GUIDED and not self.finished and remaining <= self.course.programme.countdown
        return remaining if shown else None

    def _next_change(self, now: float) -> float | None:
        due = self._due()
        times = [due, self.course.moves_until(now), self.course.moves_again(now)]
        if self.course.change:
            times.append(self.course.change.ends)
        if self.digits:
            times.append(self.typed_at + DIGITS_EXPIRE)
        if self.state is State.GUIDED and isfinite(due):
            times.append(due - self.course.programme.countdown)
        if (remaining := self._countdown(now)) is not None:
            times.append(due - (ceil(remaining) - 1))
        return min((time for time in times if now < time < inf), default=None)
