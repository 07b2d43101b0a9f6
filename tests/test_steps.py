"""Steps: further pictures of one slide, played in turn by the loop and one by one by the guide."""

from pathlib import Path

import pytest

from kiosk.charts.bar import Bar
from kiosk.commands import Command
from kiosk.content.check import check_show
from kiosk.content.library import open_library
from kiosk.content.problem import Problem
from kiosk.layers import Layer
from kiosk.marks import Bars, Mark, Text
from kiosk.playback import Playback, Programme, State
from kiosk.screen import Screen
from kiosk.show import PlacedSlide, Slide
from kiosk.words import Words
from tests.content.sample import write

SCREEN = Screen(1920, 1080)
METRICS = """\
lamps: {label: {zh: 灯, en: Lamps}, value: 12, unit: {zh: 盏, en: lamps}}
boats: {label: {zh: 船, en: Boats}, value: 30, unit: {zh: 盏, en: lamps}}
first: {label: {zh: 去年, en: Last year}, values: {一月: 3, 二月: 5}}
second: {label: {zh: 今年, en: This year}, values: {一月: 9, 二月: 4}}
"""
SLIDE = """\
title: {zh: 灯与船, en: Lamps and boats}
main: {chart: bar, metrics: [lamps, boats], highlight: none, direction: up}
"""
STEPS = """\
steps:
  - main: {direction: across}
  - emphasis: boats
    title: {zh: 船更多, en: More boats}
    duration: 7
"""


def show(folder: Path, steps: str, slide: str = SLIDE) -> Path:
    """A show whose first slide has steps."""
    return write(folder, {"metrics/things.yaml": METRICS, "slides/guests.yaml": slide + steps})


def first_slide(folder: Path) -> Slide:
    library = open_library(folder)
    slide = library.slide("guests")
    assert slide is not None, library.problems()
    return slide


def placed(folder: Path, *, calm: bool = False) -> PlacedSlide:
    library = open_library(folder)
    assert library.show is not None
    slide = library.slide("guests")
    assert slide is not None, library.problems()
    return (library.show.calmed() if calm else library.show).place(slide, SCREEN, "zh")


def seen(slide: PlacedSlide, t: float) -> list[Mark]:
    return [mark for mark in slide.at(t).marks if mark.opacity > 0.0]  # type: ignore[attr-defined]


def texts(slide: PlacedSlide, t: float) -> list[str]:
    return [mark.text for mark in seen(slide, t) if isinstance(mark, Text)]


def problems(folder: Path) -> list[Problem]:
    return [problem for problem in check_show(folder) if "guests" in problem.path]


# What an author writes.


def test_a_step_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    slide = first_slide(show(tmp_path, STEPS))

    across, pointed = slide.steps
    kinds = [areas["main"] for areas in (slide.areas, across.areas, pointed.areas)]
    assert [kind.direction for kind in kinds if isinstance(kind, Bar)] == ["up", "across", "across"]
    assert all(isinstance(kind, Bar) and [each.id for each in kind.metrics] == ["lamps", "boats"] for kind in kinds)
    assert across.title == slide.title
    assert pointed.title == Words({"zh": "船更多", "en": "More boats"})
    assert pointed.emphasis == ("boats",)
    assert pointed.duration == 7.0


def test_a_step_that_names_its_chart_is_written_out_in_full(tmp_path: Path) -> None:
    slide = first_slide(show(tmp_path, "steps:\n  - main: {chart: bar, series: first}\n  - main: {series: second}\n"))

    first, second = (step.areas["main"] for step in slide.steps)
    assert isinstance(first, Bar)
    assert isinstance(second, Bar)
    assert first.metrics == second.metrics == ()
    assert first.series is not None
    assert second.series is not None
    assert (first.series.id, second.series.id) == ("first", "second")


def test_null_takes_an_option_out(tmp_path: Path) -> None:
    slide = first_slide(show(tmp_path, "steps:\n  - main: {metrics: null, series: first}\n"))

    kind = slide.steps[0].areas["main"]
    assert isinstance(kind, Bar)
    assert kind.metrics == ()


