"""Validation: every refusal of a model at its place, in plain words."""

import re
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    TypeAdapter,
    model_validator,
)
from pydantic_core import PydanticCustomError

from kiosk.content.problem import CODES, ContentProblem, Problem
from kiosk.content.tree import Loc, read_tree
from kiosk.content.validate import validate
from kiosk.content.wording import CHOICES, EXPECTED, LIMITS, REFUSALS


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bar(Strict):
    chart: Literal["bar"]
    values: tuple[float, ...]
    labels: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _paired(self) -> "Bar":
        if self.labels and len(self.labels) != len(self.values):
            raise ContentProblem("bad-value", "as many labels as values are needed", "add some", ("labels",))
        return self


class Line(Strict):
    chart: Literal["line"]
    points: Annotated[tuple[tuple[float, float], ...], Field(min_length=2)]
    smooth: bool = False


class Counter(Strict):
    counter: str
    label: str = ""


class Note(Strict):
    note: str


def kind_of(given: Any) -> str | None:
    return next((key for key in ("counter", "note") if key in given), None) if isinstance(given, dict) else None


class Pace(Enum):
    SLOW = "slow"
    FAST = "fast"


def known_metric(name: str) -> str:
    if name != "growth":
        raise PydanticCustomError(
            "unknown_reference",
            'unknown metric "{name}"',
            {"name": name, "code": "unknown-metric", "known": ("growth",)},
        )
    return name


def no_file(name: str) -> str:
    raise ContentProblem("missing-file", f"there is no file {name}", "look again")


def odd(number: int) -> int:
    if number % 2 == 0:
        raise ValueError("the number has to be odd")
    return number


def bar_of(given: Any) -> Bar:
    return Bar.model_validate(given)


class Slide(Strict):
    title: str
    main: Annotated[Bar | Line, Field(discriminator="chart")] | None = None
    side: (
        Annotated[Annotated[Counter, Tag("counter")] | Annotated[Note, Tag("note")], Discriminator(kind_of)] | None
    ) = None
    transition: Literal["fade", "push", "none"] = "fade"
    duration: Literal["auto"] | Annotated[float, Field(gt=0, le=600)] = "auto"
    words: str | dict[str, str] = ""
    names: dict[Annotated[str, Field(max_length=3)], float] = {}
    pace: Pace = Pace.SLOW
    metric: Annotated[str, AfterValidator(known_metric)] = "growth"
    image: Annotated[str, AfterValidator(no_file)] = ""
    count: Annotated[int, AfterValidator(odd)] = 1
    nested: Annotated[Any, BeforeValidator(bar_of)] = None
    either: Bar | Note | None = None
    shown: bool = True
    inner: tuple["Slide", ...] = ()


class Deck(Strict):
    title: str
    slides: Annotated[tuple[Slide, ...], Field(min_length=1)]


def problems(text: str, model: Any = Slide, prefix: Loc = ()) -> list[Problem]:
    tree, unreadable = read_tree(text, "x.yaml")
    assert tree is not None, unreadable
    value, found = validate(model, tree, None, prefix)
    assert value is None
    return list(found)


def problem(text: str, model: Any = Slide, prefix: Loc = ()) -> Problem:
    found = problems(text, model, prefix)
    assert len(found) == 1, found
    return found[0]


FAULTY = """\
title: 展厅
slides:
  - title: 产量
    main: {chart: bar, labels: [一月, 二月], valeus: [1, 2]}
  - title: 2024
    transitoin: fade
    main:
      chart: lnie
      points: []
  - title: 三
    transition: fad
    main:
      chart: line
      points: [[1, 2], [3, 四]]
      smooth: perhaps
  - main: {chart: line, points: [[1, 2]]}
    duration: -1
"""


def test_ten_faults_are_each_found_once_at_their_place() -> None:
    found = problems(FAULTY, Deck)

    assert [(each.line, each.column, each.code) for each in found] == [
        (4, 42, "unknown-key"),
        (5, 12, "wrong-type"),
        (6, 5, "unknown-key"),
        (8, 14, "unknown-kind"),
        (11, 17, "bad-value"),
        (14, 28, "wrong-type"),
        (15, 15, "wrong-type"),
        (16, 5, "missing-key"),
        (16, 33, "too-short"),
        (17, 15, "bad-value"),
    ]
    assert [each.hint for each in found[:5]] == [
        'did you mean "values"?',
        'put it in quotation marks: "2024"',
        'did you mean "transition"?',
        'did you mean "line"?',
        'did you mean "fade"?',
    ]


def test_a_valid_tree_becomes_a_value() -> None:
    tree, _ = read_tree("title: a\nmain: {chart: bar, values: [1, 2]}", "x.yaml")
    assert tree is not None
    value, found = validate(Slide, tree)

    assert found == ()
    assert value is not None
    assert value.main == Bar(chart="bar", values=(1.0, 2.0))


def test_a_part_of_a_tree_is_validated_at_its_own_place() -> None:
    text = "deck:\n  - {title: a}\n  - {title: b, pace: quick, tilte: c}\n"

    assert [(each.line, each.column) for each in problems(text, Slide, ("deck", 1))] == [(3, 22), (3, 29)]


def test_nothing_at_the_prefix_is_the_callers_error() -> None:
    tree, _ = read_tree("a: 1", "x.yaml")
    assert tree is not None
    with pytest.raises(ValueError, match="nothing at"):
        validate(Slide, tree, None, ("b",))


