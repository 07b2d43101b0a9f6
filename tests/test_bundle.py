"""What goes into the executable's folder: all that the program loads, all that this links to, and no more."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.scripts import ROOT, load_script

BUNDLE = load_script("packaging/bundle.py")
File = tuple[str, str, str]


def binary(name: str) -> File:
    return name, f"/usr/lib/{name}", "BINARY"


def names(files: Iterable[File]) -> list[str]:
    return [each[0] for each in files]


LINKS = {
    "PySide6/Qt/plugins/platforms/libqxcb.so": ("libQt6Gui.so.6", "libxcb-icccm.so.4"),
    "libQt6Gui.so.6": ("libGL.so.1", "libc.so.6"),
    "libgtk-3.so.0": ("libcairo.so.2",),
}


def needs(source: str) -> list[tuple[str, str | None]]:
    return [(name, f"/usr/lib/{name}") for name in LINKS.get(source.removeprefix("/usr/lib/"), ())]


def test_a_library_that_nothing_links_to_any_more_is_left_out() -> None:
    files = [binary(name) for name in (*LINKS, "libxcb-icccm.so.4", "libcairo.so.2")]

    kept = names(BUNDLE.with_what_they_need(files, needs))

    assert "libxcb-icccm.so.4" in kept
    assert "libQt6Gui.so.6" in kept
    assert "libgtk-3.so.0" not in kept
    assert "libcairo.so.2" not in kept


def test_the_dispatchers_of_gl_come_along_though_nobody_listed_them() -> None:
    kept = names(BUNDLE.with_what_they_need([binary(name) for name in LINKS], needs))

    assert "libGL.so.1" in kept


def test_the_c_library_is_the_systems() -> None:
    kept = names(BUNDLE.with_what_they_need([binary(name) for name in LINKS], needs))

    assert "libc.so.6" not in kept


def test_python_itself_stays_though_it_is_loaded_by_name() -> None:
    assert names(BUNDLE.with_what_they_need([binary("libpython3.11.so.1.0")], needs)) == ["libpython3.11.so.1.0"]


def test_a_link_goes_with_the_file_it_leads_to() -> None:
    files = [
        binary("PySide6/Qt/lib/libQt6Gui.so.6"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
        ("libQt6Svg.so.6", "PySide6/Qt/lib/libQt6Svg.so.6", "SYMLINK"),
    ]

    assert names(BUNDLE.without_loose_links(files)) == ["PySide6/Qt/lib/libQt6Gui.so.6", "libQt6Gui.so.6"]


@pytest.mark.parametrize("separator", ["/", "\\"])
def test_plugins_that_paint_nothing_here_are_left_out_on_either_system(separator: str) -> None:
    places = (
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/translations/qtbase_de.qm",
    )
    files = [(place.replace("/", separator), "", "BINARY") for place in places]

    kept = [each.replace("\\", "/") for each in names(BUNDLE.wanted(files))]

    assert kept == ["PySide6/plugins/platforms/qwindows.dll", "PySide6/Qt/plugins/platforms/libqvnc.so"]


def test_no_module_is_left_out_that_the_program_imports() -> None:
    imports = re.compile(r"^\s*(?:from|import) ([\w.]+)", flags=re.MULTILINE)

    imported = {name for path in (ROOT / "kiosk").rglob("*.py") for name in imports.findall(path.read_text("utf-8"))}

    assert imported & set(BUNDLE.UNUSED_MODULES) == set()


def test_only_what_a_debugger_reads_is_taken_out_of_a_library(tmp_path: Path) -> None:
    import _decimal
    import ctypes

    if not hasattr(_decimal, "__file__") or not _decimal.__file__.endswith(".so"):
        pytest.skip("this Python has its extensions built in")
    files = [("lib-dynload/_decimal.so", _decimal.__file__, "EXTENSION"), ("numpy/core.so", "/untouched", "EXTENSION")]

    (_, source, _), untouched = BUNDLE.stripped(files, tmp_path)

    assert untouched == files[1]
    assert ctypes.CDLL(source).PyInit__decimal is not None
