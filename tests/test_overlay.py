"""The overlay: logo, chapter and progress on every page of content, and on no other."""

from pathlib import Path

import pytest

from kiosk.content.library import open_library
from kiosk.marks import Line, Mark, Picture, Strokes, Text
from kiosk.page import Page
from kiosk.screen import Screen
from kiosk.typesetting import width_of
from tests.content.sample import FILES, png, write

SIZES = [(1920, 1080), (1280, 1024), (1080, 1080), (1080, 1920), (3840, 1080)]
LONG = "note: {zh: 同一家企业可能同时在几列里所以不加总也不能相加, en: A firm may stand in several columns}\n"


def marks(folder: Path, show: str = "", guests: str = "", size: tuple[int, int] = SIZES[0]) -> tuple[Mark, ...]:
    """What is to be seen in the end of a slide of the good show, with more lines in its files."""
    files: dict[str, str | bytes | None] = {
        "show.yaml": FILES["show.yaml"] + show,
        "slides/guests.yaml": guests if "title:" in guests else FILES["slides/guests.yaml"] + guests,
        "images/logo.png": png(300, 100),
    }
    library = open_library(write(folder, files))
    slide = library.slide("guests")
    assert library.show is not None
    assert slide is not None, library.problems()
    placed = library.show.place(slide, library.show.screen(*size), "zh")
    return placed.at(placed.motion).marks


def words(found: tuple[Mark, ...]) -> set[str]:
    return {mark.text for mark in found if isinstance(mark, Text)}


@pytest.mark.parametrize("size", SIZES)
def test_a_logo_stands_at_the_end_of_the_source_line_and_nothing_on_it(tmp_path: Path, size: tuple[int, int]) -> None:
    found = marks(tmp_path, "overlay: {logo: images/logo.png}\n", LONG, size)
    (logo,) = [mark for mark in found if isinstance(mark, Picture)]
    page = Page(Screen(*size))

    assert logo.width == pytest.approx(3.0 * logo.height)
    assert logo.left + logo.width == pytest.approx(page.right)
    assert logo.top < page.source < logo.top + logo.height
    assert logo.top > page.content.bottom
    for mark in found:
        if isinstance(mark, Text) and mark.y > logo.top and mark.x >= page.left:
            assert mark.x + width_of(mark.runs) < logo.left


def test_the_strokes_along_the_foot_give_way_to_a_logo(tmp_path: Path) -> None:
    plain = marks(tmp_path / "a")
    with_logo = marks(tmp_path / "b", "overlay: {logo: images/logo.png}\n")

    assert isinstance(plain[0], Strokes)
    assert not isinstance(with_logo[0], Strokes)


@pytest.mark.parametrize("size", SIZES)
def test_chapter_and_progress_can_be_taken_away(tmp_path: Path, size: tuple[int, int]) -> None:
    whole = marks(tmp_path / "a", size=size)
    chapterless = marks(tmp_path / "b", "overlay: {chapter: false}\n", size=size)
    without_progress = marks(tmp_path / "c", "overlay: {progress: false}\n", size=size)

    assert {"第一章", "01"} <= words(whole)
    assert words(whole) - words(chapterless) == {"第一章"}
    assert words(whole) - words(without_progress) == {"01"}
    assert (
        sum(isinstance(mark, Strokes) for mark in chapterless) == sum(isinstance(mark, Strokes) for mark in whole) - 1
    )
    assert sum(isinstance(mark, Line) for mark in without_progress) == sum(isinstance(mark, Line) for mark in whole) - 1


@pytest.mark.parametrize(
    "guests",
    [
        "title: {zh: 始, en: Start}\nmain: {element: cover, words: {zh: 始, en: Start}}\n",
        "title: {zh: 图, en: Picture}\nlayout: illustrated\nmain: {element: counter, metric: guests}\n",
    ],
)
def test_posters_and_pages_with_a_picture_to_the_edge_bear_no_logo(tmp_path: Path, guests: str) -> None:
    found = marks(tmp_path, "overlay: {logo: images/logo.png}\n", guests)

    assert not any(isinstance(mark, Picture) for mark in found)


@pytest.mark.parametrize("size", SIZES)
def test_words_keep_clear_of_edges_that_may_be_covered(tmp_path: Path, size: tuple[int, int]) -> None:
    share = 0.06
    found = marks(tmp_path, f"screen: {{safe_area: {share}}}\n", LONG, size)
    edge = share * min(size)

    for mark in found:
        if isinstance(mark, Text) and not mark.upright and not mark.angle:
            left = mark.x - {"end": 1.0, "middle": 0.5}.get(mark.anchor, 0.0) * width_of(mark.runs)
            assert left >= edge - 1.0, mark.text
            assert left + width_of(mark.runs) <= size[0] - edge + 1.0, mark.text
            assert edge <= mark.y <= size[1] - edge, mark.text


def test_a_show_plays_on_without_a_logo_that_is_not_there(tmp_path: Path) -> None:
    library = open_library(write(tmp_path, {"show.yaml": FILES["show.yaml"] + "overlay: {logo: images/none.png}\n"}))

    assert library.show is not None
    assert library.show.overlay.logo is None
    assert [(problem.path, problem.code) for problem in library.problems()] == [("show.yaml", "unknown-image")]


@pytest.mark.parametrize(
    ("written", "scale", "safe_area"),
    [
        ("screen: {safe_area: 0.03}\n", 1.0, 0.03),
        ("screen: {height_m: 1.2, farthest_m: 9, safe_area: 0.03}\n", 1.49, 0.03),
        ("screen: {height_m: 1.2, farthest_m: 9}\n", 1.49, 0.0),
    ],
)
def test_the_screen_of_the_hall_has_measures_and_edges(
    tmp_path: Path, written: str, scale: float, safe_area: float
) -> None:
    show = open_library(write(tmp_path, {"show.yaml": FILES["show.yaml"] + written})).show

    assert show is not None
    assert show.screen(1920, 1080).scale == pytest.approx(scale, abs=0.01)
    assert show.screen(1920, 1080).safe_area == safe_area


def test_one_measure_of_the_screen_alone_says_nothing(tmp_path: Path) -> None:
    library = open_library(write(tmp_path, {"show.yaml": FILES["show.yaml"] + "screen: {height_m: 1.2}\n"}))

    assert [problem.code == "missing-key" and "farthest_m" in str(problem) for problem in library.problems()] == [True]
