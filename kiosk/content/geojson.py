"""GeoJSON: the areas and points of a map file, or what is wrong with it (RFC 7946)."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from kiosk.content.files import read_text
from kiosk.content.guess import did_you_mean
from kiosk.content.problem import ContentProblem, quoted
from kiosk.geography import Geography, Region, Site
from kiosk.marks import Array

MAX_BYTES = 20 * 1024 * 1024
MAX_POINTS = 200_000
LONGEST_PROPERTY = 200
EXPORT = "export it anew as GeoJSON with longitude and latitude (WGS 84, EPSG:4326)"

GEOMETRIES = (
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
)  # fmt: skip


def read_geography(path: Path) -> Geography:
    """The areas and points of a GeoJSON file; lines are left out. Raises ContentProblem for what cannot be shown."""
    text = read_text(path, MAX_BYTES)
    try:
        return _read(text, str(path))
    except ContentProblem as problem:
        raise ContentProblem(problem.code, f"{quoted(path.name)} {problem.message}", problem.hint) from None


def _bad(message: str, hint: str = EXPORT) -> ContentProblem:
    return ContentProblem("bad-map", message, hint)


def _read(text: str, file: str) -> Geography:
    try:
        data = json.loads(text, parse_constant=_refuse_constant)
    except ContentProblem:
        raise
    except json.JSONDecodeError as error:
        raise _bad(f"cannot be read as JSON from line {error.lineno}, column {error.colno} on") from None
    except RecursionError:
        raise _bad("is nested too deep") from None
    # A number of more than 4300 digits, for which Python has no better word.
    except ValueError:
        raise _bad("holds a number that is none") from None
    reading = _Reading()
    for number, (properties, geometry) in enumerate(_features(data), start=1):
        reading.read(number, properties, geometry)
    if not reading.regions and not reading.sites:
        raise _bad("holds no areas and no points", "export the layer with the areas (polygons)")
    return Geography(file, tuple(reading.regions), tuple(reading.sites))


def _refuse_constant(word: str) -> float:
    raise _bad(f"holds {word} in the place of a number")


def _features(data: Any) -> Iterator[tuple[Any, Any]]:
    """Properties and geometry of each thing in a file, whichever of its three forms it has."""
    kind = data.get("type") if isinstance(data, dict) else None
    if kind == "FeatureCollection" and isinstance(data.get("features"), list):
        for feature in data["features"]:
            if isinstance(feature, dict):
                yield feature.get("properties"), feature.get("geometry")
    elif kind == "Feature":
        yield data.get("properties"), data.get("geometry")
    elif kind in GEOMETRIES:
        yield None, data
    elif kind == "Topology":
        raise _bad("is TopoJSON; GeoJSON is shown")
    else:
        raise _bad("is no GeoJSON: it has no list of features")


class _Reading:
    """The features of one file, read one after the other."""

    def __init__(self) -> None:
        self.regions: list[Region] = []
        self.sites: list[Site] = []
        self.points = 0

    def read(self, number: int, given: Any, geometry: Any) -> None:
        properties = _texts(given)
        rings: list[Array] = []
        for kind, coordinates in self.geometries(number, geometry):
            if kind == "Polygon":
                rings += self.rings(number, coordinates)
            elif kind == "MultiPolygon":
                for polygon in self.listed(number, coordinates):
                    rings += self.rings(number, polygon)
            elif kind in ("Point", "MultiPoint"):
                places = self.places(number, [coordinates] if kind == "Point" else coordinates)
                self.sites += [Site(properties, float(x), float(y)) for x, y in places]
        if rings:
            self.regions.append(Region(properties, tuple(rings)))

    def geometries(self, number: int, geometry: Any) -> Iterator[tuple[str, Any]]:
        if geometry is None:
            return
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        if kind == "GeometryCollection":
            for each in self.listed(number, geometry.get("geometries")):
                yield from self.geometries(number, each)
        elif kind in GEOMETRIES:
            yield str(kind), geometry.get("coordinates")
        else:
            hint = did_you_mean(str(kind), GEOMETRIES) or EXPORT
            raise _bad(f"has in feature {number} a geometry of an unknown type {quoted(kind)}", hint)

    def listed(self, number: int, value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise _bad(f"has in feature {number} no list where coordinates should be")
        return value

    def rings(self, number: int, polygon: Any) -> Iterator[Array]:
        for ring in self.listed(number, polygon):
            places = self.places(number, ring)
            if len(places) > 1 and (places[0] == places[-1]).all():
                places = places[:-1]
            if len(places) >= 3:
                yield places

    def places(self, number: int, positions: Any) -> Array:
        """Positions as an array of shape (n, 2); heights are left out."""
        positions = self.listed(number, positions)
        self.points += len(positions)
        if self.points > MAX_POINTS:
            hint = "simplify it, for example with mapshaper: 20,000 are enough for any screen"
            raise _bad(f"has more than {MAX_POINTS:,} points", hint)
        if not positions:
            return np.empty((0, 2))
        try:
            places = np.asarray([position[:2] for position in positions], dtype=np.float64).reshape(-1, 2)
        except (TypeError, ValueError, OverflowError):
            raise _bad(f"has in feature {number} coordinates that are no pairs of numbers") from None
        if not np.isfinite(places).all() or abs(places[:, 0]).max() > 360.0 or abs(places[:, 1]).max() > 90.0:
            raise _bad(f"has in feature {number} coordinates that are not degrees of longitude and latitude")
        return places


def _texts(properties: Any) -> Mapping[str, str]:
    """The properties that can be read as a text: words, and numbers as they are in codes of places."""
    if not isinstance(properties, dict):
        return {}
    return {
        name: text
        for name, value in properties.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool)
        if 0 < len(text := _text(value)) <= LONGEST_PROPERTY
    }


def _text(value: str | float) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
