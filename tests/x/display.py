"""A display in memory, whose picture is read from the file that the X server keeps it in."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SIZE = (1920, 1080)
PROGRAMS = ("Xvfb", "xdotool", "openbox")
PATIENCE = 15.0
"""Seconds that anything may take on a busy machine."""

Pixels = NDArray[np.int16]


def missing() -> list[str]:
    """The programs that are needed and not there."""
    return [each for each in PROGRAMS if shutil.which(each) is None]


def environment(display: str | None) -> dict[str, str]:
    """The environment of a program on a display."""
    ours = {
        name: value
        for name, value in os.environ.items()
        if name not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DISPLAY")
    }
    return ours | ({"DISPLAY": display} if display else {})


def wait_for(is_so: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Whether something becomes so in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.05)
    return is_so()


class Display:
    """An X server of its own, with or without a window manager, and the programs on it."""

    def __init__(self, folder: Path, *, is_managed: bool) -> None:
        self._frame = folder / "Xvfb_screen0"
        reading, writing = os.pipe()
        screen = f"{SIZE[0]}x{SIZE[1]}x24"
        self.server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(writing),
                "-screen",
                "0",
                screen,
                "-fbdir",
                str(folder),
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.name = f":{answer.readline().strip()}"
        self._started: list[subprocess.Popen[str]] = []
        if is_managed:
            self.start("openbox", "--sm-disable")
            wait_for(lambda: self.do("get_num_desktops").returncode == 0)

    def start(self, *command: str) -> "subprocess.Popen[str]":
        """Starts a program on the display."""
        process = subprocess.Popen(
            command, env=environment(self.name), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self._started.append(process)
        return process

    def play(self, show: Path, *options: str) -> "subprocess.Popen[str]":
        """Starts the show."""
        return self.start(sys.executable, "-m", "kiosk", "run", str(show), *options)

    def do(self, *command: str) -> "subprocess.CompletedProcess[str]":
        """Has xdotool do something."""
        return subprocess.run(
            ["xdotool", *command], env=environment(self.name), check=False, capture_output=True, text=True
        )

    def press(self, *keys: str) -> None:
        """Presses keys, by X's names for them."""
        self.do("key", "--delay", "30", *keys)

    def seen(self) -> Pixels:
        """What the display shows, of shape (height, width, 3)."""
        data = self._frame.read_bytes()
        header = np.frombuffer(data, ">u4", 25)
        size, width, height, line, colors = (int(header[each]) for each in (0, 4, 5, 12, 19))
        picture = np.frombuffer(data, np.uint8, line * height, size + 12 * colors).reshape(height, line // 4, 4)
        return picture[:, :width, 2::-1].astype(np.int16)

    def close(self) -> None:
        """Ends everything that was started here."""
        for process in self._started:
            process.kill()
            process.communicate()
        self.server.kill()
        self.server.wait()
