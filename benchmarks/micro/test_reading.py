"""How long reading takes: YAML as text, one slide's file, the whole show that ships."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.long_show import METRIC
from kiosk.content.check import check_show
from kiosk.content.library import Library, open_library
from kiosk.content.tree import read_tree
from kiosk.resources import content

METRICS = "".join(METRIC.format(number=number, value=1000 + 7 * number) for number in range(100))
SLIDE = (content() / "slides" / "growth.yaml").read_text("utf-8")


@pytest.mark.parametrize("text", [METRICS, SLIDE], ids=["100 metrics", "one slide"])
def test_reading_yaml(benchmark: BenchmarkFixture, text: str) -> None:
    tree, problems = benchmark(read_tree, text, "some.yaml")

    assert tree is not None
    assert problems == ()


def test_opening_the_show(benchmark: BenchmarkFixture) -> None:
    library = benchmark(open_library, content())

    assert library.show is not None


def test_reading_every_slide(benchmark: BenchmarkFixture, library: Library) -> None:
    slides = benchmark(lambda: [library.slide(name) for name in library.ids()])

    assert all(slides)


def test_checking_the_show(benchmark: BenchmarkFixture) -> None:
    problems = benchmark(check_show, content())

    assert [problem for problem in problems if problem.severity == "error"] == []
