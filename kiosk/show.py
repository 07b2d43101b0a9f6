"""The show: slides in chapters, and what one of them looks like at any instant."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from kiosk.background import Background
from kiosk.furniture import Heading, page_foot, page_head, source_line
from kiosk.kind import Datum, Kind
from kiosk.layers import TEN_PAST_TEN, Layer, Placed, stilled
from kiosk.layouts import LAYOUTS, Layout, Page
from kiosk.marks import Mark, Text
from kiosk.morph import MORPH_SECONDS, PULSE_SECONDS, Stack, emphasised, follow
from kiosk.overlay import Overlay
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.theme import Theme, load_theme
from kiosk.words import Words

TransitionName = Literal["fade", "push", "wipe", "zoom", "cover", "morph", "none"]

TRANSITION_SECONDS: dict[TransitionName, float] = {
    "fade": 0.5, "push": 0.7, "wipe": 0.7, "zoom": 0.6, "cover": 0.7, "morph": 0.5, "none": 0.0,
}  # fmt: skip
"""Where nothing can grow out of the slide before, "morph" is a fade."""
LEAST_SECONDS, LEAST_STEP_SECONDS = 6.0, 4.0
SETTLE_SECONDS = 1.5
"""What a visitor needs before he begins to read."""
HAN_PER_SECOND = 3.0
LATIN_PER_SECOND = 13.0
"""Reading speeds in characters a second. Han: planned below the measured peak of 4.3. Latin: about 2.4 words a second."""

_HAN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003134f]")


def reading_seconds(text: str) -> float:
    """The time a visitor needs to read `text`, Han characters and others each at their speed."""
    han = len(_HAN.findall(text))
    other = sum(not char.isspace() for char in text) - han
    return han / HAN_PER_SECOND + other / LATIN_PER_SECOND


@dataclass(frozen=True)
class Chapter:
    """A part of the show. One that is `numbered` has its stroke in the chapter marker."""

    title: Words
    numbered: bool = True


@dataclass(frozen=True)
class Frame:
    """All that is to be seen at one instant, from back to front."""

    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Act:
    """A stretch of a slide's time in which it moves, in seconds; after it the slide waits for the next act or the next slide."""

    begin: float
    end: float


@dataclass(frozen=True)
class PlacedSlide:
    """A slide laid out on one screen in one language: a pure function of time.

    `duration`: seconds the loop stays on this slide. `motion`: seconds until all is told. `acts`: one for its entrance and one
    for each step; left out, the entrance alone.
    """

    layers: tuple[Layer, ...]
    duration: float
    motion: float
    acts: tuple[Act, ...] = ()

    def __post_init__(self) -> None:
        if not self.acts:
            object.__setattr__(self, "acts", (Act(0.0, self.motion),))

    @cached_property
    def breathes_until(self) -> float:
        """Seconds until even that stands still which moves on by itself; 0 if nothing does, and for clocks."""
        return max((layer.end for layer in self.layers if layer.is_breathing), default=0.0)

    @cached_property
    def tells_time(self) -> bool:
        """Whether a clock is on it."""
        return any(layer.on_wall for layer in self.layers)

    def at(self, t: float, wall: float = TEN_PAST_TEN) -> Frame:
        """What is to be seen `t` seconds after the slide began, at a time on the wall."""
        return Frame(tuple(layer.draw(layer.time(t, wall=wall)) for layer in self.layers))


@dataclass(frozen=True)
class Step:
    """One more picture of a slide, to which the one before turns. `emphasis`: keys of what is pointed out in it."""

    title: Words
    areas: Mapping[str, Kind]
    note: Words | None = None
    emphasis: tuple[str, ...] = ()
    duration: float | None = None


