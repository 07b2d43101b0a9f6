"""Radars: distances in proportion to values, one scale or one for each axis, names that never collide."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.radar import OWN_SCALES, Radar, ring_step
from kiosk.layers import Placed
from kiosk.marks import Line, Shapes
from tests.charts.test_bar import setting
from tests.charts.within import LANGUAGES, SIZES, assert_apart, assert_inside, read
from tests.gallery import example
from tests.kinds.radar import examples
from tests.kinds.samples import series

FOUR = {"一": 1, "二": 2, "三": 3, "四": 4}


def outlines(placed: Placed, t: float = 99.0) -> list[Line]:
    return [mark for mark in placed.at(t) if isinstance(mark, Line) and mark.closed]


def distances(placed: Placed, mark: Line) -> Any:
    """How far the corners of a profile are from the middle, where the axes meet."""
    axes = next(each for each in placed.at(99.0) if isinstance(each, Line) and each.color == "axis")
    return np.hypot(mark.x - axes.x[0, 0], mark.y - axes.y[0, 0])


def test_corners_are_as_far_out_as_their_values() -> None:
    placed = example("radar").place(setting())
    second, first = outlines(placed)

    far = distances(placed, first)

    assert np.allclose(far / far[0], np.array([92, 84, 71, 88, 66, 79]) / 92)
    assert np.allclose(distances(placed, second) / far[0], np.array([68, 72, 75, 70, 58, 74]) / 92)


def test_the_first_series_is_warm_and_filled() -> None:
    placed = example("radar").place(setting())

    assert [mark.color for mark in outlines(placed)] == ["cool", "warm"]
    assert [mark.color for mark in placed.at(99.0) if isinstance(mark, Shapes)] == ["warm"]


def test_profiles_grow_from_the_middle() -> None:
    placed = example("radar").place(setting())
    now, full = outlines(placed, 1.2)[-1], outlines(placed)[-1]

    share = distances(placed, now) / distances(placed, full)

    assert np.allclose(share, share[0])
    assert 0.05 < share[0] < 0.95


def test_axes_of_their_own_are_said() -> None:
    kind = examples()["each"]
    placed = kind.place(setting())

    assert placed.note == OWN_SCALES.get("zh")
    assert np.isclose(np.max([distances(placed, mark) for mark in outlines(placed)], axis=0).std(), 0.0)
    assert {"420", "9.4"} <= set(read(placed))


@pytest.mark.parametrize(("full", "rings"), [(100.0, 2), (97.0, 3), (10.0, 2), (4.0, 2), (1.2e12, 2), (0.3, 3)])
def test_there_are_two_or_three_rings_at_round_values(full: float, rings: int) -> None:
    assert int(1.0 / ring_step(full) + 1e-9) == rings


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_words_stay_in_the_box_and_apart(name: str, size: tuple[int, int]) -> None:
    kind = example("radar") if name == "example" else examples()[name]
    for languages in LANGUAGES:
        where = setting(*size, languages)
        placed = kind.place(where)
        assert_inside(placed, where)
        assert_apart(placed)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"series": (series("甲", "A", {"一": 1, "二": 2}),)}, "2 axes do not make a radar"),
        ({"series": (series("甲", "A", FOUR), series("乙", "B", {"一": 1, "二": 2, "三": 3}))}, "the same places"),
        ({"series": (series("甲", "A", {**FOUR, "二": None}),)}, "a value is missing"),
        ({"series": (series("甲", "A", {**FOUR, "二": -2}),)}, "less than 0"),
        ({"series": (series("甲", "A", FOUR),), "to": 3.0}, "write to: 4 or more"),
        ({"series": (series("甲", "A", FOUR),), "scale": "each"}, "write a series behind ends:"),
        ({"series": (series("甲", "A", FOUR), series("乙", "B", FOUR, "%"))}, "different units"),
        ({"series": (series("甲", "A", FOUR),), "names": {"五": "five"}}, "no place"),
    ],
)
def test_what_is_no_profile_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Radar(**options)
