"""The gallery in the documents: a picture of every kind and the files that make it; `REMAKE_DOCS=1` writes it anew."""

import os
import re
from pathlib import Path

import pytest

from kiosk.charts import CHARTS
from tests.gallery import GALLERY, KINDS, has_page, library, page

DOCUMENT = Path(__file__).parents[1] / "docs" / "gallery.md"
PICTURES = DOCUMENT.parent / "gallery"
MOST_LINES = 40
"""A longer file is cut: of a long table, the first lines say enough."""
MOST_BYTES = 4_000_000
PAINTED, KEPT, QUALITY = (1280, 720), (640, 360), 82
HEAD = """\
# The gallery

Every chart and element on a slide of its own, with the files that make it. What else can be set for each says
[kinds.md](kinds.md); how a show is written, [authoring.md](authoring.md). All of it is a show that comes along:

    kiosk run gallery                 # plays it
    kiosk gallery out/                # writes it as pictures; --theme light, --size 1080x1920, --lang en

This page is written by the program (`make gallery`).
"""


def document() -> str:
    """The page, from the files of the gallery."""
    show = library().show
    assert show is not None
    chapters = {
        chapter.title.get("en"): [name for name, at in show.order if at == place]
        for place, chapter in enumerate(show.chapters)
    }
    index = [f"| {title} | {', '.join(f'[{name}](#{name})' for name in names)} |" for title, names in chapters.items()]
    parts = [HEAD, "\n".join(["| | |", "|---|---|", *index, ""])]
    for title, names in chapters.items():
        parts.append(f"## {title}\n")
        parts += [entry(name) for name in names]
    return "\n".join(parts)


def entry(name: str) -> str:
    """One kind: what it is, its picture, its files."""
    key = "chart" if name in CHARTS else "element"
    words = " ".join((KINDS[name].__doc__ or "").split())
    sentence = re.match(r".*?[.:](?= |$)", words)
    about = (sentence[0] if sentence else words).rstrip(":.") + "."
    lines = [f"### {name}\n", f"{about} [All options](kinds.md#{key}-{name})\n", f"![{name}](gallery/{name}.webp)\n"]
    for path in (f"slides/{name}.yaml", f"metrics/{name}.yaml", *tables(name)):
        file = GALLERY / path
        if file.exists():
            lines.append(f"```{'csv' if path.endswith('.csv') else 'yaml'}\n# {path}\n{shown(file)}```\n")
    return "\n".join(lines)


def tables(name: str) -> tuple[str, ...]:
    """The tables that the figures of a kind are read from, each once."""
    metrics = GALLERY / "metrics" / f"{name}.yaml"
    found = re.findall(r"\bfile: *\"?([^\s,}\"]+)", metrics.read_text("utf-8")) if metrics.exists() else []
    return tuple(dict.fromkeys(each for each in found if each.endswith(".csv")))


def shown(file: Path) -> str:
    """The text of a file, or its first lines."""
    most = 6 if file.suffix == ".csv" else MOST_LINES
    lines = file.read_text("utf-8-sig").splitlines()
    if len(lines) > most + 1:
        lines = [*lines[:most], f"# and {len(lines) - most} lines more"]
    return "".join(f"{line[:160]}{'…' if len(line) > 160 else ''}\n" for line in lines)


def paint() -> None:
    """Paints the picture of every kind, and takes away those of kinds that are no more."""
    from PySide6.QtCore import Qt

    from kiosk.qt.theatre import StillStage
    from kiosk.theme import load_theme

    show = library().show
    assert show is not None
    stage = StillStage(show, load_theme("dark"), *PAINTED)
    PICTURES.mkdir(exist_ok=True)
    for name in library().ids():
        image = stage.image(stage.open(page(name), "zh"))
        mode = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        assert image.scaled(*KEPT, *mode).save(str(PICTURES / f"{name}.webp"), None, QUALITY)
    for file in PICTURES.glob("*.webp"):
        if not has_page(file.stem):
            file.unlink()


def test_the_gallery_in_the_documents_is_that_of_the_show() -> None:
    text = document()
    if os.environ.get("REMAKE_DOCS"):
        paint()
        DOCUMENT.write_text(text, "utf-8")

    assert DOCUMENT.read_text("utf-8") == text


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_kind_has_its_picture_in_the_documents(name: str) -> None:
    assert (PICTURES / f"{name}.webp").exists()


def test_the_pictures_are_small_together() -> None:
    assert sum(file.stat().st_size for file in PICTURES.iterdir()) < MOST_BYTES
