"""Ticker: a line of texts that runs along slowly, and begins anew without a seam."""

from dataclasses import replace
from math import ceil
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from kiosk.emphasis import MarkedWords
from kiosk.kind import Kind
from kiosk.layers import Layer, Placed, appearing, lasting, still
from kiosk.marks import Line, Run, Text
from kiosk.motion import Track, smoothstep
from kiosk.richtext import INK_FOOT, INK_TOP, RichText
from kiosk.setting import Setting
from kiosk.typesetting import line, width_of
from kiosk.words import Words

PACE = 3.0
"""Em a second: three Chinese characters, as fast as they are read, and fewer Latin ones than are."""
WAIT, SPEEDING_UP = 1.6, 1.2
"""Seconds for which the line stands still at first, and for which it gathers speed."""
ENTRANCE = Track(0.2, 0.5, smoothstep)
APART = 1.1
"""Between a text and the stroke that parts it from the next one, in em."""
HEADING_GAP = 1.0
RULE_GAP = 2.2
"""Grid steps between the hairline and the ink below it."""
FADE = 3.0
"""Grid steps over which characters come and go at the edges."""


class Ticker(Kind):
    """A line of short texts that runs slowly along the foot of its area, for as long as the slide stays.

    It is never faster than it can be read, and stands still where all of it fits. Words can be set apart as in a `text`. What
    visitors must not miss does not belong here: they may leave before it comes by.
    """

    items: Annotated[
        tuple[MarkedWords, ...], Field(min_length=1, max_length=20, description="short texts, in their order")
    ]
    heading: Annotated[Words | None, Field(description="a word that stands still before them, such as 快讯")] = None
    size: Annotated[Literal["small", "label"], Field(description="the size of the type")] = "label"

    def place(self, setting: Setting) -> Placed:
        screen, box = setting.screen, setting.box
        size = screen.size(self.size)
        y = box.bottom - INK_FOOT * size
        left, layers = box.left, list[Layer]()
        rule = y - INK_TOP * size - RULE_GAP * screen.g
        ends = np.array([box.left, box.right])
        layers.append(still(Line(ends, np.array([rule, rule]), "hair", screen.px(1.5), cap="flat")))
        if self.heading:
            word = line(setting.say(self.heading), box.left, y, size, weight=700, color="cool")
            layers.append(appearing(word, ENTRANCE.start, ENTRANCE.duration))
            left += width_of(word.runs) + HEADING_GAP * size
        runs = self._runs(setting, size)
        if not runs:
            return Placed(tuple(layers))
        length, room = width_of(runs), box.right - left
        # The stroke behind the last text has nothing to part where nothing follows.
        if width_of(runs[:-2]) <= room:
            layers.append(appearing(Text(left, y, runs[:-2]), ENTRANCE.start, ENTRANCE.duration))
            return Placed(tuple(layers))
        fade = FADE * screen.g
        text = Text(left, y, runs * (1 + ceil(room / length)), opacity=0.0, clip=(left - fade, box.right, fade))

        def draw(t: float) -> Text:
            return replace(text, x=left - PACE * size * way(t) % length, opacity=ENTRANCE.at(t))

        return Placed((*layers, lasting(draw, ENTRANCE.end)))

    def _runs(self, setting: Setting, size: float) -> tuple[Run, ...]:
        """All texts once, each followed by a stroke; what comes last is the gap before the first text when it comes again."""
        runs: list[Run] = []
        for item in self.items:
            text = RichText.of(setting.say(item).replace("\n", " "))
            if not text.text.strip():
                continue
            first, *rest = text.runs(size)
            gap = APART * size if runs else 0.0
            runs += (replace(first, gap=gap), *rest, Run("/", size, 400, "cool", gap=APART * size))
        return (*runs, Run("", size, gap=APART * size)) if runs else ()


def way(t: float) -> float:
    """How far the line has come, in seconds of full speed: it waits, gathers speed, and then runs evenly."""
    running = max(0.0, t - WAIT)
    if running < SPEEDING_UP:
        return running * running / (2.0 * SPEEDING_UP)
    return running - SPEEDING_UP / 2.0
