"""The show over VNC: what a viewer sees, who can connect, and what no viewer can do to it."""

import os
import random
import re
import runpy
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.cli import address, main
from kiosk.qt.theatre import application
from kiosk.qt.vnc import Door, Shut
from tests.x.display import PATIENCE, environment, wait_for
from tests.x.rfb import Viewer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kiosk plays over VNC on Linux only")

SMALL = Path(__file__).parents[1] / "shows" / "small"
SIZE = (640, 360)
LISTENING = "0A"
TOLD = re.compile(r"kiosk: playing over VNC at (.+):(\d+), 640x360, without a password; .* (ssh -L \S+ HOST)\n")

needs_v6 = pytest.mark.skipif(
    not Path("/proc/net/if_inet6").exists() or not Path("/proc/net/if_inet6").read_text(),
    reason="no IPv6 here",
)

Play = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def play() -> Iterator[Play]:
    """Plays the small show over VNC on a free port, and ends it after the test."""
    started: list[subprocess.Popen[str]] = []

    def play_one(place: str = "127.0.0.1:0", *options: str) -> "subprocess.Popen[str]":
        size = f"{SIZE[0]}x{SIZE[1]}"
        command = [sys.executable, "-m", "kiosk", "run", str(SMALL), "--vnc", place, "--size", size, *options]
        started.append(
            subprocess.Popen(command, env=environment(None), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        )
        return started[-1]

    yield play_one
    for each in started:
        each.kill()
        each.communicate()


def told(process: "subprocess.Popen[str]") -> tuple[str, int, str]:
    """What the program says once it can be watched: address, port, and the way in for others."""
    assert process.stdout is not None
    match = TOLD.fullmatch(process.stdout.readline())
    assert match
    return match[1], int(match[2]), match[3]


def distance(first: NDArray[np.int16], second: NDArray[np.int16]) -> float:
    """How far two pictures are from each other: the mean over all pixels, of 255; two slides differ by five and more."""
    return float(np.abs(first - second).mean())


def final(port: int) -> NDArray[np.int16]:
    """A picture of the slide at its end: it is the same as the one before."""
    with Viewer(port) as viewer:
        pictures = [viewer.seen()]

        def is_still() -> bool:
            time.sleep(0.3)
            pictures.append(viewer.seen())
            return len(np.unique(pictures[-1][::2, ::2].reshape(-1, 3), axis=0)) > 20 and not distance(*pictures[-2:])

        assert wait_for(is_still)
    return pictures[-1]


def doors(pid: int) -> list[str]:
    """Every address at which a process listens, as the kernel writes them."""
    inodes = set()
    for name in os.listdir(f"/proc/{pid}/fd"):
        match = re.fullmatch(r"socket:\[(\d+)\]", os.readlink(f"/proc/{pid}/fd/{name}"))
        inodes |= {match[1]} if match else set()
    lines = [line.split() for file in ("tcp", "tcp6") for line in Path("/proc/net", file).read_text().splitlines()[1:]]
    return [fields[1] for fields in lines if fields[3] == LISTENING and fields[9] in inodes]


def test_a_viewer_sees_the_show_leads_it_and_leaves_it(play: Play) -> None:
    process = play("127.0.0.1:0", "--speed", "4")
    _, port, _ = told(process)
    first = final(port)
    assert first.shape == (SIZE[1], SIZE[0], 3)

    with Viewer(port) as viewer:
        viewer.press("Right")
        assert wait_for(lambda: distance(viewer.seen(), first) > 5.0)
        viewer.press("Left")
        assert wait_for(lambda: distance(viewer.seen(), first) < 1.0)
        viewer.press("b")
        assert wait_for(lambda: int(viewer.seen().max()) == 0)

        viewer.press("Control", "Shift", "Q")
        assert process.wait(PATIENCE) == 0
    assert process.stderr is not None
    assert process.stderr.read() == ""


@pytest.mark.parametrize(
    ("place", "host", "kernels"),
    [
        ("0", "127.0.0.1", "0100007F"),
        pytest.param("[::1]:0", "[::1]", "00000000000000000000000001000000", marks=needs_v6),
    ],
)
def test_only_this_machine_can_connect(play: Play, place: str, host: str, kernels: str) -> None:
    process = play(place)
    heard, port, tunnel = told(process)

    assert (heard, tunnel) == (host, f"ssh -L {port}:{host}:{port} HOST")
    assert doors(process.pid) == [f"{kernels}:{port:04X}"]
    with Viewer(port, host.strip("[]")) as viewer:
        assert (viewer.width, viewer.height) == SIZE
    assert doors(process.pid) == [f"{kernels}:{port:04X}"]


def test_a_signal_ends_it_well(play: Play) -> None:
    process = play()
    told(process)

    process.send_signal(signal.SIGTERM)

    assert process.wait(PATIENCE) == 0


def test_neither_garbage_nor_viewers_that_vanish_stop_the_show(play: Play) -> None:
    process = play()
    _, port, _ = told(process)
    noise = random.Random(7)

    for strange in (b"GET / HTTP/1.0\r\n\r\n", b"\x16\x03\x01" + noise.randbytes(200), b"RFB 009.999\n", b"\0"):
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as stranger:
            stranger.sendall(strange)
    for _ in range(5):
        viewer = Viewer(port)
        viewer.ask()
        viewer.vanish()
        with Viewer(port) as viewer:
            # Kinds of messages that the protocol does not have.
            viewer.send(bytes(noise.randrange(7, 256) for _ in range(2000)))
    with Viewer(port) as first, Viewer(port) as second:
        first.vanish()
        assert second.seen().shape == (SIZE[1], SIZE[0], 3)

    assert len(np.unique(final(port).reshape(-1, 3), axis=0)) > 20
    assert process.poll() is None


def test_a_port_that_is_taken_is_one_line(play: Play) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        process = play(f"127.0.0.1:{port}")
        out, error = process.communicate(timeout=PATIENCE)

    assert (process.returncode, out) == (1, "")
    assert error == (
        f"kiosk: --vnc: 127.0.0.1:{port} cannot be opened (Address already in use): name another address or port\n"
    )


def test_an_address_of_another_machine_is_one_line(play: Play) -> None:
    process = play("192.0.2.1:0")
    out, error = process.communicate(timeout=PATIENCE)

    assert (process.returncode, out, error.count("\n")) == (1, "", 1)


def test_nothing_is_played_if_qt_is_not_held_to_the_address() -> None:
    application()
    door = Door("127.0.0.1", 0)

    # Painting in memory, Qt opens no door that ours could take the place of.
    with pytest.raises(Shut, match="nothing is played"):
        door.hand_over()


def test_who_waits_at_the_door_of_qt_itself_is_turned_away() -> None:
    program = """
import os, socket
from kiosk.qt import vnc
from kiosk.qt.display import choose_vnc
from kiosk.qt.theatre import application
choose_vnc((640, 360))
door = vnc.Door("127.0.0.1", 0)
app = application()
replace = os.dup2
early = socket.socket()
early.settimeout(15)
def first(new, old, **how):
    early.connect(("127.0.0.1", vnc._doors()[old][1]))
    replace(new, old, **how)
os.dup2 = first
door.hand_over()
late = socket.create_connection((door.host, door.port), 15)
late.setblocking(False)
said = b""
while not said:
    app.processEvents()
    try:
        said = late.recv(12)
    except BlockingIOError:
        pass
print(said)
try:
    print(early.recv(12))
except ConnectionResetError:
    print("turned away")
"""
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(None), capture_output=True, text=True, check=False
    )

    assert done.stdout.splitlines() == [r"b'RFB 003.003\n'", "turned away"], done.stderr


