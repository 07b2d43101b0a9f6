"""What is found about the display, on displays that are made up."""

import socket
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.doctor.aside import Answer
from kiosk.doctor.display import Outlook, display, look_out
from kiosk.doctor.finding import Finding
from kiosk.doctor.screens import screens, size_of_show
from kiosk.doctor.session import session, window_manager
from kiosk.doctor.sleep import display_sleep
from kiosk.doctor.xserver import NO_LIBRARY, Server

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")

X = Outlook(x=":0", server=Server(manager="Openbox"))
XWAYLAND = Outlook(x=":0", wayland="wayland-0", server=Server(is_wayland=True), wayland_answers=True)
WAYLAND = Outlook(wayland="wayland-0", wayland_answers=True)
FULL_HD: dict[str, Any] = {
    "name": "HDMI-1", "width": 1920, "height": 1080, "rate": 60.0, "depth": 24, "scale": 1.0, "is_primary": True,
}  # fmt: skip


def only(findings: Iterable[Finding]) -> Finding:
    (finding,) = findings
    return finding


def silent(_: Sequence[str]) -> str:
    return ""


def seen(*changes: dict[str, Any]) -> Answer:
    """What Qt says of screens that differ from a usual one."""
    return Answer({"platform": "xcb", "screens": [{**FULL_HD, **each} for each in changes]})


def test_a_display_that_answers_is_good(tmp_path: Path) -> None:
    assert [only(display(each, tmp_path)).verdict for each in (X, XWAYLAND, WAYLAND)] == ["good"] * 3


def test_no_display_is_a_fault_with_advice(tmp_path: Path) -> None:
    finding = only(display(Outlook(), tmp_path))

    assert finding.verdict == "fault"
    assert "connect a screen" in finding.remedy


def test_a_display_that_runs_is_named_to_who_has_none() -> None:
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as server:
        # A dead server leaves its socket behind.
        with socket.socket(socket.AF_UNIX) as dead:
            dead.bind(f"{folder}/X2")
        server.bind(f"{folder}/X5")
        server.listen()

        assert "DISPLAY=:5 kiosk doctor" in only(display(Outlook(), Path(folder))).remedy


@pytest.mark.parametrize(
    ("refusal", "word"),
    [
        (Answer({"error": 1}), "nothing answers"),
        (
            Answer({"error": 1}, said="Authorization required, but no authorization protocol specified"),
            "not to this user",
        ),
        (Answer({"error": NO_LIBRARY}), "libxcb.so.1"),
        (Answer(status=None), "hangs"),
        (Answer(status=-11), "nothing answers"),
    ],
)
def test_why_a_display_does_not_answer_is_told(tmp_path: Path, refusal: Answer, word: str) -> None:
    finding = only(display(Outlook(x=":0", refusal=refusal), tmp_path))

    assert finding.verdict == "fault"
    assert word in finding.message
    assert finding.remedy


def test_painting_where_nobody_looks_is_a_fault(tmp_path: Path) -> None:
    assert only(display(Outlook(x=":0", chosen="offscreen:x"), tmp_path)).verdict == "fault"
    assert only(display(Outlook(chosen="linuxfb:fb=/dev/fb1"), tmp_path)).verdict == "note"


@pytest.mark.parametrize(
    ("outlook", "is_open"),
    [
        (Outlook(), False),
        (X, True),
        (WAYLAND, True),
        (replace(WAYLAND, chosen="xcb"), False),
        (replace(X, chosen="wayland"), False),
        (replace(X, chosen="offscreen"), False),
        (Outlook(chosen="linuxfb"), True),
        (replace(X, chosen="xcb;offscreen"), True),
    ],
)
def test_a_display_is_open_to_the_platform_that_is_chosen(outlook: Outlook, is_open: bool) -> None:
    assert outlook.is_open is is_open


def test_a_wayland_display_answers_at_its_socket() -> None:
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(f"{folder}/wayland-7")
        environment = {"XDG_RUNTIME_DIR": folder, "WAYLAND_DISPLAY": "wayland-7"}
        assert not look_out(environment).wayland_answers

        compositor.listen()

        assert look_out(environment).wayland_answers


def test_a_session_without_x_is_a_fault_for_a_program_that_speaks_x() -> None:
    assert only(session(WAYLAND, speaks_wayland=False)).verdict == "fault"
    assert only(session(WAYLAND, speaks_wayland=True)).verdict == "good"
    assert only(session(XWAYLAND, speaks_wayland=False)).verdict == "good"
    assert only(session(X, speaks_wayland=False)).message == "X"
    assert tuple(session(Outlook(), speaks_wayland=False)) == ()


