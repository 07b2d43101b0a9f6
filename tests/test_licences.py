"""The licences: everything that comes with the program is listed with its text, and what nobody stands for stops the build."""

import importlib.util
import json
import re
import shutil
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.inventory import installed, needed
from kiosk.licences import listing, part_of, parts, read_index, texts
from kiosk.part import KINDS, UNKNOWN, Part
from kiosk.resources import licences
from tests.scripts import load_script

ROOT = Path(__file__).parents[1]
FEW = tuple(
    Part(name, "1", "MIT", kind, (ROOT / "LICENSE",))
    for name, kind in (("kiosk", "program"), ("pydantic", "package"), ("pydantic_core", "package"))
)


SCRIPT = load_script("packaging/licences.py")


def said(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    status = main(["licences", *arguments])
    out = capsys.readouterr()
    return status, out.out, out.err


# What is listed


def test_the_program_comes_first_and_then_all_that_it_needs() -> None:
    names = [part.name for part in installed()]

    assert names[:2] == ["kiosk", "Python"]
    wanted = {"Qt", "numpy", "pyqtgraph", "pydantic", "pydantic_core", "PyYAML", "Noto Sans SC", "shiboken6"}
    assert wanted - set(names) == set()


def test_tools_of_developers_are_no_part_of_the_program() -> None:
    names = {part.name.lower() for part in installed()}

    assert {"pytest", "ruff", "mypy", "hypothesis", "setuptools", "pip", "psutil"} & names == set()


def test_every_part_has_a_version_a_known_licence_and_a_text() -> None:
    for part in installed():
        assert part.version, part.name
        assert part.licence != UNKNOWN, part.name
        assert part.kind in KINDS
        assert part.files, part.name
        assert [file for file in part.files if not file.read_bytes().strip()] == []


def test_what_needs_a_missing_package_says_so() -> None:
    with pytest.raises(ValueError, match="no-such-package is not installed"):
        needed("no-such-package")


@pytest.mark.parametrize("name", ["pydantic-core", "PYDANTIC_CORE"])
def test_a_part_is_found_however_its_name_is_written(name: str) -> None:
    assert part_of(FEW, name).name == "pydantic_core"


@pytest.mark.parametrize(
    ("name", "hint"), [("pydntic", "mean pydantic"), ("core", "pydantic_core"), ("zzz", "lists all")]
)
def test_an_unknown_part_gets_a_hint(name: str, hint: str) -> None:
    with pytest.raises(ValueError, match=hint):
        part_of(FEW, name)


def test_a_text_that_several_share_is_told_once() -> None:
    text = texts(FEW)

    assert text.count("Permission is hereby granted") == 1
    assert text.count("see above, at kiosk 1") == 2


def test_the_list_names_parts_under_their_kind() -> None:
    lines = listing(FEW).splitlines()

    assert lines[0] == "The program"
    assert lines[1].split() == ["kiosk", "1", "MIT", str(ROOT / "LICENSE")]
    assert lines[3] == "Packages"


# The command


def test_the_command_lists_all_and_says_how_to_read_one(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said([], capsys)

    assert (status, err) == (0, "")
    assert [part.title for part in installed() if part.title not in out] == []
    assert "kiosk licences NAME" in out


def test_a_named_part_is_read_whole(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(["qt"], capsys)

    assert status == 0
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "may replace them",
        "code.qt.io",
        "HarfBuzz",
    ):
        assert words in out


def test_all_are_read_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(["--all"], capsys)

    assert status == 0
    assert [part.title for part in installed() if f"{part.title}: {part.licence}" not in out] == []


@pytest.mark.parametrize("arguments", [["nonesuch"], ["numpy", "--all"]])
def test_what_cannot_be_read_is_bad_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(arguments, capsys)

    assert (status, out, err.count("\n")) == (2, "", 1)


# In the executable


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    return tmp_path


def test_the_executable_tells_what_was_gathered_when_it_was_built(
    packed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(sys, "frozen")
    gathered = installed()
    SCRIPT.collect(packed / "licences", [])
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    told = parts()

    assert [part.title for part in told] == [*(part.title for part in gathered), part_of(told, "pyinstaller").title]
    assert {file.is_relative_to(packed / "licences") for part in told for file in part.files} == {True}
    assert "Bootloader" in part_of(told, "pyinstaller").licence
    assert str(licences()) == str(packed / "licences")
    assert "colorama/" in listing(told)


@pytest.mark.parametrize("index", ["", "[{}]", '{"name": 1}', '[{"name": "a", "files": []}]'])
def test_a_damaged_folder_is_said_in_one_line(packed: Path, index: str, capsys: pytest.CaptureFixture[str]) -> None:
    (packed / "licences").mkdir()
    (packed / "licences" / "index.json").write_text(index)

    status, out, err = said([], capsys)

    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "copy the program's folder anew" in err


def test_a_missing_folder_is_said_in_one_line(packed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = said([], capsys)

    assert (status, err.count("\n")) == (1, 1)
    assert "index.json" in err


# When it is built


def test_the_folder_is_small_and_holds_each_text_once(tmp_path: Path) -> None:
    SCRIPT.collect(tmp_path, [])

    files = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert sum(map(len, files)) < 1_000_000
    assert len(files) == len(set(files))
    index = json.loads((tmp_path / "index.json").read_text("utf-8"))
    assert {name for part in index for name in part["files"]} == {
        file.relative_to(tmp_path).as_posix()
        for file in tmp_path.rglob("*")
        if file.is_file() and file.name != "index.json"
    }


def test_a_file_of_unknown_origin_stops_the_build(tmp_path: Path) -> None:
    stranger = tmp_path / "libstranger.so.1"
    stranger.touch()

    with pytest.raises(SystemExit, match=r"no executable is built.*libstranger\.so\.1 \(from /.*KNOWN") as stopped:
        SCRIPT.collect(tmp_path / "licences", [("libstranger.so.1", str(stranger), "BINARY")])

    assert "\n" not in str(stopped.value)
    assert not (tmp_path / "licences").exists()


def test_files_of_ours_of_pythons_and_of_packages_are_known(tmp_path: Path) -> None:
    json_module = str(Path(sysconfig.get_path("stdlib")) / "json" / "__init__.py")
    psutil = importlib.util.find_spec("psutil")
    assert psutil is not None
    assert psutil.origin is not None
    files = [
        ("json", json_module, "PYMODULE"),
        ("kiosk.cli", str(ROOT / "kiosk" / "cli.py"), "PYMODULE"),
        ("base_library.zip", str(tmp_path / "base_library.zip"), "DATA"),
        ("VCRUNTIME140.dll", "C:\\Windows\\System32\\VCRUNTIME140.dll", "BINARY"),
        ("libX.so.1", "libelsewhere.so.1", "SYMLINK"),
        ("psutil", psutil.origin, "PYMODULE"),
    ]

    SCRIPT.collect(tmp_path / "licences", files)

    assert part_of(read_index(tmp_path / "licences"), "psutil").licence == "BSD-3-Clause"


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="only Debian knows whom its libraries come from")
def test_a_library_of_the_system_is_told_by_its_debian_source_package(tmp_path: Path) -> None:
    (zlib,) = {file.resolve() for file in Path("/usr/lib").glob("*-linux-gnu/libz.so.1")}
    # Programs are told of the place that libraries had before /lib moved into /usr.
    old = Path("/") / zlib.relative_to("/usr") if zlib.is_relative_to("/usr") else zlib

    SCRIPT.collect(tmp_path, [("libz.so.1", str(zlib), "BINARY"), ("lib/libz.so.1", str(old), "BINARY")])

    found = [part for part in read_index(tmp_path) if part.kind == "library"]
    assert [(part.name, part.licence) for part in found] == [("zlib", "Zlib")]
    assert re.search(r"source package zlib, version 1:1\.", found[0].source)
    assert "Jean-loup Gailly" in texts(found)
