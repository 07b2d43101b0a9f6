"""The program on a display of its own: what the hall sees, which keys stop it, and how it ends."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.x.display import PATIENCE, SIZE, Display, Pixels, environment, missing, wait_for

SMALL = Path(__file__).parents[1] / "shows" / "small"
SLIDES = ("growth", "rnd", "patents")
SPEED = ("--speed", "4")
LIKE = 1.0
"""The mean difference, of 255, up to which a picture counts as the one expected; two slides differ by five and more."""

needed = pytest.mark.skipif(
    bool(missing()) and os.environ.get("CI") != "true", reason=f"not installed: {', '.join(missing())}"
)

OpenDisplay = Callable[..., Display]


@pytest.fixture
def open_display(tmp_path: Path) -> Iterator[OpenDisplay]:
    """Opens displays, and closes them after the test."""
    displays: list[Display] = []

    def open_one(*, is_managed: bool = False) -> Display:
        folder = tmp_path / f"display{len(displays)}"
        folder.mkdir()
        displays.append(Display(folder, is_managed=is_managed))
        return displays[-1]

    yield open_one
    for each in displays:
        each.close()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pixels]:
    """The final picture of every slide, as the export writes it."""
    folder = tmp_path_factory.mktemp("pictures")
    command = [sys.executable, "-m", "kiosk", "export", str(SMALL), f"{folder}/"]
    subprocess.run(command, env=environment(None), check=True, capture_output=True)
    result = {}
    for name in SLIDES:
        image = QImage(str(next(folder.glob(f"*-{name}.png")))).convertToFormat(QImage.Format.Format_RGB32)
        flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
        result[name] = flat[:, :, 2::-1].astype(np.int16)
    return result


def is_like(seen: Pixels, expected: Pixels) -> bool:
    """Whether two pictures are the same but for the rendering."""
    return seen.shape == expected.shape and float(np.abs(seen - expected).mean()) < LIKE


def shows(display: Display, expected: Pixels) -> bool:
    """Whether the display comes to show a picture."""
    return wait_for(lambda: is_like(display.seen(), expected))


def ended(process: "subprocess.Popen[str]", seconds: float = PATIENCE) -> int:
    """The exit status of a program that is about to end."""
    return process.wait(seconds)


def test_slides_differ_by_more_than_the_rendering(pictures: dict[str, Pixels]) -> None:
    for name in SLIDES:
        assert not any(is_like(pictures[name], pictures[other]) for other in SLIDES if other != name)


@needed
@pytest.mark.parametrize("is_managed", [True, False], ids=["openbox", "no window manager"])
def test_keys_lead_the_show_and_only_the_operators_end_it(
    open_display: OpenDisplay, pictures: dict[str, Pixels], is_managed: bool
) -> None:
    display = open_display(is_managed=is_managed)
    process = display.play(SMALL, *SPEED)
    assert shows(display, pictures["growth"])

    for keys, slide in (
        (["Right"], "rnd"), (["Next"], "patents"), (["Prior"], "rnd"), (["Home"], "growth"), (["3", "Return"], "patents"),
    ):  # fmt: skip
        display.press(*keys)
        assert shows(display, pictures[slide]), keys

    display.press("b")
    assert wait_for(lambda: int(display.seen().max()) == 0)
    display.press("b")
    assert shows(display, pictures["patents"])

    display.press("alt+F4", "F5", "F11", "ctrl+q", "ctrl+w", "alt+space", "super", "Menu")
    display.do("mousemove", "960", "540", "click", "3", "click", "2", "click", "4", "click", "5")
    assert shows(display, pictures["patents"])
    assert process.poll() is None
    display.press("Home")
    assert shows(display, pictures["growth"])
    display.press("Escape")
    time.sleep(0.3)
    assert process.poll() is None

    display.press("ctrl+shift+q")
    assert ended(process) == 0
    assert process.stderr is not None
    assert process.stderr.read() == ""


@needed
@pytest.mark.parametrize("is_managed", [True, False], ids=["openbox", "no window manager"])
def test_the_window_covers_the_whole_screen(
    open_display: OpenDisplay, pictures: dict[str, Pixels], is_managed: bool
) -> None:
    display = open_display(is_managed=is_managed)
    display.play(SMALL, *SPEED)
    assert shows(display, pictures["growth"])
    seen, expected = display.seen(), pictures["growth"]

    assert seen.shape == (SIZE[1], SIZE[0], 3)
    for edge in (np.s_[:2], np.s_[-2:], np.s_[:, :2], np.s_[:, -2:]):
        assert np.abs(seen[edge] - expected[edge]).max() <= 8


@needed
def test_a_window_has_the_size_it_is_given(open_display: OpenDisplay) -> None:
    display = open_display()
    display.play(SMALL, "--windowed", "--size", "640x360")

    def size() -> tuple[int, ...]:
        # The display is black but for the window.
        rows, columns = np.nonzero(display.seen().max(axis=2))
        return (int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1) if len(rows) else (0, 0)

    assert wait_for(lambda: size() == (640, 360))


@needed
def test_the_cursor_hides(open_display: OpenDisplay, pictures: dict[str, Pixels]) -> None:
    display = open_display()
    display.play(SMALL, *SPEED)
    assert shows(display, pictures["growth"])
    display.press("Right")
    assert shows(display, pictures["rnd"])
    around = np.s_[800:840, 1500:1540]

    def cursor() -> bool:
        return bool(np.abs(display.seen()[around] - pictures["rnd"][around]).max() > 60)

    display.do("mousemove", "1520", "820")
    display.do("mousemove", "1521", "820")
    assert wait_for(cursor)

    assert wait_for(lambda: not cursor(), 4.0)


@needed
def test_a_single_pass_ends_well(open_display: OpenDisplay) -> None:
    process = open_display().play(SMALL, "--once", "--speed", "60")

    assert ended(process) == 0


@needed
def test_a_display_that_dies_is_a_failure(open_display: OpenDisplay, pictures: dict[str, Pixels]) -> None:
    display = open_display()
    process = display.play(SMALL, *SPEED)
    assert shows(display, pictures["growth"])

    display.server.kill()

    assert ended(process) == 1


@needed
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_ends_the_show_at_once_and_well(
    open_display: OpenDisplay, pictures: dict[str, Pixels], number: int
) -> None:
    display = open_display()
    process = display.play(SMALL, *SPEED)
    assert shows(display, pictures["growth"])

    process.send_signal(number)

    assert ended(process, 2.0) == 0


@needed
@pytest.mark.parametrize("how", ["signal", "keys"])
def test_the_problem_page_of_a_show_that_cannot_be_read_can_be_left(
    open_display: OpenDisplay, tmp_path: Path, how: str
) -> None:
    folder = tmp_path / "show"
    shutil.copytree(SMALL, folder)
    (folder / "show.yaml").write_text("title: [\n", "utf-8")
    display = open_display(is_managed=True)
    process = display.play(folder)
    assert wait_for(lambda: len(np.unique(display.seen()[::4, ::4].reshape(-1, 3), axis=0)) > 20)
    display.press("alt+F4")
    time.sleep(0.3)
    assert process.poll() is None

    if how == "signal":
        process.send_signal(signal.SIGTERM)
    else:
        display.press("ctrl+shift+q")

    assert ended(process, 3.0) == 1


@pytest.mark.parametrize("display", [None, ":7999"], ids=["none", "dead"])
def test_without_a_display_one_line_says_so(display: str | None) -> None:
    command = [sys.executable, "-m", "kiosk", "run", str(SMALL)]
    result = subprocess.run(command, env=environment(display), capture_output=True, text=True, check=False)

    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "display" in result.stderr
    assert result.stdout == ""
