"""What is found about the machine itself, on machines that are made up."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from kiosk.doctor.clock import clock, time_zone
from kiosk.doctor.disk import Space, disk, space
from kiosk.doctor.file_names import file_names
from kiosk.doctor.finding import Finding
from kiosk.doctor.memory import memory
from kiosk.doctor.system import container, open_files, system, user

NOW = 1_795_600_000.0
"""A morning in November 2026."""


def only(findings: Iterable[Finding]) -> Finding:
    (finding,) = findings
    return finding


def place(root: Path, path: str, text: str) -> Path:
    """A made-up machine with one more file."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)
    return root


def test_the_system_is_named(tmp_path: Path) -> None:
    place(tmp_path, "etc/os-release", 'NAME=x\nPRETTY_NAME="Hall OS 7"\n')
    place(tmp_path, "proc/cpuinfo", "processor : 0\nmodel name\t: Abacus  9000\n")

    finding = only(system(tmp_path))

    assert "Hall OS 7" in finding.message
    assert "(Abacus 9000)" in finding.message


def test_a_single_processor_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.doctor.system._processors", lambda: 1)

    assert only(system(tmp_path)).verdict == "note"


def test_a_container_is_known_by_its_marks(tmp_path: Path) -> None:
    assert tuple(container(tmp_path, {})) == ()
    assert only(container(tmp_path, {"container": "lxc"})).verdict == "note"
    assert only(container(place(tmp_path, "proc/1/cgroup", "0::/docker/4711\n"), {})).verdict == "note"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system knows no root")
def test_running_as_root_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert only(user()).verdict == "note"

    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert tuple(user()) == ()


@pytest.mark.parametrize(("limit", "verdict"), [(64, "warning"), (1024, "good")])
def test_few_open_files_are_warned_of(limit: int, verdict: str) -> None:
    assert only(open_files(limit)).verdict == verdict


@pytest.mark.parametrize(("free_mb", "verdict"), [(120, "fault"), (300, "warning"), (4000, "good")])
def test_memory_has_to_suffice_for_playing(tmp_path: Path, free_mb: int, verdict: str) -> None:
    place(tmp_path, "proc/meminfo", f"MemTotal: {8000 * 1024} kB\nMemFree: 1 kB\nMemAvailable: {free_mb * 1024} kB\n")

    assert only(memory(tmp_path)).verdict == verdict


@pytest.mark.parametrize("path", ["sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory/memory.limit_in_bytes"])
def test_a_container_may_have_less_memory_than_its_host(tmp_path: Path, path: str) -> None:
    place(tmp_path, "proc/meminfo", "MemTotal: 8000000 kB\nMemAvailable: 8000000 kB\n")
    place(tmp_path, path, f"{100 << 20}\n")

    finding = only(memory(tmp_path))

    assert (finding.verdict, "100 MB free of 100 MB" in finding.message) == ("fault", True)


def test_memory_is_left_out_where_it_is_not_told(tmp_path: Path) -> None:
    assert tuple(memory(tmp_path)) == ()


@pytest.mark.parametrize(
    ("there", "verdict"),
    [
        (Space(1, 5.0), "fault"),
        (Space(1, 5000.0, files=0), "fault"),
        (Space(1, 200.0), "warning"),
        (Space(1, 0.0, is_read_only=True), "note"),
        (Space(1, 5000.0, files=7), "good"),
    ],
)
def test_a_disk_needs_room(tmp_path: Path, there: Space, verdict: str) -> None:
    finding = only(disk(tmp_path, lambda path: there))

    assert finding.verdict == verdict
    assert "the show, the user's files and temporary files" in finding.message


def test_disks_are_told_apart(tmp_path: Path) -> None:
    findings = disk(tmp_path, lambda path: Space(1, 5.0) if path == tmp_path else Space(2, 5000.0))

    assert [(each.verdict, "the show" in each.message) for each in findings] == [("fault", True), ("good", False)]


def test_a_disk_that_is_away_is_told(tmp_path: Path) -> None:
    def measure(path: Path) -> Space:
        if path == tmp_path:
            raise OSError(5, "Input/output error")
        return Space(1, 5000.0)

    assert [each.verdict for each in disk(tmp_path, measure)] == ["warning", "good"]


def test_a_folder_still_to_be_made_has_the_disk_of_its_parent(tmp_path: Path) -> None:
    assert space(tmp_path / "deep" / "deeper").device == tmp_path.stat().st_dev


def test_a_clock_that_is_kept_is_good(tmp_path: Path) -> None:
    assert only(clock(tmp_path, NOW, True)).verdict == "good"


def test_a_clock_that_nothing_keeps_is_warned_of(tmp_path: Path) -> None:
    finding = only(clock(tmp_path, NOW, False))

    assert (finding.verdict, "timedatectl set-ntp true" in finding.remedy) == ("warning", True)


@pytest.mark.parametrize("now", [0.0, 946_684_800.0, 4_200_000_000.0])
def test_a_year_that_cannot_be_is_warned_of(tmp_path: Path, now: float) -> None:
    assert "cannot be" in only(clock(tmp_path, now, True)).message


def test_a_clock_behind_the_files_of_the_show_is_warned_of(tmp_path: Path) -> None:
    os.utime(place(tmp_path, "show.yaml", "") / "show.yaml", (NOW, NOW))

    assert only(clock(tmp_path, NOW - 3 * 86400.0, True)).verdict == "warning"
    assert only(clock(tmp_path, NOW - 3600.0, True)).verdict == "good"


def test_a_system_that_does_not_tell_of_its_clock_is_taken_at_its_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.doctor.clock.keeps_right", lambda: None)

    assert only(clock(tmp_path, NOW)).verdict == "note"


def test_the_time_zone_of_an_installation_is_noted() -> None:
    assert only(time_zone(0, "UTC")).verdict == "note"
    assert only(time_zone(0, "WET")).verdict == "good"
    assert only(time_zone(8 * 3600, "CST")) == Finding("time zone", "good", "CST, UTC+8:00")
    assert only(time_zone(-12600, "NST")).message == "NST, UTC-3:30"


def test_a_utf8_locale_is_good(tmp_path: Path) -> None:
    assert only(file_names(tmp_path, {"LANG": "zh_CN.UTF-8"}, "utf-8")).verdict == "good"


@pytest.mark.parametrize("environment", [{}, {"LANG": "C"}, {"LC_ALL": "POSIX", "LANG": "zh_CN.UTF-8"}])
def test_another_locale_is_noted(tmp_path: Path, environment: dict[str, str]) -> None:
    assert only(file_names(tmp_path, environment, "utf-8")).verdict == "note"


def test_names_read_in_another_encoding_are_warned_of(tmp_path: Path) -> None:
    assert "gbk" in only(file_names(tmp_path, {"LANG": "zh_CN.GBK"}, "gbk")).message


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX only")
def test_a_name_that_is_not_in_utf8_is_warned_of(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode("车.png".encode("gbk"))).touch()
    except OSError:
        pytest.skip("this disk takes no such name")

    finding = only(file_names(tmp_path, {"LANG": "C.UTF-8"}, "utf-8"))

    assert finding.verdict == "warning"
    finding.message.encode()
