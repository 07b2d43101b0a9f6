"""Colours of one's own: read where they stand, made legible, and never a reason not to play."""

from pathlib import Path

import pytest

from kiosk.colors import contrast
from kiosk.content.check import check_show
from kiosk.content.library import open_library
from kiosk.content.problem import Problem
from kiosk.content.themes import find_theme
from kiosk.theme import Theme, load_theme
from tests.content.sample import changed, place, write

BRAND = '{base: dark, warm: "#ff8f4a", cool: "#7cc8c2"}'
FILE = 'base: light\nwarm: "#c21807"\ncool: "#0f52ba"\n'


def asking(theme: str) -> dict[str, str | bytes | None]:
    return changed("show.yaml", "languages: [zh, en]", f"languages: [zh, en]\ntheme: {theme}")


def theme(folder: Path) -> Theme:
    show = open_library(folder).show
    assert show is not None
    return show.theme


def only_problem(folder: Path) -> Problem:
    (problem,) = check_show(folder)
    return problem


@pytest.mark.parametrize("name", ["light", "lacquer", "porcelain", "contrast"])
def test_a_built_in_theme_is_taken_by_its_name(tmp_path: Path, name: str) -> None:
    assert theme(write(tmp_path, asking(name))) == load_theme(name)
    assert check_show(tmp_path) == ()


def test_a_show_that_names_no_theme_has_the_default_one(tmp_path: Path) -> None:
    assert theme(write(tmp_path)) == load_theme()


def test_three_lines_make_a_brand(tmp_path: Path) -> None:
    brand = theme(write(tmp_path, asking('\n  base: light\n  warm: "#c21807"\n  cool: "#0f52ba"')))

    assert (brand["warm"], brand["cool"]) == ("#C21807", "#0F52BA")
    assert brand.ground == load_theme("light").ground
    assert check_show(tmp_path) == ()


@pytest.mark.parametrize("written", ["brand.yaml", "themes/brand.yaml"])
def test_a_theme_file_may_lie_in_its_folder(tmp_path: Path, written: str) -> None:
    write(tmp_path, {**asking(written), "themes/brand.yaml": FILE})

    assert theme(tmp_path)["cool"] == "#0F52BA"
    assert find_theme(tmp_path, written) == theme(tmp_path)
    assert check_show(tmp_path) == ()


def test_a_theme_file_may_lie_beside_the_show(tmp_path: Path) -> None:
    assert theme(write(tmp_path, {**asking("brand.yaml"), "brand.yaml": FILE}))["cool"] == "#0F52BA"


def test_faint_colours_become_legible_and_a_warning_says_by_how_much(tmp_path: Path) -> None:
    write(tmp_path, asking('{base: dark, warm: "#e60012", cool: "#7cc8c2"}'))
    problem = only_problem(tmp_path)

    assert (problem.severity, problem.code, place(problem)) == ("warning", "too-faint", "show.yaml:3:27")
    assert "3.6 to the ground, and needs 4.5: it is shown 5 % lighter" in problem.message
    assert min(contrast(theme(tmp_path)["warm"], color) for _, color in theme(tmp_path).ground) >= 4.5


def test_colours_that_look_alike_to_some_are_named(tmp_path: Path) -> None:
    problem = only_problem(write(tmp_path, asking('{base: light, warm: "#8a4a00", cool: "#2e6b00"}')))

    assert (problem.severity, problem.code) == ("warning", "too-faint")
    assert "warm and cool look alike to people who see no" in problem.message


def test_a_ground_on_which_nothing_can_be_read_is_named(tmp_path: Path) -> None:
    problems = check_show(write(tmp_path, asking('{ground: "#808080"}')))

    assert {problem.code for problem in problems} == {"too-faint"}
    assert any("choose a darker or a lighter ground" in problem.hint for problem in problems)


@pytest.mark.parametrize(
    ("written", "at", "message", "hint"),
    [
        ("lacqer", "3:8", 'unknown theme "lacqer"', 'did you mean "lacquer"?'),
        ("{base: drak}", "3:15", 'no built-in theme is called "drak"', 'did you mean "dark"?'),
        ('{wram: "#ff8f4a"}', "3:9", 'unknown key "wram"', 'did you mean "warm"?'),
        (
            "{warm: orange}",
            "3:15",
            '"orange" is not a colour',
            'write # and six digits in quotation marks, as in "#e60012"',
        ),
        ("{warm: 123456}", "3:15", "should be a colour", 'write # and six digits in quotation marks, as in "#e60012"'),
        ("\n  warm: #ff8f4a", "4:8", "there is no colour here: # begins a remark", ""),
        ("brand.yaml", "3:8", 'there is no file "brand.yaml"', ""),
        ("../brand.yaml", "3:8", '"../brand.yaml" leads out of the folder of the show', ""),
        ('{ground: [[0.2, "#000000"], [1, "#101010"]]}', "3:17", "the places do not run from 0 to 1", ""),
        ('{ground: [["#000000", 0], [1, "#101010"]]}', "3:18", "should be a place and a colour", ""),
        ("[dark]", "3:8", "should be the name of a theme", ""),
    ],
)
def test_a_mistake_is_explained_and_the_show_plays_on(
    tmp_path: Path, written: str, at: str, message: str, hint: str
) -> None:
    problem = only_problem(write(tmp_path, asking(written)))

    assert (problem.severity, place(problem), problem.message) == ("error", f"show.yaml:{at}", message)
    assert not hint or problem.hint == hint
    assert theme(tmp_path) == load_theme()
    assert len(open_library(tmp_path).ids()) == 3


def test_a_mistake_in_a_theme_file_is_located_there(tmp_path: Path) -> None:
    write(tmp_path, {**asking("brand.yaml"), "themes/brand.yaml": FILE + "muted: grey\n"})
    problem = only_problem(tmp_path)

    assert place(problem) == "themes/brand.yaml:4:8"
    assert theme(tmp_path) == load_theme()
    with pytest.raises(ValueError, match="is not a colour"):
        find_theme(tmp_path, "brand.yaml")


def test_a_theme_that_the_command_line_names_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there are: contrast, dark"):
        find_theme(write(tmp_path), "pink")
    with pytest.raises(ValueError, match="there is no file"):
        find_theme(tmp_path, "pink.yaml")


def test_short_colours_are_colours(tmp_path: Path) -> None:
    assert theme(write(tmp_path, asking('{warm: "#fa5"}')))["warm"] == "#FFAA55"
