"""Images: a picture file of the show and its size, and how it fills a room."""

from dataclasses import dataclass, replace
from typing import Literal

from kiosk.footage import Footage
from kiosk.marks import Picture
from kiosk.motion import lerp
from kiosk.screen import Box


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG, JPEG or WebP by its path, checked; `width` and `height` in pixels as it is to be seen."""

    file: str
    width: int
    height: int

    @property
    def aspect(self) -> float:
        """Its width over its height."""
        return self.width / self.height


def contained(image: Image | Footage, room: Box) -> Picture:
    """All of an image or film, as large as the room allows, at its left edge."""
    width = min(room.width, room.height * image.aspect)
    height = width / image.aspect
    return Picture(image.file, room.left, room.top + 0.4 * (room.height - height), width, height)


def covering(image: Image | Footage, room: Box, focus: tuple[float, float], opacity: float = 1.0) -> Picture:
    """The part of an image or film that fills the room and has `focus` as near to its middle as can be."""
    aspect = room.width / room.height
    width, height = min(1.0, aspect / image.aspect), min(1.0, image.aspect / aspect)
    left = min(max(focus[0] - width / 2.0, 0.0), 1.0 - width)
    top = min(max(focus[1] - height / 2.0, 0.0), 1.0 - height)
    crop = (left, top, width, height)
    return Picture(image.file, room.left, room.top, room.width, room.height, opacity, crop=crop)


Drift = Literal["none", "nearer", "farther", "left", "right"]
"""How a picture moves slowly: the eye comes nearer, goes back, or turns to a side."""
DRIFT = 0.08
"""The part of its width and height that a picture which drifts keeps in hand."""


def drifted(picture: Picture, drift: Drift, focus: tuple[float, float], progress: float) -> Picture:
    """The picture at a progress of 0 to 1 of a slow move; `focus` stays where it is as the eye comes nearer or goes back."""
    if drift == "none":
        return picture
    left, top, width, height = picture.crop
    near = 1.0 - DRIFT
    share = {"nearer": lerp(1.0, near, progress), "farther": lerp(near, 1.0, progress)}.get(drift, near)
    across, down = ((at - begin) / size for at, begin, size in zip(focus, (left, top), (width, height), strict=True))
    if drift in ("left", "right"):
        across, down = (1.0 - progress if drift == "left" else progress), 0.5
    across, down = min(max(across, 0.0), 1.0), min(max(down, 0.0), 1.0)
    crop = (left + width * (1.0 - share) * across, top + height * (1.0 - share) * down, width * share, height * share)
    # Read once, for the moment at which it is largest.
    return replace(picture, crop=crop, sharpness=picture.width / (width * near))
