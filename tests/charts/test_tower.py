"""What a tower shows: slabs of one value each, in rows beside a gauge."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.tower import RISE, Tower
from kiosk.elements.counter import COUNT
from kiosk.layouts import LAYOUTS, Page
from kiosk.marks import Bars, Line, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from tests.gallery import example
from tests.kinds.tower import examples

SCREENS = [(1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080), (1080, 1080), (1024, 768)]


def setting(width: int = 1920, height: int = 1080, language: str = "zh") -> Setting:
    page = Page(Screen(width, height))
    return Setting(page.screen, LAYOUTS["beside"].areas(page)["main"], page.foot, (language,))


def slabs(kind: Tower, t: float = 9.0, **where: Any) -> Bars:
    (result,) = (mark for mark in kind.place(setting(**where)).at(t) if isinstance(mark, Bars))
    return result


def texts(kind: Tower, t: float = 9.0, **where: Any) -> list[Text]:
    return [mark for mark in kind.place(setting(**where)).at(t) if isinstance(mark, Text)]


def test_slabs_stand_in_rows_of_five_and_the_last_row_has_the_rest() -> None:
    rows, counts = np.unique(slabs(example("tower")).top, return_counts=True)

    assert len(rows) == 13
    assert list(counts) == [4, *[5] * 12]


def test_slabs_are_all_of_one_size() -> None:
    result = slabs(example("tower"))

    assert np.ptp(result.width) <= 1.0
    assert np.ptp(result.height) == 0.0


def test_rest_below_one_slab_is_a_narrower_slab() -> None:
    result = slabs(examples()["part of a slab"])

    assert len(result.width) == 8
    assert result.width[-1] / result.width[0] == pytest.approx(0.25, abs=0.01)


def test_gauge_has_three_round_ticks_and_the_value_in_bold() -> None:
    labels = texts(example("tower"))

    assert [label.text for label in labels] == ["0", "50", "100", "128"]
    assert [label.runs[0].weight for label in labels] == [400, 400, 400, 700]
    assert labels[-1].runs[0].color == "warm"


def test_ticks_lie_at_their_values() -> None:
    heights = {label.text: label.y for label in texts(example("tower"))}

    assert (heights["0"] - heights["128"]) / (heights["0"] - heights["100"]) == pytest.approx(1.28)
    assert (heights["0"] - heights["100"]) / (heights["0"] - heights["50"]) == pytest.approx(2.0)


def test_tower_rises_with_the_figure_that_counts() -> None:
    result = slabs(example("tower"), t=0.6)
    shown = 128 * COUNT.at(0.6)

    full = slabs(example("tower")).height[0]
    assert RISE == COUNT
    assert (result.height > 0.0).sum() == 5 * np.ceil(shown / 10)
    assert (result.height == full).sum() == 5 * np.floor(shown / 10)


def test_tick_of_the_value_comes_last() -> None:
    before = texts(example("tower"), t=1.6)

    assert [label.opacity for label in before] == [1.0, 1.0, 1.0, 0.0]


@pytest.mark.parametrize("name", examples())
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_tower_stays_in_its_box_and_the_foot(name: str, language: str, width: int, height: int) -> None:
    place = setting(width, height, language)
    marks = examples()[name].place(place).at(9.0)

    for mark in marks:
        if isinstance(mark, Bars):
            assert mark.left.min() >= place.box.left - 1.0
            assert mark.top.min() >= place.box.top - 1.0
        if isinstance(mark, Line):
            assert mark.x.max() <= place.box.right
            assert mark.y.max() <= place.box.bottom + place.foot
            assert mark.x.min() >= place.box.left - place.screen.px(11)


def test_key_says_what_a_slab_stands_for() -> None:
    assert example("tower").key("zh") == "一横为\u20092\u2009件"
    assert example("tower").key("en") == "one slab is 2 patents"
    assert examples()["one"].key("en") == "one slab is one patent"
    assert examples()["in words"].key("zh") == "一横五件"


def test_too_many_slabs_are_refused_with_the_value_that_would_do() -> None:
    with pytest.raises(ValidationError, match="unit_value: 5 or more"):
        Tower(metric=example("tower").metric.model_copy(update={"value": 450}))


def test_less_than_nothing_is_refused() -> None:
    with pytest.raises(ValidationError, match="less than nothing"):
        Tower(metric=example("tower").metric.model_copy(update={"value": -3}))
