"""Funnels: widths in proportion about one middle, the share of the stage before computed, never wider than before."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.funnel import Funnel
from kiosk.layers import Placed
from kiosk.marks import Bars, Shapes
from tests.charts.test_bar import setting
from tests.charts.within import LANGUAGES, SIZES, assert_apart, assert_inside, extent, read, words
from tests.gallery import example
from tests.kinds.funnel import examples
from tests.kinds.samples import CHAMPIONS, metric, series

FIRMS = {"zh": "家", "en": "firms"}


def bars(placed: Placed, t: float = 99.0) -> Bars:
    return next(mark for mark in placed.at(t) if isinstance(mark, Bars))


def test_stages_are_as_wide_as_what_is_left() -> None:
    mark = bars(example("funnel").place(setting()))

    assert np.allclose(mark.width / mark.width[0], np.array([1280, 460, 185, 74]) / 1280)


def test_all_stages_have_one_middle() -> None:
    mark = bars(example("funnel").place(setting()))

    assert np.allclose(mark.left + mark.width / 2.0, mark.left[0] + mark.width[0] / 2.0)


def test_a_body_narrows_from_each_stage_to_the_next() -> None:
    placed = examples()["body"].place(setting())
    mark = next(each for each in placed.at(99.0) if isinstance(each, Shapes))
    heads = mark.x.reshape(-1, 4)[:, 1] - mark.x.reshape(-1, 4)[:, 0]
    feet = mark.x.reshape(-1, 4)[:, 2] - mark.x.reshape(-1, 4)[:, 3]

    assert np.allclose(heads / heads[0], np.array([5200, 2100, 860, 640]) / 5200)
    assert np.allclose(feet[:-1], heads[1:])


def test_the_share_of_the_stage_before_is_computed() -> None:
    assert {"36%", "40%"} <= set(read(example("funnel").place(setting())))


def test_a_share_stands_on_its_slope_or_clear_of_it() -> None:
    placed = example("funnel").place(setting(1080, 1920))
    slopes = next(mark for mark in placed.at(99.0) if isinstance(mark, Shapes))
    corners_x, corners_y = slopes.x.reshape(-1, 4), slopes.y.reshape(-1, 4)

    shares = [mark for mark in words(placed) if mark.text.endswith("%")]
    assert len(shares) == 3
    for mark, x, y in zip(shares, corners_x, corners_y, strict=True):
        left, top, right, foot = extent(mark)
        half = [float(np.interp(level, y[[0, 2]], [x[1] - x[0], x[2] - x[3]])) / 2.0 for level in (top, foot)]
        middle = (x[0] + x[1]) / 2.0
        is_on = left >= middle - half[1] and right <= middle + half[1]
        assert is_on or left >= middle + half[0]


def test_small_figures_drop_their_unit_for_larger_ones() -> None:
    placed = example("funnel").place(setting(1080, 1920, ("en", "zh")))
    first = next(mark for mark in words(placed) if mark.text == "1,280")

    assert placed.note == "Unit: projects"
    assert first.runs[0].size > 2.0 * setting(1080, 1920).screen.size("small")


def test_long_names_are_whole_where_the_stages_can_give_way() -> None:
    name = "Share of core digital manufacturing in industrial output"
    metrics = tuple(metric(f"数{number}", f"{name} {number}", 30 - 10 * number, FIRMS) for number in range(3))

    read_together = " ".join(read(Funnel(metrics=metrics).place(setting(languages=("en", "zh")))))

    assert "..." not in read_together


def test_a_share_too_small_to_be_written_is_not_written_as_nothing() -> None:
    assert "不足0.1%" in read(examples()["tiny"].place(setting()))


def test_stages_grow_from_the_first_to_the_last() -> None:
    placed = example("funnel").place(setting())

    assert np.all(np.diff(bars(placed, 0.9).width / bars(placed).width) < 0.0)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_words_stay_in_the_box_and_apart(name: str, size: tuple[int, int]) -> None:
    kind = example("funnel") if name == "example" else examples()[name]
    for languages in LANGUAGES:
        where = setting(*size, languages)
        placed = kind.place(where)
        assert_inside(placed, where)
        assert_apart(placed)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "either metrics or a series"),
        ({"metrics": CHAMPIONS}, "10 comes behind 5"),
        ({"metrics": CHAMPIONS[:1]}, "1 stages do not make a funnel"),
        ({"series": series("数", "Number", dict.fromkeys(range(8), 1))}, "8 stages"),
        ({"series": series("数", "Number", {"甲": 3, "乙": None})}, "no value"),
        ({"series": series("数", "Number", {"甲": 0, "乙": 0})}, "nothing that could become less"),
        ({"metrics": (CHAMPIONS[0], metric("亏", "Loss", -3, FIRMS))}, "less than 0"),
        ({"metrics": (CHAMPIONS[0], metric("率", "Rate", 3, "%"))}, "different units"),
    ],
)
def test_what_does_not_narrow_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Funnel(**options)
