"""The X server: what it says about its screen saver, its power saving, and who manages its windows."""

import struct
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from kiosk.doctor.xrequests import Line, library, line

GET_SCREEN_SAVER = 108
DPMS_GET_TIMEOUTS, DPMS_INFO = 2, 7
NO_LIBRARY = -1


@dataclass(frozen=True)
class Server:
    """What an X server says about itself. Times in seconds, 0 for never; `manager` names the window manager, if one runs.

    `error` is 0 for one that answers, or else libxcb's number for what went wrong, or NO_LIBRARY where libxcb is missing.
    """

    error: int = 0
    saver: int = 0
    power: int = 0
    """The shortest time after which the screen is switched off."""
    manager: str = ""
    is_wayland: bool = False
    """Whether this is XWayland, within a Wayland session."""

    def as_json(self) -> dict[str, Any]:
        """The same, to be handed to another process."""
        return asdict(self)

    @classmethod
    def of_json(cls, data: dict[str, Any]) -> Self:
        """What `as_json` gave."""
        return cls(**{field.name: data[field.name] for field in fields(cls)})


def look() -> Server:
    """Asks the server at DISPLAY. It may keep its caller waiting for ever: to be asked aside."""
    xcb = library()
    if xcb is None:
        return Server(error=NO_LIBRARY)
    with line(xcb) as (to_server, error):
        if error:
            return Server(error=error)
        return Server(
            saver=_saver(to_server),
            power=_power(to_server),
            manager=_manager(to_server),
            is_wayland=to_server.has("XWAYLAND"),
        )


def _saver(to_server: Line) -> int:
    answer = to_server.reply(GET_SCREEN_SAVER)
    return int(struct.unpack_from("=H", answer, 8)[0]) if answer else 0


def _power(to_server: Line) -> int:
    if not to_server.has("DPMS"):
        return 0
    state = to_server.reply(DPMS_INFO, extension="DPMS")
    times = to_server.reply(DPMS_GET_TIMEOUTS, extension="DPMS")
    if state is None or times is None or not state[10]:
        return 0
    return min((each for each in struct.unpack_from("=HHH", times, 8) if each), default=0)


def _manager(to_server: Line) -> str:
    """The window manager by the rules of EWMH: it marks the root window, and a window of its own in the same way."""
    mark = to_server.atom("_NET_SUPPORTING_WM_CHECK")
    (window,) = struct.unpack("=I", to_server.property(to_server.root(), mark).ljust(4, b"\0")[:4])
    # What a manager leaves behind when it dies names a window that is gone, or another's.
    if not window or to_server.property(window, mark) != struct.pack("=I", window):
        return ""
    name = to_server.property(window, to_server.atom("_NET_WM_NAME")).decode("utf-8", "replace")
    return name or "one without a name"
