"""How long it takes to lay out a slide or a kind, and to say what is to be seen of it at one instant."""

from itertools import cycle

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.micro.test_type import forget
from kiosk.content.library import Library
from kiosk.resources import content
from kiosk.screen import Screen
from kiosk.show import PlacedSlide, Show, Slide
from tests.gallery import KINDS, example, placed, setting

SCREEN = Screen(1920, 1080)
SLIDES = sorted(path.stem for path in (content() / "slides").glob("*.yaml"))

slides = pytest.mark.parametrize("name", SLIDES)
kinds = pytest.mark.parametrize("name", sorted(KINDS))


def read(library: Library, name: str) -> tuple[Show, Slide]:
    """A slide and its show."""
    show, slide = library.show, library.slide(name)
    assert show is not None
    assert slide is not None
    return show, slide


@kinds
def test_laying_out_a_kind(benchmark: BenchmarkFixture, name: str) -> None:
    kind, where = example(name), setting(name, SCREEN)

    assert benchmark(kind.place, where).layers


@slides
def test_laying_out_a_slide_for_the_first_time(benchmark: BenchmarkFixture, library: Library, name: str) -> None:
    show, slide = read(library, name)

    assert benchmark.pedantic(show.place, (slide, SCREEN, "zh"), setup=forget, rounds=20).layers


@kinds
def test_all_marks_of_a_kind_at_one_instant(benchmark: BenchmarkFixture, name: str) -> None:
    place = placed(name)
    times = cycle(place.duration * step / 60.0 for step in range(61))

    assert benchmark(lambda: place.at(next(times)))


@slides
def test_all_marks_of_a_slide_at_one_instant(benchmark: BenchmarkFixture, library: Library, name: str) -> None:
    show, slide = read(library, name)
    place: PlacedSlide = show.place(slide, SCREEN, "zh")
    times = cycle(place.motion * step / 60.0 for step in range(61))

    assert benchmark(lambda: place.at(next(times))).marks
