"""Hillsides for tests."""

from kiosk.elements.hillside import Hillside


def examples() -> dict[str, Hillside]:
    """The steeper one."""
    return {"cover": Hillside(form="cover")}
