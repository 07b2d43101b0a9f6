"""An X server of hearsay: it speaks enough of the protocol to be asked, and says what a test has told it to."""

import socket
import struct
import threading
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

ROOT = 0x123
FIRST_PORT = 6000
INTERN_ATOM, GET_PROPERTY, QUERY_EXTENSION, GET_SCREEN_SAVER = 16, 20, 98, 108
DPMS = 140
SCREEN = struct.pack("<5I6HI4B", ROOT, 1, 0xFFFFFF, 0, 0, 64, 64, 10, 10, 1, 1, 2, 0, 0, 24, 0)
SETUP = struct.pack("<4I2H8B4x", 1, 0x200000, 0x1FFFFF, 0, 0, 65535, 1, 0, 0, 0, 32, 32, 8, 255) + SCREEN


class HearsayServer:
    """Listens at `name` until it is left.

    `dpms`: whether power saving is on, and its three times in seconds; None for a server without it. `properties`: by window
    and name. `refusal` is what it says to everyone, in place of letting him in. One that `hangs` never says anything.
    """

    def __init__(
        self,
        *,
        saver: int = 0,
        dpms: tuple[bool, Sequence[int]] | None = None,
        extensions: Sequence[str] = (),
        properties: Mapping[tuple[int, str], bytes] | None = None,
        refusal: bytes = b"",
        hangs: bool = False,
    ) -> None:
        self.saver, self.dpms, self.extensions = saver, dpms, (*extensions, *(("DPMS",) if dpms else ()))
        self.properties, self.refusal, self.hangs = properties or {}, refusal, hangs
        self._atoms: list[str] = []
        # X counts its displays from a port on; a free port below that would be none.
        for _ in range(100):
            self._socket = socket.create_server(("127.0.0.1", 0))
            port = self._socket.getsockname()[1]
            if port >= FIRST_PORT:
                break
            self._socket.close()
        self.name = f"127.0.0.1:{port - FIRST_PORT}"

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            if not self.hangs:
                threading.Thread(target=self._speak, args=(client,), daemon=True).start()

    def _speak(self, client: socket.socket) -> None:
        with client, client.makefile("rb") as incoming:
            name_length, data_length = struct.unpack("<6x2H2x", incoming.read(12))
            incoming.read(sum(-(-each // 4) * 4 for each in (name_length, data_length)))
            if self.refusal:
                text = self.refusal + bytes(-len(self.refusal) % 4)
                client.sendall(struct.pack("<BB3H", 0, len(self.refusal), 11, 0, len(text) // 4) + text)
                return
            client.sendall(struct.pack("<Bx3H", 1, 11, 0, len(SETUP) // 4) + SETUP)
            number = 0
            while head := incoming.read(4):
                number += 1
                opcode, minor, length = struct.unpack("<BBH", head)
                body = incoming.read(4 * length - 4)
                client.sendall(self._answer(number, opcode, minor, body))

    def _answer(self, number: int, opcode: int, minor: int, body: bytes) -> bytes:
        first, told, more = 0, b"", b""
        if opcode == QUERY_EXTENSION:
            name = body[4 : 4 + struct.unpack_from("<H", body)[0]].decode()
            told = bytes((name in self.extensions, DPMS if name == "DPMS" else 0, 0, 0))
        elif opcode == INTERN_ATOM:
            name = body[4 : 4 + struct.unpack_from("<H", body)[0]].decode()
            self._atoms += [name] if name not in self._atoms else []
            told = struct.pack("<I", self._atoms.index(name) + 1)
        elif opcode == GET_PROPERTY:
            window, atom = struct.unpack_from("<II", body)
            value = self.properties.get((window, self._atoms[atom - 1]), b"")
            first, more = (8, value + bytes(-len(value) % 4)) if value else (0, b"")
            told = struct.pack("<III", 31, 0, len(value))
        elif opcode == GET_SCREEN_SAVER:
            told = struct.pack("<HHBB", self.saver, 0, 1, 1)
        elif opcode == DPMS and self.dpms:
            is_on, times = self.dpms
            told = struct.pack("<HB", 0, is_on) if minor == 7 else struct.pack("<3H", *times)
        return struct.pack("<BBHI", 1, first, number, len(more) // 4) + told.ljust(24, b"\0") + more