@dataclass(frozen=True)
class Slide:
    """One slide: a title, and charts and elements by the areas of a layout.

    `number` is its page number, `chapter` the place of its chapter among the show's chapters. `duration` in seconds; None: as
    long as the animation and the reading take. With `steps` it is the time of the first picture.
    """

    id: str
    title: Words
    layout: str
    areas: Mapping[str, Kind]
    number: int = 1
    chapter: int = 0
    notes: Words | None = None
    duration: float | None = None
    transition: TransitionName | None = None
    note: Words | None = None
    steps: tuple[Step, ...] = ()
    background: Background | None = None

    @property
    def arrangement(self) -> Layout:
        """The layout that the slide names."""
        return LAYOUTS[self.layout]

    def data(self) -> tuple[Datum, ...]:
        """Every metric and series on the slide and in its steps, each once."""
        seen: list[Datum] = []
        for areas in (self.areas, *(step.areas for step in self.steps)):
            seen += [each for each in _data_of(areas) if each not in seen]
        return tuple(seen)

    def expired(self, on: date) -> tuple[Datum, ...]:
        """The metrics and series that are out of date on a day."""
        return tuple(each for each in self.data() if each.expired(on))


@dataclass(frozen=True)
class Playback:
    """How the loop runs: the transition between slides, and the seconds after which the loop goes on by itself.

    A show that is `calm` does not move: every picture is there in its final state, and one fades into the other.
    """

    transition: TransitionName = "fade"
    resume_after: float = 120.0
    calm: bool = False
    longest_pass: float = 270.0
    """Seconds that one pass of the loop should take at most: about twice as long as people stay."""

    def coming(self, wanted: TransitionName | None) -> TransitionName:
        """How a slide comes in that wants a transition of its own, or none."""
        name = wanted or self.transition
        return "fade" if self.calm and name != "none" else name


