"""A viewer over VNC: as much of the protocol RFB 3.3 as it takes to see a picture and to press keys."""

import socket
import struct
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

VERSION = b"RFB 003.003\n"
NO_PASSWORD = 1
RAW = 0
KEYS = {"Left": 0xFF51, "Right": 0xFF53, "Home": 0xFF50, "Shift": 0xFFE1, "Control": 0xFFE3}
TRUE_COLOUR = struct.pack(">4B3H3B3x", 32, 24, 0, 1, 255, 255, 255, 16, 8, 0)


class Viewer:
    """One viewer that is connected and has agreed on how pictures are sent."""

    def __init__(self, port: int, host: str = "127.0.0.1", *, seconds: float = 15.0) -> None:
        self.socket = socket.create_connection((host, port), seconds)
        assert self._read(len(VERSION)) == VERSION
        self.send(VERSION)
        assert struct.unpack(">I", self._read(4)) == (NO_PASSWORD,)
        self.send(b"\1")
        self.width, self.height, name = struct.unpack(">HH16xI", self._read(24))
        self._read(name)
        self.send(struct.pack(">B3x", 0) + TRUE_COLOUR + struct.pack(">BxHi", 2, 1, RAW))

    def send(self, message: bytes) -> None:
        """Sends a message, or anything else."""
        self.socket.sendall(message)

    def ask(self, *, incremental: bool = False) -> None:
        """Asks for a picture of the whole screen."""
        self.send(struct.pack(">BB4H", 3, incremental, 0, 0, self.width, self.height))

    def seen(self) -> NDArray[np.int16]:
        """The whole screen as it is now, of shape (height, width, 3)."""
        picture = np.full((self.height, self.width, 3), -1, np.int16)
        self.ask()
        while (picture < 0).any():
            kind, rectangles = struct.unpack(">BxH", self._read(4))
            assert kind == 0
            for _ in range(rectangles):
                left, top, width, height, encoding = struct.unpack(">4Hi", self._read(12))
                assert encoding == RAW
                flat = np.frombuffer(self._read(4 * width * height), np.uint8).reshape(height, width, 4)
                picture[top : top + height, left : left + width] = flat[:, :, 2::-1]
            if (picture < 0).any():
                self.ask(incremental=True)
        return picture

    def press(self, *names: str) -> None:
        """Presses keys together, and lets them go in the opposite order."""
        codes = [KEYS.get(name) or ord(name) for name in names]
        for is_down, code in [(1, code) for code in codes] + [(0, code) for code in reversed(codes)]:
            self.send(struct.pack(">BBxxI", 4, is_down, code))

    def vanish(self) -> None:
        """Leaves without a word, in the middle of whatever there is."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def _read(self, count: int) -> bytes:
        data = bytearray()
        while len(data) < count:
            part = self.socket.recv(min(1 << 20, count - len(data)))
            if not part:
                raise ConnectionError(f"{len(data)} of {count} bytes came")
            data += part
        return bytes(data)

    def __enter__(self) -> "Viewer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.socket.close()
