"""Lettering: a name and a figure inside the area that they belong to, as large as it allows, or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import sqrt

from kiosk.anatomy.words.captions import RISE, fits
from kiosk.marks import Run, Text
from kiosk.numbers import Written
from kiosk.screen import Box, Screen
from kiosk.tally import DIGIT_INK, SIZES
from kiosk.typeface import advance, balanced, spaced
from kiosk.typesetting import LINE_PITCH, Figure, figure, upright

LARGEST = 0.36
"""The size of a figure is at most this part of the side of a square of the same area: larger areas get larger figures."""
LARGEST_NAME = 0.75
"""The size of a name is at most this part of that of its figure, but never below the smallest."""
NAMES = ("title", "label", "small")
PADDING, LEAST_PADDING = 1.3, 0.6
"""From the edge to the words in grid steps, and where that leaves them no room."""
BELOW_NAME, BESIDE_NAME, BASE = 0.34, 0.6, 0.12
"""Above a figure below its name in em of the figure, between both side by side and below a name in em of the name."""
MOST_LINES = 5


@dataclass(frozen=True)
class Lettering:
    """What is to be written into one area: `name` and `written` of the thing `key`."""

    screen: Screen
    box: Box
    key: str
    name: str
    written: Written
    is_strong: bool = False
    color: str = "ground"

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Name and figure in the upper left corner; the name alone where there is room for no more; nothing if not even that."""
        return next(self._trials(), ())

    @property
    def weight(self) -> int:
        """The weight of the name."""
        return 700 if self.is_strong else 400

    def _trials(self) -> Iterator[tuple[Text, ...]]:
        wide, least, area = PADDING * self.screen.g, LEAST_PADDING * self.screen.g, self.box
        boxes = [
            Box(area.left + beside, area.top + above, area.width - 2.0 * beside, area.height - 2.0 * above)
            for beside, above in ((wide, wide), (wide, least), (least, least))
            if area.width > 2.0 * beside and area.height > 2.0 * above
        ]
        figures = self._figures()
        # Side by side with room about them is better than one below the other without.
        ways = [*product(boxes, (self._below, self._beside)), *product(boxes, (self._standing,))]
        for box, lay in ways:
            for size, made in figures:
                if made.width <= box.width:
                    yield from lay(box, size, made)
        for box in boxes:
            yield from self._alone(box)

    def _figures(self) -> list[tuple[float, Figure]]:
        """The figure in every size that suits the area, the largest first."""
        most = max(LARGEST * sqrt(max(0.0, self.box.width) * max(0.0, self.box.height)), self.screen.size("small"))
        sizes = (float(round(fraction * self.screen.u * self.screen.scale)) for fraction in SIZES)
        return [(size, figure(self.written, size, self.screen, self.color)) for size in sizes if size <= most]

    def _sizes(self, size: float) -> list[float]:
        """The sizes of a name beside a figure of that size."""
        most = max(LARGEST_NAME * size, self.screen.size("small"))
        return [self.screen.size(role) for role in NAMES if self.screen.size(role) <= most]

    def _below(self, box: Box, size: float, made: Figure) -> Iterator[tuple[Text, ...]]:
        """The figure below the name."""
        ink = (DIGIT_INK + BELOW_NAME) * size
        for most, name_size in product(range(1, MOST_LINES + 1), self._sizes(size)):
            if name := self._lines(box, name_size, box.height - ink, most):
                yield (*name, self._figure(made, box.left, name[-1].y + BASE * name_size + ink))

    def _beside(self, box: Box, size: float, made: Figure) -> Iterator[tuple[Text, ...]]:
        """The figure behind the name, on the same baseline."""
        for name_size in self._sizes(size):
            width = advance(spaced(self.name), self.weight) * name_size + BESIDE_NAME * name_size
            ink = max(DIGIT_INK * size, RISE * name_size)
            if width + made.width <= box.width and ink + BASE * size <= box.height:
                # In a low area the one line stands in the middle.
                spare = box.height - ink - BASE * size
                baseline = box.top + ink + (spare / 2.0 if spare < ink else 0.0)
                run = Run(spaced(self.name), name_size, self.weight, self.color)
                yield (
                    Text(box.left, baseline, (run,), "ink", key=f"name:{self.key}"),
                    self._figure(made, box.left + width, baseline),
                )

    def _standing(self, box: Box, size: float, made: Figure) -> Iterator[tuple[Text, ...]]:
        """A Chinese name with its characters one below the other, and the figure at their foot."""
        small = self.screen.size("small")
        name = upright(
            self.name, box.left + max(small, made.width) / 2.0, box.top + RISE * small, small, color=self.color
        )
        foot = (RISE + (len(self.name) - 1) * LINE_PITCH) * small
        if not self.name.isascii() and " " not in self.name and box.width >= small:
            baseline = box.top + foot + BASE * small + (DIGIT_INK + BELOW_NAME) * size
            if size <= small and baseline <= box.bottom:
                yield name, self._figure(made, box.left, baseline)

    def _alone(self, box: Box) -> Iterator[tuple[Text, ...]]:
        """The name without its figure."""
        if name := self._lines(box, self.screen.size("small"), box.height):
            yield name

    def _lines(self, box: Box, size: float, height: float, most: int = MOST_LINES) -> tuple[Text, ...]:
        """The lines of the name, at most so many; none where it does not fit whole."""
        most = min(most, int((height / size - RISE - BASE) / LINE_PITCH + 1.0))
        if most < 1 or not fits(self.name, box.width, size, most, self.weight):
            return ()
        return tuple(
            Text(
                box.left, box.top + (RISE + number * LINE_PITCH) * size, (Run(text, size, self.weight, self.color),),
                "ink", key=f"name:{self.key}",
            )
            for number, text in enumerate(balanced(spaced(self.name), box.width / size, self.weight))
        )  # fmt: skip

    def _figure(self, made: Figure, x: float, baseline: float) -> Text:
        return Text(x, baseline, made.runs, "ink", key=f"figure:{self.key}")
