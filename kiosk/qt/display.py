"""The display: whether there is one that Qt can use, said before Qt would abort over it, often with the wrong reason."""

import contextlib
import ctypes
import os
import re
import socket
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from kiosk.doctor.xrequests import library, line

DOCTOR = "kiosk doctor tells what this machine lacks"
REMEDY = f"without a screen, play over VNC (kiosk run --vnc) or write pictures (kiosk export out/); {DOCTOR}"
NO_DISPLAY = "there is no display: start it from a desktop session, or set DISPLAY (for example DISPLAY=:0)"
X_SOCKETS = "/tmp/.X11-unix/X"


def choose_vnc(size: tuple[int, int]) -> None:
    """Has Qt play over VNC, on a screen of `size` pixels, whatever display there is."""
    # Port 0: the real one is opened by `Door`, on the wished address only; Qt knows no addresses.
    os.environ["QT_QPA_PLATFORM"] = f"vnc:size={size[0]}x{size[1]}:port=0"


def display_problem() -> str:
    """What to do where Qt could open no window, in one sentence; empty where it can. Needs no Qt."""
    if sys.platform != "linux":
        return ""
    ways = _ways()
    problems = [_problem_of(each) for each in ways]
    if ways and not all(problems):
        return ""
    return f"{'; '.join(problems) or NO_DISPLAY}; {DOCTOR if ways == ['vnc'] else REMEDY}"


def _ways() -> list[str]:
    """The platforms of Qt, in the order in which it will try them here."""
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return [each.partition(":")[0].lower() for each in chosen.split(";")]
    has_wayland = os.environ.get("WAYLAND_DISPLAY") or (
        os.environ.get("XDG_SESSION_TYPE") == "wayland" and _wayland_answers()
    )
    return (["wayland"] if has_wayland else []) + (["xcb"] if os.environ.get("DISPLAY") else [])


def _problem_of(platform: str) -> str:
    """Why Qt cannot use one of its platforms; empty where it can."""
    # The variants of Wayland are one plugin.
    kind = platform.partition("-")[0]
    names = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY", "vnc": "--vnc"}
    name = names.get(kind, "QT_QPA_PLATFORM")
    where = f"{name}={os.environ[name]}" if os.environ.get(name) else name
    if kind == "xcb" and not os.environ.get("DISPLAY"):
        return NO_DISPLAY
    plugins = _plugins()
    if plugins is not None:
        plugin = plugins / f"libq{kind}.so"
        if kind == "wayland" and not plugin.exists():
            return f"{where}: this program needs Wayland's X server beside it (XWayland), and DISPLAY set to that"
        if not plugin.exists():
            return f"{where}: Qt here has no platform {kind!r}"
        try:
            # Also what is the plugin's own is found missing; Qt will load it from here anyway.
            ctypes.CDLL(str(plugin))
        except OSError as error:
            return f"{where}: Qt lacks a library of the system ({_in_short(error)})"
    if kind == "wayland" and not _wayland_answers():
        return f"no display answers at {where}"
    return _x_problem(where) if kind == "xcb" else ""


def _plugins() -> Path | None:
    """The folder of Qt's platforms; None where Qt was not installed from its package and may have them anywhere."""
    found = find_spec("PySide6")
    folders = [Path(each, "Qt", "plugins", "platforms") for each in (found and found.submodule_search_locations) or ()]
    return next((each for each in folders if each.is_dir()), None)


def _in_short(error: OSError) -> str:
    return re.sub(r":? cannot open shared object file: No such file or directory", " is missing", str(error))


def _x_problem(where: str) -> str:
    xcb = library()
    if xcb is None:
        # Not so where the plugin has been loaded; where it could not be looked for, Qt names the library itself.
        return ""
    with _unheard(), line(xcb) as (_, error):
        is_open = error == 0
    if is_open:
        return ""
    if _x_listens():
        return (
            f"the display {where} does not let this user in: start kiosk as the user who is logged in there, "
            "or set XAUTHORITY to that user's file of keys (often ~/.Xauthority)"
        )
    return f"no display answers at {where}"


def _x_listens() -> bool:
    """Whether there is a display of this machine by that number, if only for others."""
    match = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", os.environ["DISPLAY"])
    return match is not None and any(_connects(f"{start}{X_SOCKETS}{match[1]}") for start in ("", "\0"))


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    return _connects(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name))


def _connects(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as client, contextlib.suppress(OSError, ValueError):
        return client.connect_ex(path) == 0
    return False


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Keeps from the standard error what libraries write there past Python: what is to be said, we say."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
