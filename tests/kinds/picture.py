"""Pictures for tests."""

from pathlib import Path

from kiosk.elements.picture import PictureElement
from kiosk.image import Image
from kiosk.words import Words

IMAGES = Path(__file__).resolve().parent.parent.parent / "content" / "images"


def image(name: str) -> Image:
    """One of the drawings that come with the program."""
    return Image(str(IMAGES / f"{name}.png"), 1080, 900)


def examples() -> dict[str, PictureElement]:
    """Covering, fading, far too wide, far too high."""
    return {
        "cover": PictureElement(image=image("lens"), fit="cover", focus=(0.9, 0.5)),
        "fade": PictureElement(image=image("car"), entrance="fade", opacity=0.4),
        "wide": PictureElement(image=Image(image("car").file, 4000, 40)),
        "high": PictureElement(image=Image(image("car").file, 40, 4000), caption=Words.of("高" * 200)),
    }
