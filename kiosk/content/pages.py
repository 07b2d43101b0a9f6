"""Pages: what an author writes in `show.yaml` and in the file of a slide."""

import re
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from kiosk.background import Background
from kiosk.kind import Options
from kiosk.layouts import LAYOUTS
from kiosk.show import TransitionName
from kiosk.words import Words, excerpt

LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
THEME_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "string"}, {"$ref": "#/$defs/ThemeFile"}],
    "description": "a built-in theme, a theme file in the folder of the show, or colours of one's own",
}
SLIDE_NAME = r"^[a-z0-9][a-z0-9_-]{0,63}$"


NAME_SCHEMA: dict[str, Any] = {"type": ["string", "number"]}


def _names(given: Any) -> Any:
    """One name or several; years are names, too."""
    names = given if isinstance(given, list | tuple) else (given,)
    return tuple(str(name) if isinstance(name, int | float) and not isinstance(name, bool) else name for name in names)


def _layout(name: str) -> str:
    if name not in LAYOUTS:
        known = tuple(LAYOUTS)
        raise PydanticCustomError(
            "reference", 'unknown layout "{name}"', {"name": name, "code": "bad-value", "known": known}
        )
    return name


def _slide_name(name: str) -> str:
    if not re.fullmatch(SLIDE_NAME, name):
        hint = "write small letters a to z, digits, - and _, as the file in slides/ is called without its ending"
        raise PydanticCustomError("name", '"{name}" cannot be the name of a slide', _ctx(name, hint))
    return name


def _language(code: str) -> str:
    if not re.fullmatch(LANGUAGE, code):
        raise PydanticCustomError(
            "name", '"{name}" is not a language', _ctx(code, "name it by its code, such as zh or en")
        )
    return code


def _ctx(name: str, hint: str) -> dict[str, str]:
    return {"name": excerpt(name), "code": "bad-value", "hint": hint}


SlideName = Annotated[str, AfterValidator(_slide_name), WithJsonSchema({"type": "string", "pattern": SLIDE_NAME})]
Language = Annotated[str, AfterValidator(_language), WithJsonSchema({"type": "string", "pattern": LANGUAGE})]


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(names)) < len(names):
        raise PydanticCustomError("repeated", "names one language twice", {"code": "bad-value"})
    return names


class ScreenSize(Options):
    """What legibility is judged by: the height of the picture and the distance of the farthest visitor, in metres."""

    height_m: Annotated[float, Field(gt=0.05, le=50)]
    farthest_m: Annotated[float, Field(gt=0.2, le=200)]


class ScreenFile(Options):
    """The screen in the hall: its measures, by which legibility is judged, and how much of its edges is covered."""

    height_m: Annotated[float | None, Field(gt=0.05, le=50, description="the height of the picture in metres")] = None
    farthest_m: Annotated[float | None, Field(gt=0.2, le=200, description="the farthest visitor, in metres")] = None
    safe_area: Annotated[
        float, Field(ge=0, le=0.08, description="the part of the shorter side that may be covered along every edge")
    ] = 0.0

    @model_validator(mode="after")
    def _both_measures(self) -> Self:
        if (self.height_m is None) != (self.farthest_m is None):
            missing = "height_m" if self.height_m is None else "farthest_m"
            raise PydanticCustomError("measures", '"{name}" is missing', {"name": missing, "code": "missing-key"})
        return self

    @property
    def size(self) -> ScreenSize | None:
        """Its measures, if the author has given them."""
        if self.height_m is None or self.farthest_m is None:
            return None
        return ScreenSize(height_m=self.height_m, farthest_m=self.farthest_m)


class PlaybackRules(Options):
    """How the loop runs."""

    transition: TransitionName = "fade"
    resume_after: Annotated[float, Field(ge=5, le=3600, description="seconds without input until the loop goes on")] = (
        120.0
    )
    longest_pass: Annotated[
        float, Field(ge=30, le=86400, description="seconds that one pass may take before a check warns of it")
    ] = 270.0
    calm: Annotated[bool, Field(description="whether nothing moves: final states that fade into one another")] = False


class ChapterFile(Options):
    """A chapter; one that is `numbered` has its stroke in the chapter marker."""

    title: Words
    slides: tuple[SlideName, ...]
    numbered: bool = True


class ShowFile(Options):
    """The file `show.yaml`."""

    title: Words
    languages: Annotated[tuple[Language, ...], Field(min_length=1, max_length=8), AfterValidator(_distinct)]
    chapters: Annotated[tuple[ChapterFile, ...], Field(min_length=1)]
    # What is wrong with the colours does not keep the show from being played: they are read by themselves.
    theme: Annotated[Any, WithJsonSchema(THEME_SCHEMA)] = "dark"
    bilingual: bool = True
    screen: ScreenFile | None = None
    playback: PlaybackRules = PlaybackRules()
    # Nor does a logo or a picture that is not there.
    overlay: Any = None
    background: Any = None


class AreasFile(Options):
    """What holds charts and elements, one each."""

    AREAS: ClassVar[tuple[str, ...]] = (
        *("main", "side", "figure", "top", "middle", "bottom"),
        *("first", "second", "third", "fourth"),
    )
    """The keys that hold charts and elements."""

    main: Any = None
    side: Any = None
    figure: Any = None
    top: Any = None
    middle: Any = None
    bottom: Any = None
    first: Any = None
    second: Any = None
    third: Any = None
    fourth: Any = None


class StepFile(AreasFile):
    """A step of a slide: what changes in its areas, in its title and in its note, and what is pointed out.

    In an area, options take the place of those before; one that names its chart or element is written out in full.
    """

    title: Words | None = None
    note: Words | None = None
    emphasis: Annotated[
        tuple[str, ...],
        BeforeValidator(_names),
        Field(description="the metrics or places that are pointed out, the rest is drawn back"),
        WithJsonSchema({"anyOf": [NAME_SCHEMA, {"type": "array", "items": NAME_SCHEMA}]}),
    ] = ()
    duration: Annotated[float, Field(ge=1, le=600)] | Literal["auto"] = "auto"


class SlideFile(AreasFile):
    """The file of a slide. Its areas hold one chart or element each; which areas there are, the layout says."""

    title: Words
    layout: Annotated[str, AfterValidator(_layout), Field(description="the one that suits its kinds if left out")] = ""
    note: Annotated[Words | None, Field(description="a word of caution, written before the source")] = None
    notes: Annotated[Words | None, Field(description="for the guide, never on the screen")] = None
    duration: Annotated[float, Field(ge=1, le=600)] | Literal["auto"] = "auto"
    transition: TransitionName | None = None
    background: Annotated[Background | None, Field(description="what stands behind everything on this slide")] = None
    steps: Annotated[
        tuple[StepFile, ...],
        Field(max_length=12, description="further pictures of the slide, each with what changes in it"),
    ] = ()
