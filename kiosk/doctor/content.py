"""The show: whether it checks clean, whether all its characters can be drawn, and its pictures and films read."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kiosk.content.problem import Problem, printable
from kiosk.doctor.file_names import files_of
from kiosk.doctor.finding import Finding
from kiosk.footage import decoder

PICTURES = (".png", ".jpg", ".jpeg", ".webp")
FILMS = (".mp4", ".m4v", ".mov", ".webm", ".mkv")


def show(folder: Path, problems: Sequence[Problem], slides: int) -> Iterator[Finding]:
    """The show by what `kiosk check` finds; `slides` are those that its show.yaml lists, 0 if nothing can be played."""
    errors = [problem for problem in problems if problem.severity == "error"]
    counts = f"{_count(len(errors), 'error')} and {_count(len(problems) - len(errors), 'warning')}"
    remedy = f"kiosk check {printable(str(folder), 200)} names each with its place"
    if not slides:
        first = f": {errors[0]}" if errors else ""
        yield Finding("show", "fault", f"there is nothing to play{first}", remedy)
    elif errors:
        yield Finding(
            "show", "fault", f"{counts} in {_count(slides, 'slide')}; slides with errors are left out", remedy
        )
    elif problems:
        yield Finding("show", "note", f"{_count(slides, 'slide')}, {_count(len(problems), 'warning')}", remedy)
    else:
        yield Finding("show", "good", f"{_count(slides, 'slide')}, no problems")


def glyphs(problems: Sequence[Problem]) -> Iterator[Finding]:
    """Whether the typeface has every character of the show."""
    lacking = [problem for problem in problems if problem.code == "missing-glyph"]
    if lacking:
        message = f"{_count(len(lacking), 'character')} cannot be drawn, the first: {lacking[0]}"
        yield Finding("glyphs", "warning", message, "write other characters; kiosk check names each with its place")
    else:
        yield Finding("glyphs", "good", "every character of the show can be drawn")


def media(folder: Path) -> Iterator[Finding]:
    """Pictures and films in the show's folder, and whether this user may read what is there; nothing if nothing is."""
    files = tuple(files_of(folder))
    if not files:
        return
    closed = [name for name in files if not os.access(folder / name, os.R_OK)]
    if closed:
        message = f"{_count(len(closed), 'file')} of the show may not be read, such as {printable(closed[0], 60)}"
        yield Finding("media", "fault", message, f"chmod -R a+rX {printable(str(folder), 200)}")
    else:
        pictures, films = (sum(name.lower().endswith(kind) for name in files) for kind in (PICTURES, FILMS))
        told = _count(pictures, "picture") + (f" and {_count(films, 'film')}" if films else "")
        yield Finding("media", "good", f"{told}; all {_count(len(files), 'file')} of the show may be read")


def films(folder: Path, find: Callable[[], str | None] = decoder) -> Iterator[Finding]:
    """Whether films can be decoded, and whether the show needs that."""
    if find():
        yield Finding("films", "good", "ffmpeg is there")
    elif any(name.lower().endswith(FILMS) for name in files_of(folder)):
        message = "the show's folder holds films, and ffmpeg, which decodes them, is not there"
        yield Finding("films", "warning", message, "apt-get install ffmpeg")
    else:
        yield Finding("films", "note", "ffmpeg is not there; only films need it", "apt-get install ffmpeg, for films")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
