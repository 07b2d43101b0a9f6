"""The room on the disk that each contender takes: its own files, its runtime, and the system's packages below it."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from benchmarks.beside.contenders import PACKED, ROOT, SHOW, Contender

BASE = ("required", "important")
"""Priorities of packages that every Debian system has."""
FIELDS = ("Package", "Priority", "Installed-Size", "Pre-Depends", "Depends", "Provides")


@dataclass(frozen=True)
class Room:
    """Bytes: the show, the program with its fonts, what runs it, and the system's packages beyond the base of every system."""

    show: int
    program: int
    runtime: int
    system: int | None
    """None where the system has no Debian packages."""


@dataclass(frozen=True)
class Package:
    """An installed package: its size in bytes, and for each thing it needs the packages of which one must be there."""

    size: int
    is_base: bool
    needs: tuple[tuple[str, ...], ...]


def room_of(name: str, contender: Contender, pages: Path) -> Room:
    """The room of a contender whose pages lie in a folder."""
    packages = installed_packages()
    if contender.page:
        script = pages / "figures.js"
        own = ("chromium", "chromium-common")
        return Room(
            show=script.stat().st_size,
            program=size_of(pages) - script.stat().st_size,
            runtime=sum(packages[each].size for each in own if each in packages),
            system=closure_size(packages, ("chromium",), without=own) if packages else None,
        )
    if name == "packed":
        # It brings all libraries along but that of C, as its Debian package says.
        system = closure_size(packages, ("libc6",)) if packages else None
        return Room(size_of(SHOW), 0, size_of(PACKED.parent) - size_of(PACKED.parent / "content"), system)
    return Room(
        show=size_of(SHOW),
        program=size_of(ROOT / "kiosk") + size_of(ROOT / "assets"),
        runtime=sum(_distribution_size(each) for each in distributions("kiosk") - {"kiosk"}),
        system=closure_size(packages, (*libraries(), "python3", "python3-venv")) if packages else None,
    )


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder, links and what Python writes beside its sources left out; 0 if there is no such folder."""
    files = (each for each in folder.rglob("*") if each.is_file() and not each.is_symlink())
    return sum(each.stat().st_size for each in files if each.parent.name != "__pycache__")


def libraries() -> tuple[str, ...]:
    """The system's packages that the program's own set-up asks for."""
    text = (ROOT / "packaging" / "setup.sh").read_text("utf-8")
    return tuple(re.findall(r"\.so[\d.]*=([\w.+-]+)", text))


def distributions(name: str) -> set[str]:
    """A distribution of Python and all that it needs to run, by their plain names; what is not installed is left out."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        plain = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        try:
            needs = distribution(plain).requires or []
        except PackageNotFoundError:
            continue
        if plain not in found:
            found.add(plain)
            waiting += [re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in needs if "extra ==" not in each]
    return found


def _distribution_size(name: str) -> int:
    files = distribution(name).files or []
    places = (Path(str(each.locate())) for each in files if "__pycache__" not in str(each))
    return sum(each.stat().st_size for each in places if each.is_file())


def installed_packages() -> dict[str, Package]:
    """Every installed Debian package by name, and by the names it stands in for; empty on other systems."""
    if shutil.which("dpkg-query") is None:
        return {}
    form = "\\t".join(f"${{{each}}}" for each in FIELDS) + "\\n"
    lines = subprocess.run(["dpkg-query", "-W", "-f", form], capture_output=True, text=True, check=True).stdout
    result: dict[str, Package] = {}
    for line in lines.splitlines():
        name, priority, size, before, needs, provides = line.split("\t")
        package = Package(1024 * int(size or 0), priority in BASE, _groups(f"{before}, {needs}"))
        result[name] = package
        for (other,) in _groups(provides.replace("|", ",")):
            result.setdefault(other, package)
    return result


def _groups(text: str) -> tuple[tuple[str, ...], ...]:
    groups = (re.findall(r"(?:^|\|)\s*([\w.+-]+)", each) for each in text.split(","))
    return tuple(tuple(each) for each in groups if each)


def closure_size(packages: dict[str, Package], names: Iterable[str], without: Iterable[str] = ()) -> int:
    """Bytes of packages and all that they need, but for the base of every system and what is named in `without`."""
    left_out, seen, waiting, total = set(without), set[int](), list(names), 0
    while waiting:
        name = waiting.pop()
        package = packages.get(name)
        if package is None or package.is_base or id(package) in seen:
            continue
        seen.add(id(package))
        total += 0 if name in left_out else package.size
        for group in package.needs:
            waiting += [next((each for each in group if each in packages), "")]
    return total
