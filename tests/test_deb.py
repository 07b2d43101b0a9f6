"""The Debian package: it depends on what the program takes from the system, and on nothing it brings along."""

import shutil
from pathlib import Path

import pytest

from tests.scripts import load_script

DEB = load_script("packaging/deb.py")


def test_what_the_folder_brings_is_not_asked_of_the_system() -> None:
    assert DEB.system_libraries(["libc.so.6", "libX11.so.6"], ["libX11.so.6", "libz.so.1"]) == {"libc.so.6"}


def test_the_version_of_a_dependency_is_kept() -> None:
    found = "libc6 (>= 2.36), libx11-6 (>= 2:1.4.99.1), zlib1g"

    assert DEB.only(["libc6", "zlib1g"], found) == "libc6 (>= 2.36), zlib1g"


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="there is no Debian here to ask")
def test_a_library_that_no_package_holds_stops_the_build() -> None:
    with pytest.raises(SystemExit, match=r"no package of this system holds libnothing\.so\.9"):
        DEB._owner("libnothing.so.9")


def test_files_are_laid_out_as_debian_expects_them(tmp_path: Path) -> None:
    folder = tmp_path / "kiosk"
    for place in ("kiosk", "_internal/base.so", "content/show.yaml", "docs/guiding.md", "LICENSE"):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(place, "utf-8")
    tree = tmp_path / "tree"

    DEB.lay_out(folder, tree)

    assert (tree / "usr/bin/kiosk").resolve() == (tree / "usr/lib/kiosk/kiosk").resolve()
    assert (tree / "usr/lib/kiosk/content/show.yaml").read_text("utf-8") == "content/show.yaml"
    assert not (tree / "usr/share/kiosk/content").is_symlink()
    assert (tree / "usr/share/doc/kiosk/guiding.md").is_file()
    assert "MIT License" in (tree / "usr/share/doc/kiosk/copyright").read_text("utf-8")
    assert (tree / "usr/share/applications/kiosk.desktop").is_file()
    assert (tree / "usr/share/man/man1/kiosk.1.gz").is_file()
    assert (tree / "usr/share/icons/hicolor/128x128/apps/kiosk.png").is_file()
    assert not (tree / "usr/lib/kiosk/docs").exists()
