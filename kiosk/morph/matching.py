"""Matching: which key of one picture means what a key of another does."""

from collections import defaultdict
from collections.abc import Iterable

ROLES = ("name:", "figure:")
"""What may stand before the key of a thing: its name and its figure belong to it, but are not the thing itself."""


def counterparts(old: Iterable[str], new: Iterable[str]) -> dict[str, str]:
    """The old key for each new one that has a counterpart.

    The same key is the same thing. Beyond that, a value is known by its place alone, where only one series has it in either
    picture: that of 2024 in one series goes on as that of 2024 in another.
    """
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    found = {key: key for key in after if key in before}
    left = _by_place(key for key in before if key not in found)
    for place, keys in _by_place(key for key in after if key not in found).items():
        if len(keys) == len(left.get(place, ())) == 1:
            found[keys[0]] = left[place][0]
    return found


def _by_place(keys: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        role = next((each for each in ROLES if key.startswith(each)), "")
        found[role + key.removeprefix(role).rpartition("/")[2]].append(key)
    return found
