"""QR codes: the modules of the standard, dark on light, with their margin, never stretched."""

import numpy as np
import pytest
import segno
from numpy.typing import NDArray
from pydantic import ValidationError

from kiosk.colors import contrast
from kiosk.elements.code_modules import QUIET, code_of
from kiosk.elements.qr_code import QrCode
from kiosk.layers import Placed
from kiosk.marks import Bars, Text
from kiosk.theme import load_theme, theme_names
from kiosk.words import Words
from tests.charts.test_bar import SIZES, setting
from tests.gallery import example
from tests.kinds.qr_code import examples

KINDS = {"example": example("qr_code"), **examples()}


def plate_and_modules(placed: Placed, t: float = 99.0) -> tuple[Bars, Bars]:
    plate, modules = (mark for mark in placed.at(t) if isinstance(mark, Bars))
    return plate, modules


def read(placed: Placed) -> tuple[NDArray[np.bool_], float]:
    """The modules that the bars draw, the margin included, and the pixels to a side of one."""
    plate, bars = plate_and_modules(placed)
    module = float(bars.height[0])
    side = round(float(plate.width[0]) / module)
    drawn = np.zeros((side, side), dtype=np.bool_)
    for left, top, width in zip(bars.left, bars.top, bars.width, strict=True):
        column, row = round((left - plate.left[0]) / module), round((top - plate.top[0]) / module)
        assert not drawn[row, column : column + round(width / module)].any()
        drawn[row, column : column + round(width / module)] = True
    return drawn, module


@pytest.mark.parametrize("name", KINDS)
def test_the_modules_are_those_of_the_standard_with_a_margin_of_four(name: str) -> None:
    kind = KINDS[name]
    assert isinstance(kind, QrCode)

    drawn, _ = read(kind.place(setting()))

    made = segno.make(kind.text.get("zh"), error="m", micro=False, boost_error=False)
    assert drawn.tolist() == [[bool(each) for each in row] for row in made.matrix_iter(border=QUIET)]


@pytest.mark.parametrize("size", SIZES)
def test_modules_are_whole_pixels_and_large_enough_for_a_camera(size: tuple[int, int]) -> None:
    for name, kind in KINDS.items():
        _, module = read(kind.place(setting(*size)))

        assert module == int(module), name
        assert module >= 5.0 * min(size) / 1080.0, name


def test_codes_are_dark_on_light_in_every_theme() -> None:
    for name in theme_names():
        theme = load_theme(name)
        assert contrast(theme["paper"], theme["ink"]) > 12.0
        assert contrast(theme["paper"], "#FFFFFF") < contrast(theme["ink"], "#FFFFFF")


def test_each_language_may_have_an_address_of_its_own() -> None:
    kind = examples()["right"]

    chinese, english = (read(kind.place(setting(languages=each)))[0] for each in (("zh", "en"), ("en", "zh")))

    assert chinese.tolist() != english.tolist()


def test_words_stand_clear_of_the_code() -> None:
    for size in SIZES:
        for kind in KINDS.values():
            placed = kind.place(setting(*size))
            plate, _ = plate_and_modules(placed)
            right, bottom = float(plate.left[0] + plate.width[0]), float(plate.top[0] + plate.height[0])
            for mark in placed.at(99.0):
                if isinstance(mark, Text):
                    assert mark.x > right or mark.y - mark.runs[0].size * 0.9 > bottom


@pytest.mark.parametrize(("text", "words"), [(" ", "is empty"), ("a" * 400, "too long for a code")])
def test_what_makes_no_code_is_refused(text: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        QrCode(text=Words.of(text))


def test_a_code_is_made_once() -> None:
    assert code_of("again") is code_of("again")
