"""Rings: groups and their parts about one middle, with a list that names every piece."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.anatomy.bodies.circle import GROUND, SWEEP, Centre, Circle
from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.bodies.listed_circle import ListedCircle
from kiosk.anatomy.values.amount import added
from kiosk.anatomy.values.entries import Entry
from kiosk.anatomy.values.slices import IN_ALL, key_of, short_of, whole_writer
from kiosk.anatomy.words.part_list import Row
from kiosk.kind import Datum
from kiosk.layers import Layer, Placed, moving, moving_together
from kiosk.marks import Array, Mark, Wedges, array
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.words import Words

OUTER_RING, INNER_RING, HOLE = 0.77, 0.745, 0.5
"""The inner radius of the outer ring, and both radii of the inner ring, as shares of the radius."""
PART_GAP, GROUP_GAP = 4.0, 12.0
TINTS = {"cool": (6, 4, 5), "warm": (6, 5)}
"""The tints of neighbouring parts; the group itself has the full colour."""


@dataclass(frozen=True)
class Group:
    """A group: its name, its parts and their sum."""

    label: str
    entries: tuple[Entry, ...]
    total: float
    is_warm: bool = False

    @property
    def base(self) -> str:
        """The colour that its tints are taken from."""
        return "warm" if self.is_warm else "cool"

    @property
    def colors(self) -> tuple[str, ...]:
        """The colours of its parts."""
        tints = TINTS[self.base]
        return tuple(f"{self.base}{tints[index % len(tints)]}" for index in range(len(self.entries)))


@dataclass(frozen=True)
class Rings:
    """Both rings at the left with the list at the right or, on a narrow place, above it."""

    groups: tuple[Group, ...]
    datum: Datum
    names: Mapping[str, Words]
    setting: Setting

    @cached_property
    def total(self) -> float:
        return added([group.total for group in self.groups])

    @cached_property
    def spans(self) -> Array:
        """The angle of every part, in degrees."""
        return 360.0 / self.total * np.array([entry.value for group in self.groups for entry in group.entries])

    @cached_property
    def starts(self) -> Array:
        """Where every part begins, in degrees clockwise from the top."""
        return np.concatenate([np.zeros(1), np.cumsum(self.spans)[:-1]])

    @cached_property
    def has_unit(self) -> bool:
        """Whether each figure carries its unit; else the total in the middle carries it for all."""
        return self.datum.unit.get(self.setting.language) in ATTACHED

    @cached_property
    def box(self) -> Box:
        box, setting = self.setting.box, self.setting
        return Box.between(box.left, box.top + setting.screen.g, box.right, box.bottom + 0.6 * setting.foot)

    @cached_property
    def group_spans(self) -> Array:
        """The angle of every group, in degrees."""
        return 360.0 / self.total * np.array([group.total for group in self.groups])

    def heads(self, *, has_disc: bool) -> tuple[Row, ...]:
        """A row for each group: as a head without a disc, or alone with one."""
        starts = np.concatenate([np.zeros(1), np.cumsum(self.group_spans)[:-1]])
        return tuple(
            Row(
                group.label, whole_writer(self.datum, group.total, self.setting, has_unit=self.has_unit),
                "warm" if group.is_warm else "text", f"sum:{group.label}", float(start), float(span), group.base,
                not has_disc,
            )
            for group, start, span in zip(self.groups, starts, self.group_spans, strict=True)
        )  # fmt: skip

    @cached_property
    def blocks(self) -> tuple[tuple[Row, ...], ...]:
        """The list: each group as a head with its parts below it."""
        blocks, index = [], 0
        for group, head in zip(self.groups, self.heads(has_disc=False), strict=True):
            rows = [head]
            for entry, color in zip(group.entries, group.colors, strict=True):
                start, span = float(self.starts[index]), float(self.spans[index])
                write = entry.write(self.setting, has_unit=self.has_unit)
                rows.append(
                    Row(short_of(entry, self.setting, self.names), write, "text", key_of(entry), start, span, color)
                )
                index += 1
            blocks.append(tuple(rows))
        return tuple(blocks)

    @cached_property
    def centre(self) -> Centre:
        """The total, for the hole."""
        return Centre(whole_writer(self.datum, self.total, self.setting), self.setting.say(IN_ALL))

    def placed(self) -> Placed:
        total = Row(self.centre.label, self.centre.write, key="total", is_head=True)
        fewer = (self.heads(has_disc=True),)
        return ListedCircle(self.setting, self.box, self.blocks, fewer, total, self.holds, 2).placed(self.circle)

    def holds(self, outer: float) -> bool:
        """Whether the total has room in the hole of rings of that radius."""
        return bool(self.total_figure(0.0, 0.0, outer))

    def total_figure(self, x: float, y: float, outer: float) -> list[Layer]:
        """The total in the middle; nothing where it has no room."""
        return Circle((), self.setting).centre_figure(self.centre, x, y, 2 * HOLE * outer, "text", "figure:total")

    def circle(self, x: float, y: float, outer: float) -> list[Layer]:
        """Both rings, uncovered clockwise from the top, and the total in the middle."""
        setting = self.setting
        bounds = np.cumsum([len(group.entries) for group in self.groups])
        firsts = np.concatenate([np.zeros(1, dtype=np.int64), bounds[:-1]])
        between, wide = (math.degrees(setting.screen.px(gap) / outer) for gap in (PART_GAP, GROUP_GAP))
        before, after = np.full(len(self.spans), between / 2.0), np.full(len(self.spans), between / 2.0)
        before[firsts] = after[bounds - 1] = wide / 2.0
        group_starts = self.starts[firsts]
        group_spans = self.group_spans
        colors = tuple(color for group in self.groups for color in group.colors)
        keys = tuple(key_of(entry) for group in self.groups for entry in group.entries)
        group_keys = tuple(f"sum:{group.label}" for group in self.groups)
        bases = tuple(group.base for group in self.groups)
        gaps = np.full(len(self.groups), wide / 2.0)

        def ground(t: float) -> Mark:
            reached = 360.0 * SWEEP.at(t)
            opacity = GROUND.at(t)
            return Wedges(x, y, HOLE * outer, outer, array([reached]), array([360.0 - reached]), "hair", opacity)

        def parts(progress: float) -> Mark:
            start, span = _swept(self.starts, self.spans, before, after, 360.0 * progress)
            return Wedges(x, y, OUTER_RING * outer, outer, start, span, colors, keys=keys)

        def groups(progress: float) -> Mark:
            start, span = _swept(group_starts, group_spans, gaps, gaps, 360.0 * progress)
            return Wedges(x, y, HOLE * outer, INNER_RING * outer, start, span, bases, keys=group_keys)

        return [
            moving_together((GROUND, SWEEP), ground), moving(SWEEP, parts), moving(SWEEP, groups),
            *self.total_figure(x, y, outer),
        ]  # fmt: skip


def _swept(starts: Array, spans: Array, before: Array, after: Array, reached: float) -> tuple[Array, Array]:
    """Start and span of pieces as far as they are uncovered, less the gaps at their ends, of which half a piece always stays."""
    cut = np.minimum(1.0, spans / 2.0 / np.maximum(before + after, 1e-9))
    first, last = starts + before * cut, starts + spans - after * cut
    return array(first), array(np.clip(reached - first, 0.0, last - first))
