"""Region maps: tints by value, one warm region with its figure, names only where there is room."""

import pytest
from pydantic import ValidationError

from kiosk.charts.region_map import RegionMap
from kiosk.layers import Placed
from kiosk.marks import Bars, Line, Shapes, Text
from kiosk.typesetting import width_of
from tests.charts.test_bar import setting
from tests.gallery import SCREENS, example
from tests.kinds.region_map import city, examples, grid
from tests.kinds.samples import series


def shapes(placed: Placed, t: float = 99.0) -> list[Shapes]:
    return [mark for mark in placed.at(t) if isinstance(mark, Shapes)]


def colors(placed: Placed) -> dict[str, str]:
    """The colour of each region that has one."""
    return {key: str(mark.color) for mark in shapes(placed)[1:] for key in mark.keys}


def texts(placed: Placed) -> dict[str, str]:
    return {mark.key: mark.text for mark in placed.at(99.0) if isinstance(mark, Text) and mark.key}


def test_seven_tints_rise_with_the_value_and_the_greatest_is_warm() -> None:
    fields = grid(8, 1, 100.0, 20.0, 0.5)
    values = {region.properties["name"]: index for index, region in enumerate(fields.regions)}

    found = colors(RegionMap(geography=fields, series=series("企业", "Firms", values)).place(setting()))

    assert [found[f"A{number}"] for number in range(1, 9)] == [*(f"cool{step}" for step in range(1, 8)), "warm"]


def test_regions_without_a_value_are_outlined_only_and_a_note_says_so() -> None:
    placed = example("region_map").place(setting())

    assert "东屿区" in shapes(placed)[0].keys
    assert "东屿区" not in colors(placed)
    assert placed.note == "仅有轮廓的区域无数据"


def test_the_warm_region_has_its_figure_at_the_end_of_its_rule() -> None:
    for screen in SCREENS:
        placed = example("region_map").place(setting(screen.width, screen.height))

        (figure,) = [mark for mark in placed.at(99.0) if isinstance(mark, Text) and mark.key == "figure:高新区"]
        rule = [mark for mark in placed.at(99.0) if isinstance(mark, Line) and mark.color == "warm"][-1]
        assert figure.text == "96家"
        assert {run.color for run in figure.runs} == {"warm"}
        assert 0.0 < rule.y[-1] - figure.y < 3.0 * screen.g


def test_no_words_cover_each_other() -> None:
    for name, kind in {"example": example("region_map"), **examples()}.items():
        for screen in SCREENS:
            boxes = [
                box(mark)
                for mark in kind.place(setting(screen.width, screen.height)).at(99.0)
                if isinstance(mark, Text)
            ]
            for index, first in enumerate(boxes):
                for second in boxes[index + 1 :]:
                    is_apart = first[2] <= second[0] or second[2] <= first[0]
                    assert is_apart or first[3] <= second[1] or second[3] <= first[1], (name, screen.shape)


def box(mark: Text) -> tuple[float, float, float, float]:
    """The ink of a line, a little less than it."""
    width, size = width_of(mark.runs), max(run.size for run in mark.runs)
    left = mark.x - {"end": width, "middle": width / 2.0}.get(mark.anchor, 0.0)
    return left + 1.0, mark.y - 0.7 * size, left + width - 1.0, mark.y


def test_a_figure_fits_where_a_region_is_narrow_at_its_foot() -> None:
    words = texts(example("region_map").place(setting()))

    named = {key.removeprefix("name:") for key in words if key.startswith("name:")}
    assert named <= {key.removeprefix("figure:") for key in words if key.startswith("figure:")}


def test_names_are_those_of_the_language() -> None:
    assert texts(example("region_map").place(setting()))["name:老城区"] == "老城区"
    assert "name:老城区" in texts(example("region_map").place(setting(languages=("en", "zh"))))
    assert {"Old", "Town", "Old Town"} & {
        mark.text
        for mark in example("region_map").place(setting(languages=("en", "zh"))).at(99.0)
        if isinstance(mark, Text)
    }


def test_regions_light_up_from_the_faintest_to_the_strongest() -> None:
    order = [mark.color for mark in shapes(example("region_map").place(setting()), 0.85)[1:] if mark.opacity > 0.0]

    assert order == sorted(order)[: len(order)]
    assert 2 <= len(order) < 7


def test_the_scale_names_the_least_and_the_greatest_of_the_tinted() -> None:
    placed = example("region_map").place(setting())
    words = {mark.text for mark in placed.at(99.0) if isinstance(mark, Text)}
    (squares,) = [mark for mark in placed.at(99.0) if isinstance(mark, Bars)]

    assert {"9", "63\u2009家"} <= words
    assert squares.color == tuple(f"cool{step}" for step in range(1, 8))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"series": series("图", "Map", {"高新区": 1, "高薪区": 2, "老城": 3})}, 'called "高薪区", nor "老城"'),
        ({"series": series("图", "Map", {"高新区": 1}), "by": "nmae"}, 'a property "nmae"'),
        ({"series": series("图", "Map", {"高新区": 1}), "names": "english"}, 'a property "english"'),
        ({"series": series("图", "Map", {"高新区": 1}), "highlight": "老城区"}, 'no "老城区" to highlight'),
    ],
)
def test_what_is_not_on_the_map_is_refused(options: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        RegionMap.model_validate({"geography": city(), **options})
