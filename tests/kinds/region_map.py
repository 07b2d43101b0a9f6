"""Region maps as a show may hold them, and as it should not."""

import math
from functools import cache

import numpy as np

from kiosk.charts.region_map import RegionMap
from kiosk.content.geojson import read_geography
from kiosk.geography import Geography, Region
from kiosk.kind import Kind
from kiosk.marks import array
from kiosk.words import Words
from tests.gallery import GALLERY
from tests.kinds.samples import LONG, series

NAMES = Words({"zh": "name", "en": "name_en"})


@cache
def city() -> Geography:
    """The city of the gallery: twelve districts and an isle."""
    return read_geography(GALLERY / "data" / "city.geojson")


def grid(columns: int, rows: int, west: float, south: float, step: float) -> Geography:
    """Fields of land in rows, named A1, A2..."""
    corners = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 0.9], [0.0, 0.9]])
    return Geography(
        "grid.geojson",
        tuple(
            Region(
                {"name": f"{chr(65 + row)}{column + 1}"},
                (array(step * (corners + np.array([column, row])) + np.array([west, south])),),
            )
            for row in range(rows)
            for column in range(columns)
        ),
    )


def globe() -> Geography:
    """Land of a rough world: a continent round the pole, one across the date line, a band with a sea in it."""
    south = [[-180.0 + 10.0 * step, -68.0 + 4.0 * math.sin(step)] for step in range(36)]
    east = [[150.0, 10.0], [179.0, 20.0], [-170.0, 40.0], [170.0, 65.0], [140.0, 50.0]]
    band = [[-20.0, -30.0], [50.0, -30.0], [60.0, 60.0], [-25.0, 55.0]]
    sea = [[5.0, 30.0], [35.0, 30.0], [35.0, 42.0], [5.0, 42.0]]
    rings = {"南": (south,), "东": (east,), "中": (band, sea)}
    return Geography(
        "globe.geojson",
        tuple(Region({"name": name}, tuple(array(ring) for ring in each)) for name, each in rings.items()),
    )


def districts() -> tuple[str, ...]:
    """The names of the city's districts."""
    return tuple(region.properties["name"] for region in city().regions)


def examples() -> dict[str, Kind]:
    """No point, equal, one, none, many, the globe, a sliver, long names, far below zero."""
    many = grid(20, 10, 100.0, 20.0, 0.5)
    few = {"高新区": 5, "老城区": 3}
    return {
        "plain": RegionMap(
            geography=city(), series=series("企业", "Firms", {name: 9 + 7 * index for index, name in enumerate(districts())}),
            names=NAMES, highlight="none",
        ),
        "equal": RegionMap(geography=city(), series=series("企业", "Firms", dict.fromkeys(districts(), 7), "%")),
        "one": RegionMap(geography=city(), series=series("企业", "Firms", {"东屿区": 1}), names=NAMES),
        "missing": RegionMap(geography=city(), series=series("企业", "Firms", dict.fromkeys(districts()))),
        "two-hundred": RegionMap(
            geography=many,
            series=series("企业", "Firms", {each.properties["name"]: index * 71 % 97 for index, each in enumerate(many.regions)}),
        ),
        "globe": RegionMap(geography=globe(), series=series("面积", "Area", {"南": 14.2, "东": 17.1, "中": 30.4}, "%")),
        "sliver": RegionMap(
            geography=grid(12, 1, 120.0, 30.0, 0.1),
            series=series("企业", "Firms", {f"A{number}": 1000 * number for number in range(1, 13)}),
            highlight="A2",
        ),
        "tall": RegionMap(
            geography=grid(1, 9, 120.0, 30.0, 0.1),
            series=series(LONG["zh"], LONG["en"], {f"{row}1": -1e9 * (index + 1) for index, row in enumerate("ABCDEFGHI")}),
        ),
        "few": RegionMap(geography=city(), series=series("企业", "Firms", few), names=NAMES, highlight="老城区"),
    }  # fmt: skip
