"""The traps of pyqtgraph: it remembers, its pens do not grow, its opacities add up, it builds slowly, and it takes anything."""

import ast
import inspect
from collections.abc import Callable
from dataclasses import MISSING, fields, replace
from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsTextItem

from kiosk import marks
from kiosk.content.library import open_library
from kiosk.marks import Area, Array, Bars, Dots, Line, Mark, Run, Shapes, Text, Wedges, array
from kiosk.qt import items, outlines, slide_item
from kiosk.qt.items import text as text_module
from kiosk.qt.items.text import TextItem
from kiosk.qt.slide_item import SlideItem
from kiosk.qt.style import color, font, pen
from kiosk.qt.theatre import StillStage
from kiosk.qt.transition import Transition
from kiosk.screen import Screen
from tests.qt.hall import SMALL, THEME, Hall, bare_stage, difference, painted, pixels

SLIDES = ("growth", "rnd", "patents")
OpenHall = Callable[..., Hall]


def still_stage(width: int = 960, height: int = 540) -> tuple[StillStage, Callable[[str], SlideItem]]:
    """A stage in memory, and how to open one of its slides."""
    library = open_library(SMALL)
    assert library.show is not None
    stage = StillStage(library.show, THEME, width, height)

    def open_slide(name: str) -> SlideItem:
        slide = library.slide(name)
        assert slide is not None
        return stage.open(slide, "en")

    return stage, open_slide


# It remembers.


@pytest.mark.parametrize("name", SLIDES)
@pytest.mark.parametrize("t", [0.0, 0.5, 1.3])
def test_the_same_instant_is_the_same_picture_after_any_history(name: str, t: float) -> None:
    stage, open_slide = still_stage()
    jumped = pixels(stage.image(open_slide(name), t))

    stepped_item = open_slide(name)
    for frame in range(round(t * 60)):
        stepped_item.seek(frame / 60)
    stepped = pixels(stage.image(stepped_item, t))
    rewound_item = open_slide(name)
    stage.image(rewound_item)
    rewound = pixels(stage.image(rewound_item, t))

    assert difference(jumped, stepped).max() == 0
    assert difference(jumped, rewound).max() == 0


def test_the_screen_shows_what_a_picture_of_that_instant_shows(hall: Hall) -> None:
    stage = hall.player._stage
    for seconds in (0.3, 0.3, 0.3, 2.0):
        hall.go(seconds)
        assert stage.current is not None

        # Qt steps through a gradient from where a repaint begins.
        assert difference(hall.seen(), pixels(stage.picture(stage.current))).max() <= 4


@pytest.mark.parametrize("size", [20.0, 63.0, 64.0, 100.0, 240.0])
def test_a_text_is_the_same_after_texts_of_other_sizes(size: float) -> None:
    text, small = Text(10.0, 170.0, (Run("86", size, 700),)), Text(10.0, 30.0, (Run("R&D", 30.0, 700),))
    first = painted(text)
    painted(small)

    assert difference(painted(text), first).max() == 0


def test_an_outline_is_the_same_whatever_was_painted_before_it_was_read() -> None:
    outlines._glyph.cache_clear()
    first = painted(Text(10.0, 170.0, (Run("86%", 240.0, 700),)))
    for size in (10.0, 30.0, 43.0):
        outlines._glyph.cache_clear()
        painted(Text(10.0, 40.0, (Run(f"R&D{size}", size, 700),)))

        assert difference(painted(Text(10.0, 170.0, (Run("86%", 240.0, 700),))), first).max() == 0


@pytest.mark.parametrize("weight", [400, 700, 900])
def test_outlines_have_the_shape_of_the_characters(weight: int) -> None:
    run = Run("86 研", 63.0, weight)
    written = painted(Text(10.0, 100.0, (run,)))
    outlined = painted(Text(10.0, 100.0, (replace(run, size=64.0),)))

    share = (outlined - painted()).sum() / (written - painted()).sum()
    assert share == pytest.approx((64 / 63) ** 2, rel=0.03)


# Pens do not grow with a scaled view.


@pytest.mark.parametrize("height", [540, 1080])
def test_a_line_has_as_many_pixels_as_its_width(height: int) -> None:
    screen = Screen(height, height)
    width = screen.px(12)
    line = Line(array([10.0, 300.0]), array([100.0, 100.0]), "text", width)

    picture = painted(line)
    column = difference(picture, painted())[:, 150] / difference(picture, painted())[100, 150]

    assert column.sum() == pytest.approx(width, abs=0.1)


def test_pens_are_lengths_of_the_scene() -> None:
    assert not pen(THEME, "text", 6.0).isCosmetic()
    assert not pen(THEME, "text", 6.0, dashes=(4.0, 4.0)).isCosmetic()


