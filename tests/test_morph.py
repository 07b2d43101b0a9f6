"""Morphs: what has the same key in two pictures moves from one to the other; the rest goes and comes."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from kiosk.layers import Layer, appearing, lasting, on_wall, still
from kiosk.marks import Area, Bars, Dots, Line, Mark, Run, Shapes, Text, Wedges, array
from kiosk.morph import MORPH_SECONDS, PULSE_SECONDS, Stack, emphasised, follow, keys_in
from kiosk.morph.matching import counterparts
from kiosk.morph.things import POINTS, things_of
from kiosk.screen import Screen
from kiosk.typesetting import figure, width_of
from tests.gallery import KINDS, placed
from tests.kinds.samples import metric

BEGIN = 10.0
SCREEN = Screen(1920, 1080)
TWO = Bars(array([100.0, 300.0]), array([500.0, 400.0]), array([80.0, 80.0]), array([100.0, 200.0]), keys=("a", "b"))
RULE = Line(array([0.0, 900.0]), array([600.0, 600.0]), "axis", 3.0)


def seen(layers: tuple[Layer, ...], t: float) -> list[Mark]:
    """What is to be seen at `t` seconds."""
    marks = [layer.draw(layer.time(t)) for layer in layers]
    return [mark for mark in marks if mark.opacity > 0.0]  # type: ignore[attr-defined]


def turn(before: Mark | list[Mark], after: Mark | list[Mark], begin: float = BEGIN) -> tuple[Layer, ...]:
    """The layers of one picture that turns into another."""
    first, second = (
        [still(mark) for mark in (marks if isinstance(marks, list) else [marks])] for marks in (before, after)
    )
    return Stack.of(first).turned(second, begin).layers


def words(
    value: float | int, x: float, key: str = "figure:a", unit: str = "家", size: float = 100.0, lang: str = "zh"
) -> Text:
    """A figure as a mark, its right edge at `x`."""
    made = figure(metric("甲", "A", value, unit).written(lang), size, SCREEN)
    return replace(made.at(x, 300.0, "end"), key=key)


def shapes(layers: tuple[Layer, ...], t: float) -> list[Shapes]:
    return [mark for mark in seen(layers, t) if isinstance(mark, Shapes)]


def extent(mark: Shapes, place: int = 0) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of one shape."""
    first = place * POINTS
    x, y = mark.x[first : first + POINTS], mark.y[first : first + POINTS]
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def test_before_the_turn_there_is_the_first_picture_and_after_it_the_second() -> None:
    other = replace(TWO, left=array([500.0, 700.0]), color="warm")

    layers = turn([RULE, TWO], [RULE, other])

    assert seen(layers, 0.0) == seen(layers, BEGIN - 0.01) == [RULE, TWO]
    assert seen(layers, BEGIN + MORPH_SECONDS) == seen(layers, 999.0) == [RULE, other]


def test_a_thing_moves_from_its_old_place_to_its_new_one() -> None:
    other = replace(TWO, left=array([500.0, 700.0]), top=array([300.0, 300.0]), height=array([300.0, 300.0]))

    (middle,) = shapes(turn(TWO, other), BEGIN + 0.55)

    assert middle.keys == ("a", "b")
    assert extent(middle, 0) == pytest.approx((300.0, 400.0, 380.0, 600.0))
    assert extent(middle, 1) == pytest.approx((500.0, 350.0, 580.0, 600.0))


def test_things_are_followed_by_key_and_not_by_order() -> None:
    turned_round = replace(TWO, keys=("b", "a"))

    (middle,) = shapes(turn(TWO, turned_round), BEGIN + 0.55)

    assert extent(middle, 0)[0] == pytest.approx(200.0)
    assert extent(middle, 1)[0] == pytest.approx(200.0)


@pytest.mark.parametrize(
    "other",
    [
        Dots(array([900.0, 400.0]), array([300.0, 300.0]), array([50.0, 90.0]), keys=("a", "b")),
        Wedges(900.0, 500.0, 100.0, 300.0, array([0.0, 120.0]), array([120.0, 240.0]), ("cool", "cool4"), keys=("a", "b")),
        Shapes(array([0.0, 90.0, 0.0, 200.0, 290.0, 200.0]), array([0.0, 0.0, 90.0] * 2), (3, 6), keys=("a", "b")),
    ],
    ids=["dots", "wedges", "shapes"],
)  # fmt: skip
def test_any_form_turns_into_any_other(other: Mark) -> None:
    for layers in (turn(TWO, other), turn(other, TWO)):
        for t in np.linspace(BEGIN + 0.11, BEGIN + 0.99, 7):
            first = shapes(layers, float(t))[0]
            assert set(first.keys) == {"a", "b"}


