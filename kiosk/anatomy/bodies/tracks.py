"""Tracks: concentric ways of three quarters round, each run by a bar, with names and figures where they begin."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kiosk.anatomy.bodies.comparison import ATTACHED
from kiosk.anatomy.values.entries import Entry, unit_note
from kiosk.anatomy.values.slices import key_of, label_of, short_of
from kiosk.anatomy.words.captions import shortened, thinned
from kiosk.anatomy.words.naming import Naming
from kiosk.layers import Layer, Placed, appearing, moving
from kiosk.marks import Mark, Run, Text, Wedges, array
from kiosk.motion import Track, stagger
from kiosk.screen import TYPE, Box
from kiosk.setting import Setting
from kiosk.tally import DIGIT_INK, Tally, size_for
from kiosk.typeface import EM_SPACE, advance, spaced
from kiosk.words import Words

SWEEP = 270.0
"""Degrees of a whole track: the last quarter is left to the words."""
HOLES = {2: 0.38, 3: 0.32, 4: 0.26, 5: 0.2, 6: 0.1}
"""The radius of the hole by the number of tracks, as a share of the outer radius."""
BREADTH = 0.72
"""The breadth of a track as a share of the distance to the next."""
WIDEST = 150.0
NOTHING = "–"
"""In the place of a figure that is not known."""
GROUND = Track(0.0, 0.4)
WORDS_START, WORDS_TIME = 0.2, 0.4
GROW_START, GROW_TIME = 0.4, 1.3
HERO_SIZES = (0.320, TYPE["medium"], 0.160, TYPE["banner"], TYPE["title"])


@dataclass(frozen=True)
class Tracks:
    """Entries from the outermost track inwards; a whole track stands for `full`."""

    entries: tuple[Entry, ...]
    full: float
    names: Mapping[str, Words]
    setting: Setting

    @cached_property
    def box(self) -> Box:
        box, setting = self.setting.box, self.setting
        g = setting.screen.g
        # On a very wide screen figure and tracks keep together.
        right = min(box.right, box.left + WIDEST * g)
        return Box.between(box.left, box.top + 0.5 * g, right, box.bottom + 0.6 * setting.foot)

    @cached_property
    def is_tall(self) -> bool:
        return self.box.height > 0.9 * self.box.width

    @cached_property
    def outer(self) -> float:
        """The outer radius."""
        box = self.box
        if not self.is_tall:
            rest = box.width - self._extent(self.setting.screen.size("small")) - 1.4 * self.setting.screen.g
            return min(box.height / 2.0, 0.5 * box.width, max(0.32 * box.width, rest))
        share = 0.5 if self.hero is None else 0.37
        # The longest name stands at the left of the middle.
        small = self.setting.screen.size("small")
        room = box.width - self._extent(small) - 1.4 * self.setting.screen.g
        return min(max(0.27 * box.width, min(0.46 * box.width, room)), share * box.height)

    @cached_property
    def middle(self) -> tuple[float, float]:
        """The middle of all tracks: at the right, so that the words have the room at the left."""
        box = self.box
        if self.is_tall:
            spare = box.height - 2.0 * self.outer if self.hero is None else 0.0
            return box.right - self.outer, box.top + self.outer + 0.4 * spare
        # Without a large figure at the left all of it moves there.
        words = max(self.outer, min(self.widest, box.width - 2 * self.outer))
        x = box.right - self.outer if self.hero is not None else box.middle + (words - self.outer) / 2.0
        return x, box.top + box.height / 2.0

    @cached_property
    def hero(self) -> Entry | None:
        """The highlighted entry."""
        return next((entry for entry in self.entries if entry.is_warm and not entry.is_missing), None)

    @cached_property
    def pitch(self) -> float:
        """From track to track in pixels."""
        return self.outer * (1.0 - HOLES[len(self.entries)]) / len(self.entries)

    @cached_property
    def size(self) -> float:
        """The size of names and figures: as large as the tracks are apart."""
        small, label = (self.setting.screen.size(role) for role in ("small", "label"))
        is_roomy = 1.2 * label <= self.pitch and self._extent(label) <= self.box.width - self.outer
        return label if is_roomy else small

    @cached_property
    def has_unit(self) -> bool:
        """Whether each figure carries its unit; if not, it stands at the foot of the page."""
        return len(self.entries) <= 3 or self.entries[0].datum.unit.get(self.setting.language) in ATTACHED

    def tally(self, entry: Entry, size: float) -> Tally:
        """The figure beside a name."""
        color = "warm" if entry.is_warm else "text"
        return Tally(entry.write(self.setting, has_unit=self.has_unit), size, self.setting.screen, color)

    def _figure_width(self, size: float) -> float:
        return max((self.tally(entry, size).width for entry in self.entries if not entry.is_missing), default=0.0)

    @cached_property
    def figure_width(self) -> float:
        """The width of the widest figure."""
        return self._figure_width(self.size)

    def _extent(self, size: float) -> float:
        names = [advance(spaced(short_of(entry, self.setting, self.names)), 700) for entry in self.entries]
        return (max(names) + 0.9) * size + self._figure_width(size) + 1.4 * self.setting.screen.g

    @cached_property
    def widest(self) -> float:
        """The width of the widest name with its figure."""
        return self._extent(self.size)

    def radius(self, index: int) -> float:
        """The middle radius of a track."""
        return self.outer - (index + 0.5) * self.pitch

    def placed(self) -> Placed:
        layers: list[Layer] = []
        grow = stagger(len(self.entries), start=GROW_START, duration=GROW_TIME, step=0.1)
        for index, entry in enumerate(self.entries):
            layers.append(appearing(self.track(index, SWEEP, "hair"), GROUND.start, GROUND.duration))
            if not entry.is_missing:
                layers.append(moving(grow[index], self.bar(index)))
            layers += self.words(index, grow[index]) if index in self.kept else []
        layers += self.large_figure()
        return Placed(tuple(layers), self.note())

    def note(self) -> str:
        """The unit, if the figures do not carry it, and what a dash means."""
        notes = [] if self.has_unit else [unit_note(self.setting, self.entries[0].datum)]
        if any(entry.is_missing for entry in self.entries):
            notes.append("横线处缺少数据" if self.setting.is_chinese else "A dash: no data")
        return EM_SPACE.join(note for note in notes if note)

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """The tracks that have words: all of them, unless they are closer to each other than words can be."""
        count = len(self.entries)
        if self.pitch >= 1.04 * self.size:
            return tuple(range(count))
        levels = [self.pitch * index for index in range(count)]
        warm = [index for index, entry in enumerate(self.entries) if entry.is_warm]
        return thinned(levels, [1.04 * self.size] * count, -self.size, self.outer + self.size, 0.0, warm)

    def track(self, index: int, span: float, color: str) -> Wedges:
        """A track or a bar on it, from the top."""
        (x, y), middle, half = self.middle, self.radius(index), BREADTH * self.pitch / 2.0
        return Wedges(
            x, y, middle - half, middle + half, array([0.0]), array([span]), color, keys=(key_of(self.entries[index]),)
        )

    def bar(self, index: int) -> "Bar":
        """A bar through time."""
        entry = self.entries[index]
        return Bar(self.track(index, SWEEP * entry.value / self.full, "warm" if entry.is_warm else "cool"))

    def words(self, index: int, track: Track) -> list[Layer]:
        """The name and the figure of one bar, before its beginning."""
        entry, size, g = self.entries[index], self.size, self.setting.screen.g
        (x, y), key = self.middle, key_of(entry)
        right, baseline = x - 1.4 * g, y - self.radius(index) + 0.36 * size
        room = right - self.figure_width - 0.9 * size - self.box.left
        weight = 700 if entry.is_warm else 400
        label = label_of(entry, self.setting, self.names)
        if advance(spaced(label), weight) * size > room:
            label = short_of(entry, self.setting, self.names)
        lines = shortened(label, max(room, size), size, 1, weight)
        layers: list[Layer] = []
        if lines:
            run = Run(lines[0], size, weight, "muted" if entry.is_missing else "text")
            mark = Text(right - self.figure_width - 0.9 * size, baseline, (run,), "end", key=f"name:{key}")
            layers.append(appearing(mark, WORDS_START, WORDS_TIME))
        if entry.is_missing:
            dash = Text(right, baseline, (Run(NOTHING, size, 400, "muted"),), "end", key=f"figure:{key}")
            layers.append(appearing(dash, WORDS_START, WORDS_TIME))
        else:
            tally = self.tally(entry, size)

            def count(progress: float) -> Mark:
                return replace(tally.at(progress, right, baseline, "end"), key=f"figure:{key}")

            layers.append(moving(track, count))
        return layers

    def large_figure(self) -> list[Layer]:
        """The highlighted figure, large, in the room that is left: below the names at the left, or below the tracks."""
        if self.hero is None:
            return []
        box, g, screen = self.box, self.setting.screen.g, self.setting.screen
        x, y = self.middle
        top = y + self.outer + 4 * g if self.is_tall else y + 1.5 * g
        width = box.width if self.is_tall else x - self.outer - 3 * g - box.left
        room = Box.between(box.left, top, box.left + width, box.bottom)
        label = label_of(self.hero, self.setting, self.names)
        name = Naming(self.setting, label, room.width, 0.42 * room.height, roles=("label", "small"))
        height = room.height - name.block_height - 2.0 * g
        write = self.hero.write(self.setting)
        size = size_for([write], screen, room.width, height, HERO_SIZES)
        if size is None:
            return []
        tally = Tally(write, size, screen, "warm")
        # Figure and name stand on the foot of the box.
        spare = 0.0 if not self.is_tall else (height - DIGIT_INK * size) / 2.0
        foot = box.bottom - spare - 0.2 * screen.size("small")
        baseline = foot - name.block_height - 1.8 * g
        grow = Track(GROW_START, GROW_TIME)
        return [
            moving(grow, lambda progress: tally.at(progress, box.left, baseline, "ink")),
            *name.layers(box.left, foot - name.block_height),
        ]


@dataclass(frozen=True)
class Bar:
    """A bar on its way to its full span."""

    full: Wedges

    def __call__(self, progress: float) -> Mark:
        return replace(self.full, span=self.full.span * progress)
