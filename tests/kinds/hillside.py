"""Hillsides for tests."""

from kiosk.elements.hillside import Hillside


def example() -> Hillside:
    """The gentler hill."""
    return Hillside()


def examples() -> dict[str, Hillside]:
    """The steeper one."""
    return {"cover": Hillside(form="cover")}
