"""Picture: an image, whole or filling its area, with a line of words below it."""

from typing import Annotated, Literal

from pydantic import Field

from kiosk.image import Image
from kiosk.kind import ImageRef, Kind
from kiosk.layers import Placed, appearing, moving
from kiosk.marks import Picture
from kiosk.motion import Track, smoothstep
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import balanced, spaced
from kiosk.typesetting import LINE_PITCH, line
from kiosk.words import Words

ENTRANCE = Track(0.2, 0.8, smoothstep)
WORDS_START, WORDS_TIME = 1.0, 0.4
MOST_LINES = 2
Share = Annotated[float, Field(ge=0.0, le=1.0)]


class PictureElement(Kind):
    """An image: `fit: contain` shows all of it, `cover` fills the area and cuts off what is too much.

    `focus` is the point that stays in view, as parts of the width and height from the upper left corner. The picture is
    uncovered from the left, or fades in with `entrance: fade`. `opacity` below 1 puts it behind a figure. On light grounds
    `car.light.png`, if it is there, is shown in place of `car.png`.
    """

    image: ImageRef
    fit: Literal["contain", "cover"] = "contain"
    focus: tuple[Share, Share] = (0.5, 0.5)
    caption: Words | None = None
    entrance: Literal["reveal", "fade"] = "reveal"
    opacity: Annotated[float, Field(ge=0.1, le=1.0)] = 1.0

    def place(self, setting: Setting) -> Placed:
        screen, box = setting.screen, setting.box
        small = screen.size("small")
        caption = spaced(setting.say(self.caption)) if self.caption else ""
        lines = balanced(caption, box.width / small)[:MOST_LINES] if caption else ()
        # The first line of the caption has its place below the area, where axis labels would be.
        below = 1.5 * small + LINE_PITCH * small * (len(lines) - 1) if lines else 0.0
        room = Box(box.left, box.top, box.width, box.height - max(0.0, below - setting.foot))
        mark = _contained(self.image, room) if self.fit == "contain" else _covering(self.image, room, self.focus)

        def draw(progress: float) -> Picture:
            opacity = self.opacity if self.entrance == "reveal" else self.opacity * progress
            reveal = progress if self.entrance == "reveal" else 1.0
            return Picture(mark.file, mark.left, mark.top, mark.width, mark.height, opacity, reveal, mark.crop)

        first = mark.top + mark.height + 1.4 * small
        words = (
            line(text, mark.left, first + index * LINE_PITCH * small, small, color="muted")
            for index, text in enumerate(lines)
        )
        return Placed((moving(ENTRANCE, draw), *(appearing(each, WORDS_START, WORDS_TIME) for each in words)))


def _contained(image: Image, room: Box) -> Picture:
    """All of the image, as large as the room allows, at its left edge."""
    width = min(room.width, room.height * image.aspect)
    height = width / image.aspect
    return Picture(image.file, room.left, room.top + 0.4 * (room.height - height), width, height)


def _covering(image: Image, room: Box, focus: tuple[float, float]) -> Picture:
    """The part of the image that fills the room and has `focus` as near to its middle as can be."""
    aspect = room.width / room.height
    width, height = min(1.0, aspect / image.aspect), min(1.0, image.aspect / aspect)
    left = min(max(focus[0] - width / 2.0, 0.0), 1.0 - width)
    top = min(max(focus[1] - height / 2.0, 0.0), 1.0 - height)
    return Picture(image.file, room.left, room.top, room.width, room.height, crop=(left, top, width, height))
