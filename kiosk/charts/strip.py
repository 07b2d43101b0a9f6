"""Strip: a share as the strokes of a whole that are lit."""

import math
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from kiosk.anatomy.values.proportion import PartRef, part
from kiosk.anatomy.words.names import joined, name_lines
from kiosk.kind import Kind
from kiosk.layers import Layer, Placed, appearing, moving, still
from kiosk.marks import Array, Bars, Mark, Text
from kiosk.motion import COUNT
from kiosk.numbers import tongue_of
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import advance
from kiosk.typesetting import fitted_size, line
from kiosk.words import Words

LIGHT = COUNT
"""The stretch in which a counter beside the strip counts: the two share one time."""

INK = 0.44
"""The part of a stroke's cell that the stroke fills."""

CAPTION_LINE = 1.5
"""Height of a line of captions inside the box, in em."""

KEYS: dict[str, str] = {"zh": "一笔为全部的 1/{parts}", "en": "one stroke is 1/{parts} of the whole"}


class Strip(Kind):
    """A share of a whole: the whole is `parts` upright strokes, the share those that are lit, the last one from the foot up.

    `part` names the lit strokes, `whole` all of them. On a portrait screen the strokes stand in several rows.
    """

    metric: PartRef
    part: Words | None = None
    whole: Words | None = None
    parts: Annotated[int, Field(ge=2, le=100)] = 100

    def place(self, setting: Setting) -> Placed:
        captions = _Captions.of(self, setting)
        cells = _cells(captions.room, self.parts, setting)
        lit = part(self.metric) * self.parts
        count = max(1, min(self.parts, math.ceil(lit)))
        order, tops = np.arange(count), cells.top[:count]

        def light(progress: float) -> Mark:
            height = cells.height * np.clip(lit * progress - order, 0.0, 1.0)
            return Bars(cells.left[:count], tops + cells.height - height, np.full(count, cells.width), height, "warm")

        whole = Bars(cells.left, cells.top, np.full(self.parts, cells.width), np.full(self.parts, cells.height), "dim")
        layers: list[Layer] = [still(whole), moving(LIGHT, light)]
        layers += [appearing(text, 0.2, 0.4) for text in captions.texts]
        return Placed(tuple(layers), captions.note)


@dataclass(frozen=True)
class _Cells:
    """Where the strokes stand: `left` and `top` of each in whole pixels, so that all are equally sharp."""

    left: Array
    top: Array
    width: float
    height: float


def _cells(room: Box, parts: int, setting: Setting) -> _Cells:
    rows = _rows(room, parts, setting.screen.g)
    per_row = math.ceil(parts / rows)
    pitch = room.width / per_row
    width = max(1.0, float(round(INK * pitch)))
    # The last stroke ends at the right edge.
    pitch = (room.width - width) / max(1, per_row - 1)
    gap = 0.0 if rows == 1 else min(2.5 * setting.screen.g, 0.3 * room.height / rows)
    height = float(round((room.height - gap * (rows - 1)) / rows))
    row, column = np.divmod(np.arange(parts), per_row)
    return _Cells(np.round(room.left + pitch * column), np.round(room.top + (height + gap) * row), width, height)


def _rows(room: Box, parts: int, g: float) -> int:
    """One row in a band, two where the strokes would be too thin to be told apart, and rows of 20 to 25 in a tall room."""
    if room.height < 0.4 * room.width:
        return 1 if room.width >= parts * g else 2
    fitting = [rows for rows in range(1, parts + 1) if parts % rows == 0 and 20 <= parts // rows <= 25]
    if fitting:
        return min(fitting)
    return max(1, min(parts // 4, round(parts / 20)))


@dataclass(frozen=True)
class _Captions:
    """The names of the part and of the whole, the room that they leave to the strokes, and what is to be said elsewhere."""

    texts: tuple[Text, ...]
    room: Box
    note: str

    @classmethod
    def of(cls, kind: Strip, setting: Setting) -> "_Captions":
        box, size = setting.box, setting.screen.size("small")
        name = joined(kind.metric.name(setting.language, True) if kind.part is None else setting.say(kind.part))
        whole = joined(setting.say(kind.whole)) if kind.whole else ""
        note = "" if whole else KEYS[tongue_of(setting.language)].format(parts=kind.parts)
        if advance(whole) * 0.8 * size > box.width:
            # What is too long for its line is said in the line at the foot of the page.
            whole, note = "", whole
        together = (advance(name, 700) + advance(whole)) * size
        has_foot = setting.foot >= 1.2 * size
        is_above = box.height >= 0.4 * box.width or together + (2 * size if whole else 0.0) > box.width
        name_size = fitted_size(name, box.width, size, 0.8 * size, 700)
        lines = name_lines(name, box.width / name_size, 700)
        top = box.top + (len(lines) * 1.2 * name_size + 0.3 * size if is_above and lines else 0.0)
        needs_line = not has_foot and bool(whole or (name and not is_above))
        bottom = box.bottom - (max(0.0, CAPTION_LINE * size - setting.foot) if needs_line else 0.0)
        foot_line = bottom + (0.86 * setting.foot if has_foot else 1.2 * size)
        first = box.top + 0.95 * name_size if is_above else foot_line
        texts = [
            line(each, box.left, first + 1.2 * name_size * row, name_size, weight=700, color="warm")
            for row, each in enumerate(lines)
        ]
        if whole:
            whole_size = fitted_size(whole, box.width, size, 0.8 * size)
            texts.append(line(whole, box.right, foot_line, whole_size, color="muted", anchor="end"))
        return cls(tuple(texts), Box.between(box.left, top, box.right, bottom), note)
