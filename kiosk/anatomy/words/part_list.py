"""Part lists: the parts of a circle as rows beside or below it, each with a small circle that shows which piece it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from kiosk.anatomy.bodies.circle import SWEEP
from kiosk.anatomy.words.captions import fits, shortened
from kiosk.layers import Layer, appearing, moving
from kiosk.marks import Line, Mark, Run, Text, Wedges, array
from kiosk.motion import Track
from kiosk.numbers import Written
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.tally import Tally
from kiosk.typeface import advance
from kiosk.typesetting import LINE_PITCH

DISC, DISC_GAP = 0.94, 0.46
"""The diameter of the small circle before a name, and the gap after it, in em."""
TIGHTEST_PITCH, LEAST_PITCH, MOST_PITCH = 1.08, 1.2, 2.0
"""From row to row, in em of the type, for names of one line; the tightest only where nothing else has room."""
RULED_PITCH = 1.26
"""Rows that are closer than this have no rules between them."""
RIM = 0.84
"""The inner radius of the small circle's rim as a share of the outer one."""
COLUMN_GAP = 4.0
UNBROKEN = 5.0
"""Names up to so many em are not broken."""
LEAST_SPAN = 16.0
"""Degrees: a piece on a small circle is never so narrow that it is not seen."""
KEYS = Track(0.4, 0.4)


@dataclass(frozen=True)
class Row:
    """One row: a name with its figure, and the piece it names as degrees clockwise from the top.

    The head of a group has no piece of its own and stands out in bold.
    """

    label: str
    write: Callable[[float], Written]
    ink: str = "text"
    key: str = ""
    start: float = 0.0
    span: float = 0.0
    color: str = ""
    is_head: bool = False

    @property
    def weight(self) -> int:
        """The weight of the name."""
        return 700 if self.is_head or self.ink == "warm" else 400


@dataclass(frozen=True)
class _Plan:
    size: float
    lines: int
    columns: tuple[tuple[tuple[Row, ...], ...], ...]
    least: float
    fits: bool = False


