"""A reel: the frames of a film, decoded a few ahead by a process of their own.

The decoder writes frames into a pipe and waits when a few are ahead, so a film takes no more memory than these, and no more
time than it needs. Whatever happens to the process, the last good frame stays.
"""

import logging
import subprocess
import threading
from collections import deque

from PySide6.QtGui import QImage

from kiosk.footage import FRAMES_PER_SECOND, decoder

log = logging.getLogger("kiosk.qt")
AHEAD = 6
"""Frames that wait decoded: a quarter of a second, 50 MB of a screen of 1080 lines."""
LEAP = 40
"""Frames ahead from which on it is quicker to begin anew there than to decode all between."""
PATIENCE = 20.0
"""Seconds for which one exact frame is waited for at most."""


class Reel:
    """The frames of one file, `width` by `height` pixels each, to be asked for in ascending order; any other order begins anew."""

    def __init__(self, file: str, width: int, height: int) -> None:
        self.size = (max(2, width), max(2, height))
        self._file = file
        self._process: subprocess.Popen[bytes] | None = None
        self._ready: deque[tuple[int, bytes]] = deque()
        self._turn = threading.Condition()
        self._is_over = True
        self._next = 0
        self._shown: tuple[int, QImage] | None = None

    def frame(self, number: int, *, patient: bool = False) -> QImage | None:
        """The frame of a number, or the last one before it that is there; None before the first.

        Only one that is `patient` waits, and gets the very frame, or the last of the film.
        """
        if self._shown is not None and self._shown[0] == number:
            return self._shown[1]
        if self._is_out_of_reach(number):
            self._begin(number)
        with self._turn:
            while True:
                self._take(number)
                found = self._shown[0] if self._shown else -1
                is_done = found == number or (self._is_over and not self._ready)
                if not patient or is_done or not self._turn.wait(PATIENCE):
                    break
        return self._shown[1] if self._shown else None

    def close(self) -> None:
        """Ends the decoder; another frame begins anew."""
        process, self._process = self._process, None
        with self._turn:
            self._is_over = True
            self._ready.clear()
            self._turn.notify_all()
        if process is not None:
            process.kill()
            process.wait()

    def _is_out_of_reach(self, number: int) -> bool:
        first = self._ready[0][0] if self._ready else self._next
        if self._process is None:
            # A film that came to its end shows its last frame; one that never began has to.
            return self._shown is None or number < self._shown[0]
        return number < first or number > first + LEAP

    def _take(self, number: int) -> None:
        """Takes up the latest frame that is due."""
        data = None
        while self._ready and self._ready[0][0] <= number:
            at, data = self._ready.popleft()
        if data is not None:
            width, height = self.size
            self._shown = (at, QImage(data, width, height, 4 * width, QImage.Format.Format_RGB32))
            self._turn.notify_all()

    def _begin(self, number: int) -> None:
        # What was shown last is shown until the first frame is there.
        self.close()
        program = decoder()
        if program is None:
            log.warning("%s: there is no ffmpeg to decode it", self._file)
            return
        width, height = self.size
        command = [program, "-hide_banner", "-loglevel", "error", "-nostdin", "-protocol_whitelist", "file"]
        command += ["-ss", f"{number / FRAMES_PER_SECOND:.3f}", "-i", f"file:{self._file}", "-an", "-sn", "-dn"]
        command += ["-vf", f"fps={FRAMES_PER_SECOND:g},scale={width}:{height}:flags=bilinear"]
        command += ["-f", "rawvideo", "-pix_fmt", "bgr0", "pipe:1"]
        try:
            process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
            )
        except OSError as error:
            log.warning("%s: %s", self._file, error)
            return
        self._process, self._is_over, self._next = process, False, number
        threading.Thread(target=self._read, args=(process, number), daemon=True, name="reel").start()

    def _read(self, process: subprocess.Popen[bytes], number: int) -> None:
        """What the thread does: reads frame after frame, a few ahead."""
        assert process.stdout is not None
        size = 4 * self.size[0] * self.size[1]
        while True:
            data = process.stdout.read(size)
            with self._turn:
                if self._process is not process:
                    break
                if len(data) < size:
                    self._is_over = True
                    self._turn.notify_all()
                    break
                self._ready.append((number, data))
                number += 1
                self._next = number
                self._turn.notify_all()
                while len(self._ready) >= AHEAD and self._process is process:
                    self._turn.wait()
        process.stdout.close()
        process.wait()