def test_x_without_a_window_manager_is_warned_of() -> None:
    assert only(window_manager(X)) == Finding("window manager", "good", "Openbox")
    assert only(window_manager(replace(X, server=Server()))).verdict == "warning"
    assert (*window_manager(XWAYLAND), *window_manager(WAYLAND)) == ()


def test_the_screen_of_the_show_is_named() -> None:
    finding = only(screens(seen({})))

    assert finding.verdict == "good"
    assert finding.message == "1, HDMI-1: 1920 x 1080, 60 Hz, 24 bits of colour; the show plays here"


def test_of_several_screens_the_main_one_has_the_show() -> None:
    answer = seen({"is_primary": False}, {"name": "DP-2", "width": 3840, "height": 2160, "scale": 2.0})

    first, second = screens(answer)

    assert first.message.endswith("chosen with kiosk run --screen 1")
    assert second.message == "2, DP-2: 3840 x 2160, 60 Hz, 24 bits of colour, scaled by 2; the show plays here"
    assert size_of_show(answer) == (3840, 2160)


@pytest.mark.parametrize("change", [{"depth": 16}, {"rate": 29.97}, {"width": 640, "height": 480}])
def test_a_poor_screen_is_warned_of(change: dict[str, Any]) -> None:
    finding = only(screens(seen(change)))

    assert finding.verdict == "warning"
    assert finding.remedy


def test_a_screen_that_does_not_tell_its_rate_is_not_blamed_for_it() -> None:
    assert only(screens(seen({"rate": 0.0}))).verdict == "good"


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (Answer({"screens": []}), "no screen"),
        (Answer(status=None), "15 s"),
        (Answer(status=-6), "could not open the display"),
        (Answer(status=-11), "signal 11"),
        (Answer({"missing": "libGL.so.1: cannot open shared object file: No such file or directory"}), "libGL.so.1"),
    ],
)
def test_no_screen_is_a_fault_with_its_reason(answer: Answer, word: str) -> None:
    finding = only(screens(answer))

    assert finding.verdict == "fault"
    assert word in finding.message
    assert "cannot open" not in finding.message
    assert size_of_show(answer) == (1920, 1080)


def test_what_darkens_the_screen_of_x_is_a_fault() -> None:
    finding = only(display_sleep(replace(X, server=Server(saver=600, power=90)), silent))

    assert finding.verdict == "fault"
    assert finding.message.endswith("power saving (DPMS) after 90 s and the screen saver of X after 10 minutes")
    assert "xset s off -dpms" in finding.remedy


def test_a_screen_that_stays_on_is_good() -> None:
    assert only(display_sleep(X, silent)).verdict == "good"


def test_gnome_darkens_by_its_own_settings() -> None:
    told = {"idle-delay": "uint32 300", "sleep-inactive-ac-type": "'suspend'"}

    idle, suspend = display_sleep(replace(XWAYLAND, desktop="ubuntu:GNOME"), lambda command: told[command[-1]])

    assert (idle.verdict, suspend.verdict) == ("fault", "fault")
    assert "for 5 minutes" in idle.message
    assert idle.remedy.endswith("gsettings set org.gnome.desktop.session idle-delay 0")
    assert suspend.remedy.endswith("sleep-inactive-ac-type nothing")


def test_gnome_that_stays_awake_is_good() -> None:
    told = {"idle-delay": "uint32 0", "sleep-inactive-ac-type": "'nothing'"}

    assert only(display_sleep(replace(XWAYLAND, desktop="GNOME"), lambda c: told[c[-1]])).verdict == "good"


def test_what_cannot_be_told_of_sleep_is_noted_with_where_to_look() -> None:
    for outlook in (
        replace(WAYLAND, desktop="KDE"),
        WAYLAND,
        replace(X, desktop="XFCE"),
        replace(X, desktop="GNOME Shell"),
    ):
        finding = only(display_sleep(outlook, silent))

        assert finding.verdict == "note", outlook
        assert finding.remedy


def test_the_screen_saver_of_x_says_nothing_of_a_wayland_screen() -> None:
    assert only(display_sleep(replace(XWAYLAND, server=Server(saver=600, is_wayland=True)), silent)).verdict == "note"
