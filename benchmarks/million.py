"""Measures the entrance of a line of many points, frame by frame, on a painted window.

    QT_QPA_PLATFORM=offscreen .venv/bin/python benchmarks/million.py --points 1000000

prints how long it takes to lay the line out, and the median, p99 and worst frame of its entrance in ms.
"""

import argparse
import time

import numpy as np
from PySide6.QtCore import QCoreApplication

from kiosk.charts.line import Lines
from kiosk.layouts import Page
from kiosk.metrics import Series
from kiosk.qt.slide_item import SlideItem
from kiosk.qt.stage import Stage
from kiosk.qt.theatre import application
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.show import PlacedSlide
from kiosk.theme import load_theme

FRAME = 1.0 / 60.0


def series(points: int) -> Series:
    """A walk of so many steps, the same every time."""
    steps = np.random.default_rng(7).normal(size=points).cumsum()
    empty = Series.model_validate({"label": "walk", "values": {"0": 0, "1": 1}, "unit": ""})
    return empty.with_points(tuple(zip(map(float, range(points)), steps.tolist(), strict=True)))


def main() -> None:
    """Lays out the line, plays its entrance, and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=1_000_000)
    options = parser.parse_args()
    application()
    theme, screen = load_theme("dark"), Screen(1920, 1080)
    page, data = Page(screen), series(options.points)
    begin = time.perf_counter()
    placed = Lines(series=(data,)).place(Setting(screen, page.content, page.foot, ("en",)))
    print(f"{options.points} points laid out in {1000 * (time.perf_counter() - begin):.0f} ms")
    stage = Stage(theme)
    stage.resize(screen.width, screen.height)
    item = SlideItem(PlacedSlide(placed.layers, 10.0, placed.duration), theme)
    stage.add(item)
    item.seek(0.0)
    stage.show_slide(item)
    stage.show()
    QCoreApplication.processEvents()
    times = []
    for step in range(round(placed.duration / FRAME) + 1):
        begin = time.perf_counter()
        item.seek(step * FRAME)
        QCoreApplication.processEvents()
        times.append(1000 * (time.perf_counter() - begin))
    ordered = sorted(times)
    late = sum(each > 1000 * FRAME for each in times)
    print(
        f"{len(times)} frames: median {ordered[len(ordered) // 2]:.1f}, p99 {ordered[int(0.99 * len(ordered))]:.1f}, "
        f"worst {ordered[-1]:.1f} ms; {late} later than 60 Hz allows"
    )


if __name__ == "__main__":
    main()
