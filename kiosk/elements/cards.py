"""Cards: a few things side by side on one shelf, each with a picture or a figure, a name and a few words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kiosk.image import Image
from kiosk.kind import ImageRef, Kind, MetricRef, Options
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Line, Mark, Picture, array
from kiosk.metrics import Metric
from kiosk.motion import Track, emergence, lerp, out_cubic, smoothstep, stagger
from kiosk.screen import TYPE
from kiosk.setting import Setting
from kiosk.typeface import advance, balanced, spaced, wrap
from kiosk.typesetting import figure, fitted_figure, line, width_of
from kiosk.words import Words

SHELF = Track(0.0, 0.5)
PICTURES_START, PICTURE_TIME, COUNT_TIME = 0.3, 0.5, 1.2
WORDS_START, WORDS_TIME = 1.1, 0.4
APART = 0.15
FIGURE_SIZES = (TYPE["medium"], 0.190, 0.160, 0.135, TYPE["banner"], 0.095, TYPE["title"], 0.068)
GUTTER = 3.0
"""Grid steps between columns, and between a picture and the words at its right."""
HIGHEST_PICTURE, LOWEST_PICTURE = 0.58, 9.0
"""The height of pictures above the words: at most this part of the area, at least these grid steps."""
HIGHEST_FIGURE, ABOVE_SHELF = 20.0, 2.4
TO_NAME = 2.9
NAME_PITCH, TO_TEXT, TEXT_PITCH = 1.2, 1.6, 1.4
MOST_LINES = 3
MISFIT = 1000.0
"""What a broken word counts for, in pixels by which an arrangement is too large."""


class Card(Options):
    """One card: a name, a few words, and above them an image file or a metric, whose figure stands in its place."""

    name: Words
    text: Words | None = None
    picture: ImageRef | None = None
    metric: MetricRef | None = None

    @model_validator(mode="after")
    def _check_one(self) -> Self:
        if self.picture is not None and self.metric is not None:
            raise PydanticCustomError(
                "card_both",
                "a card shows a picture or a metric, not both",
                {"at": ("metric",), "on": "key", "hint": "take one out"},
            )
        return self


class Cards(Kind):
    """Two to six cards on one shelf; where columns are too narrow for the words, they stand at the right of the pictures.

    `highlight` is the number of the card, from 1, whose figure is the warm one. On light grounds `car.light.png`, if it is there,
    is shown in place of `car.png`. Where even small words leave no room for pictures, these are left out: break long texts up.
    """

    cards: Annotated[tuple[Card, ...], Field(min_length=2, max_length=6)]
    highlight: Annotated[int, Field(ge=1, le=6)] | None = None

    @model_validator(mode="after")
    def _check_highlight(self) -> Self:
        if self.highlight is not None and self.highlight > len(self.cards):
            raise PydanticCustomError(
                "cards_highlight",
                "there are only {count} cards",
                {"count": len(self.cards), "at": ("highlight",), "hint": "count from 1"},
            )
        return self

    def place(self, setting: Setting) -> Placed:
        return _Shelf(self.cards, self.highlight, setting).placed()


@dataclass(frozen=True)
class _Lettering:
    """The words of all cards, broken into lines of one size. `excess` is 0 where no line is too many and no word broken."""

    name_size: float
    text_size: float
    names: tuple[tuple[str, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    excess: float

    @property
    def drop(self) -> float:
        """Pixels from the first baseline to the last of the card with the most lines."""
        return max(self.name_drop(index) + self.text_drop(index) for index in range(len(self.names)))

    def name_drop(self, index: int) -> float:
        """Pixels from the first baseline of a name to its last."""
        return NAME_PITCH * self.name_size * (len(self.names[index]) - 1)

    def text_drop(self, index: int) -> float:
        """Pixels from a name's last baseline to the last of its text."""
        count = len(self.texts[index])
        return self.text_size * (TO_TEXT + TEXT_PITCH * (count - 1)) if count else 0.0


@dataclass(frozen=True)
class _Cell:
    """The place of one card: where its picture stands, and the left edge and first baseline of its name."""

    left: float
    shelf: float
    words_left: float
    name: float