def test_any_type_may_be_the_model() -> None:
    assert problem("a: x", dict[str, int]).column == 4
    assert problem("- 1\n- x", TypeAdapter(tuple[int, ...])).line == 2
    assert problem("- 1\n- 0", list[Annotated[int, Field(gt=0)]]).message == "entry 2 of the file has to be more than 0"


CASES: dict[str, tuple[str, tuple[int, int], str, str]] = {
    "kind missing": ("main: {values: [1]}", (2, 7), "missing-key", "one of: bar, line"),
    "key of the kind misspelt": ("main: {chrt: bar}", (2, 8), "unknown-key", "chart"),
    "kind by its key": ("side: {countr: a}", (2, 8), "unknown-kind", "counter"),
    "no kind by its key": ("side: {}", (2, 7), "unknown-kind", "one of: counter, note"),
    "kind that is no map": ("side: counter", (2, 7), "wrong-type", "key: value"),
    "kind without a space": ("main: chart:bar", (2, 7), "wrong-type", "space after the colon"),
    "inside a kind by its key": ("side: {counter: a, label: 1}", (2, 27), "wrong-type", '"1"'),
    "key named like its kind": ("side: {counter: 1}", (2, 17), "wrong-type", '"1"'),
    "neither of two sorts": ("words: 5", (2, 8), "wrong-type", '"5"'),
    "inside one of two sorts": ("words: {zh: 5}", (2, 13), "wrong-type", '"5"'),
    "word or number": ("duration: atuo", (2, 11), "bad-value", "auto"),
    "limit of one of two sorts": ("duration: 0", (2, 11), "bad-value", ""),
    "key of a map": ("names: {long: 1}", (2, 9), "too-long", ""),
    "value of a map": ("names: {abc: x}", (2, 14), "wrong-type", ""),
    "enum": ("pace: fats", (2, 7), "bad-value", "fast"),
    "metric": ("metric: grwth", (2, 9), "unknown-metric", "growth"),
    "file": ("image: a.png", (2, 8), "missing-file", "look again"),
    "value error": ("count: 2", (2, 8), "bad-value", ""),
    "nested validation": ("nested: {chart: bar, values: [1, x]}", (2, 34), "wrong-type", ""),
    "part named by a validator": (
        "nested: {chart: bar, values: [1], labels: [a, b]}",
        (2, 43),
        "bad-value",
        "add some",
    ),
    "best of two maps": ("either: {note: a, nite: b}", (2, 19), "unknown-key", "note"),
    "deep within itself": ("inner: [{title: a, inner: [{title: 3}]}]", (2, 36), "wrong-type", '"3"'),
    "yes and no": ("shown: 关", (2, 8), "wrong-type", "true or false"),
    "number with separators": ("count: 1,001", (2, 8), "wrong-type", "write 1001"),
    "full-width number": ("names: {a: １２％}", (2, 12), "wrong-type", "write 12"),
    "full-width list": ("inner: 【一，二】", (2, 8), "wrong-type", "write [ in place of 【"),
    "full-width quotation marks": ("transition: “push”", (2, 13), "bad-value", "push"),
    "map for a list": ("inner: {title: a}", (2, 8), "wrong-type", "hyphen"),
    "empty": ("names:", (2, 7), "wrong-type", ""),
    "full-width colon in braces": ("main: {chart: bar, values：1}", (2, 20), "unknown-key", "half-width colon"),
    "no space in braces": ("main: {chart: bar, values:1}", (2, 20), "unknown-key", "space after the colon"),
}


@pytest.mark.parametrize("name", CASES)
def test_each_refusal_has_its_place_code_and_hint(name: str) -> None:
    text, place, code, hint = CASES[name]
    found = problem(f"title: t\n{text}\n")

    assert ((found.line, found.column), found.code) == (place, code)
    assert hint in found.hint
    assert bool(hint) or not found.hint


@pytest.mark.parametrize("name", CASES)
def test_no_word_of_the_language_we_are_written_in_reaches_the_author(name: str) -> None:
    found = problem(f"title: t\n{CASES[name][0]}\n")

    assert not re.search(r"\b(None|dict|str|int|float|bool|tuple|Input|valid|Value error|dictionary)\b", str(found))


def test_a_whole_file_with_full_width_colons_is_explained() -> None:
    found = problem("title：展厅\npace：slow\n")

    assert (found.line, found.column, found.code) == (1, 1, "wrong-type")
    assert "half-width colon" in found.hint


def test_every_type_of_refusal_has_words() -> None:
    handled = {
        "missing",
        "extra_forbidden",
        "union_tag_invalid",
        "union_tag_not_found",
        "value_error",
        "assertion_error",
    }
    unreachable = {
        "no_such_attribute", "needs_python_object", "recursion_loop", "recursion_depth_exceeded", "frozen_field",
        "frozen_instance", "get_attribute_error", "default_factory_not_called", "iteration_error", "is_instance_of",
        "is_subclass_of", "callable_type", "missing_argument", "unexpected_keyword_argument",
        "missing_keyword_only_argument", "unexpected_positional_argument", "missing_positional_only_argument",
        "multiple_argument_values",
    }  # fmt: skip

    assert REFUSALS - EXPECTED.keys() - CHOICES - LIMITS.keys() - handled == unreachable
    assert {code for code, _ in LIMITS.values()} <= CODES.keys()
