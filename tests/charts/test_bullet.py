"""Bullets: every row measured against its own target, and all targets on one line."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.bullet import Bullet
from kiosk.layers import Placed
from kiosk.marks import Bars, Text
from tests.fitting import LANGUAGES, SIZES, misfits, page_setting
from tests.gallery import example
from tests.kinds.bullet import examples, row
from tests.kinds.samples import metric


def sorts(placed: Placed) -> tuple[Bars, Bars, Bars]:
    """The bands, the bars and the targets."""
    bands, bars, targets = (mark for mark in placed.at(99.0) if isinstance(mark, Bars))
    return bands, bars, targets


def test_bars_are_as_long_as_their_share_of_the_target() -> None:
    _, bars, targets = sorts(example("bullet").place(page_setting()))
    at = targets.left[0] + targets.width[0] / 2.0 - bars.left[0]

    assert np.allclose(bars.width / at, [1420 / 1600, 5360 / 5000, 31 / 50, 688 / 900])


def test_all_targets_stand_on_one_line() -> None:
    assert np.ptp(sorts(example("bullet").place(page_setting()))[2].left) == 0.0


def test_bands_join_and_reach_the_end_of_the_strip() -> None:
    bands, bars, _ = sorts(example("bullet").place(page_setting()))
    first = slice(0, 4)

    assert np.allclose((bands.left + bands.width)[first][:-1], bands.left[first][1:])
    assert bands.left[0] == bars.left[0]
    assert bands.color[:4] == ("cool4", "cool3", "cool2", "cool1")


def test_bands_may_end_at_metrics() -> None:
    bands, bars, targets = sorts(examples()["levels"].place(page_setting()))
    at = targets.left[0] + targets.width[0] / 2.0 - bars.left[0]

    assert np.allclose(bands.width[:2] / at, [30 / 45, 10 / 45])


def test_figures_and_targets_are_written() -> None:
    placed = example("bullet").place(page_setting())
    said = {mark.text for mark in placed.at(99.0) if isinstance(mark, Text)}

    assert {"5360人", "目标 5000"} <= said


def test_the_least_is_meant_in_relation_to_the_target() -> None:
    _, bars, _ = sorts(examples()["ten"].place(page_setting()))

    assert bars.color[int(np.argmin(bars.width))] == "warm"
    assert bars.color.count("warm") == 1


@pytest.mark.parametrize("name", ["example", *examples()])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_the_box_or_lies_on_something_else(name: str, size: tuple[int, int]) -> None:
    kind = example("bullet") if name == "example" else examples()[name]

    assert [each for languages in LANGUAGES for each in misfits(kind, *size, languages)] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"metric": metric("率", "Rate", 3, "%"), "target": metric("数", "Number", 3)}, "the same unit"),
        ({"metric": metric("数", "Number", 3), "target": metric("数", "Number", 0)}, "above zero"),
        ({"metric": metric("数", "Number", 3), "target": metric("数", "N", 5), "ranges": (0.8, 0.6)}, "lowest first"),
        (
            {
                "metric": metric("数", "Number", 3),
                "target": metric("数", "N", 5),
                "ranges": (0.8,),
                "levels": (metric("数", "N", 5),),
            },
            "given twice",
        ),
    ],
)
def test_what_is_no_target_is_refused_in_plain_words(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Bullet(rows=(options,))


def test_an_unknown_highlight_is_refused() -> None:
    with pytest.raises(ValidationError, match="nobody"):
        Bullet(rows=(row("数", "Number", 1, 2),), highlight="nobody")


def test_one_row_stands_in_the_middle_of_its_box() -> None:
    where = page_setting()
    bands, _, _ = sorts(examples()["one"].place(where))
    above, below = bands.top[0] - where.box.top, where.box.bottom - bands.top[0] - bands.height[0]

    assert abs(above - below) < 0.2 * where.box.height


@pytest.mark.parametrize("languages", LANGUAGES)
def test_figures_are_larger_than_the_small_type_on_an_upright_screen(languages: tuple[str, ...]) -> None:
    where = page_setting(1080, 1920, languages)
    marks = example("bullet").place(where).at(99.0)
    figures = [mark for mark in marks if isinstance(mark, Text) and mark.key == "figure:bullet_patents"]

    assert max(run.size for mark in figures for run in mark.runs) >= where.screen.size("label")


@pytest.mark.parametrize("count", [3, 4])
def test_a_label_of_sixty_letters_is_not_cut(count: int) -> None:
    label = "Publicly accessible charging points within walking distance"
    rows = tuple(row("桩", label, 7 + number, 10, "%") for number in range(count))
    texts = [mark.text for mark in Bullet(rows=rows).place(page_setting(languages=LANGUAGES[1])).at(99.0)
             if isinstance(mark, Text)]  # fmt: skip

    assert texts.count(label) == count
    assert misfits(Bullet(rows=rows), languages=LANGUAGES[1]) == []
