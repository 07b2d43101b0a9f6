"""The clock: whether the day is plausible, whether anything keeps it right, and of which place it is the time."""

import ctypes
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from kiosk.doctor.finding import Finding

FIRST_YEAR, LAST_YEAR = 2025, 2099
STA_UNSYNC = 0x40
DAY = 86400.0
SET = (
    "set the clock, on Linux with: timedatectl set-time '2030-01-31 09:00'; if it is wrong again after a night without "
    "power, the machine needs a new battery"
)


def clock(folder: Path, now: float | None = None, is_kept: bool | None = None) -> Iterator[Finding]:
    """Day and time, by which figures expire. `now` is in seconds since 1970; `is_kept`: whether something corrects it."""
    now = time.time() if now is None else now
    is_kept = keeps_right() if is_kept is None else is_kept
    said = f"it is {datetime.fromtimestamp(now):%Y-%m-%d %H:%M} here"
    changed = _changed(folder)
    if not FIRST_YEAR <= datetime.fromtimestamp(now).year <= LAST_YEAR:
        yield Finding("clock", "warning", f"{said}, which cannot be: figures would expire on wrong days", SET)
    elif changed > now + DAY:
        message = f"{said}, yet a file of the show was changed on {datetime.fromtimestamp(changed):%Y-%m-%d}"
        yield Finding("clock", "warning", message, SET)
    elif is_kept is False:
        message = f"{said}; nothing seems to keep the clock right, and it will be minutes off within a year"
        yield Finding("clock", "warning", message, "connect the machine to a network, and: timedatectl set-ntp true")
    else:
        kept = (
            " and kept right by the network"
            if is_kept
            else "; whether anything keeps it right, this system does not tell"
        )
        yield Finding("clock", "good" if is_kept else "note", f"{said}{kept}")


def time_zone(offset: int | None = None, name: str | None = None) -> Iterator[Finding]:
    """The time zone; `offset` in seconds east of Greenwich."""
    offset = time.localtime().tm_gmtoff if offset is None else offset
    name = time.localtime().tm_zone if name is None else name
    if offset == 0 and name in ("UTC", "Etc/UTC", "GMT", "Universal"):
        message = "UTC, as after an installation: by it, the day changes at 8 in the morning in China"
        yield Finding("time zone", "note", message, "timedatectl set-timezone Asia/Shanghai (or where the hall is)")
    else:
        hours, minutes = divmod(abs(offset) // 60, 60)
        yield Finding("time zone", "good", f"{name}, UTC{'-' if offset < 0 else '+'}{hours}:{minutes:02}")


class _Timex(ctypes.Structure):
    """The beginning of the kernel's `struct timex`; the rest is only room."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_char * 256),
    )


def keeps_right() -> bool | None:
    """Whether the kernel's clock is being corrected, None where it does not tell."""
    if sys.platform != "linux":
        return None
    state = _Timex()
    try:
        # Without modes it changes nothing, and needs no right.
        if ctypes.CDLL(None).adjtimex(ctypes.byref(state)) < 0:
            return None
    except (OSError, AttributeError):
        return None
    return not state.status & STA_UNSYNC


def _changed(folder: Path) -> float:
    try:
        return (folder / "show.yaml").stat().st_mtime
    except OSError:
        return 0.0
