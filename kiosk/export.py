"""Export: the show as pictures, painted by the same stage as the screen."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.library import SHOW_FILE, Library, open_library
from kiosk.content.themes import find_theme
from kiosk.show import Show
from kiosk.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

OK, FAILED = 0, 1
NOT_YET = (".pdf", ".mp4", ".gif")


def export(
    folder: Path,
    out: str,
    *,
    slide: str | None = None,
    at: float | None = None,
    size: tuple[int, int] = (1920, 1080),
    language: str | None = None,
    theme: str | None = None,
    numbered: bool = True,
) -> int:
    """Writes the show to `out` and returns the exit status: 0 if every wanted slide is in it.

    A name that ends in `.png` becomes a contact sheet of the whole show (or, with `slide`, that one picture); any other
    is a folder that gets one PNG for each slide, whose name begins with the page number if `numbered`. Raises ValueError
    for what the caller should not have asked.
    """
    is_sheet = _is_sheet(out)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    library = open_library(folder)
    if library.show is None:
        _tell(library)
        return FAILED
    wanted = _wanted(library, slide)
    language = spoken(library, language)
    colors = find_theme(folder, theme) if theme else library.show.theme
    pictures = _Pictures(library, library.show, colors, size, language, at)
    target = Path(out)
    try:
        if not is_sheet:
            written = _write_each(pictures, wanted, target, numbered=numbered)
        elif slide is None:
            written = _write_sheet(pictures, wanted, target)
        else:
            written = _write_one(pictures, slide, target)
    except OSError as error:
        print(f"kiosk: {error.filename or target}: {error.strerror or error}", file=sys.stderr)
        return FAILED
    _tell(library)
    return OK if written == len(wanted) else FAILED


def _is_sheet(out: str) -> bool:
    target = Path(out)
    ending = "" if out.endswith(("/", os.sep)) else target.suffix.lower()
    if ending in NOT_YET:
        raise ValueError(f"{ending} is not available in this version: name a folder (ends in /) or a .png file")
    if ending not in ("", ".png"):
        raise ValueError(f"{out}: the ending decides: name a folder (ends in /) or a .png file")
    if os.path.exists(target / SHOW_FILE):
        raise ValueError(f"{out} is a show itself: name where the pictures are to be written, behind it")
    return ending == ".png"


def _wanted(library: Library, slide: str | None) -> tuple[str, ...]:
    if slide is None:
        return library.ids()
    if slide not in library.ids():
        raise ValueError(f"no slide {slide!r}; there are: {', '.join(library.ids())}")
    return (slide,)


def spoken(library: Library, language: str | None) -> str:
    """The language that is asked for, or else the first of the show; raises ValueError for one that the show lacks."""
    languages = library.show.languages if library.show else (language or "",)
    if language is not None and language not in languages:
        raise ValueError(f"no language {language!r}; there are: {', '.join(languages)}")
    return language or languages[0]


def _tell(library: Library) -> None:
    for problem in library.problems():
        print(problem, file=sys.stderr)


@dataclass(frozen=True)
class _Pictures:
    """Paints slides, each when it is asked for: a long show needs no more memory than a short one."""

    library: Library
    show: Show
    theme: Theme
    size: tuple[int, int]
    language: str
    at: float | None

    def numbers(self) -> dict[str, int]:
        """The page number of every slide."""
        return {name: number for number, name in enumerate(self.library.ids(), 1)}

    def of(self, names: tuple[str, ...]) -> "Iterator[tuple[str, QImage]]":
        """The pictures of the slides that can be shown."""
        from kiosk.qt.theatre import StillStage

        stage = StillStage(self.show, self.theme, *self.size)
        for count, name in enumerate(names, 1):
            _progress(count, len(names), name)
            slide = self.library.slide(name)
            if slide is None:
                continue
            try:
                item = stage.open(slide, self.language)
                image = stage.image(item, self.at)
            # One slide that cannot be painted, for whatever reason, takes no other along.
            except Exception as error:
                print(f"kiosk: the slide {name} is left out: {error}", file=sys.stderr)
                continue
            yield name, image


def _progress(count: int, total: int, name: str) -> None:
    if sys.stderr.isatty():
        end = "\n" if count == total else ""
        print(f"\r\x1b[K{count}/{total} {name}", end=end, file=sys.stderr, flush=True)


def _write_each(pictures: _Pictures, names: tuple[str, ...], folder: Path, *, numbered: bool) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    numbers = pictures.numbers()
    width = max(2, len(str(len(numbers))))
    written = 0
    for name, image in pictures.of(names):
        number = f"{numbers[name]:0{width}d}-" if numbered else ""
        _save(image, folder / f"{number}{name}.png")
        written += 1
    return written


def _write_one(pictures: _Pictures, name: str, file: Path) -> int:
    file.parent.mkdir(parents=True, exist_ok=True)
    for _, image in pictures.of((name,)):
        _save(image, file)
        return 1
    return 0


def _write_sheet(pictures: _Pictures, names: tuple[str, ...], file: Path) -> int:
    from kiosk.qt.sheet import ContactSheet

    file.parent.mkdir(parents=True, exist_ok=True)
    sheet = ContactSheet(names, pictures.size, pictures.theme)
    written = 0
    for name, image in pictures.of(names):
        sheet.add(name, image)
        written += 1
    if written:
        _save(sheet.image(), file)
    return written


def _save(image: "QImage", file: Path) -> None:
    if not image.save(str(file)):
        raise OSError(None, "cannot be written", str(file))
