"""Cover: the first words of the show stepping up the hillside, and its chapters at the foot."""

import math
from dataclasses import dataclass, replace
from itertools import product

from kiosk.elements.poster import (
    HAN_ASCENT,
    HEAVY,
    LATIN_ASCENT,
    Edges,
    arrangements,
    drop_of,
    grandest,
    head,
    least,
)
from kiosk.kind import Kind
from kiosk.layers import Layer, Placed, appearing, moving, still
from kiosk.marks import Mark, Run, Stroke, Strokes, Text
from kiosk.motif import (
    HILLS,
    Hill,
    height_at,
    hill_strokes,
    index_numbers,
    index_stroke,
    marker,
    marker_colors,
)
from kiosk.motion import Track, stagger
from kiosk.screen import TYPE, Screen
from kiosk.setting import Setting
from kiosk.typeface import advance, left_bearing
from kiosk.typesetting import fitted_size, line, width_of
from kiosk.words import Words

GROWTH = Track(0.0, 1.6)
STEPS_START, STEPS_TIME = 0.5, 0.5
CHAPTERS_START, CHAPTERS_TIME = 1.4, 0.6
LEAST_STAIR, STAIR_GAP = TYPE["title"], 2.6
SLOPES = tuple(0.80 - 0.02 * step for step in range(32))
SPREADS = (0.12, 0.0)
MOVES = (0.0, 0.02, 0.04, 0.06, 0.08, 0.10)
LINE_MOVES = (0.0, 0.06, 0.12, 0.18, 0.24, 0.30, 0.36)
"""How far, as shares of the width, the hill may step aside for a stair of long words, and for words in lines."""
ROW_SHARE = 0.062
"""The height of one more row of chapters, as a share of the screen's."""
LINES_SHARE = 0.6
"""Words stand in lines instead of a stair where the stair would be smaller than this share of them."""


class Cover(Kind):
    """The cover of the show. `words` step up the hillside, one step for each character; `name` is whose show it is.

    The chapters of the show are introduced by their markers at the foot. For the layout "poster".
    """

    words: Words
    name: Words | None = None

    def place(self, setting: Setting) -> Placed:
        screen, edges = setting.screen, Edges.of(setting.screen)
        name = head(setting, self.name, edges) if self.name else ()
        chapters, rows = _chapters(setting, edges)
        home = HILLS["cover"][screen.shape]
        if screen.shape != "portrait":
            # The hill leaves room for more than one row of chapters.
            home = replace(home, root=home.root - ROW_SHARE * (rows - 1))
        hill, steps = _steps(setting.say(self.words).strip(), screen, edges, name, home)
        layers = [self.hill_layer(setting, hill), *(still(mark) for mark in name)]
        for text, track in zip(steps, stagger(len(steps), start=STEPS_START, duration=STEPS_TIME), strict=True):
            layers.append(appearing(text, track.start, track.duration))
        layers += [appearing(mark, CHAPTERS_START, CHAPTERS_TIME) for mark in chapters]
        return Placed(tuple(layers))

    def hill_layer(self, setting: Setting, hill: Hill) -> Layer:
        """The hillside, growing from the left."""
        screen, box = setting.screen, setting.box
        numbers = index_numbers(max(1, len(setting.chapters)))
        lines = [index_stroke(screen, hill, number, is_warm=number == numbers[-1]) for number in numbers]
        strokes = (*hill_strokes(screen, hill), *lines)

        def grow(progress: float) -> Mark:
            return Strokes(box.left, box.top, box.right, box.bottom, strokes, reveal=progress)

        return moving(GROWTH, grow)


@dataclass(frozen=True)
class _Stair:
    """Characters, or the words of a language that has words, on steps of equal slope.

    `steps`: each with its left edge in pixels from the first; `slope` is the rise for each pixel to the right.
    """

    steps: tuple[tuple[str, float], ...]
    size: float
    slope: float

    @classmethod
    def of(cls, text: str, size: float, slope: float, spread: float) -> "_Stair":
        """The stair of a text; Chinese characters stand `spread` em apart."""
        x, steps = 0.0, []
        for step in text.split() if text.isascii() else text:
            if not step.isspace():
                steps.append((step, x))
            x += 0.3 * size if step.isspace() else (advance(step, HEAVY) + (0.24 if text.isascii() else spread)) * size
        return cls(tuple(steps), size, slope)

    @property
    def width(self) -> float:
        """Pixels from the first step to the end of the last."""
        last, x = self.steps[-1]
        return x + advance(last, HEAVY) * self.size

    def baseline(self, left: float, stroke: Stroke, gap: float) -> float:
        """The lowest first baseline from which every step keeps `gap` pixels above the stroke."""
        lowest = math.inf
        for step, x in self.steps:
            corner = left + x + advance(step, HEAVY) * self.size
            room = height_at(stroke, corner + 0.6 * gap) - gap - drop_of(step) * self.size
            lowest = min(lowest, room + self.slope * x)
        return lowest

    def has_room(self, left: float, baseline: float, top: float, name: tuple[Text, ...], gap: float) -> bool:
        """Whether it stays below the upper edge and clear of the name."""
        name_right = max((mark.x + width_of(mark.runs) for mark in name), default=left) + gap
        name_foot = max((mark.y for mark in name), default=top) + 1.3 * gap
        for step, x in self.steps:
            ink = baseline - self.slope * x - (LATIN_ASCENT if step.isascii() else HAN_ASCENT) * self.size
            if ink < (name_foot if left + x < name_right else top):
                return False
        return True

    def marks(self, left: float, baseline: float) -> tuple[Text, ...]:
        """The steps as marks, the first with its ink at `left`."""
        first = left - left_bearing(self.steps[0][0][0], HEAVY) * self.size
        return tuple(
            Text(first + x, baseline - self.slope * x, (Run(step, self.size, HEAVY),)) for step, x in self.steps
        )


