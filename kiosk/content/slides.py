"""Slide files: from the file of one slide to the slide, or to what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Annotated, Any

from pydantic import BeforeValidator, TypeAdapter

from kiosk.charts import CHARTS
from kiosk.content.guess import did_you_mean, nearest, one_of
from kiosk.content.ledger import Ledger
from kiosk.content.pages import SlideFile
from kiosk.content.problem import Problem, quoted
from kiosk.content.tree import Loc, Node, Tree, overlaid
from kiosk.content.validate import validate
from kiosk.elements import ELEMENTS
from kiosk.fitting import fitting_layout
from kiosk.kind import Kind
from kiosk.layouts import LAYOUTS
from kiosk.show import Slide, Step

KIND_KEYS: Mapping[str, Mapping[str, type[Kind]]] = {"chart": CHARTS, "element": ELEMENTS}
"""The key that names a kind, and the kinds that may stand behind it."""

EXAMPLE = "for example {element: counter, metric: visitors}"


@dataclass(frozen=True)
class Berth:
    """A slide's place in the show: its page number from 1, and its chapter from 0."""

    number: int
    chapter: int


def read_slide(
    name: str,
    tree: Tree,
    berth: Berth,
    ledger: Ledger,
    files: Mapping[str, Callable[[Any], Any]],
) -> tuple[Slide | None, tuple[Problem, ...]]:
    """The slide that a tree describes, or None and every problem. `files` find and judge those of the show: an "image", ..."""
    file, problems = validate(SlideFile, tree, files)
    layout, unfit = _layout(file, tree) if file else (None, ())
    context = {"data": ledger.data, "broken": ledger.broken, **files}
    areas = _Areas(tree, context)
    # The areas of a slide with other mistakes are read all the same: an author wants to hear everything at once.
    kinds = areas.read(layout)
    steps, wrong = _read_steps(file, layout, tree, context)
    found = tuple(dict.fromkeys((*problems, *unfit, *areas.found, *wrong)))
    if file is None or layout is None or found:
        return None, found
    slide = Slide(
        id=name,
        title=file.title,
        layout=layout,
        areas=kinds,
        number=berth.number,
        chapter=berth.chapter,
        notes=file.notes,
        note=file.note,
        duration=None if file.duration == "auto" else file.duration,
        transition=file.transition,
        steps=steps,
        background=file.background,
    )
    return slide, ()


def _layout(file: SlideFile, tree: Tree) -> tuple[str | None, tuple[Problem, ...]]:
    """The layout that a slide names, or else the one that fits its areas in all its steps; a problem where none does."""
    if file.layout:
        return file.layout, ()
    kinds: dict[str, str] = {}
    for root in (tree.root, *(tree.node(("steps", index)) for index in range(len(file.steps)))):
        written = root.data if root and isinstance(root.data, dict) else {}
        for area in (key for key in written if key in SlideFile.AREAS):
            kinds.setdefault(area, _name_of(written[area]))
    if name := fitting_layout(kinds):
        return name, ()
    last = tuple(kinds)[-1]
    line, column = tree.place((last,), "key") if tree.node((last,)) else tree.place((), "key")
    message = f"no layout has the areas {', '.join(map(quoted, kinds))} together"
    hint = "fill those of one layout, and name it with layout"
    return None, (Problem(tree.path, line, column, "error", "unknown-key", message, hint),)


def _name_of(written: Any) -> str:
    """The name of the chart or element that is written in an area; empty where it has none."""
    given = written if isinstance(written, dict) else {}
    return next((str(given[key]) for key in KIND_KEYS if key in given), "")


def _read_steps(
    file: SlideFile | None, layout: str | None, tree: Tree, context: Mapping[str, Any]
) -> tuple[tuple[Step, ...], tuple[Problem, ...]]:
    """The steps of a slide, each with all its areas, and every problem in them."""
    steps: list[Step] = []
    found: dict[Problem, None] = {}
    root = tree.root
    title, note = (file.title, file.note) if file else (None, None)
    for index, written in enumerate(file.steps if file else ()):
        node = tree.node(("steps", index))
        assert node is not None
        root = _stepped(root, node)
        areas = _Areas(replace(tree, root=root), context)
        kinds = areas.read(layout)
        # What is wrong in an area that stays as it was has been said already.
        found.update(dict.fromkeys(areas.found))
        title, note = written.title or title, written.note or note
        assert title is not None
        seconds = None if written.duration == "auto" else written.duration
        steps.append(Step(title, kinds, note, written.emphasis, seconds))
    return tuple(steps), tuple(found)


def _stepped(root: Node, step: Node) -> Node:
    """The root of a slide's tree as it is after a step."""
    entries, keys, data = dict(root.entries), dict(root.keys), dict(root.data)
    for area, node in step.entries.items():
        before = entries.get(area)
        if isinstance(node.data, dict) and before is not None and isinstance(before.data, dict):
            node = node if KIND_KEYS.keys() & node.data.keys() else overlaid(before, node)
        entries[area], keys[area], data[str(area)] = node, step.keys[area], node.data
    return Node(data, root.start, None, entries, keys)


