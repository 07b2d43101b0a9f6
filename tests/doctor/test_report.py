"""The report: what is read at a glance, and what is found even when looking fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.doctor import aside, examination
from kiosk.doctor.aside import Answer, ask, setting
from kiosk.doctor.display import Outlook
from kiosk.doctor.examination import examine
from kiosk.doctor.finding import SUBJECTS, Finding, hinders
from kiosk.doctor.report import report

SMALL = Path(__file__).parents[1] / "shows" / "small"
MEMORY = Finding("memory", "good", "8 GB free")
ZONE = Finding("time zone", "note", "UTC", "set another")
CLOCK = Finding("clock", "warning", "nothing keeps it right", "connect it")
DISPLAY = Finding("display", "fault", "there is none", "connect a screen")
ALL = (DISPLAY, CLOCK, MEMORY, ZONE)


def test_findings_are_lines_in_groups_and_remedies_follow() -> None:
    assert report(ALL).splitlines() == [
        "machine",
        "  good     memory     8 GB free",
        "  warning  clock      nothing keeps it right",
        "  note     time zone  UTC",
        "",
        "display",
        "  fault    display    there is none",
        "",
        "what to do, the gravest first",
        "  fault    display    connect a screen",
        "  warning  clock      connect it",
        "  note     time zone  set another",
        "",
        "1 fault hinders playing on this machine; besides: 1 warning.",
    ]


def test_the_last_line_sums_up() -> None:
    def last(*findings: Finding) -> str:
        return report(findings).splitlines()[-1]

    assert last(DISPLAY, DISPLAY) == "2 faults hinder playing on this machine."
    assert last(MEMORY, CLOCK, CLOCK) == "Nothing hinders playing on this machine, but see the 2 warnings."
    assert last(MEMORY, ZONE) == "Nothing hinders playing on this machine."


def test_color_says_nothing_of_its_own() -> None:
    in_color = report(ALL, in_color=True)

    assert "\x1b[" in in_color
    for code in ("\x1b[32m", "\x1b[36m", "\x1b[33m", "\x1b[1;31m", "\x1b[0m"):
        in_color = in_color.replace(code, "")
    assert in_color == report(ALL)


def test_only_a_fault_hinders_playing() -> None:
    assert hinders(ALL)
    assert not hinders((MEMORY, ZONE, CLOCK))


@pytest.fixture
def undisturbed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No display, and nothing asked aside."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(examination, "measure", lambda folder, size: Answer(status=-1))


@pytest.mark.usefixtures("undisturbed")
def test_every_finding_has_its_place_in_the_report() -> None:
    findings = examine(SMALL)

    assert {each.subject for each in findings} <= {each for subjects in SUBJECTS.values() for each in subjects}
    assert len(report(findings).splitlines()) > len(findings)


@pytest.mark.usefixtures("undisturbed")
def test_a_look_that_fails_is_a_finding_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the kernel\nspeaks in riddles")

    for name in ("memory", "fonts", "media"):
        monkeypatch.setattr(examination, name, fail)

    findings = {each.subject: each for each in examine(SMALL)}

    for name in ("memory", "fonts", "media"):
        assert findings[name].verdict == "warning"
        assert findings[name].message == "this could not be examined: the kernel\\nspeaks in riddles"
    assert findings["show"].verdict == "good"


@pytest.mark.usefixtures("undisturbed")
@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_another_system_is_examined_without_stumbling(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(examination, "look_at_screens", lambda: Answer({"platform": "windows", "screens": []}))
    if system == "win32":
        usage = shutil.disk_usage(SMALL)
        monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
        monkeypatch.delattr(os, "statvfs")
        monkeypatch.delattr(os, "geteuid")
        monkeypatch.delattr(os, "getloadavg")
        monkeypatch.setitem(sys.modules, "resource", None)

    findings = examine(SMALL)

    assert [each for each in findings if "could not be examined" in each.message] == []
    assert {each.subject for each in findings}.isdisjoint({"display", "session", "window manager", "libraries"})


@pytest.mark.usefixtures("undisturbed")
def test_a_folder_that_is_no_show_is_examined_as_well(tmp_path: Path) -> None:
    findings = {each.subject: each for each in examine(tmp_path / "lost")}

    assert findings["show"].verdict == "fault"
    assert "there is no folder" in findings["show"].message
    assert {"glyphs", "media"}.isdisjoint(findings)
    assert "could not be examined" not in report(tuple(findings.values()))


@pytest.mark.skipif(sys.platform != "linux", reason="Wayland is met on Linux only")
@pytest.mark.parametrize(("there", "faults"), [({"xcb"}, ["session"]), ({"xcb", "wayland"}, ["screen"])])
def test_qt_is_not_sent_to_a_session_that_it_does_not_speak(
    monkeypatch: pytest.MonkeyPatch, undisturbed: None, there: set[str], faults: list[str]
) -> None:
    monkeypatch.setattr(examination, "look_out", lambda: Outlook(wayland="wayland-0", wayland_answers=True))
    monkeypatch.setattr(examination, "installed", lambda: frozenset(there))
    monkeypatch.setattr(examination, "look_at_screens", lambda: Answer(status=-6))
    monkeypatch.setattr(examination, "libraries", lambda outlook: ())

    assert [each.subject for each in examine(SMALL) if each.verdict == "fault"] == faults


def ask_program(monkeypatch: pytest.MonkeyPatch, program: str, seconds: float = 20.0) -> Answer:
    """The answer of a program that is not ours."""
    monkeypatch.setattr(aside, "program", lambda: (sys.executable, "-c", program))
    return ask("screens", seconds=seconds)


def test_an_answer_is_the_last_line(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = ask_program(monkeypatch, "import sys; print('chatter'); print('{\"a\": 1}'); sys.stderr.write('hm')")

    assert answer == Answer({"a": 1}, 0, "hm")


def test_a_question_that_ends_its_process_leaves_ours_be(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = ask_program(monkeypatch, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")

    assert (answer.data, answer.status, answer.is_late) == ({}, -9, False)


def test_an_answer_that_does_not_come_is_late(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask_program(monkeypatch, "import time; time.sleep(60)", 0.5).is_late


@pytest.mark.parametrize("program", ["", "print('so so')", "print('[1]')"])
def test_an_answer_that_is_none_counts_as_a_failure(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    assert ask_program(monkeypatch, program) == Answer(status=-1)


def test_a_program_that_is_not_there_gives_no_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(aside, "program", lambda: (str(tmp_path / "nowhere"),))

    assert ask("screens", seconds=5.0).status == -1
    assert setting([str(tmp_path / "nowhere")]) == ""


def test_a_setting_is_what_a_program_says() -> None:
    assert setting([sys.executable, "-c", "print(' uint32 300 ')"]) == "uint32 300"
    assert setting([sys.executable, "-c", "print('no'); raise SystemExit(1)"]) == ""


def test_the_bench_runs_where_the_system_counts_no_resources() -> None:
    program = "import sys; sys.modules['resource'] = None; import kiosk.qt.bench as bench; sys.platform = 'win32'; "
    program += "print(bench._peak_mb())"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("None\n", "")
