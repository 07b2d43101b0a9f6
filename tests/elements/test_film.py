"""What a film shows of itself, read off its mark."""

import pytest

from kiosk.elements.film import BEGIN, FilmElement
from kiosk.footage import FRAMES_PER_SECOND, Footage
from kiosk.layers import Placed
from kiosk.marks import Film, Mark, Text
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.words import Words

SETTING = Setting(Screen(1920, 1080), Box(204.0, 264.0, 800.0, 600.0), 60.0, ("zh", "en"))
WIDE, TALL = Footage("a.mp4", 1920, 1080, 4.0), Footage("b.mp4", 1080, 1920, 4.0)


def shown(placed: Placed, t: float) -> Film:
    mark: Mark = placed.at(t)[0]
    assert isinstance(mark, Film)
    return mark


def test_every_instant_has_its_frame_and_the_last_one_stays() -> None:
    placed = FilmElement(film=WIDE).place(SETTING)

    frames = [shown(placed, BEGIN + t).frame for t in (-1.0, 0.0, 1.0 / FRAMES_PER_SECOND, 1.0, 3.97, 4.0, 99.0)]

    assert frames == [0, 0, 1, 25, 99, 99, 99]


def test_a_slide_stays_until_its_film_is_over() -> None:
    assert FilmElement(film=WIDE).place(SETTING).duration == pytest.approx(BEGIN + 4.0)


def test_a_film_that_loops_begins_again_and_keeps_nobody_waiting() -> None:
    placed = FilmElement(film=WIDE, loops=True).place(SETTING)

    assert [shown(placed, BEGIN + t).frame for t in (3.99, 4.0, 9.0)] == [99, 0, 25]
    assert placed.duration < 1.0


@pytest.mark.parametrize("film", [WIDE, TALL])
def test_a_contained_film_is_whole_and_undistorted(film: Footage) -> None:
    mark = shown(FilmElement(film=film).place(SETTING), 2.0)

    assert mark.crop == (0.0, 0.0, 1.0, 1.0)
    assert mark.width / mark.height == pytest.approx(film.aspect)
    assert mark.width <= 800.0
    assert mark.height <= 600.0


@pytest.mark.parametrize("film", [WIDE, TALL])
def test_a_covering_film_fills_its_area_undistorted(film: Footage) -> None:
    mark = shown(FilmElement(film=film, fit="cover", focus=(1.0, 0.0)).place(SETTING), 2.0)
    left, top, width, height = mark.crop

    assert (mark.width, mark.height) == (800.0, 600.0)
    assert width * film.width / (height * film.height) == pytest.approx(800.0 / 600.0)
    assert left + width <= 1.0 + 1e-9
    assert top == 0.0


def test_its_caption_stands_below_it() -> None:
    placed = FilmElement(film=WIDE, caption=Words({"zh": "江上", "en": "River"})).place(SETTING)
    mark, words = placed.at(placed.duration)

    assert isinstance(mark, Film)
    assert isinstance(words, Text)
    assert words.y > mark.top + mark.height
