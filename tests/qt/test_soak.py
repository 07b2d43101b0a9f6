"""Months in the hall, in small: after hundreds of changes there is no more of anything than after the first few."""

import gc
import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.qt.slide_item import SlideItem
from tests.qt.hall import Hall

CHANGES = 300
EVERY = 15
WARM = 6
"""Readings that are left out: caches fill with every slide, its pictures and its glyphs."""


@dataclass(frozen=True)
class Reading:
    """What there is of everything at one moment."""

    items: int
    widgets: int
    handles: int
    threads: int
    objects: int
    nones: int
    megabytes: float


def own_megabytes() -> float:
    """Memory that the process asked for; its share of libraries would change with every other program that starts or ends."""
    try:
        text = Path("/proc/self/smaps_rollup").read_text("ascii")
    except OSError:
        return 0.0
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Anonymous:")) / 1024.0


def read(hall: Hall) -> Reading:
    """Counts everything."""
    gc.collect()
    return Reading(
        items=len(hall.player._stage.scene().items()),
        widgets=len(QApplication.allWidgets()),
        handles=len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else 0,
        threads=threading.active_count(),
        objects=len(gc.get_objects()),
        nones=sys.getrefcount(None) if sys.version_info < (3, 12) else 0,
        megabytes=own_megabytes(),
    )


def change_slides(hall: Hall, number: int) -> None:
    """Changes slides in every way there is: by the loop, by hand, with an overlay, in another language."""
    for turn in range(number):
        hall.go(0.2, 0.1)
        hall.work()
        if turn % 5 == 1:
            hall.press("l")
        if turn % 5 == 2:
            hall.press("o")
            hall.tick(0.1)
            hall.press(Qt.Key.Key_Escape)
        if turn % 5 == 3:
            hall.press("b.")
        if turn % 2:
            hall.press(Qt.Key.Key_Right if turn % 3 else Qt.Key.Key_Left)
            hall.press(Qt.Key.Key_Escape)
        else:
            hall.leave_slide()
        hall.go(0.8, 0.2)


def slope(values: list[float]) -> float:
    """The growth from one reading to the next."""
    return float(np.polyfit(range(len(values)), values, 1)[0])


@pytest.fixture(scope="module")
def readings(app: QApplication) -> list[Reading]:
    """Readings while slides change."""
    hall = Hall(size=(480, 270))
    result = []
    for _ in range(CHANGES // EVERY):
        change_slides(hall, EVERY)
        result.append(read(hall))
    hall.close()
    return result[WARM:]


@pytest.mark.parametrize("what", ["widgets", "handles", "threads"])
def test_what_the_system_lends_is_given_back(readings: list[Reading], what: str) -> None:
    assert len({getattr(each, what) for each in readings}) == 1


def test_the_scene_holds_no_more_than_the_slides_it_keeps(readings: list[Reading]) -> None:
    counts = [each.items for each in readings]

    assert max(counts) <= 120
    assert abs(slope([float(each) for each in counts])) < 1.0


def test_python_objects_do_not_grow_in_number(readings: list[Reading]) -> None:
    per_change = slope([float(each.objects) for each in readings]) / EVERY

    assert per_change < 2.0


def test_memory_does_not_grow(readings: list[Reading]) -> None:
    per_change = 1024.0 * slope([each.megabytes for each in readings]) / EVERY

    assert per_change < 8.0, f"{per_change:.1f} kB a change"


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is not counted from Python 3.12 on")
def test_references_to_none_do_not_run_out(readings: list[Reading]) -> None:
    per_change = slope([float(each.nones) for each in readings]) / EVERY

    # The binding keeps one for every item that is painted into a picture, where there is no widget. Too many do no harm.
    assert -0.5 < per_change < 100.0


def test_a_leak_of_one_item_a_change_would_show(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    hall = Hall(size=(480, 270))
    kept: list[SlideItem] = []
    monkeypatch.setattr(hall.player._stage, "remove", kept.append)
    counts = []
    for _ in range(4):
        change_slides(hall, 5)
        counts.append(float(read(hall).items))
    hall.close()

    assert slope(counts) > 1.0
