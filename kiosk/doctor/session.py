"""The session: which kind of it has the screen, and who manages the windows in it."""

import sys
from collections.abc import Iterator

from kiosk.doctor.display import Outlook
from kiosk.doctor.finding import Finding


def session(outlook: Outlook, *, speaks_wayland: bool) -> Iterator[Finding]:
    """What kind of session has the screen, and whether the program can show itself in it."""
    if sys.platform != "linux" or not outlook.is_open or not (outlook.server or outlook.wayland_answers):
        return
    if not outlook.is_wayland:
        yield Finding("session", "good", "X")
    elif outlook.server is not None:
        yield Finding("session", "good", "Wayland, with XWayland for programs that speak X")
    elif speaks_wayland:
        yield Finding("session", "good", "Wayland, without XWayland")
    else:
        message = "Wayland without XWayland, and this program speaks X only"
        yield Finding("session", "fault", message, "apt-get install xwayland, or choose an X session when logging in")


def window_manager(outlook: Outlook) -> Iterator[Finding]:
    """Who manages the windows of an X display."""
    if outlook.server is None or outlook.server.is_wayland:
        return
    if outlook.server.manager:
        yield Finding("window manager", "good", outlook.server.manager)
    else:
        message = (
            "none runs: the show fills the screen, but keys reach it only while the pointer is over it, and nothing "
            "brings it back to the front"
        )
        yield Finding(
            "window manager", "warning", message, "apt-get install openbox, and start it before the show: openbox &"
        )
