"""Furniture: what every page of content wears: spine or header, title, source line, foot."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.kind import Datum
from kiosk.layers import Layer, still
from kiosk.layouts import Layout, Page
from kiosk.marks import Line, Mark, Run, Text, array
from kiosk.motif import foot, marker, marker_colors
from kiosk.overlay import Overlay
from kiosk.setting import Setting
from kiosk.typeface import advance, balanced, spaced, wrap
from kiosk.typesetting import fitted_size, line, paragraph, upright
from kiosk.words import Words

EM_SPACE = "\u2003"
PLAIN = Overlay()
SOURCE: dict[str, str] = {"zh": "来源 ", "en": "Source: "}

LEAST_SHRINK = 0.78
"""How much smaller than "small" the source line may become before it takes two lines."""


@dataclass(frozen=True)
class Heading:
    """What a page says of itself: its title, its number and the chapter it belongs to."""

    title: Words
    number: int
    count: int
    chapter: Words


def page_foot(setting: Setting) -> tuple[Layer, ...]:
    """The strokes along the lower edge, behind the content."""
    return (still(foot(setting.screen)),)


def page_head(
    setting: Setting, page: Page, heading: Heading, layout: Layout, overlay: Overlay = PLAIN
) -> tuple[Layer, ...]:
    """Spine or header, and the title with its second language, as high and as wide as the layout asks."""
    wears = _header if page.has_header else _spine
    marks = [*wears(setting, page, heading, overlay), *_title(setting, page, heading.title, layout)]
    logo = overlay.logo_mark(page)
    return tuple(still(mark) for mark in ([*marks, logo] if logo else marks))


def _spine(setting: Setting, page: Page, heading: Heading, overlay: Overlay) -> list[Mark]:
    screen, g, size = setting.screen, setting.screen.g, setting.screen.size("small")
    colors, title = _chapter(setting, heading, overlay)
    left, top, bottom = screen.safe.left, screen.safe.top + 7 * g, page.source
    x = array([page.spine, page.spine])
    marks: list[Mark] = [Line(x, array([top, bottom]), "hair", screen.px(1.5), cap="flat")]
    if overlay.progress:
        # The stretch of the hairline that belongs to this page: how far the show has come.
        share = (bottom - top) / heading.count
        begin = top + share * (heading.number - 1)
        marks += [
            Line(x, array([begin, begin + share]), "axis", screen.px(4), cap="flat"),
            line(f"{heading.number:02d}", left + 8 * g, page.source, size, color="muted", anchor="middle"),
        ]
    if colors:
        marks.append(marker(left + 5.5 * g, top, 5 * g, colors))
    under = top + 7.2 * g
    if title and setting.is_chinese and not title.isascii():
        marks.append(upright(title, left + 8 * g, under + 0.88 * size, size, color="muted"))
    elif title:
        turned = fitted_size(title, page.source - 2.5 * size - under, size, 0.7 * size)
        marks.append(line(title, left + 8 * g - 0.34 * turned, under, turned, color="muted", angle=90.0))
    return marks


def _header(setting: Setting, page: Page, heading: Heading, overlay: Overlay) -> list[Mark]:
    screen, g, size = setting.screen, setting.screen.g, setting.screen.size("small")
    colors, title = _chapter(setting, heading, overlay)
    y, baseline = array([page.header, page.header]), page.header - 3 * g
    marks: list[Mark] = [Line(array([page.left, page.right]), y, "hair", screen.px(1.5), cap="flat")]
    if overlay.progress:
        share = (page.right - page.left) / heading.count
        begin = page.left + share * (heading.number - 1)
        marks += [
            Line(array([begin, begin + share]), y, "axis", screen.px(4), cap="flat"),
            line(f"{heading.number:02d}", page.right, baseline, size, color="muted", anchor="end"),
        ]
    if colors:
        marks.append(marker(page.left, page.header - 6.7 * g, 5 * g, colors))
    if title:
        left = page.left + 7 * g if colors else page.left
        marks.append(line(title, left, baseline, size, color="muted"))
    return marks


def _chapter(setting: Setting, heading: Heading, overlay: Overlay) -> tuple[tuple[str, ...], str]:
    """The colours of the marker's strokes and the title of the chapter; empty where the show hides them."""
    if not overlay.chapter:
        return (), ""
    return marker_colors(setting.chapter, len(setting.chapters)), setting.say(heading.chapter)


