"""Platforms: the ways to a screen that this copy of Qt has, without starting it."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.doctor.aside import Answer
from kiosk.doctor.display import Outlook
from kiosk.doctor.finding import Finding

FOLDERS = ("Qt/plugins/platforms", "plugins/platforms")
"""Where Qt's wheel keeps them: on Linux and macOS, and on Windows."""


def installed() -> frozenset[str] | None:
    """The names of all platforms, such as `xcb`; None where there is no Qt."""
    found = importlib.util.find_spec("PySide6")
    if found is None:
        return None
    places = [Path(where, folder) for where in found.submodule_search_locations or () for folder in FOLDERS]
    files = [each.stem for place in places if place.is_dir() for each in place.iterdir()]
    return frozenset(name.removeprefix("lib").removeprefix("q") for name in files)


def platform(outlook: Outlook, there: frozenset[str] | None, answer: Answer | None) -> Iterator[Finding]:
    """Whether Qt is there, and has the way to the screen that it chose, by its own `answer`, or will be asked for."""
    again = "make run installs it; in the packed program, copy the whole folder again"
    if there is None:
        yield Finding("platform", "fault", "Qt itself is not there", again)
        return
    if sys.platform != "linux":
        return
    chosen = outlook.platform
    told = str(answer.data.get("platform", "")) if answer else ""
    wanted = told or chosen or ("wayland" if outlook.wayland_answers and outlook.server is None else "xcb")
    if wanted not in there and chosen:
        message = f"QT_QPA_PLATFORM={chosen}, and Qt has no such way here (it has {', '.join(sorted(there))})"
        yield Finding("platform", "fault", message, "unset QT_QPA_PLATFORM")
    elif wanted not in there and wanted == "wayland":
        # That it speaks X only is told of the session.
        return
    elif wanted not in there:
        yield Finding("platform", "fault", f"Qt lacks its way to the screen here, {wanted}", again)
    else:
        yield Finding("platform", "good", f"Qt has its way to the screen here, {wanted}")