def test_a_new_colour_is_laid_over_the_old_one() -> None:
    layers = turn(TWO, replace(TWO, left=TWO.left + 1.0, color=("warm", "cool")))

    under, over = shapes(layers, BEGIN + 0.55)

    assert under.color == ("cool", "cool")
    assert over.color == ("warm", "cool")
    assert 0.2 < over.opacity < 0.8
    assert under.opacity == 1.0


def test_what_has_no_counterpart_fades() -> None:
    three = Bars(array([0.0] * 3), array([0.0] * 3), array([9.0] * 3), array([9.0] * 3), keys=("b", "c", "d"))
    layers = turn(TWO, three)

    early, late = shapes(layers, BEGIN + 0.3), shapes(layers, BEGIN + 0.9)

    assert {each.keys for each in early} == {("b",), ("a",)}
    assert {each.keys for each in late} == {("b",), ("c", "d")}


def test_a_value_goes_on_as_that_of_the_same_place_in_another_series() -> None:
    before, after = (
        replace(TWO, left=TWO.left + by, keys=(f"{name}/2023", f"{name}/2024"))
        for by, name in ((0.0, "a"), (200.0, "b"))
    )

    (middle,) = shapes(turn(before, after), BEGIN + 0.55)

    assert middle.keys == ("b/2023", "b/2024")
    assert extent(middle)[0] == pytest.approx(200.0)


def test_a_place_that_several_series_have_is_known_by_its_series_alone() -> None:
    assert counterparts(["a/2024"], ["a/2024", "b/2024"]) == {"a/2024": "a/2024"}
    assert counterparts(["a/2024", "b/2024"], ["c/2024"]) == {}
    assert counterparts(["figure:a/2024"], ["name:b/2024", "figure:2024"]) == {"figure:2024": "figure:a/2024"}


def test_a_figure_counts_on_from_its_old_value() -> None:
    layers = turn(words(12.5, 500.0), words(30.5, 700.0))

    (middle,) = seen(layers, BEGIN + 0.55)

    assert isinstance(middle, Text)
    assert middle.text == "21.5家"
    assert middle.x == pytest.approx(600.0)
    assert middle.anchor == "end"


def test_a_figure_keeps_the_decimals_and_separators_of_where_it_goes() -> None:
    layers = turn(words(2, 500.0, unit="", lang="en"), words(12000, 700.0, unit="", lang="en"))

    texts = [
        mark.text
        for t in np.linspace(BEGIN, BEGIN + 1.0, 9)
        for mark in seen(layers, float(t))
        if isinstance(mark, Text)
    ]

    assert all("." not in text for text in texts)
    assert texts == sorted(texts, key=lambda text: float(text.replace(",", "")))


def test_a_figure_that_gets_more_digits_takes_no_more_room_than_is_its_own() -> None:
    before, after = words(10, 500.0, size=200.0), words(18.5, 500.0, size=100.0)

    for t in np.linspace(BEGIN + 0.01, BEGIN + 0.99, 12):
        (mark,) = seen(turn(before, after), float(t))
        assert isinstance(mark, Text)
        assert width_of(mark.runs) <= max(width_of(before.runs), width_of(after.runs)) + 1.0


def test_figures_of_different_units_do_not_count_from_one_to_the_other() -> None:
    layers = turn(words(5, 500.0, unit="家"), words(60, 500.0, unit="%"))

    texts = {
        mark.text
        for t in np.linspace(BEGIN, BEGIN + 1.2, 30)
        for mark in seen(layers, float(t))
        if isinstance(mark, Text)
    }

    assert texts == {"5家", "60%"}


