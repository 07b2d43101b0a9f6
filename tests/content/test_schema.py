"""The schema that editors use: sound in itself, and of one mind with what the program reads."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.schema import schema
from kiosk.content.slides import KIND_KEYS
from kiosk.content.tree import read_tree
from kiosk.layouts import LAYOUTS
from kiosk.resources import content
from tests.content.sample import FILES

SCHEMA = schema()
DEFS: dict[str, Any] = SCHEMA["$defs"]
SMALL = Path(__file__).parents[1] / "shows" / "small"
FILES_OF_SHOWS = tuple(
    path for folder in (content(), SMALL) for path in sorted(folder.rglob("*.yaml")) if path.parent.name != "images"
)

SORTS: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None),
}  # fmt: skip
TOLD_ONLY = {"$schema", "$defs", "title", "description", "default", "format", "examples", "discriminator"}
JUDGED = {
    "type", "const", "enum", "$ref", "anyOf", "oneOf", "allOf", "properties", "required", "additionalProperties",
    "propertyNames", "items", "prefixItems", "minItems", "maxItems", "minProperties", "minimum", "maximum",
    "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern",
}  # fmt: skip


def part(name: str) -> Mapping[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def part_of(path: Path) -> str:
    return {"slides": "SlideFile", "metrics": "MetricsFile"}.get(path.parent.name, "ShowFile")


def is_valid(value: Any, rule: Any) -> bool:
    """Whether a value obeys a schema, as far as ours uses the dialect."""
    if isinstance(rule, bool):
        return rule
    return all(_obeys(value, key, asked, rule) for key, asked in rule.items() if key not in TOLD_ONLY)


def _obeys(value: Any, key: str, asked: Any, rule: Mapping[str, Any]) -> bool:
    match key:
        case "type":
            return any(_is_sort(value, sort) for sort in ([asked] if isinstance(asked, str) else asked))
        case "const":
            return bool(value == asked)
        case "enum":
            return value in asked
        case "$ref":
            return is_valid(value, DEFS[asked.rpartition("/")[2]])
        case "anyOf":
            return any(is_valid(value, each) for each in asked)
        case "oneOf":
            return sum(is_valid(value, each) for each in asked) == 1
        case "allOf":
            return all(is_valid(value, each) for each in asked)
        case "minimum":
            return not _is_sort(value, "number") or value >= asked
        case "maximum":
            return not _is_sort(value, "number") or value <= asked
        case "exclusiveMinimum":
            return not _is_sort(value, "number") or value > asked
        case "exclusiveMaximum":
            return not _is_sort(value, "number") or value < asked
        case "minLength":
            return not isinstance(value, str) or len(value) >= asked
        case "maxLength":
            return not isinstance(value, str) or len(value) <= asked
        case "pattern":
            return not isinstance(value, str) or re.search(asked, value) is not None
        case "minItems":
            return not isinstance(value, list) or len(value) >= asked
        case "maxItems":
            return not isinstance(value, list) or len(value) <= asked
        case "prefixItems":
            return not isinstance(value, list) or all(map(is_valid, value, asked))
        case "items":
            rest = value[len(rule.get("prefixItems", ())) :] if isinstance(value, list) else ()
            return all(is_valid(each, asked) for each in rest)
        case _:
            return not isinstance(value, dict) or _map_obeys(value, key, asked, rule)


def _map_obeys(value: dict[str, Any], key: str, asked: Any, rule: Mapping[str, Any]) -> bool:
    match key:
        case "properties":
            return all(is_valid(value[name], each) for name, each in asked.items() if name in value)
        case "additionalProperties":
            return all(is_valid(each, asked) for name, each in value.items() if name not in rule.get("properties", {}))
        case "required":
            return all(name in value for name in asked)
        case "propertyNames":
            return all(is_valid(name, asked) for name in value)
        case "minProperties":
            return len(value) >= asked
    raise AssertionError(key)


def _is_sort(value: Any, sort: str) -> bool:
    return isinstance(value, SORTS[sort]) and not (isinstance(value, bool) and sort in {"integer", "number"})


def rules(rule: Any) -> Iterator[Mapping[str, Any]]:
    """Every schema within a schema."""
    if not isinstance(rule, dict):
        return
    yield rule
    for key, value in rule.items():
        if key in {"properties", "$defs"}:
            for each in value.values():
                yield from rules(each)
        elif key in {"anyOf", "oneOf", "allOf", "prefixItems"}:
            for each in value:
                yield from rules(each)
        elif key in {"items", "additionalProperties", "propertyNames"}:
            yield from rules(value)


def test_only_words_of_the_dialect_are_used() -> None:
    assert {key for rule in rules(SCHEMA) for key in rule} - TOLD_ONLY - JUDGED == set()


def test_every_reference_leads_somewhere() -> None:
    targets = {rule["$ref"] for rule in rules(SCHEMA) if "$ref" in rule}

    assert targets - {f"#/$defs/{name}" for name in DEFS} == set()


def test_every_pattern_can_be_used() -> None:
    assert all(re.compile(rule["pattern"]) for rule in rules(SCHEMA) if "pattern" in rule)


def test_every_kind_and_layout_is_offered() -> None:
    offered = {
        (key, rule["properties"][key]["const"])
        for rule in DEFS["Area"]["oneOf"]
        for key in KIND_KEYS
        if key in rule["properties"]
    }

    assert offered == {(key, name) for key, kinds in KIND_KEYS.items() for name in kinds}
    assert DEFS["SlideFile"]["properties"]["layout"]["enum"] == list(LAYOUTS)


@pytest.mark.parametrize("path", FILES_OF_SHOWS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_of_our_shows_obeys_the_schema(path: Path) -> None:
    tree, problems = read_tree(path.read_bytes(), path.name)

    assert (tree is not None, problems) == (True, ())
    assert tree is not None
    assert is_valid(tree.data, part(part_of(path)))
    assert is_valid(tree.data, SCHEMA)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("slides/firms.yaml", "title:", "titel:"),
        ("slides/firms.yaml", "layout: full", "layout: ful"),
        ("slides/firms.yaml", "element: counter", "element: conter"),
        ("slides/firms.yaml", "element: counter", "chart: counter"),
        ("slides/firms.yaml", "  metric: firms\n", ""),
        ("slides/firms.yaml", "layout: full", "duration: 0"),
        ("metrics/firms.yaml", "qualifier: over", "qualifier: ober"),
        ("metrics/firms.yaml", "value: 300", "value: 约300"),
        ("metrics/firms.yaml", "value: 300", "value: true"),
        ("metrics/people.yaml", "x: 月份, ", ""),
        ("show.yaml", "[zh, en]", "[zh, english]"),
        ("show.yaml", "[firms]", "[../firms]"),
        ("show.yaml", "title: {zh: 试, en: Try}", "title: {zh: 试, en: 1}"),
    ],
)
def test_what_the_program_refuses_an_editor_marks(name: str, old: str, new: str) -> None:
    assert FILES[name].count(old) == 1
    tree, _ = read_tree(FILES[name].replace(old, new), name)

    assert tree is not None
    assert not is_valid(tree.data, part(part_of(Path(name))))


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".yaml")])
def test_a_good_file_obeys(name: str) -> None:
    tree, _ = read_tree(FILES[name], name)

    assert tree is not None
    assert is_valid(tree.data, part(part_of(Path(name))))
