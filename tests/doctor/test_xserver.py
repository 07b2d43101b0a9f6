"""What an X server says, asked for in a process of its own."""

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from kiosk.doctor.aside import Answer, ask
from kiosk.doctor.display import look_out
from kiosk.doctor.xserver import NO_LIBRARY, Server
from tests.doctor.hearsay import ROOT, HearsayServer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X is asked on Linux only")

WINDOW = 0x456
MARK = "_NET_SUPPORTING_WM_CHECK"


def at(display: str, **more: str) -> Mapping[str, str]:
    """The environment of a program on a display."""
    return {**os.environ, "DISPLAY": display, **more}


def asked(display: str, **more: str) -> Answer:
    return ask("server", seconds=20.0, environment=at(display, **more))


def told(server: HearsayServer) -> Server:
    """What the doctor hears from a server."""
    with server:
        return Server.of_json(dict(asked(server.name).data))


def test_a_server_without_habits_lets_the_screen_be() -> None:
    assert told(HearsayServer()) == Server()


def test_the_screen_saver_is_told_in_seconds() -> None:
    assert told(HearsayServer(saver=600)).saver == 600


@pytest.mark.parametrize(
    ("dpms", "seconds"),
    [
        ((True, (900, 1200, 1800)), 900),
        ((True, (0, 0, 300)), 300),
        ((True, (0, 0, 0)), 0),
        ((False, (900, 1200, 1800)), 0),
        (None, 0),
    ],
)
def test_power_saving_counts_where_it_is_on(dpms: tuple[bool, tuple[int, ...]] | None, seconds: int) -> None:
    assert told(HearsayServer(dpms=dpms)).power == seconds


def test_xwayland_is_told_from_x() -> None:
    assert told(HearsayServer(extensions=["XWAYLAND"])).is_wayland


def test_a_window_manager_gives_its_name() -> None:
    own = struct.pack("<I", WINDOW)
    named = {(ROOT, MARK): own, (WINDOW, MARK): own, (WINDOW, "_NET_WM_NAME"): "墙".encode()}

    assert told(HearsayServer(properties=named)).manager == "墙"


def test_a_nameless_window_manager_is_still_one() -> None:
    own = struct.pack("<I", WINDOW)

    assert told(HearsayServer(properties={(ROOT, MARK): own, (WINDOW, MARK): own})).manager


@pytest.mark.parametrize("left", [b"", struct.pack("<I", 0x789)])
def test_what_a_dead_window_manager_left_behind_is_none(left: bytes) -> None:
    assert told(HearsayServer(properties={(ROOT, MARK): struct.pack("<I", WINDOW), (WINDOW, MARK): left})).manager == ""


def test_a_missing_libxcb_is_told(tmp_path: Path) -> None:
    (tmp_path / "libxcb.so.1").touch()

    answer = asked("127.0.0.1:1", LD_LIBRARY_PATH=str(tmp_path))

    assert answer.data["error"] == NO_LIBRARY


def test_the_outlook_sees_a_server_that_answers() -> None:
    with HearsayServer(saver=60) as server:
        outlook = look_out({**os.environ, "DISPLAY": server.name, "QT_QPA_PLATFORM": ""})

    assert outlook.is_open
    assert outlook.server == Server(saver=60)


def test_a_server_that_refuses_is_heard() -> None:
    with HearsayServer(refusal=b"Authorization required, but no authorization protocol specified\n") as server:
        outlook = look_out({**os.environ, "DISPLAY": server.name, "QT_QPA_PLATFORM": ""})

    assert not outlook.is_open
    assert outlook.refusal is not None
    assert "Authorization required" in outlook.refusal.said


def test_a_server_that_hangs_keeps_nobody_waiting() -> None:
    with HearsayServer(hangs=True) as server:
        outlook = look_out({**os.environ, "DISPLAY": server.name, "QT_QPA_PLATFORM": ""}, patience=1.0)

    assert not outlook.is_open
    assert outlook.refusal is not None
    assert outlook.refusal.is_late