@dataclass(frozen=True)
class Show:
    """Chapters and the ids of their slides in order; `languages`: the first is the default, the second stands beside it."""

    title: Words
    languages: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    order: tuple[tuple[str, int], ...]
    """Slide id and place of its chapter, in the order of the show."""
    theme: Theme = field(default_factory=load_theme)
    scale: float = 1.0
    bilingual: bool = True
    playback: Playback = field(default_factory=Playback)
    safe_area: float = 0.0
    """The part of a screen's unit that may be covered along its edges."""
    overlay: Overlay = field(default_factory=Overlay)
    background: Background | None = None
    """What stands behind all slides that have no background of their own, but for posters."""

    @cached_property
    def numbered(self) -> tuple[int, ...]:
        """The places of the chapters that have a stroke in the marker."""
        return tuple(place for place, chapter in enumerate(self.chapters) if chapter.numbered)

    def calmed(self) -> "Show":
        """The same show without motion."""
        return replace(self, playback=replace(self.playback, calm=True))

    def spoken(self, language: str) -> tuple[str, ...]:
        """The languages with `language` in the lead; only that one if the show is not bilingual."""
        rest = tuple(each for each in self.languages if each != language)
        return (language, *rest) if self.bilingual else (language,)

    def screen(self, width: int, height: int) -> Screen:
        """A screen of so many pixels, with type and margins as the show's hall asks for them."""
        return Screen(width, height, self.scale, self.safe_area)

    def setting(self, slide: Slide, screen: Screen, language: str) -> Setting:
        """The setting of a slide's page on a screen."""
        page, numbered = Page(screen), self.numbered
        chapter = sum(place <= slide.chapter for place in numbered)
        if slide.chapter not in numbered and chapter == len(numbered):
            chapter += 1
        titles = tuple(self.chapters[place].title for place in numbered)
        return Setting(screen, page.content, page.foot, self.spoken(language), titles, chapter)

    def place(self, slide: Slide, screen: Screen, language: str, after: PlacedSlide | None = None) -> PlacedSlide:
        """A slide laid out on a screen; `after` is the one out of whose final state its first picture grows."""
        setting = self.setting(slide, screen, language)
        picture = self._picture(slide, slide.title, slide.areas, slide.note, setting)
        is_calm = self.playback.calm
        stack, motion = Stack.of(picture.layers), picture.motion
        if after is not None:
            stack, motion = follow(after.layers, picture.layers), MORPH_SECONDS
        seconds = slide.duration
        if seconds is None:
            further = max(0, len(_data_of(slide.areas)) - 1)
            seconds = max(LEAST_SECONDS, motion + SETTLE_SECONDS + reading_seconds(picture.told) + further)
        acts, end, seen = [Act(0.0, motion)], seconds, picture.words
        for step in slide.steps:
            picture = self._picture(slide, step.title, step.areas, step.note, setting)
            shown = emphasised(picture.layers, step.emphasis) if step.emphasis else picture.layers
            stack = stack.turned(shown, end, step.emphasis, is_calm=is_calm)
            act = Act(end, end + MORPH_SECONDS + (PULSE_SECONDS if step.emphasis and not is_calm else 0.0))
            seconds = step.duration
            if seconds is None:
                fresh = "".join(word for word in picture.words if word not in seen)
                seconds = max(LEAST_STEP_SECONDS, act.end - act.begin + SETTLE_SECONDS + reading_seconds(fresh))
            acts.append(act)
            end, seen = max(act.end, act.begin + seconds), picture.words
        return PlacedSlide(stack.layers, round(end, 1), acts[-1].end, tuple(acts))

    def _picture(
        self, slide: Slide, title: Words, areas: Mapping[str, Kind], note: Words | None, setting: Setting
    ) -> "_Picture":
        """One picture of a slide with its furniture."""
        page, layout = Page(setting.screen), slide.arrangement
        placed = {
            name: areas[name].place(setting.within(box, page.foot))
            for name, box in layout.areas(page).items()
            if name in areas
        }
        content = tuple(layer for each in placed.values() for layer in each.layers)
        back = self._back(slide, setting)
        front: tuple[Layer, ...] = ()
        words: tuple[str, ...] = ()
        if not layout.is_poster:
            heading = Heading(title, slide.number, len(self.order), self.chapters[slide.chapter].title)
            notes = [each.note for each in placed.values() if each.note]
            notes += [setting.say(note)] if note else []
            overlay = self.overlay.without_logo() if layout.is_bled else self.overlay
            room = overlay.source_room(page) * (layout.title_part(page) if layout.is_bled else 1.0)
            front = page_head(setting, page, heading, layout, overlay)
            front += source_line(setting, page, _data_of(areas), notes, room)
            words = (setting.say(title),)
        told = words + tuple(_words_in(placed.values()))
        if self.playback.calm:
            return _Picture(stilled((*back, *content, *front)), 0.0, told)
        motion = max((layer.settled for layer in content), default=0.0)
        return _Picture((*back, *content, *front), motion, told)

    def _back(self, slide: Slide, setting: Setting) -> tuple[Layer, ...]:
        """What stands behind the slide: a background, or the strokes along the foot."""
        layout = slide.arrangement
        background = slide.background or (None if layout.is_poster else self.background)
        # The strokes would cross what stands at the end of the source line.
        has_foot = layout.has_foot and not self.overlay.logo and (background is None or background.has_foot)
        return (*(background.layers(setting) if background else ()), *(page_foot(setting) if has_foot else ()))


@dataclass(frozen=True)
class _Picture:
    """One picture laid out: `words` are those that carry its message."""

    layers: tuple[Layer, ...]
    motion: float
    words: tuple[str, ...]

    @property
    def told(self) -> str:
        """All that is to be read."""
        return "".join(self.words)


def _words_in(placed: Iterable[Placed]) -> Iterator[str]:
    """What carries the message: not axis labels and the second language, which are muted, and not the furniture."""
    for each in placed:
        for mark in each.at(each.duration):
            # What runs past is nothing to wait for.
            if isinstance(mark, Text) and mark.clip is None:
                yield from (run.text for run in mark.runs if run.color != "muted")


def _data_of(areas: Mapping[str, Kind]) -> tuple[Datum, ...]:
    """Every metric and series in some areas, each once."""
    seen: list[Datum] = []
    for kind in areas.values():
        seen += [each for each in kind.data() if each not in seen]
    return tuple(seen)
