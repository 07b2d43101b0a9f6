"""What a river shows: equal bundles of strands that reach every named project."""

import pytest
from pydantic import ValidationError

from kiosk.charts.river import River
from kiosk.marks import Dots, Strokes
from tests.gallery import example
from tests.kinds.river import FUND, HORIZON, JOYSON, REST, examples
from tests.scenes import LANGUAGES, SIZES, colliding, final, outside, setting, texts

EVERY = {"example": example("river"), **examples()}


def water(kind: River, size: tuple[int, int] = (1920, 1080)) -> Strokes:
    return next(mark for mark in final(kind.place(setting("over", size=size))) if isinstance(mark, Strokes))


def test_there_are_as_many_strands_as_hundred_millions() -> None:
    lows = {stroke.low for stroke in water(example("river")).strokes}

    assert len(lows) == 50


def test_a_figure_that_is_no_count_takes_the_usual_number() -> None:
    assert River(metric=FUND.model_copy(update={"value": 36_000}), branches=(JOYSON,)).strand_count() == 48


def test_named_bundles_have_the_same_number_of_strands() -> None:
    kind = River(metric=FUND, branches=(HORIZON, JOYSON, JOYSON))
    strands = [stroke for stroke in water(kind).strokes if stroke.color == "warm"]

    by_branch = [
        sum(stroke.begin == begin for stroke in strands) for begin in sorted({stroke.begin for stroke in strands})
    ]
    assert by_branch == [16, 16, 16]


def test_every_bundle_ends_in_its_dot() -> None:
    marks = final(example("river").place(setting("over")))
    dots = next(mark for mark in marks if isinstance(mark, Dots))
    warm = [stroke for stroke in water(example("river")).strokes if stroke.color == "warm"]

    for x, y, diameter in zip(dots.x, dots.y, dots.diameter, strict=True):
        here = [stroke for stroke in warm if abs(stroke.high - y) < diameter / 2]
        assert len(here) == 16
        assert all(stroke.end == x for stroke in here)


def test_the_rest_fades_out_without_a_dot() -> None:
    marks = final(example("river").place(setting("over")))
    dots = next(mark for mark in marks if isinstance(mark, Dots))
    last = max(water(example("river")).strokes, key=lambda stroke: stroke.low)

    assert len(dots.x) == 2
    assert last.color == "cool"
    assert last.fade[-1][1] == 0.0
    assert REST.get("zh") in {text.text for text in texts(marks)}


def test_strands_never_cross() -> None:
    strokes = sorted(water(example("river")).strokes, key=lambda stroke: stroke.low)

    ends = [stroke.high for stroke in strokes]
    assert ends == sorted(ends)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_names_have_room(name: str, size: tuple[int, int], language: str) -> None:
    where = setting("over", size=size, language=language)
    marks = final(EVERY[name].place(where))

    assert not colliding(marks)
    assert not outside(EVERY[name], where, marks)


def test_water_flows_before_names_appear() -> None:
    placed = example("river").place(setting("over"))

    early = placed.at(1.0)
    assert all(text.opacity == 0.0 for text in texts(early))
    flowing = next(mark for mark in early if isinstance(mark, Strokes))
    assert 0.3 < flowing.reveal < 0.8
    assert placed.duration <= 4.0


def test_a_river_needs_a_branch() -> None:
    with pytest.raises(ValidationError):
        River(metric=FUND, branches=())


def test_dots_and_names_go_by_their_branch() -> None:
    marks = final(example("river").place(setting("over")))

    keys = next(mark.keys for mark in marks if isinstance(mark, Dots))
    assert keys == tuple(branch.name.texts[0][1] for branch in example("river").branches)
    assert {f"name:{key}" for key in keys} <= {text.key for text in texts(marks)}
