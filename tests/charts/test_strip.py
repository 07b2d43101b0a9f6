"""What a strip shows: a share of all strokes, lit from the left."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.strip import LIGHT, Strip
from kiosk.elements.counter import COUNT
from kiosk.layouts import LAYOUTS, Page
from kiosk.marks import Bars, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from tests.gallery import example
from tests.kinds.strip import examples

SCREENS = [(1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080), (1080, 1080), (1024, 768)]


def setting(width: int = 1920, height: int = 1080, language: str = "zh") -> Setting:
    page = Page(Screen(width, height))
    return Setting(page.screen, LAYOUTS["above"].areas(page)["main"], page.foot, (language,))


def bars(kind: Strip, t: float = 9.0, **where: Any) -> tuple[Bars, Bars]:
    whole, lit = (mark for mark in kind.place(setting(**where)).at(t) if isinstance(mark, Bars))
    return whole, lit


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_lit_strokes_are_the_share_of_all_strokes(width: int, height: int) -> None:
    whole, lit = bars(example("strip"), width=width, height=height)

    assert len(whole.left) == 100
    assert lit.height.sum() / whole.height.sum() == pytest.approx(0.0862)


def test_last_lit_stroke_is_lit_from_the_foot_up() -> None:
    whole, lit = bars(example("strip"))

    assert len(lit.left) == 9
    assert np.all(lit.height[:8] == whole.height[:8])
    assert lit.height[8] == pytest.approx(0.62 * whole.height[8])
    assert np.allclose(lit.top + lit.height, whole.top[:9] + whole.height[:9])


def test_strokes_light_from_the_left_while_the_figure_counts() -> None:
    _, early = bars(example("strip"), t=0.5)

    assert early.height.sum() == pytest.approx(8.62 * COUNT.at(0.5) * bars(example("strip"))[0].height[0])
    assert np.all(np.diff(early.height) <= 0.0)
    assert LIGHT == COUNT


def test_strokes_fill_the_box_from_edge_to_edge() -> None:
    whole, _ = bars(example("strip"))
    box = setting().box

    assert whole.left[0] == round(box.left)
    assert whole.left[-1] + whole.width[-1] == pytest.approx(box.right, abs=1.0)


def test_tall_box_gets_rows_of_twenty_to_twenty_five() -> None:
    whole, _ = bars(example("strip"), width=1080, height=1920)

    rows, counts = np.unique(whole.top, return_counts=True)

    assert set(counts) <= {20, 25}
    assert len(rows) in {4, 5}


@pytest.mark.parametrize("name", examples())
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_strokes_stay_in_their_box(name: str, language: str, width: int, height: int) -> None:
    place = setting(width, height, language)
    whole, _ = bars(examples()[name], width=width, height=height, language=language)

    assert whole.left.min() >= place.box.left - 1.0
    assert (whole.left + whole.width).max() <= place.box.right + 1.0
    assert whole.top.min() >= place.box.top - 1.0
    assert (whole.top + whole.height).max() <= place.box.bottom + 1.0


def test_nothing_lights_no_stroke_and_everything_all() -> None:
    _, none = bars(examples()["nothing"])
    whole, every = bars(examples()["everything"])

    assert none.height.sum() == 0.0
    assert every.height.sum() == whole.height.sum()


def test_stroke_is_explained_where_the_whole_has_no_name() -> None:
    assert example("strip").place(setting()).note == ""
    assert examples()["few"].place(setting()).note == "一笔为全部的 1/10"
    assert examples()["few"].place(setting(language="en")).note == "one stroke is 1/10 of the whole"


def test_captions_that_do_not_fit_on_one_line_stand_on_two() -> None:
    texts = [mark for mark in examples()["long names"].place(setting(language="en")).at(9.0) if isinstance(mark, Text)]

    assert texts[0].y < setting().box.top + 60
    assert texts[1].y > setting().box.bottom


def test_name_of_the_whole_that_is_too_long_goes_to_the_foot_of_the_page() -> None:
    placed = examples()["long names"].place(setting(1080, 1920, "en"))

    assert placed.note.startswith("Added value of all industry")
    assert not [mark for mark in placed.at(9.0) if isinstance(mark, Text) and "all industry" in mark.text]


def test_share_above_the_whole_is_refused() -> None:
    with pytest.raises(ValidationError, match="not a part of a whole"):
        Strip(metric=example("strip").metric.model_copy(update={"value": 120}))
