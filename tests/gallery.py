"""The gallery of examples: one place that feeds the laws and the golden frames of every kind."""

import importlib
import importlib.util
from collections.abc import Iterator
from functools import cache
from typing import Any

from kiosk.charts import CHARTS
from kiosk.content.library import Library, open_library
from kiosk.elements import ELEMENTS
from kiosk.kind import Kind
from kiosk.layers import Placed
from kiosk.layouts import LAYOUTS, Page
from kiosk.resources import assets
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.show import Slide
from kiosk.words import Words

GALLERY = assets() / "gallery"
KINDS: dict[str, type[Kind]] = {**CHARTS, **ELEMENTS}
CHAPTERS = (
    Words({"zh": "聚创新", "en": "Gathering innovation"}),
    Words({"zh": "优服务", "en": "Serving business"}),
    Words({"zh": "强产业", "en": "Lifting industry"}),
)
SCREENS = (Screen(1920, 1080), Screen(1280, 1024), Screen(1080, 1920), Screen(3840, 1080))
POSTERS = {"cover", "opener", "closing"}


@cache
def library() -> Library:
    """The show of examples, one page for each kind."""
    return open_library(GALLERY)


@cache
def page(name: str) -> Slide:
    """The page of the kind of that name; raises ValueError with every problem that keeps it from being shown."""
    slide = library().slide(name)
    if slide is None:
        raise ValueError("\n".join(map(str, library().problems())))
    return slide


def area(name: str) -> str:
    """The area of its page that a kind stands in."""
    return next(each for each, kind in page(name).areas.items() if type(kind) is KINDS[name])


def has_page(name: str) -> bool:
    """Whether there is a page for the kind; one that is being made may still live in `tests/kinds` alone."""
    return name in library().ids()


@cache
def example(name: str) -> Any:
    """The example of a kind: what stands on its page, as an instance of the kind's own class."""
    if has_page(name):
        return page(name).areas[area(name)]
    return importlib.import_module(f"tests.kinds.{name}").example()


def examples(name: str) -> Iterator[tuple[str, Kind]]:
    """The example of a kind and its harder variants, each with a name."""
    yield "example", example(name)
    if importlib.util.find_spec(f"tests.kinds.{name}"):
        yield from importlib.import_module(f"tests.kinds.{name}").examples().items()


def setting(name: str, screen: Screen, languages: tuple[str, ...] = ("zh", "en")) -> Setting:
    """Where the kind of that name stands on its page, on a screen."""
    layout, place = (page(name).layout, area(name)) if has_page(name) else ("full", "main")
    home = Page(screen)
    return Setting(screen, LAYOUTS[layout].areas(home)[place], home.foot, languages, CHAPTERS, 2)


def placed(name: str, screen: Screen = SCREENS[0], languages: tuple[str, ...] = ("zh", "en")) -> Placed:
    """The example of a kind, laid out."""
    kind: Kind = example(name)
    return kind.place(setting(name, screen, languages))