def test_all_metrics_of_all_steps_are_the_slides(tmp_path: Path) -> None:
    slide = first_slide(show(tmp_path, "steps:\n  - main: {chart: bar, series: first}\n"))

    assert [each.id for each in slide.data()] == ["lamps", "boats", "first"]


@pytest.mark.parametrize(
    ("steps", "line", "column", "words"),
    [
        ("steps:\n  - main: {direction: acros}\n", 5, 23, "across"),
        ("steps:\n  - main: {directoin: across}\n", 5, 12, "direction"),
        ("steps:\n  - side: {element: counter, metric: lamps}\n", 5, 5, "side"),
        ("steps:\n  - main: {metrics: [lamp, boats]}\n", 5, 22, "lamp"),
        ("steps:\n  - titel: x\n", 5, 5, "title"),
        ("steps: 3\n", 4, 8, "list"),
    ],
)
def test_mistakes_in_steps_are_found_where_they_stand(
    tmp_path: Path, steps: str, line: int, column: int, words: str
) -> None:
    found = problems(show(tmp_path, steps, f"layout: full\n{SLIDE}"))

    assert [(each.line, each.column, each.severity) for each in found] == [(line, column, "error")]
    assert words in f"{found[0].message} {found[0].hint}"


def test_a_mistake_of_the_slide_is_not_told_again_for_its_steps(tmp_path: Path) -> None:
    found = problems(show(tmp_path, STEPS, SLIDE.replace("lamps, boats", "lamps, baots")))

    assert len([each for each in found if each.severity == "error"]) == 1


def test_an_emphasis_of_what_is_not_there_is_warned_of(tmp_path: Path) -> None:
    (found,) = problems(show(tmp_path, "steps:\n  - emphasis: baots\n"))

    assert (found.line, found.severity) == (4, "warning")
    assert "boats" in found.hint


# What is to be seen.


def test_every_step_has_its_act_after_the_time_of_the_one_before(tmp_path: Path) -> None:
    slide = placed(show(tmp_path, STEPS))

    first, across, pointed = slide.acts
    assert first.begin == 0.0
    assert first.end < across.begin < across.end < pointed.begin < pointed.end
    assert slide.duration == pytest.approx(pointed.begin + 7.0, abs=0.1)
    assert slide.motion == pointed.end


def test_between_the_acts_nothing_moves(tmp_path: Path) -> None:
    slide = placed(show(tmp_path, STEPS))

    ends = [*(act.begin for act in slide.acts[1:]), slide.duration]
    for act, end in zip(slide.acts, ends, strict=True):
        assert slide.at(act.end) == slide.at((act.end + end) / 2) == slide.at(end - 0.001)


def test_in_the_end_the_last_picture_stands(tmp_path: Path) -> None:
    slide = placed(show(tmp_path, STEPS))

    (bars,) = [mark for mark in seen(slide, slide.motion) if isinstance(mark, Bars)]
    assert bars.width[0] < bars.width[1]
    assert "船更多" in texts(slide, slide.motion)
    assert "船更多" not in texts(slide, slide.acts[-1].begin - 0.1)


def test_in_a_calm_show_nothing_moves_but_all_is_told(tmp_path: Path) -> None:
    folder = show(tmp_path, STEPS)

    calm, lively = placed(folder, calm=True), placed(folder)

    assert calm.acts[0].end == 0.0
    assert texts(calm, 0.0) == texts(lively, lively.acts[0].end)
    assert seen(calm, calm.motion) == seen(lively, lively.motion)


# How it is played.


def playback(now: float = 0.0) -> Playback:
    """Three slides of 20 s, of which the second has two steps."""
    acts = {0: ((0.0, 2.0),), 1: ((0.0, 2.0), (8.0, 9.0), (14.0, 15.0)), 2: ((0.0, 2.0),)}
    programme = Programme(slides=3, duration=20.0, acts=lambda slide: acts[slide], transition=0.5)
    return Playback.start(programme, now, slide=1)


