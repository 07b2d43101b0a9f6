"""WordRow: a few short words side by side."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from kiosk.kind import Kind
from kiosk.layers import Layer, Placed, appearing
from kiosk.motion import stagger
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import advance, balanced, spaced
from kiosk.typesetting import line
from kiosk.words import Words

START, TIME = 0.6, 0.4
GAP = 4.0
"""Least distance between columns, in grid steps."""
PITCH = 1.24


class WordRow(Kind):
    """Two to eight short words or phrases in columns; those that are too wide together take two rows, or more lines.

    `heading` stands above them in small type.
    """

    words: Annotated[tuple[Words, ...], Field(min_length=2, max_length=8)]
    heading: Words | None = None

    def place(self, setting: Setting) -> Placed:
        screen, box = setting.screen, setting.box
        small = screen.size("small")
        heading = setting.say(self.heading) if self.heading else ""
        room = Box.between(box.left, box.top + (1.7 * small if heading else 0.0), box.right, box.bottom)
        grid = _grid(setting, tuple(spaced(setting.say(words)) for words in self.words), room)
        top = room.top
        if screen.shape != "portrait":
            top += max(-1.5 * screen.g if not heading else 0.0, (room.height - grid.height) / 2.0)
        layers: list[Layer] = []
        if heading:
            layers.append(appearing(line(heading, box.left, top - 0.75 * small, small, color="muted"), START, TIME))
        tracks = stagger(len(self.words), start=START, duration=TIME)
        for place, track in enumerate(tracks):
            for index, text in enumerate(grid.lines[place]):
                x, y = grid.place(place)
                mark = line(text, room.left + x, top + y + index * PITCH * grid.size, grid.size)
                layers.append(appearing(mark, track.start, track.duration))
        return Placed(tuple(layers))


@dataclass(frozen=True)
class _Grid:
    """Words in columns: `lines` of each, the left edges of the columns in pixels, the pixels from row to row."""

    lines: tuple[tuple[str, ...], ...]
    lefts: tuple[float, ...]
    size: float
    lead: float

    @property
    def height(self) -> float:
        """Pixels from the top of the first row to the bottom of the last."""
        rows = -(-len(self.lines) // len(self.lefts))
        last = max(len(lines) for lines in self.lines[-len(self.lefts) :])
        return (rows - 1) * self.lead + (last - 1) * PITCH * self.size + 1.1 * self.size

    def place(self, number: int) -> tuple[float, float]:
        """Left edge and first baseline of one word, from the upper left corner of the grid."""
        columns = len(self.lefts)
        return self.lefts[number % columns], (number // columns) * self.lead + 0.9 * self.size


def _grid(setting: Setting, words: tuple[str, ...], box: Box) -> _Grid:
    """The best way to set the words: one row if it can be, in "label" before "small", before more rows and lines."""
    screen = setting.screen
    label, small, gap = screen.size("label"), screen.size("small"), GAP * screen.g
    count = len(words)
    columns = [2, 1] if screen.shape == "portrait" else [count, -(-count // 2)]
    if screen.shape == "portrait" and count == 2:
        columns = [2, 1]
    for number in dict.fromkeys(columns):
        rows = -(-count // number)
        for size in (label, small):
            lead = max(1.35 * size, min(2.8 * size, box.height / rows))
            lefts = _lefts([advance(word) * size for word in words], number, box.width, gap)
            if lefts and (rows == 1 or (rows - 1) * lead + 1.1 * size <= box.height + 3.5 * screen.g):
                return _Grid(tuple((word,) for word in words), lefts, size, lead)
    number = columns[0] if count <= 4 else -(-count // 2)
    if screen.shape == "portrait":
        number = 1
    column = (box.width - (number - 1) * gap) / number
    size = small
    while size > 0.8 * small and max(advance(each) for word in words for each in word.split(" ")) * size > column:
        size -= 1.0
    lines = tuple(balanced(word, column / size) for word in words)
    most = max(len(each) for each in lines)
    lead = (PITCH * (most - 1) + 1.6) * size
    return _Grid(lines, tuple(index * (column + gap) for index in range(number)), size, lead)


def _lefts(widths: list[float], columns: int, room: float, gap: float) -> tuple[float, ...]:
    """Left edges of columns: of one width if all fit, else each as wide as it must; empty where they do not fit."""
    pitch = (room + gap) / columns
    if max(widths) + gap <= pitch:
        return tuple(index * pitch for index in range(columns))
    own = [max(widths[column::columns]) for column in range(columns)]
    spare = room - sum(own) - gap * (columns - 1)
    if spare < 0:
        return ()
    between = gap + spare / max(1, columns - 1)
    return tuple(sum(own[:index]) + index * between for index in range(columns))
