"""The doctor on displays of its own: well, dark after a while, without a window manager, hanging, refusing, gone."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.doctor.hearsay import HearsayServer
from tests.x.display import Display, environment, missing

SMALL = Path(__file__).parents[1] / "shows" / "small"

pytestmark = [
    pytest.mark.skipif(
        bool(missing()) and os.environ.get("CI") != "true", reason=f"not installed: {', '.join(missing())}"
    ),
    pytest.mark.skipif(sys.platform != "linux", reason="X is asked on Linux only"),
]


@dataclass(frozen=True)
class Visit:
    """What the doctor said, by subject."""

    status: int
    verdicts: dict[str, str]
    messages: dict[str, str]
    remedies: dict[str, str]
    errors: str

    def faults(self) -> list[str]:
        """The subjects that hinder playing."""
        return [subject for subject, verdict in self.verdicts.items() if verdict == "fault"]


def visit(display: str | None, **more: str) -> Visit:
    """Calls the doctor to a display."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "doctor", str(SMALL), "--format", "json"],
        env={**environment(display), "XDG_CURRENT_DESKTOP": "", **more},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    found = json.loads(done.stdout)
    by = {key: {each["subject"]: each[key] for each in found} for key in ("verdict", "message", "remedy")}
    return Visit(done.returncode, by["verdict"], by["message"], by["remedy"], done.stderr)


@pytest.fixture
def managed(tmp_path: Path) -> Iterator[Display]:
    """A display with openbox on it."""
    display = Display(tmp_path, is_managed=True)
    yield display
    display.close()


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Display]:
    """A display that nobody manages."""
    display = Display(tmp_path, is_managed=False)
    yield display
    display.close()


def keep_awake(display: Display) -> None:
    """Switches the screen saver off, as `xset s off` does: X has no need of that program for it."""
    program = "from Xlib.display import Display; d = Display(); d.set_screen_saver(0, 0, 0, 0); d.sync()"
    subprocess.run([sys.executable, "-c", program], env=environment(display.name), check=True)


def test_nothing_hinders_playing_on_a_display_that_stays_awake(managed: Display) -> None:
    keep_awake(managed)

    seen = visit(managed.name)

    assert (seen.status, seen.faults(), seen.errors) == (0, [], "")
    assert seen.messages["window manager"] == "Openbox"
    assert "1920 x 1080" in seen.messages["screen"]
    assert "the show plays here" in seen.messages["screen"]
    assert seen.messages["platform"].endswith(" xcb")
    assert "at 1920 x 1080" in seen.messages["painting"]


def test_a_bare_display_that_goes_dark_is_told_of(bare: Display) -> None:
    seen = visit(bare.name)

    assert (seen.status, seen.faults()) == (1, ["display sleep"])
    assert "after 10 minutes" in seen.messages["display sleep"]
    assert "xset s off" in seen.remedies["display sleep"]
    assert seen.verdicts["window manager"] == "warning"


def test_a_missing_library_is_a_finding_and_no_end(bare: Display, tmp_path: Path) -> None:
    # What cannot be read as a library hides the one that could.
    (tmp_path / "libxcb-cursor.so.0").touch()

    seen = visit(bare.name, LD_LIBRARY_PATH=str(tmp_path))

    assert seen.status == 1
    assert {"libraries", "screen"} <= set(seen.faults())
    assert seen.remedies["libraries"] == "apt-get install libxcb-cursor0"
    assert "Qt could not open the display" in seen.messages["screen"]
    assert seen.errors == ""


def test_a_qt_that_cannot_be_loaded_is_a_finding_and_no_end(bare: Display, tmp_path: Path) -> None:
    (tmp_path / "libEGL.so.1").touch()

    seen = visit(bare.name, LD_LIBRARY_PATH=str(tmp_path))

    assert seen.remedies["libraries"] == "apt-get install libegl1"
    assert "libEGL.so.1" in seen.messages["screen"]
    assert seen.verdicts["painting"] == "note"
    assert seen.verdicts["show"] == "good"


def test_a_display_that_is_gone_is_a_finding_and_no_end(managed: Display) -> None:
    managed.close()

    seen = visit(managed.name)

    assert (seen.status, seen.faults()) == (1, ["display"])
    assert f"nothing answers at DISPLAY={managed.name}" in seen.messages["display"]
    assert "screen" not in seen.verdicts


def test_a_display_that_hangs_is_left_after_a_while() -> None:
    with HearsayServer(hangs=True) as server:
        seen = visit(server.name)

    assert (seen.status, seen.faults()) == (1, ["display"])
    assert "hangs" in seen.messages["display"]


def test_without_a_display_the_rest_is_examined_all_the_same() -> None:
    seen = visit(None)

    assert (seen.status, seen.faults(), seen.errors) == (1, ["display"], "")
    assert seen.verdicts["show"] == "good"
    assert "at 1920 x 1080" in seen.messages["painting"]
