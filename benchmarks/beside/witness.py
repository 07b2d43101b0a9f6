"""The witness: a client of the X server that is told of every change on the screen, whoever paints it, and notes when."""

import os
import select
import time

import numpy as np
from Xlib.display import Display as Connection
from Xlib.ext import damage

from benchmarks.beside.display import Display

EVENT = np.dtype([("head", "u1", 12), ("time", "<u4"), ("area", "<i2", 4), ("screen", "<i2", 4)])
"""A message of the X server that something was painted, 32 bytes: among others its time in ms, and where."""
TITLE = (0.1, 0.07, 0.5, 0.17)
"""Where every contender has a slide's title, as fractions of the screen: left, top, right, bottom."""
LEAST_INK, LEAST_GROUND = 0.01, 0.6
"""The parts of that place that are at least as bright as letters, and as dark as the ground, where a title stands."""


class Witness:
    """Watches a display. `changes` are the times, in seconds on the clock of `time.monotonic`, at which something was painted."""

    def __init__(self, display: Display) -> None:
        self._display = display
        connection = Connection(display.name)
        connection.damage_query_version()
        root = connection.screen().root
        # Out of the way: a page hides the pointer only once it has moved.
        root.warp_pointer(display.size[0] - 1, display.size[1] - 1)
        root.damage_create(damage.DamageReportRawRectangles)
        connection.sync()
        self._connection = connection
        self._rest = b""
        self.changes: list[float] = []

    def watch(self, until: float) -> None:
        """Notes changes until a time has come. Raises ConnectionError if the display is gone."""
        while (left := until - time.monotonic()) > 0.0:
            if select.select([self._connection.fileno()], [], [], left)[0]:
                self._read()

    def wait_for_slide(self, until: float) -> float | None:
        """The time at which the title of a slide was first on the screen, and stayed; None if it did not come in time."""
        while time.monotonic() < until:
            self.watch(min(until, time.monotonic() + 0.002))
            if self.changes and self._shows_title():
                found = self.changes[-1]
                # A window that is just being filled looks for a moment as if there were letters.
                self.watch(time.monotonic() + 0.05)
                if self._shows_title():
                    return found
        return None

    def close(self) -> None:
        """Ends the watch."""
        self._connection.close()

    def _read(self) -> None:
        # A few thousand messages a second: read as they are, since taking each apart would cost more than it tells.
        data = os.read(self._connection.fileno(), 1 << 20)
        if not data:
            raise ConnectionError("the display is gone")
        data = self._rest + data
        whole = len(data) - len(data) % EVENT.itemsize
        self._rest = data[whole:]
        now = round(1000.0 * time.monotonic())
        for stamp in np.frombuffer(data[:whole], EVENT)["time"].tolist():
            # The server counts the same clock's ms in 32 bits.
            age = (now - stamp + (1 << 31)) % (1 << 32) - (1 << 31)
            self.changes.append((now - age) / 1000.0)

    def _shows_title(self) -> bool:
        """Whether the title's place is dark, with letters: neither an empty window nor a white page."""
        width, height = self._display.size
        left, top, right, bottom = (
            round(share * side) for share, side in zip(TITLE, (width, height, width, height), strict=True)
        )
        pixels = self._display.pixels(left, top, right, bottom).mean(axis=2)
        return bool((pixels > 200).mean() > LEAST_INK and (pixels < 60).mean() > LEAST_GROUND)
