"""Layouts: where things stand, by name, on every shape of screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.page import Page
from kiosk.screen import Box, Screen

__all__ = ["LAYOUTS", "Layout", "Page"]


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
    header_share: float = 1.0
    """The same on a square screen."""
    is_bled: bool = False
    """Whether a picture reaches the edges of the screen, so that the source line keeps to the title's part, and no logo stands
    on it."""

    def lift(self, page: Page) -> float:
        """Pixels by which the title stands higher than on other pages; under the header of a square one is no room for that."""
        return 0.0 if page.is_square else self.title_lift * page.screen.g

    def title_part(self, page: Page) -> float:
        """The part of the page's width that the title may take."""
        return 1.0 if page.is_portrait else self.header_share if page.has_header else self.title_share

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


def _thirds(page: Page) -> dict[str, Box]:
    g = page.screen.g
    if page.is_portrait:
        parts = _stacked(page.content, 7 * g, 1, 1, 1)
    else:
        parts = _beside(page.content, (4 if page.is_narrow else 5) * g, 1, 1, 1)
    return dict(zip(("first", "second", "third"), parts, strict=True))


def _fourths(page: Page) -> dict[str, Box]:
    g, names = page.screen.g, ("first", "second", "third", "fourth")
    if page.is_portrait:
        return dict(zip(names, _stacked(page.content, 6 * g, 1, 1, 1, 1), strict=True))
    if page.is_ultrawide:
        return dict(zip(names, _beside(page.content, 5 * g, 1, 1, 1, 1), strict=True))
    # Between the rows there is room for the axis labels of the upper one.
    rows = _stacked(page.content, page.foot + 3 * g, 1, 1)
    cells = [cell for row in rows for cell in _beside(row, 5 * g, 1, 1)]
    return dict(zip(names, cells, strict=True))


ILLUSTRATED = 0.50
"""The part of the page's width that words take beside a picture."""


def _illustrated(page: Page) -> dict[str, Box]:
    g, screen, box = page.screen.g, page.screen, page.content
    if page.has_header:
        words, below = _stacked(box, 6 * g, 3, 5)
        picture = Box.between(0.0, below.top, float(screen.width), page.source - 7 * g)
    else:
        edge = box.left + ILLUSTRATED * (box.right - box.left)
        # In half the width a title often takes two lines; beside it, on an ultra-wide screen, nothing is in the way.
        top = box.top + (5 * g if not page.is_ultrawide else 0.0)
        words = Box.between(box.left, top, edge, box.bottom)
        picture = Box.between(edge + (4 if page.is_narrow else 6) * g, 0.0, float(screen.width), float(screen.height))
    return {"main": words, "side": picture}


def _photo(page: Page) -> dict[str, Box]:
    g, screen, safe = page.screen.g, page.screen, page.screen.safe
    width, height = float(screen.width), float(screen.height)
    if page.is_ultrawide:
        edge = 0.68 * width
        words = Box.between(edge + 6 * g, safe.top + 12 * g, page.right, safe.bottom - 12 * g)
        return {"main": Box.between(0.0, 0.0, edge, height), "side": words}
    edge = (0.66 if page.is_portrait else 0.70) * height
    words = Box.between(page.left, edge + 4.5 * g, page.right, safe.bottom - 5 * g)
    return {"main": Box.between(0.0, 0.0, width, edge), "side": words}


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
    "thirds": Layout("three areas of the same size", _thirds),
    "fourths": Layout("four areas of the same size", _fourths),
    "illustrated": Layout(
        "words or a chart beside a picture that reaches the edges of the screen",
        _illustrated,
        has_foot=False,
        title_share=ILLUSTRATED,
        is_bled=True,
    ),
    "photo": Layout(
        "a picture across the screen and words below it, without title and spine",
        _photo,
        is_poster=True,
        has_foot=False,
    ),
    "scene": Layout("a drawing that fills the screen behind a figure", _backdrop, has_foot=False),
    "backdrop": Layout(
        "a level that fills the screen behind a figure",
        _backdrop,
        has_foot=False,
        title_lift=3.0,
        title_share=0.84,
        header_share=0.80,
    ),
    "poster": Layout("the whole screen without title and spine", _poster, is_poster=True, has_foot=False),
}
