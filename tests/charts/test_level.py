"""What a level shows: a share of the screen's height, and its figure at the same instant."""

import pytest
from pydantic import ValidationError

from kiosk.charts.level import Level
from kiosk.elements.counter import Counter
from kiosk.layouts import LAYOUTS, Page
from kiosk.marks import Area, Line, Mark, Text
from kiosk.motion import COUNT
from kiosk.screen import Screen
from tests.gallery import example
from tests.kinds.level import SHARE, examples
from tests.kinds.samples import metric
from tests.scenes import SIZES, colliding, final, room_of, setting

EVERY = {"example": example("level"), **examples()}


def tank(marks: tuple[Mark, ...]) -> Area:
    return next(mark for mark in marks if isinstance(mark, Area))


def surface(marks: tuple[Mark, ...]) -> Line:
    return next(mark for mark in marks if isinstance(mark, Line) and mark.color == "warm")


def figure(marks: tuple[Mark, ...]) -> Text:
    return next(mark for mark in marks if isinstance(mark, Text) and mark.runs[0].color == "warm")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_the_level_is_the_share_of_the_height(name: str, size: tuple[int, int]) -> None:
    kind = EVERY[name]
    marks = final(kind.place(setting("backdrop", size=size)))

    assert tank(marks).lower[0] - tank(marks).upper[0] == pytest.approx(kind.share * size[1])
    assert surface(marks).y[0] == tank(marks).upper[0]


def test_the_level_rises_with_its_figure() -> None:
    placed = example("level").place(setting("backdrop"))

    for t in (0.3, 0.7, 1.1, 1.6):
        marks = placed.at(t)
        risen = (1080.0 - tank(marks).upper[0]) / 1080.0
        assert float(figure(marks).text.rstrip("%")) == pytest.approx(100.0 * risen, abs=0.051)


def test_level_and_counter_share_one_time() -> None:
    placed = Counter(metric=SHARE).place(setting("backdrop", "figure"))

    t = COUNT.start + 0.5 * COUNT.duration
    counted = next(mark for mark in placed.at(t) if isinstance(mark, Text))
    assert counted.text == figure(example("level").place(setting("backdrop")).at(t)).text


@pytest.mark.parametrize("size", SIZES)
def test_the_surface_runs_between_title_and_figure(size: tuple[int, int]) -> None:
    page = Page(Screen(*size))
    marks = final(example("level").place(setting("backdrop", size=size)))
    line = surface(marks)

    if page.is_square:
        # The header pushes the title down to the surface, which is then drawn at the gauge only.
        assert line.x[0] > 0.8 * page.screen.width
    elif not page.is_ultrawide:
        assert line.y[0] > page.title - LAYOUTS["backdrop"].lift(page) + 0.2 * page.screen.size("title")
        assert line.y[0] < page.content.top
        assert line.x[0] == page.spine


def test_a_surface_behind_the_figure_is_drawn_at_the_gauge_only() -> None:
    marks = final(EVERY["half"].place(setting("backdrop")))

    assert surface(marks).x[0] > 0.8 * 1920


def test_ticks_stand_at_every_tenth() -> None:
    marks = final(example("level").place(setting("backdrop")))

    heights = sorted(
        float(y) for mark in marks if isinstance(mark, Line) and mark.color == "muted" for y in mark.y.ravel()[::2]
    )
    assert heights == pytest.approx([108.0 * tenth for tenth in range(1, 10)])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_texts_at_the_gauge_stay_apart_and_on_the_screen(name: str, size: tuple[int, int]) -> None:
    marks = final(EVERY[name].place(setting("backdrop", size=size)))

    assert not colliding(marks)
    for mark in marks:
        if isinstance(mark, Text):
            assert room_of(mark).top >= 0
            assert room_of(mark).bottom <= size[1]


def test_a_bare_level_holds_no_text_of_its_own() -> None:
    marks = final(Level(metric=SHARE, shows_figure=False, shows_gauge=False).place(setting("backdrop")))

    assert not [mark for mark in marks if isinstance(mark, Text)]


@pytest.mark.parametrize("value", [-1, 100.1])
def test_a_share_beyond_the_tank_is_refused(value: float) -> None:
    with pytest.raises(ValidationError, match="between nothing and full"):
        Level(metric=SHARE.model_copy(update={"value": value}))


def test_a_figure_whose_whole_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError, match="write whole: and the amount that fills it"):
        Level(metric=metric("数", "Number", 0.4, {"zh": "元", "en": "yuan"}))
