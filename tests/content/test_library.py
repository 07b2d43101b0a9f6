"""A show's folder: what is read, what is refused and where, and that one bad file takes no other along."""

import os
from pathlib import Path

import pytest

from kiosk.content.library import open_library, type_scale
from kiosk.content.pages import ScreenSize
from kiosk.content.problem import CODES, Problem
from kiosk.elements import ELEMENTS
from kiosk.image import Image
from kiosk.kind import ImageRef, Kind
from kiosk.layers import Placed
from kiosk.metrics import Metric, Series
from kiosk.setting import Setting
from tests.content.sample import FILES, changed, errors, place, place_of, png, write

Changes = dict[str, str | bytes | None]
SLIDES = ("guests", "months", "firms")


class Photo(Kind):
    """A picture, as an element of the show under test."""

    picture: ImageRef

    def place(self, setting: Setting) -> Placed:
        return Placed(())


@pytest.fixture
def photo_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(ELEMENTS, "photo", Photo)
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "map.png").write_bytes(png(3, 2))
    return write(tmp_path, {"slides/firms.yaml": "title: 图\nmain:\n  element: photo\n  picture: images/map.png\n"})


def played(folder: Path) -> list[str]:
    library = open_library(folder)
    return [name for name in library.ids() if library.slide(name) is not None]


def only_error(folder: Path) -> Problem:
    (problem,) = errors(folder)
    assert problem.code in CODES
    return problem


def test_a_good_show_is_read_whole(tmp_path: Path) -> None:
    library = open_library(write(tmp_path))

    assert library.show is not None
    assert library.ids() == SLIDES
    assert [library.slide(name) is not None for name in SLIDES] == [True] * 3
    assert library.problems() == ()


def test_slides_know_their_page_and_chapter(tmp_path: Path) -> None:
    library = open_library(write(tmp_path))

    slides = [library.slide(name) for name in SLIDES]

    assert [(slide.number, slide.chapter) for slide in slides if slide] == [(1, 0), (2, 0), (3, 1)]


def test_data_are_found_by_name_in_any_file(tmp_path: Path) -> None:
    data = open_library(write(tmp_path)).ledger.data

    assert {name: type(datum) for name, datum in data.items()} == {
        "firms": Metric,
        "guests": Metric,
        "by_month": Series,
    }
    assert [datum.id for datum in data.values()] == ["firms", "guests", "by_month"]


def test_reading_anew_finds_what_has_changed_and_nothing_twice(tmp_path: Path) -> None:
    library = open_library(write(tmp_path))
    (tmp_path / "slides" / "firms.yaml").unlink()
    (tmp_path / "slides" / "houses.yaml").write_text("title: x\nmain: {element: counter, metric: firms}\n")
    write(tmp_path, {"slides/firms.yaml": None, **changed("show.yaml", "[firms]", "[houses]")})

    library.read()

    assert library.ids() == ("guests", "months", "houses")
    assert library.slide("houses") is not None
    assert library.problems() == ()


def test_a_slide_that_was_mended_has_no_problems_any_more(tmp_path: Path) -> None:
    library = open_library(write(tmp_path, {"slides/firms.yaml": "titel: x"}))
    assert library.slide("firms") is None

    write(tmp_path)

    assert library.slide("firms") is not None
    assert library.problems() == ()


def test_a_name_that_is_not_in_the_show_is_a_mistake_of_the_program(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nowhere"):
        open_library(write(tmp_path)).slide("nowhere")


@pytest.mark.parametrize("name", SLIDES)
@pytest.mark.parametrize("text", ["", "title: [", "- a\n", "nonsense", b"\xff\xfe\0", "layout: full\n", None])
def test_a_bad_slide_leaves_only_itself_out(tmp_path: Path, name: str, text: str | bytes | None) -> None:
    write(tmp_path, {f"slides/{name}.yaml": text})

    assert played(tmp_path) == [each for each in SLIDES if each != name]
    assert errors(tmp_path)


# What `show.yaml` says.


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    problem = only_error(tmp_path / "lost")

    assert (problem.code, place(problem)) == ("missing-file", "show.yaml:1:1")
    assert "lost" in problem.message


def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path) -> None:
    problem = only_error(write(tmp_path) / "show.yaml")

    assert (problem.code, problem.hint) == ("missing-file", "name the folder that it lies in")


