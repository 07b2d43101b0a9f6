"""Measures how long a show takes from the start of the process to its first painted frame, in a new process each time.

    .venv/bin/python benchmarks/start.py [SHOW ...] --runs 7

prints the median and the spread for each show, in turn, so that shows of different length can be told apart from noise.
"""

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path

from kiosk.resources import content

PROBE = """
import os, sys, time
from pathlib import Path
from kiosk.cli import main
import kiosk.qt.stage as stage
painted = stage.Stage.paintEvent
def first(self, event):
    painted(self, event)
    ticks = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19]) / os.sysconf("SC_CLK_TCK")
    print("FIRST", time.clock_gettime(time.CLOCK_BOOTTIME) - ticks, flush=True)
    os._exit(0)
stage.Stage.paintEvent = first
sys.argv = ["kiosk", "run", sys.argv[1], "--windowed", "--size", "1920x1080"]
main()
"""


def first_frame(show: Path) -> float:
    """Seconds from the start of one process to its first frame; the clock of process starts has hundredths of a second."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    output = subprocess.run(
        [sys.executable, "-c", PROBE, str(show)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    ).stdout
    return float(next(line.split()[1] for line in output.splitlines() if line.startswith("FIRST")))


def main() -> None:
    """Times every show in turn, `--runs` times over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shows", nargs="*", type=Path, default=[content()])
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    times: dict[Path, list[float]] = {show: [] for show in options.shows}
    for show in options.shows:
        first_frame(show)
    for _ in range(options.runs):
        for show, found in times.items():
            found.append(first_frame(show))
    for show, found in times.items():
        print(f"{show}: median {statistics.median(found):.2f} s, {min(found):.2f} to {max(found):.2f} s")


if __name__ == "__main__":
    main()
