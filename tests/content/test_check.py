"""What a check warns of beside plain mistakes: translations, characters, sizes, lengths, dates, things left over."""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from benchmarks.long_show import write_long_show
from kiosk.content.check import MOST_LAID_OUT, check_show
from kiosk.content.problem import Problem
from kiosk.elements import ELEMENTS
from kiosk.kind import Kind
from kiosk.layers import Placed, still
from kiosk.setting import Setting
from kiosk.typesetting import line
from tests.content.sample import FILES, changed, place, place_of, write

Changes = dict[str, str | bytes | None]


def warnings(folder: Path, changes: Changes | None = None, on: date | None = None) -> list[Problem]:
    """What is warned of in the good show with some files changed."""
    found = check_show(write(folder, changes), on)
    assert [problem for problem in found if problem.severity == "error"] == []
    return list(found)


def only_warning(folder: Path, changes: Changes, on: date | None = None) -> Problem:
    (problem,) = warnings(folder, changes, on)
    return problem


def long_show(count: int, slide: str) -> Changes:
    names = [f"s{number}" for number in range(count)]
    show = FILES["show.yaml"].replace("[firms]", f"[firms, {', '.join(names)}]")
    return {"show.yaml": show, **{f"slides/{name}.yaml": slide for name in names}}


def test_a_good_show_gives_no_warning(tmp_path: Path) -> None:
    assert warnings(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "at"),
    [
        ("slides/firms.yaml", "{zh: 企业聚集, en: Firms gather}", "{zh: 企业聚集}", "{zh: 企业聚集}"),
        ("slides/firms.yaml", "{zh: 企业聚集, en: Firms gather}", "\n  zh: 企业聚集", "zh: 企业聚集"),
        ("metrics/firms.yaml", "{zh: 家, en: firms}", "{zh: 家}", "{zh: 家}"),
        ("show.yaml", "{zh: 第一章, en: One}", "{zh: 第一章}", "{zh: 第一章}"),
        ("show.yaml", "{zh: 试, en: Try}", "{zh: 试, eng: Try}", "{zh: 试, eng: Try}"),
    ],
)
def test_a_missing_translation_is_named_at_its_text(tmp_path: Path, name: str, old: str, new: str, at: str) -> None:
    changes = changed(name, old, new)
    problem = only_warning(tmp_path, changes)

    assert (problem.code, place(problem)) == ("missing-translation", place_of(name, at, changes))
    assert (problem.message, problem.hint) == ('there is no text in "en", so the one in "zh" is shown', "add en: ...")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("slides/firms.yaml", "{zh: 企业聚集, en: Firms gather}", "GDP"),
        ("slides/firms.yaml", "{zh: 企业聚集, en: Firms gather}", '{zh: 企业聚集, en: ""}'),
        ("slides/firms.yaml", "{zh: 先停一停, en: Pause first}", "{zh: 先停一停}"),
        ("metrics/firms.yaml", "value: 300", "value: 30000\n  scale: {zh: 万}"),
        ("show.yaml", "languages: [zh, en]", "languages: [zh-CN, en]"),
    ],
)
def test_what_needs_no_translation_is_not_asked_for(tmp_path: Path, name: str, old: str, new: str) -> None:
    assert warnings(tmp_path, changed(name, old, new)) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("slides/firms.yaml", "企业聚集", "企业🚀聚集"),
        ("metrics/firms.yaml", "en: Firms", "en: Fir🚀ms"),
        ("show.yaml", "zh: 第二章", "zh: 第🚀章"),
    ],
)
def test_a_character_that_cannot_be_drawn_is_named_at_its_text(tmp_path: Path, name: str, old: str, new: str) -> None:
    changes = changed(name, old, new)
    problem = only_warning(tmp_path, changes)

    assert (problem.code, place(problem)) == (
        "missing-glyph",
        place_of(name, new.removeprefix("zh: ").removeprefix("en: "), changes),
    )
    assert '"🚀" (U+1F680)' in problem.message


def test_a_character_of_a_table_is_named_in_the_table(tmp_path: Path) -> None:
    problem = only_warning(tmp_path, changed("data/months.csv", "二月", "二🚀月"))

    assert (problem.code, place(problem)) == ("missing-glyph", "data/months.csv:3:2")


