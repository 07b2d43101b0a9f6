"""Validation: from a tree to a value of a model, or to everything that is wrong with it, each at its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from kiosk.content.guess import QUOTES, did_you_mean, fold, nearest, one_of, suggestion
from kiosk.content.problem import CODES, ContentProblem, Problem, quoted
from kiosk.content.syntax import as_number, full_width, misspelling
from kiosk.content.trace import Shapes, Spot, choices_of
from kiosk.content.tree import Loc, Node, Tree
from kiosk.content.wording import CHOICES, EXPECTED, REFUSALS, limit

Value = TypeVar("Value")

Side = Literal["key", "value"]
"""The side of the colon."""


def validate(
    model: type[Value] | TypeAdapter[Value], tree: Tree, context: Any = None, prefix: Loc = ()
) -> tuple[Value | None, tuple[Problem, ...]]:
    """The part of `tree` at `prefix` as a value of `model`, or None and every problem, sorted by place.

    `context` is handed to the model's validators. They may raise ContentProblem, ValueError, or PydanticCustomError
    with any of these in its context: `code` (a key of CODES), `hint`, `known` (words to guess from, with the wrong one
    as `name`), `at` (the way to the part that is wrong) and `on` ("key" or "value"). Raises ValueError where the tree
    has nothing at `prefix`.
    """
    node = tree.node(prefix)
    if node is None:
        raise ValueError(f"nothing at {prefix!r}")
    adapter = model if isinstance(model, TypeAdapter) else _adapter(model)
    try:
        return cast(Value, adapter.validate_python(node.data, context=context)), ()
    except ValidationError as refusal:
        shapes = Shapes(adapter.core_schema)
        faults = [_fault(error, shapes, node) for error in refusal.errors(include_url=False, include_input=False)]
    reader = _Reader(tree, prefix, node)
    settled = [f for f in _settle(faults, 0) if not reader.is_misspelt(f, faults) and not reader.is_long_enough(f)]
    return None, tuple(sorted({reader.problem(fault) for fault in settled}))


@dataclass(frozen=True, eq=False)
class _Fault:
    """One refusal and where it stands. `others` are refusals of the same value by the alternatives."""

    kind: str
    name: str
    words: str
    context: Mapping[str, Any]
    spot: Spot
    others: "tuple[_Fault, ...]" = ()

    @property
    def expected(self) -> str:
        return EXPECTED.get(self.kind, "")

    @property
    def choices(self) -> tuple[str, ...]:
        return choices_of(self.spot.shape) if self.kind in CHOICES else ()


def _adapter(model: Any) -> TypeAdapter[Any]:
    try:
        return _known_adapter(model)
    except TypeError:
        return TypeAdapter(model)


@lru_cache(256)
def _known_adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _fault(error: Mapping[str, Any], shapes: Shapes, node: Node) -> _Fault:
    loc = error["loc"]
    context = error.get("ctx", {})
    return _Fault(error["type"], str(loc[-1]) if loc else "", error["msg"], context, shapes.trace(node, loc))


def _settle(faults: list[_Fault], depth: int) -> list[_Fault]:
    """One refusal for each value: of alternatives that all refuse it, the one that fits best, or all of them as one."""
    settled: list[_Fault] = []
    groups: dict[Loc, list[_Fault]] = {}
    for fault in faults:
        if len(fault.spot.forks) > depth:
            groups.setdefault(fault.spot.forks[depth].loc, []).append(fault)
        else:
            settled.append(fault)
    for loc, group in groups.items():
        branches: dict[str, list[_Fault]] = {}
        for fault in group:
            branches.setdefault(fault.spot.forks[depth].choice, []).append(fault)
        fitting = [branch for branch in branches.values() if not any(_is_mismatch(fault, loc) for fault in branch)]
        if fitting:
            settled += _settle(min(fitting, key=len), depth + 1)
        else:
            settled.append(_Fault("", group[0].name, "", {}, group[0].spot, tuple(group)))
    return settled


def _is_mismatch(fault: _Fault, loc: Loc) -> bool:
    return fault.spot.loc == loc and (fault.kind in EXPECTED or fault.kind in CHOICES)


class _Reader:
    """Words the refusals of one part of a tree."""

    def __init__(self, tree: Tree, prefix: Loc, node: Node) -> None:
        self.tree, self.prefix, self.node = tree, prefix, node

    def is_misspelt(self, fault: _Fault, faults: Iterable[_Fault]) -> bool:
        """Whether a missing key is there, but written wrongly, which another refusal says already."""
        if fault.kind != "missing":
            return False
        beside = fault.spot.loc[:-1]
        strange = [f for f in faults if f.kind == "extra_forbidden" and f.spot.loc[:-1] == beside]
        return any(_meant(each.name, each.spot.siblings) == fault.name for each in strange)

    def is_long_enough(self, fault: _Fault) -> bool:
        """Whether a list is said to be too short only because some of its entries were refused."""
        node = self.node_at(fault.spot.loc)
        return fault.kind == "too_short" and node is not None and len(node.entries) >= fault.context["min_length"]

    def problem(self, fault: _Fault) -> Problem:
        within, on, (code, message, hint) = self.worded(fault)
        line, column = self.tree.place(self.prefix + within, on)
        return Problem(self.tree.path, line, column, "error", code, message, hint)

    def worded(self, fault: _Fault) -> tuple[Loc, Side, tuple[str, str, str]]:
        """The part that is wrong, on which side of its colon, and code, message and hint."""
        loc, on = fault.spot.loc, fault.spot.on
        error = fault.context.get("error")
        if isinstance(error, ContentProblem):
            return loc + error.within, on, (error.code, error.message, error.hint)
        if fault.kind == "extra_forbidden":
            return loc, "key", ("unknown-key", f"unknown key {quoted(fault.name)}", _key_hint(fault))
        if fault.kind == "missing":
            return loc, "value", ("missing-key", f"{quoted(fault.name)} is missing", "")
        if fault.kind == "union_tag_invalid":
            return self.unknown_kind(fault)
        if fault.kind == "union_tag_not_found":
            return self.kindless(fault)
        if fault.kind in EXPECTED or fault.kind in CHOICES or fault.others:
            return loc, on, self.mistaken(fault)
        if fault.kind in {"value_error", "assertion_error"} and error is not None:
            message = str(error) or "is not allowed here"
            return loc, on, ("bad-value", message, "")
        if fault.kind in REFUSALS:
            code, message = limit(fault.kind, dict(fault.context))
            return loc, on, (code, f"{self.named(loc)} {message}", "")
        return self.own(fault)

    def own(self, fault: _Fault) -> tuple[Loc, Side, tuple[str, str, str]]:
        """A refusal in our own words."""
        context = fault.context
        code = str(context.get("code", "bad-value"))
        hint = str(context.get("hint", ""))
        if not hint and "known" in context:
            node = self.node_at(fault.spot.loc)
            word = context.get("name", node.literal if node else None)
            hint = suggestion(str(word), map(str, context["known"])) if word is not None else one_of(context["known"])
        message = fault.words.removesuffix(hint).rstrip(": ") if hint else fault.words
        at = context.get("at", ())
        within = (at,) if isinstance(at, str | int) else tuple(at)
        on: Side = "key" if context.get("on", fault.spot.on) == "key" else "value"
        return fault.spot.loc + within, on, (code if code in CODES else "bad-value", message, hint)

    def unknown_kind(self, fault: _Fault) -> tuple[Loc, Side, tuple[str, str, str]]:
        tag = str(fault.context.get("tag", ""))
        key = _discriminator(fault.spot)
        loc = fault.spot.loc + ((key,) if key else ())
        return (
            loc,
            "value",
            ("unknown-kind", f"unknown kind {quoted(tag)}", suggestion(tag, choices_of(fault.spot.shape))),
        )

    def kindless(self, fault: _Fault) -> tuple[Loc, Side, tuple[str, str, str]]:
        loc, kinds, key = fault.spot.loc, choices_of(fault.spot.shape), _discriminator(fault.spot)
        node = self.node_at(loc)
        if node is None or not isinstance(node.data, dict):
            return (
                loc,
                "value",
                ("wrong-type", f"{self.named(loc)} should be a map, not {_seen(node)}", _map_hint(node)),
            )
        if key:
            near = next((each for each in node.data if _meant(each, (key,))), None)
            if near is not None:
                hint = misspelling(near) or did_you_mean(near, (key,))
                return (*loc, near), "key", ("unknown-key", f"unknown key {quoted(near)}", hint)
            return loc, "value", ("missing-key", f"{quoted(key)} is missing", one_of(kinds))
        near = next((each for each in node.data if _meant(each, kinds)), None)
        if near is not None:
            hint = misspelling(near) or did_you_mean(near, kinds)
            return (*loc, near), "key", ("unknown-kind", f"unknown kind {quoted(near)}", hint)
        return loc, "value", ("unknown-kind", "this does not say what kind it is", one_of(kinds))

    def mistaken(self, fault: _Fault) -> tuple[str, str, str]:
        """A value of another sort, or a word that is none of those allowed."""
        parts = fault.others or (fault,)
        choices = tuple(choice for part in parts for choice in part.choices)
        sorts = tuple(dict.fromkeys(part.expected for part in parts if part.expected))
        name, node = self.named(fault.spot.loc), self.node_at(fault.spot.loc)
        if fault.spot.on == "key":
            word = fault.spot.loc[-1]
            return "unknown-key", f"unknown key {quoted(word)}", suggestion(str(word), choices) or " or ".join(sorts)
        if isinstance(node and node.data, str) and choices:
            word = str(node.data) if node else ""
            hint = did_you_mean(word, choices) or ("" if sorts else one_of(choices))
            other = f"; write {' or '.join((*map(quoted, choices), *sorts))}" if sorts and not hint else ""
            return "bad-value", f"{name} cannot be {quoted(word)}{other}", hint
        wanted = " or ".join((*map(quoted, choices[:12]), *sorts)) or "something else"
        hints = (_hint(sort, node) for sort in sorts)
        if node is None or node.data is None:
            return "wrong-type", f"{name} is empty, and should be {wanted}", ""
        return "wrong-type", f"{name} should be {wanted}, not {_seen(node)}", next((hint for hint in hints if hint), "")

    def node_at(self, loc: Loc) -> Node | None:
        return self.tree.node(self.prefix + loc)

    def named(self, loc: Loc) -> str:
        """How to speak of a part: by its key, and in lists by its number from 1."""
        whole = self.prefix + loc
        numbers: list[str] = []
        while whole and isinstance(whole[-1], int):
            numbers.insert(0, str(whole[-1] + 1))
            whole = whole[:-1]
        name = quoted(whole[-1]) if whole else "the file"
        return f"entry {'.'.join(numbers)} of {name}" if numbers else name


def _meant(word: str, known: tuple[str, ...]) -> str:
    """The known key that an unknown one stands for; empty where it stands for none."""
    head = word.replace("：", ":").partition(":")[0]
    return nearest(word, known) or (nearest(head, known) if head != word else "")


def _key_hint(fault: _Fault) -> str:
    known = fault.spot.siblings
    return misspelling(fault.name) or suggestion(fault.name, known)


def _discriminator(spot: Spot) -> str:
    """The key whose value decides between kinds; empty where a function decides."""
    key = spot.shape.get("discriminator") if spot.shape else None
    return key if isinstance(key, str) else ""


def _seen(node: Node | None) -> str:
    data = node.data if node else None
    if data is None:
        return "empty"
    if isinstance(data, dict | list):
        return "a map" if isinstance(data, dict) else "a list"
    if isinstance(data, str):
        return f"the text {quoted(data)}"
    literal = quoted(node.literal if node else data).strip('"')
    return literal if isinstance(data, bool) else f"the number {literal}"


def _hint(sort: str, node: Node | None) -> str:
    """What to write instead of the value that is there, to make it of this sort."""
    data, literal = (node.data, node.literal or "") if node else (None, "")
    if sort == "a text" and isinstance(data, bool | int | float):
        return f"put it in quotation marks: {quoted(literal)}"
    if sort in {"a number", "a whole number"} and isinstance(data, str):
        number = as_number(data)
        return f"write {number}" if number and (sort == "a number" or "." not in number) else ""
    if sort == "true or false" and isinstance(data, str):
        word = {"yes": "true", "on": "true", "是": "true", "no": "false", "off": "false", "否": "false"}
        word |= {"true": "true", "false": "false"}
        return f"write {word[fold(data)]}" if fold(data) in word else "write true or false"
    if sort == "a list":
        if isinstance(data, str):
            return full_width(data) or f"write [{quoted(data, 20).strip(QUOTES)}]"
        return "begin each entry with a hyphen and a space" if isinstance(data, dict) else ""
    return _map_hint(node) if sort == "a map" else ""


def _map_hint(node: Node | None) -> str:
    if node and isinstance(node.data, str):
        return misspelling(node.data) or "write it as key: value"
    return "take out the hyphens" if node and isinstance(node.data, list) else "write it as key: value"
