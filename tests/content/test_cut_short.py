"""Words for which there is no room: a check names them where they are written."""

from pathlib import Path

from kiosk.content.check import check_show
from kiosk.content.problem import Problem
from tests.content.sample import place, place_of, write

LONG = "高新区" * 120


def problems(folder: Path, slide: str) -> tuple[list[Problem], dict[str, str | bytes | None]]:
    changes: dict[str, str | bytes | None] = {"slides/guests.yaml": slide}
    return [each for each in check_show(write(folder, changes)) if "no room" in each.message], changes


def test_a_text_that_is_cut_is_named_at_its_place(tmp_path: Path) -> None:
    slide = f"title: {{zh: 甲, en: A}}\nlayout: split\nside: {{element: text, text: {LONG}}}\n"
    found, changes = problems(tmp_path, slide)

    # The same words are cut in both languages, and each of them is a reason of its own.
    assert {(each.severity, each.code) for each in found} == {("warning", "too-long")}
    assert {place(each) for each in found} == {place_of("slides/guests.yaml", LONG, changes)}
    assert len(found) == 2


def test_marks_and_thin_spaces_do_not_hide_it(tmp_path: Path) -> None:
    text = "==高新区==有 **300** 家" * 26
    slide = f'title: {{zh: 甲, en: A}}\nlayout: split\nside: {{element: text, text: "{text}"}}\n'
    found, _ = problems(tmp_path, slide)

    assert found


def test_an_ellipsis_of_the_author_is_his_own(tmp_path: Path) -> None:
    found, _ = problems(tmp_path, "title: {zh: 甲, en: A}\nmain: {element: text, text: 未完待续…}\n")

    assert found == []
