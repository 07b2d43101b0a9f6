"""Region maps: areas in tints of one colour by their figures."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.regions import Regions, rings_by_name
from kiosk.anatomy.values.entries import check_highlight
from kiosk.kind import GeoRef, Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import Words, excerpt

MOST_NAMED = 3


class RegionMap(Kind):
    """A map whose regions are tinted by the values of a series, in seven steps from faint to strong.

    The places of the series are the names of the regions. The highlighted one is warm, and its figure stands large at the side.
    """

    geography: Annotated[GeoRef, Field(description="a map (GeoJSON) with the areas, such as data/city.geojson")]
    series: Annotated[SeriesRef, Field(description="the figures; their places are names of regions")]
    by: Annotated[str, Field(description="the property of the map file that holds the names used in the series")] = (
        "name"
    )
    names: Annotated[
        Words | None,
        Field(description="the property that holds the names to be read, for each language; left out, that of by"),
    ] = None
    highlight: Annotated[
        str,
        Field(
            description="the one region in the warm colour: first, last, greatest, least, none, or the name of a region"
        ),
    ] = "greatest"

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.geography.regions:
            raise PydanticCustomError("map_areas", "the map has no areas: name a file with polygons")
        known = self.geography.properties
        for property_name in (self.by, *(text for _, text in (self.names.texts if self.names else ()))):
            if not any(property_name in region.properties for region in self.geography.regions):
                raise PydanticCustomError(
                    "map_property", 'no region of the map has a property "{name}"',
                    {"name": excerpt(property_name), "known": known},
                )  # fmt: skip
        regions = rings_by_name(self.geography, self.by)
        strange = [label for label in self.series.labels if label not in regions]
        if strange:
            others = "".join(f', nor "{excerpt(each)}"' for each in strange[1:MOST_NAMED])
            raise PydanticCustomError(
                "map_region", 'no region of the map is called "{name}"{others}',
                {"name": excerpt(strange[0]), "others": others, "known": tuple(name for name in regions if name), "at": "series"},
            )  # fmt: skip
        check_highlight((), self.series, self.highlight)
        return self

    def place(self, setting: Setting) -> Placed:
        return Regions(self.geography, self.series, self.by, self.names, self.highlight, setting).placed()
