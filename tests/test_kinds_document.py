"""The manual of charts and elements says what the kinds say of themselves; `REMAKE_DOCS=1` writes it anew."""

import os
import re
from pathlib import Path
from typing import Any

from kiosk.charts import CHARTS
from kiosk.content.schema import schema
from kiosk.elements import ELEMENTS
from kiosk.kind import Kind

DOCUMENT = Path(__file__).parents[1] / "docs" / "kinds.md"
HEAD = """\
# Charts and elements

What may stand in an area of a slide, and what can be set for each: `main: {chart: bar, metrics: [firms, listed]}`. An option
in **bold** is needed. This page is written by the program (`REMAKE_DOCS=1 make test ARGS="-k kinds_document"`).
"""

GENERAL = "a text, or one for each language"


def document() -> str:
    """The manual, from the kinds and their schema."""
    whole = schema()
    parts = [HEAD]
    for key, title, kinds in (("chart", "Charts", CHARTS), ("element", "Elements", ELEMENTS)):
        parts.append(f"## {title}\n")
        parts += [_entry(key, name, kind, whole) for name, kind in sorted(kinds.items())]
    return "\n".join(parts)


def _entry(key: str, name: str, kind: type[Kind], whole: dict[str, Any]) -> str:
    choices = whole["$defs"]["Area"]["oneOf"]
    body = next(each for each in choices if each["properties"].get(key, {}).get("const") == name)
    words = " ".join((kind.__doc__ or "").split())
    rows = [_row(option, part, body, whole) for option, part in body["properties"].items() if option != key]
    table = ["| option | value | meaning |", "|---|---|---|", *rows]
    return "\n".join([f"### `{key}: {name}`\n", f"{words}\n", *table, ""])


def _row(option: str, part: dict[str, Any], body: dict[str, Any], whole: dict[str, Any]) -> str:
    is_needed = option in body.get("required", [])
    default = part.get("default")
    value = _value(part, whole)
    if not is_needed and default not in (None, "", []) and not isinstance(default, dict):
        value += f"; {str(default).lower() if isinstance(default, bool) else default} if left out"
    name = f"**{option}**" if is_needed else option
    meaning = " ".join(part.get("description", "").split())
    return f"| {name} | {value} | {'' if meaning in (value, GENERAL) else meaning} |".replace("  ", " ")


def _value(part: dict[str, Any], whole: dict[str, Any]) -> str:
    if "$ref" in part:
        name = part["$ref"].rsplit("/", 1)[1]
        target = whole["$defs"].get(name, {})
        if name == "Words" or target.get("additionalProperties"):
            return "a text"
        return (
            "a group of " + ", ".join(f"`{each}`" for each in target.get("properties", {}))
            if target.get("properties")
            else name
        )
    if "enum" in part:
        return " or ".join(f"`{each}`" for each in part["enum"])
    if "anyOf" in part:
        found = [_value(each, whole) for each in part["anyOf"] if each.get("type") != "null"]
        is_words = {"type": "string"} in [{"type": each.get("type")} for each in part["anyOf"]]
        if is_words and len(found) > 1 and "the name of a metric" not in found:
            return "a text"
        return " or ".join(dict.fromkeys(found))
    kind = part.get("type")
    if kind == "array":
        return "a list: " + _value(part.get("items", {}), whole) if part.get("items") else "a list"
    if kind == "string":
        described = part.get("description", "")
        return described if described.startswith(("the name of", "an image", "a map")) else "a word"
    return {"number": "a number", "integer": "a whole number", "boolean": "true or false", "object": "a group"}.get(
        str(kind), ""
    )


def test_the_manual_of_kinds_says_what_the_kinds_say() -> None:
    text = document()
    if os.environ.get("REMAKE_DOCS"):
        DOCUMENT.write_text(text, "utf-8")

    assert DOCUMENT.read_text("utf-8") == text


def test_every_kind_is_described_in_a_sentence() -> None:
    for name, kind in {**CHARTS, **ELEMENTS}.items():
        assert re.match(r"[A-Z].*[.:]", " ".join((kind.__doc__ or "").split())), name
