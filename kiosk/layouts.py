"""Layouts: where things stand, by name, on every shape of screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kiosk.screen import Box, Screen


@dataclass(frozen=True)
class Page:
    """The places that all slides share on one screen: furniture, margins and baselines, in pixels."""

    screen: Screen

    @cached_property
    def is_portrait(self) -> bool:
        """Whether the furniture is a row on top instead of a spine at the left."""
        return self.screen.shape == "portrait"

    @cached_property
    def is_ultrawide(self) -> bool:
        """Whether title, chart and figures stand side by side."""
        return self.screen.shape == "ultrawide"

    @cached_property
    def is_narrow(self) -> bool:
        """Whether the screen is hardly wider than high."""
        return self.screen.shape == "classic"

    @cached_property
    def left(self) -> float:
        """The left edge of all text."""
        return (6 if self.is_portrait else 17) * self.screen.g

    @cached_property
    def right(self) -> float:
        """The right edge of all text."""
        return self.screen.width - (6 if self.is_portrait else 8) * self.screen.g

    @cached_property
    def spine(self) -> float:
        """The x of the hairline between spine and page; 0 where there is no spine."""
        return 0.0 if self.is_portrait else 13 * self.screen.g

    @cached_property
    def source(self) -> float:
        """The baseline of the source line and of the page number."""
        return self.screen.height - 6 * self.screen.g

    @cached_property
    def title(self) -> float:
        """The baseline of the title's first line."""
        return {"portrait": 24.2, "ultrawide": 16.0}.get(self.screen.shape, 13.6) * self.screen.g

    @cached_property
    def title_role(self) -> str:
        """The type size of the title."""
        return "banner" if self.is_ultrawide else "title"

    @cached_property
    def title_width(self) -> float:
        """The room for a line of the title."""
        if self.is_ultrawide:
            return self.screen.width * 0.26 - self.left
        return self.right - self.left

    @cached_property
    def content(self) -> Box:
        """The room for charts and elements; axis labels stand in the 5 grid steps below it."""
        g, screen = self.screen.g, self.screen
        if self.is_portrait:
            return Box.between(self.left, 35 * g, self.right, screen.height - 12 * g)
        if self.is_ultrawide:
            return Box.between(screen.width * 0.307, 7 * g, self.right, screen.height - 18 * g)
        return Box.between(self.left, 22 * g, self.right, screen.height - 18 * g)

    @cached_property
    def foot(self) -> float:
        """Pixels for axis labels below the content."""
        return (2 if self.is_portrait else 5) * self.screen.g

    @cached_property
    def whole(self) -> Box:
        """The whole screen."""
        return Box(0.0, 0.0, float(self.screen.width), float(self.screen.height))


@dataclass(frozen=True)
class Layout:
    """A named arrangement: its areas on a page, and whether the slide wears title, spine and foot."""

    about: str
    areas: Callable[[Page], Mapping[str, Box]]
    is_poster: bool = False
    has_foot: bool = True
    title_lift: float = 0.0
    """Grid steps by which the title stands higher than on other pages."""
    title_share: float = 1.0
    """The part of the page's width that the title may take on a landscape screen."""

    @property
    def area_names(self) -> tuple[str, ...]:
        """The names of its areas; they are the same on every screen."""
        return tuple(self.areas(Page(Screen(1920, 1080))))


def _beside(box: Box, gap: float, *shares: float) -> tuple[Box, ...]:
    room, total, left, result = box.width - gap * (len(shares) - 1), sum(shares), box.left, []
    for share in shares:
        width = room * share / total
        result.append(Box(left, box.top, width, box.height))
        left += width + gap
    return tuple(result)


def _stacked(box: Box, gap: float, *shares: float) -> tuple[Box, ...]:
    room, total, top, result = box.height - gap * (len(shares) - 1), sum(shares), box.top, []
    for share in shares:
        height = room * share / total
        result.append(Box(box.left, top, box.width, height))
        top += height + gap
    return tuple(result)


def _full(page: Page) -> dict[str, Box]:
    return {"main": page.content}


def _split(page: Page) -> dict[str, Box]:
    g = page.screen.g
    parts = _stacked(page.content, 8 * g, 1, 1) if page.is_portrait else _beside(page.content, 6 * g, 1, 1)
    return dict(zip(("main", "side"), parts, strict=True))


def _airy(page: Page) -> Box:
    """The content with some air below the title: large digits have no ascenders to keep it clear."""
    box = page.content
    return Box.between(box.left, box.top + 1.5 * page.screen.g, box.right, box.bottom)


