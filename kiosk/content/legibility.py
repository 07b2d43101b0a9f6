"""Legibility: whether people who stand and look for a few seconds can read a slide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.content.library import least_type
from kiosk.content.pages import ScreenSize
from kiosk.content.problem import Problem, quoted
from kiosk.content.tree import Loc, Node, Tree
from kiosk.emphasis import plain
from kiosk.layouts import Page
from kiosk.marks import Mark, Text
from kiosk.screen import Screen
from kiosk.show import PlacedSlide
from kiosk.typeface import plain_quotes

LONGEST_SLIDE = 25.0
"""Seconds that people will stand before one slide."""
MOST_HAN = 80
"""Chinese characters that one slide may hold."""
ROUNDING = 0.98
"""Type comes in whole pixels, and may fall below the least size by as much."""

_HAN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003134f]")
_DOTS = re.compile(r"(…|\.\.\.)$")
_INVISIBLE = 0.02


@dataclass(frozen=True)
class Judge:
    """Judges slides as they look on one screen in the end. `hall` is None where its measures are not known."""

    screen: Screen
    hall: ScreenSize | None = None

    def judge(self, tree: Tree, placed: PlacedSlide, language: str) -> Iterator[Problem]:
        """Warnings about one slide in one language; of one with steps, about each of its pictures."""
        ends = (*(act.begin for act in placed.acts[1:]), placed.duration)
        yield from too_long(tree, max(end - act.begin for act, end in zip(placed.acts, ends, strict=True)), language)
        for act in placed.acts:
            yield from self._judge_picture(tree, placed.at(act.end).marks, language)

    def _judge_picture(self, tree: Tree, marks: tuple[Mark, ...], language: str) -> Iterator[Problem]:
        seen = [mark for mark in marks if isinstance(mark, Text) and mark.opacity > _INVISIBLE and mark.text.strip()]
        page = Page(self.screen)
        # The spine and the source line are the page's, not the slide's.
        own = [
            mark.text
            for mark in seen
            if mark.x >= page.spine and abs(mark.y - page.source) >= 1.0 and mark.clip is None
        ]
        yield from too_many(tree, "".join(own))
        yield from self._too_small(tree, seen)
        yield from cut_short(tree, [mark.text for mark in seen], language)
        lost = next((mark.text for mark in seen if not 0.0 <= mark.y <= self.screen.height), None)
        if lost is not None:
            message = f"{quoted(lost, 20)} runs off the screen in {quoted(language)}"
            yield _warning(tree, "too-long", message, "write less, or choose another layout")

    def _too_small(self, tree: Tree, seen: list[Text]) -> Iterator[Problem]:
        if self.hall is None:
            return
        least = least_type(self.hall) * self.screen.height
        sizes = [(run.size, run.text) for mark in seen for run in mark.runs if run.text.strip()]
        small, text = min(sizes, default=(least, ""))
        if small < ROUNDING * least:
            message = f"{quoted(text, 20)} is {small / least:.0%} as large as can be read from the farthest place"
            hint = "write less, or give it more room with another layout"
            yield _warning(tree, "too-small", message, hint)


def too_long(tree: Tree, duration: float, language: str = "") -> Iterator[Problem]:
    """A warning where a slide stays longer than people do."""
    if duration > LONGEST_SLIDE:
        spoken = f" in {quoted(language)}" if language else ""
        message = f"the slide takes {duration:.0f} s{spoken}; people stand still for {LONGEST_SLIDE:.0f} s at most"
        yield _warning(tree, "too-long", message, "say less, or make two slides of it", "duration")


def too_many(tree: Tree, text: str) -> Iterator[Problem]:
    """A warning where a slide holds more Chinese characters than are read."""
    count = len(_HAN.findall(text))
    if count > MOST_HAN:
        message = f"the slide shows {count} Chinese characters; at most {MOST_HAN} are read"
        yield _warning(tree, "too-long", message, "say less, or make two slides of it")


def cut_short(tree: Tree, shown: Sequence[str], language: str) -> Iterator[Problem]:
    """Warnings about words of this file that end in an ellipsis on the screen, since there is no room for all of them."""
    found: set[Loc] = set()
    for text in shown:
        kept = _DOTS.sub("", text)
        loc = _written(tree.root, (), _squeezed(kept), _squeezed(text)) if kept != text else None
        if loc is not None and loc not in found:
            found.add(loc)
            message = f"there is no room for all of this in {quoted(language)}, even in the smallest type"
            hint = "write less, or give it more room with another layout"
            yield Problem(tree.path, *tree.place(loc), "warning", "too-long", message, hint)


def _written(node: Node, loc: Loc, kept: str, shown: str) -> Loc | None:
    """Where in a file the text stands that is shown in part: with what is left of it, and not with that very ellipsis."""
    if isinstance(node.data, str) and kept:
        text = _squeezed(plain(node.data))
        return loc if kept in text and shown not in text else None
    inner = (_written(each, (*loc, key), kept, shown) for key, each in node.entries.items())
    return next((each for each in inner if each is not None), None)


def _squeezed(text: str) -> str:
    """A text without what typesetting changes about it."""
    return "".join(plain_quotes(text).split())


def _warning(tree: Tree, code: str, message: str, hint: str, key: str = "title") -> Problem:
    """A warning about a whole slide, at a key that may be there."""
    place = tree.place((key,), on="key") if tree.node((key,)) else tree.place(("title",), on="key")
    return Problem(tree.path, *place, "warning", code, message, hint)
