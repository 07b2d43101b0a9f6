"""The player: the window that plays the show, and the one timer that drives it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPalette, QPointingDevice, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.commands import AnyCommand, Command, GoTo, command_of
from kiosk.content.library import Library
from kiosk.playback import Overlay, Playback, Programme, State, View
from kiosk.qt.badge import Badge
from kiosk.qt.guard import FAULTS, guard
from kiosk.qt.help import KeyList
from kiosk.qt.keys import key_name
from kiosk.qt.overview import Overview
from kiosk.qt.pointer import Touch
from kiosk.qt.problem_page import ProblemPage
from kiosk.qt.repertoire import Repertoire
from kiosk.qt.scenery import Scenery
from kiosk.qt.stage import Stage
from kiosk.qt.sweeper import Sweeper
from kiosk.qt.wall import seconds_on_the_wall
from kiosk.qt.wings import Wings
from kiosk.show import Show
from kiosk.theme import Theme

FRAME = 1.0 / 60.0
IDLE_STEP = 0.012
SPARE = 0.008
"""Seconds before the next frame in which a small piece of work can be done."""
LONGEST_SLEEP = 1.0
TRIES = 3
"""Slides that may fail in one tick before the others are left to the next: a reading of hundreds would be a standstill."""
CURSOR_SECONDS = 3.0


class Player(QWidget):
    """Plays a show: asks the playback what is to be seen, brings it to the stage, and sleeps until something changes.

    `clock` gives monotonic seconds, `wall` those that clocks show. One that `is_driven` sets no timer: who made it calls
    `tick()`. `left` is emitted when the show is over or the operator leaves.
    """

    left = Signal()

    def __init__(
        self,
        library: Library,
        show: Show,
        theme: Theme,
        *,
        start: int = 0,
        language: str | None = None,
        once: bool = False,
        closable: bool = False,
        is_driven: bool = False,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = seconds_on_the_wall,
    ) -> None:
        super().__init__()
        self._library, self._show, self._theme = library, show, theme
        self._start, self._first_language, self._once, self._closable = start, language, once, closable
        self._clock, self._is_driven = clock, is_driven
        self._has_left = False
        self._stage = Stage(theme, self)
        self._repertoire = Repertoire(library, show, show.screen(1, 1))
        self._wall = wall
        self._wings = Wings(self._stage, self._repertoire.place, wall)
        self._badge = Badge(self, theme)
        self._overview = Overview(self, theme, len(self._repertoire))
        self._keys = KeyList(self, theme)
        self._curtain = QWidget(self)
        self._problem_page: ProblemPage | None = None
        self._playback: Playback | None = None
        self._scenery = Scenery(self._stage, self._wings, self._repertoire, wall)
        self._sweeper = Sweeper()
        self._pressed: QPointF | None = None
        self._moved_at = clock()
        self._frame_due = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._dress()

    def _dress(self) -> None:
        self.setWindowTitle(self._show.title.get(self._first_language or self._show.languages[0]))
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        black = QPalette()
        black.setColor(QPalette.ColorRole.Window, QColor(Qt.GlobalColor.black))
        self._curtain.setPalette(black)
        self._curtain.setAutoFillBackground(True)
        self._curtain.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._curtain.hide()

    @property
    def view(self) -> View | None:
        """What is to be seen now; None before the player has a size."""
        return self._playback.at(self._clock()) if self._playback else None

    def perform(self, command: AnyCommand) -> None:
        """Does what a guide, a key or a touch asks for, at once."""
        if command is Command.QUIT:
            self._leave()
            return
        if self._playback is None:
            return
        if command is Command.LANGUAGE:
            languages = self._show.languages
            following = languages[(languages.index(self._repertoire.language) + 1) % len(languages)]
            self._repertoire.language = following
        self._playback = self._playback.perform(command, self._clock())
        self._refresh()

    def _leave(self) -> None:
        if not self._has_left:
            self._has_left = True
            self._timer.stop()
            self.left.emit()

    @property
    def has_left(self) -> bool:
        """Whether the show ended as it should: after its single pass, or by the operator."""
        return self._has_left

    # What happens in one tick.

    @guard(None, blames_slide=False)
    def tick(self) -> None:
        """Shows what is to be seen now, and sets the timer for the next time something changes."""
        try:
            self._refresh()
        finally:
            if not self._timer.isActive() and not self._has_left and not self._is_driven:
                # Whatever went wrong, the show goes on.
                self._timer.start(100)

    def _refresh(self) -> None:
        if self._playback is None or self._has_left:
            return
        now = self._clock()
        self._playback = self._playback.advance(now)
        self._settle_faults(now)
        self._drop_failed(now)
        view = self._playback.at(now)
        for _ in range(TRIES):
            try:
                self._present(view)
                break
            except Exception as error:
                self._fail(view.slide, error, now)
                view = self._playback.at(now)
        self._dress_over(view)
        self._hide_cursor()
        if view.finished:
            self._leave()
            return
        if not self._is_driven:
            self._schedule(view, now)

    def _settle_faults(self, now: float) -> None:
        if FAULTS.take():
            self._fail(self._scenery.slide, ValueError("it cannot be painted"), now)

    def _fail(self, slide: int | None, error: BaseException, now: float) -> None:
        if slide is not None:
            self._repertoire.fail(slide, error)
        self._drop_failed(now)

    def _drop_failed(self, now: float) -> None:
        if self._playback is None:
            return
        for slide in self._repertoire.failed - self._playback.course.dropped:
            if self._stage.current is not None and self._playback.course.slide == slide:
                self._scenery.clear()
            self._wings.drop(slide)
            self._playback = self._playback.drop(slide, now)

    def _present(self, view: View) -> None:
        if view.slide is None:
            self._show_problems()
            return
        self._scenery.show(view)

    @guard(None, blames_slide=False)
    def _dress_over(self, view: View) -> None:
        self._curtain.setVisible(view.state is State.BLANK)
        if view.overlay is Overlay.HELP:
            self._keys.speak(view.language)
        else:
            self._keys.hide()
        if view.overlay is Overlay.OVERVIEW and view.selection is not None:
            self._overview.offer(view.selection, view.language, frozenset(self._repertoire.failed))
        else:
            self._overview.hide()
        self._badge.tell(view, self._repertoire.screen, self._show.spoken(view.language))
        if view.state is State.BLANK:
            self._curtain.raise_()

    def _show_problems(self) -> None:
        if self._problem_page is None:
            self._problem_page = ProblemPage(self, self._theme, self._library.problems())
            self._problem_page.setGeometry(self.rect())
            self._problem_page.show()

    # When the next tick is due, and what is done until then.

    def _schedule(self, view: View, now: float) -> None:
        is_covered = view.overlay is not None or view.state is State.BLANK
        if view.progress is not None or (view.moving and not is_covered):
            self._frame_due = max(self._frame_due + FRAME, now)
            if self._frame_due > now + FRAME:
                self._frame_due = now + FRAME
            if not view.acting and view.progress is None and self._frame_due - self._clock() > SPARE:
                # Something moves as long as the slide stays: what comes next is made ready between its frames.
                self._work_ahead(view)
            self._timer.start(max(0, round((self._frame_due - self._clock()) * 1000)))
            return
        self._frame_due = 0.0
        until = LONGEST_SLEEP if view.next_change is None else max(0.0, view.next_change - now)
        if self._scenery.tells_time:
            until = min(until, 1.0 - self._wall() % 1.0)
        if until > 0.1 and view.slide is not None and self._work_ahead(view):
            until = IDLE_STEP
        self._timer.start(max(1, round(1000 * min(until, LONGEST_SLEEP))))

    def work_ahead(self) -> bool:
        """One small piece of work for what comes next, as the player does while nothing moves; says whether there is more."""
        self._settle_faults(self._clock())
        view = self.view
        return view is not None and view.slide is not None and self._work_ahead(view)

    def _work_ahead(self, view: View) -> bool:
        """One small piece of work for what comes next; says whether there is more."""
        assert self._playback is not None
        assert view.slide is not None
        if view.overlay is Overlay.OVERVIEW:
            missing = self._overview.wanting()
            if missing is not None:
                self._take_small_picture(missing, view)
                return True
        following = self._playback.course.neighbour(view.slide, 1, wraps=True)
        if following is not None and following != view.slide:
            try:
                grown = view.slide if self._repertoire.grows(view.slide, following) else None
                if not self._wings.prepare(following, view.language, grown):
                    return True
            except Exception as error:
                self._fail(following, error, self._clock())
                return True
        if self._scenery.keep_final(view):
            return True
        unknown = next((each for each in range(len(self._repertoire)) if each not in self._repertoire.surveyed), None)
        if unknown is not None:
            self._repertoire.survey(unknown)
            self._repertoire.surveyed.add(unknown)
            self._drop_failed(self._clock())
            return True
        return self._sweeper.sweep(view.slide)

    def _take_small_picture(self, slide: int, view: View) -> None:
        try:
            waiting = self._wings.take(slide, view.language)
            picture = self._wings.picture(waiting, waiting.item.placed.motion)
            waiting.item.seek(view.t if slide == view.slide else 0.0)
        except Exception as error:
            self._fail(slide, error, self._clock())
            return
        size = self._overview.picture_size().size() * self.devicePixelRatioF()
        small = picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(self.devicePixelRatioF())
        self._overview.give(slide, view.language, small)

    def _hide_cursor(self) -> None:
        is_idle = self._clock() - self._moved_at >= CURSOR_SECONDS
        shape = Qt.CursorShape.BlankCursor if is_idle else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() is not shape:
            self.setCursor(shape)

    def _begin(self) -> None:
        repertoire = self._repertoire
        programme = Programme(
            slides=len(repertoire),
            duration=repertoire.duration,
            acts=repertoire.acts,
            breath=repertoire.breath,
            grows=repertoire.grows,
            transition=repertoire.transition_seconds,
            resume_after=self._show.playback.resume_after,
            languages=self._show.languages,
            once=self._once,
            overview_columns=self._overview.columns(repertoire.screen),
        )
        repertoire.language = self._first_language or self._show.languages[0]
        self._playback = Playback.start(programme, self._clock(), slide=self._start, language=repertoire.language)

    @guard(None, blames_slide=False)
    def resizeEvent(self, event: QResizeEvent) -> None:
        size = event.size()
        if size.width() < 1 or size.height() < 1:
            return
        for each in (self._stage, self._overview, self._keys, self._curtain, self._problem_page):
            if each is not None:
                each.setGeometry(self.rect())
        self._scenery.clear()
        self._wings.clear()
        self._overview.forget()
        self._repertoire.resize(self._show.screen(size.width(), size.height()))
        if self._playback is None:
            self._begin()
        self._refresh()

    @guard(None, blames_slide=False)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.isAutoRepeat():
            return
        view = self.view
        command = command_of(key_name(event), in_overview=view is not None and view.overlay is Overlay.OVERVIEW)
        if command is not None:
            self.perform(command)

    @guard(None, blames_slide=False)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()

    @guard(None, blames_slide=False)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        start, end, self._pressed = self._pressed, event.position(), None
        view = self.view
        if view is not None and view.overlay is Overlay.OVERVIEW:
            slide = self._overview.slide_at(end.toPoint())
            self.perform(Command.POINTER if slide is None else GoTo(slide))
            return
        self.perform(Touch(start.x(), start.y(), end.x(), end.y(), self.width()).command())

    @guard(None, blames_slide=False)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.pointerType() is QPointingDevice.PointerType.Finger:
            return
        self._moved_at = self._clock()
        if self.cursor().shape() is Qt.CursorShape.BlankCursor:
            self.setCursor(Qt.CursorShape.ArrowCursor)

    @guard(None, blames_slide=False)
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closable or self._has_left:
            event.accept()
            self._leave()
        else:
            event.ignore()

    @guard(False, blames_slide=False)
    def event(self, event: QEvent) -> bool:
        return bool(super().event(event))
