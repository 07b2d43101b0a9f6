"""The library: a show's folder, opened.

Slides are read when they are asked for, so that a long show starts as fast as a short one.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from kiosk.background import Background
from kiosk.content.files import inside
from kiosk.content.films import read_footage
from kiosk.content.geojson import read_geography
from kiosk.content.guess import did_you_mean
from kiosk.content.images import image_size
from kiosk.content.ledger import Heed, Ledger, read_ledger
from kiosk.content.manuscript import read_manuscript, yaml_files
from kiosk.content.pages import ScreenSize, ShowFile
from kiosk.content.problem import ContentProblem, Problem, quoted
from kiosk.content.slides import Berth, read_slide
from kiosk.content.themes import read_theme
from kiosk.content.tree import Tree
from kiosk.content.validate import validate
from kiosk.footage import Footage
from kiosk.geography import Geography
from kiosk.image import Image
from kiosk.overlay import Overlay
from kiosk.screen import TYPE
from kiosk.show import Chapter, Playback, Show, Slide

Dress = TypeVar("Dress", Overlay, Background)

SHOW_FILE = "show.yaml"
SLIDES = "slides"
VIEWING_ANGLE = 140.0
"""The farthest visitor's distance over the least ink height that he can read."""
HAN_INK = 0.9
"""Ink height of Chinese type, in em."""
LONGEST_PATH = 300
LARGEST_SCALE = 1.5
"""Type that is enlarged further leaves no room for charts."""


def open_library(folder: Path, heed: Heed | None = None) -> "Library":
    """Opens a show's folder: reads `show.yaml` and all metrics. Never raises for what an author did wrong: see `problems()`.

    `heed` is told of every tree that is read, now and later.
    """
    library = Library(folder, heed)
    library.read()
    return library


@dataclass(frozen=True)
class _Entry:
    """A slide as `show.yaml` lists it."""

    berth: Berth
    line: int
    column: int


