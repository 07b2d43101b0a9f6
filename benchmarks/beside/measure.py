"""One run: a contender plays on a display of its own, and is watched from outside."""

import os
import statistics
import subprocess
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from benchmarks.beside.contenders import Contender
from benchmarks.beside.display import Display
from benchmarks.beside.frames import coalesced, motion
from benchmarks.beside.process_tree import ProcessTree
from benchmarks.beside.witness import Witness

PATIENCE = 30.0
SETTLING = 7.5
"""Seconds from the first frame until the measure begins: one slide, so that what is done once at the start is not in it."""
BETWEEN_SAMPLES = 1.7
"""Seconds between looks at memory, so chosen that they fall on every part of a slide by turns."""


@dataclass(frozen=True)
class Place:
    """Where a contender's pages lie, and the browser's profile."""

    pages: Path
    profile: Path


def measure(contender: Contender, place: Place, size: tuple[int, int], seconds: float) -> dict[str, Any]:
    """Plays for `seconds` after settling, and says what was seen. Raises TimeoutError if no slide comes."""
    with Display(size) as display:
        witness = Witness(display)
        begun = time.monotonic()
        process = start(contender, place, display)
        tree = ProcessTree(process.pid, (display.server.pid, display.manager.pid))
        try:
            first = witness.wait_for_slide(begun + PATIENCE)
            if first is None:
                raise TimeoutError(f"{contender.title} shows no slide within {PATIENCE:.0f} seconds")
            starting = tree.seconds()
            if seconds <= 0.0:
                return {"first_frame_seconds": round(first - begun, 3)}
            witness.watch(first + SETTLING)
            seen = _watch(witness, tree, psutil.Process(display.server.pid), seconds)
        finally:
            tree.end()
            witness.close()
    return {"first_frame_seconds": round(first - begun, 3), "cpu_seconds_to_first_frame": round(starting, 2), **seen}


def start(contender: Contender, place: Place, display: Display) -> subprocess.Popen[bytes]:
    """Starts a contender."""
    return subprocess.Popen(
        contender.command(place.pages, place.profile),
        env=display.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _watch(witness: Witness, tree: ProcessTree, server: psutil.Process, seconds: float) -> dict[str, Any]:
    begin = time.monotonic()
    seen, cpu, cpu_of_server, own = len(witness.changes), tree.seconds(), _seconds(server), time.process_time()
    memory: list[float] = []
    while (left := begin + seconds - time.monotonic()) > 0.0:
        witness.watch(time.monotonic() + min(left, BETWEEN_SAMPLES))
        memory.append(tree.memory_mb())
    lasted = time.monotonic() - begin
    minutes = lasted / 60.0
    changes = [each for each in witness.changes[seen:] if each >= begin]
    return {
        "seconds": round(lasted, 2),
        "cpu_seconds_per_minute": round((tree.seconds() - cpu) / minutes, 2),
        "x_server_cpu_seconds_per_minute": round((_seconds(server) - cpu_of_server) / minutes, 2),
        "witness_cpu_seconds_per_minute": round((time.process_time() - own) / minutes, 2),
        "memory_median_mb": round(statistics.median(memory), 1),
        "memory_max_mb": round(max(memory), 1),
        "processes": len(tree.processes()),
        "load": round(os.getloadavg()[0], 2),
        **asdict(motion(coalesced(sorted(changes)))),
    }


def _seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