def test_lines_of_a_slide_are_twice_as_wide_on_twice_as_many_lines() -> None:
    library = open_library(SMALL)
    slide = library.slide("growth")
    assert library.show is not None
    assert slide is not None

    def widths(height: int) -> list[float]:
        assert library.show is not None
        assert slide is not None
        placed = library.show.place(slide, Screen(height * 16 // 9, height), "en")
        return [mark.width for mark in placed.at(9.0).marks if isinstance(mark, Line)]

    assert widths(1080)
    assert widths(1080) == pytest.approx([2 * width for width in widths(540)], rel=0.15)


@pytest.mark.parametrize("size", [(960, 540), (961, 541), (540, 960), (1920, 540)])
def test_the_view_is_never_scaled(open_hall: OpenHall, size: tuple[int, int]) -> None:
    hall = open_hall()
    hall.player.resize(*size)
    hall.settle()
    stage = hall.player._stage

    assert stage.viewportTransform().isIdentity()
    assert (stage.viewport().width(), stage.viewport().height()) == size


# Opacities of items are not the opacity of the whole.


def change(name: Any, outgoing: QPixmap, incoming: QPixmap, progress: float) -> Any:
    """A change as it is painted at one instant."""
    image = QImage(outgoing.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    Transition(name, outgoing, incoming, 1, progress).paint(painter)
    painter.end()
    return pixels(image)


def pixmap(picture: Any) -> QPixmap:
    """A pixmap of red, green and blue."""
    height, width, _ = picture.shape
    filled = np.full((height, width, 4), 255, np.uint8)
    filled[:, :, 2::-1] = picture
    return QPixmap.fromImage(QImage(filled.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32).copy())


def test_a_cross_fade_of_equal_pictures_is_that_picture() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (60, 80, 3))
    picture = pixmap(noise)

    for progress in np.linspace(0.0, 1.0, 41):
        assert difference(change("fade", picture, picture, float(progress)), pixels(picture)).max() <= 1


def test_a_cross_fade_is_a_mixture_of_finished_pictures() -> None:
    overlapping = (
        Bars(array([20.0]), array([20.0]), array([120.0]), array([100.0]), "warm", 0.5),
        Bars(array([80.0]), array([60.0]), array([160.0]), array([100.0]), "cool", 0.5),
    )
    bare, full = painted(), painted(*overlapping)

    for progress, share in ((0.25, 0.15625), (0.5, 0.5), (0.75, 0.84375)):
        mixture = (1 - share) * bare + share * full
        assert np.abs(change("fade", pixmap(bare), pixmap(full), progress) - mixture).max() <= 2


@pytest.mark.parametrize("name", ["fade", "push", "none"])
def test_a_change_ends_with_the_picture_that_came_in(name: str) -> None:
    bare, full = painted(), painted(Dots(array([90.0]), array([90.0]), array([80.0])))

    assert difference(change(name, pixmap(bare), pixmap(full), 1.0), full).max() == 0


@pytest.mark.parametrize("name", ["fade", "push"])
def test_a_change_begins_with_the_picture_that_goes_out(name: str) -> None:
    bare, full = painted(), painted(Dots(array([90.0]), array([90.0]), array([80.0])))

    assert difference(change(name, pixmap(full), pixmap(bare), 0.0), full).max() == 0


# Items are slow to build.


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Mark]:
    """The marks that items were built for."""
    marks_built: list[Mark] = []
    original = items.item_for

    def item_for(mark: Mark, theme: Any) -> Any:
        marks_built.append(mark)
        return original(mark, theme)

    monkeypatch.setattr(slide_item, "item_for", item_for)
    return marks_built


def test_the_next_slide_is_complete_before_it_enters(open_hall: OpenHall, built: list[Mark]) -> None:
    hall = open_hall()
    hall.arrive()
    waiting = hall.player._wings._waiting[1, "zh", None]
    assert waiting.item.build(0) is False
    assert len(waiting.item.childItems()) == len(waiting.item.placed.layers)
    assert waiting.entrance is not None

    built.clear()
    hall.leave_slide()
    hall.go(1.5)

    assert hall.view.slide == 1
    assert built == []


def test_work_ahead_is_done_in_small_pieces(open_hall: OpenHall, built: list[Mark]) -> None:
    hall = open_hall()
    while hall.view.moving:
        hall.tick(0.1)
    most = 0
    is_more = True
    while is_more:
        built.clear()
        is_more = hall.player.work_ahead()
        most = max(most, len(built))

    assert 0 < most <= 3


def test_a_step_back_builds_nothing(open_hall: OpenHall, built: list[Mark]) -> None:
    hall = open_hall()
    hall.arrive()
    hall.press(Qt.Key.Key_Right)
    hall.go(1.0)
    hall.arrive()

    built.clear()
    hall.press(Qt.Key.Key_Left)
    hall.go(1.0)

    assert hall.view.slide == 0
    assert built == []


# It takes anything.


@pytest.mark.parametrize("values", [[1.0, None], [float("nan")], [float("inf")], ["a"], "a", None])
def test_what_is_not_a_finite_number_makes_no_array(values: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        marks.array(values)


def sample(kind: type[Mark]) -> Mark:
    """Some mark of a kind."""
    given: dict[str, Any] = {"runs": (Run("a", 12.0),), "file": "", "strokes": (), "ends": (2,)}
    by_type: dict[Any, Any] = {Array: array([1.0, 2.0]), float: 1.0}
    needed = [each for each in fields(kind) if each.default is MISSING]  # type: ignore[arg-type]
    return kind(**{each.name: by_type.get(each.type, given.get(each.name)) for each in needed})


KINDS = tuple(
    each for each in vars(marks).values() if isinstance(each, type) and issubclass(each, Mark) and each is not Mark
)
NUMBERS = [(kind, each.name) for kind in KINDS for each in fields(kind) if each.type is float]  # type: ignore[arg-type]
ARRAYS = [(kind, each.name) for kind in KINDS for each in fields(kind) if each.type is Array]  # type: ignore[arg-type]
BAD_ARRAYS = (
    np.array([1.0, np.nan]), np.array([np.inf, 1.0]), np.array([1, 2]), np.array([1.0, None]), np.array(["1", "2"]),
    [1.0, 2.0], None, "text",
)  # fmt: skip


@pytest.mark.parametrize(("kind", "name"), NUMBERS)
@pytest.mark.parametrize("bad", [None, float("nan"), float("inf"), "1"])
def test_a_mark_refuses_what_is_not_a_number(kind: type[Mark], name: str, bad: Any) -> None:
    good = sample(kind)

    with pytest.raises(ValueError, match=name):
        replace(good, **{name: bad})  # type: ignore[type-var]


@pytest.mark.parametrize(("kind", "name"), ARRAYS)
@pytest.mark.parametrize("bad", BAD_ARRAYS, ids=[repr(each) for each in BAD_ARRAYS])
def test_a_mark_refuses_what_is_not_an_array_of_finite_numbers(kind: type[Mark], name: str, bad: Any) -> None:
    good = sample(kind)

    with pytest.raises(ValueError, match=name):
        replace(good, **{name: bad})  # type: ignore[type-var]


def test_every_kind_with_arrays_is_among_those_tried() -> None:
    assert {kind for kind, _ in ARRAYS} == {Area, Bars, Dots, Line, Shapes, Wedges}


@pytest.mark.parametrize(("text", "size"), [(None, 12.0), (12, 12.0), ("a", float("nan")), ("a", None)])
def test_a_run_refuses_what_is_not_a_text(text: Any, size: Any) -> None:
    with pytest.raises(ValueError, match="not a text"):
        Run(text, size)


# Menus, mouse and buttons.


def test_no_menu_drag_or_wheel_reaches_pyqtgraph(hall: Hall, app: QApplication) -> None:
    hall.arrive()
    stage, player = hall.player._stage, hall.player
    before = hall.seen()

    middle = QPoint(480, 270)
    QTest.mouseClick(player, Qt.MouseButton.RightButton, pos=middle)
    for button in (Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
        QTest.mousePress(player, button, pos=middle)
        QTest.mouseMove(player, QPoint(600, 300))
        QTest.mouseRelease(player, button, pos=QPoint(600, 300))
    wheel = QWheelEvent(
        QPointF(middle), player.mapToGlobal(QPointF(middle)), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(player, wheel)
    QApplication.sendEvent(stage.viewport(), wheel)
    hall.settle()

    assert QApplication.activePopupWidget() is None
    assert stage.viewportTransform().isIdentity()
    assert not stage.mouseEnabled
    assert not stage.isInteractive()
    assert difference(hall.seen(), before).max() == 0


def test_the_stage_holds_neither_plots_nor_buttons(hall: Hall) -> None:
    kinds = {type(item) for item in hall.player._stage.scene().items()}

    assert not any(issubclass(kind, (pg.PlotItem, pg.ViewBox, pg.ButtonItem, pg.AxisItem)) for kind in kinds)


# Texts are no markup.


def test_markup_is_painted_as_the_characters_it_is_written_with() -> None:
    words = '<b>x</b><img src="file:///etc/hostname">'
    shown = painted(Text(10.0, 60.0, (Run(words, 16.0),)), width=480)
    stage = bare_stage(480, 180)
    image = QImage(480, 180, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.drawPixmap(0, 0, stage.ground())
    painter.setFont(font(16.0, 400))
    painter.setPen(color(THEME, "text"))
    painter.drawText(QPointF(10.0, 60.0), words)
    painter.end()

    assert difference(shown, pixels(image)).max() == 0
    assert difference(shown, painted(width=480)).max() > 100


def test_texts_know_no_documents() -> None:
    names = {node.id for node in ast.walk(ast.parse(inspect.getsource(text_module))) if isinstance(node, ast.Name)}
    names |= {
        node.attr for node in ast.walk(ast.parse(inspect.getsource(text_module))) if isinstance(node, ast.Attribute)
    }

    assert not issubclass(TextItem, (pg.TextItem, QGraphicsTextItem))
    assert not names & {"setHtml", "QTextDocument", "QStaticText", "QLabel", "toHtml", "QGraphicsTextItem"}
