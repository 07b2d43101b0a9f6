"""What stacks show: one dot for each thing, and figures that ride on them."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.stacks import Stacks
from kiosk.layouts import Page
from kiosk.marks import Dots, Line, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from tests.gallery import example
from tests.kinds.stacks import examples

SCREENS = [(1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080), (1080, 1080), (1024, 768)]


def setting(width: int = 1920, height: int = 1080, language: str = "zh") -> Setting:
    page = Page(Screen(width, height))
    return Setting(page.screen, page.content, page.foot, (language,))


def dots(kind: Stacks, t: float = 9.0, **where: Any) -> list[Dots]:
    return [mark for mark in kind.place(setting(**where)).at(t) if isinstance(mark, Dots)]


def figures(kind: Stacks, t: float = 9.0, **where: Any) -> list[Text]:
    texts = [mark for mark in kind.place(setting(**where)).at(t) if isinstance(mark, Text)]
    return texts[: len(kind.metrics)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_every_thing_has_its_dot_and_the_smallest_set_comes_first(language: str, width: int, height: int) -> None:
    stacks = dots(example("stacks"), width=width, height=height, language=language)

    assert [len(stack.x) for stack in stacks] == [5, 10, 17, 25]
    assert len({float(stack.diameter[0]) for stack in stacks}) == 1


def test_all_stacks_stand_on_one_baseline() -> None:
    assert len({float(stack.y.max()) for stack in dots(example("stacks"))}) == 1


def test_stacks_lie_on_one_line_where_the_box_is_tall() -> None:
    stacks = dots(example("stacks"), width=1080, height=1920)

    assert len({float(stack.x.min()) for stack in stacks}) == 1
    assert [len(np.unique(stack.x)) for stack in stacks] == [1, 2, 4, 5]


def test_five_dots_make_a_row() -> None:
    _, counts = np.unique(np.round(dots(example("stacks"))[2].y, 3), return_counts=True)

    assert sorted(counts) == [2, 5, 5, 5]


def test_only_the_named_set_is_warm() -> None:
    assert [stack.color for stack in dots(example("stacks"))] == ["cool", "cool", "warm", "cool"]
    assert [figure.runs[0].color for figure in figures(example("stacks"))] == ["text", "text", "warm", "text"]
    assert {stack.color for stack in dots(examples()["two"])} == {"cool"}


def test_figures_end_exact() -> None:
    assert [figure.text for figure in figures(example("stacks"))] == ["5", "10", "17", "25"]
    assert [figure.text for figure in figures(examples()["parts of a dot"])] == ["2.5", "7.25"]


@pytest.mark.parametrize("t", [0.4, 0.55, 0.7, 0.9, 1.1, 1.25, 1.4])
def test_figure_counts_the_dots_that_are_there(t: float) -> None:
    for stack, figure in zip(dots(example("stacks"), t), figures(example("stacks"), t), strict=True):
        there = (stack.diameter**2).sum() / dots(example("stacks"))[0].diameter[0] ** 2

        assert float(figure.text) == pytest.approx(there, abs=0.5 + 1e-9)


def test_figure_rides_on_its_stack() -> None:
    for t in (0.5, 0.8, 1.1):
        for stack, figure in zip(dots(example("stacks"), t), figures(example("stacks"), t), strict=True):
            shown = stack.diameter > 0.0
            assert figure.y < (stack.y[shown] - stack.diameter[shown] / 2.0).min(initial=np.inf)


def test_dot_for_a_part_has_the_area_of_the_part() -> None:
    few = dots(examples()["parts of a dot"])[0]

    assert (few.diameter[-1] / few.diameter[0]) ** 2 == pytest.approx(0.5)


@pytest.mark.parametrize("name", ["example", *examples()])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_dots_and_figures_stay_in_the_box(name: str, language: str, width: int, height: int) -> None:
    place, kind = setting(width, height, language), {"example": example("stacks"), **examples()}[name]

    for stack in dots(kind, width=width, height=height, language=language):
        assert (stack.x - stack.diameter / 2).min() >= place.box.left - 1.0
        assert (stack.x + stack.diameter / 2).max() <= place.box.right + 1.0
        assert (stack.y - stack.diameter / 2).min() >= place.box.top - 1.0
        assert (stack.y + stack.diameter / 2).max() <= place.box.bottom + place.foot
    for figure in figures(kind, width=width, height=height, language=language):
        ink = 0.74 * max(run.size for run in figure.runs)
        assert figure.y - ink >= place.box.top - 2.0
        assert figure.y <= place.box.bottom + place.foot


def test_claim_stands_beside_the_label_it_belongs_to() -> None:
    texts = [mark for mark in example("stacks").place(setting()).at(9.0) if isinstance(mark, Text)]
    claim = next(text for text in texts if text.text == "全市最多")
    label = next(text for text in texts if text.text.startswith("500"))

    assert claim.y == label.y
    assert claim.x > label.x
    assert (claim.runs[0].weight, claim.runs[0].color) == (700, "warm")


def test_key_says_what_a_dot_stands_for() -> None:
    assert example("stacks").key("zh") == "一点为一家"
    assert example("stacks").key("en") == "one dot is one firm"
    assert examples()["dots of a hundred"].key("en") == "one dot is 100 firms"


def test_highlight_must_be_one_of_the_metrics() -> None:
    stranger = example("stacks").metrics[0].model_copy(update={"value": 6})

    with pytest.raises(ValidationError, match="one of the metrics"):
        Stacks(metrics=example("stacks").metrics, highlight=stranger)


def test_too_many_dots_are_refused_with_the_value_that_would_do() -> None:
    with pytest.raises(ValidationError, match="dot_value: 50 or more"):
        Stacks(metrics=examples()["dots of a hundred"].metrics)


def test_dots_figures_and_labels_go_by_their_metric() -> None:
    stacks, (smallest, *_) = dots(example("stacks")), sorted(example("stacks").metrics, key=lambda each: each.number)

    assert stacks[0].keys == tuple(f"{smallest.id}/{number}" for number in range(1, 6))
    keys = [mark.key for mark in example("stacks").place(setting()).at(9.0) if isinstance(mark, Text)]
    assert keys.count(f"figure:{smallest.id}") == 1
    # Its name stands on two lines.
    assert keys.count(f"name:{smallest.id}") == 2


def test_numbers_in_refusals_are_written_out() -> None:
    metrics = tuple(each.model_copy(update={"value": 2.5e12}) for each in example("stacks").metrics)

    with pytest.raises(ValidationError, match=r"2500000000000 would take .* dot_value: 50000000000 or more"):
        Stacks(metrics=metrics)


def test_figures_that_fill_no_dot_are_refused_with_the_value_that_would_do() -> None:
    metrics = tuple(each.model_copy(update={"value": 3e-6}) for each in example("stacks").metrics)

    with pytest.raises(ValidationError, match=r"dot_value: 0\.000001 or less"):
        Stacks(metrics=metrics)


def test_the_line_of_lying_stacks_keeps_clear_of_the_source() -> None:
    where = setting(1080, 1920)
    line = next(mark for mark in example("stacks").place(where).at(9.0) if isinstance(mark, Line))

    assert line.y.max() <= where.box.bottom + where.foot - where.screen.g
