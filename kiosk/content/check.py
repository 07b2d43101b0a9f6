"""Checking: every problem of a show, found without a display and without Qt."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kiosk.content.files import inside, read_table_text
from kiosk.content.ledger import LARGEST_TABLE
from kiosk.content.legibility import Judge, too_long, too_many
from kiosk.content.library import LARGEST_SCALE, SHOW_FILE, least_type, open_library, slide_path
from kiosk.content.pointing import unknown_emphasis
from kiosk.content.problem import ContentProblem, Problem, quoted
from kiosk.content.proofreading import missing_glyph, proofread, texts
from kiosk.content.tree import Loc, Node, Tree
from kiosk.metrics import Series
from kiosk.screen import TYPE
from kiosk.show import LEAST_SECONDS, Show, Slide
from kiosk.typeface import missing

MOST_NAMED = 3
MOST_LAID_OUT = 120
"""Slides that are laid out to be judged. Of longer shows, only the author's own words are measured, to stay quick."""


def check_show(folder: Path, on: date | None = None) -> tuple[Problem, ...]:
    """Every problem of the show in `folder`, sorted by place. `on` is the day by which figures expire; today if left out."""
    return _Check(folder, on or date.today()).problems()


class _Check:
    """One check of one show."""

    def __init__(self, folder: Path, on: date) -> None:
        self.on = on
        self.trees: dict[str, Tree] = {}
        self.used: set[str] = set()
        self.library = open_library(folder, self.keep)

    def keep(self, tree: Tree) -> None:
        self.trees[tree.path] = tree

    def problems(self) -> tuple[Problem, ...]:
        show = self.library.show
        found = {*self.judged(show)} if show else set()
        return tuple(sorted(found.union(self.library.problems())))

    def judged(self, show: Show) -> Iterator[Problem]:
        slides = {name: self.library.slide(name) for name in self.library.ids()}
        yield from self.judge_slides(show, {name: slide for name, slide in slides.items() if slide})
        yield from self.judge_figures(slides)
        yield from self.judge_show(show)
        for tree in self.trees.values():
            yield from proofread(tree, show.languages)

    def judge_slides(self, show: Show, slides: dict[str, Slide]) -> Iterator[Problem]:
        if len(self.library.ids()) > MOST_LAID_OUT:
            yield from self.measure(show, slides)
            return
        judge = Judge(show.screen(1920, 1080), self.library.screen)
        for language in show.languages:
            seconds = 0.0
            for name, slide in slides.items():
                tree = self.trees[slide_path(name)]
                try:
                    placed = show.place(slide, judge.screen, language)
                    yield from judge.judge(tree, placed, language)
                    yield from unknown_emphasis(tree, slide, placed)
                # Whatever a kind stumbles over, the hall leaves the slide out and goes on; the author hears of it here.
                except Exception as error:
                    yield _unplaceable(tree, error)
                    continue
                seconds += placed.duration
            yield from self.loop(show, f"{seconds:.0f} s in {quoted(language)}", seconds)

    def measure(self, show: Show, slides: dict[str, Slide]) -> Iterator[Problem]:
        """Judges slides by what their author wrote, without laying them out."""
        for name, slide in slides.items():
            tree = self.trees[slide_path(name)]
            yield from too_long(tree, slide.duration or 0.0)
            yield from too_many(tree, "".join(texts(tree.root, show.languages[0])))
        seconds = sum(slide.duration or LEAST_SECONDS for slide in slides.values())
        yield from self.loop(show, f"at least {seconds:.0f} s", seconds)

    def loop(self, show: Show, length: str, seconds: float) -> Iterator[Problem]:
        most = show.playback.longest_pass
        if seconds > most:
            message = f"one pass takes {length}; visitors stay about half of {most:.0f} s"
            hint = "show less, or make several shows of it; where people sit down, set longest_pass under playback"
            yield self.at_show(("chapters",), "too-long", message, hint)

    def judge_show(self, show: Show) -> Iterator[Problem]:
        for place, chapter in enumerate(show.chapters):
            if all(at != place for _, at in show.order):
                message = f"the chapter {quoted(chapter.title.get(show.languages[0]))} has no slides"
                yield self.at_show(("chapters", place), "too-short", message, "name its slides, or take it out")
        hall = self.library.screen
        if hall and least_type(hall) / TYPE["small"] > 1.01 * LARGEST_SCALE:
            message = "the screen is too low to be read from the farthest place, even in the largest type"
            yield self.at_show(("screen",), "too-small", message, "show it on a higher screen, or bring people closer")
        for path in self.library.unlisted():
            hint = "name it in a chapter of show.yaml, or move the file away"
            yield Problem(path, 1, 1, "warning", "unused", "this slide is not in the show", hint)

    def judge_figures(self, slides: dict[str, Slide | None]) -> Iterator[Problem]:
        shown: dict[str, list[str]] = {}
        for name, slide in slides.items():
            for datum in slide.data() if slide else ():
                shown.setdefault(datum.id, []).append(quoted(name))
        meant = self.meant([name for name, slide in slides.items() if slide is None])
        for name, datum in self.library.ledger.data.items():
            if name not in shown and name not in meant:
                yield self.at_figure(name, (), "unused", f"no slide shows {quoted(name)}", "show it, or take it out")
            elif name in shown and datum.expired(self.on):
                message = f"{quoted(name)} has expired and is still shown, on {', '.join(shown[name][:MOST_NAMED])}"
                hint = "write the new figure and a new date, or take it out"
                yield self.at_figure(name, ("expires",), "expired", message, hint)
            if isinstance(datum, Series) and missing("".join(datum.labels)):
                yield from self.strange_places(name, datum)

    def meant(self, bad_slides: list[str]) -> set[str]:
        """The figures that slides with mistakes may be about: all of them, if a slide names one that is not there."""
        paths = {slide_path(name) for name in bad_slides}
        unknown = {problem.path for problem in self.library.problems() if problem.code == "unknown-metric"}
        if unknown & paths or not paths <= self.trees.keys():
            return set(self.library.ledger.data)
        return {name for path in paths for name in _names(self.trees[path].root)}

    def strange_places(self, name: str, series: Series) -> Iterator[Problem]:
        """Characters of a table that cannot be drawn; those written in a YAML file are found with the rest of it."""
        path, _, _ = self.library.ledger.places[name]
        origin = self.trees[path].node((name, "data", "file"))
        if origin is None:
            return
        try:
            table = read_table_text(inside(self.library.folder, str(origin.data)), LARGEST_TABLE)
        except ContentProblem:
            return
        for char in missing("".join(series.labels)):
            at = table.index(char)
            before = table[:at].splitlines(keepends=True)
            line = max(1, len(before))
            yield missing_glyph(
                char, table.splitlines()[line - 1], str(origin.data), line, len("".join(before[-1:])) + 1
            )

    def at_show(self, loc: Loc, code: str, message: str, hint: str) -> Problem:
        line, column = self.trees[SHOW_FILE].place(loc, on="key")
        return Problem(SHOW_FILE, line, column, "warning", code, message, hint)

    def at_figure(self, name: str, loc: Loc, code: str, message: str, hint: str) -> Problem:
        path, _, _ = self.library.ledger.places[name]
        line, column = self.trees[path].place((name, *loc), on="value" if loc else "key")
        return Problem(path, line, column, "warning", code, message, hint)


def _names(node: Node) -> Iterator[str]:
    """Every text of a part of a file."""
    if isinstance(node.data, str):
        yield node.data
    for inner in node.entries.values():
        yield from _names(inner)


def _unplaceable(tree: Tree, error: Exception) -> Problem:
    line, column = tree.place(("title",), on="key")
    reason = f": {error}" if isinstance(error, ValueError) else ""
    message = f"the slide cannot be laid out{reason}"
    return Problem(tree.path, line, column, "error", "bad-value", message, "try other values, or another kind")
