"""Screens: their size, refresh rate, depth and scaling, as Qt sees them, and which of them the show takes."""

import signal
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.doctor.aside import Answer, ask
from kiosk.doctor.finding import Finding

FULL_HD = (1920, 1080)
PATIENCE = 15.0
LEAST_RATE, LEAST_DEPTH = 50.0, 24
LEAST_SIDE = 720
"""Pixels of the shorter side below which the screen is hardly used as it is meant to be."""


@dataclass(frozen=True)
class Sighting:
    """One screen: its size in its own pixels, refresh rate in Hz, depth in bits, and by how much Qt enlarges on it."""

    name: str
    width: int
    height: int
    rate: float
    depth: int
    scale: float
    is_primary: bool


def look_at_screens() -> Answer:
    """Has Qt open the display, aside, and tell what it sees: `platform`, `screens`, or the library that is `missing`."""
    return ask("screens", seconds=PATIENCE)


def sightings(answer: Answer) -> tuple[Sighting, ...]:
    """The screens of an answer, those counted first that `kiosk run --screen` counts first."""
    return tuple(Sighting(**each) for each in answer.data.get("screens", ()))


def size_of_show(answer: Answer | None) -> tuple[int, int]:
    """The size in pixels of the screen that the show takes if nothing else is said; full HD where none can be seen."""
    seen = sightings(answer) if answer else ()
    return next(((each.width, each.height) for each in seen if each.is_primary), FULL_HD)


def screens(answer: Answer) -> Iterator[Finding]:
    """One finding for each screen, or the one that there is none to be had."""
    seen = sightings(answer)
    for number, each in enumerate(seen, 1):
        yield _judge(number, each, is_only=len(seen) == 1)
    if not seen:
        yield _unseen(answer)


def _judge(number: int, screen: Sighting, *, is_only: bool) -> Finding:
    name = f"{screen.name or 'without a name'}: " if not is_only or screen.name else ""
    scale = f", scaled by {screen.scale:g}" if screen.scale != 1.0 else ""
    about = (
        f"{number}, {name}{screen.width} x {screen.height}, {screen.rate:.0f} Hz, {screen.depth} bits of colour{scale}"
    )
    if screen.depth < LEAST_DEPTH:
        message = f"{about}: too few for smooth colours, which then show steps"
        return Finding("screen", "warning", message, "set DefaultDepth 24 in the Screen section of xorg.conf")
    if 0.0 < screen.rate < LEAST_RATE:
        remedy = "xrandr lists what it can do; then: xrandr --output NAME --mode 1920x1080 --rate 60; or a better cable"
        return Finding("screen", "warning", f"{about}: too slow a refresh for smooth movement", remedy)
    if min(screen.width, screen.height) < LEAST_SIDE:
        message = (
            f"{about}: is that what the screen can do? Without an answer from it, machines fall back to small sizes"
        )
        remedy = "switch the screen on before the machine; xrandr lists what it can do: xrandr --output NAME --auto"
        return Finding("screen", "warning", message, remedy)
    if is_only or screen.is_primary:
        return Finding("screen", "good", f"{about}; the show plays here")
    return Finding("screen", "good", f"{about}; chosen with kiosk run --screen {number}")


def _unseen(answer: Answer) -> Finding:
    if answer.is_late:
        remedy = "restart the desktop session: systemctl restart display-manager"
        return Finding("screen", "fault", f"the display says nothing about its screens within {PATIENCE:.0f} s", remedy)
    missing = answer.data.get("missing")
    if missing:
        # The loader's own words begin with the library that it did not find.
        return Finding(
            "screen", "fault", f"Qt cannot be loaded for want of {str(missing).partition(':')[0]}", "see libraries"
        )
    if answer.status == 0:
        remedy = "connect a screen and switch it on; xrandr lists what the machine sees"
        return Finding("screen", "fault", "the display has no screen", remedy)
    how = f" (signal {-answer.status})" if answer.status is not None and answer.status < 0 else ""
    is_abort = answer.status == -getattr(signal, "SIGABRT", 6)
    message = "Qt could not open the display" if is_abort else f"Qt fell over when it opened the display{how}"
    remedy = "see libraries; if none is missing, QT_DEBUG_PLUGINS=1 kiosk run tells what Qt looked for"
    return Finding("screen", "fault", message, remedy)
