"""Caption: a paragraph of a few lines."""

from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from kiosk.kind import Kind
from kiosk.layers import Placed, appearing
from kiosk.setting import Setting
from kiosk.typeface import balanced, spaced
from kiosk.typesetting import line
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
    """A paragraph, in smaller type where six lines are not enough. `at`: where in its area it stands."""

    text: Annotated[Words, AfterValidator(_short_enough)]
    color: Literal["text", "muted"] = "text"
    at: Literal["top", "middle", "bottom"] = "top"

    def place(self, setting: Setting) -> Placed:
        screen, box = setting.screen, setting.box
        text, small = spaced(setting.say(self.text)), screen.size("small")
        size, lines = screen.size("label"), tuple[str, ...]()
        while True:
            lines = balanced(text, min(box.width, MEASURE * size) / size)
            is_low = size * (1.0 + PITCH * (len(lines) - 1)) <= box.height
            if size <= 0.8 * small or (is_low and (len(lines) <= MOST_LINES or size <= small)):
                break
            size -= 1.0
        height = size * (1.0 + PITCH * (len(lines) - 1))
        spare = max(0.0, box.height - height) * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[self.at]
        first = box.top + spare + 0.9 * size
        marks = (
            line(each, box.left, first + index * PITCH * size, size, color=self.color)
            for index, each in enumerate(lines)
        )
        return Placed(tuple(appearing(mark, START, TIME) for mark in marks))
