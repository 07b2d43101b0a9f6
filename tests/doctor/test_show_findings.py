"""What is found about a show: its problems, its files, and how fast it is painted."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.problem import Problem
from kiosk.doctor.aside import Answer
from kiosk.doctor.content import glyphs, media, show
from kiosk.doctor.finding import Finding
from kiosk.doctor.painting import measure, painting

SMALL = Path(__file__).parents[1] / "shows" / "small"
ERROR = Problem("slides/a.yaml", 3, 1, "error", "bad-value", "no such colour")
WARNING = Problem("slides/a.yaml", 4, 1, "warning", "missing-glyph", 'the typeface has no "𝄞"')
SIZE = (1920, 1080)
FAST: dict[str, Any] = {"frames": 900, "median_ms": 2.0, "p99_ms": 5.0, "worst_ms": 9.0, "dropped": 0}


def only(findings: Iterable[Finding]) -> Finding:
    (finding,) = findings
    return finding


@pytest.mark.parametrize(
    ("problems", "slides", "verdict", "word"),
    [
        ((), 20, "good", "20 slides, no problems"),
        ((WARNING,), 1, "note", "1 slide, 1 warning"),
        ((ERROR, WARNING), 20, "fault", "1 error and 1 warning in 20 slides"),
        ((ERROR,), 0, "fault", "nothing to play: slides/a.yaml:3:1: error"),
        ((), 0, "fault", "nothing to play"),
    ],
)
def test_a_show_is_as_its_check(problems: tuple[Problem, ...], slides: int, verdict: str, word: str) -> None:
    finding = only(show(Path("hall"), problems, slides))

    assert finding.verdict == verdict
    assert word in finding.message
    assert (finding.remedy.startswith("kiosk check hall")) is (verdict != "good")


def test_characters_without_a_glyph_are_warned_of() -> None:
    assert only(glyphs((ERROR,))).verdict == "good"
    assert "𝄞" in only(glyphs((ERROR, WARNING))).message


def test_pictures_and_films_are_counted(tmp_path: Path) -> None:
    for name in ("show.yaml", "images/a.png", "images/b.JPG", "films/c.mp4"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    assert only(media(tmp_path)).message == "2 pictures and 1 film; all 4 files of the show may be read"


def test_files_that_may_not_be_read_are_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed.png").touch()
    # Root may read everything.
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "closed.png")

    finding = only(media(tmp_path))

    assert finding.verdict == "fault"
    assert "closed.png" in finding.message


@pytest.mark.parametrize(
    ("late", "verdict"), [(5.0, "good"), (12.0, "good"), (13.0, "note"), (16.0, "note"), (17.0, "warning")]
)
def test_painting_is_judged_by_its_slowest_frames(late: float, verdict: str) -> None:
    assert only(painting(Answer({"all": {**FAST, "p99_ms": late}}), SIZE)).verdict == verdict


def test_what_to_do_about_slow_painting_depends_on_the_screen() -> None:
    slow = Answer({"all": {**FAST, "p99_ms": 30.0, "dropped": 12}})

    assert "12 of 900 came too late" in only(painting(slow, SIZE)).message
    assert "xrandr" not in only(painting(slow, SIZE)).remedy
    assert "xrandr" in only(painting(slow, (3840, 2160))).remedy


def test_a_machine_that_is_busy_is_measured_with_reserve() -> None:
    slow = Answer({"all": {**FAST, "p99_ms": 30.0}})

    assert only(painting(slow, SIZE, load=3.0)).remedy.startswith("end other programs")
    assert not only(painting(slow, SIZE, load=0.5)).remedy.startswith("end other programs")


def test_painting_that_takes_for_ever_is_too_slow() -> None:
    finding = only(painting(Answer(status=None), SIZE))

    assert (finding.verdict, "in 20 s" in finding.message) == ("warning", True)


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (Answer({"slides": [], "problems": []}), "nothing could be painted"),
        (Answer({"missing": "libEGL.so.1: cannot open shared object file: No such file"}), "libEGL.so.1"),
        (Answer(status=-11), "nothing could be painted"),
    ],
)
def test_what_cannot_be_measured_is_noted(answer: Answer, word: str) -> None:
    finding = only(painting(answer, SIZE))

    assert finding.verdict == "note"
    assert word in finding.message


def test_a_show_is_painted_aside_at_the_size_of_the_screen() -> None:
    answer = measure(SMALL, (640, 360))

    assert answer.data["size"] == [640, 360]
    assert answer.data["all"]["frames"] > 0
