"""Items: one adapter for each kind of mark, from a value to a thing on the stage."""

from typing import Any

from kiosk.marks import Area, Bars, Dots, Film, Line, Mark, Picture, Shapes, Strokes, Text, Wedges
from kiosk.qt.items.area import AreaItem
from kiosk.qt.items.bars import BarsItem
from kiosk.qt.items.dots import DotsItem
from kiosk.qt.items.film import FilmItem
from kiosk.qt.items.line import LineItem
from kiosk.qt.items.picture import PictureItem
from kiosk.qt.items.shapes import ShapesItem
from kiosk.qt.items.strokes import StrokesItem
from kiosk.qt.items.text import TextItem
from kiosk.qt.items.wedges import WedgesItem
from kiosk.theme import Theme

ITEMS: dict[type[Mark], Any] = {
    Area: AreaItem,
    Bars: BarsItem,
    Dots: DotsItem,
    Film: FilmItem,
    Line: LineItem,
    Picture: PictureItem,
    Shapes: ShapesItem,
    Strokes: StrokesItem,
    Text: TextItem,
    Wedges: WedgesItem,
}
"""The item class of every kind of mark; each is made with a theme and has `show_mark(mark)`."""


def item_for(mark: Mark, theme: Theme) -> Any:
    """A new item that shows `mark`."""
    item = ITEMS[type(mark)](theme)
    item.show_mark(mark)
    return item
