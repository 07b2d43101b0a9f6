"""Map files: what is read of them, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.geojson import MAX_POINTS, read_geography
from kiosk.content.library import open_library
from kiosk.content.problem import ContentProblem
from tests.gallery import GALLERY

SQUARE = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
HOLE = [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]


def feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def collection(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def written(folder: Path, data: Any) -> Path:
    path = folder / "land.geojson"
    path.write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")
    return path


def refusal(folder: Path, data: Any) -> ContentProblem:
    with pytest.raises(ContentProblem) as caught:
        read_geography(written(folder, data))
    return caught.value


def test_areas_and_points_are_read_and_lines_left_out(tmp_path: Path) -> None:
    data = collection(
        feature("Polygon", [SQUARE, HOLE], name="甲", code=330201, open=True),
        feature("MultiPolygon", [[SQUARE], [[[9, 9, 120.5], [10, 9, 121], [9, 10, 7]]]], name="乙"),
        feature("LineString", [[0, 0], [9, 9]], name="河"),
        feature("Point", [2.5, 3.5], name="站"),
        {"type": "Feature", "properties": None, "geometry": None},
    )

    land = read_geography(written(tmp_path, data))

    assert [dict(region.properties) for region in land.regions] == [{"name": "甲", "code": "330201"}, {"name": "乙"}]
    assert [[len(ring) for ring in region.rings] for region in land.regions] == [[4, 4], [4, 3]]
    assert [(site.properties["name"], site.longitude, site.latitude) for site in land.sites] == [("站", 2.5, 3.5)]
    assert land.properties == ("name", "code")


@pytest.mark.parametrize(
    "data", [feature("Polygon", [SQUARE]), {"type": "Polygon", "coordinates": [SQUARE]},
             {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": [SQUARE]}]}],
    ids=["feature", "geometry", "collection"],
)  # fmt: skip
def test_every_form_of_geojson_is_read(tmp_path: Path, data: Any) -> None:
    assert len(read_geography(written(tmp_path, data)).regions) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ('{"type": "FeatureCollection",\n "features": [', "line 2, column"),
        ("[" * 100_000, "nested too deep"),
        ('{"type": "Point", "coordinates": [NaN, 1]}', "NaN"),
        ("[]", "no GeoJSON"),
        ({"type": "Topology"}, "TopoJSON"),
        (collection(), "no areas and no points"),
        (collection(feature("Polygno", [SQUARE])), 'unknown type "Polygno"'),
        (collection(feature("Polygon", 7)), "feature 1 no list"),
        (collection(feature("Point", ["a", "b"])), "no pairs of numbers"),
        (collection(feature("Point", [1])), "no pairs of numbers"),
        (collection(feature("Polygon", [[[0, 0], [1], [2, 2], [3, 3]]])), "no pairs of numbers"),
        (collection(feature("Point", [500_000.0, 3_300_000.0])), "not degrees"),
        (collection(feature("MultiPoint", [[0, 0]] * (MAX_POINTS + 1))), "more than 200,000 points"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_refused_with_the_reason(tmp_path: Path, data: Any, words: str) -> None:
    problem = refusal(tmp_path, data)

    assert problem.code == "bad-map"
    assert problem.message.startswith('"land.geojson" ')
    assert words in problem.message
    assert problem.hint


def test_a_misspelt_type_gets_a_hint(tmp_path: Path) -> None:
    assert refusal(tmp_path, collection(feature("Polygno", [SQUARE]))).hint == 'did you mean "Polygon"?'


SLIDE = """\
title: 图
main:
  chart: region_map
  geography: {file}
  series: density
  by: {by}
"""


def problems(folder: Path, file: str, by: str = "name", region: str = "甲") -> list[str]:
    for name in ("slides", "metrics", "data"):
        (folder / name).mkdir()
    (folder / "show.yaml").write_text(
        "title: 图\nlanguages: [zh]\nchapters:\n  - {title: 图, slides: [map]}\n", "utf-8"
    )
    (folder / "slides" / "map.yaml").write_text(SLIDE.format(file=file, by=by), "utf-8")
    (folder / "metrics" / "a.yaml").write_text(f"density: {{label: 图, values: {{{region}: 1}}}}\n", "utf-8")
    (folder / "data" / "land.geojson").write_text(
        json.dumps(collection(feature("Polygon", [SQUARE], name="甲")), ensure_ascii=False), "utf-8"
    )
    (folder / "data" / "broken.geojson").write_text("{", "utf-8")
    library = open_library(folder)
    library.slide("map")
    return [str(problem) for problem in library.problems()]


@pytest.mark.parametrize(
    ("file", "by", "region", "said"),
    [
        ("data/land.geojson", "name", "甲", []),
        ("data/lnad.geojson", "name", "甲", ["slides/map.yaml:4:14: error missing-file", 'mean "data/land.geojson"']),
        ("data/broken.geojson", "name", "甲", ["slides/map.yaml:4:14: error bad-map", "line 1, column 2"]),
        ("7", "name", "甲", ["slides/map.yaml:4:14: error wrong-type"]),
        ("../land.geojson", "name", "甲", ["slides/map.yaml:4:14: error outside-folder"]),
        ("data/land.geojson", "nmae", "甲", ["slides/map.yaml:", 'a property "nmae"', 'mean "name"']),
        ("data/land.geojson", "name", "甲区", ["slides/map.yaml:5:11: error", 'is called "甲区"', 'mean "甲"']),
    ],
)  # fmt: skip
def test_a_map_that_cannot_be_shown_is_told_where_it_is_named(
    tmp_path: Path, file: str, by: str, region: str, said: list[str]
) -> None:
    found = problems(tmp_path, file, by, region)

    assert len(found) == bool(said)
    assert [words for words in said if words not in found[0]] == []


def test_the_city_of_the_gallery_is_as_its_script_draws_it() -> None:
    from tests.scripts import load_script

    drawn = load_script("packaging/draw_city.py").city()

    assert json.loads((GALLERY / "data" / "city.geojson").read_text("utf-8")) == drawn
