"""Pointing: whether what the steps of a slide point out is on it."""

from collections.abc import Iterator

from kiosk.content.guess import did_you_mean, one_of
from kiosk.content.problem import Problem, quoted
from kiosk.content.tree import Tree
from kiosk.morph import is_meant, keys_in
from kiosk.show import PlacedSlide, Slide


def unknown_emphasis(tree: Tree, slide: Slide, placed: PlacedSlide) -> Iterator[Problem]:
    """A warning for every name under `emphasis` that nothing on the slide bears; without it the step is shown all the same."""
    if not any(step.emphasis for step in slide.steps):
        return
    known = keys_in(placed.layers)
    for index, step in enumerate(slide.steps):
        for name in step.emphasis:
            if any(is_meant(key, (name,)) for key in known):
                continue
            line, column = tree.place(("steps", index, "emphasis"), on="key")
            names = tuple(dict.fromkeys(part for key in known for part in (key, *key.split("/"))))
            hint = did_you_mean(name, names) or (one_of(names[:6]) if names else "nothing on it has a name")
            yield Problem(
                tree.path, line, column, "warning", "bad-value", f"nothing on the slide is called {quoted(name)}", hint
            )
