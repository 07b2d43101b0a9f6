"""Elements: what else a slide holds, by the name an author writes."""

from kiosk.elements.bullets import Bullets
from kiosk.elements.caption import Caption
from kiosk.elements.cards import Cards
from kiosk.elements.clock import Clock
from kiosk.elements.closing import Closing
from kiosk.elements.counter import Counter
from kiosk.elements.cover import Cover
from kiosk.elements.figure_row import FigureRow
from kiosk.elements.film import FilmElement
from kiosk.elements.flip_board import FlipBoard
from kiosk.elements.heading import Heading
from kiosk.elements.hillside import Hillside
from kiosk.elements.icon_row import IconRow
from kiosk.elements.logo_wall import LogoWall
from kiosk.elements.opener import Opener
from kiosk.elements.panel import Panel
from kiosk.elements.picture import PictureElement
from kiosk.elements.qr_code import QrCode
from kiosk.elements.quote import Quote
from kiosk.elements.text import TextElement
from kiosk.elements.ticker import Ticker
from kiosk.elements.timeline import Timeline
from kiosk.elements.word_row import WordRow
from kiosk.kind import Kind

ELEMENTS: dict[str, type[Kind]] = {
    "bullets": Bullets,
    "caption": Caption,
    "cards": Cards,
    "clock": Clock,
    "closing": Closing,
    "counter": Counter,
    "cover": Cover,
    "figure_row": FigureRow,
    "film": FilmElement,
    "flip_board": FlipBoard,
    "heading": Heading,
    "hillside": Hillside,
    "icon_row": IconRow,
    "logo_wall": LogoWall,
    "opener": Opener,
    "panel": Panel,
    "picture": PictureElement,
    "qr_code": QrCode,
    "quote": Quote,
    "text": TextElement,
    "ticker": Ticker,
    "timeline": Timeline,
    "word_row": WordRow,
}
