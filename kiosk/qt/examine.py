"""An examination of Qt itself: the screens that it sees, and how fast it paints here; each in a process of its own."""

import contextlib
import ctypes
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

PR_SET_DUMPABLE = 4
SECONDS = 2.0


def screens() -> dict[str, Any]:
    """The platform that Qt chose, and its screens in the order in which `kiosk run --screen` counts them; or what is `missing`."""
    _leave_no_dump()
    try:
        from PySide6.QtGui import QGuiApplication
    except ImportError as error:
        return {"missing": str(error)}
    app = QGuiApplication(["kiosk"])
    primary = app.primaryScreen()
    return {
        "platform": app.platformName(),
        "screens": [
            {
                "name": each.name(),
                "width": round(each.size().width() * each.devicePixelRatio()),
                "height": round(each.size().height() * each.devicePixelRatio()),
                "rate": each.refreshRate(),
                "depth": each.depth(),
                "scale": each.devicePixelRatio(),
                "is_primary": each == primary,
            }
            for each in app.screens()
        ],
    }


def painting(folder: Path, size: tuple[int, int]) -> dict[str, Any]:
    """The figures of the bench for the beginning of a show; or what is `missing`."""
    try:
        from kiosk.qt.bench import bench
    except ImportError as error:
        return {"missing": str(error)}
    try:
        return bench(folder, size, seconds=SECONDS)
    except ValueError as error:
        return {"missing": str(error)}


EXAMINATIONS: dict[str, Callable[[Path, tuple[int, int]], dict[str, Any]]] = {
    "screens": lambda folder, size: screens(),
    "painting": painting,
}


def _leave_no_dump() -> None:
    """Qt ends a process that it can open no window in; that is a finding, and no accident to be reported to anyone."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
