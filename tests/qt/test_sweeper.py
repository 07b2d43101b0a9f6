"""Sweeping: unreachable objects are cleared away between entrances, never in one."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from kiosk.qt.sweeper import Sweeper, sweeping_by_hand


@pytest.fixture
def _by_hand() -> Iterator[None]:
    with sweeping_by_hand():
        yield


class Knot:
    """An object that refers to itself: only a sweep finds it."""

    def __init__(self) -> None:
        self.self = self


def test_python_sweeps_by_itself_until_it_is_told_not_to() -> None:
    assert not Sweeper().sweep(0)


def test_python_sweeps_by_itself_again_afterwards() -> None:
    with sweeping_by_hand():
        assert not gc.isenabled()

    assert gc.isenabled()


@pytest.mark.usefixtures("_by_hand")
def test_each_slide_is_swept_once() -> None:
    sweeper = Sweeper()

    assert [sweeper.sweep(slide) for slide in (0, 0, 1, 1, 0)] == [True, False, True, False, True]


@pytest.mark.usefixtures("_by_hand")
def test_a_knot_that_came_after_the_start_is_cleared_away() -> None:
    sweeper = Sweeper()
    sweeper.sweep(0)
    knot = weakref.ref(Knot())

    assert knot() is not None
    sweeper.sweep(1)
    assert knot() is None