def test_what_only_the_guide_reads_may_hold_any_character(tmp_path: Path) -> None:
    assert warnings(tmp_path, changed("slides/firms.yaml", "先停一停", "先停一停🚀")) == []


@pytest.mark.parametrize(("day", "count"), [(date(2024, 12, 31), 0), (date(2025, 1, 1), 1)])
def test_a_figure_expires_on_the_day_after_its_date(tmp_path: Path, day: date, count: int) -> None:
    changes = changed("metrics/firms.yaml", "value: 300", "value: 300\n  expires: 2024-12-31")
    found = warnings(tmp_path, changes, day)

    assert [(problem.code, place(problem)) for problem in found] == [("expired", "metrics/firms.yaml:4:12")] * count
    assert all('"firms"' in problem.message for problem in found)


def test_a_figure_that_no_slide_shows_is_left_over(tmp_path: Path) -> None:
    text = FILES["metrics/firms.yaml"] + "spare: {label: x, value: 1}\ntable: {label: x, values: {a: 1}}\n"
    found = warnings(tmp_path, {"metrics/firms.yaml": text})

    assert [(problem.code, place(problem)) for problem in found] == [
        ("unused", "metrics/firms.yaml:6:1"),
        ("unused", "metrics/firms.yaml:7:1"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("title:", "titel:", "unknown-key"),
        ("metric: firms", "metric: frims", "unknown-metric"),
        ("{zh: 企业聚集, en: Firms gather}", "{zh: 企业聚集", "yaml-syntax"),
    ],
)
def test_a_figure_that_a_bad_slide_may_mean_is_not_left_over(tmp_path: Path, old: str, new: str, code: str) -> None:
    found = check_show(write(tmp_path, changed("slides/firms.yaml", old, new)))

    assert [problem.code for problem in found] == [code]


def test_a_slide_file_that_the_show_does_not_list_is_left_over(tmp_path: Path) -> None:
    problem = only_warning(tmp_path, {"slides/spare.yaml": "title: ["})

    assert (problem.code, place(problem)) == ("unused", "slides/spare.yaml:1:1")


def test_a_chapter_without_slides_is_named(tmp_path: Path) -> None:
    text = FILES["show.yaml"] + "  - title: {zh: 空, en: Empty}\n    slides: []\n"
    problem = only_warning(tmp_path, {"show.yaml": text})

    assert (problem.code, place(problem)) == ("too-short", "show.yaml:8:5")


def test_a_slide_that_stays_too_long_is_named_at_its_duration(tmp_path: Path) -> None:
    changes = changed("slides/firms.yaml", "layout: full", "layout: full\nduration: 26")
    found = warnings(tmp_path, changes)

    assert {(problem.code, place(problem)) for problem in found} == {("too-long", "slides/firms.yaml:2:1")}
    assert ['in "zh"' in found[1].message, 'in "en"' in found[0].message] == [True, True]


def test_a_pass_that_takes_too_long_is_named_at_the_chapters(tmp_path: Path) -> None:
    slide = "title: x\nduration: 25\nmain: {element: counter, metric: firms}\n"
    found = warnings(tmp_path, long_show(11, slide))

    assert {(problem.code, place(problem)) for problem in found} == {("too-long", "show.yaml:3:1")}
    assert len(found) == 2


def test_a_show_may_allow_a_longer_pass(tmp_path: Path) -> None:
    slide = "title: x\nduration: 25\nmain: {element: counter, metric: firms}\n"
    changes = long_show(11, slide)
    changes["show.yaml"] = f"{changes['show.yaml']}playback: {{longest_pass: 600}}\n"

    assert warnings(tmp_path, changes) == []


def test_more_characters_than_are_read_are_counted(tmp_path: Path) -> None:
    changes = changed("slides/firms.yaml", "metric: firms", f"metric: firms\n  label: {{zh: {'字' * 77}, en: x}}")
    found = warnings(tmp_path, changes)

    assert ("too-long", "slides/firms.yaml:2:1") in {(problem.code, place(problem)) for problem in found}
    assert any("83 Chinese characters" in problem.message for problem in found)


