"""Display sleep: whether the screen goes dark while nobody touches the machine."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence

from kiosk.doctor.aside import setting
from kiosk.doctor.display import Outlook
from kiosk.doctor.finding import Finding

IDLE = ("org.gnome.desktop.session", "idle-delay", "0")
SUSPEND = ("org.gnome.settings-daemon.plugins.power", "sleep-inactive-ac-type", "nothing")
X_REMEDY = (
    "xset s off -dpms, at every start of the session: in ~/.xprofile, or ~/.config/openbox/autostart, before the show"
)
OTHERS = {
    "KDE": "System Settings, Power Management: switch off screen, dim and suspend: never",
    "KWin": "System Settings, Power Management: switch off screen, dim and suspend: never",
    "XFCE": "Settings, Power Manager and Screensaver: all off",
    "Xfwm4": "Settings, Power Manager and Screensaver: all off",
}
"""Where desktops have what they do besides X."""

Ask = Callable[[Sequence[str]], str]


def display_sleep(outlook: Outlook, ask: Ask | None = None) -> Iterator[Finding]:
    """What darkens the screen, as far as X and GNOME tell. Playing itself does not keep a screen awake."""
    if sys.platform != "linux":
        message = "this system does not tell whether the screen goes dark after a while"
        yield Finding("display sleep", "note", message, "in the system's settings: display off and sleep: never")
        return
    if not (outlook.server or outlook.wayland_answers):
        return
    found = (*_of_gnome(outlook, ask or _gsettings), *_of_x(outlook))
    if found:
        yield from found
    elif "GNOME" in outlook.desktop:
        yield Finding("display sleep", "good", "the screen stays on, and the machine awake")
    elif outlook.is_wayland:
        message = "a Wayland session does not tell whether its screen goes dark"
        remedy = (
            _elsewhere(outlook) or "take swayidle out of the session's autostart, or switch idle off in its settings"
        )
        yield Finding("display sleep", "note", message, remedy)
    elif _elsewhere(outlook):
        message = "X keeps the screen on; the desktop has settings of its own, which are not seen from here"
        yield Finding("display sleep", "note", message, _elsewhere(outlook))
    else:
        yield Finding("display sleep", "good", "X keeps the screen on")


def _of_x(outlook: Outlook) -> Iterator[Finding]:
    if outlook.server is None or outlook.is_wayland:
        return
    causes = ((outlook.server.saver, "the screen saver of X"), (outlook.server.power, "power saving (DPMS)"))
    active = [(seconds, cause) for seconds, cause in causes if seconds]
    if active:
        told = " and ".join(f"{cause} after {_in_words(seconds)}" for seconds, cause in sorted(active))
        message = f"the screen goes dark when nobody touches the machine, whatever plays: {told}"
        yield Finding("display sleep", "fault", message, X_REMEDY)


def _of_gnome(outlook: Outlook, ask: Ask) -> Iterator[Finding]:
    if "GNOME" not in outlook.desktop:
        return
    idle, suspend = (ask(("gsettings", "get", *key[:2])) for key in (IDLE, SUSPEND))
    if not idle:
        message = "GNOME does not tell from here whether the screen goes dark"
        yield Finding("display sleep", "note", message, _command(IDLE))
    elif idle.split()[-1] != "0":
        seconds = idle.split()[-1]
        after = _in_words(int(seconds)) if seconds.isdigit() else seconds
        message = f"GNOME darkens the screen when nobody touches the machine for {after}"
        yield Finding("display sleep", "fault", message, _command(IDLE))
    if "suspend" in suspend or "hibernate" in suspend or "shutdown" in suspend:
        message = "GNOME sends the machine to sleep when nobody touches it"
        yield Finding("display sleep", "fault", message, _command(SUSPEND))


def _command(key: Sequence[str]) -> str:
    return f"as the user of the session: gsettings set {' '.join(key)}"


def _elsewhere(outlook: Outlook) -> str:
    return next((remedy for name, remedy in OTHERS.items() if name in outlook.desktop), "")


def _gsettings(command: Sequence[str]) -> str:
    return setting(command) if shutil.which(command[0], path=os.environ.get("PATH")) else ""


def _in_words(seconds: int) -> str:
    return f"{seconds} s" if seconds < 120 else f"{seconds / 60:.0f} minutes"