class _Areas:
    """The areas of one slide and the kinds in them."""

    def __init__(self, tree: Tree, context: Mapping[str, Any]) -> None:
        self.tree, self.context = tree, context
        self.found: list[Problem] = []

    def report(self, loc: Loc, code: str, message: str, hint: str, *, is_key: bool = False) -> None:
        line, column = self.tree.place(loc, "key" if is_key else "value")
        self.found.append(Problem(self.tree.path, line, column, "error", code, message, hint))

    def read(self, layout: str | None) -> dict[str, Kind]:
        """The kinds by area. Without a layout, which areas there are is not judged."""
        written = self.tree.data if isinstance(self.tree.data, dict) else {}
        given = [key for key in written if key in SlideFile.AREAS]
        if layout is not None:
            allowed = LAYOUTS[layout].area_names
            for area in given:
                if area not in allowed:
                    message = f"the layout {quoted(layout)} has no area {quoted(area)}"
                    self.report((area,), "unknown-key", message, one_of(allowed), is_key=True)
            if not given:
                message = f"there is nothing to show in the layout {quoted(layout)}"
                self.report((), "missing-key", message, f"fill {' or '.join(allowed)}, {EXAMPLE}")
        kinds = {area: self.kind((area,), written[area]) for area in given}
        return {area: kind for area, kind in kinds.items() if kind is not None}

    def kind(self, place: Loc, written: Any) -> Kind | None:
        """The kind that is written at a place: an area, or a part of the kind in one."""
        if not isinstance(written, dict):
            self.report(place, "wrong-type", f"{_named(place)} should be one chart or one element", EXAMPLE)
            return None
        keys = [key for key in written if key in KIND_KEYS]
        if len(keys) == 2:
            message = f"{_named(place)} has both a chart and an element"
            self.report((*place, keys[1]), "unknown-kind", message, "keep one of them", is_key=True)
            return None
        if not keys:
            self.nameless(place, written)
            return None
        key, name = keys[0], written[keys[0]]
        if not isinstance(name, str) or name not in KIND_KEYS[key]:
            self.report((*place, key), "unknown-kind", f"unknown {key} {quoted(name)}", _kind_hint(str(name), key))
            return None
        return self.options(place, key, KIND_KEYS[key][name])

    def part(self, place: Loc, within: Loc, written: Any) -> Kind | None:
        """A part of the kind at `place`; what is wrong with it is reported in its own place."""
        return self.kind((*place, *within), written)

    def nameless(self, place: Loc, written: Mapping[str, Any]) -> None:
        near = next((each for each in written if nearest(each, tuple(KIND_KEYS))), None)
        if near is None:
            message = f"{_named(place)} does not say which chart or element it is"
            self.report(place, "unknown-kind", message, EXAMPLE)
        else:
            hint = did_you_mean(near, KIND_KEYS)
            self.report((*place, near), "unknown-key", f"unknown key {quoted(near)}", hint, is_key=True)

    def options(self, place: Loc, key: str, kind: type[Kind]) -> Kind | None:
        context = {**self.context, "kind": partial(self.part, place)}
        try:
            value, problems = validate(_adapter(kind), self.tree, context, place)
        # What a kind stumbles over came from the file: it is the author's to change, and only this slide's matter.
        except Exception:
            message = f"this {key} cannot be shown with these values"
            self.report((*place, key), "bad-value", message, "try other values, or another kind")
            return None
        self.found += problems
        return value


def _named(place: Loc) -> str:
    """How to speak of an area, or of a part by its number from 1."""
    return f"part {place[-1] + 1}" if isinstance(place[-1], int) else quoted(place[-1])


def _kind_hint(name: str, key: str) -> str:
    """What to write for a kind that is not behind this key: it may be behind the other."""
    other = next(each for each in KIND_KEYS if each != key)
    if name in KIND_KEYS[other]:
        return f"write {other}: {name}"
    meant = nearest(name, (*KIND_KEYS[key], *KIND_KEYS[other]))
    if meant in KIND_KEYS[other]:
        return f"did you mean {other}: {meant}?"
    return did_you_mean(name, KIND_KEYS[key]) or one_of(KIND_KEYS[key])


def _without_name(value: Any) -> Any:
    return {key: each for key, each in value.items() if key not in KIND_KEYS} if isinstance(value, dict) else value


@lru_cache(maxsize=128)
def _adapter(kind: type[Kind]) -> TypeAdapter[Any]:
    """The reader of one kind, made when it is first met: a show seldom uses them all."""
    annotated: Any = Annotated[kind, BeforeValidator(_without_name)]
    return TypeAdapter(annotated)