def test_a_door_for_others_says_who_can_come_in() -> None:
    said = Door("0.0.0.0", 0).told(SIZE)

    assert "anyone who reaches this port can watch and press keys" in said
    assert "ssh" not in said


def test_the_executable_keeps_what_it_takes() -> None:
    plugin = ("PySide6/Qt/plugins/platforms/libqvnc.so", "libqvnc.so", "BINARY")

    assert runpy.run_path(str(SMALL.parents[2] / "packaging" / "bundle.py"))["wanted"]([plugin]) == [plugin]


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("127.0.0.1:5901", "127.0.0.1", 5901),
        ("127.0.0.1", "127.0.0.1", 5900),
        ("5901", "127.0.0.1", 5901),
        (":5901", "127.0.0.1", 5901),
        ("localhost:1", "127.0.0.1", 1),
        ("[::1]:5900", "::1", 5900),
        ("[::1]", "::1", 5900),
        ("::1", "::1", 5900),
        ("fe80::1%eth0", "fe80::1%eth0", 5900),
        ("0.0.0.0", "0.0.0.0", 5900),
    ],
)
def test_address_and_port_can_each_be_left_out(text: str, host: str, port: int) -> None:
    assert address(text) == (host, port)


@pytest.mark.parametrize("place", ["hall", "hall:5900", "127.0.0.1:65536", "127.0.0.1:vnc", "[::1", "1:2:3", "content"])
def test_what_is_no_address_is_bad_usage(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["run", "--vnc", place])

    assert left.value.code == 2
    assert "write it as 127.0.0.1:5900" in capsys.readouterr().err


@pytest.mark.parametrize("option", [("--windowed",), ("--screen", "1")])
def test_wishes_about_a_real_screen_do_not_go_with_vnc(
    option: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", "--vnc", *option]) == 2
    assert capsys.readouterr().err.count("\n") == 1
