"""Running the show: the window on its screen, and the way out."""

import logging
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon, QScreen
from PySide6.QtWidgets import QWidget

from kiosk.content.library import Library, open_library
from kiosk.content.themes import find_theme
from kiosk.qt.guard import FAULTS
from kiosk.qt.player import Player
from kiosk.qt.problem_page import ProblemPage
from kiosk.qt.theatre import application
from kiosk.qt.vnc import Door
from kiosk.resources import icons
from kiosk.theme import load_theme

log = logging.getLogger("kiosk")
OK, FAILED = 0, 1
PROBLEM_SECONDS = 10.0


@dataclass(frozen=True)
class Wishes:
    """What the command line asks of a run. `screen` counts from 1; `speed` runs the show's clock faster, for tests.

    With `vnc`, an address and a port, `size` is that of the screen, and not of a window.
    """

    windowed: bool = False
    size: tuple[int, int] | None = None
    screen: int | None = None
    start: str | None = None
    language: str | None = None
    once: bool = False
    theme: str | None = None
    calm: bool = False
    speed: float = 1.0
    vnc: tuple[str, int] | None = None


def run(folder: Path, wishes: Wishes) -> int:
    """Plays the show until it is left; 0, or 1 if nothing can be played.

    Raises ValueError for a wish that cannot be granted, and Shut where it cannot be watched over VNC as wished.
    """
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
    library = open_library(folder)
    _judge(wishes, library)
    theme = find_theme(folder, wishes.theme) if wishes.theme else None
    door = Door(*wishes.vnc) if wishes.vnc else None
    app = application()
    if door:
        door.hand_over()
    app.setWindowIcon(_icon())
    screen = _screen(wishes.screen)
    _catch_errors()

    def leave() -> None:
        # To quit would ask every window whether it wants to close, and a full screen never does.
        app.exit(OK)

    window: Player | ProblemPage
    if library.show is None:
        for problem in library.problems():
            log.error("%s", problem)
        window = ProblemPage(None, theme or load_theme(), library.problems(), closable=wishes.windowed)
        if wishes.once:
            QTimer.singleShot(round(1000 * PROBLEM_SECONDS), leave)
    else:
        start = library.ids().index(wishes.start) if wishes.start else 0
        window = Player(
            library,
            library.show.calmed() if wishes.calm else library.show,
            theme or library.show.theme,
            start=start,
            language=wishes.language,
            once=wishes.once,
            closable=wishes.windowed,
            clock=_clock(wishes.speed),
        )
    # Leaving from within an event that still uses the window would pull it from under Qt.
    window.left.connect(leave, Qt.ConnectionType.QueuedConnection)
    place(window, screen, wishes)
    with _heeding_signals(app):
        if door:
            print(door.told(screen.size().toTuple()), flush=True)
        app.exec()
    if isinstance(window, Player):
        # When the X server dies, Qt ends its loop as if all were well.
        if not window.has_left and not _ASKED_TO_STOP:
            log.error("the display is gone")
            return FAILED
        is_empty = window.view is not None and window.view.slide is None
        return FAILED if is_empty else OK
    return FAILED


def _clock(speed: float) -> Callable[[], float]:
    return time.monotonic if speed == 1.0 else lambda: time.monotonic() * speed


def _judge(wishes: Wishes, library: Library) -> None:
    if library.show is None:
        return
    if wishes.start is not None and wishes.start not in library.ids():
        raise ValueError(f"--start: no slide {wishes.start!r}; there are: {', '.join(library.ids())}")
    if wishes.language is not None and wishes.language not in library.show.languages:
        raise ValueError(f"--lang: no language {wishes.language!r}; there are: {', '.join(library.show.languages)}")


def _icon() -> QIcon:
    icon = QIcon()
    for file in icons():
        icon.addFile(str(file))
    return icon


def _screen(number: int | None) -> QScreen:
    screens = QGuiApplication.screens()
    if number is None:
        return QGuiApplication.primaryScreen()
    if not 1 <= number <= len(screens):
        raise ValueError(f"--screen {number}: there are {len(screens)}, counted from 1")
    return screens[number - 1]


def place(window: QWidget, screen: QScreen, wishes: Wishes) -> None:
    """Puts the window on its screen: all over it, or in a frame for the desk."""
    if wishes.windowed:
        width, height = wishes.size or (1280, 720)
        area = screen.availableGeometry()
        window.resize(width, height)
        window.move(area.x() + max(0, (area.width() - width) // 2), area.y() + max(0, (area.height() - height) // 2))
        window.show()
        return
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)

    def cover() -> None:
        # Without a window manager nobody enlarges a full-screen window: it must have the screen's geometry beforehand.
        current = screen if screen in QGuiApplication.screens() else QGuiApplication.primaryScreen()
        if current is not None:
            window.setGeometry(current.geometry())

    cover()
    window.showFullScreen()
    cover()
    window.activateWindow()
    screen.geometryChanged.connect(cover)
    app = application()
    app.screenAdded.connect(lambda _: cover())
    app.screenRemoved.connect(lambda _: cover())
    app.primaryScreenChanged.connect(lambda _: cover())


_ASKED_TO_STOP: list[int] = []


@contextmanager
def _heeding_signals(app: QCoreApplication) -> Iterator[None]:
    def stop(number: int, _frame: object) -> None:
        _ASKED_TO_STOP.append(number)
        # A loop that has not begun yet cannot be left; an event waits for it.
        QTimer.singleShot(0, lambda: app.exit(OK))

    # The last is Windows' own.
    for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)
    # Python hears a signal when its own code runs next, and while a still page is shown none does: the socket wakes it.
    heard, told = socket.socketpair()
    heard.setblocking(False)
    told.setblocking(False)
    notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: heard.recv(4096))
    signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(-1)
        notifier.setEnabled(False)
        heard.close()
        told.close()


def _catch_errors() -> None:
    """Errors that nobody caught are noted like those at the border to Qt; none ends the show."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        FAULTS.caught("uncaught", error)

    sys.excepthook = hook
    threading.excepthook = lambda details: FAULTS.caught("thread", details.exc_value or RuntimeError("thread"))
    sys.unraisablehook = lambda details: FAULTS.caught("unraisable", details.exc_value or RuntimeError("unraisable"))