@dataclass(frozen=True)
class _Plan:
    """All places, the room for one picture, the shelves as (left, right, y), and the pixels by which it is too large."""

    cells: tuple[_Cell, ...]
    room: tuple[float, float]
    shelves: tuple[tuple[float, float, float], ...]
    lettering: _Lettering
    excess: float
    is_bare: bool


class _Shelf:
    """The arithmetic of the arrangements, and the layers of the one that fits."""

    def __init__(self, cards: tuple[Card, ...], highlight: int | None, setting: Setting) -> None:
        self.cards, self.highlight, self.setting = cards, highlight, setting
        self.screen, self.g, self.box = setting.screen, setting.screen.g, setting.box
        self.plan = self.planned()
        if self.plan.is_bare:
            self.cards = tuple(card.model_copy(update={"picture": None}) for card in cards)
        self.figure_size = self.fitted_figures()

    def planned(self) -> _Plan:
        """The first arrangement that fits, in the order of beauty, or else the one that nearly does."""
        count, half = len(self.cards), -(-len(self.cards) // 2)
        is_tall = self.box.height > 1.05 * self.box.width
        options: list[Callable[[float, int], _Plan]]
        if is_tall:
            options = [partial(self.rows, 1), partial(self.columns, min(count, 2))]
        else:
            options = [
                partial(self.columns, count),
                partial(self.rows, half),
                *([partial(self.columns, half)] if self.is_bare else []),
            ]
        if self.has_figures:
            # Figures are wider than pictures: they stand above their words even where there is but one column.
            options = [partial(self.columns, each) for each in ((1, 2) if is_tall else (count, half))]
        plans = []
        for share, most in ((1.0, MOST_LINES), (1.0, 4), (0.85, 5), (0.8, 7)):
            for option in options:
                plans.append(option(share, most))
                if plans[-1].excess < 1.0:
                    return plans[-1]
        if self.has_pictures and not self.has_figures:
            bare = tuple(card.model_copy(update={"picture": None}) for card in self.cards)
            return _Shelf(bare, None, self.setting).plan
        return min(plans, key=lambda plan: plan.excess)

    def columns(self, count: int, share: float, most: int) -> _Plan:
        """Cards in `count` columns, the words below the shelf. `share` of the usual size of type, `most` lines of text."""
        box, g = self.box, self.g
        gutter = GUTTER * g
        width = (box.width - gutter * (count - 1)) / count
        rows = -(-len(self.cards) // count)
        letters = self.lettering(width, share, most)
        words = TO_NAME * g + 0.95 * letters.name_size + letters.drop + 0.25 * letters.text_size
        pitch = (box.height + 0.6 * self.setting.foot) / rows
        lowest = 0.0
        if self.is_bare:
            height = 0.0
        elif self.has_pictures:
            lowest = LOWEST_PICTURE * g
            height = min(HIGHEST_PICTURE * box.height / rows, pitch - words, width / self.aspect)
        else:
            lowest = ABOVE_SHELF * g + 0.78 * FIGURE_SIZES[-1] * self.screen.u * self.screen.scale
            height = min(HIGHEST_FIGURE * g, pitch - words - (2.0 * g if rows > 1 else 0.0))
        spare = max(0.0, pitch - words - height)
        shelf = box.top + height + min(spare, 0.4 * spare + (4.0 * g if self.has_pictures else 0.0)) * (rows == 1)
        name = shelf + TO_NAME * g + 0.95 * letters.name_size
        places = [divmod(index, count) for index in range(len(self.cards))]
        cells = tuple(
            _Cell(left, shelf + row * pitch, left, name + row * pitch)
            for row, left in ((row, box.left + column * (width + gutter)) for row, column in places)
        )
        if self.is_bare:
            shelves = tuple((cell.left, cell.left + min(width, 9.0 * g), cell.shelf) for cell in cells)
        else:
            shelves = tuple((box.left, box.right, shelf + row * pitch) for row in range(rows))
        excess = letters.excess + max(0.0, lowest - height) + max(0.0, words + height - pitch) + self.overhang(width)
        return _Plan(cells, (width, max(height, lowest)), shelves, letters, excess, self.is_bare)

    def rows(self, count: int, share: float, most: int) -> _Plan:
        """Cards in `count` columns, the words at the right of the picture; all stand on the shelf of their row."""
        box, g = self.box, self.g
        gutter = 2.0 * GUTTER * g
        lines = -(-len(self.cards) // count)
        width = (box.width - gutter * (count - 1)) / count
        pitch = min(46.0 * g, (box.height + (0.5 * self.setting.foot if count > 1 else 0.0)) / lines)
        height, picture = pitch - 3.0 * g, 0.0
        if self.has_pictures:
            picture = min(height * self.aspect, (0.46 if lines < 3 and count == 1 else 0.38) * width)
        elif self.has_figures:
            picture = 0.46 * width
        words_left = picture + GUTTER * g if picture else 0.0
        letters = self.lettering(width - words_left, share, most)
        words = 0.92 * letters.name_size + letters.drop
        cells, shelves = [], []
        for place in range(len(self.cards)):
            row, column = divmod(place, count)
            left, shelf = box.left + column * (width + gutter), box.top + (row + 1) * pitch
            if self.is_bare:
                shelf -= pitch - 1.0 * g
                name = shelf + TO_NAME * g + 0.95 * letters.name_size
                shelves.append((left, left + 9.0 * g, shelf))
            else:
                above = max(1.8 * g, (min(height, picture / self.aspect) - words) / 2.0)
                name = shelf - above - words + 0.92 * letters.name_size
                shelves.append((left, left + width, shelf))
            cells.append(_Cell(left, shelf, left + words_left, name))
        room = pitch - 1.0 * g - (TO_NAME * g + 0.05 * letters.name_size if self.is_bare else 1.8 * g)
        excess = letters.excess + max(0.0, words - room) + max(0.0, 0.8 * LOWEST_PICTURE * g - height)
        return _Plan(tuple(cells), (picture, height), tuple(shelves), letters, excess, self.is_bare)

    @property
    def is_bare(self) -> bool:
        return not self.has_pictures and not self.has_figures

    @property
    def aspect(self) -> float:
        """Width over height of the widest picture."""
        return max((card.picture.aspect for card in self.cards if card.picture), default=1.0)

    @property
    def has_pictures(self) -> bool:
        return any(card.picture for card in self.cards)

    @property
    def has_figures(self) -> bool:
        return any(card.metric for card in self.cards)

    def lettering(self, width: float, share: float, most: int) -> _Lettering:
        """Names on one line if they need not shrink much, else on two; texts in small type."""
        say, screen = self.setting.say, self.screen
        label, small = screen.size("label"), screen.size("small")
        names = tuple(spaced(say(card.name)) for card in self.cards)
        texts = tuple(spaced(say(card.text)) if card.text else "" for card in self.cards)
        widest = max(advance(name, 700) for name in names)
        size, lines = min(label, float(int(width / widest))), 1
        if size < (0.8 * label if share == 1.0 else small):
            size, lines = label, 2
            while size > share * small and _excess(names, width, size, lines, 700):
                size -= 1.0
        text_size = float(round(share * small))
        if not self.has_pictures and share == 1.0 and not _excess(texts, width, 0.9 * label, most, 400):
            text_size = float(round(0.9 * label))
        return _Lettering(
            size,
            text_size,
            tuple(balanced(name, width / size, 700) for name in names),
            tuple(balanced(text, width / text_size) for text in texts),
            _excess(names, width, size, lines, 700) + _excess(texts, width, text_size, most, 400),
        )

    def overhang(self, width: float) -> float:
        """Pixels by which the widest figure in the smallest size is wider than `width`."""
        language, size = self.setting.language, FIGURE_SIZES[-1] * self.screen.u * self.screen.scale
        written = [card.metric.written(language) for card in self.cards if card.metric]
        return max([0.0, *(figure(each, size, self.screen).width - width for each in written)])

    def fitted_figures(self) -> float:
        """One size for all figures, that of the widest."""
        width, height = self.plan.room
        sizes = [self.screen.u]
        for card in self.cards:
            if card.metric:
                written = card.metric.written(self.setting.language)
                fitted = fitted_figure(
                    written, width, self.screen, sizes=FIGURE_SIZES, height=height - ABOVE_SHELF * self.g
                )
                sizes.append(max(run.size for run in fitted.digits))
        return min(sizes)

    def placed(self) -> Placed:
        plan, count = self.plan, len(self.cards)
        layers = [self.shelf()]
        pictures = stagger(count, start=PICTURES_START, duration=PICTURE_TIME, step=APART, easing=smoothstep)
        words = stagger(count, start=WORDS_START, duration=WORDS_TIME, step=APART)
        for index, (card, cell) in enumerate(zip(self.cards, plan.cells, strict=True)):
            if card.picture:
                layers.append(self.picture(card.picture, cell, pictures[index]))
            elif card.metric:
                color = "warm" if self.highlight == index + 1 else "cool"
                layers.append(
                    self.figure(card.metric, cell, Track(pictures[index].start, COUNT_TIME, out_cubic), color)
                )
        for index, cell in enumerate(plan.cells):
            layers += self.words(index, cell, words[index].start)
        return Placed(tuple(layers))

    def shelf(self) -> Layer:
        """The lines on which everything stands, growing from the left."""
        shelves, width = self.plan.shelves, self.screen.px(3)
        y = array([[y, y] for _, _, y in shelves])  # type: ignore[misc]
        color = "cool" if self.is_bare else "axis"

        def draw(progress: float) -> Mark:
            x = array([[left, lerp(left, right, progress)] for left, right, _ in shelves])  # type: ignore[misc]
            return Line(x, y, color, width, cap="flat")

        return moving(SHELF, draw)

    def picture(self, image: Image, cell: _Cell, track: Track) -> Layer:
        """The picture as large as its room allows, standing on the shelf."""
        room_width, room_height = self.plan.room
        width = min(room_width, room_height * image.aspect)
        height = width / image.aspect
        return appearing(
            Picture(image.file, cell.left, cell.shelf - height, width, height), track.start, track.duration
        )

    def figure(self, metric: Metric, cell: _Cell, track: Track, color: str) -> Layer:
        """The figure in the place of a picture, counting; its unit stands still."""
        language, screen, size = self.setting.language, self.screen, self.figure_size
        final = figure(metric.written(language), size, screen, color)
        baseline = cell.shelf - ABOVE_SHELF * self.g

        def draw(progress: float) -> Mark:
            opacity = emergence(progress)
            if progress >= 1.0:
                return final.at(cell.left, baseline, "ink", opacity)
            now = figure(metric.written(language, metric.number * progress), size, screen, color)
            shift = width_of((*final.before, *final.digits)) - width_of((*now.before, *now.digits))
            return now.at(cell.left + shift, baseline, "ink", opacity)

        return moving(track, draw)

    def words(self, index: int, cell: _Cell, start: float) -> list[Layer]:
        letters = self.plan.lettering
        texts = [
            line(
                text, cell.words_left, cell.name + place * NAME_PITCH * letters.name_size, letters.name_size, weight=700
            )
            for place, text in enumerate(letters.names[index])
        ]
        first = cell.name + letters.name_drop(index) + TO_TEXT * letters.text_size
        texts += [
            line(text, cell.words_left, first + place * TEXT_PITCH * letters.text_size, letters.text_size)
            for place, text in enumerate(letters.texts[index])
        ]
        return [appearing(text, start, WORDS_TIME) for text in texts]


def _excess(texts: tuple[str, ...], width: float, size: float, most: int, weight: int) -> float:
    """Pixels by which texts are too high for `most` lines; a broken word counts for many."""
    result = 0.0
    for text in texts:
        result += max(0, len(wrap(text, width / size, weight)) - most) * size
        if text.isascii() and max(advance(word, weight) for word in re.split(r"[\s-]", text)) * size > width:
            result += MISFIT
    return result


__all__ = ["Card", "Cards"]
