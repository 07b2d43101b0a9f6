"""Dot maps: areas in proportion, dots that do not cover each other, links drawn from one end."""

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.dot_map import DotMap, MapPoint
from kiosk.layers import Placed
from kiosk.marks import Dots, Line, Text
from tests.charts.test_bar import setting
from tests.charts.test_region_map import box
from tests.gallery import SCREENS, example
from tests.kinds.dot_map import WORLD, examples, point
from tests.kinds.region_map import city, globe
from tests.kinds.samples import metric, series


def dots(placed: Placed, t: float = 99.0) -> Dots:
    return next(mark for mark in placed.at(t) if isinstance(mark, Dots) and not mark.ring)


def links(placed: Placed, t: float = 99.0) -> Line:
    return next(mark for mark in placed.at(t) if isinstance(mark, Line) and mark.color == "cool5")


def test_areas_are_in_proportion_to_figures() -> None:
    kind = DotMap(
        geography=city(),
        points=(point(123.2, 29.3, metric("甲", "A", 100)), point(123.6, 29.5, metric("乙", "B", 25))),
    )

    mark = dots(kind.place(setting()))

    assert mark.keys == ("a", "b")
    assert mark.color == ("warm", "cool")
    assert (mark.diameter[0] / mark.diameter[1]) ** 2 == pytest.approx(4.0)


def test_dots_do_not_cover_each_other() -> None:
    mark = dots(example("dot_map").place(setting()))

    for first in range(len(mark.x)):
        for second in range(first):
            away = np.hypot(mark.x[first] - mark.x[second], mark.y[first] - mark.y[second])
            assert away >= (mark.diameter[first] + mark.diameter[second]) / 2.0


def test_links_grow_from_their_first_end_to_their_second() -> None:
    placed = example("dot_map").place(setting())
    start, early, end = links(placed, 0.0), links(placed, 1.0), links(placed)
    mark = dots(placed)
    hub = mark.keys.index("dot_map_core")

    assert np.allclose(start.x, start.x[:, :1])
    assert np.allclose([end.x[0, 0], end.y[0, 0]], [mark.x[hub], mark.y[hub]])
    lengths = [np.hypot(np.diff(each.x), np.diff(each.y)).sum(axis=1) for each in (early, end)]
    assert (lengths[0] < lengths[1]).all()
    assert (lengths[0] > 0.0).any()


def test_bows_lie_above_the_straight_line() -> None:
    placed = example("dot_map").place(setting())
    mark = links(placed)
    middle = mark.x.shape[1] // 2

    assert (mark.y[:, middle] <= (mark.y[:, 0] + mark.y[:, -1]) / 2.0 + 1e-6).all()
    straight = links(examples()["globe"].place(setting()))
    assert np.allclose(straight.y[:, middle], (straight.y[:, 0] + straight.y[:, -1]) / 2.0)


def test_nothing_is_a_ring_and_so_is_the_unknown() -> None:
    kind = DotMap(
        geography=city(), sites=globe_sites(), series=series("车", "Trains", {"宁波": 3, "汉堡": 0, "悉尼": None})
    )

    placed = kind.place(setting())

    (rings,) = [mark for mark in placed.at(99.0) if isinstance(mark, Dots) and mark.ring]
    assert rings.keys == ("汉堡", "悉尼")
    assert dots(placed).keys == ("宁波",)


def globe_sites() -> object:
    from kiosk.geography import Geography, Site

    return Geography("cities.geojson", (), tuple(Site({"name": name}, *place) for name, place in WORLD.items()))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_rule_of_the_figure_passes_no_other_dot(language: str) -> None:
    for screen in SCREENS:
        marks = example("dot_map").place(setting(screen.width, screen.height, languages=(language, "zh"))).at(99.0)
        (rule,) = [mark for mark in marks if isinstance(mark, Line) and mark.color == "warm"]
        (points,) = [mark for mark in marks if isinstance(mark, Dots)]
        share = np.linspace(0.0, len(rule.x) - 1.0, 2000)
        x, y = (np.interp(share, np.arange(len(rule.x)), each) for each in (rule.x, rule.y))

        away = np.hypot(x[:, None] - points.x[None, :], y[:, None] - points.y[None, :]).min(axis=0)
        is_other = np.array(points.color) != "warm"
        assert (away > points.diameter / 2.0)[is_other].all(), screen.shape


def test_a_comma_stays_clear_of_the_rule() -> None:
    marks = example("dot_map").place(setting(1080, 1920, languages=("en", "zh"))).at(99.0)

    (rule,) = [mark for mark in marks if isinstance(mark, Line) and mark.color == "warm"]
    figure = next(mark for mark in marks if isinstance(mark, Text) and mark.text.startswith("18,600"))
    assert float(rule.y.min()) - figure.y > 0.15 * max(run.size for run in figure.runs)


def test_no_words_cover_each_other_or_a_dot() -> None:
    for name, kind in {"example": example("dot_map"), **examples()}.items():
        for screen in SCREENS:
            marks = kind.place(setting(screen.width, screen.height)).at(99.0)
            boxes = [box(mark) for mark in marks if isinstance(mark, Text)]
            for index, first in enumerate(boxes):
                for second in boxes[index + 1 :]:
                    is_apart = first[2] <= second[0] or second[2] <= first[0]
                    assert is_apart or first[3] <= second[1] or second[3] <= first[1], (name, screen.shape)
            for left, top, right, bottom in boxes:
                for mark in marks:
                    if isinstance(mark, Dots) and len(mark.x):
                        away = np.hypot(
                            np.maximum(np.maximum(left - mark.x, mark.x - right), 0.0),
                            np.maximum(np.maximum(top - mark.y, mark.y - bottom), 0.0),
                        )
                        assert (away >= mark.diameter / 2.0 - 1.0).all(), (name, screen.shape)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "either points or a series"),
        ({"points": [{"lon": 1, "lat": 2}]}, "a name or a metric"),
        ({"points": [{"lon": 1, "lat": 95, "name": "x"}]}, "less than or equal to 90"),
        ({"points": [{"lon": 1, "lat": 2, "name": "x"}], "links": [["x", "y"]]}, 'no point "y"'),
        ({"points": [{"lon": 1, "lat": 2, "name": "x"}], "links": [["x", "x"]]}, "to itself"),
        ({"points": [{"lon": 1, "lat": 2, "name": "x"}], "highlight": "y"}, 'no "y" to highlight'),
        ({"points": [point(1, 2, metric("甲", "A", -1))]}, "below zero"),
        ({"points": [point(1, 2, metric("甲", "A", 1)), point(1, 2, metric("乙", "B", 1, "%"))]}, "different units"),
        ({"series": series("图", "Map", {"x": 1})}, 'no points with a property "name"'),
        ({"series": series("图", "Map", {"x": 1}), "sites": globe_sites()}, 'no point of the map is called "x"'),
    ],
)
def test_bad_points_are_refused(options: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        DotMap.model_validate({"geography": city(), **options})


def test_a_point_may_be_meant_by_its_name_in_any_language() -> None:
    points = (
        MapPoint.model_validate({"lon": 123.2, "lat": 29.3, "name": {"zh": "港", "en": "Port"}}),
        point(123.6, 29.5, name="站"),
    )

    kind = DotMap(geography=globe(), points=points, links=(("Port", "站"),), highlight="港")

    assert dots(kind.place(setting())).color == ("warm", "cool")
