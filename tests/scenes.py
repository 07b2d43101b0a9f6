"""Scenes for tests: a kind in the area of a layout, on screens of every shape."""

from kiosk.kind import Kind
from kiosk.layers import Placed
from kiosk.layouts import LAYOUTS, Page
from kiosk.marks import Mark, Text
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.typeface import DESCENT
from kiosk.typesetting import width_of
from kiosk.words import Words

SIZES = ((1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080), (1080, 1080), (1024, 768))
LANGUAGES = ("zh", "en")
CHAPTERS = (
    Words({"zh": "聚创新", "en": "Gathering innovation"}),
    Words({"zh": "优服务", "en": "Serving business"}),
    Words({"zh": "强产业", "en": "Lifting industry"}),
)


def setting(
    layout: str, area: str = "main", size: tuple[int, int] = (1920, 1080), language: str = "zh", chapter: int = 2
) -> Setting:
    """The setting of one area."""
    page = Page(Screen(*size))
    languages = (language, *(each for each in LANGUAGES if each != language))
    box = LAYOUTS[layout].areas(page)[area]
    return Setting(page.screen, box, page.foot, languages, CHAPTERS, chapter)


def final(placed: Placed) -> tuple[Mark, ...]:
    """The marks when nothing moves any more."""
    return placed.at(placed.duration)


def texts(marks: tuple[Mark, ...]) -> tuple[Text, ...]:
    """The texts among marks."""
    return tuple(mark for mark in marks if isinstance(mark, Text))


def room_of(text: Text) -> Box:
    """About the room that a level text takes: from the height of its capitals to its descenders, if it has any."""
    width, size = width_of(text.runs), max(run.size for run in text.runs)
    below = max((0.0 if run.text.strip("-,.%0123456789") == "" else 0.6 * DESCENT) * run.size for run in text.runs)
    left = text.x - {"start": 0.0, "ink": 0.0, "middle": width / 2.0, "end": width}[text.anchor]
    return Box.between(left, text.y - 0.74 * size, left + width, text.y + below)


def overlap(first: Box, second: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return (
        min(first.right, second.right) - max(first.left, second.left) > 1.0
        and min(first.bottom, second.bottom) - max(first.top, second.top) > 1.0
    )


def colliding(marks: tuple[Mark, ...]) -> list[tuple[str, str]]:
    """Pairs of texts that stand on each other."""
    rooms = [(text.text, room_of(text)) for text in texts(marks)]
    return [
        (first, second)
        for index, (first, here) in enumerate(rooms)
        for second, there in rooms[index + 1 :]
        if overlap(here, there)
    ]


def outside(kind: Kind, where: Setting, marks: tuple[Mark, ...]) -> list[str]:
    """Texts that leave the screen or the sides of the box."""
    box, screen = where.box, where.screen
    return [
        text.text
        for text in texts(marks)
        if room_of(text).left < box.left - 2 * screen.g
        or room_of(text).right > box.right + 0.5 * screen.g
        or room_of(text).top < 0
        or room_of(text).bottom > screen.height
    ]
