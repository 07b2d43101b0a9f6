"""What is found about the program and what it needs of the system: libraries, fonts, decoders."""

import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from kiosk.doctor import libraries as tables
from kiosk.doctor.aside import Answer
from kiosk.doctor.content import films
from kiosk.doctor.display import Outlook
from kiosk.doctor.finding import Finding
from kiosk.doctor.fonts import fonts, is_whole
from kiosk.doctor.libraries import libraries
from kiosk.doctor.platforms import installed, platform
from kiosk.doctor.xserver import Server
from kiosk.resources import assets

ROOT = Path(__file__).parents[2]
X = Outlook(x=":0", server=Server())
WAYLAND = Outlook(wayland="wayland-0", wayland_answers=True)

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings all its libraries along")


def only(findings: Iterable[Finding]) -> Finding:
    (finding,) = findings
    return finding


@pytest.mark.parametrize("name", ["PAINT", "X", "WAYLAND"])
def test_libraries_are_those_that_the_set_up_installs(name: str) -> None:
    script = (ROOT / "packaging" / "setup.sh").read_text("utf-8")
    found = re.search(rf'^{name.lower()}_libraries="([^"]*)"', script, flags=re.MULTILINE)

    assert found is not None
    assert dict(pair.split("=") for pair in found[1].split()) == getattr(tables, name)


@on_linux
def test_a_missing_library_is_named_with_its_package() -> None:
    finding = only(libraries(X, lambda name: name not in ("libGL.so.1", "libxcb-cursor.so.0")))

    assert finding.verdict == "fault"
    assert "libGL.so.1, libxcb-cursor.so.0" in finding.message
    assert finding.remedy == "apt-get install libgl1 libxcb-cursor0"


@on_linux
def test_only_the_libraries_of_the_session_count() -> None:
    def without_x(name: str) -> bool:
        return name not in tables.X

    assert only(libraries(WAYLAND, without_x)).verdict == "good"
    assert only(libraries(X, without_x)).verdict == "fault"
    assert only(libraries(Outlook(), without_x)).verdict == "fault"
    assert only(libraries(WAYLAND, lambda name: name not in tables.WAYLAND)).verdict == "fault"


@on_linux
def test_the_libraries_of_this_machine_are_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PAINT", {"libc.so.6": "libc6", "libnowhere.so.9": "nowhere"})
    monkeypatch.setattr(tables, "X", {})

    assert only(libraries(X)).message == "Qt misses libnowhere.so.9"


@on_linux
def test_qt_has_its_platforms_here() -> None:
    there = installed()

    assert there is not None
    assert {"xcb", "offscreen"} <= there
    assert only(platform(X, there, None)).message.endswith(" xcb")
    assert only(platform(X, there, Answer({"platform": "wayland"}))).message.endswith(" wayland")


@on_linux
def test_a_platform_that_is_not_there_is_a_fault() -> None:
    assert only(platform(X, frozenset({"offscreen"}), None)).verdict == "fault"
    assert tuple(platform(WAYLAND, frozenset({"xcb"}), None)) == ()
    assert only(platform(Outlook(chosen="eglfs"), frozenset({"xcb"}), None)).remedy == "unset QT_QPA_PLATFORM"


def test_a_missing_qt_is_a_fault() -> None:
    assert only(platform(X, None, None)).verdict == "fault"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The program's fonts, to be damaged."""
    return Path(shutil.copytree(assets() / "fonts", tmp_path / "fonts"))


def test_the_fonts_of_the_program_are_whole() -> None:
    assert only(fonts(assets() / "fonts")).verdict == "good"


def test_a_missing_font_is_a_fault(folder: Path) -> None:
    next(folder.glob("*.ttf")).unlink()

    assert only(fonts(folder)) == Finding(
        "fonts", "fault", "2 of the 3 weights of the typeface are there", only(fonts(folder)).remedy
    )


@pytest.mark.parametrize("text", [None, "", "{}", "[]", '{"weights": 1'])
def test_damaged_measures_of_the_typeface_are_a_fault(folder: Path, text: str | None) -> None:
    (folder / "typeface.json").unlink()
    if text is not None:
        (folder / "typeface.json").write_text(text)

    assert only(fonts(folder)).verdict == "fault"


def test_a_damaged_font_is_a_fault_and_named(folder: Path) -> None:
    font = next(folder.glob("*Bold.ttf"))
    data = bytearray(font.read_bytes())
    data[len(data) // 2] ^= 1
    font.write_bytes(data)

    finding = only(fonts(folder))

    assert finding.verdict == "fault"
    assert finding.message == "damaged or not to be read: NotoSansSC-Bold.ttf"


@pytest.mark.parametrize("length", [0, 3, 100, 4000, -1])
def test_a_font_that_breaks_off_is_not_whole(folder: Path, length: int) -> None:
    font = next(folder.glob("*.ttf"))
    font.write_bytes(font.read_bytes()[:length])

    assert not is_whole(font)


def test_a_folder_in_the_place_of_a_font_is_not_whole(tmp_path: Path) -> None:
    assert not is_whole(tmp_path)


def test_films_need_a_decoder(tmp_path: Path) -> None:
    assert only(films(tmp_path, lambda: "/usr/bin/ffmpeg")).verdict == "good"
    assert only(films(tmp_path, lambda: None)).verdict == "note"

    (tmp_path / "car.MP4").touch()

    assert only(films(tmp_path, lambda: None)).verdict == "warning"
