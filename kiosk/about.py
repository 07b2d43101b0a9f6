"""About the program: its version, where that came from, and what it runs with; told without loading any of it."""

import json
import platform
import subprocess
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kiosk import __version__
from kiosk.resources import build_record, checkout, is_packed

RUNS_WITH = {
    "Qt": "PySide6-Essentials",
    "pyqtgraph": "pyqtgraph",
    "numpy": "numpy",
    "pydantic": "pydantic",
    "PyYAML": "PyYAML",
}
"""What the program runs with, and the package whose version is told for it."""


def about() -> str:
    """Version and origin in one line, and in a second what the program runs with."""
    return told_of_build(read_record(build_record())) if is_packed() else told_of_checkout(checkout())


def told_of_build(record: Mapping[str, object]) -> str:
    """What a build's record says; parts that it lacks are left out."""
    of_build = [f"built {record['date']}"] if record.get("date") else []
    of_build += [f"from {record['commit']}"] if record.get("commit") else []
    origin = f", {' '.join(of_build)}" if of_build else ""
    versions = record.get("versions")
    return _told(origin, versions if isinstance(versions, dict) else {})


def told_of_checkout(folder: Path) -> str:
    """What can be said of a checkout: its commit, and whether its files were changed since."""
    return _told(f" (checkout {commit(folder)})" if commit(folder) else " (checkout)", versions())


def _told(origin: str, versions: Mapping[str, object]) -> str:
    first = f"kiosk {__version__}{origin}"
    return f"{first}\nwith {', '.join(f'{name} {number}' for name, number in versions.items())}" if versions else first


def versions() -> dict[str, str]:
    """The versions of Python and of what is installed of RUNS_WITH."""
    found = {"Python": platform.python_version()}
    for name, package in RUNS_WITH.items():
        try:
            found[name] = version(package)
        except PackageNotFoundError:
            continue
    return found


def commit(folder: Path) -> str:
    """The commit of a checkout, such as `a58b1e1` or `a58b1e1, changed`; empty where there is no git or no history."""
    name = _git(folder, "rev-parse", "--short=10", "HEAD")
    return f"{name}, changed" if name and _git(folder, "status", "--porcelain", "--untracked-files=no") else name


def _git(folder: Path, *arguments: str) -> str:
    if not (folder / ".git").exists():
        # Else git would tell of a folder further up that has nothing to do with the program.
        return ""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=False, timeout=10
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def read_record(file: Path) -> dict[str, object]:
    """The record of a build; empty if it is not there or cannot be read, for the version is told all the same."""
    try:
        record = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
