"""The judge of fitting notices what leaves the box, what lies on other text, and what is too small."""

from collections.abc import Callable

import pytest

from kiosk.kind import Kind
from kiosk.layers import Placed, still
from kiosk.marks import Mark, Run, Text
from kiosk.setting import Setting
from tests.fitting import misfits


def words(x: float, y: float, size: float = 60.0, angle: float = 0.0) -> Text:
    return Text(x, y, (Run("words", size),), angle=angle)


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        (lambda box: (words(box.left, box.top + 100.0), words(box.left, box.top + 180.0)), ""),
        (lambda box: (words(box.left, box.top + 100.0), words(box.left + 40.0, box.top + 130.0)), "lies on"),
        (
            lambda box: (words(box.left, box.top + 400.0), words(box.left + 60.0, box.top + 420.0, angle=-90.0)),
            "lies on",
        ),
        (lambda box: (words(box.right - 60.0, box.top + 100.0),), "across"),
        (lambda box: (words(box.left, box.top - 30.0),), "down"),
        (lambda box: (words(box.left, box.top + 100.0, 20.0),), "too small"),
    ],
)
def test_what_does_not_fit_is_noticed(marks: Callable[[object], tuple[Mark, ...]], said: str) -> None:
    class Given(Kind):
        def place(self, setting: Setting) -> Placed:
            return Placed(tuple(still(mark) for mark in marks(setting.box)))

    found = misfits(Given())

    assert bool(found) == bool(said)
    assert all(said in each for each in found)
