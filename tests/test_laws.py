"""The laws: what holds for every kind of chart and element, on every screen, in every language."""

from dataclasses import fields
from itertools import pairwise

import numpy as np
import pytest

from kiosk.kind import Kind
from kiosk.layers import Placed
from kiosk.marks import Bars, Mark, Text
from kiosk.screen import Screen
from kiosk.theme import ROLES
from tests.gallery import KINDS, POSTERS, SCREENS, examples, placed, setting

NAMES = sorted(KINDS)
VARIANTS = [(name, variant, kind) for name in NAMES for variant, kind in examples(name)]
IDS = [f"{name}-{variant}" for name, variant, _ in VARIANTS]
INSTANTS = (-1.0, 0.0, 0.1, 0.35, 0.7, 1.0, 1.3, 1.8, 2.4, 3.1, 99.0)
LONGEST_ENTRANCE = 4.0
HERO_SETTLES = 3.0
FRAME = 1.0 / 60.0


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_has_an_example(name: str) -> None:
    assert isinstance(placed(name), Placed)


@pytest.mark.parametrize(("name", "variant", "kind"), VARIANTS, ids=IDS)
def test_the_same_instant_is_the_same_picture_whatever_was_asked_before(name: str, variant: str, kind: Kind) -> None:
    place = kind.place(setting(name, SCREENS[0]))
    forwards = [place.at(t) for t in INSTANTS]

    backwards = [place.at(t) for t in reversed(INSTANTS)]
    again = [kind.place(setting(name, SCREENS[0])).at(t) for t in INSTANTS]

    assert forwards == list(reversed(backwards))
    assert forwards == again


@pytest.mark.parametrize(("name", "variant", "kind"), VARIANTS, ids=IDS)
def test_before_the_start_is_the_start_and_after_the_end_is_the_end(name: str, variant: str, kind: Kind) -> None:
    place = kind.place(setting(name, SCREENS[0]))

    assert place.at(-5.0) == place.at(0.0)
    for layer, later, settled in zip(
        place.layers, place.at(place.duration + 100.0), place.at(place.duration), strict=True
    ):
        assert later == settled or layer.end > place.duration


@pytest.mark.parametrize(("name", "variant", "kind"), VARIANTS, ids=IDS)
def test_an_entrance_is_over_in_four_seconds(name: str, variant: str, kind: Kind) -> None:
    assert kind.plays or kind.place(setting(name, SCREENS[0])).duration <= LONGEST_ENTRANCE


@pytest.mark.parametrize(("name", "variant", "kind"), VARIANTS, ids=IDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_marks_are_finite_and_of_the_theme_on_every_screen(
    name: str, variant: str, kind: Kind, language: str
) -> None:
    languages = ("zh", "en") if language == "zh" else ("en", "zh")
    for screen in (*SCREENS, Screen(1080, 1080), Screen(640, 480)):
        place = kind.place(setting(name, screen, languages))
        for t in (0.0, place.duration / 2, place.duration):
            for mark in place.at(t):
                _assert_sound(mark)


def _assert_sound(mark: Mark) -> None:
    for field in fields(mark):  # type: ignore[arg-type]
        value = getattr(mark, field.name)
        if isinstance(value, np.ndarray):
            assert value.dtype == np.float64
            assert np.isfinite(value).all(), f"{type(mark).__name__}.{field.name}"
        elif isinstance(value, float):
            assert np.isfinite(value), f"{type(mark).__name__}.{field.name}"
        elif field.name in {"color", "foot_color", "backing"} and value:
            roles = (value,) if isinstance(value, str) else value
            assert set(roles) <= {*ROLES, "ground"}
        elif field.name == "opacity":
            assert 0.0 <= value <= 1.0


@pytest.mark.parametrize(("name", "variant", "kind"), VARIANTS, ids=IDS)
def test_the_stack_of_layers_is_the_same_at_every_instant(name: str, variant: str, kind: Kind) -> None:
    place = kind.place(setting(name, SCREENS[0]))

    stacks = {tuple(type(mark) for mark in place.at(t)) for t in INSTANTS}

    assert len(stacks) == 1


@pytest.mark.parametrize(("name", "variant", "kind"), VARIANTS, ids=IDS)
def test_nothing_jumps_from_one_frame_to_the_next(name: str, variant: str, kind: Kind) -> None:
    screen = SCREENS[0]
    place = kind.place(setting(name, screen))
    limit = 0.16 * max(screen.width, screen.height)

    frames = [place.at(step * FRAME) for step in range(int(place.duration / FRAME) + 2)]

    for before, after in pairwise(frames):
        for first, second in zip(before, after, strict=True):
            assert _distance(first, second) <= limit, (
                f"{type(first).__name__} at a step of {_distance(first, second):.0f} px"
            )


def _distance(first: Mark, second: Mark) -> float:
    """The farthest that a place or length of a mark moves; of bars, which fill one by one, the side of the area that changes."""
    if isinstance(first, Bars) and isinstance(second, Bars):
        if first.left.shape != second.left.shape:
            return float(np.sqrt(abs((first.width * first.height).sum() - (second.width * second.height).sum())))
        sideways = float(np.abs(first.left - second.left).max(initial=0.0))
        return max(sideways, float(np.sqrt(np.abs(first.width * first.height - second.width * second.height).sum())))
    farthest = 0.0
    for field in fields(first):  # type: ignore[arg-type]
        one, other = getattr(first, field.name), getattr(second, field.name)
        if isinstance(one, np.ndarray) and isinstance(other, np.ndarray) and one.shape == other.shape and one.size:
            farthest = max(farthest, float(np.abs(one - other).max()))
        elif (
            field.name in {"x", "y", "left", "top", "width", "height"}
            and isinstance(one, float)
            and isinstance(other, float)
        ):
            farthest = max(farthest, abs(one - other))
    return farthest


@pytest.mark.parametrize("name", [name for name in NAMES if name not in POSTERS])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.shape)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_texts_stay_on_the_screen(name: str, screen: Screen, language: str) -> None:
    from kiosk.typesetting import width_of

    languages = ("zh", "en") if language == "zh" else ("en", "zh")
    place = placed(name, screen, languages)

    for mark in place.at(place.duration):
        if isinstance(mark, Text) and not mark.upright and not mark.angle and mark.clip is None:
            width = width_of(mark.runs)
            left = mark.x - {"end": width, "middle": width / 2}.get(mark.anchor, 0.0)
            assert left >= -1.0, mark.text
            assert left + width <= screen.width + 1.0, mark.text
