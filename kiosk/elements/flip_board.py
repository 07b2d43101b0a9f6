"""FlipBoard: figures on cards that turn over until they show the value, like the departures in an old station."""

from dataclasses import dataclass, replace
from typing import Annotated, Self

from pydantic import Field, model_validator

from kiosk.anatomy.geometry.axis import MIDDLE
from kiosk.anatomy.values.entries import check_highlight, highlighted
from kiosk.anatomy.words.captions import label_plan, longest_word, shortened
from kiosk.anatomy.words.names import joined, name_lines
from kiosk.elements.flaps import Board, Flaps, widest
from kiosk.kind import Kind, MetricRef
from kiosk.layers import Placed, appearing
from kiosk.marks import Run, Text
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.typeface import advance
from kiosk.typesetting import LINE_PITCH

SIZES = (
    0.38,
    0.32,
    0.27,
    TYPE["medium"],
    0.19,
    0.160,
    0.135,
    TYPE["banner"],
    0.095,
    TYPE["title"],
    TYPE["label"],
    TYPE["small"],
)
NAMES_START = 0.9
GAP, ROW_GAP, LABEL_GAP = 5.0, 5.0, 1.6
"""Grid steps between boards side by side and below each other, and from a board to its label."""

LIST_WORTH, ROWS_WORTH, HOLE_WORTH = 1.1, 0.75, 0.55
"""What the size of the digits is worth beside that of boards in one row: as a list, in full rows, in rows with a hole."""

NAME_GAP, LEAST_NAME = 4.0, 9.0
"""Grid steps from a name to its board in a list, and the em a name below its board is given at least."""


@dataclass(frozen=True)
class Plan:
    """Boards in their places, and their names; `worth` weighs the size of the digits against other arrangements."""

    size: float
    worth: float
    boards: tuple[Board, ...]
    names: tuple[Text, ...]


