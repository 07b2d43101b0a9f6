"""Fitting: what of a chart leaves its box, and which of its texts lie on one another."""

from itertools import combinations

from kiosk.kind import Kind
from kiosk.layouts import Page
from kiosk.marks import Bars, Dots, Mark, Shapes, Text
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.typesetting import LINE_PITCH, width_of

SIZES = ((1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080))
LANGUAGES = (("zh", "en"), ("en", "zh"))
FLAT = frozenset("0123456789.+-%")
"""What has no ink below the baseline."""
TOUCH = 2.0
"""Pixels by which boxes of texts may overlap before it counts: their ink is smaller."""


def page_setting(width: int = 1920, height: int = 1080, languages: tuple[str, ...] = LANGUAGES[0]) -> Setting:
    """The content of a page."""
    page = Page(Screen(width, height))
    return Setting(page.screen, page.content, page.foot, languages)


def text_box(mark: Text) -> Box:
    """The room that the ink of a text takes, generously."""
    size, width = max(run.size for run in mark.runs), width_of(mark.runs)
    above = 0.76 * size
    below = max(run.size * (0.02 if all(char in FLAT for char in run.text) else 0.2) for run in mark.runs)
    if mark.upright:
        top = mark.y - 0.88 * size
        return Box(mark.x - size / 2.0, top, size, (len(mark.text) - 1) * LINE_PITCH * size + size)
    if mark.angle == 90.0:
        return Box(mark.x - below, mark.y, above + below, width)
    if mark.angle == -90.0:
        return Box(mark.x - above, mark.y - width, above + below, width)
    left = mark.x - {"end": width, "middle": width / 2.0}.get(mark.anchor, 0.0)
    return Box(left, mark.y - above, width, above + below)


def mark_box(mark: Mark) -> Box | None:
    """The room that a mark takes; None for lines and what has no extent."""
    if isinstance(mark, Text):
        return text_box(mark) if mark.text.strip() else None
    if isinstance(mark, Bars) and mark.left.size:
        return Box.between(
            float(mark.left.min()),
            float(mark.top.min()),
            float((mark.left + mark.width).max()),
            float((mark.top + mark.height).max()),
        )
    if isinstance(mark, Dots) and mark.x.size:
        reach = mark.diameter / 2.0
        return Box.between(
            float((mark.x - reach).min()),
            float((mark.y - reach).min()),
            float((mark.x + reach).max()),
            float((mark.y + reach).max()),
        )
    if isinstance(mark, Shapes) and mark.x.size:
        return Box.between(float(mark.x.min()), float(mark.y.min()), float(mark.x.max()), float(mark.y.max()))
    return None


def misfits(kind: Kind, width: int = 1920, height: int = 1080, languages: tuple[str, ...] = LANGUAGES[0]) -> list[str]:
    """What of a kind in its final state leaves the content of a page, is too small, or lies on another text."""
    where = page_setting(width, height, languages)
    marks = kind.place(where).at(99.0)
    box, size = where.box, where.screen.size("small")
    found: list[str] = []
    for mark in marks:
        room = mark_box(mark)
        if room is None or getattr(mark, "opacity", 1.0) == 0.0:
            continue
        name = mark.text if isinstance(mark, Text) else type(mark).__name__
        # Figures stand by their ink, which begins some way into the first cell.
        slack = max(0.3 * size, 0.12 * max(run.size for run in mark.runs)) if isinstance(mark, Text) else 1.0
        if room.left < box.left - slack or room.right > box.right + slack:
            found.append(f"{name}: from {room.left:.0f} to {room.right:.0f} across")
        if room.top < box.top - slack or room.bottom > box.bottom + where.foot + slack:
            found.append(f"{name}: from {room.top:.0f} to {room.bottom:.0f} down")
        if isinstance(mark, Text) and max(run.size for run in mark.runs) < size - 0.5:
            found.append(f"{name}: too small")
    texts = [mark for mark in marks if isinstance(mark, Text) and mark.opacity > 0.0 and mark.text.strip()]
    for one, other in combinations(texts, 2):
        first, second = text_box(one), text_box(other)
        across = min(first.right, second.right) - max(first.left, second.left)
        down = min(first.bottom, second.bottom) - max(first.top, second.top)
        # Digits and capitals have nothing below the baseline, where the next line may begin.
        if across > TOUCH and down > 0.2 * size:
            found.append(f"{one.text} lies on {other.text}")
    return found
