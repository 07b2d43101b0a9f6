"""Themes of a show: from a name, a theme file or a few lines of colours to a theme, or to what is wrong with it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from kiosk.colors import contrast, difference, lightness
from kiosk.content.guess import suggestion
from kiosk.content.ledger import Heed
from kiosk.content.manuscript import read_manuscript
from kiosk.content.problem import Problem, quoted
from kiosk.content.tree import Loc, Tree
from kiosk.content.validate import validate
from kiosk.kind import Options
from kiosk.theme import APART, DEFAULT, GIVEN, LEAST, Ground, Theme, ground_of, load_theme, theme_names, theme_of
from kiosk.words import excerpt

KEY = "theme"
FOLDER = "themes"
"""The folder in which a theme file may lie; or it lies beside `show.yaml`."""
ENDINGS = (".yaml", ".yml")
COLOR = r"^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
EXAMPLE = 'write # and six digits in quotation marks, as in "#e60012"'
SEEN = 0.005
"""A change of lightness that nobody sees."""
EYES = {
    "full": "everybody",
    "protan": "people who see no red",
    "deutan": "people who see no green",
    "tritan": "people who see no blue",
}


def _color(value: Any) -> str:
    if value is None:
        raise PydanticCustomError(
            "color", "there is no colour here: # begins a remark", {"code": "wrong-type", "hint": EXAMPLE}
        )
    if not isinstance(value, str):
        raise PydanticCustomError("color", "should be a colour", {"code": "wrong-type", "hint": EXAMPLE})
    color = value.strip()
    if not re.fullmatch(COLOR, color):
        context = {"name": excerpt(value), "code": "bad-value", "hint": EXAMPLE}
        raise PydanticCustomError("color", '"{name}" is not a colour', context)
    return color if len(color) == 7 else "#" + "".join(2 * digit for digit in color[1:])


def _base(value: Any) -> Any:
    if value not in theme_names():
        context = {"name": excerpt(value), "code": "bad-value", "known": theme_names()}
        raise PydanticCustomError("reference", 'no built-in theme is called "{name}"', context)
    return value


def _ground(value: Any) -> Ground:
    """One colour, or pairs of a place from 0 to 1 and a colour, downwards from 0 to 1."""
    if not isinstance(value, list | tuple):
        return ground_of(_color(value))
    stops: list[tuple[float, str]] = []
    for index, pair in enumerate(value):
        is_pair = isinstance(pair, list | tuple) and len(pair) == 2
        if not is_pair or isinstance(pair[0], bool) or not isinstance(pair[0], int | float):
            hint = 'write a place from 0 to 1 and a colour, as in [0.5, "#0a1520"]'
            context = {"at": (index,), "code": "wrong-type", "hint": hint}
            raise PydanticCustomError("ground", "should be a place and a colour", context)
        stops.append((float(pair[0]), _color(pair[1])))
    places = [place for place, _ in stops]
    if len(places) < 2 or places != sorted(set(places)) or (places[0], places[-1]) != (0.0, 1.0):
        hint = 'begin with 0 and end with 1, as in [[0, "#08111b"], [1, "#0c1b29"]]; or write one colour'
        raise PydanticCustomError("ground", "the places do not run from 0 to 1", {"code": "bad-value", "hint": hint})
    return tuple(stops)


Color = Annotated[str | None, BeforeValidator(_color), WithJsonSchema({"type": "string", "pattern": COLOR})]
BaseName = Annotated[str, AfterValidator(_base), WithJsonSchema({"enum": list(theme_names())})]
_STOP = {"type": "array", "prefixItems": [{"type": "number"}, {"type": "string", "pattern": COLOR}]}
_STOPS = {"type": "array", "minItems": 2, "items": _STOP}
GroundStops = Annotated[
    Ground | None,
    BeforeValidator(_ground),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": COLOR}, _STOPS]}),
]


class ThemeFile(Options):
    """Colours of one's own: a built-in theme and what is different from it."""

    base: Annotated[BaseName, Field(description="the built-in theme that gives all that is left out")] = DEFAULT
    ground: Annotated[GroundStops, Field(description="what everything stands on: one colour, or stops downwards")] = (
        None
    )
    text: Annotated[Color, Field(description="titles, labels, figures")] = None
    muted: Annotated[Color, Field(description="the second language, axis labels, the source")] = None
    warm: Annotated[Color, Field(description="the one point of a slide")] = None
    cool: Annotated[Color, Field(description="all other parts of charts")] = None
    axis: Annotated[Color, Field(description="axes and frames")] = None
    dim: Annotated[Color, Field(description="units that are not lit")] = None
    hair: Annotated[Color, Field(description="hairlines")] = None
    surface: Annotated[Color, Field(description="the badge of the guide")] = None
    deep: Annotated[Color, Field(description="water, at the top")] = None
    deep2: Annotated[Color, Field(description="water, at the foot")] = None
    stage: Annotated[Color, Field(description="what lies behind the overview of all slides")] = None

    def theme(self, name: str) -> Theme:
        """The theme that these colours make."""
        given = {role: color for role in GIVEN if (color := getattr(self, role))}
        return theme_of(name, self.ground, given, load_theme(self.base))


