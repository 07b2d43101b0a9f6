"""Logo walls as a show may hold them, and as it should not."""

from kiosk.elements.logo_wall import Logo, LogoWall
from kiosk.image import Image
from kiosk.kind import Kind
from kiosk.words import Words
from tests.gallery import GALLERY
from tests.kinds.samples import LONG

SIZES = {
    "orbita": (614, 118),
    "hexa": (166, 190),
    "loop": (186, 244),
    "nova": (448, 89),
    "tide": (644, 140),
    "star": (593, 198),
}


def logo(name: str, words: Words | None = None, ending: str = "") -> Logo:
    """One of the logos of the gallery."""
    return Logo(image=Image(str(GALLERY / "images" / f"logo-{name}{ending}.png"), *SIZES[name]), name=words)


def strange(width: int, height: int) -> Logo:
    """A logo of an odd shape."""
    return Logo(image=Image(str(GALLERY / "images" / "logo-nova.png"), width, height))


def examples() -> dict[str, Kind]:
    """Four with names, twenty-four, seven on plates, odd shapes, long names."""
    names = tuple(SIZES)
    named = (Words({"zh": "轨道科技", "en": "Orbita"}), Words({"zh": "蜂巢", "en": "Hexa"}))
    return {
        "four": LogoWall(logos=tuple(logo(name, named[index % 2]) for index, name in enumerate(names[:4]))),
        "twenty-four": LogoWall(logos=tuple(logo(names[index % 6]) for index in range(24))),
        "plates": LogoWall(logos=tuple(logo(names[index % 6], ending=".light") for index in range(7)), plate=True),
        "odd": LogoWall(logos=(strange(4000, 40), strange(40, 4000), *(logo(name) for name in names[:4]))),
        "long": LogoWall(logos=tuple(logo(name, Words(LONG), ".light") for name in names), plate=True),
    }