def test_a_folder_without_a_show_file_is_no_show(tmp_path: Path) -> None:
    problem = only_error(write(tmp_path, {"show.yaml": None}))

    assert (problem.code, place(problem)) == ("missing-file", "show.yaml:1:1")


def test_an_empty_show_file_says_that_it_is_empty(tmp_path: Path) -> None:
    problem = only_error(write(tmp_path, {"show.yaml": ""}))

    assert (problem.code, place(problem)) == ("wrong-type", "show.yaml:1:1")
    assert "empty" in problem.message


def test_an_unreadable_show_file_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"show.yaml": None})
    (tmp_path / "show.yaml").mkdir()

    assert only_error(tmp_path).code == "missing-file"


def test_a_slide_listed_twice_plays_once(tmp_path: Path) -> None:
    changes = changed("show.yaml", "[firms]", "[firms, guests]")
    problem = only_error(write(tmp_path, changes))

    assert (problem.code, problem.message) == ("bad-value", 'the slide "guests" is in the show already, in line 5')
    assert place(problem) == "show.yaml:7:21"
    assert played(tmp_path) == list(SLIDES)


def test_a_slide_without_a_file_is_named_where_the_show_lists_it(tmp_path: Path) -> None:
    changes = changed("show.yaml", "[firms]", "[firm]")
    problem = only_error(write(tmp_path, changes))

    assert (problem.code, place(problem)) == ("unknown-slide", place_of("show.yaml", "firm]", changes))
    assert problem.hint == 'did you mean "firms"?'


def test_a_slide_file_with_the_other_ending_is_recognised(tmp_path: Path) -> None:
    write(tmp_path, {"slides/firms.yaml": None, "slides/firms.yml": FILES["slides/firms.yaml"]})

    assert only_error(tmp_path).hint == "name the file firms.yaml, not firms.yml"


def test_a_show_without_any_slide_cannot_be_played(tmp_path: Path) -> None:
    write(tmp_path, {"show.yaml": "title: x\nlanguages: [zh]\nchapters:\n  - {title: x, slides: []}\n"})

    assert open_library(tmp_path).show is None
    assert place(only_error(tmp_path)) == "show.yaml:4:3"


def test_a_show_with_only_bad_slides_is_opened_and_plays_none(tmp_path: Path) -> None:
    write(tmp_path, {f"slides/{name}.yaml": "title: 1" for name in SLIDES})

    assert open_library(tmp_path).ids() == SLIDES
    assert played(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ("languages: [zh, en]", "languages: [zh, english]", "bad-value", "name it by its code, such as zh or en"),
        ("languages: [zh, en]", "languages: [zh, zh]", "bad-value", ""),
        ("languages: [zh, en]", "languages: [zh, en]\ntheme: dork", "bad-value", 'did you mean "dark"?'),
        (
            "languages: [zh, en]",
            "languages: [zh, en]\nplayback: {transition: psh}",
            "bad-value",
            'did you mean "push"?',
        ),
        ("languages: [zh, en]", "langauges: [zh, en]", "unknown-key", 'did you mean "languages"?'),
    ],
)
def test_a_mistake_in_the_show_file_is_explained(tmp_path: Path, old: str, new: str, code: str, hint: str) -> None:
    problem = only_error(write(tmp_path, changed("show.yaml", old, new)))

    assert (problem.path, problem.code, problem.hint) == ("show.yaml", code, hint)


def test_a_name_that_no_file_can_have_is_explained(tmp_path: Path) -> None:
    problem = only_error(write(tmp_path, changed("show.yaml", "[firms]", "[../firms]")))

    assert problem.message == '"../firms" cannot be the name of a slide'
    assert place(problem) == "show.yaml:7:14"


# Metrics, series, tables.


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_is_read_in_the_codings_of_chinese_office_programs(tmp_path: Path, coding: str) -> None:
    table = FILES["data/months.csv"].encode(coding)
    series = open_library(write(tmp_path, {"data/months.csv": table})).ledger.data["by_month"]

    assert isinstance(series, Series)
    assert series.points == (("一月", 2400.0), ("二月", 2900.0), ("三月", 3100.0))


