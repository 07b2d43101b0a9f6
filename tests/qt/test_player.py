"""The player: what is on the screen as the clock runs, keys are pressed and the picture is touched."""

import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.playback import Overlay, State
from kiosk.qt.player import FRAME
from kiosk.qt.problem_page import ProblemPage
from kiosk.qt.run import Wishes, run
from tests.qt.hall import SMALL, Hall, Pixels, difference, ink, pixels

OpenHall = Callable[..., Hall]
RIGHT, LEFT = Qt.Key.Key_Right, Qt.Key.Key_Left


class Paintings(QObject):
    """Counts how often widgets are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def paintings(app: QApplication) -> Iterator[Paintings]:
    """Every painting of every widget from here on."""
    result = Paintings()
    app.installEventFilter(result)
    yield result
    app.removeEventFilter(result)


def final(hall: Hall, slide: int, language: str = "zh") -> Pixels:
    """What a slide looks like at its end, by a stage of its own."""
    waiting = hall.player._wings.take(slide, language)
    t = hall.player._wings.take(slide, language).item.placed.motion
    picture = pixels(hall.player._wings.picture(waiting, t))
    if waiting.item is hall.player._stage.current:
        waiting.item.seek(hall.view.t)
    return picture


# The loop.


def test_the_loop_plays_all_slides_and_begins_again(hall: Hall) -> None:
    seen = []
    for _ in range(600):
        hall.tick(0.1)
        seen.append(hall.view.slide)

    changes = [slide for slide, before in zip(seen[1:], seen, strict=False) if slide != before]
    assert changes == [1, 2, 0, 1]


def test_a_slide_that_stands_looks_like_its_final_picture(hall: Hall) -> None:
    for slide in range(3):
        hall.arrive()

        # What stands still is kept as a picture, and gradients in it are stepped through from its own edge.
        assert difference(hall.seen(), final(hall, slide)).max() <= 4
        hall.leave_slide()


def test_nothing_is_painted_while_nothing_moves(hall: Hall, paintings: Paintings) -> None:
    hall.arrive()
    due = hall.view.next_change
    assert due is not None
    paintings.count = 0

    while hall.clock.now + 0.1 < due:
        hall.tick(0.1)

    assert paintings.count == 0
    hall.leave_slide()
    assert paintings.count > 0


@pytest.mark.parametrize("keys", ["o", "?", "p", "b", "12"])
def test_nothing_is_painted_again_under_an_overlay(hall: Hall, paintings: Paintings, keys: str) -> None:
    hall.arrive()
    hall.press(keys)
    hall.work()
    paintings.count = 0

    for _ in range(20):
        hall.tick(0.1)

    assert paintings.count == 0


def test_a_single_pass_leaves_after_the_last_slide(open_hall: OpenHall) -> None:
    hall = open_hall(once=True)
    left: list[float] = []
    hall.player.left.connect(lambda: left.append(hall.clock.now))
    seen = set()
    for _ in range(600):
        hall.tick(0.1)
        seen.add(hall.view.slide)
        if hall.player.has_left:
            break
    hall.go(1.0, 0.1)

    assert hall.player.has_left
    assert len(left) == 1
    assert seen == {0, 1, 2}


# Changes between slides.


@pytest.mark.parametrize("name", ["fade", "push", "none"])
@pytest.mark.parametrize("is_ready", [True, False])
def test_no_frame_of_a_change_is_empty(tmp_path: Path, open_hall: OpenHall, name: str, is_ready: bool) -> None:
    hall = open_hall(show_with(tmp_path, f"playback: {{transition: {name}}}"), size=(640, 360))
    stage = hall.player._stage
    for _ in range(3):
        while hall.view.moving:
            hall.tick(0.1)
        if is_ready:
            hall.work()
        before = ink(hall.seen(), stage)
        hall.leave_slide()
        frames = [hall.seen()]
        while hall.view.progress is not None:
            hall.tick(FRAME)
            frames.append(hall.seen())
        begun = ink(hall.seen(), stage)

        poorer = min(before, begun)
        assert poorer > 1000
        # Two pictures that are half faded both lose their faintest edges.
        assert min(ink(frame, stage) for frame in frames) >= (0.6 if name == "fade" else 0.9) * poorer


@pytest.mark.parametrize("name", ["fade", "push"])
def test_a_change_neither_begins_nor_ends_with_a_jump(tmp_path: Path, open_hall: OpenHall, name: str) -> None:
    hall = open_hall(show_with(tmp_path, f"playback: {{transition: {name}}}"))
    hall.arrive()
    before = hall.seen()
    hall.leave_slide()
    first = hall.seen()
    last = first
    while hall.view.progress is not None:
        last = hall.seen()
        hall.tick(FRAME)
    after = hall.seen()

    assert np.abs(first - before).mean() < 0.5
    assert np.abs(last - after).mean() < 0.5


def test_a_slide_held_half_way_and_released_goes_out_as_it_ended(hall: Hall) -> None:
    hall.go(0.3)
    hall.press("p")
    hall.work()
    hall.press("p")
    hall.arrive()
    ended = hall.seen()

    hall.leave_slide()

    assert hall.view.progress is not None
    assert np.abs(hall.seen() - ended).mean() < 0.5


def test_another_language_during_a_change_keeps_what_goes_out(hall: Hall) -> None:
    hall.arrive()
    hall.leave_slide()
    hall.go(0.1)
    before = hall.seen()

    hall.press("l")

    assert hall.view.progress is not None
    assert hall.view.previous == 0
    assert np.abs(hall.seen() - before).mean() < 2.5


def test_a_step_during_a_change_goes_on_from_what_came_in(hall: Hall) -> None:
    hall.arrive()
    hall.press(RIGHT)
    hall.go(0.2)
    hall.press(RIGHT)
    hall.go(2.5)

    assert hall.view.slide == 2
    assert difference(hall.seen(), final(hall, 2)).max() <= 4


# Keys.


@pytest.mark.parametrize(
    "key", [RIGHT, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter]
)
def test_keys_lead_on_and_are_answered_at_once(hall: Hall, key: Qt.Key) -> None:
    hall.press(key)

    assert hall.view.slide == 1
    assert hall.view.state is State.GUIDED
    assert hall.player.view is not None
    assert hall.player.view.progress is not None


@pytest.mark.parametrize("key", [LEFT, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace, Qt.Key.Key_End])
def test_keys_lead_back(hall: Hall, key: Qt.Key) -> None:
    hall.press(key)

    assert hall.view.slide == 2


def test_a_number_and_enter_lead_to_that_slide(hall: Hall) -> None:
    hall.press("3")
    assert hall.player._badge.isVisible()
    hall.press(Qt.Key.Key_Return)
    hall.go(1.0)

    assert hall.view.slide == 2
    assert not hall.player._badge.isVisible()
    hall.press(Qt.Key.Key_Home)
    assert hall.view.slide == 0


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_F5, Qt.Key.Key_F11, Qt.Key.Key_Tab, Qt.Key.Key_Q, Qt.Key.Key_Menu, Qt.Key.Key_Shift]
)
def test_other_keys_do_nothing(hall: Hall, key: Qt.Key) -> None:
    before = hall.view
    hall.press(key)

    assert hall.view == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Enter, RIGHT, Qt.Key.Key_P, Qt.Key.Key_1])
@pytest.mark.parametrize("modifier", ["Alt", "Control", "Meta"])
def test_keys_pressed_with_others_do_nothing(hall: Hall, key: Qt.Key, modifier: str) -> None:
    before = hall.view
    hall.press(key, getattr(Qt.KeyboardModifier, f"{modifier}Modifier"))

    assert hall.view == before


def test_only_the_operators_keys_leave(hall: Hall) -> None:
    control, shift, alt = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Shift", "Alt"))
    for key, modifiers in (
        (Qt.Key.Key_Q, control),
        (Qt.Key.Key_F4, alt),
        (Qt.Key.Key_W, control),
        (Qt.Key.Key_Escape, control),
    ):
        hall.press(key, modifiers)
    assert not hall.player.has_left

    hall.press(Qt.Key.Key_Q, control | shift)

    assert hall.player.has_left


def test_escape_closes_what_is_open_and_returns_to_the_loop(hall: Hall) -> None:
    hall.press("o")
    hall.press(Qt.Key.Key_Escape)

    assert hall.view.overlay is None
    assert hall.view.state is State.AUTO
    assert not hall.player._overview.isVisible()


def test_a_key_that_is_kept_down_counts_once(hall: Hall) -> None:
    QTest.keyPress(hall.player, RIGHT)
    for _ in range(3):
        QTest.simulateEvent(hall.player, True, RIGHT, Qt.KeyboardModifier.NoModifier, "", True)

    assert hall.view.slide == 1


# Languages.


def test_another_language_keeps_the_slide_and_its_time(hall: Hall) -> None:
    hall.go(0.7)
    before, picture = hall.view, hall.seen()

    hall.press("l")

    assert (hall.view.slide, hall.view.t) == (before.slide, before.t)
    assert (before.language, hall.view.language) == ("zh", "en")
    assert ink(hall.seen(), hall.player._stage) > 0
    assert difference(hall.seen(), picture).max() > 60
    hall.press("l")
    assert difference(hall.seen(), picture).max() <= 4


# Overlays.


def test_the_overview_opens_within_one_tick(hall: Hall) -> None:
    hall.press("o")

    assert hall.view.overlay is Overlay.OVERVIEW
    assert hall.player._overview.isVisible()
    assert difference(hall.seen(), pixels(hall.player._overview.grab())).max() == 0


def test_small_pictures_fill_in_though_the_slide_below_still_moves(open_hall: OpenHall) -> None:
    hall = open_hall(is_driven=False)
    hall.player._timer.stop()
    hall.go(0.1)
    hall.press("o")
    hall.player._timer.stop()
    assert hall.view.moving
    for _ in range(30):
        hall.player.tick()
        hall.player._timer.stop()

    overview = hall.player._overview
    assert overview.wanting() is None
    assert hall.view.moving


def test_small_pictures_show_the_slides_as_they_end(hall: Hall) -> None:
    hall.go(0.1)
    hall.press("o")
    hall.work()
    overview = hall.player._overview

    for cell in overview.cells():
        small = pixels(hall.player.grab(cell.picture))
        expected = final(hall, cell.slide)
        rows = np.linspace(0, expected.shape[0], small.shape[0] + 1).astype(int)
        columns = np.linspace(0, expected.shape[1], small.shape[1] + 1).astype(int)
        coarse = np.add.reduceat(np.add.reduceat(expected, rows[:-1], 0), columns[:-1], 1)
        area = np.outer(np.diff(rows), np.diff(columns))[:, :, None]
        assert np.abs(small - coarse / area).mean() < 3.0


def test_a_tap_in_the_overview_leads_to_that_slide(hall: Hall) -> None:
    hall.press("o")
    middle = hall.player._overview.cells()[2].picture.center()
    hall.click(middle.x() / hall.player.width(), middle.y() / hall.player.height())

    assert hall.view.slide == 2
    assert hall.view.overlay is None
    assert not hall.player._overview.isVisible()


def test_a_tap_beside_the_pictures_chooses_nothing(hall: Hall) -> None:
    hall.press("o")
    hall.click(0.99, 0.99)

    assert hall.view.overlay is Overlay.OVERVIEW


def test_arrows_choose_in_the_overview(hall: Hall) -> None:
    hall.press("o")
    hall.press(RIGHT)
    assert hall.view.selection == 1
    hall.press(Qt.Key.Key_Return)

    assert hall.view.slide == 1


def test_the_keys_are_listed(hall: Hall) -> None:
    hall.press(Qt.Key.Key_F1)
    assert hall.player._keys.isVisible()
    listed = hall.seen()
    hall.press("l")
    assert difference(hall.seen(), listed).max() > 60
    hall.press("?")

    assert not hall.player._keys.isVisible()


def test_the_countdown_shows_in_the_last_ten_seconds(hall: Hall) -> None:
    hall.press(RIGHT)
    hall.arrive()
    bare = hall.seen()
    hall.tick(105.0)
    assert not hall.player._badge.isVisible()

    hall.go(6.0, 0.5)
    assert hall.view.countdown is not None
    assert hall.player._badge.isVisible()
    texts = set()
    while hall.view.countdown is not None:
        texts.add(hall.player._badge._texts[1])
        assert difference(hall.seen(), bare).max() > 60
        hall.tick(0.25)

    assert hall.view.state is State.AUTO
    assert not hall.player._badge.isVisible()
    assert "Resumes in 1 s" in texts


def test_a_held_slide_says_so(hall: Hall) -> None:
    hall.arrive()
    before = hall.seen()
    hall.press("p")
    badge = hall.player._badge

    assert badge.isVisible()
    changed = np.argwhere(difference(hall.seen(), before) > 0)
    assert len(changed) > 100
    assert all(badge.geometry().contains(int(x), int(y)) for y, x in changed)
    hall.press("p")
    assert not badge.isVisible()


@pytest.mark.parametrize("first", ["", "o", "?", "p", "3"])
def test_a_blank_screen_is_black_all_over(hall: Hall, first: str) -> None:
    hall.press(first)
    hall.press("b")
    assert hall.seen().max() == 0
    hall.press("7")
    assert hall.seen().max() == 0
    hall.go(2.0, 0.2)
    assert hall.seen().max() == 0

    hall.press(".")
    hall.go(4.0, 0.2)

    assert ink(hall.seen(), hall.player._stage) > 1000


# The pointer.


@pytest.mark.parametrize("moment", [0.0, 30.0])
def test_the_cursor_hides_after_three_seconds(hall: Hall, moment: float) -> None:
    hall.go(moment, 1.0)
    QTest.mouseMove(hall.player, QPoint(300, 200))
    QTest.mouseMove(hall.player, QPoint(310, 200))
    hall.tick()
    assert hall.player.cursor().shape() is Qt.CursorShape.ArrowCursor
    hall.go(2.5, 0.1)
    assert hall.player.cursor().shape() is Qt.CursorShape.ArrowCursor

    hall.go(1.0, 0.1)

    assert hall.player.cursor().shape() is Qt.CursorShape.BlankCursor


@pytest.mark.parametrize(("x", "slide"), [(0.97, 1), (0.03, 2), (0.5, 0)])
def test_a_click_on_an_edge_turns_the_page(hall: Hall, x: float, slide: int) -> None:
    hall.click(x, 0.5)

    assert hall.view.slide == slide


@pytest.fixture(scope="module")
def screen_device(app: QApplication) -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


def swipe(hall: Hall, device: QPointingDevice, path: list[tuple[float, float]]) -> None:
    """Puts a finger down, draws it along a path in fractions of the screen, and lifts it."""
    width, height = hall.player.width(), hall.player.height()
    points = [QPoint(round(x * (width - 1)), round(y * (height - 1))) for x, y in path]
    QTest.touchEvent(hall.player, device).press(0, points[0], hall.player).commit()
    for point in points[1:]:
        QTest.touchEvent(hall.player, device).move(0, point, hall.player).commit()
    QTest.touchEvent(hall.player, device).release(0, points[-1], hall.player).commit()
    hall.settle()


@pytest.mark.parametrize(
    ("path", "slide"),
    [
        ([(0.7, 0.5), (0.5, 0.5), (0.4, 0.52)], 1),
        ([(0.3, 0.5), (0.5, 0.5), (0.6, 0.48)], 2),
        ([(0.5, 0.2), (0.52, 0.8)], 0),
        ([(0.98, 0.5)], 1),
        ([(0.02, 0.5)], 2),
        ([(0.5, 0.5)], 0),
        ([(0.5, 0.5), (0.53, 0.5)], 0),
    ],
)
def test_fingers_turn_the_page(
    hall: Hall, screen_device: QPointingDevice, path: list[tuple[float, float]], slide: int
) -> None:
    swipe(hall, screen_device, path)

    assert hall.view.slide == slide


def test_a_finger_brings_no_cursor(hall: Hall, screen_device: QPointingDevice) -> None:
    hall.go(4.0, 0.5)
    swipe(hall, screen_device, [(0.7, 0.5), (0.5, 0.5), (0.4, 0.52)])
    hall.tick()

    assert hall.player.cursor().shape() is Qt.CursorShape.BlankCursor


def test_a_finger_chooses_in_the_overview(hall: Hall, screen_device: QPointingDevice) -> None:
    hall.press("o")
    middle = hall.player._overview.cells()[1].picture.center()
    swipe(hall, screen_device, [(middle.x() / hall.player.width(), middle.y() / hall.player.height())])

    assert hall.view.slide == 1


# The window.


@pytest.mark.parametrize("size", [(1280, 720), (540, 960), (641, 361)])
def test_another_size_shows_the_slide_as_if_it_had_always_been_so(open_hall: OpenHall, size: tuple[int, int]) -> None:
    hall = open_hall()
    hall.arrive()
    t = hall.view.t
    hall.player.resize(*size)
    hall.settle()
    hall.tick()
    fresh = open_hall(size=size)
    fresh.arrive()

    assert hall.view.t == t
    assert hall.seen().shape == (size[1], size[0], 3)
    assert difference(hall.seen(), fresh.seen()).max() <= 4


def test_another_size_during_a_change_shows_the_slide_that_came_in(hall: Hall) -> None:
    hall.arrive()
    hall.press(RIGHT)
    hall.go(0.2)
    hall.player.resize(800, 600)
    hall.go(3.0)

    assert difference(hall.seen(), final(hall, 1)).max() <= 4


def test_a_full_screen_cannot_be_closed(open_hall: OpenHall) -> None:
    hall = open_hall(closable=False)
    assert not hall.player.close()
    assert hall.player.isVisible()
    assert not hall.player.has_left

    hall.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert hall.player.close()


def test_a_window_can_be_closed(hall: Hall) -> None:
    assert hall.player.close()
    assert hall.player.has_left


# Shows with faults.


def show_with(folder: Path, line: str = "", **slides: str) -> Path:
    """The small show with one more line, and some slides written anew."""
    result = folder / "show"
    shutil.copytree(SMALL, result)
    with (result / "show.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    for name, text in slides.items():
        (result / "slides" / f"{name}.yaml").write_text(text, "utf-8")
    return result


def test_a_bad_slide_is_left_out_while_the_others_play(tmp_path: Path, open_hall: OpenHall) -> None:
    hall = open_hall(show_with(tmp_path, rnd="layout: nonsense\n"))
    seen = set()
    for _ in range(500):
        hall.tick(0.1)
        if not hall.view.moving:
            hall.player.work_ahead()
        seen.add(hall.view.slide)

    assert seen == {0, 2}
    assert hall.player._problem_page is None


def bad_show(folder: Path) -> Path:
    """A show none of whose slides can be played."""
    return show_with(folder, growth="layout: nonsense\n", rnd="]\n", patents="title: x\n")


def test_where_nothing_can_be_played_the_problems_are_shown(tmp_path: Path, open_hall: OpenHall) -> None:
    hall = open_hall(bad_show(tmp_path))
    hall.go(1.0, 0.1)
    page = hall.player._problem_page

    assert page is not None
    assert page.isVisible()
    assert page.size() == hall.player.size()
    assert difference(hall.seen(), pixels(page.grab())).max() == 0
    assert len(np.unique(hall.seen().reshape(-1, 3), axis=0)) > 20


def leave_soon(app: QApplication) -> None:
    """Presses the operator's keys on whatever window is open, in a second."""

    def press() -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                QTest.keyClick(
                    window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
                )

    QTimer.singleShot(700, app, press)


