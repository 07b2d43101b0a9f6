"""The guards: every door from Qt into the program has one, and an error behind it costs one slide, not the show."""

import ast
import logging
import re
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter

import kiosk.qt
from kiosk.layers import Layer
from kiosk.marks import Mark
from kiosk.qt import items, run
from kiosk.qt.badge import Badge
from kiosk.qt.guard import FAULTS, guard
from kiosk.qt.player import Player
from kiosk.screen import Screen
from kiosk.show import PlacedSlide, Show, Slide
from tests.qt.hall import Hall, difference

OpenHall = Callable[..., Hall]
LOWER_CASE_VIRTUALS = {"paint", "event", "shape", "render", "notify", "advance"}


def unguarded(source: str) -> list[str]:
    """The overrides of Qt's methods in a module that have no guard."""
    found = []
    kinds = [each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.ClassDef) and _is_of_qt(each)]
    for kind in kinds:
        for each in kind.body:
            if isinstance(each, ast.FunctionDef) and _overrides(each.name) and not _has_guard(each):
                found.append(f"{kind.name}.{each.name}")
    return found


def _is_of_qt(kind: ast.ClassDef) -> bool:
    return any(re.search(r"\b(pg\.)?(Q[A-Z]|Graphics|\w+Item)", ast.unparse(base)) for base in kind.bases)


def _overrides(name: str) -> bool:
    return name in LOWER_CASE_VIRTUALS or re.fullmatch(r"[a-z]+([A-Z][a-z]*)+", name) is not None


def _has_guard(function: ast.FunctionDef) -> bool:
    return any(isinstance(each, ast.Call) and ast.unparse(each.func) == "guard" for each in function.decorator_list)


@pytest.mark.parametrize("path", sorted(Path(kiosk.qt.__file__).parent.rglob("*.py")), ids=lambda path: path.stem)
def test_every_override_of_qt_is_guarded(path: Path) -> None:
    assert unguarded(path.read_text("utf-8")) == []


def test_an_override_without_a_guard_is_found() -> None:
    source = """
class A(QWidget):
    def paintEvent(self, event): ...
    def ours(self): ...
    @guard(None)
    def keyPressEvent(self, event): ...
class B(pg.BarGraphItem):
    def paint(self, painter, option, widget=None): ...
    @property
    def event(self): ...
class C:
    def paint(self): ...
"""

    assert unguarded(source) == ["A.paintEvent", "B.paint", "B.event"]


@pytest.mark.parametrize("error", [ValueError("no"), KeyboardInterrupt(), SystemExit(3), RecursionError()])
def test_nothing_passes_a_guard(error: BaseException, faults: dict[str, float]) -> None:
    @guard(7)
    def fail() -> int:
        raise error

    assert fail() == 7
    assert FAULTS.take() == 1
    faults.clear()


def test_an_error_is_logged_once_a_minute(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, faults: dict[str, float]
) -> None:
    now = 5000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    for _ in range(100):
        FAULTS.caught("there", ValueError("no"))
    FAULTS.caught("there", TypeError("another"))
    assert [record.args[0] for record in caplog.records if isinstance(record.args, tuple)] == ["there", "there"]

    now += 61.0
    FAULTS.caught("there", ValueError("no"))

    assert len(caplog.records) == 3
    faults.clear()


def test_what_fails_off_the_stage_does_not_blame_the_slide_in_view(faults: dict[str, float]) -> None:
    FAULTS.caught("in view", ValueError(), blames_slide=True)
    with pytest.raises(ValueError, match="cannot be painted"), FAULTS.refused():
        FAULTS.caught("ahead", ValueError(), blames_slide=True)
    with FAULTS.refused():
        pass

    assert FAULTS.take() == 1
    faults.clear()


# A slide with an error in it.


@dataclass(frozen=True, eq=False, slots=True)
class Trap(Mark):
    """A mark whose item fails in one of its methods."""

    where: str = "paint"
    opacity: float = 1.0


class TrapItem(pg.GraphicsObject):  # type: ignore[misc]
    """An item that fails."""

    def __init__(self, theme: object) -> None:
        super().__init__()
        self._where = ""

    def show_mark(self, mark: Trap) -> None:
        """Shows another mark."""
        self._where = mark.where
        if self._where == "show_mark":
            raise ValueError("trapped")

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        if self._where == "boundingRect":
            raise ValueError("trapped")
        return QRectF(0, 0, 900, 500)

    @guard(None)
    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        if self._where == "paint":
            raise ValueError("trapped")


