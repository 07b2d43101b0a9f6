"""The report of the comparison: tables from what was measured, and plots that any figures can be set into."""

import shutil
from pathlib import Path

import pytest
import yaml

from benchmarks.beside.contenders import HERE
from benchmarks.beside.plots import FIGURES, NAMES, SIZES, measured, write_plots
from benchmarks.beside.report import (
    DOCUMENT,
    PARTS,
    ROWS,
    Result,
    figures_table,
    room_table,
    setting_text,
    spread,
    written,
)
from kiosk.content.check import check_show

MEDIANS = {(name, size): {key: 12.345 for key, _, _ in FIGURES.values()} for name in NAMES for size in SIZES}


def result() -> Result:
    """What a comparison of two contenders in three turns might have measured."""
    runs = [
        {"contender": name, "size": "1920x1080", "turn": turn, "load": 1.0} | {key: start + turn for _, key, _ in ROWS}
        for turn in (1, 2, 3)
        for name, start in (("kiosk", 0.0), ("echarts", 10.0))
    ]
    return {
        "date": "2024-11-05",
        "machine": {"processor": "one"},
        "versions": {"kiosk": "1"},
        "seconds": 60.0,
        "turns": 3,
        "contenders": {"kiosk": "kiosk", "echarts": "ECharts"},
        "room": {
            "kiosk": {"show": 5000, "program": 10_000_000, "runtime": 300_000_000, "system": 200_000_000},
            "echarts": {"show": 5000, "program": 1_000_000, "runtime": 400_000_000, "system": None},
        },
        "cross_check": {"kiosk": {"seen": 99, "counted": 100, "counted_median_ms": 16.66}},
        "starts": [{"contender": "kiosk", "size": "1920x1080", "first_frame_seconds": 0.5}],
        "runs": runs,
    }


def row(table: str, title: str) -> list[str]:
    """The cells of one row behind its title."""
    line = next(each for each in table.splitlines() if each.startswith(f"| {title} |"))
    return [each.strip() for each in line.split("|")[2:-1]]


def test_several_runs_are_told_by_their_median_and_both_ends() -> None:
    assert spread([3.0, 1.0, 2.5], 1) == "2.5 (1.0–3.0)"


def test_runs_that_agree_as_far_as_it_is_written_are_one_figure() -> None:
    assert spread([1.01, 1.02, 1.04], 1) == "1.0"


def test_each_contender_has_a_column_with_its_own_figures() -> None:
    table = figures_table(result())

    assert row(table, "CPU seconds a minute") == ["2.0 (1.0–3.0)", "12.0 (11.0–13.0)"]


def test_starts_beside_the_runs_count_as_starts_only() -> None:
    table = figures_table(result())

    assert row(table, "start to first frame, s") == ["1.50 (0.50–3.00)", "12.00 (11.00–13.00)"]
    assert row(table, "frames shown") == ["2 (1–3)", "12 (11–13)"]


def test_each_size_has_a_table() -> None:
    both = result()
    both["runs"] += [each | {"size": "3840x2160"} for each in both["runs"]]

    assert figures_table(both).count("| CPU seconds a minute |") == 2


def test_room_is_added_up_unless_a_part_is_unknown() -> None:
    table = room_table(result())

    assert row(table, "in all") == ["510", "unknown"]
    assert row(table, "the show") == ["0.01", "0.01"]


def test_the_page_is_written_between_its_markers_and_a_second_time_alike() -> None:
    page = "before\n" + "".join(
        f"<!-- compare {each} -->\nold\n<!-- end of compare {each} -->\nafter\n" for each in PARTS
    )

    once = written(page, result())

    assert "old" not in once
    assert (once.startswith("before\n"), once.count("after\n")) == (True, len(PARTS))
    assert written(once, result()) == once


@pytest.mark.parametrize(("turns", "seconds", "is_said"), [(3, 60.0, False), (1, 60.0, True), (3, 20.0, True)])
def test_a_first_look_is_called_one(turns: int, seconds: float, is_said: bool) -> None:
    text = setting_text(result() | {"turns": turns, "seconds": seconds})

    assert ("first look" in text) == is_said


def test_a_page_without_a_marker_is_refused() -> None:
    with pytest.raises(ValueError, match="markers"):
        written("nothing", result())


def test_the_page_in_the_documents_has_every_marker_and_every_picture() -> None:
    text = DOCUMENT.read_text("utf-8")

    assert "2024-11-05" in written(text, result())
    assert [each for each in FIGURES if f"images/compare-{each}.png" not in text] == []


def test_the_plots_check_clean_with_any_figures(tmp_path: Path) -> None:
    show = Path(shutil.copytree(HERE / "plot_show", tmp_path / "plots"))
    (show / "metrics").mkdir()
    (show / "metrics" / "measured.yaml").write_text(measured(MEDIANS, "2024-11-05"), "utf-8")

    assert check_show(show) == ()


def test_a_plot_is_told_the_median_in_its_own_decimals() -> None:
    metrics = yaml.safe_load(measured(MEDIANS, "2024-11-05"))

    assert metrics["cpu_kiosk_hd"]["value"] == 12.3
    assert metrics["memory_reveal_uhd"]["value"] == 12


def test_a_picture_is_painted_for_each_plot(tmp_path: Path) -> None:
    show = Path(shutil.copytree(HERE / "plot_show", tmp_path / "plots"))

    assert write_plots(show, tmp_path / "images", MEDIANS, "2024-11-05") == 0

    assert sorted(each.stem for each in (tmp_path / "images").iterdir()) == sorted(
        f"compare-{each}" for each in FIGURES
    )


def test_plots_of_half_a_comparison_are_not_painted(tmp_path: Path) -> None:
    some = {("kiosk", "1920x1080"): MEDIANS["kiosk", "1920x1080"]}

    assert write_plots(tmp_path, tmp_path / "images", some, "2024-11-05") == 0

    assert not (tmp_path / "images").exists()
