"""Portions: one share as a ring that fills, with its figure in the middle."""

from dataclasses import dataclass, replace

from kiosk.anatomy.bodies.circle import WORDS_START, Centre, Circle
from kiosk.anatomy.words.captions import fits
from kiosk.layers import Placed, appearing
from kiosk.typesetting import LINE_PITCH, paragraph


@dataclass(frozen=True)
class Portion(Circle):
    """One share: the ring with the figure in it, the label beside it, or below it on a narrow place."""

    def placed(self) -> Placed:
        box, screen, portion = self.setting.box, self.setting.screen, self.slices[0]
        g, size, label, key = screen.g, screen.size("label"), portion.label, portion.key
        is_below = box.height > 0.9 * box.width
        if is_below:
            lines = paragraph(label, box.left, 0.0, box.width, size)
            outer = min(box.width, box.height - (1.0 + LINE_PITCH * len(lines)) * size) / 2.0
            x, first = box.left + outer, box.top + 2 * outer + 1.9 * size
            left, width = box.left, box.width
        else:
            outer, size = self.beside(label)
            x, left = box.left + outer, box.left + 2 * outer + 5 * g
            width = box.right - left
            lines = paragraph(label, left, 0.0, width, size)
            first = box.top + box.height / 2.0 + 0.36 * size - (len(lines) - 1) * LINE_PITCH * size / 2.0
        y = box.top + (outer if is_below else box.height / 2.0)
        layers = self.wedges(x, y, outer)
        figure = Centre(portion.write, "")
        layers += self.centre_figure(figure, x, y, 2 * outer * self.hole, portion.color, f"figure:{key}")
        words = paragraph(label, left, first, width, size)
        words = tuple(replace(mark, key=f"name:{key}") for mark in words)
        layers += [appearing(mark, WORDS_START) for mark in words]
        return Placed(tuple(layers))

    def beside(self, label: str) -> tuple[float, float]:
        """The radius and the size of the label where the label stands beside the ring: it gives way to long words."""
        box, screen = self.setting.box, self.setting.screen
        for share in (0.6, 0.5, 0.4):
            outer = min(box.height, share * box.width) / 2.0
            width = box.width - 2 * outer - 5 * screen.g
            for role in ("title", "label"):
                if fits(label, width, screen.size(role), 5):
                    return outer, screen.size(role)
        return min(box.height, 0.4 * box.width) / 2.0, screen.size("small")
