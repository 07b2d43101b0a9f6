"""Listed circles: a circle with the list of its pieces beside it or, on a narrow place, below it."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.anatomy.words.part_list import PartList, Row
from kiosk.layers import Layer, Placed
from kiosk.screen import Box
from kiosk.setting import Setting

Blocks = tuple[tuple[Row, ...], ...]

RADII = (1.0, 0.9, 0.8, 0.7)
"""Radii to try, as shares of the largest, until the list has room beside the circle."""
TALL = 0.9
"""The height of a place as a share of its width from which on the list stands below."""
BESIDE, BELOW = 0.24, 0.44
"""The largest radius beside a list and above one, as a share of the width."""
CIRCLE_SHARE = 0.44
"""The part of the height of a narrow place that a list leaves at least."""
WIDEST = 85.0
"""Grid steps that one column of a list takes at most."""


@dataclass(frozen=True)
class ListedCircle:
    """How circle and list share a box.

    `fewer` takes the place of `blocks` where not all rows have room. `total`, if there is one, is added to the list where the
    hole has no room for it, which `holds` tells of a radius.
    """

    setting: Setting
    box: Box
    blocks: Blocks
    fewer: Blocks
    total: Row | None
    holds: Callable[[float], bool]
    most_columns: int = 1

    def placed(self, circle: Callable[[float, float, float], list[Layer]]) -> Placed:
        """The circle, drawn about (x, y) with a radius, and its list."""
        return self._below(circle) if self.box.height > TALL * self.box.width else self._beside(circle)

    def _beside(self, circle: Callable[[float, float, float], list[Layer]]) -> Placed:
        box = self.box
        largest = min(0.5 * box.height, BESIDE * box.width)
        trials = [(share * largest, blocks) for blocks in (self.blocks, self.fewer) for share in RADII]
        lists = ((outer, self._list_beside(outer, blocks)) for outer, blocks in trials)
        outer, chosen = next(((r, each) for r, each in lists if each.plan.fits), (0.0, None))
        if chosen is None:
            outer, chosen = trials[-1][0], self._list_beside(*trials[-1])
        middle = box.top + box.height / 2.0
        return Placed((*circle(box.left + outer, middle, outer), *chosen.layers(middle - chosen.height / 2.0)))

    def _list_beside(self, outer: float, blocks: Blocks) -> PartList:
        box, g = self.box, self.setting.screen.g
        left = box.left + 2 * outer + 6 * g
        right = min(box.right, left + WIDEST * g * self.most_columns)
        return PartList(
            self.setting,
            Box.between(left, box.top, right, box.bottom),
            self._with_total(outer, blocks),
            self.most_columns,
        )

    def _below(self, circle: Callable[[float, float, float], list[Layer]]) -> Placed:
        box, g = self.box, self.setting.screen.g
        room = Box.between(box.left, box.top + CIRCLE_SHARE * box.height, box.right, box.bottom)

        def listed(blocks: Blocks) -> tuple[float, PartList]:
            made = PartList(self.setting, room, blocks, self.most_columns)
            return min(BELOW * box.width, (box.height - made.height - 5 * g) / 2.0), made

        outer, chosen = listed(self.blocks)
        blocks = self.blocks if chosen.plan.fits else self.fewer
        outer, _ = listed(blocks)
        outer, chosen = listed(self._with_total(outer, blocks))
        spare = max(0.0, box.height - 2 * outer - chosen.height - 5 * g)
        layers = circle(box.middle, box.top + outer + spare / 3.0, outer)
        return Placed((*layers, *chosen.layers(box.bottom - chosen.height - spare / 3.0)))

    def _with_total(self, outer: float, blocks: Blocks) -> Blocks:
        return blocks if self.total is None or self.holds(outer) else (*blocks, (self.total,))
