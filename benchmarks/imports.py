"""Profiles how the program starts: what each command loads and how long that takes, and where the time to the first frame goes.

    .venv/bin/python benchmarks/imports.py [SHOW] --runs 7 [--program dist/kiosk/kiosk]

prints two tables; with a built program, also how long its commands take. Times are medians in ms, each run in a new process with
files in memory. Modules are told by Python's own `-X importtime`, which makes imports slower: what it gives are shares, not times.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.resources import content

COMMANDS = ("--version", "--help", "licences", "new", "schema", "check", "export")
HEAVIEST = 5
SIZE = "1920x1080"

PROBE = """
import sys, time
moments = [("interpreter", time.monotonic())]
def now(name):
    moments.append((name, time.monotonic()))
import kiosk.cli
now("kiosk.cli")
import numpy
now("numpy")
import pydantic, yaml
now("pydantic, yaml")
import kiosk.content.library
now("kiosk, without the screen")
import kiosk.qt
from PySide6 import QtCore, QtGui, QtWidgets
now("PySide6")
import pyqtgraph
now("pyqtgraph")
import kiosk.qt.run as run, kiosk.qt.theatre as theatre, kiosk.qt.stage as stage, kiosk.qt.slide_item as slide_item
now("kiosk.qt")
from kiosk.show import Show

def first(owner, name, before, after):
    # Tells the moments before and after the first call, then calls as if nothing had been.
    inner = getattr(owner, name)
    def outer(*arguments, **named):
        setattr(owner, name, inner)
        now(before)
        result = inner(*arguments, **named)
        now(after)
        return result
    setattr(owner, name, outer)

first(run, "open_library", "command line", "show opened")
first(theatre, "set_up_pyqtgraph", "QApplication", "")
first(theatre, "load_fonts", "", "fonts")
first(Show, "place", "window made", "first slide laid out")
first(slide_item.SlideItem, "build", "", "first slide built")
painted = stage.Stage.paintEvent
def paint(self, event):
    now("until painting")
    painted(self, event)
    now("first frame painted")
    import os
    for name, moment in moments:
        print(f"{moment - float(sys.argv[1])} {name}")
    sys.stdout.flush()
    os._exit(0)
stage.Stage.paintEvent = paint
kiosk.cli.main(["run", sys.argv[2], "--windowed", "--size", sys.argv[3]])
"""


def environment() -> dict[str, str]:
    """The environment of a program that paints in memory, unless another way is asked for."""
    return {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"), "PYTHONUTF8": "1"}


def called(*words: object) -> "subprocess.CompletedProcess[str]":
    """A program, called and heard to its end."""
    return subprocess.run(
        [str(word) for word in words], env=environment(), capture_output=True, text=True, check=False, timeout=120
    )


def arguments(command: str, show: Path, scratch: Path) -> tuple[str, ...]:
    """What a command is measured with."""
    given = {
        "check": (str(show),),
        "new": (str(scratch / f"show{time.monotonic_ns()}"),),
        "export": (str(show), str(scratch / "one.png"), "--slide", first_slide(show)),
    }
    return (command, *given.get(command, ()))


def first_slide(show: Path) -> str:
    """The id of a show's first slide, taken from its file as text."""
    found = re.search(r"slides:\s*(?:\[|-)\s*([\w-]+)", (show / "show.yaml").read_text("utf-8"))
    if found is None:
        raise SystemExit(f"{show} has no slides")
    return found[1]


def median_ms(act: Callable[[], object], runs: int) -> float:
    """The median time of an act in ms; the first time does not count."""
    times = []
    for _ in range(runs + 1):
        begin = time.perf_counter()
        act()
        times.append(1000.0 * (time.perf_counter() - begin))
    return statistics.median(times[1:])


def heaviest(words: Sequence[str]) -> tuple[int, str]:
    """How many modules a command loads, and which packages take most of the time that this takes."""
    told = called(sys.executable, "-X", "importtime", "-m", "kiosk", *words).stderr
    rows = re.findall(r"^import time:\s+(\d+) \|\s+\d+ \|\s*(\S+)", told, re.MULTILINE)
    by_package: Counter[str] = Counter()
    for own, name in rows:
        by_package[name.partition(".")[0]] += int(own)
    whole = sum(by_package.values()) or 1
    named = ", ".join(f"{name} {100 * own // whole} %" for name, own in by_package.most_common(HEAVIEST))
    return len(rows), named


def print_commands(show: Path, runs: int, program: Path | None) -> None:
    """The first table: how long each command takes, and what it loads."""
    print(f"{'command':<12}{'ms':>7}{'packed':>8}{'modules':>9}  heaviest, as shares of all imports")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)

        def taken(command: str, *start: object) -> float:
            return median_ms(lambda: called(*start, *arguments(command, show, scratch)), runs)

        for command in COMMANDS:
            here = taken(command, sys.executable, "-m", "kiosk")
            packed = "-" if program is None else f"{taken(command, program):.0f}"
            count, named = heaviest(arguments(command, show, scratch))
            print(f"{command:<12}{here:>7.0f}{packed:>8}{count:>9}  {named}")


def timeline(show: Path) -> dict[str, float]:
    """The steps of one start in order, each with its own time in ms."""
    begin = time.monotonic()
    done = called(sys.executable, "-c", PROBE, begin, show, SIZE)
    moments = [line.split(" ", 1) for line in done.stdout.splitlines() if re.match(r"\d+\.\d+ ", f"{line} ")]
    if not moments:
        raise SystemExit(f"nothing was painted: {done.stderr}")
    steps: dict[str, float] = {}
    last, waiting = 0.0, 0.0
    for text, name in moments:
        span, last = 1000.0 * (float(text) - last), float(text)
        if name:
            steps[name] = steps.get(name, 0.0) + span + waiting
            waiting = 0.0
        else:
            waiting += span
    return steps


def print_start(show: Path, runs: int) -> None:
    """The second table: the steps from the start of the process to the first frame."""
    timeline(show)
    found = [timeline(show) for _ in range(runs)]
    print(f"\nrun {show}, {SIZE}, {environment()['QT_QPA_PLATFORM']}\n{'step':<28}{'ms':>7}{'so far':>9}")
    total = 0.0
    for name in found[0]:
        own = statistics.median(each.get(name, 0.0) for each in found)
        total += own
        print(f"{name:<28}{own:>7.1f}{total:>9.1f}")


def main() -> None:
    """Prints both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("show", nargs="?", type=Path, default=content())
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--program", type=Path, help="a built program to measure beside this checkout")
    options = parser.parse_args()
    print_commands(options.show, options.runs, options.program)
    print_start(options.show, options.runs)


if __name__ == "__main__":
    main()