def _title(setting: Setting, page: Page, words: Words, layout: Layout) -> list[Mark]:
    screen, g = setting.screen, setting.screen.g
    text, second = setting.say(words), setting.second(words)
    small = screen.size("small")
    if page.is_ultrawide:
        size = _fit_lines(text, page.title_width, screen.size(page.title_role), screen.size("label"), lines=3)
        title = _title_lines(text, page.left, page.title, page.title_width, size, 1.24)
        below = title[-1].y + 7.5 * g
        lines = paragraph(second, page.left, below, page.title_width, small, color="muted", pitch=1.5) if second else ()
        return [*title, *lines]
    width = page.title_width * layout.title_part(page)
    top = page.title - layout.lift(page)
    size = fitted_size(text, width, screen.size("title"), 0.0, 700)
    if size >= screen.size("label"):
        title = (line(text, page.left, top, size, weight=700, tracking=0.01),)
        below = top + 5.2 * g
    else:
        size = _fit_lines(text, width, screen.size("label"), small, lines=2)
        # Below a header there is no room to lift two lines.
        first = (page.title if page.has_header else top) - 3.6 * g
        title = _title_lines(text, page.left, first, width, size, 1.18)
        below = title[-1].y + 4.6 * g
    if not second or layout.title_lift:
        return [*title]
    second_size = fitted_size(second, width, small, 0.0)
    if second_size < 0.85 * small:
        return [*title, *paragraph(second, page.left, below, width, small, color="muted")]
    return [*title, line(second, page.left, below, second_size, color="muted")]


def _title_lines(text: str, x: float, y: float, width: float, size: float, pitch: float) -> tuple[Text, ...]:
    """A title in lines that end, where they can, at its spaces: they stand for commas."""
    lines = balanced(spaced(text), width / size, 700)
    return tuple(Text(x, y + index * pitch * size, (Run(each, size, 700),)) for index, each in enumerate(lines))


def _fit_lines(text: str, width: float, size: float, floor: float, lines: int) -> float:
    """The greatest size, down to `floor`, at which the text takes at most `lines` lines and no word is broken."""
    longest = max((advance(word, 700) for word in spaced(text).split()), default=0.0)
    while size > floor and (len(wrap(spaced(text), width / size, 700)) > lines or longest * size > width):
        size -= 1.0
    return size


def _begun(note: str) -> str:
    """A note as the line begins with it: its first word, unless it has capitals of its own, with a capital letter."""
    word = note.partition(" ")[0]
    return note[:1].upper() + note[1:] if word.isascii() and word.islower() else note


def source_line(
    setting: Setting, page: Page, data: Iterable[Datum], notes: Iterable[str], room: float | None = None
) -> tuple[Layer, ...]:
    """What one unit stands for, then the source and the period of every figure on the slide, on one line at the foot.

    `room` is the width that it may take, all of the page's if left out.
    """
    language = setting.language
    sources: list[str] = []
    periods: list[str] = []
    for datum in data:
        source, period = setting.say(datum.source), datum.period_text(language)
        sources += [source] if source and source not in sources else []
        periods += [period] if period and period not in periods else []
    parts = [_begun(note) for note in notes]
    if sources:
        parts.append(SOURCE.get(language, SOURCE["en"]) + ("、" if setting.is_chinese else ", ").join(sources))
    parts += periods
    if not parts:
        return ()
    size, room = setting.screen.size("small"), page.right - page.left if room is None else room
    text = EM_SPACE.join(parts)
    lines: tuple[tuple[str, float], ...] = ((text, page.source),)
    if len(parts) > 1 and fitted_size(text, room, size, 0.0) < LEAST_SHRINK * size:
        # Two lines, the upper one on the baseline of the page number: above it axis labels may stand.
        lower = EM_SPACE.join(parts[1:])
        lines = ((parts[0], page.source), (lower, page.source + 1.15 * size))
    return tuple(
        still(line(each, page.left, y, fitted_size(each, room, size, 0.6 * size), color="muted")) for each, y in lines
    )
