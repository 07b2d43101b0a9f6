"""Sameness: whether what a mark shows is as before in all but one respect, so that what was painted of it stays true."""

from dataclasses import fields

from kiosk.marks import Area, Bars, Line, Wedges


def differs_at_most_in(name: str, old: Area | Bars | Line | Wedges, new: Area | Bars | Line | Wedges) -> bool:
    """Whether two marks of a kind are alike but for one field.

    Arrays are the same only as one object: to compare their values takes time.
    """
    for field in fields(old):
        if field.name == name:
            continue
        first, second = getattr(old, field.name), getattr(new, field.name)
        if first is not second and (hasattr(first, "dtype") or first != second):
            return False
    return True
