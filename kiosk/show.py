"""The show: slides in chapters, and what one of them looks like at any instant."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from kiosk.furniture import Heading, page_foot, page_head, source_line
from kiosk.kind import Datum, Kind
from kiosk.layers import Layer, Placed
from kiosk.layouts import LAYOUTS, Layout, Page
from kiosk.marks import Mark, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.words import Words

TransitionName = Literal["fade", "push", "none"]

TRANSITION_SECONDS: dict[TransitionName, float] = {"fade": 0.5, "push": 0.7, "none": 0.0}
LEAST_SECONDS = 6.0
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
class PlacedSlide:
    """A slide laid out on one screen in one language: a pure function of time."""

    layers: tuple[Layer, ...]
    duration: float
    """Seconds the loop stays on this slide."""
    motion: float
    """Seconds until nothing moves any more."""

    def at(self, t: float) -> Frame:
        """What is to be seen `t` seconds after the slide began."""
        return Frame(tuple(layer.at(t) for layer in self.layers))


@dataclass(frozen=True)
class Slide:
    """One slide: a title, and charts and elements by the areas of a layout.

    `number` is its page number, `chapter` the place of its chapter among the show's chapters. `duration` in seconds; None: as
    long as the animation and the reading take.
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

    @property
    def arrangement(self) -> Layout:
        """The layout that the slide names."""
        return LAYOUTS[self.layout]

    def data(self) -> tuple[Datum, ...]:
        """Every metric and series on the slide, each once."""
        seen: list[Datum] = []
        for kind in self.areas.values():
            seen += [each for each in kind.data() if each not in seen]
        return tuple(seen)

    def expired(self, on: date) -> tuple[Datum, ...]:
        """The metrics and series that are out of date on a day."""
        return tuple(each for each in self.data() if each.expired(on))


@dataclass(frozen=True)
class Playback:
    """How the loop runs: the transition between slides, and the seconds after which the loop goes on by itself."""

    transition: TransitionName = "fade"
    resume_after: float = 120.0


@dataclass(frozen=True)
class Show:
    """Chapters and the ids of their slides in order; `languages`: the first is the default, the second stands beside it."""

    title: Words
    languages: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    order: tuple[tuple[str, int], ...]
    """Slide id and place of its chapter, in the order of the show."""
    theme: str = "dark"
    scale: float = 1.0
    bilingual: bool = True
    playback: Playback = field(default_factory=Playback)

    @cached_property
    def numbered(self) -> tuple[int, ...]:
        """The places of the chapters that have a stroke in the marker."""
        return tuple(place for place, chapter in enumerate(self.chapters) if chapter.numbered)

    def spoken(self, language: str) -> tuple[str, ...]:
        """The languages with `language` in the lead; only that one if the show is not bilingual."""
        rest = tuple(each for each in self.languages if each != language)
        return (language, *rest) if self.bilingual else (language,)

    def setting(self, slide: Slide, screen: Screen, language: str) -> Setting:
        """The setting of a slide's page on a screen."""
        page, numbered = Page(screen), self.numbered
        chapter = sum(place <= slide.chapter for place in numbered)
        if slide.chapter not in numbered and chapter == len(numbered):
            chapter += 1
        titles = tuple(self.chapters[place].title for place in numbered)
        return Setting(screen, page.content, page.foot, self.spoken(language), titles, chapter)

    def place(self, slide: Slide, screen: Screen, language: str) -> PlacedSlide:
        """A slide laid out on a screen."""
        page, layout = Page(screen), slide.arrangement
        setting = self.setting(slide, screen, language)
        placed = {
            name: slide.areas[name].place(setting.within(box, page.foot))
            for name, box in layout.areas(page).items()
            if name in slide.areas
        }
        content = tuple(layer for each in placed.values() for layer in each.layers)
        back = page_foot(setting) if layout.has_foot else ()
        front: tuple[Layer, ...] = ()
        if not layout.is_poster:
            heading = Heading(slide.title, slide.number, len(self.order), self.chapters[slide.chapter].title)
            notes = [each.note for each in placed.values() if each.note]
            notes += [setting.say(slide.note)] if slide.note else []
            front = page_head(setting, page, heading, layout) + source_line(setting, page, slide.data(), notes)
        motion = max((layer.end for layer in content), default=0.0)
        duration = slide.duration
        if duration is None:
            duration = self.auto_duration(slide, setting, motion, tuple(placed.values()))
        return PlacedSlide((*back, *content, *front), duration, motion)

    def auto_duration(self, slide: Slide, setting: Setting, motion: float, placed: tuple[Placed, ...]) -> float:
        """Seconds: the animation, 1.5 s, the reading, and a second for every further figure; at least six.

        Read is what carries the message: not the axis labels and the second language, which are muted, and not the furniture.
        """
        runs = [run for each in placed for mark in each.at(motion) if isinstance(mark, Text) for run in mark.runs]
        text = "".join(run.text for run in runs if run.color != "muted")
        title = "" if slide.arrangement.is_poster else setting.say(slide.title)
        further = max(0, len(slide.data()) - 1)
        return max(LEAST_SECONDS, round(motion + 1.5 + reading_seconds(title + text) + further, 1))
