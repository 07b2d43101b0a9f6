"""Picture: an image, whole or filling its area, with a line of words below it."""

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from kiosk.elements.legend import Legend
from kiosk.image import Drift, contained, covering, drifted
from kiosk.kind import ImageRef, Kind
from kiosk.layers import Placed, lasting, moving
from kiosk.marks import Picture
from kiosk.motion import Track, smoothstep
from kiosk.setting import Setting
from kiosk.words import Words

ENTRANCE = Track(0.2, 0.8, smoothstep)
DRIFTING = Track(0.0, 24.0, smoothstep)
WORDS_START = 1.0
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
    drift: Annotated[
        Drift,
        Field(description="a slow move while the slide stays: nearer to the focus, farther from it, or to a side"),
    ] = "none"

    def place(self, setting: Setting) -> Placed:
        legend = Legend(setting, self.caption)
        room = legend.room
        mark = contained(self.image, room) if self.fit == "contain" else covering(self.image, room, self.focus)

        def draw(progress: float) -> Picture:
            opacity = self.opacity if self.entrance == "reveal" else self.opacity * progress
            reveal = progress if self.entrance == "reveal" else 1.0
            return replace(mark, opacity=opacity, reveal=reveal)

        def drift(t: float) -> Picture:
            return drifted(draw(ENTRANCE.at(t)), self.drift, self.focus, DRIFTING.at(t))

        shown = moving(ENTRANCE, draw) if self.drift == "none" else lasting(drift, ENTRANCE.end, DRIFTING.end)
        return Placed((shown, *legend.layers(mark, WORDS_START)))
