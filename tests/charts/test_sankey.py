"""Sankey diagrams: breadths in proportion, columns by depth, no circles, streams that arrive in the order they left."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.geometry.course import Course
from kiosk.anatomy.values.streams import Basin, circle, streams_of
from kiosk.charts.sankey import Flow, Sankey
from kiosk.layers import Placed
from kiosk.layouts import Page
from kiosk.marks import Bars, Shapes, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from tests.gallery import example
from tests.kinds.samples import metric, series
from tests.kinds.sankey import examples

POWER = {"风 > 网": 30, "光 > 网": 10, "光 > 储": 5, "网 > 厂": 40, "储 > 厂": 5}
SIZES = [(1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080)]


def setting(width: int = 1920, height: int = 1080, languages: tuple[str, ...] = ("zh", "en")) -> Setting:
    page = Page(Screen(width, height))
    return Setting(page.screen, page.content, page.foot, languages)


def basin(values: dict[str, Any]) -> Basin:
    return Basin(streams_of(series("电", "Power", values)))


def marks(placed: Placed, kind: type) -> list[Any]:
    return [mark for mark in placed.at(placed.duration) if isinstance(mark, kind)]


def test_nodes_stand_in_columns_by_the_longest_way_and_ends_in_the_last() -> None:
    assert basin(POWER).columns == (("风", "光"), ("网", "储"), ("厂",))
    assert basin({"甲 > 乙": 1, "乙 > 丙": 1, "甲 > 丁": 1}).columns == (("甲",), ("乙",), ("丙", "丁"))


def test_a_node_is_as_much_as_comes_in_or_goes_out() -> None:
    assert basin(POWER).amounts == {"风": 30.0, "网": 40.0, "光": 15.0, "储": 5.0, "厂": 45.0}
    assert basin({"甲 > 乙": 0.1, "丙 > 乙": 0.2}).amounts["乙"] == 0.3


def test_a_circle_is_found_wherever_it_begins() -> None:
    streams = streams_of(series("甲", "A", {"甲 > 乙": 1, "乙 > 丙": 1, "丙 > 丁": 1, "丁 > 乙": 1}))

    assert circle(streams) == ("乙", "丙", "丁", "乙")
    assert circle(streams[:3]) == ()


def test_nodes_of_a_column_never_touch_and_stay_in_the_box() -> None:
    values = {f"{a} > {b}": 1 + a * b % 5 for a in range(6) for b in range(6, 12)}
    course = Course(basin(values), 600.0, (20.0, 20.0))

    for column in course.basin.columns:
        edges = sorted(course.nodes[node] for node in column)
        assert edges[0][0] >= -1e-6
        assert edges[-1][1] <= 600.0 + 1e-6
        assert all(above[1] + 20.0 <= below[0] + 1e-6 for above, below in pairwise(edges))


def test_streams_that_need_not_cross_do_not() -> None:
    course = Course(basin({"甲 > 丁": 5, "乙 > 丙": 5}), 600.0, (20.0, 20.0))

    first, second = course.ways
    assert np.sign(first[0] - second[0]) == np.sign(first[-1] - second[-1])


def test_a_stream_that_passes_a_column_goes_round_its_nodes() -> None:
    course = Course(basin({"甲 > 乙": 9, "乙 > 丙": 9, "甲 > 丙": 4}), 600.0, (20.0, 20.0, 20.0))

    lane, half = course.ways[2][1], 2.0 * course.scale
    top, bottom = course.nodes["乙"]
    assert lane + half <= top or lane - half >= bottom


def test_streams_are_as_broad_as_they_are_much() -> None:
    placed = example("sankey").place(setting())

    breadths = {}
    for mark in marks(placed, Shapes):
        start = 0
        for key, end in zip(mark.keys, mark.ends, strict=True):
            breadths[key] = float(np.abs(mark.y[start] - mark.y[end - 1]))
            start = end
    each = [breadths[stream.key] / stream.value for stream in example("sankey").streams]
    assert np.allclose(each, each[0])


def test_nodes_are_as_long_as_their_amounts_on_every_screen() -> None:
    for size in SIZES:
        (mark,) = marks(example("sankey").place(setting(*size)), Bars)
        length = mark.width if size[0] < size[1] else mark.height
        by_key = dict(zip(mark.keys, length, strict=True))
        assert by_key["wind"] / by_key["bought"] == pytest.approx(34 / 40)


def test_it_flows_to_the_right_and_on_an_upright_screen_downwards() -> None:
    placed = Sankey(series=series("电", "Power", POWER))
    (wide,), (tall,) = marks(placed.place(setting()), Bars), marks(placed.place(setting(1080, 1920)), Bars)

    at = wide.keys.index("厂"), wide.keys.index("风")
    assert wide.left[at[0]] > wide.left[at[1]]
    assert tall.top[at[0]] > tall.top[at[1]]


def test_streams_advance_with_one_front() -> None:
    placed = example("sankey").place(setting())

    def advanced(t: float) -> float:
        return float(sum(mark.x.sum() for mark in placed.at(t) if isinstance(mark, Shapes)))

    assert advanced(0.6) < advanced(1.0) < advanced(1.6) < advanced(3.0)


def test_a_warm_node_warms_all_that_flows_through_it_and_a_warm_stream_only_itself() -> None:
    values = series("电", "Power", POWER)

    def warm(highlight: str) -> tuple[set[str], set[str]]:
        placed = Sankey(series=values, highlight=highlight).place(setting())
        (bars,) = marks(placed, Bars)
        nodes = {key for key, color in zip(bars.keys, bars.color, strict=True) if color == "warm"}
        shapes = [mark for mark in marks(placed, Shapes) if str(mark.color).startswith("warm")]
        return nodes, {key for mark in shapes for key in mark.keys}

    assert warm("储") == ({"储"}, {"光 > 储", "储 > 厂"})
    assert warm("光 > 网") == (set(), {"光 > 网"})
    assert warm("none") == (set(), set())


def test_nodes_go_by_their_first_name_and_are_named_in_each_language() -> None:
    flows = [
        Flow.model_validate({"from": {"zh": "风", "en": "Wind"}, "to": "网", "metric": metric("甲", "a", 3)}),
        Flow.model_validate({"from": "光", "to": {"zh": "网", "en": "Grid"}, "metric": metric("乙", "b", 4)}),
    ]
    placed = Sankey(flows=tuple(flows), highlight="Wind").place(setting(languages=("en", "zh")))

    read = {mark.text for mark in marks(placed, Text)}
    assert {"Wind", "Grid", "光", "7"} <= read
    assert {mark.key for mark in marks(placed, Text)} >= {"name:风", "figure:网"}
    assert {key for mark in marks(placed, Shapes) for key in mark.keys} == {"a", "b"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("languages", [("zh", "en"), ("en", "zh")])
@pytest.mark.parametrize("variant", ["twelve", "long", "four", "uneven"])
def test_words_stay_in_the_box_and_off_each_other(
    size: tuple[int, int], languages: tuple[str, ...], variant: str
) -> None:
    place = setting(*size, languages=languages)
    boxes = []
    for text in marks(examples()[variant].place(place), Text):
        width, height = width_of(text.runs), text.runs[0].size
        left = text.x - {"middle": width / 2.0, "end": width}.get(text.anchor, 0.0)
        boxes.append((left, text.y - 0.74 * height, left + width, text.y))

    assert all(place.box.left - 1.0 <= left and right <= place.box.right + 1.0 for left, _, right, _ in boxes)
    for index, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"甲": 3}, "from where to where"),
        ({"甲 > 乙": -3}, "turn it round"),
        ({"甲 > 乙": 0}, "nothing flows"),
        ({"甲 > 乙": 1, "乙 > 丙": 2, "丙 > 甲": 3}, "take one flow out of 甲 > 乙 > 丙 > 甲"),
        ({"甲 > 甲": 1}, "must not come back"),
        ({"甲 > 乙": 1, "甲>乙": 2}, "add the amounts up"),
        ({f"{index} > 汇": 1 for index in range(13)}, "12 at most"),
    ],
)
def test_what_does_not_flow_is_refused_with_a_remedy(values: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Sankey(series=series("甲", "A", values))


def test_a_highlight_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValidationError, match='no "海" to highlight'):
        Sankey(series=series("电", "Power", POWER), highlight="海")


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("name", ["example", "twelve"])
def test_words_stand_beside_their_own_node_and_no_other(name: str, width: int, height: int) -> None:
    if name == "twelve" and height > width:
        pytest.skip("twelve names have no room side by side")
    kind = example("sankey") if name == "example" else examples()[name]
    placed = kind.place(setting(width, height, ("en", "zh")))
    nodes = next(bars for bars in marks(placed, Bars))
    figures = {mark.key: mark for mark in marks(placed, Text) if mark.key.startswith("figure:")}

    for index, node in enumerate(nodes.keys):
        if (figure := figures.get(f"figure:{node}")) is None:
            continue
        start, length = (nodes.left, nodes.width) if height > width else (nodes.top, nodes.height)
        at = figure.x if height > width else figure.y - 0.36 * figure.runs[0].size
        along = nodes.top if height > width else nodes.left
        column = [other for other in range(len(nodes.keys)) if abs(along[other] - along[index]) < 1.0]
        nearest = min(column, key=lambda other: abs(start[other] + length[other] / 2.0 - at))
        assert nodes.keys[nearest] == node
