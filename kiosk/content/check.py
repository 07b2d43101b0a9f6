"""Checking: every problem of a show, found without a display and without Qt."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kiosk.content.library import SHOW_FILE, Library, open_library
from kiosk.content.problem import Problem
from kiosk.kind import Datum
from kiosk.marks import Text
from kiosk.screen import Screen
from kiosk.show import PlacedSlide, Show, Slide
from kiosk.typeface import missing

LONGEST_LOOP = 270.0
LONGEST_SLIDE = 25.0
JUDGED_ON = Screen(1920, 1080)


def check_show(folder: Path, on: date | None = None) -> tuple[Problem, ...]:
    """Every problem of the show in `folder`, sorted by place. `on` is the day by which figures expire; today if left out."""
    library = open_library(folder)
    found: list[Problem] = []
    if library.show is not None:
        found += _check_slides(library, library.show, on or date.today())
    return tuple(sorted({*library.problems(), *found}))


def _check_slides(library: Library, show: Show, on: date) -> Iterator[Problem]:
    used: set[str] = set()
    seconds = dict.fromkeys(show.languages, 0.0)
    for name in library.ids():
        slide = library.slide(name)
        if slide is None:
            continue
        used.update(datum.id for datum in slide.data())
        yield from _expired(library, slide, on)
        # A sound show is small; one of a thousand slides is judged by its first language alone, to stay quick.
        for language in show.languages if len(library.ids()) <= 100 else show.languages[:1]:
            path = f"slides/{name}.yaml"
            try:
                placed = show.place(slide, JUDGED_ON, language)
            except ValueError as error:
                yield Problem(path, 1, 1, "error", "bad-value", f"cannot be laid out: {error}")
                break
            seconds[language] += placed.duration
            yield from _legibility(path, placed, language)
    yield from _unused(library, used)
    for language, total in seconds.items():
        if total > LONGEST_LOOP and len(library.ids()) <= 100:
            message = f"one pass takes {total:.0f} s in {language}; visitors stay about half as long"
            yield Problem(SHOW_FILE, 1, 1, "warning", "too-long", message, f"aim for at most {LONGEST_LOOP:.0f} s")


def _expired(library: Library, slide: Slide, on: date) -> Iterator[Problem]:
    for datum in slide.expired(on):
        path, line, column = library.places[datum.id]
        message = f'the figure "{datum.id}" has expired and is still shown, on the slide "{slide.id}"'
        yield Problem(path, line, column, "warning", "expired", message, "write the new figure and a new date in `expires`")


def _legibility(path: str, placed: PlacedSlide, language: str) -> Iterator[Problem]:
    if placed.duration > LONGEST_SLIDE:
        message = f"takes {placed.duration:.0f} s to read in {language}, which is long for people who stand"
        yield Problem(path, 1, 1, "warning", "too-long", message, "say less on this slide, or make two of it")
    strange: dict[str, str] = {}
    for mark in placed.at(placed.motion).marks:
        if isinstance(mark, Text):
            for char in missing(mark.text):
                strange.setdefault(char, mark.text)
    for char, text in strange.items():
        message = f'no font has the character "{char}" (U+{ord(char):04X}), in "{text[:40]}"'
        yield Problem(path, 1, 1, "warning", "missing-glyph", message, "write another character")


def _unused(library: Library, used: set[str]) -> Iterator[Problem]:
    broken_slides = any(problem.path.startswith("slides/") for problem in library.problems())
    if broken_slides:
        return
    for name, datum in library.data.items():
        if name not in used:
            yield _unused_datum(library, name, datum)


def _unused_datum(library: Library, name: str, datum: Datum) -> Problem:
    path, line, column = library.places[name]
    return Problem(path, line, column, "warning", "unused", f'no slide shows "{name}"', "leave it out, or show it")