def test_eighty_characters_are_not_too_many(tmp_path: Path) -> None:
    changes = changed("slides/firms.yaml", "metric: firms", f"metric: firms\n  label: {{zh: {'字' * 74}, en: x}}")

    assert not any("Chinese characters" in problem.message for problem in warnings(tmp_path, changes))


@pytest.mark.parametrize(("farthest", "codes"), [(6, set()), (9, set()), (60, {"show.yaml:3:1"})])
def test_type_that_grows_as_far_as_it_can_is_small_only_in_a_hall_that_is_too_long(
    tmp_path: Path, farthest: float, codes: set[str]
) -> None:
    text = f"languages: [zh, en]\nscreen: {{height_m: 1.2, farthest_m: {farthest}}}"
    found = warnings(tmp_path, changed("show.yaml", "languages: [zh, en]", text))

    at_show = {place(problem) for problem in found if problem.path == "show.yaml"}
    assert at_show == codes
    assert {problem.code for problem in found} <= {"too-small"}
    assert bool(found) == bool(codes)


def test_each_slide_is_called_too_small_once_for_each_language_at_most(tmp_path: Path) -> None:
    text = "languages: [zh, en]\nscreen: {height_m: 1.2, farthest_m: 60}"
    found = warnings(tmp_path, changed("show.yaml", "languages: [zh, en]", text))

    places = [place(problem) for problem in found if problem.path == "slides/firms.yaml"]
    assert 1 <= len(places) <= 2
    assert set(places) == {"slides/firms.yaml:2:1"}


def test_a_slide_that_cannot_be_laid_out_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Sprawling(Kind):
        """Finds no room anywhere."""

        def place(self, setting: Setting) -> Placed:
            raise ValueError("there is no room")

    monkeypatch.setitem(ELEMENTS, "sprawling", Sprawling)
    found = check_show(write(tmp_path, {"slides/guests.yaml": "title: x\nmain: {element: sprawling}\n"}))

    errors = [problem for problem in found if problem.severity == "error"]
    assert [(problem.code, place(problem)) for problem in errors] == [("bad-value", "slides/guests.yaml:1:1")]
    assert errors[0].message == "the slide cannot be laid out: there is no room"


def test_of_a_long_show_the_words_are_measured(tmp_path: Path) -> None:
    slide = f"title: {{zh: {'字' * 81}, en: x}}\nmain: {{element: counter, metric: firms}}\n"
    found = warnings(tmp_path, long_show(MOST_LAID_OUT, slide))

    assert {problem.code for problem in found} == {"too-long"}
    assert len(found) == MOST_LAID_OUT + 1
    assert "at least 738 s" in found[0].message


def test_a_thousand_slides_are_checked_within_two_seconds(tmp_path: Path) -> None:
    write_long_show(tmp_path, 1000)

    begin = time.process_time()
    found = check_show(tmp_path)

    assert time.process_time() - begin < 2.0
    assert [problem.code for problem in found] == ["too-long"]


def test_checking_needs_neither_qt_nor_pyqtgraph(tmp_path: Path) -> None:
    write(tmp_path)
    program = (
        f"import sys; from kiosk.cli import main; status = main(['check', {str(tmp_path)!r}]);"
        "print(status, [name for name in sys.modules if name.startswith(('PySide6', 'shiboken', 'pyqtgraph'))])"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.split("\n")[-2] == "0 []"


def test_a_text_that_runs_off_the_screen_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Sinking(Kind):
        """Writes below the lower edge."""

        def place(self, setting: Setting) -> Placed:
            return Placed((still(line("沉下去", 300.0, setting.screen.height + 9.0, 40.0)),))

    monkeypatch.setitem(ELEMENTS, "sinking", Sinking)
    found = warnings(tmp_path, sinking_show())

    assert [problem.message for problem in found] == [
        '"沉下去" runs off the screen in "en"',
        '"沉下去" runs off the screen in "zh"',
    ]


def sinking_show() -> Changes:
    slide = "title: x\nmain: {element: sinking}\n"
    return {"show.yaml": FILES["show.yaml"].replace("[firms]", "[firms, sinking]"), "slides/sinking.yaml": slide}
