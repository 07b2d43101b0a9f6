"""Plays a show on a real display, faster than life, and watches what must stay flat: memory, handles, threads, items, objects.

    xvfb-run -a -s "-screen 0 1920x1080x24" .venv/bin/python benchmarks/soak.py --hours 1 --speed 10

prints a line for every pass of the show and, at the end, what a slide change costs. Exit status 1 if something grows.
"""

import argparse
import gc
import os
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kiosk.content.library import open_library
from kiosk.qt.player import Player
from kiosk.qt.run import Wishes, place
from kiosk.qt.stage import Stage
from kiosk.qt.sweeper import sweeping_by_hand
from kiosk.qt.theatre import application
from kiosk.resources import content

KIB_A_CHANGE = 0.1
"""The most that memory may grow for each slide change, over the second half of the run."""


@dataclass(frozen=True)
class Sample:
    """What the process holds at one time."""

    changes: int
    anonymous_kib: int
    pss_kib: int
    handles: int
    threads: int
    items: int
    widgets: int
    objects: int


class Watch:
    """Counts slide changes, and takes a sample every few seconds."""

    def __init__(self, player: Player) -> None:
        self.player, self.changes = player, 0
        self.samples: list[Sample] = []
        self.shown: dict[int, int] = {}
        self._last: int | None = None
        self._sampled = 0

    def look(self) -> None:
        """Notes the slide in view, and measures once in every pass."""
        view = self.player.view
        if view is not None and view.slide is not None and view.slide != self._last:
            self._last = view.slide
            self.changes += 1
            self.shown[view.slide] = self.shown.get(view.slide, 0) + 1
        # Always at the same place of the show: what it holds differs from slide to slide.
        if view is not None and view.slide == 0 and not view.moving and self.changes != self._sampled:
            self._sampled = self.changes
            self.sample()

    def sample(self) -> None:
        """Measures the process now."""
        sizes = dict(line.split(":") for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:])
        stage = self.player.findChild(Stage)
        self.samples.append(
            Sample(
                self.changes,
                int(sizes["Anonymous"].split()[0]),
                int(sizes["Pss"].split()[0]),
                len(os.listdir("/proc/self/fd")),
                threading.active_count(),
                len(stage.scene().items()),
                len(QApplication.allWidgets()),
                len(gc.get_objects()),
            )
        )
        print(self.samples[-1], flush=True)


def slope(samples: list[Sample], name: str) -> float:
    """Growth for each slide change over the second half, by least squares."""
    half = samples[len(samples) // 2 :]
    x = np.array([each.changes for each in half], float)
    y = np.array([getattr(each, name) for each in half], float)
    return float(np.polyfit(x, y, 1)[0]) if len(half) > 2 and np.ptp(x) else 0.0


def main() -> int:
    """Runs the soak and judges it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("show", nargs="?", type=Path, default=content())
    parser.add_argument("--hours", type=float, default=1.0, help="hours of show")
    parser.add_argument("--speed", type=float, default=10.0)
    options = parser.parse_args()
    library = open_library(options.show)
    if library.show is None:
        print(*library.problems(), sep="\n")
        return 1
    app = application()
    player = Player(library, library.show, library.show.theme, clock=lambda: time.monotonic() * options.speed)
    place(player, app.primaryScreen(), Wishes())
    watch = Watch(player)
    looking = QTimer()
    looking.timeout.connect(watch.look)
    looking.start(20)
    QTimer.singleShot(round(3_600_000 * options.hours / options.speed), lambda: app.exit(0))
    with sweeping_by_hand():
        app.exec()
    print(
        f"{watch.changes} slide changes; each slide shown {min(watch.shown.values())} to {max(watch.shown.values())} times"
    )
    growth = {
        name: slope(watch.samples, name)
        for name in ("anonymous_kib", "handles", "threads", "items", "widgets", "objects")
    }
    print("growth a slide change, second half:", {name: round(value, 4) for name, value in growth.items()})
    first, last = watch.samples[len(watch.samples) // 2], watch.samples[-1]
    print(f"second half: {first} -> {last}")
    return int(growth["anonymous_kib"] > KIB_A_CHANGE or last.handles > first.handles or last.threads > first.threads)


if __name__ == "__main__":
    sys.exit(main())
