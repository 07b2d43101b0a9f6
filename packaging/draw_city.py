"""Draws the map of the gallery: a city that does not exist, of thirteen districts by the sea, as GeoJSON.

    python packaging/draw_city.py

Districts are loops of nodes. Each border between two nodes is drawn once, bent at random by halving it again and again, so that
neighbours share it to the last point; the same numbers come out on every machine.
"""

import hashlib
import json
import math
from pathlib import Path

TARGET = Path(__file__).parents[1] / "assets" / "gallery" / "data" / "city.geojson"
WEST, SOUTH = 122.9, 29.1
"""Where the south-western corner lies: in the open sea."""
KILOMETRES = 111.32
"""In a degree of latitude."""

Point = tuple[float, float]

NODES: dict[str, Point] = {
    "n1": (4, 58), "n2": (24, 68), "n3": (45, 64), "n4": (66, 70), "n5": (85, 61), "n6": (93, 45), "n7": (88, 27),
    "n8": (77, 12), "n9": (57, 5), "n10": (36, 10), "n11": (16, 3), "n12": (1, 16), "n13": (8, 39),
    "a": (26, 49), "b": (45, 47), "c": (63, 52), "d": (74, 42), "e": (70, 27), "f": (54, 21), "g": (37, 27),
    "h": (26, 30), "i": (49, 36), "j": (61, 38),
}  # fmt: skip
COAST = ("n4", "n5", "n6", "n7", "n8", "n9")
DISTRICTS: dict[str, tuple[str, str]] = {
    "青岚区": ("Qinglan", "n1 n2 a n13"),
    "北麓区": ("Beilu", "n2 n3 b a"),
    "松源区": ("Songyuan", "n3 n4 c b"),
    "望潮区": ("Wangchao", "n4 n5 n6 d c"),
    "月浦区": ("Yuepu", "n6 n7 e d"),
    "南汀区": ("Nanting", "n7 n8 n9 f e"),
    "石桥区": ("Shiqiao", "n9 n10 g f"),
    "云门区": ("Yunmen", "n10 n11 n12 h g"),
    "澄湖区": ("Chenghu", "n12 n13 a h"),
    "老城区": ("Old Town", "a b i g h"),
    "高新区": ("High-tech Zone", "b c d j i"),
    "临江区": ("Linjiang", "i j d e f g"),
}
LAKE = ("澄湖区", (8.6, 29.5), 2.2)
ISLES: tuple[tuple[Point, float], ...] = (((99.5, 24.0), 3.6), ((103.5, 31.0), 2.2), ((97.0, 16.5), 1.7))


def chance(seed: str) -> float:
    """A number from -1 to 1 that belongs to a text."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:6], "big") / 2**47 - 1.0


def bent(first: Point, last: Point, roughness: float, seed: str, depth: int) -> list[Point]:
    """The points from `first` up to, but without, `last`."""
    if depth == 0:
        return [first]
    across, along = last[1] - first[1], last[0] - first[0]
    shift = roughness * chance(seed)
    middle = ((first[0] + last[0]) / 2.0 - shift * across, (first[1] + last[1]) / 2.0 + shift * along)
    return bent(first, middle, roughness, seed + "l", depth - 1) + bent(middle, last, roughness, seed + "r", depth - 1)


def border(first: str, last: str) -> list[Point]:
    """The border from one node to another, whichever of its two sides asks."""
    if first > last:
        points = [*border(last, first), NODES[first]]
        return points[:0:-1]
    is_coast = first in COAST and last in COAST
    return bent(NODES[first], NODES[last], 0.26 if is_coast else 0.15, f"{first}-{last}", 6 if is_coast else 5)


def round_shape(middle: Point, radius: float, seed: str) -> list[Point]:
    """An island or a lake."""
    points: list[Point] = []
    for number in range(48):
        turn = number / 48 * 2.0 * math.pi
        waves = sum(
            chance(f"{seed}{wave}") * math.cos(wave * turn + 3.0 * chance(f"{seed}:{wave}")) for wave in (2, 3, 5)
        )
        reach = radius * (1.0 + 0.16 * waves)
        points.append((middle[0] + 1.15 * reach * math.cos(turn), middle[1] + 0.85 * reach * math.sin(turn)))
    return points


def degrees(points: list[Point]) -> list[list[float]]:
    """A closed ring in degrees."""
    stretch = KILOMETRES * math.cos(math.radians(SOUTH + 0.3))
    ring = [[round(WEST + x / stretch, 5), round(SOUTH + y / KILOMETRES, 5)] for x, y in points]
    return [*ring, ring[0]]


def feature(name: str, english: str, kind: str, coordinates: object) -> dict[str, object]:
    """One thing on the map."""
    properties = {"name": name, "name_en": english}
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def city() -> dict[str, object]:
    """All districts and the isles."""
    features = []
    for name, (english, loop) in DISTRICTS.items():
        nodes = loop.split()
        following = [*nodes[1:], nodes[0]]
        ring = [point for first, last in zip(nodes, following, strict=True) for point in border(first, last)]
        rings = [degrees(ring)]
        if name == LAKE[0]:
            rings.append(degrees(round_shape(*LAKE[1:], "lake")[::-1]))
        features.append(feature(name, english, "Polygon", rings))
    isles = [[degrees(round_shape(middle, radius, f"isle{middle}"))] for middle, radius in ISLES]
    features.append(feature("东屿区", "Dongyu Isles", "MultiPolygon", isles))
    return {"type": "FeatureCollection", "features": features}


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(city(), ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
