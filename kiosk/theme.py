"""Themes: colours by role."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from kiosk.colors import contrast, tint
from kiosk.resources import assets

GIVEN: tuple[str, ...] = (
    "text", "muted", "warm", "cool", "axis", "dim", "hair", "surface", "deep", "deep2", "stage",
)  # fmt: skip
"""The roles whose colours a theme gives, beside "ground", which is a gradient."""
STEPS = 7
TINTS: dict[str, tuple[str, int]] = {
    f"{base}{step}": (base, step) for base in ("cool", "warm") for step in range(1, STEPS + 1)
}
"""Tints of the two colours by role, from "cool1", hardly more than the ground, to "cool7", the colour itself."""
FAINTEST = 1.4
"""The contrast of the first tint to the ground; each further one has the same multiple of the one before."""
ROLES: tuple[str, ...] = (*GIVEN, *TINTS)
"""Every role a mark's colour may name, beside "ground"."""


@dataclass(frozen=True)
class Theme:
    """Colours by role as `#rrggbb`, and the ground as stops of a gradient downwards."""

    name: str
    is_light: bool
    ground: tuple[tuple[float, str], ...]
    colors: dict[str, str]

    def __getitem__(self, role: str) -> str:
        """The colour of a role; raises ValueError for one that no theme has."""
        if role == "ground":
            return self.ground[len(self.ground) // 2][1]
        if role in TINTS:
            return self._tint(*TINTS[role])
        try:
            return self.colors[role]
        except KeyError:
            raise ValueError(f"no such colour role: {role!r}") from None

    def _tint(self, base: str, step: int) -> str:
        color, ground = self.colors[base], self["ground"]
        if step == STEPS:
            return color
        full = contrast(color, ground)
        return tint(color, ground, FAINTEST * (full / FAINTEST) ** ((step - 1) / (STEPS - 1)))


def theme_names() -> tuple[str, ...]:
    """The names of the built-in themes."""
    return tuple(sorted(path.stem for path in (assets() / "themes").glob("*.yaml")))


def load_theme(name: str) -> Theme:
    """A built-in theme; raises ValueError for a name that is not one of `theme_names()`."""
    path = assets() / "themes" / f"{name}.yaml"
    if name not in theme_names():
        raise ValueError(f"no such theme: {name!r}")
    return read_theme(path)


def read_theme(path: Path) -> Theme:
    """The theme of one YAML file; raises ValueError where a role is missing."""
    data = yaml.safe_load(path.read_text("utf-8"))
    missing = [role for role in GIVEN if role not in data["colors"]]
    if missing:
        raise ValueError(f"{path.name}: no colour for {', '.join(missing)}")
    ground = tuple((float(place), str(color)) for place, color in data["ground"])
    return Theme(path.stem, bool(data["light"]), ground, {role: str(data["colors"][role]) for role in GIVEN})
