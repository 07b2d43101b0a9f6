"""Layouts: areas that fit every shape of screen, keep clear of covered edges, and are chosen where a slide names none."""

import os
from itertools import combinations
from pathlib import Path

import pytest

from kiosk.fitting import fitting_layout
from kiosk.layouts import LAYOUTS, Page
from kiosk.screen import Box, Screen
from tests.sketches import SHAPES, sketch

SKETCH = Path(__file__).parents[1] / "docs" / "layouts.webp"
SCREENS = {name: Screen(*size) for name, size in SHAPES.items()}
LYING_BEHIND = {"over", "scene", "backdrop"}
"""Layouts with an area behind the others."""
BLEEDING = {"illustrated", "photo", "scene", "backdrop", "poster"}
"""Layouts with an area that reaches the edges of the screen."""
EACH = [(layout, shape) for layout in LAYOUTS for shape in SHAPES]


def overlap(first: Box, second: Box) -> bool:
    return (
        min(first.right, second.right) - max(first.left, second.left) > 0.5
        and min(first.bottom, second.bottom) - max(first.top, second.top) > 0.5
    )


def inside(inner: Box, outer: Box) -> bool:
    return (
        inner.left >= outer.left - 0.5
        and inner.top >= outer.top - 0.5
        and inner.right <= outer.right + 0.5
        and inner.bottom <= outer.bottom + 0.5
    )


@pytest.mark.parametrize(("layout", "shape"), EACH)
def test_areas_are_on_the_screen_and_have_room(layout: str, shape: str) -> None:
    page = Page(SCREENS[shape])

    for area in LAYOUTS[layout].areas(page).values():
        assert inside(area, page.whole)
        assert area.width > 14 * page.screen.g
        assert area.height > 4.9 * page.screen.g


@pytest.mark.parametrize(("layout", "shape"), [each for each in EACH if each[0] not in LYING_BEHIND])
def test_areas_stand_beside_each_other(layout: str, shape: str) -> None:
    areas = LAYOUTS[layout].areas(Page(SCREENS[shape])).values()

    assert not any(overlap(first, second) for first, second in combinations(areas, 2))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name not in BLEEDING])
def test_nothing_stands_on_covered_edges(layout: str, shape: str) -> None:
    screen = SCREENS[shape]
    page = Page(Screen(screen.width, screen.height, safe_area=0.05))

    assert page.screen.safe == Box.between(
        0.05 * screen.u, 0.05 * screen.u, screen.width - 0.05 * screen.u, screen.height - 0.05 * screen.u
    )
    for area in LAYOUTS[layout].areas(page).values():
        assert inside(area, page.screen.safe)
    for y in (page.title, page.source, page.header, page.content.bottom + page.foot):
        assert y == 0.0 or page.screen.safe.top < y < page.screen.safe.bottom
    assert page.screen.safe.left < page.left < page.right < page.screen.safe.right


@pytest.mark.parametrize(("size", "has_header"), [((1080, 1080), True), ((1280, 1024), False), ((1080, 1920), True)])
def test_a_square_screen_gives_no_width_to_a_spine(size: tuple[int, int], has_header: bool) -> None:
    page = Page(Screen(*size))

    assert page.has_header == has_header
    assert (page.spine == 0.0) == has_header


def test_a_square_page_is_wider_than_one_with_a_spine_and_hardly_lower() -> None:
    square, classic = Page(Screen(1080, 1080)).content, Page(Screen(1280, 1080)).content

    assert square.width > 0.97 * classic.width
    assert square.height > 0.9 * classic.height


@pytest.mark.parametrize(
    ("kinds", "layout"),
    [
        ({"main": "bar"}, "full"),
        ({"main": "slopes"}, "aside"),
        ({"main": "cover"}, "poster"),
        ({"main": "hillside", "figure": "counter"}, "scene"),
        ({"main": "level", "figure": "counter"}, "backdrop"),
        ({"main": "river", "figure": "counter"}, "over"),
        ({"main": "river", "side": "caption"}, "split"),
        ({"main": "bar", "side": "counter"}, "split"),
        ({"main": "tower", "figure": "counter"}, "beside"),
        ({"main": "strip", "figure": "counter"}, "above"),
        ({"top": "figure_row", "middle": "word_row", "bottom": "episodes"}, "rows"),
        ({"figure": "counter", "top": "caption", "bottom": "picture"}, "trio"),
        ({"figure": "counter", "main": "bar", "top": "caption", "bottom": "picture"}, "quarters"),
        ({"first": "bar", "second": "bar", "third": "bar"}, "thirds"),
        ({"first": "bar", "second": "bar", "third": "bar", "fourth": "bar"}, "fourths"),
        ({"main": "bar", "fourth": "bar"}, ""),
    ],
)
def test_a_slide_without_a_layout_gets_the_one_that_fits(kinds: dict[str, str], layout: str) -> None:
    assert fitting_layout(kinds) == layout


def test_the_layouts_are_sketched_for_authors() -> None:
    if os.environ.get("REMAKE_DOCS"):
        sketch(SKETCH)

    assert SKETCH.exists()
    assert SKETCH.stat().st_size < 200_000
