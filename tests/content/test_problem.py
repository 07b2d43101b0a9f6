"""Problems as an author and other programs read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import kiosk.content.problem
from kiosk.content.guess import did_you_mean, one_of, suggestion
from kiosk.content.problem import CODES, ContentProblem, Problem, quoted


def test_a_problem_reads_as_place_code_message_and_hint() -> None:
    problem = Problem("slides/a.yaml", 12, 5, "error", "unknown-key", 'unknown key "tilte"', 'did you mean "title"?')

    assert str(problem) == 'slides/a.yaml:12:5: error unknown-key unknown key "tilte" (did you mean "title"?)'


def test_a_problem_without_a_hint_ends_with_its_message() -> None:
    assert str(Problem("a", 1, 2, "warning", "unused", "never shown")) == "a:1:2: warning unused never shown"


def test_json_has_exactly_the_agreed_keys() -> None:
    problem = ContentProblem("bad-path", "odd", "even").at("a.yaml", 3, 4)

    assert problem.as_json() == {
        "path": "a.yaml",
        "line": 3,
        "column": 4,
        "severity": "error",
        "code": "bad-path",
        "message": "odd",
        "hint": "even",
    }


def test_problems_sort_by_place() -> None:
    late = Problem("a", 10, 1, "error", "unused", "x")
    early = Problem("a", 9, 30, "warning", "unused", "x")

    assert sorted([late, early]) == [early, late]


def test_an_authors_word_cannot_forge_a_line_or_drive_a_terminal() -> None:
    shown = str(Problem("a", 1, 1, "error", "bad-value", quoted("x\na:2:1: error \x1b[2J\u202e" + "y" * 999)))

    assert "\n" not in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert len(shown) < 200


def codes_in(tree: ast.AST) -> Iterator[str]:
    places = {"ContentProblem": 0, "Slip": 1, "Problem": 4}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in places:
            given = call.args[places[call.func.id] :][:1]
            yield from (each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str))


def test_every_code_in_the_sources_is_in_the_table() -> None:
    folder = Path(kiosk.content.problem.__file__).parent
    codes = {code for path in folder.glob("*.py") for code in codes_in(ast.parse(path.read_text("utf-8")))}

    assert "yaml-limits" in codes
    assert codes <= CODES.keys()


def test_the_nearest_word_is_guessed() -> None:
    assert did_you_mean("valeus", ["values", "labels"]) == 'did you mean "values"?'
    assert did_you_mean("xyz", ["values", "labels"]) == ""


def test_width_case_and_quotes_do_not_count() -> None:
    assert did_you_mean("“ＢＡＲ”", ["bar", "line"]) == 'did you mean "bar"?'
    assert did_you_mean("rise-time", ["rise_time"]) == 'did you mean "rise_time"?'


def test_few_choices_are_listed_where_none_is_near() -> None:
    assert suggestion("xyz", ["bar", "line"]) == "one of: bar, line"
    assert one_of([str(number) for number in range(50)]) == ""
