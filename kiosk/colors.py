"""Colours as numbers: mixed evenly to the eye, told apart, and as they look to eyes that see fewer of them.

A colour is written `#rrggbb` in sRGB. Formulas: OKLab (Ottosson 2020), contrast (WCAG 2.2), CIE L*a*b* for D65 and its difference
of 1976, dichromacy of full severity (Machado, Oliveira and Fernandes 2009, applied to linear light).
"""

import math
from collections.abc import Sequence
from functools import lru_cache

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

_TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_OKLAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_OKLAB: Matrix = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES: Matrix = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Triple = (0.95047, 1.0, 1.08883)

VISIONS: dict[str, Matrix] = {
    "full": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How linear light is seen by full colour vision and by the three sorts of dichromacy."""


def linear(color: str) -> Triple:
    """The light of a colour, 0 to 1 for red, green and blue; raises ValueError for what is not `#rrggbb`."""
    if len(color) != 7 or color[0] != "#":
        raise ValueError(f"no colour: {color!r}")
    channels = (int(color[start : start + 2], 16) / 255.0 for start in (1, 3, 5))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return red, green, blue


def hexed(light: Triple) -> str:
    """The colour of some light; what no screen can show is cut to what it can."""
    channels = (min(max(each, 0.0), 1.0) for each in light)
    coded = (12.92 * each if each <= 0.0031308 else 1.055 * each ** (1.0 / 2.4) - 0.055 for each in channels)
    return "#" + "".join(f"{round(255.0 * each):02X}" for each in coded)


def luminance(color: str) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(first: str, second: str, share: float) -> str:
    """What lies between two colours, even to the eye: the first at a share of 0, the second at 1."""
    one, two = _oklab(first), _oklab(second)
    between = tuple(a + (b - a) * share for a, b in zip(one, two, strict=True))
    return hexed(_from_oklab((between[0], between[1], between[2])))


@lru_cache(maxsize=256)
def tint(color: str, ground: str, wanted: float) -> str:
    """The mixture of a ground and a colour that has the wanted contrast to the ground, or the colour itself if it has less."""
    low, high = 0.0, 1.0
    for _ in range(16):
        middle = (low + high) / 2.0
        low, high = (middle, high) if contrast(mix(ground, color, middle), ground) < wanted else (low, middle)
    return mix(ground, color, high)


def difference(first: str, second: str, vision: str = "full") -> float:
    """How far apart two colours look to one sort of vision of VISIONS; 2 is just seen, above 20 nobody takes one for the other."""
    one, two = _lab(first, vision), _lab(second, vision)
    return math.dist(one, two)


def lightness(color: str) -> float:
    """How light a colour looks, 0 to 1."""
    return _oklab(color)[0]


def relit(color: str, light: float) -> str:
    """A colour of the same hue that looks as light as `light`, 0 to 1; paler where no screen can show it in full."""
    _, green_red, blue_yellow = _oklab(color)

    def lit(share: float) -> Triple:
        return _from_oklab((light, green_red * share, blue_yellow * share))

    low, high = 0.0, 1.0
    if all(map(_on_screen, lit(1.0))):
        return hexed(lit(1.0))
    for _ in range(16):
        middle = (low + high) / 2.0
        low, high = (middle, high) if all(map(_on_screen, lit(middle))) else (low, middle)
    return hexed(lit(low))


def legible(color: str, grounds: Sequence[str], least: float) -> str:
    """The colour, made lighter or darker if need be until it has at least that contrast to every ground.

    Where not even black or white has it, that is the answer.
    """

    def faintest(tried: str) -> float:
        return min(contrast(tried, ground) for ground in grounds)

    if faintest(color) >= least:
        return color
    away = 1.0 if contrast("#FFFFFF", grounds[0]) > contrast("#000000", grounds[0]) else 0.0
    near, far = lightness(color), away
    for _ in range(20):
        middle = (near + far) / 2.0
        near, far = (near, middle) if faintest(relit(color, middle)) >= least else (middle, far)
    return relit(color, far)


def _on_screen(channel: float) -> bool:
    return -0.0005 <= channel <= 1.0005


def _oklab(color: str) -> Triple:
    cones = _times(_TO_CONES, linear(color))
    return _times(_TO_OKLAB, (cones[0] ** (1 / 3), cones[1] ** (1 / 3), cones[2] ** (1 / 3)))


def _from_oklab(place: Triple) -> Triple:
    cones = _times(_FROM_OKLAB, place)
    return _times(_FROM_CONES, (cones[0] ** 3, cones[1] ** 3, cones[2] ** 3))


def _lab(color: str, vision: str) -> Triple:
    seen = _times(VISIONS[vision], linear(color))
    xyz = _times(_TO_XYZ, (min(max(seen[0], 0.0), 1.0), min(max(seen[1], 0.0), 1.0), min(max(seen[2], 0.0), 1.0)))
    x, y, z = (_root(value / white) for value, white in zip(xyz, _WHITE, strict=True))
    return 116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)


def _root(value: float) -> float:
    return value ** (1.0 / 3.0) if value > 216.0 / 24389.0 else (24389.0 / 27.0 * value + 16.0) / 116.0


def _times(matrix: Matrix, vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third
