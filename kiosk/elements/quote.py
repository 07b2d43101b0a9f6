"""Quote: what somebody said, who it was, and perhaps his face."""

from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field

from kiosk.elements.text import LATIN_MEASURE, MEASURE
from kiosk.emphasis import Hand, MarkedWords
from kiosk.image import covering
from kiosk.kind import ImageRef, Kind
from kiosk.layers import Layer, Placed, appearing
from kiosk.marks import Run, Text
from kiosk.motion import stagger
from kiosk.richtext import INK_TOP, RichText, passage
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import balanced, left_bearing, right_ink, spaced
from kiosk.typesetting import LINE_PITCH, line
from kiosk.words import Words

SIZES = (0.135, 0.113, 0.095, 0.080, 0.068, 0.0566, 0.048, 0.040)
PITCH = 1.36
WORDS_START, WORDS_TIME, WHO_START, WHO_TIME = 0.5, 0.6, 1.5, 0.5
PICTURE_START, PICTURE_TIME = 0.1, 0.8
MARK_GAP, HANG_GAP = 0.08, 0.14
"""Between the words and the ink of the mark behind them, and of the one that hangs before them, in em."""
WHO_GAP = 5.0
"""Grid steps between the words and who said them."""
PORTRAIT_GAP = 5.0
PORTRAIT_ASPECT = 0.8
PORTRAIT_WIDTH, PORTRAIT_HEIGHT = 0.30, 0.34
"""The most that a picture takes of the width beside the words, and of the height above them."""
MOST_ROLE_LINES = 2


class Quote(Kind):
    """What somebody said, in large type with hanging quotation marks, and who it was.

    Write the words without quotation marks: 「」 or “” come by themselves. Words can be set apart as in a `text`.
    """

    text: Annotated[
        MarkedWords, Field(description="the words, without quotation marks; 40 Chinese characters are plenty")
    ]
    who: Annotated[Words | None, Field(description="the name of the speaker")] = None
    role: Annotated[Words | None, Field(description="what the speaker is, in small type below the name")] = None
    portrait: Annotated[
        ImageRef | None, Field(description="a picture of the speaker, which fills an upright rectangle")
    ] = None

    def place(self, setting: Setting) -> Placed:
        room, layers = self._room(setting)
        who = _Speaker.of(self.who, self.role, setting, room.width)
        text = RichText.of(setting.say(self.text))
        marks = "「」" if setting.is_chinese else "“”"
        color = "cool" if "warm" in text.colors else "warm"
        # The closing mark goes with the words when lines are broken, so that it never stands alone.
        closed = RichText(text.text + marks[1], (*text.hands, Hand(color=color)))
        screen, g = setting.screen, setting.screen.g
        below = WHO_GAP * g + who.height if who.lines else 0.0
        sizes = tuple(float(round(each * screen.u * screen.scale)) for each in SIZES)
        widest = right_ink(marks[0]) - left_bearing(marks[0]) + HANG_GAP
        measure = MEASURE if setting.is_chinese else LATIN_MEASURE
        words = passage(closed, room.width, room.height - below, sizes, pitch=PITCH, measure=measure, indent=widest)
        left = room.left + widest * words.size
        top = room.top + 0.42 * max(0.0, room.height - words.height - below)
        said = list(words.marks(left, top))
        said[-1] = _closed(said[-1], marks[1])
        opening = Text(
            left - (right_ink(marks[0]) + HANG_GAP) * words.size,
            said[0].y,
            (Run(marks[0], words.size, 400, color),),
        )
        tracks = stagger(len(said), start=WORDS_START, duration=WORDS_TIME)
        layers += [appearing(opening, WORDS_START, WORDS_TIME)]
        layers += [appearing(mark, track.start, WORDS_TIME) for mark, track in zip(said, tracks, strict=True)]
        layers += [appearing(each, WHO_START, WHO_TIME) for each in who.marks(left, top + words.height + WHO_GAP * g)]
        return Placed(tuple(layers))

    def _room(self, setting: Setting) -> tuple[Box, list[Layer]]:
        """The room for the words, and the layers of the picture beside or above it."""
        box, g = setting.box, setting.screen.g
        if self.portrait is None:
            return box, []
        is_above = box.width < box.height
        if is_above:
            height = PORTRAIT_HEIGHT * box.height
            frame = Box(box.left, box.top, min(box.width, PORTRAIT_ASPECT * height), height)
            room = Box.between(box.left, frame.bottom + PORTRAIT_GAP * g, box.right, box.bottom)
        else:
            height = min(box.height, PORTRAIT_WIDTH * box.width / PORTRAIT_ASPECT)
            frame = Box(box.left, box.top + 0.42 * (box.height - height), PORTRAIT_ASPECT * height, height)
            room = Box.between(frame.right + PORTRAIT_GAP * g, box.top, box.right, box.bottom)
        picture = covering(self.portrait, frame, (0.5, 0.35))
        return room, [appearing(picture, PICTURE_START, PICTURE_TIME)]


@dataclass(frozen=True)
class _Speaker:
    """Name and role, as lines with their sizes, weights and colours."""

    lines: tuple[tuple[str, float, int, str], ...]

    @classmethod
    def of(cls, who: Words | None, role: Words | None, setting: Setting, width: float) -> "_Speaker":
        label, small = setting.screen.size("label"), setting.screen.size("small")
        names = balanced(spaced(setting.say(who)), width / label, 700) if who else ()
        roles = balanced(spaced(setting.say(role)), width / small)[:MOST_ROLE_LINES] if role else ()
        return cls((*((name, label, 700, "text") for name in names), *((each, small, 400, "muted") for each in roles)))

    @property
    def height(self) -> float:
        """Pixels from the top of the name to the foot of the role."""
        return sum(LINE_PITCH * size for _, size, _, _ in self.lines)

    def marks(self, x: float, top: float) -> tuple[Text, ...]:
        """One mark for each line."""
        marks, y = [], top
        for text, size, weight, color in self.lines:
            marks.append(line(text, x, y + INK_TOP * size, size, weight=weight, color=color))
            y += LINE_PITCH * size
        return tuple(marks)


def _closed(mark: Text, closing: str) -> Text:
    """The last line with the ink of its closing mark near to the words."""
    *words, last = mark.runs
    if last.text != closing or not words:
        return mark
    gap = last.gap + (MARK_GAP - left_bearing(closing)) * last.size
    return replace(mark, runs=(*words, replace(last, gap=gap)))
