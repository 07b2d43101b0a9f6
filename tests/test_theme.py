"""Themes: every colour can be seen on its ground, and told from the others by every sort of eye."""

from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.anatomy.values.palette import FAINTEST_PART, FEW
from kiosk.colors import VISIONS, contrast, difference
from kiosk.theme import (
    APART,
    GIVEN,
    LEAST,
    ROLES,
    STEPS,
    Theme,
    ground_of,
    load_theme,
    read_theme,
    theme_names,
    theme_of,
)

THEMES = [load_theme(name) for name in theme_names()]
MUTED_AIM = 7.0
CLASSES_APART = 4.0
PARTS_APART = 10.0

every_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
every_vision = pytest.mark.parametrize("vision", VISIONS)


def grounds(theme: Theme) -> list[str]:
    return [color for _, color in theme.ground]


def test_there_are_themes_to_choose_from() -> None:
    assert {"contrast", "dark", "lacquer", "light", "porcelain"} <= set(theme_names())
    assert {theme.is_light for theme in THEMES} == {True, False}


@every_theme
@pytest.mark.parametrize("role", LEAST)
def test_what_is_to_be_read_stands_out_from_all_of_the_ground(theme: Theme, role: str) -> None:
    assert min(contrast(theme[role], ground) for ground in grounds(theme)) >= LEAST[role]


@every_theme
def test_small_type_can_be_read_in_a_bright_hall(theme: Theme) -> None:
    assert min(contrast(theme["muted"], ground) for ground in grounds(theme)) >= MUTED_AIM


@every_theme
def test_water_carries_text(theme: Theme) -> None:
    assert contrast(theme["text"], theme["deep"]) >= LEAST["text"]
    assert contrast(theme["muted"], theme["deep2"]) >= LEAST["muted"]
    assert contrast(theme["text"], theme["surface"]) >= LEAST["text"]


@every_theme
@every_vision
def test_no_eye_takes_warm_for_cool(theme: Theme, vision: str) -> None:
    assert difference(theme["warm"], theme["cool"], vision) >= APART
    assert difference(theme["warm"], theme["dim"], vision) >= APART


@every_theme
@every_vision
@pytest.mark.parametrize("base", ["cool", "warm"])
def test_neighbouring_classes_differ_to_every_eye(theme: Theme, vision: str, base: str) -> None:
    tints = [theme["ground"], *(theme[f"{base}{step}"] for step in range(1, STEPS + 1))]

    assert min(difference(*pair, vision) for pair in pairwise(tints)) >= CLASSES_APART


@every_theme
@every_vision
def test_parts_of_one_chart_differ_to_every_eye(theme: Theme, vision: str) -> None:
    parts = [theme[f"cool{step}"] for step in FEW[3]]

    assert min(difference(*pair, vision) for pair in pairwise(parts)) >= PARTS_APART


@every_theme
def test_the_faintest_part_can_still_be_seen(theme: Theme) -> None:
    assert contrast(theme[f"cool{FAINTEST_PART}"], theme["ground"]) >= 3.0


@every_theme
def test_the_last_tint_is_the_colour_itself(theme: Theme) -> None:
    assert (theme["cool7"], theme["warm7"]) == (theme["cool"], theme["warm"])
    assert all(theme[role].startswith("#") for role in (*ROLES, "ground"))


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(ValueError, match="no such colour role: 'pink'"):
        load_theme()["pink"]


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="no such theme: 'pink'"):
        load_theme("pink")


def test_a_theme_without_its_first_colours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pale.yaml").write_text('text: "#FFFFFF"', "utf-8")

    with pytest.raises(ValueError, match="no colour for ground, warm, cool"):
        read_theme(tmp_path / "pale.yaml")


# --- a theme of one's own


def test_what_is_left_out_comes_from_the_base() -> None:
    base = load_theme()
    theme = theme_of("brand", None, {"warm": "#FFD400"}, base)

    assert theme["warm"] == "#FFD400"
    assert theme.ground == base.ground
    assert all(theme[role] == base[role] for role in GIVEN if role != "warm")


def test_what_follows_from_a_colour_changes_with_it() -> None:
    theme = theme_of("brand", None, {"cool": "#B0A0FF"}, load_theme())

    assert difference(theme["deep"], load_theme()["deep"]) > 4.0
    assert theme["axis"] == load_theme()["axis"]


@pytest.mark.parametrize("ground", ["#000000", "#3A0D16", "#10331F", "#F2F2F2", "#FFE9D6"])
@pytest.mark.parametrize("base", ["dark", "light"])
def test_on_any_ground_everything_can_be_read(ground: str, base: str) -> None:
    theme = theme_of("brand", ground_of(ground), {"warm": "#E60012", "cool": "#0068B7"}, load_theme(base))

    for role, least in LEAST.items():
        assert min(contrast(theme[role], each) for each in grounds(theme)) >= least, role
    assert theme.is_light == (ground in {"#F2F2F2", "#FFE9D6"})


def test_a_ground_of_one_colour_is_a_trace_lighter_at_the_foot() -> None:
    (_, top), (_, middle), (_, foot) = ground_of("#3a0d16")

    assert middle == "#3A0D16"
    assert 1.0 < contrast(top, foot) < 1.3


def test_themes_of_other_colours_look_different() -> None:
    assert load_theme("dark").look != theme_of("dark", None, {"warm": "#FFD400"}, load_theme()).look