def test_a_bad_cell_is_named_in_the_table_and_the_slide_that_needs_it_says_so(tmp_path: Path) -> None:
    write(tmp_path, changed("data/months.csv", "2900", "二千九"))

    assert [place(problem) for problem in errors(tmp_path)] == ["data/months.csv:3:4", "slides/months.yaml:2:28"]
    assert played(tmp_path) == ["guests", "firms"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("data/months.csv", "data/month.csv", "missing-file"),
        ("data/months.csv", "../months.csv", "outside-folder"),
        ("data/months.csv", "data", "missing-file"),
        ("data/months.csv", "/etc/passwd", "outside-folder"),
    ],
)
def test_a_table_that_cannot_be_opened_is_named_at_its_mention(tmp_path: Path, old: str, new: str, code: str) -> None:
    changes = changed("metrics/people.yaml", old, new)
    first, second = errors(write(tmp_path, changes))

    assert (first.code, place(first)) == (code, "metrics/people.yaml:8:16")
    assert second.path == "slides/months.yaml"


def test_a_metric_defined_in_two_files_keeps_its_first_meaning(tmp_path: Path) -> None:
    problem = only_error(write(tmp_path, {"metrics/zz.yaml": "firms: {label: x, value: 1}\n"}))

    assert (problem.code, place(problem)) == ("yaml-duplicate", "metrics/zz.yaml:1:1")
    assert problem.message == '"firms" is defined a second time; it first stands in metrics/firms.yaml:1'
    assert played(tmp_path) == list(SLIDES)


def test_an_unknown_metric_brings_the_nearest_to_mind(tmp_path: Path) -> None:
    changes = changed("slides/firms.yaml", "metric: firms", "metric: frims")
    problem = only_error(write(tmp_path, changes))

    assert (problem.code, place(problem)) == ("unknown-metric", place_of("slides/firms.yaml", "frims", changes))
    assert problem.hint == 'did you mean "firms"?'


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("slides/months.yaml", "by_month", "guests"), ("slides/firms.yaml", "metric: firms", "metric: by_month")],
)
def test_a_single_figure_and_a_series_are_not_confused(tmp_path: Path, name: str, old: str, new: str) -> None:
    problem = only_error(write(tmp_path, changed(name, old, new)))

    assert (problem.path, problem.code) == (name, "wrong-type")
    assert "a single figure" in problem.message


def test_a_broken_metric_is_named_once_and_its_slide_points_to_it(tmp_path: Path) -> None:
    first, second = errors(write(tmp_path, changed("metrics/firms.yaml", "value: 300", "value: 约300")))

    assert (first.code, place(first)) == ("bad-value", "metrics/firms.yaml:3:10")
    assert (second.code, second.path) == ("unknown-metric", "slides/firms.yaml")
    assert second.message == 'the metric "firms" has problems of its own'


def test_metrics_of_a_file_that_cannot_be_read_are_not_called_unknown(tmp_path: Path) -> None:
    first, second = errors(write(tmp_path, changed("metrics/firms.yaml", "{zh: 企业, en: Firms}", "{zh: 企业")))

    assert (first.path, first.code) == ("metrics/firms.yaml", "yaml-syntax")
    assert second.message == 'the metric "firms" has problems of its own'
    assert played(tmp_path) == ["guests", "months"]


@pytest.mark.parametrize("text", ["- a\n", "just words\n", "7\n"])
def test_a_metrics_file_holds_a_map(tmp_path: Path, text: str) -> None:
    problem = only_error(write(tmp_path, {"metrics/zz.yaml": text}))

    assert (problem.code, place(problem)) == ("wrong-type", "metrics/zz.yaml:1:1")


def test_an_empty_metrics_file_is_no_mistake(tmp_path: Path) -> None:
    assert errors(write(tmp_path, {"metrics/zz.yaml": "# later\n", "metrics/.firms.yaml.swp.yaml": "["})) == []


