"""Playing over VNC: Qt's own server, held to the one address that was asked for.

Qt's server has no password and listens on every address of the machine; it can be told a port, but no address. So it is given a
free port that nobody knows, and before it has let anyone in, its socket is replaced by ours.
"""

import ipaddress
import os
import socket
import stat
import sys
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEvent

BACKLOG = 8


class Shut(Exception):
    """The show cannot be watched at the address that was asked for; the message says why."""


class Door:
    """The one address at which a show can be watched.

    It is opened before Qt starts, so that a port that is taken is known at once; who comes early waits there. Raises Shut if
    it cannot be opened.
    """

    def __init__(self, host: str, port: int) -> None:
        if sys.platform != "linux":
            raise Shut("--vnc is for Linux only; here, share the screen with a program of the system")
        self._others = set(_doors())
        try:
            self._socket = _opened(host, port)
        except OSError as error:
            place = written(host, port)
            raise Shut(
                f"--vnc: {place} cannot be opened ({error.strerror or error}): name another address or port"
            ) from None
        self.host, self.port = self._socket.getsockname()[:2]

    def hand_over(self) -> None:
        """Puts this door in place of the one that Qt has opened; to be called once Qt has started, before it goes about its events.

        Raises Shut unless, in the end, this door is the only one.
        """
        # Qt opens its door in the first event that it sent itself; no other is handled here, such as somebody's coming in.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
        own = self._socket.fileno()
        opened = [each for each in _doors() if each not in self._others and each != own]
        if len(opened) == 1:
            # Whoever had found Qt's door meanwhile still waited to be let in, and is turned away with it.
            os.dup2(own, opened[0], inheritable=False)
        self._socket.close()
        left = {each: place for each, place in _doors().items() if each not in self._others}
        if len(opened) != 1 or left != {opened[0]: (self.host, self.port)}:
            raise Shut("--vnc: this version of Qt does not let itself be held to one address, so nothing is played")

    def told(self, size: tuple[int, int]) -> str:
        """What whoever started the show has to know, in one line."""
        place = written(self.host, self.port)
        start = f"kiosk: playing over VNC at {place}, {size[0]}x{size[1]}, without a password"
        if ipaddress.ip_address(self.host.partition("%")[0]).is_loopback:
            tunnel = f"ssh -L {self.port}:{place} HOST"
            return f"{start}; only this machine can connect, others through a tunnel: {tunnel}"
        return f"{start}: anyone who reaches this port can watch and press keys"


def written(host: str, port: int) -> str:
    """An address as it is written with its port."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _opened(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, place = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
    )[0]
    result = socket.socket(family, kind, protocol)
    try:
        # Those who were connected a moment ago keep no new start waiting. One that listens still keeps the port to itself.
        result.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # Qt takes in all who wait, until there is none: it would wait for ever.
        result.setblocking(False)
        result.bind(place)
        result.listen(BACKLOG)
    except OSError:
        result.close()
        raise
    return result


def _doors() -> dict[int, tuple[str, int]]:
    """The sockets of this process at which others can come in over a network: their descriptors, and their addresses."""
    found: dict[int, tuple[str, int]] = {}
    for descriptor in map(int, os.listdir("/proc/self/fd")):
        with suppress(OSError):
            if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                continue
            with socket.socket(fileno=os.dup(descriptor)) as each:
                is_of_a_network = each.family in (socket.AF_INET, socket.AF_INET6)
                if is_of_a_network and each.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    found[descriptor] = each.getsockname()[:2]
    return found
