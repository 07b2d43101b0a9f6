"""The environment that Qt and its libraries read once, at their start: completed where a bare machine leaves it empty."""

import locale
import os
import sys
from pathlib import Path

from kiosk.resources import assets

SYSTEM_FONTS = Path("/etc/fonts/fonts.conf")


def complete_environment() -> None:
    """Sets what is missing and would be complained about, on every start, in the log of a machine that lacks nothing else."""
    if os.name != "posix":
        return
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform == "linux":
        _speak_utf8()
        _list_no_fonts()


def _speak_utf8() -> None:
    """A service is often started with no locale at all; file names and Qt are in UTF-8 all the same."""
    chosen = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "")
        speaks = locale.nl_langinfo(locale.CODESET) == "UTF-8"
    except locale.Error:
        speaks = False
    locale.setlocale(locale.LC_CTYPE, chosen)
    if not speaks:
        os.environ["LC_ALL"] = "C.UTF-8"


def _list_no_fonts() -> None:
    """Without a list of the system's fonts, none is looked for; the program brings its own."""
    if not SYSTEM_FONTS.exists():
        os.environ.setdefault("FONTCONFIG_FILE", str(assets() / "fonts" / "none.conf"))
