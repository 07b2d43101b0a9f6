"""The display: whether there is one, said before Qt would abort over it."""

import ctypes
import os
import socket
import sys
from pathlib import Path

REMEDY = (
    "start it from a desktop session, or set DISPLAY (for example DISPLAY=:0); "
    "without a screen, write pictures instead: kiosk export out/"
)


def display_problem() -> str:
    """What to do where there is no display; empty where Qt will find one. Needs no Qt."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM", "xcb") not in ("xcb", "wayland"):
        return ""
    named = [name for name in ("DISPLAY", "WAYLAND_DISPLAY") if os.environ.get(name)]
    if not named:
        return f"there is no display: {REMEDY}"
    if any(ANSWERS[name]() for name in named):
        return ""
    return f"no display answers at {', '.join(f'{name}={os.environ[name]}' for name in named)}: {REMEDY}"


def _x_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        # Qt itself names the libraries that it misses.
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_answers() -> bool:
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / os.environ["WAYLAND_DISPLAY"]
    with socket.socket(socket.AF_UNIX) as client:
        return client.connect_ex(str(path)) == 0


ANSWERS = {"DISPLAY": _x_answers, "WAYLAND_DISPLAY": _wayland_answers}
