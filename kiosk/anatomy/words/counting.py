"""Counting: a figure that counts up in one place."""

from dataclasses import dataclass, replace

from kiosk.marks import Mark
from kiosk.tally import Tally
from kiosk.typesetting import Anchor


@dataclass(frozen=True)
class Counting:
    """A figure at a progress of 0 to 1, its baseline at `y`; `anchor` says what of it stands at `x`."""

    tally: Tally
    x: float
    y: float
    anchor: Anchor = "start"
    key: str = ""

    def __call__(self, progress: float) -> Mark:
        return replace(self.tally.at(progress, self.x, self.y, self.anchor), key=self.key)
