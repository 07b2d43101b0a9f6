"""The bench: the show played as fast as the clock allows, on a real window, frame by frame."""

import math
import os
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from kiosk.content.library import open_library
from kiosk.qt.player import FRAME, Player
from kiosk.qt.run import Wishes, place
from kiosk.qt.sweeper import sweeping_by_hand
from kiosk.qt.theatre import application
from kiosk.theme import Theme

BUDGET_MS = 1000.0 / 60.0


class Clock:
    """A clock that is set by hand, so that every frame of the show is painted, however long it takes."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def bench(
    folder: Path,
    size: tuple[int, int],
    language: str | None = None,
    *,
    theme: Theme | None = None,
    seconds: float = math.inf,
) -> dict[str, Any]:
    """Frame times in ms of one pass, per slide and in all; CPU seconds a minute of show; memory in MB, None where unknown.

    A frame is all that is done for it: seeking the slide, and painting what changed. Time in which the player would sleep is
    skipped; work done ahead, while nothing moves, counts as CPU but not as a frame. `seconds` of real time cut the pass short,
    though not before its first frame.
    """
    started = time.perf_counter()
    library = open_library(folder)
    app = application()
    if library.show is None:
        return {"slides": [], "problems": [str(problem) for problem in library.problems()]}
    clock = Clock()
    colors = theme or library.show.theme
    player = Player(library, library.show, colors, language=language, once=True, clock=clock, is_driven=True)
    place(player, app.primaryScreen(), Wishes(windowed=True, size=size))
    _settle()
    first_frame = time.perf_counter() - started
    begun, cpu = clock.now, time.process_time()
    with sweeping_by_hand():
        frames = _play(player, clock, library.ids(), time.perf_counter() + seconds)
    show_seconds, cpu_seconds = clock.now - begun, time.process_time() - cpu
    slides = [{"slide": name, **_summary(times)} for name, times in frames.items()]
    everything = [each for times in frames.values() for each in times]
    return {
        "size": list(size),
        "slides": slides,
        "all": _summary(everything) if everything else {},
        "show_seconds": round(show_seconds, 1),
        "cpu_seconds_per_minute": round(60.0 * cpu_seconds / show_seconds, 2) if show_seconds else 0.0,
        "first_frame_seconds": round(first_frame, 3),
        "memory_mb": _memory_mb(),
    }


def _play(player: Player, clock: Clock, ids: tuple[str, ...], end: float) -> dict[str, list[float]]:
    """Plays to the end, or until `end` by the real clock; the time of every frame in ms, by slide."""
    frames: dict[str, list[float]] = {}
    while not player.has_left and (not frames or time.perf_counter() < end):
        view = player.view
        if view is None or view.slide is None:
            break
        if view.progress is None and not view.moving:
            _skip(player, clock)
            continue
        begin = time.perf_counter()
        clock.now += FRAME
        player.tick()
        _settle()
        frames.setdefault(ids[view.slide], []).append(1000.0 * (time.perf_counter() - begin))
        if view.progress is None and not view.acting and player.work_ahead():
            # On a slide that never stands still, the player does it between two frames.
            _settle()
    return frames


def _settle() -> None:
    """Lets everything that was asked to be painted be painted."""
    QCoreApplication.processEvents()


def _skip(player: Player, clock: Clock) -> None:
    """Does what the player does while nothing moves, then goes to where something changes."""
    while player.work_ahead():
        _settle()
    view = player.view
    if view is not None:
        clock.now = max(clock.now + 0.001, view.next_change or clock.now + 1.0)
        player.tick()
        _settle()


def _summary(times: list[float]) -> dict[str, float | int]:
    ordered = sorted(times)
    return {
        "frames": len(ordered),
        "median_ms": round(ordered[len(ordered) // 2], 2),
        "p99_ms": round(ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))], 2),
        "worst_ms": round(ordered[-1], 2),
        "dropped": sum(int(each // BUDGET_MS) for each in ordered),
    }


def _memory_mb() -> float | None:
    """Proportional set size of the process; the peak of its resident size where the system does not tell the former."""
    try:
        text = Path(f"/proc/{os.getpid()}/smaps_rollup").read_text("ascii")
        return round(next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")) / 1024.0, 1)
    except (OSError, StopIteration):
        return _peak_mb()


def _peak_mb() -> float | None:
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024.0 * 1024.0 if sys.platform == "darwin" else 1024.0), 1)


def report(result: dict[str, Any]) -> str:
    """The result as a table to read."""
    if not result["slides"]:
        return "\n".join(result["problems"])
    lines = [f"{'slide':<20}{'frames':>8}{'median':>9}{'p99':>9}{'worst':>9}{'dropped':>9}"]
    rows = [*result["slides"], {"slide": "all", **result["all"]}]
    for row in rows:
        lines.append(
            f"{row['slide']:<20}{row['frames']:>8}{row['median_ms']:>9.2f}{row['p99_ms']:>9.2f}{row['worst_ms']:>9.2f}{row['dropped']:>9}"
        )
    width, height = result["size"]
    memory = "memory unknown" if result["memory_mb"] is None else f"{result['memory_mb']} MB"
    lines.append(
        f"{width}x{height}; times in ms; {result['show_seconds']} s of show, {result['cpu_seconds_per_minute']} CPU s a minute, "
        f"{memory}, first frame after {result['first_frame_seconds']} s"
    )
    return "\n".join(lines)
