"""Projections: true shapes near by, true areas far off, and no smear across the date line."""

import numpy as np
import pytest

from kiosk.anatomy.geometry.outlines import Outlines, terrain_of
from kiosk.anatomy.geometry.projection import Projection, projection_of
from kiosk.marks import Array, array
from kiosk.screen import Box
from tests.kinds.region_map import city

SQUARE = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])


def area(ring: Array) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2.0


def test_a_square_far_in_the_north_is_still_a_square() -> None:
    ring = array([10.0, 60.0] + SQUARE * [2.0, 1.0])
    (flat,) = projection_of([ring]).ring(ring)

    width, height = np.ptp(flat, axis=0)

    assert width / height == pytest.approx(2.0 * np.cos(np.radians(60.5)), rel=1e-9)


def test_north_is_up() -> None:
    view = projection_of([array(SQUARE)])

    assert view.site(0.5, 0.9)[1] < view.site(0.5, 0.1)[1]
    assert view.site(0.9, 0.5)[0] > view.site(0.1, 0.5)[0]


def test_the_world_is_in_equal_earth() -> None:
    """The lengths that its authors name: the pole is 0.59247 as long as the equator, the map 0.48671 as high as wide."""
    equator, pole = Projection(0.0).plane(array([[180.0, 0.0], [180.0, 90.0]]))

    assert pole[0] / equator[0] == pytest.approx(0.59247, abs=1e-4)
    assert -pole[1] / equator[0] == pytest.approx(0.48672, abs=1e-4)


def test_areas_of_the_world_are_true() -> None:
    view = Projection(0.0)
    low, high = (view.ring(array([20.0, south] + SQUARE * 10.0))[0] for south in (0.0, 60.0))

    on_globe = np.sin(np.radians(70.0)) - np.sin(np.radians(60.0)), np.sin(np.radians(10.0))
    assert area(high) / area(low) == pytest.approx(on_globe[0] / on_globe[1], rel=2e-3)


def test_land_across_the_date_line_stays_whole_where_the_map_has_room_elsewhere() -> None:
    ring = array([[178.0, -19.0], [-179.0, -19.0], [-179.0, -16.0], [178.0, -16.0]])
    view = projection_of([ring])
    (flat,) = view.ring(ring)

    assert view.middle == pytest.approx(179.5)
    assert np.ptp(flat[:, 0]) == pytest.approx(np.radians(3.0) * np.cos(np.radians(17.5)))


def test_on_a_map_of_the_world_it_is_cut_in_two() -> None:
    ring = array([[170.0, 60.0], [-170.0, 60.0], [-170.0, 70.0], [170.0, 70.0]])

    parts = Projection(0.0).ring(ring)

    assert len(parts) == 2
    assert max(float(np.ptp(part[:, 0])) for part in parts) < 0.4
    (whole,) = Projection(180.0).ring(ring)
    assert sum(map(area, parts)) == pytest.approx(area(whole), rel=5e-3)


def test_land_round_the_pole_reaches_it() -> None:
    ring = array([[-180.0 + 10.0 * step, -70.0] for step in range(36)])

    (flat,) = Projection(0.0).ring(ring)

    cap = 2.0 * np.pi * (1.0 - np.sin(np.radians(70.0)))
    assert flat[:, 1].max() == pytest.approx(1.317363, abs=1e-5)
    assert area(flat) == pytest.approx(cap, rel=0.01)


def test_borders_that_neighbours_share_lie_on_each_other_when_simplified() -> None:
    terrain = terrain_of([region.rings for region in city().regions])
    sheet = Outlines(terrain, Box(0.0, 0.0, 300.0, 200.0), 4.0)

    before = sum(len(ring) for rings in terrain.areas for ring in rings)
    points = np.concatenate([ring for rings in sheet.areas for ring in rings])

    assert len(points) < 0.6 * before
    shared = len(points) - len(np.unique(points, axis=0))
    assert shared > 0.35 * len(points)


def test_no_region_loses_all_its_rings() -> None:
    speck = array([130.0, 30.0] + SQUARE * 1e-5)
    sheet = Outlines(
        terrain_of([(array(SQUARE + np.array([120.0, 30.0])),), (speck,)]), Box(0.0, 0.0, 100.0, 100.0), 4.0
    )

    assert [len(rings) for rings in sheet.areas] == [1, 1]


def test_a_map_keeps_its_shape_in_every_box() -> None:
    terrain = terrain_of([(array(SQUARE),)])

    for box in (Box(10.0, 20.0, 900.0, 300.0), Box(0.0, 0.0, 200.0, 800.0)):
        sheet = Outlines(terrain, box, 1.0)
        assert sheet.box.width / sheet.box.height == pytest.approx(terrain.aspect)
        assert sheet.box.right <= box.right + 1e-6
        assert sheet.box.bottom <= box.bottom + 1e-6
