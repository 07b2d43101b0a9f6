"""How long a frame takes on a stage of 1920 by 1080 pixels that paints in memory: each kind in motion, and each transition."""

from collections.abc import Iterator
from itertools import cycle

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from kiosk.qt.slide_item import SlideItem
from kiosk.qt.stage import Stage
from kiosk.qt.transition import Transition
from kiosk.show import TRANSITION_SECONDS, PlacedSlide, TransitionName
from kiosk.theme import load_theme
from tests.gallery import KINDS, placed

SIZE = (1920, 1080)
FRAME = 1.0 / 60.0
THEME = load_theme("dark")

kinds = pytest.mark.parametrize("name", sorted(KINDS))


def slide_of(name: str) -> PlacedSlide:
    """A slide with nothing but the example of a kind."""
    place = placed(name)
    return PlacedSlide(place.layers, 10.0, place.duration)


@pytest.fixture
def stage(app: QApplication) -> Iterator[Stage]:
    """A stage that is shown."""
    result = Stage(THEME)
    result.resize(*SIZE)
    result.show()
    QCoreApplication.processEvents()
    yield result
    result.close()
    result.deleteLater()


def stand(stage: Stage, name: str) -> SlideItem:
    """Brings the example of a kind onto the stage."""
    item = SlideItem(slide_of(name), THEME)
    stage.add(item)
    item.seek(0.0)
    stage.show_slide(item)
    QCoreApplication.processEvents()
    return item


@kinds
def test_one_frame_in_motion(benchmark: BenchmarkFixture, stage: Stage, name: str) -> None:
    item = stand(stage, name)
    frames = max(2, round(item.placed.motion / FRAME))
    # There and back again: from the last frame to the first would be a leap, and paint more than any frame does.
    times = cycle([step * FRAME for step in (*range(frames), *reversed(range(frames)))])

    def frame() -> None:
        item.seek(next(times))
        QCoreApplication.processEvents()

    benchmark.pedantic(frame, rounds=2 * frames, iterations=1)


@kinds
def test_building_the_items_of_a_kind(benchmark: BenchmarkFixture, app: QApplication, name: str) -> None:
    slide = slide_of(name)

    assert benchmark(lambda: SlideItem(slide, THEME).build())


@kinds
def test_a_whole_picture_of_a_kind(benchmark: BenchmarkFixture, stage: Stage, name: str) -> None:
    item = stand(stage, name)
    item.seek(item.placed.motion)

    assert not benchmark(stage.picture, item).isNull()


@pytest.mark.parametrize("name", TRANSITION_SECONDS)
def test_one_frame_of_a_transition(benchmark: BenchmarkFixture, stage: Stage, name: TransitionName) -> None:
    outgoing, incoming = (stage.picture(stand(stage, kind)) for kind in ("bar", "counter"))
    transition = Transition(name, outgoing, incoming)
    progress = cycle([step / 30.0 for step in range(31)])

    def frame() -> None:
        transition.progress = next(progress)
        stage.show_transition(transition)
        QCoreApplication.processEvents()

    benchmark(frame)
