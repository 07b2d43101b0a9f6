"""Dot maps: points on a map, their areas by their figures, and lines between them."""

import math
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.bodies.sites import Spot, Spots, highlighted_spot
from kiosk.anatomy.values.entries import HIGHLIGHTS, check_units
from kiosk.kind import GeoRef, Kind, MetricRef, Options, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting
from kiosk.words import Words, excerpt

MOST_POINTS = 200
Link = tuple[str, str]


class MapPoint(Options):
    """A point on a map. `lon` and `lat` are degrees; `name` is left out where the metric's own is meant."""

    lon: Annotated[float, Field(ge=-180.0, le=360.0, description="degrees of longitude, to the east")]
    lat: Annotated[float, Field(ge=-90.0, le=90.0, description="degrees of latitude, to the north")]
    name: Annotated[Words | None, Field(description="what the point is called; left out, as its metric is")] = None
    metric: Annotated[MetricRef | None, Field(description="the figure that the area of the dot stands for")] = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.name is None and self.metric is None:
            raise PydanticCustomError("point_nameless", "a point needs a name or a metric: write one of them")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """Every word by which links and highlights may mean it."""
        texts = tuple(text for _, text in self.name.texts) if self.name else ()
        return (*((self.metric.id,) if self.metric and self.metric.id else ()), *texts)


class DotMap(Kind):
    """Points on a map of regions: the area of each dot is its figure, the highlighted one is warm and told large at the side.

    Either `points`, or a `series` whose places are the names of points of a map file. `links` are lines from one point to another.
    """

    geography: Annotated[GeoRef, Field(description="a map (GeoJSON) with the areas that the points lie on")]
    points: Annotated[
        tuple[MapPoint, ...],
        Field(max_length=MOST_POINTS, description="the points, each with lon, lat, name and metric"),
    ] = ()
    series: Annotated[
        SeriesRef | None, Field(description="instead of points: figures whose places are names of points")
    ] = None
    sites: Annotated[
        GeoRef | None,
        Field(description="a map (GeoJSON) with the points of the series; left out, the one of geography"),
    ] = None
    by: Annotated[str, Field(description="the property of the map file that holds the names used in the series")] = (
        "name"
    )
    names: Annotated[
        Words | None,
        Field(description="the property that holds the names to be read, for each language; left out, that of by"),
    ] = None
    highlight: Annotated[
        str,
        Field(description="the one warm point: first, last, greatest, least, none, or a name; auto is the greatest"),
    ] = "auto"
    links: Annotated[
        tuple[Link, ...], Field(max_length=MOST_POINTS, description="lines between points, such as [[Port, Airport]]")
    ] = ()
    line: Annotated[Literal["bowed", "straight"], Field(description="the form of the links")] = "bowed"

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.points) == (self.series is not None):
            raise PydanticCustomError("map_points", "a dot map needs either points or a series: write one of them")
        if self.series is not None:
            self._check_series()
        else:
            metrics = [point.metric for point in self.points if point.metric is not None]
            check_units(metrics)
            if any(metric.number < 0.0 for metric in metrics):
                raise PydanticCustomError("map_negative", "no area can stand for a figure below zero: take a bar chart")
        known = {name: index for index, names in enumerate(self.known) for name in names}
        for number, link in enumerate(self.links):
            for end, name in enumerate(link):
                if name not in known:
                    raise PydanticCustomError(
                        "map_link", 'there is no point "{name}" to be linked',
                        {"name": excerpt(name), "known": tuple(known), "at": ("links", number, end)},
                    )  # fmt: skip
            if known[link[0]] == known[link[1]]:
                raise PydanticCustomError(
                    "map_loop", 'a link leads from "{name}" to itself: name two points',
                    {"name": excerpt(link[0]), "at": ("links", number)},
                )  # fmt: skip
        if self.highlight not in ("auto", *HIGHLIGHTS, *known):
            raise PydanticCustomError(
                "highlight",
                'there is no "{name}" to highlight: write first, last, greatest, least, none, or the name of a point',
                {"name": excerpt(self.highlight), "known": tuple(known), "at": "highlight"},
            )
        return self

    def _check_series(self) -> None:
        series = self.series
        if series is None:
            return
        if len(series.points) > MOST_POINTS:
            raise PydanticCustomError(
                "map_many", "{count} points are too many: show {most} at most",
                {"count": len(series.points), "most": MOST_POINTS, "at": "series"},
            )  # fmt: skip
        if any(value < 0.0 for value in series.y):
            raise PydanticCustomError(
                "map_negative", "no area can stand for a figure below zero: take a bar chart", {"at": "series"}
            )
        places = self._places()
        if not places:
            raise PydanticCustomError(
                "map_sites", 'the map has no points with a property "{name}"',
                {"name": excerpt(self.by), "known": (self.sites or self.geography).properties, "at": "by"},
            )  # fmt: skip
        strange = next((label for label in series.labels if label not in places), None)
        if strange is not None:
            raise PydanticCustomError(
                "map_site", 'no point of the map is called "{name}"',
                {"name": excerpt(strange), "known": tuple(places), "at": "series"},
            )  # fmt: skip

    def _places(self) -> dict[str, Any]:
        """The points of the map file by their names; of those of one name the first."""
        found: dict[str, Any] = {}
        for site in (self.sites or self.geography).sites:
            if name := site.properties.get(self.by):
                found.setdefault(name, site)
        return found

    @property
    def known(self) -> tuple[tuple[str, ...], ...]:
        """The names of each point."""
        if self.series is not None:
            return tuple((label,) for label in self.series.labels)
        return tuple(point.names for point in self.points)

    def spots(self, setting: Setting) -> tuple[Spot, ...]:
        """The points as they are shown in one language."""
        language = setting.language
        if self.series is None:
            return tuple(
                Spot(
                    point.metric.id if point.metric and point.metric.id else point.names[0],
                    point.name.get(language) if point.name else point.metric.name(language) if point.metric else "",
                    point.lon, point.lat, point.metric.number if point.metric else math.nan, point.metric,
                )
                for point in self.points
            )  # fmt: skip
        places, wanted = self._places(), self.names.get(language) if self.names else self.by
        return tuple(
            Spot(
                label, places[label].properties.get(wanted, label), places[label].longitude, places[label].latitude,
                float(value), self.series,
            )
            for label, value in zip(self.series.labels, self.series.y, strict=True)
        )  # fmt: skip

    def place(self, setting: Setting) -> Placed:
        spots = self.spots(setting)
        known = {name: index for index, names in enumerate(self.known) for name in names}
        links = tuple((known[first], known[last]) for first, last in self.links)
        warm = highlighted_spot([spot.value for spot in spots], self.highlight, known)
        return Spots(self.geography, spots, links, self.line == "bowed", warm, setting).placed()