def test_a_figure_takes_a_new_colour_as_it_counts() -> None:
    warm = words(30.5, 700.0)
    layers = turn(words(12.5, 500.0), replace(warm, runs=tuple(replace(run, color="warm") for run in warm.runs)))

    under, over = seen(layers, BEGIN + 0.55)

    assert isinstance(under, Text)
    assert isinstance(over, Text)
    assert under.text == over.text == "21.5家"
    assert (under.runs[0].color, over.runs[0].color) == ("text", "warm")
    assert over.opacity == pytest.approx(0.5)


def test_the_same_words_move_with_their_key_or_without() -> None:
    for key in ("", "name:a"):
        before = Text(100.0, 100.0, (Run("梅墟", 40.0),), key=key)
        (middle,) = seen(turn(before, replace(before, x=300.0, y=500.0)), BEGIN + 0.55)

        assert isinstance(middle, Text)
        assert (middle.x, middle.y) == pytest.approx((200.0, 300.0))


def test_a_line_bends_into_another() -> None:
    x = np.linspace(0.0, 100.0, 5)
    before, after = Line(x, np.full(5, 100.0), key="s"), Line(x, np.full(5, 300.0), key="s")

    (middle,) = seen(turn(before, after), BEGIN + 0.55)

    assert isinstance(middle, Line)
    assert middle.y == pytest.approx(np.full(len(middle.y), 200.0))


def test_an_area_bends_into_another() -> None:
    x = np.linspace(0.0, 100.0, 5)
    before = Area(x, np.full(5, 100.0), np.full(5, 400.0), key="s")

    (middle,) = seen(turn(before, replace(before, upper=np.full(5, 300.0))), BEGIN + 0.55)

    assert isinstance(middle, Area)
    assert middle.upper == pytest.approx(np.full(len(middle.x), 200.0))


def test_the_screen_is_never_empty_on_the_way() -> None:
    layers = turn(Text(0.0, 50.0, (Run("甲", 40.0),)), Text(0.0, 50.0, (Run("乙", 40.0),)))

    for t in np.linspace(BEGIN, BEGIN + MORPH_SECONDS, 50):
        assert max(mark.opacity for mark in seen(layers, float(t))) > 0.35  # type: ignore[attr-defined]


def test_what_stays_keeps_its_place_among_the_layers() -> None:
    cover = Bars(array([0.0]), array([0.0]), array([1920.0]), array([1080.0]), "stage")
    layers = turn([cover, TWO, RULE], [cover, replace(TWO, left=TWO.left + 9.0), RULE])

    for t in (0.0, BEGIN + 0.5, BEGIN + 5.0):
        marks = seen(layers, t)
        assert marks[0] == cover
        assert marks[-1] == RULE


def test_several_turns_follow_each_other() -> None:
    pictures = [replace(TWO, left=TWO.left + 100.0 * step) for step in range(4)]
    stack = Stack.of([still(pictures[0])])
    for step, picture in enumerate(pictures[1:]):
        stack = stack.turned([still(picture)], BEGIN * (step + 1))

    assert [seen(stack.layers, BEGIN * step + 5.0) for step in range(4)] == [[picture] for picture in pictures]


def test_a_calm_turn_only_fades() -> None:
    other = replace(TWO, left=array([500.0, 700.0]))
    layers = Stack.of([still(TWO)]).turned([still(other)], BEGIN, is_calm=True).layers

    for t in np.linspace(BEGIN, BEGIN + MORPH_SECONDS, 20):
        for mark in seen(layers, float(t)):
            assert isinstance(mark, Bars)
            assert mark.left.tolist() in (TWO.left.tolist(), other.left.tolist())


def test_a_clock_stays_and_one_that_goes_shows_no_wrong_time() -> None:
    def told(wall: float) -> Mark:
        return Text(0.0, 0.0, (Run(str(wall), 20.0),))

    clock = on_wall(told)
    stays = Stack.of([clock]).turned([on_wall(told)], BEGIN)
    goes = Stack.of([clock]).turned([still(TWO)], BEGIN)

    assert [layer.on_wall for layer in stays.layers] == [True]
    assert all(not isinstance(mark, Text) for mark in seen(goes.layers, 0.0))


def test_what_breathes_goes_on_if_it_is_in_both_pictures() -> None:
    ticker = lasting(lambda t: Text(-t, 0.0, (Run("a", 20.0),)))

    stack = Stack.of([ticker]).turned([lasting(lambda t: Text(-t, 0.0, (Run("a", 20.0),)))], BEGIN)

    assert stack.live == (ticker,)


