"""What each command loads: as little as it needs, so that it answers at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "shows" / "small"
SCREEN = {"PySide6", "shiboken6", "pyqtgraph"}
CONTENT = {"numpy", "pydantic", "pydantic_core", "yaml"}
PROGRAM = """
import sys
from kiosk.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("LOADED", *sys.modules)
"""


def loaded(*arguments: str) -> set[str]:
    """The modules that a command loads, run in an interpreter of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return set(done.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize(
    "arguments",
    [("--version",), ("--help",), ("run", "--help"), ("licences",), ("licences", "numpy"), ("dance",)],
    ids=" ".join,
)
def test_what_needs_no_show_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert loaded(*arguments) & (SCREEN | CONTENT) == set()


def test_a_new_show_is_written_without_loading_anything_heavy(tmp_path: Path) -> None:
    assert loaded("new", str(tmp_path / "show")) & (SCREEN | CONTENT) == set()
    assert (tmp_path / "show" / "show.yaml").is_file()


@pytest.mark.parametrize("arguments", [("check", str(SMALL)), ("schema",)], ids=["check", "schema"])
def test_what_needs_no_screen_loads_none(arguments: tuple[str, ...]) -> None:
    found = loaded(*arguments)

    assert found & SCREEN == set()
    assert "pydantic" in found


def test_a_run_without_a_display_is_refused_before_the_screen_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")

    found = loaded("run", str(SMALL))

    assert "kiosk" in found
    assert found & SCREEN == set()


UNIX_ONLY = ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty")


def test_no_module_needs_what_windows_lacks_to_be_imported() -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((ROOT / "kiosk").rglob("*.py"))
    ]
    program = f"import importlib, sys\nsys.modules.update(dict.fromkeys({UNIX_ONLY}))\n"
    program += f"for name in {names}: importlib.import_module(name)"

    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_pyqtgraph_takes_from_qt_only_what_is_used() -> None:
    program = """
import sys
import kiosk.qt.run
import pyqtgraph
from PySide6 import QtWidgets
from pyqtgraph.Qt import QtWidgets as theirs
assert pyqtgraph.QtCore.QPointF is __import__("PySide6.QtCore").QtCore.QPointF
assert theirs.QTableView is QtWidgets.QTableView
assert not hasattr(theirs, "QNonesuch")
print(len(vars(theirs)), len(dir(QtWidgets)))
"""

    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    taken, there = map(int, done.stdout.split())
    assert taken < there / 3