class FlipBoard(Kind):
    """One to four figures on cards that turn over, as on a departure board, until they show the value."""

    metrics: Annotated[
        tuple[MetricRef, ...],
        Field(min_length=1, max_length=4, description="one to four metrics, each on its own board"),
    ]
    highlight: Annotated[
        str, Field(description="the one figure in the warm colour: first, last, greatest, least, none, or a metric")
    ] = "first"
    labels: Annotated[bool, Field(description="whether the names of the metrics stand below their boards")] = True

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_highlight(self.metrics, None, self.highlight)
        return self

    def place(self, setting: Setting) -> Placed:
        plan = self.planned(setting)
        return Placed((*Flaps(plan.boards).layers(), *(appearing(name, NAMES_START) for name in plan.names)))

    def planned(self, setting: Setting) -> Plan:
        """The boards in the arrangement that shows the largest cards."""
        count = len(self.metrics)
        is_upright = setting.screen.shape == "portrait"
        plans = [self.list(setting)] if count > 1 and self.labels and not is_upright else []
        for columns in (1,) if is_upright else dict.fromkeys((count, -(-count // 2), 1)):
            plans.append(self.grid(setting, columns))
        found = [plan for plan in plans if plan is not None]
        return max(found, key=lambda plan: plan.size * plan.worth) if found else self.least(setting)

    def sizes(self, setting: Setting) -> tuple[float, ...]:
        """The sizes that digits may have, largest first."""
        return tuple(float(round(fraction * setting.screen.u * setting.screen.scale)) for fraction in SIZES)

    def boards(self, setting: Setting, size: float) -> tuple[Board, ...]:
        """The boards at one size, not yet in their places."""
        warm = highlighted(self.metrics, None, self.highlight)
        return tuple(
            Board(
                metric.written(setting.language), size, setting.screen, "warm" if index == warm else "text", metric.id
            )
            for index, metric in enumerate(self.metrics)
        )

    def names(self, setting: Setting) -> tuple[str, ...]:
        """The names to be written; all empty without labels."""
        return tuple(joined(setting.say(metric.label)) if self.labels else "" for metric in self.metrics)

    def list(self, setting: Setting) -> Plan | None:
        """One board below the other, each with its name before it."""
        box, g, screen, count = setting.box, setting.screen.g, setting.screen, len(self.metrics)
        names = self.names(setting)
        for size in self.sizes(setting):
            boards = self.boards(setting, size)
            pitch = min(box.height / count, boards[0].height + 2.0 * ROW_GAP * g)
            room = box.width - max(board.width for board in boards) - NAME_GAP * g
            if pitch < boards[0].height + 2.0 * g or room < 0.0:
                continue
            label_size, _lines, is_fitting = label_plan(names, (), min(room, 0.4 * box.width), boards[0].height, screen)
            if not is_fitting:
                continue
            made = [name_lines(name, min(room, 0.4 * box.width) / label_size) for name in names]
            indent = max(widest(each, label_size, 700) for each in made) + NAME_GAP * g
            if indent + max(board.width for board in boards) > box.width:
                continue
            top = box.top + (box.height - count * pitch) / 2.0 + (pitch - boards[0].height) / 2.0
            boards = tuple(
                replace(board, left=box.left + indent, top=top + pitch * index) for index, board in enumerate(boards)
            )
            labels = []
            for board, each in zip(boards, made, strict=True):
                first = (
                    board.top
                    + board.height / 2.0
                    + MIDDLE * label_size
                    - (len(each) - 1) * LINE_PITCH * label_size / 2.0
                )
                labels += name_marks(board, each, label_size, box.left, first)
            return Plan(size, LIST_WORTH, boards, tuple(labels))
        return None

    def grid(self, setting: Setting, columns: int) -> Plan | None:
        """Boards side by side in one row or several, their names below them."""
        for size in self.sizes(setting):
            for role in ("label", "small") if size >= 1.5 * setting.screen.size("label") else ("small",):
                plan = self.cells(setting, columns, size, setting.screen.size(role), 9)
                if plan is not None:
                    return plan
        return None

    def least(self, setting: Setting) -> Plan:
        """The smallest cards, their names cut short: for more words than there is room for."""
        size, small = self.sizes(setting)[-1], setting.screen.size("small")
        for columns, lines in ((1, 2), (2, 3), (2, 2), (1, 1), (2, 1)):
            plan = self.cells(setting, columns, size, small, lines, is_cut=True)
            if plan is not None:
                return plan
        return self.cells(setting, 1, size, small, 0, is_cut=True) or Plan(size, 0.0, (), ())

    def cells(
        self, setting: Setting, columns: int, size: float, label_size: float, most: int, *, is_cut: bool = False
    ) -> Plan | None:
        """The boards in so many columns, if they and their names have room."""
        box, g, names, boards = setting.box, setting.screen.g, self.names(setting), self.boards(setting, size)
        rows = -(-len(boards) // columns)
        least = [
            0.0 if is_cut else max(longest_word(name, 700), min(advance(name, 700), LEAST_NAME)) * label_size
            for name in names
        ]
        needed = [max(board.width, width) for board, width in zip(boards, least, strict=True)]
        widths = [max(needed[column::columns]) for column in range(columns)]
        spare = box.width - sum(widths) - GAP * g * (columns - 1)
        if spare < 0.0:
            return None
        rooms = [width + spare / columns for width in widths]
        made = [
            shortened(name, rooms[index % columns], label_size, most, 700)
            if is_cut
            else name_lines(name, (rooms[index % columns] - board.indent) / label_size, 700)
            for index, (name, board) in enumerate(zip(names, boards, strict=True))
        ]
        lines = max(len(each) for each in made)
        foot = LABEL_GAP * g + (0.88 + (lines - 1) * LINE_PITCH + 0.25) * label_size if lines else 0.0
        height = boards[0].height + foot
        extra = box.height - rows * height - (rows - 1) * ROW_GAP * g
        if extra < 0.0:
            return None
        share = extra / (rows + 1)
        lefts = [box.left + sum(rooms[:column]) + column * GAP * g for column in range(columns)]
        boards = tuple(
            replace(
                board,
                left=lefts[index % columns],
                top=box.top + share + index // columns * (height + ROW_GAP * g + share),
            )
            for index, board in enumerate(boards)
        )
        labels = []
        for board, each in zip(boards, made, strict=True):
            first = board.top + board.height + LABEL_GAP * g + 0.88 * label_size
            labels += name_marks(board, each, label_size, board.left + board.indent, first)
        worth = 1.0 if rows == 1 else HOLE_WORTH if len(boards) % rows else ROWS_WORTH
        return Plan(size, worth, boards, tuple(labels))


def name_marks(board: Board, lines: tuple[str, ...], size: float, x: float, first: float) -> list[Text]:
    """The lines of a name with their first baseline at `first`; that of the warm figure is bold."""
    weight = 700 if board.color == "warm" else 400
    return [
        Text(
            x, first + number * LINE_PITCH * size, (Run(text, size, weight),), key="" if number else f"name:{board.key}"
        )
        for number, text in enumerate(lines)
    ]
