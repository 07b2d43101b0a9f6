"""Text: one or a few paragraphs in the largest type that fits."""

from typing import Annotated, Literal

from pydantic import Field

from kiosk.emphasis import MarkedWords
from kiosk.kind import Kind
from kiosk.layers import Placed, appearing
from kiosk.motion import stagger
from kiosk.richtext import RichText, passage
from kiosk.screen import Screen
from kiosk.setting import Setting

SIZES = (0.080, 0.068, 0.0566, 0.048, 0.040)
"""Type sizes as fractions of the unit, in steps of the fourth root of two."""
PITCH = 1.42
MEASURE, LATIN_MEASURE = 22.0, 28.0
"""The longest line, in em: beyond, the eye loses its way back."""
START, TIME = 0.2, 0.6


def sizes(screen: Screen, largest: float = SIZES[0]) -> tuple[float, ...]:
    """The type sizes that words may take on a screen, in whole pixels."""
    return tuple(float(round(each * screen.u * screen.scale)) for each in SIZES if each <= largest)


class TextElement(Kind):
    """A paragraph or two, in the largest type that fits into the area.

    Words can be set apart: `**bold**`, `==warm==` for the point of it all, `~~cool~~`. An empty line begins another paragraph.
    """

    text: Annotated[MarkedWords, Field(description="what is to be read; 60 Chinese characters are plenty")]
    color: Annotated[Literal["text", "muted"], Field(description="muted for a remark")] = "text"
    at: Annotated[
        Literal["top", "middle", "bottom"], Field(description="where in its area it stands, if it does not fill it")
    ] = "middle"
    largest: Annotated[
        Literal["large", "label", "small"],
        Field(description="the largest type it may take: label or small keep it back beside a chart"),
    ] = "large"

    def place(self, setting: Setting) -> Placed:
        screen, box = setting.screen, setting.box
        limit = {"large": SIZES[0], "label": 0.0566, "small": 0.040}[self.largest]
        measure = MEASURE if setting.is_chinese else LATIN_MEASURE
        text = RichText.of(setting.say(self.text))
        set_text = passage(text, box.width, box.height, sizes(screen, limit), pitch=PITCH, measure=measure)
        spare = max(0.0, box.height - set_text.height) * {"top": 0.0, "middle": 0.42, "bottom": 1.0}[self.at]
        marks = set_text.marks(box.left, box.top + spare, self.color)
        tracks = stagger(len(marks), start=START, duration=TIME)
        return Placed(tuple(appearing(mark, track.start, TIME) for mark, track in zip(marks, tracks, strict=True)))
