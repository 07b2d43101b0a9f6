"""Dot maps as a show may hold them, and as it should not."""

import math

from kiosk.charts.dot_map import DotMap, MapPoint
from kiosk.geography import Geography, Site
from kiosk.kind import Kind
from kiosk.metrics import Metric
from kiosk.words import Words
from tests.kinds.region_map import city, globe
from tests.kinds.samples import LONG, metric, series

WORLD = {
    "宁波": (121.5, 29.9),
    "汉堡": (10.0, 53.5),
    "旧金山": (-122.4, 37.8),
    "悉尼": (151.2, -33.9),
    "内罗毕": (36.8, -1.3),
}


def point(lon: float, lat: float, figure: Metric | None = None, name: str | None = None) -> MapPoint:
    """A point with a figure, a name, or both."""
    return MapPoint(lon=lon, lat=lat, metric=figure, name=Words.of(name) if name else None)


def ring(count: int) -> tuple[tuple[float, float], ...]:
    """Places on a spiral within the city."""
    return tuple(
        (123.4 + 0.0024 * index * math.cos(0.7 * index), 29.42 + 0.0013 * index * math.sin(0.7 * index))
        for index in range(count)
    )


def examples() -> dict[str, Kind]:
    """One, without figures, two hundred, close together, zero, the globe, a series, long names."""
    sites = Geography(
        "sites.geojson", (), tuple(Site({"name": f"站 {index}"}, *place) for index, place in enumerate(ring(60)))
    )
    values = {f"站 {index}": index * 37 % 101 if index % 9 else None for index in range(60)}
    close = tuple(point(123.4 + 0.01 * index, 29.4, metric("站", f"Stop {index}", 50 + index)) for index in range(6))
    long = tuple(
        point(
            123.1 + 0.15 * index, 29.3 + 0.08 * index,
            metric(LONG["zh"][: 12 + 6 * index], LONG["en"][: 40 + 20 * index], 9.5, "%"),
        )
        for index in range(4)
    )  # fmt: skip
    world = tuple(point(*place, name=name) for name, place in WORLD.items())
    crowd = tuple(point(*place, name=f"{index}") for index, place in enumerate(ring(200)))
    return {
        "one": DotMap(geography=city(), points=(point(123.5, 29.5, metric("港", "Port", 1)),)),
        "names": DotMap(geography=city(), points=crowd[:9:2], highlight="4"),
        "two-hundred": DotMap(geography=city(), points=crowd),
        "close": DotMap(geography=city(), points=close, highlight="last"),
        "zeros": DotMap(
            geography=city(), points=tuple(point(*place, metric("站", f"Stop {index}", 0)) for index, place in enumerate(ring(5)))
        ),
        "globe": DotMap(
            geography=globe(), points=world, highlight="宁波",
            links=tuple(("宁波", name) for name in WORLD if name != "宁波"), line="straight",
        ),
        "series": DotMap(geography=city(), sites=sites, series=series("车次", "Trains", values), highlight="none"),
        "long": DotMap(geography=city(), points=long),
    }  # fmt: skip
