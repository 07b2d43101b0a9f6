"""The command line: `kiosk run`, `check`, `export`, `schema`, `new` and `bench`.

Only what a command needs is imported when it runs: checking a show needs no Qt.
"""

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from kiosk import __version__

OK, FAILED, USAGE = 0, 1, 2


class Parser(argparse.ArgumentParser):
    """A parser that words bad usage in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{_in_one_line(f'{self.prog}: {message} (try {self.prog} --help)')}\n")


def size(text: str) -> tuple[int, int]:
    """A size such as `1920x1080`: both sides from 64 to 16384 pixels."""
    match = re.fullmatch(r"(\d{2,5})[xX×](\d{2,5})", text)
    if not match:
        raise argparse.ArgumentTypeError(f"size {text!r}: write it as 1920x1080")
    width, height = int(match[1]), int(match[2])
    if not (64 <= width <= 16384 and 64 <= height <= 16384):
        raise argparse.ArgumentTypeError(f"size {text!r}: each side takes 64 to 16384 pixels")
    return width, height


def seconds(text: str) -> float:
    """A time in seconds, 0 or more."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value < 1e6:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time in seconds")
    return value


def frames_per_second(text: str) -> int:
    """A whole number from 1 to 120."""
    if not text.isdigit() or not 1 <= int(text) <= 120:
        raise argparse.ArgumentTypeError(f"{text!r}: frames a second are a whole number from 1 to 120")
    return int(text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status: 0, 1 for a failure, 2 for bad usage."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal or a pipe in another encoding lacks most characters of a Chinese show.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except BrokenPipeError:
        # The reader of our output has left; that is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return 130


def parser() -> Parser:
    """The command line's grammar."""
    top = Parser(prog="kiosk", description="Plays a folder of slides and metrics full screen.")
    top.add_argument("--version", action="version", version=f"kiosk {__version__}")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND", parser_class=Parser)

    run = _command(commands, "run", _run, "play the show full screen")
    run.add_argument("--windowed", action="store_true", help="in a window, for the desk")
    run.add_argument("--size", type=size, metavar="WxH", help="size of the window")
    run.add_argument("--screen", type=int, default=None, metavar="N", help="the screen to play on, counted from 1")
    run.add_argument("--start", metavar="SLIDE", help="the slide to begin with")
    run.add_argument("--lang", metavar="L", help="the language to begin with")
    run.add_argument("--once", action="store_true", help="one pass, then leave")
    run.add_argument("--theme", metavar="NAME", help="a built-in theme instead of the show's own")
    run.add_argument("--speed", type=float, default=1.0, help=argparse.SUPPRESS)

    check = _command(commands, "check", _check, "name every problem of the show")
    check.add_argument("--format", choices=("text", "json"), default="text")

    export = _command(commands, "export", _export, "write the show as pictures", show=False)
    export.add_argument(
        "paths", nargs="+", metavar="[SHOW] OUT", help="OUT is a folder (ends in /) or a .png file for a contact sheet"
    )
    export.add_argument("--slide", metavar="ID", help="only this slide")
    export.add_argument("--at", type=seconds, metavar="SECONDS", help="the instant to show instead of the final state")
    export.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH")
    export.add_argument("--fps", type=frames_per_second, default=30, metavar="N", help="frames a second of a film")
    export.add_argument("--lang", metavar="L")
    export.add_argument("--theme", metavar="NAME", help="a built-in theme instead of the show's own")

    _command(commands, "schema", _schema, "print the JSON Schema of the content files", show=False)
    new = _command(commands, "new", _new, "make a small show to start from", show=False)
    new.add_argument("folder", type=Path, metavar="DIR")

    bench = _command(commands, "bench", _bench, "play as fast as the clock allows, and measure")
    bench.add_argument("--format", choices=("text", "json"), default="text")
    bench.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH")
    bench.add_argument("--lang", metavar="L")
    return top


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], about: str, *, show: bool = True
) -> Parser:
    result: Parser = commands.add_parser(name, help=about, description=about.capitalize() + ".")
    result.set_defaults(command=run)
    if show:
        result.add_argument(
            "show", nargs="?", type=Path, metavar="SHOW", help="a folder with a show.yaml; the shipped show if left out"
        )
    return result


def _folder(given: Path | None) -> Path:
    from kiosk.resources import content

    return content() if given is None else given


def _complain(message: str, status: int) -> int:
    print(_in_one_line(f"kiosk: {message}"), file=sys.stderr)
    return status


def _in_one_line(text: str) -> str:
    return " ".join(text.splitlines())


def _print_json(value: Any) -> None:
    is_wide = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    print(json.dumps(value, ensure_ascii=not is_wide, indent=2))


def _check(options: argparse.Namespace) -> int:
    from kiosk.content.check import check_show

    problems = check_show(_folder(options.show))
    if options.format == "json":
        _print_json([problem.as_json() for problem in problems])
    else:
        for problem in problems:
            print(problem)
        errors = sum(problem.severity == "error" for problem in problems)
        counts = f"{_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}"
        print(counts if problems else "no problems", file=sys.stderr)
    return FAILED if any(problem.severity == "error" for problem in problems) else OK


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _run(options: argparse.Namespace) -> int:
    from kiosk.qt.display import display_problem

    problem = display_problem()
    if problem:
        return _complain(problem, FAILED)
    from kiosk.qt.run import Wishes, run

    wishes = Wishes(
        windowed=options.windowed,
        size=options.size,
        screen=options.screen,
        start=options.start,
        language=options.lang,
        once=options.once,
        theme=options.theme,
        speed=options.speed,
    )
    try:
        return run(_folder(options.show), wishes)
    except ValueError as error:
        return _complain(str(error), USAGE)


def _export(options: argparse.Namespace) -> int:
    if len(options.paths) > 2:
        return _complain("export takes at most a SHOW and an OUT", USAGE)
    show = Path(options.paths[0]) if len(options.paths) == 2 else None
    from kiosk.export import export

    try:
        return export(
            _folder(show),
            options.paths[-1],
            slide=options.slide,
            at=options.at,
            size=options.size,
            language=options.lang,
            theme=options.theme,
        )
    except ValueError as error:
        return _complain(str(error), USAGE)


def _schema(options: argparse.Namespace) -> int:
    from kiosk.content.schema import schema

    _print_json(schema())
    return OK


def _new(options: argparse.Namespace) -> int:
    from kiosk.content.starter import write_starter

    try:
        written = write_starter(options.folder)
    except OSError as error:
        return _complain(f"{error.filename or options.folder}: {error.strerror or error}", FAILED)
    print("\n".join(str(path) for path in written))
    return OK


def _bench(options: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from kiosk.content.library import open_library
    from kiosk.export import spoken
    from kiosk.qt.bench import bench, report

    folder = _folder(options.show)
    try:
        spoken(open_library(folder), options.lang)
        result = bench(folder, options.size, options.lang)
    except ValueError as error:
        return _complain(str(error), USAGE)
    if options.format == "json":
        _print_json(result)
    else:
        print(report(result))
    return OK if result["slides"] else FAILED
