"""What a timeline shows: events in order, evenly or to scale, each with its time and its words."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.elements.timeline import Event, Timeline
from kiosk.marks import Dots, Mark
from kiosk.words import Words
from tests.gallery import example
from tests.kinds.timeline import AIR, FUND, PARK, YEAR, examples
from tests.scenes import LANGUAGES, SIZES, colliding, final, outside, setting, texts

EVERY = {"example": example("timeline"), **examples()}


def places(marks: tuple[Mark, ...], axis: str = "x") -> list[float]:
    return sorted(float(value) for mark in marks if isinstance(mark, Dots) for value in getattr(mark, axis))


def test_events_are_evenly_spaced() -> None:
    steps = np.diff(places(final(EVERY["six"].place(setting("full")))))

    assert len(steps) == 5
    assert steps == pytest.approx([steps[0]] * 5)


@pytest.mark.parametrize(("size", "axis"), [((1920, 1080), "x"), ((1080, 1920), "y")])
def test_distances_are_proportional_to_time(size: tuple[int, int], axis: str) -> None:
    kind = EVERY["to scale"]
    found = places(final(kind.place(setting("full", size=size))), axis)

    days = np.array([event.day for event in kind.events])
    expected = (days - days[0]) / (days[-1] - days[0])
    assert (np.array(found) - found[0]) / (found[-1] - found[0]) == pytest.approx(expected)


def test_one_event_is_warm_and_larger() -> None:
    usual, warm = [mark for mark in final(example("timeline").place(setting("full"))) if isinstance(mark, Dots)]

    assert (usual.color, warm.color) == ("cool", "warm")
    assert len(warm.x) == 1
    assert warm.diameter[0] > usual.diameter.max()
    colored = [
        text.text for text in texts(final(example("timeline").place(setting("full")))) if text.runs[0].color == "warm"
    ]
    assert [text.replace("\u2009", "") for text in colored] == ["2024年10月"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_labels_never_stand_on_each_other(name: str, size: tuple[int, int], language: str) -> None:
    where = setting("full", size=size, language=language)
    marks = final(EVERY[name].place(where))

    assert not colliding(marks)
    assert not outside(EVERY[name], where, marks)


def test_labels_alternate_where_they_would_collide() -> None:
    marks = final(EVERY["eight"].place(setting("full", language="en")))

    line = places(marks, "y")[0]
    above = [text for text in texts(marks) if text.runs[0].weight == 700 and text.y < line]
    below = [text for text in texts(marks) if text.runs[0].weight == 700 and text.y > line]
    assert len(above) >= 4
    assert len(below) >= 4


def test_dots_open_from_the_first_event_on() -> None:
    placed = EVERY["six"].place(setting("full"))

    (dots,) = [mark for mark in placed.at(0.5) if isinstance(mark, Dots)]
    assert np.all(np.diff(dots.diameter) <= 0.0)
    assert dots.diameter[0] > dots.diameter[-1]
    assert all(text.opacity == 0.0 for text in texts(placed.at(0.5)))
    assert placed.duration <= 4.0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"events": (AIR, AIR.model_copy(update={"emphasis": True}), FUND)}, "only one event"),
        ({"events": (PARK, YEAR), "to_scale": True}, "needs the date of every event"),
        ({"events": (FUND, AIR)}, "order of their dates"),
        ({"events": (AIR, AIR), "to_scale": True}, "two different dates"),
    ],
)
def test_what_contradicts_itself_is_refused(options: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Timeline(**options)


def test_an_event_needs_a_time() -> None:
    with pytest.raises(ValidationError, match="needs a time"):
        Event(words=Words.of("something"))
