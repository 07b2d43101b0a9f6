"""Ten mistakes in ten files of one show: ten problems, each at its place, and all other slides still play."""

from pathlib import Path

import pytest

from kiosk.content.check import check_show
from kiosk.export import export
from tests.content.sample import FILES, place, write

GOOD = tuple(f"good{number}" for number in range(4))
SLIDE = "title: {zh: 企业, en: Firms}\nmain: {element: counter, metric: firms}\n"
MISTAKES: dict[str, tuple[str, str, str]] = {
    "slides/tab.yaml": ("title: x\nmain:\n\telement: counter\n", "3:1", "yaml-syntax"),
    "slides/colon.yaml": ("title： x\nmain: {element: counter, metric: firms}\n", "1:1", "yaml-syntax"),
    "slides/key.yaml": (SLIDE + "durations: 8\n", "3:1", "unknown-key"),
    "slides/chart.yaml": ("title: x\nmain: {chart: barr, series: by_month}\n", "2:15", "unknown-kind"),
    "slides/missing.yaml": ("title: x\nmain:\n  element: counter\n", "3:3", "missing-key"),
    "slides/type.yaml": ("title: x\nmain: counter\n", "2:7", "wrong-type"),
    "slides/metric.yaml": ("title: x\nmain: {element: counter, metric: frims}\n", "2:34", "unknown-metric"),
    "slides/twice.yaml": (SLIDE + "title: again\n", "3:1", "yaml-duplicate"),
    "slides/alias.yaml": ("title: &t x\nmain: {element: counter, metric: firms}\n", "1:8", "yaml-alias"),
    "data/spare.csv": ("x,y\n1,2\n2,many\n", "3:3", "bad-data"),
}


@pytest.fixture
def show(tmp_path: Path) -> Path:
    names = [*GOOD, *(Path(name).stem for name in MISTAKES if name.startswith("slides"))]
    # A good slide at the end and among the bad ones: none of these may take a neighbour along.
    order = [each for pair in zip(names[4:8], GOOD, strict=True) for each in pair] + names[8:]
    spare = "spare: {label: x, data: {file: data/spare.csv, x: x, y: y}}\n"
    listed = FILES["show.yaml"].replace("[firms]", f"[firms, {', '.join(order)}]")
    return write(
        tmp_path / "show",
        {
            "show.yaml": listed,
            "metrics/firms.yaml": FILES["metrics/firms.yaml"] + spare,
            **{f"slides/{name}.yaml": SLIDE for name in GOOD},
            **{name: text for name, (text, _, _) in MISTAKES.items()},
        },
    )


def test_ten_mistakes_give_ten_problems_at_their_places(show: Path) -> None:
    problems = check_show(show)

    assert {place(problem): problem.code for problem in problems} == {
        f"{name}:{at}": code for name, (_, at, code) in MISTAKES.items()
    }
    assert len(problems) == 10
    assert {problem.severity for problem in problems} == {"error"}


def test_every_problem_says_what_to_write_instead(show: Path) -> None:
    assert [str(problem) for problem in check_show(show) if not problem.hint and problem.code != "missing-key"] == []


def test_all_other_slides_still_play(show: Path, tmp_path: Path) -> None:
    status = export(show, f"{tmp_path / 'out'}/", size=(320, 180))

    pictures = {path.stem.partition("-")[2] for path in (tmp_path / "out").iterdir()}
    assert pictures == {"guests", "months", "firms", *GOOD}
    assert status == 1