@pytest.fixture
def trap(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Sets a trap in a slide."""
    monkeypatch.setitem(items.ITEMS, Trap, TrapItem)
    original = Show.place

    def lay(slide_id: str, where: str) -> None:
        def place(
            self: Show, slide: Slide, screen: Screen, language: str, after: PlacedSlide | None = None
        ) -> PlacedSlide:
            placed = original(self, slide, screen, language, after)
            if slide.id != slide_id:
                return placed
            if where == "place":
                raise ValueError("trapped")
            if where == "draw":
                return replace(placed, layers=(*placed.layers, Layer(0.2, 1.0, _fail_after_start)))
            return replace(placed, layers=(*placed.layers, Layer(0.0, 0.0, lambda t: Trap(where))))

        monkeypatch.setattr(Show, "place", place)

    return lay


def _fail_after_start(t: float) -> Mark:
    if t > 0.3:
        raise ValueError("trapped")
    return Trap("nowhere")


@pytest.fixture(autouse=True)
def hooks_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps the hooks of the interpreter as they were."""
    for place, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(place, name, getattr(place, name))


WHERE = ["paint", "boundingRect", "show_mark", "place", "draw"]


def left_out(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The slides that were left out, by the log."""
    return [record.getMessage().split()[1] for record in caplog.records if "is left out" in record.getMessage()]


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("bad", ["growth", "rnd", "patents"])
@pytest.mark.parametrize("works_ahead", [True, False])
def test_only_the_slide_with_the_error_is_left_out(
    open_hall: OpenHall,
    trap: Callable[[str, str], None],
    caplog: pytest.LogCaptureFixture,
    faults: dict[str, float],
    where: str,
    bad: str,
    works_ahead: bool,
) -> None:
    trap(bad, where)
    hall = open_hall()
    seen = []
    for _ in range(130):
        hall.tick(0.5)
        if works_ahead and not hall.view.moving and hall.view.progress is None:
            hall.work()
        seen.append(hall.view.slide)
    names = hall.library.ids()

    assert left_out(caplog) == [bad]
    assert {names[each] for each in seen[75:] if each is not None} == set(names) - {bad}
    assert (
        sum("trapped" in record.getMessage() and "left out" not in record.getMessage() for record in caplog.records)
        <= 1
    )
    faults.clear()


def test_the_frame_after_an_error_shows_the_next_slide(
    open_hall: OpenHall, trap: Callable[[str, str], None], faults: dict[str, float]
) -> None:
    trap("growth", "paint")
    hall = open_hall()

    hall.tick(0.1)

    assert hall.view.slide == 1
    current = hall.player._stage.current
    assert current is not None
    assert current.placed.layers == hall.player._wings.take(1, "zh").item.placed.layers
    faults.clear()


def test_errors_in_the_overview_are_the_fault_of_the_slide_that_has_them(
    open_hall: OpenHall, trap: Callable[[str, str], None], caplog: pytest.LogCaptureFixture, faults: dict[str, float]
) -> None:
    trap("patents", "paint")
    hall = open_hall()
    hall.press(Qt.Key.Key_O)
    hall.work()

    assert left_out(caplog) == ["patents"]
    assert hall.view.slide == 0
    faults.clear()


# Errors elsewhere in the window.


@pytest.mark.parametrize("place", ["key", "badge", "dress", "work"])
def test_an_error_beside_the_slide_costs_no_slide(
    hall: Hall,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    faults: dict[str, float],
    warnings_of_qt: list[str],
    place: str,
) -> None:
    def fail(*arguments: Any, **keywords: Any) -> Any:
        raise ValueError("trapped")

    if place == "key":
        monkeypatch.setattr("kiosk.qt.player.key_name", fail)
    elif place == "badge":
        monkeypatch.setattr(Badge, "_paint_sign", fail)
        hall.press("p")
    elif place == "dress":
        monkeypatch.setattr(Badge, "tell", fail)
    else:
        monkeypatch.setattr(Player, "_schedule", fail)
    for _ in range(8):
        hall.press(Qt.Key.Key_Right)
        hall.go(1.0, 0.1)
    hall.press("p")

    assert left_out(caplog) == []
    if place != "key":
        assert hall.view.slide == 8 % 3
    assert sum("trapped" in record.getMessage() for record in caplog.records) <= 1
    faults.clear()
    # The records of the log keep the painter of the badge alive.
    warnings_of_qt[:] = [each for each in warnings_of_qt if "active painter" not in each]


def test_an_error_in_a_tick_sets_the_timer_all_the_same(
    open_hall: OpenHall, monkeypatch: pytest.MonkeyPatch, faults: dict[str, float]
) -> None:
    hall = open_hall(is_driven=False)
    hall.player._timer.stop()

    def fail(*arguments: Any) -> None:
        raise ValueError("trapped")

    monkeypatch.setattr(hall.player, "_schedule", fail)
    hall.player.tick()

    assert hall.player._timer.isActive()
    faults.clear()


def test_an_error_in_a_slot_is_noted_and_costs_nothing(
    hall: Hall, caplog: pytest.LogCaptureFixture, faults: dict[str, float]
) -> None:
    def fail() -> None:
        raise ValueError("trapped")

    run._catch_errors()
    timer = QTimer()
    timer.timeout.connect(fail)
    timer.start(0)
    for _ in range(5):
        hall.settle()
    timer.stop()
    hall.go(0.5)

    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert left_out(caplog) == []
    assert hall.view.slide == 0
    faults.clear()


def test_the_screen_is_the_same_with_a_bad_slide_beside_it(
    open_hall: OpenHall, trap: Callable[[str, str], None], faults: dict[str, float]
) -> None:
    sound = open_hall()
    sound.go(3.0, 0.1)
    expected = sound.seen()
    trap("rnd", "paint")
    hall = open_hall()
    hall.go(3.0, 0.1)
    hall.work()

    assert difference(hall.seen(), expected).max() == 0
    faults.clear()
