"""Traces: from where a model refuses a value to the place in an author's file, and what is allowed there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kiosk.content.tree import Loc, Node

Shape = Mapping[str, Any]
"""A part of a model's core schema, as pydantic describes it."""

INNER = {
    "chain": "steps",
    "dataclass": "schema",
    "default": "schema",
    "definitions": "schema",
    "function-after": "schema",
    "function-before": "schema",
    "function-wrap": "schema",
    "json-or-python": "python_schema",
    "lax-or-strict": "lax_schema",
    "model": "schema",
    "nullable": "schema",
}
"""Shapes that only wrap another, and where they keep it."""

ITEMS = {"list", "set", "frozenset", "generator"}
FIELDS = {"model-fields", "typed-dict", "dataclass-args"}


@dataclass(frozen=True)
class Fork:
    """A choice between several shapes that no key decides: where it stands, and which of them was tried."""

    loc: Loc
    choice: str


@dataclass(frozen=True)
class Spot:
    """A place in the data, what is allowed there (None: the model does not say), and the keys allowed beside it."""

    loc: Loc
    on: Literal["key", "value"]
    shape: Shape | None
    siblings: tuple[str, ...]
    forks: tuple[Fork, ...]


class Shapes:
    """The shapes of one model, by the names under which they refer to one another."""

    def __init__(self, schema: Any) -> None:
        self.schema: Shape = schema
        self.named: dict[str, Shape] = {}

    def trace(self, node: Node | None, loc: Loc) -> Spot:
        """Where an error at `loc` stands. Pydantic also names tags and choices there; the data has none of them."""
        shape = self.bare(self.schema)
        keys: Shape | None = None
        on: Literal["key", "value"] = "value"
        found: Loc = ()
        siblings: tuple[str, ...] = ()
        forks: tuple[Fork, ...] = ()
        for part in loc:
            sort = shape["type"] if shape else None
            if part == "[key]" and not (node and part in node.entries):
                on, shape = "key", keys
                continue
            if shape and sort == "tagged-union":
                shape = self.tagged(shape, part)
                continue
            if shape and sort == "union":
                forks += (Fork(found, str(part)),)
                shape = self.chosen(shape, str(part))
                continue
            if shape is None and not (node and part in node.entries):
                continue
            siblings = ()
            keys = None
            if shape and sort in FIELDS:
                fields = fields_of(shape)
                siblings = tuple(fields)
                shape = self.bare(fields.get(str(part)))
            elif shape and sort == "dict":
                keys = self.bare(shape.get("keys_schema"))
                shape = self.bare(shape.get("values_schema"))
            elif shape and sort == "tuple" and isinstance(part, int):
                shape = self.bare(_tuple_item(shape, part))
            elif shape and sort in ITEMS:
                shape = self.bare(shape.get("items_schema"))
            else:
                shape = None
            found += (part,)
            node = node.entries.get(part) if node else None
        return Spot(found, on, shape, siblings, forks)

    def bare(self, shape: Any) -> Shape | None:
        """A shape without what wraps it; None where anything goes or only a function decides."""
        while shape is not None:
            for named in shape.get("definitions", ()):
                self.named[named["ref"]] = named
            if "ref" in shape:
                self.named.setdefault(shape["ref"], shape)
            if shape["type"] == "definition-ref":
                shape = self.named.get(shape["schema_ref"])
            elif shape["type"] in INNER:
                inner = shape[INNER[shape["type"]]]
                shape = inner[0] if isinstance(inner, list) else inner
            else:
                break
        return None if shape is None or shape["type"] in {"any", "function-plain", "is-instance"} else shape

    def tagged(self, shape: Shape, tag: str | int) -> Shape | None:
        """The shape that a tag stands for."""
        return self.bare(next((choice for name, choice in shape["choices"].items() if str(name) == str(tag)), None))

    def chosen(self, shape: Shape, label: str) -> Shape | None:
        """The shape that pydantic calls `label` among several."""
        named = [choice if isinstance(choice, tuple) else (choice, "") for choice in shape["choices"]]
        for choice, name in named:
            if label in (name, self.class_name(choice)):
                return self.bare(choice)
        for choice, _ in named:
            if label.startswith(choice["type"]):
                return self.bare(choice)
        for choice, _ in named:
            bare = self.bare(choice)
            if bare and bare["type"] in label:
                return bare
        return None

    def class_name(self, shape: Shape) -> str:
        """The name of the class that a shape builds; empty for other shapes."""
        if shape["type"] == "definition-ref":
            shape = self.named.get(shape["schema_ref"], shape)
        return getattr(shape.get("cls"), "__name__", "")


def fields_of(shape: Shape) -> dict[str, Any]:
    """The fields of a shape by the key that an author writes."""
    fields = shape["fields"]
    pairs = fields.items() if isinstance(fields, dict) else [(each["name"], each) for each in fields]
    found = {}
    for name, each in pairs:
        alias = each.get("validation_alias")
        found[alias if isinstance(alias, str) else name] = each["schema"]
    return found


def choices_of(shape: Shape | None) -> tuple[str, ...]:
    """The words that are allowed where a shape lets an author choose between words or kinds."""
    if shape is None:
        return ()
    if shape["type"] == "literal":
        return tuple(str(each) for each in shape["expected"])
    if shape["type"] == "enum":
        return tuple(str(each.value) for each in shape["members"])
    if shape["type"] == "tagged-union":
        return tuple(str(each) for each in shape["choices"])
    return ()


def _tuple_item(shape: Shape, index: int) -> Any:
    items, variadic = shape["items_schema"], shape.get("variadic_item_index")
    if variadic is not None and index >= variadic:
        return items[variadic]
    return items[index] if index < len(items) else None
