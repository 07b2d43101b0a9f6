"""Without a display that Qt can use: one line that names the reason and a way on, and never an abort."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.qt import display
from tests.x.display import environment, missing, wait_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")

SMALL = Path(__file__).parents[1] / "shows" / "small"
FORGET = ("XDG_SESSION_TYPE", "XDG_RUNTIME_DIR", "XAUTHORITY")
NONE = "there is no display: start it from a desktop session, or set DISPLAY"


def complaint(**wishes: str) -> str:
    """The one line that a run says and fails with."""
    ours = {name: value for name, value in environment(None).items() if name not in FORGET}
    command = [sys.executable, "-m", "kiosk", "run", str(SMALL), "--once", "--speed", "60"]
    done = subprocess.run(command, env=ours | wishes, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    return done.stderr


@pytest.mark.parametrize(
    ("wishes", "reason"),
    [
        ({}, NONE),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, NONE),
        ({"XDG_SESSION_TYPE": "wayland"}, NONE),
        ({"QT_QPA_PLATFORM": "xcb"}, NONE),
        ({"DISPLAY": ":7999"}, "no display answers at DISPLAY=:7999"),
        ({"WAYLAND_DISPLAY": "wayland-7"}, "no display answers at WAYLAND_DISPLAY=wayland-7"),
        (
            {"WAYLAND_DISPLAY": "wayland-7", "DISPLAY": ":7999"},
            "WAYLAND_DISPLAY=wayland-7; no display answers at DISPLAY",
        ),
        ({"QT_QPA_PLATFORM": "fresco"}, "QT_QPA_PLATFORM=fresco: Qt here has no platform 'fresco'"),
    ],
    ids=lambda value: " ".join(value) or "nothing" if isinstance(value, dict) else "",
)
def test_where_no_display_answers_one_line_says_so(wishes: dict[str, str], reason: str) -> None:
    said = complaint(**wishes)

    assert reason in said
    assert [way for way in ("kiosk run --vnc", "kiosk export out/", "kiosk doctor") if way not in said] == []


@pytest.mark.skipif("Xvfb" in missing(), reason="not installed: Xvfb")
@pytest.mark.skipif(shutil.which("xauth") is None, reason="not installed: xauth")
def test_a_display_of_another_user_is_told_from_none(tmp_path: Path) -> None:
    keys, number = tmp_path / "keys", tmp_path / "number"
    subprocess.run(["xauth", "-q", "-f", str(keys), "add", ":0", ".", "0123456789abcdef" * 2], check=True)
    with number.open("w") as file:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-auth", str(keys), "-screen", "0", "640x360x24", "-nolisten", "tcp"],
            stdout=file,
            stderr=subprocess.DEVNULL,
        )
    try:
        assert wait_for(lambda: number.read_text().endswith("\n"))
        name = f":{number.read_text().strip()}"

        assert f"the display DISPLAY={name} does not let this user in" in complaint(DISPLAY=name)
    finally:
        server.kill()
        server.wait()


def test_wayland_alone_is_not_enough_for_the_executable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_plugins", lambda: tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland-egl")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")

    assert "WAYLAND_DISPLAY=wayland-7: this program needs Wayland's X server" in display.display_problem()


def test_a_library_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plugins = display._plugins()
    assert plugins is not None
    # Where its folder is another, the plugin finds none of the libraries that come with Qt.
    shutil.copy(plugins / "libqxcb.so", tmp_path)
    monkeypatch.setattr(display, "_plugins", lambda: tmp_path)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":7999")

    said = display.display_problem()

    assert "DISPLAY=:7999: Qt lacks a library of the system (libQt6" in said
    assert " is missing)" in said
    assert "kiosk doctor" in said
