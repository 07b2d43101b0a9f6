"""What the window shows after it painted only what changed equals a still that is painted whole."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from kiosk.commands import Command
from kiosk.content.library import open_library
from kiosk.qt.player import FRAME, Player
from kiosk.qt.run import Wishes, place
from kiosk.qt.theatre import StillStage, application
from kiosk.resources import content

SIZE = (1280, 720)
ROUNDING = 8
"""How much a channel may differ: a part of a stroke is rounded otherwise than the whole."""


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 500.0

    def __call__(self) -> float:
        return self.now


def pixels(image: QImage) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
    """The channels of an image."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return raw[:, : 3 * plain.width()].astype(np.int16)


@pytest.mark.timeout(300)
def test_every_slide_of_the_show_stands_complete_after_its_entrance() -> None:
    app, library, clock = application(), open_library(content()), Clock()
    show = library.show
    assert show is not None
    theme = show.theme
    player = Player(library, show, theme, clock=clock, is_driven=True)
    place(player, app.primaryScreen(), Wishes(windowed=True, size=SIZE))
    stills = StillStage(show, theme, *SIZE)
    QCoreApplication.processEvents()

    wrong = []
    slides = [slide for slide in map(library.slide, library.ids()) if slide is not None]
    for _ in range(sum(1 + len(slide.steps) for slide in slides)):
        _play(player, clock)
        view = player.view
        assert view is not None
        assert view.slide is not None
        slide = library.slide(library.ids()[view.slide])
        assert slide is not None
        shown = pixels(player.screen().grabWindow(player.winId()).toImage())
        whole = pixels(stills.image(stills.open(slide, view.language), view.t))
        if np.abs(shown - whole).max() > ROUNDING:
            wrong.append((slide.id, view.t))
        # At once, before anything is made ahead: then pictures of slides are painted in the midst of the change.
        player.perform(Command.NEXT)

    player.deleteLater()
    assert wrong == []


def _play(player: Player, clock: Clock) -> None:
    """Lets the slide in view come in and stand still, frame by frame, as on a screen."""
    QCoreApplication.processEvents()
    while True:
        clock.now += 2 * FRAME
        player.tick()
        QCoreApplication.processEvents()
        view = player.view
        assert view is not None
        if view.progress is None and not view.moving:
            break
