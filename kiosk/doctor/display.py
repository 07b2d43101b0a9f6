"""The display: which one is named, and whether it answers."""

import os
import re
import socket
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.doctor.aside import Answer, ask
from kiosk.doctor.finding import Finding
from kiosk.doctor.xserver import NO_LIBRARY, Server

PATIENCE = 5.0
"""Seconds that a display may take to answer."""
UNSEEN = ("offscreen", "minimal", "minimalegl")
"""Platforms of Qt that paint where nobody looks."""
SOCKETS = Path("/tmp/.X11-unix")


@dataclass(frozen=True)
class Outlook:
    """What can be seen of the display from here.

    `chosen` is the platform of Qt that somebody asked for; `x` and `wayland` are the names of the displays, empty if none is
    named; `server` is None unless the X server answers, `refusal` what it said instead.
    """

    x: str = ""
    wayland: str = ""
    chosen: str = ""
    server: Server | None = None
    refusal: Answer | None = None
    wayland_answers: bool = False
    desktop: str = ""

    @property
    def is_open(self) -> bool:
        """Whether Qt can be expected to open a window where people see it."""
        if sys.platform != "linux":
            return True
        return {
            "": self.server is not None or self.wayland_answers,
            "xcb": self.server is not None,
            "wayland": self.wayland_answers,
        }.get(self.platform, self.platform not in UNSEEN)

    @property
    def platform(self) -> str:
        """The bare name of the platform that somebody asked for, of several the first, without its options."""
        return self.chosen.partition(";")[0].partition(":")[0].lower()

    @property
    def is_wayland(self) -> bool:
        """Whether a Wayland session has the screen, be it that X programs are shown in it."""
        return self.wayland_answers or (self.server is not None and self.server.is_wayland)


def look_out(environment: Mapping[str, str] = os.environ, patience: float = PATIENCE) -> Outlook:
    """Looks for the displays that the environment names; takes no longer than `patience`, in seconds, for each."""
    x, wayland = environment.get("DISPLAY", ""), environment.get("WAYLAND_DISPLAY", "")
    server, refusal = None, None
    if sys.platform == "linux" and x:
        answer = ask("server", seconds=patience, environment=environment)
        if answer.data and not answer.data.get("error", 1):
            server = Server.of_json(dict(answer.data))
        else:
            refusal = answer
    return Outlook(
        x=x,
        wayland=wayland,
        chosen=environment.get("QT_QPA_PLATFORM", ""),
        server=server,
        refusal=refusal,
        wayland_answers=bool(wayland) and _wayland_answers(environment),
        desktop=f"{environment.get('XDG_CURRENT_DESKTOP', '')} {server.manager if server else ''}".strip(),
    )


def display(outlook: Outlook, sockets: Path = SOCKETS) -> Iterator[Finding]:
    """Whether there is a display to play on."""
    if sys.platform != "linux":
        return
    named = " and ".join(
        f"{name}={value}" for name, value in (("DISPLAY", outlook.x), ("WAYLAND_DISPLAY", outlook.wayland)) if value
    )
    if outlook.platform in UNSEEN:
        message = f"QT_QPA_PLATFORM={outlook.chosen} has everything painted in memory, where nobody sees it"
        yield Finding("display", "fault", message, "unset QT_QPA_PLATFORM")
    elif outlook.platform not in ("", "xcb", "wayland"):
        message = f"QT_QPA_PLATFORM={outlook.chosen} has Qt paint by that way, without X or Wayland"
        yield Finding("display", "note", message)
    elif not named:
        message = "there is none: neither DISPLAY nor WAYLAND_DISPLAY is set"
        yield Finding("display", "fault", message, _where_one_is(sockets))
    elif not outlook.is_open:
        yield _refused(outlook, named, sockets)
    else:
        yield Finding("display", "good", f"{named} answers")


def _refused(outlook: Outlook, named: str, sockets: Path) -> Finding:
    answer = outlook.refusal or Answer()
    if answer.is_late:
        message = f"{named} does not answer within {PATIENCE:.0f} s: it hangs"
        return Finding("display", "fault", message, "restart the desktop session: systemctl restart display-manager")
    if re.search("authori[sz]ation", answer.said, re.IGNORECASE):
        remedy = "run it as the user who is logged in at the screen, or, as that user: xhost +si:localuser:NAME"
        return Finding("display", "fault", f"{named} answers, but not to this user", remedy)
    if answer.data.get("error") == NO_LIBRARY:
        return Finding("display", "fault", "libxcb.so.1 is missing, so X cannot be asked", "apt-get install libxcb1")
    return Finding("display", "fault", f"nothing answers at {named}", _where_one_is(sockets))


def _where_one_is(sockets: Path) -> str:
    numbers = sorted(each.name[1:] for each in sockets.glob("X*") if each.name[1:].isdigit() and _answers(each))
    if numbers:
        return f"as the user who is logged in at the screen: DISPLAY=:{numbers[0]} kiosk doctor"
    return "connect a screen, start a desktop session, and run kiosk doctor in it"


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    return _answers(Path(environment.get("XDG_RUNTIME_DIR", "/")) / environment["WAYLAND_DISPLAY"])


def _answers(path: Path) -> bool:
    if sys.platform == "win32":
        return False
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(PATIENCE)
        try:
            client.connect(str(path))
        except OSError:
            return False
    return True
