"""Kinds: what an author may put on a slide, as the options he writes and the marks they become."""

from collections.abc import Container, Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from kiosk.footage import Footage
from kiosk.geography import Geography
from kiosk.image import Image
from kiosk.layers import Placed
from kiosk.metrics import Metric, Series
from kiosk.setting import Setting

Datum = Metric | Series


def _refusal(
    value: Any, found: Datum | None, data: dict[str, Datum], broken: Container[str], wanted: type[Any], what: str
) -> PydanticCustomError:
    """Why a value names no datum of the wanted sort."""
    known = tuple(name for name, datum in data.items() if isinstance(datum, wanted))
    if not isinstance(value, str):
        return PydanticCustomError(
            "reference", "should be the name of a {what}", {"what": what, "code": "wrong-type", "known": known}
        )
    if found is not None:
        other = "a series, not a single figure" if isinstance(found, Series) else "a single figure, not a series"
        return PydanticCustomError(
            "reference", '"{name}" is {other}', {"name": value, "other": other, "code": "wrong-type", "known": known}
        )
    if value in broken:
        return PydanticCustomError(
            "reference",
            'the {what} "{name}" has problems of its own',
            {"what": what, "name": value, "code": "unknown-metric", "hint": "mend it in its file first"},
        )
    return PydanticCustomError(
        "reference", 'unknown {what} "{name}"', {"what": what, "name": value, "code": "unknown-metric", "known": known}
    )


def _resolve(wanted: type[Any], what: str) -> BeforeValidator:
    """Finds a datum by its name among the context's `data`; `broken` holds the names of those that could not be read."""

    def resolve(value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, wanted):
            return value
        context = info.context or {}
        data: dict[str, Datum] = context.get("data", {})
        found = data.get(value) if isinstance(value, str) else None
        if isinstance(found, wanted):
            return found
        raise _refusal(value, found, data, context.get("broken", ()), wanted, what)

    return BeforeValidator(resolve)


MetricRef = Annotated[
    Metric, _resolve(Metric, "metric"), WithJsonSchema({"type": "string", "description": "the name of a metric"})
]
SeriesRef = Annotated[
    Series, _resolve(Series, "series"), WithJsonSchema({"type": "string", "description": "the name of a series"})
]


def _find(wanted: type[Any], key: str, what: str) -> PlainValidator:
    """Finds a file of the show with what the context has under `key`, which raises ContentProblem for what cannot be shown."""

    def find(value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, wanted):
            return value
        look_up = (info.context or {}).get(key)
        if look_up is None:
            raise PydanticCustomError("file", "no {what} can be looked up here", {"what": what})
        return look_up(value)

    return PlainValidator(find)


ImageRef = Annotated[
    Image,
    _find(Image, "image", "images"),
    WithJsonSchema({"type": "string", "description": "an image file in the folder of the show"}),
]
GeoRef = Annotated[
    Geography,
    _find(Geography, "geography", "maps"),
    WithJsonSchema({"type": "string", "description": "a map (GeoJSON) in the folder of the show"}),
]
FootageRef = Annotated[
    Footage,
    _find(Footage, "footage", "films"),
    WithJsonSchema({"type": "string", "description": "a film file in the folder of the show"}),
]


class Options(BaseModel):
    """A group of options that an author writes: unknown keys are refused, values do not change."""

    # A show seldom uses all kinds: each is made ready when it is first read, which halves the start.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Kind(Options):
    """A kind of chart or element with its options, ready to be laid out.

    One that `plays` has its message in its motion, which may last as long as it takes to tell it.
    """

    plays: ClassVar[bool] = False

    def place(self, setting: Setting) -> Placed:
        """The marks through time, laid out in a box of one screen. Pure: the same setting gives the same marks."""
        raise NotImplementedError

    def data(self) -> tuple[Datum, ...]:
        """Every metric and series that appears, in the order of the options: what the source line names."""
        return tuple(_data_in(self))


def _data_in(value: Any) -> Iterator[Datum]:
    if isinstance(value, Metric | Series):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _data_in(getattr(value, name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _data_in(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _data_in(each)


def _parts(value: Any, info: ValidationInfo) -> tuple[Kind, ...]:
    """Reads kinds within a kind with the context's `kind`, which is given the way to each and reports what is wrong with it.

    A bare kind stands in for one that could not be read, so that the others are judged as they were written.
    """
    if not isinstance(value, list | tuple):
        raise PydanticCustomError("parts", "should be a list of charts and elements", {"code": "wrong-type"})
    read = (info.context or {}).get("kind")
    parts: list[Kind] = []
    for index, each in enumerate(value):
        if isinstance(each, Kind):
            parts.append(each)
        elif read is None:
            raise PydanticCustomError("parts", "no charts and elements can be read here")
        else:
            parts.append(read((info.field_name, index), each) or Kind())
    return tuple(parts)


PartRefs = Annotated[
    tuple[Kind, ...],
    PlainValidator(_parts),
    WithJsonSchema({"type": "array", "items": {"type": "object"}, "description": "charts and elements, as in an area"}),
]
