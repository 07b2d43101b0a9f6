"""Libraries: those of the system that Qt loads, and the Debian packages that hold them.

The tables are those of `packaging/setup.sh`, which installs them where no Python is at hand yet.
"""

import ctypes
import sys
from collections.abc import Callable, Iterator, Mapping

from kiosk.doctor.display import Outlook
from kiosk.doctor.finding import Finding
from kiosk.resources import is_packed

PAINT: Mapping[str, str] = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
X: Mapping[str, str] = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND: Mapping[str, str] = {"libwayland-cursor.so.0": "libwayland-cursor0"}


def libraries(outlook: Outlook, loads: Callable[[str], bool] | None = None) -> Iterator[Finding]:
    """Which libraries are missing; nothing on systems whose Qt brings all along."""
    if sys.platform != "linux":
        return
    loads = loads or _loads
    needed = dict(PAINT)
    if outlook.server is not None or not outlook.wayland_answers:
        needed |= X
    if outlook.wayland_answers and not is_packed():
        needed |= WAYLAND
    missing = {library: package for library, package in needed.items() if not loads(library)}
    if missing:
        message = f"Qt misses {', '.join(missing)}"
        yield Finding("libraries", "fault", message, f"apt-get install {' '.join(dict.fromkeys(missing.values()))}")
    else:
        where = ", in the program's own folder or in the system" if is_packed() else ""
        yield Finding("libraries", "good", f"all {len(needed)} that Qt needs of the system are there{where}")


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
