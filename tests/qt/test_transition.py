"""Transitions: each begins as the old slide, ends as the new one, and shows nothing else between."""

from typing import get_args

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from kiosk.qt.transition import PAINTERS, Transition
from kiosk.show import TRANSITION_SECONDS, TransitionName
from tests.qt.hall import Pixels, pixels

WIDTH, HEIGHT = 160, 90
OLD, NEW = "#204060", "#e0c090"
MOVING = tuple(name for name in PAINTERS if name != "none")


def picture(color: str) -> QPixmap:
    """A slide of one colour with a white corner at the upper left."""
    result = QPixmap(WIDTH, HEIGHT)
    result.fill(QColor(color))
    painter = QPainter(result)
    painter.fillRect(0, 0, 20, 20, QColor("white"))
    painter.end()
    return result


def painted(name: TransitionName, progress: float, direction: int = 1) -> Pixels:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    Transition(name, picture(OLD), picture(NEW), direction, progress).paint(painter)
    painter.end()
    return pixels(image)


def share_of(seen: Pixels, color: str) -> float:
    """The part of the screen that has a colour."""
    wanted = QColor(color)
    is_color = (seen == [wanted.red(), wanted.green(), wanted.blue()]).all(axis=2)
    return float(is_color.mean())


def test_every_transition_that_a_show_may_name_has_a_painter_and_a_time() -> None:
    assert set(PAINTERS) == set(TRANSITION_SECONDS) == set(get_args(TransitionName))
    assert all(0.4 <= TRANSITION_SECONDS[name] <= 0.8 for name in MOVING)


@pytest.mark.parametrize("name", MOVING)
@pytest.mark.parametrize("direction", [1, -1])
def test_it_begins_as_the_old_slide_and_ends_as_the_new_one(qtbot: QtBot, name: TransitionName, direction: int) -> None:
    assert (painted(name, 0.0, direction) == pixels(picture(OLD))).all()
    assert (painted(name, 1.0, direction) == pixels(picture(NEW))).all()


@pytest.mark.parametrize("name", list(PAINTERS))
@pytest.mark.parametrize("direction", [1, -1])
def test_the_whole_screen_is_always_covered(qtbot: QtBot, name: TransitionName, direction: int) -> None:
    for progress in (0.0, 0.1, 0.3, 0.5, 0.8, 0.99, 1.0):
        assert share_of(painted(name, progress, direction), "magenta") == 0.0


@pytest.mark.parametrize(("direction", "side"), [(1, slice(0, 40)), (-1, slice(120, 160))])
def test_a_wipe_uncovers_the_new_slide_in_its_place(qtbot: QtBot, direction: int, side: slice) -> None:
    seen = painted("wipe", 0.5, direction)

    assert share_of(seen[30:, side], NEW) == 1.0
    assert share_of(seen[30:], OLD) == pytest.approx(0.5, abs=0.02)
    assert (seen[5, 5] == 255).all()


@pytest.mark.parametrize(("direction", "side"), [(1, slice(120, 160)), (-1, slice(0, 40))])
def test_a_cover_slides_the_new_slide_over_the_old_one(qtbot: QtBot, direction: int, side: slice) -> None:
    seen = painted("cover", 0.5, direction)

    assert share_of(seen[30:, side], NEW) == 1.0
    # The old one stays where it is, under the new one that comes from a side.
    assert (seen[5, 5] == 255).all() == (direction == 1)


def test_a_zoom_leaves_the_edges_to_the_old_slide_until_it_is_near(qtbot: QtBot) -> None:
    seen = painted("zoom", 0.5)

    assert share_of(seen[-1:], OLD) == 1.0
    assert share_of(seen[30:60, 60:100], OLD) == 0.0
