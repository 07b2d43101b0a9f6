"""Tables: figures below each other by their points, headings above them, and rows that move on where they are too many."""

import itertools
from typing import Any

import pytest
from pydantic import ValidationError

from kiosk.anatomy.bodies.roll import MOVE, READING
from kiosk.charts.table import Table
from kiosk.layers import Placed
from kiosk.marks import Bars, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from tests.gallery import SCREENS, example, setting
from tests.kinds.samples import series
from tests.kinds.table import examples

GROWTH = series("增速", "Growth", {"甲": 6.1, "乙": -3.25, "丙": None}, "%", id="growth")
FIRMS = series("企业", "Firms", {"甲": 10, "乙": 40, "丁": 20}, {"zh": "家", "en": "firms"}, id="firms")


def place(kind: Table, screen: Screen = SCREENS[0]) -> tuple[Placed, Setting]:
    where = setting("table", screen)
    return kind.place(where), where


def figures(placed: Placed, t: float, column: str) -> dict[str, Text]:
    return {
        mark.key.partition("/")[2]: mark
        for mark in placed.at(t)
        if isinstance(mark, Text) and mark.key.startswith(f"figure:{column}/") and mark.opacity > 0.5
    }


def test_a_column_has_one_number_of_decimals_and_one_right_edge() -> None:
    placed, _ = place(Table(series=(GROWTH, FIRMS)))
    column = figures(placed, 9.0, "growth")

    assert [mark.text for mark in column.values()] == ["6.10", "-3.25", "—", "—"]
    assert {(mark.x, mark.anchor) for mark in column.values()} == {(column["甲"].x, "end")}


def test_a_place_that_only_one_series_has_is_a_row_all_the_same() -> None:
    placed, _ = place(Table(series=(GROWTH, FIRMS)))

    assert figures(placed, 9.0, "firms").keys() == {"甲", "乙", "丙", "丁"}
    assert figures(placed, 9.0, "firms")["丙"].text == "—"


def test_the_unit_stands_once_in_the_heading_with_the_scale_of_the_figures() -> None:
    placed, _ = place(example("table"))
    plain = [mark.text for mark in placed.at(9.0) if isinstance(mark, Text) and not mark.key]

    assert "亿元" in plain
    assert figures(placed, 9.0, "table_output")["east"].text == "42.1"


def test_bars_are_in_proportion_and_end_before_the_figures() -> None:
    placed, _ = place(Table(series=(GROWTH, FIRMS), bars=(FIRMS,), highlight="乙"))
    mark = next(mark for mark in placed.at(9.0) if isinstance(mark, Bars))
    texts = figures(placed, 9.0, "firms")

    assert mark.keys == ("firms/甲", "firms/乙", "firms/丙", "firms/丁")
    assert list(mark.width / mark.width[1]) == pytest.approx([0.25, 1.0, 0.0, 0.5])
    assert mark.color == ("cool", "warm", "cool", "cool")
    assert (mark.left + mark.width).max() < min(text.x - width_of(text.runs) for text in texts.values())


def test_a_row_comes_after_the_one_above_it() -> None:
    placed, _ = place(Table(series=(FIRMS,)))
    shown = [mark.opacity for mark in placed.at(0.8) if isinstance(mark, Text) and mark.key.startswith("figure:")]

    assert shown == sorted(shown, reverse=True)
    assert shown[0] > shown[-1]


def test_rows_that_have_no_room_come_one_after_the_other() -> None:
    placed, _ = place(examples()["sixty"])  # type: ignore[arg-type]
    before, after = figures(placed, READING, "f"), figures(placed, READING + MOVE, "f")

    assert sorted(before, key=lambda name: before[name].y) == [f"第 {row} 社区" for row in range(len(before))]
    assert sorted(after, key=lambda name: after[name].y) == [f"第 {row + 1} 社区" for row in range(len(before))]


@pytest.mark.parametrize("screen", [*SCREENS, Screen(1080, 1080)], ids=lambda screen: f"{screen.width}x{screen.height}")
@pytest.mark.parametrize("name", ["example", *examples()])
def test_nothing_leaves_the_box_or_touches_another_column(name: str, screen: Screen) -> None:
    kind = {"example": example("table"), **examples()}[name]
    for languages in (("zh", "en"), ("en", "zh")):
        where = setting("table", screen, languages)
        rows: dict[float, list[tuple[float, float]]] = {}
        for mark in kind.place(where).at(READING):
            if isinstance(mark, Text) and mark.opacity > 0.2:
                width = width_of(mark.runs)
                left = mark.x - (width if mark.anchor == "end" else 0.0)
                assert left >= where.box.left - 1.0, mark.text
                assert left + width <= where.box.right + 1.0, mark.text
                assert mark.y <= where.box.bottom + where.foot, mark.text
                rows.setdefault(round(mark.y), []).append((left, left + width))
        for extents in rows.values():
            ordered = sorted(extents)
            assert all(one[1] < other[0] for one, other in itertools.pairwise(ordered))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"series": ()}, "at least 1"),
        ({"series": (FIRMS,), "bars": (GROWTH,)}, "not a column"),
        ({"series": (FIRMS,), "highlight": "nobody"}, "nobody"),
        ({"series": (FIRMS,), "names": {"nobody": "n"}}, "nobody"),
        ({"series": (series("数", "Number", dict.fromkeys(range(61), 1)),)}, "61 rows are too many"),
    ],
)
def test_what_cannot_be_tabulated_is_refused_in_plain_words(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Table(**options)
