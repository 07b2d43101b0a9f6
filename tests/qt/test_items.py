"""The items: one adapter for each kind of mark, which shows a mark as if it had never shown another."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk import marks
from kiosk.marks import Area, Bars, Dots, Film, Line, Mark, Picture, Run, Shapes, Stroke, Strokes, Text, Wedges, array
from kiosk.qt.guard import guard
from kiosk.qt.items import ITEMS
from tests.qt.hall import THEME, difference, painted

STROKE = Stroke(120.0, 60.0, 40.0, 200.0, "cool", 6.0, veil=0.5, veil_foot=170.0)
SQUARES = (
    array([20.0, 140.0, 140.0, 20.0, 50.0, 110.0, 110.0, 50.0, 180.0, 300.0, 300.0, 180.0]),
    array([20.0, 20.0, 160.0, 160.0, 60.0, 60.0, 120.0, 120.0, 40.0, 40.0, 140.0, 140.0]),
)
EXAMPLES: dict[type[Mark], tuple[Mark, ...]] = {
    Area: (
        Area(array([20.0, 300.0]), array([40.0, 60.0]), array([150.0, 150.0]), "cool", 0.6, foot_opacity=0.0),
        Area(array([20.0, 100.0, 200.0]), array([80.0, 20.0, 60.0]), array([90.0, 120.0, 150.0]), "warm", 1.0, "deep"),
        Area(array([20.0, 300.0]), array([140.0, 140.0]), array([170.0, 170.0]), "text", 0.3),
        Area(array([20.0, 300.0]), array([40.0, 60.0]), array([150.0, 150.0]), "cool", 0.6, reveal=0.5),
    ),
    Bars: (
        Bars(array([20.5, 100.0]), array([30.25, 60.0]), array([40.0, 50.0]), array([100.0, 70.0]), "warm"),
        Bars(array([20.0, 99.5, 200.0]), array([90.0, 20.0, 60.0]), array([40.0] * 3), array([50.0] * 3), ("warm", "cool", "text")),
        Bars(array([]), array([]), array([]), array([])),
        Bars(array([10.0]), array([10.0]), array([300.0]), array([5.0]), "muted", 0.5),
    ),
    Dots: (
        Dots(array([60.0, 200.0]), array([90.0, 60.0]), array([40.0, 60.0]), "warm"),
        Dots(array([60.0, 200.0]), array([90.0, 60.0]), array([40.0, 60.0]), "cool", ring=6.0),
        Dots(array([]), array([]), array([])),
        Dots(array([100.0, 110.0, 120.0]), array([90.0] * 3), array([50.0] * 3), "text", 0.5, ring=3.0, backing="warm"),
        Dots(array([250.0]), array([30.0]), array([20.0]), "muted", 0.4),
        Dots(array([60.0, 200.0]), array([90.0, 60.0]), array([40.0, 60.0]), ("cool", "warm")),
    ),
    Line: (
        Line(array([20.0, 160.0, 300.0]), array([150.0, 30.0, 90.0]), "warm", 8.0),
        Line(np.array([[20.0, 300.0]] * 7), np.array([[20.0 * n, 20.0 * n + 30] for n in range(7)]), "cool", 2.0, 0.7),
        Line(np.array([[20.0, 90.0, 300.0]] * 2), np.array([[20.0, 90.0, 30.0], [90.0, 30.0, 150.0]]), "text", 5.0, cap="flat"),
        Line(array([40.0, 160.0, 280.0]), array([150.0, 30.0, 150.0]), "muted", 6.0, closed=True),
        Line(array([20.0, 300.0]), array([90.0, 90.0]), "warm", 6.0, fade=((0.0, 0.0), (1.0, 1.0)), dashes=(12.0, 12.0)),
        Line(array([20.0, 160.0, 300.0]), array([150.0, 30.0, 90.0]), "cool", 8.0, reveal=0.6),
        Line(np.array([[20.0, 90.0, 300.0]] * 2), np.array([[20.0, 90.0, 30.0], [90.0, 30.0, 150.0]]), "text", 5.0, reveal=0.3),
        Line(array([]), array([])),
    ),
    Shapes: (
        Shapes(array([40.0, 280.0, 160.0]), array([150.0, 150.0, 20.0]), (3,), color="warm"),
        Shapes(SQUARES[0], SQUARES[1], (4, 8, 12), (0, 0, 1), ("cool", "warm"), edge="text", edge_width=4.0),
        Shapes(SQUARES[0], SQUARES[1], (4, 8, 12), (0, 0, 1), ("warm", "cool"), 0.5, reveal=0.5),
        Shapes(SQUARES[0], SQUARES[1], (4, 8, 12), color="text"),
        Shapes(array([]), array([]), ()),
    ),
    Strokes: (
        Strokes(0.0, 0.0, 320.0, 180.0, (STROKE,)),
        Strokes(0.0, 0.0, 320.0, 180.0, (STROKE,), reveal=0.5),
        Strokes(40.0, 20.0, 200.0, 180.0, (STROKE,), opacity=0.5),
        Strokes(0.0, 0.0, 320.0, 180.0, (replace(STROKE, color="warm", high=20.0), STROKE)),
    ),
    Text: (
        Text(160.0, 90.0, (Run("12.9", 40.0, 700), Run("%", 20.0, color="warm", gap=4.0)), "middle"),
        Text(160.0, 90.0, (Run("12.9", 40.0, 700), Run("%", 20.0, color="warm", gap=4.0)), "end"),
        Text(160.0, 90.0, (Run("12.9", 40.0, 700), Run("%", 20.0, color="warm", gap=4.0)), "end", angle=30.0),
        Text(160.0, 30.0, (Run("聚创新", 30.0),), upright=True),
        Text(160.0, 30.0, (Run("聚创新", 30.0),)),
        Text(160.0, 120.0, (Run("86", 120.0, 900, tracking=-0.02),), "ink", opacity=0.5),
    ),
    Wedges: (
        Wedges(160.0, 90.0, 40.0, 80.0, array([0.0, 90.0]), array([90.0, 45.0]), ("warm", "cool")),
        Wedges(160.0, 90.0, 0.0, 80.0, array([0.0]), array([360.0]), "text"),
        Wedges(100.0, 90.0, 20.0, 30.0, array([200.0]), array([100.0]), "muted", 0.5),
        Wedges(160.0, 90.0, 40.0, 80.0, array([0.0]), array([0.0])),
    ),
}  # fmt: skip
PAIRS = [
    pytest.param(kind, *pair, id=f"{kind.__name__}-{place}")
    for kind, each in EXAMPLES.items()
    for place, pair in enumerate(pairwise(each))
]


def all_kinds() -> set[type[Mark]]:
    """Every kind of mark there is."""
    return {each for each in vars(marks).values() if isinstance(each, type) and issubclass(each, Mark)} - {Mark}


def inked(*shown: Mark, above: int = 60) -> NDArray[np.bool_]:
    """Where the marks differ from the ground."""
    return difference(painted(*shown), painted()) > above


def test_every_kind_of_mark_has_one_adapter() -> None:
    assert set(ITEMS) == all_kinds()
    assert len(set(ITEMS.values())) == len(ITEMS)


def test_every_kind_of_mark_is_tried() -> None:
    assert set(EXAMPLES) == all_kinds() - {Film, Picture}


@pytest.mark.parametrize("kind", list(ITEMS), ids=lambda kind: kind.__name__)
def test_errors_in_an_adapter_never_reach_qt(kind: type[Mark]) -> None:
    marker = guard(None)(lambda: None).__code__
    for name in ("paint", "boundingRect"):
        method = getattr(ITEMS[kind], name)
        is_python = hasattr(method, "__code__")

        assert not is_python or method.__code__ is marker, f"{ITEMS[kind].__name__}.{name} is not guarded"


@pytest.mark.parametrize(("kind", "first", "second"), PAIRS)
def test_a_mark_looks_the_same_after_another(kind: type[Mark], first: Mark, second: Mark) -> None:
    for before, after in ((first, second), (second, first)):
        item = ITEMS[kind](THEME)
        item.show_mark(before)

        assert difference(painted(after, item=item), painted(after)).max() == 0


@pytest.mark.parametrize("kind", list(EXAMPLES), ids=lambda kind: kind.__name__)
def test_a_mark_lies_within_its_bounds(kind: type[Mark]) -> None:
    for mark in EXAMPLES[kind]:
        item = ITEMS[kind](THEME)
        item.show_mark(mark)
        rows, columns = np.nonzero(inked(mark, above=8))
        bounds = item.mapRectToScene(item.boundingRect()).adjusted(-1, -1, 1, 1)

        assert not len(rows) or bounds.contains(float(columns.min()), float(rows.min()))
        assert not len(rows) or bounds.contains(float(columns.max()), float(rows.max()))


@pytest.mark.parametrize("kind", list(EXAMPLES), ids=lambda kind: kind.__name__)
def test_later_marks_lie_above_earlier_ones(kind: type[Mark]) -> None:
    cover = Bars(array([0.0]), array([0.0]), array([320.0]), array([180.0]), "text")
    mark = EXAMPLES[kind][0]

    assert difference(painted(mark, cover), painted(cover)).max() == 0
    assert difference(painted(cover, mark), painted(cover)).max() > 60


def test_an_opacity_of_nothing_shows_nothing() -> None:
    for shown in (each for kind in EXAMPLES for each in EXAMPLES[kind]):
        hidden: Any = replace(shown, opacity=0.0)  # type: ignore[type-var]
        if isinstance(hidden, Area):
            hidden = replace(hidden, foot_opacity=0.0)

        assert difference(painted(hidden), painted()).max() == 0


def test_bars_have_the_area_they_are_given() -> None:
    assert (
        inked(Bars(array([20.0, 100.0]), array([30.0, 60.0]), array([40.0, 50.0]), array([100.0, 70.0]), "text")).sum()
        == 7500
    )


def test_each_bar_has_its_own_colour() -> None:
    bars = Bars(array([20.0, 120.0]), array([30.0, 30.0]), array([60.0, 60.0]), array([100.0, 100.0]), ("warm", "cool"))
    picture = painted(bars)

    assert tuple(picture[80, 50]) == _rgb("warm")
    assert tuple(picture[80, 150]) == _rgb("cool")


def test_bars_between_pixels_have_soft_edges() -> None:
    for colors in ("text", ("text",)):
        picture = painted(Bars(array([20.5]), array([30.0]), array([40.0]), array([100.0]), colors))

        assert painted()[80, 20].sum() < picture[80, 20].sum() < picture[80, 40].sum()


def test_hollow_dots_are_as_wide_as_full_ones_and_let_the_ground_through() -> None:
    full = Dots(array([160.0]), array([90.0]), array([100.0]), "text")
    hollow = replace(full, ring=10.0)

    assert inked(full).sum() == pytest.approx(np.pi * 50**2, rel=0.02)
    assert inked(hollow).sum() == pytest.approx(np.pi * (50**2 - 40**2), rel=0.04)
    assert (painted(hollow)[90, 160] == painted()[90, 160]).all()
    assert np.nonzero(inked(hollow))[1].min() == np.nonzero(inked(full))[1].min()


def test_hollow_dots_of_several_sizes_have_one_ring() -> None:
    picture = inked(Dots(array([80.0, 240.0]), array([90.0, 90.0]), array([40.0, 120.0]), "text", ring=8.0))

    assert picture[90, :80].sum() == 8
    assert picture[90, 240:].sum() == 8


def test_backed_dots_hide_what_is_behind_them() -> None:
    behind = Bars(array([0.0]), array([85.0]), array([320.0]), array([10.0]), "warm")
    dot = Dots(array([160.0]), array([90.0]), array([100.0]), "text", ring=6.0, backing="stage")

    assert tuple(painted(behind, dot)[90, 160]) == _rgb("stage")


@pytest.mark.parametrize(("span", "inner"), [(90.0, 0.0), (45.0, 40.0), (270.0, 60.0), (360.0, 40.0)])
def test_wedges_have_the_area_of_their_angle(span: float, inner: float) -> None:
    wedges = Wedges(160.0, 90.0, inner, 80.0, array([30.0]), array([span]), "text")

    assert inked(wedges).sum() == pytest.approx(np.pi * (80**2 - inner**2) * span / 360, rel=0.03)


def test_wedges_run_clockwise_from_the_top() -> None:
    picture = inked(Wedges(160.0, 90.0, 0.0, 80.0, array([0.0]), array([90.0]), "text"))

    assert picture[50, 200]
    assert not picture[50, 120]
    assert not picture[130, 200]


def test_closed_lines_come_back_to_their_start() -> None:
    open_line = Line(array([40.0, 160.0, 280.0]), array([150.0, 30.0, 150.0]), "text", 6.0)

    assert not inked(open_line)[150, 160]
    assert inked(replace(open_line, closed=True))[150, 160]


def test_half_transparent_lines_do_not_show_their_joints() -> None:
    x = np.linspace(20.0, 300.0, 30)
    picture = painted(Line(x, np.full(30, 90.0), "text", 10.0, 0.5))

    assert np.ptp(picture[90, 30:290], axis=0).max() <= 1


def _rgb(role: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(THEME[role][1:]))


@pytest.mark.parametrize(
    "whole",
    [
        Line(np.linspace(20.0, 300.0, 40), 90.0 + 50.0 * np.sin(np.arange(40.0)), "warm", 8.0),
        Line(np.array([[20.0, 90.0], [150.0, 300.0]]), np.array([[20.0, 90.0], [30.0, 150.0]]), "cool", 6.0),
        Area(np.linspace(20.0, 300.0, 40), np.full(40, 30.0), np.full(40, 150.0), "cool", 0.6, foot_opacity=0.0),
    ],
    ids=["line", "gaps", "area"],
)
def test_what_is_uncovered_by_and_by_is_in_the_end_the_whole(whole: Line | Area) -> None:
    item = ITEMS[type(whole)](THEME)
    for reveal in (0.0, 0.4, 1.0):
        item.show_mark(replace(whole, reveal=reveal))

    assert difference(painted(replace(whole, reveal=1.0), item=item), painted(whole)).max() <= 2


def test_only_what_is_uncovered_is_seen() -> None:
    whole = Line(array([20.0, 300.0]), array([90.0, 90.0]), "warm", 8.0)

    seen = np.nonzero(inked(replace(whole, reveal=0.5)))[1]

    assert seen.min() <= 20
    assert seen.max() == pytest.approx(160.0, abs=1.5)
    assert not inked(replace(whole, reveal=0.0)).any()


def test_bars_that_fade_look_as_if_they_had_never_been_anything_else() -> None:
    many = Bars(10.0 + 20.0 * np.arange(12.0), np.full(12, 40.5), np.full(12, 12.5), np.full(12, 90.0), "warm")
    item = ITEMS[Bars](THEME)
    for opacity in (0.0, 0.3, 1.0, 0.6):
        item.show_mark(replace(many, opacity=opacity))

    assert difference(painted(replace(many, opacity=0.6), item=item), painted(replace(many, opacity=0.6))).max() == 0
    item.show_mark(replace(many, color="cool"))
    assert difference(painted(replace(many, color="cool"), item=item), painted(replace(many, color="cool"))).max() == 0


def test_wedges_that_fade_look_as_if_they_had_never_been_anything_else() -> None:
    ring = Wedges(160.0, 90.0, 40.0, 80.0, array([0.0, 90.0]), array([90.0, 45.0]), ("warm", "cool"))
    item = ITEMS[Wedges](THEME)
    for opacity in (0.0, 0.3, 1.0, 0.6):
        item.show_mark(replace(ring, opacity=opacity))

    assert difference(painted(replace(ring, opacity=0.6), item=item), painted(replace(ring, opacity=0.6))).max() == 0
    item.show_mark(replace(ring, outer=60.0))
    assert difference(painted(replace(ring, outer=60.0), item=item), painted(replace(ring, outer=60.0))).max() == 0
