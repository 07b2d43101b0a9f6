"""The line that runs: evenly, without a seam, no faster than it is read, and only if it has to."""

from itertools import pairwise

import pytest

from kiosk.elements.ticker import ENTRANCE, SPEEDING_UP, WAIT, Ticker, way
from kiosk.layers import Placed
from kiosk.marks import Text
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.show import LEAST_SECONDS, Chapter, Show, Slide
from kiosk.typesetting import width_of
from kiosk.words import Words

BOX = Box(204.0, 264.0, 1600.0, 600.0)
LONG = Words.of("园区至地铁站接驳车今天起十分钟一班")


def placed(*items: Words, heading: Words | None = None, width: float = BOX.width) -> Placed:
    box = Box(BOX.left, BOX.top, width, BOX.height)
    return Ticker(items=items, heading=heading).place(Setting(Screen(1920, 1080), box, 60.0, ("zh",)))


def line(place: Placed, t: float) -> Text:
    return [mark for mark in place.at(t) if isinstance(mark, Text)][-1]


def length(mark: Text) -> float:
    """Pixels from one copy of the texts to the next."""
    first, *others = mark.runs
    again = next(index for index, run in enumerate(others, 1) if run == first)
    return width_of(mark.runs[:again])


def test_it_is_settled_as_soon_as_it_is_there() -> None:
    assert placed(*[LONG] * 5).duration == ENTRANCE.end


def test_it_stands_still_at_first_and_then_gathers_speed() -> None:
    assert [way(t) for t in (-1.0, 0.0, WAIT)] == [0.0, 0.0, 0.0]
    steps = [way(WAIT + 0.1 * (index + 1)) - way(WAIT + 0.1 * index) for index in range(30)]
    assert all(after >= before - 1e-9 for before, after in pairwise(steps))
    assert steps[-1] == pytest.approx(0.1)


def test_it_runs_at_three_characters_a_second() -> None:
    place = placed(*[LONG] * 5)
    t = WAIT + SPEEDING_UP

    assert line(place, t).x - line(place, t + 0.5).x == pytest.approx(1.5 * 61.0)


def test_it_begins_anew_without_a_seam() -> None:
    place = placed(*[LONG] * 5)
    round_trip = length(line(place, 0.0)) / (3.0 * 61.0)

    before, after = line(place, 10.0), line(place, 10.0 + round_trip)

    assert after.x == pytest.approx(before.x)


@pytest.mark.parametrize("t", [0.0, 7.3, 19.0, 23.4, 61.7, 3600.0])
def test_the_area_is_filled_at_every_instant(t: float) -> None:
    mark = line(placed(*[LONG] * 3), t)

    assert mark.x <= BOX.left
    assert mark.x + width_of(mark.runs) >= BOX.right


def test_nothing_is_seen_beyond_the_area() -> None:
    mark = line(placed(LONG, LONG, heading=Words.of("快讯"), width=800.0), 5.0)

    assert mark.clip is not None
    assert mark.clip[0] > BOX.left + 2 * 61.0
    assert mark.clip[1] == BOX.left + 800.0


def test_what_fits_stands_still() -> None:
    place = placed(Words.of("今天闭馆"), Words.of("明天见"))

    assert line(place, 5.0) == line(place, 500.0)
    assert line(place, 5.0).text == "今天闭馆/明天见"
    assert all(layer.end < 10.0 for layer in place.layers)


def test_what_runs_past_does_not_lengthen_the_slide() -> None:
    show = Show(Words.of("甲"), ("zh",), (Chapter(Words.of("甲")),), (("a", 0),))
    slide = Slide("a", Words.of("甲"), "full", {"main": Ticker(items=(LONG,) * 20)})

    assert show.place(slide, Screen(1920, 1080), "zh").duration == LEAST_SECONDS
