"""Themes: colours by role, the few that are given and those that follow from them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import yaml

from kiosk.colors import contrast, legible, lightness, luminance, mix, relit, tint
from kiosk.resources import assets

Ground = tuple[tuple[float, str], ...]
"""Stops of a gradient downwards: pairs of (place 0 to 1, colour)."""

DEFAULT = "dark"
"""The theme of a show that names none, or one that cannot be read."""
NEEDED: tuple[str, ...] = ("text", "warm", "cool")
"""The roles whose colours a theme without a base has to give, beside "ground", which is a gradient."""
GIVEN: tuple[str, ...] = (
    "text", "muted", "warm", "cool", "axis", "dim", "hair", "surface", "deep", "deep2", "stage",
)  # fmt: skip
"""The roles whose colours a theme may give; those that it leaves out follow from the others."""
LEAST: dict[str, float] = {"text": 7.0, "muted": 4.5, "warm": 4.5, "cool": 4.5, "axis": 3.0, "dim": 3.0}
"""The contrast that a role has to every stop of the ground."""
APART = 20.0
"""How far warm and cool are apart at least, to every sort of eye."""

STEPS, PART_STEP = 7, 4
TINTS: dict[str, tuple[str, int]] = {
    f"{base}{step}": (base, step) for base in ("cool", "warm") for step in range(1, STEPS + 1)
}
"""Tints of the two colours by role, from "cool1", hardly more than the ground, to "cool7", the colour itself."""
FAINTEST, PART = 1.4, 3.1
"""The contrast of the first tint to the ground, and of the first that a part of a chart may have."""
CLIMB = (0.0, 0.4, 0.7, 1.0)
"""How far the tints of parts have come from there to the full contrast: farthest from the first, which has the least colour."""
INKS = ("#F5F2EA", "#0B1A26")
PRINT: dict[str, str] = {"paper": INKS[0], "ink": INKS[1]}
"""Two roles that are the same in every theme, for what has to be dark on light: codes for cameras, logos of others."""
ROLES: tuple[str, ...] = (*GIVEN, *TINTS, *PRINT)
"""Every role a mark's colour may name, beside "ground"."""

LIGHT_FROM = 0.18
"""The luminance from which on a ground is as near to white as to black."""
FALL = 0.02
"""How much lighter a ground of one colour becomes downwards, and darker upwards."""