def test_a_slide_grows_out_of_what_was_to_be_seen_of_another() -> None:
    before = Stack.of([still(RULE), appearing(TWO, 0.0)]).turned([still(RULE)], BEGIN)

    grown = follow(before.layers, [still(RULE), appearing(TWO, 1.0)])

    assert seen(grown.layers, 0.0) == [RULE]
    assert seen(grown.layers, MORPH_SECONDS) == [RULE, TWO]


def test_emphasis_draws_all_but_one_back() -> None:
    name = Text(0.0, 0.0, (Run("甲", 20.0),), key="name:a")
    others = Text(0.0, 0.0, (Run("乙", 20.0),), key="name:b")
    layers = [still(TWO), still(name), still(others), still(RULE)]

    bars, warm, back, rule = (layer.at(0.0) for layer in emphasised(layers, ["a"]))

    assert isinstance(bars, Bars)
    assert bars.color == ("warm", "cool3")
    assert isinstance(warm, Text)
    assert isinstance(back, Text)
    assert (warm.runs[0].color, back.runs[0].color) == ("warm", "muted")
    assert rule == RULE
    assert keys_in(layers) == ("a", "b")


def test_a_value_of_a_series_is_meant_by_its_place_or_by_its_series() -> None:
    bars = replace(TWO, keys=("east/2023", "west/2024"))

    for wanted in ("2023", "east", "east/2023"):
        (found,) = (layer.at(0.0) for layer in emphasised([still(bars)], [wanted]))
        assert isinstance(found, Bars)
        assert found.color == ("warm", "cool3")


def test_an_emphasised_thing_swells_once() -> None:
    stack = Stack.of([still(TWO)]).turned(emphasised([still(TWO)], ["b"]), BEGIN, ["b"])
    start = BEGIN + MORPH_SECONDS

    (swollen,) = shapes(stack.layers, start + PULSE_SECONDS / 2)

    assert swollen.keys == ("b",)
    assert extent(swollen)[0] < 300.0 < 380.0 < extent(swollen)[2]
    assert shapes(stack.layers, start + PULSE_SECONDS) == []


def test_outlines_run_clockwise_from_the_upper_left() -> None:
    marks: list[Mark] = [
        TWO,
        Dots(array([500.0]), array([500.0]), array([80.0]), keys=("a",)),
        Wedges(500.0, 500.0, 40.0, 90.0, array([20.0]), array([200.0]), keys=("a",)),
        Wedges(500.0, 500.0, 0.0, 90.0, array([0.0]), array([360.0]), keys=("a",)),
        Shapes(array([0.0, 0.0, 50.0, 50.0]), array([0.0, 80.0, 80.0, 0.0]), (4,), keys=("a",)),
    ]
    for mark in marks:
        for thing in things_of(mark):
            x, y = thing.ring.T
            assert thing.ring.shape == (POINTS, 2)
            assert float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) > 0.0
            corner = thing.ring.min(axis=0)
            assert np.hypot(*(thing.ring[0] - corner)) <= 0.5 * np.hypot(*(thing.ring.max(axis=0) - corner))


def test_hollow_dots_and_marks_without_keys_are_no_things() -> None:
    assert things_of(Dots(array([5.0]), array([5.0]), array([8.0]), ring=2.0, keys=("a",))) == ()
    assert things_of(replace(TWO, keys=())) == ()


@pytest.mark.parametrize(("first", "second"), list(pairwise([*sorted(KINDS), *sorted(KINDS)[:1]])))
def test_every_kind_turns_into_the_next(first: str, second: str) -> None:
    before, after = placed(first), placed(second)
    old = [still(layer.at(layer.settled)) for layer in before.layers if not layer.on_wall]
    layers = Stack.of(old).turned(after.layers, BEGIN).layers
    final = after.at(after.duration)

    assert seen(layers, BEGIN - 0.01) == [mark for layer in old if (mark := layer.at(0.0)).opacity > 0.0]  # type: ignore[attr-defined]
    for t in np.linspace(BEGIN, BEGIN + MORPH_SECONDS, 9):
        seen(layers, float(t))
    assert seen(layers, 99.0) == [mark for mark in final if mark.opacity > 0.0]  # type: ignore[attr-defined]
