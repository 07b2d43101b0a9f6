"""The answers: what each command makes of the show."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from kiosk.commands import AnyCommand, Command, Digit, GoTo
from kiosk.playback.view import Overlay, State

if TYPE_CHECKING:
    from kiosk.playback.playback import Playback

Answer: TypeAlias = Callable[["Playback", float], "Playback"]

LONGEST_NUMBER = 6
"""Digits that are kept of a number being typed."""


def answer(playback: "Playback", command: AnyCommand, now: float) -> "Playback":
    """The show after a command; `playback` has been advanced to `now`."""
    if isinstance(command, Digit):
        return type_number(playback, playback.digits + str(command.value), now)
    if isinstance(command, GoTo):
        return go_to(playback, command.slide, now)
    return ANSWERS[command](playback, now)


def take_over(playback: "Playback", now: float) -> "Playback":
    """The guide leads: the picture is back, nothing lies over it, and a loop that ran has stopped."""
    course, hand = playback.course.thaw(now), playback.hand
    if hand is State.AUTO:
        course, hand = course.stay(now), State.GUIDED
    return replace(playback, course=course, hand=hand, blank=False, overlay=None, digits="")


def enter(playback: "Playback", slide: int | None, direction: int, now: float) -> "Playback":
    """The guide brings in a slide; None: he stays where he is. Out of a blank screen it comes without a transition."""
    state = take_over(playback, now)
    if slide is None:
        return state
    return replace(state, course=state.course.enter(slide, direction, now, stays=True, cut=playback.blank))


def go_to(playback: "Playback", slide: int, now: float) -> "Playback":
    """Jump to a slide, or to the one after it if it was dropped; a number that no slide has leads nowhere."""
    course = playback.course
    if not 0 <= slide < course.programme.slides or course.slide is None:
        return enter(playback, None, 1, now)
    target = course.neighbour(slide - 1, 1, wraps=True)
    return enter(playback, target if target != course.slide else None, 1 if slide > course.slide else -1, now)


def step(playback: "Playback", by: int, now: float) -> "Playback":
    """One step or slide forwards or backwards; in the overview, the selection; out of a blank screen, only the picture back."""
    course = playback.course
    if playback.overlay is Overlay.OVERVIEW:
        selected = None if playback.selection is None else course.neighbour(playback.selection, by, wraps=True)
        return select(playback, selected)
    if playback.blank or course.slide is None:
        return take_over(playback, now)
    if (other := course.play_act(by, now)) is not None:
        # Only then does the guide take over: where the slide stands is asked of the course as it was.
        return replace(take_over(playback, now), course=other)
    return enter(playback, course.neighbour(course.slide, by, wraps=not course.programme.once), by, now)


def step_row(playback: "Playback", by: int, now: float) -> "Playback":
    """One row down or up in the overview, which has no rows beyond its first and last; elsewhere one slide."""
    if playback.overlay is not Overlay.OVERVIEW or playback.selection is None:
        return step(playback, by, now)
    playable = playback.course.playable()
    place = playable.index(playback.selection) + by * playback.course.programme.overview_columns
    return select(playback, playable[place] if 0 <= place < len(playable) else playback.selection)


def go_to_end(playback: "Playback", which: int, now: float) -> "Playback":
    """The first (0) or last (-1) slide, or the selection there in the overview."""
    playable = playback.course.playable()
    if not playable:
        return take_over(playback, now)
    if playback.overlay is Overlay.OVERVIEW:
        return select(playback, playable[which])
    return go_to(playback, playable[which], now)


def select(playback: "Playback", slide: int | None) -> "Playback":
    """Another selection in the overview."""
    return replace(playback, selection=slide, digits="")


def confirm(playback: "Playback", now: float) -> "Playback":
    """To the slide whose number was typed, or that is selected in the overview; otherwise to the next one."""
    if playback.digits:
        return go_to(playback, int(playback.digits) - 1, now)
    if playback.overlay is Overlay.OVERVIEW:
        return go_to(playback, -1 if playback.selection is None else playback.selection, now)
    return step(playback, 1, now)


def type_number(playback: "Playback", digits: str, now: float) -> "Playback":
    """The number typed so far."""
    return replace(playback, digits=digits[:LONGEST_NUMBER], typed_at=now)


def erase(playback: "Playback", now: float) -> "Playback":
    """One digit less, or one slide back when no number is being typed."""
    return type_number(playback, playback.digits[:-1], now) if playback.digits else step(playback, -1, now)


def toggle_hold(playback: "Playback", now: float) -> "Playback":
    """Hold the slide as it stands, or release it."""
    if playback.hand is State.HELD:
        return release(playback, now)
    course = playback.course.thaw(now).hold(now)
    return replace(playback, course=course, hand=State.HELD, blank=False, overlay=None, digits="")


def toggle_blank(playback: "Playback", now: float) -> "Playback":
    """Blank the screen, or bring the picture back with everything as it was."""
    course = playback.course.thaw(now) if playback.blank else playback.course.freeze(now)
    return replace(playback, course=course, blank=not playback.blank, overlay=None, digits="")


def toggle_overlay(playback: "Playback", overlay: Overlay, now: float) -> "Playback":
    """Open an overlay in the place of any other, or close it."""
    closes = playback.overlay is overlay
    return replace(take_over(playback, now), overlay=None if closes else overlay, selection=playback.course.slide)


def release(playback: "Playback", now: float) -> "Playback":
    """Hand the slide in view to the loop."""
    course = playback.course.thaw(now).go_on(now)
    return replace(playback, course=course, hand=State.AUTO, blank=False, overlay=None, digits="")


def turn_language(playback: "Playback") -> "Playback":
    """The show's next language."""
    languages = playback.course.programme.languages
    return replace(playback, language=languages[(languages.index(playback.language) + 1) % len(languages)])


ANSWERS: Mapping[Command, Answer] = {
    Command.NEXT: lambda playback, now: step(playback, 1, now),
    Command.PREVIOUS: lambda playback, now: step(playback, -1, now),
    Command.FIRST: lambda playback, now: go_to_end(playback, 0, now),
    Command.LAST: lambda playback, now: go_to_end(playback, -1, now),
    Command.ROW_UP: lambda playback, now: step_row(playback, -1, now),
    Command.ROW_DOWN: lambda playback, now: step_row(playback, 1, now),
    Command.ENTER: confirm,
    Command.BACKSPACE: erase,
    Command.HOLD: toggle_hold,
    Command.BLANK: toggle_blank,
    Command.LANGUAGE: lambda playback, now: turn_language(playback),
    Command.OVERVIEW: lambda playback, now: toggle_overlay(playback, Overlay.OVERVIEW, now),
    Command.HELP: lambda playback, now: toggle_overlay(playback, Overlay.HELP, now),
    Command.ESCAPE: release,
    Command.POINTER: lambda playback, now: playback,
    Command.QUIT: lambda playback, now: playback,
}
