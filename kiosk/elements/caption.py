"""Caption: a paragraph of a few lines."""

from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from kiosk.emphasis import MarkedWords
from kiosk.kind import Kind
from kiosk.layers import Placed, appearing
from kiosk.richtext import RichText, passage
from kiosk.setting import Setting
from kiosk.words import Words

START, TIME = 0.6, 0.5
PITCH = 1.4
MOST_LINES = 6
LONGEST = {"zh": 150, "": 320}
"""Characters that can still be read while one stands before the screen, in Chinese and in other languages."""
MEASURE = 30.0
"""The longest line, in em: beyond, the eye loses its way back."""


def _short_enough(words: Words) -> Words:
    for language, text in words.texts:
        most = LONGEST.get(language.partition("-")[0], LONGEST[""])
        if len(text) > most:
            context = {"length": len(text), "most": most, "code": "too-long", "at": (language,) if language else ()}
            raise PydanticCustomError(
                "caption_long", "the text has {length} characters: shorten it to {most} at most", context
            )
    return words


class Caption(Kind):
    """A paragraph, in smaller type where six lines are not enough. `at`: where in its area it stands.

    Words can be set apart as in a `text`.
    """

    text: Annotated[MarkedWords, AfterValidator(_short_enough)]
    color: Literal["text", "muted"] = "text"
    at: Literal["top", "middle", "bottom"] = "top"

    def place(self, setting: Setting) -> Placed:
        screen, box = setting.screen, setting.box
        label, small = int(screen.size("label")), int(screen.size("small"))
        text = RichText.of(setting.say(self.text))
        sizes = tuple(map(float, range(label, small - 1, -1)))
        lines = passage(
            text, box.width, box.height, sizes, pitch=PITCH, measure=MEASURE, most_lines=MOST_LINES, nearly=1.0
        )
        spare = max(0.0, box.height - lines.height) * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[self.at]
        return Placed(
            tuple(appearing(mark, START, TIME) for mark in lines.marks(box.left, box.top + spare, self.color))
        )
