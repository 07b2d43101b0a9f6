"""Round charts in half a page: their words stay in the place and apart there too."""

import pytest

from kiosk.layouts import LAYOUTS, Page
from kiosk.screen import Screen
from kiosk.setting import Setting
from tests.charts.within import LANGUAGES, SIZES, assert_apart, assert_inside
from tests.gallery import example

NAMES = ("pie", "nested", "radial_bars", "gauge", "liquid", "progress", "radar", "funnel", "ring")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_words_stay_in_half_a_page_and_apart(name: str, size: tuple[int, int]) -> None:
    page = Page(Screen(*size))
    for languages in LANGUAGES:
        where = Setting(page.screen, LAYOUTS["split"].areas(page)["main"], page.foot, languages)
        placed = example(name).place(where)
        assert_inside(placed, where)
        assert_apart(placed)
