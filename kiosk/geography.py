"""Geography: areas and points of the globe as a file of the show has them, in degrees."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.marks import Array


@dataclass(frozen=True, eq=False, slots=True)
class Region:
    """An area: its properties as texts, and its rings of shape (n, 2), longitude and latitude; a ring within a ring is a hole."""

    properties: Mapping[str, str]
    rings: tuple[Array, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Site:
    """A point: its properties as texts, and where it is."""

    properties: Mapping[str, str]
    longitude: float
    latitude: float


@dataclass(frozen=True, eq=False, slots=True)
class Geography:
    """What a GeoJSON file holds, checked, by its path."""

    file: str
    regions: tuple[Region, ...]
    sites: tuple[Site, ...] = ()

    @property
    def properties(self) -> tuple[str, ...]:
        """The names of all properties, in the order of the file."""
        parts: tuple[Region | Site, ...] = (*self.regions, *self.sites)
        return tuple(dict.fromkeys(name for each in parts for name in each.properties))
