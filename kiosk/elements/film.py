"""Film: a moving picture without sound that plays once and stays at its last frame, or over and over."""

from dataclasses import replace
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kiosk.elements.legend import Legend
from kiosk.footage import FRAMES_PER_SECOND
from kiosk.image import contained, covering
from kiosk.kind import FootageRef, Kind
from kiosk.layers import Layer, Placed, lasting
from kiosk.marks import Film
from kiosk.motion import Track, smoothstep
from kiosk.setting import Setting
from kiosk.words import Words

ENTRANCE = Track(0.1, 0.5, smoothstep)
BEGIN = 0.4
WORDS_START = 0.6
Share = Annotated[float, Field(ge=0.0, le=1.0)]


class FilmElement(Kind):
    """A film without sound (MP4, MOV, WebM or MKV): it plays once and stays at its last frame, with `loops: true` over and over.

    The slide stays until the film is over, unless it loops. `fit: contain` shows all of it, `cover` fills the area and cuts off
    what is too much around `focus`. It is decoded by the ffmpeg of the machine.
    """

    plays: ClassVar[bool] = True

    film: FootageRef
    fit: Literal["contain", "cover"] = "contain"
    focus: tuple[Share, Share] = (0.5, 0.5)
    loops: bool = False
    caption: Words | None = None

    def place(self, setting: Setting) -> Placed:
        legend, count = Legend(setting, self.caption), self.film.frames
        room = legend.room
        seen = contained(self.film, room) if self.fit == "contain" else covering(self.film, room, self.focus)
        first = Film(seen.file, seen.left, seen.top, seen.width, seen.height, seen.crop)

        def draw(t: float) -> Film:
            played = int(max(0.0, t - BEGIN) * FRAMES_PER_SECOND + 1e-6)
            number = played % count if self.loops else min(played, count - 1)
            return replace(first, frame=number, opacity=ENTRANCE.at(t))

        shown = lasting(draw, ENTRANCE.end) if self.loops else Layer(0.0, BEGIN + count / FRAMES_PER_SECOND, draw)
        return Placed((shown, *legend.layers(first, WORDS_START)))
