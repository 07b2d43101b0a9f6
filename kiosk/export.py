"""Export: the show as pictures, painted by the same stage as the screen."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.library import Library, open_library

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
) -> int:
    """Writes the show to `out` and returns the exit status.

    A name that ends in `.png` becomes a contact sheet of the whole show (or, with `slide`, that one picture); any other name is a folder
    that gets one PNG for each slide. Raises ValueError for what the caller should not have asked.
    """
    target = Path(out)
    if target.suffix.lower() in NOT_YET:
        raise ValueError(f"{target.suffix} is not something this version writes; take a folder or a .png file")
    if target.suffix and target.suffix.lower() != ".png" and not out.endswith("/"):
        raise ValueError(f"{out}: the ending decides: a folder (ends in /) or a .png file")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    library = open_library(folder)
    if library.show is None:
        return _refuse(library)
    ids = library.ids()
    if slide is not None and slide not in ids:
        raise ValueError(f"no slide {slide!r}; there are: {', '.join(ids)}")
    language = language or library.show.languages[0]
    if language not in library.show.languages:
        raise ValueError(f"no language {language!r}; there are: {', '.join(library.show.languages)}")
    wanted = [slide] if slide is not None else list(ids)
    pictures = _pictures(library, wanted, size, language, at, theme)
    is_sheet = target.suffix.lower() == ".png" and not out.endswith("/")
    try:
        written = _write_sheet(library, pictures, target, language, theme, slide) if is_sheet else _write_each(library, pictures, target)
    except OSError as error:
        print(f"kiosk: {target}: {error.strerror or error}", file=sys.stderr)
        return FAILED
    for problem in library.problems():
        print(problem, file=sys.stderr)
    return OK if written and not any(problem.severity == "error" for problem in library.problems()) else FAILED


def _refuse(library: Library) -> int:
    for problem in library.problems():
        print(problem, file=sys.stderr)
    return FAILED


def _pictures(
    library: Library, ids: list[str], size: tuple[int, int], language: str, at: float | None, theme: str | None
) -> "Iterator[tuple[str, QImage]]":
    from kiosk.qt.theatre import StillStage
    from kiosk.theme import load_theme

    show = library.show
    if show is None:
        return
    stage = StillStage(show, load_theme(theme or show.theme), *size)
    for count, each in enumerate(ids, 1):
        _progress(count, len(ids), each)
        slide = library.slide(each)
        if slide is not None:
            item = stage.open(slide, language)
            yield each, stage.image(item, at)


def _progress(count: int, total: int, name: str) -> None:
    if sys.stderr.isatty():
        end = "\n" if count == total else ""
        print(f"\r\x1b[K{count}/{total} {name}", end=end, file=sys.stderr, flush=True)


def _write_each(library: Library, pictures: "Iterator[tuple[str, QImage]]", folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    numbers = {each: number for number, each in enumerate(library.ids(), 1)}
    width = max(2, len(str(len(numbers))))
    written = 0
    for name, image in pictures:
        _save(image, folder / f"{numbers[name]:0{width}d}-{name}.png")
        written += 1
    return written


def _write_sheet(
    library: Library, pictures: "Iterator[tuple[str, QImage]]", file: Path, language: str, theme: str | None, slide: str | None
) -> int:
    from kiosk.qt.sheet import contact_sheet
    from kiosk.theme import load_theme

    file.parent.mkdir(parents=True, exist_ok=True)
    if slide is not None:
        for _, image in pictures:
            _save(image, file)
            return 1
        return 0
    show = library.show
    if show is None:
        return 0
    numbers = {each: number for number, each in enumerate(library.ids(), 1)}
    numbered = [(numbers[name], image) for name, image in pictures]
    if numbered:
        _save(contact_sheet(numbered, load_theme(theme or show.theme)), file)
    return len(numbered)


def _save(image: "QImage", file: Path) -> None:
    if not image.save(str(file)):
        raise OSError(None, "cannot be written", str(file))