def _steps(
    text: str, screen: Screen, edges: Edges, name: tuple[Text, ...], home: Hill
) -> tuple[Hill, tuple[Text, ...]]:
    """The hill, moved aside if need be, and the words as a stair along it; words too long for one stand above it in lines."""
    if not text:
        return home, ()
    best: tuple[float, Hill, tuple[Text, ...]] = (0.0, home, ())
    for move in MOVES if text.isascii() else MOVES[:1]:
        hill = home.moved(move)
        size, marks = _largest_stair(text, screen, edges, _top_stroke(screen, hill), name)
        if size * (1.0 - 1.5 * move) > best[0]:
            best = (size * (1.0 - 1.5 * move), hill, marks)
    gap = STAIR_GAP * screen.g
    top = max((mark.y for mark in name), default=edges.top) + 2 * gap
    for move in LINE_MOVES:
        hill = home.moved(move)
        stroke = _top_stroke(screen, hill)
        for lines in arrangements(text, screen, edges.right - edges.left, most=5):
            score = LINES_SHARE * lines.size * (1.0 - 1.5 * move)
            if score <= best[0]:
                break
            if lines.clears(stroke, edges.left, top + lines.ascent, gap):
                lowest = top
                while lines.clears(stroke, edges.left, lowest + screen.g + lines.ascent, gap):
                    lowest += screen.g
                best = (score, hill, lines.at(edges.left, 0.5 * (top + lowest) + lines.ascent))
                break
    if best[2]:
        return best[1], best[2]
    fallback = least(text, screen, 0.6 * (edges.right - edges.left))
    return home.moved(LINE_MOVES[-1]), fallback.at(edges.left, top + fallback.ascent)


def _largest_stair(
    text: str, screen: Screen, edges: Edges, stroke: Stroke, name: tuple[Text, ...]
) -> tuple[float, tuple[Text, ...]]:
    """The largest stair that has room, and its size; among those the one that lies closest to the stroke."""
    gap, size = STAIR_GAP * screen.g, grandest(screen)
    while size >= LEAST_STAIR * screen.u:
        for spread in SPREADS:
            found: tuple[float, tuple[Text, ...]] | None = None
            for slope in SLOPES:
                stair = _Stair.of(text, float(round(size)), slope, spread)
                baseline = stair.baseline(edges.left, stroke, gap)
                is_inside = edges.left + stair.width <= edges.right
                if not is_inside or not stair.has_room(edges.left, baseline, edges.top, name, gap):
                    continue
                closeness = sum(baseline - slope * x for _, x in stair.steps)
                if found is None or closeness > found[0]:
                    found = (closeness, stair.marks(edges.left, baseline))
            if found is not None:
                return float(round(size)), found[1]
        size *= 0.96
    return 0.0, ()


def _top_stroke(screen: Screen, hill: Hill) -> Stroke:
    return index_stroke(screen, hill, index_numbers(1)[0], is_warm=True)


def _chapters(setting: Setting, edges: Edges) -> tuple[list[Mark], int]:
    """Each chapter's marker and title, and in how many rows: side by side if there is room, below each other in portrait."""
    screen, g = setting.screen, setting.screen.g
    count, label, small = len(setting.chapters), screen.size("label"), screen.size("small")
    if not count:
        return [], 1
    width, indent, room = 4.7 * g, 6.8 * g, edges.right - edges.left
    titles = [setting.say(title) for title in setting.chapters]
    is_portrait = screen.shape == "portrait"
    options = product([1, 2] if is_portrait else range(count, 0, -1), [label] if is_portrait else [label, small])
    for columns, size in options:
        rows = -(-count // columns)
        widths = _column_widths(titles, rows, size, indent)
        if sum(widths) + 4 * g * (columns - 1) <= room and rows <= (4 if is_portrait else 3):
            break
    else:
        columns, rows = (2, -(-count // 2)) if is_portrait or count > 3 else (count, 1)
        size = min(fitted_size(title, room / columns - indent - 4 * g, small, 0.6 * small) for title in titles)
        widths = _column_widths(titles, rows, size, indent)
    # Columns of one width where they fit, of their own widths where they do not.
    step = min(34.5 * g, (room + 4 * g) / columns)
    pitches = [max(step, max(widths) + 4 * g)] * columns
    if sum(pitches) - 4 * g > room:
        pitches = [each + (room - sum(widths)) / max(1, columns - 1) for each in widths]
    lead = min(8.4 * g, 27 * g / rows) if is_portrait else 6.0 * g
    marks: list[Mark] = []
    for place, title in enumerate(titles):
        x = edges.left + sum(pitches[: place // rows])
        y = edges.foot - (rows - 1 - place % rows) * lead
        marks.append(marker(x, y - 3.9 * g, width, marker_colors(place + 1, count)))
        marks.append(line(title, x + indent, y, size))
    return marks, rows


def _column_widths(titles: list[str], rows: int, size: float, indent: float) -> list[float]:
    """The pixels that each column of titles, filled downwards, needs."""
    columns = [titles[start : start + rows] for start in range(0, len(titles), rows)]
    return [indent + max(advance(title) for title in column) * size for column in columns]
