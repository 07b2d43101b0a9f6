"""Furniture: what every page of content wears: spine or header, title, source line, foot."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.kind import Datum
from kiosk.layers import Layer, still
from kiosk.layouts import Layout, Page
from kiosk.marks import Line, Mark, Run, Text, array
from kiosk.motif import foot, marker, marker_colors
from kiosk.setting import Setting
from kiosk.typeface import advance, balanced, spaced, wrap
from kiosk.typesetting import fitted_size, line, paragraph, upright
from kiosk.words import Words

EM_SPACE = "\u2003"
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


def page_head(setting: Setting, page: Page, heading: Heading, layout: Layout) -> tuple[Layer, ...]:
    """Spine or header, and the title with its second language, as high and as wide as the layout asks."""
    marks = _header(setting, page, heading) if page.is_portrait else _spine(setting, page, heading)
    return tuple(still(mark) for mark in (*marks, *_title(setting, page, heading.title, layout)))


def _spine(setting: Setting, page: Page, heading: Heading) -> list[Mark]:
    screen, g, size = setting.screen, setting.screen.g, setting.screen.size("small")
    colors, title = marker_colors(setting.chapter, len(setting.chapters)), setting.say(heading.chapter)
    top, bottom = 7 * g, page.source
    rule = Line(array([13 * g, 13 * g]), array([top, bottom]), "hair", screen.px(1.5), cap="flat")
    # The stretch of the hairline that belongs to this page: how far the show has come.
    share = (bottom - top) / heading.count
    begin = top + share * (heading.number - 1)
    here = Line(array([13 * g, 13 * g]), array([begin, begin + share]), "axis", screen.px(4), cap="flat")
    marks: list[Mark] = [
        rule,
        here,
        line(f"{heading.number:02d}", 8 * g, page.source, size, color="muted", anchor="middle"),
    ]
    if colors:
        marks.append(marker(5.5 * g, 7 * g, 5 * g, colors))
    if title and setting.is_chinese and not title.isascii():
        marks.append(upright(title, 8 * g, 14.2 * g + 0.88 * size, size, color="muted"))
    elif title:
        room = page.source - 2.5 * size - 14.2 * g
        turned = fitted_size(title, room, size, 0.7 * size)
        marks.append(line(title, 8 * g - 0.34 * turned, 14.2 * g, turned, color="muted", angle=90.0))
    return marks


def _header(setting: Setting, page: Page, heading: Heading) -> list[Mark]:
    screen, g, size = setting.screen, setting.screen.g, setting.screen.size("small")
    colors, title = marker_colors(setting.chapter, len(setting.chapters)), setting.say(heading.chapter)
    rule = Line(array([page.left, page.right]), array([14 * g, 14 * g]), "hair", screen.px(1.5), cap="flat")
    share = (page.right - page.left) / heading.count
    begin = page.left + share * (heading.number - 1)
    here = Line(array([begin, begin + share]), array([14 * g, 14 * g]), "axis", screen.px(4), cap="flat")
    number = line(f"{heading.number:02d}", page.right, 11 * g, size, color="muted", anchor="end")
    marks: list[Mark] = [rule, here, number]
    if colors:
        marks.append(marker(page.left, 7.3 * g, 5 * g, colors))
    marks.append(line(title, page.left + 7 * g if colors else page.left, 11 * g, size, color="muted"))
    return marks


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
    width = page.title_width * (1.0 if page.is_portrait else layout.title_share)
    top = page.title - layout.title_lift * g
    size = fitted_size(text, width, screen.size("title"), 0.0, 700)
    if size >= screen.size("label"):
        title = (line(text, page.left, top, size, weight=700, tracking=0.01),)
        below = top + 5.2 * g
    else:
        size = _fit_lines(text, width, screen.size("label"), small, lines=2)
        # On an upright screen the header leaves no room to lift two lines.
        first = (page.title if page.is_portrait else top) - 3.6 * g
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


def source_line(setting: Setting, page: Page, data: Iterable[Datum], notes: Iterable[str]) -> tuple[Layer, ...]:
    """What one unit stands for, then the source and the period of every figure on the slide, on one line at the foot."""
    language = setting.language
    sources: list[str] = []
    periods: list[str] = []
    for datum in data:
        source, period = setting.say(datum.source), datum.period_text(language)
        sources += [source] if source and source not in sources else []
        periods += [period] if period and period not in periods else []
    parts = [*notes]
    if sources:
        parts.append(SOURCE.get(language, SOURCE["en"]) + ", ".join(sources))
    parts += periods
    if not parts:
        return ()
    size, room = setting.screen.size("small"), page.right - page.left
    text = EM_SPACE.join(parts)
    lines: tuple[tuple[str, float], ...] = ((text, page.source),)
    if len(parts) > 1 and fitted_size(text, room, size, 0.0) < LEAST_SHRINK * size:
        # Two lines, the upper one on the baseline of the page number: above it axis labels may stand.
        lower = EM_SPACE.join(parts[1:])
        lines = ((parts[0], page.source), (lower, page.source + 1.15 * size))
    return tuple(
        still(line(each, page.left, y, fitted_size(each, room, size, 0.6 * size), color="muted")) for each, y in lines
    )
