"""Pages: what an author writes in `show.yaml` and in the file of a slide."""

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from kiosk.kind import Options
from kiosk.layouts import LAYOUTS
from kiosk.show import TransitionName
from kiosk.words import Words, excerpt

LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
SLIDE_NAME = r"^[a-z0-9][a-z0-9_-]{0,63}$"


def _theme(name: str, info: ValidationInfo) -> str:
    known = (info.context or {}).get("themes", ())
    if known and name not in known:
        raise PydanticCustomError(
            "reference", 'unknown theme "{name}"', {"name": name, "code": "bad-value", "known": known}
        )
    return name


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


class PlaybackRules(Options):
    """How the loop runs."""

    transition: TransitionName = "fade"
    resume_after: Annotated[float, Field(ge=5, le=3600, description="seconds without input until the loop goes on")] = (
        120.0
    )


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
    theme: Annotated[str, AfterValidator(_theme)] = "dark"
    bilingual: bool = True
    screen: ScreenSize | None = None
    playback: PlaybackRules = PlaybackRules()


class SlideFile(Options):
    """The file of a slide. Its areas hold one chart or element each; which areas there are, the layout says."""

    AREAS: ClassVar[tuple[str, ...]] = ("main", "side", "figure", "top", "middle", "bottom")
    """The keys that hold charts and elements."""

    title: Words
    layout: Annotated[str, AfterValidator(_layout)] = "full"
    main: Any = None
    side: Any = None
    figure: Any = None
    top: Any = None
    middle: Any = None
    bottom: Any = None
    note: Annotated[Words | None, Field(description="a word of caution, written before the source")] = None
    notes: Annotated[Words | None, Field(description="for the guide, never on the screen")] = None
    duration: Annotated[float, Field(ge=1, le=600)] | Literal["auto"] = "auto"
    transition: TransitionName | None = None
