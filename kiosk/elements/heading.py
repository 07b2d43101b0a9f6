"""Heading: a large line of words, with a smaller one below it."""

from typing import Literal

from kiosk.kind import Kind
from kiosk.layers import Layer, Placed, appearing
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.typeface import HAN_BOTTOM, HAN_TOP, advance, balanced, spaced
from kiosk.typesetting import line
from kiosk.words import Words

SIZES = (TYPE["medium"], 0.190, 0.160, 0.135, TYPE["banner"], 0.095, TYPE["title"], 0.068, TYPE["label"])
TEXT_START, DETAIL_START, TIME = 0.2, 0.7, 0.5
MOST_LINES = 2
PITCH, DETAIL_PITCH = 1.16, 1.35


class Heading(Kind):
    """Words as large as their area allows, on two lines if that makes them larger. `detail` stands below in smaller type."""

    text: Words
    detail: Words | None = None
    color: Literal["text", "warm", "cool"] = "text"
    weight: Literal["bold", "black"] = "black"

    def place(self, setting: Setting) -> Placed:
        box, screen = setting.box, setting.screen
        weight = 900 if self.weight == "black" else 700
        text, detail = spaced(setting.say(self.text)), spaced(setting.say(self.detail)) if self.detail else ""
        size, lines = screen.size("label"), tuple[str, ...]()
        smaller, below = screen.size("small"), tuple[str, ...]()
        height, longest = 0.0, 0.0
        for fraction in SIZES:
            size = float(round(fraction * screen.u * screen.scale))
            smaller = screen.size("label" if size >= 2.0 * screen.size("label") else "small")
            lines = balanced(text, box.width / size, weight)
            below = balanced(detail, box.width / smaller) if detail else ()
            height = size * (HAN_TOP + HAN_BOTTOM + PITCH * (len(lines) - 1))
            height += smaller * (0.5 + DETAIL_PITCH * len(below)) if below else 0.0
            longest = max((advance(word, weight) for word in text.split()), default=0.0) if text.isascii() else 0.0
            if len(lines) <= MOST_LINES and height <= box.height and longest * size <= box.width:
                break
        if longest * size > box.width:
            size = float(int(box.width / longest))
            lines = balanced(text, box.width / size, weight)
        first = box.top + 0.4 * max(0.0, box.height - height) + HAN_TOP * size
        # A large character's cell begins a little before its ink; all lines start with the ink at the edge.
        layers: list[Layer] = [
            appearing(
                line(each, box.left, first + place * PITCH * size, size, weight=weight, color=self.color, anchor="ink"),
                TEXT_START,
                TIME,
            )
            for place, each in enumerate(lines)
        ]
        second = first + size * (PITCH * (len(lines) - 1) + HAN_BOTTOM) + smaller * (0.5 + 0.95)
        layers += [
            appearing(
                line(each, box.left, second + place * DETAIL_PITCH * smaller, smaller, color="muted"),
                DETAIL_START,
                TIME,
            )
            for place, each in enumerate(below)
        ]
        return Placed(tuple(layers))