@pytest.fixture
def hooks_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Puts back what a run takes over in the interpreter."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    before = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    yield
    for each, handler in before.items():
        signal.signal(each, handler)
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QWidget) and window.isVisible():
            window.hide()


@pytest.mark.usefixtures("hooks_kept")
def test_a_run_that_the_operator_leaves_ends_well(app: QApplication) -> None:
    leave_soon(app)

    assert run(SMALL, Wishes()) == 0


@pytest.mark.usefixtures("hooks_kept")
def test_a_single_pass_ends_well(app: QApplication) -> None:
    assert run(SMALL, Wishes(once=True, speed=40.0)) == 0


@pytest.mark.usefixtures("hooks_kept")
def test_a_run_with_nothing_to_play_fails(tmp_path: Path, app: QApplication) -> None:
    leave_soon(app)

    assert run(bad_show(tmp_path), Wishes()) == 1


@pytest.mark.usefixtures("hooks_kept")
def test_a_single_pass_with_nothing_to_play_fails(tmp_path: Path) -> None:
    assert run(bad_show(tmp_path), Wishes(once=True)) == 1


@pytest.mark.usefixtures("hooks_kept")
def test_a_folder_that_is_no_show_is_left_by_the_operator_and_fails(tmp_path: Path, app: QApplication) -> None:
    leave_soon(app)

    assert run(tmp_path, Wishes()) == 1


def test_the_problem_page_cannot_be_closed_full_screen(hall: Hall) -> None:
    page = ProblemPage(None, hall.player._theme, ())
    page.show()

    assert not page.close()
    page.deleteLater()
