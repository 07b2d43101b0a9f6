"""Elements: what else a slide holds, by the name an author writes."""

from kiosk.elements.cards import Cards
from kiosk.elements.closing import Closing
from kiosk.elements.counter import Counter
from kiosk.elements.cover import Cover
from kiosk.elements.figure_row import FigureRow
from kiosk.elements.hillside import Hillside
from kiosk.elements.opener import Opener
from kiosk.elements.picture import PictureElement
from kiosk.elements.timeline import Timeline
from kiosk.elements.word_row import WordRow
from kiosk.kind import Kind

ELEMENTS: dict[str, type[Kind]] = {
    "cards": Cards,
    "closing": Closing,
    "counter": Counter,
    "cover": Cover,
    "figure_row": FigureRow,
    "hillside": Hillside,
    "opener": Opener,
    "picture": PictureElement,
    "timeline": Timeline,
    "word_row": WordRow,
}
