"""The motif: strokes that climb to the right, as hillside, foot of the page and chapter marker.

A stroke is flat at its root height, climbs along the smoothstep between two places, and is flat again (see `marks.Stroke`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.marks import Stops, Stroke, Strokes
from kiosk.motion import lerp, smoothstep
from kiosk.screen import Box, Screen, Shape

HILL_LINES = 36
FOOT_LINES = 7


@dataclass(frozen=True)
class Hill:
    """The proportions of a hillside, as fractions of the screen.

    The k-th of `HILL_LINES` strokes has t = k/36: its root is `root` - `step` k of the height; it climbs `rise` t^`power` of the
    height, from `first` + (`last` - `first`) t of the width on, over `spread` (1 + `lag` (1 - t)) of it, or up to `until`:
    from there on it is level, and the thin strokes are gone shortly before.
    """

    root: float
    step: float
    rise: float
    power: float
    first: float
    last: float
    spread: float = 0.0
    lag: float = 0.0
    until: float | None = None
    veil: float = 0.034

    @property
    def fade(self) -> Stops:
        """Opacities of the thin strokes along the screen."""
        if self.until is None:
            return ((0.0, 0.65), (0.3, 1.0), (1.0, 0.55))
        return ((0.0, 0.65), (0.43 * self.until, 1.0), (0.87 * self.until, 0.3), (0.95 * self.until, 0.0))

    def moved(self, share: float) -> "Hill":
        """The same hill, farther to the right by a share of the width."""
        return replace(self, first=self.first + share, last=self.last + share)

    def stroke(self, screen: Screen, line: int, color: str, width: float, fade: Stops, veil: float = 0.0) -> Stroke:
        """Stroke number `line` (0 to `HILL_LINES`), `width` in pixels of a screen of 1080 lines."""
        t = line / HILL_LINES
        low = (self.root - self.step * line) * screen.height
        high = low - self.rise * t**self.power * screen.height
        begin = (self.first + (self.last - self.first) * t) * screen.width
        end = begin + self.spread * (1.0 + self.lag * (1.0 - t)) * screen.width
        if self.until is not None:
            end = self.until * screen.width
        foot = low + 0.05 * screen.height
        return Stroke(low, high, begin, end, color, screen.px(width), fade, veil, foot)


COVER = Hill(root=0.875, step=0.0024, rise=0.935, power=1.25, first=0.30, last=0.135, spread=1.14, lag=0.25)
OPENER = Hill(root=0.90, step=0.0024, rise=0.92, power=1.25, first=0.36, last=0.15, spread=1.02, lag=0.25)
CLOSING = Hill(root=0.861, step=0.002, rise=0.519, power=1.1, first=0.25, last=0.115, until=0.693, veil=0.022)

HILLS: dict[str, dict[Shape, Hill]] = {
    "cover": {
        "wide": COVER,
        "classic": replace(COVER, first=0.34, last=0.20, spread=1.10),
        # The climb keeps to the lower part of a tall screen, and to a stretch of a wide one: a slope, neither wall nor plain.
        "portrait": replace(COVER, root=0.80, step=0.0016, rise=0.43, first=0.34, last=0.15, spread=1.16),
        "ultrawide": replace(COVER, first=0.20, last=0.12, spread=0.80),
    },
    "opener": {
        "wide": OPENER,
        "classic": OPENER,
        "portrait": replace(OPENER, step=0.0016, rise=0.46, first=0.34, last=0.12),
        "ultrawide": replace(OPENER, first=0.30, last=0.22, spread=0.72),
    },
    "slope": {
        "wide": replace(OPENER, rise=0.46, first=0.48, last=0.34, spread=0.86),
        "classic": replace(OPENER, rise=0.40, first=0.48, last=0.34, spread=0.86),
        "portrait": replace(OPENER, step=0.0016, rise=0.30, first=0.34, last=0.12),
        "ultrawide": replace(OPENER, rise=0.24, first=0.58, last=0.46, spread=0.60),
    },
    "closing": {
        "wide": CLOSING,
        "classic": replace(CLOSING, until=0.56, first=0.27, last=0.17),
        "portrait": replace(CLOSING, root=0.875, step=0.0014, rise=0.40, until=0.44, first=0.14, last=0.06),
        "ultrawide": replace(CLOSING, until=0.60, first=0.22, last=0.14),
    },
}
"""The hillsides by name, with the proportions that suit each shape of screen."""

INDEX_FADE: Stops = ((0.0, 0.25), (0.3, 0.8), (0.55, 1.0))


def index_numbers(count: int) -> tuple[int, ...]:
    """The strokes of a hillside that count, evenly spaced, from the lowest up; the last is the top."""
    return tuple(round(HILL_LINES * (place + 1) / count) for place in range(count))


def height_at(stroke: Stroke, x: float) -> float:
    """The y of a stroke at `x`."""
    progress = min(max((x - stroke.begin) / (stroke.end - stroke.begin), 0.0), 1.0)
    return lerp(stroke.low, stroke.high, smoothstep(progress))


def hill_strokes(screen: Screen, hill: Hill) -> tuple[Stroke, ...]:
    """All the thin strokes of a hillside with their veils, the lowest in front."""
    strokes = []
    for line in range(HILL_LINES, -1, -1):
        strength = 0.15 + 0.40 * (line / HILL_LINES) ** 1.4
        fade = tuple((place, strength * opacity) for place, opacity in hill.fade)
        strokes.append(hill.stroke(screen, line, "cool", 1.5, fade, hill.veil))
    return tuple(strokes)


def index_stroke(screen: Screen, hill: Hill, line: int, *, is_warm: bool) -> Stroke:
    """One stroke of the hillside that counts: cool, or the warm one."""
    if is_warm:
        return hill.stroke(screen, line, "warm", 5.5, INDEX_FADE)
    fade = tuple((place, 0.85 * opacity) for place, opacity in INDEX_FADE)
    return hill.stroke(screen, line, "cool", 3.2, fade)


def hillside(screen: Screen, hill: Hill, box: Box) -> Strokes:
    """The thin strokes of a hillside over a box."""
    return Strokes(box.left, box.top, box.right, box.bottom, hill_strokes(screen, hill))


def index_line(screen: Screen, hill: Hill, line: int, *, is_warm: bool, box: Box) -> Strokes:
    """One stroke that counts, on a picture no higher than it needs."""
    stroke = index_stroke(screen, hill, line, is_warm=is_warm)
    top, bottom = max(box.top, stroke.high - stroke.width), min(box.bottom, stroke.low + stroke.width)
    return Strokes(box.left, top, box.right, bottom, (stroke,))


def foot(screen: Screen) -> Strokes:
    """The few strokes along the lower edge that every page of content wears."""
    strokes = []
    for line in range(FOOT_LINES):
        low = screen.height - screen.px(8 + 6 * line)
        strokes.append(
            Stroke(
                low=low,
                high=low - screen.px(6 + 14 * line),
                begin=0.60 * screen.width,
                end=1.02 * screen.width,
                color="cool",
                width=screen.px(1.6),
                fade=((0.0, 0.05), (0.5, 0.22), (1.0, 0.45)),
            )
        )
    return Strokes(0.0, screen.height - screen.px(150), float(screen.width), float(screen.height), tuple(strokes))


def marker(left: float, top: float, width: float, colors: Iterable[str]) -> Strokes:
    """The chapter marker: one stroke for each chapter from below, in a box `width` wide and .825 of it high."""
    roles = tuple(colors)
    height = 0.825 * width
    gap = 0.90 / max(len(roles), 3)
    strokes = []
    for place, role in enumerate(roles):
        low = top + height - 0.05 * height - place * gap * height
        rise = (0.10 + 0.10 * (place + 1)) * height * gap / 0.30
        strokes.append(Stroke(low, low - rise, left + 0.18 * width, left + width, role, 0.10 * height * gap / 0.30))
    margin = 0.10 * height
    return Strokes(left, top - height, left + width, top + height + margin, tuple(strokes))


def marker_colors(chapter: int, chapters: int) -> tuple[str, ...]:
    """Colours from the lowest stroke up: chapters past are cool, chapter number `chapter` (from 1) warm, those to come dim."""
    return tuple("cool" if each < chapter else "warm" if each == chapter else "dim" for each in range(1, chapters + 1))