def _figure_beside(page: Page) -> dict[str, Box]:
    g = page.screen.g
    parts = _stacked(page.content, 8 * g, 4, 7) if page.is_portrait else _beside(_airy(page), 5 * g, 78, 52)
    return dict(zip(("figure", "main"), parts, strict=True))


def _figure_above(page: Page) -> dict[str, Box]:
    g = page.screen.g
    if page.is_portrait:
        parts = _stacked(page.content, 8 * g, 5, 6)
    elif page.is_ultrawide:
        parts = _stacked(page.content, 6 * g, 42, 17)
    else:
        parts = _stacked(_airy(page), 4 * g, 30, 15) if page.is_narrow else _stacked(_airy(page), 5 * g, 32, 12)
    return dict(zip(("figure", "main"), parts, strict=True))


def _figure_over(page: Page) -> dict[str, Box]:
    box, g = _airy(page), page.screen.g
    if page.is_portrait:
        figure = Box(box.left, box.top, box.width, box.height * 0.34)
    elif page.is_ultrawide:
        figure = Box(box.left, box.top + 8 * g, box.width * 0.45, box.height)
    else:
        figure = Box(box.left, box.top, box.width * 0.52, box.height)
    return {"main": page.content, "figure": figure}


def _rows(page: Page) -> dict[str, Box]:
    box, g = page.content, page.screen.g
    if page.is_portrait:
        parts = _stacked(box, 6 * g, 30, 34, 36)
    elif page.is_ultrawide:
        parts = _stacked(box, 5 * g, 20, 8, 22)
    else:
        parts = _stacked(_airy(page), 4 * g, 18, 6, 16)
    return dict(zip(("top", "middle", "bottom"), parts, strict=True))


def _trio(page: Page) -> dict[str, Box]:
    box, g = page.content, page.screen.g
    if page.is_portrait:
        figure, top, bottom = _stacked(box, 7 * g, 38, 28, 34)
    elif page.is_ultrawide:
        figure, top, bottom = _beside(box, 6 * g, 42, 26, 26)
    else:
        figure, right = _beside(_airy(page), 6 * g, 77, 52)
        top, bottom = _stacked(right, 6 * g, 19, 23)
    return {"figure": figure, "top": top, "bottom": bottom}


def _quarters(page: Page) -> dict[str, Box]:
    box, g = page.content, page.screen.g
    if page.is_portrait:
        parts = _stacked(box, 5 * g, 22, 26, 22, 28)
        return dict(zip(("figure", "main", "top", "bottom"), parts, strict=True))
    left, right = _beside(_airy(page), 6 * g, 77, 52)
    figure, main = _stacked(left, 4 * g, 1, 1)
    top, bottom = _stacked(right, 4 * g, 1, 1)
    return {"figure": figure, "main": main, "top": top, "bottom": bottom}


def _backdrop(page: Page) -> dict[str, Box]:
    screen = page.screen
    behind = Box.between(page.spine, 0.0, float(screen.width), float(screen.height))
    figure = page.content
    if page.is_ultrawide:
        # The title stands beside the figure here, so nothing else keeps it away from the upper edge.
        figure = Box.between(figure.left, 22 * screen.g, figure.right, figure.bottom)
    return {"main": behind, "figure": figure}


def _poster(page: Page) -> dict[str, Box]:
    return {"main": page.whole}


LAYOUTS: dict[str, Layout] = {
    "full": Layout("one chart over the whole page", _full),
    "aside": Layout("one chart whose figures stand at the right, up to the top of the page", _full, title_share=0.56),
    "split": Layout("two areas of the same size", _split),
    "beside": Layout("a large figure and a chart beside it", _figure_beside),
    "above": Layout("a large figure and a band below it", _figure_above),
    "over": Layout("a large figure on a chart that runs across the page", _figure_over, has_foot=False),
    "rows": Layout("three rows: figures, words, a line", _rows),
    "trio": Layout("a large figure and two smaller areas beside it", _trio),
    "quarters": Layout("four areas, the left ones wider", _quarters),
    "scene": Layout("a drawing that fills the screen behind a figure", _backdrop, has_foot=False),
    "backdrop": Layout(
        "a level that fills the screen behind a figure", _backdrop, has_foot=False, title_lift=3.0, title_share=0.84
    ),
    "poster": Layout("the whole screen without title and spine", _poster, is_poster=True, has_foot=False),
}
