"""QrCode: a web address or any other text as a code for the cameras of phones."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.anatomy.words.captions import fits
from kiosk.elements.code_modules import LONGEST, QUIET, Code, code_of, is_short_enough
from kiosk.kind import Kind
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Bars, Mark, Run, Text, array
from kiosk.motion import Track, smoothstep
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import balanced, spaced
from kiosk.typesetting import LINE_PITCH
from kiosk.words import Words

LARGEST = 0.66
"""The longest side of the code, as a part of the screen's unit: a phone reads it from ten times as far away."""
GAP = 5.0
PLATE = Track(0.0, 0.4, smoothstep)
MODULES_START, MODULES_TIME, WORDS_START = 0.3, 0.7, 0.9
SIZES = (("title", 1), ("label", 1), ("title", 2), ("label", 2))
SIZES_BELOW = (("label", 1), ("label", 2))
"""Sizes of the caption and the lines it may then have, the best first."""


class QrCode(Kind):
    """A QR code that visitors take along with their phones: a web address, or any other text.

    It is dark on a light plate in every theme, with the margin that cameras need. `caption` says what it leads to, and
    `detail` below it more, such as the address in words. The shorter the text, the larger its squares.
    """

    text: Annotated[Words, Field(description="the address or text in the code; one for all languages, or one for each")]
    caption: Annotated[Words | None, Field(description="what it leads to, in large type")] = None
    detail: Annotated[Words | None, Field(description="more about it, in small type")] = None
    at: Annotated[
        Literal["auto", "right", "below"], Field(description="where the words stand; auto takes what suits the area")
    ] = "auto"

    @model_validator(mode="after")
    def _check(self) -> Self:
        for _, text in self.text.texts:
            if not text.strip():
                raise PydanticCustomError("code_empty", "the code is empty: write an address", {"at": "text"})
            if not is_short_enough(text):
                raise PydanticCustomError(
                    "code_long", "the text is too long for a code that can be read from afar: at most about {most} characters",
                    {"most": LONGEST, "at": "text"},
                )  # fmt: skip
        return self

    def place(self, setting: Setting) -> Placed:
        return _Plate(self, setting).placed()


class _Plate:
    """The code and its words in one setting."""

    def __init__(self, kind: QrCode, setting: Setting) -> None:
        self.setting, self.screen, self.box = setting, setting.screen, setting.box
        self.code: Code = code_of(setting.say(kind.text))
        self.caption = spaced(setting.say(kind.caption)) if kind.caption else ""
        self.detail = spaced(setting.say(kind.detail)) if kind.detail else ""
        self.at = kind.at

    @property
    def is_below(self) -> bool:
        """Whether the words stand below the code."""
        return self.at == "below" or (self.at == "auto" and self.box.width < 1.35 * self.box.height)

    def placed(self) -> Placed:
        has_words = bool(self.caption or self.detail)
        box, gap, size = self.box, GAP * self.screen.g, self.screen.size("small")
        below = gap + self.height(box.width) if has_words and self.is_below else 0.0
        beside = gap + 7.0 * size if has_words and not self.is_below else 0.0
        side = min(box.width - beside, box.height + 0.6 * self.setting.foot - below, LARGEST * self.screen.u)
        # Whole pixels to a module, so that all are of one size and have sharp edges.
        module = max(float(int(side / self.code.side)), 1.0)
        side = module * self.code.side
        # Alone with its words, it stands where the eye begins; what is left of the height is shared out above and below.
        spare = max(0.0, box.height - below - side)
        plate = Box(float(round(box.left)), float(round(box.top + 0.4 * spare)), side, side)
        layers = [*self.plate(plate, module)]
        if has_words:
            room = Box.between(plate.right + gap, plate.top, box.right, plate.bottom)
            if self.is_below:
                room = Box.between(box.left, plate.bottom + gap, box.right, box.bottom + self.setting.foot)
            layers += self.words(room)
        return Placed(tuple(layers))

    def plate(self, plate: Box, module: float) -> tuple[Layer, ...]:
        """The light plate, and the dark modules on it, uncovered from the top."""
        ground = Bars(array([plate.left]), array([plate.top]), array([plate.width]), array([plate.height]), "paper")
        rows, lefts, lengths = self.code.runs
        left, top = plate.left + (lefts + QUIET) * module, plate.top + (rows + QUIET) * module
        height = array([module] * len(rows))

        def draw(progress: float) -> Mark:
            shown = array(lengths * module * (1.0 if progress >= 1.0 else progress))
            return Bars(array(left), array(top), shown, height, "ink")

        return appearing(ground, PLATE.start, PLATE.duration), moving(Track(MODULES_START, MODULES_TIME), draw)

    # Words

    def lines(self, width: float) -> tuple[tuple[Run, float], ...]:
        """Each line of the words, and how far its baseline lies below the one before, in pixels."""
        small = self.screen.size("small")
        # Below the code, words take from its room.
        sizes = SIZES_BELOW if self.is_below else SIZES
        fitting = (size for role, most in sizes if fits(self.caption, width, size := self.screen.size(role), most, 700))
        size = next(fitting, small)
        found = [
            (Run(text, size, 700), LINE_PITCH * size)
            for text in (balanced(self.caption, width / size, 700) if self.caption else ())
        ]
        found += [
            (Run(text, small, 400, "muted"), (LINE_PITCH + (0.3 if index == 0 and found else 0.0)) * small)
            for index, text in enumerate(balanced(self.detail, width / small) if self.detail else ())
        ]
        return tuple(found)

    def height(self, width: float) -> float:
        """From the top of the words to the foot of their last line."""
        return sum(pitch for _, pitch in self.lines(width))

    def words(self, room: Box) -> list[Layer]:
        lines = self.lines(room.width)
        # Beside the code, the last line stands on the level of the plate's lower edge.
        y = room.top if self.is_below else max(room.top, room.bottom - self.height(room.width))
        layers = []
        for run, pitch in lines:
            y += pitch
            baseline = y - 0.12 * run.size if not self.is_below else y - 0.25 * run.size
            layers.append(appearing(Text(room.left, baseline, (run,)), WORDS_START))
        return layers
