"""How a panel divides its area, and what is said of mistakes in its parts."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import ValidationError

from kiosk.content.library import open_library
from kiosk.content.slides import KIND_KEYS
from kiosk.elements.panel import Panel
from kiosk.layouts import Page
from kiosk.screen import Screen
from kiosk.setting import Setting
from tests.gallery import example
from tests.kinds.panel import examples

Said = Callable[[str], list[str]]

WIDE, PORTRAIT, ULTRAWIDE = Screen(1920, 1080), Screen(1080, 1920), Screen(3840, 1080)
SHOW = "title: 展\nlanguages: [zh]\nchapters:\n  - {title: 甲, slides: [one]}\n"
METRICS = "land: {label: 土地, value: 0.37, unit: '%', source: 宁波}\n"


def setting(screen: Screen) -> Setting:
    page = Page(screen)
    return Setting(screen, page.content, page.foot, ("zh", "en"))


@pytest.mark.parametrize("screen", [WIDE, PORTRAIT, ULTRAWIDE], ids=str)
@pytest.mark.parametrize("kind", [example("panel"), *examples().values()])
def test_parts_fill_the_area_and_keep_apart(kind: Panel, screen: Screen) -> None:
    area, boxes = setting(screen).box, [each.box for each in kind.settings(setting(screen))]

    assert boxes[0].left == area.left
    assert boxes[0].top == area.top
    assert boxes[-1].right == pytest.approx(area.right)
    assert boxes[-1].bottom == pytest.approx(area.bottom)
    for one, other in pairwise(boxes):
        assert one.right < other.left or one.bottom + setting(screen).foot < other.top


def test_parts_are_as_large_as_their_shares_say() -> None:
    first, second = (each.box.height for each in example("panel").settings(setting(WIDE)))

    assert first / second == pytest.approx(2.0)


@pytest.mark.parametrize(("screen", "is_down"), [(WIDE, False), (PORTRAIT, True), (ULTRAWIDE, False)], ids=str)
def test_parts_side_by_side_stand_below_each_other_on_a_portrait_screen(screen: Screen, is_down: bool) -> None:
    first, second = (each.box for each in examples()["across"].settings(setting(screen)))

    assert (first.left == second.left) == is_down


def test_all_marks_of_the_parts_are_shown() -> None:
    kind = Panel(parts=(example("counter"), example("caption")))

    alone = [part.place(each) for part, each in zip(kind.parts, kind.settings(setting(WIDE)), strict=True)]

    assert kind.place(setting(WIDE)).at(99.0) == alone[0].at(99.0) + alone[1].at(99.0)


def test_a_panel_names_the_sources_of_its_parts() -> None:
    assert example("panel").data() == example("panel").parts[0].data() != ()


def test_a_panel_in_a_panel_is_refused() -> None:
    with pytest.raises(ValidationError, match="cannot stand in a panel"):
        Panel(parts=(example("panel"), example("caption")))


def test_shares_are_as_many_as_parts() -> None:
    with pytest.raises(ValidationError, match="2 parts and 3 shares"):
        Panel(parts=(example("counter"), example("caption")), shares=(1.0, 1.0, 1.0))


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    """What is said of a slide whose main area holds a panel with these parts."""
    monkeypatch.setitem(KIND_KEYS["element"], "panel", Panel)  # type: ignore[arg-type]

    def say(parts: str) -> list[str]:
        for name, text in {
            "show.yaml": SHOW,
            "metrics/m.yaml": METRICS,
            "slides/one.yaml": f"title: 甲\nmain:\n  element: panel\n  parts:\n{parts}",
        }.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
        library = open_library(tmp_path)
        library.slide("one")
        return [str(problem) for problem in library.problems() if problem.severity == "error"]

    return say


def test_parts_are_read_from_a_file(said: Said) -> None:
    assert said("    - {element: counter, metric: land}\n    - {element: counter, metric: land}\n") == []


@pytest.mark.parametrize(
    ("part", "place", "message"),
    [
        ("{element: counter, metric: lnad}", "6:34", 'did you mean "land"'),
        ("{element: countre, metric: land}", "6:17", 'did you mean "counter"'),
        ("{element: counter, metrik: land}", "6:26", 'did you mean "metric"'),
        ("{elemnt: counter}", "6:8", 'did you mean "element"'),
        ("7", "6:7", "part 2 should be one chart or one element"),
    ],
)
def test_a_mistake_in_a_part_is_said_where_it_stands(said: Said, part: str, place: str, message: str) -> None:
    problems = said(f"    - {{element: counter, metric: land}}\n    - {part}\n")

    assert any(problem.startswith(f"slides/one.yaml:{place}:") and message in problem for problem in problems), problems


def test_one_part_alone_is_refused(said: Said) -> None:
    problems = said("    - {element: counter, metric: land}\n")

    assert len(problems) == 1
    assert problems[0].startswith("slides/one.yaml:5:")
