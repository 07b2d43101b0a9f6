"""The display: whether there is one, said before Qt would abort over it."""

import os
import sys


def display_problem() -> str:
    """What to do where there is no display; empty where Qt will find one. Needs no Qt."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    return (
        "there is no display: start it from a desktop session, or set DISPLAY (for example DISPLAY=:0); "
        "without a screen, write pictures instead: kiosk export out/"
    )
