"""A hall to try the player in: a screen in memory, and a clock that is set by hand."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtTest import QTest

from kiosk.content.library import open_library
from kiosk.marks import Mark
from kiosk.playback import View
from kiosk.qt.items import item_for
from kiosk.qt.player import FRAME, Player
from kiosk.qt.stage import Stage
from kiosk.theme import load_theme

SMALL = Path(__file__).parents[1] / "shows" / "small"
THEME = load_theme("dark")
Pixels = NDArray[np.int16]


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Hall:
    """A player on a screen in memory."""

    def __init__(self, folder: Path = SMALL, size: tuple[int, int] = (960, 540), **wishes: Any) -> None:
        self.clock = Clock()
        self.library = open_library(folder)
        assert self.library.show is not None
        wishes = {"closable": True, "is_driven": True, "clock": self.clock, **wishes}
        self.player = Player(self.library, self.library.show, THEME, **wishes)
        self.player.resize(*size)
        self.player.show()
        self.settle()

    @property
    def view(self) -> View:
        """What the playback wants to be seen."""
        view = self.player.view
        assert view is not None
        return view

    def settle(self) -> None:
        """Lets everything be painted that waits for it."""
        QCoreApplication.processEvents()

    def tick(self, seconds: float = 0.0) -> None:
        """Sets the clock on and ticks once."""
        self.clock.now += seconds
        self.player.tick()
        self.settle()

    def go(self, seconds: float, step: float = FRAME) -> None:
        """Plays in steps."""
        for _ in range(round(seconds / step)):
            self.tick(step)

    def work(self) -> None:
        """Does all the work ahead that there is."""
        while self.player.work_ahead():
            self.tick()

    def arrive(self) -> None:
        """Goes to where nothing moves, and does the work ahead."""
        while self.view.moving or self.view.progress is not None:
            self.tick(0.1)
        self.work()

    def leave_slide(self) -> None:
        """Goes to the first instant of the next change; the loop must be running."""
        view = self.view
        while self.view.slide == view.slide:
            due = self.view.next_change
            assert due is not None
            self.clock.now = due
            self.tick()

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key."""
        if isinstance(key, str):
            QTest.keyClicks(self.player, key, modifiers)
        else:
            QTest.keyClick(self.player, key, modifiers)
        self.settle()

    def click(self, x: float, y: float) -> None:
        """Clicks at a place given as fractions of the screen."""
        place = QPoint(round(x * self.player.width()), round(y * self.player.height()))
        QTest.mouseClick(self.player, Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def seen(self) -> Pixels:
        """What is on the screen, with whatever partial repaints have left there."""
        return pixels(self.player.screen().grabWindow(self.player.winId()))

    def close(self) -> None:
        """Takes everything down."""
        self.player.close()
        self.player.deleteLater()
        self.settle()


def pixels(picture: QImage | QPixmap) -> Pixels:
    """Red, green and blue of a picture, of shape (height, width, 3)."""
    image = (picture.toImage() if isinstance(picture, QPixmap) else picture).convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return flat[:, : image.width(), 2::-1].astype(np.int16)


def difference(first: Pixels, second: Pixels) -> Pixels:
    """How far each pixel is from the other picture's, of shape (height, width); what is missing counts like what is too much."""
    assert first.shape == second.shape
    result: Pixels = np.abs(first - second).max(axis=2)
    return result


def ink(picture: Pixels, stage: Stage, above: int = 24) -> int:
    """How many pixels differ from the bare ground."""
    return int((difference(picture, pixels(stage.ground())) > above).sum())


def bare_stage(width: int, height: int) -> Stage:
    """A stage without a slide."""
    stage = Stage(THEME)
    stage.resize(width, height)
    return stage


def painted(*marks: Mark, width: int = 320, height: int = 180, item: Any = None) -> Pixels:
    """Marks on the bare ground, from back to front; `item` shows the last of them in place of a new one."""
    stage = bare_stage(width, height)
    items = [item_for(mark, THEME) for mark in (marks if item is None else marks[:-1])]
    if item is not None:
        item.show_mark(marks[-1])
        items.append(item)
    for each in items:
        stage.scene().addItem(each)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.drawPixmap(0, 0, stage.ground())
    painter.setRenderHints(stage.renderHints())
    stage.scene().render(painter, stage.rect(), stage.rect())
    painter.end()
    for each in items:
        stage.scene().removeItem(each)
    return pixels(image)
