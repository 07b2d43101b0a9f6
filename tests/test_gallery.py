"""The gallery: an ordinary show with one page for each kind of chart and element, without fault, in both languages."""

from dataclasses import replace

import pytest

from kiosk.content.check import check_show
from kiosk.marks import Text
from kiosk.typesetting import width_of
from tests.gallery import GALLERY, KINDS, examples, library, page

RUNNING = {"ticker"}
"""Kinds whose words come in over the edge of the screen."""


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_kind_has_a_page_and_stands_on_it(name: str) -> None:
    assert KINDS[name] in {type(kind) for kind in page(name).areas.values()}


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_kind_is_tried_with_what_is_hard_for_it(name: str) -> None:
    assert len(tuple(examples(name))) > 1


def test_every_page_is_named_after_a_kind() -> None:
    assert set(library().ids()) - KINDS.keys() == set()
    assert library().unlisted() == ()


def test_a_check_of_the_gallery_finds_nothing() -> None:
    assert [str(problem) for problem in check_show(GALLERY)] == []


def test_every_page_says_everything_in_both_languages() -> None:
    show = library().show

    assert show is not None
    assert show.languages == ("zh", "en")
    for name in library().ids():
        title = page(name).title
        assert title.get("zh") != title.get("en"), name


def test_the_figures_of_a_page_bear_its_name() -> None:
    for name in library().ids():
        assert all(each.id.startswith(f"{name}_") for each in page(name).data()), name


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 1024), (1080, 1080), (1080, 1920), (3840, 1080)])
def test_on_screens_whose_edges_are_covered_every_word_is_seen(size: tuple[int, int]) -> None:
    show = library().show
    assert show is not None
    narrowed = replace(show, safe_area=0.05)
    screen = narrowed.screen(*size)
    safe = screen.safe

    for name in set(library().ids()) - RUNNING:
        placed = narrowed.place(page(name), screen, "zh")
        for mark in placed.at(placed.motion).marks:
            if isinstance(mark, Text) and not mark.upright and not mark.angle and mark.opacity > 0.05:
                left = mark.x - {"end": 1.0, "middle": 0.5}.get(mark.anchor, 0.0) * width_of(mark.runs)
                assert safe.left - 2.0 <= left, (name, mark.text)
                assert left + width_of(mark.runs) <= safe.right + 2.0, (name, mark.text)
                assert safe.top < mark.y < safe.bottom, (name, mark.text)
