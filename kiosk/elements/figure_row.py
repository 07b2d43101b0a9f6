"""FigureRow: a few figures of one size side by side, counting up together."""

from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.kind import Kind, MetricRef
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Mark, Run, Text
from kiosk.metrics import Metric
from kiosk.motion import COUNT, emergence, stagger
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.typeface import DIGIT_HEIGHT, advance, balanced, spaced
from kiosk.typesetting import Figure, figure, ink_left, line, unit_size, width_of

WORDS_START, WORDS_TIME = 0.9, 0.4
SIZES = (TYPE["medium"], 0.160, TYPE["banner"], TYPE["title"], TYPE["label"], TYPE["small"])
GAP = 5.5
TIGHT_GAP = 1.8
"""Distance between figures, in grid steps."""
PITCH = 1.24
ROWS_WORTH = 0.62


class FigureRow(Kind):
    """Two to four metrics as figures on one baseline; on a portrait screen one below the other.

    `highlight` names the warm one; left out, the first; with `plain: true` none is. `labels`: "below" sets each metric's label
    under its figure, "beside" right behind its unit and as large, "none" leaves it out.
    """

    metrics: Annotated[tuple[MetricRef, ...], Field(min_length=2, max_length=4)]
    highlight: MetricRef | None = None
    plain: bool = False
    labels: Annotated[str, Field(pattern="^(below|beside|none)$")] = "below"

    @model_validator(mode="after")
    def _check_highlight(self) -> "FigureRow":
        if self.highlight is not None and self.highlight not in self.metrics:
            raise PydanticCustomError("figure_row_highlight", "the highlighted metric should be one of the metrics")
        return self

    def place(self, setting: Setting) -> Placed:
        cells = _fitted(setting, self)
        figures: list[Layer] = []
        labels: list[Layer] = []
        tracks = stagger(len(cells), start=WORDS_START, duration=WORDS_TIME)
        for cell, track in zip(cells, tracks, strict=True):
            figures.append(_counting(setting, cell))
            labels += [appearing(text, track.start, track.duration) for text in cell.label]
        return Placed((*figures, *labels))

    def color(self, metric: Metric) -> str:
        """The role of one metric."""
        if self.plain:
            return "text"
        return "warm" if metric == (self.highlight or self.metrics[0]) else "text"


@dataclass(frozen=True)
class _Cell:
    """One figure with its place: `x` is where its ink begins, `y` its baseline."""

    metric: Metric
    final: Figure
    size: float
    color: str
    tail: str
    x: float
    y: float
    label: tuple[Text, ...]


def _with_tail(written: Figure, tail: str, size: float, setting: Setting, color: str) -> Figure:
    """A figure with a label behind its unit, in the unit's size."""
    if not tail:
        return written
    words = unit_size(size, setting.screen)
    joins = bool(written.after) and setting.is_chinese and written.after[-1].text not in {"%", "‰"}
    gap = 0.0 if joins else 0.28 * words
    return replace(written, after=(*written.after, Run(spaced(tail), words, 400, color, gap=gap)))


def _set(setting: Setting, kind: FigureRow, metric: Metric, size: float) -> Figure:
    color = kind.color(metric)
    tail = setting.say(metric.label) if kind.labels == "beside" else ""
    final = figure(metric.written(setting.language), size, setting.screen, color)
    return _with_tail(final, tail, size, setting, color)


