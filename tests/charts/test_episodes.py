"""What episodes show: one ring each, and every topic dealt to one of them."""

from itertools import pairwise

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.episodes import Episodes
from kiosk.marks import Array, Dots, Line, Mark
from tests.gallery import example
from tests.kinds.episodes import EPISODES, TOPICS, examples
from tests.scenes import LANGUAGES, SIZES, colliding, final, outside, setting

EVERY = {"example": example("episodes"), **examples()}


def dots(marks: tuple[Mark, ...]) -> list[Dots]:
    """The dots of all fans as one mark, then the rings, then the hollow dot if there is one."""
    fans = [mark for mark in marks if isinstance(mark, Dots) and not mark.ring]
    whole = {name: np.concatenate([getattr(fan, name) for fan in fans]) for name in ("x", "y", "diameter")}
    return [Dots(**whole, color="warm"), *(mark for mark in marks if isinstance(mark, Dots) and mark.ring)]


def rays_of(marks: tuple[Mark, ...]) -> tuple[Array, Array]:
    """The ends of all rays, shape (n, 2) each."""
    fans = [mark for mark in marks if isinstance(mark, Line) and mark.color == "warm" and not mark.dashes]
    return np.concatenate([fan.x for fan in fans]), np.concatenate([fan.y for fan in fans])


@pytest.mark.parametrize("name", EVERY)
def test_there_are_as_many_rings_and_dots_as_the_figures_say(name: str) -> None:
    kind = EVERY[name]
    topics, rings, *_ = dots(final(kind.place(setting("rows", "bottom"))))

    assert len(rings.x) == kind.count.number
    assert len(topics.x) == kind.spread.number
    assert sum(kind.shares()) == kind.spread.number
    assert max(kind.shares()) - min(kind.shares()) <= 1


def test_fourteen_episodes_take_five_topics_each() -> None:
    assert example("episodes").shares() == (5,) * 14


def test_a_hollow_dot_stands_for_what_is_over() -> None:
    with_more = dots(final(example("episodes").place(setting("rows", "bottom"))))
    exact = dots(final(EVERY["uneven"].place(setting("rows", "bottom"))))

    assert [len(mark.x) for mark in with_more] == [70, 14, 1]
    assert with_more[-1].ring > 0.0
    assert [len(mark.x) for mark in exact] == [40, 14]


def test_rays_lead_from_the_rings_to_the_dots() -> None:
    marks = final(example("episodes").place(setting("rows", "bottom")))
    topics, rings, _ = dots(marks)
    x, y = rays_of(marks)

    assert x[:, 1] == pytest.approx(topics.x)
    assert y[:, 1] == pytest.approx(topics.y)
    assert y[:, 0].max() < rings.y[0]


def test_episodes_unfold_from_the_left_and_what_is_over_comes_last() -> None:
    placed = example("episodes").place(setting("rows", "bottom"))

    topics, rings, more = dots(placed.at(0.5))
    assert topics.diameter[0] > 0.0
    assert topics.diameter[-1] == pytest.approx(0.0, abs=1e-3)
    assert np.all(np.diff(rings.diameter) <= 0.0)
    assert more.opacity == 0.0
    assert placed.duration <= 4.0


def test_each_ring_unfolds_in_its_own_time() -> None:
    placed = example("episodes").place(setting("rows", "bottom"))
    fans = [layer for layer in placed.layers if isinstance(layer.at(99.0), Dots) and not layer.at(99.0).ring]  # type: ignore[attr-defined]

    assert len(fans) == 14
    for before, after in pairwise(fans):
        assert before.start < after.start
        assert before.end < after.end
        assert before.at(before.start).diameter.max() < 1e-3  # type: ignore[attr-defined]


def test_the_note_says_that_topics_are_spread_evenly() -> None:
    assert (
        example("episodes").place(setting("rows", "bottom", language="en")).note
        == "Topics spread evenly over the episodes"
    )
    assert EVERY["uneven"].place(setting("rows", "bottom")).note


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_all_stays_in_the_box(name: str, size: tuple[int, int], language: str) -> None:
    where = setting("rows", "bottom", size, language)
    marks = final(EVERY[name].place(where))
    box = where.box

    for mark in dots(marks):
        radius = mark.diameter / 2.0
        assert (mark.x - radius).min() >= box.left - 1.0
        assert (mark.x + radius).max() <= box.right + where.screen.g
        assert (mark.y - radius).min() >= box.top - 1.0
        assert (mark.y + radius).max() <= box.bottom + 1.0
    assert not colliding(marks)
    assert not outside(EVERY[name], where, marks)


@pytest.mark.parametrize(("count", "spread"), [(0, 5), (2.5, 5), (61, 61), (2, 25)])
def test_what_cannot_be_drawn_one_by_one_is_refused(count: float, spread: float) -> None:
    with pytest.raises(ValidationError, match="drawn one by one"):
        Episodes(count=EPISODES.model_copy(update={"value": count}), spread=TOPICS.model_copy(update={"value": spread}))
