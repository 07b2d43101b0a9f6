"""Requests to an X server over libxcb alone, which Qt needs anyhow: no other library, and no program, has to be there."""

import ctypes
import struct
from collections.abc import Iterator
from contextlib import contextmanager

INTERN_ATOM, GET_PROPERTY, QUERY_EXTENSION = 16, 20, 98


class _Extension(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("number", ctypes.c_int))


class _Request(ctypes.Structure):
    _fields_ = (
        ("parts", ctypes.c_size_t),
        ("extension", ctypes.POINTER(_Extension)),
        ("opcode", ctypes.c_uint8),
        ("is_void", ctypes.c_uint8),
    )


class _Part(ctypes.Structure):
    _fields_ = (("start", ctypes.c_void_p), ("length", ctypes.c_size_t))


class _Roots(ctypes.Structure):
    _fields_ = (("first", ctypes.POINTER(ctypes.c_uint32)), ("left", ctypes.c_int), ("index", ctypes.c_int))


class Line:
    """A line to one server, over which requests go byte by byte as the X protocol has them."""

    def __init__(self, xcb: ctypes.CDLL, connection: ctypes.c_void_p) -> None:
        self._xcb, self._connection = xcb, connection
        xcb.xcb_wait_for_reply.restype = ctypes.c_void_p
        xcb.xcb_get_setup.restype = ctypes.c_void_p
        xcb.xcb_setup_roots_iterator.restype = _Roots
        self._free = ctypes.CDLL(None).free

    def reply(self, opcode: int, body: bytes = b"", extension: str = "") -> bytes | None:
        """The answer to one request, whose `body` is what follows its first four bytes; None where the server refuses it."""
        content = bytes((opcode, 0)) + struct.pack("=H", 1 + -(-len(body) // 4)) + body + bytes(-len(body) % 4)
        data = ctypes.create_string_buffer(content, len(content))
        # libxcb writes into two places before the first part.
        parts = (_Part * 3)()
        parts[2] = _Part(ctypes.cast(data, ctypes.c_void_p), len(content))
        known = ctypes.pointer(_Extension(extension.encode(), 0)) if extension else None
        request = _Request(1, known, opcode, 0)
        number = self._xcb.xcb_send_request(
            self._connection, 1, ctypes.byref(parts, 2 * ctypes.sizeof(_Part)), ctypes.byref(request)
        )
        error = ctypes.c_void_p()
        found = self._xcb.xcb_wait_for_reply(self._connection, ctypes.c_uint(number), ctypes.byref(error))
        if not found:
            self._free(error)
            return None
        (length,) = struct.unpack("=I", ctypes.string_at(found + 4, 4))
        answer = ctypes.string_at(found, 32 + 4 * length)
        self._free(ctypes.c_void_p(found))
        return answer

    def has(self, extension: str) -> bool:
        """Whether the server has an extension."""
        name = extension.encode()
        answer = self.reply(QUERY_EXTENSION, struct.pack("=HH", len(name), 0) + name)
        return answer is not None and answer[8] == 1

    def atom(self, name: str) -> int:
        """The server's number for a name."""
        answer = self.reply(INTERN_ATOM, struct.pack("=HH", len(name), 0) + name.encode())
        return int(struct.unpack_from("=I", answer, 8)[0]) if answer else 0

    def property(self, window: int, name: int) -> bytes:
        """A property of a window, as it is stored; empty if there is none."""
        answer = self.reply(GET_PROPERTY, struct.pack("=IIIII", window, name, 0, 0, 256))
        if answer is None:
            return b""
        (count,) = struct.unpack_from("=I", answer, 16)
        return answer[32 : 32 + count * (answer[1] // 8)]

    def root(self) -> int:
        """The window behind all others of the first screen."""
        roots = self._xcb.xcb_setup_roots_iterator(ctypes.c_void_p(self._xcb.xcb_get_setup(self._connection)))
        return int(roots.first[0])


def library() -> ctypes.CDLL | None:
    """libxcb, or None where it is missing."""
    try:
        return ctypes.CDLL("libxcb.so.1")
    except OSError:
        return None


@contextmanager
def line(xcb: ctypes.CDLL) -> Iterator[tuple[Line, int]]:
    """A line to the server at DISPLAY, and libxcb's number for what went wrong: with any but 0, nothing may be asked."""
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        yield Line(xcb, connection), int(xcb.xcb_connection_has_error(connection))
    finally:
        xcb.xcb_disconnect(connection)
