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
