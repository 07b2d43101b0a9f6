"""The gallery of examples: one place that feeds the laws and the golden frames of every kind."""

import importlib
from collections.abc import Iterator

from kiosk.charts import CHARTS
from kiosk.elements import ELEMENTS
from kiosk.kind import Kind
from kiosk.layers import Placed
from kiosk.layouts import LAYOUTS, Page
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.words import Words

KINDS: dict[str, type[Kind]] = {**CHARTS, **ELEMENTS}
CHAPTERS = (
    Words({"zh": "聚创新", "en": "Gathering innovation"}),
    Words({"zh": "优服务", "en": "Serving business"}),
    Words({"zh": "强产业", "en": "Lifting industry"}),
)
SCREENS = (Screen(1920, 1080), Screen(1280, 1024), Screen(1080, 1920), Screen(3840, 1080))
POSTERS = {"cover", "opener", "closing"}
BEHIND = {"level", "hillside"}


def example(name: str) -> Kind:
    """The example of a kind; raises ModuleNotFoundError where there is none."""
    kind: Kind = importlib.import_module(f"tests.kinds.{name}").example()
    return kind


def examples(name: str) -> Iterator[tuple[str, Kind]]:
    """The example of a kind and its harder variants, each with a name."""
    yield "example", example(name)
    variants = getattr(importlib.import_module(f"tests.kinds.{name}"), "examples", dict)
    yield from variants().items()


def setting(name: str, screen: Screen, languages: tuple[str, ...] = ("zh", "en")) -> Setting:
    """Where a kind of that name usually stands on a screen."""
    layout = "poster" if name in POSTERS else "backdrop" if name in BEHIND else "full"
    page = Page(screen)
    return Setting(screen, LAYOUTS[layout].areas(page)["main"], page.foot, languages, CHAPTERS, 2)


def placed(name: str, screen: Screen = SCREENS[0], languages: tuple[str, ...] = ("zh", "en")) -> Placed:
    """The example of a kind, laid out."""
    return example(name).place(setting(name, screen, languages))
