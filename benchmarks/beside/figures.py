"""The figures of the show as the browser's pages read them: one script, written from the same files that the program plays."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kiosk.charts.area import Area
from kiosk.charts.bar import Bar
from kiosk.charts.line import Lines
from kiosk.charts.ring import Ring
from kiosk.content.library import open_library
from kiosk.elements.counter import Counter
from kiosk.elements.heading import Heading
from kiosk.elements.timeline import Timeline
from kiosk.furniture import source_line
from kiosk.kind import Kind
from kiosk.layouts import Page
from kiosk.marks import Text
from kiosk.metrics import Metric, Series
from kiosk.motif import foot, marker, marker_colors
from kiosk.numbers import SCALES, Written
from kiosk.periods import write_period
from kiosk.screen import TYPE, Screen
from kiosk.show import TRANSITION_SECONDS, Show, Slide

SCREEN = Screen(1920, 1080)
"""The screen that the pages are laid out on; they are enlarged from it like the program's own slides."""

Facts = dict[str, Any]


def write_figures(folder: Path, target: Path) -> None:
    """Writes the show of a folder as a script that sets `SHOW`. Raises ValueError if the show cannot be played as a whole."""
    target.write_text(f"const SHOW = {json.dumps(figures(folder), ensure_ascii=False, indent=1)};\n", "utf-8")


def figures(folder: Path) -> Facts:
    """The show in plain values: times in seconds, lengths in pixels of `SCREEN`."""
    library = open_library(folder)
    show, ids = library.show, library.ids()
    slides = [library.slide(each) for each in ids]
    if show is None or library.problems():
        raise ValueError(f"{folder} has problems: see kiosk check {folder}")
    theme = show.theme
    return {
        "colors": theme.colors,
        "ground": [list(stop) for stop in theme.ground],
        "type": {role: SCREEN.size(role) for role in TYPE},
        "transition": TRANSITION_SECONDS[show.playback.transition],
        "foot": [asdict(stroke) for stroke in foot(SCREEN).strokes],
        "slides": [_slide(show, each) for each in slides if each is not None],
    }


def _slide(show: Show, slide: Slide) -> Facts:
    language = show.languages[0]
    page, setting = Page(SCREEN), show.setting(slide, SCREEN, language)
    (kind,) = slide.areas.values()
    colors = marker_colors(setting.chapter, len(setting.chapters))
    source = [layer.at(0.0) for layer in source_line(setting, page, slide.data(), ())]
    return {
        "id": slide.id,
        "title": setting.say(slide.title),
        "second": setting.second(slide.title),
        "number": slide.number,
        "count": len(show.order),
        "chapter": setting.say(show.chapters[slide.chapter].title),
        "marker": [asdict(stroke) for stroke in marker(5.5 * SCREEN.g, 7 * SCREEN.g, 5 * SCREEN.g, colors).strokes],
        "source": " ".join(run.text for mark in source if isinstance(mark, Text) for run in mark.runs),
        "duration": show.place(slide, SCREEN, language).duration,
        **KINDS[type(kind)](kind, language),
    }


def _counter(kind: Counter, language: str) -> Facts:
    return {"kind": "counter", "figure": _figure(kind.metric, language)}


def _bar(kind: Bar, language: str) -> Facts:
    if kind.series is not None:
        return {"kind": "columns", "series": _series(kind.series, language)}
    return {"kind": "rows", "figures": [_figure(each, language) for each in kind.metrics]}


def _lines(kind: Lines, language: str) -> Facts:
    return {"kind": "lines", "series": [_series(each, language) for each in kind.series]}


def _area(kind: Area, language: str) -> Facts:
    return {"kind": "area", "series": [_series(kind.series, language)]}


def _ring(kind: Ring, language: str) -> Facts:
    return {"kind": "ring", "figures": [_figure(each, language) for each in kind.metrics]}


def _timeline(kind: Timeline, language: str) -> Facts:
    events = [
        {"time": each.time(language), "words": each.words.get(language), "emphasis": each.emphasis}
        for each in kind.events
    ]
    return {"kind": "timeline", "events": events}


def _heading(kind: Heading, language: str) -> Facts:
    return {
        "kind": "heading",
        "text": kind.text.get(language),
        "detail": kind.detail.get(language) if kind.detail else "",
    }


def _figure(metric: Metric, language: str) -> Facts:
    return {
        "label": metric.name(language),
        "value": metric.number,
        **_manner(metric.written(language), language),
    }


def _series(series: Series, language: str) -> Facts:
    last = float(series.y[-1])
    return {
        "label": series.name(language),
        "places": [write_period(place, language) if "-" in place else place for place in series.labels],
        "values": series.y.tolist(),
        **_manner(series.written(language, last), language),
    }


def _manner(written: Written, language: str) -> Facts:
    """How a figure is written, so that a page can write one on the way to it."""
    factor = SCALES[language].get(written.after, 1)
    return {
        "factor": int(factor),
        "word": written.after,
        "decimals": len(written.digits.partition(".")[2]),
        "unit": written.unit,
    }


KINDS: dict[type[Kind], Callable[[Any, str], Facts]] = {
    Counter: _counter,
    Bar: _bar,
    Lines: _lines,
    Area: _area,
    Ring: _ring,
    Timeline: _timeline,
    Heading: _heading,
}
