"""The witness on a real display: it sees what another program paints, when it is painted."""

import os
import shutil
import time
from collections.abc import Iterator

import pytest
from Xlib import X
from Xlib.display import Display as Connection

from benchmarks.beside.display import PROGRAMS, Display
from benchmarks.beside.frames import coalesced
from benchmarks.beside.witness import Witness

SIZE = (640, 360)
GROUND, INK = 0x0A1520, 0xF5F2EA

missing = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
pytestmark = pytest.mark.skipif(
    bool(missing) and os.environ.get("CI") != "true", reason=f"not installed: {', '.join(missing)}"
)


class Painter:
    """A program that fills a window over the whole screen."""

    def __init__(self, name: str) -> None:
        self._connection = Connection(name)
        root = self._connection.screen().root
        self._window = root.create_window(
            0, 0, *SIZE, 0, X.CopyFromParent, background_pixel=GROUND, override_redirect=True
        )
        self._brush = self._window.create_gc(foreground=INK)
        self._window.map()
        self._connection.sync()

    def fill(self, color: int, left: int, top: int, width: int, height: int) -> tuple[float, float]:
        """Paints a rectangle; the times before and after."""
        before = time.monotonic()
        self._brush.change(foreground=color)
        self._window.fill_rectangle(self._brush, left, top, width, height)
        self._connection.sync()
        return before, time.monotonic()

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def display() -> Iterator[Display]:
    with Display(SIZE) as opened:
        yield opened


@pytest.fixture
def painter(display: Display) -> Iterator[Painter]:
    opened = Painter(display.name)
    yield opened
    opened.close()


@pytest.fixture
def witness(display: Display, painter: Painter) -> Iterator[Witness]:
    opened = Witness(display)
    opened.watch(time.monotonic() + 0.1)
    opened.changes.clear()
    yield opened
    opened.close()


def test_every_picture_is_seen_when_it_is_painted(painter: Painter, witness: Witness) -> None:
    painted = []
    for number in range(5):
        painted.append(painter.fill(INK, 40 * number, 100, 30, 30))
        time.sleep(0.03)
    witness.watch(time.monotonic() + 0.1)

    seen = coalesced(witness.changes)

    assert len(seen) == len(painted)
    # The server counts whole milliseconds.
    assert all(before - 0.002 <= time <= after + 0.002 for time, (before, after) in zip(seen, painted, strict=True))


def test_a_still_screen_has_no_frames(witness: Witness) -> None:
    witness.watch(time.monotonic() + 0.2)

    assert witness.changes == []


def test_a_white_page_is_no_slide_and_dark_ground_with_letters_is_one(painter: Painter, witness: Witness) -> None:
    painter.fill(0xFFFFFF, 0, 0, *SIZE)
    assert witness.wait_for_slide(time.monotonic() + 0.3) is None
    painter.fill(GROUND, 0, 0, *SIZE)
    assert witness.wait_for_slide(time.monotonic() + 0.3) is None

    before, after = painter.fill(INK, 70, 30, 60, 20)
    found = witness.wait_for_slide(time.monotonic() + 5.0)

    assert found is not None
    assert before - 0.002 <= found <= after + 0.002


def test_what_looks_like_a_slide_for_a_moment_is_none(witness: Witness, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = iter([True, False, True, True])
    monkeypatch.setattr(witness, "_shows_title", lambda: next(looks))
    witness.changes.append(7.0)

    assert witness.wait_for_slide(time.monotonic() + 5.0) == 7.0
    assert next(looks, None) is None