@dataclass(frozen=True)
class Theme:
    """Colours by role as `#rrggbb`, and the ground as stops of a gradient downwards."""

    name: str
    ground: Ground
    colors: dict[str, str]

    @cached_property
    def is_light(self) -> bool:
        """Whether dark marks stand on a light ground."""
        return luminance(self["ground"]) > LIGHT_FROM

    @cached_property
    def look(self) -> tuple[str, ...]:
        """All its colours: themes of the same look paint the same."""
        return (*(f"{place} {color}" for place, color in self.ground), *self.colors.values())

    def __getitem__(self, role: str) -> str:
        """The colour of a role; raises ValueError for one that no theme has."""
        if role == "ground":
            return self.ground[len(self.ground) // 2][1]
        if role in TINTS:
            return self._tint(*TINTS[role])
        if role in PRINT:
            return PRINT[role]
        try:
            return self.colors[role]
        except KeyError:
            raise ValueError(f"no such colour role: {role!r}") from None

    def _tint(self, base: str, step: int) -> str:
        color, ground = self.colors[base], self["ground"]
        if step == STEPS:
            return color
        if step <= PART_STEP:
            return tint(color, ground, FAINTEST * (PART / FAINTEST) ** ((step - 1) / (PART_STEP - 1)))
        return tint(color, ground, PART * (contrast(color, ground) / PART) ** CLIMB[step - PART_STEP])


def theme_names() -> tuple[str, ...]:
    """The names of the built-in themes."""
    return tuple(sorted(path.stem for path in (assets() / "themes").glob("*.yaml")))


@lru_cache(maxsize=16)
def load_theme(name: str = DEFAULT) -> Theme:
    """A built-in theme; raises ValueError for a name that is not one of `theme_names()`."""
    if name not in theme_names():
        raise ValueError(f"no such theme: {name!r}; there are: {', '.join(theme_names())}")
    return read_theme(assets() / "themes" / f"{name}.yaml")


def read_theme(path: Path) -> Theme:
    """The theme of one YAML file that comes with the program; raises ValueError where a role is missing."""
    data = yaml.safe_load(path.read_text("utf-8"))
    missing = [role for role in ("ground", *NEEDED) if role not in data]
    if missing:
        raise ValueError(f"{path.name}: no colour for {', '.join(missing)}")
    ground = tuple((float(place), str(color)) for place, color in data["ground"])
    return theme_of(path.stem, ground, {role: str(data[role]) for role in GIVEN if role in data})


def ground_of(color: str) -> Ground:
    """A ground of hardly more than one colour: a trace lighter at the foot."""
    light = lightness(color)
    return (
        (0.0, relit(color, max(0.0, light - FALL))),
        (0.6, color.upper()),
        (1.0, relit(color, min(1.0, light + FALL))),
    )


def theme_of(name: str, ground: Ground | None, colors: Mapping[str, str], base: Theme | None = None) -> Theme:
    """A theme from the colours that are given; what is left out is taken from `base`, or follows from what is there.

    Colours that are too faint on the ground become lighter or darker until they have the contrast that LEAST asks of their
    role. Without a base the ground and the roles of NEEDED have to be given.
    """
    stops = ground or (base.ground if base else ())
    if not stops or (base is None and any(role not in colors for role in NEEDED)):
        raise ValueError(f"a theme without a base needs a ground, {', '.join(NEEDED)}: {name!r}")
    grounds = tuple(color for _, color in stops)
    middle = grounds[len(grounds) // 2]
    result: dict[str, str] = {}
    changed = {*colors, *(("ground",) if ground else ())}
    for role in _ORDER:
        source, derive = _DERIVED.get(role, ("", _unchanged))
        if role in colors:
            color = colors[role].upper()
        elif base is not None and not {source, "ground"} & changed:
            color = base.colors[role]
        elif base is not None and role in NEEDED:
            color = _text_on(grounds, base.colors[role]) if role == "text" else base.colors[role]
            changed.add(role)
        else:
            color = derive(result.get(source, middle), middle, luminance(middle) > LIGHT_FROM)
            changed.add(role)
        result[role] = legible(color, grounds, LEAST[role]) if role in LEAST else color
    return Theme(name, stops, {role: result[role] for role in GIVEN})


def _text_on(grounds: tuple[str, ...], wanted: str) -> str:
    """The wanted ink if it can be read on the ground; else the better of the two that the built-in themes write with."""
    if contrast(wanted, grounds[0]) >= LEAST["text"]:
        return wanted
    return max(INKS, key=lambda ink: contrast(ink, grounds[0]))


Derivation = Callable[[str, str, bool], str]
"""From the colour of the role it follows from, the ground, and whether that is light, to a colour."""


def _unchanged(source: str, ground: str, is_light: bool) -> str:
    return source


def _towards(on_dark: float, on_light: float) -> Derivation:
    """A mixture with the ground that has such a contrast to it."""
    return lambda source, ground, is_light: tint(source, ground, on_light if is_light else on_dark)


def _surface(source: str, ground: str, is_light: bool) -> str:
    return mix(ground, "#FFFFFF", 0.6 if is_light else 0.04)


def _stage(source: str, ground: str, is_light: bool) -> str:
    return mix(ground, "#000000", 0.05 if is_light else 0.35)


_DERIVED: dict[str, tuple[str, Derivation]] = {
    "muted": ("text", _towards(8.6, 7.5)),
    "axis": ("muted", _towards(4.6, 4.3)),
    "dim": ("muted", _towards(3.7, 3.5)),
    "hair": ("muted", _towards(1.65, 1.45)),
    "surface": ("ground", _surface),
    "deep": ("cool", _towards(1.65, 1.32)),
    "deep2": ("cool", _towards(1.18, 1.14)),
    "stage": ("ground", _stage),
}
"""For each role that may be left out, the one it follows from, and how."""
_ORDER = (*NEEDED, *_DERIVED)