@dataclass(frozen=True)
class PartList:
    """Blocks of rows in a box: as large as the box allows, in one column or in two, a block never parted."""

    setting: Setting
    box: Box
    blocks: tuple[tuple[Row, ...], ...]
    most_columns: int = 1

    @cached_property
    def plan(self) -> _Plan:
        """The largest type, with the fewest columns, in which all rows have room."""
        screen = self.setting.screen
        tries = [
            _Plan(screen.size(role), lines, self._columns(count), least)
            for least in (LEAST_PITCH, TIGHTEST_PITCH)
            for role, lines in (("label", 1), ("small", 1), ("small", 2), ("small", 3))
            for count in range(1, self.most_columns + 1)
            if role == "small" or least == LEAST_PITCH
        ]
        chosen = next((plan for plan in tries if self._has_room(plan)), None)
        if chosen:
            return replace(chosen, fits=True)
        low = [plan for plan in tries if plan.size == screen.size("small") and self._is_low(plan)]
        return max(low, key=lambda plan: (self._room(plan), plan.lines), default=tries[self.most_columns - 1])

    def _columns(self, count: int) -> tuple[tuple[tuple[Row, ...], ...], ...]:
        if count == 1 or len(self.blocks) == 1:
            return (self.blocks,)
        cuts = range(1, len(self.blocks))
        cut = min(cuts, key=lambda at: max(_rows(self.blocks[:at]), _rows(self.blocks[at:])))
        return (self.blocks[:cut], self.blocks[cut:])

    def _room(self, plan: _Plan) -> float:
        """The width of a column."""
        gap = COLUMN_GAP * self.setting.screen.g
        return (self.box.width - gap * (len(plan.columns) - 1)) / len(plan.columns)

    def _tally(self, row: Row, size: float) -> Tally:
        return Tally(row.write, size, self.setting.screen, row.ink)

    def _label_room(self, plan: _Plan, row: Row) -> float:
        key = 0.0 if row.is_head else (DISC + DISC_GAP) * plan.size
        return self._room(plan) - key - self._tally(row, plan.size).width - 0.6 * plan.size

    def _lines(self, plan: _Plan, row: Row) -> tuple[str, ...]:
        room = max(self._label_room(plan, row), plan.size)
        return shortened(row.label, room, plan.size, plan.lines, row.weight)

    def _has_room(self, plan: _Plan) -> bool:
        rows = [row for column in plan.columns for block in column for row in block]
        if not all(fits(row.label, self._label_room(plan, row), plan.size, plan.lines, row.weight) for row in rows):
            return False
        # A short name is not broken, not even between two characters.
        if any(min(advance(row.label, row.weight), UNBROKEN) * plan.size > self._label_room(plan, row) for row in rows):
            return False
        return self._is_low(plan)

    def _is_low(self, plan: _Plan) -> bool:
        return all(self._height(plan, column, plan.least) <= self.box.height for column in plan.columns)

    def _height(self, plan: _Plan, column: tuple[tuple[Row, ...], ...], pitch: float) -> float:
        extra = sum(LINE_PITCH * (len(self._lines(plan, row)) - 1) for block in column for row in block)
        return (pitch * _rows(column) + extra) * plan.size

    @cached_property
    def pitch(self) -> float:
        """From row to row in em."""
        plan = self.plan
        rooms = [
            (self.box.height - self._height(plan, column, 0.0)) / (plan.size * _rows(column))
            for column in plan.columns
        ]  # fmt: skip
        return min(MOST_PITCH, *rooms)

    @property
    def height(self) -> float:
        """Pixels that the longest column takes."""
        return max(self._height(self.plan, column, self.pitch) for column in self.plan.columns)

    def layers(self, top: float) -> list[Layer]:
        """The list with its upper edge at `top`: rules and circles first, then names, the figures counting with the sweep."""
        plan, width = self.plan, self._room(self.plan)
        layers: list[Layer] = []
        for number, column in enumerate(plan.columns):
            left = self.box.left + number * (width + COLUMN_GAP * self.setting.screen.g)
            y = top
            for index, block in enumerate(column):
                y += 0.5 * self.pitch * plan.size if index else 0.0
                for place, row in enumerate(block):
                    if place and self.pitch >= RULED_PITCH:
                        layers.append(self._rule(left, left + width, y))
                    lines = self._lines(plan, row)
                    layers += self._row(plan, row, lines, left, left + width, y)
                    y += (self.pitch + LINE_PITCH * (len(lines) - 1)) * plan.size
        return layers

    def _rule(self, left: float, right: float, y: float) -> Layer:
        mark = Line(array([left, right]), array([y, y]), "hair", self.setting.screen.px(1.5), cap="flat")
        return appearing(mark, KEYS.start, KEYS.duration)

    def _row(
        self, plan: _Plan, row: Row, lines: tuple[str, ...], left: float, right: float, top: float
    ) -> list[Layer]:  # fmt: skip
        size = plan.size
        first = top + (self.pitch / 2.0 + 0.36) * size
        layers: list[Layer] = []
        if not row.is_head:
            layers += self._disc(row, left + DISC * size / 2.0, first - 0.36 * size, DISC * size / 2.0)
            left += (DISC + DISC_GAP) * size
        for number, text in enumerate(lines):
            run = Run(text, size, row.weight, "muted" if row.ink == "muted" else "text")
            key = f"name:{row.key}" if row.key else ""
            text_mark = Text(left, first + number * LINE_PITCH * size, (run,), key=key)
            layers.append(appearing(text_mark, KEYS.start, KEYS.duration))
        tally = self._tally(row, size)

        def count(progress: float) -> Mark:
            return replace(tally.at(progress, right, first, "end"), key=f"figure:{row.key}" if row.key else "")

        return [*layers, moving(SWEEP, count)]

    def _disc(self, row: Row, x: float, y: float, radius: float) -> list[Layer]:
        middle, span = row.start + row.span / 2.0, max(row.span, LEAST_SPAN) if row.span else 0.0
        # A rim and no disc: a faint tint could hardly be told from what it would lie on.
        full = Wedges(x, y, RIM * radius, radius, array([0.0]), array([360.0]), "hair")
        piece = Wedges(x, y, 0.0, radius, array([middle - span / 2.0]), array([span]), row.color)
        return [appearing(full, KEYS.start, KEYS.duration), appearing(piece, KEYS.start, KEYS.duration)]


def _rows(blocks: tuple[tuple[Row, ...], ...]) -> float:
    """The number of rows, the gaps between blocks counted as half a row."""
    return sum(len(block) for block in blocks) + 0.5 * (len(blocks) - 1)