def test_a_show_may_do_without_metrics(tmp_path: Path) -> None:
    slide = "title: x\nlayout: poster\nmain: {element: closing, words: 再见, name: 宁波, aims: [高, 更高]}\n"
    changes: Changes = {name: None for name in FILES if name.startswith(("metrics", "data"))}
    write(tmp_path, {**changes, **{f"slides/{name}.yaml": slide for name in SLIDES}})

    assert played(tmp_path) == list(SLIDES)


# Layouts, areas, kinds.


@pytest.mark.parametrize(
    ("old", "new", "at", "code", "hint"),
    [
        ("layout: full", "layout: ful", "ful", "bad-value", 'did you mean "full"?'),
        ("main:\n", "side:\n", "side", "unknown-key", "write main"),
        ("element: counter", "element: conter", "conter", "unknown-kind", 'did you mean "counter"?'),
        ("element: counter", "chart: counter", "counter", "unknown-kind", "write element: counter"),
        ("element: counter", "chart: conter", "conter", "unknown-kind", "did you mean element: counter?"),
        ("element: counter", "elment: counter", "elment", "unknown-key", 'did you mean "element"?'),
        ("element: counter", "element: counter\n  chart: bar", "chart", "unknown-kind", "keep one of them"),
        ("element: counter", "element: 7", "7", "unknown-kind", ""),
        ("metric: firms", "metrc: firms", "metrc", "unknown-key", 'did you mean "metric"?'),
        ("metric: firms", "metric: firms\n  color: wram", "wram", "bad-value", 'did you mean "warm"?'),
        ("title:", "titel:", "titel", "unknown-key", 'did you mean "title"?'),
    ],
)
def test_a_mistake_in_a_slide_is_named_at_its_place(
    tmp_path: Path, old: str, new: str, at: str, code: str, hint: str
) -> None:
    changes = changed("slides/firms.yaml", old, new)
    problem = only_error(write(tmp_path, changes))

    assert (problem.code, place(problem)) == (code, place_of("slides/firms.yaml", at, changes))
    assert problem.hint == hint or not hint
    assert played(tmp_path) == ["guests", "months"]


def test_a_slide_without_any_area_is_told_which_there_are(tmp_path: Path) -> None:
    problem = only_error(write(tmp_path, {"slides/firms.yaml": "layout: split\ntitle: x\n"}))

    assert (problem.code, problem.path) == ("missing-key", "slides/firms.yaml")
    assert "main or side" in problem.hint


@pytest.mark.parametrize(
    ("areas", "layout"),
    [
        ("main: {element: counter, metric: firms}\n", "full"),
        ("main: {element: cover, words: {zh: 始, en: Start}}\n", "poster"),
        ("figure: {element: counter, metric: firms}\nmain: {chart: tower, metric: firms, unit_value: 10}\n", "beside"),
        ("main: {element: counter, metric: firms}\nside: {element: counter, metric: guests}\n", "split"),
        ("main: {element: counter, metric: firms}\nsteps: [{side: {element: counter, metric: guests}}]\n", "split"),
    ],
)
def test_a_slide_that_names_no_layout_gets_the_one_that_fits(tmp_path: Path, areas: str, layout: str) -> None:
    library = open_library(write(tmp_path, {"slides/firms.yaml": f"title: {{zh: 试, en: Try}}\n{areas}"}))
    slide = library.slide("firms")

    assert slide is not None, library.problems()
    assert slide.layout == layout


def test_areas_that_no_layout_has_together_are_named(tmp_path: Path) -> None:
    slide = "title: x\nmain: {element: counter, metric: firms}\nfourth: {element: counter, metric: guests}\n"
    problem = only_error(write(tmp_path, {"slides/firms.yaml": slide}))

    assert str(problem).startswith("slides/firms.yaml:3:1: error unknown-key no layout has the areas")
    assert '"main", "fourth"' in problem.message


@pytest.mark.parametrize("written", ["bar", "[bar]", "", "7"])
def test_an_area_holds_a_chart_or_an_element(tmp_path: Path, written: str) -> None:
    problem = only_error(write(tmp_path, {"slides/firms.yaml": f"title: x\nmain: {written}\n"}))

    assert (problem.code, problem.path, problem.line) == ("wrong-type", "slides/firms.yaml", 2)


