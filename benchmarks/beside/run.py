"""The comparison: every contender plays the same slides in turn, and what was measured is written as JSON.

make compare                                                      # 25 minutes; nothing else should run meanwhile
make compare ARGS="--seconds 15 --runs 1 --sizes 1920x1080"       # a first look
make compare ARGS="--contenders kiosk,packed,echarts,reveal"      # with dist/kiosk, once it is built
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.beside.contenders import CONTENDERS, HERE, MODULES, PACKED, ROOT, USUAL, Contender, lay_out
from benchmarks.beside.crosscheck import cross_check
from benchmarks.beside.disk import room_of
from benchmarks.beside.display import PROGRAMS
from benchmarks.beside.machine import machine, versions
from benchmarks.beside.measure import Place, measure
from benchmarks.beside.process_tree import adopt_orphans
from kiosk.cli import size

CROSS_CHECK_SECONDS = 15.0
STARTS = 4
"""Starts of each contender at each size beside those of the runs: they are short, and differ more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="make compare", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60.0, help="how long each run is watched; 60 is one pass")
    parser.add_argument("--runs", type=int, default=3, help="runs of each contender at each size")
    parser.add_argument("--sizes", type=_sizes, default=_sizes("1920x1080,3840x2160"), metavar="WxH,...")
    parser.add_argument("--contenders", type=_names, default=USUAL, metavar=",".join(CONTENDERS))
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "compare.json")
    options = parser.parse_args(arguments)
    problem = _problem(options.contenders)
    if problem:
        print(f"kiosk: {problem}", file=sys.stderr)
        return 1
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="kiosk-beside-") as folder:
        try:
            result = compare(Path(folder), options.contenders, options.sizes, options.runs, options.seconds)
        except (TimeoutError, PermissionError, ConnectionError) as error:
            print(f"kiosk: {_reason(error)}", file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            return 130
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    print(f"kiosk: see {options.out}; make report writes it into docs/performance.md")
    return 0


def compare(
    folder: Path, names: tuple[str, ...], sizes: Sequence[tuple[int, int]], runs: int, seconds: float
) -> dict[str, Any]:
    """Every run of every contender. They take turns, so that a machine that grows slower hits all alike."""
    chosen = {name: CONTENDERS[name] for name in names}
    places = {name: _settled(each, folder / name) for name, each in chosen.items()}
    result: dict[str, Any] = {
        "date": time.strftime("%Y-%m-%d"),
        "machine": machine(),
        "versions": versions(),
        "seconds": seconds,
        "turns": runs,
        "contenders": {name: each.title for name, each in chosen.items()},
        "room": {name: asdict(room_of(name, each, places[name].pages)) for name, each in chosen.items()},
        "cross_check": {},
        "starts": [],
        "runs": [],
    }
    for name, each in chosen.items():
        if name != "packed":
            result["cross_check"][name] = cross_check(each, places[name], sizes[0], CROSS_CHECK_SECONDS)
    for wh in sizes:
        for name in names * STARTS:
            began = measure(chosen[name], places[name], wh, 0.0)
            result["starts"].append({"contender": name, "size": f"{wh[0]}x{wh[1]}", **began})
    plan = [(wh, turn, name) for wh in sizes for turn in range(runs) for name in names]
    for number, (wh, turn, name) in enumerate(plan, 1):
        measured = measure(chosen[name], places[name], wh, seconds)
        result["runs"].append({"contender": name, "size": f"{wh[0]}x{wh[1]}", "turn": turn + 1, **measured})
        print(
            f"{number}/{len(plan)} {chosen[name].title}, {wh[0]}x{wh[1]}: "
            f"{measured['cpu_seconds_per_minute']} CPU s a minute, {measured['memory_median_mb']} MB, "
            f"first frame after {measured['first_frame_seconds']} s, {measured['frames']} frames, "
            f"p99 {measured['p99_ms']} ms, {measured['dropped']} dropped",
            flush=True,
        )
    return result


def _settled(contender: Contender, folder: Path) -> Place:
    """The contender's pages, and a browser's profile as it is after its first start, which takes longer than later ones."""
    place = Place(lay_out(contender, folder / "pages"), folder / "profile")
    measure(contender, place, (1920, 1080), 0.0)
    return place


def _problem(names: Sequence[str]) -> str:
    """What is missing here to compare, and what to install; empty if nothing is."""
    needed = dict(PROGRAMS) | {
        program: package for name in names for program, package in CONTENDERS[name].programs.items()
    }
    missing = sorted({package for program, package in needed.items() if shutil.which(program) is None})
    if missing:
        return f"the comparison needs programs that are missing here: apt-get install {' '.join(missing)}"
    if "packed" in names and not PACKED.is_file():
        return "there is no executable in dist/kiosk to compare: build it with make executable"
    if any(CONTENDERS[name].libraries for name in names) and not MODULES.is_dir():
        fetched = subprocess.run(["npm", "ci", "--ignore-scripts", "--silent"], cwd=HERE, check=False)
        if fetched.returncode:
            return f"the pages' libraries could not be fetched: try npm ci in {HERE.relative_to(ROOT)}"
    return ""


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "the memory of the browser's processes is hidden from this user: compare as root"
    return str(error)


def _sizes(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(size(each) for each in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    unknown = [each for each in names if each not in CONTENDERS]
    if unknown:
        raise argparse.ArgumentTypeError(f"no contender {unknown[0]!r}; there are: {', '.join(CONTENDERS)}")
    return names


if __name__ == "__main__":
    sys.exit(main())