def _fitted(setting: Setting, kind: FigureRow) -> tuple[_Cell, ...]:
    """The cells at the largest size at which all figures, with their labels, fit the box: side by side, or in more rows."""
    count = len(kind.metrics)
    options = (1,) if setting.screen.shape == "portrait" else tuple(dict.fromkeys((count, -(-count // 2), 1)))
    kinds = [kind, kind.model_copy(update={"labels": "below"})] if kind.labels == "beside" else [kind]
    for each in kinds:
        found = [cells for columns in options if (cells := _cells(setting, each, columns))]
        if found:
            # One baseline is worth smaller figures, but not tiny ones.
            return max(found, key=lambda cells: cells[0].size * (1.0 if cells[0].y == cells[-1].y else ROWS_WORTH))
    return _cells(setting, kinds[-1], options[0], is_forced=True)


def _cells(setting: Setting, kind: FigureRow, columns: int, *, is_forced: bool = False) -> tuple[_Cell, ...]:
    """The cells in so many columns at the largest size that fits; none where none does, unless the least of them is forced."""
    screen, box, g = setting.screen, setting.box, setting.screen.g
    small, count = screen.size("small"), len(kind.metrics)
    rows = -(-count // columns)
    labels = [spaced(setting.say(metric.label)) if kind.labels == "below" else "" for metric in kind.metrics]
    for fraction in SIZES[-1:] if is_forced else SIZES:
        size = float(round(fraction * screen.u * screen.scale))
        finals = [_set(setting, kind, metric, size) for metric in kind.metrics]
        needed = [max(final.width, _least_width(label, small)) for final, label in zip(finals, labels, strict=True)]
        widths = [max(needed[column::columns]) for column in range(columns)]
        rooms, lefts = _columns(widths, box.width, GAP * g, is_even=kind.labels == "below")
        if not rooms and is_forced:
            # Figures may not touch; labels may break wherever words end.
            narrow = [
                max(final.width, _longest_word(label) * small) for final, label in zip(finals, labels, strict=True)
            ]
            widths = [max(narrow[column::columns]) for column in range(columns)]
            rooms, lefts = _columns(widths, box.width, TIGHT_GAP * g, is_even=True)
        if is_forced and not rooms:
            shares = [width / sum(widths) for width in widths]
            rooms, lefts = (
                [share * box.width - g for share in shares],
                [sum(shares[:each]) * box.width for each in range(columns)],
            )
        if not rooms:
            continue
        lines = [balanced(label, rooms[place % columns] / small) for place, label in enumerate(labels)]
        below = max(len(each) for each in lines)
        height = (
            max(final.drop for final in finals)
            + DIGIT_HEIGHT * size
            + (0.7 * g + (0.55 + PITCH * below) * small if below else 0.12 * size)
        )
        lead = height + min(5 * g, (box.height - rows * height) / max(1, rows - 1))
        if not is_forced and lead < height + (2.0 * g if rows > 1 else 0.0):
            continue
        cells = []
        for place in range(count):
            at = (box.left + lefts[place % columns], box.top + DIGIT_HEIGHT * size + (place // columns) * lead)
            cells.append(_cell(setting, kind, place, size, at, lines[place]))
        return tuple(cells)
    return ()


def _cell(
    setting: Setting, kind: FigureRow, place: int, size: float, at: tuple[float, float], lines: tuple[str, ...]
) -> _Cell:
    """One figure with its ink and its label at the left of `at`, its baseline at the height of it."""
    metric, g, small = kind.metrics[place], setting.screen.g, setting.screen.size("small")
    x, y = at
    final = _set(setting, kind, metric, size)
    key = metric.id and f"name:{metric.id}"
    texts = tuple(
        replace(
            line(text, x, y + final.drop + 0.7 * g + (1.0 + PITCH * index) * small, small), key="" if index else key
        )
        for index, text in enumerate(lines)
    )
    tail = setting.say(metric.label) if kind.labels == "beside" else ""
    return _Cell(metric, final, size, kind.color(metric), tail, x, y, texts)


def _longest_word(label: str) -> float:
    """The width, in em, of the longest word that should not be broken."""
    return max((advance(word) for word in label.replace("-", "- ").split() if word.isascii()), default=0.0)


def _least_width(label: str, size: float) -> float:
    """Pixels that a label needs so that it breaks into a few lines, and between words."""
    whole = advance(label) * size
    longest = _longest_word(label) * size
    return max(longest, min(whole, max(8.0 * size, whole / 3.0)))


def _columns(widths: list[float], room: float, gap: float, *, is_even: bool) -> tuple[list[float], list[float]]:
    """Rooms and left edges of the figures: columns of one width if they fit and are wanted, else one after another."""
    count = len(widths)
    pitch = (room + gap) / count
    if is_even and max(widths) + gap <= pitch:
        return [pitch - gap] * count, [index * pitch for index in range(count)]
    spare = room - sum(widths) - gap * (count - 1)
    if spare < 0:
        return [], []
    more = spare / count if is_even else 0.0
    lefts = [sum(widths[:index]) + index * (gap + more) for index in range(count)]
    return [width + more for width in widths], lefts


def _counting(setting: Setting, cell: _Cell) -> Layer:
    """The figure counting up in the field of its final number: only digits move, at the left of a unit that stands still."""
    screen = setting.screen
    first = cell.final.runs[0]
    x = cell.x - ink_left(first.text[0], first.size, first.weight) if first.text else cell.x
    key = cell.metric.id and f"figure:{cell.metric.id}"

    def draw(progress: float) -> Mark:
        if progress >= 1.0:
            return replace(cell.final.at(x, cell.y), key=key)
        written = cell.metric.written(setting.language, cell.metric.number * progress)
        now = _with_tail(figure(written, cell.size, screen, cell.color), cell.tail, cell.size, setting, cell.color)
        spare = width_of(cell.final.digits) - width_of(now.digits)
        digits = (replace(now.digits[0], gap=now.digits[0].gap + spare), *now.digits[1:])
        return replace(replace(now, digits=digits).at(x, cell.y, opacity=emergence(progress)), key=key)

    return moving(COUNT, draw)