class Library:
    """A show's folder. `show` is None where nothing can be played; slides are read one by one with `slide()`."""

    def __init__(self, folder: Path, heed: Heed | None = None) -> None:
        self.folder = folder
        self.show: Show | None = None
        self.screen: ScreenSize | None = None
        """The size of the screen in the hall, if the author has given it."""
        self.ledger = Ledger()
        self._heed = heed
        self._entries: dict[str, _Entry] = {}
        self._problems: dict[str, tuple[Problem, ...]] = {}

    def ids(self) -> tuple[str, ...]:
        """The ids of all slides in the order of the show."""
        return tuple(self._entries)

    def problems(self) -> tuple[Problem, ...]:
        """Every problem found so far, sorted by place, each once."""
        found = {problem for problems in self._problems.values() for problem in problems}
        return tuple(sorted(found.union(*self.ledger.problems.values())))

    def read(self) -> None:
        """Reads `show.yaml` and the metrics anew."""
        self.show, self.screen, self._entries = None, None, {}
        self._problems.clear()
        # One more reading may be after a change in the folder.
        self.__dict__.pop("_slide_files", None)
        is_folder = os.path.isdir(self.folder)
        self.ledger = read_ledger(self.folder, self._heed) if is_folder else Ledger()
        self._problems[SHOW_FILE] = tuple(self._read_show()) if is_folder else (self._no_folder(),)

    def slide(self, name: str) -> Slide | None:
        """One slide, read now; None if it has problems, which are then among `problems()`.

        Raises ValueError for a name that is not in the show.
        """
        if name not in self._entries:
            raise ValueError(f"no such slide: {name!r}")
        entry, path = self._entries[name], slide_path(name)
        manuscript = read_manuscript(self.folder, path)
        slide, found = None, manuscript.problems
        if manuscript.tree is not None:
            self._tell(manuscript.tree)
            slide, more = read_slide(name, manuscript.tree, entry.berth, self.ledger, self._files)
            found += more
        elif not os.path.lexists(self.folder / path):
            found = (self._unknown_slide(name, entry),)
        self._problems[path] = found
        return slide if not found else None

    def unlisted(self) -> tuple[str, ...]:
        """The paths of slide files that are not in the show."""
        listed = {slide_path(name) for name in self._entries}
        return tuple(path for path in self._slide_files if path not in listed)

    @cached_property
    def _slide_files(self) -> tuple[str, ...]:
        try:
            return yaml_files(self.folder, SLIDES)
        except ContentProblem:
            return ()

    def _tell(self, tree: Tree) -> None:
        if self._heed:
            self._heed(tree)

    def _unknown_slide(self, name: str, entry: _Entry) -> Problem:
        known = [Path(path).stem for path in self._slide_files if path.endswith(".yaml")]
        hint = did_you_mean(name, known)
        if f"{SLIDES}/{name}.yml" in self._slide_files:
            hint = f"name the file {name}.yaml, not {name}.yml"
        message = f"there is no file {quoted(slide_path(name))}"
        return Problem(SHOW_FILE, entry.line, entry.column, "error", "unknown-slide", message, hint)

    def _read_show(self) -> list[Problem]:
        manuscript = read_manuscript(self.folder, SHOW_FILE)
        found = [*manuscript.problems]
        if manuscript.tree is None:
            return found
        self._tell(manuscript.tree)
        file, problems = validate(ShowFile, manuscript.tree)
        theme, doubts = read_theme(self.folder, manuscript.tree, self._heed)
        overlay, faults = self._dress(Overlay, manuscript.tree, "overlay")
        background, more = self._dress(Background, manuscript.tree, "background")
        found += (*problems, *doubts, *faults, *more)
        if file is None:
            return found
        found += self._enter_slides(file, manuscript.tree)
        if not self._entries:
            line, column = manuscript.tree.place(("chapters",))
            hint = "name a slide under slides, and write its file in the folder slides"
            found.append(Problem(SHOW_FILE, line, column, "error", "too-short", "the show has no slides", hint))
            return found
        self.screen = file.screen.size if file.screen else None
        self.show = Show(
            title=file.title,
            languages=file.languages,
            chapters=tuple(Chapter(each.title, each.numbered) for each in file.chapters),
            order=tuple((name, entry.berth.chapter) for name, entry in self._entries.items()),
            theme=theme,
            scale=type_scale(self.screen),
            bilingual=file.bilingual,
            playback=Playback(
                file.playback.transition,
                file.playback.resume_after,
                file.playback.calm,
                longest_pass=file.playback.longest_pass,
            ),
            safe_area=file.screen.safe_area if file.screen else 0.0,
            overlay=overlay or Overlay(),
            background=background,
        )
        return found

    def _dress(self, model: type[Dress], tree: Tree, key: str) -> tuple[Dress | None, tuple[Problem, ...]]:
        """A part of `show.yaml` without which the show is played all the same."""
        if tree.node((key,)) is None:
            return None, ()
        return validate(model, tree, {"image": self._image}, (key,))

    def _no_folder(self) -> Problem:
        name, is_file = quoted(self.folder, LONGEST_PATH), os.path.isfile(self.folder)
        message = f"{name} is a file" if is_file else f"there is no folder {name}"
        hint = "name the folder that it lies in" if is_file else ""
        return Problem(SHOW_FILE, 1, 1, "error", "missing-file", message, hint)

    def _enter_slides(self, file: ShowFile, tree: Tree) -> list[Problem]:
        found: list[Problem] = []
        for chapter, each in enumerate(file.chapters):
            for place, name in enumerate(each.slides):
                line, column = tree.place(("chapters", chapter, "slides", place))
                if name in self._entries:
                    message = f"the slide {quoted(name)} is in the show already, in line {self._entries[name].line}"
                    problem = Problem(SHOW_FILE, line, column, "error", "bad-value", message, "take one of them out")
                    found.append(problem)
                else:
                    self._entries[name] = _Entry(Berth(len(self._entries) + 1, chapter), line, column)
        return found

    @property
    def _files(self) -> dict[str, Callable[[Any], Any]]:
        """How the files are found that a slide names, by what they are."""
        return {"image": self._image, "geography": self._geography, "footage": self._footage}

    def _image(self, name: Any) -> Image:
        """An image of the show, judged together with the one for light themes beside it; raises ContentProblem."""
        if not isinstance(name, str):
            raise ContentProblem("wrong-type", "should be the name of an image file", "for example images/car.png")
        try:
            path = inside(self.folder, name)
            stem, _, ending = name.rpartition(".")
            light = f"{stem}.light.{ending}"
            if stem and os.path.lexists(self.folder / light):
                _measure(inside(self.folder, light))
        except ContentProblem as problem:
            code = "unknown-image" if problem.code == "missing-file" else problem.code
            raise ContentProblem(code, problem.message, problem.hint) from None
        return Image(str(path), *_measure(path))

    def _geography(self, name: Any) -> Geography:
        """A map of the show; raises ContentProblem."""
        if not isinstance(name, str):
            raise ContentProblem("wrong-type", "should be the name of a map file", "for example data/city.geojson")
        path = inside(self.folder, name)
        state = path.stat()
        return _charted(path, state.st_mtime_ns, state.st_size)

    def _footage(self, name: Any) -> Footage:
        """A film of the show; raises ContentProblem."""
        if not isinstance(name, str):
            raise ContentProblem("wrong-type", "should be the name of a film file", "for example images/tour.mp4")
        path = inside(self.folder, name)
        state = path.stat()
        return _timed(path, state.st_mtime_ns, state.st_size)


def _measure(path: Path) -> tuple[int, int]:
    state = path.stat()
    return _measured(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=256)
def _measured(path: Path, changed: int, length: int) -> tuple[int, int]:
    """Reads an image once for each of its versions: a slide is read again in every pass of the loop."""
    return image_size(path)


@lru_cache(maxsize=8)
def _charted(path: Path, changed: int, length: int) -> Geography:
    """Reads a map once for each of its versions."""
    return read_geography(path)


@lru_cache(maxsize=64)
def _timed(path: Path, changed: int, length: int) -> Footage:
    """Asks the decoder about a film once for each of its versions."""
    return read_footage(path)


def slide_path(name: str) -> str:
    """The path of a slide's file."""
    return f"{SLIDES}/{name}.yaml"


def type_scale(screen: ScreenSize | None) -> float:
    """By how much the type is enlarged for the farthest visitor to read the smallest of it."""
    if screen is None:
        return 1.0
    scale = least_type(screen) / TYPE["small"]
    # A hair above 1 is rounding, not a screen that is too far away.
    return min(scale, LARGEST_SCALE) if scale > 1.01 else 1.0


def least_type(screen: ScreenSize) -> float:
    """The least type size that the farthest visitor can read, as a fraction of the picture's height."""
    return screen.farthest_m / VIEWING_ANGLE / screen.height_m / HAN_INK
