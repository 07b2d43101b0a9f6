"""The examination: everything that the doctor looks at, in the order of his report."""

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kiosk.content.problem import printable
from kiosk.doctor.aside import Answer
from kiosk.doctor.clock import clock, time_zone
from kiosk.doctor.content import films, glyphs, media, show
from kiosk.doctor.disk import disk
from kiosk.doctor.display import Outlook, display, look_out
from kiosk.doctor.file_names import file_names
from kiosk.doctor.finding import Finding
from kiosk.doctor.fonts import fonts
from kiosk.doctor.libraries import libraries
from kiosk.doctor.memory import memory
from kiosk.doctor.painting import load, measure, painting
from kiosk.doctor.platforms import installed, platform
from kiosk.doctor.screens import look_at_screens, screens, size_of_show
from kiosk.doctor.session import session, window_manager
from kiosk.doctor.sleep import display_sleep
from kiosk.doctor.system import container, open_files, system, user
from kiosk.resources import assets

log = logging.getLogger("kiosk.doctor")


def examine(folder: Path) -> tuple[Finding, ...]:
    """Everything that can be found out about playing the show of `folder` here. Takes some seconds, and never raises."""
    outlook, there = look_out(), installed()
    speaks_wayland = "wayland" in (there or ())
    # What Qt cannot speak it would only end over.
    is_understood = speaks_wayland or outlook.server is not None or not outlook.wayland_answers
    answer = look_at_screens() if outlook.is_open and is_understood else None
    return (
        *_machine(folder),
        *_display(outlook, answer, speaks_wayland),
        *_program(folder, outlook, answer, there),
        *_show(folder, size_of_show(answer)),
    )


def _machine(folder: Path) -> Iterator[Finding]:
    yield from _safely("system", system)
    yield from _safely("container", container)
    yield from _safely("user", user)
    yield from _safely("memory", memory)
    yield from _safely("disk", lambda: disk(folder))
    yield from _safely("clock", lambda: clock(folder))
    yield from _safely("time zone", time_zone)
    yield from _safely("file names", lambda: file_names(folder))
    yield from _safely("open files", open_files)


def _display(outlook: Outlook, answer: Answer | None, speaks_wayland: bool) -> Iterator[Finding]:
    yield from _safely("display", lambda: display(outlook))
    yield from _safely("session", lambda: session(outlook, speaks_wayland=speaks_wayland))
    yield from _safely("window manager", lambda: window_manager(outlook))
    yield from _safely("display sleep", lambda: display_sleep(outlook))
    if answer is not None:
        yield from _safely("screen", lambda: screens(answer))


def _program(folder: Path, outlook: Outlook, answer: Answer | None, there: frozenset[str] | None) -> Iterator[Finding]:
    yield from _safely("libraries", lambda: libraries(outlook))
    yield from _safely("platform", lambda: platform(outlook, there, answer))
    yield from _safely("fonts", lambda: fonts(assets() / "fonts"))
    yield from _safely("films", lambda: films(folder))


def _show(folder: Path, size: tuple[int, int]) -> Iterator[Finding]:
    yield from _safely("show", lambda: _checked(folder))
    yield from _safely("media", lambda: media(folder))
    yield from _safely("painting", lambda: painting(measure(folder, size), size, load()))


def _checked(folder: Path) -> Iterator[Finding]:
    # A damaged typeface, which is told under fonts, keeps these from being imported.
    from kiosk.content.check import check_show
    from kiosk.content.library import open_library

    problems, slides = check_show(folder), len(open_library(folder).ids())
    yield from show(folder, problems, slides)
    if slides:
        yield from glyphs(problems)


def _safely(subject: str, look: Callable[[], Iterable[Finding]]) -> Iterator[Finding]:
    """What was found; where looking itself fails, that is a finding too."""
    try:
        yield from tuple(look())
    # A machine that is so strange must be told of, not hidden behind an error of ours.
    except Exception as error:
        log.debug("%s cannot be examined", subject, exc_info=True)
        reason = printable(str(error), 200) or "for no reason that is known"
        yield Finding(subject, "warning", f"this could not be examined: {reason}")