def read_theme(folder: Path, tree: Tree, heed: Heed | None = None) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme that `show.yaml` asks for, and every problem of it; with errors among them it is the default theme.

    `heed` is told of the tree of a theme file.
    """
    node = tree.node((KEY,))
    if node is None:
        return load_theme(), ()
    written = node.data
    if isinstance(written, str) and written in theme_names():
        return load_theme(written), ()
    if isinstance(written, dict):
        return _theme_in(tree, (KEY,), "show")
    if not isinstance(written, str) or not written.endswith(ENDINGS):
        return load_theme(), (_unknown(tree, written),)
    manuscript = read_manuscript(folder, _path(folder, written))
    if manuscript.tree is None:
        found = manuscript.problems
        if any(each.code in {"missing-file", "outside-folder", "bad-path"} for each in found):
            line, column = tree.place((KEY,))
            found = tuple(
                Problem(tree.path, line, column, "error", each.code, each.message, each.hint) for each in found
            )
        return load_theme(), found
    if heed:
        heed(manuscript.tree)
    theme, problems = _theme_in(manuscript.tree, (), Path(written).stem)
    return theme, (*manuscript.problems, *problems)


def find_theme(folder: Path, name: str) -> Theme:
    """A theme that the command line asks for: a built-in one, or a theme file of the show; raises ValueError."""
    if not name.endswith(ENDINGS):
        return load_theme(name)
    manuscript = read_manuscript(folder, _path(folder, name))
    theme, problems = _theme_in(manuscript.tree, (), Path(name).stem) if manuscript.tree else (load_theme(), ())
    errors = [each for each in (*manuscript.problems, *problems) if each.severity == "error"]
    if errors:
        raise ValueError(str(errors[0]))
    return theme


def _path(folder: Path, written: str) -> str:
    """Where a theme file lies in the show's folder."""
    in_folder = f"{FOLDER}/{written}"
    return in_folder if not (folder / written).exists() and (folder / in_folder).exists() else written


def _unknown(tree: Tree, written: Any) -> Problem:
    line, column = tree.place((KEY,))
    if written is None or not isinstance(written, str):
        message, code = "should be the name of a theme", "wrong-type"
    else:
        message, code = f"unknown theme {quoted(written)}", "bad-value"
    hint = suggestion(str(written), theme_names())
    return Problem(tree.path, line, column, "error", code, message, hint)


def _theme_in(tree: Tree, loc: Loc, name: str) -> tuple[Theme, tuple[Problem, ...]]:
    file, problems = validate(ThemeFile, tree, prefix=loc)
    if file is None:
        return load_theme(), problems
    theme = file.theme(name)
    return theme, tuple(_doubts(tree, loc, file, theme))


def _doubts(tree: Tree, loc: Loc, file: ThemeFile, theme: Theme) -> Iterator[Problem]:
    """Warnings about colours that cannot be seen, or told from each other, as they were written."""

    def doubt(role: str, message: str, hint: str) -> Problem:
        line, column = tree.place((*loc, role) if tree.node((*loc, role)) else loc)
        return Problem(tree.path, line, column, "warning", "too-faint", message, hint)

    grounds = [color for _, color in theme.ground]
    for role, least in LEAST.items():
        wanted, shown = getattr(file, role), theme[role]
        if wanted and (change := lightness(shown) - lightness(wanted)) and abs(change) > SEEN:
            seen = min(contrast(wanted, ground) for ground in grounds)
            way = "lighter" if change > 0.0 else "darker"
            message = (
                f'"{wanted}" has a contrast of {seen:.1f} to the ground, and needs {least:g}: '
                f'it is shown {100 * abs(change):.0f} % {way}, as "{shown}"'
            )
            yield doubt(role, message, f'write "{shown}", or another colour')
        reached = min(contrast(shown, ground) for ground in grounds)
        if reached < 0.99 * least:
            message = f"on this ground no {role} can have a contrast of more than {reached:.1f}; {least:g} is needed"
            yield doubt("ground", message, "choose a darker or a lighter ground")
    alike = [EYES[name] for name in EYES if difference(theme["warm"], theme["cool"], name) < APART]
    if alike:
        message = f"warm and cool look alike to {alike[0]}"
        yield doubt("cool" if file.cool else "warm", message, "choose colours that differ in lightness, too")
