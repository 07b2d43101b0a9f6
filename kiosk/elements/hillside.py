"""Hillside: the drawn motif as a ground for a figure, with one line that climbs past all others."""

from dataclasses import replace
from typing import Literal

from kiosk.kind import Kind
from kiosk.layers import Layer, Placed, moving
from kiosk.marks import Strokes
from kiosk.motif import HILL_LINES, HILLS, hillside, index_line
from kiosk.motion import Track
from kiosk.setting import Setting

GROWTH = Track(0.0, 1.6)


class Hillside(Kind):
    """Thin strokes that climb to the right, the highest of them warm. It shows no figure: for the layout "backdrop", behind one.

    `form` picks the hill: the low slope that leaves room above, that of the chapters' openers, or the steep one of the cover.
    """

    form: Literal["slope", "opener", "cover"] = "slope"

    def place(self, setting: Setting) -> Placed:
        screen, box = setting.screen, setting.box
        hill = HILLS[self.form][screen.shape]
        top = index_line(screen, hill, HILL_LINES, is_warm=True, box=box)
        return Placed((_growing(hillside(screen, hill, box)), _growing(top)))


def _growing(mark: Strokes) -> Layer:
    return moving(GROWTH, lambda progress: replace(mark, reveal=progress))
