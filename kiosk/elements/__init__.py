"""Elements: what else a slide holds, by the name an author writes."""

from kiosk.catalogue import Catalogue

ELEMENTS = Catalogue(
    "kiosk.elements",
    {
        "bullets": "Bullets",
        "caption": "Caption",
        "cards": "Cards",
        "clock": "Clock",
        "closing": "Closing",
        "counter": "Counter",
        "cover": "Cover",
        "figure_row": "FigureRow",
        "film": "FilmElement",
        "flip_board": "FlipBoard",
        "heading": "Heading",
        "hillside": "Hillside",
        "icon_row": "IconRow",
        "logo_wall": "LogoWall",
        "opener": "Opener",
        "panel": "Panel",
        "picture": "PictureElement",
        "qr_code": "QrCode",
        "quote": "Quote",
        "text": "TextElement",
        "ticker": "Ticker",
        "timeline": "Timeline",
        "word_row": "WordRow",
    },
)
"""The class of each kind, which stands in the module of that name."""
