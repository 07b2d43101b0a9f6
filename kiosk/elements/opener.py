"""Opener: the page that opens a chapter, with its marker, its title and its line of the hillside."""

from dataclasses import dataclass, replace

from kiosk.elements.poster import Edges, HeavyLines, arrangements, least
from kiosk.kind import Kind
from kiosk.layers import Layer, Placed, moving, still
from kiosk.marks import Strokes
from kiosk.motif import (
    HILL_LINES,
    HILLS,
    Hill,
    hillside,
    index_line,
    index_numbers,
    index_stroke,
    marker,
    marker_colors,
)
from kiosk.motion import Track
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typeface import balanced, spaced
from kiosk.typesetting import LINE_PITCH, line
from kiosk.words import Words

DRAWING = Track(0.3, 0.8)
FARTHEST = 0.34
STEP = 0.02
SECOND_SHARE = 0.6


class Opener(Kind):
    """Opens a chapter: its marker large, its title, and the lines of the hillside up to the chapter's own, which is drawn warm.

    `title` stands in for the title of the chapter. For the layout "poster".
    """

    title: Words | None = None

    def place(self, setting: Setting) -> Placed:
        screen, g, edges = setting.screen, setting.screen.g, Edges.of(setting.screen)
        title = self.title or _title(setting)
        count = len(setting.chapters)
        marker_width = 18 * g
        top = edges.top + 2.2 * g if screen.shape != "portrait" else edges.top + 10 * g
        under = top + 0.825 * marker_width + 5.2 * g if count else top
        second = setting.second(title)
        fit = _fit(setting.say(title), second, screen, edges, under)
        baseline = under + fit.lines.ascent
        layers: list[Layer] = [still(hillside(screen, fit.hill, setting.box)), *self.lines(setting, fit.hill)]
        if count:
            layers.append(still(marker(edges.left, top, marker_width, marker_colors(setting.chapter, count))))
        layers += [still(text) for text in fit.lines.at(edges.left, baseline)]
        if second:
            y = under + fit.lines.height + fit.gap(screen)
            for index, text in enumerate(_second_lines(second, edges, fit.second)):
                layers.append(
                    still(line(text, edges.left, y + index * LINE_PITCH * fit.second, fit.second, color="muted"))
                )
        return Placed(tuple(layers))

    def lines(self, setting: Setting, hill: Hill) -> list[Layer]:
        """The lines of the chapters up to this one; its own is drawn from the left."""
        layers = []
        for chapter, number in enumerate(index_numbers(max(1, len(setting.chapters))), start=1):
            if chapter > max(setting.chapter, 0) or not setting.chapters:
                break
            is_warm = chapter == setting.chapter
            drawn = index_line(setting.screen, hill, number, is_warm=is_warm, box=setting.box)
            layers.append(_drawn(drawn) if is_warm else still(drawn))
        return layers


def _drawn(mark: Strokes) -> Layer:
    return moving(DRAWING, lambda progress: replace(mark, reveal=progress))


def _title(setting: Setting) -> Words:
    if 1 <= setting.chapter <= len(setting.chapters):
        return setting.chapters[setting.chapter - 1]
    return Words.of("")


@dataclass(frozen=True)
class _Fit:
    """A title and a hill that leaves room for it; `second` is the size of the second language."""

    lines: HeavyLines
    hill: Hill
    second: float

    def gap(self, screen: Screen) -> float:
        """Pixels from the title's last baseline to that of the second language."""
        descent = max(self.lines.drop(len(self.lines.lines) - 1), 0.04 * self.lines.size)
        return descent + 1.05 * self.second + 1.2 * screen.g


def _second_lines(second: str, edges: Edges, size: float) -> tuple[str, ...]:
    """The second language in lines that leave the hill its part of the page."""
    return balanced(spaced(second), SECOND_SHARE * (edges.right - edges.left) / size)


def _fit(text: str, second: str, screen: Screen, edges: Edges, top: float) -> _Fit:
    """The largest title for the least step aside of the hill."""
    home = HILLS["opener"][screen.shape]
    best: tuple[float, _Fit] | None = None
    clearance = 3.0 * screen.g
    second_size = screen.size("label")
    for step in range(round(FARTHEST / STEP) + 1):
        hill = home.moved(step * STEP)
        stroke = index_stroke(screen, hill, HILL_LINES, is_warm=True)
        for lines in arrangements(text, screen, 0.9 * (edges.right - edges.left)):
            score = lines.size * (1.0 - 1.1 * step * STEP)
            if best is not None and score <= best[0]:
                break
            fit = _Fit(lines, hill, second_size)
            below = HeavyLines(_second_lines(second, edges, second_size), second_size, not second.isascii())
            second_y = top + lines.height + fit.gap(screen)
            if lines.clears(stroke, edges.left, top + lines.ascent, clearance) and (
                not second or below.clears(stroke, edges.left, second_y, 0.6 * clearance)
            ):
                best = (score, fit)
                break
    if best is None:
        return _Fit(least(text, screen, 0.7 * (edges.right - edges.left)), home.moved(FARTHEST), screen.size("small"))
    return best[1]
