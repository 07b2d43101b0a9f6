"""Colours as numbers: known contrasts, distances and mixtures, and how many of them other eyes see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.colors import VISIONS, contrast, difference, hexed, legible, lightness, linear, luminance, mix, relit, tint

COLORS = st.tuples(*(st.integers(0, 255),) * 3).map(lambda parts: "#{:02X}{:02X}{:02X}".format(*parts))


@pytest.mark.parametrize("color", ["red", "#FFF", "", "FFFFFF", "#FFFFFFFF"])
def test_what_is_not_written_as_a_colour_is_refused(color: str) -> None:
    with pytest.raises(ValueError, match="no colour"):
        linear(color)


@given(COLORS)
def test_light_and_back_is_the_same_colour(color: str) -> None:
    assert hexed(linear(color)) == color


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#FF0000", "#FF0000", 1.0),
    ],
)
def test_contrast_is_that_of_the_guideline(first: str, second: str, expected: float) -> None:
    assert contrast(first, second) == pytest.approx(expected, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("#000000", "#FFFFFF", 100.0), ("#FF0000", "#00FF00", 170.57), ("#0000FF", "#000000", 137.65)],
)
def test_difference_is_the_distance_in_lab(first: str, second: str, expected: float) -> None:
    assert difference(first, second) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize("vision", VISIONS)
def test_greys_look_the_same_to_all_eyes(vision: str) -> None:
    assert difference("#404040", "#C0C0C0", vision) == pytest.approx(difference("#404040", "#C0C0C0"), abs=0.5)


@pytest.mark.parametrize(
    ("first", "second", "blind", "sharp"),
    [
        ("#B8651B", "#6E8B1F", "deutan", "tritan"),
        ("#4F86C6", "#3E9C86", "tritan", "full"),
        ("#7A1010", "#2E2E10", "protan", "full"),
    ],
)
def test_dichromats_take_some_colours_for_others(first: str, second: str, blind: str, sharp: str) -> None:
    assert difference(first, second, blind) < 0.62 * difference(first, second, sharp)


def test_half_way_from_black_to_white_looks_half_as_light() -> None:
    assert lightness(mix("#000000", "#FFFFFF", 0.5)) == pytest.approx(0.5, abs=0.005)
    assert (mix("#08111B", "#FF8F4A", 0.0), mix("#08111B", "#FF8F4A", 1.0)) == ("#08111B", "#FF8F4A")


def test_a_tint_has_the_wanted_contrast_or_all_there_is() -> None:
    assert contrast(tint("#7CC8C2", "#0A1520", 3.0), "#0A1520") == pytest.approx(3.0, abs=0.05)
    assert tint("#333333", "#000000", 9.0) == "#333333"


@given(COLORS, st.floats(0.1, 1.0))
def test_a_colour_takes_any_lightness(color: str, light: float) -> None:
    assert lightness(relit(color, light)) == pytest.approx(light, abs=0.02)


def test_a_colour_of_its_own_lightness_is_itself() -> None:
    assert relit("#E60012", lightness("#E60012")) == "#E60012"


@pytest.mark.parametrize("ground", ["#000000", "#0A1520", "#F4F1EA", "#FFFFFF"])
@given(color=COLORS)
def test_a_faint_colour_becomes_lighter_or_darker_until_it_can_be_read(ground: str, color: str) -> None:
    seen = legible(color, (ground,), 4.5)

    assert contrast(seen, ground) >= 4.5
    assert seen == color or contrast(seen, ground) < 4.75
    if seen != color:
        assert (luminance(seen) > luminance(color)) == (luminance(ground) < 0.2)


def test_on_a_middling_ground_there_may_be_nothing_better_than_white() -> None:
    assert legible("#808080", ("#6E6E6E",), 9.0) == "#FFFFFF"