def test_all_mistakes_of_a_slide_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, {"slides/firms.yaml": "titel: x\nduration: 0\nmain: {element: counter, metric: frims}\n"})

    assert [(problem.line, problem.code) for problem in errors(tmp_path)] == [
        (1, "unknown-key"),
        (2, "bad-value"),
        (3, "unknown-metric"),
    ]


def test_a_kind_that_stumbles_costs_its_slide_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stumbling(Kind):
        """Fails in a way nobody thought of."""

        def model_post_init(self, context: object) -> None:
            raise KeyError("x")

    monkeypatch.setitem(ELEMENTS, "stumbling", Stumbling)
    write(tmp_path, {"slides/firms.yaml": "title: x\nmain: {element: stumbling}\n"})

    assert only_error(tmp_path).message == "this element cannot be shown with these values"
    assert played(tmp_path) == ["guests", "months"]


# Images.


def test_an_image_comes_with_its_size(photo_show: Path) -> None:
    slide = open_library(photo_show).slide("firms")

    assert slide is not None
    assert slide.areas["main"] == Photo(picture=Image(str((photo_show / "images/map.png").resolve()), 3, 2))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("images/mpa.png", "unknown-image"),
        ("../map.png", "outside-folder"),
        ("images", "unknown-image"),
        ("data/months.csv", "bad-image"),
        ("images\\map.png", "bad-path"),
        ("[a]", "wrong-type"),
    ],
)
def test_an_image_is_judged_before_the_hall_opens(photo_show: Path, name: str, code: str) -> None:
    slide = photo_show / "slides" / "firms.yaml"
    slide.write_text(slide.read_text().replace("images/map.png", name))

    problem = only_error(photo_show)

    assert (problem.code, place(problem)) == (code, "slides/firms.yaml:4:12")


def test_an_image_that_breaks_off_is_refused_and_read_again_once_it_is_whole(photo_show: Path) -> None:
    image, library = photo_show / "images" / "map.png", open_library(photo_show)
    whole = image.read_bytes()
    image.write_bytes(whole[:-9])
    assert library.slide("firms") is None

    image.write_bytes(whole)

    assert library.slide("firms") is not None


def test_the_image_for_light_themes_is_judged_too(photo_show: Path) -> None:
    (photo_show / "images" / "map.light.png").write_bytes(b"GIF89a")

    problem = only_error(photo_show)

    assert (problem.code, '"map.light.png"' in problem.message) == ("bad-image", True)


# Files that are no files.

OPENED = ["show.yaml", "metrics/firms.yaml", "slides/firms.yaml", "data/months.csv"]


@pytest.mark.parametrize("name", OPENED)
@pytest.mark.timeout(10)
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: None})
    os.mkfifo(tmp_path / name)

    assert "missing-file" in {problem.code for problem in errors(tmp_path)}


@pytest.mark.parametrize("name", OPENED)
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, name: str) -> None:
    show = tmp_path / "show"
    write(show, {name: None})
    (tmp_path / "outside").write_text(FILES[name])
    (show / name).symlink_to(tmp_path / "outside")

    assert "outside-folder" in {problem.code for problem in errors(show)}


@pytest.mark.parametrize("name", OPENED)
def test_a_huge_file_is_refused_by_its_size(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: None})
    with (tmp_path / name).open("wb") as file:
        file.truncate(1 << 34)

    assert {"bad-data", "yaml-limits"} & {problem.code for problem in errors(tmp_path)}


@pytest.mark.parametrize("name", OPENED)
def test_a_folder_with_the_name_of_a_file_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: None})
    (tmp_path / name).mkdir()

    assert "missing-file" in {problem.code for problem in errors(tmp_path)}


def test_type_grows_with_the_distance_of_the_farthest_visitor() -> None:
    far, near = ScreenSize(height_m=1.2, farthest_m=8), ScreenSize(height_m=1.2, farthest_m=4)

    assert type_scale(None) == type_scale(near) == 1.0
    assert type_scale(far) == pytest.approx(8 / 140 / 1.2 / 0.9 / 0.04)
    assert type_scale(ScreenSize(height_m=0.3, farthest_m=100)) == 1.5