def test_the_loop_plays_the_steps_by_the_clock() -> None:
    show = playback()

    assert [show.at(t).moving for t in (1.0, 3.0, 8.5, 10.0, 14.5, 16.0)] == [True, False, True, False, True, False]
    assert [show.at(t).t for t in (1.0, 3.0, 8.5)] == [1.0, 3.0, 8.5]
    assert show.at(3.0).next_change == 8.0
    assert show.at(10.0).next_change == 14.0


def test_a_guide_plays_one_step_after_the_other_and_then_the_next_slide() -> None:
    show = playback().perform(Command.NEXT, 3.0)
    assert (show.at(3.0).slide, show.at(3.0).t, show.state) == (1, 8.0, State.GUIDED)
    assert (show.at(60.0).t, show.at(60.0).moving) == (9.0, False)

    show = show.perform(Command.NEXT, 60.0)
    assert (show.at(60.0).slide, show.at(90.0).t) == (1, 15.0)

    show = show.perform(Command.NEXT, 90.0)
    assert show.at(91.0).slide == 2


def test_a_guide_steps_back_to_the_picture_before() -> None:
    show = playback().perform(Command.NEXT, 3.0).perform(Command.PREVIOUS, 10.0)

    assert (show.at(10.0).slide, show.at(10.0).t, show.at(10.0).moving) == (1, 2.0, False)
    assert show.perform(Command.PREVIOUS, 11.0).at(12.0).slide == 0


def test_a_slide_that_is_taken_over_finishes_its_act_and_stands() -> None:
    show = playback().perform(Command.LANGUAGE, 8.5).perform(Command.OVERVIEW, 8.5)

    assert [show.at(t).t for t in (8.5, 9.0, 40.0)] == [8.5, 9.0, 9.0]


def test_a_released_slide_goes_on_with_its_steps() -> None:
    show = playback().perform(Command.NEXT, 3.0).perform(Command.ESCAPE, 30.0)

    assert show.state is State.AUTO
    assert (show.at(30.0).t, show.at(35.0).t) == (9.0, 14.0)


def test_what_moves_by_itself_goes_on_while_the_slide_stands() -> None:
    programme = Programme(slides=2, duration=20.0, animation=2.0, breath=lambda slide: 100.0 if slide == 0 else 0.0)
    show = Playback.start(programme, 0.0).perform(Command.OVERVIEW, 1.0).perform(Command.OVERVIEW, 1.0)

    assert [(show.at(t).t, show.at(t).breath, show.at(t).moving, show.at(t).acting) for t in (1.5, 50.0)] == [
        (1.5, 1.5, True, True),
        (2.0, 50.0, True, False),
    ]


def test_a_slide_grows_out_of_one_that_has_told_all_and_comes_in_otherwise_if_not() -> None:
    programme = Programme(
        slides=3, duration=8.0, animation=2.0, transition=0.5, grows=lambda first, second: second == 1
    )
    show = Playback.start(programme, 0.0)

    grown, cut_short = show.perform(Command.NEXT, 5.0).at(5.0), show.perform(Command.NEXT, 1.0).at(1.0)

    assert (grown.slide, grown.grown, grown.progress, grown.t) == (1, 0, None, 0.0)
    assert (cut_short.slide, cut_short.grown, cut_short.progress) == (1, None, 0.0)
    assert show.advance(8.1).at(8.1).grown == 0
    assert show.perform(Command.LAST, 5.0).at(5.0).grown is None


def test_a_layer_that_tells_time_or_breathes_is_known() -> None:
    ticker, clock = (
        Layer(0.0, 99.0, lambda t: Text(t, 0.0, ()), 1.0),
        Layer(0.0, 9e9, lambda t: Text(0.0, 0.0, ()), 0.0, True),
    )

    assert PlacedSlide((ticker,), 5.0, 1.0).breathes_until == 99.0
    assert PlacedSlide((clock,), 5.0, 1.0).breathes_until == 0.0
    assert PlacedSlide((clock,), 5.0, 1.0).tells_time
