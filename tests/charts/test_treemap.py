"""Treemaps: areas in proportion, tiles side by side without gap or overlap, words inside their tiles, one warm tile."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.geometry.tiling import tiling
from kiosk.charts.treemap import Treemap, TreemapGroup
from kiosk.layers import Placed
from kiosk.layouts import Page
from kiosk.marks import Bars, Text
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from kiosk.words import Words
from tests.gallery import example
from tests.kinds.samples import CHAMPIONS, metric, series
from tests.kinds.treemap import examples

SIZES = [(1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080)]
FIRMS = {"甲": 50, "乙": 30, "丙": 15, "丁": 5}


def setting(width: int = 1920, height: int = 1080, languages: tuple[str, ...] = ("zh", "en")) -> Setting:
    page = Page(Screen(width, height))
    return Setting(page.screen, page.content, page.foot, languages)


def bars(placed: Placed, t: float | None = None) -> Bars:
    return next(mark for mark in placed.at(placed.duration if t is None else t) if isinstance(mark, Bars))


def texts(placed: Placed) -> list[Text]:
    return [mark for mark in placed.at(placed.duration) if isinstance(mark, Text)]


@pytest.mark.parametrize("box", [Box(0.0, 0.0, 600.0, 400.0), Box(10.0, 20.0, 100.0, 900.0)])
@pytest.mark.parametrize("sizes", [(6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0), (1.0,), (1e9, 1e-3), tuple([1.0] * 60)])
def test_a_box_is_cut_into_areas_in_proportion_that_fill_it(box: Box, sizes: tuple[float, ...]) -> None:
    tiles = tiling(sizes, box)

    areas = np.array([tile.width * tile.height for tile in tiles])
    assert np.allclose(areas / areas.sum(), np.array(sizes) / sum(sizes))
    assert areas.sum() == pytest.approx(box.width * box.height)
    assert all(tile.left >= box.left - 1e-6 and tile.right <= box.right + 1e-6 for tile in tiles)
    assert all(tile.top >= box.top - 1e-6 and tile.bottom <= box.bottom + 1e-6 for tile in tiles)


def test_the_tiles_of_the_paper_are_no_longer_than_it_says() -> None:
    # Section 3.1 of the paper: 6, 6, 4, 3, 2, 2, 1 in a rectangle of 6 by 4.
    tiles = tiling((6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0), Box(0.0, 0.0, 6.0, 4.0))

    assert (tiles[0].width, tiles[0].height) == (3.0, 2.0)
    assert (tiles[1].left, tiles[1].top) == (0.0, 2.0)
    assert tiles[2].width == pytest.approx(12 / 7)
    assert tiles[2].height == pytest.approx(7 / 3)


def test_tiles_of_all_groups_have_one_scale() -> None:
    kind = example("treemap")

    mark = bars(kind.place(setting()))

    by_key = {f"{part.datum.id}/{part.key}": part.value for part in kind.portions()}
    each = mark.width * mark.height / np.array([by_key[key] for key in mark.keys])
    # Gaps of a few pixels are taken from every tile.
    assert each.min() >= 0.88 * each.max()


def test_a_whole_grows_from_the_left_and_comes_apart() -> None:
    placed = Treemap(series=series("企业", "Firms", FIRMS)).place(setting())

    early, middle, end = bars(placed, 0.5), bars(placed, 0.8), bars(placed)

    assert early.width.sum() < middle.width.sum()
    assert (end.height <= middle.height).all()
    assert early.left.min() == end.left.min()


def test_the_greatest_is_warm_unless_told_otherwise() -> None:
    placed = Treemap(series=series("企业", "Firms", FIRMS)).place(setting())
    other = Treemap(series=series("企业", "Firms", FIRMS), highlight="丙").place(setting())

    assert dict(zip(bars(placed).keys, bars(placed).color, strict=True))["甲"] == "warm"
    assert [key for key, color in zip(bars(other).keys, bars(other).color, strict=True) if color == "warm"] == ["丙"]


def test_tiles_and_words_have_the_keys_of_their_parts() -> None:
    placed = Treemap(metrics=CHAMPIONS).place(setting())

    keys = {mark.key for mark in texts(placed)}

    assert set(bars(placed).keys) == {metric.id for metric in CHAMPIONS}
    assert {f"name:{CHAMPIONS[3].id}", f"figure:{CHAMPIONS[3].id}"} <= keys


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("languages", [("zh", "en"), ("en", "zh")])
@pytest.mark.parametrize("variant", ["series", "sixty", "long", "huge"])
def test_words_lie_within_their_tiles(size: tuple[int, int], languages: tuple[str, ...], variant: str) -> None:
    placed = examples()[variant].place(setting(*size, languages=languages))

    mark = bars(placed)
    edges = {
        key: (mark.left[index], mark.top[index], mark.width[index], mark.height[index])
        for index, key in enumerate(mark.keys)
    }
    for text in texts(placed):
        if text.key and not text.upright:
            left, top, width, height = edges[text.key.partition(":")[2]]
            assert left <= text.x
            assert text.x + width_of(text.runs) <= left + width + 0.15 * text.runs[0].size
            assert top <= text.y - 0.7 * text.runs[0].size
            assert text.y <= top + height


def test_tiles_without_a_name_are_counted_below() -> None:
    placed = examples()["sixty"].place(setting())

    named = {mark.key for mark in texts(placed) if mark.key.startswith("name:")}
    assert placed.note == f"{60 - len(named)} 块太小 未标名"


def test_what_is_nought_or_missing_has_no_tile_and_is_told() -> None:
    placed = examples()["nearly-all"].place(setting(languages=("en", "zh")))

    assert bars(placed).keys == ("甲", "戊", "乙")
    assert "2 parts zero or not known" in placed.note


def test_a_warm_tile_without_a_name_is_named_below() -> None:
    placed = examples()["nearly-all"].place(setting())

    assert "暖色为乙 1" in placed.note


def test_a_part_that_is_not_there_may_be_highlighted() -> None:
    placed = Treemap(series=series("企业", "Firms", {"甲": 5, "乙": None, "丙": 2}), highlight="乙").place(setting())

    assert "warm" not in bars(placed).color


def test_sums_of_groups_are_free_of_binary_noise() -> None:
    groups = tuple(
        TreemapGroup(
            label=Words.of(name), metrics=(metric(name + "1", name + "1", 0.1, "t"), metric(name, name, 0.2, "t"))
        )
        for name in ("甲", "乙")
    )

    placed = Treemap(groups=groups).place(setting())

    assert [mark.text for mark in texts(placed) if "0.3" in mark.text] == ["0.3 t", "0.3 t"]


def test_a_long_name_takes_the_lines_that_a_tall_tile_has() -> None:
    words = "Share of core digital work in industrial output"
    parts = tuple(metric(f"数{number}", f"{words} {number}", 30 - 8 * number, "t") for number in range(3))

    placed = Treemap(metrics=parts).place(setting(languages=("en", "zh")))

    assert {mark.key for mark in texts(placed) if mark.key.startswith("name:")} == {f"name:{part.id}" for part in parts}


def test_words_side_by_side_with_room_are_better_than_one_below_the_other_without() -> None:
    figures = {mark.key: mark for mark in texts(example("treemap").place(setting(1080, 1920)))}

    assert figures["name:treemap_production/medicine"].y == figures["figure:treemap_production/medicine"].y


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "write one of the three"),
        ({"metrics": CHAMPIONS[:1]}, "counter"),
        ({"series": series("甲", "A", {"甲": 1, "乙": -2})}, "use bars"),
        ({"series": series("甲", "A", {"甲": 0, "乙": None})}, "add up to 0"),
        ({"series": series("甲", "A", {"甲": 5, "乙": 5}, "%")}, "add up to 10%, but tiles are together 100%"),
        ({"series": series("甲", "A", {f"{index} 号": 1 for index in range(61)})}, "60 at most"),
        ({"metrics": CHAMPIONS, "highlight": "nobody"}, "nobody"),
        ({"metrics": (metric("甲", "a", 1, "%"), metric("乙", "b", 2, "元"))}, "different units"),
        ({"series": series("甲", "A", FIRMS), "names": {"戊": Words.of("x")}}, "no place"),
    ],
)
def test_what_makes_no_whole_is_refused_with_a_remedy(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Treemap(**options)
