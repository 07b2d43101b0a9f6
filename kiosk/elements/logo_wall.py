"""LogoWall: the signs of partners in an even grid, none larger to the eye than another."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

import numpy as np
from pydantic import Field

from kiosk.anatomy.words.captions import RISE, fits, shortened
from kiosk.image import Image
from kiosk.kind import ImageRef, Kind, Options
from kiosk.layers import Layer, Placed, appearing
from kiosk.marks import Bars, Picture, Run, Text, array
from kiosk.motion import stagger
from kiosk.screen import Box
from kiosk.setting import Setting
from kiosk.typeface import balanced, spaced
from kiosk.typesetting import LINE_PITCH
from kiosk.words import Words

GAP, PLATE_GAP = 7.0, 2.4
"""Between cells, in grid steps; plates part by themselves."""
AIR = 1.5
"""Below the title, in grid steps: logos have no ascenders to keep them clear of it."""
PADDING = 0.13
"""Around a logo on a plate, by the shorter side of the plate."""
USUAL = 2.1
"""The shape that a cell should have, width over height: most logos are about so wide."""
ORDINARY = 0.25
"""The part of the logos that may be of so odd a shape that they stay smaller than the others."""
LARGEST = 22.0
"""The side of the square that is as large as a logo, in grid steps."""
START, TIME = 0.2, 0.5
TO_NAME, MOST_LINES = 1.2, 2


class Logo(Options):
    """One logo."""

    image: Annotated[ImageRef, Field(description="the picture of the logo, best without a ground of its own")]
    name: Annotated[Words | None, Field(description="a name below it")] = None


class LogoWall(Kind):
    """Four to twenty-four logos in an even grid, each whole and of about the same size to the eye.

    `plate: true` puts a light plate behind each, for logos that are made for white paper. On plates and on light grounds
    `acme.light.png`, if it is there, is shown in place of `acme.png`.
    """

    logos: Annotated[tuple[Logo, ...], Field(min_length=4, max_length=24, description="the logos, row by row")]
    plate: Annotated[bool, Field(description="whether each stands on a light plate")] = False

    def place(self, setting: Setting) -> Placed:
        return _Wall(self.logos, self.plate, setting).placed()


@dataclass(frozen=True)
class _Wall:
    """Logos in one setting."""

    logos: tuple[Logo, ...]
    has_plates: bool
    setting: Setting

    @property
    def gap(self) -> float:
        return (PLATE_GAP if self.has_plates else GAP) * self.setting.screen.g

    @property
    def small(self) -> float:
        return self.setting.screen.size("small")

    @cached_property
    def room(self) -> Box:
        box, foot, air = self.setting.box, self.setting.foot, AIR * self.setting.screen.g
        return Box.between(box.left, box.top + air, box.right, box.bottom + 0.6 * foot)

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(spaced(self.setting.say(logo.name)) if logo.name else "" for logo in self.logos)

    @cached_property
    def columns(self) -> int:
        """The number of columns that gives logos the most room and leaves the last row as full as can be."""
        count = len(self.logos)

        def worth(columns: int) -> float:
            width, height = self.cell_of(columns)
            room = min(width, USUAL * max(height, 0.0))
            lost = (-count) % columns
            return room * (1.0 - 0.5 * lost / columns)

        return max(range(1, count + 1), key=worth)

    @property
    def rows(self) -> int:
        return math.ceil(len(self.logos) / self.columns)

    def name_height(self, width: float) -> float:
        """Pixels for the names below the logos of one row."""
        if not any(self.names):
            return 0.0
        lines = max(1 if fits(name, width, self.small, 1) else MOST_LINES for name in self.names)
        return TO_NAME * self.setting.screen.g + (RISE + 0.2 + LINE_PITCH * (lines - 1)) * self.small

    def cell_of(self, columns: int) -> tuple[float, float]:
        """Width and height of the room for one logo."""
        rows = math.ceil(len(self.logos) / columns)
        width = (self.room.width - (columns - 1) * self.gap) / columns
        height = (self.room.height - (rows - 1) * self.gap) / rows - self.name_height(width)
        return width, height

    @cached_property
    def cell(self) -> tuple[float, float]:
        width, height = self.cell_of(self.columns)
        # Beyond that logos would not grow, and cells so high would only tear the rows apart.
        return width, max(1.0, min(height, 0.8 * width, 1.6 * LARGEST * self.setting.screen.g))

    @cached_property
    def inner(self) -> tuple[float, float]:
        """The room within a cell."""
        width, height = self.cell
        edge = PADDING * min(width, height) if self.has_plates else 0.0
        return width - 2.0 * edge, height - 2.0 * edge

    @cached_property
    def area(self) -> float:
        """Square pixels that a logo takes: as many as the cell allows for all but the oddest shapes."""
        width, height = self.inner
        most = [min(width**2 / logo.image.aspect, height**2 * logo.image.aspect) for logo in self.logos]
        largest = (LARGEST * self.setting.screen.g) ** 2
        return min(float(np.quantile(most, ORDINARY)), largest)

    def size(self, image: Image) -> tuple[float, float]:
        """Width and height of a logo: of the common area, or as large as its cell allows."""
        width, height = self.inner
        area = min(self.area, width**2 / image.aspect, height**2 * image.aspect)
        return math.sqrt(area * image.aspect), math.sqrt(area / image.aspect)

    def placed(self) -> Placed:
        (width, height), layers = self.cell, list[Layer]()
        pitch = height + self.name_height(width) + self.gap
        spare = self.room.height - (self.rows * pitch - self.gap)
        top = self.room.top + 0.4 * max(0.0, spare)
        tracks = stagger(len(self.logos), start=START, duration=TIME, step=0.06)
        words: list[Layer] = []
        for index, logo in enumerate(self.logos):
            row, column = divmod(index, self.columns)
            cell = Box(self.room.left + column * (width + self.gap), top + row * pitch, width, height)
            start = tracks[index].start
            if self.has_plates:
                plate = Bars(array([cell.left]), array([cell.top]), array([width]), array([height]), "paper")
                layers.append(appearing(plate, start, TIME))
            wide, high = self.size(logo.image)
            left = cell.left + ((width - wide) / 2.0 if self.has_plates else 0.0)
            middle = cell.top + (height - high) / 2.0
            picture = Picture(logo.image.file, left, middle, wide, high, is_on_paper=self.has_plates)
            layers.append(appearing(picture, start, TIME))
            words += self.name_layers(index, cell, start)
        return Placed((*layers, *words))

    def name_layers(self, index: int, cell: Box, start: float) -> list[Layer]:
        """A name, flush with the left edge of its cell."""
        name, size = self.names[index], self.small
        if not name:
            return []
        lines = balanced(name, cell.width / size)
        if len(lines) > MOST_LINES:
            lines = shortened(name, cell.width, size, MOST_LINES)
        first = cell.bottom + TO_NAME * self.setting.screen.g + RISE * size
        marks = (
            Text(cell.left, first + number * LINE_PITCH * size, (Run(text, size, 400, "muted"),))
            for number, text in enumerate(lines)
        )
        return [appearing(mark, start + 0.4) for mark in marks]
