"""Fitting: the layout for a slide that names none, by what stands on it."""

from collections.abc import Mapping

from kiosk.layouts import LAYOUTS

HOMES: Mapping[str, str] = {
    "closing": "poster",
    "cover": "poster",
    "hillside": "scene",
    "level": "backdrop",
    "opener": "poster",
    "river": "over",
    "slopes": "aside",
}
"""The layouts that charts and elements were made for, where they stand in the area `main`."""
BANDS = frozenset({"episodes", "figure_row", "strip", "timeline", "word_row"})
"""Charts and elements that are wide rather than high."""


def fitting_layout(kinds: Mapping[str, str]) -> str:
    """The layout for a slide that names none, by the name of the kind in each of its areas; empty where no layout fits.

    It is the one that its kinds were made for, or else the first with the fewest areas that has those of the slide.
    """
    home = HOMES.get(kinds.get("main", ""), "")
    if home and set(kinds) <= set(LAYOUTS[home].area_names):
        return home
    if set(kinds) == {"figure", "main"}:
        return "above" if kinds["main"] in BANDS else "beside"
    fitting = [name for name, layout in LAYOUTS.items() if set(kinds) <= set(layout.area_names)]
    return min(fitting, key=lambda name: len(LAYOUTS[name].area_names), default="")
