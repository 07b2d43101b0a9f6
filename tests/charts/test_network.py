"""Networks: what is linked lies near, dots keep apart, names cover nothing, one warm thing with its links."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.geometry.springs import fitted, parted, relaxed
from kiosk.anatomy.values.graph import Graph
from kiosk.anatomy.words.name_places import within
from kiosk.charts.network import Link, NetworkChart, Node
from kiosk.layers import Placed
from kiosk.layouts import Page
from kiosk.marks import Dots, Line, Text
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.typeface import THIN_SPACE
from kiosk.typesetting import width_of
from kiosk.words import Words
from tests.gallery import example
from tests.kinds.network import examples, links
from tests.kinds.samples import metric, series

SIZES = [(1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080)]
RING = Graph(8, tuple((n, (n + 1) % 8) for n in range(8)))


def setting(width: int = 1920, height: int = 1080, languages: tuple[str, ...] = ("zh", "en")) -> Setting:
    page = Page(Screen(width, height))
    return Setting(page.screen, page.content, page.foot, languages)


def marks(placed: Placed, kind: type, t: float = 99.0) -> list[Any]:
    return [mark for mark in placed.at(t) if isinstance(mark, kind)]


def dots(placed: Placed) -> dict[str, tuple[float, float, float]]:
    (mark,) = marks(placed, Dots)
    return {key: (mark.x[n], mark.y[n], mark.diameter[n] / 2.0) for n, key in enumerate(mark.keys)}


def test_steps_count_the_links_between_two_nodes() -> None:
    graph = Graph(5, ((0, 1), (1, 2), (2, 3)))

    assert graph.steps_from(0) == (0, 1, 2, 3, -1)
    assert graph.centre == 1
    assert graph.distances[0, 4] == 4.0


def test_what_is_linked_lies_nearer_than_what_is_not() -> None:
    places = np.array(relaxed(RING))

    linked = [np.hypot(*(places[first] - places[second])) for first, second in RING.links]
    opposite = [np.hypot(*(places[n] - places[n + 4])) for n in range(4)]
    assert max(linked) < 0.5 * min(opposite)


def test_the_same_graph_lies_the_same_way_each_time() -> None:
    once = relaxed(RING)
    relaxed.cache_clear()

    assert relaxed(RING) == once


def test_a_graph_fills_a_room_of_any_shape() -> None:
    radii = np.full(8, 10.0)
    for width, height in ((800.0, 400.0), (400.0, 800.0)):
        points = fitted(relaxed(RING), radii, width, height)
        spans = np.ptp(points, axis=0) + 20.0
        assert spans == pytest.approx((width, height), rel=0.01)


def test_a_row_lies_level_or_stands_upright() -> None:
    chain = relaxed(Graph(4, ((0, 1), (1, 2), (2, 3))))
    radii = np.full(4, 10.0)

    level, upright = fitted(chain, radii, 800.0, 400.0), fitted(chain, radii, 400.0, 800.0)

    assert np.ptp(level[:, 1]) < 0.4 * np.ptp(level[:, 0]) == pytest.approx(0.4 * 780.0, rel=0.01)
    assert np.ptp(upright[:, 0]) < 0.4 * np.ptp(upright[:, 1]) == pytest.approx(0.4 * 780.0, rel=0.01)


def test_dots_in_one_place_are_moved_apart() -> None:
    points = parted(np.zeros((6, 2)), np.full(6, 20.0), (), 10.0, 600.0, 400.0)

    apart = np.hypot(*(points[:, None, :] - points[None, :, :]).transpose(2, 0, 1))
    assert apart[~np.eye(6, dtype=bool)].min() >= 49.0


def test_a_link_does_not_pass_through_a_dot_that_is_not_its_own() -> None:
    row = np.array([[-200.0, 0.0], [0.0, 0.0], [200.0, 0.0]])

    points = parted(row, np.full(3, 20.0), ((0, 2),), 10.0, 600.0, 400.0)

    assert abs(points[1, 1] - points[0, 1]) > 20.0


def test_the_part_of_a_line_inside_a_box() -> None:
    lines = np.array([[0.0, 50.0, 100.0, 50.0], [0.0, 0.0, 100.0, 0.0], [50.0, 0.0, 50.0, 100.0]])

    start, end = within(lines, Box(20.0, 40.0, 60.0, 20.0), 0.0)

    assert (start[0], end[0]) == (0.2, 0.8)
    assert end[1] < start[1]
    assert (start[2], end[2]) == (0.4, 0.6)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("languages", [("zh", "en"), ("en", "zh")])
@pytest.mark.parametrize("variant", ["example", "star", "sixty", "long"])
def test_names_stay_in_the_box_off_dots_and_off_each_other(
    size: tuple[int, int], languages: tuple[str, ...], variant: str
) -> None:
    kind = example("network") if variant == "example" else examples()[variant]
    place = setting(*size, languages=languages)
    placed = kind.place(place)
    boxes = []
    for text in marks(placed, Text):
        if text.runs[0].color == "ground":
            continue
        width, height = width_of(text.runs), text.runs[0].size
        left = text.x - {"middle": width / 2.0, "end": width}.get(text.anchor, 0.0)
        boxes.append((left, text.y - 0.74 * height, left + width, text.y))

    for index, (left, top, right, bottom) in enumerate(boxes):
        assert place.box.left - 1.0 <= left
        assert right <= place.box.right + 1.0
        for other in boxes[index + 1 :]:
            assert left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]
        for x, y, radius in dots(placed).values():
            assert np.hypot(max(left - x, x - right, 0.0), max(top - y, y - bottom, 0.0)) >= radius - 0.5


def test_areas_are_as_large_as_their_figures() -> None:
    nodes = tuple(
        Node(name=Words.of(name), metric=metric(name, name, value, "项")) for name, value in (("甲", 40), ("乙", 10))
    )

    found = dots(NetworkChart(nodes=nodes, links=links(("甲", "乙"))).place(setting()))

    assert found["甲"][2] == pytest.approx(2.0 * found["乙"][2])


def test_a_dot_goes_by_its_metric_or_else_by_its_name() -> None:
    nodes = (Node(name=Words.of("甲"), metric=metric("甲", "a", 3)), Node(name=Words.of("乙")))

    placed = NetworkChart(nodes=nodes, links=links(("甲", "乙"))).place(setting())

    assert set(dots(placed)) == {"a", "乙"}
    assert {mark.key for mark in marks(placed, Text)} == {"name:a", "figure:a", "name:乙"}


def test_each_thing_carries_its_own_figure() -> None:
    placed = examples()["huge"].place(setting())

    read = {mark.text.replace(THIN_SPACE, " ") for mark in marks(placed, Text)}
    assert read == {"甲1.2 万亿", "乙30 亿", "丙0", "丁"}


def test_links_come_out_of_the_warm_dot() -> None:
    placed = NetworkChart(links=links(("甲", "乙"), ("甲", "丙"))).place(setting())
    x, y, _ = dots(placed)["甲"]

    (early,), (late,) = marks(placed, Line, 0.5), marks(placed, Line)

    assert np.allclose(early.x[:, 0], x)
    assert np.allclose(early.y[:, 0], y)
    assert (np.abs(early.x[:, 1] - x) < np.abs(late.x[:, 1] - x)).all()
    assert late.color == "warm"


def test_only_the_warm_thing_and_its_links_are_warm() -> None:
    placed = NetworkChart(links=links(("甲", "乙"), ("乙", "丙"), ("丙", "丁")), highlight="乙").place(setting())

    (mark,) = marks(placed, Dots)
    assert [key for key, color in zip(mark.keys, mark.color, strict=True) if color == "warm"] == ["乙"]
    assert {line.color: len(np.unique(line.x[:, 1])) for line in marks(placed, Line)} == {"cool4": 1, "warm": 2}


def test_a_link_ends_before_a_name_and_goes_on_behind_it() -> None:
    placed = examples()["dense"].place(setting())

    names = [mark for mark in marks(placed, Text) if mark.anchor == "start"]
    rows = np.concatenate([np.stack([m.x[:, 0], m.y[:, 0], m.x[:, 1], m.y[:, 1]], axis=1) for m in marks(placed, Line)])
    for text in names:
        size = text.runs[0].size
        start, end = within(rows, Box(text.x, text.y - 0.7 * size, width_of(text.runs), 0.65 * size), 0.0)
        assert (end - start).max() <= 1e-6


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"links": links(("甲", "甲"))}, "linked to itself"),
        ({"links": links(("甲", "乙"), ("乙", "甲"))}, "linked twice"),
        ({"links": links(("甲", "乙")), "nodes": (Node(name=Words.of("甲")),)}, 'no "乙" to link'),
        ({"links": links(("甲", "乙")), "highlight": "丙"}, 'no "丙" to highlight'),
        ({"links": links(("甲", "乙")), "series": series("甲", "A", {"丙": 1})}, "none of the things"),
        ({"links": links(("甲", "乙")), "series": series("甲", "A", {"甲": -1})}, "less than nothing"),
        ({"links": links(*(("甲", f"{n} 号") for n in range(60)))}, "60 that matter"),
        ({"links": links(("甲", "乙")), "nodes": (Node(name=Words.of("甲")), Node(name=Words.of("甲")))}, "two things"),
    ],
)
def test_what_is_no_network_is_refused_with_a_remedy(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        NetworkChart(**options)


def test_a_thing_may_be_linked_by_its_name_in_any_language() -> None:
    nodes = (Node(name=Words({"zh": "大学", "en": "University"})), Node(name=Words({"zh": "医院", "en": "Hospital"})))

    kind = NetworkChart(nodes=nodes, links=(Link.model_validate({"from": "University", "to": "医院"}),))

    assert kind.graph.links == ((0, 1),)


@pytest.mark.parametrize("languages", [("zh", "en"), ("en", "zh")])
def test_the_warm_thing_of_the_example_has_its_figure(languages: tuple[str, ...]) -> None:
    placed = example("network").place(setting(languages=languages))

    assert any("42" in run.text for mark in marks(placed, Text) for run in mark.runs)


def test_very_long_names_are_set_in_three_lines_before_they_are_left_out() -> None:
    name = "Share of core digital manufacturing in the industrial output"
    things = [f"{name}{number}" for number in range(5)]
    chart = NetworkChart(
        links=tuple(Link.model_validate({"from": "hub", "to": thing}) for thing in things),
        series=series("数", "Number", {"hub": 5, **{thing: index for index, thing in enumerate(things)}}),
    )

    placed = chart.place(setting(languages=("en", "zh")))

    named = {mark.key for mark in marks(placed, Text) if mark.key.startswith("name:")}
    assert len(named) >= 5
