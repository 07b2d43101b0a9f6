"""Growth on the stage: steps and morphs as the player plays them, clocks, and what moves as long as a slide stays."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.elements import ELEMENTS
from kiosk.kind import Kind
from kiosk.layers import Placed, lasting, on_wall
from kiosk.marks import Run, Text
from kiosk.setting import Setting
from tests.qt.hall import Hall, difference

METRICS = """\
lamps: {label: {zh: 灯, en: Lamps}, value: 12, unit: {zh: 盏, en: lamps}}
boats: {label: {zh: 船, en: Boats}, value: 30, unit: {zh: 盏, en: lamps}}
"""
UP, ACROSS = ", direction: up", ", direction: across"
SHOW = """\
title: {zh: 试, en: Try}
languages: [zh, en]
playback: {transition: morph}
chapters:
  - title: {zh: 一, en: One}
    slides: [first, second, third, fourth]
"""
BARS = "title: {zh: 灯与船, en: Lamps and boats}\nmain: {chart: bar, metrics: [lamps, boats], highlight: none%s}\n"


class Ticker(Kind):
    """Moves on after it has told all."""

    def place(self, setting: Setting) -> Placed:
        del setting
        return Placed((lasting(lambda t: Text(400.0 - 20.0 * t, 300.0, (Run("新闻", 40.0),))),))


class Clock(Kind):
    """Tells the seconds."""

    def place(self, setting: Setting) -> Placed:
        del setting
        return Placed((on_wall(lambda t: Text(300.0, 300.0, (Run(f"{t:.0f}", 40.0),))),))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A show of four slides that grow out of one another."""
    monkeypatch.setitem(ELEMENTS, "test_ticker", Ticker)
    monkeypatch.setitem(ELEMENTS, "test_clock", Clock)
    (tmp_path / "slides").mkdir()
    (tmp_path / "metrics").mkdir()
    (tmp_path / "show.yaml").write_text(SHOW, "utf-8")
    (tmp_path / "metrics" / "all.yaml").write_text(METRICS, "utf-8")
    for name, more in zip(("first", "second", "third", "fourth"), (UP, ACROSS, UP, ACROSS), strict=True):
        (tmp_path / "slides" / f"{name}.yaml").write_text(BARS % more, "utf-8")
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / "slides" / f"{name}.yaml").write_text(text, "utf-8")


def test_a_slide_that_grows_looks_at_first_like_the_one_before(folder: Path) -> None:
    hall = Hall(folder)
    hall.arrive()
    before = hall.seen()

    hall.press(Qt.Key.Key_Right)

    assert (hall.view.slide, hall.view.grown, hall.view.progress) == (1, 0, None)
    assert difference(hall.seen(), before).max() <= 40
    hall.close()


def test_in_the_end_it_looks_as_if_it_had_come_in_otherwise(folder: Path) -> None:
    hall, other = Hall(folder), Hall(folder, start=1)
    hall.arrive()
    hall.press(Qt.Key.Key_Right)
    hall.go(1.5)
    other.arrive()

    assert hall.view.grown == 0
    assert other.view.grown is None
    assert difference(hall.seen(), other.seen()).max() == 0
    hall.close()
    other.close()


def test_a_step_back_grows_the_other_way_and_a_jump_does_not(folder: Path) -> None:
    hall = Hall(folder, start=1)
    hall.arrive()

    hall.press(Qt.Key.Key_Left)
    assert (hall.view.slide, hall.view.grown) == (0, 1)

    hall.go(3.0)
    hall.press("3")
    hall.press(Qt.Key.Key_Return)
    assert hall.view.slide == 2
    assert hall.view.grown is None
    assert hall.view.progress is not None
    hall.close()


def test_the_key_plays_one_step_after_the_other(folder: Path) -> None:
    write(folder, "first", BARS % UP + "steps:\n  - main: {direction: across}\n  - title: {zh: 完, en: End}\n")
    hall = Hall(folder)
    hall.arrive()
    pictures = [hall.seen()]
    for _ in range(2):
        hall.press(Qt.Key.Key_Right)
        hall.go(2.5)
        assert hall.view.slide == 0
        pictures.append(hall.seen())

    hall.press(Qt.Key.Key_Right)

    assert hall.view.slide == 1
    assert difference(pictures[0], pictures[1]).max() > 100
    assert difference(pictures[1], pictures[2]).max() > 100
    hall.close()


def test_the_loop_plays_all_steps_before_it_moves_on(folder: Path) -> None:
    write(folder, "first", BARS % UP + "steps:\n  - main: {direction: across}\n    duration: 5\n")
    hall = Hall(folder)
    hall.tick()
    slide = hall.player._wings.take(0, "zh").item.placed

    hall.go(slide.duration - 0.3, 0.2)
    assert hall.view.slide == 0
    assert hall.view.t > slide.acts[-1].end

    hall.go(1.0, 0.2)
    assert hall.view.slide == 1
    hall.close()


def test_what_breathes_moves_on_for_a_guide_and_the_next_slide_is_made_ready_meanwhile(folder: Path) -> None:
    write(folder, "first", "title: {zh: 新, en: New}\nmain: {element: test_ticker}\n")
    hall = Hall(folder)
    hall.go(1.0)
    hall.press(Qt.Key.Key_O)
    hall.press(Qt.Key.Key_O)
    before = hall.seen()
    hall.go(1.0)

    assert hall.view.moving
    assert not hall.view.acting
    assert difference(hall.seen(), before).max() > 100
    hall.work()
    assert (1, "zh", 0) in hall.player._wings._waiting
    hall.close()


def test_a_clock_shows_the_time_on_the_wall_to_the_second(folder: Path) -> None:
    write(folder, "first", "title: {zh: 钟, en: Clock}\nmain: {element: test_clock}\n")
    wall = [1000.0]
    hall = Hall(folder, wall=lambda: wall[0])
    hall.arrive()

    def told() -> list[str]:
        item = hall.player._stage.current
        assert item is not None
        return [t for layer, t in zip(item.placed.layers, item._times, strict=True) if layer.on_wall]  # type: ignore[misc]

    assert told() == [1000.0]
    wall[0] = 1000.9
    hall.go(1.0)
    assert told() == [1000.0]
    wall[0] = 1001.0
    hall.go(1.0)
    assert told() == [1001.0]
    hall.close()


def test_a_calm_show_stands_still_from_the_first_frame(folder: Path) -> None:
    (folder / "show.yaml").write_text(SHOW.replace("transition: morph", "transition: morph, calm: true"), "utf-8")
    hall = Hall(folder)
    hall.tick()
    first = hall.seen()
    hall.go(3.0, 0.1)

    assert difference(hall.seen(), first).max() == 0
    hall.press(Qt.Key.Key_Right)
    assert hall.view.progress is not None
    hall.close()
