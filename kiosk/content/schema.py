"""The schema: what may stand in a content file, for editors that help while one types."""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from kiosk.background import Background
from kiosk.content.pages import ShowFile, SlideFile
from kiosk.content.slides import KIND_KEYS
from kiosk.content.themes import ThemeFile
from kiosk.kind import Kind
from kiosk.layouts import LAYOUTS
from kiosk.metrics import Metric, Series
from kiosk.overlay import Overlay

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of all four sorts of content file: a show, a slide, metrics by name, or a theme."""
    kinds = {(key, name): kind for key, table in KIND_KEYS.items() for name, kind in table.items()}
    files = (ShowFile, SlideFile, ThemeFile, Overlay, Background)
    models = [(model, "validation") for model in (*files, *dict.fromkeys(kinds.values()))]
    references, definitions = models_json_schema(models, ref_template="#/$defs/{model}")  # type: ignore[arg-type]
    defs: dict[str, Any] = dict(definitions.get("$defs", {}))
    for model in (Metric, Series):
        part = TypeAdapter(model).json_schema(ref_template="#/$defs/{model}")
        defs.update(part.pop("$defs", {}))
        defs[model.__name__] = part
    choices = [_named(key, name, kind, references, defs) for (key, name), kind in kinds.items()]
    defs["Area"] = {"description": "one chart or one element", "oneOf": choices}
    for dress in (Overlay, Background):
        defs["ShowFile"]["properties"][dress.__name__.lower()] = {"$ref": f"#/$defs/{dress.__name__}"}
    slide = defs["SlideFile"]
    slide["properties"]["layout"]["enum"] = list(LAYOUTS)
    for area in SlideFile.AREAS:
        slide["properties"][area] = {"$ref": "#/$defs/Area"}
    metrics = {
        "type": "object",
        "additionalProperties": {"anyOf": [{"$ref": "#/$defs/Metric"}, {"$ref": "#/$defs/Series"}]},
    }
    defs["MetricsFile"] = metrics
    return {
        "$schema": DIALECT,
        "title": "Content of a show",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in ("ShowFile", "SlideFile", "MetricsFile", "ThemeFile")],
        "$defs": defs,
    }


def _named(key: str, name: str, kind: type[Kind], references: Any, defs: dict[str, Any]) -> dict[str, Any]:
    """The schema of a kind together with the key that names it."""
    reference = references[kind, "validation"]["$ref"].rsplit("/", 1)[1]
    body = dict(defs[reference])
    body["properties"] = {key: {"const": name}, **body.get("properties", {})}
    body["required"] = [key, *body.get("required", [])]
    return body
