"""The comparison's own parts: its show, its pages, what it measures of processes and disks, and what it says when it cannot."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from benchmarks.beside import run
from benchmarks.beside.contenders import CONTENDERS, HERE, MODULES, ROOT, SHOW
from benchmarks.beside.disk import Package, closure_size, libraries, size_of
from benchmarks.beside.figures import figures
from benchmarks.beside.process_tree import ProcessTree
from kiosk.content.check import check_show

PASS_SECONDS = 60.0


def test_the_show_of_the_comparison_checks_clean() -> None:
    assert check_show(SHOW) == ()


def test_one_pass_of_the_show_takes_a_minute() -> None:
    facts = figures(SHOW)

    assert sum(each["duration"] + facts["transition"] for each in facts["slides"]) == pytest.approx(PASS_SECONDS)


def test_the_pages_are_told_every_slide_with_the_figures_of_the_show() -> None:
    slides = {each["id"]: each for each in figures(SHOW)["slides"]}

    assert [each["kind"] for each in slides.values()] == [
        "counter", "columns", "lines", "ring", "rows", "area", "timeline", "heading",
    ]  # fmt: skip
    assert slides["guests"]["figure"]["value"] == 486200
    assert slides["years"]["series"]["values"][-1] == 486000
    assert (slides["years"]["series"]["factor"], slides["years"]["series"]["word"]) == (10_000, "万")


def test_every_kind_of_slide_has_its_part_on_the_pages() -> None:
    script = (HERE / "pages" / "slides.js").read_text("utf-8")

    parts = set(re.findall(r"^  (\w+)(?:: room|: ends|\(slide)", script, re.MULTILINE))

    assert {each["kind"] for each in figures(SHOW)["slides"]} - parts == set()


@pytest.mark.parametrize("name", ["echarts", "reveal"])
def test_a_page_names_only_files_that_are_laid_beside_it(name: str) -> None:
    contender = CONTENDERS[name]
    text = (HERE / "pages" / contender.page).read_text("utf-8")
    laid = {each.name for each in (HERE / "pages").iterdir()} | {Path(each).name for each in contender.libraries}

    assert set(re.findall(r'(?:src|href)="([^"]+)"', text)) - laid == {"figures.js"}


def test_the_lock_of_the_pages_names_no_registry() -> None:
    lock = (HERE / "package-lock.json").read_text("utf-8")

    packages = json.loads(lock)["packages"]
    assert "://" not in lock
    assert [name for name, each in packages.items() if name and "integrity" not in each] == []


def test_what_is_missing_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")

    status = run.main(["--seconds", "1"])

    said = capsys.readouterr().err
    assert (status, said.count("\n")) == (1, 1)
    assert "apt-get install chromium npm openbox xvfb" in said


def test_an_executable_that_was_not_built_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "PROGRAMS", {})
    monkeypatch.setattr(run, "PACKED", tmp_path / "kiosk")

    assert run.main(["--contenders", "packed"]) == 1

    assert "make executable" in capsys.readouterr().err


def test_a_contender_that_does_not_exist_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.main(["--contenders", "kiosk,flash"])

    assert "no contender 'flash'" in capsys.readouterr().err


def test_a_tree_has_the_time_and_memory_of_children_too_and_ends_with_them() -> None:
    child = "import sys; print('ready', flush=True); sys.stdin.read()"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    others = tuple(each.pid for each in psutil.Process().children())
    process = subprocess.Popen([sys.executable, "-c", parent], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    tree = ProcessTree(process.pid, others)

    processes = [each for each in tree.processes() if each.ppid() in (process.pid, os.getpid())]
    alone = sum(each.cpu_times().user + each.cpu_times().system for each in processes)

    assert process.pid in [each.pid for each in processes]
    assert len([each for each in processes if each.ppid() == process.pid]) == 1
    assert tree.seconds() >= alone > 0.0
    assert tree.memory_mb() > 5.0
    tree.end()
    assert [each for each in processes if each.is_running() and each.status() != "zombie"] == []


def test_packages_below_a_program_count_once_and_the_base_of_every_system_not_at_all() -> None:
    packages = {
        "browser": Package(100, False, (("toolkit", "other"), ("base",), ("drawing",))),
        "toolkit": Package(20, False, (("drawing",), ("not-installed",))),
        "drawing": Package(3, False, (("toolkit",),)),
        "base": Package(1000, True, ()),
    }

    assert closure_size(packages, ["browser"]) == 123
    assert closure_size(packages, ["browser", "toolkit"], without=["browser"]) == 23


def test_the_set_up_names_the_libraries_that_are_counted() -> None:
    assert {"libgl1", "libxcb-cursor0"} <= set(libraries())


def test_what_python_writes_beside_its_sources_takes_no_room(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"12345")
    (tmp_path / "a.py").write_bytes(b"123")

    assert size_of(tmp_path) == 3


def test_no_library_of_the_pages_is_part_of_the_repository() -> None:
    assert f"/{MODULES.relative_to(ROOT)}/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
