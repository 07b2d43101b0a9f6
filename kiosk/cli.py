"""The command line: `kiosk run`, `check`, `export`, `gallery`, `schema`, `new`, `licences`, `bench` and `doctor`.

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

OK, FAILED, USAGE = 0, 1, 2
VNC = ("127.0.0.1", 5900)
VNC_SIZE = (1920, 1080)
THEME_HELP = "a built-in theme, or a theme file of the show, instead of the show's own"


class Parser(argparse.ArgumentParser):
    """A parser that words bad usage in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{_in_one_line(f'{self.prog}: {message} (try {self.prog} --help)')}\n")


class Version(argparse.Action):
    """An option that tells the version; what it says costs some time to find, so only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from kiosk.about import about

        print(about())
        parser.exit(OK)


def size(text: str) -> tuple[int, int]:
    """A size such as `1920x1080`: both sides from 64 to 16384 pixels."""
    match = re.fullmatch(r"(\d{2,5})[xX×](\d{2,5})", text)
    if not match:
        raise argparse.ArgumentTypeError(f"size {text!r}: write it as 1920x1080")
    width, height = int(match[1]), int(match[2])
    if not (64 <= width <= 16384 and 64 <= height <= 16384):
        raise argparse.ArgumentTypeError(f"size {text!r}: each side takes 64 to 16384 pixels")
    return width, height


def address(text: str) -> tuple[str, int]:
    """An address and a port, one of which may be left out: `127.0.0.1:5900`, `[::1]:5900`, `192.168.1.7`, `::1`, `5901`."""
    import ipaddress

    host, port = text, ""
    if text.isdigit():
        host, port = "", text
    elif text.count(":") == 1 or "]:" in text:
        host, _, port = text.rpartition(":")
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    host = VNC[0] if host in ("", "localhost") else host
    try:
        ipaddress.ip_address(host)
        number = int(port or VNC[1])
        if not 0 <= number <= 65535:
            raise ValueError(number)
    except ValueError:
        hint = "write it as 127.0.0.1:5900 or [::1]:5900; a SHOW stands before --vnc"
        raise argparse.ArgumentTypeError(f"address {text!r}: {hint}") from None
    return host, number


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
    top.add_argument("--version", action=Version, nargs=0, help="tell the version, and what it was built from and with")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND", parser_class=Parser)

    run = _command(commands, "run", _run, "play the show full screen")
    run.add_argument("--windowed", action="store_true", help="in a window, for the desk")
    run.add_argument("--size", type=size, metavar="WxH", help="size of the window, or of the screen with --vnc")
    run.add_argument("--screen", type=int, default=None, metavar="N", help="the screen to play on, counted from 1")
    run.add_argument(
        "--vnc",
        type=address,
        nargs="?",
        const=VNC,
        metavar="ADDRESS:PORT",
        help=f"over VNC instead of on a screen, at {VNC[0]}:{VNC[1]} if left out",
    )
    run.add_argument("--start", metavar="SLIDE", help="the slide to begin with")
    run.add_argument("--lang", metavar="L", help="the language to begin with")
    run.add_argument("--once", action="store_true", help="one pass, then leave")
    run.add_argument("--theme", metavar="NAME", help=THEME_HELP)
    run.add_argument("--calm", action="store_true", help="without motion: final states that fade into one another")
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
    export.add_argument("--theme", metavar="NAME", help=THEME_HELP)

    gallery = _command(commands, "gallery", _gallery, "write a picture of every chart and element", show=False)
    gallery.add_argument("out", metavar="OUT", help="a folder (ends in /) or a .png file for a contact sheet")
    gallery.add_argument("--at", type=seconds, metavar="SECONDS", help="the instant to show instead of the final state")
    gallery.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH")
    gallery.add_argument("--lang", metavar="L")
    gallery.add_argument("--theme", metavar="NAME", help="a built-in theme instead of the dark one")

    _command(commands, "schema", _schema, "print the JSON Schema of the content files", show=False)
    new = _command(commands, "new", _new, "make a small show to start from", show=False)
    new.add_argument("folder", type=Path, metavar="DIR")

    licences = _command(commands, "licences", _licences, "list all that comes with the program of others", show=False)
    licences.add_argument("name", nargs="?", metavar="NAME", help="print the licence of this part")
    licences.add_argument("--all", action="store_true", help="print the licences of all parts")

    bench = _command(commands, "bench", _bench, "play as fast as the clock allows, and measure")
    bench.add_argument("--format", choices=("text", "json"), default="text")
    bench.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH")
    bench.add_argument("--lang", metavar="L")
    bench.add_argument("--theme", metavar="NAME", help=THEME_HELP)

    doctor = _command(commands, "doctor", _doctor, "find what this machine lacks to play well")
    doctor.add_argument("--format", choices=("text", "json"), default="text")
    # What the doctor has looked at in a process of its own.
    doctor.add_argument("--part", choices=("server", "screens", "painting"), help=argparse.SUPPRESS)
    doctor.add_argument("--size", type=size, default=(1920, 1080), help=argparse.SUPPRESS)
    return top


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], about: str, *, show: bool = True
) -> Parser:
    result: Parser = commands.add_parser(name, help=about, description=about.capitalize() + ".")
    result.set_defaults(command=run)
    if show:
        result.add_argument(
            "show",
            nargs="?",
            type=Path,
            metavar="SHOW",
            help="a folder with a show.yaml, or gallery for one slide of every kind; the shipped show if left out",
        )
    return result


def folder_of(given: Path | None) -> Path:
    """The folder of the show that is named on the command line."""
    from kiosk.resources import content, gallery

    if given is None:
        return content()
    # The word means the show that comes along, unless there is a folder of that name.
    return gallery() if str(given) == "gallery" and not given.exists() else given


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

    problems = check_show(folder_of(options.show))
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
    from kiosk.qt.display import choose_vnc, display_problem

    if options.vnc:
        if options.windowed or options.screen is not None:
            return _complain("--vnc brings a screen of its own: leave out --windowed and --screen", USAGE)
        options.size = options.size or VNC_SIZE
        choose_vnc(options.size)
    problem = display_problem()
    if problem:
        return _complain(problem, FAILED)
    from kiosk.qt.sweeper import sweeping_by_hand

    # From here on: what the imports make is not swept either, which would delay the start by 50 ms.
    with sweeping_by_hand():
        return _play(options)


def _play(options: argparse.Namespace) -> int:
    from kiosk.qt.run import Wishes, run
    from kiosk.qt.vnc import Shut

    wishes = Wishes(
        windowed=options.windowed,
        size=options.size,
        screen=options.screen,
        start=options.start,
        language=options.lang,
        once=options.once,
        theme=options.theme,
        calm=options.calm,
        speed=options.speed,
        vnc=options.vnc,
    )
    try:
        return run(folder_of(options.show), wishes)
    except Shut as error:
        return _complain(str(error), FAILED)
    except ValueError as error:
        return _complain(str(error), USAGE)


def _export(options: argparse.Namespace) -> int:
    if len(options.paths) > 2:
        return _complain("export takes at most a SHOW and an OUT", USAGE)
    show = Path(options.paths[0]) if len(options.paths) == 2 else None
    from kiosk.export import export

    try:
        return export(
            folder_of(show),
            options.paths[-1],
            slide=options.slide,
            at=options.at,
            size=options.size,
            language=options.lang,
            theme=options.theme,
        )
    except ValueError as error:
        return _complain(str(error), USAGE)


def _gallery(options: argparse.Namespace) -> int:
    from kiosk.gallery import write_gallery

    try:
        return write_gallery(options.out, at=options.at, size=options.size, language=options.lang, theme=options.theme)
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


def _licences(options: argparse.Namespace) -> int:
    from kiosk.licences import listing, part_of, parts, texts

    if options.all and options.name is not None:
        return _complain("licences takes a NAME or --all, not both", USAGE)
    try:
        known = parts()
    except OSError as error:
        return _complain(f"{error.filename or 'licences'}: {error.strerror or error}", FAILED)
    except ValueError as error:
        return _complain(str(error), FAILED)
    if options.name is not None:
        try:
            known = (part_of(known, options.name),)
        except ValueError as error:
            return _complain(str(error), USAGE)
    elif not options.all:
        print(listing(known))
        return OK
    print(texts(known))
    return OK


def _bench(options: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from kiosk.content.library import open_library
    from kiosk.content.themes import find_theme
    from kiosk.export import spoken
    from kiosk.qt.bench import bench, report

    folder = folder_of(options.show)
    try:
        spoken(open_library(folder), options.lang)
        theme = find_theme(folder, options.theme) if options.theme else None
        result = bench(folder, options.size, options.lang, theme=theme)
    except ValueError as error:
        return _complain(str(error), USAGE)
    if options.format == "json":
        _print_json(result)
    else:
        print(report(result))
    return OK if result["slides"] else FAILED


def _doctor(options: argparse.Namespace) -> int:
    folder = folder_of(options.show)
    if options.part:
        print(json.dumps(_part(options.part, folder, options.size)))
        return OK
    from kiosk.doctor.examination import examine
    from kiosk.doctor.finding import hinders
    from kiosk.doctor.report import report

    findings = examine(folder)
    if options.format == "json":
        _print_json([finding.as_json() for finding in findings])
    else:
        print(report(findings, in_color=sys.stdout.isatty() and not os.environ.get("NO_COLOR")))
    return FAILED if hinders(findings) else OK


def _part(name: str, folder: Path, size: tuple[int, int]) -> dict[str, Any]:
    if name == "server":
        from kiosk.doctor.xserver import look

        return look().as_json()
    from kiosk.qt.examine import EXAMINATIONS

    return EXAMINATIONS[name](folder, size)
