"""The report: what the comparison measured, as tables and plots in `docs/performance.md`.

make report writes out/compare.json between the markers of that page. The plots are slides, painted by this program.
"""

import json
import shutil
import statistics
import sys
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.beside.contenders import HERE, ROOT
from benchmarks.beside.plots import write_plots

DOCUMENT = ROOT / "docs" / "performance.md"
RESULT = ROOT / "out" / "compare.json"

PASS_SECONDS = 60.0
FIRST_LOOK = " **This is a first look: fewer or shorter runs than the whole comparison has.**"

Result = dict[str, Any]

ROWS: tuple[tuple[str, str, int], ...] = (
    ("CPU seconds a minute", "cpu_seconds_per_minute", 1),
    ("the X server's CPU seconds a minute", "x_server_cpu_seconds_per_minute", 1),
    ("memory, median, MB", "memory_median_mb", 0),
    ("memory, greatest, MB", "memory_max_mb", 0),
    ("processes", "processes", 0),
    ("start to first frame, s", "first_frame_seconds", 2),
    ("CPU seconds until the first frame", "cpu_seconds_to_first_frame", 1),
    ("frames shown", "frames", 0),
    ("frame time, median, ms", "median_ms", 0),
    ("frame time, p99, ms", "p99_ms", 0),
    ("frame time, worst, ms", "worst_ms", 0),
    ("dropped frames", "dropped", 0),
    ("pauses of 0.1 to 1 s", "pauses", 0),
    ("longest pause, s", "longest_pause", 2),
)
"""The rows of a table: what each is called, its name in the result, and its decimals."""

ROOM = (
    ("the show", "show"),
    ("program and fonts", "program"),
    ("what runs it", "runtime"),
    ("system packages", "system"),
)


def spread(values: Sequence[float], decimals: int) -> str:
    """The median, and the least and the greatest of several values; the only value if all are the same."""
    middle, least, greatest = (f"{each:.{decimals}f}" for each in (statistics.median(values), min(values), max(values)))
    return middle if least == greatest else f"{middle} ({least}–{greatest})"


def values_of(result: Result, contender: str, size: str, name: str) -> list[float]:
    """All values of one kind that were measured of a contender at a size; starts beside the runs count as well."""
    entries = [*result["runs"], *result.get("starts", ())]
    return [each[name] for each in entries if (each["contender"], each["size"]) == (contender, size) and name in each]


def sizes_of(result: Result) -> tuple[str, ...]:
    """The sizes that were played, in order."""
    return tuple(dict.fromkeys(each["size"] for each in result["runs"]))


def figures_table(result: Result) -> str:
    """One table for each size."""
    return "\n".join(f"At {size}:\n\n{_table_at(result, size)}" for size in sizes_of(result))


def _table_at(result: Result, size: str) -> str:
    rows = [
        [title, *(spread(values_of(result, each, size, name), decimals) for each in result["contenders"])]
        for title, name, decimals in ROWS
    ]
    return _table(["", *result["contenders"].values()], rows)


def room_table(result: Result) -> str:
    """The room on the disk in MB, part by part and in all."""
    rooms = result["room"]
    rows = [[title, *(_megabytes(rooms[each][name]) for each in result["contenders"])] for title, name in ROOM]
    rows.append(["in all", *(_megabytes(_sum(rooms[each])) for each in result["contenders"])])
    return _table(["MB", *result["contenders"].values()], rows)


def _sum(room: dict[str, int | None]) -> int | None:
    sizes = [room[name] for _, name in ROOM]
    return None if None in sizes else sum(each for each in sizes if each is not None)


def _megabytes(size: int | None) -> str:
    return "unknown" if size is None else f"{size / 1e6:.{0 if size >= 1e6 else 2}f}"


def check_table(result: Result) -> str:
    """The frames that the witness saw beside those that the contenders counted."""
    rows = [
        [result["contenders"][name], str(each["seen"]), str(each["counted"]), f"{each['counted_median_ms']:.1f}"]
        for name, each in result["cross_check"].items()
    ]
    return _table(["", "seen on the screen", "counted by itself", "its median distance, ms"], rows)


def setting_text(result: Result) -> str:
    """Where, when and with what it was measured."""
    machine = [f"- {name}: {text}" for name, text in result["machine"].items()]
    versions = ", ".join(f"{name} {text}" for name, text in result["versions"].items())
    turns = f"{result['turns']} run{'s' if result['turns'] > 1 else ''} of {result['seconds']:.0f} s"
    is_whole = result["turns"] >= 3 and result["seconds"] >= PASS_SECONDS
    loads = [each["load"] for each in result["runs"]]
    return "\n".join(
        [
            f"Measured on {result['date']}: {turns} for each contender at each size, in turn.{'' if is_whole else FIRST_LOOK}",
            "",
            *machine,
            f"- versions: {versions}",
            f"- load of the machine during the runs, the contender's own included: {spread(loads, 1)}",
            "",
        ]
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(each)} |\n" for each in lines)


PARTS: dict[str, Callable[[Result], str]] = {
    "setting": setting_text,
    "figures": figures_table,
    "room": room_table,
    "check": check_table,
}


def written(text: str, result: Result) -> str:
    """The page with all its parts written anew between their markers. Raises ValueError if a marker is missing."""
    for name, part in PARTS.items():
        begin, end = f"<!-- compare {name} -->\n", f"<!-- end of compare {name} -->"
        before, _, rest = text.partition(begin)
        _, marker, after = rest.partition(end)
        if not marker:
            raise ValueError(f"there are no markers for {name!r}")
        text = f"{before}{begin}{part(result)}{end}{after}"
    return text


def main() -> int:
    """Writes the tables and paints the plots."""
    if not RESULT.is_file():
        print("kiosk: nothing was compared yet: make compare", file=sys.stderr)
        return 1
    result = json.loads(RESULT.read_text("utf-8"))
    DOCUMENT.write_text(written(DOCUMENT.read_text("utf-8"), result), "utf-8")
    medians = {
        (name, size): {key: statistics.median(values_of(result, name, size, key)) for _, key, _ in ROWS}
        for name in result["contenders"]
        for size in sizes_of(result)
    }
    show = ROOT / "out" / "plots"
    shutil.rmtree(show, ignore_errors=True)
    shutil.copytree(HERE / "plot_show", show)
    return write_plots(show, ROOT / "docs" / "images", medians, result["date"])


if __name__ == "__main__":
    sys.exit(main())
