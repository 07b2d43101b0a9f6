"""Painting: whether this machine paints the show fast enough at the size of its screen, measured for two seconds."""

import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.doctor.aside import Answer, ask
from kiosk.doctor.finding import Finding

PATIENCE = 20.0
BUDGET_MS = 1000.0 / 60.0
SPARE = 0.75
"""The part of a frame's time up to which painting leaves enough for the rest of the machine."""


def measure(folder: Path, size: tuple[int, int]) -> Answer:
    """Has the beginning of the show painted in memory, aside: what is on the screen is not disturbed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}
    width, height = size
    return ask("painting", str(folder), "--size", f"{width}x{height}", seconds=PATIENCE, environment=environment)


def painting(answer: Answer, size: tuple[int, int], load: float | None = None) -> Iterator[Finding]:
    """What the measure means; `load` is how many programs wanted a processor of their own meanwhile, for each there is."""
    width, height = size
    slower = (
        "set the screen to 1920x1080 (xrandr --output NAME --mode 1920x1080); " if width * height > 2_500_000 else ""
    )
    remedy = f"{slower}write transition: none under playback in show.yaml; or take a faster machine"
    busy = "; other programs keep this machine busy" if load is not None and load > 1.0 else ""
    if answer.is_late:
        message = f"{width} x {height} cannot be painted in {PATIENCE:.0f} s, let alone smoothly{busy}"
        yield Finding("painting", "warning", message, remedy)
        return
    frames = answer.data.get("all") or {}
    if not frames:
        missing = str(answer.data.get("missing", "")).partition(": cannot open")[0]
        reason = f"Qt lacks {missing}" if missing else "nothing could be painted"
        yield Finding("painting", "note", f"not measured: {reason}", "see show, fonts and libraries")
        return
    late, dropped = frames["p99_ms"], frames["dropped"]
    told = f"at {width} x {height}, 99 of 100 frames are painted within {late:.1f} ms of the {BUDGET_MS:.1f} that there are"
    told += f", {dropped} of {frames['frames']} came too late{busy}" if dropped else busy
    if late > BUDGET_MS:
        again = "end other programs and measure again; else " if busy else ""
        yield Finding("painting", "warning", f"too slow for smooth movement: {told}", again + remedy)
    elif late > SPARE * BUDGET_MS:
        yield Finding("painting", "note", f"just fast enough: {told}")
    else:
        yield Finding("painting", "good", told)


def load() -> float | None:
    """How many programs want to run, for each processor, over the last minute; None where the system does not tell."""
    return os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else None
