"""Scatter charts: places by values, areas by size, names that cover nothing."""

from itertools import combinations

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.bodies.point_cloud import PointCloud, aligned
from kiosk.anatomy.geometry.vacancy import box_of
from kiosk.charts.scatter import Scatter
from kiosk.layers import Placed
from kiosk.marks import Bars, Dots, Text
from tests.charts.test_bar import SIZES, setting
from tests.gallery import example
from tests.kinds.samples import LONG, series
from tests.kinds.scatter import cloud, examples

X = series("甲", "A", {"东": 1, "西": 2, "南": 4, "北": 9})
Y = series("乙", "B", {"北": 90, "南": 40, "西": 20, "东": 10})


def dots(placed: Placed) -> Dots:
    return next(mark for mark in placed.at(placed.duration) if isinstance(mark, Dots) and mark.keys)


def names(placed: Placed) -> list[Text]:
    return [mark for mark in placed.at(placed.duration) if isinstance(mark, Text) and mark.key.startswith("name:")]


def test_dots_stand_where_their_values_say_whatever_the_order_of_places() -> None:
    mark = dots(Scatter(x=X, y=Y, highlight="none").place(setting()))

    assert mark.keys == ("东", "西", "南", "北")
    assert np.allclose(np.diff(mark.x) / (mark.x[1] - mark.x[0]), [1.0, 2.0, 5.0])
    assert np.allclose(np.diff(mark.y) / (mark.y[1] - mark.y[0]), [1.0, 2.0, 5.0])
    assert mark.y[-1] < mark.y[0]


def test_the_area_of_a_bubble_goes_by_its_value() -> None:
    kind = Scatter(x=X, y=Y, size=series("丙", "C", {"东": 100, "西": 400, "南": 900, "北": 1600}), highlight="none")
    mark = dots(kind.place(setting()))

    by_key = dict(zip(mark.keys, mark.diameter, strict=True))
    assert by_key["北"] / by_key["东"] == pytest.approx(4.0)
    assert mark.keys[0] == "北"


def test_ratios_are_equal_lengths_on_a_log_scale() -> None:
    rising = series("甲", "A", {"东": 1, "西": 10, "南": 100})
    mark = dots(Scatter(x=rising, y=rising, scale_x="log", scale_y="log", highlight="none").place(setting()))

    assert np.allclose(np.diff(mark.x), np.diff(mark.x)[0])
    assert np.allclose(np.diff(mark.y), np.diff(mark.y)[0])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_cover_neither_each_other_nor_dots(size: tuple[int, int], language: str) -> None:
    placed = example("scatter").place(setting(*size, languages=(language, "zh")))
    boxes = [box_of(mark) for mark in names(placed)]

    assert boxes
    for first, second in combinations(boxes, 2):
        assert first[2] <= second[0] or second[2] <= first[0] or first[3] <= second[1] or second[3] <= first[1]
    for mark in placed.at(placed.duration):
        if isinstance(mark, Dots) and mark.keys:
            for left, top, right, bottom in boxes:
                away = np.hypot(
                    np.maximum(np.maximum(left - mark.x, mark.x - right), 0.0),
                    np.maximum(np.maximum(top - mark.y, mark.y - bottom), 0.0),
                )
                assert np.all(away >= mark.diameter / 2.0 - 1.0)


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 1080)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_ten_things_are_all_named(size: tuple[int, int], language: str) -> None:
    placed = example("scatter").place(setting(*size, languages=(language, "zh")))

    assert len(names(placed)) == 10


def test_where_most_names_have_no_room_only_the_point_is_named() -> None:
    placed = examples()["bubbles"].place(setting())

    assert len(names(placed)) == 1


def test_a_long_name_of_a_scale_keeps_its_unit() -> None:
    long = series(LONG["zh"], LONG["en"], {"东": 1, "西": 2}, "%")

    words = [
        mark.text
        for mark in Scatter(x=X, y=long).place(setting(languages=("en", "zh"))).at(99.0)
        if isinstance(mark, Text)
    ]

    assert any(word.startswith("Value added") and word.endswith("(%)") for word in words)


def test_the_highlighted_thing_is_warm_and_named() -> None:
    placed = Scatter(x=X, y=Y, highlight="南").place(setting())

    warm = [mark.keys for mark in placed.at(99.0) if isinstance(mark, Dots) and mark.color == "warm"]
    assert warm == [("南",)]
    assert any(mark.text == "南" and mark.runs[0].color == "warm" for mark in names(placed))


def test_things_without_all_their_values_are_left_out_and_counted() -> None:
    placed = examples()["missing"].place(setting())

    assert placed.note.startswith("6")
    assert sum(len(mark.keys) for mark in placed.at(99.0) if isinstance(mark, Dots)) == 2


def test_two_thousand_dots_are_one_mark() -> None:
    marks = [mark for mark in cloud(2000).place(setting()).at(99.0) if isinstance(mark, Bars)]

    assert [len(mark.keys) for mark in marks] == [1999]


def test_series_that_have_no_thing_in_common_are_refused() -> None:
    with pytest.raises(ValidationError, match="same places"):
        Scatter(x=X, y=series("乙", "B", {"中": 3}))


@pytest.mark.parametrize(
    ("option", "what"),
    [
        ({"size": series("丙", "C", {"东": -1})}, "cannot be less than 0"),
        ({"highlight": "中"}, "no .*中.* to highlight"),
        ({"y": series("乙", "B", {"东": 0, "西": 1}), "scale_y": "log"}, "no place for 0"),
        ({"y": series("乙", "B", [("东", 1), ("东", 2)])}, "two values"),
    ],
)
def test_what_cannot_be_placed_is_refused(option: dict[str, object], what: str) -> None:
    with pytest.raises(ValidationError, match=what):
        Scatter.model_validate({"x": X, "y": Y} | option)


def test_values_are_matched_by_the_names_of_their_places() -> None:
    found, (x, y) = aligned((X, Y))

    assert found == ("东", "西", "南", "北")
    assert np.array_equal(x * 10.0, y)
    assert PointCloud(setting(), found, X, Y, None, x, y, np.ones(4)).point is None
