"""Films as a show may hold them."""

from kiosk.elements.film import FilmElement
from kiosk.footage import Footage
from kiosk.kind import Kind
from kiosk.resources import assets
from kiosk.words import Words
from tests.kinds.samples import LONG

LIGHTS = str(assets() / "gallery" / "images" / "lights.mp4")
WIDE = Footage(LIGHTS, 960, 540, 6.0)


def examples() -> dict[str, Kind]:
    """Whole and cut, once and over and over, wide, upright and very wide, with few words and with many."""
    return {
        "whole": FilmElement(film=WIDE, caption=Words({"zh": "江上灯火", "en": "Lights on the river"})),
        "loops": FilmElement(film=WIDE, fit="cover", loops=True),
        "upright": FilmElement(film=Footage(LIGHTS, 1080, 1920, 6.0)),
        "very-wide": FilmElement(film=Footage(LIGHTS, 3840, 400, 6.0), fit="cover", focus=(1.0, 0.0)),
        "long-words": FilmElement(film=WIDE, caption=Words(LONG)),
        "one-frame": FilmElement(film=Footage(LIGHTS, 960, 540, 0.2)),
    }
